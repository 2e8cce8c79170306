"""A document and its readings -> when it was published, as a reader would say, and how that is known.

In this order: what its metadata says, a dateline or byline, dated posts, captions, the file's name, else the bounds that its
events give: after the last one told as past, before the first one told as to come. The file's own time is never looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from watcher.extract.dates import anchors, calendar, datelines
from watcher.extract.dates.calendar import Partial, Reference, Tense
from watcher.extract.dates.datelines import Dateline
from watcher.extract.dates.expressions import words
from watcher.extract.dates.nouns import grammar
from watcher.extract.dates.tenses import tense
from watcher.extract.dates.when import scan
from watcher.extract.reading import Reading
from watcher.model import Document, PublishedFrom

_TO = frozenset("-–/")
_THAN = frozenset(["than", "que"])
_OPENING = 2  # sentences that may say which weekday it is
_HEAD = 1500  # code points of a section in which its dateline stands


def find(document: Document, readings: Sequence[Reading]) -> tuple[str | None, PublishedFrom | None]:
    """The published date as EDTF, a day or the interval that bounds it, and where it is known from; None, None where nothing tells."""
    if document.published and document.published_from == "metadata":
        return document.published, "metadata"
    known = _latest_known(readings)
    told = _told(readings, known)
    if told:
        return told, "text"
    if document.published:
        return document.published, document.published_from
    bounds = _bounds(readings, known)
    return (bounds, "inferred") if bounds else (None, None)


def _told(readings: Sequence[Reading], known: Reference | None) -> str | None:
    """The date a dateline, a post or a caption gives."""
    lines = [(reading, line) for reading in readings for line in datelines.find(reading)]
    labels = [line for _, line in lines if line.sort == "label"]
    first = next((line for line in [*(line for line in labels if not line.updated), *labels]), None)
    heads = [line for reading, line in lines if line.sort in ("line", "dateline") and line.start - reading.start < _HEAD]
    if first or heads:
        full = [line for line in heads if line.when.date.year]
        weekdays = (weekday for reading in readings if (weekday := _this_day(reading)) is not None)
        line = first or (full or heads)[0]
        return _edtf(line, known, next(weekdays, None), None if line.when.date.year else _over(readings))
    for sorts in (("post",), ("line", "dateline"), ("caption",)):
        days = sorted(day for _, line in lines if line.sort in sorts and (day := _edtf(line, known)))
        if days:
            return days[-1]
    return None


def _edtf(line: Dateline, known: Reference | None, this_day: int | None = None, over: Reference | None = None) -> str | None:
    """The day of a dateline; where no more than a past year is known, in the first year from it on that agrees with "este jueves".
    What is `over` by then goes before it."""
    date = line.when.date
    if known is not None and known == over and not calendar.whole_year(known):
        return calendar.dated(date, "coming", known, line.when.weekday).edtf()
    if this_day is not None and date.year is None and line.when.weekday is None and known is not None and calendar.whole_year(known):
        return calendar.dated(date, "coming", known, this_day).edtf()
    return calendar.dated(date, None, known, line.when.weekday).edtf()


def _this_day(reading: Reading) -> int | None:
    """The weekday that the first sentences of a Spanish text call theirs: "este jueves"."""
    opening = reading.lead(_OPENING)
    told = (when for when in scan(reading) if opening and when.first < opening[-1].last)
    return next((when.weekday for when in told if when.sort == "weekday" and reading.tokens[when.first].norm == "este"), None)


def _latest_known(readings: Iterable[Reading]) -> Reference | None:
    """What dates without a year are nearest to: the latest date of the text that has one and is not told as to come. What is held against
    "the same period of 2025" is of the year behind it."""
    full: list[Reference] = []
    coming: list[Reference] = []
    for reading in readings:
        full += [year for anchor in anchors.find(reading) if anchor.year and (year := calendar.reference(str(anchor.year + 1)))]
        for when in scan(reading):
            if not when.date.year:
                continue
            led = reading.tokens[when.first - 1].norm if when.first else ""
            since = led in grammar(reading.language).since or (when.sort == "year" and _compared(reading, when.first))
            term = when.sort == "year" and when.end is not None and _span(reading, when.first)
            span = calendar.reference((when.end or when.date).edtf()) if not (since or term) else None
            if span:
                told = tense(reading, when.first, when.last)
                (coming if told == "coming" else full).append(span)
    found = max(full or [], key=lambda span: span.latest, default=min(coming, key=lambda span: span.latest, default=None))
    return found or max((year for reading in readings for year in _years(reading)), key=lambda span: span.latest, default=None)


def _over(readings: Iterable[Reading]) -> Reference | None:
    """The latest day or month with a year that is told as past."""
    past: list[Reference] = []
    for reading in readings:
        for when in scan(reading):
            if when.date.year and when.end is None and when.sort in ("day", "month") and tense(reading, when.first, when.last) == "past":
                past += [span for span in (calendar.reference(when.date.edtf()),) if span]
    return max(past, key=lambda span: span.latest, default=None)


def _years(reading: Reading) -> Iterator[Reference]:
    """The years a text names beside a name: "the 2026 Regatta", "Copa 2026"."""
    for at in reading.numbers:
        text = reading.tokens[at].text
        if len(text) == 4 and text[:2] in ("19", "20") and text.isdigit() and not _span(reading, at) and _beside(reading, at):
            year = calendar.reference(text)
            if year:
                yield year


def _compared(reading: Reading, at: int) -> bool:
    """ "2.3% more than in 2023": a year that is over."""
    relative = at > 2 and reading.tokens[at - 3].text == ","  # "la deuda, que en 2023 trepó"
    return at > 1 and not relative and reading.tokens[at - 2].norm in _THAN and reading.tokens[at - 1].norm in ("in", "en")


def _beside(reading: Reading, at: int) -> bool:
    """True for a year right before or behind a word with a capital that does not open its sentence."""
    tokens = reading.tokens
    if tokens[at - 1].norm in words(reading.language).months:
        return False  # "since March 2020"
    opens = reading.sentences[reading.sentence_of[at]].first == at - 1
    return (at > 0 and tokens[at - 1].capital and not opens) or (at + 1 < len(tokens) and tokens[at + 1].capital)


def _span(reading: Reading, at: int) -> bool:
    """ "For the term 2014-2019": years to come, or long past."""
    tokens = reading.tokens
    return any(tokens[beside].text in _TO and tokens[beside].gap == 0 for beside in (at - 1, at + 1) if 0 <= beside < len(tokens))


def _bounds(readings: Sequence[Reading], known: Reference | None) -> str | None:
    """After the last day told as past, before the first told as to come; years that are not told come from the latest known one."""
    told: dict[Tense, set[Partial]] = {"past": set(), "coming": set(), None: set()}
    for reading in readings:
        for when in scan(reading):
            if when.sort == "day" and when.end is None:
                told[tense(reading, when.first, when.last)].add(when.date)
    coming = told["coming"]
    past = told["past"] - coming or told[None] - coming  # one mention as to come outweighs a verb of the past nearby
    days = sorted(calendar.dated(day, "coming", known) for day in coming) if known else sorted(coming, key=lambda day: day[1:])
    if not past:
        return None
    if not days:
        last = max((calendar.dated(day, None, known) for day in past), key=lambda day: day.edtf())
        return f"{calendar.next_day(last.edtf(), 1)}/.." if last.year else None
    pairs = [(gap, last, first) for first in days for day in past if (gap := _gap(last := _before(day, first), first)) > 1]
    if not pairs:
        return None
    _, last, first = min(pairs)
    return f"{calendar.next_day(last.edtf(), 1)}/{calendar.next_day(first.edtf(), -1)}"


def _before(day: Partial, coming: Partial) -> Partial:
    """A past day without a year is the last of its name before what is to come."""
    if day.year is not None or coming.year is None:
        return day
    return day._replace(year=coming.year - (day[1:] >= coming[1:]))


def _gap(last: Partial, first: Partial) -> int:
    """Days from the one to the other; around the turn of the year where a year is unknown."""
    days = [date(day.year or 2024, day.month or 1, min(day.day or 1, 28 if day.month == 2 else 31)) for day in (last, first)]
    gap = (days[1] - days[0]).days
    return gap % 366 if None in (last.year, first.year) else gap
