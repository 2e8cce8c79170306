"""An age in its sentence -> whose it is: the name or noun beside it, some of those counted before, the subject of the clause.

Every rule takes a `Case` and gives a subject, a yes or None.
"""

from __future__ import annotations

from watcher.extract.about import phrases
from watcher.extract.about.case import Case
from watcher.extract.about.clausal import own_subject
from watcher.extract.about.clauses import Phrase
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.model import Subject


def owner(case: Case) -> Subject | None:
    """Whose age it is: the name right before, the noun it stands at ("19-year-old son"), else the subject of the clause."""
    view, figure, around = case.view, case.figure, case.around
    if (partitive := _of_them(case)) is not None:
        return partitive
    if (twin := _joined(case)) is not None:
        return twin
    if "-" in view.reading.text[figure.start : figure.end] and (called := view.noun_after(figure.last)) is not None:
        own_name = around.names.at(around.index, called[1] - 1)
        if own_name is not None and own_name.subject.type == "person" and view.tag[called[1]] != "'":
            return own_name.subject  # "A second suspect, 20-year-old student Ana Bo, was"
    for back in range(1, 4):
        mention = around.names.at(around.index, figure.first - back)
        if mention is not None and _belongs(case, mention.first):
            break  # "The leader of the Liberals, 66, said"
        died = back == 3 and view.rules.language == "es" and mention is not None and mention.subject.type != "person"
        if died and view.norm[figure.first - 1] == "los" and view.norm[figure.first - 2] == "a":
            break  # "murió en su casa de Tepeji a los 86 años"
        if mention is not None and mention.first >= view.first and (mention.subject.type != "place" or back < 3):
            return mention.subject
        if view.tag[figure.first - back] not in ",p(dw" or back > 2:
            break
    if view.tag[figure.first - 1] == "," and (aged := view.noun_before(figure.first - 1)) and view.tag[aged[0] - 1] == "d":
        return phrases.of_phrase(view, Phrase(aged[0] - 1, aged[1], aged[1]), around)  # "the roof, 130 years old", "the midfielder, 24,"
    if view.norm[figure.first - 1] in view.rules.aged and (aged := view.noun_before(figure.first - 1)):
        return thing(view.head_text(*aged))  # "children under 13"
    if view.norm[figure.first - 1] == "the" and view.norm[figure.last - 1] == "old" and view.tag[figure.last] in ("v", "x", "m", "r", ","):
        return phrases.youth(view, figure.first, around)
    own = own_subject(case)
    noun = view.noun_after(figure.last)
    group = view.noun_before(case.start)
    if group and "edad" in (view.norm[group[0]], view.norm[group[1] - 1]):
        at = group[0] - (view.tag[group[0] - 1] == "d")
        bearers = view.noun_before(at - 1) if view.tag[at - 1] == "p" else None  # "84 trenes con una edad media de 21 años"
        return thing(view.head_text(*bearers)) if bearers else own
    if (
        view.rules.language == "es"
        and group
        and view.tag[group[1] - 1] == "w"
        and (
            view.norm[group[1] - 1] not in ("edad", "menor", "mayor", "menores")
            or (view.norm[group[0]] == "menor" and view.norm[group[0] - 1] in view.rules.articles)
        )
    ):
        if view.tag[group[0] - 1] == "," and (bearer := around.names.at(around.index, group[0] - 2)) and bearer.subject.type != "place":
            return bearer.subject  # "Ana Bo, ingeniera de 38 años"
        return thing(view.head_text(*group))
    if noun and "-" in view.reading.text[figure.start : figure.end]:
        named = around.names.in_tokens(around.index, noun[0], noun[1] + 3)
        if named and named[0].last <= noun[1]:
            return named[0].subject if named[0].subject.type != "place" and named[-1].last >= noun[1] else thing(view.head_text(*noun))
        if named and view.tag[noun[1]] in (",", "") and not _plural(view, noun):
            return named[0].subject
        at = case.start
        if own is not None and own.type == "person" and view.tag[at - 1] in (",", "x") and view.tag[noun[1]] in (",", "."):
            return own
        return thing(view.head_text(*noun))
    before = view.noun_before(case.start)
    if before and view.tag[before[1] - 1] == "w" and own is None:
        return thing(view.head_text(*before))
    if own is None and case.clause.subject is not None:
        own = phrases.of_phrase(view, case.clause.subject, around) or _grouped(case)
    return own or (thing(view.head_text(*before)) if before else None)


def _joined(case: Case) -> Subject | None:
    """ "18- and 36-year-old men": whose the second of two ages is."""
    view, at = case.view, case.figure.last
    if view.rules.language != "en" or view.tokens[at].text != "-" or view.tag[at + 1] != "c":
        return None
    twin = next((other for other in view.told if other.first == at + 2), None)
    noun = view.noun_after(twin.last) if twin is not None else None
    return thing(view.head_text(*noun)) if noun is not None else None


def _plural(view: View, noun: tuple[int, int]) -> bool:
    """ "36-year-old men, Ed Rolle says": several, of whom one name is none."""
    head = view.norm[noun[1] - 1]
    return view.rules.language == "en" and (head in view.rules.plurals or head.endswith(("s", "men")))


def _of_them(case: Case) -> Subject | None:
    """ "Two of them, aged 19 and 23, remain in hospital": those counted before."""
    view, at = case.view, case.figure.first
    while view.tag[at - 1] in ("c", ",", "f") and view.tag[at - 1] and at > view.first:
        at -= 1
    if view.norm[at - 1] not in view.rules.aged:
        return None
    at -= 2 if view.tag[at - 2] == "," else 1
    return case.around.counted if view.norm[at - 1] in view.rules.which else None


def _belongs(case: Case, first: int) -> bool:
    """Whether a name only tells of what the subject is the head: "the leader of the opposition Liberals"."""
    view, subject = case.view, case.clause.subject
    if view.rules.language != "en" or subject is None or not subject.last < first < subject.end:
        return False
    at = first - 1
    while view.tag[at] in ("d", "w") and at > subject.last:
        at -= 1
    return at == subject.last and view.norm[at] in view.rules.of and view.norm[at - 1] in view.rules.persons


def _grouped(case: Case) -> Subject | None:
    """The noun behind a figure that is the subject: "one in ten of those rescued was under 18"."""
    subject = case.clause.subject
    noun = case.view.noun_after(subject.last + 1) if subject else None
    return thing(case.view.head_text(*noun)) if noun else None
