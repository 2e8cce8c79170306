"""Who comes behind whom: "Ann Bo won 47%, followed by Carl Moss, of Unity, with 36%". In: a figure and its sentence; out: who it is of."""

from __future__ import annotations

from watcher.extract.about.attached import Case
from watcher.extract.about.view import View
from watcher.extract.neighbours import among
from watcher.extract.reading import FigureMention
from watcher.model import Subject

_FOLLOWED = frozenset(["followed", "trailed", "seguido", "seguida", "seguidos", "seguidas"])
_BY = frozenset(["by", "por", "de", "del"])
_WITH = frozenset(["with", "on", "at", "con"])
_FAR = 30  # tokens
_AGAINST = frozenset(["frente", "contra", "against", "versus"])
_OF = frozenset(["de", "del", "en", "of", "for", "in"])
_TITLED = 6  # tokens from there to the end of a name
_HEDGED = 4  # tokens that may stand between "with" and the figure, one more


def led(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """The tokens that name who has `figure`: from "followed by", or the figure before, to the "with" that leads to this one."""
    if view.words.isdisjoint(_FOLLOWED):
        return None
    last = next((at for at in range(figure.first - 1, figure.first - _HEDGED, -1) if view.norm[at] in _WITH), None)
    if last is None:
        return None
    first = next((at for at in range(last - 1, max(view.first, last - _FAR), -1) if view.norm[at] in _FOLLOWED), None)
    if first is None or view.norm[first + 1] not in _BY:
        return None
    return max([first, *(other.last for other in view.figures if first < other.first < figure.first)]), last


def against(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """The tokens that name whose figure another is set against: "21%, frente al 8% del País Vasco", "against 8% for Bo Tran"."""
    if view.words.isdisjoint(_AGAINST) or not among(view.norm[figure.last], _OF):
        return None
    before = range(figure.first - 1, figure.first - _HEDGED, -1)
    return (figure.last + 1, figure.last + _TITLED) if any(view.norm[at] in _AGAINST for at in before) else None


def behind(case: Case) -> Subject | None:
    """Whoever is named first there."""
    tokens = led(case.view, case.figure) or against(case.view, case.figure)
    named = case.around.names.in_tokens(case.around.index, *tokens) if tokens is not None else ()
    placed = tokens is not None and tokens[0] >= case.figure.last
    return next((mention.subject for mention in named if placed or mention.subject.type != "place"), None)
