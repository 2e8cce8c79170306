"""Spanish clauses whose subject is not whom their figure is about: what is given, reckoned, told by a change or behind the verb."""

from __future__ import annotations

import pytest

from tests.extract.binding import assert_told, bound


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject"),
    [
        ("El organismo daba a Quispe 318.905 votos.", "es", "318.905", "Quispe"),
        ("Ana Bo celebraba la noche del domingo, luego de que el conteo le otorgara 41,7% de los votos.", "es", "41,7%", "Ana Bo"),
        ("Ana Bo ganó. En tercer lugar aparecía el candidato de Fuerza Agraria, Luis Pomar, con 9,8%.", "es", "9,8%", "Luis Pomar"),
        ("La masa de tierra, que los geólogos calculan en 90.000 toneladas, cayó.", "es", "90.000 toneladas", "masa de tierra"),
        ("The slide, which geologists put at 90,000 tonnes, fell.", "en", "90,000 tonnes", "slide"),
        ("La inflación fue de 2,4% en agosto. El alza acumulada trepa a 17,8%.", "es", "17,8%", "inflación"),
        ("Habló Ana Bo, vecina del sector, quien perdió 11 reses.", "es", "11", "Ana Bo"),
        ("Los geólogos llegaron ayer. En las labores participan 240 rescatistas.", "es", "240", "rescatistas"),
        ("* Brigadas han visitado casi 12 mil viviendas.", "es", "12 mil", "brigadas"),
        ("Eso responde el 61% de los jóvenes consultados.", "es", "61%", "jóvenes"),
        ("Ficha técnica: 1.204 entrevistas telefónicas.", "es", "1.204", "encuesta"),
    ],
)
def test_whom_a_figure_is_about(text: str, language: str, exact: str, subject: str) -> None:
    assert_told(text, language, exact, subject)


def test_a_margin_with_its_sign_is_a_margin() -> None:
    assert bound("Ficha técnica: margen de error de ±2,8 puntos.", "es")["±2,8 puntos"].property == "margen de error"
