"""Who says a figure, by the shape of the sentence: relative clauses, participles with their agent, lists, deeds that say nothing."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

RELATIVE = [  # what stands between a source and its verb, or is told of a source in a clause of its own
    ("La ministra de Obras, Elena Prat, que sucedió en mayo a Tomás Gil, asegura que 40 puentes cerrarán.", "Elena Prat", "40"),
    ("El alcalde, Iván Sosa, quien venció a Rosa Peña, sostiene que faltan 90 camas.", "Iván Sosa", "90"),
    ("The minister, Ann Dole, who replaced Peter Crane, says 40 bridges will close.", "Ann Dole", "40"),
    ("The ferry is old, which the seamen's union says costs as many as 12 lives a year.", "seamen's union", "12"),
    ("The trust, which says it has since recovered £64,000, is led by Ann Dole.", "trust", "£64,000"),
    ("The trust, which says it is safe, has 40 boats.", None, "40"),
    ("El grupo presidido por Luis Gil, que reportó malas ventas, perdió 12 millones de euros.", None, "12 millones de euros"),
    ("La sentencia fue recurrida por 14 acusados, que pidieron la nulidad.", None, "14"),
    ("Fue hallado en una finca donde, según la policía uruguaya, vivía desde hacía siete meses.", "policía uruguaya", "siete meses"),
    ("The army said 40 men were held, and the rebels accused it of 13 breaches.", "rebels", "13"),
]
RECKONED = [  # participles behind a figure with who reckons it so, and English clauses without "that"
    ("La economía creció menos que el 2,4% estimado por Casa Lerma.", "Casa Lerma", "2,4%"),
    ("Los 40 heridos confirmados por la fiscalía siguen ingresados.", "fiscalía", "40"),
    ("El alza quedó lejos del 6% previsto por el banco central.", "banco central", "6%"),
    ("Profit beat the 42 cents forecast by analysts at Barrow Street.", "analysts", "42 cents"),
    ("Sales missed the $3 billion analysts expected.", "analysts", "$3 billion"),
    ("Profit was above the 42 cents economists had expected, and sales rose.", "economists", "42 cents"),
    ("The 40 deaths reported by the Health Ministry are the first.", "Health Ministry", "40"),
    ("El consenso de analistas esperaba 1.290 millones de euros.", "consenso de analistas", "1.290 millones de euros"),
]
DEEDS = [  # what is done, or how much something moved by, nobody says
    ("El tribunal confirma la condena de 29 años para el ganadero.", None, "29 años"),
    ("La corte ratificó la multa de 3 millones de pesos.", None, "3 millones de pesos"),
    ("El empleo se frena, dijo Ana Vega. En los servicios, aumentó en 24.200 personas.", None, "24.200"),
    ("Habló la Cámara del Metal. Además, continuó la caída, pues en abril fue de 33,1%.", None, "33,1%"),
]
BODIES = [  # a union is no company that was named before, whose head goes by role and body is a person
    ("Navega perdió 29 millones de euros. La plantilla cayó un 6%, sostiene el sindicato.", "sindicato", "6%"),
    (
        "Navega perdió 29 millones de euros. La patronal hotelera teme pérdidas de 9 millones de euros.",
        "patronal hotelera",
        "9 millones de euros",
    ),
    ("The chief executive of Relief Action Group Alison Hart said that 40 homes were empty.", "Alison Hart", "40"),
]
GOING_ON = [  # whose the rest of a list, a part of what was told and another sentence of figures are
    ("Díaz reúne el 50,4% de los votos; su rival, el 49,5%, según la Junta Electoral.", "Junta Electoral", "50,4%"),
    ("Murieron 1.600 personas, según la OIM. Unas 300 de ellas eran menores.", "OIM", "300"),
    ("According to the Health Ministry's figures, the share rose to 70%. They also show that 53% are women.", "Health Ministry", "53%"),
    ("El economista Luis Gil sostiene que hay margen. Para Gil, los 20 millones de euros bastan.", "Luis Gil", "20 millones de euros"),
]
AS_SAID = [  # Spanish: "como" with a verb of saying, and who only is spoken to, leads a body or has a place named after it
    ("Tal como han informado los Bomberos de Cuenca, trabajan 46 brigadas.", "Bomberos de Cuenca", "46"),
    ("Como recordó ayer la alcaldesa, Luisa Mora, faltan 40 camas.", "Luisa Mora", "40"),
    ("Según el instituto que dirige José Tezo, la izquierda sube al 39% de los votos.", "instituto", "39%"),
    ("La central que lidera Unai Vega asegura que hay 40 despidos.", "central", "40"),
    ("Energías del Sur ganó 18 millones de euros, según comunicó este jueves a la CNMV.", "Energías del Sur", "18 millones de euros"),
    ("Piden los maestros un aumento de 25 por ciento.", "maestros", "25 por ciento"),
    ("«No nos vamos», advirtió Yenny Pérez, secretaria del gremio, ante unos 15 mil manifestantes.", None, "15 mil"),
    ("«Me voy», dijo Pilar Mozos, enfermera de 48 años.", None, "48 años"),
    ("Un tribunal declaró culpable a Luis Mina y le impuso 26 años de cárcel.", None, "26 años"),
    ("The court found Luis Mina guilty and fined him 26 million dollars.", None, "26 million dollars"),
    ("Faltan 30 camas, dijo ayer en la sede de la ONU Ana Ruiz.", "Ana Ruiz", "30"),
    ("Un sondeo de Sigma Uno mide los apoyos. Según estos datos, Vega suma el 29,9% de los votos.", "Sigma Uno", "29,9%"),
    ("Un sondeo de Sigma Uno mide los apoyos. Este sondeo de enero indica que Mora sumaría el 45,3%.", "Sigma Uno", "45,3%"),
]
EACH = [  # two sources in a sentence, contracted articles, what is said from within a body, who is sure of it
    ("El seguimiento fue del 80% según los sindicatos y del 35% según la Junta.", "sindicatos", "80%"),
    ("El seguimiento fue del 80% según los sindicatos y del 35% según la Junta.", "Junta", "35%"),
    ("Turnout was 80% according to the unions and 35% according to the company.", "unions", "80%"),
    ("Turnout was 80% according to the unions and 35% according to the company.", "company", "35%"),
    ("El coste rondará los 40 millones de euros, en palabras del consejero de Hacienda, Luis Prat.", "Luis Prat", "40 millones de euros"),
    ("Según consta en el atestado, el conductor circulaba a 160 km/h.", "atestado", "160 km/h"),
    ("Desde la consejería se asegura que el centro tendrá 120 plazas.", "consejería", "120"),
    ("El alcalde se mostró convencido de que el plan creará 500 empleos.", "alcalde", "500"),
    ("El documento, al que ha tenido acceso El Faro, detalla 47 contratos.", "documento", "47"),
    ("Nuria Salvat, directora del Instituto de Aguas: «Faltan 40 pozos»", "Nuria Salvat", "40"),
    ("Pepe Álvarez (UGT): «Faltan 40 plazas»", "Pepe Álvarez", "40"),
    ("Ann Dole, chief executive of Barrow Group: “We lost 40 jobs”", "Ann Dole", "40"),
]


@pytest.mark.parametrize(("text", "source", "exact"), EACH + AS_SAID + RELATIVE + RECKONED + DEEDS + BODIES + GOING_ON)
def test_who_says_it(text: str, source: str | None, exact: str) -> None:
    said = facts(text)[exact]["attribution"]
    assert (said and said["source"]) == source


SURVEYED = [  # a poll that its article calls a study: its maker says every share, and nobody who holds a lead says it
    "La liberal Carmen Rivas encabeza los apoyos con un 31%, según el estudio de la firma Brújula Pública.\n\nIgnacio Leal se queda en el 14%."
    "\n\nHugo Sosa mantiene la delantera en el sur, con el 37%.\n\nEl paro preocupa al 54%.\n\nSe opone el 12% de los entrevistados.",
    "Liberal Carmen Rivas leads with 31% of the vote, according to a study by Compass Public.\n\nIgnacio Leal trails on 14%."
    "\n\nHugo Sosa keeps the lead in the south, with 37%.\n\nUnemployment worries 54%.\n\nOf those polled 12% are against.",
]


@pytest.mark.parametrize("text", SURVEYED)
def test_a_study_of_voters_is_a_poll(text: str) -> None:
    said = {exact: (claim["attribution"] or {}).get("source") for exact, claim in facts(text).items()}
    assert {said[share] for share in ("31%", "14%", "37%", "54%", "12%")} == {"Brújula Pública" if "Brújula" in text else "Compass Public"}


FOOTED = [  # what stands below a table or a list tells whose it is, and nothing of the rest
    (
        "Casos por estado\n\n| Estado | Casos |\n|---|---|\n| Veracruz | 1.204 |\n\nFuente: Secretaría de Salud.",
        "1.204",
        "Secretaría de Salud",
    ),
    ("El paro bajó en abril.\n\n- Madrid: 1.204 parados\n- Sevilla: 980 parados\n\nFuente: INE", "980", "INE"),
    ("Jobless claims fell.\n\n- Kent: 1,204 people\n- Surrey: 980 people\n\nSource: Home Office", "980", "Home Office"),
    ("El paro bajó en 310 personas.\n\n- Madrid: 1.204 parados\n\nFuente: INE", "310", None),
]


@pytest.mark.parametrize(("text", "exact", "source"), FOOTED)
def test_a_source_below_a_table(text: str, exact: str, source: str | None) -> None:
    said = facts(text)[exact]["attribution"]
    assert (said and said["source"]) == source
