"""What is measured and whose it is told in one phrase: the owner is the subject, the noun alone the property."""

from __future__ import annotations

import pytest

import watcher
from tests.extract.binding import bound


@pytest.mark.parametrize(
    ("text", "exact", "subject", "of"),
    [
        ("Rowan Pike's approval rating fell to 41% in March.", "41%", "Rowan Pike", "approval rating"),
        ("The poll put Rowan Pike's approval rating at 41%.", "41%", "Rowan Pike", "approval rating"),
        ("The minister's popularity stood at 38 percent.", "38 percent", "minister", "popularity"),
        ("Support for the prime minister dropped six points to 31%.", "31%", "prime minister", "support"),
        ("Approval of Governor Dana Webb's handling of the flood climbed to 57%.", "57%", "Dana Webb", "approval"),
        ("Rowan Pike's support among women fell to 44%.", "44%", "Rowan Pike", "support among women"),
        ("The salary of minister Ana Bo is £90,000.", "£90,000", "Ana Bo", "salary"),
        ("Juan Rey's fortune grew from 2 to 9 million dollars.", "9 million dollars", "Juan Rey", "fortune"),
        ("The bank's loan book grew by 7%.", "7%", "bank", "loan book"),
        ("Lomax Group's revenue rose 12%.", "12%", "Lomax Group", "revenue"),
        # one who acts is no measure
        ("Rowan Pike's party won 31% of the vote.", "31%", "Rowan Pike party", "vote share"),
        ("La aprobación de Lucía Bermeo cayó al 31 %.", "31 %", "Lucía Bermeo", "aprobación"),
        ("La imagen positiva del gobernador Iván Sosa subió hasta el 48 %.", "48 %", "Iván Sosa", "imagen positiva"),
        ("El apoyo a Juan Sosa bajó al 22 %.", "22 %", "Juan Sosa", "apoyo"),
        ("La intención de voto de Lucía Bermeo llega al 35 %.", "35 %", "Lucía Bermeo", "intención de voto"),
        ("El sueldo de la ministra Ana Bo asciende a 90.000 euros.", "90.000 euros", "Ana Bo", "sueldo"),
        ("El patrimonio de Juan Rey llegó a 9 millones de euros.", "9 millones de euros", "Juan Rey", "patrimonio"),
        ("La popularidad de la alcaldesa cayó al 31 %.", "31 %", "alcaldesa", "popularidad"),
        ("La ventaja de Lucía Bermeo sobre Sosa se redujo a 4 puntos.", "4 puntos", "Lucía Bermeo", "ventaja"),
    ],
)
def test_whose_a_measure_is(text: str, exact: str, subject: str, of: str) -> None:
    told = bound(text, "es" if set(text) & set("áéíóúñ") or text.startswith("El ") else "en")[exact]
    assert told.subject is not None
    assert (told.subject.name, told.property) == (subject, of)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rowan Pike's approval rating fell to 41%.", "Mayor Rowan Pike lost ground. Her approval rating stood at 38%."),
        ("La aprobación de Lucía Bermeo cayó al 31 %.", "Lucía Bermeo pierde apoyos. Su aprobación se sitúa en el 34 %."),
        ("Norland's inflation rate was 3%.", "Inflation in Norland stood at 4%."),
    ],
)
def test_two_ways_to_say_it_are_one_fact(one: str, other: str) -> None:
    assert "figure.revised" in {change.kind for change in watcher.compare(one, other)}
