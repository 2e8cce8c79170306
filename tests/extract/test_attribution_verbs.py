"""Who says a figure, by its verb: its forms, its subject left out or joined, what it takes, who stands where."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

FORMS = [
    ("El alcalde ha asegurado que hay 60 detenidos.", "alcalde", "60"),
    ("Hay 60 detenidos, ha informado la Guardia Urbana.", "Guardia Urbana", "60"),
    ("Los analistas esperaban un alza del 5,1%.", "analistas", "5,1%"),
    ("Las autoridades reportaban 16 fallecidos.", "autoridades", "16"),
    ("El Servicio Sismológico la estimó en 7,2.", "Servicio Sismológico", "7,2"),
    ("La oposición lo eleva al 1,1%.", "oposición", "1,1%"),
    ("La junta rebajó su previsión al 2,3%.", "junta", "2,3%"),
    ("Los vecinos hablan de más de 900 heridos.", "vecinos", "900"),
    ("Nordbank cut its growth forecast to 6.3%.", "Nordbank", "6.3%"),
    ("The mayor spoke of 25 deaths.", "mayor", "25"),
    ("The paper says analysts had expected Halden to report earnings of 52 cents a share.", "paper", "52 cents"),
    ("The toll is 40, according to a victim’s relative who saw the list.", "victim’s relative", "40"),
    ("Stocks rose by 40 barrels, according to data released by the U.S. Tide Office.", "U.S. Tide Office", "40 barrels"),
    ("Hay 60 detenidos, ha explicado CC.OO. en un comunicado.", "CC.OO.", "60"),
    ("The harbour board disputes this, saying that only 30 trees will go.", "harbour board", "30"),
]
SUBJECTS = [
    ("The mayor opened the road and said that it had cost $4 million.", "mayor", "$4 million"),
    ("The ministry publishes no data, but says 40 people were hurt.", "ministry", "40"),
    ("The watchdog criticised them. It blamed the firms for 300 faults.", "watchdog", "300"),
    ("The watchdog said that they were late. It blamed the firms for 300 faults.", "watchdog", "300"),
    ("El ministro visitó la zona y aseguró que hay 60 detenidos.", "ministro", "60"),
    ("El canciller dijo que habían salido. Hasta ahora, agregó, han vuelto 640.", "canciller", "640"),
    ("La gobernadora informó que el puente cayó. Precisó que hay 14 heridos.", "gobernadora", "14"),
    ("El alcalde alertó de que cerrarán. A su juicio, sobran 40 bares.", "alcalde", "40"),
    ("Rosa Peña, de 51 años, gerenta desde junio, prevé que se vendan 900 barcos.", "Rosa Peña", "900"),
    ("El Gobierno prevé 500 plazas, pero la diputada Rosa Peña, exministra del ramo, recuerda que faltan 900.", "Rosa Peña", "900"),
    ("El Gobierno, que calculó una caída del 10,1%, calla.", "Gobierno", "10,1%"),
    ("Analysts at Barrow Street had pencilled in 335 boats.", "Analysts", "335"),
    ("A source close to the talks said the two sides were $300 million apart.", "source", "$300 million"),
    ("Fuentes de la negociación apuntan a que la oferta ronda los 60 millones de euros.", "Fuentes", "60 millones de euros"),
    ("Para el Instituto de Ingeniería, el puente resiste 30 años.", "Instituto de Ingeniería", "30 años"),
    ("Para Ana Ruiz, economista jefa de Delta, el mes arrancó con una subida de 0,8%.", "Ana Ruiz", "0,8%"),
    ("Según sus propias cuentas, Ana Ruiz necesita 400 votos más.", "Ana Ruiz", "400"),
    ("By his own reckoning, Tom Ray has flown 900 missions.", "Tom Ray", "900"),
    ("The port closed for a day. Kyiv said 40 ships were waiting.", "Kyiv", "40"),
]
DOCUMENTS = [
    ("El documento, de 212 páginas, detecta 47 contratos sin concurso.", "documento", "47"),
    ("The inspectors found 47 faults in the lift.", "inspectors", "47"),
    ("Fuentes de la compañía rebajan el desfase a 190 millones de euros.", "Fuentes", "190 millones de euros"),
    ("La dirección lo deja en el 70%.", "dirección", "70%"),
    ("Voss’s campaign says it is ahead by 40,000 votes.", "campaign", "40,000"),
    ("The opposition disputes the numbers: by its reckoning 1,900 have left.", "opposition", "1,900"),
    ("A separate poll, by Siena, has the race tied at 45%.", "Siena", "45%"),
    ("The relief fund said it was full. London has 300 of the cases, it said.", "relief fund", "300"),
    ("As many as 1,204 boats sank, the state fisheries minister, Arvind Rao, told the assembly on Tuesday.", "Arvind Rao", "1,204"),
    ("La consejera Mireia Solà compareció por la tarde. Admitió que faltan 25 millones de euros.", "Mireia Solà", "25 millones de euros"),
    ("Vecinos consultados por este diario relataron que la grúa tardó 40 minutos.", "Vecinos", "40 minutos"),
]
APART = [
    ("Water fell to its lowest in 30 years, the Rivers Trust said yesterday in its weekly bulletin.", "Rivers Trust", "30 years"),
    ("Leo Falk spoke. The council leader asked for time. She said that it would take 5 months.", "council leader", "5 months"),
    ("Ministers are confident that prices will drop 8% by summer.", "Ministers", "8%"),
    ("The union is demanding $4 million.", "union", "$4 million"),
    ("UGT calcula 900 toneladas, mientras que el concejal de Obras, Óscar Lanza, las cifra en 400.", "Óscar Lanza", "400"),
    ("El Ejecutivo confía en que la luz baje un 8%.", "Ejecutivo", "8%"),
    ("La patronal esgrime que el gasto ha caído un 4%.", "patronal", "4%"),
]
STUDIES = [
    ("Preliminary results from the electoral commission give Ann Bo 51.2%.", "electoral commission", "51.2%"),
    ("In a poll of voters, Castlegate has Ann Bo on 31%.", "Castlegate", "31%"),
    ("The poll is old. Castlegate’s figures give Ann Bo a lead of 26 points.", "Castlegate", "26 points"),
    ("Una encuesta de Datum da 142 escaños a la Alianza. La Liga bajaría a 109.", "Datum", "109"),
    ("Según Acnur, han cruzado muchas personas. De ellas, 700 están en Malta.", "Acnur", "700"),
    ("According to the Fish Board, stocks fell. One in five boats is idle.", "Fish Board", "One in five"),
]
NOBODY = [
    ("Cuyo registró la mayor variación, con 2,4%.", "2,4%"),
    ("Norvia mostró la menor caída: 1,9%.", "1,9%"),
    ("“Nobody warned us,” said Carol Tate, 61, whose cellar stood in 4 feet of water.", "61"),
    ("«Nadie avisó», relató Hilaria Sosa, de 63 años, que atiende a 40 familias.", "40"),
    ("A diver found 47 crates in the bay.", "47"),
    ("El candidato Leo Gil obtiene el 51%, mientras que la aspirante Eva Sanz registra el 48,7%.", "48,7%"),
    ("El bus que manejaba Leo Gil llevaba 40 pasajeros.", "40"),
    ("El terremoto dejó 43 muertos.", "43"),
    ("El club rebajó la cuota y contrató a 12 jugadores.", "12"),
    ("The heatwave was blamed for 1,180 deaths.", "1,180"),
    ("Se estima que hay 40 casos.", "40"),
    ("The minister promised to spend $310 million.", "$310 million"),
    ("Leo Falk was found with $40,000 in cash.", "$40,000"),
    ("Leo Falk led, with results declared in 17 of 21 districts.", "17"),
    ("El alcalde ha prometido asfaltar 140 kilómetros.", "140 kilómetros"),
    ("El precio fijo del puerto es de 40 euros.", "40 euros"),
]


@pytest.mark.parametrize(("text", "source", "exact"), FORMS + SUBJECTS + DOCUMENTS + APART + STUDIES)
def test_who_says_it(text: str, source: str | None, exact: str) -> None:
    attribution = facts(text)[exact]["attribution"]
    assert source in attribution["source"] if source and attribution else attribution is None, attribution


@pytest.mark.parametrize(("text", "exact"), NOBODY)
def test_nobody_says_it(text: str, exact: str) -> None:
    assert facts(text)[exact]["attribution"] is None


def test_a_verb_inside_a_quotation_tells_no_source_outside_it() -> None:
    claims = facts("“The clerk warned us,” said Ann Bo, “and 40 ships sank.” The port has 900 berths.")
    assert claims["40"]["attribution"] == {"source": "Ann Bo", "quoted": True}
    assert claims["900"]["attribution"] is None


def test_who_signs_an_interview_answers_nothing() -> None:
    text = "The blood service is short of vans\n\nLeo Falk, Monday, May 4, 2026\n\nRosa Peña has run the service since 2021.\n\n"
    claims = facts(text + "Q: Is that enough?\n\nA: No. The country needs 900 vans.\n\nQ: When?\n\nA: In June.")
    assert claims["900"]["attribution"]["source"] == "Rosa Peña"
