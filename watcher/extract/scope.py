"""When, where and at which event a figure holds: the expression of time its own clause gives, else what opens its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from watcher import lexicon
from watcher.extract import dates
from watcher.extract.clauses import Clause
from watcher.extract.reading import FigureMention, Reading
from watcher.extract.view import View
from watcher.lexicon import concepts
from watcher.model import Scope

if TYPE_CHECKING:
    from watcher.extract.about import About

_CARRIED = ("place", "party")  # kinds of property that go on holding for the time last told in their paragraph


class Stretch(NamedTuple):
    """An expression of time at tokens `[first, last)`, resolved to EDTF or None."""

    first: int
    last: int
    edtf: str | None


class Times:
    """The expressions of time of one reading, and the time last told of each kind of property."""

    def __init__(self, reading: Reading, published: str | None) -> None:
        self.published = published
        self.found = [Stretch(time.when.first, time.when.last, time.edtf) for time in dates.times(reading, published)]
        self.firsts = [time.first for time in self.found]
        self.carried: dict[tuple[int, str], str] = {}

    def of(self, view: View, figure: FigureMention, clause: Clause, name: str) -> Scope:
        """The scope of one figure whose property is `name`."""
        inside = self._inside(view)
        time = self._time(view, figure, clause, inside)
        kind = concepts.kind(name)
        paragraph = view.reading.sentences[view.reading.sentence_of[figure.first]].paragraph
        if kind in _CARRIED:
            if time is None:
                time = self.carried.get((paragraph, kind))
            else:
                self.carried.setdefault((paragraph, kind), time)
        return Scope(time=time, event=_occasion(view))

    def _inside(self, view: View) -> list[Stretch]:
        return [time for time in self.found if time.first >= view.first and time.last <= view.last] if self.found else []

    def _time(self, view: View, figure: FigureMention, clause: Clause, inside: list[Stretch]) -> str | None:
        inside = [time for time in inside if not _apart(view, time)]
        own = [time for time in inside if clause.first <= time.first < clause.last and not _between(view, figure, time)]
        if own:
            return self._told(view, clause, min(own, key=lambda time: _distance(time, figure)))
        for time in inside:
            if clause.opener in ("s", "r") and clause.first - 2 <= time.last <= clause.first:
                return time.edtf  # "since 1987, when 1,122 people were killed"
            if view.norm(time.last) in view.rules.studies or (time.first - view.first <= 5 and view.tag(view.first) in "pt"):
                return time.edtf
        return None

    def _told(self, view: View, clause: Clause, time: Stretch) -> str | None:
        """A month told as past that was resolved to one to come is the year before's."""
        edtf, published = time.edtf, self.published
        if edtf and published and len(edtf) == 7 and edtf > published[:7] and "m" not in view.tags[clause.first - view.first : clause.last - view.first]:
            return f"{int(edtf[:4]) - 1}{edtf[4:]}"
        return edtf


def _distance(time: Stretch, figure: FigureMention) -> int:
    return time.first - figure.last if time.first >= figure.last else (figure.first - time.last) * 2


def _between(view: View, figure: FigureMention, time: Stretch) -> bool:
    """A time behind a later figure of a list belongs to that one ("from 405 in 2024")."""
    return any(figure.last <= other.first < time.first and view.norm(other.first - 1) in ("from", "de", "del", "against", "frente", "to", "al", "a") for other in view.figures if other.first < view.last)


def _apart(view: View, time: Stretch) -> bool:
    """A time of something else: of saying or publishing, of a comparison, or a mere start ("since 2022")."""
    before = time.first - 1
    while view.tag(before) in "pad" and view.tag(before):
        if view.norm(before) in ("than", "since", "desde", "que", "until", "hasta", "frente", "against"):
            return True
        before -= 1
    word = view.tokens[before].text.lower() if before >= view.first else ""
    return word in view.rules.saying or word in view.rules.publishing or view.norm(before) in ("que", "than") or _said_after(view, time)


def _said_after(view: View, time: Stretch) -> bool:
    """ "informó el lunes la oficina", "the agency said late on Wednesday"."""
    return any(view.tokens[index].text.lower() in view.rules.saying for index in range(max(view.first, time.first - 4), time.first)) and view.tag(time.first - 1) != "n"


def _occasion(view: View) -> str | None:
    """The event a vote or match figure holds at, as the sentence names it."""
    text = " ".join(view.norm(index) for index in range(view.first, view.last))
    return next((shown for shown, phrases in _occasions(view.rules.language) for phrase in phrases if f" {phrase} " in f" {text} "), None)


@cache
def _occasions(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((shown, tuple(phrases)) for shown, phrases in lexicon.load(f"{language}/properties")["occasions"].items())


def headlines(reading: Reading, figures: Sequence[FigureMention], found: Sequence[About]) -> list[About]:
    """A figure of a headline holds for the time the body gives the same figure of the same kind."""
    told = {(figure.value, concepts.concept(about.property)): about.scope.time for figure, about in zip(figures, found, strict=True) if about.scope.time}
    result = []
    for figure, about in zip(figures, found, strict=True):
        kind = reading.paragraphs[reading.sentences[reading.sentence_of[figure.first]].paragraph].kind
        if kind == "headline" and about.scope.time is None and (time := told.get((figure.value, concepts.concept(about.property)))):
            about = about._replace(scope=Scope(time, about.scope.place, about.scope.event))
        result.append(about)
    return result
