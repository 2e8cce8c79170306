"""What a file says of itself: title, source, date, languages."""

import pytest

from watcher import documents

ENGLISH = (
    "The harbour board of Lissen voted on Thursday to close the old fish market, which has stood on the quay since the war. "
    "Traders said that they had not been asked, and that they would take the decision to court. "
    "The mayor was in the hall but did not speak. "
    "The building, with its green roof and its forty stalls, will be replaced by flats."
)
SPANISH = (
    "La junta del puerto de Lissen acordó el jueves cerrar la vieja lonja, que está en el muelle desde la guerra. Los vendedores dijeron "
    "que nadie les había preguntado y que llevarán la decisión a los tribunales. La alcaldesa estaba en la sala, pero no habló. "
    "El edificio, con su tejado verde y sus cuarenta puestos, será sustituido por viviendas."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Fish market to close\n\n{ENGLISH}", "Fish market to close"),
        (f"Fish market to close\n\nFish market to close\n\n{ENGLISH}", "Fish market to close"),
        (f"Who wants the quay?\n{ENGLISH}", "Who wants the quay?"),
        (f"# Fish market to close #\n\n{ENGLISH}", "Fish market to close"),
        (f"OPINION\n\nFish market to close\n\n{ENGLISH}", "Fish market to close"),
        (f"---\ntitle: 'Fish market: the end'\ndate: 2026-02-03\n---\n\n{ENGLISH}", "Fish market: the end"),
        (f"{ENGLISH}\n\n{SPANISH}", None),
        (f"{ENGLISH}\n\nEl Muelle: https://example.org/lonja\n\nCierran la lonja\n\n{SPANISH}", "Cierran la lonja"),
        (f"By Ana Ruiz, June 3, 2026\n\n{ENGLISH}", None),
        ("Two ships lost off Lissen", "Two ships lost off Lissen"),
        ("", None),
        ("\n \n", None),
        ("---\n---\n", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert documents.from_text(text).title == title


@pytest.mark.parametrize(
    ("text", "path", "published"),
    [
        ("---\ndate: 2026-02-03\n---\nText.", "2020-01-01-x.txt", ("2026-02-03", "metadata")),
        ("---\nFecha: 2026-02-03T10:00:00Z\n---\nTexto.", "", ("2026-02-03", "metadata")),
        ("+++\ndate = 2026-02-03\n+++\nText.", "", ("2026-02-03", "metadata")),
        ("<meta property='article:published_time' content='2026-02-03T08:00'>\nText.", "", ("2026-02-03", "metadata")),
        ("Text.", "in/2026-01-30-lissen.txt", ("2026-01-30", "filename")),
        ("Text.", "in/lissen_20260130.txt", ("2026-01-30", "filename")),
        ("Text.", "2026-01-30/lissen.txt", (None, None)),
        ("Text.", "lissen-2026-13-40.txt", (None, None)),
        ("---\ndate: soon\n---\nText.", "a.txt", (None, None)),
    ],
)
def test_published(text: str, path: str, published: tuple[str | None, str | None]) -> None:
    document = documents.from_text(text, path)
    assert (document.published, document.published_from) == published


def test_given_date_wins() -> None:
    document = documents.from_text("---\ndate: 2026-02-03\n---\nText.", published="2026-01")
    assert (document.published, document.published_from) == ("2026-01", "metadata")


@pytest.mark.parametrize(
    ("text", "languages", "roles"),
    [
        (ENGLISH, ["en"], [None]),
        (SPANISH, ["es"], [None]),
        ("Muere un senador en Lima", ["es"], [None]),
        ("Senator dies in Lima", ["en"], [None]),
        (f"{ENGLISH}\n{SPANISH}", ["en", "es"], [None, None]),
        (f"{ENGLISH}\n\nEl Muelle: https://example.org/lonja\n\n{SPANISH}", ["en", "es"], ["translation", "original"]),
        (f"{SPANISH}\n\nTranslated from the Spanish by R. Lowe\n\n{ENGLISH}", ["es", "en"], ["original", "translation"]),
        (f"{ENGLISH}\n\n“No nos preguntaron, y no lo vamos a olvidar”\n\n{ENGLISH}", ["en"], [None]),
        ("", [], []),
        ("1 2 3\n---\n", ["en"], [None]),
    ],
)
def test_sections(text: str, languages: list[str], roles: list[str | None]) -> None:
    sections = documents.from_text(text).sections
    assert [section.language for section in sections] == languages
    assert [section.role for section in sections] == roles


def test_the_outlet_line_belongs_to_no_section() -> None:
    line = "El Muelle: https://example.org/lonja?a=1&b=2"
    text = f"{ENGLISH}\n\n{line}\n\n{SPANISH}\n"
    document = documents.from_text(text)
    at = text.index(line)
    assert document.source_url == "https://example.org/lonja?a=1&b=2"
    assert all(section.end <= at or section.start >= at + len(line) for section in document.sections)
    assert [text[section.start : section.end] for section in document.sections] == [ENGLISH, SPANISH]


def test_front_matter_is_flat_text_and_no_program() -> None:
    bomb = "---\ntitle: !!python/object/apply:os.system [ls]\nauthor: &a [x]\nlink: https://example.org/1\nmore: *a\n---\n" + ENGLISH
    document = documents.from_text(bomb)
    assert document.title is None
    assert document.source_url == "https://example.org/1"
    assert document.text[document.sections[0].start :] == ENGLISH
