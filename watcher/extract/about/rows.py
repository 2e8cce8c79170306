"""A figure in a line of a list or table -> what it measures: the words of its row, the head of its column, the label before a colon.

Each rule takes the view, the figure, its clause and the property of the figure before it, and gives a `Property` or None.
"""

from __future__ import annotations

from watcher.extract.about.clauses import Clause
from watcher.extract.about.measures import Property
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention

_ROWS = 40  # rows of a table that are looked up for its head
_CELL = 5  # words of a column's head


def row(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """A cell of a table measures what its row is named."""
    if view.reading.paragraphs[view.reading.sentences[view.reading.sentence_of[figure.first]].paragraph].kind != "row":
        return None
    start = view.first
    while view.tag[start] in ("|", "#", "f") and start < figure.first:
        start += 1
    end = start
    while (
        end < figure.first and view.tag[end] != "|" and "\t" not in view.reading.text[view.reading.ends[end - 1] : view.reading.starts[end]]
    ):
        end += 1
    if end <= start:
        return None
    return Property(_column(view, figure) or view.text(start, end), "label", (start, end))


def _column(view: View, figure: FigureMention) -> str | None:
    """The words above a cell: the head of its column, where the table's first row has words there."""
    reading = view.reading
    paragraphs, number = reading.paragraphs, reading.sentences[reading.sentence_of[figure.first]].paragraph
    top = number
    while top > 0 and paragraphs[top - 1].kind == "row" and number - top < _ROWS:
        top -= 1
    here = reading.text[paragraphs[number].start : figure.start]
    head = reading.text[paragraphs[top].start : paragraphs[top].end]
    mark = "|" if "|" in here else "\t"
    cells, at = head.split(mark), here.count(mark)
    name = cells[at].strip(" *_\n").lower() if at < len(cells) and top < number else ""
    return (
        name
        if any(letter.isalpha() for letter in name) and not any(letter.isdigit() for letter in name) and len(name.split()) <= _CELL
        else None
    )


def label(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "Bridges down: 11", "Tasa de mortalidad: 22 por cada 1.000"."""
    start = view.before_hedges(figure.first)
    if view.tag[start - 1] != ":" or start - 1 - view.first > 12:
        return None
    label = [index for index in range(view.first, start - 1) if view.tag[index] not in "*-•·–"]
    if not label or any(view.tag[index] in 'v",;(f' for index in label):
        return None
    return Property(view.text(label[0], label[-1] + 1), "label", (label[0], label[-1] + 1))
