"""A figure that counts the unnamed who told it -> what it is called: "two people familiar with the matter", "tres fuentes consultadas".

It is no news of the article, and a change of it must not look like any.
"""

from __future__ import annotations

from collections.abc import Sequence

from watcher.extract.neighbours import cues, follows, norm_at
from watcher.extract.reading import FigureMention, Reading, Token

_TOPIC = "attribution"
_MOST = 20
_NOUN = 4  # tokens from the number to who they are: "two senior US officials"
_TOLD = 7  # tokens from there to what they know
_NAMELESS = 16  # and to that they would not be named
_BEFORE = 3
_AS = {"en": "as sources", "es": "como fuentes"}


def informants(reading: Reading, figure: FigureMention) -> str | None:
    """The property of a figure that counts sources without a name, else null."""
    if figure.value.unit != "count" or figure.sort != "count" or figure.value.high is not None or figure.value.number > _MOST:
        return None
    noun = _noun(reading, figure)
    if noun is None:
        return None
    word = reading.tokens[noun].norm
    return (
        word if word in cues(reading.language, _TOPIC, "source_nouns") else f"{reading.tokens[noun].text.lower()} {_AS[reading.language]}"
    )


def _noun(reading: Reading, figure: FigureMention) -> int | None:
    """Where those are named that told it and are not named themselves."""
    language, at = reading.language, figure.last
    sources, people = cues(language, _TOPIC, "source_nouns"), cues(language, _TOPIC, "informant_nouns")
    noun = next(iter(reading.between(sources, at, at + _NOUN)), None)
    told = noun is not None
    noun = noun if noun is not None else next(iter(reading.between(people, at, at + _NOUN)), None)
    sentence = reading.sentences[reading.sentence_of[figure.first]]
    if noun is None or noun >= sentence.last or any(token.kind != "w" for token in reading.tokens[at:noun]):
        return None
    tokens, end = reading.tokens, min(sentence.last, noun + _TOLD)
    known, nameless = cues(language, _TOPIC, "informed"), cues(language, _TOPIC, "nameless")
    if reading.holds(known, noun + 1, end) or reading.holds(nameless, noun + 1, min(sentence.last, noun + _NAMELESS)):
        return noun
    if follows(tokens, noun + 1, ("al", "tanto")) or _not_named(tokens, noun + 1, end):
        return noun
    saying = cues(language, _TOPIC, "source_says")
    telling = told and norm_at(tokens, noun + 1) != "of" and reading.holds(saying, max(sentence.first, figure.first - _BEFORE), end)
    return noun if telling else None


def _not_named(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Que pidieron no ser identificadas", "who asked not to be named"."""
    return any(
        norm_at(tokens, at + 1) in ("ser", "to")
        and norm_at(tokens, at + 2 + (tokens[at].norm == "not"))[:7] in ("identif", "nombrad", "named")
        for at in range(first, last)
        if tokens[at].norm in ("no", "not")
    )
