"""Quantities in order -> quantities joined: compounds, ranges, ratios and rates; two figures where something moved.

Each joiner looks at neighbours only and returns the joined quantity, or None.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from watcher.extract.figures.compounds import between, compound, led_by_one
from watcher.extract.figures.numberwords import words
from watcher.extract.figures.quantities import DURATIONS, Quantity, units
from watcher.extract.figures.ratios import NAMED, ratio, turned
from watcher.extract.neighbours import glued, norm_at, word_lists
from watcher.extract.reading import Token

_DASHES = ("-", "–", "—")
_SPLIT = (*_DASHES, "/")
_PRICE = 9  # times a small move in price that the price is
_HALF = Decimal("0.5")
_ARTICLES = frozenset(("the", "el", "la", "los", "las", "un", "una", "a"))
_AMOUNTS = ("cardinal", "fraction")
_DEGREES = ("°C", "°F")
_SPEEDS = ("mph", "km/h")


def join(tokens: Sequence[Token], quantities: list[Quantity], language: str) -> list[Quantity]:
    """The quantities with neighbours joined; each joiner runs once over those that stand near each other."""
    joined: list[Quantity] = []
    near: list[Quantity] = []
    for quantity in quantities:
        if near and quantity.first - near[-1].last > NAMED:
            joined += _join(tokens, near, language) if len(near) > 1 else near
            near = []
        near.append(quantity)
    joined += _join(tokens, near, language)
    for quantity in joined:
        if quantity.unit in DURATIONS:
            led_by_one(tokens, quantity, language)
    return joined


def _join(tokens: Sequence[Token], quantities: list[Quantity], language: str) -> list[Quantity]:
    for joiner in (compound, spread, ratio, turned):
        if len(quantities) < 2:
            break
        joined = quantities[:1]
        for quantity in quantities[1:]:
            whole = joiner(tokens, joined[-1], quantity, language)
            if whole is None:
                joined.append(quantity)
            else:
                joined[-1] = whole
        quantities = joined
    return quantities


def spread(tokens: Sequence[Token], left: Quantity, right: Quantity, language: str) -> Quantity | None:
    """ "Between 10 and 15 km", "$40 million to $55 million", "30-40%": one range."""
    if tokens[left.last].norm not in _joints(language) and right.unit not in _DEGREES:
        return None
    gap = between(tokens, left, right)
    if not gap or left.high is not None or right.high is not None:
        return None
    if left.number.kind not in _AMOUNTS or right.number.kind not in _AMOUNTS:
        return None
    linked = (
        [word for word in gap if word not in _ARTICLES or (word == "a" and language == "es")] if len(gap) > 1 or gap[0] in _DASHES else gap
    )
    _below_zero(tokens, left, right, language)
    if len(linked) != 1:
        return None
    opener = tokens[left.first - 1].norm if left.first else ""
    if opener in _ARTICLES and left.first > 1:
        opener = tokens[left.first - 2].norm
    if opener in _SPLIT and glued(tokens, left.first) and left.first > 1 and tokens[left.first - 2].kind == "n":
        return None  # "from 97% in 2019-20 to 94%": what ends a year opens no range
    cues = word_lists(language, "ranges")
    link = linked[0]
    if link in cues["and"]:
        fits = opener in cues["between"] or (
            left.first > 3 and tokens[left.first - 2].norm in ("ages", "edades") and _opened(tokens, left.first - 3, cues["between"])
        )
    elif link in _DASHES and opener in _DASHES and not glued(tokens, left.first):
        fits = False  # "Aldermoor – £1,905 – +4.4% – 51%": columns
    elif link in _DASHES:
        fits = _dash(tokens, left, right, cues) or opener in cues["range"]
    elif link in cues["to"]:
        fits = (
            opener in cues["between"]
            or (
                (len(gap) == 1 or gap[1:] == ["un"])
                and not _moved(tokens, left, right, opener, language)
                and not _priced(left, right, opener, cues)
            )
            or (opener in cues["between"])
        )
    elif link in cues["or"]:
        fits = _near(left, right) and not (left.named_unit and right.named_unit and left.unit != right.unit)
    else:
        fits = False
    if not fits or not _same_unit(left, right):
        if link in cues["to"] and left.symbol and left.number.scale == 1 and _one_size(left, right):
            left.value, left.number.scale = left.value * right.number.scale, right.number.scale
        return None
    _scale(left, right)
    if not left.value < right.value:
        return None
    unit = left.unit if left.unit is not None and (left.unit != "USD" or right.unit is None or not right.named_unit) else right.unit
    return Quantity(
        left.number, left.first, right.last, left.value, unit, high=right.value, per=right.per or left.per,
        named_unit=left.named_unit or right.named_unit, merged=True, symbol=left.symbol or right.symbol,
    )  # fmt: skip


@cache
def _joints(language: str) -> frozenset[str]:
    """The words right behind the first end of a range."""
    cues = word_lists(language, "ranges")
    return _ARTICLES.union(_DASHES, cues["and"], cues["to"], cues["or"])


def _below_zero(tokens: Sequence[Token], left: Quantity, right: Quantity, language: str) -> None:
    """ "Entre menos diez y quince grados": the sign in words of an end whose unit is said behind the other."""
    if left.unit is None and right.unit in _DEGREES and left.value > 0 and norm_at(tokens, left.first - 1) in units(language).minus:
        left.value, left.first = -left.value, left.first - 1


def _priced(left: Quantity, right: Quantity, opener: str, cues: dict[str, frozenset[str]]) -> bool:
    """ "Added 15 sen to RM2.70", "up 4 cents to 91 cents": by how much a price moved, and to what."""
    money = left.unit is not None and left.unit == right.unit and len(left.unit) == 3 and left.unit.isupper()
    return money and opener not in cues["from"] and left.named_unit and not left.symbol and right.value > _PRICE * left.value


def _opened(tokens: Sequence[Token], at: int, openers: frozenset[str]) -> bool:
    """ "Between the ages of 5 and 11": the opener stands before the noun."""
    return tokens[at].norm in openers or tokens[at - 1].norm in openers


def _dash(tokens: Sequence[Token], left: Quantity, right: Quantity, cues: dict[str, frozenset[str]]) -> bool:
    """ "40-55 people", "30 - 70%" but not a score, an aside or a telephone."""
    if right.unit is not None or left.unit is not None:
        return True
    if not glued(tokens, left.last) or not glued(tokens, right.first):
        return False
    if left.value % 1 and right.value % 1 and left.value % 1 != _HALF:  # no game is won 3.5–4.2
        return True
    following = tokens[right.last] if right.last < len(tokens) else None
    if left.first and tokens[left.first - 1].text == ":" and left.value >= 10:
        return True
    if following is None or following.text == "-":
        return following is not None
    counted = following.kind == "w" and following.text[0].islower() and (following.norm.endswith("s") or following.norm in cues["counted"])
    return counted and following.norm not in cues["scores"]


def _near(left: Quantity, right: Quantity) -> bool:
    """ "Two or three": numbers in words that follow each other, or digits of one size."""
    return (
        left.unit is None
        and left.number.scale == 1
        and right.value <= 2 * left.value + 1
        and not (left.number.digits and left.value > 1000)
    )


def _same_unit(left: Quantity, right: Quantity) -> bool:
    if left.per is not None and right.per is not None and left.per != right.per:
        return False
    if left.per is not None and left.unit is None and right.unit is not None:
        return False  # by a third to Sh98 a kilo
    if left.unit is None or right.unit is None:
        if left.unit is not None and not left.symbol and left.unit not in ("USD", "EUR", "GBP") and right.unit is None:
            return False
        return not (left.unit == "percent" and right.unit is None)
    if left.unit == right.unit:
        return True
    return left.symbol and right.named_unit and len(left.unit) == len(right.unit) == 3 and left.unit.isupper() and right.unit.isupper()


def _scale(left: Quantity, right: Quantity) -> None:
    """ "40 to 55 million": the scale of the second is that of the first."""
    if left.number.scale == 1 and right.number.scale > 1 and left.value * right.number.scale < right.value:
        left.value, left.number.scale = left.value * right.number.scale, right.number.scale


def _one_size(left: Quantity, right: Quantity) -> bool:
    """ "Rose from $10 to $15 billion": amounts of one size, the scale said once."""
    mantissa = right.value / right.number.scale
    return right.number.scale >= 1_000_000 and left.unit == right.unit and mantissa < 10 * left.value and left.value < 10 * mantissa


def _moved(tokens: Sequence[Token], left: Quantity, right: Quantity, opener: str, language: str) -> bool:
    """True where "from 12 to 15" tells of a change: it falls, both ends have their own sign, or a verb of change leads."""
    cues = word_lists(language, "ranges")
    scale = right.number.scale if left.number.scale == 1 and left.value < 1000 else 1
    led = next((token.norm for token in reversed(tokens[max(0, left.first - 3) : left.first]) if token.norm in cues["range"]), None)
    if led and left.symbol and right.symbol and left.value < right.value:  # ranging from $200 to $4 million
        return False
    if right.value <= left.value * scale:  # de 58 a 38 millones
        return True
    if left.value == 0 and right.unit in _SPEEDS:  # 0 to 60 mph in four seconds
        return False
    if scale > 1 and left.symbol and opener not in cues["from"]:  # down from the US$89 to $93 billion forecast
        return False
    start, multiples = max(0, left.first - 9), words(language).multiples
    if language == "es" and opener == "de" and tokens[left.first - 1].norm == "un":
        return False
    for token in reversed(tokens[start : left.first]):
        if token.text in (".", ";", "!", "?", "\u2022"):
            break
        if token.norm in cues["range"]:
            return False
        if token.norm in cues["moves"] or token.norm in multiples:
            by_much = opener in cues["moves"] or opener == "by"
            if by_much and left.unit is None and right.unit is not None and right.value <= 2 * left.value:
                return False  # "risen 12 to 15 percent"
            return (
                opener in cues["from"]
                or left.unit is not None
                or tokens[left.first - 1].norm in cues["moves"]
                or tokens[left.first - 1].norm == "by"
            )
    if opener in cues["from"]:
        if language == "es":
            return opener == "del" or (left.symbol and right.symbol)
        lead = tokens[left.first - 2].text if left.first > 1 else ""
        if left.symbol and right.symbol and _several(lead):  # fines from $250 to $900, "salaries from"
            return False
        return (left.symbol and right.symbol) or lead in (",", "(", "—", "–")
    return False


def _several(word: str) -> bool:
    """What has a price each, as written: "homes", "fines", "prices"."""
    return word.isalpha() and word.endswith("s") and not word.endswith("ss") and len(word) > 3
