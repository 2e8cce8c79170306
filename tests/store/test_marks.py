"""Marks: claims that may touch each other share one, and what a new document is held against does not grow with the store."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.conftest import remove, write
from tests.store.toy import article, snapshot
from watcher.extract import extract
from watcher.model import Claim, Document, Section, Subject
from watcher.store import Store, open_reading, open_store
from watcher.store.marks import filed, sought

FLOOD = Subject("the-flood", "the flood", "thing")  # a subject without a name


def figures(sentence: str) -> tuple[Claim, ...]:
    text = f"News\n\n{sentence}\n"
    document = Document("a.txt", "0" * 64, len(text), text, "News", "2026-01-05", "metadata", None, None, (Section("en", 0, len(text)),))
    found = (claim for claim in extract(document).claims if claim.kind == "figure")
    return tuple(replace(claim, subject=FLOOD) if claim.property == "people killed" else claim for claim in found)


def shared(one: str, other: str) -> bool:
    left = set().union(*map(sought, figures(one)))
    right = set().union(*map(filed, figures(other)))
    return bool(left & right)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("The flood in Velora killed 12 people.", "The flood in Velora killed 14 people.", True),
        ("The flood in Velora killed 12 people.", "The flood in Tarnak killed 14 people.", False),
        ("Ana Ruiz won 24 percent of the vote.", "Ana Ruiz won 24.0% of the vote.", True),
        ("Ana Ruiz won 24 percent of the vote.", "Ana Ruiz won 25 percent of the vote.", False),
    ],
)
def test_what_may_touch_shares_a_mark(one: str, other: str, together: bool) -> None:
    assert figures(one)
    assert figures(other)
    assert shared(one, other) is together


def test_people_of_one_first_name_are_not_held_against_each_other(state: Path) -> None:
    with open_store(state) as store:
        for number in range(20):
            write(store, f"{number}.txt", article("T", f"Ana {chr(97 + number) * 4}{chr(98 + number) * 3}o: votes: {number} count"))
        asked = snapshot("new.txt", article("T", "Ana Zuzo: votes: 7 count"))
        assert store.related(asked) == []
        asked = snapshot("new.txt", article("T", "Ana aaaabbbo: votes: 7 count"))
        assert [one.document.path for one in store.related(asked)] == ["0.txt"]


def test_a_short_name_that_two_bear_brings_both(store: Store) -> None:
    write(store, "a.txt", article("T", "Ana Lund: votes: 1 count"))
    write(store, "b.txt", article("T", "Pedro Lund: votes: 2 count"))
    write(store, "c.txt", article("T", "Lund: votes: 3 count"))
    asked = snapshot("new.txt", article("T", "Ana Lund: votes: 7 count"))
    assert [one.document.path for one in store.related(asked)] == ["a.txt", "b.txt", "c.txt"]


def test_what_is_common_to_all_brings_only_the_newest(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watcher.store.related.ALIKE", 5)
    with open_store(state) as store:
        for number in range(12):
            write(store, f"{number:02}.txt", article("T", "the turnout: share: 7 percent"))
        asked = snapshot("new.txt", article("T", "the turnout: share: 7 percent"))
        assert [one.document.path for one in store.related(asked)] == ["07.txt", "08.txt", "09.txt", "10.txt", "11.txt"]


def test_what_is_remembered_is_what_would_be_read(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watcher.store.related.KEPT", 3)
    asked = snapshot("new.txt", article("T", "Ana Lund: votes: 7 count"))
    with open_store(state) as store:
        for number in ("1.50", "2000", "3"):  # the last is learnt when there is no room for more
            write(store, f"{number}.txt", article("T", f"Ana Lund: votes: {number} count", "Ana Lund: score: 7 count"))
        write(store, "2000.txt", article("T", "Ana Lund: votes: 4 count"))
        learnt = store.related(asked)
    with open_store(state) as store:
        assert repr(store.related(asked)) == repr(learnt)
    assert [str(one.claim.value.number) for one in learnt if one.claim.property == "votes"] == ["1.5", "3", "4"]  # type: ignore[union-attr]


@pytest.mark.parametrize("listed", [4, 500_000])
def test_what_is_remembered_of_a_subject_is_what_would_be_read(state: Path, monkeypatch: pytest.MonkeyPatch, listed: int) -> None:
    monkeypatch.setattr("watcher.store.related.LISTED", listed)
    monkeypatch.setattr("watcher.store.related.ALIKE", 2)
    chance = random.Random(5)
    asked = [snapshot(path, article("T", "Ana Lund: votes: 7 count", "Lund: votes: 7 count")) for path in ("a.txt", "e.txt")]
    with open_store(state) as store:
        for step in range(60):
            path = chance.choice("abcd") + ".txt"
            if chance.random() < 0.3:
                remove(store, path)
            else:
                said = (
                    f"{chance.choice(('Ana Lund', 'Lund', 'Pedro Lund'))}: {chance.choice(('votes', 'score'))}: {step % 9} count"
                    for _ in "12"
                )
                write(store, path, article("T", *said))
            with open_reading(state) as fresh:
                for one in asked:
                    assert repr(store.related(one)) == repr(fresh.related(one))
