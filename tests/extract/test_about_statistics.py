"""Sentence and figure -> subject and property in reports of statistics: rates, matters, lists in brackets, figures that stand for others."""

from __future__ import annotations

import pytest

import watcher
from watcher.model import Figure


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        # a rate of what its own words tell
        ("Soria registra una tasa de 0,79 incendios forestales por cien mil habitantes.", "0,79", "Soria", "incendios forestales"),
        (
            "La provincia tiene una tasa de 3,4 accidentes laborales por cada 100.000 trabajadores.",
            "3,4",
            "provincia",
            "accidentes laborales",
        ),
        ("Kent has a rate of 3.4 fatal farm accidents per 100,000 workers.", "3.4", "Kent", "fatal farm accidents"),
        # a list of rates
        ("Jalisco lidera con una tasa de 9,2 robos por cada mil habitantes, Sonora con una tasa de 7,1 robos.", "7,1", "Sonora", "robos"),
        ("Puebla tiene una tasa de 9,2 robos por cada mil habitantes y Tabasco con un registro de 5,9.", "5,9", "Tabasco", "robos"),
        ("Ohio leads with a rate of 9.2 thefts per 1,000 residents, Utah with a rate of 7.1 thefts.", "7.1", "Utah", "thefts"),
        # the matter that a sentence opens with
        ("En cuanto a los atracos, la policía contabilizó un descenso del 14%.", "14%", "atracos", "descenso"),
        ("Con relación a las estafas se registró un alza del 22 por ciento.", "22 por ciento", "estafas", "alza"),
        ("En el caso de México, la tasa fue del 4%.", "4%", "México", "tasa"),
        ("En cuanto a la economía, Iván Kroll propone recortar 6.000 millones de euros.", "6.000 millones", "Iván Kroll", "recortado"),
        ("As for burglaries, police recorded a drop of 14%.", "14%", "burglaries", "drop"),
        ("In the case of car theft the increase was 3%.", "3%", "car theft", "increase"),
        ("Regarding the budget, ministers agreed to spend £4 million.", "£4 million", "ministers", "spending"),
        # items of a list with their amounts in brackets
        ("Se creó más empleo en la sanidad (31.503), el comercio (18.072) y el transporte (8.187).", "18.072", "comercio", "empleo"),
        ("Las mayores pérdidas se dieron en la minería (-5.727) y en la pesca (-4.228).", "-4.228", "pesca", "pérdidas"),
        ("Jobs were created in catering (12,300), cleaning (4,150) and transport (2,020).", "4,150", "cleaning", "jobs"),
        ("Preocupan la vivienda (32%), el paro (19,8%) y la inmigración (18%).", "19,8%", "paro", "preocupa"),
        # a part of those told of in front of it
        ("La policía detalla que de estos robos, 340 se cometieron de noche; 95, al amanecer.", "340", "robos", "robos"),
        ("La policía detalla que de estos robos, 340 se cometieron de noche; 95, al amanecer.", "95", "robos", "robos"),
        # who has most of something
        ("La empresa que obtuvo más ganancias fue Norvia, con 2.054 millones de euros.", "2.054", "Norvia", "ganancias"),
        ("El país con mayor superávit es Suecia, con 28.000 millones de euros.", "28.000", "Suecia", "superávit"),
        ("The company that made the biggest profit was Norvia, followed by Colmar with £1.3bn (+11.8%).", "11.8%", "Colmar", "profit"),
        ("The county with the most cases was Kent, with 412.", "412", "Kent", "cases"),
        # whose
        ("Arlen fue sustituida por Colmar, cuyo beneficio neto ascendió a 22 millones de euros.", "22", "Colmar", "beneficio neto"),
        ("Se suma Norvia, que usa otro calendario, cuyo beneficio subió a 668 millones de euros.", "668", "Norvia", "beneficio"),
        # a level is of what the subject names
        ("The death toll in the quake rose to nearly 600 people.", "600", "earthquake", "death toll"),
        ("Officials said membership would surpass 35,000.", "35,000", "membership", "membership"),
        ("El beneficio neto de Norvia creció un 38%, hasta 877 millones de euros.", "877", "Norvia", "beneficio neto"),
        ("A search team rescued five children buried in a collapsed school.", "five", "search team", "children rescued"),
        ("The man will be charged with two counts of murder, Leeds police said.", "two", "man", "counts of murder"),
        # on whom a sentence falls
        ("El juez condenó a Ana Bo a tres años de cárcel y al pago de 4.000 euros.", "tres años", "Ana Bo", "años de cárcel"),
        ("El juez condenó a Ana Bo a tres años de cárcel y al pago de 4.000 euros.", "4.000", "Ana Bo", "pago"),
        ("La Audiencia condenó al exalcalde de Lorca (Murcia) Luis Mora a siete años de prisión.", "siete años", "Luis Mora", "prisión"),
        # a measure that an amount surpasses or comes close to
        ("La banda robó 43 camiones, con un avalúo superior a los 2.900 millones de pesos.", "2.900 millones", "banda", "avalúo"),
        ("La obra, con una inversión cercana a los 300 millones de pesos, sigue.", "300 millones de pesos", "obra", "inversión"),
        ("El yogur contiene una proporción de azúcar superior al 12%.", "12%", "yogur", "proporción"),
        # accounts
        ("Norvia earned $643 million, or $1.12 a share, in the quarter.", "$1.12", "Norvia", "per share"),
        ("Revenue in the period, which ended May 30 and was the first quarter, rose 53 percent.", "53 percent", "revenue", "revenue"),
        ("The company said first-quarter revenue came in at $235 million.", "$235 million", "revenue", "revenue"),
        ("The firm said operating profit rose 7 percent.", "7 percent", "operating profit", "operating profit"),
        # what stands between a long subject and its verb
        (
            "The proportion of pupils seen within two weeks of a referral slipped from 68.7 per cent in May.",
            "68.7",
            "",
            "proportion of pupils",
        ),
        (
            "The number of people waiting longer than 18 weeks for care has dropped by almost 25,000.",
            "25,000",
            "people",
            "number of people",
        ),
        ("Official data shows more than 300,000 people had been waiting for a year.", "300,000", "people", "people"),
        ("The housing waiting list could rise to 14 million.", "14 million", "waiting list", "waiting list"),
        # who only counts
        ("El paro bajó, según el Ministerio de Trabajo. Las ventas subieron un 3%.", "3%", "ventas", "ventas"),
        ("MADRID, 3 de mayo de 2024\n\nEl paro subió en casi 50.000 personas en España.", "50.000", "España", "paro"),
        # what is produced, not its weight
        ("Output in the west is put at 1.4 million tonnes.", "1.4 million", "utput", "utput"),
        ("La producción llegó a 1,4 millones de toneladas.", "1,4", "producción", "producción"),
        # no subject
        ("En junio, sin embargo, se recogieron 1,16 millones de sacos.", "1,16", "sacos", "sacos"),
        # ages of several
        ("Killed were 18- and 36-year-old men, Ed Rolle says.", "18", "men", "age"),
        ("Killed were 18- and 36-year-old men, Ed Rolle says.", "36-year-old", "men", "age"),
        # titles and parties before names
        ("On Tuesday, state Sen. Carla Reyes (D) won with 59% of the vote.", "59%", "Carla Reyes", "vote share"),
        (
            "Jan Thorne took 41 percent of the vote and write-in candidate Joel Park garnered 5.6 percent.",
            "5.6 percent",
            "Joel Park",
            "vote share",
        ),
        ("In Ohio, Democrat Keith Osgood won 345 votes.", "345", "Keith Osgood", "votes"),
        ("Police data revealed 2,110 people were stopped in May.", "2,110", "people", "people stopped"),
        # a figure stands for the measure told before
        ("Ontario had 312 fires last year. In Quebec the figure was 401.", "401", "Quebec", "fires"),
        ("En Soria hubo 312 incendios. En Palencia la cifra fue de 401.", "401", "Palencia", "incendios"),
        ("Some 3,200 pupils had been waiting for more than 12 weeks in May, down from 3,900 in April.", "3,900", "pupils", "pupils"),
        # a known place whose first word is a common one
        ("Baja California Sur registró 23 homicidios en mayo.", "23", "Baja California Sur", "homicidios"),
    ],
)
def test_statistics_are_told_of_what_they_measure(text: str, exact: str, subject: str, named: str) -> None:
    told = next(claim for claim in watcher.extract(text).claims if claim.kind == "figure" and claim.evidence[0].exact.startswith(exact))
    assert told.subject is not None
    assert not told.subject.name.startswith(("Democrat", "state"))
    assert (subject in told.subject.name, named in str(told.property)) == (True, True), (told.subject.name, told.property)


def test_people_are_not_measured_in_kilometres() -> None:
    text = "The boat sank 3 km from the shore. Seventy-two people were rescued, and 43 are still missing."
    assert [claim.value.unit for claim in watcher.extract(text).claims if isinstance(claim.value, Figure)] == ["km", "count", "count"]


def test_what_is_counted_beside_money_is_none() -> None:
    text = "Revenue rose to $3.42 billion from $2.24 billion, helped by the addition of 3.8 million net subscribers."
    units = [claim.value.unit for claim in watcher.extract(text).claims if isinstance(claim.value, Figure)]
    assert units == ["USD", "USD", "count"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("If we look at the past decade, rents have risen by 40%.", "asserted"),
        ("Si se tiene en cuenta la inflación, los salarios bajaron un 1,5%.", "asserted"),
        ("Si comparamos con mayo, las ventas cayeron un 3%.", "asserted"),
        ("Si se aprueba la ley, el impuesto sube al 20%.", "conditional"),
        ("If the plan is approved, the tax rises to 20%.", "conditional"),
    ],
)
def test_how_a_figure_is_looked_at_is_no_condition(text: str, modality: str) -> None:
    assert [claim.modality for claim in watcher.extract(text).claims if claim.kind == "figure"] == [modality]
