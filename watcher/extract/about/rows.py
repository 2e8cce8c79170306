"""A figure in a line of a list or table -> what it measures: the words of its row, the head of its column, the label before a colon.

Each rule takes the view, the figure, its clause and the property of the figure before it, and gives a `Property` or None.
"""

from __future__ import annotations

from bisect import bisect_left

from watcher.extract.about import doings
from watcher.extract.about.clauses import Clause
from watcher.extract.about.forms import forms
from watcher.extract.about.kinds import kind
from watcher.extract.about.measures import Property
from watcher.extract.about.view import View
from watcher.extract.about.wording import BALLOTS
from watcher.extract.namewords import name_words
from watcher.extract.reading import FigureMention, Paragraph, Reading
from watcher.lexicon import concepts

_ROWS = 40  # rows of a table that are looked up for its head
_UNLABELLED = {"en": 'vxm",;f', "es": 'v",;f'}  # in no label
_CELL = 5  # words of a column's head
_TITLE, _NAMED = 24, 6  # words of the line above a list, and of what is shown of it
_LINE = 80  # code points of a line of a list without a mark
_BY = frozenset(("por", "by"))
_DASHES = ("–", "—")


def line(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """What the line that a figure stands in tells of it: its row of a table, the caption of a number."""
    if view.reading.paragraphs[view.reading.sentences[view.reading.sentence_of[figure.first]].paragraph].kind == "row":
        return _row(view, figure)
    return _captioned(view, figure) if view.tokens[figure.last].text in _DASHES else None


def _row(view: View, figure: FigureMention) -> Property | None:
    """A cell of a table measures what its row is named."""
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
    cell = headed(view, figure)
    if cell is not None and cell[0] < cell[1] and all(view.marks[at] == "n" for at in range(*cell)):
        return Property(_voted(view) or view.text(start, end), "label", (start, end))  # "Constituency | Barasa | Kirimi"
    return Property(_column(view, figure) or view.text(start, end), "label", (start, end))


def _voted(view: View) -> str | None:
    """The votes that the cells of a table are, where the text is of a vote."""
    return BALLOTS[view.rules.language] if view.reading.where(name_words(view.rules.language).ballots) else None


def _rows(view: View, figure: FigureMention) -> tuple[Paragraph, Paragraph] | None:
    """The first row of a cell's table and its own; None where that is the first."""
    reading = view.reading
    paragraphs, number = reading.paragraphs, reading.sentences[reading.sentence_of[figure.first]].paragraph
    top = number
    while top > 0 and paragraphs[top - 1].kind == "row" and number - top < _ROWS:
        top -= 1
    return (paragraphs[top], paragraphs[number]) if top < number else None


def headed(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """The tokens of the head of a cell's column, in the first row of its table."""
    reading, rows = view.reading, _rows(view, figure)
    if rows is None:
        return None
    top, own = rows
    start, end = bisect_left(reading.starts, top.start), bisect_left(reading.starts, top.end)
    here = bisect_left(reading.starts, own.start)
    marks = [at for at in range(start, end) if reading.tokens[at].text == "|"]
    cell = sum(reading.tokens[at].text == "|" for at in range(here, figure.first))
    if not marks or cell > len(marks):
        return None
    edges = [start - 1, *marks, end - reading.unmarked(end - 1)]
    return edges[cell] + 1, edges[cell + 1]


def _column(view: View, figure: FigureMention) -> str | None:
    """The words above a cell: the head of its column, where the table's first row has words there."""
    rows = _rows(view, figure)
    if rows is None:
        return None
    top, own = rows
    here, head = view.reading.text[own.start : figure.start], view.reading.text[top.start : top.end]
    mark = "|" if "|" in here else "\t"
    cells, at = head.split(mark), here.count(mark)
    name = cells[at].strip(" *_\n").lower() if at < len(cells) else ""
    return (
        name
        if any(letter.isalpha() for letter in name) and not any(letter.isdigit() for letter in name) and len(name.split()) <= _CELL
        else None
    )


def _captioned(view: View, figure: FigureMention) -> Property | None:
    """ "1.3 million – flu shots given this year", "61 per cent – share of adults who would not fly": a number with its caption."""
    if view.before_hedges(figure.first) > view.first + 1:
        return None
    noun = view.noun_after(figure.last + 1)
    if noun is None or view.reading.sentences[view.reading.sentence_of[view.first]].first != view.first:
        return None
    name, share = view.head_text(*noun), None
    if view.norm[noun[1] - 1] in view.rules.proxies and view.norm[noun[1]] in view.rules.of:
        share = view.noun_after(noun[1] + 1)
    if share is not None and view.tag[share[1]] == "r" and (verb := view.clause(share[1]).verb) is not None:
        name = f"{name} {doings.deed(view, verb)}".strip()
    return Property(name, "item", share or noun)


def label(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "Bridges down: 11", "Tasa de mortalidad: 22 por cada 1.000"; "Xalapa: 861" is what the line above its list tells."""
    start = view.before_hedges(figure.first)
    if start - 1 == view.first and view.tag[view.first] == "w" and concepts.known(view.norm[view.first]) and view.clauses[0].verb is None:
        return Property(view.text(view.first, start), "label", (view.first, start))  # "Turnout 46.2%, against 61%"
    colon = view.tag[start - 1] == ":"
    if not (colon or view.tag[start - 1] == "(" or view.tokens[start - 1].text in _DASHES) or start - 1 - view.first > 12:
        return None
    label = [index for index in range(view.first, start - 1) if view.tag[index] not in "*-•·–#"]
    if not label or any(view.tag[index] in _UNLABELLED[view.rules.language] for index in label):
        return None
    if len(label) > _CELL - 2 and view.clause(figure.last).verb is not None and view.rules.language == "en":
        return None  # "Children fare little better: 31% saw a dentist"
    end = next((index for index in label if view.tag[index] == "("), label[-1] + 1)
    if end == label[0] or (view.tag[start - 1] == "(" and any(view.tag[index] != "n" for index in label)):
        return None
    name, span = view.text(label[0], end), (label[0], end)
    named = all(view.tag[index] == "n" for index in range(*span))
    one = not named and len(label) == 1 and view.tokens[label[0]].capital and not _BY.isdisjoint(_above(view).split(" "))
    named = named or one  # "Hablantes por lengua: / Quechua: 3.912.044"
    told = _heading(view) if named or (kind(view, figure) in ("money", "percent") and not concepts.known(name)) else ""
    if told and (named or concepts.known(told) or concepts.known(told.split(" ")[0])):
        return Property(told, "item", span)
    return Property(name, "label", span) if colon and end > label[-1] else None


def announced(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "La Liga bate su récord de gasto: 558 millones": the noun that a colon ends, of which the amount alone stands behind it."""
    colon = view.before_hedges(figure.first) - 1
    if view.tag[colon] != ":" or view.tag[figure.last] not in (".", ",", ";", "") or view.rules.language != "es":
        return None
    noun = view.noun_before(colon)
    return Property(view.head_text(*noun), "object", noun) if noun is not None and view.tag[noun[1] - 1] == "w" else None


def _above(view: View) -> str:
    """The line above the list that a line stands in, "" where there is none."""
    reading = view.reading
    paragraphs, number = reading.paragraphs, reading.sentences[reading.sentence_of[view.first]].paragraph
    top = number
    while top > 0 and number - top < _ROWS and listed(reading, paragraphs[top - 1]):
        top -= 1
    return reading.text[paragraphs[top - 1].start : paragraphs[top - 1].end].strip(" *_#\n") if top else ""


def _heading(view: View) -> str:
    """What the line above a list says of its items: "Municipios con más casos:" -> "casos"; "" where there is none."""
    said = _above(view)
    if not said:
        return ""
    words = said.partition("(")[0].rstrip(" :*_").split(" ")
    if len(words) > _TITLE or not (said.endswith(":") or said[-1:].isalnum()):
        return ""
    known = forms(view.rules.language)
    measured = next((at for at, word in enumerate(words) if concepts.known(word)), None)
    verb = max((at for at, word in enumerate(words) if word and (known[word].finite or known[word].closed in ("v", "x"))), default=-1)
    words, verb = (words[:verb], -1) if verb == len(words) - 1 else (words, verb)  # "Los que más ganaron son:"
    told = words[measured if measured is not None and len(words) - verb > _NAMED else verb + 1 :][:_NAMED]
    told = told[: next((at for at, word in enumerate(told) if any(mark.isdigit() or mark in ",;:." for mark in word)), _NAMED)]
    while told and known[told[0]].closed:
        told = told[1:]
    while told and known[told[-1]].closed:
        told = told[:-1]
    return " ".join(told).lower()


def listed(reading: Reading, paragraph: Paragraph) -> bool:
    """An item, or a short line with a number in it."""
    if paragraph.kind == "item":
        return True
    line = reading.text[paragraph.start : paragraph.end].rstrip(" *_")
    return (
        len(line) <= _LINE and line[-1:] != ":" and any(mark in line[1:-1] for mark in ":–—(") and any(letter.isdigit() for letter in line)
    )
