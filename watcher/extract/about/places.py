"""A figure and the words of its clause -> the place it is said of: named beside the measure, in the clause, told before, or the topic's."""

from __future__ import annotations

from collections.abc import Sequence

from watcher import lexicon
from watcher.extract.about.case import Case
from watcher.extract.about.phrases import Around
from watcher.extract.about.view import View
from watcher.lexicon import concepts
from watcher.model import Subject


def place_in(case: Case, said_of: str | None) -> Subject | None:
    """The place in the phrase that names the measure ("Norland's economy", "consumer prices in Norland"), else the topic's."""
    measure, clause, around, view = case.measure, case.clause, case.around, case.view
    spans: list[tuple[int, int]] = [measure.noun] if measure and measure.noun else []
    if clause.subject is not None:
        counted = said_of is None and clause.subject.first <= case.figure.first < clause.subject.last
        if counted and (view.rules.language == "es" or view.tag[clause.subject.last] == ","):
            return None  # "Las dos niñas secuestradas en Rivas fueron liberadas", "Two Republicans, Ann Marsh of Maine and Kim Lund"
        spans.append((clause.subject.first, clause.subject.end))
    if said_of == "place":
        spans.append((clause.first, clause.last))
        if clause.first > view.first:
            spans += _earlier_places(case)
    if (found := first_place(spans, around, view.last)) is not None:
        return found
    if said_of != "place":
        return None
    aside = case.figure.value.per is not None and view.tag[case.figure.first - 1] == "(" and around.topic.place is None
    if measure is not None and (measure.source == "rate" or aside) and (told := told_place(view, around)) is not None:
        return told
    main = around.topic.main
    if around.topic.place is not None or main is None or main.type != "organization" or measure is None:
        return around.topic.place
    telling = not view.rules.offices.isdisjoint(lexicon.fold(main.name).split())  # "el Instituto Nacional de Estadísticas": it has none
    alone = measure.source == "noun" or telling or concepts.territorial(measure.name) or _says(case, main)
    return None if alone else main


def _says(case: Case, main: Subject) -> bool:
    """ "The police said that the murder rate fell": it is not the rate of who tells it."""
    view, names, index = case.view, case.around.names, case.around.index
    for outer in view.clauses:
        if outer.first < case.clause.first and outer.subject is not None and outer.verb is not None:
            named = names.at(index, outer.subject.last - 1)
            if named is not None and named.subject == main and view.tokens[outer.verb].text.lower() in view.rules.saying:
                return True
    return False


def _earlier_places(case: Case) -> list[tuple[int, int]]:
    """Where the clauses before name places: the nearest first, a dateline is none."""
    found = case.around.names.in_tokens(case.around.index, case.view.first, case.clause.first)
    view = case.view
    return [
        (mention.first, mention.last)
        for mention in reversed(found)
        if mention.subject.type == "place" and not (mention.first == view.first and view.tag[mention.last] in (",", "(", ";", "."))
    ]


def told_place(view: View, around: Around) -> Subject | None:
    """The one place that the sentence before names, or that before it: whose rate is told where the sentence names none."""
    number = view.reading.sentence_of[view.first]
    for back in range(number - 1, max(-1, number - 4), -1):
        sentence = view.reading.sentences[back]
        places = {m.subject for m in around.names.in_tokens(around.index, sentence.first, sentence.last) if m.subject.type == "place"}
        if len(places) == 1:
            return places.pop()
        if places:
            return None
    return None


def first_place(spans: Sequence[tuple[int, int]], around: Around, end: int) -> Subject | None:
    for first, last in spans:
        for mention in around.names.in_tokens(around.index, first, min(last + 4, end)):
            if mention.subject.type == "place":
                return mention.subject
    return None
