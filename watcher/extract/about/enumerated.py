"""A line of a list that goes on with the sentence above it ("The bill will:") -> whose it is: that sentence's subject."""

from __future__ import annotations

from bisect import bisect_left

from watcher.extract.about.case import Case
from watcher.extract.about.view import View
from watcher.model import Subject

_ROWS = 40  # lines of a list that are looked up for what leads to it
_TO = frozenset(("to", "a"))
_LEADING = "vim"  # tags of what a line opens with: its verb
_MARKS = frozenset("*-•·–")


def enumerated(case: Case) -> Subject | None:
    """ "The bill will: / • require 90 days' notice", "La ley obliga a: / - pagar 300 euros"."""
    view = case.view
    sentences, paragraphs = view.reading.sentences, view.reading.paragraphs
    at = case.around.paragraph
    number = view.reading.sentence_of[case.figure.first]
    if sentences[number].first != view.first or not _verbal(view):
        return None
    top = at
    while top > 0 and at - top < _ROWS and paragraphs[top].kind == "item":
        top -= 1
    if paragraphs[top].kind == "item":
        return None
    lead = view.reading.sentence_of[bisect_left(view.reading.starts, paragraphs[top + 1].start)] - 1
    if lead < 0 or not _leads(view, sentences[lead].last):
        return None
    return case.around.subjects(lead, 1)


def _verbal(view: View) -> bool:
    """Whether a line opens with a verb that has no subject."""
    first = next((at for at in range(view.first, view.last) if view.tokens[at].text not in _MARKS), view.first)
    base = view.rules.language == "en" and view.tag[first] == "w" and view.tag[first + 1] in ("w", "d", "f", "#")
    infinitive = view.rules.language == "es" and view.norm[first].endswith(("ar", "er", "ir"))
    return view.tag[first] in _LEADING or base or infinitive


def _leads(view: View, last: int) -> bool:
    """Whether a sentence ends in a colon behind "will", "to" or "obliga a"."""
    tokens = view.reading.tokens
    if tokens[last - 1].text != ":":
        return False
    before = tokens[last - 2].norm
    return before in _TO or view.rules.plainly.get(before) in ("m", "x")
