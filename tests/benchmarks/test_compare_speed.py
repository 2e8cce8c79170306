"""How quick the comparison is, beside a diff of the same two texts by difflib and by diff-match-patch, in the same run.

The peers only say which words or lines differ; they know no figures, subjects or statuses. Extraction is not counted. Of texts that
differ much diff-match-patch would search for minutes, and difflib on words of very long ones too: what is left out is said.
"""

from __future__ import annotations

import difflib
import random
import re
from typing import NamedTuple

import pytest
from diff_match_patch import diff_match_patch

import watcher
from tests.compare.invented import invented
from tests.timing import seconds
from watcher.compare import versions

pytestmark = pytest.mark.benchmark


class Case(NamedTuple):
    """Two texts, the most seconds that comparing them may take, and at what the peers cut them."""

    old: str
    new: str
    limit: float
    cut: str = " "
    engine: bool = True


def edited(text: str, edits: int) -> str:
    """The text with so many of its numbers raised by one."""
    numbers = list(re.finditer("[0-9]+", text))
    chosen = {match.start() for match in random.Random(4).sample(numbers, edits)}
    return re.sub("[0-9]+", lambda match: str(int(match[0]) + (match.start() in chosen)), text)


def cases() -> dict[str, Case]:
    short, long = invented(1, 15_000), invented(2, 1_000_000)
    return {
        "15 KB, 12 edits": Case(short, edited(short, 12), 0.04),
        "1 MB, 200 edits": Case(long, edited(long, 200), 4.0, "\n"),
        "200 KB, nothing in common": Case(invented(3, 200_000), invented(4, 200_000), 2.0, engine=False),
        "1,500 equal numbers": Case("Tarn 12 killed. " * 1500, "Tarn 13 killed. " * 1500, 2.0),
    }


def by_dmp(old: list[str], new: list[str]) -> object:
    codes: dict[str, str] = {}
    coded = ["".join(codes.setdefault(piece, chr(len(codes) + 1)) for piece in pieces) for pieces in (old, new)]
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine.diff_main(coded[0], coded[1], False)


@pytest.mark.parametrize("name", list(cases()))
def test_beside_plain_diffs(name: str) -> None:
    case = cases()[name]
    before, after = watcher.extract(case.old), watcher.extract(case.new)
    versions(watcher.extract("It cost 5 euros."), watcher.extract("It cost 6 euros."))  # the lexicon is loaded once a process
    ours = seconds(lambda: versions(before, after), 3)
    old, new = case.old.split(case.cut), case.new.split(case.cut)
    peers = {"difflib": seconds(lambda: difflib.SequenceMatcher(None, old, new).get_opcodes(), 1)}
    if case.engine:
        peers["diff-match-patch"] = seconds(lambda: by_dmp(old, new), 1)
    beside = ", ".join(f"{peer} takes {cost / ours:.3f}" for peer, cost in peers.items())
    print(f"\n{name}: {len(before.claims)} and {len(after.claims)} claims, {1e3 * ours:.0f} ms of {1e3 * case.limit:.0f}; {beside} of that")
    assert ours < 2 * case.limit  # a core that is shared takes its time


def test_the_cost_grows_with_the_text() -> None:
    times = []
    for size in (20_000, 80_000):
        text = invented(5, size)
        before, after = watcher.extract(text), watcher.extract(edited(text, size // 500))
        times.append(seconds(lambda one=before, other=after: versions(one, other), 2))  # type: ignore[misc]
    print(f"\n20 KB {1e3 * times[0]:.0f} ms, 80 KB {1e3 * times[1]:.0f} ms")
    assert times[1] < 10 * times[0]
