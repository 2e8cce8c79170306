"""The number words of a language, compiled from the lexicon; and `Number`, what the readers of numbers give.

In: the lexicon's tables of cardinals, scales, ordinals, fractions and multiples. Out: `Words`, one a language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from watcher import lexicon
from watcher.extract.neighbours import follows, norm_at
from watcher.extract.reading import Token

NumberKind = Literal["cardinal", "ordinal", "fraction", "multiple"]

VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
ONE = Decimal(1)


@dataclass(slots=True)
class Number:
    """A number over tokens `[first, last)`: `value` with its scale applied; `per` is a fraction's denominator."""

    first: int
    last: int
    value: Decimal
    kind: NumberKind
    digits: bool = False  # written in digits
    scale: Decimal = ONE  # the scale word or suffix it carries
    per: Decimal | None = None
    bare: bool = False  # a multiple that is one only in the right company: "double"


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The number words of a language, compiled."""

    cardinals: dict[str, Decimal]
    scales: dict[str, Decimal]
    abbreviations: dict[str, Decimal]
    glued: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    endings: frozenset[str]
    fractions: dict[str, Decimal]
    multiples: dict[str, Decimal]
    bare: dict[str, Decimal]
    joiner: str
    halves: dict[str, list[tuple[str, ...]]]  # "and a half", by its first word
    articles: frozenset[str]
    linkers: tuple[tuple[str, ...], ...]
    point: str
    points: frozenset[str]  # the decimal sign as it is said
    language: str
    triggers: frozenset[str]
    onward: frozenset[str]  # what a number in words may go on with
    part_context: frozenset[str]  # what may follow "a third" where it is a part
    scaling: frozenset[str]  # what may open the scale behind digits

    def half(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens from `at` on say "and a half"; 0 where they do not."""
        norm = norm_at(tokens, at)
        if norm not in self.halves:
            return 0
        return next((len(phrase) for phrase in self.halves[norm] if follows(tokens, at, phrase)), 0)


@cache
def words(language: str) -> Words:
    """The compiled number words of `language`."""
    data = lexicon.load(f"{language}/numbers")
    table = {
        name: {word: Decimal(value) for word, value in data[name].items()}
        for name in data
        if isinstance(data[name], dict) and name not in ("ordinal_endings", "multiple_context")
    }
    ordinals = table["ordinals"]
    if language == "es":  # -o words agree with their noun
        ordinals |= {
            word[:-1] + ending: value for word, value in tuple(ordinals.items()) if word.endswith("o") for ending in ("a", "os", "as")
        }
    triggers = {*table["cardinals"], *table["scales"], *ordinals, *table["fractions"], *table["multiples"], *table["bare_multiples"]}
    triggers |= {lexicon.fold(sign) for sign in VULGAR}
    halves, points = by_first(data["half"]), frozenset(data["said_points"])
    onward = points.union(table["cardinals"], table["scales"], ordinals, halves, (data["and"], "-"))
    return Words(
        table["cardinals"], table["scales"], table["abbreviations"], table["glued"], ordinals, frozenset(data["ordinal_endings"]["forms"]),
        table["fractions"], table["multiples"], table["bare_multiples"], data["and"], halves, frozenset(data["article"]),
        tuple(sorted(_phrases(data["of"]), key=len, reverse=True)), data["points"], points, language,
        frozenset(triggers), onward, frozenset(data["part_context"]),
        frozenset(["-", *table["scales"], *table["abbreviations"], *halves]),
    )  # fmt: skip


def by_first(texts: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _phrases(texts):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _phrases(texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(text.split()) for text in texts)


@cache
def single_units(language: str) -> frozenset[str]:
    """The first words of singular units that a fraction may stand before: "hour", "mile", "point", "hora", "kilo"."""
    leading = lexicon.load(f"{language}/units")["leading"]
    phrases = (phrase.split() for phrase in unit_words(language))
    return frozenset(phrase[0] for phrase in phrases if not phrase[-1].endswith("s") and (len(phrase) == 1 or phrase[0] in leading))


def measures(tokens: Sequence[Token], at: int, language: str) -> bool:
    """True where a singular unit or its symbol stands at `at`, a hyphen before it or not: "1/4 mile", "3/4-inch", "½ kg"."""
    if at + 1 < len(tokens) and tokens[at].text == "-":
        at += 1
    return norm_at(tokens, at) in single_units(language) or (at < len(tokens) and tokens[at].text in lexicon.load("units")["symbols"])


@cache
def measuring() -> frozenset[str]:
    """The first words of Spanish units, points, multiples and currencies: "kilometros", "pesos", "veces"."""
    return frozenset([phrase.split()[0] for phrase in (*unit_words("es"), *lexicon.load("es/currencies")["words"], "veces")])


@cache
def unit_words(language: str) -> dict[str, Any]:
    """The words of units and points: phrase -> unit or [unit, factor], those of the lexicon and those its prefixes make."""
    data, prefixes = lexicon.load(f"{language}/units"), lexicon.load("units")["prefixes"]
    bases = {**data["prefixed"], **data["only_prefixed"]}
    made = {prefix + word: symbol + unit for word, unit in bases.items() for prefix, symbol in prefixes.items()}
    return {**made, **data["prefixed"], **data["units"], **data["points"]}
