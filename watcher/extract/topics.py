"""A document -> what it is about: the event in its headline or first sentence, and the place that goes with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from watcher import lexicon
from watcher.extract.reading import NameMention, Reading, Token
from watcher.model import Subject

_LEAD = 2  # body sentences that tell the topic, besides the headlines


class Topic(NamedTuple):
    """The event's shown word ("earthquake") and the place, each None where the document tells none."""

    event: str | None
    place: Subject | None


def find(reading: Reading, mentions: Sequence[NameMention]) -> Topic:
    """The topic of one language section: the first event of headline and lead, the place named most there or right after."""
    event: str | None = None
    last, seen = 0, 0
    for sentence in reading.sentences:
        kind = reading.paragraphs[sentence.paragraph].kind
        if kind == "caption":
            continue
        event = event or event_in(reading.tokens, sentence.first, sentence.last, reading.language)
        last = sentence.last
        seen += kind != "headline" or sentence.last - sentence.first > 14
        if seen >= _LEAD:
            break
    places = Counter(mention.subject for mention in mentions if mention.subject.type == "place" and mention.first < last)
    if not places:
        places = Counter(mention.subject for mention in mentions[:40] if mention.subject.type == "place")
    every = Counter(mention.subject for mention in mentions if mention.subject.type == "place")
    place = max(places, key=lambda subject: every[subject]) if places else None
    return Topic(event, place)


def event_in(tokens: Sequence[Token], first: int, last: int, language: str) -> str | None:
    """The shown word of the first event noun in tokens `[first, last)`."""
    known = _events(language)
    return next((known[tokens[index].norm] for index in range(first, last) if tokens[index].norm in known), None)


def subject(event: str, place: Subject | None, language: str) -> Subject:
    """An event with its place as subject: one id for both languages."""
    key = _ids(language).get(event, event)
    if place is None:
        return Subject(key, event, "thing")
    name = f"{place.name} {event}" if language == "en" else f"{event} de {place.name}"
    return Subject(f"{place.id}-{key}", name, "thing")


@cache
def _events(language: str) -> dict[str, str]:
    return {word: shown for shown, words in lexicon.load(f"{language}/properties")["events"].items() for word in words}


@cache
def _ids(language: str) -> dict[str, str]:
    """Shown word -> the English shown word at the same place of the list, the id of both."""
    return dict(zip(lexicon.load(f"{language}/properties")["events"], lexicon.load("properties")["events"]["ids"], strict=False)) if language != "en" else {}
