"""When, where and at which event a figure holds: the expression of time its own clause gives, else its sentence's opening."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from watcher import lexicon
from watcher.extract import dates
from watcher.extract.clauses import Clause
from watcher.extract.reading import FigureMention, Reading
from watcher.extract.topics import Topic
from watcher.extract.view import View
from watcher.model import Scope


class Stretch(NamedTuple):
    """An expression of time at tokens `[first, last)`, resolved to EDTF or None."""

    first: int
    last: int
    edtf: str | None


class Times:
    """The expressions of time of one reading."""

    def __init__(self, reading: Reading, published: str | None) -> None:
        self.found = [Stretch(time.when.first, time.when.last, time.edtf) for time in dates.times(reading, published)]

    def of(self, view: View, figure: FigureMention, clause: Clause, _topic: Topic) -> Scope:
        """The scope of one figure."""
        inside = [time for time in self.found if time.first >= view.first and time.last <= view.last]
        return Scope(time=self._time(view, figure, clause, inside), event=_occasion(view))

    def _time(self, view: View, figure: FigureMention, clause: Clause, inside: list[Stretch]) -> str | None:
        own = [time for time in inside if clause.first <= time.first < clause.last and not _of_saying(view, clause)]
        if own:
            nearest = min(own, key=lambda time: (time.first - figure.last) if time.first >= figure.last else (figure.first - time.last) * 2)
            return nearest.edtf
        opening = [time for time in inside if time.first - view.first <= 5 and view.tag(view.first) in "pt"]
        return opening[0].edtf if opening else None


def _of_saying(view: View, clause: Clause) -> bool:
    return clause.verb is not None and view.tokens[clause.verb].text.lower() in view.rules.saying


def _occasion(view: View) -> str | None:
    """The event a vote or match figure holds at, as the sentence names it."""
    text = " ".join(view.norm(index) for index in range(view.first, view.last))
    return next((shown for shown, phrases in _occasions(view.rules.language) for phrase in phrases if f" {phrase} " in f" {text} "), None)


@cache
def _occasions(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((shown, tuple(phrases)) for shown, phrases in lexicon.load(f"{language}/properties")["occasions"].items())
