"""When a document was published, as a reader would say."""

import pytest

import watcher
from watcher import documents
from watcher.extract import tokens
from watcher.extract.dates import published


def date(text: str, path: str = "") -> tuple[str | None, str | None]:
    document = documents.from_text(text, path)
    return published.find(document, [tokens.read(text, section) for section in document.sections])


BODY = " The harbour of Lissen was closed, and the ships had to wait outside."
CUERPO = " El puerto de Lissen fue cerrado y los barcos tuvieron que esperar fuera."


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("LISSEN, March 9, 2026 –" + BODY, "2026-03-09"),
        ("LISSEN, Tarsa, Sept. 4, 2025 (Wire) —" + BODY, "2025-09-04"),
        ("Harbour closed\n\nMarch 9, 2026\n\n" + BODY, "2026-03-09"),
        ("Harbour closed\n\nBy Ana Ruiz, June 3, 2026\n\n" + BODY, "2026-06-03"),
        ("Harbour closed\n\nBy Ana Ruiz | 9 December 2025\n\n" + BODY, "2025-12-09"),
        ("Harbour closed\nPublished: January 5, 2026 at 09:10\nUpdated: January 7, 2026\n\n" + BODY, "2026-01-05"),
        ("Harbour closed\n\n" + BODY + "\n— Harbour (@lissen) March 9, 2026\n" + BODY, "2026-03-09"),
        ("Harbour closed\n\n" + BODY + "\n\nFeatured image: the quay of Lissen on Monday, March 9, 2026.", "2026-03-09"),
        ("Harbour closed\n\nMarch 9, 2026 / 5:12 PM EST\nBy Ana Ruiz\n\n" + BODY, "2026-03-09"),
        ("Harbour closed\n\nBriefing paper, March 2026\n\n" + BODY, "2026-03"),
        ("El puerto cierra\n\nMarzo de 2026\n\n" + CUERPO, "2026-03"),
        ("El puerto cierra\n\nLissen, 9 set. 2026\n\n" + CUERPO, "2026-09-09"),
        ("LISSEN, 9 de marzo de 2026 –" + CUERPO, "2026-03-09"),
        ("Opinión – 30 de enero de 2026\n\n" + CUERPO, "2026-01-30"),
        ("Cierran el puerto\n\nPor Ana Ruiz\n18/03/2026\n\n" + CUERPO, "2026-03-18"),
        ("Cierran el puerto\n\nActualizado: 22 de mayo de 2026, 6:15 a. m.\n\n" + CUERPO, "2026-05-22"),
        ("Cierran el puerto\n\n5 nov. 2026 · Sucesos · Crónica de Lissen\n\n" + CUERPO, "2026-11-05"),
        ("Harbour closed\n\nThe week in ships, by Ana Ruiz – Monday, March 9, 2026\n\n" + BODY, "2026-03-09"),
        ("Harbour closed\n\nAS IT HAPPENED – updated Monday, March 9, 2026\n\n" + BODY, "2026-03-09"),
        ("Harbour closed\n\nEvening edition, Monday 9 March 2026\n\n" + BODY, "2026-03-09"),
        ("Cierran el puerto\n\nLos barcos de la semana, por Ana Ruiz – lunes 9 de marzo de 2026\n\n" + CUERPO, "2026-03-09"),
        ("Cierran el puerto\n\nCrónica de la semana (9 de marzo de 2026)\n\n" + CUERPO, "2026-03-09"),
    ],
)
def test_told_by_the_text(text: str, edtf: str) -> None:
    assert date(text) == (edtf, "text")


@pytest.mark.parametrize(
    "line",
    [
        "The harbour opens again in March 2026",
        "The harbour opens again on 9 March 2026",
        "Harbour to open Monday, 9 March 2026",
        "El puerto abrirá el lunes 9 de marzo de 2026",
    ],
)
def test_a_line_that_leads_to_its_date_tells_of_an_event(line: str) -> None:
    assert date(f"Harbour closed\n\n{line}\n\n{BODY}")[1] != "text"


def test_minutes_to_read_are_no_claim() -> None:
    text = f"Harbour closed\n\nBy Ana Ruiz · March 9, 2026 · 5 min read\n\n{BODY} It was shut for 3 days."
    assert [claim.evidence[0].exact for claim in watcher.extract(text).claims] == ["3 days"]


def test_bounded_by_what_is_past_and_what_is_to_come() -> None:
    text = "The dam broke on March 3, 2026, and two people died. The engineer was arrested on March 9. The inquiry will open on April 20."
    assert date(text) == ("2026-03-10/2026-04-19", "inferred")


def test_bounded_without_a_year() -> None:
    text = "La presa se rompió el 28 de diciembre y murieron dos personas. La investigación comenzará el 20 de enero."
    assert date(text) == ("XXXX-12-29/XXXX-01-19", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "HARUN, March 2 - Five people died on the A7. Nineteen have died there this year, against nine in the same period of 2025.",
        "HARÚN, 2 mar.- Cinco personas murieron en la A7. Van diecinueve este año, frente a nueve en el mismo periodo de 2025.",
    ],
)
def test_what_is_held_against_the_same_period_is_of_the_year_behind_it(text: str) -> None:
    assert date(text) == ("2026-03-02", "text")


def test_a_weekday_of_theirs_tells_the_year_behind_one_that_is_over() -> None:
    text = "LISÁN, 2 jul (Costa) - El club firmó este jueves la venta. La deuda, que en 2023 trepó, bajará. El estadio abrió en 1931."
    assert date(text) == ("2026-07-02", "text")


def test_since_a_month_tells_no_year_of_the_dateline() -> None:
    assert date("LISSEN, Nov 9 (Coastwire) - Shares fell 18% to their lowest since March 2020.") == ("XXXX-11-09", "text")


def test_what_is_over_goes_before_the_dateline() -> None:
    assert date("LISSEN, March 3 (Coastwire) - Shares fell 3% after the vote of May 2024.") == ("2025-03-03", "text")
    assert date("LISSEN, March 3 (Coastwire) - Shares fell 3%. The vote will be held in May 2024.") == ("2024-03-03", "text")


def test_order_of_the_sources() -> None:
    line = "LISSEN, March 9, 2026 –" + BODY
    assert date(line, "2020-01-02.txt") == ("2026-03-09", "text")
    assert date(f"---\ndate: 2026-03-11\n---\n{line}") == ("2026-03-11", "metadata")
    assert date(BODY, "2020-01-02.txt") == ("2020-01-02", "filename")
    assert date(BODY) == (None, None)


TOPS = [
    "Alder Echo sport, 8 May 2026 – Neil Brand", "Good morning. It’s Friday, May 8, 2026. Here’s your briefing",
    "Today is Friday 8 May 2026, and this is the letter", "Fri 8 May 2026 10.14 BST", "FOR IMMEDIATE RELEASE: May 8, 2026",
    "Press release no. 14/2026, 8 May 2026", "Issue 14 · 8 May 2026 · free of charge", "Alder Weekly, week ending 8 May 2026",
    "Market report for Friday, 8 May 2026", "2026-05-08T10:14:00Z", "Alder Bay (8 May 2026) — The council met.",
    "Live: bridge opening, Friday 8 May 2026", "Court listings, Alder Crown Court, 8 May 2026",
    "Situation report #12 (as of 8 May 2026)", "Bulletin of the Coast Observatory, issued 8 May 2026 at 12:00 UTC",
]  # fmt: skip
ALTOS = [
    "Bahía Alder, 8 may. 2026 (Agencia Costa).-  El concejo se reunió.", "Viernes, 8 de mayo. El concejo de la Copa 2026 se reunió.",
    "Buenos días. Hoy es viernes 8 de mayo de 2026 y esto es lo que hay que saber", "COMUNICADO DE PRENSA 14/2026 — 8 de mayo de 2026",
    "Boletín del Observatorio de la Costa emitido el 8 de mayo de 2026", "Tribuna de Ana Bo. El Faro, 8 de mayo de 2026",
    "En directo | viernes 8 de mayo de 2026", "Parte n.º 12, con datos al 8 de mayo de 2026", "Edición del viernes 8 de mayo de 2026",
    "(8 de mayo de 2026) Bahía Alder.- El concejo se reunió.", "Actualizado: 08/05/2026 10:14",
]  # fmt: skip
WIRED = [
    "ALDER BAY, May 8 (Coastwire) - The council met.", "Alder Bay, May 8, CWA - The council met.", "May 8 (Coastwire) - The council met.",
    "THE HAGUE, May 8 (Coastwire) -- The council met.", "ALDER BAY, N.J., May 8 /Coastwire/ -- The council met.",
    "ALDER BAY: Friday, May 8 – The council met.", "Alder Bay, May 8 – The council met.",
]  # fmt: skip
TELETIPOS = [
    "Bahía Alder, 8 may (Costa).- El concejo se reunió.", "LA ENSENADA, 8 may (Agencia Costa) El concejo se reunió.",
    "Las Lomas de Alder, 8 may (Costa).- El concejo se reunió.", "Bahía Alder, mayo 8 (Costa) - El concejo se reunió.",
    "ALDER, Norte, mayo 8 — El concejo se reunió.",
    "BAHÍA ALDER, may. 8. El concejo se reunió.", "Bahía Alder, a 8 de mayo.- El concejo se reunió.",
]  # fmt: skip
LATER = "\n\nThe council approved a budget on Monday. The bridge opens on 9 September and the old ferry stopped on 2 March.\n"
LUEGO = "\n\nEl concejo aprobó el lunes un presupuesto. El puente abre el 9 de septiembre y el viejo ferri paró el 2 de marzo.\n"


@pytest.mark.parametrize("head", ["Council approves budget for the port\n\n", ""])
@pytest.mark.parametrize("top", TOPS)
def test_many_ways_to_date_a_page(top: str, head: str) -> None:
    assert date(head + top + LATER) == ("2026-05-08", "text")


@pytest.mark.parametrize("head", ["El concejo aprueba el presupuesto del puerto\n\n", ""])
@pytest.mark.parametrize("top", ALTOS)
def test_muchas_formas_de_fechar_una_pagina(top: str, head: str) -> None:
    assert date(head + top + LUEGO) == ("2026-05-08", "text")


@pytest.mark.parametrize("head", ["Port approved\n\n", ""])
@pytest.mark.parametrize(("top", "below"), [*((top, LATER) for top in WIRED), *((top, LUEGO) for top in TELETIPOS)])
def test_datelines_of_agencies_tell_no_year_and_no_figure(top: str, below: str, head: str) -> None:
    found = watcher.extract(head + top + below)
    assert (found.document.published, found.document.published_from) == ("XXXX-05-08", "text")
    assert not [claim for claim in found.claims if claim.kind == "figure"]


def test_el_dia_tras_su_mes() -> None:
    said = "En marzo 5 barcos llegaron. Desde enero 1 de 2025 rige la norma. El plazo vence en junio 30. Perdió 1 set y 2 mar adentro."
    found = watcher.extract(said, published="2026-04-01")
    assert [claim.value.edtf for claim in found.claims if claim.kind == "date"] == ["2025-01-01", "2026-06-30"]
    assert "5" in [claim.evidence[0].exact for claim in found.claims if claim.kind == "figure"]


@pytest.mark.parametrize(
    "line",
    [
        "The Games end on 8 May 2026", "The bridge opens on 8 May 2026", "Deadline for bids: 8 May 2026", "Next concert, 8 May 2026", "Trial set for 8 May 2026",
        "El puente abre el 8 de mayo de 2026", "Fecha límite: 8 de mayo de 2026", "Elecciones generales del 8 de mayo de 2026",
    ],
)  # fmt: skip
def test_a_line_about_another_day_dates_nothing(line: str) -> None:
    assert date("A headline of the town\n\n" + line + (LUEGO if " de mayo" in line else LATER))[0] != "2026-05-08"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("As of May 3, 2026, about 300 ships had left.", "300"),
        ("As of May 3, 300 ships had left.", "300"),
        ("Published on May 3, the report counts 300 ships.", "300"),
        ("Released on 3 May 2026, 40 sailors went home.", "40"),
        ("Updated 3 May 2026: the count has risen to 300 ships.", "300"),
        ("Release of 300 ships on 3 May 2026 was delayed by the court.", "300"),
    ],
)
def test_a_sentence_that_opens_as_a_byline_does_hides_no_number(text: str, exact: str) -> None:
    claims = watcher.extract("Harbour closed\n\n" + text + "\n\n" + BODY).claims
    assert [claim.evidence[0].exact for claim in claims if claim.kind == "figure"] == [exact]


@pytest.mark.parametrize(
    "text", ["Updated 3 May 2026 at 10:30 GMT", "Published 3 May 2026, 10:30 AM. 5 min read.", "Updated: 3 May 2026. By Ana Bo."]
)
def test_a_byline_states_no_figure(text: str) -> None:
    claims = watcher.extract("Harbour closed\n\n" + text + "\n\n" + BODY).claims
    assert [claim for claim in claims if claim.kind == "figure"] == []
