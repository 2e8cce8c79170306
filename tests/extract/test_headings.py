"""Headlines whose capitals mean nothing are read as the same words written small."""

from __future__ import annotations

import pytest

from tests.extract.binding import assert_told


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        ("Chile Death Toll Rises to 40", "40", "Chile", "death toll"),
        ("Unemployment in Spain Dropped to 11.8%", "11.8%", "Spain", "unemployment"),
        ("Profit Falls 12% at Halden Bank", "12%", "profit", "profit"),
        ("Murder Rate Drops to 5.3 per 100,000", "5.3 per 100,000", "murder rate", "murder rate"),
        ("Army Says 40 Rebels Killed in Raid", "40", "rebels", "rebels"),
        ("DEATH TOLL ROSE TO 40", "40", "DEATH TOLL", "DEATH TOLL"),
        ("EL PARO BAJA AL 11,8%", "11,8%", "PARO", "PARO"),
        # a sentence with names, and a row of a count, are written as always
        ("Ann Bo of Leeds won 58% of the vote", "58%", "Ann Bo", "vote"),
        ("Ann Bo (Conservative) 5,190", "5,190", "Ann Bo", ""),
    ],
)
def test_what_a_headline_tells(text: str, exact: str, subject: str, named: str) -> None:
    language = "es" if text.startswith("EL ") else "en"
    assert_told(text, language, exact, subject, named)
