"""Classes of sentences whose figures are about something told elsewhere: rates told short, fronted frames, deeds, pronouns; and the cost."""

from __future__ import annotations

import time

import pytest

import watcher
from tests.extract.binding import assert_told, bound


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (
            "In 2014, the worst year on record, the murder rate of Lorvia stood at 52.1 per 100,000 inhabitants. "
            "By 2018 it was 30 per 100,000; in 2023 it fell to 11.4, and 2024 closed at 7.5.",
            "en",
            {"52.1 per 100,000": "2014", "30 per 100,000": "2018", "11.4": "2023", "7.5": "2024"},
        ),
    ],
)
def test_a_rate_told_short_keeps_its_name_its_place_and_its_own_year(text: str, language: str, told: dict[str, str]) -> None:
    found = bound(text, language)
    for exact, year in told.items():
        assert found[exact].subject is not None
        assert (found[exact].subject.name, found[exact].property, found[exact].scope.time) == ("Lorvia", "murder rate", year)


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject"),
    [
        ("A blaze that began in a barn destroyed 40 homes.", "en", "40", "blaze"),
        ("The experts expect the lake to shrink by 45% by 2040.", "en", "45%", "lake"),
        ("There were 212 complaints about the buses in April.", "en", "212", "complaints"),
        ("The number of night trains will fall from 30 to 22.", "en", "22", "night trains"),
        ("Elena Duarte took 58% of the vote, against 41% polled by Marcos Vidal.", "en", "41%", "Marcos Vidal"),
        ("Elena Duarte logró el 58% de los votos, frente al 41% alcanzado por Marcos Vidal.", "es", "41%", "Marcos Vidal"),
        ("Harwick cerrará la planta después de que el precio del cobre cayera un 31%.", "es", "31%", "precio del cobre"),
        ("In the senate, the Reform Party holds 41 of 90 seats.", "en", "90", "senate"),
        ("The rate of Lorvia is fourfold the national average of 3.6 per 100,000.", "en", "3.6 per 100,000", "national average"),
        ("“Hay dos camas y los lunes es peor”, dijo la directora Elena Duarte.", "es", "dos", "camas"),
        ("Oslo, 3 de mayo de 2025 – Los precios en Lorvia subieron y la inflación anual cedió al 4,9%.", "es", "4,9%", "Lorvia"),
        ("The poverty rate in Lorvia was 12%, third among 18 countries.", "en", "third", "Lorvia"),
        ("Elena Duarte habló ayer. Se entregaron 400 casas.", "es", "400", "casas"),
        ("The hedge that now splits the valley is 9 km long.", "en", "9 km", "hedge"),
        ("The ministry blames the drought and wants 40 wells.", "en", "40", "ministry"),
        ("Some brokers doubt the forecast of 3% growth.", "en", "3%", "brokers"),
        ("Los pastores continúan la huelga y reclaman 300 euros.", "es", "300 euros", "pastores"),
        ("The price of copper fell by 4%.", "en", "4%", "price of copper"),
        ("Income from tolls reached $11.3 million.", "en", "$11.3 million", "income from tolls"),
        ("The clashes in Lorvia have killed 40 people.", "en", "40", "Lorvia fighting"),
        ("Un huaico en Lorvia deja 9 muertos.", "es", "9", "deslizamiento de Lorvia"),
        ("Ana Bo was held at a quarry 12 km from the coast.", "en", "12 km", "quarry"),
        ("Ana Bo llegó ayer con sus dos hijas.", "es", "dos", "Ana Bo"),
        ("Ana Bo took 9,874 votes, to Mr Greg Holt's 9,662 (40.3 per cent).", "en", "40.3 per cent", "Greg Holt"),
        ("The council fears for the old pier, shut for three years.", "en", "three years", "old pier"),
        ("Although shelling killed four farmers, the truce held.", "en", "four", "shelling"),
        ("Peat stores some 28 times as much carbon as grass.", "en", "28 times", "Peat"),
        ("Oslo Marine raised its fares by 9.5% and sold less.", "en", "9.5%", "Oslo Marine"),
        ("The poll gave Ana Bo a lead of 3 points.", "en", "3 points", "Ana Bo"),
        ("El sondeo daba a Ana Bo una ventaja de 3 puntos.", "es", "3 puntos", "Ana Bo"),
        ("La presa almacena agua y entrega hasta 55 MW.", "es", "55 MW", "presa"),
        ("El trigo se encareció 21%, mientras que el aceite bajó 6%.", "es", "6%", "aceite"),
        ("El ruido acorta su vida útil, estimada en 12 años.", "es", "12 años", "vida útil"),
        ("The archive holds 900 letters. Of these, 212 were forged.", "en", "212", "letters"),
        ("La feria vendió 900 cuadros. De ellos, 212 eran falsos.", "es", "212", "cuadros"),
        ("Rainfall was well short of the 75% that the basin needs.", "en", "75%", "rainfall"),
        ("The senate passed the harbour law. It foresees 40 piers.", "en", "40", "harbour law"),
        ("Oslo Marine hired a crew of divers. The team found 12 wrecks.", "en", "12", "wrecks"),
    ],
)
def test_whom_a_figure_is_said_of(text: str, language: str, exact: str, subject: str) -> None:
    assert_told(text, language, exact, subject)


@pytest.mark.parametrize(
    ("text", "language", "exact", "measure"),
    [
        ("These policies have led to the arrest of over 8,500 people.", "en", "8,500", "arrests"),
        ("Marcos Vidal propone contratar a 900 policías.", "es", "900", "policías contratadas"),
        ("Coverage fell from 94% to 86%, a drop of 8 points.", "en", "8 points", "vaccination coverage"),
    ],
)
def test_what_a_figure_measures(text: str, language: str, exact: str, measure: str) -> None:
    assert bound(text, language)[exact].property == measure


@pytest.mark.parametrize("piece", ["5% of ", "the 3 ", "12 people and ", "rate 4 per 1,000 ", "“4 we ", "in 2015, the 3 , "])
def test_the_cost_is_linear_on_hostile_text(piece: str) -> None:
    def cost(count: int) -> float:
        began = time.process_time()
        bound(piece * count, "en")
        return time.process_time() - began

    cost(100)
    small, large = min(cost(200) for _ in range(2)), cost(800)
    assert large < 12 * small + 0.2


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("On Sunday Juan Valdés won 24% of the vote.", "Juan Valdés"),
        ("El domingo Juan Valdés obtuvo el 24% de los votos.", "Juan Valdés"),
        ("In the first round of May 3 Juan Valdés won 24% of the vote.", "Juan Valdés"),
        ("En la primera vuelta electoral del pasado 3 de mayo Juan Valdés obtuvo el 24% de los votos.", "Juan Valdés"),
    ],
)
def test_a_time_that_opens_the_clause_hides_no_subject(text: str, subject: str) -> None:
    claims = watcher.extract(text).as_dict()["claims"]
    assert [claim["subject"]["name"] for claim in claims if claim["kind"] == "figure"] == [subject]
