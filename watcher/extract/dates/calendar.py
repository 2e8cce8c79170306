"""Partial dates and the published date -> EDTF: arithmetic only, no words.

A partial date is (year, month, day), each part None where it is not told; an unknown year is `XXXX`.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

Tense = Literal["past", "coming"] | None
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NEAR, _FAR = 45, 300  # days: what a tense without a year cannot mean, and what it then means


class Partial(NamedTuple):
    """A date as far as it is told."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return year if self.day is None else f"{year}-{self.day:02d}"
        return f"{year}-{self.month:02d}" if self.day is None else f"{year}-{self.month:02d}-{self.day:02d}"

    def exists(self) -> bool:
        """True for a day that the calendar has (29 February where the year is unknown)."""
        if self.month is None or self.day is None:
            return self.month is None or 1 <= self.month <= 12
        return 1 <= self.month <= 12 and 1 <= self.day <= _days(self.year or 2024, self.month)


@lru_cache(maxsize=2048)
def _days(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


class Reference(NamedTuple):
    """What relative times count from: the days a document may have been published on."""

    earliest: date
    latest: date

    @property
    def middle(self) -> date:
        return self.earliest + (self.latest - self.earliest) // 2


@lru_cache(maxsize=2048)
def reference(published: str | None) -> Reference | None:
    """The days an EDTF date or interval covers; None where its year is unknown or it is no date."""
    if not published:
        return None
    ends = [_span(part) for part in published.split("/")[:2]]
    known = [end for end in ends if end]
    if not known:
        return None
    return Reference(min(start for start, _ in known), max(end for _, end in known))


def _span(text: str) -> tuple[date, date] | None:
    match = _DAY.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        start = date(year or 1, month or 1, day or 1)
        last = _days(start.year, month or 12)
        return start, date(start.year, month or 12, day or last)
    except ValueError:
        return None


def dated(partial: Partial, tense: Tense, today: Reference | None, weekday: int | None = None) -> Partial:
    """`partial` with its year: the nearest to the published date that agrees with its tense and its weekday."""
    if partial.year is not None or partial.month is None or today is None:
        return partial
    if whole_year(today):
        own = partial._replace(year=today.latest.year)  # a year is all that is known
        if weekday is None or partial.day is None or not own.exists() or _weekday(own) == weekday:
            return own
    base = today.latest if tense == "past" else today.earliest if tense == "coming" else today.middle
    nearest = best = None  # of all, and of those that agree with the tense, each with its distance
    for year in range(base.year - 7 if weekday is not None else base.year - 1, base.year + 8 if weekday is not None else base.year + 2):
        choice = Partial(year, partial.month, partial.day)
        if choice.exists() and (weekday is None or partial.day is None or _weekday(choice) == weekday):
            gap = _distance(choice, base)
            if nearest is None or abs(gap) < abs(nearest[1]):
                nearest = choice, gap
            agrees = tense is None or (gap <= 0 if tense == "past" else gap >= 0)
            if agrees and (best is None or abs(gap) < abs(best[1])):
                best = choice, gap
    if nearest is None:
        return dated(partial, tense, today) if weekday is not None else partial
    best = best or nearest
    return nearest[0] if abs(best[1]) > _FAR and abs(nearest[1]) < _NEAR else best[0]


def whole_year(day: Reference) -> bool:
    """True where no more than a year is known of a day."""
    return (day.earliest.month, day.earliest.day, day.latest.month, day.latest.day) == (1, 1, 12, 31)


def _weekday(partial: Partial) -> int:
    return date(partial.year or 1, partial.month or 1, partial.day or 1).weekday()


def _distance(partial: Partial, base: date) -> int:
    """Days from `base` to the date; a month that holds `base` is at no distance."""
    year, month = partial.year or 1, partial.month or 1
    if partial.day is None:
        if (year, month) == (base.year, base.month):
            return 0
        start = date(year, month, 1)
        return (start - base).days if start > base else (date(year, month, _days(year, month)) - base).days
    return (date(year, month, partial.day) - base).days


def weekday_of_month(month: Partial, weekday: int, place: int) -> Partial | None:
    """The first, second, ... or (-1) last day of that weekday in a month; None where it has none, or the year is unknown."""
    if month.year is None or month.month is None:
        return None
    first, length = calendar.monthrange(month.year, month.month)
    days = range(1 + (weekday - first) % 7, length + 1, 7)
    at = place - 1 if place > 0 else len(days) + place
    return month._replace(day=days[at]) if at < len(days) else None


def weekday_near(weekday: int, tense: Tense, today: Reference | None) -> Partial | None:
    """The day of that weekday: the coming one, the last one (today counts), or the nearest; None without a published day."""
    if today is None or today.earliest != today.latest:
        return None
    base = today.latest
    back = (base.weekday() - weekday) % 7
    ahead = (weekday - base.weekday()) % 7
    day = base + timedelta(days=(ahead or 7) if tense == "coming" else -back)
    return Partial(day.year, day.month, day.day)


def weekday_of_week(weekday: int, weeks: int, today: Reference | None) -> Partial | None:
    """That day of the week which is so many weeks from the published one's; None without a published day."""
    base = today.latest if today and today.earliest == today.latest else None
    return shifted(weekday - base.weekday() + 7 * weeks, today) if base else None


def day_near(day: int, tense: Tense, today: Reference | None) -> Partial | None:
    """The day of that number nearest to the published date that agrees with the tense, in its month or one beside it."""
    if today is None or not 1 < today.latest.year < date.max.year:
        return None
    base = today.latest
    months = [base.year * 12 + base.month - 1 + step for step in (-1, 0, 1)]
    days = [Partial(month // 12, month % 12 + 1, day) for month in months]
    gaps = [(_distance(one, base), one) for one in days if one.exists()]
    fits = [(gap, one) for gap, one in gaps if tense is None or (gap <= 0 if tense == "past" else gap >= 0)]
    return min(fits or gaps, key=lambda pair: abs(pair[0]))[1]


def weekday_numbered(weekday: int, day: int, tense: Tense, today: Reference | None) -> Partial | None:
    """The nearest day of that weekday with that number in its month: "el domingo 9"; None without a published day."""
    if today is None or today.earliest != today.latest:
        return None
    base = today.latest
    span = range(190) if tense == "coming" else range(0, -190, -1) if tense == "past" else sorted(range(-100, 101), key=abs)
    found = (base + timedelta(days=step) for step in span)
    match = next((one for one in found if one.day == day and one.weekday() == weekday), None)
    return Partial(match.year, match.month, match.day) if match else None


def shifted(days: int, today: Reference | None) -> Partial | None:
    """The day that many days after the published day."""
    if today is None or today.earliest != today.latest:
        return None
    day = today.latest + timedelta(days=days)
    return Partial(day.year, day.month, day.day)


def month_shifted(months: int, today: Reference | None) -> Partial | None:
    """The month that many months after the published one."""
    if today is None or (today.earliest.year, today.earliest.month) != (today.latest.year, today.latest.month):
        return None
    index = today.latest.year * 12 + today.latest.month - 1 + months
    return Partial(index // 12, index % 12 + 1)


def next_day(edtf: str, days: int) -> str | None:
    """An EDTF day moved by `days`, its year known or not; None for anything but a day."""
    year, *rest = edtf.split("-")
    if len(rest) != 2:
        return None
    try:
        day = date(2025 if year == "XXXX" else int(year), int(rest[0]), int(rest[1])) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    return f"XXXX-{day:%m-%d}" if year == "XXXX" else day.isoformat()
