"""When something was done, told within its verb's phrase: "llegaron [esta madrugada] a un acuerdo", "fue [este martes] puesto en libertad".

In: the tokens of a Spanish reading; out: where such an aside ends or starts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from watcher import lexicon
from watcher.extract.neighbours import cues
from watcher.extract.reading import Token

_OPENS = frozenset(("el", "la", "este", "esta", "los", "estos"))
_LEADS = frozenset(("por", "de", "la", "el", "del", "pasado", "pasada", "mismo", "misma", "ultimo", "ultima"))
_SINCE = frozenset(("desde", "en", "durante"))
_LONG = 6  # tokens of an aside


@cache
def openers() -> frozenset[str]:
    """The words that an aside may start with."""
    return cues("es", "modality", "between") | _OPENS


@cache
def _days() -> frozenset[str]:
    dates = lexicon.load("es/dates")
    return frozenset([*dates["months"], *dates["weekdays"], *lexicon.load("es/modality")["daytimes"]])


def past(tokens: Sequence[Token], at: int) -> int:
    """Where what stands at `at` ends, told when or how by the way; `at` where nothing of the kind starts there."""
    norm = tokens[at].norm
    if norm in cues("es", "modality", "between"):
        return at + 1
    if norm not in _OPENS:
        return at
    days, end = _days(), at
    for index in range(at + 1, min(at + _LONG, len(tokens))):
        token = tokens[index]
        if token.norm in days:
            end = index + 1
        elif token.norm not in _LEADS and not (token.kind == "n" and end == index):
            break
        elif token.kind == "n":
            end = index + 1  # "el martes 4"
    return end


@cache
def closers() -> frozenset[str]:
    """The words that an aside may end with: those of a day, a span, and the "desde" of "desde ayer"."""
    return _days() | cues("es", "modality", "spans") | {"desde"}


def lasts(tokens: Sequence[Token], last: int, first: int) -> int:
    """Where the verb stands that measures the span which ends right before `last`: "lleva [más de] tres años"; `last` where none does."""
    if tokens[last - 1].norm not in cues("es", "modality", "spans"):
        return last
    verbs = cues("es", "modality", "lasting")
    return next((index for index in range(last - 2, max(last - 7, first - 1), -1) if tokens[index].norm in verbs), last)


def starts(tokens: Sequence[Token], last: int, first: int) -> int:
    """Where the day that ends right before `last` starts: "este martes", "desde el pasado martes", "en mayo"; `last` where none does."""
    if last - first < 2:
        return last
    norm = tokens[last - 1].norm
    if norm == "desde":
        return last - 1  # "desde ayer"
    if norm not in _days():
        return last
    for index in range(last - 2, max(last - 4, first - 1), -1):
        norm = tokens[index].norm
        if norm in _SINCE:
            return index
        if norm in _OPENS:
            return index - 1 if index > first and tokens[index - 1].norm in _SINCE else index
        if norm not in _LEADS:
            break
    return last
