"""Two subjects -> are they one? By name and alias, over spellings, accents and languages; never by surname alone where two fit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from watcher import lexicon
from watcher.compare.prose import stem
from watcher.model import Subject

Relation = Literal["same", "fits", "unknown", "other"]
_WORDS = re.compile(r"[^\W_]+")
_SPELLING = 0.85  # share of equal letters in two spellings of one name (Jose Peres, José Pérez)
_LONG = 160  # letters of two names that `difflib` is quicker with


@lru_cache(maxsize=20_000)
def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell it apart, under one form for what languages call differently (flood, inundación)."""
    return frozenset(_twins().get(word, word) for word in _WORDS.findall(lexicon.fold(name)) if word not in _particles())


@lru_cache(maxsize=1)
def _twins() -> dict[str, str]:
    """Each word of a group of `twins.toml` -> the group's first: places and event nouns over languages."""
    groups = lexicon.load("twins")
    return {lexicon.fold(word): group[0] for topic in groups.values() for group in topic for word in group}


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(lexicon.load("compare")["names"]["particles"].split())


@lru_cache(maxsize=1)
def large_words() -> frozenset[str]:
    """Words written large that name no place: weekdays, months, ministries."""
    return frozenset(lexicon.load("compare")["large"]["common"].split())


@lru_cache(maxsize=20_000)
def is_name(name: str) -> bool:
    """True for a name proper, false for a noun that stands for an unnamed subject ("the driver")."""
    return any(word[:1].isupper() for word in name.split())


def relation(one: Subject | None, other: Subject | None) -> Relation:
    """Whether two subjects are the same, may be the same ("Kast"), are not told, or are different."""
    if one is None or other is None:
        return "unknown"
    if one.id == other.id:
        return "same"
    return name_relation(one.name, other.name)


@lru_cache(maxsize=50_000)
def name_relation(one: str, other: str) -> Relation:
    left, right = name_words(one), name_words(other)
    if not left or not right:
        return "unknown"
    if left == right or _one_spelling(one, other):
        return "same"
    if left < right or right < left:
        return "fits"
    if not (is_name(one) and is_name(other)):
        stems = {stem(word, "en") for word in left}, {stem(word, "en") for word in right}
        return "fits" if stems[0] & stems[1] else "unknown"
    return "other"


def _one_spelling(one: str, other: str) -> bool:
    """True where two names differ by a letter or two: a corrected spelling does not make another subject."""
    left, right = lexicon.fold(one), lexicon.fold(other)
    if left[:1] != right[:1] or abs(len(left) - len(right)) > 2 or min(len(left), len(right)) < 6:
        return False
    words, others = left.split(), right.split()
    if len(words) != len(others) or any(map(str.isdigit, left + right)):
        return False
    pairs = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return all(len(a) > 3 and alike(a, b, _SPELLING - 0.15) for a, b in pairs) and alike(left, right, _SPELLING)


@lru_cache(maxsize=20_000)
def alike(one: str, other: str, share: float) -> bool:
    """Whether so many letters of both are equal, as `difflib` counts them; for names many times quicker told."""
    letters, others = set(one), set(other)
    length, most = len(one) + len(other), min(len(one) - len(letters - others), len(other) - len(others - letters))
    if 2.0 * most / length < share:
        return False
    if length > _LONG:
        return SequenceMatcher(None, one, other, autojunk=False).ratio() >= share
    return 2.0 * _equal(one, other, most) / length >= share


def _equal(one: str, other: str, most: int) -> int:
    """How many letters are equal in order: the longest run both have (of at most so many), the first of its length, and those on either
    side of it."""
    for size in range(most, 0, -1):
        for start in range(len(one) - size + 1):
            at = other.find(one[start : start + size])
            if at >= 0:
                before, after = one[:start], one[start + size :]
                there, beyond = other[:at], other[at + size :]
                ends = _equal(before, there, min(start, at)) + _equal(after, beyond, min(len(after), len(beyond)))
                return size + ends
    return 0


def link(subject: Subject, known: Iterable[Subject]) -> Subject | None:
    """The known subject that `subject` is: of the same name, else the only one that a short name fits; else null.

    A short name fits a longer one that ends or begins with its words; a bare surname that two known people bear fits none.
    """
    fits: dict[str, Subject] = {}
    for other in known:
        match relation(subject, other):
            case "same":
                return other
            case "fits" if subject.type == other.type and is_name(subject.name) and is_name(other.name):
                fits[other.id] = other
    fullest = {id_: one for id_, one in fits.items() if not any(name_words(one.name) < name_words(more.name) for more in fits.values())}
    return next(iter(fullest.values())) if len(fullest) == 1 else None
