"""Texts made to slow the figures down: the cost of twice the text is about twice the cost, and nothing is thrown."""

from __future__ import annotations

import time

import pytest

from watcher.extract import figures
from watcher.extract.tokens import read
from watcher.model import Section

SEEDS = [
    "1 ", "1-", "$1 ", "-1 ", "AAAAA 1 ", "1/", "1:", "mil ", "one ", "a third ", "between 1 and 2 ", "de 1 a 2 ",
    "1 to the dollar ", "1.5 ", "1 per 100,000 1.5 ", "about about ", "5 cents ", "3 pesos ", "twenty-", "1 año y ",
    "1e9", "3 x 10^", "1'000", "MM$1 ", "5'1\" ", "12°34′", "1 K ", "one point two ", "tres coma dos ", "8- to ", "1-in-", "-2 ",
    "(1) ", "9" * 50, "١٢٣ ", "½", "1 de mayo, ", "the first and the second ",
]  # fmt: skip


def _cost(language: str, text: str) -> float:
    best = 9.0
    for _ in range(2):
        before = time.process_time()
        figures.find(read(text, Section(language, 0, len(text))))
        best = min(best, time.process_time() - before)
    return best


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("seed", SEEDS)
def test_cost_is_linear(seed: str, language: str) -> None:
    short, long = seed * (1_000 // len(seed)), seed * (6_000 // len(seed))
    assert _cost(language, long) < 6 * 3 * _cost(language, short) + 0.05  # quadratic would be 36 times


@pytest.mark.parametrize("seed", SEEDS)
def test_spans_slice_back(seed: str) -> None:
    text = seed * 40
    for mention in figures.find(read(text, Section("es", 0, len(text)))):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.first < mention.last
