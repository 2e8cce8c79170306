"""A figure in its sentence and its property -> the subject it is said of: the entity or definite thing that structure points to.

Order: the owner of an age; what stands in brackets or behind "for"/"in" right after the figure; the event, for tolls; the thing
whose length or change it is; the subject of the clause; a place in the phrase that names the measure; the counted thing; the topic.
"""

from __future__ import annotations

from watcher import lexicon
from watcher.extract.about import behind, phrases, rows
from watcher.extract.about.aged import owner
from watcher.extract.about.agents import acting, allotted, bearing, by, estimated
from watcher.extract.about.attached import attached, bare, what_it_is_of
from watcher.extract.about.case import Case
from watcher.extract.about.clausal import own_subject, owned
from watcher.extract.about.enumerated import enumerated
from watcher.extract.about.grammar import Grammar
from watcher.extract.about.groups import asked, fronted, group, matter
from watcher.extract.about.holders import holder
from watcher.extract.about.imposed import dative, handed, punished
from watcher.extract.about.listed import foremost, gapped, part, placed, respectively, standing
from watcher.extract.about.places import place_in
from watcher.extract.about.properties import Property
from watcher.extract.about.quakes import quake
from watcher.extract.about.superlatives import leader
from watcher.extract.about.tallies import compared
from watcher.extract.about.things import thing
from watcher.extract.about.tolls import toll
from watcher.extract.about.view import View
from watcher.extract.about.wording import states
from watcher.extract.neighbours import among
from watcher.extract.reading import FigureMention
from watcher.lexicon import concepts
from watcher.model import Subject

_SAY = frozenset(("say", "says", "said"))  # no others: "wrote 11 books", "denied all 11 charges"


def of(case: Case) -> Subject | None:
    """Whom or what a figure is said of."""
    view, figure, clause, measure, around = case.view, case.figure, case.clause, case.measure, case.around
    found = _told(case)
    if found is not None and found.type == "thing" and lexicon.fold(found.name) in view.rules.sheets:
        return thing(view.rules.survey)  # "Ficha técnica: 1.204 entrevistas"
    if found is None or found.type != "thing" or (measure is not None and measure.source == "age") or sound(found, view.rules):
        return found
    told = [phrases.of_phrase(view, clause.subject, around)] if clause.subject is not None else []
    noun = figure.noun if figure.noun is not None and figure.noun[0] < figure.last else None
    told += [thing(" ".join(token.text.lower() for token in view.tokens[slice(*noun)]))] if noun else []
    told += [_counted(case), around.counted, around.last, around.topic.main]
    return next((other for other in told if other is not None and sound(other, view.rules)), None)


def sound(subject: Subject, rules: Grammar) -> bool:
    """Whether a subject is a noun phrase: a thing's name is more than adjectives, pronouns and words for any amount."""
    if subject.type != "thing":
        return True
    for word in lexicon.fold(subject.name).split():
        if not among(word, rules.unnamed, rules.proxies, rules.closed) or (word in rules.persons and word not in rules.superlatives):
            return True
    return False


def _told(case: Case) -> Subject | None:
    """What the first rule that knows says."""
    view, figure, clause, measure, around = case.view, case.figure, case.clause, case.measure, case.around
    if view.reading.paragraphs[around.paragraph].kind == "item" and (opened := enumerated(case)) is not None:
        return opened
    if measure is None:
        return (gapped(case) if case.earlier is not None else None) or own_subject(case) or around.topic.main
    if measure.source == "age":
        return respectively(case) or owner(case) or around.topic.main
    said_of = what_it_is_of(view, figure, clause, measure)
    source, unit, english = measure.source, figure.value.unit, view.rules.language == "en"
    found = (
        behind.runner(view, figure, around)
        or respectively(case)
        or (_itemised(case) if source == "item" else None)
        or (placed(case) if unit == "rank" else None)
        or leader(view, figure, around)
        or (standing(case) if unit == "percent" else None)
        or (part(case) if view.norm[figure.last] in view.rules.of else None)
        or by(case)
        or allotted(case)
        or (None if english else punished(case))
        or handed(case)
        or acting(case)
        or (bearing(case) if english else None)
        or attached(case, said_of)
        or (foremost(case) or gapped(case) if case.earlier is not None else None)
        or compared(case)
        or (None if english else dative(case))
        or (toll(case) if said_of == "event" else None)
        or _lasting(case, said_of)
        or (_label(case) if source == "label" else None)
        or estimated(case, said_of)
    )
    if found is not None:
        return found
    if (asking := matter(case) or fronted(case) or asked(case) or group(case)) is not None:
        return asking
    if _said(case) and (counted := _counted(case)) is not None:
        return counted
    own = own_subject(case)
    if unit == "magnitude" and (shaken := quake(case, own)) is not None:
        return shaken
    if own is not None and own.type == "thing" and (better := owned(case) or holder(case)) is not None:
        own = better
    if (own is None or own.type == "thing") and (found := behind.had_with(view, figure, around)) is not None:
        return found
    if own is not None and own.type == "thing" and (found := _befallen(case) or _foreseen(case)) is not None:
        return found
    if own is not None and said_of == "place" and own.type == "place":
        return own
    if own is not None and (said_of != "place" or (own.type in ("person", "organization") and not concepts.territorial(measure.name))):
        return own
    if (place := place_in(case, said_of)) is not None:
        return place
    return own or (owned(case) if view.rules.language == "es" else None) or _counted(case)


def _said(case: Case) -> bool:
    """ "Bo said 40 people in Leeds and 30 voters abroad cast votes": the counted right behind a verb of saying are not who says it."""
    view, verb = case.view, case.clause.verb
    if verb is None or case.start != verb + 1 or view.norm[verb] not in _SAY or case.kind != "count":
        return False
    return case.measure is not None and case.measure.source == "noun" and view.tag[case.figure.last] == "w"


def _itemised(case: Case) -> Subject | None:
    """ "Más casos: / Xalapa: 861": a line of a list is of what it names, the line above it tells what is measured."""
    measure = case.measure
    if measure is None or measure.noun is None:
        return None
    named = case.around.names.at(case.around.index, measure.noun[1] - 1)
    return named.subject if named is not None else thing(case.view.head_text(*measure.noun))


def _lasting(case: Case, said_of: str | None) -> Subject | None:
    """What a length of time or a change of an object is about: "a 72-hour strike", "raise fares by 15%"."""
    view, figure, measure = case.view, case.figure, case.measure
    if measure is None:
        return None
    if case.kind == "duration":
        return _held(case) or _long(view, figure, measure)
    if measure.noun is None or said_of is not None:
        return None
    verb = case.verb
    if measure.source == "before" and (whose := _changed(case)) is not None:
        return whose
    if measure.source == "object":
        moved = (
            view.norm[measure.noun[0] - 1] not in view.rules.possessive  # but "raised its prices by 9.5%"
            and view.norm[case.start - 1] not in ("at", "en")
            and view.norm[figure.first - 1] != "at"
            and (view.rules.language == "es" or verb is None or verb < measure.noun[0])  # but "the price, which bankers put at"
        )
    elif measure.source == "before" and verb is not None and verb < measure.noun[0] < figure.first:
        head = view.norm[measure.noun[1] - 1 if view.rules.language == "en" else measure.noun[0]]
        moved = view.tokens[verb].text.lower() in view.rules.change and view.tag[verb] != "x" and head not in view.rules.moves
        led = view.tag[measure.noun[0] - 1 - (view.tag[measure.noun[0] - 1] == "d")]
        moved = moved and (led != "p" or view.rules.language == "en")  # but "cerró el año con un beneficio de 40 millones"
    else:
        moved = False
    if not moved:
        return None
    whole = view.whole_text(*measure.noun)
    return thing(measure.name if measure.name.endswith(f" {whole}") else whole)  # "tasa de interés"


def _changed(case: Case) -> Subject | None:
    """ "Una caída del consumo del 7 %": a change is of what it is a change of."""
    view, noun = case.view, case.measure.noun if case.measure is not None else None
    if noun is None or view.rules.language != "es":
        return None
    at = noun[0] - 1
    at -= view.tag[at] == "d"
    if view.norm[at] not in view.rules.of or view.norm[at - 1] not in view.rules.moves:
        return None
    mention = case.around.names.at(case.around.index, noun[1] - 1)
    return mention.subject if mention is not None else thing(view.head_text(*noun))


def _long(view: View, figure: FigureMention, measure: Property) -> Subject | None:
    """What takes the time: "a 72-hour strike"."""
    if measure.noun is None or concepts.penal(view.head_text(*measure.noun)):
        return None  # "a three-year sentence" is somebody's
    verb, subject = view.verb(figure, view.clause(figure.first)), view.clause(figure.first).subject
    had = verb is not None and view.norm[verb] in view.rules.having and subject is not None and subject.first < verb < measure.noun[0]
    if had and view.rules.language == "es":
        return None  # "la mina tendrá una vida útil de 28 años"
    lasting = measure.source == "before" or (measure.source == "noun" and "-" in view.reading.text[figure.start : figure.end])
    noun = thing(view.head_text(*measure.noun)) if lasting else None
    return noun if noun is not None and noun.name not in ("week", "semana", "day") else None


def _held(case: Case) -> Subject | None:
    """What is to hold for a time: "extended the curfew for 30 days", "prorrogó por 60 días el estado de emergencia"."""
    view, figure, verb = case.view, case.figure, case.verb
    if verb is None or verb > figure.first or view.norm[verb] not in view.rules.holding:
        return None
    before = range(case.start - 1, figure.first)
    if not any(view.norm[index] in view.rules.lasting for index in before):
        return None
    for noun in (view.noun_after(verb + 1), view.noun_after(figure.last)):
        if noun is not None and view.tag[noun[0] - 1] != "p" and not noun[0] <= figure.first < noun[1]:
            mention = case.around.names.at(case.around.index, noun[1] - 1)
            tail = (
                view.noun_after(noun[1] + 1)
                if (view.norm[noun[1]] in view.rules.of and noun[1] < figure.first) or view.rules.language == "es"
                else None
            )
            of = f" {view.tokens[noun[1]].text} {view.head_text(*tail)}" if tail and view.norm[noun[1]] in view.rules.of else ""
            return mention.subject if mention is not None else thing(view.head_text(*noun) + of)
    return None


def _label(case: Case) -> Subject | None:
    """A line of a list ("Bridges down: 11") speaks of what the document is about."""
    view, noun = case.view, case.measure.noun if case.measure is not None else None
    if noun is not None and view.reading.paragraphs[view.reading.sentences[view.reading.sentence_of[noun[0]]].paragraph].kind == "row":
        return _of_column(case) or thing(view.head_text(*noun))
    if noun is not None and concepts.concept(view.norm[noun[0]]) in ("price", "cost") and view.norm[noun[0] + 1] in view.rules.of:
        return thing(view.head_text(noun[0] + 2, noun[1]))
    if noun is not None and (named := case.around.names.at(case.around.index, noun[1] - 1)) is not None:
        return named.subject  # "Halden: $33 an hour"
    owner = case.around.topic.matter or case.around.topic.main
    owner = case.around.topic.place if owner is None or owner.type == "person" else owner
    return owner or (thing(view.head_text(*noun)) if noun else None)


def _of_column(case: Case) -> Subject | None:
    """Whose a cell is where its column is headed by a name: "Constituency | Barasa | Kirimi"."""
    cell = rows.headed(case.view, case.figure)
    named = case.around.names.in_tokens(case.around.index, *cell) if cell is not None else ()
    whole = cell is not None and len(named) == 1 and named[0].last - named[0].first == cell[1] - cell[0]
    return named[0].subject if whole and named[0].subject.type in ("person", "organization") else None


def _befallen(case: Case) -> Subject | None:
    """ "Teams searched for 16 miners trapped by the flood": in what state the counted are is not said of who deals with them."""
    view, figure, measure = case.view, case.figure, case.measure
    if measure is None or measure.source != "noun" or measure.noun is None or view.rules.language != "en":
        return None
    verb = case.verb
    behind = [view.norm[at] for at in range(measure.noun[1], measure.noun[1] + 4)]
    state = (behind[0] in states("en") or (behind[0] == "who" and not states("en").isdisjoint(behind))) and case.kind == "count"
    return thing(view.head_text(*measure.noun)) if state and verb is not None and verb < figure.first else None


def _foreseen(case: Case) -> Subject | None:
    """ "Analysts expect a second loss, of £4m": what is foreseen of a company is said of the company that the text is about."""
    view, subject, verb, main = case.view, case.clause.subject, case.clause.verb, case.around.topic.main
    if verb is None or subject is None or view.rules.language != "en" or view.norm[verb] not in view.rules.foreseeing:
        return None
    if main is None or main.type != "organization" or case.measure is None or case.measure.source not in ("before", "object", "noun"):
        return None
    of = phrases.of_phrase(view, subject, case.around)
    return main if of is not None and lexicon.fold(of.name).rpartition(" ")[2] in view.rules.reckoners else None


def _counted(case: Case) -> Subject | None:
    """The counted thing itself, where nothing else is named."""
    measure, around = case.measure, case.around
    name = case.view.whole_text(*measure.noun) if measure is not None and measure.noun is not None else ""
    if not name and measure is not None and measure.source == "noun" and case.figure.value.per is not None:
        name = measure.name  # "one donor in three"
    if (
        name
        and case.view.norm[case.figure.first - 1] in case.view.rules.possessive
        and set(lexicon.fold(name).split()) & case.view.rules.kin
    ):
        owner = around.names.pronoun(around.index, case.figure.first - 1)  # "y sus dos hijas"
        return owner or thing(name)
    if around.counted is not None and not name and bare(case):
        return around.counted
    if measure is not None and measure.source == "before" and " of " in measure.name:
        name = measure.name  # "margin of error"
    if name and (around.topic.main is None or lexicon.fold(name) not in case.view.rules.proxies):
        return thing(name)
    if around.told is not None:
        return around.told
    if around.last is not None and around.last.type in ("person", "organization"):
        return around.last
    named = measure is not None and measure.source not in ("verb", "passive")  # "300 voted": a deed is nobody
    return around.topic.main or around.last or (thing(measure.name) if named and measure else None)
