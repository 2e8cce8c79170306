"""A sentence that tells no time of its own -> the time that still stands there, told in the sentences before it.

    Standing(times).at(number)  the time told last in the paragraph, or in the one sentence of the paragraph before, where `number` opens
    .lead()                     the day of what the report is about: that which its first sentences tell
    .post(number)               whether the sentence stands in a post of a live report ("14:20 The fire service says")

"The ferry sank on Sunday, killing 31. Divers pulled 12 bodies from the hull": what goes on being told happened then too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watcher.extract.dates import Time, asides

if TYPE_CHECKING:
    from watcher.extract.dates.periods import Times

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_CLOCK = re.compile(r"[\W_]{0,8}+[0-9]{1,2}[:.hH][0-9]{2}(?![0-9%.,])")
_YEAR = len("2026")
_LEAD = 2  # sentences that tell what a report is about


def a_day(edtf: str | None) -> bool:
    return edtf is not None and _DAY.match(edtf) is not None


class Standing:
    """The times that stand in one section."""

    def __init__(self, times: Times) -> None:
        self.times, self.reading = times, times.reading
        self.ending: list[Time | None] = []  # by sentence: what stands where it ends
        self._lead: tuple[str | None] | None = None

    def at(self, number: int) -> Time | None:
        """What was told last before a sentence, in its paragraph."""
        if not self.times.dated:
            return None
        for before in range(len(self.ending), number):
            told = self.told(before) if before in self.times.dated else None
            stands = self.ending[-1] if self.ending else None
            self.ending.append(told or (stands if stands is not None and self._goes_on(before) else None))
        return self._carried(number)

    def _carried(self, number: int) -> Time | None:
        """What stands where the sentence before ends, if this one goes on from it."""
        time = self.ending[number - 1] if number else None
        return time if time is not None and self._goes_on(number) else None

    def _goes_on(self, number: int) -> bool:
        """Whether a sentence goes on from the one before: in its paragraph, or where that is all its paragraph holds."""
        sentences, paragraphs = self.reading.sentences, self.reading.paragraphs
        here, before = sentences[number].paragraph, sentences[number - 1].paragraph
        if here == before:
            return True
        alone = number < 2 or sentences[number - 2].paragraph != before
        return alone and here == before + 1 and paragraphs[here].kind == paragraphs[before].kind == "body"

    def told(self, number: int) -> Time | None:
        """What a sentence tells: its first day or month that is over, asides and bounds left out; else its year."""
        if number not in self.times.dated:
            return None
        sentence = self.reading.sentences[number]
        told = [time for time in self.times.between(sentence.first, sentence.last) if not time.planned and not self.times.bounds(time)]
        if not told:
            return None
        if len(told) > 1:
            told = [time for time in told if not asides.aside(self.times, time.when, sentence.first, sentence.last)] or told
        for time in told:
            if len(time.edtf or "") > _YEAR:
                return time
        return told[0]

    def lead(self) -> str | None:
        """The day of what a report opens with."""
        if self._lead is None:
            opening = range(len(self.reading.lead(_LEAD)))
            days = (time.edtf for number in opening if (time := self.told(number)) is not None and a_day(time.edtf))
            self._lead = (next(days, None),)
        return self._lead[0]

    def post(self, number: int) -> bool:
        """True in a paragraph that opens with the time of day."""
        reading = self.reading
        return _CLOCK.match(reading.text, reading.paragraphs[reading.sentences[number].paragraph].start) is not None
