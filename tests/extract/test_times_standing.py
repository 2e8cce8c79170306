"""When a figure holds whose sentence does not tell: what was told before goes on, and times told by other times."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

GOING_ON = [
    ("The Rosa Maru sank off Tavo on Sunday. Divers pulled 12 bodies from the hull.", "12", "2025-06-22"),
    ("The quake, which struck on Monday, had a magnitude of 6.1. It left 58 dead, officials said on Tuesday.", "58", "2025-06-23"),
    ("The Rosa Maru sank off Tavo on Sunday.\n\nDivers pulled 12 bodies from the hull.", "12", "2025-06-22"),
    ("The Rosa Maru sank off Tavo on Sunday.\n\nShe was 40 years old.\n\nDivers pulled 12 bodies from the hull.", "12", "2025-06-22"),
    ("Shares in Lomax fell 12% on Tuesday after it warned of a loss.", "12%", "2025-06-24"),
    ("Hail fell on Oster on Monday.\n\nAt least 14 people were injured, doctors said.", "14", "2025-06-23"),
    ("Consumer prices rose 2.4% in May. Food went up 3.6%.", "3.6%", "2025-05"),
    ("Exports fell 4.7% in May and totalled 90 tonnes.", "90 tonnes", "2025-05"),
    ("Live: Tavo mill fire\n\n14:20 Some 80 firefighters are at the scene.", "80", "2025-06-25"),
    ("The council voted on Tuesday: 14 members were in favour.", "14", "2025-06-24"),
    ("Un autobús cayó el domingo a un barranco. El golpe dejó 14 muertos y 27 heridos.", "27", "2025-06-22"),
    ("La tormenta azotó Tavo el lunes.\n\nAl menos 14 personas resultaron heridas.", "14", "2025-06-23"),
    ("Un autobús cayó el domingo a un barranco.\n\nEl golpe dejó 14 muertos y 27 heridos.", "27", "2025-06-22"),
    ("Las acciones cayeron 12% el martes después de que la firma avisara de pérdidas.", "12%", "2025-06-24"),
    ("Los precios subieron 2,4% en mayo, informó ayer el instituto. La comida aumentó 3,6%.", "3,6%", "2025-05"),
    ("Las exportaciones cayeron 4,7% en mayo y sumaron 90 toneladas.", "90 toneladas", "2025-05"),
    ("EN VIVO. Incendio en Tavo\n\n14:20 Trabajan en la zona 80 bomberos.", "80", "2025-06-25"),
    ("El concejo votó ayer la moción: 14 ediles la apoyaron.", "14", "2025-06-24"),
    ("La Lomax zarpó en mayo del año pasado con 40 marinos.", "40", "2024-05"),
]
ANCHORED = [
    (
        "Lomax lost $8 million in the first quarter, compared with $12 million in the same period a year earlier.",
        "$12 million",
        "2024-01/2024-03",
    ),
    ("Prices rose 1.8% in May from a year earlier, up from 1.2% in the previous month.", "1.2%", "2025-04"),
    ("Prices rose 1.8% in May compared with the same month last year.", "1.8%", "2025-05"),
    ("She won in 2014 with 51 percent of the vote and was re-elected four years later with 57 percent.", "57 percent", "2018"),
    ("Since 2019 the school has shrunk. That year it had 412 pupils.", "412", "2019"),
    ("Three years ago the club had 300 members.", "300", "2022"),
    ("The firm shipped 40 tonnes in March of last year.", "40 tonnes", "2024-03"),
    ("El paro bajó al 9,8% en el primer trimestre, frente al 10,6% del mismo periodo de 2024.", "10,6%", "2024-01/2024-03"),
    ("El euríbor cerró mayo en el 2,2%. Hace un año estaba en el 2,9%.", "2,9%", "2024-05"),
    ("Los precios subieron un 8,4% en abril. El mes anterior habían subido un 7,9%.", "7,9%", "2025-03"),
    ("Desde 2019 la escuela se ha vaciado. Ese año tenía 412 alumnos.", "412", "2019"),
    ("Hace tres años el club tenía 300 socios.", "300", "2022"),
    ("En el segundo trimestre del año pasado la firma perdió 12 millones de euros.", "12 millones de euros", "2024-04/2024-06"),
]
PARTS = [
    ("In the first four months of 2025 the port handled 90 ships.", "90", "2025-01/2025-04"),
    ("Output shrank 0.6% in the final quarter of 2024.", "0.6%", "2024-10/2024-12"),
    ("Last quarter the shop sold 90 boats.", "90", "2025-01/2025-03"),
    ("It aims to deliver 600 ships by year-end.", "600", "2025"),
    ("Full-year profit will reach £80 million.", "£80 million", "2025"),
    ("The 2027 budget comes to £80 million.", "£80 million", "2027"),
    ("Sales came to 900 tonnes in the nine months to May.", "900 tonnes", "2024-09/2025-05"),
    ("A decade ago the club had 300 members.", "300", "2015"),
    ("At Rio 2016 the team won 19 medals.", "19", "2016"),
    ("In 2010 the town had 8,200 people; in 2020 it had 5,100.", "5,100", "2020"),
    ("En los primeros cuatro meses de 2025 el puerto movió 90 barcos.", "90", "2025-01/2025-04"),
    ("La economía cayó 0,6% en el último trimestre de 2024.", "0,6%", "2024-10/2024-12"),
    ("Se espera que la inflación cierre el año en 4,8%.", "4,8%", "2025"),
    ("El presupuesto de 2027 asciende a 80 millones de euros.", "80 millones de euros", "2027"),
    ("En todo 2024 llegaron 900 personas.", "900", "2024"),
    ("Hace una década el club tenía 300 socios.", "300", "2015"),
    ("En el Mundial 2022 el equipo metió 12 goles.", "12", "2022"),
]
COMPARED = [
    ("The mill cut 900 tonnes in 2024, a rise of 12% on 2023.", "12%", "2024"),
    ("The mill cut 90 tonnes in May, an increase of 12% over May 2024.", "12%", "2025-05"),
    ("The mill cut 900 tonnes in 2024, 12% below the peak of 2007.", "12%", "2024"),
    ("The mill cut 900 tonnes in 2024, twice as many as in 2015.", "twice", "2024"),
    ("The mill cut 900 tonnes in 2024, down from 980 in 2023. The best firms took 37% of it.", "37%", "2024"),
    ("The mill cut 90 tonnes in May, against 80 in April and 70 a year earlier.", "70", "2024-05"),
    ("Approval stood at 41% as of May 2024.", "41%", "2024-05"),
    ("El molino cortó 900 toneladas en 2024, un 12% por encima de lo registrado en 2019.", "12%", "2024"),
    ("El molino cortó 90 toneladas en mayo, un aumento del 12% con respecto a mayo de 2024.", "12%", "2025-05"),
    ("El molino cortó 900 toneladas en 2024, lo que supone un alza del 12% frente a 2023.", "12%", "2024"),
    ("El molino cortó 90 toneladas en mayo, un 12% más que en ese mes de 2024.", "12%", "2025-05"),
    ("El molino cortó 900 toneladas en 2024, el doble que en 2015.", "doble", "2024"),
    ("El molino ganó 90 euros en 2024, un 12% más que en el ejercicio anterior, cuando ganó 80.", "80", "2023"),
]
CLASSES = [
    ("Deaths at sea fell 12% in January to April 2025.", "12%", "2025-01/2025-04"),
    ("The port handled 90 ships in the four months to April. Thefts cost it £40 over the same period.", "£40", "2025-01/2025-04"),
    ("Rents climbed 12% in May to a median £1,300.", "£1,300", "2025-05"),
    ("Rents fell from 12% in April to 9% in May.", "12%", "2025-04"),
    (
        "Lomax earned $9 million in the first quarter, compared with $8 million, or 40 cents a share, a year earlier.",
        "$8 million",
        "2024-01/2024-03",
    ),
    ("Lomax earned $9 million in the first quarter, compared with $8 million in the year-ago period.", "$8 million", "2024-01/2024-03"),
    ("Killings fell 15% last year. That includes a 20% drop in Oster.", "20%", "2024"),
    ("Tea earned the country £90 in 2024, the board said on 4 June 2025. Volumes grew 13%.", "13%", "2024"),
    ("El puerto movió 90 barcos en el primer cuatrimestre de 2025.", "90", "2025-01/2025-04"),
    ("Un autobús cayó el domingo a un barranco. Llevaba 40 pasajeros.", "40", "2025-06-22"),
    ("Un autobús cayó el domingo a un barranco. El coche tenía 40 plazas ocupadas.", "40", "2025-06-22"),
    (
        "El puerto movió 90 barcos en 2024. La carga llegó a 70 toneladas, según los datos difundidos el 2 de junio de 2025.",
        "70 toneladas",
        "2024",
    ),
    ("Las ventas sumaron 90 euros en mayo. En el acumulado de enero a mayo llegaron a 400 euros.", "90 euros", "2025-05"),
    ("The mill lost £18m in the 2023-24 season, against a profit of £2m the previous season.", "£2m", "2022/2023"),
    ("In the last three months of 2024, 900 parcels went missing.", "900", "2024-10/2024-12"),
    ("Since the start of the year the mill has hired 90 people.", "90", "2025"),
    ("Output at the mill fell again in April, slipping 0.4% from March.", "0.4%", "2025-04"),
    ("En los tres últimos meses de 2024 se perdieron 900 paquetes.", "900", "2024-10/2024-12"),
    ("Durante el pasado ejercicio el molino facturó 40 millones.", "40 millones", "2024"),
    ("As of Monday, the ministry had confirmed 90 cases of cholera.", "90", "2025-06-23"),
    ("By Monday some 900 homes were still without power.", "900", "2025-06-23"),
    ("The lake held 90 boats on 30 May, compared with 70 on the same date last year.", "70", "2024-05-30"),
    ("As of Monday, the ministry had confirmed 90 cases. A week earlier there were 70.", "70", "2025-06-16"),
    ("The last outbreak, in 2019, infected 900 people.", "900", "2019"),
    ("La última epidemia, en 2019, contagió a 900 personas.", "900", "2019"),
    ("Hasta el lunes se habían confirmado 90 casos.", "90", "2025-06-23"),
    ("La candidata Ana Bo obtuvo el 40,2% de los votos en las elecciones del domingo.", "40,2%", "2025-06-22"),
    ("El lunes el índice había subido un 0,6%.", "0,6%", "2025-06-23"),
    ("La deuda cerrará 2025 en el 59%.", "59%", "2025"),
    ("Lomax obtuvo 9 millones en 2024. En el mismo año perdió 800 clientes.", "800", "2024"),
]


@pytest.mark.parametrize(("text", "exact", "time"), GOING_ON + ANCHORED + PARTS + COMPARED + CLASSES)
def test_when_it_holds(text: str, exact: str, time: str) -> None:
    assert held(text)[exact] == time


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("In 2010 the town had many people; today 5,100 remain.", "5,100"),
        ("La flota pasó de 6.900 barcos en 2005 a 3.100 en la actualidad.", "3.100"),
        ("He gave £9,000 to the hospice where his wife died in 2021.", "£9,000"),
        ("Dio 9.000 euros al hospital donde murió su mujer en 2021.", "9.000 euros"),
        ("The school wants to add 600 places by 2028. It ranked fourth in the survey.", "fourth"),
        ("La tasa de abandono bajó al 8,9 % desde el 11,2 % de 2023. La facultad quedó cuarta en la lista.", "cuarta"),
        ("The fire, which broke out on Friday, has burned 900 hectares.", "900 hectares"),
        ("El incendio, que empezó el viernes, ha quemado 900 hectáreas.", "900 hectáreas"),
        ("By 2010 it had 400 members, and today it has 900.", "900"),
        ("En 2010 vivían allí muchos; hoy quedan 5.100.", "5.100"),
        ("The ferry sank on Sunday. It has carried 900 people since then.", "900"),
        ("The ferry sank on Sunday. The captain was 62 years old.", "62 years old"),
        ("The law was extended in May. More than 900 people have been held since.", "900"),
        ("El barco se hundió el domingo. Desde entonces han llegado 900 personas.", "900"),
        ("La ley se renovó en mayo. Más de 900 personas han sido detenidas desde entonces.", "900"),
    ],
)
def test_what_lasts_until_now_has_no_time_told_before(text: str, exact: str) -> None:
    assert held(text)[exact] is None


def held(text: str) -> dict[str, str | None]:
    """The time of each figure, by its words."""
    return {exact: (claim["scope"] or {}).get("time") for exact, claim in facts(text, "2025-06-25").items()}


POLLS = [
    ("The firm, which questioned 900 adults between June 2 and 6, has Ana Bo on 31%, two points ahead.", "31%", "2025-06-02/2025-06-06"),
    ("Datum's poll gives the Greens 9%.\n\nThe poll was taken from June 2 to 6.", "9%", "2025-06-02/2025-06-06"),
    ("In a poll taken on June 14 the Greens were on 29%. The Liberals have 9%.", "9%", "2025-06-14"),
    ("The survey was made from June 2 to 6. It put the Greens on 9%, up from 7% in May.", "9%", "2025-06-02/2025-06-06"),
    ("La encuesta da a los Verdes el 9%.\n\nDatum entrevistó a 900 personas del 2 al 6 de junio.", "9%", "2025-06-02/2025-06-06"),
    ("En una encuesta hecha el 14 de junio, el 29% aprueba la gestión. El 9% duda.", "9%", "2025-06-14"),
]


@pytest.mark.parametrize(("text", "exact", "time"), POLLS)
def test_answers_hold_when_the_poll_was_taken(text: str, exact: str, time: str) -> None:
    assert held(text)[exact] == time
