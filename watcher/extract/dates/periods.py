"""A Reading and the published date -> the time a figure holds for: "in 2021", "last year", "in the November 2 first round".

`Times(reading, published).scope(first, last)` answers for the figure in tokens `[first, last)` with EDTF or None. A time belongs
to the figure it stands behind; else to all that follow it in its sentence.
Days of reporting ("officials said on Saturday") date the statement, not the figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from watcher.extract.dates import Time, anchors, asides, bounds, comparisons, datelines, events, gaps, spans, tenses, times
from watcher.extract.dates.anchors import Anchor
from watcher.extract.dates.expressions import When, words
from watcher.extract.dates.nouns import grammar
from watcher.extract.neighbours import norm_at
from watcher.extract.quotes import saying
from watcher.extract.reading import Reading, Sentence, Token

_CLOSE = 7  # tokens from a figure to "a year earlier"
_BEHIND = 18  # tokens from a figure to the time behind it
_BRACKET = 7  # tokens to the bracket behind a figure, and of it
_REACH = 4  # tokens from a time to where a change led
_CLAUSE = 60  # tokens before a figure in which its time is looked for
_FRAME = 6  # tokens from the head of a sentence to the end of a fronted time
_QUOTES = frozenset('“”«»"')
_BRACKETS = frozenset("()")
_COMMA, _SEMICOLON = frozenset(","), frozenset(";")
_UNTIL = (["by"], ["hasta"])  # what is to come
_TO = frozenset(("to",))
_OF = (["of"], ["de"], ["del"])
_HARD = frozenset(";:") | _QUOTES


class Times:
    """The times of one section, ready to be asked for each of its figures."""

    def __init__(self, reading: Reading, published: str | None, figures: Sequence[tuple[int, int]] = ()) -> None:
        """`figures` are the token spans of the section's figures, in order: a time behind another figure is that one's."""
        self.reading = reading
        self.lexis = words(reading.language)
        self.closing = self.lexis.sets["clause_words"] | _HARD | _COMMA  # between a figure and its time stands none
        self.leading = self.closing | _TO  # between a time and its figure: "bonds that mature in 2036 slipped to 10%"
        self.relatives, self.auxiliaries = grammar(reading.language).relatives, grammar(reading.language).auxiliaries
        self.present = self.lexis.sets["today_words"] | gaps.AT  # what opens "now", "en la actualidad"
        self.saying = saying.words(reading.language).saying - self.auxiliaries
        self.figures, self.ends = [first for first, _ in figures], [last for _, last in figures]
        apart = datelines.Apart(reading)
        self.all = times(reading, published)
        self.anchors = anchors.find(reading)
        self.anchored = [anchor.first for anchor in self.anchors]
        told = {at for anchor in self.anchors for at in range(anchor.first, anchor.last)}
        self.found = [
            spans.spanning(reading, time) if time.when.end is None and time.when.sort in spans.CLOSING else time
            for time in self.all
            if time.edtf and time.when.first not in told and self._dates_figures(time, apart)
        ]
        self.firsts = [time.when.first for time in self.found]
        self.telling = sorted(self.firsts + self.anchored)
        self.dated = {reading.sentence_of[first] for first in self.firsts}  # the sentences that tell one
        self._bounding: dict[int, bool] = {}  # the times that were asked for, by their first token
        self._past: dict[tuple[int, int], bool] = {}  # stretches that were asked for, and whether they tell of what is over

    def scope(self, first: int, last: int) -> str | None:
        """The EDTF of the time that the figure in tokens `[first, last)` holds for."""
        if first >= len(self.reading.sentence_of):
            return None
        number = self.reading.sentence_of[first]
        own = self._own(first, last, self.reading.sentences[number]) if number in self.dated else None
        return own.edtf if own else None

    def _own(self, first: int, last: int, sentence: Sentence) -> Time | None:
        """The time of a figure among those of its sentence."""
        behind = self.reading.tokens[last : last + 3]
        if behind and behind[0].norm in self.present and gaps.today([token.norm for token in behind], self.lexis):
            return None  # "from 32% in 2012 to 43% now"
        own = self._behind(last, sentence.last)
        if own is None or own.when.sort in ("weekday", "relative", "day"):
            before = self._before(first, sentence.first)
            own = before if before is not None and (own is None or period(before)) else own
        return own or self._chained(first, last, sentence.first)

    def between(self, first: int, last: int) -> list[Time]:
        """The times in tokens `[first, last)` that date figures."""
        at = bisect_left(self.firsts, first)
        if at == len(self.firsts) or self.firsts[at] >= last:
            return []
        return self.found[at : bisect_left(self.firsts, last, at)]

    def _behind(self, last: int, end: int) -> Time | None:
        """The time right behind a figure: "405 in 2024", "46% by 2050", "87 late on Monday", "three in ten trains (28%) in May"."""
        tokens = self.reading.tokens
        if self.reading.holds(_BRACKETS, last, last + _BRACKET):
            last = self._past_bracket(last)
        told = self.between(last, min(end, last + _BEHIND))
        if not told or self.compared(last, end):
            return None
        time = told[0]
        gap = [token.norm for token in tokens[last : time.when.first]]
        if gap[-1:] == ["to"] and gap[-2:-1] and gap[-2] in self.lexis.sets["period_words"]:
            gap = gap[:-1]  # "in the year to December"
        if gap[-1:] == ["("] and self.reading.tokens[time.when.last].text == ":":
            return None  # "$29 million (2023: $26 million)"
        if gaps.elsewhere(gap):
            return None
        other = self.other(last, time.when.first)
        joined = other and self._joined(last, time.when.first)
        gap = gap[1:] if joined else gap
        if not self.relatives.isdisjoint(gap) and "," not in gap:
            return None if other or self.bounds(time) or time.when.sort == "weekday" else time
        if gaps.simultaneous(gap, self.lexis) and not (other or time.planned or self.bounds(time)):
            return time  # "which cost £350,000 when it opened in 2022"
        if not other and bounds.reached(self.reading, time) and ";" not in gap:
            return time
        if time.when.end is not None and not other and gap[-2:-1] == [","] and "," not in gap[:-2]:
            gap = gap[:-2]  # "shipped 13 tonnes to Antwerp, between 2021 and 2024"
        if not self.closing.isdisjoint(gap) or (other and not joined and not self.lexis.sets["own_time"].isdisjoint(gap)):
            return None
        if time.when.sort in ("weekday", "relative"):
            return time if len(gap) <= 3 else None
        if (
            time.when.sort == "day"
            and time.planned
            and ((gap[-1:] in _OF and gap[-2:-1] != ["partir"]) or events.event(self.reading, time.when).attributive)
        ):
            return None  # "expects a cut of 2% at the meeting of June 3", "leads by 3 points ahead of the June 3 vote"
        return None if self.bounds(time) and not (gap[-1:] in _UNTIL and time.tense == "coming") else time

    def _past_bracket(self, last: int) -> int:
        """Behind the bracket that a figure stands in, or that says it again: "three in ten trains (28%)"; not "(29 in 2024)"."""
        tokens = self.reading.tokens
        opened = next((at for at in range(last, min(len(tokens), last + _BRACKET)) if tokens[at].kind != "w"), last)
        if opened == last and tokens[last : last + 1] and tokens[last].text == ")":
            return last + 1
        if opened >= len(tokens) or tokens[opened].text != "(":
            return last
        closed = next((at for at in range(opened, min(len(tokens), opened + _BRACKET)) if tokens[at].text == ")"), None)
        return last if closed is None or self.between(opened, closed) else closed + 1

    def _before(self, first: int, start: int) -> Time | None:
        """The time that a figure's clause, or the head of its sentence, gives."""
        tokens, sets = self.reading.tokens, self.lexis.sets
        for time in reversed(self.between(max(start, first - _CLAUSE), first)):
            when = time.when
            if when.last <= first and not time.planned and when.sort in ("weekday", "day", "relative") and self.as_of(when):
                return time
            if when.last > first or when.sort in ("weekday", "relative"):
                continue
            gap = [token.norm for token in tokens[when.last : first]]
            if gaps.since_then(gap, self.lexis):
                return None  # "Between 2015 and 2020 it had 12; since then two"
            if ")" in gap and comparisons.enclosed(self, when, first):
                continue  # "29 (31 in 2024), then 18"
            on = gap[:1] == [","] and (gaps.told_on(gap, self.relatives, self.lexis) or gaps.beside(gap, self.lexis))
            if on and not comparisons.against(self.reading, when):
                return time
            if not sets["when_words"].isdisjoint(gap[:9]) and not self.other(when.last, first):
                return time  # "since 2022, the worst year, when it stood at 31.7"
            if (
                when.sort in ("day", "month")
                and not self.bounds(time)
                and [word for word in gap if word != ","] in (["with"], ["by"], ["con"], ["por"])
            ):
                return time  # "passed on May 3, with 102 votes"
            if when.sort == "year" and gap == [":"]:
                return time  # "(2023: $26 million)"
            if self.bounds(time) and self._heads(when.first, start):
                return None  # "in 2019 it made 40; since 2020 it has made 90"
            if self.bounds(time) or (when.sort == "day" and (time.planned or not events.event(self.reading, when).attributive)):
                continue
            if asides.aside(self, when, start, first):
                continue
            if asides.apposed(self, when, start) and when.sort != "day":
                return time  # "At its height, in July 2021, she took £11,000 a month"
            if when.turn is None and not sets["today_words"].isdisjoint(gap):
                return None  # "In 2010 it had 8,200 people; today 5,100 remain"
            if when.first - start > 1 and tokens[start].norm in sets["start_words"] and "," in gap:
                continue  # "Tras el incendio de 2019, se plantaron 300 árboles"
            fronted = when.first - start <= _FRAME or tokens[start].norm in sets["when_words"]
            if (fronted or self._heads(when.first, start)) and _QUOTES.isdisjoint(gap):
                return time
            closing = self.leading if asides.within(self, when) else self.closing
            if closing.isdisjoint(gap) or self._goes_on(when, first):
                return time
        return None

    def _goes_on(self, when: When, first: int) -> bool:
        """ "Exports fell 4.7% in March and totalled 4 billion": what else is told of a period."""
        if when.sort in ("day", "weekday", "relative"):
            return False
        tokens = self.reading.tokens
        if self._reaches(when, first):
            return True
        gap = [token.norm for token in tokens[when.last : first]]
        if 1 < len(gap) <= _FRAME and gap[0] == "," and (gap[1] in self.lexis.sets["going_on"] or gap[1].endswith(("ing", "ndo"))):
            return self.closing.isdisjoint(gap[1:])  # "fell in April, slipping 0.4%"
        link = next((at for at in range(when.last, min(first, when.last + 2)) if tokens[at].norm in self.lexis.sets["linking"]), None)
        behind = [token.norm for token in tokens[link + 1 : first]] if link is not None else []
        return len(behind) < _BEHIND and self.closing.isdisjoint(behind) and self.told_past(first - len(behind), first)

    def _reaches(self, when: When, first: int) -> bool:
        """ "Prices climbed 0.8% in June to a median £300,000", but "fell from 9% in June to 8%": where a change led, told behind it."""
        gap = [token.norm for token in self.reading.tokens[when.last : first] if token.norm != ","]
        at = bisect_left(self.figures, when.first) - 1
        if not 0 < len(gap) <= _REACH or gap[0] not in self.lexis.sets["reaching"] or at < 0:
            return False
        return self.reading.tokens[self.figures[at] - 1].norm not in self.lexis.sets["leaving"] and not self.other(when.last, first)

    def _chained(self, first: int, last: int, start: int, links: int = 5) -> Time | None:
        """A figure of the same unit that goes on from one with a time: "58% of the vote, against 41%"."""
        tokens = self.reading.tokens
        at = bisect_left(self.figures, first) - 1
        if not links or at < 0 or self.figures[at] < start or not _alike(tokens[self.ends[at] - 1], tokens[last - 1]):
            return None
        gap = [token.norm for token in tokens[self.ends[at] : min(first, self.ends[at] + 15)]]
        if len(gap) > 14 or not _HARD.isdisjoint(gap) or (")" in gap and "(" not in gap) or self.lexis.sets["against"].isdisjoint(gap):
            return None
        if not self.lexis.sets["today_words"].isdisjoint(gap):
            return None  # "By 2010 it had 400, and today it has 900"
        if "," in gap and any(token.norm in self.relatives for token in tokens[max(start, self.figures[at] - _FRAME) : self.figures[at]]):
            return None  # "after a fire in which 17 died, it sold 40"
        earlier = self._before(self.figures[at], start) or self._chained(self.figures[at], self.ends[at], start, links - 1)
        joined = ("," not in gap or gap[-1] == "by") and not self.lexis.sets["joining"].isdisjoint(gap)
        return earlier if earlier or not joined else self._behind(self.ends[at], first)

    def anchor(self, first: int, last: int) -> Anchor | None:
        """The time told by another that dates the figure in tokens `[first, last)`: "5% a year earlier", "the month before it was 7%"."""
        if not self.anchored:
            return None
        tokens, sentence = self.reading.tokens, self.reading.sentences[self.reading.sentence_of[first]]
        nearest = bisect_left(self.anchored, sentence.first)
        if nearest == len(self.anchored) or self.anchored[nearest] >= sentence.last:
            return None
        at = bisect_left(self.anchored, last)
        if self.compared(last, sentence.last):
            return None
        if (same := self._apposed(last)) is not None:
            return self.anchor(self.figures[same], self.ends[same])
        behind = self.anchors[at] if at < len(self.anchors) and self.anchored[at] < min(sentence.last, last + _CLOSE) else None
        if behind is not None and not self.other(last, behind.first):
            gap = [token.norm for token in tokens[last : behind.first]]
            gap = gap if not self._opposite(first) else [word for word in gap if word != ","]
            again = behind.unit in ("period", "date") or self.lexis.sets["set_against"].isdisjoint(gap)  # "over the same period"
            if again and self.closing.isdisjoint(gap):
                return behind
        before = self.anchors[at - 1] if at and self.anchored[at - 1] >= max(sentence.first, first - _BEHIND) else None
        if before is None or before.last > first or self.other(before.last, first) or self.between(before.last, first):
            return None
        if self._behind(last, sentence.last) is not None:
            return None  # "which took in 900 a night three years ago, had 11 guests on Saturday"
        led = [token.norm for token in tokens[max(sentence.first, before.first - 4) : before.first]]
        gap = [token.norm for token in tokens[before.last : first]]
        led = led if self.lexis.sets["when_words"].isdisjoint(gap[:2]) else []  # "15% more than the year before, when it earned 186"
        return before if _HARD.isdisjoint(gap) and self.lexis.sets["set_against"].isdisjoint(led) else None

    def _apposed(self, last: int) -> int | None:
        """The figure that says the one ending before `last` again: "$1.9 billion, or 70 cents a share, a year earlier"."""
        at = bisect_left(self.figures, last)
        near = at < len(self.figures) and self.figures[at] <= last + _REACH
        return at if near and self._opposite(self.figures[at]) else None

    def _opposite(self, first: int) -> bool:
        tokens = self.reading.tokens
        return first > 1 and tokens[first - 1].norm in self.lexis.sets["or_words"] and tokens[first - 2].text == ","

    def _heads(self, at: int, start: int) -> bool:
        """True for a time at the head of a part of its sentence: "...; last year 1.7 million did"."""
        return self.reading.holds(_SEMICOLON, max(start, at - 3), at)

    def _joined(self, last: int, stop: int) -> bool:
        """ "by 50 basis points to 8.75% in June": the same change told twice."""
        at = bisect_left(self.figures, last)
        words = [token.norm for token in self.reading.tokens[last : self.figures[at]]]
        alone = at + 1 >= len(self.figures) or self.figures[at + 1] >= stop
        return alone and words in (["to"], ["a"], ["al"], ["hasta"])

    def compared(self, last: int, end: int) -> bool:
        """ "12% below 2019", "un 3% más respecto a un año antes": whether the time behind a figure is what it is set against."""
        at = bisect_left(self.telling, last)
        return at < len(self.telling) and self.telling[at] < min(end, last + _BEHIND) and comparisons.compared(self, last, self.telling[at])

    def other(self, first: int, last: int) -> bool:
        """True where another figure stands between."""
        at = bisect_left(self.figures, first)
        if self.figures:
            return at < len(self.figures) and self.figures[at] < last
        return any(token.kind == "n" for token in self.reading.tokens[first:last])

    def bounds(self, time: Time) -> bool:
        """True for "since", "until" and the like: a time that bounds, and does not date."""
        first = time.when.first
        if first not in self._bounding:
            self._bounding[first] = bounds.bounding(self, time)
        return self._bounding[first]

    def told_past(self, first: int, last: int) -> bool:
        """True for a sentence that tells of what is over."""
        if (first, last) not in self._past:
            self._past[first, last] = tenses.told_past(self.reading, first, last)
        return self._past[first, last]

    def _dates_figures(self, time: Time, apart: datelines.Apart) -> bool:
        """A day of reporting, a dateline and "today" date what is said."""
        when = time.when
        if apart.starts and apart.holds(self.reading.starts[when.first]):
            return False
        if when.sort == "relative" and when.shift == 0 and time.tense != "past":
            return False
        tokens = self.reading.tokens
        if when.sort == "day":
            near = [token.norm for token in tokens[max(0, when.first - 2) : when.first]]
            return self.saying.isdisjoint(near) and self.lexis.sets["issuing"].isdisjoint(near)
        if when.sort not in ("weekday", "relative"):
            return True
        if self.as_of(when):
            return True
        start = max(self.reading.sentences[self.reading.sentence_of[when.first]].first, when.first - 5)
        for token in [*reversed(tokens[start : when.first]), *self._until(when.last, when.last + 4)]:
            if token.norm in self.saying or token.norm in self.lexis.sets["reporting"]:
                return False
        return True

    def as_of(self, when: When) -> bool:
        """ "As of Friday, the ministry had confirmed", "hasta el viernes se contaban": a day up to which something is counted."""
        tokens, first, of = self.reading.tokens, when.first, self.reading.sentence_of
        if norm_at(tokens, first - 1) not in self.lexis.as_of:
            return False
        for many in (2, 1, 3):
            at = first - many - 1
            if at >= -1 and " ".join([token.norm for token in tokens[at + 1 : first]]) in self.lexis.sets["as_of"]:
                return at < 0 or tokens[at].kind not in "wn" or of[at] != of[first]
        return False

    def _until(self, first: int, last: int) -> list[Token]:
        """The tokens up to where another clause tells when or why: "on Thursday after it warned"."""
        tokens = self.reading.tokens[first:last]
        end = next((at for at, token in enumerate(tokens) if token.norm in self.lexis.sets["apart"]), len(tokens))
        return tokens[:end]


def period(time: Time) -> bool:
    return time.when.sort in ("quarter", "half") or "/" in (time.edtf or "")


def _alike(one: Token, other: Token) -> bool:
    """The last tokens of two figures of one unit, or of two bare numbers."""
    return one.norm == other.norm or one.kind == other.kind == "n"
