"""The names that only sign an article -> left out: they are nobody whom it tells of, so that no "he" in it stands for its author.

In: the spans of a reading; out: those that are not in a byline ("By Ann Lee in Lagos"), a credit ("Photo: Bo Marsh"), a line that is
nothing but a name nobody is called by again, the agency of a dateline ("LIMA, May 3 (Sur) –"), the kind of piece ("Analysis: ...").
"""

from __future__ import annotations

import re
from functools import cache

from watcher import lexicon
from watcher.extract.names.titled import Span
from watcher.extract.namewords import name_words, territories
from watcher.extract.reading import Paragraph, Reading

_APART = ("headline", "caption")
_LINE = 110  # code points of a line that holds no more than a byline or a credit
_DATELINE = 14  # tokens from the start of a paragraph to the agency of its dateline
_TOP = 5  # paragraphs under the headline in which an author's name may stand alone
_NAME = 2  # tokens of a name that signs, at least
_LABELS = frozenset(":|)")  # behind the kind of piece, the agency of a dateline
_DASHES = frozenset("–—-")
_PARTED = re.compile(r"[|·•–—]")
_WORD = re.compile(r"[^\W\d_][^\s,:;]{0,40}")


def without(reading: Reading, found: list[Span]) -> list[Span]:
    """`found` without the names that only sign."""
    sentences, sentence_of = reading.sentences, reading.sentence_of
    stand = [sentences[sentence_of[span.first]].paragraph for span in found]
    lines = {number for number, paragraph in enumerate(reading.paragraphs) if paragraph.kind in _APART and _signs(reading, paragraph)}
    top = [number for number, paragraph in enumerate(reading.paragraphs[: _TOP + 1]) if number and paragraph.kind == "headline"]
    if top:
        lines |= {number for number, span in zip(stand, found, strict=True) if number in top and _alone(reading, number, span, found)}
    marks = set(reading.where(_LABELS))
    return [
        span
        for number, span in zip(stand, found, strict=True)
        if number not in lines and not (span.last in marks and (_agency(reading, number, span) or _kicker(reading, number, span)))
    ]


def _alone(reading: Reading, number: int, span: Span, found: list[Span]) -> bool:
    """ "Ann Lee", "Our Bureau" in a line of its own under the headline, who is not named again."""
    paragraph, tokens = reading.paragraphs[number], reading.tokens
    first = span.first - (reading.starts[span.first] > paragraph.start)
    if reading.starts[first] != paragraph.start or reading.ends[span.last - 1] != paragraph.end or span.last - first < _NAME:
        return False
    words = tuple([token.norm for token in tokens[span.first : span.last]])
    return words not in territories(reading.language) and not any(
        other is not span and tokens[other.last - 1].norm == words[-1] for other in found
    )


def _agency(reading: Reading, number: int, span: Span) -> bool:
    """ "(Reuters) -" near the start of a paragraph."""
    tokens, last = reading.tokens, span.last
    if last + 1 >= len(tokens) or tokens[last].text != ")" or tokens[span.first - 1].text != "(":
        return False
    behind = last + 1 + (tokens[last + 1].text == "." and last + 2 < len(tokens))
    opening = reading.paragraphs[number].start
    return tokens[behind].text in _DASHES and (span.first < _DATELINE or reading.starts[span.first - _DATELINE] < opening)


def _kicker(reading: Reading, number: int, span: Span) -> bool:
    """ "FACT CHECK: ...", "Opinion | ...": what kind of piece a headline is of."""
    paragraph = reading.paragraphs[number]
    if paragraph.kind != "headline" or reading.starts[span.first] != paragraph.start or reading.tokens[span.last].text == ")":
        return False
    return lexicon.fold(reading.text[paragraph.start : reading.ends[span.last - 1]]) in _kickers(reading.language)


@cache
def _kickers(language: str) -> frozenset[str]:
    return frozenset(lexicon.load(f"{language}/languages")["kickers"])


def _signs(reading: Reading, paragraph: Paragraph) -> bool:
    """True for a line apart from the body that holds a byline or a credit."""
    if paragraph.end - paragraph.start > _LINE:
        return False
    return any(_signed(reading.language, part) for part in _PARTED.split(reading.text[paragraph.start : paragraph.end]))


def _signed(language: str, part: str) -> bool:
    """ "By Ann Lee, health correspondent", "Photo: ..."."""
    match = _openers(language).match(part)
    if match is None or match[1]:
        return match is not None
    small = name_words(language).function | name_words(language).particles
    words = _WORD.findall(part[match.end() :].split(",", maxsplit=1)[0])
    return len(words) > 1 and all(word[0].isupper() or lexicon.fold(word) in small for word in words)


@cache
def _openers(language: str) -> re.Pattern[str]:
    words = sorted(lexicon.load(f"{language}/languages")["signing"], key=len, reverse=True)
    return re.compile(rf"[(\[*_ ]{{0,4}}(?:{'|'.join(words)})\b(?:[ \t]{{0,2}}(:))?[ \t]{{0,3}}", re.I)
