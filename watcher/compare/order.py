"""Two EDTF times -> which came first, as far as they tell. An interval that overlaps another leaves it open."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Order = Literal["before", "after", "same", "unknown"]
_PART = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


class Bounds(NamedTuple):
    """The first and the last day a time may mean."""

    first: date
    last: date


@lru_cache(maxsize=20_000)
def bounds(edtf: str | None) -> Bounds | None:
    """The days an EDTF string covers; null where it is open (`XXXX-12-14`), unknown or no date."""
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    first = _part(start) if start not in ("", "..") else Bounds(date.min, date.min)
    last = _part(end) if slash and end not in ("", "..") else Bounds(date.max, date.max) if slash else first
    if first is None or last is None or (not slash and start in ("", "..")):
        return None
    return Bounds(first.first, last.last)


def _part(text: str) -> Bounds | None:
    match = _PART.match(text)
    if match is None:
        return None
    year, month, day = int(match["year"]), int(match["month"] or 0), int(match["day"] or 0)
    try:
        if day:
            return Bounds(date(year, month, day), date(year, month, day))
        if month:
            return Bounds(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return Bounds(date(year, 1, 1), date(year, 12, 31))
    except (ValueError, calendar.IllegalMonthError):
        return None


def order(one: str | None, other: str | None) -> Order:
    """How `one` stands to `other`: "same" only where both name one and the same day."""
    left, right = bounds(one), bounds(other)
    if left is None or right is None:
        return "unknown"
    if left.last < right.first:
        return "before"
    if left.first > right.last:
        return "after"
    return "same" if left == right and left.first == left.last else "unknown"
