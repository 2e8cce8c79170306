"""Whom or what figures are said of, a table a class: lists, pronouns, sizes, worths, terms, relatives, what is found; and their times."""

from __future__ import annotations

import pytest

import watcher
from tests.extract.binding import assert_told, bound

EN, ES = "en", "es"


@pytest.mark.parametrize(
    ("language", "text", "exact", "subject"),
    [
        # respectively
        (EN, "Inflation was 4.1% and 3.3% in Norland and Halvern, respectively.", "4.1%", "Norland"),
        (EN, "Inflation was 4.1% and 3.3% in Norland and Halvern, respectively.", "3.3%", "Halvern"),
        (EN, "Ana Ruiz and Marcos Vidal, aged 41 and 38 respectively, were freed on Monday.", "41", "Ana Ruiz"),
        (ES, "La pobreza fue del 12% y el 19% en Norlandia y Sotavia, respectivamente.", "12%", "Norlandia"),
        (ES, "La pobreza fue del 12% y el 19% en Norlandia y Sotavia, respectivamente.", "19%", "Sotavia"),
        # who stands at a share
        (EN, "Ana Bo would win 44% of the vote, with Tim Fell on 37%.", "37%", "Tim Fell"),
        (EN, "Ana Bo took 44% of the vote, followed by Tim Fell with 37%.", "37%", "Tim Fell"),
        (ES, "Ana Bo obtendría el 44% de los votos, con Tim Fell en el 37%.", "37%", "Tim Fell"),
        (ES, "Ana Bo logró el 44% de los votos, seguida de Tim Fell, con el 37%.", "37%", "Tim Fell"),
        (EN, "Turnout was 44% in Lorne, with Tarn at 37%.", "44%", "Lorne"),
        # amounts without a verb of their own, and places told alike
        (EN, "A kilo of rice now costs $2.10, and oil $4.", "$4", "oil"),
        (EN, "Flour rose by 12%, and sugar 9%.", "9%", "sugar"),
        (ES, "El arroz subió un 12%, y el azúcar, un 9%.", "9%", "azúcar"),
        (EN, "The rate is 7.1% in Norland and 3.2% in the northern valleys.", "3.2%", "northern valleys"),
        (ES, "La tasa es del 7,1% en Norlandia y del 3,2% en los valles del norte.", "3,2%", "valles"),
        (EN, "Among men, the figure is 14%; among women, 9%.", "14%", "men"),
        (ES, "Entre los hombres, la cifra es del 14%; entre las mujeres, del 9%.", "9%", "mujeres"),
        (ES, "El tribunal condenó a la aerolínea a pagar 4 millones de dólares.", "4 millones de dólares", "aerolínea"),
        # sizes and worths
        (EN, "The county plans a tunnel 14 km long.", "14 km", "tunnel"),
        (EN, "Divers found a squid 6 metres long.", "6 metres", "squid"),
        (EN, "A 40-tonne crane fell on Monday.", "40-tonne", "crane"),
        (EN, "Thieves took a painting valued at $3 million from the castle.", "$3 million", "painting"),
        (EN, "The museum bought a vase worth €90,000.", "€90,000", "vase"),
        (ES, "Robaron un cuadro valorado en 3 millones de euros.", "3 millones de euros", "cuadro"),
        # terms of measures
        (EN, "The government extended the curfew for 30 days.", "30 days", "curfew"),
        (EN, "The council suspended the licence for two years.", "two years", "licence"),
        (ES, "El Gobierno prorrogó por 30 días el estado de alarma.", "30 días", "estado de alarma"),
        (ES, "El alcalde decretó el toque de queda por diez días.", "diez días", "toque de queda"),
        # relatives
        (EN, "Ana Ruiz, 44, who ran the farm for nine years, has died.", "nine years", "Ana Ruiz"),
        (EN, "Marcos Vidal, whose son was hurt and who now employs 46 drivers, was there.", "46", "Marcos Vidal"),
        (EN, "The heron, of which there were 27 pairs, is back.", "27", "heron"),
        (EN, "Work has begun on the north stand, where 3,800 seats remain closed.", "3,800", "north stand"),
        (ES, "Hubo una explosión en la mina de Cerro Alto, en la que murieron siete obreros.", "siete", "Cerro Alto"),
        # what is found by looking, and what is said to be
        (EN, "Volunteers counted 340 nests on the island.", "340", "nests"),
        (EN, "Inspectors found 12 faults in the bridge.", "12", "faults"),
        (ES, "Los agentes contaron 41 buitres en la balsa.", "41", "buitres"),
        (EN, "The fire service said 1,200 homes had been damaged.", "1,200", "homes"),
        (EN, "The agency said 300 boats were missing.", "300", "boats"),
        # the foremost of those counted; those who were asked
        (EN, "The quake was followed by 30 aftershocks, the strongest of magnitude 5.4.", "magnitude 5.4", "aftershocks"),
        (ES, "Al sismo le siguieron 30 réplicas, la mayor de magnitud 5,4.", "magnitud 5,4", "réplicas"),
        (EN, "A poll of 900 voters by Datamark found that 61% back the plan and 20% oppose it.", "61%", "voters"),
        # Spanish subjects behind their verb, in front of it, and none at all
        (ES, "Segundo quedó el alcalde Marcos Vidal, con el 21% de los votos.", "Segundo", "Marcos Vidal"),
        (ES, "Más de 40.000 jóvenes ni estudian ni trabajan.", "40.000", "jóvenes"),
        (ES, "En tres de cada cuatro hogares, el agua llega turbia.", "tres de cada cuatro", "hogares"),
        (ES, "El ministro Julián Arce aseguró que el déficit de España cerrará el año en el 5,1% del PIB.", "5,1%", "España"),
        # bodies in apposition, titles with a hyphen, times that open a line
        (EN, "The owner, Sula Lines, has sold 14 ships.", "14", "Sula Lines"),
        (EN, "President-elect Salma Druvani named six ministers on Tuesday.", "six", "Salma Druvani"),
        (ES, "08:30 El alcalde Marcos Vidal anunció 40 viviendas.", "40", "Marcos Vidal"),
        (EN, "And the roof, 130 years old, leaks.", "130 years old", "roof"),
        (EN, "The storm threatens harvests: some 4,000 acres of rice are under water.", "4,000 acres", "rice"),
    ],
)
def test_the_subject_of_a_figure(language: str, text: str, exact: str, subject: str) -> None:
    assert_told(text, language, exact, subject)


@pytest.mark.parametrize(
    ("text", "exact", "subject"),
    [
        ("Harwick Motors closed a plant. It had offered $90 million for the land.", "$90 million", "Harwick Motors"),
        ("Harwick Council approved Harbour Park on Tuesday. It will cost $640 million.", "$640 million", "Harbour Park"),
        ("Aurel Air cut fares on Monday. “We carried 14 million people,” said Ingrid Falk.", "14 million", "Aurel Air"),
        ("The senate passed the Clean Rivers Act. It foresees a fine of €9,000.", "€9,000", "Clean Rivers Act"),
    ],
)
def test_whom_it_and_we_stand_for(text: str, exact: str, subject: str) -> None:
    told = bound(text, EN)[exact].subject
    assert told is not None
    assert told.name == subject


@pytest.mark.parametrize(
    ("language", "text", "exact", "measure"),
    [
        (ES, "El banco central redujo este jueves su tasa de referencia en 50 puntos básicos.", "50 puntos básicos", "tasa de referencia"),
        (EN, "The road would cut the drive to Portby from 50 minutes to 35.", "50 minutes", "drive before"),
        (EN, "The vaccine cut hospital admissions by 38%.", "38%", "hospital admissions"),
        (ES, "La vacuna redujo un 38% los ingresos hospitalarios.", "38%", "ingresos hospitalarios"),
        (ES, "La nueva ley sube un 8% el salario mínimo.", "8%", "salario mínimo"),
        (EN, "The government has promised to lower the sales tax from 9% to 7%.", "9%", "sales tax before"),
        (EN, "A storm hit the coast, killing at least 38 people.", "38", "people killed"),
        (EN, "A further 112 people are hurt.", "112", "people hurt"),
        (EN, "Team | Points | Games\nHarwick | 41 | 16\nOrrin | 35 | 15\n", "41", "points"),
        (ES, "Equipo | Puntos | Partidos\nSaladillo | 41 | 16\nCeibas | 35 | 15\n", "16", "partidos"),
        (EN, "The poll found that 72% back the ban.", "72%", "support ban"),
    ],
)
def test_what_a_figure_measures(language: str, text: str, exact: str, measure: str) -> None:
    assert bound(text, language)[exact].property == measure


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        (
            EN,
            "The firm posted a first-half profit of $86 million on Friday, against $41 million a year earlier.",
            {"$86 million": "2025-01/2025-06", "$41 million": "2024-01/2024-06"},
        ),
        (
            EN,
            "Sales in the six months to June 30, 2025 rose 12% to $9 million.",
            {"12%": "2025-01/2025-06", "$9 million": "2025-01/2025-06"},
        ),
        (EN, "In 2020, 2.9 million people came; last year 1.7 million did.", {"2.9 million": "2020", "1.7 million": "2025"}),
        (EN, "The lake shrank by 4% in 2024. It lost 300 km2.", {"4%": "2024", "300 km2": "2024"}),
        (EN, "The act was passed on May 3, 2025, with 88 votes to 61.", {"88": "2025-05-03", "61": "2025-05-03"}),
        (EN, "The bank cut its rate by 50 basis points to 8.75% in June 2025.", {"50 basis points": "2025-06", "8.75%": "2025-06"}),
        (EN, "The bridge, built in 1931, carries 18,000 vehicles.", {"18,000": None}),
        (EN, "Of the 212 pairs that nested last year, few are left.", {"212": "2025"}),
        (
            EN,
            "Ana Ruiz won the election of May 3, 2025.\n\nRuiz took 58% of the vote, against 42% for Marcos Vidal.",
            {"58%": "2025-05-03", "42%": "2025-05-03"},
        ),
        (ES, "Ana Ruiz ganó la segunda vuelta del 3 de mayo de 2025.\n\nRuiz obtuvo el 58% de los votos.", {"58%": "2025-05-03"}),
        (ES, "La inflación anual cedió en enero de 2026 del 5,2% al 4,9%.", {"5,2%": "2025-12", "4,9%": "2026-01"}),
        (ES, "Vinieron 212.000 visitantes en 2024, un 9% menos que el año anterior.", {"212.000": "2024", "9%": "2024"}),
    ],
)
def test_the_time_a_figure_holds_for(language: str, text: str, times: dict[str, str | None]) -> None:
    found = bound(text, language)
    assert {exact: found[exact].scope.time for exact in times} == times


@pytest.mark.parametrize(
    ("language", "text", "subject"),
    [
        ("es", "En Ecuador hubo 8.214 homicidios. En el 82% de los casos se usó un arma de fuego.", "casos"),
        ("es", "En Kiev, el alto el fuego entró en vigor. Murieron 12 personas.", "personas"),
        ("es", "El fuego avanzó en Galicia. Murieron 12 personas.", "incendio de Galicia"),
        ("en", "Police came under fire in Leeds. 12 people were hurt.", "people"),
        ("en", "The blaze spread in Leeds. 12 people were hurt.", "Leeds fire"),
    ],
)
def test_a_set_phrase_tells_of_no_event(language: str, text: str, subject: str) -> None:
    figures = [claim for claim in watcher.extract(text).claims if claim.kind == "figure"]
    assert figures[-1].subject is not None
    assert figures[-1].subject.name == subject
