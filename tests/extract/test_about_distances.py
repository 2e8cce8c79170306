"""How far something is from somewhere: whose distance it is; and where a sentence opens with what tells only where or against when."""

from __future__ import annotations

import pytest

import watcher
from tests.extract.binding import bound
from watcher.model import Figure


@pytest.mark.parametrize(
    ("text", "exact", "subject", "of"),
    [
        (
            "The fire burned 1,000 acres in Bode County, about 85 miles (135 km) north of Lund.",
            "85 miles",
            "Bode County",
            "distance in miles",
        ),
        ("The fire burned 1,000 acres in Bode County, about 85 miles (135 km) north of Lund.", "135 km", "Bode County", "distance"),
        ("It began in rural Bode County, California, some 50 miles west of Lund.", "50 miles", "Bode County", "distance in miles"),
        ("Residents left their homes in the hills about 10 miles northwest of Lund.", "10 miles", "hills", "distance in miles"),
        ("The quake was centred 620 kilometres south-southeast of Lund.", "620 kilometres", "quake", "distance in kilometres"),
        ("They keep heavy guns at least 35 km from the line.", "35 km", "heavy guns", "distance"),
        # where, and against when
        ("Further south, another wildfire had charred more than 29 square miles.", "29 square miles", "wildfire", "area charred"),
        ("Year-on-year, prices of transport climbed 0.9 percent.", "0.9 percent", "prices of transport", "prices of transport"),
        # what a relative tells in a row
        ("She described a mayor who lied under oath, fired an aide and agreed to pay $8 million.", "$8 million", "mayor", "sum to pay"),
        ("Families of those killed in the Lund shooting would receive $100,000.", "$100,000", "families of those killed", "sum received"),
    ],
)
def test_whose_it_is(text: str, exact: str, subject: str, of: str) -> None:
    told = bound(text, "en")[exact]
    assert told.subject is not None
    assert (told.subject.name, told.property) == (subject, of)


FIRE = """Fast-moving wildfire destroys homes in Lund

A wildfire destroyed several homes in Lund on Tuesday. The fire burned 1,000 acres, according to the Cal Fire website.
"""


def test_who_fights_a_fire_is_none() -> None:
    told = next(claim for claim in watcher.extract(FIRE).claims if isinstance(claim.value, Figure))
    assert told.subject is not None
    assert told.subject.name == "Lund wildfire"
