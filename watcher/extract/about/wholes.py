"""A figure that is a whole, or a part of one -> whose it is: "four of the nine ponds", "a staff of four", "101 of 200 seats"."""

from __future__ import annotations

from watcher.extract.about import phrases, touching
from watcher.extract.about.case import Case
from watcher.extract.about.things import thing
from watcher.model import Subject


def whole(case: Case, said_of: str | None) -> Subject | None:
    """What is counted as a whole or a part of it: "four of the nine ponds", "según dos fuentes", "Karhan, a town of 38,500 inhabitants"."""
    view, figure, measure, around = case.view, case.figure, case.measure, case.around
    if measure is None or measure.noun is None or measure.source not in ("noun", "before"):
        return None
    if measure.source == "before":
        return _numbering(case)
    at = view.link(figure.first)
    group = view.noun_before(at) if at is not None else None
    if group is not None and view.norm[group[1] - 1] in view.rules.territory:
        apposed = touching.before(view, group[0] - 1, around) if view.tag[group[0] - 1] == "d" and view.tag[group[0] - 2] == "," else None
        return apposed or thing(view.head_text(*group))
    if group is not None and view.norm[group[1] - 1] in view.rules.studies:
        behind = around.names.in_tokens(around.index, measure.noun[1], min(measure.noun[1] + 6, view.last))
        return behind[0].subject if behind else thing(view.head_text(*group))
    if group is not None and view.tag[group[1] - 1] == "w" and view.tag[group[0] - 1] == "d" and view.norm[group[0] - 2] in ("by", "por"):
        return thing(view.head_text(*group))
    if group is not None and view.norm[group[0] - 1] in view.rules.articles and view.rules.language == "es" and at == figure.first - 1:
        head = view.norm[group[0]]
        if not any(head in words for words in (view.rules.nominals, view.rules.moves, view.rules.reckoned, view.rules.bunches)):
            return thing(view.head_text(*group))  # "un edificio de 14 alturas"
    start = case.start
    if (body := _seated(case)) is not None:
        return body
    if said_of == "party":
        return None
    lead = (
        view.norm[figure.first - 1] in ("the", "los", "las")
        and view.tag[figure.first - 2] == "p"
        and view.norm[measure.noun[1] - 1] not in view.rules.crowd
    )
    part = (
        view.norm[figure.last] in view.rules.of
        and view.norm[figure.last + 1] in ("the", "los", "las")
        and view.tag[figure.last + 2] == "f"
        and not (named(case) and _holds(case))
    )
    named_after = "according" in (view.norm[start - 1], view.norm[start - 2], view.norm[start]) or view.norm[start - 1] in view.rules.apart
    owner = view.noun_before(figure.first - 1) if view.tag[figure.first - 1] == "'" else None
    ranked = owner is not None and view.norm[owner[1] - 1] in view.rules.territory and view.tag[owner[0] - 2] == "p"
    return thing(view.head_text(*measure.noun)) if lead or part or named_after or ranked else None


def _holds(case: Case) -> bool:
    """ "CC OO tiene cinco de los trece delegados": somebody has those of the whole."""
    view, verb = case.view, case.clause.verb
    if verb is None or verb + 1 != case.start:
        return False
    if view.rules.language == "en":
        return True  # "Unite, which represents 310 of the 480 staff"
    return view.tokens[verb].text.lower() in view.rules.light or view.norm[verb + 1] == "con"  # "gobierna con 7 de los 13"


def _numbering(case: Case) -> Subject | None:
    """ "Found by a rescue team of 31", "a staff of four": a group by how many it is of."""
    view = case.view
    at = view.link(case.figure.first) if view.rules.language == "en" else None
    group = view.noun_before(at) if at is not None else None
    if group is None or view.tag[group[0] - 1] != "d" or view.norm[group[0] - 2] not in view.rules.numbering:
        return None
    return thing(view.head_text(*group))


def _seated(case: Case) -> Subject | None:
    """All seats of a body, told behind somebody's part of them: "In the senate, where it holds 101 of 200 seats"."""
    view, figure, measure, around = case.view, case.figure, case.measure, case.around
    if measure is None or measure.noun is None or view.norm[measure.noun[0]] not in view.rules.seats:
        return None
    at = figure.first - 1
    while view.tag[at] == "d":
        at -= 1
    if view.norm[at] not in view.rules.of or view.tag[at - 1] != "f":
        return None
    body = next((index for index in range(figure.first - 1, view.first - 1, -1) if view.norm[index] in view.rules.chambers), None)
    if body is None:
        return around.last if around.last is not None and around.last.type == "organization" else None
    mention = around.names.at(around.index, body)
    noun = view.noun_before(body + 1)
    return mention.subject if mention is not None else thing(view.head_text(*noun)) if noun else None


def named(case: Case) -> bool:
    """The clause tells of a person or a body by name, or of shares of one: where it happens is no subject."""
    subject, view = case.clause.subject, case.view
    if subject is not None and view.norm[subject.last - 1] in view.rules.stocks:
        return "n" in view.tags[subject.first - view.first : subject.end - view.first]  # "shares of Lomax fell 3% in London"
    found = phrases.entity(case.view, subject, case.around) if subject is not None and case.view.tag[subject.first] != "q" else None
    return found is not None and found.type in ("person", "organization")
