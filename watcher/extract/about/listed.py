"""A figure in a list -> the subject its place in the list gives: a name or noun before it without a verb, or its turn of "respectively"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, takewhile
from operator import attrgetter

from watcher.extract.about import likewise
from watcher.extract.about.case import Case
from watcher.extract.about.clauses import Clause
from watcher.extract.about.doings import named_share
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.model import Subject

_RUN = 3  # tokens between two figures of one list
_NEAR = 30  # tokens to "respectively"


def respectively(case: Case) -> Subject | None:
    """ "De 61 y 19 años respectivamente": the names behind the figures, else those before, in their order; "A, B y C: 118, 96 y 91" too."""
    view, names, index = case.view, case.around.names, case.around.index
    if view.tag[case.figure.last] not in ",c" and view.tag[case.figure.first - 1] not in ",cd":
        return None
    figures = _run(case)
    if len(figures) < 2:
        return None
    turn, count = figures.index(case.figure), len(figures)
    last, ends = figures[-1].last, min(view.last, case.figure.last + _NEAR)
    if not view.words.isdisjoint(view.rules.respectively) and (said := view.reading.between(view.rules.respectively, last, ends)):
        behind = names.in_tokens(index, last, said[0])
        ahead = behind if len(behind) == count else names.in_tokens(index, view.first, figures[0].first)[-count:]
        if len(ahead) == count and (ahead is behind or len({mention.subject.type for mention in ahead}) == 1):
            return ahead[turn].subject
        nouns = _nouns(view, case.clause)
        if len(nouns) == count:
            return thing(view.head_text(*nouns[turn]))
    return _in_turn(case, figures)


def _nouns(view: View, clause: Clause) -> list[tuple[int, int]]:
    """The nouns that are together the subject of a clause: "Renters, owners and landlords were split (62%, 31% and 16%, respectively)"."""
    found, at = list[tuple[int, int]](), clause.parent.first if clause.parent is not None else view.first
    at += view.tag[at] in ("s", ",", ";", "c")
    while (noun := view.noun_after(at)) is not None and view.tag[noun[1] - 1] == "w":
        found.append(noun)
        at = noun[1]
        while view.tag[at] in (",", "c"):
            at += 1
        if at == noun[1]:
            break
    return found


def _run(case: Case) -> list[FigureMention]:
    """The figures that stand with this one as one list."""
    view, figures = case.view, case.view.told
    here = first = last = bisect_left(figures, case.figure.first, key=attrgetter("first"))
    while first > 0 and 0 < figures[first].first - figures[first - 1].last < _RUN:
        first -= 1
    while last + 1 < len(figures) and 0 < figures[last + 1].first - figures[last].last < _RUN:
        last += 1
    return list(figures[first : last + 1]) if here < len(figures) and _joined(view, figures[first].last, figures[first].last + 1) else []


def _joined(view: View, first: int, last: int) -> bool:
    """Only commas, "and" and articles stand in `[first, last)`, and at least one."""
    return first < last and not view.tags[first - view.first : last - view.first].strip(",cd")


def _in_turn(case: Case, figures: Sequence[FigureMention]) -> Subject | None:
    """ "Quevedo, Esmeraldas y Manta tienen tasas de 118, 96 y 91": as many names as figures, joined, are the subject."""
    view, phrase = case.view, case.clause.subject
    if phrase is None:
        return None
    named = case.around.names.in_tokens(case.around.index, phrase.first, figures[0].first)
    told = takewhile(lambda pair: _joined(view, pair[0].last, pair[1].first), pairwise(named))
    run = [mention.subject for mention in (*named[:1], *(other for _, other in told))]
    if named and view.tokens[phrase.first].capital and view.tag[phrase.first] == "w" and _joined(view, phrase.first + 1, named[0].first):
        run.insert(0, thing(view.tokens[phrase.first].text))  # a name of one word that opens the sentence
    elif not named or named[0].first > phrase.first + 1:
        return None
    return run[figures.index(case.figure)] if len(run) == len(figures) else None


def placed(case: Case) -> Subject | None:
    """ "El Pisuerga, undécimo en 2025, debutará", "le sigue, tercero, el ecuatoriano Ana Bo": a bare rank is that of the name beside it."""
    view, figure, names, index = case.view, case.figure, case.around.names, case.around.index
    noun = view.noun_after(figure.last)
    if noun is not None and view.tag[noun[1]] == "," and view.tag[noun[1] + 1] in ("d", "w", "n"):
        at = noun[1] + 1
        while view.tag[at] in ("d", "w") and at < noun[1] + 5:
            at += 1
        called = names.at(index, at)
        told = (
            called is not None
            and called.subject.type == "person"
            and view.tag[called.last] == ","
            and view.norm[noun[0]] in view.rules.persons
        )
        return called.subject if called is not None and told else None  # "el cuarto acusado, el jardinero Ana Bo, fue"
    if view.tag[figure.first - 1] != "," or noun is not None:
        return None
    before = names.at(index, figure.first - 2)
    if before is not None and before.first >= view.first:
        return before.subject
    at = figure.last + 1
    while view.tag[figure.last] == "," and view.tag[at] in ("d", "w") and at < figure.last + 5:
        at += 1
    behind = names.at(index, at) if at > figure.last + 1 or view.tag[figure.last] == "," else None
    return behind.subject if behind is not None and behind.subject.type != "place" else None


def standing(case: Case) -> Subject | None:
    """ "The poll gives Bo 30%, Ruiz 29%", "has Bo on 31%", "with Ruiz on 37%": at whose name a share stands that a poll or count gives."""
    view, figure, around = case.view, case.figure, case.around
    if (at := named_share(view, figure)) is None:
        return None
    if view.tag[at] == "o":
        return around.names.pronoun(around.index, at)
    mention = around.names.at(around.index, at)
    if mention is not None and mention.subject.type == "place" and view.norm[mention.first - 1] in view.rules.of:
        return None  # "ganó la alcaldía de Lima con el 40%"
    return mention.subject if mention is not None and mention.subject.type != "thing" else None


def part(case: Case) -> Subject | None:
    """ "19 centres, three of which are full", "77 players, 31 of them from overseas": what is told of some of those named before."""
    view, figure = case.view, case.figure
    if view.norm[figure.last + 1] not in view.rules.which:
        return None
    if view.rules.language == "es" and view.norm[figure.last + 1] in ("ellos", "ellas") and case.around.counted is not None:
        return case.around.counted  # "un expediente para 214 de ellas"
    at = case.start
    while view.tag[at - 1] in (",", "c", "-", ";", "("):
        at -= 1
    noun = view.noun_before(at)
    if noun is None or view.tag[noun[0]] == "n":
        return None
    subject = view.clause(noun[0]).subject
    leading = subject is not None and subject.first <= noun[0] < subject.last
    before = case.earlier
    beside = before is not None and before.last == noun[0] and view.tag[view.before_hedges(before.first) - 1] == "p"
    return thing(view.head_text(*noun)) if leading or (beside and view.tag[figure.last + 1] == "r") else None


def gapped(case: Case) -> Subject | None:
    """ "Brandt would take 46% and Ortega 43%", "Hull's share fell to 9% and Leeds's to 4%", "y la temperatura, a 41 °C": who or what
    stands before a figure without its own verb."""
    view, figure, around = case.view, case.figure, case.around
    start = _rated(case)
    while view.tag[start - 1] in ("p", ",", "'") and start > figure.first - 6:
        start -= 1
    mention = around.names.at(around.index, start - 1)
    if mention is None or mention.last != start or mention.first < view.first:
        return _gapped_thing(case, start)
    lead = mention.first - 1
    while view.norm[lead] in view.rules.places or (view.tag[lead] in "dw" and view.tag[lead]):
        lead -= 1
    listed = any(other.last <= mention.first and other.value.unit == figure.value.unit for other in view.told)
    return mention.subject if view.tag[lead] in ("c", ",", ";") and listed and mention.subject.type != "thing" else None


def _rated(case: Case) -> int:
    """Where "with" stands before "a rate of": "Chihuahua con una tasa de 3,2, Nayarit con un registro de 3,1"."""
    view, at = case.view, case.view.link(case.figure.first)
    if at is None or (noun := view.noun_before(at)) is None:
        return case.start
    led = noun[0] - 1 - (view.tag[noun[0] - 1] == "d")
    return led + 1 if view.norm[led] in view.rules.followed_with else case.start


def _gapped_thing(case: Case, end: int) -> Subject | None:
    """ "eggs cost $5, and bread 99 cents": a noun behind a comma or "and", and an amount like the one before."""
    view, figure, measure = case.view, case.figure, case.measure
    if measure is None or measure.source in ("age", "before"):
        return None
    if (turn := likewise.noun(view, figure)) is not None:
        return thing(view.head_text(*turn))
    if figure.value.unit == "count":
        return None
    noun = view.noun_before(end)
    if noun is None or view.tag[noun[1] - 1] != "w" or (before := case.earlier) is None:
        return None
    if view.norm[noun[1] - 1] in view.rules.levels:
        return None  # "down from 4.6% in May and a peak of 13.8%"
    lead = noun[0] - 1
    while view.tag[lead] == "d":
        lead -= 1
    listed = view.tag[lead] in ("c", ";") and view.tag[lead - 1] in (",", "f", "n", "w", "t")
    return thing(view.head_text(*noun)) if listed and before.last <= lead else None


def foremost(case: Case) -> Subject | None:
    """ "46 aftershocks, the strongest of magnitude 5.1": one of those counted before."""
    view, measure = case.view, case.measure
    if (
        measure is None
        or measure.noun is None
        or view.norm[measure.noun[0]] not in view.rules.foremost
        or measure.noun[1] - measure.noun[0] > 1
    ):
        return None
    before = case.earlier
    if before is None or (noun := view.noun_after(before.last)) is None:
        return None
    return thing(view.head_text(*noun)) if noun[1] <= measure.noun[0] else None
