"""Polls and ratings: whose a share, a lead or a rating is, and what it measures."""

from __future__ import annotations

import pytest

from tests.extract.binding import assert_told


@pytest.mark.parametrize(
    ("text", "exact", "subject", "of"),
    [
        # a lead is told in points
        ("Rowan Pike leads Dana Webb by 6 points in the poll, on 41 percent.", "6 points", "Rowan Pike", "lead"),
        ("Dana Webb trails by nine percentage points.", "nine percentage points", "Dana Webb", "lead"),
        ("Dana Webb held a slight lead with 18 percent among farmers.", "18 percent", "Dana Webb", "share"),
        # a level that moves
        ("His approval rating ranges from 8 to 86 percent.", "8 to 86 percent", "approval rating", "approval rating"),
        ("The mayor's rating, which had slumped in spring, has bounced back to 56 percent.", "56 percent", "mayor", "rating"),
        ("The Solent Confidence Index climbed to 91.9 from 88.7.", "91.9", "Solent Confidence Index", "index"),
        # those who were asked go on
        (
            "In the poll, 53 percent of voters said the mayor deserves a second term, 45 percent said she does not.",
            "45 percent",
            "voters",
            "term",
        ),
        ("For 38 percent of voters, Dana Webb is too old.", "38 percent", "voters", "voters"),
        (
            "The survey of 1,004 adults had a margin of error of plus or minus 3 percentage points.",
            "3 percentage points",
            "survey",
            "margin of error",
        ),
        ("Renters, owners and landlords were split on it (62%, 31% and 16% in favour, respectively).", "31%", "owners", ""),
        # a share on the stock exchange is no share of votes
        ("Northern Rail gained 2% on Tuesday.", "2%", "Northern Rail", "gained"),
        ("Northern Unity gained 2% of the vote.", "2%", "Northern Unity", "vote share"),
    ],
)
def test_polls(text: str, exact: str, subject: str, of: str) -> None:
    assert_told(text, "en", exact, subject, of)


@pytest.mark.parametrize(
    ("text", "exact", "subject", "of"),
    [
        ("La aprobación de Juan Rey llegó al 31 %. Sube dos puntos porcentuales.", "dos puntos porcentuales", "Juan Rey", "aprobación"),
        ("La aprobación de Juan Rey llegó al 31 %. Este dato supone un alza de tres puntos.", "tres puntos", "Juan Rey", "alza"),
        ("La aprobación de Juan Rey llegó al 31 %, mientras que su desaprobación baja al 60%.", "60%", "Juan Rey", "desaprobación"),
        (
            "En mayo, 12% de los encuestados confiaba en él. Cae tres puntos porcentuales.",
            "tres puntos porcentuales",
            "encuestados",
            "confiaba",
        ),
        ("Para el 84% de los encuestados, el alcalde Juan Rey no resuelve los problemas.", "84%", "encuestados", "encuestados"),
        ("Los jóvenes, los adultos y los mayores se mantuvieron (62%, 31% y 16%, respectivamente).", "16%", "mayores", "jóvenes"),
        ("El registro tuvo un crecimiento de tres puntos porcentuales.", "tres puntos porcentuales", "registro", "crecimiento"),
        ("Telefónica ganó un 2 % el martes.", "2 %", "Telefónica", "ganado"),
        ("El PRN ganó un 2 % de los votos.", "2 %", "PRN", "voto"),
    ],
)
def test_encuestas(text: str, exact: str, subject: str, of: str) -> None:
    assert_told(text, "es", exact, subject, of)


@pytest.mark.parametrize(
    ("text", "exact", "of"),
    [
        ("La encuesta de Datum favorece a Ana Ruiz, según Luis Gil. Un 38% aún no decide.", "38%", "decide"),
        ("El sondeo de Datum habla de Ana Ruiz. El 46% mencionó la inseguridad.", "46%", "inseguridad"),
    ],
)
def test_a_share_that_does_something_is_of_those_asked(text: str, exact: str, of: str) -> None:
    assert_told(text, "es", exact, "encuestados", of)
