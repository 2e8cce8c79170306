"""Clauses side by side, terms with their end, and names with a full stop: what each figure measures; and whose the results of companies are."""

from __future__ import annotations

import pytest

import watcher
from tests.extract.binding import bound
from watcher.model import Figure


@pytest.mark.parametrize(
    ("text", "exact", "subject", "of"),
    [
        # clauses that no word joins
        (
            "Sales dropped by 14 percent, net income plunged by 47 percent and orders fell 4 percent.",
            "47 percent",
            "net income",
            "net income",
        ),
        ("Last year exports increased by 4%, imports jumped by 9% and the gap widened.", "9%", "imports", "imports"),
        ("The social care levy increases by 2%.", "2%", "social care levy", "social care levy"),
        ("Opponents claimed funding increased by £20 million.", "£20 million", "funding", "funding"),
        ("A firm with costs reduced by 5% said so.", "5%", "costs", "reduced"),
        # terms, and full stops within names
        ("Lomax Corp.'s earnings in the quarter ended Sept. 30 fell 42 percent.", "42 percent", "Lomax Corp", "earnings"),
        ("For the year ended 31 March revenue at Lomax fell 3 per cent.", "3 per cent", "Lomax", "revenue"),
        ("Profit at Lomax Ltd. rose 4 percent and Vester Inc. cut 40 jobs.", "40", "Vester Inc", "jobs"),
        # who says it, and what is held
        ("Lomax Corp. said on Monday net income fell 4 percent.", "4 percent", "Lomax Corp", "net income"),
        ("Vester Bank said fourth-quarter profits fell 68 percent.", "68 percent", "Vester Bank", "profits"),
        ("Officials believe 40 homes were lost.", "40", "homes", "homes lost"),
        ("Rescuers fear 12 miners are trapped.", "12", "miners", "miners trapped"),
    ],
)
def test_each_clause_measures_its_own(text: str, exact: str, subject: str, of: str) -> None:
    told = bound(text, "en")[exact]
    assert told.subject is not None
    assert (told.subject.name, told.property) == (subject, of)


ROUND_UP = """CORPORATE RESULTS

Lomax Corp. reported a loss of $3 million. Revenue slipped to $42 million.

Vester Bank said net income rose 28 percent to $138 million. Revenue rose 29 percent.
"""


@pytest.mark.parametrize(
    ("exact", "subject"), [("$42 million", "Lomax Corp"), ("28 percent", "Vester Bank"), ("29 percent", "Vester Bank")]
)
def test_a_round_up_tells_of_the_company_that_its_paragraph_opens_with(exact: str, subject: str) -> None:
    claims = watcher.extract(ROUND_UP).claims
    told = next(claim for claim in claims if isinstance(claim.value, Figure) and claim.evidence[0].exact == exact)
    assert told.subject is not None
    assert told.subject.name == subject
