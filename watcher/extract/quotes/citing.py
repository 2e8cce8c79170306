"""Tokens of a sentence -> whom it is "according to": a person or body, a role resolved, else the noun itself.

Indexes of readings are those of the document.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

from watcher import lexicon
from watcher.extract.neighbours import by_longest, follows
from watcher.extract.quotes.saying import Namer, words
from watcher.extract.quotes.speech import EDGES, WIDE, best, calls, role
from watcher.extract.reading import Reading
from watcher.model import Subject


def according(reading: Reading, index: int, names: Namer, first: int, last: int) -> Subject | None:
    """The person or body that tokens `[first, last)` are "according to"; None where there is none."""
    tokens = reading.tokens
    phrases, told = _phrases(reading.language), words(reading.language).told_endings
    if first < last and tokens[first].norm in _heading(reading.language):
        comma = next((at for at in range(first + 1, min(last, first + WIDE)) if tokens[at].text == ","), None)
        near = names.in_tokens(index, first + 1, comma) if comma is not None else ()
        if comma is not None and (viewer := best([m for m in near if m.subject.type != "place"])):
            return viewer  # "Para Ana Ruiz, el plan es «papel mojado»"
        head = first + 1 + (comma is not None and tokens[first + 1].norm in words(reading.language).articles)
        if comma is not None and calls(reading.language, tokens[head].norm):
            return role(reading, index, names, head, comma)
    longest, places = _longest(reading.language)
    found = {at - back for at in reading.between(longest, first, last + WIDE) for back, _ in places[tokens[at].norm]}
    for at in sorted(start for start in found if first <= start < last):
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
def _heading(language: str) -> frozenset[str]:
    return frozenset(lexicon.load(f"{language}/attribution")["heading"])


@cache
def _longest(language: str) -> tuple[frozenset[str], dict[str, list[tuple[int, tuple[str, ...]]]]]:
    """The longest words of the phrases, by which they are found, and where they stand in which."""
    places = by_longest(chain(*_phrases(language).values()))
    return frozenset(places), places


@cache
def _phrases(language: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.load(f"{language}/attribution")["according"]:
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return found
