"""A Reading -> the stretches that tell what the article said before it was mended: "An earlier version of this story said 14 had died".

What stands there is no claim of the article: it is what it takes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from watcher import lexicon
from watcher.extract.neighbours import follows
from watcher.extract.reading import Reading, Sentence

_BESIDE = 2  # tokens between "version" and the word that says which
_NAMED = 8  # tokens around "version" among which the article is named
_SAID = 4  # tokens from the article to how it told before
_LABEL = 6  # tokens of a paragraph among which it is called a correction

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    sets: dict[str, frozenset[str]]
    instead: tuple[tuple[str, ...], ...]
    righting: tuple[tuple[str, ...], ...]


@cache
def _words(language: str) -> _Words:
    raw = lexicon.load(f"{language}/corrections")
    phrases = {name: tuple([tuple(phrase.split()) for phrase in raw[name]]) for name in ("instead", "righting")}
    names = ("versions", "older", "pointing", "documents", "labels", "errors", "formerly")
    return _Words({name: frozenset(raw[name]) for name in names}, **phrases)


def retracted(reading: Reading) -> list[Span]:
    """The code points of what the notes of a section take back."""
    if reading.language not in lexicon.LANGUAGES:
        return []
    words = _words(reading.language)
    found: list[Span] = []
    starts = dict(_opened(reading, words))  # sentence -> the token from which it tells what was
    paragraphs = {reading.sentences[number].paragraph for number in starts} | set(_labelled(reading, words))
    if not paragraphs:
        return []
    for number, sentence in enumerate(reading.sentences):
        if sentence.paragraph in paragraphs:
            found += _taken_back(reading, sentence, starts.get(number), words)
    return found


def _opened(reading: Reading, words: _Words) -> Iterator[tuple[int, int]]:
    """Sentences that tell of an earlier version of the article, or how it put something at first."""
    sets, of = words.sets, reading.sentence_of
    for at in reading.where(sets["versions"]):
        sentence = reading.sentences[of[at]]
        low, high = max(sentence.first, at - _BESIDE), min(sentence.last, at + _BESIDE + 1)
        if reading.holds(sets["older"], low, high) and reading.holds(
            sets["documents"], max(sentence.first, at - 2 * _NAMED), min(sentence.last, at + _NAMED)
        ):
            yield of[at], _before(reading, sentence, at)
    for at in reading.where(sets["formerly"]):
        sentence = reading.sentences[of[at]]
        named = reading.between(sets["documents"], max(sentence.first, at - _SAID), at)
        if named and named[-1] <= sentence.first + _SAID and reading.tokens[named[-1] - 1].norm in sets["pointing"]:
            yield of[at], at
    for number in {of[at] for at in reading.where(sets["errors"])}:
        sentence = reading.sentences[number]
        if _is_labelled(reading, sentence.paragraph, sentence, words):
            yield number, sentence.first


def _before(reading: Reading, sentence: Sentence, at: int) -> int:
    """ "It was $301 million, not $310 million, as an earlier version said": what the version said may stand before it, behind "not"."""
    return sentence.first if at - sentence.first <= _SAID else at


def _labelled(reading: Reading, words: _Words) -> Iterator[int]:
    """Paragraphs that are called corrections."""
    for at in reading.where(words.sets["labels"]):
        sentence = reading.sentences[reading.sentence_of[at]]
        if _is_labelled(reading, sentence.paragraph, sentence, words):
            yield sentence.paragraph


def _is_labelled(reading: Reading, paragraph: int, sentence: Sentence, words: _Words) -> bool:
    start = reading.paragraphs[paragraph].start
    first = sentence.first
    while first > 0 and reading.starts[first - 1] >= start:
        first -= 1
    label = reading.between(words.sets["labels"], first, min(first + _LABEL, len(reading.tokens)))
    return bool(label) and any(token.text in (":", "—", "–", ".", "-") for token in reading.tokens[label[0] + 1 : label[0] + 4])


def _taken_back(reading: Reading, sentence: Sentence, start: int | None, words: _Words) -> Iterator[Span]:
    """The stretches of one sentence of a note: from where it tells what was up to what is right; behind "not" where that comes first."""
    at = begun = sentence.first
    taken = False
    for at in range(sentence.first, sentence.last):
        if at == start:
            if taken:
                yield reading.starts[begun], reading.ends[at]
            taken, begun = True, at
        turn = _phrase(reading, at, words.instead)
        if taken and (turn or reading.tokens[at].text in (";", "—") or _phrase(reading, at, words.righting)):
            yield reading.starts[begun], reading.ends[at]
            taken, start = False, None
        elif turn and not taken and (start is None or at < start):
            taken, begun = True, at
        elif taken and start != begun and reading.tokens[at].text == "," and reading.tokens[at].gap == 0:
            yield reading.starts[begun], reading.ends[at]
            taken = False
    if taken:
        yield reading.starts[begun], reading.ends[at]


def _phrase(reading: Reading, at: int, phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(follows(reading.tokens, at, phrase) for phrase in phrases)
