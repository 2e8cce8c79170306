"""A figure in its clause -> whom or what the deed it stands in is done by or to, where that is not the subject of the clause.

Every rule takes a `Case` and gives a subject or None.
"""

from __future__ import annotations

from watcher.extract.about.case import Case
from watcher.extract.about.phrases import entity
from watcher.extract.about.things import thing
from watcher.extract.about.touching import agreeing
from watcher.model import Subject

_VERBS = frozenset("vxm")
_TELLING = frozenset(["reported", "reports", "announced", "announces", "confirmed", "confirms", "revealed"])


def given(case: Case) -> Subject | None:
    """ "The poll gave Ana Bo a lead of 3 points", "awarded Bo £3,000", "daba a Bo una ventaja": it is of whom it is given to."""
    view, measure, verb = case.view, case.measure, case.clause.verb
    if measure is None or verb is None:
        return None
    if view.norm[verb] in view.rules.granting or view.norm[verb] == "took":
        if view.norm[verb + 1] in ("him", "her") and verb + 2 >= case.start:
            return case.around.names.pronoun(case.around.index, verb + 1)  # "it took her 20 minutes"
        it = view.norm[verb] == "took" and case.clause.subject is not None and view.norm[case.clause.subject.first] == "it"
        noun = view.noun_after(verb + 1) if it else None
        if noun is not None and noun[1] == case.start and view.tag[noun[1] - 1] == "w":
            return thing(view.head_text(*noun))  # "it took crews six hours"
        given = case.around.names.at(case.around.index, verb + 1)
        beside = given is not None and given.last >= case.start - (view.tag[given.last] == "d")
        if given is not None and beside:
            return given.subject
    if measure.noun is None or not verb < measure.noun[0] < case.figure.first:
        return None
    if not {view.norm[token] for token in range(*measure.noun)} & view.rules.margins:
        return None
    given_to = case.around.names.in_tokens(case.around.index, verb + 1, measure.noun[0])
    return given_to[0].subject if len(given_to) == 1 and given_to[0].first <= verb + 2 else None


def observed(case: Case) -> Subject | None:
    """ "The survey counted 340 nests", "Mayor Bo reported nine fires": what is found by looking is the subject, not who looks or tells."""
    view, measure, verb = case.view, case.measure, case.verb
    if measure is None or measure.source != "noun" or measure.noun is None or verb is None or case.kind != "count":
        return None
    subject = case.clause.subject
    body = entity(view, subject, case.around) if subject is not None else None
    if body is not None and body.type == "place":
        return None  # "Cali registró 17 homicidios"
    told = body is not None and body.type == "person" and view.norm[verb] in _TELLING
    direct = (told or view.norm[verb] in view.rules.observing) and case.start == verb + 1
    return thing(view.head_text(*measure.noun)) if direct and view.norm[measure.noun[1] - 1] not in view.rules.crowd else None


def bearer(case: Case) -> Subject | None:
    """The person a participle behind a comma belongs to: "Jorge Bastidas, acusado de ocultar 17 informes"."""
    view, figure = case.view, case.figure
    verb = case.verb
    while verb is not None and verb > view.first and view.tag[verb] in "ip" and view.tag[verb - 1] in "pgi":
        verb -= 1
    if verb is None:
        return None
    verb += view.tag[verb] == "p"
    if (
        verb != case.clause.verb
        and not (case.clause.opener == "r" and view.tag[verb] == "v")
        and view.tag[verb] in "gv"
        and view.norm[verb].endswith(("ed", "ado", "ada", "ido", "ida", "ados", "adas", "idos", "idas"))
    ):
        if figure.value.unit == "percent" and {"con", "with"} & {view.norm[figure.first - back] for back in (1, 2)}:
            return None  # "ganó las elecciones celebradas ayer con el 41%"
        if view.norm[verb - 1] in view.rules.superlatives:
            return None  # "Ana Bo es la líder mejor valorada, con un 4,1"
        mention = case.around.names.at(case.around.index, verb - 1)
        if mention is not None:
            return mention.subject
        if view.tag[verb - 1] == "w" and (noun := view.noun_before(verb)) and noun[0] > case.clause.first:
            return thing(view.head_text(*agreeing(view, noun, verb)))
    clause = case.clause
    if view.tag[verb] in "gi" and view.tag[verb - 1] == "p" and clause.verb is not None and clause.verb < verb:
        objects = case.around.names.in_tokens(case.around.index, clause.verb, verb)
        if objects and objects[0].subject.type == "person":
            return objects[0].subject  # "convicted Priya Nadler, 36, of stealing $912,000"
    past = view.norm[verb] in view.rules.past and view.tag[verb + 1] == "p" and not _VERBS.isdisjoint(view.tags[: verb - view.first])
    if view.tag[verb - 1] != "," or not (view.tag[verb] == "g" or past):
        return None
    if view.norm[verb].endswith("ing") and clause.subject is not None and clause.verb is not None and clause.verb < verb:
        return None  # "Bo beat Dana Kral, hitting 28 winners": what the subject does besides
    mentions = case.around.names.in_tokens(case.around.index, max(view.first, verb - 10), verb)
    if mentions and (mentions[-1].subject.type == "person" or (mentions[-1].last == verb - 1 and mentions[-1].subject.type != "place")):
        return mentions[-1].subject
    noun = view.noun_before(verb - 1)
    return thing(view.head_text(*noun)) if noun and view.tag[noun[0] - 1] == "d" and view.tag[noun[1] - 1] == "w" else None
