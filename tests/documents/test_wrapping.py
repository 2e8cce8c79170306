"""Lines wrapped by hand: a break inside a paragraph is a blank, a line that ended on purpose ends."""

from __future__ import annotations

import textwrap

import pytest

import watcher
from watcher.wrapping import unwrapped

NOTICE = (
    "The river commission said on Monday that 1,240 homes had been flooded in the valley since Friday. Ana Petrov, its head of "
    "operations, put the damage at $3.4 million. The mayor of Tolmin, Jure Bregar, 61, was rescued from a roof.\n\n"
    "Nearly two in three of the roads are closed. Petrov expects the water to fall by 40 centimetres before Thursday, when a "
    "vote in Parliament on new dams is due."
)
AVISO = (
    "La comisión del río informó el lunes de que 1.240 viviendas se habían inundado en el valle desde el viernes. Ana Petrov, jefa de "
    "operaciones, cifró los daños en 3,4 millones de euros. El alcalde de Tolmín, Jure Bregar, de 61 años, fue rescatado de un tejado.\n\n"
    "Casi dos de cada tres carreteras están cortadas. Petrov espera que el agua baje 40 centímetros antes del jueves, cuando el "
    "Parlamento votará nuevas presas."
)


def wrapped(text: str, width: int, indent: str = "") -> str:
    return "\n\n".join(
        textwrap.fill(block, width, break_on_hyphens=False, break_long_words=False, subsequent_indent=indent)
        for block in text.split("\n\n")
    )


@pytest.mark.parametrize("text", [NOTICE, AVISO])
@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_wrapped_paragraph_flows(text: str, width: int) -> None:
    assert unwrapped(wrapped(text, width)) == text


@pytest.mark.parametrize("text", [NOTICE, AVISO])
@pytest.mark.parametrize("width", [58, 72, 90])
def test_what_is_claimed_does_not_hang_on_how_wide_the_lines_are(text: str, width: int) -> None:
    def claims(text: str) -> list[object]:
        found = watcher.extract(text).as_dict()["claims"]
        for claim in found:
            for evidence in claim["evidence"]:
                evidence["start"] = evidence["end"] = 0
                evidence["exact"], evidence["sentence"] = " ".join(evidence["exact"].split()), " ".join(evidence["sentence"].split())
        return list(found)

    assert claims(wrapped(text, width)) == claims(text)
    assert claims(wrapped(text, width, "   ")) == claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two killed in fire\nBy Ann Lee\nThe fire broke out at noon on Friday and burned for six hours, police said.\nNobody was held.",
        "Results of the vote in the city of Karlow\nAnn Lee 52%\nBo Marsh 31%\nSpoiled 17%",
        "- 14 people rescued from the roofs of their houses\n- 3 still missing",
        "One line of some forty code points that ends.\nand one that starts small",
        "",
        "\n\n\n",
    ],
)
def test_lines_that_end_stay_apart(text: str) -> None:
    assert unwrapped(text) is text


def test_a_line_that_ended_early_ends_in_a_wrapped_text_too() -> None:
    text = "The commission published what it had counted by the end of\nthe week in the valley\nHomes: 1,240\nRoads: 17\n\nNobody was hurt."
    assert unwrapped(text) == text.replace("end of\nthe", "end of the")


def test_a_headline_of_two_lines_is_one() -> None:
    text = "Flood in the valley of Tolmin leaves 1,240 homes under water and\nclosed roads\n\n" + wrapped(NOTICE, 66)
    assert watcher.extract(text).document.title == "Flood in the valley of Tolmin leaves 1,240 homes under water and closed roads"
