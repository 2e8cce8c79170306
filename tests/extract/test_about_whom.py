"""Of whom a figure is told, by classes of sentences: what a company has, groups and their ages, whom something befalls, sizes behind a name."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

COMPANY = "Lomax Foods reports its year\n\nLomax Foods published its accounts. "
EMPRESA = "Grupo Lomax publica sus cuentas\n\nGrupo Lomax publicó sus cuentas. "
HOLDINGS = [
    (COMPANY + "Revenue rose 12% to $40 million.", "12%", "Lomax Foods"),
    (COMPANY + "Operating profit fell by 8%.", "8%", "Lomax Foods"),
    (COMPANY + "Shares in Orlo Mills plunged 7%.", "7%", "Orlo Mills"),
    (COMPANY + "The price of cocoa rose 4%.", "4%", "price of cocoa"),
    (EMPRESA + "Los ingresos crecieron un 12%.", "12%", "Grupo Lomax"),
    (EMPRESA + "Las ventas bajaron un 8%.", "8%", "Grupo Lomax"),
    ("AeroSur vuelve a números negros\n\nAeroSur ganó 40 millones de dólares. Los ingresos crecieron un 11%.", "11%", "AeroSur"),
    (EMPRESA + "El precio del cacao subió un 4%.", "4%", "precio del cacao"),
]
PERSONS = [
    ("The club sold Kofi Mensah. The striker scored 24 goals.", "24", "Kofi Mensah"),
    ("It was posted by Marek Reith, a former teacher who was fined $4,000.", "$4,000", "Marek Reith"),
    ("The accounts, seen by the clerk Ana Brandt, 41, show 900 gifts.", "900", "accounts"),
    ("The court freed Leo Falk, whom prosecutors accuse of taking $4 million.", "$4 million", "Leo Falk"),
    ("Children under 12 go free.", "12", "children"),
    ("La asamblea destituyó a Iván Sosa. El exgobernador deja 13 obras sin terminar.", "13", "Iván Sosa"),
    ("Kevin Alarcón cruzó la meta. El boyacense, de 22 años, ganó.", "22 años", "Kevin Alarcón"),
    ("La Policía detuvo a Iván Sosa por el robo de 40 camiones.", "40", "Iván Sosa"),
    ("Presentaron cargos contra Iván Sosa por desviar 340 millones de pesos.", "340 millones de pesos", "Iván Sosa"),
    ("La Policía detuvo a Iván Sosa, de 34 años, y a otros 12 hombres.", "12", "Policía"),
    ("Police arrested Leo Falk over the theft of 40 lorries.", "40", "Leo Falk"),
    ("The court fined Leo Falk £2m for dumping 40 tonnes.", "40 tonnes", "Leo Falk"),
    ("Iván Sosa logró el 38% de los votos, frente al 29% de la alcaldesa, Rosa Gil.", "29%", "Rosa Gil"),
    ("Iván Sosa ganó por 52 votos frente a los 45 que sacó Rosa Gil.", "45", "Rosa Gil"),
    ("El PSR obtuvo 40 escaños, frente a los 30 del Partido Azul.", "30", "Partido Azul"),
    ("Iván Sosa logró 52 votos, frente a los 40 de su rival.", "40", "rival"),
    ("Outgoing Gov. Leo Falk, who is barred from running again, has a job approval of 39%.", "39%", "Leo Falk"),
    ("Jon Reid quit. Meanwhile, acting mayor Ann Brandt resigned after 11 months in the job.", "11 months", "Ann Brandt"),
    ("Nationwide, the agency has counted 884 cases.", "884", "cases"),
    ("A single shot costs about $95.", "$95", "single shot"),
    ("Ninety people were hurt and two unvaccinated children have died.", "two", "unvaccinated children"),
    (
        "Ann Brandt leads Leo Falk 48% to 41%, a Datum poll found.\n\nEight percent said they were undecided.",
        "Eight percent",
        "respondents",
    ),
    ("Jon Reid was named. A second suspect, 20-year-old Leo Falk, was held.", "20-year-old", "Leo Falk"),
    ("Jon Reid was named. The driver, 34-year-old teacher Ann Brandt, was hurt.", "34-year-old", "Ann Brandt"),
    ("Ganó Iván Sosa, a quien un pinchazo le costó 50 segundos.", "50 segundos", "Iván Sosa"),
    ("Detuvieron a Iván Sosa, a quien la Fiscalía imputa un fraude de 40 millones de euros.", "40 millones de euros", "Iván Sosa"),
]
SIZES = [
    ("The state will dig the Las Leñas tunnel, an 11-km passage under the ridge.", "11-km", "Las Leñas tunnel"),
    ("El Estado excavará el túnel Las Leñas, un paso de 11 kilómetros bajo la sierra.", "11 kilómetros", "Las Leñas"),
    ("Three of 1,108 patients died.", "1,108", "patients"),
    ("The army must leave, and up to 500 aid trucks are to enter the valley.", "500", "aid trucks"),
    ("Lomax Foods approves the Vester mill\n\nThe board met.\n\n• Capacity: 40 tonnes\n", "40 tonnes", "Vester"),
    ("What a docker earns\n\nHalden: $33 an hour\n", "$33", "Halden"),
]
LISTS = [
    ("Ana López, Juan Ruiz y Eva Gil obtuvieron 12, 9 y 4 medallas.", "9", "Juan Ruiz"),
    ("Oslo, Lima y Quito tienen las tasas más altas: 118, 96,5 y 91 por cada 100.000.", "96,5", "Lima"),
    ("Ana López and Juan Ruiz took 38% and 33% of the vote.", "33%", "Juan Ruiz"),
    ("Le sigue, tercero, el ecuatoriano Iván Sosa.", "tercero", "Iván Sosa"),
    ("Ganó Ana López. Juan Ruiz, octavo en 2024, no terminó.", "octavo", "Juan Ruiz"),
    ("La entidad que preside Ana López tiene una deuda de 71 millones de euros.", "71 millones de euros", "entidad"),
    ("Ana López, de 63, quien fue rescatada tras 19 horas, sonríe.", "19 horas", "Ana López"),
    ("El Supremo condenó a Ana López a nueve años de prisión.", "nueve años", "Ana López"),
    ("La Fiscalía pide 14 años de cárcel para el exalcalde Iván Sosa.", "14 años", "Iván Sosa"),
    ("La alcaldesa Ana López y el juez Iván Sosa hablaron. La alcaldesa acumula 30 multas.", "30", "Ana López"),
    ("De los fallecidos que reconoce el ministerio, 17 corresponden a Oslo y ocho a Lima.", "17", "Oslo"),
    ("Arde un edificio de 14 alturas.", "14", "edificio"),
    ("Los hogares gastan más. Uno de cada cinco dedica más de la mitad.", "Uno de cada cinco", "hogares"),
    ("Una flota de 84 trenes con una edad media de 21 años.", "21 años", "trenes"),
    ("El paro bajó al 10,3 %. Extremadura, con un 15,4 %, sigue a la cabeza.", "15,4 %", "Extremadura"),
    ("El cobre retrocedió a 4 dólares la libra.", "4 dólares", "cobre"),
    ("La línea de Oslo es la peor. Tarda 5 horas.", "5 horas", "línea de Oslo"),
    ("Lomax acusa el golpe: alega una caída del consumo del 7 %.", "7 %", "consumo"),
    ("Ana López habló ayer. Perdieron la casa 86 hogares.", "86", "hogares"),
    ("La Corte elevó de tres a cinco años la pena del exgeneral Iván Sosa.", "cinco años", "Iván Sosa"),
    ("Con tres goles de Iván Sosa, Talleres venció a Unión.", "tres", "Iván Sosa"),
    ("Según Lomax, sin ellos los agricultores gastarían 8 millones de dólares.", "8 millones de dólares", "agricultores"),
    ("El sondeo se hizo en mayo y su margen de error es de 2,5 puntos.", "2,5 puntos", "sondeo"),
    ("El juez Iván Sosa tuvo por probado que se giraron 118 cheques.", "118", "cheques"),
    ("Talleres llegó a 29 puntos, dos más que Lanús.", "dos", "Talleres"),
    ("Norlandia cerró el año con 8.214 homicidios. La tasa quedó en 45,1 por cada 100.000.", "45,1 por cada 100.000", "Norlandia"),
    ("La actriz Ana López murió este lunes en Sevilla a los 83 años.", "83 años", "Ana López"),
]


@pytest.mark.parametrize(("text", "exact", "subject"), HOLDINGS + PERSONS + SIZES + LISTS)
def test_of_whom(text: str, exact: str, subject: str) -> None:
    assert (facts(text, "2025-06-25")[exact]["subject"] or {}).get("name") == subject
