"""A Reading written as questions and answers -> which words are labels, and who says the answers.

"P. ... / R. ...", "Q: ... / A: ...", "Weil: ...": a label opens a line. Answers marked as such belong to whom the interview is
with; a line labelled with a name, its surname or its initials belongs to the person of that name. Lines without a label go on.
Without labels, questions and what stands behind them are an interview where it says that it is one, or where who answers speaks of
themself (or behind a dash): an explainer asks and answers as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from watcher import lexicon
from watcher.extract.modality import modal_words
from watcher.extract.reading import NameMention, QuoteMention, Reading, Token
from watcher.model import Subject

_LABEL = 4  # words of a label
_QUESTIONS = 2  # lines that ask, at least, in an interview without labels
_ENDS = frozenset(".:")
_MARKS = frozenset("*_#>-–—•")  # what may stand before a label, or make it bold
_DASHES = frozenset("-–—")
_CLOSING = frozenset('*_”"»')
_ASK = frozenset("¿?")
_QUOTED = re.compile(r"(?:[^\n:«“\"‘]{3,60}:[ \t]?)?[«“\"‘'][^\n]{5,200}[»”\"’']$")  # a headline that somebody says
_COUNT = 4  # tokens of a line that only tells a number
_LEAD = 4  # paragraphs that may be the headline
_LINE = 25  # tokens of a line that says that this is an interview


class Namer(Protocol):
    """What is asked of `names.Names`."""

    def mentions(self, reading: int) -> Sequence[NameMention]: ...


class Label(NamedTuple):
    """The tokens `[first, last)` that open a line and say whose it is."""

    first: int
    last: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    question: frozenset[str]
    answer: frozenset[str]
    oneself: frozenset[str]  # words in which somebody speaks of themself
    selves: tuple[str, ...]  # endings of such verbs
    interview: frozenset[str]
    talking: frozenset[tuple[str, ...]]  # "spoke to"


@cache
def words(language: str) -> Words:
    raw = lexicon.load(f"{language}/quotes")["dialogue"]
    return Words(
        frozenset(raw["question"]),
        frozenset(raw["answer"]),
        frozenset(raw["self"]),
        tuple(raw["selves"]),
        frozenset(raw["interview"]),
        frozenset(tuple(phrase.split()) for phrase in raw["talking"]),
    )


def labels(reading: Reading) -> list[Label]:
    """The labels of questions and answers, none where there are not both."""
    known: list[Label] | None = reading.notes.get("labels")
    if known is None:
        lexis = words(reading.language)
        found = [label for label in _candidates(reading) if len(label.words) == 1 and label.words[0] in lexis.question | lexis.answer]
        both = {label.words[0] in lexis.answer for label in found} == {True, False}
        known = reading.notes["labels"] = found if both else []
    return known


def answers(reading: Reading, index: int, names: Namer) -> list[QuoteMention]:
    """What the people interviewed say: from their label to the next one, or the end of the text."""
    found = labels(reading)
    speakers: list[Subject | None]
    if found:
        lexis, guest = words(reading.language), _guest(reading, names.mentions(index), found[0].first)
        speakers = [guest if label.words[0] in lexis.answer else None for label in found]
    else:
        found = [label for label in _candidates(reading) if not _counted(reading, label)]
        people = list(
            dict.fromkeys(mention.subject for mention in names.mentions(index) if mention.subject.type == "person") if found else ()
        )
        speakers = [_named(label, people) for label in found]
        lines = {_line(reading, label) for label, speaker in zip(found, speakers, strict=True) if speaker}
        if len(lines) < 2:  # a headline and its twin are no interview
            return _asked(reading, names.mentions(index))
    ends = [label.first for label in found[1:]] + [len(reading.tokens)]
    return [
        QuoteMention(reading.starts[label.last], reading.ends[end - 1], speaker)
        for label, speaker, end in zip(found, speakers, ends, strict=True)
        if speaker is not None and label.last < end
    ]


def _counted(reading: Reading, label: Label) -> bool:
    """ "Clark: 15,002 votes": a line that only tells a number, and no answer."""
    sentence = reading.sentences[reading.sentence_of[label.first]]
    return label.last < sentence.last <= label.last + _COUNT and reading.tokens[label.last].kind == "n"


def asking(reading: Reading) -> list[int]:
    """The paragraphs that are a question, in order: they end in one or, in Spanish, begin with one."""
    known: list[int] | None = reading.notes.get("asking")
    if known is None:
        tokens, found = reading.tokens, set()
        for at in reading.where(_ASK):
            number = reading.sentences[reading.sentence_of[at]].paragraph
            opened, edge = tokens[at].text == "¿", at
            while 0 <= edge < len(tokens) - 1 and tokens[edge + (-1 if opened else 1)].text in (_MARKS if opened else _CLOSING):
                edge += -1 if opened else 1
            paragraph = reading.paragraphs[number]
            if (reading.starts[edge] <= paragraph.start) if opened else (paragraph.end <= reading.ends[edge]):
                found.add(number)
        known = reading.notes["asking"] = sorted(found)
    return known


def _asked(reading: Reading, mentions: Sequence[NameMention]) -> list[QuoteMention]:
    """The answers of an interview without labels: what stands between the questions of who asks."""
    turns = _turns(reading)
    if len(turns) < _QUESTIONS:
        return []
    paragraphs, tokens = reading.paragraphs, reading.tokens
    opening = bisect_left(reading.starts, paragraphs[turns[0]].start)
    guest = _guest(reading, mentions, opening)
    if guest is None:
        return []
    lexis = words(reading.language)
    found = []
    personal = 0
    for number, following in zip(turns, [*turns[1:], len(paragraphs)], strict=True):
        first, last = _behind(reading, number), bisect_left(reading.starts, paragraphs[following - 1].end)
        if first >= last:
            continue
        said = {token.norm for token in tokens[first:last]}
        personal += bool(said & lexis.oneself) or tokens[first].text in _DASHES or any(word.endswith(lexis.selves) for word in said)
        found.append(QuoteMention(reading.starts[first], reading.ends[last - 1], guest))
    return found if 2 * personal >= len(found) or _told(reading, turns[0], opening, personal=personal > 0) else []


def _behind(reading: Reading, number: int) -> int:
    """The first token behind a question: in its own paragraph where that goes on, "¿Por qué? Porque"."""
    first, end = _first(reading, number), bisect_left(reading.starts, reading.paragraphs[number].end)
    marks = [at for at in reading.between(_ASK, first, end) if reading.tokens[at].text == "?"]
    opened = [at for at in marks[:-1] if reading.language == "es" and reading.tokens[at + 1].text != "¿"]
    at = opened[0] + 1 if opened else marks[-1] + 1 if marks else end
    while at < end and reading.tokens[at].text in _CLOSING:
        at += 1
    return at


def _told(reading: Reading, paragraph: int, first: int, *, personal: bool) -> bool:
    """Whether what stands before the first question says that this is an interview, or is a headline that somebody says."""
    lexis, tokens = words(reading.language), reading.tokens
    for number, own in enumerate(reading.paragraphs[: min(paragraph, _LEAD)]):
        begin, end = _first(reading, number), _first(reading, number + 1)
        if end - begin <= _LINE and reading.holds(lexis.interview, begin, end):
            return True
        if _QUOTED.fullmatch(reading.text[own.start : own.end].strip()):
            return True
    pairs = {(tokens[at].norm, tokens[at + 1].norm) for at in range(first - 1)} if personal else set()
    return not pairs.isdisjoint(lexis.talking) or (personal and reading.holds(lexis.interview, 0, first))


def _turns(reading: Reading) -> list[int]:
    """The paragraphs of who asks: the questions; where each turn has its dash, also what is said behind an answer."""
    asked = asking(reading)
    dashed = [number for number, paragraph in enumerate(reading.paragraphs) if reading.text[paragraph.start] in _DASHES]
    if len(asked) < _QUESTIONS or len(dashed) < 2 * len(asked) or not set(asked) <= set(dashed):
        return asked
    turns = []
    answered = True
    for number in dashed:
        if answered or number in asked:
            turns.append(number)
        answered = not answered or number not in turns
    return turns


def _candidates(reading: Reading) -> list[Label]:
    """The lines that open with a word or a name and a colon, or with a letter or "Answer" and a period."""
    known: list[Label] | None = reading.notes.get("lines")
    if known is None:
        found = []
        paragraph = -1
        for sentence in reading.sentences:
            if sentence.paragraph != paragraph and (label := _label(reading.tokens, sentence.first, sentence.last)):
                found.append(label)
            paragraph = sentence.paragraph
        known = reading.notes["lines"] = found
    return known


def _label(tokens: Sequence[Token], first: int, last: int) -> Label | None:
    if first + 1 < last and tokens[first + 1].kind == "w" and not tokens[first + 1].capital:
        return None  # "The minister said"
    at = first
    while at < last and tokens[at].text in _MARKS:
        at += 1
    start = at
    while at < last and at - start < _LABEL and tokens[at].capital:
        at += 1
    end = at
    while at < last and tokens[at].text in _MARKS:
        at += 1
    if start == end or at >= last or tokens[at].text not in _ENDS:
        return None
    at += 1
    while at < last and tokens[at].text in _MARKS:
        at += 1
    return Label(first, at, tuple(token.norm.replace(".", "") for token in tokens[start:end]))


def _line(reading: Reading, label: Label) -> str:
    paragraph = reading.paragraphs[reading.sentences[reading.sentence_of[label.first]].paragraph]
    return reading.text[paragraph.start : paragraph.end]


def _guest(reading: Reading, mentions: Sequence[NameMention], before: int) -> Subject | None:
    """Whom the interview is with: the person named most before its first label, by preference one who is not only where or of whom."""
    people = [m for m in mentions if m.first < before and m.subject.type == "person" and not _signs(reading, m)]
    prepositions = modal_words(reading.language).prepositions
    told = {m.subject for m in people if m.first == 0 or reading.tokens[m.first - 1].norm not in prepositions}
    named = [m.subject for m in people]
    return max(dict.fromkeys(named), key=lambda subject: (subject in told, named.count(subject)), default=None)


def _signs(reading: Reading, mention: NameMention) -> bool:
    """True for a name in a line of nothing but names, numbers and "by": who asks signs there."""
    number = reading.sentences[reading.sentence_of[mention.first]].paragraph
    words = [token for token in reading.tokens[_first(reading, number) : _first(reading, number + 1)] if token.kind == "w"]
    return number > 0 and all(token.capital or token.norm in ("by", "por", "de", "del", "and", "y") for token in words)


def _first(reading: Reading, paragraph: int) -> int:
    """The first token of a paragraph."""
    return bisect_left(reading.starts, reading.paragraphs[paragraph].start) if paragraph < len(reading.paragraphs) else len(reading.tokens)


def _named(label: Label, people: Sequence[Subject]) -> Subject | None:
    """The person a label names: in full, by a part of the name, or by its initials."""
    for subject in people:
        parts = lexicon.fold(subject.name).split()
        if set(label.words) <= set(parts) or (len(label.words) == 1 and label.words[0] == "".join(part[0] for part in parts)):
            return subject
    return None
