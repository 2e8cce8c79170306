"""Lines of a list: whom they name, and what the line above them says is counted; sizes by their unit, and the thing whose size it is."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

TOWNS = (
    "Informe semanal\n\nEl ministerio publicó ayer los datos.\n\nMunicipios con más casos:\n- Oslo: 861\n- Lima: 702 (en 2025 eran 120)\n"
)
RENTS = "El mercado\n\nSubió de nuevo en mayo.\n\nPrecio del alquiler (euros por metro):\n• Oslo — 21,4\n• Lima — 20,9\n"
MEDALS = "Sport report\n\nThe games closed on Sunday.\n\nMedals by country:\n- Norland (40)\n- Peru (20)\n"
DAMAGE = "Balance\n\nLa riada pasó por Oslo.\n\nDaños\n\n- Puentes caídos: 11\n- Tasa de mortalidad: 3%\n"
LISTED = [
    (TOWNS, "861", "Oslo", "municipios con más casos"),
    (TOWNS, "702", "Lima", "municipios con más casos"),
    (TOWNS, "120", "Lima", "municipios con más casos"),
    (RENTS, "21,4", "Oslo", "precio del alquiler"),
    (RENTS, "20,9", "Lima", "precio del alquiler"),
    (MEDALS, "40", "Norland", "medals by country"),
    (MEDALS, "20", "Peru", "medals by country"),
]
SIZES = [
    ("El avión bajó en una pista de 700 metros.", "700 metros", "pista", "metros"),
    ("El bus cayó por un barranco de 300 metros.", "300 metros", "barranco", "metros"),
    ("El barco Mirel estaba a una distancia de 30 kilómetros.", "30 kilómetros", "Mirel", "distancia"),
    ("The farm covers 300 hectares.", "300 hectares", "farm", "hectares"),
]


@pytest.mark.parametrize(("text", "exact", "subject", "words"), LISTED)
def test_a_line_of_a_list(text: str, exact: str, subject: str, words: str) -> None:
    found = facts(text, "2025-06-25")[exact]
    assert (found["subject"]["name"], found["property"]) == (subject, words)


def test_a_label_that_measures_stays_what_is_measured() -> None:
    found = facts(DAMAGE, "2025-06-25")
    assert found["11"]["property"] == "puentes caídos"
    assert found["3%"]["property"] == "tasa de mortalidad"


@pytest.mark.parametrize(("text", "exact", "subject", "word"), SIZES)
def test_a_size(text: str, exact: str, subject: str, word: str) -> None:
    found = facts(text, "2025-06-25")[exact]
    assert found["subject"]["name"] == subject
    assert word in found["property"]
