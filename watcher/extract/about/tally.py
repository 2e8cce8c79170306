"""The nouns that a paragraph counted -> the one that a bare number is of, or a part of: "48,000 homes, 600 trees; 9,000 remain"."""

from __future__ import annotations

from decimal import Decimal

from watcher.extract.reading import FigureMention
from watcher.model import Subject

_KEPT = 4  # counted nouns that a bare number may be a part of


class Tally:
    """What was counted last in one paragraph, with the number of each."""

    def __init__(self) -> None:
        self._paragraph = -1
        self._told: list[tuple[Decimal, Subject | None]] = []

    def add(self, paragraph: int, number: Decimal, counted: Subject | None) -> None:
        """Keep what is counted, the last few of its paragraph."""
        if paragraph != self._paragraph:
            self._paragraph, self._told = paragraph, []
        self._told = [*self._told[-_KEPT:], (number, counted)]

    @property
    def last(self) -> Subject | None:
        """What was counted last, wherever."""
        return self._told[-1][1] if self._told else None

    def near(self, paragraph: int) -> str | None:
        """What a bare number counts: the noun last counted in its paragraph or the one before."""
        counted = self.last if paragraph - self._paragraph in (0, 1) else None
        return counted.name if counted is not None else None

    def whole(self, paragraph: int, figure: FigureMention | None) -> Subject | None:
        """What was counted last in the paragraph; for a bare number what it may be a part of."""
        if paragraph != self._paragraph:
            return None
        part = figure.value.number if figure is not None and figure.value.unit == "count" and figure.value.per is None else None
        for size, counted in reversed(self._told):
            if counted is not None and (part is None or size > part):
                return counted
        return None
