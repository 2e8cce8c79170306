"""A figure that goes on with one told before -> what it is about: "la patronal lo redujo al 20 %", "before Covid it was 40".

In: the figure in its clause and what was told last. Out: the subject and the property it takes over, or None.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from watcher.extract.about.clauses import Clause
from watcher.extract.about.kinds import kind
from watcher.extract.about.measures import Property
from watcher.extract.about.phrases import Known
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.model import Subject

_NEAR = 3  # sentences that a figure goes on over
_CLITICS = frozenset(("lo", "la", "los", "las"))
_PUT = frozenset(("at",))
_IT = frozenset(("it", "them"))
_LEVELS = frozenset(("percent", "money", "rate"))
_OPENING = frozenset(',;cs"')
_PLAIN = ("age", "rank", "unit")
_NAMED = ("subject", "before", "object", "rate", "noun", "label")
_VAGUE = (
    None,
    "unit",
    "rate",
    "verb",
    "passive",
    "subject",
    "standing",
    "share",
)  # where a property comes from that another may take the place of


class Told(NamedTuple):
    """What a figure of the reading was about."""

    figure: FigureMention
    subject: Subject | None
    measure: Property


def onward(
    view: View, figure: FigureMention, clause: Clause, measure: Property | None, told: Told, known: tuple[Known, int]
) -> Told | None:
    """What `figure` is about, where its clause leaves that to `told`."""
    sentences, of = view.reading.sentences, view.reading.sentence_of
    a, b = of[told.figure.first], of[figure.first]
    apart = sentences[b].paragraph - sentences[a].paragraph
    if b - a >= _NEAR or apart > 1:
        return None
    if apart:  # "La consultora había previsto 2,2 %", a paragraph on
        alike = (figure.value.unit, figure.value.per) == (told.figure.value.unit, told.figure.value.per)
        foreseen = alike and view.rules.language == "es" and told.measure.source in _NAMED and _foreseen(view, figure, clause)
        return told._replace(figure=figure) if foreseen and figure.value.unit != "count" else None
    if view.rules.language == "en":
        again = b - a < 2 and (_again(view, figure, clause, told) or _rival(view, figure, clause, told))
        return told._replace(figure=figure) if again else None
    if (figure.value.unit, figure.value.per) != (told.figure.value.unit, told.figure.value.per) and not _points(figure, told.figure):
        return None
    if _clitic(view, figure, clause):
        return told._replace(figure=figure)
    going = measure is not None and clause.opener == "s" and measure.name == told.measure.name
    if (measure.source if measure is not None else None) not in _VAGUE:
        place = _place(view, figure, clause, known) if going else None
        return Told(figure, place, told.measure) if place is not None else None  # "mientras que en los hombres fue de 8,1 %"
    if told.measure.source not in _PLAIN and _tacit(view, figure, clause):
        return told._replace(figure=figure)
    if _foreseen(view, figure, clause) and told.measure.source in _NAMED and figure.value.unit != "count":
        return told._replace(figure=figure)
    place = _place(view, figure, clause, known)
    return Told(figure, place, told.measure) if place is not None and told.measure.source != "unit" else None


def _points(figure: FigureMention, told: FigureMention) -> bool:
    """Points of a share, or a share behind its points."""
    return {figure.value.unit, told.value.unit} == {"percentage-point", "percent"}


def only_it(view: View, figure: FigureMention, measure: Property) -> bool:
    """ "In Port Ash it tripled, from 2.6 to 8.3": a change of what is not named here."""
    return measure.source == "verb" and _taken_up(view, view.clause(figure.first))


def levelled(view: View, figure: FigureMention, clause: Clause, measure: Property, subject: Subject) -> Property:
    """ "Unemployment is a worry: it stood at 9.3%": what has the level is what is measured."""
    taken = measure.source in ("unit", "rate") or (measure.noun is not None and measure.noun[1] <= clause.first)
    if not taken or kind(view, figure) not in _LEVELS:
        return measure
    return replace(measure, name=subject.name, source="subject") if _taken_up(view, clause) else measure


def _taken_up(view: View, clause: Clause) -> bool:
    """ "It stood at", "they were up": what has a level or changes was named before."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or view.norm[subject.first] not in ("it", "they"):
        return False
    return view.norm[verb] in view.rules.change or (view.tag[verb] == "x" and view.norm[verb + 1] in ("up", "down"))


def _again(view: View, figure: FigureMention, clause: Clause, told: Told) -> bool:
    """ "I sell ten kilos a day. Before Covid it was 40", "last year it was 31,000", "in 2018 it was put at 2,440": the same again."""
    verb, subject, before = clause.verb, clause.subject, told.figure
    if verb is None or subject is None or verb > figure.first or before.last > figure.first or view.tag[figure.last] in ("w", "n", "g"):
        return False
    at = view.before_hedges(figure.first)
    at -= view.norm[at - 1] in _PUT
    moved = view.tokens[verb].text.lower() in view.rules.change and figure.value.unit != "count"  # "Earlier it rose $1.23"
    if at != verb + 1 or not (moved or view.tag[verb] == "x" or view.norm[at] in _PUT) or told.measure.source in ("age", "rank"):
        return False
    bare = figure.value.unit == "count" and figure.value.per is None and figure.last - figure.first <= 2
    alike = (before.value.unit, before.value.per) == (figure.value.unit, figure.value.per) and figure.value.unit != "count"
    return (bare or alike) and view.norm[subject.first] == "it" and _counts(view, figure)


def _rival(view: View, figure: FigureMention, clause: Clause, told: Told) -> bool:
    """ "Profit was £84m. Analysts had expected £91m", "the toll is 52; the police put it at 47, the mayor said 50": another voice's."""
    verb, before = clause.verb, told.figure
    if verb is None or clause.subject is None or not clause.subject.last <= verb < figure.first or told.measure.source not in _NAMED:
        return False
    if (before.value.unit, before.value.per) != (figure.value.unit, figure.value.per) or before.first > clause.subject.first:
        return False
    word, at = view.norm[verb], view.before_hedges(figure.first)
    if clause.opener == "r" and word in view.rules.winning:
        return False  # "lost with 44% to Bo, who claimed 56%"
    at -= view.tag[at - 1] == '"'
    if word in view.rules.estimating:
        return view.norm[verb + 1] in _IT and any(view.norm[near] in _PUT for near in range(verb + 2, figure.first))
    said = word in view.rules.saying or view.norm[at - 1] in view.rules.of
    said = said or (word in view.rules.foreseeing and told.measure.source != "noun")  # "lost 90 lives. Forecasters expect two or three"
    at -= view.norm[at - 1] in view.rules.of
    behind = figure.last + (view.tag[figure.last] == '"')
    return said and at == verb + 1 and view.tag[behind] not in ("w", "n", "g") and _counts(view, figure)


def _tacit(view: View, figure: FigureMention, clause: Clause) -> bool:
    """ "El 12 % confiaba en él. Cae tres puntos.": a change whose subject was told before, alone in its clause."""
    verb = clause.verb
    alone = verb is not None and verb == clause.first and verb + 1 == view.before_hedges(figure.first) and clause.subject is None
    return verb is not None and alone and view.tokens[verb].text.lower() in view.rules.change and view.tag[figure.last] in (".", ",", "")


def _counts(view: View, figure: FigureMention) -> bool:
    """Nothing behind a figure tells what it counts or measures."""
    return view.norm[figure.last] not in view.rules.of and view.norm[figure.last] not in view.rules.dimensions


def _clitic(view: View, figure: FigureMention, clause: Clause) -> bool:
    """ "El ministro lo rebajó a 60 millones", "la policía los cifra en 400": the object of the verb was measured before."""
    verb = view.verb(figure, clause)
    if verb is None or not verb < figure.first <= verb + 6 or view.tag[verb + 1] not in ("p", "a", "f"):
        return False
    at = verb - 1
    at -= view.tag[at] in ("x", "a")
    word = view.tokens[verb].text.lower()
    return (
        view.norm[at] in _CLITICS
        and view.tag[at] == "o"
        and (word in view.rules.change or word in view.rules.altering or word in view.rules.reckoning)
    )


def _foreseen(view: View, figure: FigureMention, clause: Clause) -> bool:
    """ "El Banco Central proyecta 8,5 %", "la consultora prevé 2,7 %": another figure of what was told, without its name."""
    verb = clause.verb
    beside = verb is not None and verb + 1 == view.before_hedges(figure.first) and view.tag[figure.last] not in ("w", "n", "g")
    alone = view.norm[figure.last] not in view.rules.of
    return verb is not None and beside and alone and view.tokens[verb].text.lower() in view.rules.foreseeing


def _place(view: View, figure: FigureMention, clause: Clause, known: tuple[Known, int]) -> Subject | None:
    """ "En Granada se sitúa en 10,2 y en Jaén en 6,8", "mientras que en la costa apenas llega al 9 %": where the figure holds."""
    before, (names, index) = view.earlier(figure), known
    at = max(clause.first, before.last if before is not None else view.first)
    while view.tag[at] in _OPENING and at < figure.first:
        at += 1
    if view.norm[at] not in view.rules.places:
        return None
    at += 1
    at += view.tag[at] == "d"
    mention = names.at(index, at)
    noun = (at, mention.last) if mention is not None else view.noun_after(at)
    if noun is None or noun[1] > figure.first or view.norm[noun[0]] in view.rules.terms or view.tag[noun[0]] == "t":
        return None
    subject, verb = clause.subject, clause.verb
    if verb is not None and verb >= noun[1]:
        word = view.tokens[verb].text.lower()
        own = subject is not None and not clause.inherited and view.phrase_text(subject) not in view.rules.proxies
        if own or verb > figure.first or not (word in view.rules.change or word in view.rules.light or view.tag[verb] == "x"):
            return None
    elif view.tags[noun[1] - view.first : view.before_hedges(figure.first) - view.first].strip(",apd"):
        return None
    return mention.subject if mention is not None else thing(view.head_text(*noun))
