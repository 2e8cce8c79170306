"""A Reading -> the times told by another time: "a year earlier", "the previous month", "in the same period of 2025", "four years later".

An anchor says how far from the time told before it lies, and `moved` takes that time there. Which figure it dates is for the scope.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from watcher import lexicon
from watcher.extract.dates import calendar
from watcher.extract.dates.expressions import small, year_at
from watcher.extract.neighbours import norm_at
from watcher.extract.reading import Reading, Token

Unit = Literal["decade", "year", "month", "quarter", "period", "week", "date"]
_YEAR = re.compile(r"(?<![0-9-])[0-9]{4}")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})(-[0-9]{2})?\Z")
_MONTHS = {"month": 1, "quarter": 3}
_BEHIND = 4  # tokens behind "the same period" that tell the year
_NEAR = 4  # tokens in which a period stands: "años más tarde", "estos mismos dos meses"
_CLOSING = frozenset(".,;:")


@dataclass(slots=True)
class Anchor:
    """Tokens `[first, last)` that tell a time `step` units from another, or the same part of `year`."""

    first: int
    last: int
    unit: Unit
    step: int
    year: int | None = None
    today: bool = False  # "two years ago": from the day of publication where no month is told


Reader = Callable[[list[Token], int, "Words"], Anchor | None]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    units: dict[str, Unit]
    numbers: dict[str, int]
    before: frozenset[str]  # which period: "the previous year"; in Spanish behind its noun
    after: frozenset[str]
    back: frozenset[str]  # how far: "two years earlier"
    ahead: frozenset[str]
    opening: frozenset[str]  # "hace dos años"
    now: frozenset[str]
    same: frozenset[str]
    that: frozenset[str]  # "that year"
    this: frozenset[str]
    parts: frozenset[str]  # what may be the same: "period", "month"
    dates: frozenset[str]  # and those that keep their day
    whole: frozenset[str]  # those that are told once for what follows
    readers: dict[str, tuple[Reader, ...]]  # what a word may open or close
    read: frozenset[str]  # those words
    periods: frozenset[str]  # one of which stands near them


@cache
def _words(language: str) -> Words:
    raw = lexicon.load(f"{language}/dates")["anchors"]
    lists = ("before", "after", "back", "ahead", "opening", "now", "same", "that", "this", "parts", "dates", "whole")
    sets = {name: frozenset(raw[name]) for name in lists}
    cardinals = lexicon.load(f"{language}/numbers")["cardinals"]
    readers: dict[str, tuple[Reader, ...]] = {}
    told: tuple[tuple[Reader, tuple[str, ...]], ...] = (
        (_same, ("same", "that")),
        (_far, ("back", "ahead", "opening")),
        (_next, ("before", "after", "that")),
    )
    for reader, names in told:
        for word in frozenset().union(*(sets[name] for name in names)):
            readers[word] = (*readers.get(word, ()), reader)
    periods = sets["parts"].union(raw["units"])
    return Words(raw["units"], {**cardinals, **raw["one"]}, **sets, readers=readers, read=frozenset(readers), periods=periods)


def units(language: str) -> dict[str, Unit]:
    """The words for a period that is told by another."""
    return _words(language).units


def find(reading: Reading) -> list[Anchor]:
    """The anchors of a section, in order."""
    known: list[Anchor] | None = reading.notes.get("anchors")
    if known is None:
        lexis, known = _words(reading.language), []
        periods, nearest = reading.where(lexis.periods), 0
        for at in reading.where(lexis.read) if periods else ():
            while nearest < len(periods) - 1 and periods[nearest] < at - _NEAR:
                nearest += 1
            if not at - _NEAR <= periods[nearest] < at + _NEAR:
                continue
            anchor = next((found for read in lexis.readers[reading.tokens[at].norm] if (found := read(reading.tokens, at, lexis))), None)
            if anchor and (not known or anchor.first >= known[-1].last):
                known.append(anchor)
        reading.notes["anchors"] = known
    return known


def moved(edtf: str | None, anchor: Anchor) -> str | None:
    """The time an anchor tells, counted from `edtf`: each end of it a whole number of years or months away."""
    if edtf is None or not edtf[:4].isdigit():
        return None
    if anchor.unit == "period":
        return edtf
    if anchor.unit == "week":
        return calendar.next_day(edtf, anchor.step * 7)
    if anchor.unit == "date":
        return _years(edtf, anchor.step or (anchor.year or int(edtf[:4])) - int(edtf[:4]))
    if anchor.year is not None:
        return _years(edtf, anchor.year - int(edtf[:4]))
    if anchor.unit == "year":
        return _years(edtf[:4] if len(edtf) == len("2026-01-30") else edtf, anchor.step)
    ends = [_MONTH.match(end) for end in edtf.split("/")]
    return None if None in ends else "/".join(_month(end, anchor.step * _MONTHS[anchor.unit]) for end in ends if end)


def _years(edtf: str, step: int) -> str:
    return _YEAR.sub(lambda year: f"{int(year[0]) + step:04d}", edtf)


def _month(end: re.Match[str], step: int) -> str:
    months = int(end[1]) * 12 + int(end[2]) - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _same(tokens: list[Token], at: int, lexis: Words) -> Anchor | None:
    """ "In the same period of 2025", "en ese mes del año pasado": that part of another year, the one before or the one told last."""
    noun = at + 1 + (norm_at(tokens, at + 1) in lexis.same)
    noun += small(tokens, noun) is not None or norm_at(tokens, noun) in lexis.numbers  # "estos mismos dos meses"
    part, alike = norm_at(tokens, noun), tokens[at].norm in lexis.same
    unit = lexis.units.get(part) if alike else None
    if part not in lexis.parts:
        return Anchor(at, noun + 1, unit, 0) if unit else None
    whole: Unit = "date" if part in lexis.dates else "year"
    for index in range(noun + 1, noun + 1 + _BEHIND):
        if norm_at(tokens, index) in _CLOSING:
            break
        if (year := year_at(tokens, index)) is not None:
            return Anchor(at, index + 1, whole, 0, year)
        if lexis.units.get(norm_at(tokens, index)) == "year":
            this = norm_at(tokens, index - 1) in lexis.this
            return Anchor(at, index + (1 if this else 2), whole, 1 if this else -1)
    told: Unit | None = "period" if part in lexis.whole else unit
    return Anchor(at, noun + 1, told, 0) if told else None


def _far(tokens: list[Token], at: int, lexis: Words) -> Anchor | None:
    """ "Two years earlier", "dos años después", "hace un año"."""
    word = tokens[at].norm
    if word in lexis.opening:
        number, noun, last = at + 1, at + 2, at + 3
        first, way = at, -1
    elif norm_at(tokens, at - 1) == "-" and word in lexis.back and (unit := lexis.units.get(norm_at(tokens, at - 2))):
        return Anchor(at - 2, at + 1, unit, -1)  # "in the year-ago period"
    elif (word in lexis.back or word in lexis.ahead) and norm_at(tokens, at - 1) not in _CLOSING:
        noun = at - 1 if norm_at(tokens, at - 1) in lexis.units else at - 2  # "años más tarde"
        number, first, last, way = noun - 1, noun - 1, at + 1, -1 if word in lexis.back else 1
    else:
        return None
    unit = lexis.units.get(norm_at(tokens, noun))
    many = small(tokens, number, 99) or lexis.numbers.get(norm_at(tokens, number))
    if unit is None or many is None or not 0 < many < 100:
        return None
    if word in lexis.before and last < len(tokens) and tokens[last].capital:
        return None  # "two years before Ana Bo"
    if unit == "month" and many % 12 == 0:
        unit, many = "year", many // 12
    if unit == "decade":
        unit, many = "year", many * 10
    return Anchor(first, last, unit, way * many, today=word in lexis.now)


def _next(tokens: list[Token], at: int, lexis: Words) -> Anchor | None:
    """ "The previous month", "el año anterior", "al trimestre siguiente", "that year"."""
    word = tokens[at].norm
    step = -1 if word in lexis.before else 1 if word in lexis.after else 0
    if step and norm_at(tokens, at + 1) == "-" and (unit := lexis.units.get(norm_at(tokens, at + 2))) is not None:
        return Anchor(at, at + 3, unit, step)  # "in the prior-year period"
    for noun in (at - 1, at + 1) if step else (at + 1,) if word in lexis.that else ():
        if (unit := lexis.units.get(norm_at(tokens, noun))) is not None:
            return Anchor(min(noun, at), max(noun, at) + 1, unit, step)
    return None
