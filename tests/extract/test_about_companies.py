"""Results of companies, and tolls of accidents: whose the amounts are, and what the counted came to."""

from __future__ import annotations

import pytest

import watcher
from tests.extract.binding import assert_told, bound
from watcher.model import Figure

STORY = """LEEDS (Wire) — Solmar Group said on Monday that its profit fell.

The company earned $6 million in the quarter. Revenue fell 7 percent.

Analysts surveyed by Veridex had been expecting earnings of 58 cents per share. The company said it expects revenue of $3 billion."""


@pytest.mark.parametrize("exact", ["$6 million", "7 percent", "58 cents", "$3 billion"])
def test_the_company_of_a_story_under_a_dateline(exact: str) -> None:
    claims = watcher.extract(STORY).claims
    told = next(claim for claim in claims if isinstance(claim.value, Figure) and claim.evidence[0].exact == exact)
    assert told.subject is not None
    assert told.subject.name == "Solmar Group"


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject", "of"),
    [
        ("Shares of Solmar Group jumped 5 percent in Lyon on Monday.", "en", "5 percent", "Solmar Group", "share price"),
        ("Rents in Solmar rose 5 percent in Lyon.", "en", "5 percent", "Lyon", "rents"),
        ("El choque dejó seis personas fallecidas y 16 lesionadas.", "es", "16", "accidente", "lesionadas"),
        ("El choque dejó 16 personas muertas y otras 22 heridas.", "es", "22", "accidente", "heridas"),
        ("En el choque se han reportado 16 personas sin vida.", "es", "16", "accidente", "personas sin vida"),
        ("Un choque entre un camión y dos tráileres dejó varias personas muertas.", "es", "dos", "choque", "tráileres"),
        # labour statistics
        ("The June report was revised down by 80,000 to 105,000.", "en", "80,000", "report", "report"),
        ("The jobless rate was unchanged at 3.7 percent.", "en", "3.7 percent", "jobless rate", "jobless rate"),
        ("The average workweek held steady at 40.1 hours.", "en", "40.1 hours", "average workweek", "average workweek in hours"),
        ("The average workweek increased by 0.1 hour.", "en", "0.1 hour", "average workweek", "average workweek in hour"),
        ("The ministry revised down the growth of output to 2.0 percent.", "en", "2.0 percent", "ministry", "growth of output"),
        ("U.S. employers added 130,000 jobs.", "en", "130,000", "U.S. employers", "jobs"),
        ("Michael struck. Hurricane Michael had winds of up to 155 mph.", "en", "155 mph", "Hurricane Michael", "wind speed"),
        ("A crash of two lorries left several people dead.", "en", "two", "crash", "crash of lorries"),
    ],
)
def test_whose_an_amount_is(text: str, language: str, exact: str, subject: str, of: str) -> None:
    told = bound(text, language)[exact]
    assert told.subject is not None
    assert (told.subject.name, told.property) == (subject, of)


GROCER = """Solmar lifts profit forecast

Norland's biggest grocery group raised its outlook. Solmar said profit rose 1.6% on sales up 5.1% to £33m. Sales at Vester fell 2%.

The grocer's UK market share reached 28.4%. Sales in Norland grew 4.9%, ahead of analysts' forecast of 4.2%; in Ireland they were up 4.8%.
"""
BANK = """Former bank boss jailed

The former head of Solmar Savings was jailed for fraud. He was tried in July.

The Fraud Office is seeking £11m from him. The bank collapsed with debts of £213m.
"""


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject", "of"),
    [
        (GROCER, "en", "5.1%", "Solmar", "sales"),
        (GROCER, "en", "£33m", "Solmar", "sales"),
        (GROCER, "en", "28.4%", "Solmar", "UK market share"),
        (GROCER, "en", "4.8%", "sales", "sales"),
        (BANK, "en", "£213m", "Solmar Savings", "debt"),
        ("Norland's unemployment rate edges up to 4.9%", "en", "4.9%", "Norland", "unemployment rate"),
        ("Inflation ticks up to 3% in Malden as prices surge.", "en", "3%", "Malden", "inflation"),
        ("The agency warned that 40,000 people in Nigeria face hunger.", "en", "40,000", "Nigeria", "people"),
        ("Ministers said 12 schools in Kent lack heating.", "en", "12", "Kent", "schools"),
        ("The port was busy, with exports down 12%.", "en", "12%", "port", "exports"),
        ("The port handled 9% fewer containers than in May.", "en", "9%", "port", "containers handled"),
        ("Farmers planted 12% more maize.", "en", "12%", "farmers", "maize planted"),
        ("Lomax ganó 1.314 millones de euros, un 12% más que los 1.173 del mismo periodo.", "es", "1.173", "Lomax", "ganancias"),
        ("Grupo Lomax gana 1.240 millones de euros.", "es", "1.240 millones de euros", "Grupo Lomax", "ganancias"),
        ("El puerto movió un 9% menos de contenedores.", "es", "9%", "puerto", "contenedores movidos"),
        ("La planta produjo un 30% más de acero.", "es", "30%", "planta", "acero producido"),
        ("Two Republicans, Ann Marsh of Maine and Kim Lund of Utah, joined them.", "en", "Two", "Republicans", "Republicans"),
    ],
)
def test_whose_results_they_are(text: str, language: str, exact: str, subject: str, of: str) -> None:
    assert_told(text, language, exact, subject, of)
