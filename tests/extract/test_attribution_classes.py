"""Who says a figure, by classes of sentences: what stands between commas, bodies without names, reports, accusations, what goes on."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

BETWEEN_COMMAS = [
    ("The fleet, she noted, has shrunk from 90 to 61 boats.", "Ana Brandt", "61"),
    ("Repairs would cost $4 million, the mayor, Leo Falk, told reporters on Monday, and nobody has the money.", "Leo Falk", "$4 million"),
    ("The herd, they conclude, grew by 7% a year.", "researchers", "7%"),
    ("The bridge, he pointed out, carries 900 lorries a day.", "Leo Falk", "900"),
    ("The dam, engineers warn, lost 12% of its depth.", "engineers", "12%"),
    ("La flota, recordó el gerente Iván Sosa, bajó de 90 a 61 barcos.", "Iván Sosa", "61"),
    ("El arreglo, advirtió la alcaldesa Rosa Peña, costaría 4 millones de euros.", "Rosa Peña", "4 millones de euros"),
    ("El rebaño, concluyen los investigadores, creció un 7% anual.", "investigadores", "7%"),
    ("El puente, señalan los vecinos, soporta 900 camiones al día.", "vecinos", "900"),
    ("Las obras, precisó el ministerio, terminan con 14 meses de retraso.", "ministerio", "14 meses"),
]
TAGS = [  # English: who stands behind the verb, a party or an acronym between the name and the verb, what the tag adds is the article's
    ("The strike cost 40 million euros, said Ana Brandt, the mayor.", "Ana Brandt", "40 million euros"),
    ("The bridge, which carries 900 lorries a day, will cost $12 million, said Transport Minister Leo Falk.", "Leo Falk", "$12 million"),
    ("The bridge will cost $12 million, said Rep. Leo Falk (D-Ohio).", "Leo Falk", "$12 million"),
    ("The bridge will cost $12 million, said a spokesman for the port.", "spokesman", "$12 million"),
    ("The bridge will cost $12 million, said the Red Cross spokesman.", "Red Cross", "$12 million"),
    ("The tax, which the minister says will raise $12 million, starts in May.", "minister", "$12 million"),
    ("The union claims 80% of staff joined the strike.", "union", "80%"),
    ("State television said 40 people had died.", "State television", "40"),
    ("Growth will reach 2.1%, in the bank's latest projection.", "bank", "2.1%"),
    ("On the minister's own estimates, the plan will cost $12 million.", "minister", "$12 million"),
    ("Rep. Leo Falk (D-Ohio) told reporters that 12 bridges had failed.", "Leo Falk", "12"),
    ("The Health Ministry (MoH) said 40 people had died.", "Health Ministry", "40"),
    ("J.T. Wells said the state should pay 40% of it.", "J.T. Wells", "40%"),
    ("El Ministerio de Salud (Minsal) informó que hubo 40 muertos.", "Ministerio de Salud", "40"),
]
VERBS = [  # many more verbs: with "that", as a tag, light verbs, and what a source sets a number at
    ("Leo Falk cautioned that 40 homes were empty.", "Leo Falk", "40"),
    ("As many as 40 homes were empty, analysts agreed.", "analysts", "40"),
    ("The port authority made it clear that 40 berths would close.", "port authority", "40"),
    ("Leo Falk was quoted as saying that 40 homes were empty.", "Leo Falk", "40"),
    ("The bank pegged growth at 4%.", "bank", "4%"),
    ("Delta Institution is pencilling in 4% growth.", "Delta Institution", "4%"),
    ("Rosa Peña comprobó que había 40 casas vacías.", "Rosa Peña", "40"),
    ("Hay 40 casas vacías, sentenció el alcalde.", "alcalde", "40"),
    ("Hay 40 casas vacías, informó la liga.", "liga", "40"),
    ("La fiscalía dejó claro que faltan 40 barcos.", "fiscalía", "40"),
    ("El sindicato ubicó las pérdidas en 40 millones de pesos.", "sindicato", "40 millones de pesos"),
    ("El banco apuesta por un crecimiento del 4%.", "banco", "4%"),
    ("La empresa, que facturó 90 millones, aceptó la oferta.", None, "90 millones"),
    ("Leo Falk spoke at length, clarifying that 40 homes were empty.", "Leo Falk", "40"),
    ("Analysts caution that 40 homes are empty.", "Analysts", "40"),
    ("The court rejected the appeal of 40 prisoners.", None, "40"),
    ("El tribunal rechazó el recurso de 40 presos.", None, "40"),
    ("The governor declared three days of mourning.", None, "three days"),
]
OWN = [  # a clause of its own behind "and", who is only quoted, nouns of saying, whose count it is, who spoke in marks
    ("The opposition says 31 people died and rights groups speak of 45.", "rights groups", "45"),
    ("El Ejecutivo reconoce 31 fallecidos y organismos de derechos humanos hablan de 45.", "organismos de derechos", "45"),
    ("A local charity quoted by the Northern Post put the toll at 22.", "local charity", "22"),
    ("Una ONG local, citada por Radio Sur, habla de 22 muertos.", "ONG local", "22"),
    ("Hay 15 muertos, dijo a Radio Sur una fuente de seguridad.", "fuente de seguridad", "15"),
    ("The refund reached 40 homes, according to a letter from the ombudsman seen by the Northern Post.", "letter", "40"),
    ("The government rejected the union's claim that 40 hospitals would close.", "union", "40"),
    ("The warning by engineers that 40 bridges would close went unheeded.", "engineers", "40"),
    ("La previsión de la consejería es que haya 40 plazas más.", "consejería", "40"),
    ("By the army's count, 40 rebels died.", "army", "40"),
    ("Según la tesis de la acusación, la red blanqueó 40 millones de euros.", "acusación", "40 millones de euros"),
    ("“We are late,” said Ana Brandt on X. She added that 40 homes would go.", "Ana Brandt", "40"),
    ("«Llegamos tarde», dijo Rosa Peña en su cuenta de X. Añadió que faltan 40 casas.", "Rosa Peña", "40"),
    ("The strike, which according to the union involved 900 drivers, cost $3 million.", "union", "900"),
    ("The strike, which according to the union involved 900 drivers, cost $3 million.", None, "$3 million"),
    ("Para el Gobierno fue del 42%.", "Gobierno", "42%"),
    ("The accused denied having received $40,000.", "accused", "$40,000"),
    ("The union is demanding 12% and warns that it would last 72 hours.", "union", "72 hours"),
    ("Pesaba 40 toneladas, según explicó a Radio Sur la paleontóloga Rosa Peña.", "Rosa Peña", "40 toneladas"),
]
POLLS = [
    ("In the last Northern Post poll, conducted in May, Falk led Brandt by 5 points.", "Northern Post", "5 points"),
    ("En la última encuesta nacional de Datum, publicada en mayo, Brandt ganaba por 5 puntos.", "Datum", "5 puntos"),
    ("A Datum poll shows that homes making $100,000 or more have left the Blue party, led by Leo Falk.", "Datum", "$100,000"),
    ("Federal and state officials said it had cost $350 million.", "state officials", "$350 million"),
    ("The Tax Centre at the Urban Institute and Delta Institution estimates it would raise $4 billion.", "Tax Centre", "$4 billion"),
]
OF_THE_ARTICLE = [
    ("Only 52 percent of registered voters agreed that Falk, who won 12 seats, is fit.", "12"),
    ("“We are late,” Ana Brandt said after losing 40% of her crew.", "40%"),
    ("“We are late,” Ana Brandt said at a meeting of 300 farmers.", "300"),
    ("The strike cost 90 million euros, said Ana Brandt after a meeting with 300 drivers.", "300"),
    ("«Llegamos tarde», dijo Ana Brandt tras perder al 40% de su tripulación.", "40%"),
    ("La huelga costó 90 millones, dijo Ana Brandt durante una asamblea con 300 conductores.", "300"),
]
BODIES = [
    ("El organismo calcula que hay 300 pozos sin permiso.", "organismo", "300"),
    ("La operadora contesta que el 44% son averías.", "operadora", "44%"),
    ("Las navieras, que mueven 900 contenedores, pronostican una caída del 8%.", "navieras", "8%"),
    ("El registro gallego estima que hay 11.300 barcos menos.", "registro gallego", "11.300"),
    ("La Fiscalía pide para él nueve años de cárcel.", "Fiscalía", "nueve años"),
    ("La cooperativa corrige el dato: había 29 socios y no 31.", "cooperativa", "29"),
    ("El sindicato lo niega: asegura que faltan 350 plazas.", "sindicato", "350"),
    ("According to its transport regulator, delays fell to 57 minutes.", "transport regulator", "57 minutes"),
    ("The operator says 44% of the faults are its own.", "operator", "44%"),
    ("Prosecutors are seeking nine years in prison.", "Prosecutors", "nine years"),
    ("The union puts the loss at 350 posts.", "union", "350"),
    ("The shipowners accused it of 12 violations.", "shipowners", "12"),
    ("An inspectors’ report of 1994 put the odds at one in nine.", "inspectors’ report", "one in nine"),
    ("A city audit of 2019 put the gap at $40 million.", "city audit", "$40 million"),
]
ACCUSED = [
    ("Leo Falk is accused by prosecutors of hiding 13 contracts.", "prosecutors", "13"),
    ("The clerk, charged by the Fraud Office with stealing $4 million, is at home.", "Fraud Office", "$4 million"),
    ("El exalcalde está acusado por la Fiscalía de repartir 13 obras.", "Fiscalía", "13"),
    ("Detuvieron a Iván Sosa, a quien la Fiscalía imputa la pérdida de 40 millones de pesos.", "Fiscalía", "40 millones de pesos"),
]
GOES_ON = [
    ("In a survey of 900 adults by Datum, 68% were in favour. Among women, support fell to 39%.", "Datum", "39%"),
    ("In a survey of 900 adults by Datum, 68% were in favour. The margin of error was 3 points.", "Datum", "3 points"),
    ("A poll by Datum found that 54% back the toll. One in five had no view.", "Datum", "One in five"),
    ("En una encuesta de Datum, el 68% apoya el peaje. Entre las mujeres, el apoyo cae al 39%.", "Datum", "39%"),
    ("Según un sondeo de Datum, el 54% apoya el peaje. Uno de cada cinco no opina.", "Datum", "Uno de cada cinco"),
    ("En el sondeo Barómetro Norte de mayo, el 66% estaba a favor.", "Barómetro Norte", "66%"),
]
AGAIN = [  # a study called by its noun, a verb that goes on from who spoke, who a noun stands for, where the name of a source ends
    ("A poll by Datum puts Brandt on 31%. Turnout may be low. The survey gives Falk 9%.", "Datum", "9%"),
    ("A report by the Harbour Trust found that 40 piers are unsafe. The report says 12 have closed.", "Harbour Trust", "12"),
    ("Según el barómetro de Datum, gana Falk. La encuesta sitúa a Brandt con un 9%.", "Datum", "9%"),
    ("Según el barómetro de Datum, gana Falk. Brandt, a quien el sondeo concede un 9%, baja.", "Datum", "9%"),
    ("Según una encuesta de Datum, Falk tiene el 31% de los votos.\n\nBrandt lograría entre 23 y 25 escaños.", "Datum", "23 y 25"),
    ("Rosa Peña informó de que hay menos robos. Asimismo, señaló una caída del 24% en los asaltos.", "Rosa Peña", "24%"),
    ("Rosa Peña informó de que hay menos robos.\n\nTambién alertó de 53 fugas.", "Rosa Peña", "53"),
    ("Rosa Peña informó de que hay menos robos. La funcionaria resaltó que faltan 53 guardias.", "Rosa Peña", "53"),
    ("Ana Brandt said that thefts were down. The official said that 53 guards were missing.", "Ana Brandt", "53"),
    ("Rosa Peña mantiene su imagen en el 38%, según el Instituto Lar.", "Instituto Lar", "38%"),
    ("El fuego quemó 600 hectáreas, dijeron las autoridades, que añadieron que llegarán 135 bomberos.", "autoridades", "135"),
    ("El director del Onsa, Iván Sosa, vio dos focos. El director del Onsa dijo que hay 40 cortes.", "Iván Sosa", "40"),
    ("Según los gremios el paro en el Gran Norte fue del 90%.", "gremios", "90%"),
    ("According to police a man took 12 rings.", "police", "12"),
    ("Los maestros alegan que los precios subieron un 37% según un grupo de diputados.", "grupo de diputados", "37%"),
    ("Hay 29 muertos, de acuerdo con el corte de las 9:00 horas de la Oficina Nacional de Rescate.", "Oficina Nacional de Rescate", "29"),
    ("Rosa Peña dijo que hay 40 heridos; además, 300 personas siguen fuera.", "Rosa Peña", "300"),
    ("Leo Falk said that every town grew: Elmham, 3%; Rook, 4%.", "Leo Falk", "4%"),
    ("El alza fue del 4%, según el Instituto Lar. La patronal cifra en 300 los puestos vacantes.", "patronal", "300"),
]
LABELS = [  # a name before a colon, or behind it in a headline, or above a list
    ("Storm\n12:40pm Police: 300 people have been moved.", "Police", "300"),
    ("Inflation fell to 3% in May: central bank\n\nPrices rose.", "central bank", "3%"),
    ("Hay 40 muertos por el sismo: Rosa Peña\n\nEl país está de luto.", "Rosa Peña", "40"),
    ("Fiscalía: red robó 40 millones de pesos\n\nHay un detenido.", "Fiscalía", "40 millones de pesos"),
    ("El paro baja. Según el Instituto Lar:\n• Los parados son 400.\n• La tasa cae al 11%.", "Instituto Lar", "11%"),
]


@pytest.mark.parametrize(
    ("text", "source", "exact"), LABELS + AGAIN + BETWEEN_COMMAS + VERBS + OWN + TAGS + POLLS + BODIES + ACCUSED + GOES_ON
)
def test_who_says_it(text: str, source: str, exact: str) -> None:
    lead = {"she": "Mayor Ana Brandt spoke on Friday. ", "he": "Mayor Leo Falk spoke on Friday. ", "they": "The researchers met. "}
    before = next((told for word, told in lead.items() if f", {word} " in text), "")
    assert sources(before + text)[exact] == source


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("In a survey by Datum, 68% were in favour. The bridge carries 900 lorries.", "900"),
        ("En una encuesta de Datum, el 68% está a favor. El puente mide 300 metros.", "300 metros"),
        ("Leo Falk said the toll was $4. The bridge opened 12 years ago.", "12 years"),
        ("El barco cuenta con 11 camarotes.", "11"),
        ("Boca Juniors: 3 goles en 12 tiros.", "3"),
        ("Falk admitted theft and was given 12 months in jail.", "12 months"),
        ("The union had almost £6,000 in its account.", "£6,000"),
        ("The fund lost $3 million. That left 40 workers without pay.", "$3 million"),
        ("Hubo 40 detenidos. Así, la calle quedó vacía.", "40"),
        ("Subieron Telefónica, un 3%, y Repsol, un 4%.", "4%"),
        ("Heridos: 12 en la costa norte y otros.", "12"),
        ("Sosa tendría 12 votos si se tienen en cuenta las listas.", "12"),
        ("El pan subió, explicó la panadera. Vende 40 kilos al día.", "40 kilos"),
        ("Rosa Peña dijo que hay 12 heridos; el puente mide 300 metros.", "300 metros"),
        ("La región registra 40 incendios.", "40"),
        ("The boat, built in 1990, carries 40 people.", "40"),
        ("Following a campaign of threats, Falk won 24% and now seeks to beat Ana Brandt, who had 26%.", "26%"),
        ("The storm killed 40 people—according to the army—and flooded 900 homes.", "900"),
        ("La tormenta mató a 40 personas –según el Ejército, en su parte de ayer– e inundó 900 casas.", "900"),
        ("An Ipsos survey found that 34% fear crime.\nAt the polls on May 3, voters will choose 40 mayors.", "40"),
    ],
)
def test_the_article_says_it_itself(text: str, exact: str) -> None:
    assert sources(text)[exact] is None


def sources(text: str) -> dict[str, str | None]:
    """Who says each figure, by its words."""
    return {exact: (claim["attribution"] or {}).get("source") for exact, claim in facts(text).items()}


GOING_ON = "A Datum poll found that 68% were in favour. Just {0} oppose it.\n\nThe poll of {1} voters has a margin of error of {2} points."


def test_a_poll_goes_on_in_its_paragraph_and_where_it_is_named() -> None:
    said = sources(GOING_ON.format("27%", "1,200", "3.1") + "\n\nThe bridge carries 900 lorries.")
    assert said == {"68%": "Datum", "27%": "Datum", "1,200": "Datum", "3.1 points": "Datum", "900": None}


def test_a_poll_goes_on_in_spanish() -> None:
    said = sources("Las pymes venden menos, revela una encuesta de Datum. El 43% espera un mal año.\n\nEl sondeo incluyó a 3.100 empresas.")
    assert said == {"43%": "Datum", "3.100": "Datum"}


STORIES = [  # an article about a poll: its shares are the poll's, another pollster's are theirs, what is counted is not
    "Sosa lidera con el 22%, según Ipsos\nLe siguen Peña (13%) y Lema (9%).\n\nEn el norte Sosa llega al 30%.\n\nDatum, en cambio, le da 19%."
    "\n\nEn los comicios de mayo obtuvo un 17%.\n\nEl puente mide 300 metros.",
    "Falk is on 22%, according to the latest YouGov poll. Brandt is up one to 13%. The Greens stay on 9%.\n\nAmong women he gets 30%."
    "\n\nIpsos has him on 19%.\n\nIn the May election he won 17%.\n\nThe bridge is 300 metres long.",
]


@pytest.mark.parametrize("text", STORIES)
def test_an_article_about_a_poll(text: str) -> None:
    said = sources(text)
    first, other = ("Ipsos", "Datum") if "Ipsos\n" in text else ("YouGov", "Ipsos")
    assert [said[share] for share in ("22%", "13%", "9%", "30%", "19%", "17%")] == [first, first, first, first, other, None]
    assert said.get("300 metros", said.get("300 metres")) is None


def test_they_are_who_opened_the_sentence_before() -> None:
    said = sources("The researchers met. Coffee drinkers were 21% less likely to die, they found.")
    assert said == {"21%": "researchers"}


@pytest.mark.parametrize(("text", "exact"), OF_THE_ARTICLE)
def test_what_a_tag_adds_nobody_says(text: str, exact: str) -> None:
    assert sources(text)[exact] is None
