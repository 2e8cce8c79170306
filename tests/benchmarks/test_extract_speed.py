"""How quick extraction is on dense and on plain articles, beside a peer on the same texts in the same run.

Dense texts state a figure or a status every twenty words (the corpus), plain ones are news prose with hardly any. Processor
time of one core, best of several runs; what the machine does besides shows in both. The peer is `quantulum3`, which finds
quantities (no subjects, statuses, dates, quotes) in English. It is installed into an environment of its own: set BENCHMARK_PEER to
a Python that has it (`python3 -m venv peer && peer/bin/pip install quantulum3`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import watcher
from watcher.extract import tokens

pytestmark = pytest.mark.benchmark
HERE = Path(__file__).parent
BUILD = "pure Python" if tokens.__file__.endswith(".py") else "compiled"
TEXTS = {
    "dense": sorted((HERE.parent / "corpus" / "en" / "articles").glob("*.txt")),
    "plain": sorted((HERE / "plain").glob("*.txt")),
}
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
FIRST = """
import sys, time
text = sys.stdin.read()
started = time.process_time()
import watcher
imported = time.process_time()
watcher.extract(text)
print(imported - started, time.process_time() - started)
"""


def read(sort: str) -> list[str]:
    texts = [article.read_text(encoding="utf-8") for article in TEXTS[sort]]
    for text in texts:
        watcher.extract(text)  # warm: the lexicon is read once
    return texts


def seconds(*texts: str, times: int = 5) -> float:
    """The least processor time that all of them took."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        for text in texts:
            watcher.extract(text)
        best = min(best, time.process_time() - started)
    return best


def alone(python: str, code: str, text: str) -> list[float]:
    """What `code` prints in a Python of its own."""
    done = subprocess.run([python, "-c", code], input=text, capture_output=True, text=True, check=True)
    return [float(part) for part in done.stdout.split()]


@pytest.mark.parametrize("sort", ["dense", "plain"])
def test_many_times_quicker_than_the_peer(sort: str) -> None:
    texts = read(sort)
    ours, length = seconds(*texts), sum(map(len, texts))
    print(f"\n{sort}: {length / 1e3:.0f} KB, claimwatch ({BUILD}) {length / ours / 1e6:.3f} MB/s", end="")
    peer = os.environ.get("BENCHMARK_PEER")
    if not peer:
        pytest.skip("BENCHMARK_PEER names no Python with quantulum3")
    english = [text for text, article in zip(texts, TEXTS[sort], strict=True) if not article.name.startswith("es")]
    ours = seconds(*english)
    theirs = alone(peer, PEER, "\n\n".join(english))[-1]
    print(f"; English alone: quantulum3 {sum(map(len, english)) / theirs / 1e6:.3f} MB/s, ratio {theirs / ours:.1f}")
    assert theirs > 5 * ours


def test_twice_the_text_costs_twice_the_time() -> None:
    text = "\n\n".join(read("dense"))
    ratio = seconds(text + "\n\n" + text, times=3) / seconds(text, times=3)
    print(f"\ntwice the text: {ratio:.2f} times the time")
    assert ratio < 2.6


def test_no_article_of_ordinary_length_takes_long() -> None:
    slowest = max((seconds(text, times=3), len(text)) for sort in TEXTS for text in read(sort))
    print(f"\nslowest article: {1000 * slowest[0]:.1f} ms for {slowest[1]} characters")
    assert slowest[0] < 0.05


def test_the_first_article_of_a_process() -> None:
    imported, first = min(alone(sys.executable, FIRST, TEXTS["plain"][0].read_text(encoding="utf-8")) for _ in range(3))
    print(f"\nimport {1000 * imported:.0f} ms, and the first article {1000 * (first - imported):.0f} ms")
    assert imported < 0.3
