"""The demonstration tells its story: the entries a newcomer must see when the seeds are taken in."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.faults.harness import HOME, cli

Entries = list[dict[str, Any]]


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert cli("run", HOME / "seeds", "--once", "--state", folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def entries(state: Path) -> Entries:
    return [json.loads(line) for line in cli("log", "--json", "--state", state).stdout.split("\n") if line]


def stages(entries: Entries, kind: str, name: str) -> list[tuple[str, str]]:
    return [(e["before"]["value"]["stage"], e["after"]["value"]["stage"]) for e in of(entries, kind, name)]


def of(entries: Entries, kind: str, name: str = "") -> Entries:
    return [e for e in entries if e["kind"] == kind and name in ((e["subject"] or {}).get("name") or "")]


def stated(entries: Entries, unit: str, number: str) -> Entries:
    """The entries that bring a figure, new or moved."""
    return [e for e in entries if e["after"] and e["after"]["value"].get("unit") == unit and e["after"]["value"]["number"] == number]


def test_every_article_is_taken_in(entries: Entries) -> None:
    assert len(of(entries, "document.added")) == 10
    assert not of(entries, "document.rejected")


def test_a_candidate_becomes_president_elect_then_president(entries: Entries) -> None:
    assert stages(entries, "status.shifted", "Ibarra") == [("candidate", "elect"), ("elect", "incumbent")]


def test_an_opinion_uses_the_title_too_early(entries: Entries) -> None:
    (conflict,) = of(entries, "status.conflicting", "Ibarra")
    assert (conflict["before"]["value"]["stage"], conflict["after"]["value"]["stage"]) == ("elect", "incumbent")
    assert conflict["document"]["path"] == "2026-03-31-opinion.txt"


def test_an_arrest_becomes_a_charge(entries: Entries) -> None:
    assert stages(entries, "status.shifted", "Calder") == [("arrested", "charged")]


def test_a_minister_designate_becomes_minister(entries: Entries) -> None:
    assert stages(entries, "status.shifted", "Duarte") == [("elect", "incumbent")]


def test_no_other_status_shifts_or_conflicts(entries: Entries) -> None:
    assert len(of(entries, "status.shifted") + of(entries, "status.conflicting")) == 5


def test_both_shares_of_the_first_round_each_once_over_two_languages(entries: Entries) -> None:
    assert [len(stated(entries, "percent", share)) for share in ("34", "31")] == [1, 1]


@pytest.mark.parametrize(("rate", "year"), [("48.2", "2015"), ("31", "2019"), ("12.7", "2024"), ("6.4", "2025")])
def test_homicide_rates_have_their_years(entries: Entries, rate: str, year: str) -> None:
    rates = [e for e in stated(entries, "count", rate) if e["after"]["value"]["per"] == "100000"]
    assert [e["scope"]["time"] for e in rates] == [year]


def test_arrests_grow_from_article_to_article(entries: Entries) -> None:
    grown = [(e["before"]["value"]["number"], e["after"]["value"]["number"]) for e in of(entries, "figure.revised")]
    assert grown == [("61000", "63500"), ("63500", "64000")]


def test_a_translation_drifts(entries: Entries) -> None:
    (drift,) = of(entries, "translation.mismatched")
    assert (drift["before"]["value"]["number"], drift["after"]["value"]["number"]) == ("52.7", "57.2")


@pytest.mark.parametrize(("event", "day"), [("runoff", "2026-03-29"), ("office", "2026-05-15"), ("juicio", "2026-09-07")])
def test_dates_to_come(entries: Entries, event: str, day: str) -> None:
    assert any(event in (e["property"] or "") for e in of(entries, "date.added") if e["after"]["value"]["edtf"] == day)


def test_a_quotation_has_its_speaker(entries: Entries) -> None:
    assert {"Ruth Vidal", "Celia Montt", "Marcela Duarte"} <= {(e["subject"] or {}).get("name") for e in of(entries, "quote.added")}


def test_taking_it_in_again_brings_nothing(state: Path) -> None:
    assert cli("run", HOME / "seeds", "--once", "--json", "--state", state).stdout == ""


def test_what_a_person_sees_has_a_line_for_every_claim(tmp_path: Path, entries: Entries) -> None:
    shown = cli("run", HOME / "seeds", "--once", "--state", tmp_path).stdout
    assert "\x1b" not in shown
    for entry in entries:
        if entry["kind"] == "quote.added":
            assert entry["after"]["value"]["text"] in shown
        elif not entry["kind"].startswith("document.") and not entry["kind"].endswith(".added"):
            assert entry["summary"] in shown
    assert re.search(r"^10 articles: .* new claims$", shown, re.MULTILINE)
