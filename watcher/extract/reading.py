"""What the rules of extraction hand to each other: one language section read once, and the mentions found in it.

text -> Reading (tokens, sentences, paragraphs) -> mentions (names, numbers, dates, quotes, statuses) -> claims.
Nobody changes a mention; they are not frozen because that would cost four times as much, many times a sentence.
All offsets are code points of the whole document; token and sentence indexes are those of the reading.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from watcher.model import Figure, Modality, Status, Subject

TokenKind = Literal["w", "n", "p"]  # a word, a run that starts with a digit, anything else


_TOP = 6  # lines above the body, at most
_MOST = 100_000  # tokens whose lists are remembered
_CAPITAL, _NUMBER, _ALWAYS = 0, 1, 2  # what is asked for in each text comes before the lists


@dataclass(slots=True, frozen=True, eq=False)
class Token:
    """A token, the same object wherever it is written so: where it stands is for the reading to say.

    `norm` is folded to lower case without accents, `text` is as written.
    """

    text: str
    norm: str
    kind: TokenKind
    capital: bool  # a word that starts with a capital letter
    gap: int  # white space before it, in code points
    width: int  # of both


@dataclass(slots=True)
class Sentence:
    """A sentence: its code points, its tokens `[first, last)`, and the paragraph it stands in."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph (a line or block): its code points and what it looks like."""

    start: int
    end: int
    kind: Literal["headline", "body", "item", "row", "caption"]


class _Asked(dict[Token, tuple[int, ...]]):
    """The word lists that the rules of a language have asked for so far. Token -> the numbers of those that hold it, behind the
    capitals and the numbers; told once for each token, forgotten when there are too many."""

    def __init__(self) -> None:
        self.words: dict[frozenset[str], int] = {}
        self._lists: dict[str, tuple[int, ...]] = {}  # folded word -> the numbers of the lists that hold it

    def add(self, words: frozenset[str]) -> None:
        if words not in self.words:
            number = self.words[words] = len(self.words) + _ALWAYS
            for word in words:
                self._lists[word] = (*self._lists.get(word, ()), number)
            self.clear()

    def __missing__(self, token: Token) -> tuple[int, ...]:
        if len(self) >= _MOST:
            self.clear()
        always = (_CAPITAL,) if token.capital else (_NUMBER,) if token.kind == "n" else ()
        found = self[token] = always + self._lists.get(token.norm, ())
        return found


@cache
def _asked(language: str) -> _Asked:
    return _Asked()


@dataclass(slots=True)
class Reading:
    """One language section, tokenised; it knows where each word stands, so that a rule asks for its words and walks past no others."""

    language: str
    text: str  # the whole document's
    start: int
    end: int
    tokens: list[Token]
    sentences: list[Sentence]
    paragraphs: list[Paragraph]
    sentence_of: list[int]  # token index -> sentence index
    starts: list[int]  # token index -> its first code point
    ends: list[int]  # token index -> the code point behind it
    notes: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)  # what several rooms look up, worked out once
    capitals: list[int] = field(init=False, compare=False, repr=False)  # the words that start with a capital letter
    numbers: list[int] = field(init=False, compare=False, repr=False)  # the tokens that start with a digit
    _known: dict[frozenset[str], list[int]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """One walk over the tokens finds where capitals, numbers and the words of all lists stand that rules ask for."""
        asked = _asked(self.language)
        stands: list[list[int]] = [[] for _ in range(_ALWAYS + len(asked.words))]
        for at, numbers in enumerate(map(asked.__getitem__, self.tokens)):
            for number in numbers:
                stands[number].append(at)
        self.capitals, self.numbers, *lists = stands
        self._known = dict(zip(asked.words, lists, strict=True))

    def lead(self, count: int) -> list[Sentence]:
        """The headlines and the first `count` sentences of the body."""
        bodies = 0
        for number, sentence in enumerate(self.sentences):
            bodies += self.paragraphs[sentence.paragraph].kind not in ("headline", "caption")
            if bodies > count or number > count + _TOP:
                return self.sentences[:number]
        return self.sentences

    def unmarked(self, at: int) -> bool:
        """True for the period that stands in for the end of a line that has none."""
        return self.tokens[at].text == "." and self.text[self.ends[at] - 1] != "."

    def where(self, words: frozenset[str]) -> list[int]:
        """The tokens whose folded text is one of `words`, in order; `words` is a list of the lexicon, remembered for the next reading."""
        found = self._known.get(words)
        if found is None:
            _asked(self.language).add(words)
            found = self._known[words] = [at for at, token in enumerate(self.tokens) if token.norm in words]
        return found

    def numbers_in(self, first: int, last: int) -> list[int]:
        """Those of `numbers` that lie in tokens `[first, last)`."""
        return self.numbers[bisect_left(self.numbers, first) : bisect_left(self.numbers, last)]

    def between(self, words: frozenset[str], first: int, last: int) -> list[int]:
        """Those of `where(words)` that lie in tokens `[first, last)`."""
        found = self.where(words)
        if not found or found[-1] < first:
            return []
        at = bisect_left(found, first)
        return found[at : bisect_left(found, last, at)] if found[at] < last else []

    def holds(self, words: frozenset[str], first: int, last: int) -> bool:
        """True where one of `words` stands in tokens `[first, last)`."""
        try:
            found = self._known[words]
        except KeyError:
            found = self.where(words)
        return bool(found) and first <= found[-1] and found[bisect_left(found, first)] < last


@dataclass(slots=True)
class NameMention:
    """A place where an entity is named: `first`, `last` are token indexes, half open."""

    start: int
    end: int
    first: int
    last: int
    subject: Subject  # the entity, under its fullest name in the document


@dataclass(slots=True)
class FigureMention:
    """A figure as it stands: tokens `[first, last)` hold exactly `exact`; `noun` are the tokens of the counted noun."""

    start: int
    end: int
    first: int
    last: int
    value: Figure
    noun: tuple[int, int] | None = None
    sort: str = "count"  # count, percent, money, age, duration, rank, rate, ratio, times, measure


@dataclass(slots=True)
class DateMention:
    """A date as it stands, resolved against the published date; `planned` where the sentence tells it as to come."""

    start: int
    end: int
    first: int
    last: int
    edtf: str
    planned: bool = False
    event: str | None = None  # what happens then: "runoff"
    subject: Subject | None = None


@dataclass(slots=True)
class QuoteMention:
    """A quotation without its marks, and who says it."""

    start: int
    end: int
    speaker: Subject | None


@dataclass(slots=True)
class StatusMention:
    """The words that put a subject at a stage."""

    start: int
    end: int
    first: int
    last: int
    value: Status
    subject: Subject
    modality: Modality = "asserted"
    title: bool = False  # the words only say what somebody is, "President X"
