"""E01 to E06: a redline is right, the same every time, and done in bounded time, whatever the two texts are."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.harness import environment
from watcher.compare import redline
from watcher.compare.redline import side_by_side
from watcher.outputs.redline import inline

TEXT = st.one_of(
    st.text(alphabet=st.sampled_from("ab .\n5,é\u0301\U0001f468\u200d<&\"'\ud83d\x00\x85\u2028"), max_size=60),
    st.lists(st.sampled_from(["Ana won.", "24% of", "the vote\n", "\n\n", "Kast", " ", "«no»", "12.5"]), max_size=30).map(" ".join),
)


def both(old: str, new: str) -> tuple[str, str]:
    """The two texts a redline holds."""
    pieces = redline(old, new)
    return "".join(piece.text for piece in pieces if piece.op != "+"), "".join(piece.text for piece in pieces if piece.op != "-")


@settings(max_examples=300)
@given(TEXT, TEXT)
def test_e03_e06_a_redline_holds_both_texts(old: str, new: str) -> None:
    """E03: half pairs, combining marks and joiners too. E06: apply(diff(a, b), a) is b; diff(a, a) is empty."""
    assert both(old, new) == (old, new)
    assert all(piece.op == "=" for piece in redline(old, old))
    inline(redline(old, new), coloured=False)
    side_by_side(redline(old, new))


def hostile() -> list[tuple[str, str]]:
    chance = random.Random(5)
    letters = "".join(chance.choice("abc") for _ in range(50_000))
    words = " ".join(chance.choice("abc") for _ in range(25_000))
    return [
        (letters, letters[::-1]), (words, words[::-1]), (letters, letters[:25_000] + "!" + letters[25_000:]),
        ("a" * 50_000, "a" * 49_999 + "b"), (" " * 50_000, "\n" * 50_000), ("", letters), ("a " * 25_000, "b " * 25_000),
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(7))
def test_e01_adversarial_pairs_end_in_bounded_time_with_one_result(number: int) -> None:
    old, new = hostile()[number]
    started = time.process_time()
    first = redline(old, new)
    assert time.process_time() - started < 10
    assert "".join(piece.text for piece in first if piece.op != "+") == old
    assert "".join(piece.text for piece in first if piece.op != "-") == new
    assert redline(old, new) == first


SCRIPT = """
import hashlib, sys, time
from tests.faults.test_diff_laws import hostile
from watcher.compare import redline
found = hashlib.sha256()
for old, new in hostile()[:3]:
    found.update(repr(redline(old, new)).encode())
print(found.hexdigest())
"""


@pytest.mark.faults
@pytest.mark.parametrize("around", [("nice", "-n", "19"), ("faketime", "-f", "+0 x3000")])
def test_e01_e02_neither_a_slow_machine_nor_a_jumping_clock_changes_the_result(around: tuple[str, ...]) -> None:
    if shutil.which(around[0]) is None:
        pytest.skip(f"{around[0]} is not installed")
    line = [sys.executable, "-c", SCRIPT]
    home = Path(__file__).resolve().parents[2]
    told = [
        subprocess.run([*before, *line], capture_output=True, text=True, check=True, env=environment(), cwd=home).stdout
        for before in ((), around)
    ]
    plain, other = told
    assert plain == other != ""


def test_e04_seventy_thousand_distinct_lines() -> None:
    lines = [f"line {number}\n" for number in range(70_000)]
    old = "".join(lines)
    lines[35_000] = "another line\n"
    del lines[100]
    new = "".join(lines)
    assert both(old, new) == (old, new)
    assert sum(piece.op != "=" for piece in redline(old, new)) <= 6


def test_e05_markup_passes_as_text() -> None:
    """E05: the redline is text; each output escapes for itself, nothing here makes HTML."""
    old, new = "a <b> & \"c\" 'd'", "a <script>x</script> & \"e\" 'd'"
    assert both(old, new) == (old, new)
    assert "&lt;" not in inline(redline(old, new), coloured=False).plain
