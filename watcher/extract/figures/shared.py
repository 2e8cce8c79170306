"""Numbers joined in a list -> the unit or age that one of them names for all: "De 19, 22 y 31 años", "118, 96,5 y 91 por cada 100.000".

In: quantities in order, with the units that stand at them. Out: the same, those of a list filled.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from watcher.extract.figures.quantities import DURATIONS, Quantity
from watcher.extract.reading import Token

_JOINTS = ([",", "and"], ["-", "and"], ["-", "or"])  # "16- and 17-year-olds"
_RATE = 100  # denominators of rates, at least


def back(tokens: Sequence[Token], quantities: list[Quantity], conjunctions: frozenset[str]) -> None:
    """ "De 19, 22 y 31 años", "14 and nine years": the members of a list share the unit its last one names."""
    listed: Quantity | None = None  # the nearest member behind that has the unit
    for quantity, following in zip(reversed(quantities[:-1]), reversed(quantities[1:]), strict=True):
        if not 0 < following.first - quantity.last <= 2:
            listed = None
            continue
        gap = [token.norm for token in tokens[quantity.last : following.first]]
        joined = (len(gap) == 1 and gap[0] in conjunctions) or gap in _JOINTS or (gap == [","] and listed is following)
        bare = quantity.unit is None and quantity.per is None and quantity.number.kind == "cardinal" and quantity.number.scale == 1
        if bare and joined and following.unit == "percent" and quantity.value % 1 and following.value % 1 and quantity.value <= 100:
            quantity.unit, quantity.per = following.unit, following.per  # "52,8, 57,1 y 60,5 %"
            listed = quantity
        elif bare and joined and rated(following) and quantity.value < (following.per or 0):
            quantity.per = following.per  # "118, 96,5 y 91 por cada 100.000"
            listed = quantity
        elif bare and joined and following.unit in DURATIONS and following.value < 1000:
            quantity.unit, quantity.sort = following.unit, following.sort
            listed = quantity
        else:
            listed = None
        if (
            listed is not None
            and listed.unit in DURATIONS
            and listed.first > 1
            and tokens[listed.first - 1].norm == "de"
            and tokens[listed.first - 2].text == ","
        ):
            listed.sort = "age"


def ages(tokens: Sequence[Token], quantities: list[Quantity], conjunctions: frozenset[str]) -> None:
    """What follows an age in a list is an age: "de 4 y 7 años"; a verb ends it: "de 47 años, lleva 12 años en la cámara"."""
    for quantity, following in pairwise(quantities):
        if quantity.sort == "age" and following.unit == quantity.unit and 0 < following.first - quantity.last <= 2:
            between = tokens[quantity.last : following.first]
            if len(between) == 1 or any(token.norm in conjunctions for token in between):
                following.sort = "age"


def rated(quantity: Quantity) -> bool:
    """ "45 de cada 100 y en Dajabón, 29": so many of a round number, with which the next goes on."""
    return quantity.unit is None and quantity.per is not None and quantity.per >= _RATE
