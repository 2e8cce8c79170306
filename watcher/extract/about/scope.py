"""When and at which event a figure holds: the time `times` gives it, else the one last told of the same kind in its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.extract.about import rates, tabled, wording
from watcher.extract.about.view import View
from watcher.extract.dates import accounts, anchors, deeds, expressions
from watcher.extract.dates.periods import Times
from watcher.extract.dates.standing import Standing, a_day
from watcher.extract.dates.votes import Votes
from watcher.extract.reading import FigureMention, Reading
from watcher.lexicon import concepts
from watcher.model import Figure, Scope

if TYPE_CHECKING:
    from watcher.extract.about import About

_NEAR = 14  # tokens from a figure to what a comma adds to it
_OPENED = 3  # tokens from a bracket to its figure
_RECENT = 4  # sentences back to one that tells a figure's time
_BACK = 120  # tokens before "that year" in which the year is told
_MONTH = 7  # characters of "2026-01"
_DAY = 10  # and of "2026-01-30"
_MONTHLY = re.compile(r"[0-9]{4}-[0-9]{2}(?![-0-9])")
_YEAR_BEFORE = anchors.Anchor(0, 0, "year", -1)
_MONTH_BEFORE = anchors.Anchor(0, 0, "month", -1)
_THEM = frozenset(["them", "these", "those", "ellos", "ellas", "estos", "estas"])
_ELSEWHERE = frozenset("vxmirstq;c")  # tags that tell something else behind the comma: ", an increase of 11 per cent"
_BESIDE = _ELSEWHERE - {"t"} | {",", "f"}  # and that stand between a figure and an occasion not its own
_EXPECTED = frozenset(["forecast", "forecasts", "expects", "sees", "target", "pronostico", "preve", "proyecta", "espera", "objetivo"])
_MOMENTARY = frozenset(["count", "percent", "measure", "ratio"])  # sorts of figures that a day gives
_BRACKET = frozenset("(")
_YEARS = re.compile(r"[0-9]{4}/[0-9]{4}")
_LED = 3  # tokens from what something came from to what it came to
_REPORTED = "place"  # indicators are reported for one period: the first time told holds for those that follow


class Scopes:
    """The scopes of one reading's figures, asked for in their order."""

    def __init__(self, reading: Reading, figures: Sequence[FigureMention], published: str | None) -> None:
        self.times = Times(reading, published, [(figure.first, figure.last) for figure in figures])
        self.stretches = [(time.when.first, time.when.last) for time in self.times.all]
        self.standing, self.published = Standing(self.times), published
        self.votes = Votes(reading, published)
        self.accounts = accounts.reported(self.times)
        self.released = None if self.accounts else accounts.released(self.times, published)
        self.resumed = -1  # the last paragraph that goes on about what was released
        self.period: str | None = None
        self.reported = -1  # the last paragraph that tells an indicator of the period
        lexis = expressions.words(reading.language)
        self.lasting, self.opposing, self.releases = lexis.sets["lasting"], lexis.sets["opposed"], lexis.sets["releases"]
        self.told: dict[int, str] = {}  # a sentence -> the time of what it tells, of which a comparison is none
        self.opposed: set[int] = set()  # sentences in which something has been set against what they tell
        self.last: tuple[int, str | None] = (-1, None)  # where the figure before ends, and its time
        self.left = -_LED  # where a figure ends that something came from, "from 8%"
        self.sentence: dict[int, str] = {}  # first token of a sentence -> the year its first indicator holds for

    def of(self, view: View, figure: FigureMention, name: str) -> Scope:
        """The scope of one figure whose property is `name`."""
        time = self.times.scope(figure.first, figure.last)
        comes_from, ahead = _comes_from(view, figure), _ahead(view, figure)
        kind = concepts.kind(name)
        if self.period is None and kind != _REPORTED and time is not None and _MONTHLY.fullmatch(time) and _indicator(view, figure):
            self.period, self.reported = time, _paragraph(view, figure)
        if kind == _REPORTED:
            if self.period is None and time is not None and len(time) == _MONTH:
                self.period = time
            if time is not None and time == self.period:
                self.reported = _paragraph(view, figure)
            if not comes_from:
                time = self._reported(view, figure, time)
        event = _occasion(view, figure)
        stretch = time if time is not None and _YEARS.fullmatch(time) else None
        if self.times.anchors and (base := self._anchored(view, figure)) is not None:
            time = base
        elif stretch and (comes_from or 0 < figure.first - self.left <= _LED):
            time = stretch[: len("2026")] if comes_from else stretch[len("2026/") :]  # "between 2019 and 2024 it rose from 8% to 12%"
        elif comes_from:
            time = self._earlier(view, figure, name)
        elif time is None:
            time = self._carried(view, figure, name, self.period) if self.period is not None and not ahead else None
            time = time or self._told(view, figure, ahead=ahead)
            if time is None and not ahead and concepts.counted_at_a_vote(name):
                time = self.votes.day(event)  # for its results
            if time is None:
                time = tabled.headed(view, figure, self.times)
        before, told = self.last
        if time is None and (
            self.times.compared(figure.last, view.last) or _part(view, figure) or (told and self._appended(view, figure, before))
        ):
            time = told if before >= view.first and told else self.period or self.accounts
        if time is None:
            going = None if comes_from or ahead else self._going_on(view, figure, kind)
            time = self._accounted(view, figure, kind, self.accounts) if self.accounts else None
            time = time or going or (self._released(view, figure, kind, self.released) if self.released and not ahead else None)
        if time is not None and time.startswith("XXXX") and not self.times.between(view.first, view.last):
            time = None  # "Inflation was 3.2% in May. Rates stand at 4.25%": of what year is not even known, too little to carry on
        self.left = figure.last if comes_from else -_LED
        self._keep(view, figure, time, ahead=ahead)
        return Scope(time=time, event=event)

    def _keep(self, view: View, figure: FigureMention, time: str | None, *, ahead: bool) -> None:
        """Remember the time of a figure for those behind it, in its sentence and in those that go on from it."""
        number, (before, _) = view.reading.sentence_of[figure.first], self.last
        if time is not None and before >= view.first and _bracketed(view, figure):
            return
        if time is not None and not ahead:
            known, down = self.told.get(number), _down_from(view, figure)
            if known is not None and (down or view.reading.holds(self.opposing, before, figure.first)):
                self.opposed.add(number)
            if (known is None and not down) or (known is not None and number not in self.opposed and time > known):
                self.told[number] = time
        self.last = figure.last, time

    def _reported(self, view: View, figure: FigureMention, time: str | None) -> str | None:
        """The time of an indicator: the year told beside a rate, else the one its sentence told first."""
        if (figure.value.per is not None or figure.value.unit == "times") and (time is None or len(time) in (0, 4)):
            time = rates.year(view, figure) or time
        if time is None:
            return self.sentence.get(view.first)
        if len(time) == len("2026") and not (self._aside(view.first, figure.first) or _bracketed(view, figure)):
            self.sentence.setdefault(view.first, time)
        return time

    def _aside(self, first: int, last: int) -> bool:
        """ "Food prices, which rose 7% in 2024, were up 2%": what a clause of its own tells is not the sentence's."""
        reading = self.times.reading
        return any(reading.tokens[at - 1].text == "," for at in reading.between(self.times.relatives, first + 1, last))

    def _told(self, view: View, figure: FigureMention, *, ahead: bool) -> str | None:
        """The days of the poll it is an answer of; the day of the deed it is told with."""
        if figure.sort in ("age", "rank", "duration") and figure.value.unit not in ("second", "minute", "hour"):
            return None
        polled = deeds.fieldwork(self.times, view.reading.sentence_of[figure.first], figure.sort == "percent")
        if polled is not None or ahead:
            return polled
        return deeds.day(self.times, figure.first, figure.last)

    def _appended(self, view: View, figure: FigureMention, before: int) -> bool:
        """ "It spent $12 million last year, 78% of the budget": what a comma adds to a figure holds when that does."""
        if not view.first <= before < figure.first <= before + _NEAR or _down_from(view, figure):
            return False
        between = view.tags[before - view.first : figure.first - view.first]
        behind = between[between.index(",") :] if "," in between else ""
        return view.norm[view.before_hedges(figure.first) - 1] == "," or (bool(behind) and _ELSEWHERE.isdisjoint(behind))

    def _going_on(self, view: View, figure: FigureMention, kind: str | None) -> str | None:
        """What the sentences before it tell goes on: "The ferry sank on Sunday. Divers pulled 12 bodies from the hull"."""
        number = view.reading.sentence_of[figure.first]
        if kind in ("person", "party") or self.times.between(view.first, figure.last):
            return None
        if figure.sort in _MOMENTARY and a_day(self.published) and self.standing.post(number):
            return self.published
        if not view.words.isdisjoint(self.lasting) or not self.times.told_past(view.first, view.last):
            return None
        told = self.standing.at(number)
        if told is None:
            return self.standing.lead() if kind == "event" and figure.sort in _MOMENTARY else None
        if a_day(told.edtf):
            return told.edtf if figure.sort in _MOMENTARY else None
        if told.edtf is not None and len(told.edtf) == len("2026"):
            return next((self.told[at] for at in range(number - 1, number - _RECENT, -1) if at in self.told), None)
        return told.edtf

    def _anchored(self, view: View, figure: FigureMention) -> str | None:
        """ "A loss of 41.7 million a year earlier", "the month before it had been 7%": counted from what was told before."""
        anchor = self.times.anchor(figure.first, figure.last)
        if anchor is None:
            return None
        before, told = self.last
        number = view.reading.sentence_of[figure.first]
        stands = self.standing.at(number)
        base = told if before >= view.first and told else stands.edtf if stands else self.period or self.accounts
        if number in self.opposed or anchor.today:
            base = self.told.get(number) or base  # "2%, against 3% in May and 4% a year earlier"
        if anchor.step == 0 and anchor.year is None:
            base = next(
                (time.edtf for time in reversed(self.times.between(anchor.first - _BACK, anchor.first)) if _parted(time.edtf, anchor)), None
            )
        if base is None or (anchor.today and _MONTHLY.match(base) is None):
            base = (self.published or "")[: len("2026-01") if anchor.unit == "month" else len("2026")]
        return anchors.moved(base, anchor) or (str(anchor.year) if anchor.year is not None and not base else None)

    def _earlier(self, view: View, figure: FigureMention, name: str) -> str | None:
        """ "cedió en enero del 5,2% al 4,9%": the month before, of what is told each month."""
        own = self.times.scope(figure.first, figure.last)
        if own is None or not concepts.monthly(name) or len(own) != _MONTH:
            return own
        between = any(view.tag[index] == "t" for index in range(figure.last, min(view.last, figure.last + 4)))
        return own if between else anchors.moved(own, _MONTH_BEFORE)

    def _accounted(self, view: View, figure: FigureMention, kind: str | None, accounts: str) -> str | None:
        """The period a company or office reports on, for what it tells as past."""
        if kind in ("person", "party", "event") or not self.times.told_past(view.first, view.last):
            return None
        return self._before(view, figure, accounts)

    def _before(self, view: View, figure: FigureMention, period: str) -> str | None:
        """ "27% of costs, down from 33%": what stood before the period a report is about, a year earlier."""
        return anchors.moved(period, _YEAR_BEFORE) if _down_from(view, figure) or _comes_from(view, figure) else period

    def _released(self, view: View, figure: FigureMention, kind: str | None, released: str) -> str | None:
        """The year whose figures came out, for what more is told of them: crimes, "the report shows", and what stands beside these."""
        if figure.sort not in _MOMENTARY or figure.value.unit == "times":
            return None
        here = _paragraph(view, figure)
        more = kind == _REPORTED or here == self.resumed or view.reading.holds(self.releases, view.first, view.last)
        if not more or not view.words.isdisjoint(self.lasting) or self.times.between(view.first, figure.last):
            return None
        if not self.times.told_past(view.first, view.last):
            return None
        self.resumed = here
        return self._before(view, figure, released)

    def _carried(self, view: View, figure: FigureMention, name: str, period: str) -> str | None:
        """An indicator's monthly figure with no time of its own: the period the report is about; so what a paragraph breaks it down to."""
        if figure.value.unit != "percent":
            return None
        if concepts.monthly(name):
            return period
        near = 0 <= self.reported <= _paragraph(view, figure) <= self.reported + 1
        down = near and len(period) == _MONTH and view.words.isdisjoint(self.lasting)
        return period if down and self.times.told_past(view.first, view.last) else None


def _paragraph(view: View, figure: FigureMention) -> int:
    return view.reading.sentences[view.reading.sentence_of[figure.first]].paragraph


def _indicator(view: View, figure: FigureMention) -> bool:
    """ "El índice de precios al consumidor subió 0,6% en agosto": a share told of what is reported each month."""
    return figure.sort == "percent" and any(
        concepts.monthly(token.norm) for token in view.reading.tokens[view.first : figure.first] if token.kind == "w"
    )


def _bracketed(view: View, figure: FigureMention) -> bool:
    """ "29 killings (against 31 in 2024), then Honduras, with 18": a figure in a bracket, whose time is nobody else's."""
    return view.reading.holds(_BRACKET, max(view.first, figure.first - _OPENED), figure.first)


def _parted(edtf: str | None, anchor: anchors.Anchor) -> bool:
    """Whether a time is a year, a month or a longer part of a year, as an anchor points at one."""
    if anchor.unit == "period":
        return edtf is not None and len(edtf) not in (_DAY, len("2026"))
    return edtf is not None and len(edtf) == (len("2026") if anchor.unit == "year" else _MONTH)


def _part(view: View, figure: FigureMention) -> bool:
    """ "870 people on 31 December, 34% of them women": what is said of those counted holds when they were."""
    return view.norm[figure.last] in view.rules.of and view.norm[figure.last + 1] in _THEM


def _ahead(view: View, figure: FigureMention) -> bool:
    """What is expected holds for no period that is over."""
    near = figure.first - 5 if figure.first - 5 > view.first else view.first
    return "m" in view.tags[near - view.first : figure.first - view.first] or view.reading.holds(_EXPECTED, near, figure.first)


def _down_from(view: View, figure: FigureMention) -> bool:
    """ "27% of the total, down from 33%": what was before."""
    led = figure.first - 1 - (view.norm[figure.first - 1] in ("el", "los", "las", "la"))
    return view.norm[led] in ("from", "desde") or (view.norm[figure.first - 2], view.norm[figure.first - 1]) == ("frente", "a")


def _comes_from(view: View, figure: FigureMention) -> bool:
    """ "del 5,2% al 4,9%": what was before holds for another time."""
    return view.norm[figure.first - 1] in ("from", "del", "de") and view.norm[figure.last] in ("to", "al", "a")


def _occasion(view: View, figure: FigureMention) -> str | None:
    """The event a vote or match figure holds at: of those its sentence names, the one right behind it, else the last before it."""
    known = wording.occasions(view.rules.language)
    if view.words.isdisjoint(known):
        return None
    told = list(_named(view, known))
    behind = next(((at, shown) for at, shown in told if at >= figure.last), None)
    if behind is not None and _BESIDE.isdisjoint(view.tags[figure.last - view.first : behind[0] - view.first]):
        return behind[1]  # "31% in the first round and 44% in the runoff"
    before = [shown for at, shown in told if at < figure.first]
    return before[-1] if before else behind[1] if behind is not None else None


def _named(view: View, known: dict[str, list[tuple[str, tuple[str, ...]]]]) -> Iterator[tuple[int, str]]:
    """The last token of each occasion that a sentence names, and its shown words."""
    for at in view.reading.between(wording.closing(view.rules.language), view.first, view.last):
        for shown, phrase in known[view.norm[at]]:
            if all(view.norm[at - back] == word for back, word in enumerate(reversed(phrase))):
                yield at, shown
                break


def _sort(name: str) -> str:
    """What must agree between a headline's figure and the body's: the kind of measure, else the concept."""
    return "monthly" if concepts.monthly(name) else concepts.kind(name) or concepts.concept(name)


def headlines(reading: Reading, figures: Sequence[FigureMention], found: Sequence[About]) -> list[About]:
    """A figure of a headline holds for the time the body gives the same figure of the same kind."""
    result = list(found)
    open_ones = [at for at, about in enumerate(found) if about.scope.time is None and _in_headline(reading, figures[at])]
    if open_ones:
        told = {_key(figure, about): about.scope.time for figure, about in zip(figures, found, strict=True) if about.scope.time}
        for at in open_ones:
            about = found[at]
            if (time := told.get(_key(figures[at], about))) is not None:
                result[at] = replace(about, scope=Scope(time, about.scope.place, about.scope.event))
    return result


def _in_headline(reading: Reading, figure: FigureMention) -> bool:
    return reading.paragraphs[reading.sentences[reading.sentence_of[figure.first]].paragraph].kind == "headline"


def _key(figure: FigureMention, about: About) -> tuple[Figure, str]:
    return figure.value, _sort(about.property)
