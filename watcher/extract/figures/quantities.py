"""What a quantity is, and the units and currencies of a language, compiled from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Any

from watcher import lexicon
from watcher.extract.figures.numberwords import Number, by_first, unit_words, words

DURATIONS = ("year", "month", "week", "day", "hour", "minute", "second")
_ONE = Decimal(1)
Phrase = tuple[tuple[str, ...], str, Decimal]  # its words, its unit, how many of the unit it is
Phrases = dict[str, list[Phrase]]


@dataclass(slots=True)
class Quantity:
    """A number with its unit, still open: the rules that follow fill `high`, `per`, `modifier` and `sort`."""

    number: Number
    first: int
    last: int
    value: Decimal
    unit: str | None = None
    high: Decimal | None = None
    per: Decimal | None = None
    modifier: str = "exact"
    sort: str = ""
    named_unit: bool = False  # the unit stands in the text, it was not inherited
    merged: bool = False  # a range, ratio or compound
    symbol: bool = False  # a sign or suffix touches it: 24%, $5, 3km
    noun: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The units and currencies of a language, compiled: first word -> its phrases, longest first."""

    symbols: dict[str, str]
    glued: dict[str, str]
    money_glued: dict[str, tuple[str, Decimal]]
    phrases: Phrases
    points: frozenset[str]
    before: Phrases  # by the last word, which stands next to the number
    minus: frozenset[str]
    below_zero: dict[str, list[tuple[str, ...]]]  # by the first word
    signs: dict[str, str]
    leading: frozenset[str]  # letters of a currency that only stand before their amount
    codes: dict[str, str]
    number_signs: frozenset[str]
    times: frozenset[str]
    how_often: frozenset[str]
    multiplied: frozenset[str]  # words behind "twice" that show it is a multiple
    bounds: frozenset[str]  # what "three times over" is over
    occasions: frozenset[str]  # words behind "times" that show it counts occasions
    stops: frozenset[str]
    lengths: frozenset[str]  # what follows metres: "100m tall" is no million
    dimensions: frozenset[str]  # words behind "in" where it is inches
    qualifiers: frozenset[str]  # what may stand between a number and its unit: "nine more years"
    lasting: frozenset[str]  # the plurals that durations open with: "years"


@cache
def units(language: str) -> Units:
    """The compiled units of `language`."""
    shared, own = lexicon.load("units"), lexicon.load(f"{language}/units")
    money, monies = lexicon.load("currencies"), lexicon.load(f"{language}/currencies")
    phrases = _compile({**shared["phrases"], **unit_words(language), **monies["words"]}, frozenset(own["leading"]))
    return Units(
        shared["symbols"], shared["glued"], {word: (code, Decimal(factor)) for word, (code, factor) in monies["glued"].items()},
        phrases, frozenset(own["points"]),
        _by_last(_compile(own["before"])), frozenset(own["negative"]["before"]), by_first(own["negative"]["after"]),
        money["symbols"], frozenset((*money["prefixes"]["words"], *money["prefixes"]["letters"])), money["codes"],
        frozenset(lexicon.fold(word) for word in own["number"]),
        frozenset(own["times"]), frozenset(own["how_often"]), frozenset(own["multiplied"]), frozenset(own["bounds"]),
        frozenset(own["occasions"]),
        frozenset(lexicon.load(f"{language}/elision")["closers"]) | frozenset(own["unqualified"]),
        frozenset(own["lengths"]), frozenset(own["dimensions"]), frozenset(own["qualifiers"]),
        frozenset([phrase[0] for entries in phrases.values() for phrase, unit, _ in entries if unit in DURATIONS and phrase[0][-1] == "s"]),
    )  # fmt: skip


@cache
def signs(language: str) -> frozenset[str]:
    """What may stand behind a number as a sign of its own, a space between or not."""
    table = units(language)
    others = ("°", "º", "%", "‰", "$", "in", "C", "F", "K", "MM")
    return frozenset([*table.symbols, *table.money_glued, *table.signs, *table.codes, *words(language).glued, *others])


@cache
def suffixes(language: str) -> frozenset[str]:
    """What may touch the digits before it and is no word of a unit."""
    return signs(language).union(units(language).glued, ("pp",))


def _by_last(phrases: Phrases) -> Phrases:
    found: Phrases = {}
    for entry in sorted(chain.from_iterable(phrases.values()), key=lambda entry: -len(entry[0])):
        found.setdefault(entry[0][-1], []).append(entry)
    return found


def _compile(table: dict[str, Any], leading: frozenset[str] = frozenset()) -> Phrases:
    phrases: Phrases = {}
    for text, entry in table.items():
        unit, factor = (entry, _ONE) if isinstance(entry, str) else (entry[0], Decimal(entry[1]))
        phrase = tuple(lexicon.fold(text).split())
        phrases.setdefault(phrase[0], []).append((phrase, unit, factor))
        if len(phrase) == 2 and phrase[0] in leading:  # a 2,400-square-foot house
            phrases[phrase[0]].append(((phrase[0], "-", phrase[1]), unit, factor))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return phrases
