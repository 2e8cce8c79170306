"""Crime statistics and sentences: counts among decimals, rates told short, people and bodies of one name, a day that courts add."""

from __future__ import annotations

import pytest

from tests.extract.binding import assert_told

YEAR = "La tasa llegó a 23.31. Hubo un descenso del 14 por ciento, al pasar de 6.128 muertes en 2019 a 5.281 este año."


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject", "of"),
    [
        (YEAR, "es", "5.281", "muertes", "muertes"),
        (
            "La Audiencia ha condenado a 13 años, seis meses y un día de prisión a Luis Mora.",
            "es",
            "13 años, seis meses",
            "Luis Mora",
            "prisión",
        ),
        ("El país llegó a 23 homicidios por cada 100 mil habitantes.", "es", "23 homicidios por cada 100 mil", "país", "homicidios"),
        ("Los estados con tasas más altas de homicidio son Colima, con 40.", "es", "40", "Colima", "tasas de homicidio"),
        ("Of the total, 15,391 (89%) of the victims were men.", "en", "15,391", "victims", "victims"),
        (
            "He ran Petters Group Worldwide. A jury convicted Tom Petters. Petters got 50 years in jail.",
            "en",
            "50 years",
            "Tom Petters",
            "jail",
        ),
    ],
)
def test_whose_a_figure_is(text: str, language: str, exact: str, subject: str, of: str) -> None:
    assert_told(text, language, exact, subject, of)
