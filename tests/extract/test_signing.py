"""Who signs an article is nobody it tells of, and a line above it moves nothing."""

from __future__ import annotations

import pytest

import watcher

BODY_EN = (
    "Rina Castell, 48, was sworn in on Monday as mayor of Porthmere. She promised to build 1,200 homes a year.\n\n"
    "The town lost 4% of its people in ten years, she said, and 310 shops have closed."
)
BODY_ES = (
    "Rina Castell, de 48 años, juró el lunes como alcaldesa de Puerto Mero. Prometió construir 1.200 viviendas al año.\n\n"
    "El pueblo perdió el 4% de sus vecinos en diez años, dijo, y han cerrado 310 comercios."
)
HEAD_EN, HEAD_ES = "Castell takes over in Porthmere\n\n", "Castell asume en Puerto Mero\n\n"


def told(text: str) -> list[object]:
    return [
        (claim["kind"], claim["subject"], claim["property"], claim["scope"], claim["value"], claim["attribution"], claim["modality"])
        for claim in watcher.extract(text, published="2026-03-04").as_dict()["claims"]
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Gloria Haines",
        "By Gloria Haines and Tom Abbey in Leeds",
        "by Gloria Haines, politics editor",
        "Gloria Haines",
        "Our Bureau",
        "Photo: Gloria Haines/Handout",
        "Image credit: Handout",
        "Weekend bulletin – edited by Gloria Haines",
        "(Reporting by Gloria Haines)",
    ],
)
def test_a_line_that_signs_tells_of_nobody(line: str) -> None:
    assert told(f"{HEAD_EN}{line}\n\n{BODY_EN}") == told(HEAD_EN + BODY_EN)


@pytest.mark.parametrize(
    "line",
    [
        "Por Gloria Haro",
        "Por Gloria Haro y Tomás Abad, en Sevilla",
        "Gloria Haro",
        "Foto: Cortesía",
        "Fotografía: Gloria Haro",
        "Texto: Gloria Haro",
    ],
)
def test_una_linea_que_firma_no_habla_de_nadie(line: str) -> None:
    assert told(f"{HEAD_ES}{line}\n\n{BODY_ES}") == told(HEAD_ES + BODY_ES)


@pytest.mark.parametrize(("head", "body", "line"), [(HEAD_EN, BODY_EN, "LEEDS (Newswire) - "), (HEAD_ES, BODY_ES, "BURGOS (EFE).- ")])
def test_the_agency_of_a_dateline_says_nothing(head: str, body: str, line: str) -> None:
    assert told(head + line + body) == told(head + body)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Storm over the coast\n\nBy Tuesday Anna Fell, 31, had been found.", "Anna Fell"),
        ("Cierre en la costa\n\nPor la tarde Ana Sanz, de 31 años, fue hallada.", "Ana Sanz"),
    ],
)
def test_what_only_opens_like_a_byline_tells(text: str, subject: str) -> None:
    assert [claim[1]["name"] for claim in told(text) if claim[0] == "figure"] == [subject]  # type: ignore[index]
