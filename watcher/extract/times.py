"""A Reading and the published date -> the time a figure holds for: "in 2021", "last year", "in the November 2 first round".

`Times(reading, published).scope(first, last)` answers for the figure in tokens `[first, last)` with EDTF or None. A time belongs
to the figure it stands behind; else to all that follow it in its sentence; a frame at the head of a sentence holds for the next one too.
Days of reporting ("officials said on Saturday") date the statement, not the figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from watcher.extract import speech
from watcher.extract.dates import Time, times
from watcher.extract.reading import Reading, Token
from watcher.extract.when import words

_BEHIND = 12  # tokens from a figure to the time behind it
_FRAME = 6  # tokens from the head of a sentence to the end of a fronted time
_HARD = frozenset(";:“”«»\"")


class Times:
    """The times of one section, ready to be asked for each of its figures."""

    def __init__(self, reading: Reading, published: str | None, figures: Sequence[tuple[int, int]] = ()) -> None:
        """`figures` are the token spans of the section's figures, in order: a time behind another figure is that one's."""
        self.reading = reading
        self.lexis = words(reading.language)
        self.saying = speech.words(reading.language).saying
        self.figures = [first for first, _ in figures]
        self.all = times(reading, published)
        self.found = [time for time in self.all if time.edtf and self._dates_figures(time)]
        self.firsts = [time.when.first for time in self.found]

    def scope(self, first: int, last: int) -> str | None:
        """The EDTF of the time that the figure in tokens `[first, last)` holds for."""
        if first >= len(self.reading.sentence_of):
            return None
        number = self.reading.sentence_of[first]
        sentence = self.reading.sentences[number]
        own = self._own(first, last, sentence.first, sentence.last)
        if own:
            return own.edtf
        if number and self.reading.sentences[number - 1].paragraph == sentence.paragraph and not self._between(sentence.first, sentence.last):
            frame = self._frame(number - 1)
            return frame.edtf if frame and self._told_past(sentence.first, sentence.last) else None
        return None

    def _between(self, first: int, last: int) -> list[Time]:
        return self.found[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def _own(self, first: int, last: int, start: int, end: int) -> Time | None:
        tokens = self.reading.tokens
        for time in self._between(last, min(end, last + _BEHIND)):
            gap = tokens[last : time.when.first]
            if any(token.text in _HARD for token in gap) or self._other(last, time.when.first):
                break
            if self._attached(gap, time):
                return time
            break
        before = [time for time in self._between(start, first) if time.when.last <= first]
        for time in reversed(before):
            gap = tokens[time.when.last : first]
            if any(token.text in _HARD for token in gap):
                break
            if self._since(time) and not any(token.norm in ("when", "cuando") for token in gap[:7]):
                continue
            if time.when.first - start <= _FRAME or not self._closed(time, first):
                return time
        return None

    def _other(self, first: int, last: int) -> bool:
        """True where another figure stands between."""
        at = bisect_left(self.figures, first)
        if self.figures:
            return at < len(self.figures) and self.figures[at] < last
        return any(token.kind == "n" for token in self.reading.tokens[first:last])

    def _attached(self, gap: list[Token], time: Time) -> bool:
        """True where nothing between a figure and the time behind it opens another clause."""
        if self._since(time):
            return False
        commas = sum(token.text == "," for token in gap)
        verbs = any(token.norm in ("who", "which", "that", "que", "when", "cuando", "and", "y", "while", "mientras", "if", "si", "than", "after", "tras", "before") for token in gap)
        return commas == 0 and not verbs

    def _since(self, time: Time) -> bool:
        tokens = self.reading.tokens
        return time.when.first > 0 and any(self.lexis.has("start_words", token.norm) for token in tokens[max(0, time.when.first - 2) : time.when.first])

    def _closed(self, time: Time, figure: int) -> bool:
        """True where the clause of a time ends before the figure and the figure's clause is another."""
        gap = self.reading.tokens[time.when.last : figure]
        if self._other(time.when.last, figure) and any(token.text == "," for token in gap):
            return True
        return any(token.norm in ("but", "pero", "while", "mientras", "whereas", "who", "which", "quien", "from") for token in gap)

    def _frame(self, number: int) -> Time | None:
        sentence = self.reading.sentences[number]
        found = [time for time in self._between(sentence.first, sentence.first + _FRAME) if not self._since(time)]
        return found[0] if found else None

    def _told_past(self, first: int, last: int) -> bool:
        tense = self.lexis.raw["tense"]
        past, endings = set(tense["past"]), tuple(tense["past_endings"])
        coming = set(tense["coming_to"] and ("will", "would", "shall")) or {"sera"}
        norms = [token.norm for token in self.reading.tokens[first:last]]
        accented = any(token.text[-1] in "óé" and len(token.text) > 3 for token in self.reading.tokens[first:last])
        told = accented or any(norm in past or (len(norm) > 4 and norm.endswith(endings)) for norm in norms)
        return told and not any(norm in coming for norm in norms)

    def _dates_figures(self, time: Time) -> bool:
        """A day of reporting, and "today", date what is said."""
        when = time.when
        if when.sort == "relative" and when.shift == 0:
            return False
        if when.sort not in ("weekday", "relative"):
            return True
        tokens = self.reading.tokens
        near = [*tokens[max(0, when.first - 5) : when.first], *tokens[when.last : when.last + 4]]
        return not any(token.norm in self.saying or self.lexis.has("reporting", token.norm) for token in near)
