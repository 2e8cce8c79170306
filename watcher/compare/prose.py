"""A document's text -> paragraphs and sentences under a key that typography does not change, and the words of each.

The comparison reads text for itself, apart from extraction: alignment has to be cheap, and a sentence's key must be the
same for NFC and NFD, straight and curly quotes, single and doubled spaces. Offsets are code points of the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from watcher import lexicon

_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("“”„«»", '"')
    | dict.fromkeys("‘’", "'")
    | dict.fromkeys("–—−", "-")
    | {"…": "..."}
    | dict.fromkeys("\u00ad\u200b\ufeff", "")  # soft hyphen, zero-width space, byte order mark
)
_STOP = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?=\s)")
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")  # a decomposed accent is part of its word
_SHORT = 14  # code points of an abbreviation
_STEMMERS = {"en": Stemmer.Stemmer("english"), "es": Stemmer.Stemmer("spanish")}


class Passage(NamedTuple):
    """A run of text, a paragraph or a sentence: its code points and the key it is recognised by."""

    start: int
    end: int
    key: str


class Word(NamedTuple):
    """A word of a passage: where it stands in the text, folded, and whether it is written with a capital."""

    start: int
    end: int
    fold: str
    capital: bool

    @property
    def number(self) -> bool:
        return "0" <= self.fold[0] <= "9"


_new = tuple.__new__  # a text has very many words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What words weigh: those without content, nouns that only say that something is counted, and those that tell figures apart."""

    stopwords: frozenset[str]
    weak: frozenset[str]
    placing: frozenset[str]
    negations: frozenset[str]
    coming: frozenset[str]
    doubting: frozenset[str]
    joining: frozenset[str]
    limiting: frozenset[str]
    numerals: dict[str, str]  # a number word, an article too, -> its number
    nominal: tuple[str, ...]  # endings of nouns made of verbs
    contrasts: dict[str, int]  # a word that tells figures apart -> the number of its group

    def sense(self, word: str, language: str) -> str:
        """The stem of a folded word; words of one telling group ("killed", "dead") have one sense."""
        group = self.contrasts.get(word)
        return stem(word, language) if group is None else f"#{group}"


def normal(text: str) -> str:
    """`text` without the differences of typography: one form for NFC and NFD, quotes, dashes and spaces; lower case."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    return " ".join(text.split()).casefold()


def paragraphs(text: str) -> list[Passage]:
    """The lines of `text` that hold anything, in order."""
    found = []
    start = 0
    for line in text.split("\n"):
        if key := normal(line):
            found.append(Passage(start, start + len(line), key))
        start += len(line) + 1
    return found


def sentences(text: str, paragraph: Passage) -> list[Passage]:
    """The sentences of a paragraph. "Jan. 20" is not cut: of what stands on both sides of a cut only one half would be seen to move."""
    found = []
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if text[match.start()] == "." and _abbreviated(text, start, match.start()):
            continue
        if key := normal(text[start : match.end()]):
            found.append(Passage(start, match.end(), key))
        start = match.end()
    if key := normal(text[start : paragraph.end]):
        found.append(Passage(start, paragraph.end, key))
    return found


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    """The abbreviations of all languages, folded, without their period."""
    return frozenset(word for language in lexicon.LANGUAGES for word in lexicon.load(f"{language}/sentences")["abbreviations"])


def _abbreviated(text: str, start: int, period: int) -> bool:
    """Whether the word before a period is cut short: "Jan.", "No.", "J.", "EE.UU."."""
    at = period
    while at > max(start, period - _SHORT) and (text[at - 1].isalpha() or text[at - 1] == "."):
        at -= 1
    word = text[at:period]
    return len(word) == 1 or lexicon.fold(word) in _abbreviations()


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and numbers of `text[start:end]`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        found.append(_new(Word, (*match.span(), lexicon.fold(word), word[0].isupper())))
    return found


def written_large(sentence: str) -> list[str]:
    """The words with a capital, folded, but for the first word, which has one anyway."""
    return [lexicon.fold(word) for word in _WORD.findall(sentence)[1:] if word[0].isupper()]


def all_words(text: str) -> frozenset[str]:
    """The folded words of a text: which it has, not where, so each is folded once."""
    return frozenset(lexicon.fold(word) for word in set(_WORD.findall(text)))


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word, the same for its inflections; a number is its own."""
    stemmer = _STEMMERS.get(language, _STEMMERS["en"])
    return word if word[:1].isdigit() or len(word) > 40 else str(stemmer.stemWord(word))


class Weighed(NamedTuple):
    """A word with content: its sense, and how much it tells."""

    sense: str
    weight: float


@lru_cache(maxsize=50_000)
def weigh(word: str, language: str) -> Weighed | None:
    """What a folded word tells about a figure beside it; null for numbers and words without content."""
    known = vocabulary(language)
    if "0" <= word[0] <= "9" or word in known.stopwords:
        return None
    sense = known.sense(word, language)
    return Weighed(sense, 0.4 if sense in known.weak else 1.0)


@lru_cache(maxsize=8)
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of `language`; English where there is none."""
    language = language if language in lexicon.LANGUAGES else "en"
    data = lexicon.load(f"{language}/compare")
    stems = {stem(word, language) for word in data["weak"].split()}
    contrasts = {word: at for at, group in enumerate(data["contrasts"]) for word in group.split()}
    return Vocabulary(
        frozenset(data["stopwords"].split()),
        frozenset(stems),
        frozenset(data["placing"].split()),
        frozenset(data["negations"].split()),
        frozenset(data["coming"].split()),
        frozenset(data["doubting"].split()),
        frozenset(data["joining"].split()),
        frozenset(data["limiting"].split()),
        _numerals(language),
        tuple(data["nominal"].split()),
        contrasts,
    )


def _numerals(language: str) -> dict[str, str]:
    """The number words of `language`, and the articles that may stand for "one"."""
    words = lexicon.load(f"{language}/numbers")
    return dict.fromkeys(words["article"], "1") | {word: str(number) for word, number in words["cardinals"].items()}
