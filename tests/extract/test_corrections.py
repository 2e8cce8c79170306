"""Notes of the newsroom: what an article takes back is no claim of it, what it puts right is one."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

NOTES = [
    ("Correction: An earlier version of this article misstated net income as $310 million.", []),
    ("An earlier version of this story said 14 people had died. The toll is 12, not 14.", ["12"]),
    ("This article was amended on 3 May 2025 because an earlier version said the fund lost £3m. It lost £2m.", ["£2m"]),
    ("Correction: The museum drew 42,000 visitors, not 24,000 as an earlier version of this report said.", ["42,000"]),
    ("Clarification: This story originally reported that 300 jobs would go. The company says 250 jobs will go.", ["250"]),
    ("An earlier version of this article misstated the fine as $12 million instead of $15 million.", ["$15 million"]),
    ("A previous version of this post incorrectly put the turnout at 61%; it was 51%.", ["51%"]),
    ("Corrections: The article wrongly stated that the crew was held for 12 days.", []),
    ("Fe de errores: una versión anterior de esta nota indicaba que la empresa ganó 340 millones.", []),
    ("Una versión anterior de este artículo decía que murieron 14 personas. La cifra es 12, y no 14.", ["12"]),
    ("Corrección: el museo recibió 42.000 visitantes, y no 24.000, como decía una versión previa de esta noticia.", ["42.000"]),
    ("Fe de erratas: por error se publicó que la multa era de 12 millones de euros; es de 15 millones de euros.", ["15 millones de euros"]),
    ("Esta nota informaba originalmente que habría 300 despidos. La empresa dice que serán 250 despidos.", ["250"]),
    ("Aclaración: En una primera versión de este texto se decía que la tasa era del 8%, cuando en realidad era del 6%.", ["6%"]),
    # no notes
    ("The company showed an earlier version of the engine, which makes 300 horsepower.", ["300 horsepower"]),
    ("The bill was amended in 3 committees. The Senate's version, the report said, would cost $40 million.", ["3", "$40 million"]),
    ("La versión original de la novela vendió 300.000 ejemplares, según el texto de la editorial.", ["300.000"]),
]


@pytest.mark.parametrize(("note", "standing"), NOTES)
def test_what_a_note_takes_back_is_no_claim(note: str, standing: list[str]) -> None:
    assert list(facts(f"The plant opened. It is large.\n\n{note}")) == standing
