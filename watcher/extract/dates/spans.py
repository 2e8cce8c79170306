"""A time that closes a span of months -> that span: "the three months to March", "the half-year to June 30", "los nueve meses a mayo"."""

from __future__ import annotations

from dataclasses import replace

from watcher.extract.dates import Time
from watcher.extract.dates.expressions import Words, small, words
from watcher.extract.neighbours import norm_at
from watcher.extract.reading import Reading, Token

_YEAR, _QUARTER = 12, 3  # months


def spanning(reading: Reading, time: Time) -> Time:
    """The months from the first to the one named, where the time closes a span; else the time as it is."""
    tokens, first, lexis = reading.tokens, time.when.first, words(reading.language)
    if norm_at(tokens, first - 1) != lexis.raw["up_to"] or time.when.sort not in ("day", "month"):
        return time
    if time.edtf is None or not time.edtf[:4].isdigit():
        return time
    months, year, month = _months(tokens, first - 2, lexis), int(time.edtf[:4]), int(time.edtf[5:7] or 0)
    if not months or not month:
        return time
    opened = divmod(year * _YEAR + month - months, _YEAR)
    return replace(time, edtf=f"{opened[0]:04d}-{opened[1] + 1:02d}/{time.edtf[:7]}")


def _months(tokens: list[Token], at: int, lexis: Words) -> int:
    """How many months the words that end at `at` tell; a whole year is none, for its rate is that of its last month."""
    if norm_at(tokens, at) in lexis.sets["quarter_words"]:
        return _QUARTER
    if [norm_at(tokens, at - step) for step in (2, 1, 0)] == ["half", "-", "year"]:
        return _YEAR // 2
    many = small(tokens, at - 1) or lexis.cardinals.get(norm_at(tokens, at - 1), 0)
    return many if norm_at(tokens, at) in lexis.sets["span_words"] and many < _YEAR else 0
