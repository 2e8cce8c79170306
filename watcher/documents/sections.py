"""Text -> its sections: runs of one language, told apart by the words that only one of the languages has.

Each line is weighed, then the likeliest sequence of languages is chosen with a price on every switch, so that a quotation
or a heading in the other language stays part of its section. A line that only names an outlet and its address belongs to none.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from watcher import lexicon
from watcher.documents import spelling
from watcher.model import Section

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_WORD = re.compile(r"[^\W\d_]+")
_SPANISH_SIGN = re.compile("[áéíóú¿¡]")
_OUTLET = re.compile(r"[^\n:]{1,80}:[ \t]{0,4}<?(https?://\S{3,2000}?)>?[ \t]{0,8}\Z")
_MOST_WORDS = 50_000  # whose weights are kept
_WEIGHED = 1500  # code points of a line that are weighed: enough to know its language
_SURE = 12.0  # a long line outweighs a switch, and no line outweighs the text
_PRICE = 7.0
_SHORT_TEXT = 400  # code points; in so little text one line may well be a section
_SHORT_PRICE = 1.5
_SMALLEST = 240  # code points of a section inside or after a text in the other language; less is a quotation


class Line(NamedTuple):
    """A line without the white space around it."""

    start: int
    end: int


@cache
def _votes() -> dict[str, float]:
    """Folded word -> weight: above 0 for English, below for Spanish; a word of both votes for none."""
    english, spanish = (set(lexicon.load(f"{language}/languages")["words"]) for language in ("en", "es"))
    return dict.fromkeys(english - spanish, 1.0) | dict.fromkeys(spanish - english, -1.0)


@cache
def _endings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(lexicon.load("en/languages")["endings"]), tuple(lexicon.load("es/languages")["endings"])


def lines(text: str, start: int = 0, end: int | None = None, most: int | None = None) -> list[Line]:
    """The lines of `text[start:end]` that hold more than white space, the first `most` of them."""
    rows = islice(_LINE.finditer(text, start, len(text) if end is None else end), most)
    return [Line(*row.span()) for row in rows]


def outlet(line: str) -> str | None:
    """The address in a line that only names an outlet and its address: `Outlet: https://...`."""
    match = _OUTLET.match(line) if "://" in line else None
    return match[1] if match else None


class _Weights(dict[str, float]):
    """How English (above 0) or Spanish (below 0) what stands between two spaces is; forgotten when there are too many."""

    def __missing__(self, written: str) -> float:
        if len(self) >= _MOST_WORDS:
            self.clear()
        signs = 0 if written.isascii() else len(_SPANISH_SIGN.findall(written))
        weight = self[written] = sum(map(_told, _WORD.findall(written))) - 0.5 * signs
        return weight


def _told(word: str) -> float:
    """The weight of one word: a known one, else by its ending."""
    (english, spanish), key = _endings(), lexicon.fold(word)
    score = _votes().get(key)
    if score is None:
        score = 0.4 * (key.endswith(english) - key.endswith(spanish)) if len(key) > 4 else 0.0
    return score - 1.0 if "ñ" in word else score


_weight = _Weights().__getitem__


def weigh(line: str) -> float:
    """How English (above 0) or Spanish (below 0) a line is."""
    weight = sum(map(_weight, line[:_WEIGHED].split()))
    return -_SURE if weight < -_SURE else _SURE if weight > _SURE else weight


def _languages(weights: list[float], price: float) -> list[str]:
    """The likeliest language of each line (Viterbi over two states)."""
    english = spanish = 0.0
    back: list[tuple[bool, bool]] = []  # for each state: whether it came by a switch
    for weight in weights:
        from_spanish, from_english = spanish - price > english, english - price > spanish
        back.append((from_spanish, from_english))
        english, spanish = (
            (spanish - price if from_spanish else english) + weight,
            (english - price if from_english else spanish) - weight,
        )
    state = english >= spanish  # True: English
    path = []
    for switched in reversed(back):
        path.append("en" if state else "es")
        if switched[0] if state else switched[1]:
            state = not state
    return path[::-1]


def find(text: str, body: int = 0) -> tuple[Section, ...]:
    """The language sections of `text` from `body` on, in order; none for a text without words."""
    rows = lines(text, body)
    outlets = [bool(outlet(text[row.start : row.end])) for row in rows]
    kept = [row for row, only in zip(rows, outlets, strict=True) if not only]
    if not kept:
        return ()
    length = sum([row.end - row.start for row in kept])
    short = length <= _SHORT_TEXT
    weights = [weigh(line) + (spelling.weigh(line) if short else 0.0) for line in [text[row.start : row.end] for row in kept]]
    languages = _languages(weights, _SHORT_PRICE if short else _PRICE)
    runs = _absorb(_runs(kept, languages), length)
    breaks = [row.start for row, only in zip(rows, outlets, strict=True) if only]
    return _with_roles(text, runs, breaks)


def _runs(rows: list[Line], languages: list[str]) -> list[Section]:
    turns = [at for at in range(len(rows)) if at == 0 or languages[at] != languages[at - 1]]
    return [
        Section(languages[first], rows[first].start, rows[last - 1].end) for first, last in zip(turns, [*turns[1:], len(rows)], strict=True)
    ]


def _absorb(runs: list[Section], length: int) -> list[Section]:
    """A run too small to be a section goes to the section it stands in or follows: a quotation, a post, a slogan."""
    smallest = min(_SMALLEST, length // 5)
    kept: list[Section] = []
    for run in runs:
        small = run.end - run.start < smallest
        if kept and (small or kept[-1].language == run.language):
            kept[-1] = Section(kept[-1].language, kept[-1].start, run.end)
        elif kept and kept[-1].end - kept[-1].start < smallest:  # a small run opened the text
            kept[-1] = Section(run.language, kept[-1].start, run.end)
        else:
            kept.append(run)
    return kept


def _with_roles(text: str, runs: list[Section], breaks: list[int]) -> tuple[Section, ...]:
    """An outlet's address stands above the piece it published: that section is the original, the other its translation."""
    if len({run.language for run in runs}) < 2:
        return tuple(runs)
    for index, run in enumerate(runs):
        head = lexicon.fold(text[run.start : run.start + 300])
        if any(cue in head for language in lexicon.LANGUAGES for cue in lexicon.load(f"{language}/languages")["translated"]):
            return _named(runs, next(other.language for other in runs if other.language != run.language))
        if index and any(runs[index - 1].end <= at < run.start for at in breaks):
            return _named(runs, run.language)
    return tuple(runs)


def _named(runs: list[Section], original: str) -> tuple[Section, ...]:
    return tuple(Section(run.language, run.start, run.end, "original" if run.language == original else "translation") for run in runs)
