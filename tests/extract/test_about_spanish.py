"""Spanish figures: whom a sentence falls on, what goes on from the sentence before, relatives and times that are no subject."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

PUNISHED = [
    ("El fiscal pide 6 años de cárcel para el exconcejal de Obras Iván Sosa.", "6 años", "Iván Sosa"),
    ("La Fiscalía solicita una multa de 4.000 euros para la exalcaldesa de Lorca.", "4.000 euros", "exalcaldesa"),
    ("Investigan a tres ganaderos de Lorca. La jueza fijó una fianza de 900 euros para cada uno.", "900 euros", "ganaderos"),
    ("El tribunal condenó a Ana López a seis años de prisión por estafar a 40 ancianos.", "seis años", "Ana López"),
    ("La fiscal Ana López, que había solicitado 15 años para Iván Sosa, apelará.", "15 años", "Iván Sosa"),
    ("El juez condenó a cinco años a Ana López y a Luis Gil, a tres.", "cinco años", "Ana López"),
    ("El juez condenó a cinco años a Ana López y a Luis Gil, a tres.", "tres", "Luis Gil"),
    ("El juez condenó a cinco años al empresario Iván Sosa y a tres a su contador, Luis Gil.", "tres", "Luis Gil"),
    ("San Telmo prospera: en 2015 cayó el alcalde, Iván Sosa, hoy condenado a ocho años.", "ocho años", "Iván Sosa"),
    (
        "La Sala condenó a Iván Sosa. El tribunal, presidido por la jueza Ana López, le impuso una reparación civil de 40.000 soles.",
        "40.000 soles",
        "Iván Sosa",
    ),
    ("El ente sancionó a Cementos Brea. Luego le impuso una multa de 3 millones de euros.", "3 millones de euros", "Cementos Brea"),
    ("El último barómetro daba al Ejecutivo un apoyo del 31%.", "31%", "Ejecutivo"),
    ("El sondeo otorga a la alcaldesa Ana López una aprobación del 44%.", "44%", "Ana López"),
    ("El Juzgado de Garantía fijó 120 días para la investigación.", "120 días", "investigación"),
    ("La obra, con un costo superior a los 300 millones de pesos, sigue parada.", "300 millones de pesos", "obra"),
    ("Robaron joyas con una tasación cercana a los 2 millones de euros.", "2 millones de euros", "tasación"),
    ("Los detenidos: Diego Armenta, 20 años; Iván Sosa, 21 años; Ana López, 44 años.", "20 años", "Diego Armenta"),
    ("El juez encarceló a Iván Sosa. A su hermano le impuso una caución de 3 millones.", "3 millones", "hermano"),
    ("La fiscal acusó ayer a Iván Sosa, acusado de cobrar 40.000 euros.", "40.000 euros", "Iván Sosa"),
    ("Iván Sosa deberá pagar 2 millones de pesos a su exmujer, que había pedido 5 millones de pesos.", "5 millones de pesos", "exmujer"),
]
RELATIVES = [
    ("Ana López, que hace un mes marcaba 11%, cae al 8%.", "11%", "Ana López"),
    ("El técnico dirigió 80 partidos con el Betis, de los que ganó 31.", "31", "técnico"),
    ("Lomax cerrará su planta en Norlandia, donde emplea a 700 personas.", "700", "Lomax"),
    ("Hubo un incendio en Valdeo, donde siguen activos dos focos.", "dos", "Valdeo"),
    ("En Oslo ganó Ana López, y en Lima ganó ella por 12 puntos.", "12", "Ana López"),
    ("La jueza recordó que el caso sigue abierto y que declararán en el juicio 30 testigos.", "30", "testigos"),
    ("El hospital explicó que la sala está llena y que esperan cama 17 pacientes.", "17", "pacientes"),
    ("El club informó que el partido se jugará y que podrán entrar al estadio 8.000 aficionados.", "8.000", "aficionados"),
    ("El ministro dijo que la red funciona, aunque siguen sin luz 12.000 hogares.", "12.000", "hogares"),
    ("La empresa y su filial compraron en 2020 y vendieron en 2022 15 barcos.", "15", "empresa"),
]
HUMAN = [
    ("El tribunal condenó ayer a Iván Sosa. Deberá indemnizar a la empresa con 2 millones de euros.", "2 millones de euros", "Iván Sosa"),
    ("La Corte absolvió a Iván Sosa. Llevaba 31 meses preso.", "31 meses", "Iván Sosa"),
    ("Ana López perdió a su guía, Iván Sosa. Lo encontraron a 5.200 metros.", "5.200 metros", "Ana López"),
    ("Durante la marcha de Quito fueron detenidas 23 personas.", "23", "personas"),
    ("Un maestro que recién se inicia cobra 800 euros.", "800 euros", "maestro"),
    ("Lomax cerró el año con un beneficio neto de 40 millones de euros.", "40 millones de euros", "Lomax"),
    ("A Iván Sosa lo suspende el 57% de los encuestados.", "57%", "Iván Sosa"),
    ("Las dos niñas secuestradas en Rivas fueron liberadas.", "dos", "niñas"),
    ("A medianoche, con el 96% de las actas computadas, ganaba Iván Sosa.", "96%", "actas"),
    ("La firma Lomax creció. La firma tiene 3.100 empleados.", "3.100", "Lomax"),
    ("Iván Sosa fue juzgado. Sus dos hermanos recibieron penas de cinco años.", "cinco años", "hermanos"),
    ("Juzgan a Iván Sosa. La Procuraduría lo había inhabilitado por 12 años.", "12 años", "Iván Sosa"),
    ("El tribunal juzgó a Iván Sosa. Deberá pagar además una multa de 900 euros.", "900 euros", "Iván Sosa"),
    ("Habló la alcaldesa Ana López (PRC), que gobierna con 7 de los 13 concejales.", "7", "Ana López"),
    ("La tasa es del 8,9%. La más alta es la de Oslo, con 10,7%; la menor, de Lima.", "10,7%", "Oslo"),
    ("Le siguen el desempleo (19%) y la inmigración (18%).", "18%", "inmigración"),
]
GOING_ON = [
    ("Según el sindicato, el seguimiento de la huelga fue del 85%; la patronal lo redujo al 20%.", "20%", "seguimiento", "seguimiento"),
    ("El alquiler alcanza los 15,9 euros en Oslo. En Lima se sitúa en 10,2 y en Quito en 6,8.", "10,2", "Lima", "alquiler"),
    ("El alquiler alcanza los 15,9 euros en Oslo. En Lima se sitúa en 10,2 y en Quito en 6,8.", "6,8", "Quito", "alquiler"),
    ("La proporción de hogares pobres es del 30%. En la sierra llega al 44%, mientras que en la costa cae al 9%.", "9%", "costa", "pobres"),
    ("La inflación llegó al 4%. El banco Lomax proyecta 8,5%.", "8,5%", "inflación", "inflación"),
    ("La incidencia llegó el domingo a 412 casos por 100.000 habitantes.", "412 casos por 100.000", "incidencia", "incidencia"),
    ("Lomax bajó la previsión de crecimiento del 3% y redujo la de inflación al 4%.", "4%", "Lomax", "inflación"),
    ("El ministro prevé un déficit del 3%. Para el desempleo espera un promedio de 8,4%.", "8,4%", "ministro", "desempleo"),
]


@pytest.mark.parametrize(("text", "exact", "subject"), PUNISHED + RELATIVES + HUMAN)
def test_whom_it_is_said_of(text: str, exact: str, subject: str) -> None:
    assert (facts(text, "2025-06-25")[exact]["subject"] or {}).get("name") == subject


@pytest.mark.parametrize(("text", "exact", "subject", "word"), GOING_ON)
def test_what_goes_on(text: str, exact: str, subject: str, word: str) -> None:
    found = facts(text, "2025-06-25")[exact]
    assert subject in found["subject"]["name"]
    assert word in found["property"]


def test_a_level_elsewhere_has_the_unit_told_before() -> None:
    found = facts("El alquiler subió a 15,9 euros, un 9% más que hace un año. En Lima se sitúa en 10,2.", "2025-06-25")
    assert found["10,2"]["value"]["unit"] == "EUR"


def test_a_dateline_is_no_place_of_the_quake() -> None:
    found = facts("Lima. El sismo que sacudió Ica dejó 2 muertos y 37 heridos.", "2025-06-25")
    assert "Lima" not in found["2"]["subject"]["name"]
    assert found["37"]["property"] == "heridos"
