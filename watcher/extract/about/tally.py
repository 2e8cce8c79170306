"""The nouns that a paragraph counted -> the one that a bare number is of, or a part of: "48,000 homes, 600 trees; 9,000 remain"."""

from __future__ import annotations

from decimal import Decimal

from watcher.extract.reading import FigureMention
from watcher.model import Subject

_KEPT = 4  # counted nouns that a bare number may be a part of


class Tally:
    """What was counted last, with the number and the paragraph of each."""

    def __init__(self) -> None:
        self._told: list[tuple[int, Decimal, Subject | None]] = [(-1, Decimal(0), None)]

    def add(self, paragraph: int, number: Decimal, counted: Subject | None) -> None:
        """Keep what is counted, the last few of its paragraph."""
        kept = [told for told in self._told[-_KEPT:] if told[0] == paragraph]
        self._told = [*kept, (paragraph, number, counted)]

    @property
    def last(self) -> Subject | None:
        """What was counted last, wherever."""
        return self._told[-1][2]

    def near(self, paragraph: int) -> str | None:
        """What a bare number counts: the noun last counted in its paragraph or the one before."""
        told, _, counted = self._told[-1]
        return counted.name if counted is not None and paragraph - told in (0, 1) else None

    def whole(self, paragraph: int, figure: FigureMention | None) -> Subject | None:
        """What was counted last in the paragraph; for a bare number what it may be a part of."""
        part = figure.value.number if figure is not None and figure.value.unit == "count" and figure.value.per is None else None
        for here, size, counted in reversed(self._told):
            if here == paragraph and counted is not None and (part is None or size > part):
                return counted
        return None
