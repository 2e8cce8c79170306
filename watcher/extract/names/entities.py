"""Names as written -> entities: which spellings name the same one, under which full name, and of what type.

In: the spans of all readings of a document. Out: for each span the entity it names. A short form goes to the longer name it is part
of ("Kast" to "José Antonio Kast"); where it fits several, to the one named last before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from watcher.extract.lifecycles import told, undergoes
from watcher.extract.modality import modal_words
from watcher.extract.names.namewords import NameWords, RoleWords, name_words, role_words, territories
from watcher.extract.names.spans import Span, plain_words
from watcher.extract.neighbours import among
from watcher.extract.reading import Reading
from watcher.lexicon import fold
from watcher.model import Subject, SubjectType

Key = tuple[str, ...]
_FITS = 8  # a short form that fits more names than this is looked up among the first so many
_SLUG = re.compile(r"[^a-z0-9]+")


class Sight(NamedTuple):
    """One span with the reading it stands in and its words."""

    reading: int
    span: Span
    key: Key


@dataclass(slots=True)
class Entity:
    """A name being put together: its words, how often each spelling and type was seen."""

    key: Key
    name: str
    language: str
    votes: Counter[str] = field(default_factory=Counter)
    gender: str = ""
    longer: list[Entity] = field(default_factory=list)
    same: Entity | None = None
    acronym: str = ""


def slug(name: str) -> str:
    """The id of a subject: its folded name, words joined by hyphens."""
    return _SLUG.sub("-", fold(name)).strip("-") or "x"


def sights(readings: Sequence[Reading], found: Sequence[Sequence[Span]]) -> list[Sight]:
    """All spans of a document in order, with their words."""
    return [
        Sight(index, span, plain_words(readings[index].tokens, span, ("of", "the", "and") if len(found) > 1 else ()))
        for index, spans in enumerate(found)
        for span in spans
    ]


def gather(readings: Sequence[Reading], seen: Sequence[Sight]) -> dict[Key, Entity]:
    """One entity for each spelling, with the votes for its type."""
    entities: dict[Key, Entity] = {}
    for sight in seen:
        if not sight.key:
            continue
        reading = readings[sight.reading]
        names = name_words(reading.language)
        name = spelling(reading, sight.span)
        entity = entities.get(sight.key)
        if entity is None:
            entity = entities[sight.key] = Entity(sight.key, name, reading.language)
            _shape(entity, names)
        elif entity.name.isupper() and len(name) > 4 and not name.isupper():
            entity.name = name
        _context(entity, reading, sight.span, names)
    return entities


def spelling(reading: Reading, span: Span) -> str:
    """The name as written, white space made plain."""
    text = reading.text[reading.tokens[span.first].start : reading.tokens[span.last - 1].end]
    return " ".join(text.split())


def _shape(entity: Entity, names: NameWords) -> None:
    """What the words of a name themselves tell of its type."""
    key, votes = entity.key, entity.votes
    head = key[-1] if names.language == "en" else key[0]
    other = key[0] if names.language == "en" else key[-1]
    for words, kind in ((names.organizations, "organization"), (names.things, "thing"), (names.places, "place")):
        if head in words and len(key) > 1:
            votes[kind] += 4
        elif other in words and len(key) > 1:
            votes[kind] += 2
    if "of" in key or "de" in key:
        for words, kind in ((names.organizations, "organization"), (names.things, "thing")):
            if key[0] in words:
                votes[kind] += 4
    if key in territories(names.language) or key in _LETTERS:
        votes["place"] += 6
    if entity.name.isupper() and 2 <= len(entity.name) <= 6 and len(key) == 1:
        votes["organization"] += 2
    lead = entity.name.partition(" ")[0]
    if len(key) > 1 and not entity.name.isupper() and lead.isupper() and len(lead) > 2 and "." not in lead:
        votes["organization"] += 3  # "BBC Mundo"
    if "&" in entity.name:
        votes["organization"] += 4
    if len(key) == 2 and (key[1].isdigit() or (key[0] in names.numbered and any(letter.isdigit() for letter in key[1]))):
        votes["thing"] += 0 if key[0] in names.places else 4
    if len(key) > 1:
        _given(entity, names)


def _given(entity: Entity, names: NameWords) -> None:
    """What the first of several words tells: a given name and its gender, or the start of a place's name."""
    key, votes = entity.key, entity.votes
    female, male = key[0] in names.female, key[0] in names.male
    if female or male:
        votes["person"] += 4
    entity.gender = "f" if female and not male else "m" if male and not female else "f" if key[0].endswith("a") else ""
    if names.language == "es" and not entity.gender and key[0].endswith("o"):
        entity.gender = "m"
    if len(key) == 2 and key[0] in ("san", "santa", "saint", "st", "new", "port", "el", "los", "las", "puerto", "fort", "villa"):
        votes["place"] += 3


def _context(entity: Entity, reading: Reading, span: Span, names: NameWords) -> None:
    """What stands around one mention."""
    tokens, votes = reading.tokens, entity.votes
    before = tokens[span.first - 1].norm if span.first else ""
    after = tokens[span.last].norm if span.last < len(tokens) else ""
    if span.title is not None:
        votes["person"] += 5
        gender = next((names.honorifics[tokens[i].norm] for i in range(span.title, span.first) if tokens[i].norm in names.honorifics), "")
        entity.gender = gender or entity.gender
        return
    roles = role_words(reading.language)
    if before in names.honorifics and tokens[span.first - 1].text.islower():
        votes["person"] += 5  # "alias Mechas", "don Pedro"
    elif before in roles.groups:
        votes["organization"] += 5
    elif before in roles.persons:
        votes["person"] += 3
    elif before in roles.places or (before in ("of", "de", "del") and span.first > 1 and _locates(tokens[span.first - 2].norm, roles)):
        votes["place"] += 3
    if before in names.place_prepositions and entity.votes["organization"] < 4 and entity.votes["thing"] < 4:
        votes["place"] += 2
    elif before in names.weak_prepositions:
        votes["place"] += 1
    if after == "," and span.last + 2 < len(tokens):
        following = tokens[span.last + 1]
        age = following if following.kind == "n" else tokens[span.last + 2] if following.norm == "de" else None
        if (
            age is not None
            and age.text.isdigit()
            and int(age.text[:4]) < 110
            and tokens[min(span.last + 2, len(tokens) - 1)].norm not in names.months
        ):
            votes["person"] += 4
    if len(entity.key) == 1 and _stands_told(reading, span):
        votes["person"] += 4
    if after in names.sayings:
        votes["person"] += 1
        votes["organization"] += 1 if before in ("the", "el", "la") else 0
    sentence = reading.sentences[reading.sentence_of[span.first]]
    opens = span.first - sentence.first
    shouted = opens == 0 and after in ("(", ",") and tokens[span.first].text.isupper() and len(tokens[span.first].text) > 3
    if shouted or (opens < 5 and after in ("–", "—")):
        votes["place"] += 6 if shouted else 3  # a dateline
    if before in ("the", "el", "la", "los", "las"):
        votes["organization"] += 1
    if after in ("'s", "’s") and span.last + 1 < len(tokens) and tokens[span.last + 1].norm in names.owned:
        votes["place"] += 4


def _stands_told(reading: Reading, span: Span) -> bool:
    """ "Killa was hospitalised", "detienen a Ruiz": only a person comes to the stage that the verb beside a name tells."""
    tokens, words = reading.tokens, modal_words(reading.language)
    sentence = reading.sentences[reading.sentence_of[span.first]]
    at = span.last
    if at < sentence.last and tokens[at].text == ",":
        at += 1
    if at < sentence.last and among(tokens[at].norm, words.being, words.having):
        while at < sentence.last and at < span.last + 5 and tokens[at].norm in words.auxiliaries:
            at += 1
        return at < sentence.last and undergoes(tokens, at, reading.language)
    if reading.language == "es" and span.first > sentence.first + 1 and tokens[span.first - 1].norm == "a":
        return told(tokens, span.first - 2, "es")
    return at < sentence.last and tokens[at].norm in ("dies", "died", "murio", "fallecio", "resigned", "renuncio")


_LETTERS = frozenset([("u", "s"), ("u", "k"), ("u", "a", "e"), ("ee", "uu")])  # states known by their letters
_DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "centre",
        "center",
        "outskirts",
        "coast",
        "norte",
        "sur",
        "este",
        "oeste",
        "centro",
        "afueras",
        "costa",
        "capital",
        "pueblo",
        "port",
        "puerto",
        "residents",
        "inhabitants",
        "streets",
        "habitantes",
        "vecinos",
        "calles",
    ]
)


def _locates(norm: str, roles: RoleWords) -> bool:
    """ "the north of X", "the mayor of X" are said of places."""
    return norm in _DIRECTIONS or norm in roles.places or norm in roles.heads


def kind(entity: Entity) -> SubjectType:
    """The type with most votes; without any, two to four words are a person, one word a body."""
    votes = entity.votes
    if votes:
        best, count = max(votes.items(), key=lambda item: (item[1], item[0]))
        if best == "person" and len(entity.key) == 1 and count < 3:
            return "organization"
        if count > 1 or len(entity.key) == 1:
            return best  # type: ignore[return-value]
    return "person" if 2 <= len(entity.key) <= 4 and not {"of", "de", "del"} & set(entity.key[1:2]) else "organization"


def link(entities: dict[Key, Entity]) -> None:
    """Give each short form the longer names it may stand for."""
    by_word: dict[str, list[Entity]] = {}
    for entity in entities.values():
        if len(entity.key) > 1:
            for word in set(entity.key):
                holders = by_word.setdefault(word, [])
                if len(holders) < 64:
                    holders.append(entity)
    for entity in entities.values():
        rare = min((by_word.get(word, []) for word in entity.key), key=len)
        fits = [longer for longer in rare if len(longer.key) > len(entity.key) and _short_for(entity, longer)]
        best = max((len(longer.key) for longer in fits), default=0)
        entity.longer = [longer for longer in fits if len(longer.key) == best or not _within(longer.key, fits)][:_FITS]


def _within(key: Key, others: Sequence[Entity]) -> bool:
    return any(len(other.key) > len(key) and _subsequence(key, other.key) for other in others)


def _subsequence(short: Key, long: Key) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _short_for(short: Entity, long: Entity) -> bool:
    if not _subsequence(short.key, long.key):
        return False
    what, shape = kind(long), kind(short)
    if what == "person":
        return _short_for_person(short, long)
    if shape == "place" and what != "place" and short.votes["place"] >= 2:
        return False
    if shape == "person" and short.votes["person"] >= 3:
        return False
    if len(short.key) == 1:
        return (
            what == "organization" and short.key[0] == long.key[0] and not {"of", "de", "del"} & set(long.key) and short.votes["place"] < 2
        )
    return (short.key == long.key[: len(short.key)] and what == "organization") or short.key == long.key[-len(short.key) :]


def _short_for_person(short: Entity, long: Entity) -> bool:
    if short.votes["place"] >= 4 or short.votes["organization"] >= 4 or short.votes["thing"] >= 4:
        return False
    if len(short.key) == 1:
        return short.key[0] != long.key[0] or short.votes["place"] < 2
    return short.key[0] == long.key[0] or short.key[-1] == long.key[-1]


def alike(one: Entity, other: Entity) -> bool:
    """Two names of different languages that are clearly one: the same country, or word by word much the same letters."""
    codes = [territories(entity.language).get(entity.key) for entity in (one, other)]
    if codes[0] and codes[1]:
        return codes[0] == codes[1]
    mine, theirs = ([word for word in entity.key if len(word) > 3 or word.isdigit()] for entity in (one, other))
    return bool(mine) and len(mine) == len(theirs) and all(_near(a, b) for a, b in zip(mine, theirs, strict=True))


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 4 and shared >= 0.6 * max(len(one), len(other)) - 0.5


def join_languages(entities: Sequence[Entity]) -> None:
    """Point names of a later language to the name of the first that is the same."""
    first = [entity for entity in entities if entity.language == entities[0].language and not entity.longer]
    index: dict[str, list[Entity]] = {}
    for entity in first:
        index.setdefault(entity.key[0][:4], []).append(entity)
    for entity in entities:
        if entity.language == entities[0].language or entity.longer:
            continue
        code = territories(entity.language).get(entity.key)
        pool = index.get(entity.key[0][:4], [])[:_FITS] if not code else first
        entity.same = next((other for other in pool if other is not entity and alike(entity, other)), None)


def subject(entity: Entity) -> Subject:
    """The entity as the contract's noun."""
    name = entity.name
    if name.isupper() and (len(name) > 6 or (len(name) > 4 and kind(entity) == "place")):
        name = " ".join(
            word if "." in word else word.lower() if word.lower() in ("de", "del", "la", "el", "of") else word.capitalize()
            for word in name.split(" ")
        )
    return Subject(slug(name), name, kind(entity))
