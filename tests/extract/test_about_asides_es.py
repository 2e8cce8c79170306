"""What a figure is of behind an apposition, a rank, a gap, a time of day, the heading of a list and verbs that reckon."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

APPOSED = [
    ("Nuria Lago, alfarera gallega de 41 años, fue hallada con vida en Oslo.", "41 años", "Nuria Lago", "edad"),
    ("Llegó el primero de los premiados: es Iker Sola, cocinero navarro de 26 años, que se formó en Oslo.", "26 años", "Iker Sola", "edad"),
    ("Teo Marín, extremo uruguayo de 23 años, jugará en el Belmar.", "23 años", "Teo Marín", "edad"),
]
RECKONED = [
    ("La Contraloría cifra el perjuicio al Estado en 310 millones de pesos.", "310 millones de pesos", "perjuicio", "perjuicio"),
    ("La naviera Lomax, que facturó 40 millones de euros, calcula la pérdida entre 75 y 90 millones.", "75 y 90 millones", None, "pérdida"),
    ("El Ministerio de Agricultura estima el gasto en 90 millones de soles.", "90 millones de soles", "gasto", "gasto"),
]
RUNNERS = [
    ("Perú encabeza la lista con 29 robos, seguido de Chile, con 18, y de Bolivia, con 11.", "18", "Chile", "robos"),
    ("Perú encabeza la lista con 29 robos, seguido de Chile, con 18, y de Bolivia, con 11.", "11", "Bolivia", "robos"),
    ("Juan Pérez quedó primero con el 34,2% de los votos y Ana López segunda con el 31,8%.", "31,8%", "Ana López", "votos"),
]
TIMES = [
    ("Esa misma noche su mujer recibió 40 cartas.", "40", "mujer", "cartas"),
    ("Entre anoche y este mediodía Juan Pérez vendió 264 casas.", "264", "Juan Pérez", "casas"),
]
MEASURES = [
    ("La nueva salsa contiene el doble de azúcar que la vieja.", "doble", "nueva salsa", "azúcar"),
    ("El observatorio Lomax, ubicado a 2.960 metros sobre el nivel del mar, abrió.", "2.960 metros", None, "nivel del mar"),
    ("El margen de error podría ser de hasta 5 puntos.", "5 puntos", "margen de error", "error"),
    ("El ciclón Mirel llegó con vientos sostenidos de 165 km/h.", "165 km/h", None, "vientos"),
    ("Hablantes por lengua materna:\n\n- Zapateco: 1.087\n- Quimera: 3.912", "3.912", "Quimera", "lengua"),
    (
        "Olga deja dos muertos y se degrada a tormenta\n\nEl paso del huracán Olga por Haití ha dejado nueve muertos en Oslo.",
        "nueve",
        "Olga",
        "muertos",
    ),
    (
        "El Senado aprueba la ley de riego y la envía a la Cámara\n\nEl Senado la aprobó. El costo fiscal llegará a 186 millones de pesos.",
        "186 millones de pesos",
        "costo fiscal",
        "costo",
    ),
    ("—¿Y usted, Ana López?\n\nEstuve ingresada por dengue, ocho días. —¿Mucho?", "ocho días", None, "días"),
    ("• Entrará en vigor a los 90 días de su firma.", "90 días", None, "días"),
]

OWNERS = [
    ("Lo cuenta Ana López, alcaldesa de Oslo, ciudad de 34 barrios.", "34", "Oslo", "barrios"),
    ("El cuarto acusado, el abogado Juan Pérez, ha sido absuelto.", "cuarto", "Juan Pérez", "acusado"),
    ("Una copa de oro valorizada en 3 millones de soles fue recuperada.", "3 millones de soles", "copa", ""),
    ("Ella, Ana López, está ingresada y perdió 900 libros.", "900", "Ana López", "libros"),
    ("El sindicato se partió: 41 de sus 88 delegados votaron en contra.", "41", "sindicato", "delegados"),
    ("El sindicato se partió: 41 de sus 88 delegados votaron en contra.", "88", "sindicato", "delegados"),
    ("Llegó Iván Sosa. Antes de ese torneo Juan Pérez había ganado cuatro copas.", "cuatro", "Juan Pérez", "copas"),
    ("Ana López vive en Oslo. Hija de un alambrador y una maestra, ganó nueve premios.", "nueve", "Ana López", "premios"),
    ("Ana López vive en Oslo. Nieta de pescadores, publicó catorce libros.", "catorce", "Ana López", "libros"),
    ("En el valle de Oslo, primer productor del país, la plaga arrasó 40 hectáreas de trigo.", "40 hectáreas", "plaga", "trigo"),
    ("Habló Ana López. En una casa de la zona se hallaron 3 millones de pesos en efectivo.", "3 millones de pesos", "casa", "efectivo"),
    ("Habló la jueza Ana López. Por esta causa han sido detenidas 27 personas.", "27", "personas", "detenidas"),
]


@pytest.mark.parametrize(("text", "exact", "subject", "word"), APPOSED + RECKONED + RUNNERS + TIMES + MEASURES + OWNERS)
def test_of_whom_and_what(text: str, exact: str, subject: str | None, word: str) -> None:
    claim = facts(text, "2025-06-25")[exact]
    name = (claim["subject"] or {}).get("name", "")
    assert word in claim["property"]
    assert subject in (None, name)
    assert name not in ("estuve", "entrará")
