"""When a figure holds, by classes of sentences: the day of the deed, the days of a poll, seasons, years set against each other, accounts."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

DEEDS = [
    ("en", "Ardale Council voted by 23 to 18 on Tuesday night to close the pier.", "23", "2025-06-24"),
    ("en", "On Monday the rebels handed over 14 captives to the Red Cross.", "14", "2025-06-23"),
    ("en", "Shares in Lomax plunged 8% on Tuesday, wiping $3 billion off its value.", "$3 billion", "2025-06-24"),
    ("en", "The chamber, which passed the bill last Wednesday by 88 votes to 51, is split.", "51", "2025-06-18"),
    ("en", "The mayor was impeached by 104 votes late on Monday.", "104", "2025-06-23"),
    ("en", "Yesterday the port unloaded 900 containers.", "900", "2025-06-24"),
    ("es", "El Concejo lo aprobó anoche por 87 votos contra 31 y ocho abstenciones.", "ocho", "2025-06-24"),
    ("es", "Con ocho votos a favor, el Consejo destituyó el lunes por la noche al alcalde.", "ocho", "2025-06-23"),
    ("es", "Los títulos cerraron ayer en 41.86 pesos, una baja de 0.9%.", "0.9%", "2025-06-24"),
    ("es", "Ana Bo cruzó ayer la meta 38 segundos antes que nadie.", "38 segundos", "2025-06-24"),
    ("es", "El martes, el puerto descargó 900 contenedores.", "900", "2025-06-24"),
    ("es", "La Cámara lo votó el miércoles pasado: 88 a favor.", "88", "2025-06-18"),
]
POLLS = [
    ("en", "In a survey of 900 adults carried out by Datum from 12 to 16 May, 68% were in favour.", "68%", "2025-05-12/2025-05-16"),
    ("en", "In a Datum poll taken on June 14, the Liberals were on 29% and the Greens on 9%.", "9%", "2025-06-14"),
    ("en", "A poll by Datum in May found that 54% back the toll. Among women it was 39%.", "39%", "2025-05"),
    ("es", "En una encuesta de Datum hecha del 3 al 9 de junio, el 68% aprueba el peaje.", "68%", "2025-06-03/2025-06-09"),
    ("es", "En un sondeo de Datum difundido en mayo, el 54% apoya el peaje, contra 19% que lo rechaza.", "19%", "2025-05"),
    ("es", "Según un sondeo de Datum de mayo, el 54% apoya el peaje. Se consultó a 1.103 personas.", "1.103", "2025-05"),
]
AGAINST = [
    ("en", "Lomax earned $12 million in 2024, after losing $20 million the year before.", "$20 million", "2023"),
    ("en", "In 2024 Lomax reported revenue of $29 million (2023: $26 million).", "$26 million", "2023"),
    ("en", "The mine produced 89 tonnes in 2024, 12% less than the year before.", "12%", "2024"),
    ("en", "It employed 870 people on 31 December 2024, 34% of them women.", "34%", "2024-12-31"),
    ("es", "Lomax ganó 12 millones de pesos en 2024, tras haber perdido 20 millones el año previo.", "20 millones", "2023"),
    ("es", "La mina, comprada en 2019 por un fondo, produjo 89 toneladas en 2024, un 12% menos que el año previo.", "12%", "2024"),
    ("en", "The office spent $12 million last year, 78% of its budget.", "78%", "2024"),
    ("es", "La oficina gastó 12 millones de pesos el año pasado, el 78% de su presupuesto.", "78%", "2024"),
    ("en", "She scored 19 goals in 34 games in 2023.", "19", "2023"),
    ("es", "Lomax ganó 12 millones en 2024. La firma movió 14 millones de pasajeros, 6% más que en 2023.", "6%", "2024"),
    ("es", "Lomax ganó 12 millones en 2024. La firma transportó 14 millones de pasajeros.", "14 millones", "2024"),
    ("en", "Lomax lost $12 million in 2024. The firm carried 14 million passengers, 6% more than in 2023.", "6%", "2024"),
]
SEASONS = [
    ("en", "He scored 24 goals last season.", "24", "2024/2025"),
    ("en", "Rovers lost £12 million in the 2023-24 season.", "£12 million", "2023/2024"),
    ("es", "Marcó 24 goles la temporada pasada.", "24", "2024/2025"),
    ("es", "El club perdió 12 millones de euros en la temporada 2023-24.", "12 millones de euros", "2023/2024"),
]


@pytest.mark.parametrize(("language", "text", "exact", "time"), DEEDS + POLLS + AGAINST + SEASONS)
def test_when_it_holds(language: str, text: str, exact: str, time: str | None) -> None:
    assert held(text)[exact] == time


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Officials said on Tuesday that 40 boats are missing.", "40"),
        ("The bridge, which carries 900 lorries a day, was closed on Tuesday.", "900"),
        ("The council will vote on Friday on a plan for 40 homes.", "40"),
        ("La alcaldesa dijo el martes que faltan 40 barcos.", "40"),
        ("El puente, que soporta 900 camiones al día, cerró el martes.", "900"),
    ],
)
def test_another_clause_is_no_time_of_it(text: str, exact: str) -> None:
    assert held(text)[exact] is None


def held(text: str) -> dict[str, str | None]:
    """The time of each figure, by its words."""
    return {exact: (claim["scope"] or {}).get("time") for exact, claim in facts(text, "2025-06-25").items()}
