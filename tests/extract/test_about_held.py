"""Amounts held against one before, and two sides of a vote: each is said of whom it belongs to."""

from __future__ import annotations

import pytest

from tests.extract.binding import assert_told


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject", "of"),
    [
        (
            "Lomax earned $6 million, or 51 cents per share, for the quarter that ended in May, down from $5 million, or 40 cents per share.",
            "en",
            "$5 million",
            "Lomax",
            "income earned",
        ),
        (
            "Lomax earned $6 million, or 51 cents per share, for the quarter that ended in May, down from $5 million, or 40 cents per share.",
            "en",
            "40 cents",
            "Lomax",
            "income earned per share",
        ),
        ("Solmar posted a loss of €4m in the half-year, compared with €1m.", "en", "€1m", "Solmar", "loss"),
        ("Solmar ganó 4 millones de euros en el semestre, frente a los 3 millones del año anterior.", "es", "3 millones", "Solmar", "gana"),
        ("Solmar ganó 4 millones de euros en el semestre, comparado con 3 millones.", "es", "3 millones", "Solmar", "gana"),
        ("The share price fell to $31.19 in extended trading.", "en", "$31.19", "share price", "share price"),
        ("The stock fell 50 cents. Earlier it rose $1.23.", "en", "$1.23", "stock", "stock"),
        # whose it is, is told behind it
        ("Ana Bo took 58% of the vote, against 41% for Governor Lou Marsh.", "en", "41%", "Lou Marsh", "vote"),
        ("Ana Bo took 58% of the vote, against 41% polled by Lou Marsh.", "en", "41%", "Lou Marsh", "vote"),
        # two sides of a vote: the more is the winner's
        ("Ana Bo leads Lou Marsh 63.3% to 36.7%.", "en", "63.3%", "Ana Bo", "vote share"),
        ("Ana Bo leads Lou Marsh 63.3% to 36.7%.", "en", "36.7%", "Lou Marsh", "vote share"),
        ("Sheriff Ana Bo lost the primary to Lou Marsh 52.6% to 47.4%.", "en", "52.6%", "Lou Marsh", "vote share"),
        ("Sheriff Ana Bo lost the primary to Lou Marsh 52.6% to 47.4%.", "en", "47.4%", "Ana Bo", "vote share"),
        ("Ana Bo venció a Luis Mora por 52 % a 47 %.", "es", "52 %", "Ana Bo", "porcentaje de votos"),
        ("Ana Bo venció a Luis Mora por 52 % a 47 %.", "es", "47 %", "Luis Mora", "porcentaje de votos"),
    ],
)
def test_whose_an_amount_is(text: str, language: str, exact: str, subject: str, of: str) -> None:
    assert_told(text, language, exact, subject, of)
