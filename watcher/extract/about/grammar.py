"""The clause words of one language, from the lexicon, ready for look-up: closed classes, verb lists, small sets."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from watcher import lexicon

_CLASSES = {
    "determiner": "d", "preposition": "p", "pronoun": "q", "object": "o", "relative": "r", "subordinator": "s", "coordinator": "c",
    "auxiliary": "x", "modal": "m", "adverb": "a",
}  # fmt: skip


class Grammar(NamedTuple):
    """The clause words of one language, ready for look-up; sets hold words as written in lower case."""

    language: str
    closed: dict[str, str]
    past: frozenset[str]
    participle: frozenset[str]
    present: frozenset[str]
    base: frozenset[str]
    nouns: frozenset[str]
    light: frozenset[str]
    change: frozenset[str]
    saying: frozenset[str]
    hedges: frozenset[str]
    of: frozenset[str]
    who: frozenset[str]
    average: frozenset[str]
    towards: frozenset[str]
    places: frozenset[str]
    links: frozenset[str]
    shares: frozenset[str]
    winning: frozenset[str]
    comparing: frozenset[str]
    definite: frozenset[str]
    possessive: frozenset[str]
    personal: frozenset[str]
    kin: frozenset[str]
    territory: frozenset[str]
    bodies: frozenset[str]
    moments: frozenset[str]
    switch: frozenset[str]
    approximate: frozenset[str]
    conjoined: frozenset[str]
    adjectives: frozenset[str]
    raising: frozenset[str]
    by: frozenset[str]
    nominals: frozenset[str]
    generic: frozenset[str]
    texts: frozenset[str]
    rates: frozenset[str]
    feminine: frozenset[str]
    particles: frozenset[str]
    moves: frozenset[str]
    pointing: frozenset[str]
    apart: frozenset[str]
    toll: frozenset[str]
    crowd: frozenset[str]
    proxies: frozenset[str]
    margins: frozenset[str]
    seats: frozenset[str]
    chambers: frozenset[str]
    tallies: frozenset[str]
    averages: frozenset[str]
    nations: frozenset[str]
    happening: frozenset[str]
    studies: frozenset[str]
    publishing: frozenset[str]
    wholes: frozenset[str]
    done: tuple[str, ...]
    age: str
    rank: str


@cache
def grammar(language: str) -> Grammar:
    """The clause words of `language`."""
    raw = lexicon.load(f"{language}/clauses")
    verbs = raw["verbs"]
    closed = {word: tag for name, tag in _CLASSES.items() for word in raw["closed"][name]}
    lists = {
        name: frozenset(verbs[name])
        for name in (
            "past",
            "participle",
            "present",
            "base",
            "nouns",
            "light",
            "change",
            "saying",
            "hedges",
            "of",
            "who",
            "average",
            "places",
            "links",
            "shares",
            "winning",
            "comparing",
            "definite",
            "possessive",
            "personal",
            "kin",
            "territory",
            "bodies",
            "moments",
            "switch",
            "approximate",
            "conjoined",
            "adjectives",
            "raising",
            "by",
            "nominals",
            "generic",
            "texts",
            "rates",
            "feminine",
            "particles",
            "moves",
            "pointing",
            "apart",
            "wholes",
            "toll",
            "crowd",
            "proxies",
            "margins",
            "seats",
            "chambers",
            "tallies",
            "averages",
            "nations",
            "happening",
            "studies",
            "publishing",
        )
    }
    return Grammar(
        language, closed, **lists, towards=frozenset(verbs["for"]), done=tuple(verbs["done"]), age=verbs["age"], rank=verbs["rank"]
    )
