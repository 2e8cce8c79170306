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
    return Words(**(lists | others))
