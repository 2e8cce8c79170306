"""One figure to be bound: what every rule that gives a subject takes."""

from __future__ import annotations

from dataclasses import dataclass

from watcher.extract.about.clauses import Clause
from watcher.extract.about.phrases import Around
from watcher.extract.about.properties import Property
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention


@dataclass(slots=True)
class Case:
    """One figure to be bound."""

    view: View
    figure: FigureMention
    clause: Clause
    measure: Property | None
    around: Around
    kind: str  # of the figure
    start: int  # the first token of its amount, hedges counted in
    verb: int | None  # that governs it
    earlier: FigureMention | None  # the figure before it in the sentence
