"""A new document in two languages: where its sections state two values of one thing, and where they only use other words."""

from __future__ import annotations

import pytest

import watcher
from watcher.compare import Others, across
from watcher.compare.parallel import disagreements

ENGLISH = (
    "Mira Oland wins in Vessel Bay\n\nMira Oland won {share} of the vote in the May 10 election in Vessel Bay, against 41.5% for Piet Sund. "
    "Turnout reached 63%, the electoral board said.\n\nOland will travel to Port Amber on June 2.\n\n"
)
SPANISH = (
    "Mira Oland gana en Vessel Bay\n\nMira Oland obtuvo el {share} de los votos en las elecciones del 10 de mayo en Vessel Bay, frente al 41,5% de Piet Sund. "
    "La participación llegó al 63%, informó la junta electoral.\n\nOland viajará a Port Amber el 2 de junio.\n"
)


@pytest.mark.parametrize(
    ("english", "spanish", "told"),
    [("54.1%", "54,1%", []), ("54.1%", "51,4%", [("54.1%", "51,4%")]), ("54.1 percent", "54,1 por ciento", [])],
)
def test_figures(english: str, spanish: str, told: list[tuple[str, str]]) -> None:
    snapshot = watcher.extract(ENGLISH.format(share=english) + SPANISH.format(share=spanish))
    assert [(one.evidence[0].exact, other.evidence[0].exact) for one, other in disagreements(snapshot)] == told


def test_a_new_document_says_so_once() -> None:
    snapshot = watcher.extract(ENGLISH.format(share="54.1%") + SPANISH.format(share="51,4%"))
    found = [change for change in across(snapshot, Others([])) if change.kind == "translation.mismatched"]
    assert [
        (change.before.evidence[0].language, change.after.evidence[0].language) for change in found if change.before and change.after
    ] == [("en", "es")]
    assert not [change for change in across(snapshot, Others([]), changed=[]) if change.kind == "translation.mismatched"]


def test_one_language_disagrees_with_nothing() -> None:
    assert disagreements(watcher.extract(ENGLISH.format(share="54.1%"))) == []
