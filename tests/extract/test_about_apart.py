"""What English figures are about where their clause has another subject: absolute clauses, levels in brackets, allotments, reports."""

from __future__ import annotations

import pytest

from tests.extract.binding import bound


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        # a participle with a subject of its own is a clause of its own
        ("The line said delays fell, with weekend trips increasing by 9 points to 70.9%.", "70.9%", "weekend trips", "trips"),
        ("Takings grew on the back of crowds rising 12% to 21,042.", "12%", "crowds", "crowds"),
        ("Residents will pay £87 more, with their heating bill going from £1,790 to £1,878.", "£1,878", "heating bill", "bill"),
        ("Revenue rose 4%, with costs falling to £3m and stocks dropping by a third.", "£3m", "costs", "costs"),
        ("Revenue rose 4%, with costs falling to £3m and stocks dropping by a third.", "a third", "stocks", "stocks"),
        # a level in front of brackets is what is measured, of whom the clause tells; a name in front of them is whom it is said of
        ("Terraced houses saw the strongest growth (4.8%), while flats recorded the slowest (2.3%).", "4.8%", "terraced houses", "growth"),
        ("Terraced houses saw the strongest growth (4.8%), while flats recorded the slowest (2.3%).", "2.3%", "flats", "growth"),
        ("Alford has seen the biggest rise in rents (53%), followed by Marston in Kent (46%).", "46%", "Marston", "rise"),
        ("The least punctual lines were Crane Rail (down 1pp to 36.8%) and Dale Rail (down 2pp to 38%).", "36.8%", "Crane Rail", "lines"),
        ("The smallest rises were in Kent (6%), and Essex and Surrey (both 7%).", "7%", "Surrey", "rises"),
        # who comes behind, and a possessive alone
        (
            "At Harlow 51% of patients waited.\n\nIt was followed by Dorne Hospital (48%) and Kent Hospital (47%).",
            "48%",
            "Dorne Hospital",
            "patients",
        ),
        ("Crane Rail's share rose by 6 points to 63% and Dale Rail's by 5 points to 69%.", "69%", "Dale Rail", "share"),
        # to what a sum goes
        ("Mayor Ann Lee spoke. Some £3m was allocated to roads, £900,000 to school meals and £60,000 to parks.", "£3m", "roads", None),
        ("Mayor Ann Lee spoke. Some £3m was allocated to roads, £900,000 to school meals and £60,000 to parks.", "£60,000", "parks", None),
        # who reports it is not what is counted
        ("Premier Joan Allen reported 30 active fires across the state.", "30", "active fires", "fires"),
        ("Andrew Morrow said two of the bigger fires, covering 900 hectares, were moving.", "two", "bigger fires", "fires"),
        ("Joan Allen wrote 11 books.", "11", "Joan Allen", "books"),
    ],
)
def test_whose_a_figure_is(text: str, exact: str, subject: str, named: str | None) -> None:
    told = bound(text, "en")[exact]
    assert told.subject is not None and told.subject.name == subject
    assert named is None or named in told.property.split(), told.property
