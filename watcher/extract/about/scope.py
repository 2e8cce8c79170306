"""When and at which event a figure holds: the time `times` gives it, else the one last told of the same kind in its paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from watcher import lexicon
from watcher.extract.about import rates
from watcher.extract.about.view import View
from watcher.extract.dates.periods import Times
from watcher.extract.reading import FigureMention, Reading
from watcher.lexicon import concepts
from watcher.model import Scope

if TYPE_CHECKING:
    from watcher.extract.about import About

_REPORTED = "place"  # indicators are reported for one period: the first time told holds for those that follow


class Scopes:
    """The scopes of one reading's figures, asked for in their order."""

    def __init__(self, reading: Reading, figures: Sequence[FigureMention], published: str | None) -> None:
        self.times = Times(reading, published, [(figure.first, figure.last) for figure in figures])
        self.stretches = [(time.when.first, time.when.last) for time in self.times.all]
        self.period: str | None = None
        self.sentence: dict[int, str] = {}  # first token of a sentence -> the year its first indicator holds for

    def of(self, view: View, figure: FigureMention, name: str) -> Scope:
        """The scope of one figure whose property is `name`."""
        time = self.times.scope(figure.first, figure.last)
        if concepts.kind(name) == _REPORTED and len(time or "") == 7 and self.period is None:
            self.period = time
        if concepts.kind(name) == _REPORTED and not _comes_from(view, figure):
            if (figure.value.per is not None or figure.value.unit == "times") and len(time or "") in (0, 4):
                time = rates.year(view, figure) or time
            if time is None:
                time = self.sentence.get(view.first)
            elif len(time) == 4:
                self.sentence.setdefault(view.first, time)
        return Scope(time=time or self._carried(view, figure, name), event=_occasion(view))

    def _carried(self, view: View, figure: FigureMention, name: str) -> str | None:
        """An indicator's monthly figure with no time of its own: the period the report is about."""
        if self.period is None or _comes_from(view, figure) or not concepts.monthly(name) or figure.value.unit != "percent":
            return None
        ahead = any(
            view.tag(index) == "m" or view.norm(index) in ("forecast", "expects", "target", "pronostico", "meta")
            for index in range(max(view.first, figure.first - 5), figure.first)
        )
        return None if ahead else self.period


def _comes_from(view: View, figure: FigureMention) -> bool:
    """ "del 5,2% al 4,9%": what was before holds for another time."""
    return view.norm(figure.first - 1) in ("from", "del") and view.norm(figure.last) in ("to", "al", "a")


def _occasion(view: View) -> str | None:
    """The event a vote or match figure holds at, as the sentence names it."""
    known = _occasions(view.rules.language)
    return view.remember("occasion", lambda: next((shown for shown, phrases in known for phrase in phrases if phrase in view.norms), None))


@cache
def _occasions(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (shown, tuple(f" {phrase} " for phrase in phrases))
        for shown, phrases in lexicon.load(f"{language}/properties")["occasions"].items()
    )


def _sort(name: str) -> str:
    """What must agree between a headline's figure and the body's: the kind of measure, else the concept."""
    return "monthly" if concepts.monthly(name) else concepts.kind(name) or concepts.concept(name)


def headlines(reading: Reading, figures: Sequence[FigureMention], found: Sequence[About]) -> list[About]:
    """A figure of a headline holds for the time the body gives the same figure of the same kind."""
    keys = [(figure.value, _sort(about.property)) for figure, about in zip(figures, found, strict=True)]
    told = {key: about.scope.time for key, about in zip(keys, found, strict=True) if about.scope.time}
    result = []
    for figure, about, key in zip(figures, found, keys, strict=True):
        kind = reading.paragraphs[reading.sentences[reading.sentence_of[figure.first]].paragraph].kind
        if kind == "headline" and about.scope.time is None and key in told:
            result.append(about._replace(scope=Scope(told[key], about.scope.place, about.scope.event)))
        else:
            result.append(about)
    return result
