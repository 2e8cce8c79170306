"""Values, dates and claims in the words of a reader."""

from typing import Any

import pytest

from watcher import lexicon
from watcher.outputs.words import day, many, measured, phrases, said_by, worth


def figure(number: str, unit: str, **more: Any) -> dict[str, Any]:
    return {"number": number, "high": None, "per": None, "unit": unit, "modifier": "exact"} | more


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (figure("24", "percent"), "24%"), (figure("61000", "count", modifier="more-than"), "more than 61,000"),
        (figure("2", "count", per="3"), "2 in 3"), (figure("31", "count", per="100000"), "31 per 100,000"),
        (figure("58000000", "USD"), "$58 million"), (figure("-5000000", "USD"), "-$5 million"),
        (figure("9" * 60, "count"), ",".join(["999"] * 20)), (figure("3700000000", "EUR"), "€3.7 billion"),
        (figure("1254321", "count"), "1,254,321"), (figure("2", "rank"), "No. 2"), (figure("1", "year"), "1 year"),
        (figure("10", "km", high="15", modifier="about"), "about 10 to 15 km"), (figure("2.3", "t"), "2.3 tonnes"),
        ({"lifecycle": "office", "stage": "elect", "label": "electo", "role": "presidente", "of": "Chile"}, "president-elect (Chile)"),
        ({"lifecycle": "office", "stage": "elect", "label": "designada", "role": "finance minister"}, "finance minister-designate"),
        ({"lifecycle": "office", "stage": "elect", "label": "wins", "role": None, "of": None}, "elected"),
        ({"lifecycle": "justice", "stage": "on-trial", "label": "juicio", "role": None, "of": None}, "on trial"),
        ({"edtf": "2026-03-29"}, "2026-03-29"), ({"text": "no\n se copia"}, "“no se copia”"),
    ],
)  # fmt: skip
def test_a_value_as_a_reader_writes_it(value: dict[str, Any], shown: str) -> None:
    assert worth(value) == shown


def test_years_go_without_saying_in_an_age() -> None:
    assert worth(figure("54", "year"), prop="age") == "54"


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2026-03-02", "2 March 2026"), ("2026-03", "2026-03"), (None, "undated"), ("XXXX-03-11", "XXXX-03-11"),
        ("2025-11-17/2025-12-13", "between 17 November 2025 and 13 December 2025"), ("2026-02-20/..", "after 20 February 2026"),
        ("../2026-02-20", "before 20 February 2026"),
    ],
)  # fmt: skip
def test_a_date_for_a_heading(edtf: str | None, shown: str) -> None:
    assert day(edtf) == shown


def test_what_is_measured_and_who_says_it() -> None:
    claim = {"kind": "figure.added", "property": "vote share", "scope": {"event": "runoff", "time": "2026-03-29", "place": None}}
    assert measured(claim) == "vote share (runoff, 2026-03-29)"
    assert measured({"kind": "status", "property": "office: president"}) == "status"
    assert said_by({"attribution": {"source": "Ipsos"}, "modality": "denied"}) == "Ipsos, denied"
    assert said_by({"attribution": None, "modality": "asserted"}) == ""


@pytest.mark.parametrize(
    ("number", "what", "language", "shown"),
    [
        (1, "article", "en", "1 article"), (1204, "status.shifted", "en", "1,204 statuses shifted"), (0, "claim", "en", "0 claims"),
        (1, "new", "es", "1 afirmación nueva"), (12040, "claim", "es", "12.040 afirmaciones"),
    ],
)  # fmt: skip
def test_counting(number: int, what: str, language: str, shown: str) -> None:
    assert many(number, what, language) == shown


def test_both_languages_have_words_for_every_kind_of_change_and_count() -> None:
    english, spanish = phrases("en"), phrases("es")
    assert {name: set(part) if isinstance(part, dict) else None for name, part in english.items()} == {
        name: set(part) if isinstance(part, dict) else None for name, part in spanish.items()
    }
    told = lexicon.load("en/summary")["kinds"]
    kinds = {kind for kind in told if not kind.endswith(".added")}
    assert kinds <= set(english["counts"])
    assert {kind.partition(".")[2] for kind in kinds} <= set(english["labels"])
