"""Who holds an office, says something or is a company is told by the structure, whatever the names are and whether news knows them."""

from __future__ import annotations

import pytest

import watcher


def claims(text: str) -> list[dict[str, object]]:
    return list(watcher.extract(text, published="2026-03-04").as_dict()["claims"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("El exalcalde de Callería Takumi Tamayo, de 66 años, fue condenado.", {"Takumi Tamayo"}),
        ("El exalcalde de Callería Aurelio Tamayo, de 66 años, fue condenado.", {"Aurelio Tamayo"}),
        ("La gobernadora de San Telmo Sayuri Onoda, de 51 años, fue detenida.", {"Sayuri Onoda"}),
        ("El alcalde de Puerto Limón Joost Mendoza Tupac, de 40 años, renunció.", {"Joost Mendoza Tupac"}),
    ],
)
def test_the_holder_of_an_office_stands_behind_its_place(text: str, names: set[str]) -> None:
    assert {claim["subject"]["name"] for claim in claims(text)} == names  # type: ignore[index]


@pytest.mark.parametrize(
    "text", ["La alcaldesa de Villa Nueva Esperanza renunció.", "El alcalde de San Pedro Garza García, Luis Sada, renunció."]
)
def test_a_place_of_several_words_holds_nobody(text: str) -> None:
    of = {claim["value"]["of"] for claim in claims(text) if claim["kind"] == "status" and claim["value"]["role"]}  # type: ignore[index]
    assert of <= {"Villa Nueva Esperanza", "San Pedro Garza García"}


@pytest.mark.parametrize(
    ("verb", "speaker", "name"),
    [
        ("detalló", "la viceministra Sayuri Tello", "Sayuri Tello"),
        ("informó", "el Ministerio de Salud", "Ministerio de Salud"),
        ("explicó", "Joost Condo", "Joost Condo"),
        ("ha informado", "el Ministerio de Salud", "Ministerio de Salud"),
    ],
)
def test_who_speaks_behind_segun_and_a_verb_is_not_who_spoke_before(verb: str, speaker: str, name: str) -> None:
    text = f"El Instituto del Mar contó 400 muertes. Hubo 177 heridos, según {verb} {speaker}."
    told = {claim["evidence"][0]["exact"]: claim["attribution"] for claim in claims(text) if claim["kind"] == "figure"}  # type: ignore[index]
    assert told == {
        "400": {"source": "Instituto del Mar", "quoted": False},
        "177": {"source": name, "quoted": False},
    }


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("Halvorsen, Europe's third-biggest chocolate maker, said it would shed 2,400 jobs.", "Halvorsen", "organization"),
        ("Okonkwo, Europe's third-biggest chocolate maker, said it would shed 2,400 jobs.", "Okonkwo", "organization"),
        ("Andersen, 45, was arrested on Monday.", "Andersen", "person"),
        ("Tropical Cyclone Bettina killed 12 people.", "Tropical Cyclone Bettina", "thing"),
        ("The Kenya Red Cross tells us it has treated 64 people.", "Kenya Red Cross", "organization"),
    ],
)
def test_what_stands_around_a_name_outweighs_how_it_is_written(text: str, name: str, sort: str) -> None:
    assert (name, sort) in {(claim["subject"]["name"], claim["subject"]["type"]) for claim in claims(text)}  # type: ignore[index]


@pytest.mark.parametrize("line", ["FACT CHECK: No, the jab has not killed 340 people", "Comprobación: no han muerto 340 personas"])
def test_the_kind_of_a_piece_says_nothing(line: str) -> None:
    assert all(claim["attribution"] is None for claim in claims(f"{line}\n\nThe register held 340 reports by 30 November."))
