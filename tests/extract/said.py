"""What a sentence states: in one line a figure ("30-40% = 30..40 percent about"), or its claims by their words."""

from __future__ import annotations

from typing import Any

import watcher
from watcher.extract import figures
from watcher.extract.tokens import read
from watcher.model import Figure, Section, number_text


def said(language: str, text: str) -> list[str]:
    """Each figure of `text` as "exact = number[..high][ per N] unit[ modifier]"."""
    found = figures.find(read(text, Section(language, 0, len(text))))
    return [f"{text[mention.start : mention.end]} = {value(mention.value)}" for mention in found]


def value(figure: Figure) -> str:
    """The value of a figure in words: "36 per 100000 count", "2 times more-than"."""
    high = f"..{number_text(figure.high)}" if figure.high is not None else ""
    per = f" per {number_text(figure.per)}" if figure.per is not None else ""
    modifier = "" if figure.modifier == "exact" else f" {figure.modifier}"
    return f"{number_text(figure.number)}{high}{per} {figure.unit}{modifier}"


def facts(text: str, published: str | None = None) -> dict[str, Any]:
    """The figure claims of an article, each by the exact words of its evidence."""
    claims = [claim for claim in watcher.extract(text, published=published).as_dict()["claims"] if claim["kind"] == "figure"]
    return {evidence["exact"]: claim for claim in claims for evidence in claim["evidence"]}
