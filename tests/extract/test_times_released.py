"""A period told once for what follows: the year a report covers, the month of an index, the line above a table, a fiscal year."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

PUBLISHED = "2026-01-20"
YEARS_ENDED = [
    ("For the fiscal year that ended Sept. 30, agents in Orrin recorded 16,240 arrests.", "16,240", "2024-10/2025-09"),
    ("In the year ended June 30, 2025, the mill hired 400 people.", "400", "2024-07/2025-06"),
    ("In the year ending December 2024 the port handled 312 ships.", "312", "2024-01/2024-12"),
    ("En el ejercicio terminado el 30 de junio de 2025 la planta produjo 800 toneladas.", "800 toneladas", "2024-07/2025-06"),
    ("En el ejercicio cerrado en marzo de 2025 la planta produjo 800 toneladas.", "800 toneladas", "2024-04/2025-03"),
    ("The year ended badly: on March 3, 2025, 40 boats sank.", "40", "2025-03-03"),
]
CRIME = "Orrin recorded 96 homicides last year, according to figures released on Monday by the police.\n\nThe city is calm. It was hot.\n\n"
CRIMEN = (
    "Tarvia registró 96 homicidios el año pasado, según las cifras que difundió la policía.\n\nLa ciudad está en calma. Hacía calor.\n\n"
)
RELEASED = [
    (CRIME + "The North District had 31 killings.", "31", "2025"),
    (CRIME + "Sixty percent of the victims were shot, the report showed.", "Sixty percent", "2025"),
    (CRIME + "The force now has 912 sworn members.", "912", None),
    (CRIME + "Mayor Ada Lund promised 40 more officers.", "40", None),
    (CRIMEN + "En el distrito de Nolva hubo 31 homicidios.", "31", "2025"),
    (CRIMEN + "El informe detalló que el 60% de las víctimas fue baleado.", "60%", "2025"),
    (CRIMEN + "La alcaldesa Ada Lund prometió 40 agentes.", "40", None),
]
HALF = "Lorne Foods earned $31 million in the first half of 2025.\n\n"
SEMESTRE = "Lorne Alimentos ganó 31 millones de euros en el primer semestre de 2025.\n\n"
BEFORE = [  # what it was before the period that a report is about; what is counted since the year began
    (HALF + "It is calm. It is hot.\n\nRent accounted for 27% of costs, down from 33%.", "33%", "2024-01/2024-06"),
    (HALF + "It is calm. It is hot.\n\nRent accounted for 27% of costs, down from 33%.", "27%", "2025-01/2025-06"),
    (SEMESTRE + "Todo sigue igual. Hace calor.\n\nLa plantilla pasó de 702 a 588 empleados.", "702", "2024-01/2024-06"),
    (SEMESTRE + "Todo sigue igual. Hace calor.\n\nLa plantilla pasó de 702 a 588 empleados.", "588", "2025-01/2025-06"),
    ("En lo corrido del año fueron capturados 208 contrabandistas.", "208", "2026"),
    ("A lo largo de 2025 contamos 1.246 agresiones.", "1.246", "2025"),
]
INDEX = "Inflation in Norland was 4.2% in December, the statistics office said.\n\n"
INDICE = "El índice de precios al consumidor subió 0,6% en diciembre, informó el instituto.\n\n"
MONTHLY = [
    (INDEX + "Food was up 7.1%, fuel 6.4%.", "6.4%", "2025-12"),
    (INDEX + "Food was up 7.1%.\n\nThe city is calm. It was hot.\n\nGuards searched 31% of the boats.", "31%", None),
    (INDICE + "Los alimentos anotaron un alza de 1,4%, empujada por el tomate (22,8%).", "22,8%", "2025-12"),
    (INDICE + "La electricidad avanzó 3,3% y los pasajes cayeron 6,1%.", "6,1%", "2025-12"),
    (INDICE + "La ciudad está en calma. Hacía calor.\n\nLa oposición reunió 900 firmas.", "900", None),
]
RENTS = "Rents rose.\n\nMedian rent for new leases and share of income, by city, December 2025:\n\n"
TABLES = [
    (RENTS + "Norbury – £1,322 – 43%\nPort Ewell – £745 – 28%", "£745", "2025-12"),
    ("Crime fell.\n\nIN NUMBERS (2025)\n\nThefts: 702 (848)\nRobberies: 541 (690)\n\nMore soon.", "541", "2025"),
    ("Crime fell.\n\nIN NUMBERS (2025)\n\nThefts: 702 (848)\nRobberies: 541 (690)\n\nMore soon.", "690", None),
    ("Cayó el delito.\n\nLas cifras de 2025:\n\n- Hurtos: 702\n- Robos: 541", "541", "2025"),
    ("Cayó el delito.\n\nLas cifras (entre paréntesis, la variación respecto de 2017):\n\n- Hurtos: 702\n- Robos: 541", "541", None),
    ("Crime fell.\n\n- Cranes: 1,862 (1,540 in 2024)\n- Otters: 17\n- Mink: 12", "17", None),
]
OUTLOOK = "Lorne Air swings to profit, raises full-year outlook\n\nLorne Air posted a first-half net profit of €86 million on Friday.\n\n"


@pytest.mark.parametrize(("text", "exact", "time"), YEARS_ENDED + RELEASED + BEFORE + MONTHLY + TABLES)
def test_a_period_told_once(text: str, exact: str, time: str | None) -> None:
    found = facts(text, published=PUBLISHED)
    assert found[exact]["scope"]["time"] == time


def test_an_outlook_is_no_period_of_a_report() -> None:
    assert facts(OUTLOOK + "Costs per seat fell by 12%.", published="2026-08-14")["12%"]["scope"]["time"] == "2026-01/2026-06"
