"""Interviews: whose the answers are, and that a label is no name."""

from __future__ import annotations

import pytest

import watcher

INTERVIEWS = {
    "letters": (
        "Interview with Mara Lind, head of the Orrin Ferry Trust\n\nQ. How many boats sail?\nA. We run 14 boats, no more.\n\n"
        "Q. And the fares?\nA. They rose by 6% in May. Nobody likes that.\n",
        {"14": "Mara Lind", "6%": "Mara Lind"},
    ),
    "words": (
        "Entrevista a Tomás Rueda, gerente de Aguas del Valle\n\nPregunta: ¿Cuánta agua se pierde?\nRespuesta: Se pierde el 31% del agua. "
        "Tenemos 220 empleados.\n\nPregunta: ¿Suben las tarifas un 9%?\nRespuesta: No.\n",
        {"31%": "Tomás Rueda", "220": "Tomás Rueda", "9%": None},
    ),
    "bold": (
        "Mara Lind has led the trust since 2020.\n\n**Q:** Will the pier reopen?\n**A:** It needs $3 million.\n",
        {"$3 million": "Mara Lind"},
    ),
    "names": (
        "Mara Lind and Oleg Brandt debated the budget.\n\nLind: The pier needs $3 million.\n\nBrandt: It needs $5 million.\n",
        {"$3 million": "Mara Lind", "$5 million": "Oleg Brandt"},
    ),
    "no dialogue": ("A. Smith won 12 races.\n\nThe club has 40 members.\n", {"12": None, "40": None}),
}


@pytest.mark.parametrize("name", INTERVIEWS)
def test_the_answers_are_the_guests(name: str) -> None:
    text, wanted = INTERVIEWS[name]
    claims = [claim for claim in watcher.extract(text).as_dict()["claims"] if claim["kind"] == "figure"]
    said = {claim["evidence"][0]["exact"]: (claim["attribution"] or {}).get("source") for claim in claims}
    assert {exact: said[exact] for exact in wanted} == wanted


def test_a_label_is_no_part_of_a_name() -> None:
    text = INTERVIEWS["letters"][0].replace("We run", "Allard ferries run")
    names = {(claim["subject"] or {}).get("name") for claim in watcher.extract(text).as_dict()["claims"]}
    assert not any(name and name.startswith("A. ") for name in names)
