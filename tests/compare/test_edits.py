"""Edits as newsrooms make them every day: what moved, and nothing else."""

from __future__ import annotations

import pytest

import watcher

EDITS = [
    # a day of a month cut short is one word with its month: no half of it hides the other
    ("The board is due to meet Jan. 20. Talks resume.", "The board is due to meet Jan. 27. Talks resume.", ["XXXX-01-20 → XXXX-01-27"]),
    ("It will reopen on Sept. 3, 2026. It is shut.", "It will reopen on Sept. 9, 2026. It is shut.", ["2026-09-03 → 2026-09-09"]),
    ("The fee fell to approx. 40 dollars. It is due.", "The fee fell to approx. 45 dollars. It is due.", ["$40 → about $45"]),
    # days of the week are nobody's names
    (
        "About 310 crew were on the lines Tuesday, with 22 engines and five ploughs.",
        "About 460 crew were on the lines Wednesday, with 22 engines and five ploughs.",
        ["310 → about 460"],
    ),
    # a headline without the hedge of its story
    (
        "Lluvias dejan 12.300 damnificados\n\nLas inundaciones del Lerdo han dejado 12.300 damnificados en la sierra.",
        "Lluvias dejan 15.800 damnificados\n\nLas inundaciones del Lerdo han dejado más de 15.800 damnificados en la sierra.",
        ["12,300 → "],
    ),
    # the denominator first
    ("Eight in ten callers hung up. The bridge is shut.", "Out of every ten callers, eight hung up. The bridge is shut.", []),
    ("Ocho de cada diez vecinos lo notan. El puente cerró.", "De cada diez vecinos, ocho lo notan. El puente cerró.", []),
    # the value of an earlier period, which is not the one that holds
    (
        "Harrow Foods reported sales of $4.2 billion, up from $3.9 billion a year earlier.",
        "Harrow Foods reported sales of $4.2 billion, up from $3.8 billion a year earlier.",
        ["Harrow Foods, sales a year earlier: $3.9 billion → $3.8 billion"],
    ),
    ("El paro bajó a 7,8% desde 8,1%. Llueve.", "El paro bajó a 7,8%, frente al 8,3% anterior. Llueve.", ["paro antes: 8.1% → 8.3%"]),
    # a note that says what an earlier version said
    (
        "The bridge cost $310 million. It is long.",
        "The bridge cost $301 million. It is long.\n\nCorrection: An earlier version of this article misstated the cost as $310 million.",
        ["$310 million → $301 million"],
    ),
    (
        "El puente costó 340 millones de euros. Es largo.",
        "El puente costó 304 millones de euros. Es largo.\n\nFe de errores: una versión anterior de esta nota decía 340 millones de euros.",
        ["€340 million → €304 million"],
    ),
    # the units of another country, as near as newsrooms round
    ("The crater is 45 km wide. It is old.", "The crater is 28 miles wide. It is old.", []),
    ("Ardieron 12.400 acres. Llueve.", "Ardieron 5.000 hectáreas. Llueve.", []),
    ("The lake was at 20°C. It is calm.", "The lake was at 68°F. It is calm.", []),
    ("The crater is 45 km wide. It is old.", "The crater is 35 miles wide. It is old.", ["45 km → 35 mi"]),
    # a given name is no month; the month of a sentence without a year is not that of the next
    (
        "Dos policías fueron detenidos por la muerte de Julio Mena.",
        "Tres policías fueron detenidos por la muerte de Julio Mena.",
        ["detenidos: 2 → 3"],
    ),
    (
        "La inflación subió un 3,2% en mayo. El dólar cerró en 950 pesos.",
        "La inflación subió un 3,2% en mayo. El dólar cerró en 945 pesos.",
        ["dólar: "],
    ),
    # who tells it is nobody of whom it is told
    (
        "The Cedar Gap fire has burned 1,400 acres, Cal Fire said.",
        "The Cedar Gap fire has burned 2,100 acres, Cal Fire said.",
        ["Cedar Gap fire, area in acres burned"],
    ),
    (
        "Officials said the bridge will reopen in April. It is shut.",
        "Officials said the bridge will reopen in May. It is shut.",
        ["bridge reopening: "],
    ),
    ("Mr. Orton was arrested on Nov. 3 in Miami.", "Mr. Orton was arrested on Nov. 4 in Miami.", ["Orton arrest: "]),
    (
        "Votes:\n- Adams: 12,300 votes\n- Clark: 15,002 votes",
        "Votes:\n- Adams: 12,300 votes\n- Clark: 15,020 votes",
        ["Clark, votes: 15,002 → 15,020 (+18, +0.1%)"],
    ),
    # one fact is told once: a city was corrected, a verb took the place of a noun, another pollster's name
    ("The flight left Orton with 84 passengers aboard. It landed.", "The flight left Lydd with 84 passengers aboard. It landed.", []),
    ("El vuelo salió de Tarma con 84 pasajeros. Aterrizó.", "El vuelo salió de Jauja con 84 pasajeros. Aterrizó.", []),
    (
        "Hay 12 detenidos. El operativo movilizó a 300 agentes.",
        "Hay 300 agentes movilizados. La policía detuvo a 14 personas.",
        ["12 → 14"],
    ),
    (
        "Según una encuesta de Sondea, el 46% aprueba la gestión.",
        "Según una encuesta de Datum Sur, el 41% aprueba la gestión.",
        ["encuestados, aprueba gestión: 46% → 41%"],
    ),
    ("Según una encuesta de Sondea, el 46% aprueba la obra.", "Según una encuesta de Datum Sur, el 46% aprueba la obra.", []),
    ("A Harlow poll found 46% back the ban.", "An Orton poll found 41% back the ban.", ["respondents, support ban: 46% → 41%"]),
    ("El kilo de tomate vale 24 pesos. Sube.", "El kilo de tomate vale 26 pesos. Sube.", ["24 MXN → 26 MXN"]),
    # how many told it
    (
        "The minister will resign, according to two people familiar with the matter.",
        "The minister will resign, according to three people familiar with the matter.",
        ["people as sources: 2 → 3 (+1, +50%)"],
    ),
    # a stamp of the newsroom is no date of an event
    ("Rents\n\nApril 14, 2026\n\nRents rose 3%.", "Rents\n\nApril 14, 2026 (updated April 15)\n\nRents rose 3%.", []),
    ("Remesas\n\n14 de abril de 2026\n\nSubió un 3 %.", "Remesas\n\n14 de abril de 2026 (actualizado 15 de abril)\n\nSubió un 3 %.", []),
]


@pytest.mark.parametrize(("before", "after", "wanted"), EDITS)
def test_what_moved_and_nothing_else(before: str, after: str, wanted: list[str]) -> None:
    told = [change.summary for change in watcher.compare(before, after) if change.kind not in ("document.updated", "title.changed")]
    assert len(told) == len(wanted), told
    assert all(part in line for part, line in zip(wanted, told, strict=True)), told
