"""Names as written -> entities: which spellings name the same one, under which full name, and of what type.

In: the spans of all readings of a document. Out: for each span the entity it names. A short form goes to the longer name it is part
of ("Kast" to "José Antonio Kast"); where it fits several, to the one named last before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from watcher.extract.names.titled import Span
from watcher.extract.names.votes import Entity, Key, context, shape
from watcher.extract.namewords import name_words, role_words, territories
from watcher.extract.neighbours import norm_at
from watcher.extract.reading import Reading, Token
from watcher.lexicon import fold
from watcher.model import Subject, SubjectType

_FITS = 8  # a short form that fits more names than this is looked up among the first so many
_SURE = 3  # votes that tell a type
_NEAR = 2  # tokens between two names of a list, at most: ", and"
_THE = frozenset(["the", "la", "el"])
_CITING = frozenset(["according", "per", "citing", "segun"])
_CITED = 6  # tokens from such a word to the name
_AND = frozenset(["and", "or", "y", "e", "o", "ni", "nor"])
_SLUG = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """The id of a subject: its folded name, words joined by hyphens."""
    return _SLUG.sub("-", fold(name)).strip("-") or "x"


def row(readings: Sequence[Reading], found: Sequence[Sequence[Span]]) -> list[Span]:
    """All spans of a document in order, each with its reading and its words."""
    skip = ("of", "the", "and") if len(found) > 1 else ()
    for index, spans in enumerate(found):
        tokens = readings[index].tokens
        for span in spans:
            span.reading = index
            span.key = tuple([token.norm for token in tokens[span.first : span.last] if token.kind != "p" and token.norm not in skip])
    return [span for spans in found for span in spans]


def gather(readings: Sequence[Reading], seen: Sequence[Span]) -> dict[Key, Entity]:
    """One entity for each spelling, with the votes for its type."""
    entities: dict[Key, Entity] = {}
    known = [name_words(reading.language) for reading in readings]
    for span in seen:
        if not span.key:
            continue
        reading = readings[span.reading]
        names = known[span.reading]
        entity = entities.get(span.key)
        if entity is None:
            entity = entities[span.key] = Entity(span.key, spelling(reading, span), reading.language)
            shape(entity, names)
        elif entity.name.isupper() and len(name := spelling(reading, span)) > 4 and not name.isupper():
            entity.name = name
        context(entity, reading, span, names)
    _listed(readings, seen, entities)
    for index, reading in enumerate(readings):
        _firm(reading, index, seen, entities)
    return entities


def _firm(reading: Reading, index: int, found: Sequence[Span], entities: dict[Key, Entity]) -> None:
    """ "A fault at Nimbus Cloud ... The company said": where nobody named before is a body, the name nothing tells of is the firm's."""
    tokens = reading.tokens
    spoken = next((at for at in reading.where(role_words(reading.language).firms) if tokens[at - 1].norm in _THE and at), None)
    if spoken is None:
        return
    seen = [span for span in found if span.reading == index and span.key]
    before = [span for span in seen if span.last < spoken]
    if not before or any(kind(entities[span.key]) == "organization" and not cited(tokens, span.first, 0) for span in before):
        return
    times = Counter(span.key for span in seen)
    inside = name_words(reading.language).place_prepositions
    places = {span.key for span in seen if span.first and tokens[span.first - 1].norm in inside}
    open_ = [key for key in (span.key for span in before) if times[key] > 1 and key not in places and _untold(entities[key].votes)]
    if open_:
        firm = max(open_, key=lambda key: times[key])
        entities[firm].votes["organization"] += _SURE + _SURE


def _untold(votes: Mapping[str, int]) -> bool:
    return max(votes.values(), default=0) <= _SURE and votes.get("person", 0) < _SURE


def _listed(readings: Sequence[Reading], seen: Sequence[Span], entities: dict[Key, Entity]) -> None:
    """ "Parla y Pinto", "Repsol, Cepsa and BP": what stands in one list is of one type, so that who nothing tells of is as the others."""
    joined = [
        (entities[one.key], entities[other.key])
        for one, other in pairwise(seen)
        if 0 < other.first - one.last <= _NEAR
        and one.reading == other.reading
        and one.key
        and other.key
        and _joined(readings[one.reading].tokens, one.last, other)
    ]
    for known, open_ in (*joined, *((other, one) for one, other in reversed(joined))):
        if max(open_.votes.values(), default=0) < _SURE <= max(known.votes.values(), default=0):
            open_.votes[kind(known)] += _SURE


def _joined(tokens: Sequence[Token], first: int, other: Span) -> bool:
    """Whether a comma or "and" and nothing else stands between `first` and the next name, and "and" closes their list."""
    last = other.first
    if last - first == 1 and tokens[first].text == ",":
        comma = norm_at(tokens, other.last) == ","
        return norm_at(tokens, other.last + 2 * comma) in _AND
    return tokens[last - 1].norm in _AND and (last - first == 1 or tokens[first].text == ",")


def cited(tokens: Sequence[Token], at: int, first: int) -> bool:
    """ "According to analysts at Kepler Research": true for a name at `at` that only says something; nothing before `first` counts."""
    for before in range(at - 1, max(first, at - _CITED) - 1, -1):
        if tokens[before].norm in _CITING:
            return True
        if tokens[before].kind != "w":
            return False
    return False


def spelling(reading: Reading, span: Span) -> str:
    """The name as written, white space made plain."""
    text = reading.text[reading.starts[span.first] : reading.ends[span.last - 1]]
    return " ".join(text.split())


def kind(entity: Entity) -> SubjectType:
    """The type with most votes; without any, two to four words are a person, one word a body."""
    best, count = "", 0
    for sort, told in entity.votes.items():
        if told > count or (told == count and sort > best):
            best, count = sort, told
    if best:
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
        rare = min([by_word.get(word, ()) for word in entity.key], key=len)
        fits = [longer for longer in rare if len(longer.key) > len(entity.key) and _short_for(entity, longer)]
        if not fits:
            continue
        if len(entity.key) == 1 and any(kind(longer) == "person" and longer.key[-1] == entity.key[0] for longer in fits):
            fits = [longer for longer in fits if kind(longer) == "person"]  # "Petters": Tom, not the Petters Group
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
    if long.key[-2] in name_words(long.language).christened and short.key == long.key[-1:]:
        return True  # "Hurricane Ian", "the ferry Aurora"
    what, shape = kind(long), kind(short)
    if what == "person":
        return _short_for_person(short, long)
    if shape == "place" and what != "place" and short.votes["place"] >= 2:
        return False
    if short.key == long.key[-1:] and what == "organization" and short.key[0].endswith("s") and long.language == "en":
        return True  # "the Lions"
    if shape == "person" and short.votes["person"] >= 3:
        return False
    if len(short.key) == 1:
        if what != "organization" or short.votes["place"] >= 2:
            return False
        first, last = long.key[0], long.key[-1]
        headed = first in name_words(long.language).organizations and short.key[0] == last and long.language == "es"  # "el Constitucional"
        return headed or (short.key[0] == first and not {"of", "de", "del"} & set(long.key))
    return (short.key == long.key[: len(short.key)] and what == "organization") or short.key == long.key[-len(short.key) :]


def _short_for_person(short: Entity, long: Entity) -> bool:
    others = max(short.votes["place"], short.votes["organization"], short.votes["thing"])
    if others >= 4 and others >= short.votes["person"]:  # a long article has a vote or two for anything
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
