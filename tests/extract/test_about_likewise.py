"""Clauses that leave their verb out, relative clauses that are over, and datelines: whose the figures are."""

from __future__ import annotations

import pytest

from tests.extract.binding import assert_told, bound


@pytest.mark.parametrize(
    ("text", "exact", "subject", "of"),
    [
        ("Inflation stood at 3 per cent and unemployment at 5.", "5", "unemployment", "unemployment"),
        ("Crude closed at $84.10 a barrel and gold at $2,310 an ounce.", "$2,310", "gold", "gold"),
        ("Mining grew by 4% and fishing by 2%, while retail shrank by 1%.", "2%", "fishing", "fishing"),
        ("Rents rose to £815 and wages to £2,140.", "£2,140", "wages", "wages"),
        ("Leeds had the most crashes (212) and Hull the fewest (31).", "31", "Hull", "crashes"),
        ("Flats saw the biggest rise in rents (5%), houses the slowest (2%).", "2%", "houses", "rise"),
        ("Mining, which employs 3,000, contracted by 0.9 per cent.", "0.9 per cent", "mining", "mining"),
        ("The mill, which employs 300, closed with the loss of 90 jobs.", "90", "mill", "jobs"),
        ("The rupee, which has lost 4 per cent since January, closed at 91.42 to the dollar.", "91.42", "rupee", "rupee"),
    ],
)
def test_whose_a_figure_is(text: str, exact: str, subject: str, of: str) -> None:
    assert_told(text, "en", exact, subject, of)


@pytest.mark.parametrize(
    ("text", "exact", "subject", "of"),
    [
        ("La inflación quedó en el 3 % y el paro en 5.", "5", "paro", "paro"),
        ("El trigo subió a 210 euros y la cebada a 190.", "190", "cebada", "cebada"),
        ("El desempleo cayó al 7 % en mayo y la inflación al 2,4 %.", "2,4 %", "inflación", "inflación"),
        ("Entre las provincias, Soria registró la tasa más alta (11,2 %) y Álava la más baja (4,1).", "4,1", "Álava", "tasa"),
    ],
)
def test_de_quien_es_una_cifra(text: str, exact: str, subject: str, of: str) -> None:
    assert_told(text, "es", exact, subject, of)


@pytest.mark.parametrize("line", ["MUMBAI, 3 June 2026: ", "MUMBAI: ", "MUMBAI, June 3: "])
def test_where_a_report_was_filed_is_no_place_of_a_rate(line: str) -> None:
    text = f"Prices cool\n\n{line}India's inflation slowed to 3.9 per cent in May, the ministry said.\n\nFood inflation halved to 3.4 per cent."
    told = bound(text, "en")["3.4 per cent"]
    assert told.subject is not None
    assert told.subject.name == "India"


@pytest.mark.parametrize(
    ("text", "exact", "subject"),
    [
        ("The firm didn't hire 40 people.", "40", "firm"),
        ("Costs aren't 5% higher in Leeds.", "5%", "costs"),
        ("Maria Bo hasn't lost 30 games.", "30", "Maria Bo"),
        ("The rupee, which has lost 4 per cent, fell to 91. Ann Bo was fined Rs 40,000.", "Rs 40,000", "Ann Bo"),
    ],
)
def test_contracted_verbs_and_currencies_are_no_part_of_a_name(text: str, exact: str, subject: str) -> None:
    told = bound(text, "en")[exact]
    assert told.subject is not None
    assert told.subject.name == subject


@pytest.mark.parametrize(
    ("text", "exact", "subject"),
    [
        (
            "Con el voto del PP, y gracias al apoyo de Vox, el pleno aprobó el plan, que asciende a 48 millones de euros.",
            "48 millones de euros",
            "plan",
        ),
        ("Con doce votos a favor, y gracias al del alcalde, el pleno gastó 3 millones de euros.", "3 millones de euros", "pleno"),
        ("Ana Ruiz ganó la alcaldía de Lima con el 40% de los votos.", "40%", "Ana Ruiz"),
        ("La junta aprobó el presupuesto para 2026, que asciende a 48 millones de euros.", "48 millones de euros", "presupuesto"),
    ],
)
def test_lo_que_abre_la_frase_no_es_su_sujeto(text: str, exact: str, subject: str) -> None:
    told = bound(text, "es")[exact]
    assert told.subject is not None
    assert told.subject.name == subject
