"""Laws of the whole pipe over small folders of articles: the order in which files are found decides nothing, and the entries replay."""

from __future__ import annotations

import hashlib
import random
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import watcher
from tests.daemon.inside import Inside
from watcher.compare.merging import statement
from watcher.daemon import intake
from watcher.documents import read
from watcher.errors import Rejection
from watcher.extract import extract
from watcher.model import Claim, FileEvent
from watcher.pipeline import take
from watcher.store import Store, open_store
from watcher.store.records import claim_from

VOLATILE = ("detected_at", "found_by", "id", "hash", "previous_hash")
DAYS = st.integers(1, 9)
TOLL = "KESSA, June {day}, 2026 – The Kessa flood has killed {low} people and left {high} homes empty, the ministry said.\n\nIt rained."
RIADA = "KESSA, {day} de junio de 2026 – La inundación de Kessa ha causado {low} muertos, informó el ministerio.\n\nLlovió."
OFFICE = "PORTA, June {day}, 2026 – {what} Ana Lund promised {low} schools and {high} km of road.\n\nThe vote is on August {day}."
COURT = "PORTA, June {day}, 2026 – Bo Roth, {low}, has been {what} over the theft of ${high} from the bank of Porta.\n\nHe says nothing."
UNDATED = "Ana Lund, the {what} of Norland, opened {low} bridges.\n\nThe cost was ${high} million."


def article(form: str, day: int, low: int, high: int, pick: int) -> str:
    what = {
        OFFICE: ("Presidential candidate", "President-elect", "President"),
        UNDATED: ("president", "president-elect", "former president"),
    }
    return f"News of the day {low}\n\n" + form.format(
        day=day, low=low, high=high, what=what.get(form, ("arrested", "charged", "convicted"))[pick]
    )


ARTICLES = st.builds(article, st.sampled_from([TOLL, RIADA, OFFICE, COURT, UNDATED]), DAYS, st.integers(21, 60), st.integers(70, 99), st.integers(0, 2))  # fmt: skip


def one_scan(texts: dict[str, str], found: list[str]) -> list[dict[str, Any]]:
    """The entries of one scan that finds the files in this order."""
    with tempfile.TemporaryDirectory() as home:
        daemon = Inside(Path(home))
        for path, text in texts.items():
            (daemon.folder / path).write_text(text, encoding="utf-8")
        daemon.service.intake.take(dict.fromkeys(found, "rescan"), {})
        entries = [{name: part for name, part in entry.items() if name not in VOLATILE} for entry in daemon.entries]
        daemon.close()
        return entries


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ARTICLES, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_in_which_files_are_found_decides_nothing(articles: list[str], chance: random.Random) -> None:
    texts = {f"{at}.txt": text for at, text in enumerate(articles)}
    shuffled = list(texts)
    chance.shuffle(shuffled)
    assert one_scan(texts, list(texts)) == one_scan(texts, shuffled)


def test_without_the_order_of_publication_it_would(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a.txt": article(TOLL, 2, 31, 80, 0), "b.txt": article(TOLL, 5, 44, 90, 0)}
    monkeypatch.setattr(intake, "order", lambda *_: 0)
    assert one_scan(texts, ["a.txt", "b.txt"]) != one_scan(texts, ["b.txt", "a.txt"])


def taken(store: Store, text: str) -> list[dict[str, Any]]:
    data = text.encode()
    document = read(data, "a.txt")
    assert not isinstance(document, Rejection)
    sha256 = hashlib.sha256(data).hexdigest()
    return [entry.as_dict() for entry in take(FileEvent("a.txt", "present", "rescan"), store, extract(document), sha256=sha256)]


def replay(stated: set[str], entries: list[dict[str, Any]]) -> set[str]:
    """What is stated after these entries: what they take away goes, what they bring comes."""
    sides = [(entry["before"], entry["after"], entry) for entry in entries if not entry["kind"].startswith(("document.", "title."))]
    gone, come = ({statement(_claim(pair[at], pair[2])) for pair in sides if pair[at]} for at in (0, 1))
    return (stated - gone) | come


def _claim(side: dict[str, Any], entry: dict[str, Any]) -> Claim:
    kind = entry["kind"].partition(".")[0]
    return claim_from({"id": "x", "kind": kind, "subject": None, "property": None, "scope": entry["scope"], **side})


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ARTICLES, min_size=2, max_size=4, unique=True))
def test_the_entries_of_a_document_replay_to_what_it_states(versions: list[str]) -> None:
    with tempfile.TemporaryDirectory() as state, open_store(Path(state)) as store:
        stated: set[str] = set()
        for text in versions:
            stated = replay(stated, taken(store, text))
            stored = store.document("a.txt")
            assert stored is not None
            assert stated == {statement(claim) for claim in store.snapshot(stored).claims}


MIRROR = {"added": "removed", "removed": "added"}


def mirrored(kind: str) -> str:
    room, _, verb = kind.partition(".")
    return f"{room}.{MIRROR.get(verb, verb)}"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ARTICLES, min_size=1, max_size=3).map("\n\n".join), st.lists(ARTICLES, min_size=1, max_size=3).map("\n\n".join))
def test_swapping_the_sides_of_articles_mirrors_the_kinds(one: str, other: str) -> None:
    there, back = watcher.compare(one, other), watcher.compare(other, one)
    assert Counter(change.kind for change in there) == Counter(mirrored(change.kind) for change in back)
    assert watcher.compare(one, one) == []
    for change in there:
        for side, text in ((change.before, one), (change.after, other)):
            assert side is None or all(text[piece.start : piece.end] == piece.exact for piece in side.evidence)


def test_a_value_seen_before_says_so() -> None:
    with tempfile.TemporaryDirectory() as state, open_store(Path(state)) as store:
        told = []
        for low in (31, 44, 31, 44):
            told += [entry["summary"] for entry in taken(store, article(COURT, 3, low, 80, 0).replace(f"day {low}", "day"))]
        revised = [summary for summary in told if "→" in summary]
        assert ["back to version" in summary for summary in revised] == [False, True, True]
        assert "version 1" in revised[1]
        assert "version 2" in revised[2]
