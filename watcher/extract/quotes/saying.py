"""What the rooms of speech ask: the words of a language that tell who speaks, and `Namer`, who is named where.

`Namer` is what is asked of `watcher.extract.names.Names`; indexes of readings are those of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Protocol

from watcher import lexicon
from watcher.extract.reading import NameMention
from watcher.model import Subject

_TOLD = {"en": ("ed",), "es": ("an", "en", "ron", "ndo", "ba", "ia")}  # of forms that are no nouns; the others are told one by one


class Namer(Protocol):
    """Who is named where, and whom other words stand for."""

    def in_tokens(self, reading: int, first: int, last: int) -> tuple[NameMention, ...]: ...

    def at(self, reading: int, token: int) -> NameMention | None: ...

    def before(self, reading: int, token: int, count: int = 40) -> tuple[NameMention, ...]: ...

    def pronoun(self, reading: int, token: int, besides: Subject | None = None, *, human: bool = False) -> Subject | None: ...

    def resolve_role(self, reading: int, token: int, words: Sequence[str]) -> Subject | None: ...

    def gender(self, subject: Subject) -> str: ...


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language that tell who speaks."""

    saying: frozenset[str]
    pronouns: frozenset[str]
    between: frozenset[str]
    articles: frozenset[str]
    stops: frozenset[str]
    groups: frozenset[str]
    so_called: frozenset[str]
    generic: frozenset[str]
    written: frozenset[str]  # what somebody writes, for who wrote it
    relatives: frozenset[str]
    addressing: frozenset[str]
    audiences: frozenset[str]
    going_on: frozenset[str]
    calendar: frozenset[str]
    weekdays: frozenset[str]
    serving: frozenset[str]
    being: frozenset[str]
    earlier: frozenset[str]
    later: frozenset[str]
    works: frozenset[str]
    having: frozenset[str]
    owning: frozenset[str]
    reflexive: frozenset[str]
    joining: frozenset[str]
    inside: frozenset[str]
    pointing: frozenset[str]
    told_with: frozenset[str]
    standing_for: frozenset[str]
    body_for: frozenset[str]
    said: frozenset[str]  # participles of saying
    joined: frozenset[str]  # verbs of saying where "that" stands behind them
    told_endings: tuple[str, ...]


@cache
def words(language: str) -> Words:
    raw, dates = lexicon.load(f"{language}/quotes"), lexicon.load(f"{language}/dates")
    lists = {name: frozenset(raw[name]) for name in [part.name for part in fields(Words)] if name in raw}
    others: dict[str, Any] = {
        "told_endings": tuple(raw["told_endings"]),
        "calendar": frozenset([*dates["months"], *dates["weekdays"]]),
        "weekdays": frozenset(dates["weekdays"]),
    }
    forms = english if language == "en" else spanish
    attribution = lexicon.load(f"{language}/attribution")
    stated = [form for verb in attribution["verbs"] for form in forms(verb)]
    joined = [form for verb in attribution["joined_verbs"] for form in forms(verb)]
    lists["joined"] = frozenset([*attribution["joined"], *attribution["stating"], *attribution["yielding"], *stated, *joined])
    lists["saying"] |= {form for form in stated if form.endswith(_TOLD[language])}
    lists["said"] |= {form for form in stated if form.endswith(("ado", "ido"))}
    if language == "es":
        lists["said"] |= {verb.partition(":")[0] for verb in attribution["verbs"]} | {"decir"}  # "volvió a decir"
    return Words(**(lists | others))


def english(verb: str) -> list[str]:
    """The forms of a regular English verb with which somebody states something."""
    stem = verb[:-1] if verb[-1] == "e" else verb
    past = verb[:-1] + "ied" if verb[-1] == "y" and verb[-2] not in "aeiou" else stem + "ed"
    other = "es" if verb.endswith(("s", "sh", "ch")) else "s"
    return [verb, past[:-1] + "s" if past.endswith("ied") else verb + other, past, stem + "ing"]


def spanish(verb: str) -> list[str]:
    """The folded forms of a Spanish infinitive with which somebody states something; its other stems stand behind colons."""
    infinitive, *changed = verb.split(":")
    stem, ending = infinitive[:-2], infinitive[-2:]
    present, past = (*changed, *(stem, stem)[len(changed) :])
    if ending == "ar":
        endings = ("o", "aron", "aba", "aban", "ando", "ado")
        return [present + "a", present + "an", *(stem + form for form in endings)]
    return [
        *(present + form for form in ("e", "en")),
        *(past + form for form in ("io", "ieron", "iendo")),
        *(stem + form for form in ("ia", "ian", "ido")),
    ]
