"""The cost of reading grows with the length of the text and no faster: of each expression on hostile text, of the whole on articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import watcher
from tests.expressions import ATTACKS, compiled
from tests.timing import seconds
from watcher.extract.tokens import read
from watcher.model import Section

_LENGTH = 1_000  # code points of the shortest hostile text; it is doubled twice
_QUICK = 0.006  # seconds of processor time for the longest: nothing need be asked
ARTICLES = Path(__file__).parents[1] / "corpus"


def literals(pattern: re.Pattern[str]) -> list[str]:
    """The letters and signs an expression waits for, each alone and all in a row: nothing else leads it on as far."""
    signs = list(dict.fromkeys(re.sub(r"\\[A-Za-z]|\[[^\]]*\]|\{[^}]*\}|[\\^$.|?*+()]", "", pattern.pattern)))
    return [*signs[:8], "".join(signs[:60])] if signs else []


def cost(pattern: re.Pattern[str], piece: str, length: int, times: int) -> float:
    text = piece * (length // len(piece)) + "!"
    return seconds(lambda: sum(1 for _ in pattern.finditer(text)), times)


def test_every_expression_is_linear_on_hostile_text() -> None:
    slow = []
    patterns = compiled()
    assert len(patterns) > 40
    for pattern in patterns:
        for piece in (*ATTACKS, *literals(pattern)):
            if cost(pattern, piece, 4 * _LENGTH, 1) < _QUICK:
                continue
            once, twice, four = (cost(pattern, piece, times * _LENGTH, 5) for times in (1, 2, 4))
            if four > 3 * twice and four > 8 * once:
                slow.append((pattern.pattern[:80], piece[:20], once, twice, four))
    assert not slow, slow


@pytest.mark.parametrize("language", ["en", "es"])
def test_four_times_the_text_costs_four_times_the_time(language: str) -> None:
    articles = sorted((ARTICLES / language / "articles").glob("*.txt"))[:2]
    text = "\n\n".join(article.read_text(encoding="utf-8") for article in articles)
    once, four = text, "\n\n".join([text] * 4)
    watcher.extract(once)  # the lexicon is read once
    assert seconds(lambda: watcher.extract(four), 3) < 4 * 1.6 * seconds(lambda: watcher.extract(once), 3)


@pytest.mark.parametrize("line", ["a b\n", "- Homes: 31\n"])
def test_sixteen_times_the_lines_without_a_mark_cost_no_square_of_it(line: str) -> None:
    once, many = (Section("en", 0, len(line) * lines) for lines in (4_000, 64_000))
    text = line * 64_000
    assert seconds(lambda: read(text, many), 1) < 16 * 4 * seconds(lambda: read(text, once), 3)


@pytest.mark.parametrize("unit", ["5 t, 3 y 4, ", "1,2 millones, ", "5t,3y4,", "7 dead ", "Ana Ruiz was arrested, "])
def test_a_sentence_without_end_costs_its_length_and_is_not_held_whole_by_each_claim(unit: str) -> None:
    once, eight = (unit * (length // len(unit)) for length in (5_000, 40_000))
    watcher.extract(once)
    assert seconds(lambda: watcher.extract(eight), 1) < 8 * 2.5 * seconds(lambda: watcher.extract(once), 3) + 0.05
    snapshot = watcher.extract(eight)
    evidence = [piece for claim in snapshot.claims for piece in claim.evidence]
    assert len(evidence) > 100
    assert all(piece.exact in piece.sentence and len(piece.sentence) <= 1_000 + len(piece.exact) for piece in evidence)
    assert all(snapshot.document.text[piece.start : piece.end] == piece.exact for piece in evidence)
