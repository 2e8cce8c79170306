"""Spanish rows of places, signs in brackets, ages of young people, sentences of courts: whose each figure is."""

from __future__ import annotations

import pytest

import watcher

ROWS = [
    ("Loja fue la ciudad con mayor desempleo (24,9%), seguida de Riohacha (15,2%).", ["Loja", "Riohacha"]),
    ("Norvia fue la empresa con mayores pérdidas (40 millones de euros).", ["Norvia"]),
    ("Salta es la provincia con la mayor tasa de homicidios (44,1).", ["Salta"]),
    ("Salta es la provincia con menos camas (1.200).", ["Salta"]),
    (
        "Salta es la provincia más golpeada, con 29 muertos y 18 heridos, seguida de Jujuy, con 21 fallecidos y 43 desaparecidos.",
        ["Salta", "Salta", "Jujuy", "Jujuy"],
    ),
    ("Loreto es la región con más dengue, con 410 casos y 6 muertos, seguida de Piura, con 2 muertos.", ["Loreto", "Loreto", "Piura"]),
    ("Piura fue la más castigada por el sismo, con 8 fallecidos.", ["Piura"]),
    ("El alcalde, Bo Trán, fue a verlo. En Tula, donde el viento sopló y la nieve superó los dos metros, hubo fiesta.", ["nieve"]),
    ("El alcalde, Bo Trán, fue a verlo. En Tula, donde el río creció y el agua alcanzó tres metros, cerraron 30 bares.", ["agua", "bares"]),
    ("Lía Marás es la ministra peor valorada, con una nota de 2,9.", ["Lía Marás"]),
    ("Lía Marás fue la actriz mejor pagada, con 40 millones de euros.", ["Lía Marás"]),
    ("El PSR cae al 8,1%, mientras que el PRT, con el 21%, celebra.", ["PSR", "PRT"]),
    ("El paro bajó en Navarra, mientras que Murcia, con un 12,1%, espera.", ["Murcia"]),
    (
        "El desempleo bajó en abril, sobre todo en Asturias, con un descenso del 8,2 por ciento, y Navarra, un 3,1 por ciento menos.",
        ["Asturias", "Navarra"],
    ),
    ("Las ventas cayeron en Jalisco, con una baja del 6,1%, y en Sonora, un 4%.", ["Jalisco", "Sonora"]),
    ("El desempleo subió más en Salta, seguida de Chaco, donde creció un 3,4%, y Jujuy (1,2%).", ["Chaco", "Jujuy"]),
    (
        "Los alquileres registraron las mayores subidas en Aragón (+5,5%), la Comunidad de Madrid (+5%) y Galicia (+4,6%).",
        ["Aragón", "Comunidad de Madrid", "Galicia"],
    ),
    ("Cerraron la lista Canarias (+3,3%), Murcia (+3,2%) y Ceuta (-1,1%).", ["Canarias", "Murcia", "Ceuta"]),
    (
        "La provincia más castigada fue Salta con un 6,3%, mientras que le siguen Chaco con 6,1% y Jujuy con 6%.",
        ["Salta", "Chaco", "Jujuy"],
    ),
    ("La Policía Local detuvo a un joven de 27 años por robar un coche.", ["joven"]),
    ("Fue internado un menor de 13 años, vecino de Lugo.", ["menor"]),
    ("La fiscalía pedía para el exalcalde dos años de cárcel y ocho de inhabilitación.", ["exalcalde", "exalcalde"]),
    ("La sala rebaja de ocho a cinco años la condena a un profesor.", ["profesor", "profesor"]),
    ("Condenaron a Lía Marás a tres años de prisión por robo y a Bo Trán a seis meses.", ["Lía Marás", "Bo Trán"]),
    ("El juez condenó a Lía Marás. El fallo dicta que deberá cumplir un año y nueve meses de prisión.", ["Lía Marás"]),
    (
        "Las operaciones más rápidas son las de cirugía cardíaca (63 días), dermatología (65 días) y oftalmología (84 días).",
        ["cirugía cardíaca", "dermatología", "oftalmología"],
    ),
    ("Tras el vuelco del micro, cuatro personas perdieron la vida y el choque dejó 12 heridos.", ["accidente", "accidente"]),
]


@pytest.mark.parametrize(("text", "subjects"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_each_place_has_its_figure(text: str, subjects: list[str]) -> None:
    figures = [claim for claim in watcher.extract(text).claims if claim.kind == "figure"]
    figures.sort(key=lambda claim: claim.evidence[0].start)
    assert [claim.subject.name if claim.subject else None for claim in figures] == subjects


def test_who_closes_a_list_has_what_the_list_is_of() -> None:
    told = watcher.extract(
        "El precio de los alquileres subió más en Murcia (+4,7%). Cierran la lista Galicia (+3,3%) y Ceuta (+2,5%)."
    ).claims
    assert {claim.property for claim in told if claim.kind == "figure"} == {"precio de alquileres"}


def test_who_loses_the_life_is_dead() -> None:
    told = watcher.extract("Tras el choque, cuatro personas perdieron la vida.").claims
    assert [claim.property for claim in told if claim.kind == "figure"] == ["personas muertas"]


def test_a_count_with_its_own_noun_goes_on_from_no_other() -> None:
    claims = watcher.extract("Gana el PRT, con 120 escaños y 9 alcaldes, seguido del PSR, con 90 diputados.").as_dict()["claims"]
    assert [claim["property"] for claim in claims] == ["escaños", "alcaldes", "diputados"]


def test_a_number_that_closes_a_name_belongs_to_it() -> None:
    claims = watcher.extract("El PRT ganaría con 120 escaños, según Medida Dos.").as_dict()["claims"]
    assert claims[0]["attribution"]["source"] == "Medida Dos"
