"""A figure without a time of its own -> the day of the deed it is told with, or the days its poll was taken.

"Shares plunged 8% on Tuesday, wiping $3 billion off": a past weekday, "yesterday" or day dates the figures of its clause, unless a
relative, a semicolon or a verb of saying stands between. "In a poll taken on June 14, the Greens were on 9%": so does the time of a
poll for its answers, also in the sentences where it goes on.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from watcher import lexicon
from watcher.extract.attribution import studies
from watcher.extract.dates import Time

if TYPE_CHECKING:
    from watcher.extract.dates.periods import Times

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_FAR = 30  # tokens between a figure and the day of its deed
_LONG = 12  # sentences of a paragraph that tell of one poll
_HARD = frozenset(';:—–()“”«»"|')


@cache
def _apart(language: str) -> frozenset[str]:
    """The words behind which another deed is told."""
    raw = lexicon.load(f"{language}/dates")
    return frozenset(raw["relatives_apart"]) | _HARD


def day(times: Times, first: int, last: int) -> str | None:
    """The day of the deed that the figure in tokens `[first, last)` is told with."""
    number = times.reading.sentence_of[first]
    if number not in times.dated:
        return None
    sentence = times.reading.sentences[number]
    near = times.between(max(sentence.first, first - _FAR), min(sentence.last, last + _FAR))
    told = [time for time in near if _over(times, time) and _together(times, time, first, last)]
    if told and not times.told_past(sentence.first, sentence.last):
        told = [time for time in told if time.tense == "past"]
    return min(told, key=lambda time: abs(time.when.first - first)).edtf if told else None


def _over(times: Times, time: Time) -> bool:
    """A single day that is past, and of which nothing is only said."""
    if time.planned or time.when.sort not in ("weekday", "relative", "day") or not time.edtf or not _DAY.match(time.edtf):
        return False
    return not times.bounds(time)


def _together(times: Times, time: Time, first: int, last: int) -> bool:
    when = time.when
    start, end = (last, when.first) if when.first >= last else (when.last, first)
    tokens = times.reading.tokens
    gap = tokens[start:end]
    if start == last and any(token.text == "," for token in gap) and _closed(times, first):
        return False
    leads, norms = when.last <= first, [token.norm for token in gap]
    if not times.saying.isdisjoint(norms) or (leads and not times.lexis.sets["lasting"].isdisjoint(norms)):
        return False  # "The fire, which broke out on Friday, has burned 900 hectares"
    apart = _apart(times.reading.language).intersection(norms)
    if ":" in apart:
        clock = [at for at in range(start + 1, end) if tokens[at].text == ":" and tokens[at - 1].kind == tokens[at + 1].kind == "n"]
        apart -= {":"} if leads or clock else frozenset()  # "The council voted on Tuesday: 14 were for it"
    return not apart


def fieldwork(times: Times, number: int, share: bool = False) -> str | None:
    """When the poll that a sentence tells of, or that goes on in it, was taken; `share`: asked for one of its percentages."""
    reading = times.reading
    known: dict[tuple[int, bool], str | None] = reading.notes.setdefault("fieldwork", {})
    if (number, share) not in known:
        known[number, share] = _fieldwork(times, number, share) if reading.where(_asking(reading.language)) else None
    return known[number, share]


def _fieldwork(times: Times, number: int, share: bool) -> str | None:
    reading = times.reading
    for at in range(number, max(-1, number - _LONG), -1):
        sentence = reading.sentences[at]
        told = _taken(times, at)
        if told is not None:
            return told
        if studies.tells_of_poll(reading, sentence):
            return _only(times)
        apart = not at or reading.sentences[at - 1].paragraph != sentence.paragraph
        if apart or not (share or studies.goes_on(reading, sentence)):
            return None
        if at != number and any(not times.bounds(time) for time in times.between(sentence.first, sentence.last)):
            return None  # what is told of another time
    return None


def _taken(times: Times, number: int) -> str | None:
    """The days that a sentence gives its poll, or those whom it questioned."""
    reading, sentence = times.reading, times.reading.sentences[number]
    at = studies.poll_at(reading, sentence)
    if at == sentence.last:
        at = next(iter(reading.between(_asking(reading.language), sentence.first, sentence.last)), at)
    for time in times.between(at, sentence.last):
        if not time.planned and not times.bounds(time) and time.when.sort in ("day", "month", "weekday"):
            return time.edtf
    return None


def _only(times: Times) -> str | None:
    """The days of the section's poll, where it gives those of one alone: mostly told last, "the survey was carried out on"."""
    reading = times.reading
    if "polled" not in reading.notes:
        numbers = sorted({reading.sentence_of[at] for at in reading.where(_asking(reading.language))})
        days = {day for number in numbers if (day := _taken(times, number)) is not None}
        reading.notes["polled"] = days.pop() if len(days) == 1 else None
    only: str | None = reading.notes["polled"]
    return only


@cache
def _asking(language: str) -> frozenset[str]:
    """The words of a poll, and of asking people for one."""
    return frozenset(lexicon.load(f"{language}/attribution")["polls"]) | frozenset(lexicon.load(f"{language}/dates")["asking"])


def _closed(times: Times, first: int) -> bool:
    """ "The bridge, which carries 900 lorries, was closed on Tuesday": the figure stands in what the comma behind it closes."""
    tokens, reading = times.reading.tokens, times.reading
    start = reading.sentences[reading.sentence_of[first]].first
    opening = next((at for at in range(first - 1, max(start, first - _FAR) - 1, -1) if tokens[at].text == ","), None)
    return opening is not None and tokens[opening + 1].norm in _apart(reading.language)
