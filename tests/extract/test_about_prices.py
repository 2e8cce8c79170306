"""Price indices: the divisions of consumption they are told by, and what rose most."""

from __future__ import annotations

import pytest

from tests.extract.binding import assert_told


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject"),
    [
        ("El rubro que más subió fue “Vivienda y servicios básicos”, con un 3,1%.", "es", "3,1%", "Vivienda y servicios básicos"),
        ("El rubro que más subió en mayo fue Restaurantes y hoteles, con un 4,7 %.", "es", "4,7 %", "Restaurantes y hoteles"),
        ("La división de mayor aumento fue Bienes y servicios varios (44,4%).", "es", "44,4%", "Bienes y servicios varios"),
        ("Prendas de vestir y calzado registró una baja de 0,5%.", "es", "0,5%", "Prendas de vestir y calzado"),
        ("La provincia que más creció fue Soria, con un 3 %.", "es", "3 %", "Soria"),
        ("Food and non-alcoholic beverages rose 2.3% in May.", "en", "2.3%", "Food and non-alcoholic beverages"),
        ("The city that grew fastest was Leeds, with 4%.", "en", "4%", "Leeds"),
    ],
)
def test_whose_a_rise_is(text: str, language: str, exact: str, subject: str) -> None:
    assert_told(text, language, exact, subject)
