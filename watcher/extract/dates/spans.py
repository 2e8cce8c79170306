"""A time that closes a span of months -> that span: "the three months to March", "the half-year to June 30", "los nueve meses a mayo".

"The fiscal year that ended on September 30" is the twelve months to it.
"""

from __future__ import annotations

from dataclasses import replace

from watcher.extract.dates import Time, calendar
from watcher.extract.dates.expressions import Words, small, words
from watcher.extract.neighbours import follows, norm_at
from watcher.extract.reading import Reading, Token

_YEAR, _QUARTER = 12, 3  # months
_END = 3  # tokens of "the end of"
CLOSING = ("day", "month")  # what may close a span
_ON = ("on", "el", "in", "en")


def spanning(reading: Reading, time: Time) -> Time:
    """The months from the first to the one named, where a day or month closes a span; else the time as it is."""
    tokens, first, lexis = reading.tokens, time.when.first, words(reading.language)
    before = norm_at(tokens, first - 1)
    if (before in _ON or before in lexis.sets["ended_words"]) and (closed := _year_ended(tokens, time, lexis)) is not None:
        return replace(time, edtf=closed, when=replace(time.when, sort="month"))
    if before == "of" and time.when.sort == "month" and follows(tokens, first - _END, ("the", "end")):
        first -= _END
        before = norm_at(tokens, first - 1)
    if before != lexis.raw["up_to"]:
        return time
    if time.edtf is None or not time.edtf[:4].isdigit():
        return time
    months, year, month = _months(tokens, first - 2, lexis), int(time.edtf[:4]), int(time.edtf[5:7] or 0)
    if not months or not month:
        return time
    opened = divmod(year * _YEAR + month - months, _YEAR)
    return replace(time, edtf=f"{opened[0]:04d}-{opened[1] + 1:02d}/{time.edtf[:7]}")


def _closes_month(day: str) -> bool:
    """The last day of a month of a known year."""
    return day[:4].isdigit() and (calendar.next_day(day, 1) or "")[-3:] == "-01"


def _year_ended(tokens: list[Token], time: Time, lexis: Words) -> str | None:
    """ "The fiscal year that ended on September 30": the twelve months that a month, or its last day, closes."""
    edtf, at = time.edtf or "", time.when.first - 1
    at -= norm_at(tokens, at) in _ON
    if norm_at(tokens, at) not in lexis.sets["ended_words"] or not edtf[:4].isdigit():
        return None
    told = [norm_at(tokens, at - step) for step in (1, 2, 3)]
    if lexis.sets["year_words"].isdisjoint(told) or (len(edtf) != len("2026-06") and not _closes_month(edtf)):
        return None
    year, month = int(edtf[:4]), int(edtf[5:7])
    return f"{year - (month < _YEAR):04d}-{month % _YEAR + 1:02d}/{edtf[:7]}"


def _months(tokens: list[Token], at: int, lexis: Words) -> int:
    """How many months the words that end at `at` tell; a whole year is none, for its rate is that of its last month."""
    if norm_at(tokens, at) in lexis.sets["quarter_words"]:
        return _QUARTER
    if [norm_at(tokens, at - step) for step in (2, 1, 0)] == ["half", "-", "year"]:
        return _YEAR // 2
    many = small(tokens, at - 1) or lexis.cardinals.get(norm_at(tokens, at - 1), 0)
    return many if norm_at(tokens, at) in lexis.sets["span_words"] and many < _YEAR else 0
