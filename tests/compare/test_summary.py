"""What a change reads like, in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.compare.kit import Said, figure, snapshot, status
from watcher import compare
from watcher.compare import versions
from watcher.compare.stages import step
from watcher.compare.summary import figure_text, status_text
from watcher.lexicon import load
from watcher.model import Figure, Status

SHAPES = ("in", "per", "range", "other", "one", "count", "percent", "year")


@pytest.mark.parametrize(
    ("stage", "role", "label", "english", "spanish"),
    [
        ("office/elect", None, "President-elect", "president-elect", "presidente electo"),
        ("office/elect", None, "gana la presidencia", "president-elect", "presidente electo"),
        ("office/elect", None, "elected", "elected", "electo"),
        ("office/elect", "presidenta", "presidenta electa", "president-elect", "presidenta electa"),
        ("office/incumbent", "la gobernadora", "gobernadora", "governor", "gobernadora"),
        ("office/former", "exalcaldesa", "exalcaldesa", "former mayor", "ex alcaldesa"),
        ("office/former", "prime minister", "former prime minister", "former prime minister", "ex primer ministro"),
        ("justice/charged", None, "imputada", "charged", "imputada"),
        ("condition/dead", None, "muertos", "dead", "muertos"),
        ("measure/lifted", None, "levantada", "lifted", "levantada"),
        ("justice/on-trial", None, "on trial", "on trial", "en juicio"),
        ("office/nominee", "security minister", "minister-designate", "nominee for security minister", "nominado a security minister"),
    ],
)
def test_a_status_as_a_reporter_would_write_it(stage: str, role: str | None, label: str, english: str, spanish: str) -> None:
    value = Status(*stage.split("/"), label, role)  # type: ignore[arg-type]
    assert (status_text(value, "en"), status_text(value, "es")) == (english, spanish)


def test_a_mismatch_names_the_language_that_says_otherwise() -> None:
    old = (
        "Ibarra wins the presidency\n\nTomás Ibarra is the president-elect of Sarmenta. He won 52.7% of the vote in the runoff.\n\n"
        "Ibarra gana la presidencia\n\nTomás Ibarra es el presidente electo de Sarmenta. Obtuvo el 52,7% de los votos en la segunda vuelta.\n"
    )
    changes = compare(old, old.replace("president-elect", "president"))
    assert [change.summary for change in changes if change.kind == "translation.mismatched"] == [
        "Tomás Ibarra: president in English, president-elect in Spanish"
    ]


def told(before: Said, after: Said, language: str) -> str:
    one, other = (snapshot(f"On Monday the {said.exact} of Tarn were in the news again.", said) for said in (before, after))
    return versions(one, other, language=language)[1].summary


@pytest.mark.parametrize(
    ("subject", "about", "said"),
    [
        ("quake", "quake", "quake: 12 → 14 (+2, +16.7%)"),
        ("people", "people killed", "people killed: 12 → 14 (+2, +16.7%)"),
        ("launch of Ariadne", "launch", "launch of Ariadne: 12 → 14 (+2, +16.7%)"),
        ("Tarn", "schools", "Tarn, schools: 12 → 14 (+2, +16.7%)"),
    ],
)
def test_a_name_is_not_said_twice(subject: str, about: str, said: str) -> None:
    assert told(figure("12", "12", subject=subject, about=about), figure("14", "14", subject=subject, about=about), "en") == said


@pytest.mark.parametrize(
    ("before", "after", "unit", "english", "spanish"),
    [
        ("1200000000", "1150000000", "EUR", "€1.2 billion → €1.15 billion (-€50 million, -4.2%)", "1200 millones de euros → 1150 millones de euros (-50 millones de euros, -4,2%)"),
        ("24", "25", "percent", "24% → 25% (+1 point)", "24% → 25% (+1 punto)"),
        ("2", "3", "rank", "No. 2 → No. 3", "n.º 2 → n.º 3"),
        ("40", "50", "km", "40 km → 50 km (+10, +25%)", "40 km → 50 km (+10, +25%)"),
    ],
)  # fmt: skip
def test_how_far_a_figure_moved(before: str, after: str, unit: str, english: str, spanish: str) -> None:
    sides = [figure(number, number, unit, "Tarn", "prize") for number in (before, after)]
    assert told(*sides, "en") == f"Tarn, prize: {english}"
    assert told(*sides, "es") == f"Tarn, prize: {spanish}"


UNITS = {*load("units")["symbols"].values(), *load("currencies")["symbols"].values(), *SHAPES}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("unit", sorted(UNITS))
def test_every_unit_can_be_said(unit: str, language: str) -> None:
    """Inches are "in", and so is a denominator in the templates."""
    for number in ("1", "6.5", "-2"):
        assert number.lstrip("-").replace(".", "," if language == "es" else ".") in figure_text(Figure(Decimal(number), unit), language)


def test_what_was_skipped_is_said_in_the_language_of_the_summary() -> None:
    sides = status("arrested", "justice/arrested", "Ana Roth"), status("convicted", "justice/convicted", "Ana Roth")
    assert told(*sides, "en") == "Ana Roth: arrested → convicted (skips charged, on trial)"
    assert told(*sides, "es") == "Ana Roth: detenido → declarado culpable (se salta imputado, en juicio)"


def test_nobody_has_to_be_kidnapped_before_he_is_found_dead() -> None:
    assert step("condition", "missing", "dead").skipped == ()
    assert step("measure", "in-force", "lifted").skipped == ()
    assert step("office", "candidate", "incumbent").skipped == ("elect",)
