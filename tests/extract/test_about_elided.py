"""A subject whose head goes without saying ("la de maíz", "that of York") is the noun told last, of what is named."""

from __future__ import annotations

import pytest

from tests.extract.binding import assert_told, bound


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject", "of"),
    [
        ("La facultad de Derecho quedó cuarta; la de Medicina cayó del noveno al duodécimo puesto.", "es", "duodécimo", "facultad de Medicina", "puesto"),
        ("La producción de soja sumó 48 millones de toneladas. La de maíz llegó a 52 millones.", "es", "52 millones", "producción de maíz", "producción"),
        ("El desempleo en Lima subió al 7,1 %. El de Cusco bajó al 4,2 %.", "es", "4,2 %", "Cusco", "desempleo"),
        ("El presupuesto de Cultura crece un 4 % y el de Defensa, un 11 %.", "es", "11 %", "presupuesto de Defensa", "presupuesto"),
        ("La tasa de paro de los hombres es del 9 % y la de las mujeres, del 13 %.", "es", "13 %", "tasa de paro de mujeres", "paro"),
        ("Soy output reached 48 million tonnes. That of maize hit 52 million.", "en", "52 million", "maize output", "output"),
        ("Unemployment in Lima rose to 7.1%; that of Cusco fell to 4.2%.", "en", "4.2%", "Cusco", "unemployment"),
        ("The population of Leeds grew 4%, that of York 2%.", "en", "2%", "York", "population"),
    ],
)  # fmt: skip
def test_whom_an_elided_head_is_of(text: str, language: str, exact: str, subject: str, of: str) -> None:
    assert_told(text, language, exact, subject, of)


def test_a_verb_of_its_own_tells_what_is_measured() -> None:
    told = bound("Gastó 40 millones de euros en la obra. La de Ana costó 12 millones de euros.", "es")["12 millones de euros"]
    assert "cost" in told.property
