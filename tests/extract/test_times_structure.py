"""When a figure holds, by the shape of the sentence: clauses told of a time, elided quarters and verbs, brackets, what is over, what is now."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

PUBLISHED = "2026-03-12"
TOLD_ON = [  # a clause of its own tells what happened in the time right before it, and in no other
    ("Thefts peaked in 2021. The worst year was 2017, when 5,300 were reported.", "5,300", "2017"),
    ("El peor año fue 2017, cuando se denunciaron 5.300 robos.", "5.300", "2017"),
    ("La sequía de 2022 fue peor que la de 2017, que afectó a 21.000 hectáreas.", "21.000 hectáreas", "2017"),
    ("The minister promised it after a fire in 2022, in which 17 people died.", "17", "2022"),
    ("The minister, who promised it after a fire in 2022, in which 17 people died, suspended 14 licences.", "14", None),
    ("Leo Falk, who cost £350,000 when he joined from Tema Stars in 2022, is injured.", "£350,000", "2022"),
    ("When Ann Oakes had her hip done, in 2009, she waited seven weeks.", "seven weeks", "2009"),
    ("Tras el incendio de 2019, que quemó 400 hectáreas, se plantaron 3.000 árboles.", "400 hectáreas", "2019"),
    ("Tras el incendio de 2019, que quemó 400 hectáreas, se plantaron 3.000 árboles.", "3.000", None),
    ("Food prices, which rose 7% in 2024, were up 2.2%.", "2.2%", None),
]
ELIDED = [  # a quarter without its noun, a comma for the verb
    ("GDP grew 0.6% in the third quarter and 0.3% in the fourth.", "0.3%", "2025-10/2025-12"),
    ("Sales fell 4% in the first quarter of 2024 and 5% in the second.", "5%", "2024-04/2024-06"),
    ("El PIB creció un 0,6% en el tercer trimestre y un 0,3% en el cuarto, según el INE.", "0,3%", "2025-10/2025-12"),
    ("En 2023, cerraron 14 farmacias; en 2024, nueve.", "nueve", "2024"),
    ("En octubre eran el 45% y en agosto, más de la mitad.", "la mitad", "2025-08"),
]
APART = [  # brackets, long ways, now and since then
    ("Nearly three in ten trains (28.4%) were late in 2025.", "three in ten", "2025"),
    ("Nearly three in ten trains (28.4%) were late in 2025.", "28.4%", "2025"),
    ("Al menos 63.285 personas murieron o desaparecieron en las rutas del mar de todo el mundo entre 2014 y 2023.", "63.285", "2014/2023"),
    ("La tasa ha pasado del 32% en 2012 al 43% actual.", "43%", None),
    ("Between 2015 and 2020 the plant had 12 accidents; since then it has had four.", "four", None),
    ("Entre 2015 y 2020 la planta tuvo 12 accidentes; desde entonces ha tenido cuatro.", "cuatro", None),
]
OVER = [  # months told as past lie before the day of publication; what is counted from it; what is to come
    ("Between January and June 212 people were killed on the roads.", "212", "2025-01/2025-06"),
    ("Entre enero y junio murieron 212 personas en las carreteras.", "212", "2025-01/2025-06"),
    ("Halden earned $48 million in the fourth quarter, against $31 million in the prior-year period.", "$31 million", "2024-10/2024-12"),
    ("La inflación bajó al 3,1% en febrero desde el 3,4% de enero y el 5,2% de hace un año.", "5,2%", "2025-02"),
    ("Prevé contratar a 50 personas este año y a 200 hasta 2028.", "200", "2028"),
    ("Este 2025 el dato interanual fue del 3,3%.", "3,3%", "2025"),
    (
        "Halden ganó 48 millones de euros en el cuarto trimestre. En el conjunto del ejercicio ganó 160 millones de euros.",
        "160 millones de euros",
        "2025",
    ),
]


@pytest.mark.parametrize(("text", "exact", "time"), TOLD_ON + ELIDED + APART + OVER)
def test_when_it_holds(text: str, exact: str, time: str | None) -> None:
    assert (facts(text, PUBLISHED)[exact]["scope"] or {}).get("time") == time
