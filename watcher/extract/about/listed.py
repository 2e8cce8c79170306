"""A figure in a list -> the subject its place in the list gives: a name or noun before it without a verb, or its turn of "respectively"."""

from __future__ import annotations

from bisect import bisect_left

from watcher.extract.about.attached import Case
from watcher.extract.about.phrases import thing
from watcher.model import Subject

_RUN = 3  # tokens between two figures of one list
_NEAR = 30  # tokens to "respectively"


def respectively(case: Case) -> Subject | None:
    """ "de 61 y 19 años respectivamente": the names behind the figures, else those before, in their order."""
    if case.view.words.isdisjoint(case.view.rules.respectively):
        return None
    view, names, index = case.view, case.around.names, case.around.index
    ends = min(view.last, case.figure.last + _NEAR)
    turns = view.reading.between(view.rules.respectively, case.figure.last, ends)
    if not turns:
        return None
    here = first = last = bisect_left(view.figures, case.figure.first, key=lambda other: other.first)
    while first > 0 and view.figures[first].first - view.figures[first - 1].last < _RUN and view.figures[first - 1].first >= view.first:
        first -= 1
    while last + 1 < len(view.figures) and view.figures[last + 1].first - view.figures[last].last < _RUN:
        last += 1
    turn, count = here - first, last - first + 1
    behind = names.in_tokens(index, view.figures[last].last, turns[0])
    ahead = names.in_tokens(index, view.first, view.figures[first].first)[-count:]
    if count > 1 and len(behind) == count:
        return behind[turn].subject
    alike = len({mention.subject.type for mention in ahead}) == 1
    return ahead[turn].subject if count > 1 and len(ahead) == count and alike else None


def gapped(case: Case) -> Subject | None:
    """ "Brandt would take 46% and Ortega 43%", "y la temperatura, a 41 °C": who or what stands before a figure without its own verb."""
    view, figure, around = case.view, case.figure, case.around
    start = view.before_hedges(figure.first)
    while view.tag(start - 1) in ("p", ",") and start > figure.first - 6:
        start -= 1
    mention = around.names.at(around.index, start - 1)
    if mention is None or mention.last != start or mention.first < view.first:
        return _gapped_thing(case, start)
    lead = mention.first - 1
    while view.norm(lead) in view.rules.places or (view.tag(lead) in "dw" and view.tag(lead)):
        lead -= 1
    listed = "f" in view.tags[: max(0, mention.first - view.first)]
    return mention.subject if view.tag(lead) in ("c", ",", ";") and listed and mention.subject.type != "thing" else None


def _gapped_thing(case: Case, end: int) -> Subject | None:
    """ "eggs cost $5, and bread 99 cents": a noun behind a comma or "and", and an amount like the one before."""
    view, figure, measure = case.view, case.figure, case.measure
    if figure.value.unit == "count" or measure is None or measure.source in ("age", "before"):
        return None
    noun = view.noun_before(end)
    if noun is None or view.tag(noun[1] - 1) != "w" or (before := view.earlier(figure)) is None:
        return None
    lead = noun[0] - 1
    while view.tag(lead) == "d":
        lead -= 1
    listed = view.tag(lead) in ("c", ";") and view.tag(lead - 1) in (",", "f", "n", "w")
    return thing(view.head_text(*noun)) if listed and before.last <= lead else None


def foremost(case: Case) -> Subject | None:
    """ "46 aftershocks, the strongest of magnitude 5.1": one of those counted before."""
    view, measure = case.view, case.measure
    if (
        measure is None
        or measure.noun is None
        or view.norm(measure.noun[0]) not in view.rules.foremost
        or measure.noun[1] - measure.noun[0] > 1
    ):
        return None
    before = view.earlier(case.figure)
    if before is None or (noun := view.noun_after(before.last)) is None:
        return None
    return thing(view.head_text(*noun)) if noun[1] <= measure.noun[0] else None
