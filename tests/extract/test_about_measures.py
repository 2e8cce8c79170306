"""What a figure measures, by classes of sentences: a verb of its own in a list, what does it with what is done, prices before a noun."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

VERBS = [
    ("Fever killed 93 people and infected at least 5,480.", "5,480", "infected"),
    ("Storms flooded four ports and damaged 300.", "300", "damaged"),
    ("Gross margin improved by 140 basis points.", "140 basis points", "gross margin"),
    ("Food inflation quickened to 3.8 per cent.", "3.8 per cent", "food inflation"),
    ("La fiebre mató a 93 personas e infectó a 5.480.", "5.480", "personas infectadas"),
    ("El margen bruto mejoró 140 puntos básicos.", "140 puntos básicos", "margen bruto"),
    ("El peaje recaudó 4 millones de euros y la obra absorbió 3 millones de euros.", "3 millones de euros", "obra"),
    ("Cada comprador recibirá hasta 4.500 euros.", "4.500 euros", "recibido por comprador"),
    ("Los usuarios pagarán $1.490 desde el lunes.", "$1.490", "pago"),
]
PRICES = [
    ("The hall scrapped its €5 fee.", "€5", "fee"),
    ("Bo lost his £500 deposit.", "£500", "deposit"),
    ("The court fined him for a £92,000 motorboat.", "£92,000", "motorboat"),
    ("A loaf of bread costs $1.90.", "$1.90", "loaf"),
    ("The firm faces a $40,000 fine.", "$40,000", "fine"),
    ("They want a $2 toll.", "$2", "toll"),
]
RECALLED = [
    ("We used to get 200 letters a week. On Monday there were six.", "six", "letters"),
    ("At the helpline one call in every six is about money.", "one call in every six", "call"),
    ("Se contaron 412 ovejas. Faltan 40.", "40", "ovejas"),
    ("En el puerto trabajan 900 estibadores. No son 700.", "700", "estibadores"),
]
GOING_ON = [
    ("El paro bajó al 10,3 %. Extremadura, con un 15,4 %, sigue a la cabeza.", "15,4 %", "paro"),
    ("La tasa de homicidios de Oslo fue de 52 por cada 100.000. En Quito se situó en 11.", "11", "homicidios"),
    ("Unemployment fell to 4%. Norland, at 7%, had the highest.", "7%", "unemployment"),
    ("El sismo tuvo réplicas, la mayor de magnitud 5,2.", "magnitud 5,2", "magnitud"),
    ("Norlandia cerró el año con 8.214 homicidios. La tasa quedó en 45,1 por cada 100.000.", "45,1 por cada 100.000", "homicidios"),
    ("Según la encuesta, Ana López tendría el 36 %, Iván Sosa 29 % y Eva Gil apenas 6 %.", "29 %", "votos"),
    ("El 57 % de los mexicanos cree que la economía empeorará.", "57 %", "economía"),
    ("La dirección alega pérdidas de 23 millones de euros en dos ejercicios.", "23 millones de euros", "pérdidas"),
    ("Los abonos suben una media del 4,5%.", "4,5%", "abonos"),
    ("Ana López e Iván Sosa lograron el 38 % y el 33 % de los votos.", "38 %", "votos"),
    ("El 62 % de los consultados rechaza la gestión.", "62 %", "gestión"),
    ("Otras siete personas resultaron lesionadas.", "siete", "lesionadas"),
    ("Lomax recortó de 4 a 3 dólares su previsión.", "3 dólares", "previsión"),
    ("El gremio cifra el límite salarial de la plantilla en 58 millones de euros.", "58 millones de euros", "límite"),
    ("Petrolera Sur reportó ingresos por 40 millones de dólares en el trimestre.", "40 millones de dólares", "ingresos"),
    ("Es la tercera baja consecutiva.", "tercera", "baja"),
    ("Pasaron de 12 incidentes en 2022 a 38 el año pasado.", "38", "incidentes"),
]
VOTES = [
    ("The council voted by 23 to 18 to close the pier.", "23", "votes"),
    ("The council voted by 23 to 18 to close the pier.", "18", "votes"),
    ("In a Datum poll the Greens were on 9%.", "9%", "poll"),
    ("En una encuesta de Datum los Verdes están en el 9%.", "9%", "encuesta"),
    ("And petrol is at $3.08 a gallon.", "$3.08", "price"),
    ("El cobre está a 4 dólares la libra.", "4 dólares", "precio"),
]


@pytest.mark.parametrize(("text", "exact", "word"), VERBS + PRICES + RECALLED + VOTES + GOING_ON)
def test_what_it_measures(text: str, exact: str, word: str) -> None:
    measured = facts(text, "2025-06-25")[exact]["property"]
    assert word in measured
    assert len(measured.split()) <= 6
