"""The times of a section -> the quarter, half, span of months or year that its lead reports on, as EDTF; None where it reports on none."""

from __future__ import annotations

import re

from watcher.extract.dates import Time
from watcher.extract.dates.periods import Times, period

_LEAD = 3  # sentences that tell which period a report is about
_YEARS = re.compile(r"[0-9]{4}/[0-9]{4}\Z")  # a season or an age that is told of, no period to report on


def reported(times: Times) -> str | None:
    """The quarter, half or span of months that the lead reports on."""
    lead = times.reading.lead(_LEAD)
    end = lead[-1].last if lead else 0
    opening = (times.scope(*span) for span in zip(times.figures, times.ends, strict=True) if span[0] < end)
    if len(next(filter(None, opening), "")) == len("2026-01"):
        return None  # "rose 0.8% in June. Over the second quarter": a month's report
    told = [
        time
        for time in times.between(0, end)
        if time.tense != "coming"  # "will seek approval in the first half of 2027"
        and ((period(time) and not _YEARS.match(time.edtf or "")) or (time.when.sort == "year" and _earned(times, time)))
    ]
    told.sort(key=lambda time: time.when.turn == "whole")  # "swings to profit, raises full-year outlook": the half it reports comes first
    if told:
        return told[0].edtf
    return None


def released(times: Times, published: str | None) -> str | None:
    """The year before, of "142 homicides in 2025, according to figures released on Tuesday": what comes out once a year."""
    lead, year = times.reading.lead(_LEAD), (published or "")[: len("2026")]
    end = lead[-1].last if lead else 0
    if not year.isdecimal() or not times.reading.holds(times.lexis.sets["releases"], 0, end):
        return None
    opening = (times.scope(*span) for span in zip(times.figures, times.ends, strict=True) if span[0] < end)
    told, before = next(filter(None, opening), None), f"{int(year) - 1:04d}"
    return told if told == before else None


def _earned(times: Times, time: Time) -> bool:
    """ "Lomax earned $12 million in 2024": the year a company reports on."""
    sentence = times.reading.sentences[times.reading.sentence_of[time.when.first]]
    return not times.bounds(time) and not time.planned and times.reading.holds(times.lexis.sets["results"], sentence.first, time.when.first)
