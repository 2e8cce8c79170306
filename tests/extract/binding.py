"""What the figures of a text are about, by their words; and the assertion that most tables of such sentences make."""

from __future__ import annotations

from watcher.extract import about, dates, figures, names, tokens
from watcher.extract.about import About
from watcher.model import Section

PUBLISHED = "2026-03-12"


def bound(text: str, language: str) -> dict[str, About]:
    """The words of each figure of `text`, with what it is about; the last mention wins."""
    reading = tokens.read(text, Section(language, 0, len(text)))
    known = names.find([reading])
    found = figures.find(reading, dates.find(reading, PUBLISHED, known))
    told = about.bind(reading, 0, found, known, [], [], PUBLISHED)
    assert len(told) == len(found)
    return {text[figure.start : figure.end]: one for figure, one in zip(found, told, strict=True)}


def assert_told(text: str, language: str, exact: str, subject: str, of: str = "") -> None:
    """The figure `exact` of `text` is said of `subject`, and `of` stands in what it measures."""
    told = bound(text, language)[exact]
    assert told.subject is not None
    assert told.subject.name == subject
    assert of in told.property
