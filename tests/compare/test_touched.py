"""An edit that no change of a claim tells is named by its words where it touches a negation, a hedge, a number, a day or a name."""

from __future__ import annotations

import pytest

import watcher
from tests.compare.kit import snapshot
from watcher.compare import versions


def summary(before: str, after: str) -> tuple[str, float]:
    update = watcher.compare(before, after)[0]
    assert update.kind == "document.updated"
    return update.summary, update.significance


_EN = "ALBORAN, March 3, 2026 - Work on the pier goes on.\n\n{} Nobody else was asked about it."
_ES = "ALBORÁN, 3 de marzo de 2026 - Siguen las obras del muelle.\n\n{} A los demás se les preguntó más tarde."


@pytest.mark.parametrize(
    ("text", "before", "after", "told"),
    [
        (_EN, "The firm will not appeal.", "The firm will appeal.", "a negation: “will not appeal.” → “will appeal.”"),
        (_EN, "She denied taking part.", "She admitted taking part.", "a negation: “She denied taking” → “She admitted taking”"),
        (_EN, "He may have fled to the hills.", "He has fled to the hills.", "how sure it is: “He may have fled” → “He has fled”"),
        (_EN, "The council voted 7-2 for it.", "The council voted 6-3 for it.", "a number: “voted 7-2 for” → “voted 6-3 for”"),
        (_EN, "Doors open at 9 p.m. as ever.", "Doors open at 10 p.m. as ever.", "a number: “at 9 p.m.” → “at 10 p.m.”"),
        (_EN, "The crew met on Monday for lunch.", "The crew met on Friday for lunch.", "a day: “on Monday for” → “on Friday for”"),
        (_EN, "The road leads to Orsk and on.", "The road leads to Minsk and on.", "a name: “to Orsk and” → “to Minsk and”"),
        (
            _ES,
            "La defensa recurrirá el fallo.",
            "La defensa no recurrirá el fallo.",
            "a negation: “defensa recurrirá” → “defensa no recurrirá”",
        ),
        (
            _ES,
            "El ministro habría ido a la cita.",
            "El ministro fue a la cita.",
            "how sure it is: “ministro habría ido a” → “ministro fue a”",
        ),
        (_ES, "Se vieron el jueves en el bar.", "Se vieron el martes en el bar.", "a day: “el jueves en” → “el martes en”"),
        (_ES, "El camino lleva a Ronda sin más.", "El camino lleva a Loja sin más.", "a name: “a Ronda sin” → “a Loja sin”"),
    ],
)
def test_what_an_edit_touches(text: str, before: str, after: str, told: str) -> None:
    assert summary(text.format(before), text.format(after))[0].split("; ")[1:] == [told]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (_EN, "The firm will not appeal.", "The company will not appeal."),  # other words, and nothing touched
        (_EN, "He stayed, but not for long.", "But not for long he stayed."),  # a negation that moved
        (_EN, "The meal cost three euros.", "The meal cost 3 euros."),  # one number
        (_EN, "It opens on Jan. 14 in the hall.", "It opens on January 14 in the hall."),  # one day
        (_EN, "The meal cost $30 in all.", "The meal cost $40 in all."),  # a figure, and told as one
        (_EN, "Ada Pell was charged with fraud.", "Ada Pell was convicted of fraud."),  # a status, and told as one
        (_EN, "Ada Pell spoke. The mayor, Ada Pell, left.", "The mayor, Ada Pell, spoke and left."),  # a name that still stands
        (_ES, "Vino, sin embargo, a la cita.", "Vino, pese a todo, a la cita."),  # denies nothing
        (_ES, "Cayó un 3,2 % el mes pasado.", "Cayó un 3,2 por ciento el mes pasado."),
    ],
)
def test_what_touches_nothing_or_is_told_already(text: str, before: str, after: str) -> None:
    assert ";" not in summary(text.format(before), text.format(after))[0]


def test_a_negation_weighs_more_than_other_words_and_comes_first() -> None:
    before = "The hall seats many. Doors open at 9 p.m. as ever. The owner will not sell it."
    after = "The hall seats many. Doors open at 10 p.m. as ever. The owner will sell it."
    told, weight = summary(before, after)
    assert told == "Text changed: 2 words out, 1 in; a negation: “will not sell” → “will sell”; a number: “at 9 p.m.” → “at 10 p.m.”"
    assert weight > summary(before, before.replace("9", "10"))[1] > summary(before, before.replace("many", "few"))[1]


def test_of_many_edits_the_gravest_are_named_and_the_rest_counted() -> None:
    before = "\n\n".join(f"They met on Monday {name} of the hall." for name in ("north", "south", "east", "west"))
    told, _ = summary(before, before.replace("Monday", "Friday"))
    assert told.count("a day: ") == 3
    assert told.endswith("; 1 more such")


def test_edits_are_told_in_the_language_of_the_changelog_and_read_in_that_of_the_passage() -> None:
    one, other = (snapshot(_EN.format(said)) for said in ("The firm will not appeal.", "The firm will appeal."))
    assert versions(one, other, language="es")[0].summary.endswith("una negación: «will not appeal.» → «will appeal.»")
