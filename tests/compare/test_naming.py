"""Under which name a change is told, and that it is told once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.compare.kit import figure, snapshot, status
from watcher.compare import versions
from watcher.compare.naming import named
from watcher.model import Claim, Evidence, Figure, Scope, Snapshot, Subject


def claim(subject: str | None, name: str | None, sentence: str, number: str = "19", sort: str = "thing", time: str | None = None) -> Claim:
    who = Subject(subject.lower(), subject, sort) if subject else None  # type: ignore[arg-type]
    return Claim("c", who, name, Scope(time), Figure(Decimal(number), "count"), None, "asserted", (Evidence(number, 0, 2, "en", sentence),))


@pytest.mark.parametrize(
    ("new", "old", "subject", "name"),
    [
        # what the sentences of both versions bear out, though the new one was read with another's noun
        (
            claim("injured", "lives claimed", "The blast has claimed 7 lives and the injured number 23."),
            claim("Tarn blast", "injured", "The Tarn blast left four dead and 19 injured."),
            "Tarn blast",
            "injured",
        ),
        # a place that neither sentence says is no better than the noun they say
        (
            claim("Santa Ros", "cows", "The growers had to kill 19 cows.", sort="place"),
            claim("growers", "cows", "The growers had to kill 17 cows."),
            "growers",
            "cows",
        ),
        (claim(None, None, "It is 19 now."), claim("Ida Roth", "age", "Ida Roth is 17."), "Ida Roth", "age"),
        (claim("coast", "number", "Never so many: 19 came."), claim("Almen", "tourists", "Almen had 17 tourists."), "Almen", "tourists"),
        (claim("Ostmark", "recorded", "Ostmark recorded 19 road deaths."), claim("Ostmark", "road deaths recorded", "Ostmark recorded 17 road deaths."), "Ostmark", "road deaths recorded"),
    ],
)  # fmt: skip
def test_the_better_known_side_names_the_change(new: Claim, old: Claim, subject: str, name: str) -> None:
    best = named([new, old])
    assert (best.subject and best.subject.name, best.property) == (subject, name)
    assert best.value == new.value


def test_a_scope_is_put_together_of_both() -> None:
    assert named([claim("A", "b", "s"), claim("A", "b", "s", time="2026-03")]).scope.time == "2026-03"


def facts(before: Snapshot, after: Snapshot) -> list[tuple[str, str | None]]:
    return [(change.kind, change.subject.name if change.subject else None) for change in versions(before, after)[1:]]


def test_a_quake_in_the_headline_and_in_the_body_is_one_revision() -> None:
    def quake(size: str) -> Snapshot:
        text = f"Atara shaken by magnitude {size}\n\nA quake of magnitude {size} woke the north on Sunday."
        return snapshot(text, figure(size, size, "magnitude", "Atara", "magnitude"), figure(size, size, "magnitude", "quake", "quake"))

    assert facts(quake("5.6"), quake("5.9")) == [("figure.revised", "Atara")]


def test_small_counts_that_move_alike_stay_two_revisions() -> None:
    def crews(number: str) -> Snapshot:
        text = f"The club won {number} cups last year and its rivals lost {number} drivers."
        return snapshot(text, figure(number, number, "count", "club", "cups"), figure(number, number, "count", "rivals", "drivers"))

    assert len(facts(crews("3"), crews("4"))) == 2


def test_a_stage_that_the_headline_leaves_and_the_body_shifts_is_one_shift() -> None:
    one = snapshot(
        "Refuse workers stay on strike\n\nThe strike of the refuse workers of Calder is still in force, the union said.",
        status("on strike", "measure/in-force", "strike"),
        status("in force", "measure/in-force", "strike of the refuse workers"),
    )
    other = snapshot(
        "Refuse workers return\n\nThe strike of the refuse workers of Calder was lifted after a deal, the union said.",
        status("lifted", "measure/lifted", "strike of the refuse workers"),
    )
    assert facts(one, other) == [("status.shifted", "strike of the refuse workers")]
