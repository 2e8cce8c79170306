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
    ["The harbour opens again on 9 March 2026", "Harbour to open Monday, 9 March 2026", "El puerto abrirá el lunes 9 de marzo de 2026"],
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


def test_order_of_the_sources() -> None:
    line = "LISSEN, March 9, 2026 –" + BODY
    assert date(line, "2020-01-02.txt") == ("2026-03-09", "text")
    assert date(f"---\ndate: 2026-03-11\n---\n{line}") == ("2026-03-11", "metadata")
    assert date(BODY, "2020-01-02.txt") == ("2020-01-02", "filename")
    assert date(BODY) == (None, None)
