"""Two aligned texts and the changes told of them -> the rewritten words that touch a fact which no change tells. Pure.

What is no claim of its own ("will not appeal" -> "will appeal", a score, an hour, a name put right) still moves what an
article says; such an edit is named by its words, so that nothing is hidden behind a count of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from watcher import lexicon
from watcher.compare import prose
from watcher.compare.align import SLOT, Alignment
from watcher.compare.half import Half
from watcher.compare.prose import Word
from watcher.model import Change, Evidence, Side, Snapshot

KINDS = ("negation", "certainty", "number", "day", "name")  # the gravest first; it decides for an edit that touches several
_SENTENCE = 250  # words of a passage that is still compared word by word
_LONGEST = 8  # words of an edit; beyond them a passage is written anew, and what it states are claims
_PHRASE = 3  # words that are put in beside what they deny or doubt
_NEAR = 3  # words between an edit and the words of a claim whose change tells it
_CLAIMED = ("number", "day", "name")  # what a claim may state itself
_OVERLAID = 8  # claims that may begin before a word and still hold it
_WIDEST = 70  # code points of an edit that are shown


class Touch(NamedTuple):
    """A rewritten run of words with a word on either side: `before` in the old text, `after` in the new one."""

    kind: str
    before: str
    after: str


class _Telling(NamedTuple):
    """The words of a language by what their coming or going touches."""

    negation: frozenset[str]
    certainty: frozenset[str]
    idioms: frozenset[str]  # which neither deny nor doubt
    small: frozenset[str]  # words without content
    days: dict[str, str]  # a month or a weekday -> which it is
    numerals: dict[str, str]


def touched(alignment: Alignment, changes: Iterable[Change], before: Snapshot, after: Snapshot) -> list[Touch]:
    """The edits of rewritten passages that touch a fact and stand apart from what `changes` tell; the gravest first."""
    sides = [(change.before, change.after) for change in changes]
    left = _Known(alignment.before, before, [side for side, _ in sides if side])
    right = _Known(alignment.after, after, [side for _, side in sides if side])
    found = [
        touch
        for i, j in _rewritten(alignment)
        if not (left.heads(i) and right.heads(j))  # a change of title is told
        for touch in _edits(left, i, right, j, _telling(right.language(j)))
    ]
    return sorted(dict.fromkeys(found), key=lambda touch: KINDS.index(touch.kind))


class _Known:
    """One text, what its claims state and what of it the changes tell, as spans of code points."""

    def __init__(self, half: Half, snapshot: Snapshot, told: Iterable[Side]) -> None:
        self.half = half
        self._document = snapshot.document
        self._stated = _spans(claim.evidence for claim in snapshot.claims if claim.kind != "quote")
        self._told = _spans(side.evidence for side in told)
        self._title = prose.normal(snapshot.document.title or "")

    def heads(self, place: int) -> bool:
        """Whether a passage is the title."""
        return self.half.passages[place].key == self._title

    def language(self, place: int) -> str:
        """The language of a passage."""
        start = self.half.passages[place].start
        return next((section.language for section in self._document.sections if section.start <= start < section.end), "en")

    def words(self, place: int) -> list[Word]:
        """The words of a passage."""
        return self.half.run(place).words

    def names(self, words: list[Word], telling: _Telling) -> set[str]:
        """Those of some words that are written with a capital, folded; one that opens a sentence has it anyway."""
        return {word.fold for word in words if word.capital and self._inside(word.start) and word.fold not in telling.small}

    def _inside(self, start: int) -> bool:
        before = self.half.text[max(0, start - 3) : start].rstrip(" \"'“‘«(¿¡")
        return bool(before) and (before[-1].isalnum() or before[-1] in ",;")

    def has(self, kind: str, telling: _Telling) -> Set[str]:
        """What the whole text has of a kind."""
        words = self.half.vocabulary
        return {telling.days[word] for word in telling.days.keys() & words} if kind == "day" else words

    def states(self, words: list[Word]) -> bool:
        """Whether a claim stands in the words: it has been held against the other text's."""
        return bool(words) and _meet(self._stated, words[0].start, words[-1].end)

    def tells(self, words: list[Word], first: int, last: int) -> bool:
        """Whether a change tells what stands in `words[first:last]`, or close beside it."""
        near = words[max(0, first - _NEAR) : last + _NEAR]
        return bool(near) and _meet(self._told, near[0].start, near[-1].end)


def _spans(evidence: Iterable[Iterable[Evidence]]) -> list[tuple[int, int]]:
    return sorted((one.start, one.end) for some in evidence for one in some)


def _meet(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans overlaps `[start, end)`."""
    at = bisect_left(spans, (end, 0))
    return any(span[1] > start for span in spans[max(0, at - _OVERLAID) : at])


def _rewritten(alignment: Alignment) -> list[tuple[int, int]]:
    """Each rewritten passage with the one it most likely was, in the order of the new text."""
    lefts: set[int] = set()
    rights: set[int] = set()
    pairs = []
    for (i, j), link in sorted(alignment.links.items(), key=lambda item: (-item[1], item[0])):
        if link >= SLOT and i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            pairs.append((i, j))
    return sorted(pairs, key=lambda pair: pair[1])


@lru_cache(maxsize=8)
def _telling(language: str) -> _Telling:
    language = language if language in lexicon.LANGUAGES else "en"
    known, words, dates = prose.vocabulary(language), lexicon.load(f"{language}/touched"), lexicon.load(f"{language}/dates")
    numerals = {word: digits for word, digits in known.numerals.items() if digits != "1"}  # "one of them", "una"
    days = {word: f"{table} {number}" for table in ("months", "weekdays") for word, number in dates[table].items()}
    return _Telling(
        frozenset(words["negation"]), frozenset(words["certainty"]), frozenset(words["idioms"]), known.stopwords, days, numerals
    )


def _edits(left: _Known, i: int, right: _Known, j: int, telling: _Telling) -> Iterator[Touch]:
    one, other = left.words(i), right.words(j)
    if max(len(one), len(other)) > _SENTENCE:
        return
    same = SequenceMatcher(None, [word.fold for word in one], [word.fold for word in other], autojunk=False)
    for op, a, b, c, d in same.get_opcodes():
        if op == "equal" or max(b - a, d - c) > _LONGEST:
            continue
        kind = _kind(left, one, a, b, right, other, c, d, telling)
        if kind is None or left.tells(one, a, b) or right.tells(other, c, d):
            continue
        if kind in _CLAIMED and (left.states(one[a:b]) or right.states(other[c:d])):
            continue
        yield Touch(kind, _shown(left.half, i, one, a, b), _shown(right.half, j, other, c, d))


def _kind(left: _Known, one: list[Word], a: int, b: int, right: _Known, other: list[Word], c: int, d: int, telling: _Telling) -> str | None:
    """What an edit touches first, of `KINDS`."""
    gone, come = one[a:b], other[c:d]
    if min(len(gone), len(come)) or max(len(gone), len(come)) <= _PHRASE:  # what is put in or taken out is no clause of its own
        for kind, words in (("negation", (telling.negation, telling.idioms)), ("certainty", (telling.certainty, telling.idioms))):
            if _count(gone, *words) != _count(come, *words) and _count(one, *words) != _count(other, *words):  # it has not only moved
                return kind
    for kind, out, put in (
        ("number", _numbers(gone, telling), _numbers(come, telling)),
        ("day", _days(gone, telling), _days(come, telling)),
        ("name", left.names(gone, telling), right.names(come, telling)),
    ):
        if out != put and ((out and put) or out - right.has(kind, telling) or put - left.has(kind, telling)):  # nor have these
            return kind
    return None


def _count(words: list[Word], of: frozenset[str], idioms: frozenset[str]) -> int:
    folds = [word.fold for word in words]
    return sum(
        fold in of and not word.capital and " ".join(folds[at : at + 2]) not in idioms  # "May", "Will"
        for at, (word, fold) in enumerate(zip(words, folds, strict=True))
    )


def _numbers(words: list[Word], telling: _Telling) -> set[str]:
    return {telling.numerals.get(word.fold, word.fold) for word in words if word.number or word.fold in telling.numerals}


def _days(words: list[Word], telling: _Telling) -> set[str]:
    return {telling.days[word.fold] for word in words if word.fold in telling.days and word.fold not in telling.certainty}


def _shown(half: Half, place: int, words: list[Word], first: int, last: int) -> str:
    """The words of an edit with one more on either side, as they stand in the text."""
    if not words:
        return ""
    passage = half.passages[place]
    start, end = words[max(0, first - 1)].start, words[min(len(words), last + 1) - 1].end
    while end < passage.end and not half.text[end].isspace():
        end += 1
    text = " ".join(half.text[start:end].split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1].rstrip() + "…"
