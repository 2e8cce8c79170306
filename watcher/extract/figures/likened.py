"""A bare number that is likened to one before -> whether it takes that one's unit: "€1,200, compared with 900", "más que los 1.173 de".

In: tokens and the quantities; out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from watcher.extract.figures.money import is_money
from watcher.extract.figures.quantities import DURATIONS, Quantity
from watcher.extract.neighbours import norm_at, word_lists
from watcher.extract.reading import Reading, Token

_OF = frozenset(("de", "del", "que", ".", ",", ""))
_RATE = 100  # denominators of rates, at least
_STOPS = frozenset((".", ";", ""))
_NAME = 6  # tokens from a conjunction to the comma behind a name
_AGO = 3  # tokens of "two years ago"


def converted(tokens: Sequence[Token], before: Quantity, quantity: Quantity) -> bool:
    """ "92,000 naira ($60), against 30,000": right behind a sum the same in another currency, with which no bare number goes on."""
    if norm_at(tokens, before.last) != "(" or norm_at(tokens, quantity.last) != ")":
        return False
    return is_money(quantity) and is_money(before) and before.unit != quantity.unit


def than(reading: Reading, money: Quantity, quantity: Quantity) -> bool:
    """ "1.314 millones de euros, un 12% más que los 1.173 de 2024": a number held against a sum of its sentence."""
    tokens, first = reading.tokens, quantity.first
    such = norm_at(tokens, first - 2) == "que" and norm_at(tokens, first - 1) in ("los", "las")
    if not such or norm_at(tokens, quantity.last) not in _OF:
        return False
    near = reading.sentence_of[money.first] == reading.sentence_of[first] and money.number.scale > 1
    return near and norm_at(tokens, first - 3) in word_lists(reading.language, "elision")["compared"]


def of_a_size(one: Quantity | None, other: Quantity) -> bool:
    """Whether the one is a share or a sum of money, both are written with the same scale, and neither is ten times the other."""
    if one is None or not (one.unit == "percent" or is_money(one)):
        return False
    return one.number.scale == other.number.scale and one.value < 10 * other.value and other.value < 10 * one.value


def long_ago(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "92,000 naira, against 30,000 two years ago": what stands behind the number is when, and nothing that it counts."""
    past = tokens[quantity.last : quantity.last + _AGO]
    return len(past) == _AGO and past[-1].norm in ("ago", "earlier")


def set_beside(reading: Reading, before: Quantity | None, quantity: Quantity) -> bool:
    """ "Cadavid suma 33 por ciento y Upegui, 28.": a number that ends its sentence behind a name and a comma that stand for the verb told
    before, and so no age."""
    tokens, comma = reading.tokens, quantity.first - 1
    if before is None or before.sort == "age" or before.unit in DURATIONS or norm_at(tokens, comma) != ",":
        return False
    if reading.sentence_of[before.first] != reading.sentence_of[quantity.first] or norm_at(tokens, quantity.last) not in _STOPS:
        return False
    joints = [
        at for at in reading.between(word_lists(reading.language, "elision")["separators"], before.last, comma) if comma - at <= _NAME
    ]
    named = [joint for joint in joints if tokens[joint].text != "," and tokens[joint + 1].capital and joint + 1 < comma]
    return bool(named) and not any(tokens[at].kind == "p" for at in range(named[0] + 1, comma))


def share_ends(reading: Reading, quantities: Sequence[Quantity]) -> None:
    """ "From 6.8 to 6.0 per 100,000", "de 40 a 55 millones" where the money was told before: the first end is told as the second is."""
    cues = word_lists(reading.language, "elision")
    for first, last in pairwise(quantities):
        if last.first - first.last != 1 or first.unit is not None or first.per is not None or first.number.scale != 1:
            continue
        tokens = reading.tokens
        if tokens[first.last].norm not in cues["to"] or norm_at(tokens, first.first - 1) not in cues["from"]:
            continue
        if last.per is not None and last.per >= _RATE:
            first.per = last.per
        elif is_money(last) and last.number.scale > 1 and first.value < last.number.scale:
            first.value, first.unit, first.number.scale = first.value * last.number.scale, last.unit, last.number.scale
