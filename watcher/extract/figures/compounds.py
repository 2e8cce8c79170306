"""Quantities of one kind side by side -> one: "9 years and six months", "5ft 9in", "three dollars and 50 cents"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from watcher.extract.figures.numberwords import words
from watcher.extract.figures.quantities import DURATIONS, Quantity, units
from watcher.extract.neighbours import glued, norm_at
from watcher.extract.reading import Token

_INCHES = ('"', "”", "″")
_ADDABLE = frozenset((*DURATIONS, "ft", "lb", "st"))
_CENTS = ("cents", "centavos")
_LINKS: tuple[list[str], ...] = ([], ["and"], ["y"], [","], ["con"], [",", "and"])

# Each unit in the smallest of its kind, to add up "nine years and six months", "5ft 9in".
_MONTHS = {"year": Decimal(12), "month": Decimal(1)}
_FEET = {"ft": Decimal(12), "in": Decimal(1)}
_WEIGHTS = {"st": Decimal(224), "lb": Decimal(16), "oz": Decimal(1)}
_SECONDS = {"week": Decimal(604800), "day": Decimal(86400), "hour": Decimal(3600), "minute": Decimal(60), "second": Decimal(1)}


def led_by_one(tokens: Sequence[Token], quantity: Quantity, language: str) -> None:
    """ "An hour and 20 minutes", "una hora y 20 minutos": one of the longer unit stands before a duration in words."""
    at = quantity.first - 3
    if at < 0 or quantity.unit is None or quantity.high is not None or tokens[at + 2].norm not in ("and", "y"):
        return
    if tokens[at].norm not in words(language).articles:
        return
    longer = next(
        (unit for phrase, unit, factor in units(language).phrases.get(tokens[at + 1].norm, ()) if len(phrase) == 1 and factor == 1), ""
    )
    for table in (_MONTHS, _SECONDS):
        if longer in table and quantity.unit in table and table[longer] > table[quantity.unit]:
            quantity.value += table[longer] / table[quantity.unit]
            quantity.first, quantity.merged = at, True
            return


def between(tokens: Sequence[Token], left: Quantity, right: Quantity, most: int = 5) -> list[str] | None:
    """The folded words between two quantities, None where they stand too far apart; hyphens that only join are left out."""
    if not 0 <= right.first - left.last <= most:
        return None
    gap = [token.norm for token in tokens[left.last : right.first]]
    if len(gap) > 1 and gap[0] == "-" and glued(tokens, left.last):  # "8- to 10-metre", "1-in-5", "10-to-15-minute"
        return gap[1:-1] if gap[-1] == "-" and len(gap) > 2 else gap[1:]
    return gap


def compound(tokens: Sequence[Token], left: Quantity, right: Quantity, language: str) -> Quantity | None:
    """ "Nine years and six months" is 9.5 years, "2 hours 20 minutes" 140 minutes, "5ft 9in" 5.75 ft, "6-foot-4" 76 inches."""
    if left.unit not in _ADDABLE and not (left.named_unit and right.named_unit) and tokens[left.last].norm != "'":
        return None
    gap = between(tokens, left, right)
    if gap is None:
        return None
    if gap == ["'"] and language == "en" and right.last < len(tokens) and tokens[right.last].text in _INCHES:  # 5'11"
        left.unit, right.unit, right.last = left.unit or "ft", right.unit or "in", right.last + 1
        gap = []
    if _sum_of_money(tokens, left, right, gap):
        left.value, left.last, left.merged = left.value + right.value, right.last, True
        return left
    if left.unit not in _ADDABLE or left.high is not None or (left.value % 1 and not left.merged):
        return None
    if not gap and left.unit == "ft" and right.unit is None and right.value < 12 and norm_at(tokens, right.last) == "in":  # 12 ft 2 in
        right.unit, right.last = "in", right.last + 1
    elif gap == ["-"] and left.unit == "ft" and right.unit is None and right.value < 12 and glued(tokens, right.first):
        right.unit = "in"
    elif gap not in _LINKS or (gap == [","] and left.unit not in DURATIONS):
        return None
    for table in (_MONTHS, _SECONDS, _FEET, _WEIGHTS):
        if left.unit in table and right.unit in table and table[left.unit] > table[right.unit]:
            total = left.value * table[left.unit] + right.value * table[right.unit]
            exact = total / table[left.unit]
            short = (exact * 100) == (exact * 100).to_integral_value()
            left.value, left.unit = (exact, left.unit) if short else (total / table[right.unit], right.unit)
            left.last, left.merged = right.last, True
            return left
    return None


def _sum_of_money(tokens: Sequence[Token], left: Quantity, right: Quantity, gap: list[str]) -> bool:
    """ "Three dollars and 50 cents", "cinco euros con veinte céntimos": a whole amount and its hundredths, both in words."""
    if gap not in _LINKS or gap[:1] == [","] or left.symbol or right.symbol or not (left.named_unit and right.named_unit):
        return False
    if left.value != left.number.value or left.value % 1 or right.value * 100 != right.number.value or not 0 < right.value < 1:
        return False
    own = left.unit == right.unit or tokens[right.last - 1].norm in _CENTS
    return own and len(left.unit or "") == 3 and (left.unit or "").isupper() and norm_at(tokens, left.first - 1) not in ("between", "entre")
