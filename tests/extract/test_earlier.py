"""What was before is not what is: the value of an earlier period says so, by its time or by its property."""

from __future__ import annotations

import pytest

from tests.extract.said import facts


@pytest.mark.parametrize(
    ("text", "exact", "wanted"),
    [
        ("Profit fell to $12 million from $15 million a year earlier.", "$15 million", "a year earlier"),
        ("Attendance reached 42,000, against 38,000 the previous season.", "38,000", "a year earlier"),
        ("The number of cases climbed to 1,204, up from 980 last week.", "980", "a week earlier"),
        ("Revenue was $3.2 billion, versus $2.9 billion in the same quarter last year.", "$2.9 billion", "a year earlier"),
        ("Sales rose from 390,000 units to 420,000 units.", "390,000", "before"),
        ("The toll rose to 14 from the previous 11.", "11", "before"),
        ("El paro cayó al 11,2%, desde el 12,1% de un año antes.", "12,1%", "un año antes"),
        ("Los contagios llegaron a 1.204, contra 980 de la semana pasada.", "980", "una semana antes"),
        ("Las ventas sumaron 340 millones, frente a los 320 millones del año anterior.", "320 millones", "un año antes"),
        ("El desempleo bajó a 7,8%, frente al 8,3% anterior.", "8,3%", "antes"),
        ("La deuda creció de 3.000 a 4.000 millones de euros.", "3.000", "antes"),
    ],
)
def test_the_property_says_when_it_was(text: str, exact: str, wanted: str) -> None:
    told = {words: claim["property"] for words, claim in facts(text).items()}
    assert told[exact].endswith(f" {wanted}")
    assert not any(name.endswith(("earlier", "before", "antes")) for other, name in told.items() if other != exact), told


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Lin won 51.2% of the vote, compared with 48.8% for Paul Renner.",
        "Sales rose 12% from a year earlier to 4,000 units.",
        "Trains run from 5 stations to 12 towns.",
        "The airport handled 3.2 million passengers, 12% more than last year.",
        "Laura Peña obtiene el 38,2 % de los votos, frente al 35,1 % de Hugo Salas.",
        "El hospital atendió a 340 personas, 20 más que la semana pasada.",
        "La carretera va de 2 a 4 carriles.",
    ],
)
def test_what_only_stands_beside_is_not_earlier(text: str) -> None:
    assert not any(claim["property"].endswith(("earlier", "before", "antes")) for claim in facts(text).values())


def test_a_year_that_is_told_is_the_time() -> None:
    told = facts("La empresa vendió 4.500 autos, comparado con 4.100 del mismo mes de 2023.")
    assert told["4.100"]["scope"]["time"] == "2023"
