"""A document -> what it is about: the event in its headline or first sentences, and the place that goes with it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from watcher import lexicon
from watcher.extract.about.grammar import grammar
from watcher.extract.neighbours import follows
from watcher.extract.reading import NameMention, Reading, Sentence, Token
from watcher.model import Subject

_QUOTES = frozenset("'\"“‘«")
_PARTING = frozenset("–—-:")  # between a dateline and what is told
_HEADLINE = 14  # tokens; a first sentence that is longer is none
_SHORT = 4  # tokens of a line above the body that tells nothing
_DATED = 12  # tokens of a line that is nothing but place and date
_LEAD = 2  # body sentences that tell the topic, besides the headlines


@dataclass(slots=True)
class Topic:
    """The event's shown word ("earthquake"), the place, and whoever or whatever is named most; each None where the document tells none."""

    event: str | None
    place: Subject | None
    main: Subject | None
    named: Subject | None = None  # the event by its own name: "Cyclone Mirela"
    matter: Subject | None = None  # what a body does something with, by its headline: "Lomax approves the Vester wind farm"
    datelines: list[int] = field(default_factory=list)  # the tokens of those that open the lead, the agency in brackets too


def find(reading: Reading, mentions: Sequence[NameMention]) -> Topic:
    """The topic of one language section: the first event of headline and lead; the place the headline names, else the most named."""
    lead = _lead(reading)
    event = next((found for s in lead if (found := event_in(reading, s.first, s.last))), None)
    title = _title(reading, mentions)
    last = lead[-1].last if lead else 0
    near = mentions[: bisect_left(mentions, max(title, last), key=attrgetter("first"))]
    ends = {reading.sentence_of[sentence.first]: _prefix(reading, sentence, mentions) for sentence in lead}
    body = [mention for mention in near if mention.first >= ends.get(reading.sentence_of[mention.first], 0)]

    def most(kinds: tuple[str, ...], *, dateline: bool = True) -> Subject | None:
        for found, end in ((body, title), (body, last), (near if dateline else (), last)):
            told = [mention.subject for mention in found if mention.first < end and mention.subject.type in kinds]
            if len(told) > 1:
                counts = Counter([mention.subject.id for mention in mentions])
                return max(told, key=lambda subject: counts[subject.id])
            if told:
                return told[0]
        return None

    named = next((mention.subject for mention in near if mention.first < last and _names_event(reading, mention)), None)
    main = _opening(reading, near, title) or most(("place", "organization", "person", "thing"))
    titled = [mention for mention in near if mention.first < title and mention.subject.type != "person"]
    doing = len(titled) > 1 and titled[0].subject.type == "organization" and titled[0].subject == main
    apart = doing and reading.holds(grammar(reading.language).switch, titled[0].last, titled[-1].first)  # "as Vester wins approval"
    matter = titled[-1].subject if doing and not apart else None
    return Topic(event, most(("place",), dateline=False), main, named, matter, _datelines(reading, mentions, lead, ends))


def _names_event(reading: Reading, mention: NameMention) -> bool:
    """Whether a name is an event's: "Typhoon Ligaya", "the Vester Dam Fire"."""
    named, events = mention.subject, _events(reading.language)
    if named.type == "thing" and _called(reading, mention, events):
        return True
    if named.type in ("place", "organization") or " " not in named.name or events.keys().isdisjoint(lexicon.fold(named.name).split(" ")):
        return False
    return not _speaks(reading, mention)


def _opening(reading: Reading, near: Sequence[NameMention], title: int) -> Subject | None:
    """ "Lomax profit up as Vester takeover wins approval", told on with "Lomax reported": the body that opens headline and story."""
    lead = next((mention for mention in near if mention.first < title), None)
    if lead is None or lead.subject.type != "organization" or not _begins(reading, lead):
        return None
    again = any(mention.first >= title and mention.subject == lead.subject and _begins(reading, mention) for mention in near)
    return lead.subject if again else None


def _begins(reading: Reading, mention: NameMention) -> bool:
    """Whether a name opens its sentence."""
    return reading.sentences[reading.sentence_of[mention.first]].first == mention.first


def _speaks(reading: Reading, mention: NameMention) -> bool:
    """ "Cal Fire said": who tells of an event is none."""
    saying = grammar(reading.language).saying
    return any(reading.tokens[at].norm in saying for at in (mention.first - 1, mention.last) if 0 <= at < len(reading.tokens))


def _called(reading: Reading, mention: NameMention, events: Container[str]) -> bool:
    """ "El huracán Erick", "la tormenta tropical Sara", "Typhoon “Ligaya”": a name behind the noun for such an event."""
    at = mention.first - 1
    at -= at > 0 and (reading.tokens[at].norm == "tropical" or reading.tokens[at].text in _QUOTES)
    return at >= 0 and reading.tokens[at].norm in events


def _datelines(reading: Reading, mentions: Sequence[NameMention], lead: Sequence[Sentence], ends: dict[int, int]) -> list[int]:
    """The tokens of datelines, nobody of whom a figure is told; `ends` tells where a sentence's prefix ends."""
    found: list[int] = []
    for at, sentence in enumerate(lead):
        if not at and sentence.last - sentence.first <= _HEADLINE and not _alone(reading, sentence, mentions):
            continue
        prefix = range(sentence.first, ends[reading.sentence_of[sentence.first]])
        if prefix and all(_stamps(reading, token) for token in prefix):
            found += prefix
    return found


def _stamps(reading: Reading, at: int) -> bool:
    """A word of a dateline: a name, a number, a mark, a month or what joins them."""
    token = reading.tokens[at]
    dates = lexicon.load(f"{reading.language}/dates")
    return token.kind != "w" or token.capital or token.norm in dates["months"] or token.norm in dates["day_to_month"]


def _prefix(reading: Reading, sentence: Sentence, mentions: Sequence[NameMention]) -> int:
    """Where the dateline that opens a sentence ends ("BOGOTÁ, 9 de febrero –"): its first token where there is none."""
    if _alone(reading, sentence, mentions):
        return sentence.last
    for index in reading.between(_PARTING, sentence.first + 1, min(sentence.last, sentence.first + 20)):
        if reading.tokens[index].text == ":":
            return index if _filed(reading, sentence.first, index) else sentence.first
        if reading.tokens[index].gap or reading.tokens[index - 1].text in ".)":
            return index
    dated = sentence.last - sentence.first <= _DATED and bool(reading.numbers_in(sentence.first, sentence.last))
    whole = dated and all(_stamps(reading, at) for at in range(sentence.first, sentence.last))  # a line of its own: "Lima, 3 May 2025"
    return sentence.last if whole else sentence.first


def _filed(reading: Reading, first: int, last: int) -> bool:
    """ "NEW DELHI, Nov 12, 2026:", "MUMBAI:" before the words of a body: where, and perhaps when."""
    if reading.paragraphs[reading.sentences[reading.sentence_of[first]].paragraph].kind == "headline":
        return False
    told = reading.tokens[first:last]
    dated = any(token.kind == "n" for token in told) or all(token.kind == "p" or token.text.isupper() for token in told)
    return dated and all(_stamps(reading, at) for at in range(first, last))


def _title(reading: Reading, mentions: Sequence[NameMention]) -> int:
    """The token behind the headline that names somebody, or behind the first sentence; 0 where that is a dateline."""
    if not reading.sentences or _alone(reading, reading.sentences[0], mentions):
        return 0
    for line in reading.lead(0):
        if reading.paragraphs[line.paragraph].kind == "headline" and line.last - line.first > _SHORT:
            at = bisect_left(mentions, line.first, key=attrgetter("first"))
            if at < len(mentions) and mentions[at].first < line.last and _prefix(reading, line, mentions) < line.last:
                return line.last
    first = reading.sentences[0]
    return first.last if _prefix(reading, first, mentions) < first.last else 0


def _alone(reading: Reading, sentence: Sentence, mentions: Sequence[NameMention]) -> bool:
    """ "Lima. El sismo ...": a name and a stop before the rest of a paragraph."""
    number = reading.sentence_of[sentence.first]
    behind = reading.sentences[number + 1] if number + 1 < len(reading.sentences) else sentence
    at = bisect_left(mentions, sentence.first, key=attrgetter("first"))
    named = mentions[at] if at < len(mentions) and mentions[at].first == sentence.first else None
    ends = (
        named is not None and named.subject.type != "person" and named.last == sentence.last - 1 and reading.tokens[named.last].text == "."
    )
    return ends and behind is not sentence and behind.paragraph == sentence.paragraph


def _lead(reading: Reading) -> list[Sentence]:
    """The headlines and the first sentences of the body."""
    lead: list[Sentence] = []
    bodies = 0
    for sentence in reading.sentences:
        kind = reading.paragraphs[sentence.paragraph].kind
        if kind != "caption":
            lead.append(sentence)
            bodies += kind != "headline" or sentence.last - sentence.first > _HEADLINE
        if bodies >= _LEAD or len(lead) > 8:
            break
    return lead


def event_in(reading: Reading, first: int, last: int) -> str | None:
    """The shown word of the first event noun in tokens `[first, last)`."""
    at = event_at(reading, first, last)
    return _events(reading.language)[reading.tokens[at].norm] if at is not None else None


def event_at(reading: Reading, first: int, last: int) -> int | None:
    """The token of the first event noun in tokens `[first, last)`; "arma de fuego" and "under fire" hold none."""
    for at in reading.between(_event_nouns(reading.language), first, last):
        if _meant(reading.tokens, at, reading.language):
            return at
    return None


def _meant(tokens: Sequence[Token], at: int, language: str) -> bool:
    """False for the last word of who speaks: "Cal Fire said"."""
    speaks = tokens[at].capital and at + 1 < len(tokens) and tokens[at + 1].norm in grammar(language).saying
    return not speaks and not _figurative(tokens, at, language)


def _figurative(tokens: Sequence[Token], at: int, language: str) -> bool:
    """True where the event noun is a word of a set phrase that tells of no such event."""
    phrases = _set_phrases(language).get(tokens[at].norm, ())
    return any(follows(tokens, at - place, phrase) for phrase, place in phrases if at >= place)


@cache
def _set_phrases(language: str) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Event noun -> the set phrases it stands in, and where in them."""
    known = _events(language)
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for text in lexicon.load(f"{language}/properties")["no_events"]["phrases"]:
        words = tuple(text.split())
        for place, word in enumerate(words):
            if word in known:
                table.setdefault(word, []).append((words, place))
    return table


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
def _event_nouns(language: str) -> frozenset[str]:
    return frozenset(_events(language))


@cache
def _ids(language: str) -> dict[str, str]:
    """Shown Spanish word -> the English one at the same place of the list, the id of both."""
    if language == "en":
        return {}
    return dict(zip(lexicon.load(f"{language}/properties")["events"], lexicon.load("properties")["events"]["ids"], strict=False))
