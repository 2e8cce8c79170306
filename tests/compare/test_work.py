"""How much the comparison looks at grows no faster than the texts: counted, so that a busy machine says the same."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

import watcher
from tests.compare.invented import invented
from watcher.compare import facts, pairing, versions

COMMON = [
    "the",
    "police",
    "said",
    "that",
    "people",
    "were",
    "killed",
    "injured",
    "in",
    "north",
    "south",
    "bank",
    "river",
    "vote",
    "mayor",
    "Kast",
    "Jara",
    "of",
    "a",
    "and",
    "to",
    "percent",
    "euros",
]


def over_and_over(seed: int, size: int) -> str:
    """Few words and few numbers in ever new order: everything is like everything."""
    chance = random.Random(seed)
    words = (chance.choice(COMMON) if chance.random() > 0.2 else str(chance.choice((3, 5, 12, 40, 1200))) for _ in range(size // 5))
    return " ".join(f"{word}." if chance.random() < 0.08 else word for word in words)


@pytest.mark.parametrize("text", [invented, over_and_over])
def test_twice_the_text_is_about_twice_the_work(text: Callable[[int, int], str], monkeypatch: pytest.MonkeyPatch) -> None:
    work = []
    for size in (6_000, 12_000):
        before, after = watcher.extract(text(1, size)), watcher.extract(text(2, size))
        looked = 0

        def counted(act: Callable[..., object]) -> Callable[..., object]:
            def call(*arguments: object) -> object:
                nonlocal looked
                looked += 1
                return act(*arguments)

            return call

        with monkeypatch.context() as patch:
            patch.setattr(pairing, "score", counted(pairing.score))
            patch.setattr(facts, "_same_statement", counted(facts._same_statement))
            versions(before, after)
        work.append(looked / (len(before.claims) + len(after.claims)))
    assert work[1] < 1.5 * work[0] + 1
    assert work[1] < 25
