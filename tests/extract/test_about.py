"""What a figure is about: subject, property and time, one table a class of sentence, both languages."""

from __future__ import annotations

import pytest

from tests.extract.binding import bound
from watcher.extract.about.wording import participle
from watcher.lexicon import concepts


def check(text: str, language: str, exact: str, subject: str | None, measure: str) -> None:
    found = bound(text, language)
    assert exact in found, sorted(found)
    told = found[exact]
    name = told.subject.name if told.subject else None
    assert (name, told.property) == (subject, measure)
    assert len(told.property.split()) <= 6


@pytest.mark.parametrize(
    ("text", "exact", "subject", "measure"),
    [
        ("Mayor Elena Duarte won 54% of the vote, against 38% for Marcos Vidal.", "54%", "Elena Duarte", "vote share"),
        ("Mayor Elena Duarte won 54% of the vote, against 38% for Marcos Vidal.", "38%", "Marcos Vidal", "vote share"),
        ("The baker Paul Morden, 62, was arrested in Harwick on Monday.", "62", "Paul Morden", "age"),
        ("Harwick Motors laid off 900 of its 4,100 workers in January.", "900", "Harwick Motors", "workers laid off"),
        ("Ferries were cancelled after a storm hit Harwick. Rents climbed 7.5%.", "7.5%", "rents", "rents"),
        ("The union called a 48-hour strike.", "48-hour", "strike", "strike duration in hours"),
        ("The council plans to raise fares by 12% in July.", "12%", "fares", "fares"),
        ("The budget, worth $40 million, was approved.", "$40 million", "budget", "budget"),
    ],
)
def test_english_figures_are_bound_by_structure(text: str, exact: str, subject: str, measure: str) -> None:
    check(text, "en", exact, subject, measure)


@pytest.mark.parametrize(
    ("text", "exact", "subject", "measure"),
    [
        (
            "La alcaldesa Elena Duarte obtuvo el 54% de los votos, frente al 38% de Marcos Vidal.",
            "54%",
            "Elena Duarte",
            "porcentaje de votos",
        ),
        (
            "La alcaldesa Elena Duarte obtuvo el 54% de los votos, frente al 38% de Marcos Vidal.",
            "38%",
            "Marcos Vidal",
            "porcentaje de votos",
        ),
        ("El panadero Pablo Moreno, de 62 años, fue detenido el lunes.", "62 años", "Pablo Moreno", "edad"),
        ("Los alquileres subieron un 7,5%.", "7,5%", "alquileres", "alquileres"),
        ("El sindicato convocó una huelga de 48 horas.", "48 horas", "huelga", "horas de huelga"),
    ],
)
def test_spanish_figures_are_bound_by_structure(text: str, exact: str, subject: str, measure: str) -> None:
    check(text, "es", exact, subject, measure)


def test_a_list_gives_each_item_its_own_place_and_one_property() -> None:
    found = bound("Water is the main worry of 41% of adults in Peru, 37% in Bolivia and 22% in Uruguay.", "en")
    places = {exact: told.subject.name for exact, told in found.items() if told.subject}
    assert places == {"41%": "Peru", "37%": "Bolivia", "22%": "Uruguay"}
    assert len({told.property for told in found.values()}) == 1


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject", "concept"),
    [
        ("Earthquake in Peru\n\nAt least 31 people have died and 12 are missing.", "en", "31", "Peru earthquake", "death toll"),
        ("Earthquake in Peru\n\nAt least 31 people have died and 12 are missing.", "en", "12", "Peru earthquake", "missing"),
        ("Terremoto en Perú\n\nAl menos 31 personas murieron en la costa.", "es", "31", "terremoto de Perú", "death toll"),
    ],
)
def test_a_toll_is_said_of_its_event(text: str, language: str, exact: str, subject: str, concept: str) -> None:
    told = bound(text, language)[exact]
    assert told.subject is not None
    assert told.subject.name == subject
    assert concepts.concept(told.property) == concept


def test_an_event_has_one_id_in_both_languages() -> None:
    english = bound("Earthquake in Peru\n\nAt least 31 people have died.", "en")["31"].subject
    spanish = bound("Terremoto en Perú\n\nAl menos 31 personas murieron.", "es")["31"].subject
    assert english is not None
    assert spanish is not None
    assert english.id == spanish.id


@pytest.mark.parametrize(
    ("text", "language", "exact", "time"),
    [
        ("Bolivia had 405 murders in 2024.", "en", "405", "2024"),
        ("Bolivia registró 405 asesinatos en 2024.", "es", "405", "2024"),
        ("The harbour handles 405 ships.", "en", "405", None),
    ],
)
def test_the_time_a_figure_holds_for(text: str, language: str, exact: str, time: str | None) -> None:
    assert bound(text, language)[exact].scope.time == time


@pytest.mark.parametrize(
    ("phrase", "concept"),
    [
        ("tasa de homicidios", "homicide rate"),
        ("murder rate", "homicide rate"),
        ("muertos", "death toll"),
        ("people killed", "death toll"),
        ("ships sunk", "ship sunk"),
    ],
)
def test_a_concept_has_one_id_whatever_the_words(phrase: str, concept: str) -> None:
    assert concepts.concept(phrase) == concept


@pytest.mark.parametrize("phrase", ["", "¡!", "  ", "a", "the of", "x" * 5000])
def test_a_concept_of_anything_is_a_string(phrase: str) -> None:
    assert isinstance(concepts.concept(phrase), str)


@pytest.mark.parametrize("text", ["", "12", "(((((12", "12, 13, 14 and", "% 5 % 6", "que 4 que 5 que 6", '"5" "6', "| 5 | 6 |\n| 7 |"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_binding_survives_scraps(text: str, language: str) -> None:
    assert all(told.property for told in bound(text, language).values())


@pytest.mark.parametrize(
    ("verb", "language", "shown"),
    [
        *[(verb, "en", "risen") for verb in ("rose", "rises")],
        ("oversaw", "en", "overseen"),
        ("hung", "en", "hung"),
        ("mended", "en", "mended"),
        ("inició", "es", "iniciado"),
        ("envió", "es", "enviado"),
        ("anunció", "es", "anunciado"),
        ("recibió", "es", "recibido"),
        ("creció", "es", "crecido"),
        ("devolvería", "es", "devuelto"),
        ("remató", "es", "rematado"),
        ("mataron", "es", "muerto"),
    ],
)
def test_participles_are_words(verb: str, language: str, shown: str) -> None:
    assert participle(verb, "", language) == shown
