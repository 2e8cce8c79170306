"""The times of a section -> whether the time behind a figure is what it is set against: "12% below 2019", "un 3% más que un año antes"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from watcher.extract.dates.expressions import When
from watcher.extract.reading import Reading

if TYPE_CHECKING:
    from watcher.extract.dates.periods import Times

_CLOSING = frozenset(';:,“”«»"')
_BRACKET = 18  # tokens from a bracket to the time in it
_PERIODS = ("year", "month", "quarter", "half")


def compared(times: Times, last: int, at: int) -> bool:
    """For the figure that ends before token `last`, by the next time or anchor, which stands at token `at`."""
    if times.other(last, at):
        return False
    gap, sets = [token.norm for token in times.reading.tokens[last:at]], times.lexis.sets
    if not _CLOSING.isdisjoint(gap):
        return False
    if not sets["opposed"].isdisjoint(gap):
        return True
    if times.reading.tokens[last - 1].norm not in sets["shares"]:
        return False
    if not sets["exceeding"].isdisjoint(gap[:2]) or (gap[-1:] in (["in"], ["en"]) and not sets["alike"].isdisjoint(gap[-2:-1])):
        return True
    time = bisect_left(times.firsts, at)
    if time < len(times.firsts) and times.firsts[time] == at:
        near = gap[-1:] if times.found[time].when.sort in _PERIODS else []
    else:
        anchor = times.anchors[bisect_left(times.anchored, at)]
        near = gap[-2:] if anchor.unit != "date" else []  # "on the same date last year"
    return not sets["measured_from"].isdisjoint(near)


def enclosed(times: Times, when: When, first: int) -> bool:
    """ "29 killings (against 31 in 2024), then Honduras, with 18": a time that dates another figure in a bracket closed before this."""
    tokens = times.reading.tokens
    bracket = next((token.text for token in tokens[when.last : first] if token.text in "()"), "")
    if bracket != ")":
        return False
    opened = next((at for at in range(when.first - 1, max(0, when.first - _BRACKET), -1) if tokens[at].text == "("), None)
    return opened is not None and times.other(opened, when.first)


def against(reading: Reading, when: When) -> bool:
    """ "A fifth more than in 2024, which makes 12": a time that something is set against."""
    return reading.tokens[when.first - 2].norm in ("than", "que") and reading.tokens[when.first - 1].norm in ("in", "en")
