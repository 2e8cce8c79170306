"""A magnitude -> the quake it is the size of, whoever measured it: "the 6.5 magnitude tremor", "the institute put the quake at 5.9"."""

from __future__ import annotations

from watcher import lexicon
from watcher.extract.about import phrases
from watcher.extract.about.case import Case
from watcher.extract.about.things import thing
from watcher.extract.about.tolls import toll
from watcher.extract.neighbours import cues
from watcher.model import Subject


def quake(case: Case, own: Subject | None) -> Subject | None:
    """The quake named last before a magnitude, where the subject of its clause, `own`, is none; else the event of the document."""
    view, quakes = case.view, cues(case.view.rules.language, "elision", "magnitude")
    if own is not None and own.type == "thing" and not quakes.isdisjoint(lexicon.fold(own.name).split(" ")):
        return own
    named = view.reading.between(quakes, view.first, case.figure.first)
    if named and (noun := view.noun_before(named[-1] + 1)) is not None:
        return thing(view.head_text(*noun))
    return toll(case) or own if own is not None and phrases.acts(view, own) else own
