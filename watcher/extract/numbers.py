"""Tokens -> numbers: digits by the section's own locale, number words, ordinals, fractions and multiples, with their scale.

Nothing is decided here about units or about what is no figure: a year is a number too. One pass, each number looked at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from watcher import lexicon
from watcher.extract.digits import decimal_sign, read_digits
from watcher.extract.neighbours import follows, glued
from watcher.extract.reading import Token

NumberKind = Literal["cardinal", "ordinal", "fraction", "multiple"]

_ONE = Decimal(1)
_HALF = Decimal("0.5")

_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}


@dataclass(slots=True)
class Number:
    """A number over tokens `[first, last)`: `value` with its scale applied; `per` is a fraction's denominator."""

    first: int
    last: int
    value: Decimal
    kind: NumberKind
    digits: bool = False  # written in digits
    scale: Decimal = _ONE  # the scale word or suffix it carries
    per: Decimal | None = None
    bare: bool = False  # a multiple that is one only in the right company: "double"


@dataclass(frozen=True, slots=True)
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
    halves: tuple[tuple[str, ...], ...]
    articles: frozenset[str]
    linkers: tuple[tuple[str, ...], ...]
    point: str
    language: str
    triggers: frozenset[str]


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
    return Words(
        table["cardinals"], table["scales"], table["abbreviations"], table["glued"], ordinals, frozenset(data["ordinal_endings"]["forms"]),
        table["fractions"], table["multiples"], table["bare_multiples"], data["and"], _phrases(data["half"]), frozenset(data["article"]),
        tuple(sorted(_phrases(data["of"]), key=len, reverse=True)), data["points"], language, frozenset(triggers),
    )  # fmt: skip


def _phrases(texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(text.split()) for text in texts)


class Scanner:
    """Reads the numbers of one section; holds the tokens and words so that the small readers below need not pass them on."""

    def __init__(self, tokens: Sequence[Token], language: str, taken: bytes | bytearray | None = None) -> None:
        self.tokens = tokens
        self.words = words(language)
        self.taken = taken
        self.sign = decimal_sign(
            [token.text for token in tokens if token.kind == "n" and ("." in token.text or "," in token.text)], self.words.point
        )

    def scan(self) -> list[Number]:
        """Every number in reading order, none overlapping."""
        found: list[Number] = []
        triggers, after, taken = self.words.triggers, 0, self.taken
        for at, token in enumerate(self.tokens):
            if token[4] == "n":
                number = self._digits(at) if at >= after and not (taken and taken[at]) else None
            elif token[3] in triggers or token[0] in _VULGAR:
                number = self._word(at) if at >= after and not (taken and taken[at]) else None
            else:
                continue
            if number is not None:
                after = number.last
                found.append(number)
        return found

    def _norm(self, at: int) -> str:
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""

    def _digits(self, at: int) -> Number | None:
        tokens = self.tokens
        text, last = tokens[at].text, at + 1
        part = self._written_fraction(at)
        if part is not None:
            return part
        if len(text) <= 3 and text.isdigit():
            while last < len(tokens) and tokens[last].kind == "n" and _group(tokens, last):  # "3 140": groups of three behind plain spaces
                text, last = text + tokens[last].text, last + 1
        if tokens[at].kind == "n" and self._spaced_phone(at, last):
            return None
        value = read_digits(text, self.sign)
        if value is None:
            return None
        if glued(tokens, last) and tokens[last].norm in self.words.endings and value == value.to_integral_value() and value < 1000:
            return Number(at, last + 1, value, "ordinal", digits=True)
        if self._norm(last + 1) == "/" and text.isdigit() and len(text) < 3 and self._mixed(last):
            value, last = value + Decimal(tokens[last].text) / Decimal(tokens[last + 2].text), last + 3
        elif glued(tokens, last) and tokens[last].text in _VULGAR:
            top, bottom = _VULGAR[tokens[last].text]
            value, last = value + Decimal(top) / Decimal(bottom), last + 1
        return self._scaled(Number(at, last, value, "cardinal", digits=True))

    def _mixed(self, at: int) -> bool:
        """ "1/2" behind a whole number: 1 1/2 cups."""
        tokens = self.tokens
        if at + 2 >= len(tokens) or tokens[at].kind != "n" or not glued(tokens, at + 1) or not glued(tokens, at + 2):
            return False
        top, bottom = tokens[at].text, tokens[at + 2].text
        return len(top) == 1 == len(bottom) and "0" < top < bottom <= "9"

    def _written_fraction(self, at: int) -> Number | None:
        """ "3/4 of": digits over digits, of something."""
        tokens = self.tokens
        if not (
            self._norm(at + 1) == "/"
            and glued(tokens, at + 1)
            and glued(tokens, at + 2)
            and tokens[at + 2].kind == "n"
            and self._norm(at + 3) in ("of", "de", "del")
        ):
            return None
        top, bottom = tokens[at].text, tokens[at + 2].text
        if not (top.isdigit() and bottom.isdigit() and 0 < int(top[:3]) < int(bottom[:3]) <= 12):
            return None
        return Number(at, at + 3, Decimal(top), "fraction", digits=True, per=Decimal(bottom))

    def _spaced_phone(self, first: int, last: int) -> bool:
        """True inside a run of four or more groups of digits, as in a telephone or card number."""
        low, high = first, last
        while low > 0 and low > first - 6 and (self.tokens[low - 1].kind == "n" or self.tokens[low - 1].text in "-+"):
            low -= 1
        while high < len(self.tokens) and high < last + 6 and (self.tokens[high].kind == "n" or self.tokens[high].text == "-"):
            high += 1
        return sum(self.tokens[index].kind == "n" for index in range(low, high)) >= (4 if last - first < 3 else 6) or (
            high - low > 1 and self.tokens[low].text[0] == "0" and len(self.tokens[low].text) > 1 and self.tokens[low].text.isdigit()
        )

    def _scaled(self, number: Number) -> Number:
        """Digits with the scale words or suffix behind them: 12 mil, 3.4bn, 1,3 mil millones, two and a half million."""
        tokens, table = self.tokens, self.words
        last = number.last
        if last < len(tokens):
            token, touching = tokens[last], glued(tokens, last)
            step = 1
            if token.text == "-" and touching and glued(tokens, last + 1) and self._norm(last + 1) in table.scales:
                token, step = tokens[last + 1], 2
            scale = table.scales.get(token.norm) or table.abbreviations.get(token.norm)
            if scale is not None and scale <= 20 and number.digits and number.value != number.value.to_integral_value():
                scale = None
            if scale is not None:
                number.value, number.scale, number.last = number.value * scale, number.scale * scale, last + step
                self._more_scale(number)
        self._and_half(number)
        return number

    def _more_scale(self, number: Number) -> None:
        """A scale upon a scale: mil millones, million million; or "quinientos" behind "mil" where words go on."""
        scale = self.words.scales.get(self._norm(number.last))
        if scale is not None and scale > number.scale and scale >= 1000:
            number.value, number.scale, number.last = number.value * scale, number.scale * scale, number.last + 1
        self._lower_groups(number)

    def _lower_groups(self, number: Number) -> None:
        """ "3 mil 500", "2 millones 345 mil": the groups below, as Mexican newspapers write them."""
        tokens, table = self.tokens, self.words
        while table.language == "es" and number.last < len(tokens):
            token = tokens[number.last]
            if token.kind != "n" or not token.text.isdigit() or len(token.text) > 3 or token.start - tokens[number.last - 1].end != 1:
                return
            scale = table.scales.get(self._norm(number.last + 1), _ONE)
            if scale >= number.scale or (scale == 1 and number.scale != 1000) or number.value != number.value.to_integral_value():
                return
            number.value += Decimal(token.text) * scale
            number.last += 1 if scale == 1 else 2
            number.scale = scale

    def _and_half(self, number: Number) -> None:
        """ "Millón y medio", "two and a half": half of the scale that stands before it; the scale may also follow."""
        for phrase in self.words.halves:
            if follows(self.tokens, number.last, phrase):
                number.value, number.last = number.value + number.scale / 2, number.last + len(phrase)
                scale = self.words.scales.get(self._norm(number.last))
                if scale is not None and number.scale == 1:
                    number.value, number.scale, number.last = number.value * scale, scale, number.last + 1
                return

    def _word(self, at: int) -> Number | None:
        token, table = self.tokens[at], self.words
        norm = token.norm
        if token.text in _VULGAR:
            top, bottom = _VULGAR[token.text]
            return Number(at, at + 1, Decimal(top), "fraction", per=Decimal(bottom), digits=True)
        fraction = self._fraction(at)
        if fraction is not None:
            return fraction
        if norm in table.cardinals or norm in table.scales:
            return self._cardinal(at)
        if norm in table.ordinals:
            return self._ordinal(at, Decimal(0))
        if norm in table.multiples:
            return Number(at, at + 1, table.multiples[norm], "multiple")
        if norm in table.bare:
            return Number(at, at + 1, table.bare[norm], "multiple", bare=True)
        return None

    def _ordinal(self, at: int, tens: Decimal) -> Number:
        start = at if not tens else at - 2
        return Number(start, at + 1, tens + self.words.ordinals[self.tokens[at].norm], "ordinal")

    def _cardinal(self, at: int) -> Number | None:
        """Number words from `at` on; an article before a scale counts as one."""
        tokens, table = self.tokens, self.words
        total, group, high, here = Decimal(0), None, Decimal(0), at
        first = at
        if tokens[at].norm in table.scales:
            if at and tokens[at - 1].norm in table.articles:
                group, first = _ONE, at - 1
            elif (
                tokens[at].norm == "mil"
                or self._strong(at)
                or (
                    tokens[at].norm == "millon"
                    and (
                        (at and tokens[at - 1].norm in ("el", "del", "al"))
                        or any(follows(tokens, at + 1, phrase) for phrase in table.halves)
                    )
                )
            ):
                group = _ONE
            else:
                return None
        last, scale = at, _ONE
        while here < len(tokens):
            norm = tokens[here].norm
            small = table.cardinals.get(norm)
            if small is not None and (group is None or _adds(group, small, table.language)):
                group = small if group is None else group + small
            elif norm in table.scales and (group is not None or total):
                step = table.scales[norm]
                if step == 100 and table.language == "en":
                    if group is None or group >= 100:
                        break
                    group *= 100
                    scale = Decimal(100)
                else:
                    if total and total < step and (high < step):
                        total, group = (total + (group or 0)) * step, None
                    elif high and step >= high:
                        break
                    else:
                        total, group = total + (group or _ONE) * step, None
                    high, scale = step, step
            elif not self._joins(here, group, total):
                break
            else:
                here += 1
                continue
            here += 1
            last = here
            if (
                here < len(tokens)
                and tokens[here].norm in table.ordinals
                and group is not None
                and group in (20, 30, 40, 50, 60, 70, 80, 90)
            ):
                break
            if (
                here + 1 < len(tokens)
                and tokens[here].text == "-"
                and group is not None
                and group % 10 == 0
                and tokens[here + 1].norm in table.ordinals
                and 20 <= group < 100
            ):
                return self._ordinal(here + 1, group)
        if last == at:
            return None
        number = Number(first, last, total + (group or 0), "cardinal", scale=scale)
        if scale > 1 and group is None:
            self._lower_groups(number)
        self._and_half(number)
        return number

    def _strong(self, at: int) -> bool:
        return follows(self.tokens, at + 1, ("-", "strong"))

    def _joins(self, here: int, group: Decimal | None, total: Decimal) -> bool:
        """True where the token at `here` ("-", "and", "y") holds two number words together."""
        tokens, table = self.tokens, self.words
        if here + 1 >= len(tokens):
            return False
        following = table.cardinals.get(tokens[here + 1].norm)
        if tokens[here].text == "-":
            if not glued(tokens, here) or not glued(tokens, here + 1):
                return False
            return (following is not None and _adds(group, following, table.language, hyphen=True)) or (
                tokens[here + 1].norm in table.scales and group is not None
            )
        if tokens[here].norm != table.joiner or following is None:
            return False
        if table.language == "es":
            return group is not None and 30 <= group % 100 <= 90 and group % 10 == 0 and following < 10
        return following < 100 and ((group is not None and group >= 100 and group % 100 == 0) or (group is None and total >= 1000))

    def _fraction(self, at: int) -> Number | None:
        """ "A third", "two-thirds", "tres cuartas partes", "half": or a value where a unit or scale follows, "half a million"."""
        tokens, table = self.tokens, self.words
        norm = tokens[at].norm
        led = self._unit_and_half(at) if norm in ("half", "media", "medio") else None
        if led is not None:
            return led
        if norm in table.cardinals:
            top = table.cardinals[norm]
            here = at + 1 + (self._norm(at + 1) == "-")
            bottom = table.fractions.get(self._norm(here))
            if self._norm(here) in ("decimas", "centesimas", "milesimas"):
                return None
            if bottom is None or not _plural_fits(top, tokens[here].norm, table.language) or top >= bottom or bottom == 2:
                return None
            if here == at + 1 and tokens[here].norm in ("second", "seconds"):
                return None
            if table.language == "es" and top == 1 and bottom != 3 and self._norm(here + 1) not in ("de", "del", "parte"):
                return None
            return self._fraction_value(Number(at, here + 1, top, "fraction", per=bottom))
        bottom = table.fractions.get(norm)
        if bottom is None:
            return None
        if table.language == "es":
            return self._spanish_fraction(at, bottom)
        if (
            self._norm(at + 1) == "-"
            and glued(tokens, at + 1)
            and self._norm(at + 2) in single_units("en")
            and self._norm(at - 1) not in table.articles
            and norm in ("quarter", "half")
        ):
            return self._fraction_value(Number(at, at + 1, _ONE, "fraction", per=bottom))
        if norm == "half" and self._norm(at - 1) == "in" and not (at + 1 < len(tokens) and tokens[at + 1].norm in ("of", "the", "a", "an")):
            return Number(at, at + 1, _HALF, "multiple")  # cut in half
        if norm == "half":
            start = at - 1 if self._norm(at - 1) in table.articles else at
            return self._fraction_value(Number(start, at + 1, _ONE, "fraction", per=bottom))
        if self._norm(at - 1) in table.articles and not norm.endswith("s"):
            return self._fraction_value(Number(at - 1, at + 1, _ONE, "fraction", per=bottom)) if self._is_part(at) else None
        return None

    def _unit_and_half(self, at: int) -> Number | None:
        """ "A day and a half", "hora y media": one of the unit, whose half the unit takes in; a number before it does so itself."""
        tokens, table = self.tokens, self.words
        for phrase in table.halves:
            unit = at - len(phrase)
            if not follows(tokens, unit + 1, phrase) or self._norm(unit) not in single_units(table.language):
                continue
            before = self._norm(unit - 1)
            if table.language == "en":
                return Number(unit - 1, unit, _ONE, "cardinal") if before in table.articles else None
            return None if before in table.cardinals or (unit and tokens[unit - 1].kind == "n") else Number(unit, unit, _ONE, "cardinal")
        return None

    def _is_part(self, at: int) -> bool:
        """ "A third of", "a quarter less", "by a fifth." are parts; "a third man" is the third."""
        if self.tokens[at].norm == "quarter":
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return following is None or following.kind != "w" or following.norm in _PART_CONTEXT

    def _spanish_fraction(self, at: int, bottom: Decimal) -> Number | None:
        tokens, table = self.tokens, self.words
        norm = tokens[at].norm
        if norm == "mitad":
            if self._norm(at - 2) == "a" and self._norm(at - 1) == "la" and self._norm(at + 1) != "de":
                return Number(at - 2, at + 1, _HALF, "multiple")
            return Number(at - 1 if self._norm(at - 1) == "la" else at, at + 1, _ONE, "fraction", per=bottom)
        if norm in ("medio", "media"):
            number = self._fraction_value(Number(at, at + 1, _ONE, "fraction", per=bottom))
            return number if number.kind == "cardinal" else None
        if self._norm(at + 1) in ("parte", "partes"):
            start = at - 1 if self._norm(at - 1) in ("una", "la") else at
            return Number(start, at + 2, _ONE, "fraction", per=bottom)
        if (
            self._norm(at - 1) in ("un", "el")
            and norm in ("tercio", "cuarto", "quinto", "sexto", "septimo", "octavo", "decimo")
            and self._norm(at + 1) in ("de", "del", "más", "mas", "menos", "", ",", ".", ";")
        ):
            if norm != "tercio" and (self._norm(at - 1) == "el" or self._norm(at + 1) not in ("de", "del")):
                return None
            return self._fraction_value(Number(at - 1, at + 1, _ONE, "fraction", per=bottom))
        return None

    def _fraction_value(self, number: Number) -> Number:
        """A fraction before a scale or a unit is a plain number: half a million, a quarter of a percentage point, media hora."""
        tokens, table = self.tokens, self.words
        if table.language == "es" and self._norm(number.last) in ("parte", "partes"):
            number.last += 1
            return number
        for link in (*table.linkers, ("-",), ()):
            if not follows(tokens, number.last, link):
                continue
            after = number.last + len(link)
            norm = self._norm(after)
            scale = table.scales.get(norm)
            if scale is not None and not (table.language == "es" and link and norm.endswith("s")):
                value = number.value * scale / (number.per or _ONE)
                return Number(number.first, after + 1, value, "cardinal", scale=scale)
            if norm in single_units(table.language) and (link or number.per == 2 or table.language == "es" or norm in ("point", "percentage")):
                return Number(number.first, number.last, number.value / (number.per or _ONE), "cardinal", per=None)
        return number


_PART_CONTEXT = frozenset(
    [
        "of",
        "less",
        "more",
        "lower",
        "higher",
        "fewer",
        "larger",
        "smaller",
        "in",
        "on",
        "at",
        "by",
        "to",
        "from",
        "since",
        "over",
        "during",
        "last",
        "this",
        "between",
        "and",
        "or",
        "as",
        "compared",
        "than",
        "is",
        "are",
        "was",
        "were",
        "have",
        "has",
        "had",
        "say",
        "said",
        "do",
        "did",
        "would",
        "will",
        "off",
        "below",
        "above",
        "who",
        "which",
        "that",
        "with",
        "for",
        "after",
        "before",
        "bigger",
        "faster",
        "cheaper",
    ]
)


@cache
def single_units(language: str) -> frozenset[str]:
    """The first words of singular units that a fraction may stand before: "hour", "mile", "point", "hora", "kilo"."""
    data = lexicon.load(f"{language}/units")
    return frozenset(phrase.split()[0] for table in ("units", "points") for phrase in data[table] if not phrase.split()[-1].endswith("s"))


def _plural_fits(top: Decimal, norm: str, language: str) -> bool:
    plural = norm.endswith("s")
    if language == "es" and norm in ("media", "medio", "mitad"):
        return False
    return plural == (top != 1)


def _group(tokens: Sequence[Token], at: int) -> bool:
    """True where token `at` is a group of three digits one plain space behind the digits before it."""
    token = tokens[at]
    whole = token.text.split(",", maxsplit=1)[0].split(".", maxsplit=1)[0]
    return len(whole) == 3 and token.start - tokens[at - 1].end == 1 and (at < 2 or tokens[at - 2].kind != "n" or True)


def _adds(group: Decimal | None, small: Decimal, language: str, *, hyphen: bool = False) -> bool:
    """True where `small` may be said after `group`: twenty + one, two hundred + six, ciento + veinte."""
    if group is None:
        return False
    if group % 100 in (20, 30, 40, 50, 60, 70, 80, 90) and 0 < small < 10:
        return language == "es" or hyphen or True
    return group >= 100 and group % 100 == 0 and 0 < small < 100
