"""What stands between quotation marks: straight, curly, angled, single, nested. In: a paragraph of a Reading; out: `Marked`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from watcher.extract.reading import Paragraph, Reading

_PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’", "'": "'", '"': '"'}
_MARK = re.compile(r"[“”«»„\"‘'`](?:(?<=')'|(?<=`)`|(?<!`))")  # told by the first sign, so that no other is tried
_SIGNS = frozenset(["“", "”", "«", "»", "„", '"', "‘", "'", "`", "'s"])  # the tokens that a mark is or opens
_TYPED = ("``", "''")  # marks as old typewriters and wires have them
_APOSTROPHES = 6  # in one quotation between single marks
_LONGEST = 4000  # code points of a quotation


@dataclass(slots=True)
class Marked:
    """What stands between two marks: code points without the marks, the paragraph, how many code points a mark is."""

    start: int
    end: int
    paragraph: int
    wide: int = 1

    @property
    def before(self) -> int:
        """Where its opening mark stands."""
        return self.start - self.wide

    @property
    def behind(self) -> int:
        """What stands right behind its closing mark."""
        return self.end + self.wide


def opening(mark: Marked) -> int:
    return mark.start


def marked(reading: Reading, number: int) -> list[Marked]:
    """The outermost pairs of marks of a paragraph; a quotation that goes on in the next paragraph ends with its own."""
    known: dict[int, list[Marked]] | None = reading.notes.get("marks")
    if known is None:
        known = {signed: _pairs(reading.text, reading.paragraphs[signed], signed, signs) for signed, signs in _signs(reading).items()}
        reading.notes["marks"] = known
    return known.get(number, [])


def _signs(reading: Reading) -> dict[int, list[int]]:
    """Paragraph -> where it has a sign that may be a mark: no apostrophe inside a word, no possessive, beside others."""
    sentences, sentence_of = reading.sentences, reading.sentence_of
    signs: dict[int, list[int]] = {}
    for at in reading.where(_SIGNS):
        signs.setdefault(sentences[sentence_of[at]].paragraph, []).append(reading.starts[at])
    return signs


def _pairs(text: str, paragraph: Paragraph, number: int, signs: Sequence[int]) -> list[Marked]:
    """The pairs of a paragraph, in one pass over its `signs`."""
    found: list[Marked] = []
    opened: tuple[str, int] | None = None  # the mark that will close it, where it starts
    read = done = paragraph.start
    for at in signs:
        match = _MARK.match(text, at) if at >= read else None
        if match is None:
            continue
        mark, read = match[0], match.end()
        if at < done:
            continue
        if opened and mark == opened[0]:
            if 0 < at - opened[1] <= _LONGEST:
                found.append(Marked(opened[1], at, number, len(mark)))
            opened = None
        elif mark in _TYPED:
            if opened is None and (mark == "``" or _opens(text, at + 1, paragraph, at)):
                opened = ("''", at + 2)
        elif mark in "‘'":
            end = _single(text, _PAIRS[mark], at + 1, paragraph.end) if opened is None and _opens(text, at, paragraph) else None
            if end:
                found.append(Marked(at + 1, end, number))
                done = end + 1
        elif mark in _PAIRS and (opened is None or opened[0] == _PAIRS[mark]) and not (mark == '"' and text[at + 1 : at + 2].isspace()):
            opened = (_PAIRS[mark], at + 1)
    if opened and opened[0] not in ('"', "''") and 0 < paragraph.end - opened[1] <= _LONGEST:
        found.append(Marked(opened[1], paragraph.end, number))
    return found


def _opens(text: str, at: int, paragraph: Paragraph, first: int | None = None) -> bool:
    """True where a mark, which begins at `first` and ends at `at`, stands before a word and behind none: no apostrophe."""
    first = at if first is None else first
    before = text[first - 1] if first > paragraph.start else " "
    return not before.isalnum() and text[at + 1 : at + 2].strip("¿¡").isalnum()


def _single(text: str, close: str, start: int, limit: int) -> int | None:
    """The end of a quotation in single marks, past the apostrophes inside it."""
    best = None
    at = start
    for _ in range(_APOSTROPHES):
        at = text.find(close, at + 1, min(limit, start + 400))
        if at < 0:
            break
        if not text[at + 1 : at + 2].isalnum():
            if best is None or text[at - 1] != "s":
                best = at
            if text[at - 1] != "s":
                break
    return best


def title(words: str) -> bool:
    """The name of a work or a thing: every long word has its capital, and nothing ends it."""
    parts = words.split()
    if not words[-1].isalnum() or [word for word in parts if len(word) > 3 and not word[0].isupper()]:
        return False
    return len([word for word in parts if word[0].isupper()]) > 1
