"""Two values -> are they the same fact, and if not, how far apart?

The same value in other words is the same: "half" and 50%, 1,500 m and 1.5 km, a day named and its month are told apart here.
"""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from watcher import lexicon
from watcher.compare.prose import normal
from watcher.model import EventDate, Figure, Quote, Status, Value, Words

_CONVERSION = Context(prec=12)  # significant digits that a conversion of units keeps

_ROUNDING = Decimal("0.04")  # how far off a round number in another unit may be: 50 km for 30 miles
_LOOSE = frozenset(("exact", "about"))


class Measure(NamedTuple):
    """A figure in its family's base unit, so that equal amounts are equal."""

    family: str
    low: Decimal
    high: Decimal | None
    per: Decimal | None


class Delta(NamedTuple):
    """How far a figure moved: in its own unit, and relative to where it was (null from zero)."""

    absolute: Decimal
    relative: Decimal | None


@lru_cache(maxsize=1)
def _families() -> dict[str, tuple[str, Decimal | None]]:
    table = lexicon.load("compare")["families"]
    return {unit: (family, Decimal(factor) if factor else None) for family, units in table.items() for unit, factor in units.items()}


@lru_cache(maxsize=1)
def _related() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in lexicon.load("compare")["related"]["pairs"])


def family(unit: str) -> str:
    """What a unit measures: "time", "money", "share" ...; a unit of no family is one of its own."""
    if unit in _families():
        return _families()[unit][0]
    return "money" if len(unit) == 3 and unit.isascii() and unit.isupper() else unit  # ISO 4217


def unit_nearness(left: Figure, right: Figure) -> float:
    """1 for the same unit, down to 0 for units that measure different things."""
    if left.unit == right.unit:
        return 1.0 if (left.per is None) == (right.per is None) else 0.7 if left.number == right.number else 0.0
    one, other = family(left.unit), family(right.unit)
    if one == other:
        return 0.7
    return 0.4 if frozenset((one, other)) in _related() else 0.0


@lru_cache(maxsize=20_000)
def measure(figure: Figure) -> Measure:
    """The figure's amount, apart from its modifier."""
    low, high, per = figure.number, figure.high, figure.per
    name, factor = _families().get(figure.unit, (figure.unit, None))
    if figure.unit == "count" and per is not None and 0 < per <= 10 and high is None:
        share = _CONVERSION.multiply(_CONVERSION.divide(low, per), Decimal(100))  # half is 50%, one in five 20%
        name, low, per, factor = "share", share, None, Decimal(1)
    elif factor is None:
        name = figure.unit  # no conversion: the unit is its own family
    return Measure(name, _scaled(low, factor), None if high is None else _scaled(high, factor), per)


def _scaled(number: Decimal, factor: Decimal | None) -> Decimal:
    return number if factor is None else _CONVERSION.multiply(number, factor)


def same_amount(left: Figure, right: Figure) -> bool:
    """True where both state the same amount, whatever the words, the unit and the hedge."""
    if left.unit == right.unit and left.per == right.per and left.high == right.high:
        return left.number == right.number  # what most are, and sooner told
    return measure(left) == measure(right) or converted(left, right)


def converted(left: Figure, right: Figure) -> bool:
    """True where one amount is the other in the units of another country, as near as it is told: 45 km and 28 miles, 20 °C and 68 °F."""
    systems = lexicon.load("compare")["systems"]["imperial"]
    if (left.unit in systems) == (right.unit in systems) or left.per != right.per or (left.high is None) != (right.high is None):
        return False
    if family(left.unit) != family(right.unit):
        return False
    highs = left.high is None or right.high is None or _rounds(left.high, left.unit, right.high, right.unit)
    return highs and _rounds(left.number, left.unit, right.number, right.unit)


def _rounds(left: Decimal, unit: str, right: Decimal, other: str) -> bool:
    return _rounded(left, unit, right, other) or _rounded(right, other, left, unit)


def _rounded(number: Decimal, unit: str, told: Decimal, other: str) -> bool:
    """Whether `number` is `told` in the other unit, as exactly as that is told and no farther off than a newsroom rounds."""
    if family(unit) == "temperature":
        amount = (number - 32) * 5 / 9 if unit == "°F" else number * 9 / 5 + 32
    else:
        one, another = _families()[unit][1], _families()[other][1]
        if one is None or another is None:
            return False
        amount = _CONVERSION.divide(_CONVERSION.multiply(number, one), another)
    step = Decimal((0, (1,), int(told.normalize().as_tuple().exponent)))  # 100 is told to the hundred, 4.5 to the tenth
    off = abs(amount - told)
    return off <= step / 2 and (off <= abs(told) * _ROUNDING or (unit[:1] == "°" and step <= 1))


def same_value(left: Value | Words, right: Value | Words) -> bool:
    """True where both sides state the same, whatever the words."""
    if isinstance(left, Figure) and isinstance(right, Figure):
        return (left.modifier == right.modifier and same_amount(left, right)) or (
            {left.modifier, right.modifier} <= _LOOSE and converted(left, right)
        )
    if isinstance(left, Status) and isinstance(right, Status):
        return (left.lifecycle, left.stage) == (right.lifecycle, right.stage)
    if isinstance(left, EventDate) and isinstance(right, EventDate):
        return same_date(left.edtf, right.edtf)
    if isinstance(left, Quote | Words) and isinstance(right, Quote | Words):
        return _bare(left.text) == _bare(right.text)
    return False


def same_date(left: str, right: str) -> bool:
    """True where the dates are equal, or one leaves open what the other says (XXXX-12-14 and 2025-12-14)."""
    return left == right or (len(left) == len(right) and all(a == b or "X" in (a, b) for a, b in zip(left, right, strict=True)))


def delta(before: Figure, after: Figure) -> Delta | None:
    """How far a figure moved; null where the two are not in the same unit, or ranges."""
    if before.unit != after.unit or before.per != after.per or before.high is not None or after.high is not None:
        return None
    absolute = after.number - before.number
    return Delta(absolute, absolute / abs(before.number) if before.number else None)


def _bare(text: str) -> str:
    return normal(text).strip("\"'.,;: ")
