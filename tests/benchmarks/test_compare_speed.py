"""How quick the comparison is, beside a word diff of the same two texts by difflib and by diff-match-patch.

Both peers only say which words differ; they know no figures, subjects or statuses. Extraction is not counted.
"""

from __future__ import annotations

import difflib

import pytest
from diff_match_patch import diff_match_patch

import watcher
from tests.timing import seconds
from watcher.compare import versions

pytestmark = pytest.mark.benchmark

_LINES = (
    "The council of Harrow Point spent {a} euros on {b} bridges last year, its treasurer said.",
    "Nobody in the harbour could say who had painted the old crane, or why it had been left to rust beside the fish market.",
    "Turnout in the northern district reached {c}%, while the south reported {d} votes for the mayor, Ines Vale.",
)


def article(size: int, *, edited: bool) -> str:
    lines = []
    at = length = 0
    while length < size:
        bump = 3 if edited and at % 9 == 0 else 0
        lines.append(_LINES[at % 3].format(a=1200 + 7 * at + bump, b=2 + at % 9, c=40 + (at + bump) % 50, d=900 + 13 * at))
        length += len(lines[-1]) + 2
        at += 1
    return "\n\n".join(lines)


def by_dmp(old: str, new: str) -> object:
    words: dict[str, str] = {}
    coded = ["".join(words.setdefault(word, chr(len(words) + 1)) for word in text.split(" ")) for text in (old, new)]
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine.diff_main(coded[0], coded[1], False)


@pytest.mark.parametrize("size", [4_000, 15_000])
def test_beside_word_diffs(size: int) -> None:
    old, new = article(size, edited=False), article(size, edited=True)
    before, after = watcher.extract(old), watcher.extract(new)
    ours = seconds(lambda: versions(before, after), 5)
    plain = seconds(lambda: difflib.SequenceMatcher(None, old.split(" "), new.split(" "), autojunk=False).get_opcodes(), 2)
    engine = seconds(lambda: by_dmp(old, new), 2)
    print(
        f"\n{size / 1e3:.0f} KB, {len(before.claims)} claims: {1e3 * ours:.1f} ms; difflib takes {plain / ours:.2f}, diff-match-patch {engine / ours:.2f} of that"
    )
    assert ours < 0.4


def test_the_cost_grows_with_the_text() -> None:
    times = []
    for size in (20_000, 80_000):
        before, after = (watcher.extract(article(size, edited=edited)) for edited in (False, True))
        times.append(seconds(lambda one=before, other=after: versions(one, other), 2))  # type: ignore[misc]
    print(f"\n20 KB {1e3 * times[0]:.0f} ms, 80 KB {1e3 * times[1]:.0f} ms")
    assert times[1] < 10 * times[0]
