"""How quick extraction is, as a ratio against a peer run beside it, and that its cost grows with the length of the text only.

The peer is `quantulum3`, which finds quantities (no subjects, statuses, dates, quotes) in English. It is installed into an
environment of its own: set CLAIMWATCH_PEER to a Python that has it (`python3 -m venv peer && peer/bin/pip install quantulum3`).
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

import watcher

pytestmark = pytest.mark.benchmark
ARTICLES = sorted((Path(__file__).parents[1] / "corpus" / "en" / "articles").glob("*.txt"))
PEER = """
import sys, time, warnings
warnings.simplefilter("ignore")
from quantulum3 import parser
text = sys.stdin.read()
parser.parse("5 km")
started = time.process_time()
parser.parse(text)
print(time.process_time() - started)
"""


def seconds(text: str) -> float:
    started = time.process_time()
    watcher.extract(text)
    return time.process_time() - started


@pytest.fixture(scope="module")
def text() -> str:
    text = "\n\n".join(article.read_text(encoding="utf-8") for article in ARTICLES)
    watcher.extract(text)  # warm: the lexicon is read once
    return text


def test_many_times_quicker_than_the_peer(text: str) -> None:
    peer = os.environ.get("CLAIMWATCH_PEER")
    if not peer:
        pytest.skip("CLAIMWATCH_PEER names no Python with quantulum3")
    ours = min(seconds(text) for _ in range(5))
    done = subprocess.run([peer, "-c", PEER], input=text, capture_output=True, text=True, check=True)
    theirs = float(done.stdout.split()[-1])
    print(
        f"\n{len(text) / 1e3:.0f} KB: claimwatch {len(text) / ours / 1e6:.3f} MB/s, quantulum3 {len(text) / theirs / 1e6:.3f} MB/s, ratio {theirs / ours:.1f}"
    )
    assert theirs > 5 * ours


def test_twice_the_text_costs_twice_the_time(text: str) -> None:
    once = min(seconds(text) for _ in range(3))
    twice = min(seconds(text + "\n\n" + text) for _ in range(3))
    print(f"\ntwice the text: {twice / once:.2f} times the time")
    assert twice < 2.6 * once


def test_no_article_of_ordinary_length_takes_long() -> None:
    slowest = max((min(seconds(article.read_text(encoding="utf-8")) for _ in range(3)), article.name) for article in ARTICLES)
    print(f"\nslowest article: {slowest[1]} {1000 * slowest[0]:.1f} ms")
    assert slowest[0] < 0.05
