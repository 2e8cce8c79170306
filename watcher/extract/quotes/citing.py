"""Tokens of a sentence -> whom it is "according to": a person or body, a role resolved, else the noun itself.

Indexes of readings are those of the document.
"""

from __future__ import annotations

from functools import cache

from watcher import lexicon
from watcher.extract.neighbours import follows
from watcher.extract.quotes.saying import Namer, words
from watcher.extract.quotes.speech import EDGES, WIDE, best, role
from watcher.extract.reading import Reading
from watcher.model import Subject


def according(reading: Reading, index: int, names: Namer, first: int, last: int) -> Subject | None:
    """The person or body that tokens `[first, last)` are "according to"; None where there is none."""
    tokens = reading.tokens
    phrases, told = _phrases(reading.language), words(reading.language).told_endings
    for at in range(first, last):
        for phrase in phrases.get(tokens[at].norm, ()):
            behind = at + len(phrase)
            if follows(tokens, at, phrase):
                behind += behind < last and tokens[behind].norm.endswith(told)  # "según consignaron los medios"
                end = next(
                    (
                        stop
                        for stop in range(behind, min(last, behind + WIDE))
                        if tokens[stop].text in ",;:(—–" or tokens[stop].text in EDGES
                    ),
                    last,
                )
                return best([m for m in names.in_tokens(index, behind, end) if m.subject.type != "place"]) or role(
                    reading, index, names, behind, end
                )
    return None


@cache
def _phrases(language: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.load(f"{language}/attribution")["according"]:
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return found
