"""The lexicon -> the words that tell a source; and what a source holds for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from watcher import lexicon
from watcher.extract.names.namewords import role_words
from watcher.extract.quotes import saying
from watcher.extract.reading import Reading

CLAUSE = frozenset(",;:—–()“”«»")
REACH = 40  # tokens looked at around a verb or a study


class Rules(NamedTuple):
    """The words of one language that tell a source or a modality."""

    according: dict[str, dict[str, list[tuple[str, ...]]]]  # first word -> second word, "" for none -> the phrases
    untrue: dict[str, list[tuple[str, ...]]]
    openers: frozenset[str]
    sets: dict[str, frozenset[str]]
    crowds: frozenset[str]  # nouns for people or bodies that "they" may be
    spanish: bool


class Scope(NamedTuple):
    """What a source holds for, in code points; `denied` where it says that it is not so."""

    start: int
    end: int
    source: str
    denied: bool = False


@cache
def rules(language: str) -> Rules:
    raw = lexicon.load(f"{language}/attribution")
    according: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for phrase in raw["according"]:
        first, second, *_ = words = (*phrase.split(), "")
        according.setdefault(first, {}).setdefault(second, []).append(words[:-1])
    untrue = _by_first(raw["untrue"])
    openers = frozenset([*according] + raw["stating"] + raw["studies"] + raw["denying"] + raw["charging"] + raw["valuing"])
    sets = {name: frozenset(value) for name, value in raw.items()}
    crowds = saying.words(language).groups | role_words(language).groups | sets["sources"]
    return Rules(according, untrue, openers, sets, crowds, language == "es")


def _by_first(phrases: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def span(reading: Reading, first: int, last: int, source: str, *, denied: bool = False) -> Scope:
    """A scope over tokens `[first, last)`."""
    return Scope(reading.starts[first], reading.ends[last - 1], source, denied)
