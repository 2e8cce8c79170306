"""A share or a bare number that does something -> the group it is of: those whom a poll asked, those counted or told of before.

Every rule takes a `Case` and gives a subject or None.
"""

from __future__ import annotations

from watcher.extract.about.attached import Case, bare
from watcher.extract.about.phrases import thing
from watcher.extract.about.view import View
from watcher.extract.attribution import studies
from watcher.model import Subject


def asked(case: Case) -> Subject | None:
    """ "A poll of 1,004 voters found that 72% back the act": a share that does something is of those who were asked."""
    view, measure = case.view, case.measure
    if measure is None or measure.source != "share" or case.figure.value.unit != "percent":
        return None
    reading = view.reading
    number = reading.sentence_of[view.first]
    first = reading.sentences[max(0, number - 2)].first
    tokens = reading.tokens
    for at in range(case.figure.first - 1, first, -1):
        if tokens[at].norm in view.rules.who and any(tokens[back].norm in view.rules.studies for back in range(max(first, at - 14), at)):
            return thing(tokens[at].text.lower())
    return None


def group(case: Case) -> Subject | None:
    """ "Uno de cada cinco dedica más de la mitad", "El 66% está a favor": a share without its noun is of a group."""
    view, figure, around = case.view, case.figure, case.around
    if view.rules.language != "es" or case.measure is None or case.measure.noun is not None or not bare(case):
        return None
    verb = case.clause.verb
    if figure.value.unit == "count" and figure.value.per is None:
        opening = not view.tags[case.clause.first - view.first : figure.first - view.first].strip(",;:acsd")
        return around.counted if opening and verb is not None and figure.first < verb and _plural(around.counted) else None
    if case.clause.subject is not None and not case.clause.inherited:
        return None
    if around.counted is not None:
        return around.counted
    if around.last is not None and around.last.type == "thing" and _plural(around.last):
        return around.last
    return thing(view.rules.asked) if _polled(view) else None


def _plural(subject: Subject | None) -> bool:
    return subject is not None and subject.name.split(" ")[0].endswith("s")


def _polled(view: View) -> bool:
    reading = view.reading
    number = reading.sentence_of[view.first]
    return any(studies.tells_of_poll(reading, reading.sentences[at]) for at in range(max(0, number - 1), number + 1))
