"""A figure behind another of its sentence -> whom that is said of: a rank, what is set against it, what stands in brackets."""

from __future__ import annotations

from watcher.extract.about.measures import Property
from watcher.extract.about.onward import Told
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.model import Subject

Before = tuple[int, Subject | None]  # where the figure before ends, and its subject
_APART = frozenset("vxmirs;.q")  # between a rank and the figure it is told of stands none


def ranked(view: View, figure: FigureMention, measure: Property | None, before: Before) -> Subject | None:
    """Whose rank is told behind a comma after its figure: "the share was 66%, third among 18 countries"."""
    last, subject = before
    if measure is None or measure.source != "rank" or not view.first <= last < figure.first or figure.first - last > 7:
        return None
    if subject is None or subject.type == "thing":
        return None
    between = view.tags[last - view.first : figure.first - view.first]
    return subject if "," in between and _APART.isdisjoint(between) else None


def against(view: View, figure: FigureMention, before: Before, told: Told | None) -> Subject | None:
    """ "1,2 millones de viajeros, un 4 % menos", "139 seats, one more than it needs": whom a comma sets a figure against."""
    last, subject = before
    start = view.before_hedges(figure.first)
    if view.rules.language == "en" and (set_against := _set_against(view, figure, start, before, told)) is not None:
        return set_against
    if (
        not view.first <= last < start <= last + 9
        or view.tag[start - 1] != ","
        or not _APART.isdisjoint(view.tags[last - view.first : start - view.first])
    ):
        return None
    compared = view.norm[figure.last] in view.rules.comparing
    if view.rules.language == "en":
        compared = (compared and view.norm[figure.last + 1] == "than") or view.norm[figure.last] in view.rules.trailing
    else:
        compared = compared or (figure.value.unit == "times" and view.norm[figure.last] in ("que", "de"))
    return subject if compared else None


def _set_against(view: View, figure: FigureMention, start: int, before: Before, told: Told | None) -> Subject | None:
    """ "One sailing in eight was cancelled, against one in 40 the year before": whom the figure before is told of."""
    last, subject = before
    at = start - 1 - (view.norm[start - 2] == "compared")
    if view.norm[at] not in view.rules.matched or view.tag[at - 1] != "," or not view.first <= last < at or told is None:
        return None
    if (told.figure.value.unit, told.figure.value.per is None) != (figure.value.unit, figure.value.per is None):
        return None
    whose = view.rules.towards | view.rules.by  # "58% of the vote, against 41% for Ana Bo"
    named = view.tag[figure.last] in ("w", "n") or any(view.norm[near] in whose for near in range(figure.last, figure.last + 6))
    return None if named else subject


def bracketed(view: View, figure: FigureMention, before: Before) -> Subject | None:
    """What stands in brackets behind a figure is said of whom that is: "9,662 votes (40.3 per cent)"."""
    last, subject = before
    behind = view.first <= last and figure.first - last in (1, 2) and view.tag[figure.first - 1] == "("
    return subject if behind and figure.value.unit == "percent" else None
