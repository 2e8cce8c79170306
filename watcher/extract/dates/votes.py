"""A Reading and the published date -> the day of the vote that its results hold for.

`Votes(reading, published).day(occasion)`: the day the text gives the occasion the sentence names ("first round"), else the last
vote that is over: a day of a dated vote, the night or weekday the lead tells it by, the day of a live report.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from watcher.extract.dates import Time, events, times, years
from watcher.extract.reading import Reading
from watcher.lexicon import load

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_LEAD = 4  # sentences that tell the vote by its weekday


class Votes:
    """The votes of one section."""

    def __init__(self, reading: Reading, published: str | None) -> None:
        self.reading, self.published = reading, published
        self.days: dict[str | None, str | None] = {}  # by occasion

    def day(self, occasion: str | None) -> str | None:
        """The day of the vote an `occasion` names, else of the last one."""
        if occasion not in self.days:
            self.days[occasion] = self._day(occasion)
        return self.days[occasion]

    def _day(self, occasion: str | None) -> str | None:
        if occasion and not _vote(occasion):
            occasion = None  # the "final" count is no final
        named = [
            day for day, name in self._held if occasion and years.alike(name, occasion) and name.split()[0][:4] == occasion.split()[0][:4]
        ]
        if named:
            return named[-1]
        return None if occasion and self._held else max((day for day, _ in self._held), default=None)

    @cached_property
    def _held(self) -> list[tuple[str, str]]:
        """The days of votes that are over, with their names; in the order of the text."""
        told = [
            (time.edtf, events.event(self.reading, time.when).name or "")
            for time in times(self.reading, self.published)
            if time.edtf and _DAY.match(time.edtf) and not time.planned and time.edtf <= (self.published or "9")
        ]
        held = [(day, name) for day, name in told if _vote(name)]
        return held or [(day, "vote") for day in (self._lead(), self._live()) if day][:1]

    def _lead(self) -> str | None:
        """ "Ana Bo won the election on Sunday": the day the lead tells, in a sentence that speaks of a vote."""
        sentences = self.reading.sentences
        for time in times(self.reading, self.published):
            number = self.reading.sentence_of[time.when.first]
            if number > _LEAD:
                break
            if self._past(time) and self._speaks(sentences[number].first, sentences[number].last):
                return time.edtf
        return None

    def _past(self, time: Time) -> bool:
        relative = time.when.sort in ("weekday", "relative") and not time.planned
        return relative and bool(time.edtf and _DAY.match(time.edtf)) and (time.when.sort == "weekday" or time.when.shift < 0)

    def _live(self) -> str | None:
        """A report of the count on the day itself."""
        first = self.reading.sentences[: 1 + (len(self.reading.sentences) > 1)]
        live = any(self._speaks(sentence.first, sentence.last) for sentence in first)
        return self.published if live and self.published and _DAY.match(self.published) else None

    def _speaks(self, first: int, last: int) -> bool:
        return _vote(" ".join([token.norm for token in self.reading.tokens[first:last]]))


def _vote(text: str) -> bool:
    """Whether words speak of a vote, by the beginnings of the words."""
    return _beginnings().search(text.casefold()) is not None


@cache
def _beginnings() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(load('occasions')['votes'])})")
