"""A share of what is counted on an election night, or an average that an amount is -> the thing it is said of.

Every rule takes a `Case` and gives a subject or None.
"""

from __future__ import annotations

from watcher.extract.about.case import Case
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.model import Subject


def compared(case: Case) -> Subject | None:
    """ "fourfold the national average of 3.6", "con el 99,8% de las mesas escrutadas": the figure is that thing's own."""
    view, figure, measure = case.view, case.figure, case.measure
    if not view.words.isdisjoint(view.rules.averages) and (mean := _mean(view, figure)) is not None:
        return mean
    if view.words.isdisjoint(view.rules.tallies) or measure is None or not measure.noun or figure.value.unit not in ("percent", "count"):
        return None
    beside = measure.noun[0] >= figure.last
    if beside and view.norm[measure.noun[1] - 1] in view.rules.tallies and view.norm[measure.noun[1]] in view.rules.tallied:
        return thing(view.head_text(*measure.noun))  # "with 211 of 276 constituencies declared"
    if figure.value.unit != "percent" or view.norm[measure.noun[0]] not in view.rules.tallies:
        return None
    start = case.start
    led = next((index for index in range(start - 2, figure.first) if view.norm[index] in ("with", "con")), case.clause.first)
    opened = led >= start - 3 and view.norm[led] in ("with", "con", "a", "al") and view.tag[led - 1] in ("", ",", ";", "c")
    return thing(view.head_text(*measure.noun)) if opened else None


def _mean(view: View, figure: FigureMention) -> Subject | None:
    """The average of a country or region that an amount is."""
    at = view.link(figure.first)
    if at is None or view.norm[figure.first - 1] in view.rules.places:
        return None
    mean = next((i for i in range(at - 1, max(view.first, at - 4) - 1, -1) if view.norm[i] in view.rules.averages), None)
    if mean is None:
        return None
    near = next((word for word in (view.norm[mean - 1], view.norm[mean + 1]) if word in view.rules.nations), None)
    if near is None:
        return None
    return thing(f"{near} {view.norm[mean]}" if view.rules.language == "en" else f"{view.norm[mean]} {near}")
