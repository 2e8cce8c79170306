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
_HARD = frozenset(';:—–()“”«»"|')


@cache
def _apart(language: str) -> frozenset[str]:
    """The words behind which another deed is told."""
    raw = lexicon.load(f"{language}/dates")
    return frozenset(raw["relatives_apart"]) | _HARD


def day(times: Times, first: int, last: int) -> str | None:
    """The day of the deed that the figure in tokens `[first, last)` is told with."""
    sentence = times.reading.sentences[times.reading.sentence_of[first]]
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
    leads = when.last <= first  # "The council voted on Tuesday: 14 were for it"
    apart = _apart(times.reading.language)
    clock = [at for at in range(start + 1, end) if tokens[at].text == ":" and tokens[at - 1].kind == tokens[at + 1].kind == "n"]
    colons = leads or bool(clock)
    return not any((token.norm in apart and not (colons and token.norm == ":")) or token.norm in times.saying for token in gap)


def fieldwork(times: Times, number: int) -> str | None:
    """When the poll that a sentence tells of, or that goes on in it, was taken."""
    reading = times.reading
    known: dict[int, str | None] = reading.notes.setdefault("fieldwork", {})
    if number not in known:
        sentence = reading.sentences[number]
        found = [time for time in times.between(sentence.first, sentence.last) if not time.planned and not times.bounds(time)]
        if studies.tells_of_poll(reading, sentence):
            at = studies.poll_at(reading, sentence)
            held = [time for time in found if time.when.sort in ("day", "month", "weekday") and at < time.when.first]
            known[number] = held[0].edtf if held else None
        elif not found and number and reading.sentences[number - 1].paragraph == sentence.paragraph and studies.goes_on(reading, sentence):
            known[number] = fieldwork(times, number - 1)
        else:
            known[number] = None
    return known[number]


def _closed(times: Times, first: int) -> bool:
    """ "The bridge, which carries 900 lorries, was closed on Tuesday": the figure stands in what the comma behind it closes."""
    tokens, reading = times.reading.tokens, times.reading
    start = reading.sentences[reading.sentence_of[first]].first
    opening = next((at for at in range(first - 1, max(start, first - _FAR) - 1, -1) if tokens[at].text == ","), None)
    return opening is not None and tokens[opening + 1].norm in _apart(reading.language)
