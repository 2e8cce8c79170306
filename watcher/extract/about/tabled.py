"""A figure in a line of a list or table -> the time that the line above the list tells for all of them.

"Median rent by city, December 2025: / Norbury – £1,322 – +11.8%", "BY THE NUMBERS (2026) / Murders: 611": one time heads every line.
"""

from __future__ import annotations

from watcher.extract.about.rows import listed
from watcher.extract.about.view import View
from watcher.extract.dates.periods import Times
from watcher.extract.reading import FigureMention, Reading

_LINES = 40  # lines of a list that are looked up for its head
_LINE = 80  # code points of a line of a list
_STOPS = '.!?”"»'
_HEADS = 2  # lines above them: the head, and the names of the columns


def headed(view: View, figure: FigureMention, times: Times) -> str | None:
    """The time told by the line above the list that a figure's line stands in; a figure in a bracket is set against it."""
    if view.tokens[figure.first - 1].text == "(" or not times.found:
        return None
    reading = view.reading
    sentences, paragraphs = reading.sentences, reading.paragraphs
    number = reading.sentence_of[figure.first]
    if not _line(reading, number):
        return None
    top = number
    while top and number - top < _LINES and _line(reading, top - 1) and not _told(times, top - 1):
        top -= 1
    if top == number and (number + 1 == len(sentences) or not _line(reading, number + 1)):
        return None
    for above in range(top - 1, max(top - 1 - _HEADS, -1), -1):
        last = paragraphs[sentences[above].paragraph].end - 1
        if (told := _told(times, above)) is not None:
            short = last - paragraphs[sentences[above].paragraph].start < _LINE and reading.text[last] not in _STOPS
            return told if short or reading.text[last] == ":" else None
        if any(token.kind == "n" for token in reading.tokens[sentences[above].first : sentences[above].last]):
            return None
    return None


def _told(times: Times, number: int) -> str | None:
    """The one time of a line without figures, where it sets nothing against another."""
    sentence = times.reading.sentences[number]
    found = times.between(sentence.first, sentence.last)
    if len(found) != 1 or times.other(sentence.first, sentence.last):
        return None
    return None if times.reading.holds(times.lexis.sets["opposed"], sentence.first, sentence.last) else found[0].edtf


def _line(reading: Reading, number: int) -> bool:
    """A line of a list or table: a row, an item, or a short line of a label and its number."""
    paragraph = reading.paragraphs[reading.sentences[number].paragraph]
    return paragraph.kind == "row" or (paragraph.end - paragraph.start <= _LINE and listed(reading, paragraph))
