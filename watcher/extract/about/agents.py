"""A figure and the verb it hangs on -> who reached the amount, is made to do it or is sentenced to it: not the subject of the verb.

Every rule takes a `Case` and gives a subject or None.
"""

from __future__ import annotations

from functools import cache

from watcher.extract.about import touching
from watcher.extract.about.case import Case
from watcher.extract.about.dropped import followed
from watcher.extract.about.grammar import Grammar
from watcher.extract.about.places import place_in
from watcher.extract.about.things import thing
from watcher.lexicon import concepts
from watcher.model import Subject

_AT = frozenset(("at", "en", "entre"))
_LINKS = frozenset(("at", "to", "for", "in", "on", "by"))
_PREPOSITIONS = frozenset(("following", "including", "regarding", "concerning", "excluding", "barring", "pending", "considering"))
_WHOM = frozenset(("a", "al", "contra"))  # before whom a Spanish verb falls on
_PRISON = frozenset(("prison", "jail"))


def by(case: Case) -> Subject | None:
    """ "el 41,39% alcanzado por Camila Ordaz", "the 26% polled by Ordaz": who reached the amount."""
    view, figure = case.view, case.figure
    at = figure.last
    if case.measure is not None and case.measure.source == "noun" and case.measure.noun and case.measure.noun[0] >= at:
        at = case.measure.noun[1]
    if view.tag[at] not in ("g", "v", "w") or view.norm[at + 1] not in view.rules.by:
        return None
    start = at + 2
    while view.tag[start] in ("d", "w") and start < at + 6 and case.around.names.at(case.around.index, start) is None:
        start += 1
    mention = case.around.names.at(case.around.index, start)
    kinds = ("person",) if start > at + 3 else ("person", "organization")  # "salpicadas por el caso Bo" is nobody's deed
    return mention.subject if mention is not None and mention.subject.type in kinds else None


def acting(case: Case) -> Subject | None:
    """Whom a deed is done to or by that is more than its verb's subject: sentenced for it, blamed for it, made to do it."""
    if case.view.words.isdisjoint(_telling(case.view.rules)):
        return None
    return _sentenced(case) or _blamed(case) or _raised(case)


@cache
def _telling(rules: Grammar) -> frozenset[str]:
    """The verbs that tell of such deeds."""
    return rules.punishing | rules.passing | rules.blaming | rules.raising


def _sentenced(case: Case) -> Subject | None:
    """ "Judge Hall jailed Tim Bo for 14 years", "fined the firm $75,000": on whom it falls, the object of the verb."""
    view, verb, around = case.view, case.verb, case.around
    if verb is None or verb + 1 >= case.start or view.tag[verb - 1] == "x":
        return None
    if view.norm[verb] not in view.rules.punishing:
        penal = case.measure is not None and (concepts.penal(case.measure.name) or not view.words.isdisjoint(_PRISON))
        if not penal or view.norm[verb] not in view.rules.passing:
            return None  # but "sent him to jail for"
    if followed(case):
        return None
    if view.norm[verb + 1] in ("him", "her") and view.tag[verb + 2] != "w":
        return around.names.pronoun(around.index, verb + 1)
    told = touching.behind(view, verb, around, alone=True)
    if told is not None and told.type == "thing" and concepts.penal(told.name):
        main = around.topic.main  # "The judge set a sentence of nine years"
        return main if main is not None and main.type == "person" else None
    return told


def _blamed(case: Case) -> Subject | None:
    """ "Detuvo a Luis Gil por el robo de 40 camiones", "charged Ann Lee over a theft of $3 million": what was done is the doer's."""
    view, first, around = case.view, case.figure.first, case.around
    if not (verbs := view.reading.between(view.rules.blaming, case.clause.first, first)):
        return None
    named = around.names.in_tokens(around.index, verbs[-1] + 1, first)
    who = next((mention for sort in ("person", "organization") for mention in named if mention.subject.type == sort), None)
    if who is None:
        return None
    links = [at for at in range(who.last, first) if view.norm[at] in view.rules.over]
    if not any(at == who.last or view.norm[at] not in view.rules.of for at in links):
        return None  # "detuvo a Luis Gil, de 34 años, y a otros 12"
    between = range(verbs[-1] + 1, who.first)
    if view.rules.language == "es":
        return who.subject if not _WHOM.isdisjoint([view.norm[at] for at in between]) else None
    return who.subject if view.tag[verbs[-1] - 1] != "x" and all(view.tag[at] in "dwna" for at in between) else None


def _reckoned(case: Case) -> Subject | None:
    """ "The slide, which geologists put at 90,000 tonnes", "la masa, que los geólogos calculan en 90.000 toneladas": what they reckon."""
    view, clause = case.view, case.clause
    if clause.subject is None or clause.verb is None or not clause.first < clause.subject.first < clause.verb:
        return None
    led = view.norm[case.figure.first - 1], view.norm[case.start - 1]
    word = view.tokens[clause.verb].text.lower()
    if _AT.isdisjoint(led) or (view.norm[clause.verb] not in view.rules.estimating and word not in view.rules.reckoning):
        return None
    found = touching.before(view, clause.first, case.around)
    noun = view.noun_before(clause.first - (view.tag[clause.first - 1] == ","))
    if found is None or found.type != "thing" or noun is None or view.norm[noun[0] - 1] not in view.rules.of:
        return found
    outer = view.noun_before(noun[0] - 1)
    return thing(view.whole_text(outer[0], noun[1])) if outer is not None else found  # "la masa de tierra, que"


def estimated(case: Case, said_of: str | None) -> Subject | None:
    """ "Analysts put the damage at $3 million", "the agency puts its speed at 17 km/s": what is put at an amount, not who does."""
    view, measure, around = case.view, case.measure, case.around
    if case.clause.opener == "r" and (reckoned := _reckoned(case)) is not None:
        return reckoned
    if measure is None or measure.source != "object" or measure.noun is None or view.words.isdisjoint(view.rules.estimating):
        return None
    verb, first = case.verb, measure.noun[0]
    if verb is None or view.norm[verb] not in view.rules.estimating:
        return None
    if verb > first:  # "the price, which bankers put at"
        return around.topic.main if concepts.concept(measure.name) in ("cost", "price") else thing(view.whole_text(*measure.noun))
    if named := around.names.in_tokens(around.index, verb + 1, measure.noun[1]):
        return named[-1].subject
    if view.norm[first - 1] in view.rules.possessive:
        return around.last if around.last is not None and around.last.type != "person" else around.names.pronoun(around.index, first - 1)
    if concepts.concept(measure.name) in ("cost", "price"):
        return None
    place = place_in(case, said_of) if said_of == "place" else None
    return place or thing(measure.name if " of " in measure.name else view.whole_text(*measure.noun))


def _raised(case: Case) -> Subject | None:
    """ "the authors expect the ice to shrink by a half": the object of the one verb is the subject of the other."""
    view, verb = case.view, case.verb
    while verb is not None and view.tag[verb - 1] in "ix" and view.tag[verb - 1]:
        verb -= 1  # "de haber cobrado"
    if verb is None or view.norm[verb - 1] not in ("to", "a", "de"):
        return None
    if view.norm[verb - 2] in view.rules.raising and view.norm[verb - 3] in ("lo", "la", "le", "los", "las", "les"):
        return case.around.names.pronoun(case.around.index, verb - 3)  # "lo acusa de haber cobrado"
    if (noun := view.noun_before(verb - 1)) is None:
        return None
    governor = noun[0] - 1
    while view.tag[governor] in "dap" and view.tag[governor]:
        governor -= 1
    if view.norm[governor] not in view.rules.raising:
        return None
    mention = case.around.names.at(case.around.index, noun[1] - 1)
    return mention.subject if mention is not None else thing(view.head_text(*noun))


def bearing(case: Case) -> Subject | None:
    """ "A sitting lasting nine hours", "stopped a convoy carrying 40 tonnes": the noun a participle with its amount describes."""
    view = case.view
    at = case.start - 1
    if view.tag[at] != "g" or not view.norm[at].endswith("ing") or view.tag[at - 1] not in ("w", "n"):
        return None
    if view.norm[at] in _PREPOSITIONS or any(view.norm[link] in _LINKS for link in range(at + 1, case.figure.first)):
        return None  # "resigned following eleven years", "to cap teaching at 14 hours"
    mention = case.around.names.at(case.around.index, at - 1)
    if mention is not None:
        return mention.subject if mention.last == at and mention.subject.type != "place" else None
    noun = view.noun_before(at)
    return thing(view.head_text(*noun)) if noun is not None else None


def allotted(case: Case) -> Subject | None:
    """ "De los fallecidos, 17 corresponden a Oslo y ocho a Lima", "£3m was allotted to roads and £9,000 to parks": whose part it is."""
    view, figure, verb = case.view, case.figure, case.clause.verb
    if verb is None or view.norm[verb] not in view.rules.allotting:
        return None
    english = view.rules.language == "en"
    led = english and figure.last <= verb and not view.tags[figure.last - view.first : verb - view.first].strip("xma")
    at = verb + 1 if led else figure.last
    at += figure.last == verb and not english
    if view.tag[at] != "p" or (english and view.norm[at] not in view.rules.towards):
        return None
    if (mention := case.around.names.at(case.around.index, at + 1)) is not None or not english:
        return mention.subject if mention is not None else None
    noun = view.noun_after(at + 1)
    return thing(view.head_text(*noun)) if noun is not None else None
