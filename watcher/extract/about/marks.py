"""A reading -> what other rooms know of each token: a name (n), the stop of a title (w), a time (t), a figure (f), a line's label (;)."""

from __future__ import annotations

from collections.abc import Sequence

from watcher.extract import dialogue
from watcher.extract.reading import FigureMention, NameMention, Reading


def marks(
    reading: Reading,
    mentions: Sequence[NameMention],
    times: Sequence[tuple[int, int]],
    figures: Sequence[FigureMention],
    datelines: Sequence[int],
) -> list[str]:
    """The mark of each token, "" where nothing is known; what is told last stands."""
    found = [""] * (len(reading.tokens) + 2)
    for mention in mentions:
        found[mention.first : mention.last] = ["n"] * (mention.last - mention.first)
        if reading.tokens[mention.first - 1].text == "." and _shortens(reading, mention.first - 1):
            found[mention.first - 1] = "w"
    for first, last in times:
        found[first:last] = ["t"] * (last - first)
    for figure in figures:
        found[figure.first : figure.last] = ["f"] * (figure.last - figure.first)
    for token in datelines:
        found[token] = ";"
    for label in dialogue.labels(reading):
        found[label.first : label.last] = [";"] * (label.last - label.first)
    return found


def _shortens(reading: Reading, stop: int) -> bool:
    """ "State Sen. Carla Reyes": the stop of a short title ends nothing."""
    return stop > 0 and reading.tokens[stop].gap == 0 and reading.sentences[reading.sentence_of[stop]].last > stop + 1
