"""Figures of a reading -> what each is about: subject, property, scope. Same order, same length; nothing else is decided here.

    sentence -> tags -> clauses (view) -> property -> subject -> scope, each figure with what the one before it was about
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from watcher.extract import properties, scope, subjects, topics
from watcher.extract.names import Names
from watcher.extract.properties import Property
from watcher.extract.reading import DateMention, FigureMention, QuoteMention, Reading
from watcher.extract.subjects import Around
from watcher.extract.tagging import grammar
from watcher.extract.view import View
from watcher.model import Scope, Subject


class About(NamedTuple):
    """What a figure is about; `property` is a short noun phrase, never empty."""

    subject: Subject | None
    property: str
    scope: Scope


def bind(
    reading: Reading, index: int, figures: Sequence[FigureMention], names: Names, dates: Sequence[DateMention], quotes: Sequence[QuoteMention], published: str | None
) -> list[About]:
    """What each of `figures` is about; `index` is the reading's in `names`."""
    rules, topic = grammar(reading.language), topics.find(reading, names.mentions(index))
    times = scope.Times(reading, published)
    marks = {token: "n" for mention in names.mentions(index) for token in range(mention.first, mention.last)}
    marks |= {token: "t" for time in times.found for token in range(time.first, time.last)}
    marks |= {token: "f" for figure in figures for token in range(figure.first, figure.last)}
    found: list[About] = []
    view: View | None = None
    last: Subject | None = None
    previous: Property | None = None
    for figure in figures:
        number = reading.sentence_of[figure.first]
        if view is None or not view.first <= figure.first < view.last:
            sentence = reading.sentences[number]
            view, previous = View(reading, sentence.first, sentence.last, marks, rules, figures), None
        clause = view.clause(figure.first)
        measure = properties.of(view, figure, clause, previous)
        around = Around(index, names, topic, list(quotes), last)
        subject = subjects.of(view, figure, clause, measure, around)
        if measure is not None and measure.source not in ("age", "rank", "unit"):
            previous = measure
        if subject is not None and subject.type != "place":
            last = subject
        found.append(About(subject, measure.name if measure else figure.value.unit, times.of(view, figure, clause, topic)))
    return found
