"""A share or a bare number that does something -> the group it is of: those whom a poll asked, those counted or told of before.

Every rule takes a `Case` and gives a subject or None.
"""

from __future__ import annotations

from functools import cache

from watcher import lexicon
from watcher.extract.about import phrases
from watcher.extract.about.attached import bare
from watcher.extract.about.case import Case
from watcher.extract.about.grammar import Grammar
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.attribution import studies
from watcher.extract.neighbours import among, by_longest, follows
from watcher.extract.reading import FigureMention
from watcher.lexicon import concepts
from watcher.model import Subject

_TOLD_BY = frozenset(("according", "in", "segun", "de"))
_TO = frozenset(("for", "to", "para", "segun"))  # before those who think something


def asked(case: Case) -> Subject | None:
    """ "A poll of 1,004 voters found that 72% back the act": a share that does something is of those who were asked."""
    view, measure = case.view, case.measure
    if (those := _of_those(case)) is not None:
        return those
    if measure is None or measure.source != "share" or case.figure.value.unit != "percent":
        return None
    reading = view.reading
    number = reading.sentence_of[view.first]
    first = reading.sentences[max(0, number - 2)].first
    tokens = reading.tokens
    for at in range(case.figure.first - 1, first, -1):
        if tokens[at].norm in view.rules.who and any(tokens[back].norm in view.rules.studies for back in range(max(first, at - 14), at)):
            return thing(tokens[at].text.lower())
    own = case.clause.subject is None or case.clause.inherited or case.clause.subject.first <= case.figure.first < case.clause.subject.last
    return (case.around.sampled or thing(view.rules.asked)) if _told_by_a_poll(case) or (own and studies.polls(reading)) else None


def _of_those(case: Case) -> Subject | None:
    """ "A poll found 71% of adults against it", "71% of Ostavians": a share is of whom it says, not of the poll."""
    view, figure, subject = case.view, case.figure, case.clause.subject
    at = figure.last
    if figure.value.unit != "percent" or subject is None or view.rules.language != "en" or view.norm[at] not in view.rules.of:
        return None
    if subject.last > figure.first or view.norm[subject.last - 1] not in view.rules.studies:
        return None
    named = case.around.names.at(case.around.index, at + 1)
    if named is not None:
        return thing(named.subject.name) if named.last == at + 2 and view.norm[at + 1].endswith("s") else None
    noun = view.noun_after(at + 1)
    return thing(view.head_text(*noun)) if noun is not None and view.norm[noun[1] - 1] in view.rules.who else None


def _told_by_a_poll(case: Case) -> bool:
    """ "According to a Datum poll, 46% approve", "a Datum poll found 46% approve": whoever made the poll is not who answered it."""
    view, subject = case.view, case.clause.subject
    if subject is not None and view.rules.language == "en" and view.norm[subject.last - 1] in view.rules.studies:
        return subject.last < case.figure.first
    if view.norm[view.first] not in _TOLD_BY:
        return False
    comma = next((at for at in range(view.first, case.figure.first) if view.tag[at] == ","), view.first)
    named = view.norm[comma - 1] in view.rules.studies or case.around.names.at(case.around.index, comma - 1) is not None
    return comma > view.first and named and _polled(view)


def fronted(case: Case) -> Subject | None:
    """ "Of borrowers, 17% had defaulted", "among renters the figure was 41%": of whom it is told, in front of the clause."""
    view, figure, measure = case.view, case.figure, case.measure
    rate = figure.value.unit == "percent" or figure.value.per is not None
    if rate and _thinking(view, figure):
        told = measure is not None and measure.source == "noun" and measure.noun is not None
        return thing(view.head_text(*measure.noun)) if told and measure and measure.noun else case.around.sampled or thing(view.rules.asked)
    if measure is not None and measure.source == "whole" and measure.noun is not None:
        return thing(view.head_text(*measure.noun))
    if view.rules.language == "es":
        return _among(case) if rate and not view.words.isdisjoint(view.rules.among) else None
    if not (rate or figure.value.unit == "count"):
        return None
    at = case.clause.first if case.clause.subject is not None or case.clause.opener != "," else view.first
    while view.tag[at] in (";", ",", "c", "s", '"') and at < figure.first:
        at += 1
    among = view.norm[at] in view.rules.among and rate
    if not among and view.norm[at] not in view.rules.of:
        return None
    noun = view.noun_after(at + 1)
    if noun is not None and view.tag[noun[1]] == "'":
        noun = view.noun_after(noun[1] + 1)  # "of the company's nine ships, three were laid up"
    start = view.before_hedges(figure.first)
    if noun is None or noun[1] > start or (measure is not None and measure.source == "noun" and measure.noun is not None):
        return None
    beside = (
        noun[1] + (view.tag[noun[1]] == ",") == start or at < case.clause.first or (not among and bare(case) and view.tag[start - 1] == ",")
    )  # "of officers who joined in 2022, 44% had left"
    if not beside and (not among or _named(case)):
        return None
    name = view.head_text(*noun)
    return thing(name) if lexicon.fold(name) not in view.rules.proxies else case.around.counted


def _thinking(view: View, figure: FigureMention) -> bool:
    """ "For 38 percent of voters, she is too old", "para un 84 %, sigue rebasado": those who think what follows."""
    start = view.before_hedges(figure.first)
    opens = view.norm[start - 1] in _TO and (start - 1 == view.first or view.tag[start - 2] in ('"', "c", ";"))
    end = figure.last
    if opens and view.norm[end] in view.rules.of and (noun := view.noun_after(end + 1)) is not None:
        end = noun[1]
    return opens and view.tag[end] == "," and figure.value.unit == "percent"


def matter(case: Case) -> Subject | None:
    """ "En cuanto a los atracos, se registró un descenso del 14%", "as for rents, they rose 3%": the matter a sentence opens with."""
    view, measure = case.view, case.measure
    opening = _topical(view.rules)
    if view.words.isdisjoint(opening) or measure is None:
        return None
    start = None
    for at in view.reading.between(_telling(view.rules), view.first, case.figure.first):
        for place, phrase in opening[view.norm[at]]:
            if _opens(view, at - place) and follows(view.tokens, at - place, phrase):
                start = at - place + len(phrase)
                break
    if start is None:
        return None
    named = case.around.names.at(case.around.index, start + (view.tag[start] == "d"))
    noun = (named.first, named.last) if named is not None else view.noun_after(start)
    if noun is None or noun[1] > case.figure.first:
        return None
    subject = case.clause.subject
    own = subject is not None and subject.first >= noun[1] and view.tag[subject.first] != "q"
    if own and subject is not None and named is not None and phrases.entity(view, subject, case.around) is not None:
        return None
    words = lexicon.fold(measure.name).split(" ")
    told = words[-1 if view.rules.language == "en" else 0]
    if own and named is None and told not in view.rules.moves and told not in view.rules.proxies:
        return None
    return named.subject if named is not None else thing(view.whole_text(*noun))


def _opens(view: View, at: int) -> bool:
    """Whether a clause may open at a token."""
    return at == view.first or view.tag[at - 1] in ("", ",", ";", "c", '"', ".", "s")


@cache
def _telling(rules: Grammar) -> frozenset[str]:
    """The words by which phrases are found that open a sentence with what it is about."""
    return frozenset(_topical(rules))


@cache
def _topical(rules: Grammar) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Their longest word -> those phrases, the longest first."""
    return by_longest(tuple(phrase.split(" ")) for phrase in sorted(rules.topical, key=len, reverse=True))


def _among(case: Case) -> Subject | None:
    """ "Entre las mujeres la tasa es del 31% y entre los hombres, del 24%": of whom a share is told, in front of it."""
    view, figure = case.view, case.figure
    before = view.earlier(figure)
    first = max(case.clause.first, before.last if before is not None else view.first)
    at = next((index for index in range(figure.first - 1, first - 1, -1) if view.norm[index] in view.rules.among), None)
    if at is None or view.tag[at + 1] != "d" or not (at == view.first or view.tag[at - 1] in ",;:cs") or _named(case):
        return None
    noun = view.noun_after(at + 1)
    return thing(view.head_text(*noun)) if noun is not None and noun[1] <= figure.first and view.tag[noun[1] - 1] == "w" else None


def _named(case: Case) -> bool:
    """Whether the subject of the clause is somebody or something with a name."""
    subject = case.clause.subject
    return subject is not None and "n" in case.view.tags[subject.first - case.view.first : subject.last - case.view.first]


def group(case: Case) -> Subject | None:
    """ "Uno de cada cinco dedica más de la mitad", "El 66% está a favor", "9,000 remained in the dark": of what group it is."""
    view, figure, around = case.view, case.figure, case.around
    if view.norm[figure.last] == "with" and view.tag[figure.first - 1] in (",", "c") and _plural(view, around.told):
        return around.told  # "Twelve were taken to hospital, two with burns"
    if case.measure is None or case.measure.noun is not None or not bare(case):
        return None
    verb, before = case.clause.verb, view.earlier(figure)
    if case.measure.source == "share" and before is not None and before.value.unit == "percent" and _plural(view, around.told):
        return around.told  # "53% of voters said she should stay, 45% said she should not"
    if figure.value.unit == "count" and figure.value.per is None:
        opening = not view.tags[case.clause.first - view.first : figure.first - view.first].strip(",;:acsd")
        if not opening or verb is None or figure.first > verb:
            return None
        of = around.counted if view.rules.language == "es" or around.counted is not None else around.last
        return of if _plural(view, of) else None  # "Passengers were stranded. Two were taken to hospital"
    own = case.clause.subject if not case.clause.inherited else None
    if own is not None and (view.rules.language == "es" or view.tags[own.first - view.first : own.last - view.first].strip("fd-")):
        return None
    if view.rules.language == "en":
        return _of_several(case)
    subject = case.clause.subject
    if subject is not None and subject.first < figure.first and view.norm[subject.first] not in view.rules.possessive:
        told = view.whole_text(subject.first, subject.last)
        if told.split(" ")[0].endswith("s") or told.startswith("mayoría "):
            return thing(told)  # "La mayoría de los heridos son niños, y tres de cada cuatro"
    if around.counted is not None:
        return around.counted
    if around.last is not None and around.last.type == "thing" and _plural(view, around.last):
        return around.last
    return thing(view.rules.asked) if _polled(view) else None


def _of_several(case: Case) -> Subject | None:
    """ "Victims were young, and one in eight was a woman": people told of in the clause or the sentence before, else whom a study asked."""
    view, subject = case.view, case.clause.subject
    if case.clause.opener == ":" and view.clauses[0].subject is not None:
        subject = view.clauses[0].subject  # "The men are older than they were: 17% are over 50"
    if subject is not None and view.tag[subject.last - 1] == "w" and view.norm[subject.last - 1].endswith("s"):
        return thing(view.head_text(subject.first, subject.last))
    last, reading = case.around.last, view.reading
    number = reading.sentence_of[view.first]
    if number == 0 or reading.sentences[number - 1].paragraph != reading.sentences[number].paragraph:
        last = case.around.sampled or last  # a line of findings
    if last is not None and last.type == "thing" and concepts.known(last.name) and not _plural(view, last):
        last = case.around.subjects(case.around.number - 1, 2)  # "Patients are young. The median age is 34. Two-thirds are men"
    plural = last if last is not None and last.type == "thing" and _plural(view, last) else None
    counted = case.around.counted if _plural(view, case.around.counted) else None
    found = _sampled(case) or plural or case.around.sampled or counted
    answers = case.measure is not None and case.measure.source == "share" and case.figure.value.unit == "percent"
    return found or (
        thing(view.rules.asked) if answers and studies.polls(view.reading) else None
    )  # "Eight percent said they were undecided"


def _sampled(case: Case) -> Subject | None:
    """ "A survey of its members found that one in four": of whom a study tells, in its sentence."""
    view = case.view
    for at in range(view.first, case.figure.first):
        if view.norm[at] in view.rules.studies and view.norm[at + 1] in view.rules.of and (noun := view.noun_after(at + 2)) is not None:
            return thing(view.head_text(*noun)) if view.norm[noun[1] - 1].endswith(("s", "people", "men")) else None
    return None


def _plural(view: View, subject: Subject | None) -> bool:
    if subject is None or subject.type != "thing":
        return False
    words = lexicon.fold(subject.name).partition(" of ")[0].split(" ")
    head = words[0 if view.rules.language == "es" else -1]
    return head.endswith("s") or (view.rules.language == "en" and among(head, view.rules.who, view.rules.plurals))


def _polled(view: View) -> bool:
    reading = view.reading
    number = reading.sentence_of[view.first]
    return any(studies.tells_of_poll(reading, reading.sentences[at]) for at in range(max(0, number - 1), number + 1))
