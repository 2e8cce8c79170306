"""Whose a figure is: asides before a verb, a number before its relative clause, studies with and without their maker."""

from __future__ import annotations

import pytest

import watcher
from tests.extract.said import facts
from tests.extract.test_attribution import at
from watcher.model import Attribution

ASIDES = [  # where somebody belongs, what is told of them, and the verb behind it all
    ("Luis Gil, del sindicato CGT, que no firmó el acuerdo, sostiene que faltan 300 médicos.", "Luis Gil", "300"),
    ("Rosa Peña, de la Universidad del Sur, que no firma el estudio, advierte que el margen es de 5 puntos.", "Rosa Peña", "5 puntos"),
    ("Ana Roe, of the University of Leeds, who was not involved, says the margin may be 5 points.", "Ana Roe", "5 points"),
    ("The airline, which in May warned of losses, now expects traffic to grow by 6 percent.", "airline", "6 percent"),
    ("La cosecha, que la federación proyecta entre 14 y 16 millones de sacos, será la mejor.", "federación", "14 y 16 millones"),
    ("El paro, que el alcalde cifra en un 12%, baja desde mayo.", "alcalde", "12%"),
]
GOING_ON = [  # a verb right behind the "que" of who speaks
    ("El fiscal regional, Luis Gil, indicó que pedirá 20 años de cárcel para Mora. Iván Mora está preso.", "Luis Gil", "20 años"),
    ("La abogada, Ana Ruiz, adelantó este lunes que solicitará diez años para Mora. Iván Mora está preso.", "Ana Ruiz", "diez años"),
    ("La alcaldesa, Ana Ruiz, dijo que niega los 40 despidos de Mora. Iván Mora está preso.", "Ana Ruiz", "40"),
]
OBJECTS = [  # a number that a relative clause tells of
    ("Preocupan los 40 muertos que reconoce el ministerio.", "ministerio", "40"),
    ("La ONU duda de los 300 heridos que el gobierno admite.", "gobierno", "300"),
    ("El alcalde pagará los 900 euros que Ana Ruiz reclama.", "Ana Ruiz", "900 euros"),
    ("El fiscal regional, Iván Sosa, indicó que pedirá penas de 20 años para Ana Ruiz.", "Iván Sosa", "20 años"),
    ("Para la alcaldía ningún aspirante alcanzó el 40%, por lo que habrá segunda vuelta.", None, "40%"),
    ("El jurado absolvió a los 40 vecinos que denunciaron los hechos.", None, "40"),
    ("Los 40 vecinos que acusaron al alcalde fueron multados.", None, "40"),
    ("The 40 people that claim the reward must wait.", None, "40"),
]
TAGS = [  # behind a comma, however long who says it is, and to whom
    (
        "Lumbra comprará Nexa por 40 millones, informaron ayer ambas empresas a la Superintendencia de Bancos (SB).",
        "ambas empresas",
        "40 millones",
    ),
    (
        "Las pérdidas rondan los 130 millones, estima el Ministerio de Pesca: se perdió todo el salmón.",
        "Ministerio de Pesca",
        "130 millones",
    ),
    ("Cerrarán 12 minas, anunció este jueves la presidenta de la Comisión Estatal de Minas.", "presidenta", "12"),
    ("Son 3.400 vecinos, informó el INE el jueves, un 3,6% más que en 2017.", "INE", "3,6%"),
]
WHICH = [  # "a report according to which"
    ("El diputado citó un trabajo de la Universidad de Cuyo según el cual el 28% de los jóvenes apuesta.", "Universidad de Cuyo", "28%"),
    ("Leyó un informe según el cual faltan 300 camas.", "informe", "300"),
    ("Lo firma Marta Gil, doctora en Física, para quien el puente durará 30 años.", "Marta Gil", "30 años"),
    ("She cited a report by Amnesty, according to which 300 people are held.", "Amnesty", "300"),
    ("She cited a report according to which 300 people are held.", "report", "300"),
]
PRINTED = [  # where a study stands is not who made it
    ("The study, published on Monday in the Southern Journal of Surgery, found that 3.8 percent of knees failed.", "study", "3.8 percent"),
    ("A study in The Lancet found that 3% of men smoke.", "study", "3%"),
    ("A Harvard study in the Lancet found that 3% of men smoke.", "Harvard", "3%"),
    ("A poll in Ohio by Siena found that 3% of men smoke.", "Siena", "3%"),
    ("In Siena's August poll the PDQ led by seven points.", "Siena", "seven points"),
    ("Un estudio publicado en la revista Nature concluye que se perdió el 30% de los corales.", "estudio", "30%"),
]
MADE = [  # a study, and who made it in a relative clause, by its label or at the end of the sentence
    ("Rita Solar ganaría con el 47% de los votos, según una encuesta que difundió este jueves la consultora Pulso.", "Pulso", "47%"),
    ("El paro bajará al 9%, de acuerdo con un informe que publicó ayer la firma Lumen.", "Lumen", "9%"),
    ("La cosecha será de 400 toneladas, según el aforo que presentó ayer la consejera.", "aforo", "400 toneladas"),
    ("Según los hechos probados, Tejada le debía 3.000 euros.", "hechos probados", "3.000 euros"),
    ("Según el tamaño elegido, cuesta 3.000 euros.", None, "3.000 euros"),
    ("Encuesta de Opina Sur: 77% a favor de la obra.", "Opina Sur", "77%"),
    ("Los datos, publicados ayer por el INE, muestran que el paro bajó al 11%.", "INE", "11%"),
    ("Un sondeo difundido este lunes por Metroscan revela que el 62% votará.", "Metroscan", "62%"),
    ("Some 62% backed the ban in a recent survey by YouGov.", "YouGov", "62%"),
    ("Prices rose by 3.9 percent, government data showed on Thursday.", "government data", "3.9 percent"),
]
VERBS = [  # put at, given as, denied that; semicolons; a verb of several
    ("The toll, which officials put at 40, may rise.", "officials", "40"),
    ("Locals asked about the price, which people familiar with the deal put at between €90m and €110m.", "people", "€90m and €110m"),
    ("The rival firm wants a merger that analysts value at A$3.1 billion.", "analysts", "A$3.1 billion"),
    ("Officials had given the number of missing as 37.", "Officials", "37"),
    ("Her successor, Ida Kolbe, denied that the government had lost 40 boats.", "Ida Kolbe", "40"),
    ("Hubo quejas de Ana Sosa. Edelnor y su par del este reportan 618.000 clientes sin servicio.", "Edelnor", "618.000"),
    ("Según el INE, viven solas 5 millones de personas; de ellas, 2 millones son mayores.", "INE", "2 millones"),
    ("Officials said 40 had drowned; of those, 12 were children.", "Officials", "12"),
    ("Según el gremio hubo seis muertes; Carabineros registra 4.", "Carabineros", "4"),
    ("Tal y como avanzó Ana Ruiz, se construirán 40 viviendas.", "Ana Ruiz", "40"),
    ("Los sindicatos elevan la participación al 80%.", "sindicatos", "80%"),
    ("Ferry costs, per the trade body: £310m", "trade body", "£310m"),
]
NEWSROOM = [  # whom somebody told it to, what is theirs, "lo informado por", verbs behind a name in "'s"
    ("Hay 30 detenidos, según confirmaron a este diario fuentes policiales.", "fuentes policiales", "30"),
    ("Hay 30 detenidos, según han confirmado fuentes policiales a Efe.", "fuentes policiales", "30"),
    ("Hay 300 desaparecidos, de acuerdo con lo informado por el gobernador.", "gobernador", "300"),
    ("Mano Abierta ha atendido a 300 personas, según su último balance.", "Mano Abierta", "300"),
    ("Los cálculos del FMI arrojan un crecimiento del 3%.", "cálculos del FMI", "3%"),
    ("La sentencia da por probado que cobró 12.000 euros.", "sentencia", "12.000 euros"),
    ("El FMI elevó del 2% al 3% su previsión de crecimiento.", "FMI", "3%"),
    ("Moody's expects growth of 3%.", "Moody's", "3%"),
    ("The union claims 300 jobs will go.", "union", "300"),
    ("The woman who claimed 300 votes won.", None, "300"),
]
WORDS = [  # demands that were made, counts that are somebody's, only so many admitted
    ("El fiscal, que solicitaba 12 años, recurrirá.", "fiscal", "12 años"),
    ("El fiscal había pedido 12 años.", "fiscal", "12 años"),
    ("The prosecution, which had asked for 12 years, will appeal.", "prosecution", "12 years"),
    ("He walked for 12 years and called his mother.", None, "12 years"),
    ("Ana Mora la reduce a 30 millones.", "Ana Mora", "30 millones"),
    ("La rebaja a 30 millones fue bien recibida.", None, "30 millones"),
    ("Luis Gil habla, en cambio, de 40 millones.", "Luis Gil", "40 millones"),
    ("El ministerio solo admite 300 afectados.", "ministerio", "300"),
    ("The ministry's own count is 300.", "ministry", "300"),
    ("A ministry spokesman gave the number as 300.", "ministry spokesman", "300"),
    ("The judge found he had stolen $300.", "judge", "$300"),
]
CLASSES = [*WORDS, *NEWSROOM, *MADE, *VERBS, *ASIDES, *GOING_ON, *OBJECTS, *TAGS, *WHICH, *PRINTED]


@pytest.mark.parametrize(("text", "source", "exact"), CLASSES, ids=[case[0][:60] for case in CLASSES])
def test_whose(text: str, source: str | None, exact: str) -> None:
    attribution = facts(text, "2025-11-20")[exact]["attribution"]
    assert (attribution and attribution["source"]) == source


@pytest.mark.parametrize(
    ("text", "language", "exact", "source"),
    [
        ("Lomax Inc (LMX) Monday reported profit of $8 million.", "en", "$8 million", "Lomax Inc"),
        ("Police Sunday said two people died.", "en", "two", "Police"),
        ("Jobless claims, which are a proxy for layoffs, fell by 4,000.", "en", "4,000", None),
        ("Turnout passed 63%, Elena Ruiz said, which would be a record.", "en", "63%", "Elena Ruiz"),
        ("El apoyo a Juan Sosa bajó al 22 %.", "es", "22 %", None),
        ("La deuda de Juan Sosa subió a 3 millones.", "es", "3 millones", None),
    ],
)
def test_days_and_the_governed_say_nothing(text: str, language: str, exact: str, source: str | None) -> None:
    claims = watcher.extract(text).claims
    told = next(claim for claim in claims if claim.kind == "figure" and claim.evidence[0].exact == exact)
    assert told.evidence[0].language == language
    assert (told.attribution.source if told.attribution else None) == source


NOUNS = [
    (
        "en",
        "Dunmore Steel shut. Analysts at Farrow Securities put the loss at $9 million. The company said it would lay off 350.",
        "350",
        "company",
    ),
    ("en", "The Nordic Union has offered help. The disaster agency said 12,400 homes were lost.", "12,400", "disaster agency"),
    (
        "en",
        "Langley College sent a team. Across the river, Mexico's migration institute says 7,300 are waiting.",
        "7,300",
        "Mexico's migration institute",
    ),
    (
        "es",
        "La obra cumplía, de acuerdo con un informe de Bomberos. Ayer lo vio la Cofece. El club sostiene que vendió 1.150 entradas.",
        "1.150",
        "club",
    ),
    (
        "es",
        "Willys y la OCDE callan. La cosecha, que la entidad gremial proyecta en 14 millones de sacos, crece.",
        "14 millones",
        "entidad gremial",
    ),
]
MAKERS = [
    ("en", "The city had 142 fires, according to year-end figures released Tuesday by the police department.", "142", "police department"),
    ("en", "Some 12 roads are shut, according to a bulletin issued overnight by the coastguard.", "12", "coastguard"),
    ("es", "Se suspendieron 412 vuelos, según el balance facilitado por la consejería.", "412", "consejería"),
    ("es", "Hubo 30 detenidos, según el parte remitido este lunes por la policía.", "30", "policía"),
]
TOLD = [
    ("en", 'Marta Dolan, of the site Turas, said the labour market was "hot". She noted that pay was up 4.1%.', "4.1%", "Marta Dolan"),
    ("en", "Council leader Rosa Tyce, a Liberal Democrat, said it had started the year £22m short.", "£22m", "Rosa Tyce"),
    ("en", "Mr Hobbs, who lost, congratulated his rival but claimed around 90 votes had come late.", "90", "Hobbs"),
    ("en", "Others disagree, notes Ravi Sundaram, a modeller. He would put the rise at no more than 60%.", "60%", "Ravi Sundaram"),
    ("en", "The board of Ardle met. In March the company had guided to at least £60m.", "£60m", "Ardle"),
    ("en", "The party has slumped to 18% in a new Polltrack poll.", "18%", "Polltrack"),
    ("en", "Two polls came out. Pollwright, which asked 1,506 adults, has Labour on 31%.", "31%", "Pollwright"),
    ("es", "La Consejería de Salud rebaja ese porcentaje al 19% por la mañana.", "19%", "Consejería de Salud"),
    ("es", "Para el Sindicato de Médicos (SMR), convocante de los paros, la secundó el 74%.", "74%", "Sindicato de Médicos"),
    ("es", "Nuria Bravo, consejera de Industria, confía en crear 88 empleos.", "88", "Nuria Bravo"),
    ("es", "El Instituto de Estadística ha publicado este martes que el gasto fue de 1.380 euros.", "1.380", "Instituto de Estadística"),
]

OPENED = [  # a Spanish sentence that opens with its verb, or with where it holds
    ("es", "La doctora Elena Rivas sostiene que faltan 15 camas. Añade que la plantilla ha bajado en 8 personas.", "8", "Elena Rivas"),
    ("es", "El alcalde Blas Roa visitó la obra. Calcula que costará 40 millones.", "40 millones", "Blas Roa"),
    ("es", "El Indomet calcula que cayeron 264 milímetros en la costa. Para la capital prevé 50 más.", "50", "Indomet"),
    ("es", "La ONG Cruz Verde pide ayuda. Según sus cálculos, hay 4.000 desplazados.", "4.000", "ONG Cruz Verde"),
    ("es", "El empleo subirá un 3%, explicó ayer en rueda de prensa la ministra de Empleo, Rosa Vidal.", "3%", "Rosa Vidal"),
    ("es", "El empleo subirá un 3%, precisó a preguntas de los periodistas el portavoz.", "3%", "portavoz"),
    ("es", "El PIB creció un 3%, por encima del 2,1% que anticipaban los analistas.", "2,1%", "analistas"),
    ("es", "Investigadores de la costa han descubierto que 3.400 especies están en riesgo.", "3.400", "Investigadores de la costa"),
]


@pytest.mark.parametrize(("language", "text", "words", "source"), NOUNS + MAKERS + TOLD + OPENED)
def test_a_noun_of_many_bodies_stands_for_itself_and_what_is_made_for_its_maker(language: str, text: str, words: str, source: str) -> None:
    assert at(text, words, language)[0] == Attribution(source)


NOBODY = [  # what nobody in particular says
    ("en", "Analysts at Penn agreed. The retailer may sell its office, thought to be worth about £15m.", "£15m"),
    ("en", "Tenants in the homes will see rents go up by 4.8% from April.", "4.8%"),
    ("en", "Households will pay more after councillors voted to put up council tax by 4.99%.", "4.99%"),
    ("es", "El juez decretó prisión para Saúl Montoro, al que constan 23 antecedentes.", "23"),
]


@pytest.mark.parametrize(("language", "text", "words"), NOBODY)
def test_what_nobody_in_particular_says(language: str, text: str, words: str) -> None:
    assert at(text, words, language)[0] is None
