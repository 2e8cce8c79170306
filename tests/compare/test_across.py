"""Between documents: time decides, and only what is surely about the same is held together."""

from __future__ import annotations

import pytest

from tests.compare.kit import Said, day, figure, known, quote, snapshot, status
from watcher.compare import Others, across, carry_ids, link_ids, timeline, versions
from watcher.compare.linking import link, name_relation
from watcher.compare.order import order
from watcher.compare.summary import side_text
from watcher.model import Snapshot, Subject


def doc(path: str, published: str | None, *said: Said) -> Snapshot:
    return snapshot(". ".join(one.exact for one in said) + ".", *said, path=path, published=published)


def told(new: Snapshot, *old: Snapshot) -> list[tuple[str, str, str]]:
    return [(change.kind, side_text(change.before, "en"), side_text(change.after, "en")) for change in across(new, Others(known(*old)))]


def stage(path: str, published: str | None, stage: str, subject: str = "Ana Lund", role: str | None = "president") -> Snapshot:
    return doc(path, published, status(stage.split("/")[1], stage, subject, role=role))


def toll(path: str, published: str | None, number: str, subject: str = "Kess flood", about: str = "death toll", **rest: object) -> Snapshot:
    return doc(path, published, figure(number, number, subject=subject, about=about, sort="thing", **rest))


CANDIDATE = stage("a", "2025-11-21", "office/candidate")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (stage("b", "2025-12-16", "office/elect"), [("status.shifted", "candidate", "elect")]),
        (stage("b", "2025-12-16", "office/elect", "Lund"), [("status.shifted", "candidate", "elect")]),
        (stage("b", "2025-12-16", "office/candidate", "Lund"), []),
        (stage("b", "2025-11-21", "office/incumbent"), [("status.conflicting", "candidate", "incumbent")]),
        (stage("b", "2025-11-02", "office/aspirant"), []),
        (stage("b", None, "office/elect"), []),
        (stage("b", "2025-11", "office/elect"), []),
        (stage("b", "2025-12-16", "office/elect", "Bo Lund"), [("status.added", "", "elect")]),
        (stage("b", "2025-12-16", "office/incumbent", role="mayor"), [("status.added", "", "incumbent")]),
        (stage("b", "2025-12-16", "office/former", role=None), [("status.added", "", "former")]),
        (stage("b", "2025-12-16", "justice/charged", role=None), [("status.added", "", "charged")]),
    ],
)
def test_stages(new: Snapshot, expected: list[tuple[str, str, str]]) -> None:
    assert told(new, CANDIDATE) == expected


def test_a_bare_surname_of_two_fits_neither() -> None:
    other = stage("c", "2025-11-20", "office/incumbent", "Bo Lund")
    assert [kind for kind, *_ in told(stage("b", "2025-12-16", "office/elect", "Lund"), CANDIDATE, other)] == ["status.added"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (toll("b", "2026-06-03", "19"), [("figure.revised", "12", "19")]),
        (toll("b", "2026-06-03", "19", "inundación de Kess", "muertos"), [("figure.revised", "12", "19")]),
        (toll("b", "2026-06-02", "19"), [("figure.conflicting", "12", "19")]),
        (toll("b", "2026-06-01", "9"), [("figure.added", "", "9")]),  # late: moves nothing, but nobody had stated it
        (toll("b", None, "19"), [("figure.added", "", "19")]),
        (toll("b", "2026-06-03", "12"), []),
        (toll("b", "2026-06-03", "40", about="injured"), [("figure.added", "", "40")]),
        (toll("b", "2026-06-03", "40", "Tarn flood"), [("figure.added", "", "40")]),
    ],
)
def test_a_toll_rolls_on(new: Snapshot, expected: list[tuple[str, str, str]]) -> None:
    assert told(new, toll("a", "2026-06-02", "12")) == expected


def poll(path: str, share: str, time: str | None, source: str = "Sondar", published: str = "2026-10-13") -> Snapshot:
    return doc(path, published, figure(share, share, "percent", "Ada Mora", "vote share", time=time, source=source))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (poll("b", "36", "2026-10-11"), [("figure.conflicting", "34%", "36%")]),
        (poll("b", "36", "2026-11-08"), [("figure.added", "", "36%")]),
        (poll("b", "36", "2026-10-11", "Metro"), [("figure.added", "", "36%")]),
        (poll("b", "34", "2026-10-11"), []),
        (poll("b", "34", None, published="2026-11-01"), []),
    ],
)
def test_polls_conflict_only_for_one_date_and_source(new: Snapshot, expected: list[tuple[str, str, str]]) -> None:
    assert told(new, poll("a", "34", "2026-10-11")) == expected


def share(path: str, value: str, about: str, event: str | None) -> Snapshot:
    return doc(path, "2026-03-03", figure(f"{value}%", value, "percent", "Celia Roth", about, time="2026-03-01", event=event))


@pytest.mark.parametrize(
    ("about", "event", "value", "expected"),
    [
        ("porcentaje de votos", "primera vuelta", "34", []),  # known from the other language
        ("porcentaje de votos", None, "34", []),
        ("porcentaje de votos", "primera vuelta", "36", [("figure.conflicting", "34%", "36%")]),
        ("porcentaje de votos", "segunda vuelta", "36", [("figure.added", "", "36%")]),
        ("vote share", "runoff", "36", [("figure.added", "", "36%")]),
    ],
)
def test_a_round_of_a_vote_is_one_event_in_two_languages(
    about: str, event: str | None, value: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(share("b", value, about, event), share("a", "34", "vote share", "first round")) == expected


def test_an_office_is_one_in_two_languages() -> None:
    candidate = stage("a", "2026-09-20", "office/candidate", role=None)
    known_as = stage("b", "2026-12-01", "office/incumbent", role="governor")
    assert told(stage("c", "2026-12-03", "office/incumbent", role="gobernadora"), candidate, known_as) == []


def test_a_toll_told_in_the_headline_and_in_the_body_is_revised_once() -> None:
    new = doc(
        "b", "2026-06-03",
        figure("nineteen", "19", subject="Kess flood", about="deaths", sort="thing"),
        figure("19", "19", subject="Kess flood", about="people killed", sort="thing"),
    )  # fmt: skip
    assert told(new, toll("a", "2026-06-02", "12")) == [("figure.revised", "12", "19")]


def test_a_running_count_goes_by_the_place_its_article_speaks_of() -> None:
    def arrests(path: str, day: str, number: str, subject: str, about: str, place: str) -> Snapshot:
        said = figure(number, number, subject=subject, about=about, sort="thing")
        return doc(path, day, said, figure("7%", "7", "percent", place, "inflation", sort="place"))

    old = arrests("a", "2026-03-12", "61000", "people", "people arrested", "Costa Parda")
    assert ("figure.revised", "61,000", "63,500") in told(
        arrests("b", "2026-03-20", "63500", "personas", "personas detenidas", "Costa Parda"), old
    )
    assert ("figure.added", "", "63,500") in told(arrests("b", "2026-03-20", "63500", "personas", "personas detenidas", "Norland"), old)


def test_a_day_known_from_the_other_language_is_not_said_again() -> None:
    old = doc("a", "2026-03-02", day("on March 29", "2026-03-29", "runoff", "runoff", sort="thing"))
    assert told(doc("b", "2026-03-03", day("el 29 de marzo", "2026-03-29", "segunda vuelta", "segunda vuelta", sort="thing")), old) == []
    assert len(told(doc("b", "2026-03-03", day("el 29 de marzo", "2026-03-29", "juicio", "juicio", sort="thing")), old)) == 1


def test_a_document_with_several_values_of_one_name_is_compared_with_none() -> None:
    prices = doc("b", "2026-06-03", *[figure(n, n, "ARS", "Dollar", "price", sort="thing") for n in ("1430", "1380")])
    assert "figure.revised" not in [
        kind for kind, *_ in told(prices, doc("a", "2026-06-02", figure("1425", "1425", "ARS", "Dollar", "price", sort="thing")))
    ]


def test_a_date_to_come_moves() -> None:
    old = doc("a", "2026-07-01", day("Aug. 4", "2026-08-04", "Ariad probe", "launch", sort="thing"))
    new = doc("b", "2026-07-20", day("Aug. 18", "2026-08-18", "Ariad probe", "launch", sort="thing"))
    late = doc("b", "2026-09-20", day("Oct. 2", "2026-10-02", "Ariad probe", "launch", sort="thing"))
    assert told(new, old) == [("date.moved", "2026-08-04", "2026-08-18")]
    assert told(late, old) == [("date.added", "", "2026-10-02")]  # the day had passed: no move, another launch


def test_first_words_of_a_new_document_are_added_and_known_ones_not() -> None:
    words = quote("Water is a patient enemy", "Ana Lund")
    assert [kind for kind, *_ in told(doc("a", "2026-01-01", words))] == ["quote.added"]
    assert told(doc("b", "2026-01-02", words), doc("a", "2026-01-01", words)) == []


def test_an_edit_tells_only_the_conflicts_it_brings() -> None:
    old, new = toll("b", "2026-06-02", "12"), toll("b", "2026-06-02", "15")
    changes = versions(old, new)
    assert [change.kind for change in across(new, Others(known(toll("a", "2026-06-02", "12"))), changed=changes)] == ["figure.conflicting"]
    assert across(new, Others(known(toll("a", "2026-06-01", "12"))), changed=changes) == []


def test_ids_last() -> None:
    old, new = toll("a", "2026-06-02", "12"), toll("a", "2026-06-02", "19")
    assert [claim.id for claim in carry_ids(old, new).claims] == [claim.id for claim in old.claims]
    assert [claim.id for claim in link_ids(toll("b", "2026-06-03", "19"), Others(known(old))).claims] == [old.claims[0].id]


def test_history_is_in_order_of_publication() -> None:
    claims = known(toll("c", "2026-06-04", "27"), toll("a", "2026-06-02", "12"), toll("b", "2026-06-03", "19"), toll("d", None, "9"))
    assert [point.text() for point in timeline(claims, "Kess", "death toll")] == ["12", "19", "27", "9"]
    assert [point.text() for point in timeline(claims, "Kess", as_of="2026-06-03")] == ["12", "19"]
    assert timeline(claims, "Tarn") == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2026-06-02", "2026-06-03", "before"),
        ("2026-06", "2026-05-31", "after"),
        ("2026-06-02", "2026-06-02", "same"),
        ("2026-06", "2026-06-02", "unknown"),
        ("2025-11-17/2025-12-13", "2025-12-16", "before"),
        ("../2025-12-13", "2025-12-16", "before"),
        ("XXXX-06-02", "2026-06-02", "unknown"),
        ("2026-02-31", "2026-06-02", "unknown"),
        (None, "2026-06-02", "unknown"),
    ],
)
def test_order(one: str | None, other: str | None, expected: str) -> None:
    assert order(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("José Antonio Kast", "Jose Antonio Kast", "same"),
        ("Kast", "José Antonio Kast", "fits"),
        ("Kess flood", "inundación de Kess", "same"),
        ("Jose Peres", "José Pérez", "same"),
        ("Ana Lund", "Bo Lund", "other"),
        ("Region 4", "Region 5", "other"),
        ("the driver", "a driver", "same"),
    ],
)
def test_names(one: str, other: str, expected: str) -> None:
    assert name_relation(one, other) == expected


def test_link_takes_the_fullest_of_one_person() -> None:
    people = [Subject(name.lower().replace(" ", "-"), name, "person") for name in ("Antonio Kast", "José Antonio Kast")]
    found = link(Subject("kast", "Kast", "person"), people)
    assert found is not None
    assert found.name == "José Antonio Kast"
