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
    "where it was found": (
        "Inside the tomb at Ana Orqo\n\nThe walls of Ana Orqo are white. Mara Lind has dug there for years.\n\n"
        "Q. How big is it?\nA. It is 4 metres long.\n\nQ. And who lay there?\nA. We found 17 people.\n",
        {"4 metres": "Mara Lind", "17": "Mara Lind"},
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


GUESTS = {
    "es": "Entrevista a Teresa Quilodrán, directora de la cooperativa Las Lomas\n\nTeresa Quilodrán recibe en su oficina.\n\n",
    "en": "Interview: Teresa Quill on the future of the Lomax Cooperative\n\nTeresa Quill, 54, has run it since 2019.\n\n",
}
TALKS = {
    "dashes": ("es", "—¿Cuántos socios tienen?\n—Somos 412 familias.\n\n—¿Y el precio?\n—El 60% se exporta.\n"),
    "dashes and remarks": ("es", "—Buen año.\n—Somos 412 familias.\n—¿Y el precio?\n—Bajó.\n—¿Se exporta?\n—El 60% se exporta.\n"),
    "bold": ("es", "**¿Cuántos socios tienen?**\n\nSomos 412 familias.\n\n**¿Y el precio?**\n\nTenemos quejas. El 60% se exporta.\n"),
    "plain": (
        "es",
        "¿Cuántos socios tienen?\n\nSomos 412 familias.\n\n¿Y el precio? Dicen que bajó.\n\nNos conviene. El 60% se exporta.\n",
    ),
    "bold in English": ("en", "**How many members?**\n\nWe are 412 families.\n\n**And the price?**\n\nI like it. Some 60% is exported.\n"),
    "plain in English": ("en", "How many members?\n\nWe are 412 families.\n\nAnd the price?\n\nOur price is low. Some 60% is exported.\n"),
}


@pytest.mark.parametrize("name", TALKS)
def test_an_interview_without_labels(name: str) -> None:
    language, talk = TALKS[name]
    said = sources(GUESTS[language] + talk)
    assert {said["412"], said["60%"]} == {"Teresa Quilodrán" if language == "es" else "Teresa Quill"}


QUESTIONS = {  # nobody speaks of themself: the lead tells that it is an interview
    "said": ("Interview with Teresa Quill\n\n", "Teresa Quill"),
    "a headline somebody says": ("Teresa Quill: “The water is not gone”\n\nBy Luke Crane\n\n", "Teresa Quill"),
    "nothing": ("The lake of Teresa Quill\n\n", None),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_interview_in_which_nobody_speaks_of_themself(name: str) -> None:
    lead, guest = QUESTIONS[name]
    said = sources(lead + "How much water is left?\n\nThe lake is at 38%.\n\nAnd the farms?\n\nFarms take 80% of it.\n")
    assert said == {"38%": guest, "80%": guest}


def test_an_answer_in_the_paragraph_of_its_question() -> None:
    said = sources("Entrevista a Teresa Quilodrán\n\n¿Cuánta agua queda? El 38%.\n\n¿Y el campo? Se lleva el 80%.\n")
    assert set(said.values()) == {"Teresa Quilodrán"}


def test_an_answer_that_opens_with_its_number() -> None:
    said = sources("Entrevista a Teresa Quilodrán\n\nP. ¿Cuántos son?\nR. 840 alumnos.\n\nP. ¿Y el costo?\nR. 900 millones de soles.\n")
    assert said == {"840": "Teresa Quilodrán", "900 millones de soles": "Teresa Quilodrán"}


def test_questions_that_the_article_answers_itself_are_no_interview() -> None:
    text = "Mayor Teresa Quill has a plan\n\nWhat does it cost?\n\nIt costs $3 million.\n\nWho pays?\n\nDrivers pay 60% of it.\n"
    assert set(sources(text).values()) == {None}


def sources(text: str) -> dict[str, str | None]:
    claims = [claim for claim in watcher.extract(text).as_dict()["claims"] if claim["kind"] == "figure"]
    return {claim["evidence"][0]["exact"]: (claim["attribution"] or {}).get("source") for claim in claims}
