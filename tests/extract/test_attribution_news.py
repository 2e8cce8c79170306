"""Who says it in the running prose of newspapers: who speaks for somebody, whom "he" stands for, nouns that look like verbs of saying."""

from __future__ import annotations

import pytest

import watcher

SERVING = [  # who speaks for somebody, or holds an office of theirs
    ("According to Norvex chief Ann Bo, 40 lorries were sold.", "Ann Bo", "40"),
    ("According to Hall's lawyer, 40 people were there.", "Hall's lawyer", "40"),
    ("According to a lawyer for Hall, 40 people were there.", "lawyer for Hall", "40"),
    ("According to the FDA spokeswoman, 40 lots were recalled.", "FDA spokeswoman", "40"),
    ("The Norvex chief, Tom Weir, resigned. According to the Norvex chief, 40 people left.", "Tom Weir", "40"),
    ("According to a spokesman for the FDA, 40 lots were recalled.", "FDA", "40"),
    ("According to the UN refugee agency, 40 camps are full.", "UN", "40"),
    ("According to Norvex data, 40 lorries were sold.", "Norvex", "40"),
    ("Según el abogado de Hall, allí había 40 personas.", "abogado de Hall", "40"),
    ("Según la portavoz de Norvex, Ana Ruiz, se vendieron 40 camiones.", "Ana Ruiz", "40"),
    ("Según el portavoz de la Fiscalía, hay 40 detenidos.", "Fiscalía", "40"),
    ("Output was up 12%, the executive search firm reported.", "executive search firm", "12%"),
    ("Sales fell 5%, the industry trade group said.", "industry trade group", "5%"),
    ("The minister met rebel councillors and said 40 jobs would go.", "minister", "40"),
    ("Novalis, Boston's largest for-profit, private sector employer, said today it cut 400 jobs.", "Novalis", "400"),
    ("In Boston, the mayor, Ann Bo, said 40 jobs would go.", "Ann Bo", "40"),
]
PRONOUNS = [  # no "he" is several people, nor whom what is said names
    ("Sheriff Tom Weir said aid was near, and that officials there found 40 bodies. Another 30 are missing, he said.", "Tom Weir", "30"),
    ("Officials there had found 40 bodies. Another 30 people were missing, he said.", None, "30"),
    ("Officials there had found 40 bodies. Another 30 people were missing, they said.", "Officials", "30"),
    ("Tom Ramos led Luis Solis by 300 votes, electoral chief Mihai Petran told reporters. He said Ramos won 40.", "Mihai Petran", "40"),
    ("Ramos won 40 towns, spokesman Mircea Petran said on Monday.\n\nHe mentioned that Ramos won 3 cities.", "Mircea Petran", "3"),
    ("Police said Luke Hall was at home on Monday. He told detectives that he had drunk 3 beers.", "Luke Hall", "3"),
    ("The coach, Ann Moore, said striker Luke Hall would rest. He said he hoped to be back in 40 days.", "Luke Hall", "40 days"),
]
NOUNS = [  # nouns in -s, and what is yet to be stated
    ("Ann Costa leads in 4 states with 34 seats.", None, "34"),
    ("Anna Costa won 27 states – 59,029 votes and 276 seats.", None, "276"),
    ("Channel 4 reports that 40 people were hurt.", "Channel 4", "40"),
    ("The bank will also announce 40 layoffs.", None, "40"),
    ("Norvex is due to report a loss of $40 million.", None, "$40 million"),
    ("Norvex will report its results on September 24.", None, "September 24"),
    ("Norvex published its annual report on May 3.", None, "May 3"),
    ("Norvex publicó su informe anual el 3 de mayo.", None, "3 de mayo"),
    ("Norvex reported a loss of $40 million.", "Norvex", "$40 million"),
    ("The union will argue that 40 jobs were lost.", "union", "40"),
    ("He would put the loss at $40 million. Ann Bo is a modeller.", None, "$40 million"),
]

PHRASES = [  # "según" with pronouns and nouns of any kind; what a remark goes on with; the new poll; shares of those asked
    ("Hay 40 detenidos, según lo informó la fiscal general de la República, Luisa Ortega.", "Luisa Ortega", "40"),
    ("Hay 40 detenidos, según les dijo a los periodistas el ministro Luis Gil.", "Luis Gil", "40"),
    ("Según explicó la pastera, 40 millones se destinan a mejoras.", "pastera", "40 millones"),
    ("Las obras cuestan 40 millones, según señalan desde la organización.", "organización", "40 millones"),
    ("Según la edad, pagan 40 euros.", None, "40 euros"),
    ("La fiscal Ana Ortega habló. Estas declaraciones fueron hechas en la radio, precisando que hay 40 jueces.", "Ana Ortega", "40"),
    ("Luis Gil dimitió ayer. El lunes 10 de abril aseguró que hay 40 detenidos.", "Luis Gil", "40"),
    ("The Oregon Health Authority closed. Health officials say 40 people were sick.", "Health officials", "40"),
    ("White House officials say 40 people left.", "White House officials", "40"),
    ("According to state media, 40 people died.", "state media", "40"),
    ("According to the U.S. Geological Survey, 40 people felt it.", "U.S. Geological Survey", "40"),
    ("The ministry, quoted by the Tass agency, said 40 were hurt.", "ministry", "40"),
    ("Police are investigating claims that Bo stole 40 cars.", None, "40"),
    ("Police claims that Bo stole 40 cars were denied.", "Police", "40"),
    ("Según consta en la sentencia, Hall robó 40 coches.", "sentencia", "40"),
    ("Hall robó 40 coches, según figura en la denuncia.", "denuncia", "40"),
    ("Fuentes policiales han indicado que hay 40 heridos.", "Fuentes policiales", "40"),
    ("Carlos Fuentes calló. Fuentes dijo que hay 40 heridos.", "Carlos Fuentes", "40"),
    ("Hay 40 heridos, según fuentes policiales consultadas por Europa Press.", "fuentes policiales consultadas", "40"),
    ("State authorities say 40 people died. He lives in Washington State.", "State authorities", "40"),
    ("Another OPEC source said 40 wells were shut.", "OPEC source", "40"),
    ("One of the sources said 40 wells were shut.", "sources", "40"),
    ("The navy said it had 51, aid group Nordwatch said it had 100 on board, and the coast guard said it had 20.", "Nordwatch", "100"),
    ("La Fiscalía criticó la sentencia. Concretamente para Roca pidió 18 años de cárcel.", None, "18 años"),
    ("That would bring Norvex's total pledged cut to 1.5 million barrels.", None, "1.5 million barrels"),
    ("Norvex cut its forecast to 1.5 million barrels.", "Norvex", "1.5 million barrels"),
    ("A Castlegate poll is out. The new poll, done in May, found that 40% approve.", "Castlegate", "40%"),
    ("Republicans lost ground in May and 68 percent of women said they were worried.", None, "68 percent"),
]
OFFICES = [  # the same office of another place, and who holds this one
    ("El alcalde de Lorca, Luis Pardo, pidió ayuda. El alcalde de Totana dijo que hay 40 evacuados.", "alcalde de Totana", "40"),
    ("El alcalde de Lorca, Luis Pardo, pidió ayuda. El alcalde dijo que hay 40 evacuados.", "Luis Pardo", "40"),
    ("El alcalde, Luis Pardo, pidió ayuda. El alcalde de Lorca dijo que hay 40 evacuados.", "Luis Pardo", "40"),
    (
        "La ministra de Salud, Ana Ruiz, calló. La ministra de Hacienda, Eva Sanz, rio. La ministra de Salud dijo que hay 40.",
        "Ana Ruiz",
        "40",
    ),
    (
        "El alcalde de Torre del Rey, Luis Gil, calló. El alcalde de Viso, Juan Gómez, rio. El alcalde de Torre dijo que hay 40.",
        "Luis Gil",
        "40",
    ),
    ("The mayor of Leeds, Ann Bo, left. The mayor of York, Eva Ray, came. The mayor of Leeds said 40 jobs would go.", "Ann Bo", "40"),
]
QUOTED = [  # an aside before the verb, a second verb behind its subject
    ("El alcalde de Lorca, Luis Gil, describió la noche como “inédita” y aseguró que “nadie nos ayudó a tiempo”.", "Luis Gil"),
    ("La jueza dijo que “la vía sigue cortada”. La alcaldesa, Ana Ruiz, fue allí y aseguró que “nadie nos ayudó a tiempo”.", "Ana Ruiz"),
    ("Ana Ruiz dijo que “la vía sigue cortada”. Defendió a Luis Gil y aseguró que “nadie nos ayudó a tiempo”.", "Ana Ruiz"),
    ("La ministra, Ana Ruiz, calló. El gerente del hospital, en un comunicado, señaló que “nadie nos ayudó”.", "gerente del hospital"),
    ("La ministra de Salud, en una entrevista con Radio Sur, aseguró que “nadie nos ayudó a tiempo”.", "ministra de Salud"),
    ("Minister Khaled Farouk said in an interview: “We will cut output by a lot this year”, Reuters reported.", "Khaled Farouk"),
    ("“Norvia is playing tough this time,” one of the OPEC sources said.", "OPEC sources"),
    ("Luis Gil dimitió ayer. El 3 de mayo dijo en la radio: «No voy a dejar el cargo nunca».", "Luis Gil"),
    ("Norvex compró Albasal. Aunque Norvex calla, recuerda su deuda y subraya que “nadie nos ayudó a tiempo”.", "Norvex"),
    ("“No lo haré”, dijo Luis Gil. Ayer, en Madrid, aseguró que “nadie nos ayudó a tiempo”.", "Luis Gil"),
    (
        "El alcalde de Torre del Rey, Luis Gil, salió.\n\nEn Viso habló su alcalde, Juan Gómez.\n\n"
        "El alcalde de Torre, en las redes del Ayuntamiento, ha señalado que “nadie nos ayudó a tiempo”.",
        "Luis Gil",
    ),
    ("Luis Gil salió. Ana Ruiz, en las redes, dijo que “hay humo por todas partes” y ha confiado en que “todo quede ahí”.", "Ana Ruiz"),
    ("The mayor of Leeds, in a post on X, said that “nobody helped us in time”.", "mayor of Leeds"),
]


@pytest.mark.parametrize(("text", "source", "exact"), SERVING + PHRASES + OFFICES + PRONOUNS + NOUNS)
def test_who_says_it(text: str, source: str | None, exact: str) -> None:
    (claim,) = [claim for claim in watcher.extract(text).claims if claim.evidence[0].exact == exact]
    assert (claim.attribution and claim.attribution.source) == source


@pytest.mark.parametrize(("text", "speaker"), QUOTED)
def test_who_speaks(text: str, speaker: str) -> None:
    quotes = [claim for claim in watcher.extract(text).claims if claim.kind == "quote"]
    assert quotes[-1].subject is not None
    assert quotes[-1].subject.name == speaker
