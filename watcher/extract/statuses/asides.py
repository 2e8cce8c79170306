"""When something was done, told within its verb's phrase: "llegaron [esta madrugada] a un acuerdo", "fue [este martes] puesto en libertad".

In: the tokens of a Spanish reading; out: where such an aside ends or starts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from watcher import lexicon
from watcher.extract.reading import Token

_OPENS = frozenset(("el", "la", "este", "esta", "los", "estos"))
_LEADS = frozenset(("por", "de", "la", "el", "del", "pasado", "pasada", "mismo", "misma", "ultimo", "ultima"))
_LONG = 6  # tokens of an aside


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(lexicon.load("es/modality")["between"])


@cache
def openers() -> frozenset[str]:
    """The words that an aside may start with."""
    return _adverbs() | _OPENS


@cache
def _days() -> frozenset[str]:
    dates = lexicon.load("es/dates")
    return frozenset([*dates["months"], *dates["weekdays"], *lexicon.load("es/modality")["daytimes"]])


def past(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Where what stands at `at` ends, told when or how by the way; `at` where nothing of the kind starts there."""
    norm = tokens[at].norm
    if norm in _adverbs():
        return at + 1
    if norm not in _OPENS:
        return at
    days, end = _days(), at
    for index in range(at + 1, min(at + _LONG, stop)):
        token = tokens[index]
        if token.norm in days:
            end = index + 1
        elif token.norm not in _LEADS and not (token.kind == "n" and end == index):
            break
        elif token.kind == "n":
            end = index + 1  # "el martes 4"
    return end


def starts(tokens: Sequence[Token], last: int, first: int) -> int:
    """Where the day that ends right before `last` starts: "este martes", "el pasado martes"; `last` where none does."""
    if last - first < 2 or tokens[last - 1].norm not in _days():
        return last
    for index in range(last - 2, max(last - 4, first - 1), -1):
        if tokens[index].norm in _OPENS:
            return index
        if tokens[index].norm not in _LEADS:
            break
    return last
