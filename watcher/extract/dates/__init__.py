"""A Reading and the published date -> the dates that are claims, resolved, each with what happens then.

An expression of time is a claim where it dates an event to the day, or to the month where the event is to come, or its verb tells it
with the year. Datelines, captions, bylines and the dates of posts say when the article was made: no claims.
Times of figures are for `watcher.extract.dates.periods`, which resolves the same expressions with `resolve`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from watcher.extract.dates import bearers, calendar, datelines, events
from watcher.extract.dates.calendar import Partial, Reference, Tense
from watcher.extract.dates.expressions import When, words
from watcher.extract.dates.tenses import tense
from watcher.extract.dates.when import scan
from watcher.extract.names import Names
from watcher.extract.neighbours import norm_at
from watcher.extract.reading import DateMention, Reading

_CLAUSE = 40  # tokens of a clause on either side of its date
_TOLD: dict[str | None, Tense] = {"next": "coming", "last": "past"}  # by a turn, whatever the verb
_BALANCED = 3  # the month until which a whole year told as past is the one before
_SUMMER = 6  # the month in which a season of sport is over
_UNITS = frozenset("%°€$£")


@dataclass(slots=True)
class Time:
    """An expression of time, resolved: `edtf` is None where it cannot be without a published date."""

    when: When
    edtf: str | None
    tense: Tense
    planned: bool


def times(reading: Reading, published: str | None, *, years: Reference | None = None) -> list[Time]:
    """Every expression of time in the reading, resolved against `published` (EDTF); `years` stands in where that is not known."""
    key = ("times", published, years)
    known: list[Time] | None = reading.notes.get(key)
    if known is None:
        known = reading.notes[key] = _times(reading, published, years)
    return known


def _times(reading: Reading, published: str | None, years: Reference | None) -> list[Time]:
    today = calendar.reference(published) or years
    exact = calendar.reference(published)
    found = []
    for when in scan(reading):
        told = _TOLD.get(when.turn) or tense(reading, when.first, when.last)
        edtf = resolve(when, told, today if when.sort == "day" or (when.sort == "month" and when.shift == 0) else exact)
        found.append(Time(when, edtf, told, _planned(edtf, told, exact)))
    return found


def find(reading: Reading, published: str | None, known: Names, index: int = 0) -> list[DateMention]:
    """The date claims of a section, in order; `index` is that of the reading among those the names were read from."""
    apart = datelines.Apart(reading)
    mentions = []
    for time in times(reading, published):
        when = time.when
        if time.edtf is None or not _datable(when):
            continue
        start, end = reading.starts[when.first], reading.ends[when.last - 1]
        if apart.starts and apart.holds(start):
            continue
        if _counted(reading, when):
            continue
        event = events.event(reading, when)
        if not _claim(reading, time, event):
            continue
        subject = bearers.bearer(reading, index, known, when, event)
        mentions.append(DateMention(start, end, when.first, when.last, time.edtf, time.planned, event.name, subject))
    return mentions


def _planned(edtf: str | None, told: Tense, today: Reference | None) -> bool:
    """To come: after the published date where both are known, else as the sentence tells."""
    span = calendar.reference(edtf)
    if span and today:
        return span.earliest > today.latest
    return told == "coming"


def resolve(when: When, told: Tense, today: Reference | None) -> str | None:
    """The EDTF of an expression; years the text leaves out come from `today` and the tense, `XXXX` where there is none."""
    if when.years is not None:
        if today is None:
            return None
        when = replace(when, date=when.date._replace(year=today.latest.year + when.years))
    if when.sort == "weekday" and when.date.day is not None and when.weekday is None:
        return _edtf(calendar.day_near(when.date.day, told, today))
    if when.sort == "weekday" and when.date.day is not None:
        return _edtf(calendar.weekday_numbered(when.weekday or 0, when.date.day, told, today))
    if when.sort == "weekday" and when.shift:
        return _edtf(calendar.weekday_of_week(when.weekday or 0, when.shift, today))
    if when.sort == "weekday":
        day = _edtf(calendar.weekday_near(when.weekday or 0, told, today))
        same = today is not None and day == today.latest.isoformat()
        return calendar.next_day(day, -7) if day and same and when.turn == "last" else day
    if when.sort == "relative":
        return _edtf(calendar.shifted(when.shift, today))
    if when.sort in ("quarter", "half", "months"):
        return _part_of_year(when, today, told)
    if when.sort == "season":
        return _season(today, when.shift)
    if when.sort == "year":
        if when.turn == "whole" and today is not None:
            return f"{today.latest.year - (told == 'past' and today.latest.month <= _BALANCED):04d}"
        if when.turn:
            return None if today is None or today.earliest.year != today.latest.year else f"{today.latest.year + when.shift:04d}"
        return when.date.edtf() + (f"/{when.end.edtf()}" if when.end else "")
    if when.date.month is None:
        return _edtf(calendar.month_shifted(when.shift, today))
    start = calendar.dated(when.date, told, today, when.weekday)
    if when.sort == "day" and when.date.day is None:
        return _edtf(calendar.weekday_of_month(start, when.weekday or 0, when.shift))
    if when.end is None:
        return start.edtf()
    if told == "past" and today and when.date.year is None and when.end.year is None and when.sort == "month":
        closing = calendar.dated(when.end, told, today)  # "between January and June", told in March
        start = start._replace(year=closing.year and closing.year - ((start.month or 0) > (closing.month or 0)))
    end = when.end if when.end.year else when.end._replace(year=start.year)
    if end.year and not when.end.year and (end.month or 0) < (start.month or 0):
        end = end._replace(year=end.year + 1)
    return f"{start.edtf()}/{end.edtf()}"


def _edtf(partial: Partial | None) -> str | None:
    return partial.edtf() if partial else None


def _part_of_year(when: When, today: Reference | None, told: Tense) -> str | None:
    """ "The third quarter": the last one that began before the published date; "next quarter"; "the first nine months"."""
    year = when.date.year
    if when.turn:
        if today is None:
            return None
        quarters = today.latest.year * 4 + (today.latest.month - 1) // 3 + when.shift
        return f"{quarters // 4:04d}-{quarters % 4 * 3 + 1:02d}/{quarters // 4:04d}-{quarters % 4 * 3 + 3:02d}"
    months = 3 if when.sort == "quarter" else 6
    first, last = ((when.shift - 1) * months + 1, when.shift * months) if when.sort != "months" else (1, when.shift)
    if year is None:
        if today is None:
            return None
        year = today.latest.year - (today.latest.month < (last if told == "past" else first))
    return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"


def _datable(when: When) -> bool:
    """An expression that may date an event to the day or to the month."""
    return (
        when.sort == "day"
        or (when.sort == "month" and when.date.month is not None)
        or (when.sort == "weekday" and (when.turn in _TOLD or when.date.day is not None))
    )


def _season(today: Reference | None, shift: int) -> str | None:
    """ "This season": from one summer to the next; "last season": the last that ended."""
    if today is None:
        return None
    opened = today.latest.year + shift - (today.latest.month < (_SUMMER if shift else _SUMMER + 1))
    return f"{opened:04d}/{opened + 1:04d}"


def _claim(reading: Reading, time: Time, event: events.Event) -> bool:
    """Whether a datable time is one, by what happens then."""
    when = time.when
    if when.sort == "day":
        return event.attributive or time.planned or not (time.tense == "past" and _measured(reading, when))
    if when.sort == "month":
        before = [token.norm for token in reading.tokens[max(0, when.first - 2) : when.first]]
        compared = not words(reading.language).sets["not_event"].isdisjoint(before)
        told = time.planned or when.date.year is not None  # "in March" of what is over only places it
        return told and event.verbal and not event.said and not compared and not _figures(reading, when)
    return event.verbal or when.date.day is not None


def _counted(reading: Reading, when: When) -> bool:
    """ "Al corte del 22 de junio", "as of June 22": the day up to which something is counted, on which nothing happens."""
    lexis, tokens = words(reading.language), reading.tokens
    if norm_at(tokens, when.first - 1) not in lexis.sets["counted_last"]:
        return False
    before = [token.norm for token in tokens[max(0, when.first - 3) : when.first]]
    return any(" ".join(before[-many:]) in lexis.sets["counted"] for many in (2, 3))


def _measured(reading: Reading, when: When) -> bool:
    """A reading of an instrument or an index dates the figure, not an event."""
    lexis = words(reading.language)
    clause = [reading.tokens[at] for at in _clause(reading, when)]
    return not (_UNITS.isdisjoint([token.text for token in clause]) or lexis.sets["measuring"].isdisjoint([token.norm for token in clause]))


def _figures(reading: Reading, when: When) -> bool:
    tokens, clause = reading.tokens, _clause(reading, when)
    numbers = [at for at in reading.numbers_in(clause.start, clause.stop) if not when.first <= at < when.last]
    if not numbers:
        return False
    joined = next((at for at in range(when.last, clause.stop) if tokens[at].norm in ("and", "y")), clause.stop)
    return numbers[0] < joined and not events.rescheduled(reading, when)


def _clause(reading: Reading, when: When) -> range:
    """The tokens around a date up to the next comma, semicolon or end."""
    sentence = reading.sentences[reading.sentence_of[when.first]]
    first, last = when.first, when.last
    start, end = max(sentence.first, first - _CLAUSE), min(sentence.last, last + _CLAUSE)
    while first > start and reading.tokens[first - 1].text not in ",;:()—–":
        first -= 1
    while last < end and reading.tokens[last].text not in ",;:()—–":
        last += 1
    return range(first, last)
