"""One text of two that are compared, cut into passages -> the words of each, read once, and those around a span of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from watcher.compare import prose
from watcher.compare.prose import Passage, Word


class Run(NamedTuple):
    """The words of a passage in order, and where each starts."""

    words: list[Word]
    starts: list[int]

    def before(self, offset: int, least: int = 0) -> list[Word]:
        """The words that start at `least` or later and end at `offset` or earlier."""
        return [word for word in self.words[bisect_left(self.starts, least) : bisect_left(self.starts, offset)] if word.end <= offset]

    def after(self, offset: int, most: int | None = None) -> list[Word]:
        """The words that start at `offset` or later, and before `most`."""
        return self.words[bisect_left(self.starts, offset) : None if most is None else bisect_left(self.starts, most)]


@dataclass(eq=False)
class Half:
    """A text cut into passages: `mate[i]` is the equal passage of the other text, or -1."""

    text: str
    passages: list[Passage]
    mate: list[int]
    _runs: dict[int, Run] = field(default_factory=dict, repr=False)

    @cached_property
    def starts(self) -> list[int]:
        """Where each passage starts."""
        return [passage.start for passage in self.passages]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the text, folded."""
        return prose.all_words(self.text)

    def at(self, offset: int) -> int:
        """The passage that holds a code point (the one before it where it stands between two)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def run(self, place: int) -> Run:
        """The words of a passage."""
        run = self._runs.get(place)
        if run is None:
            passage = self.passages[place]
            words = prose.words(self.text, passage.start, passage.end)
            run = self._runs[place] = Run(words, [word.start for word in words])
        return run
