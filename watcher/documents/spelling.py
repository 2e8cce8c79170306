"""A short line -> how English (above 0) or Spanish (below 0) it is spelled.

For headlines too short to hold words that only one language has.

The letters that follow one another in the words of each language are learned once, from the words of the lexicon itself.
A name says less than another word, for it may be of the other language.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from watcher import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLES = ("quotes", "attribution", "stance", "dates", "names", "roles", "units", "properties", "languages", "exclusions", "files")
_RARE = 0.5  # what a run of letters never seen counts for
_KNOWN = 1.5
_MOST = 2.0  # no word decides alone
_FIRST, _NAME = 0.5, 0.1  # a capital at the head of a line, and inside it
_LETTERS = 3


def weigh(line: str) -> float:
    """Above 0 for English, below 0 for Spanish; each word at most 2."""
    found = list(_WORD.finditer(line))
    plain = any(match[0].islower() and len(match[0]) > 3 for match in found)  # else a line of capitals, which tells no names
    score = 0.0
    for match in found:
        word = match[0]
        marks = sum(sign in "áéíóúñ" for sign in word)
        if plain and word[0].isupper():
            score += (_FIRST if match.start() == 0 else _NAME) * _spelled(lexicon.fold(word)) + 0.4 * marks  # José Cuerpo anywhere
        else:
            score += _spelled(lexicon.fold(word)) - marks
    return score


@lru_cache(maxsize=10_000)
def _spelled(word: str) -> float:
    known = _known(word)
    return known or _by_letters(word)


def _known(word: str) -> float:
    """A word that the lexicon has in one language alone."""
    return _KNOWN * ((word in _words("en")) - (word in _words("es")))


def _by_letters(word: str) -> float:
    odds, runs = _odds(), list(_runs(word))
    score = sum(odds.get(run, 0.0) for run in runs) / max(2.0, math.sqrt(len(runs)))
    return max(-_MOST, min(_MOST, score))


def _runs(word: str) -> Iterator[str]:
    framed = f"<{word}>"
    for size in range(2, _LETTERS + 2):
        for at in range(len(framed) - size + 1):
            yield framed[at : at + size]


@cache
def _odds() -> dict[str, float]:
    """Run of letters -> the logarithm of how much likelier it is in an English word than in a Spanish one."""
    english, spanish = _counts("en"), _counts("es")
    totals = english.total(), spanish.total()
    return {
        run: math.log((english[run] + _RARE) / totals[0] / ((spanish[run] + _RARE) / totals[1])) for run in english.keys() | spanish.keys()
    }


@cache
def _words(language: str) -> frozenset[str]:
    tables = [lexicon.load(f"{language}/{topic}") for topic in _SAMPLES]
    cues = [lexicon.load(file)[language] for file in lexicon.names("lifecycles")]  # what headlines say; the keys are English in all
    texts = [*(text for table in tables for text in _texts(table)), *(text for table in cues for text in _said(table))]
    return frozenset(word for text in texts for word in _WORD.findall(lexicon.fold(text)))


def _counts(language: str) -> Counter[str]:
    return Counter(run for word in _words(language) for run in _runs(word))


def _said(table: dict[str, Any]) -> Iterator[str]:
    """The strings of a lifecycle's cues in one language; the keys, stages among them, are no words of it."""
    for value in table.values():
        if isinstance(value, dict):
            yield from _said(value)
        else:
            yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    """Every string in a table of the lexicon, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
