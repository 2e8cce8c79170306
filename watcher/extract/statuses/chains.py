"""Who is named together, "Lou Marsh, 43, and former judge Bo Tran", and who "both", "the three men", "ambos" take up again.

In: a place to look and mentions in it; out: the chain they stand in, or the people a plural word means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from watcher import lexicon
from watcher.extract.names.beside import qualifies
from watcher.extract.namewords import people_words, role_words
from watcher.extract.neighbours import among
from watcher.extract.reading import NameMention, Token
from watcher.extract.statuses.spots import Place
from watcher.model import Subject

AND = frozenset(("and", "y", "e", "&"))
_OF = frozenset(("of", "de", "del"))
_BESIDES = _OF | {"years", "anos", "former", "a", "al"}
_AS = frozenset(("as", "como"))  # "sacked Ann Lee as trade secretary and Bo Tran"
_THE = frozenset(("the", "all", "los", "las", "these", "estos", "estas"))
_APART = 16  # tokens between two names told together
_BACK = 3  # sentences
_MOST = 6  # people told together


def chain(at: Place, near: Sequence[NameMention], place: int) -> Sequence[NameMention]:
    """The names told together with `near[place]`."""
    first = last = place
    while first and _joined(at, near[first - 1], near[first]):
        first -= 1
    while last + 1 < len(near) and _joined(at, near[last], near[last + 1]):
        last += 1
    found = near[first : last + 1]
    told = at.reading.tokens[found[0].first : found[-1].last]
    return found if any(token.norm in AND for token in told) else near[place : place + 1]


def _joined(at: Place, one: NameMention, other: NameMention) -> bool:
    """Nothing but commas, "and", ages, roles and what those are of stands between two names."""
    between = at.reading.tokens[one.last : other.first]
    if not 1 <= len(between) <= _APART or not (between[0].text == "," or between[0].norm in AND or between[0].norm in _AS):
        return False
    words, roles = at.words, role_words(at.reading.language)
    if _belongs(between, roles.persons) or (between[0].norm in _AS and not any(token.norm in AND for token in between)):
        return False
    titled = at.reading.language == "en" and between[-1].norm in roles.persons
    closed = (words.sayings, words.auxiliaries, words.prepositions, words.relatives, words.boundaries)
    for before, token in pairwise(between):
        known = (
            token.kind != "w"
            or token.capital
            or among(token.norm.removeprefix("ex"), AND, words.determiners, roles.persons, roles.portfolios, _BESIDES)
        )
        if token.text in ".;:!?" or not (
            known
            or token.norm in roles.fillers
            or before.norm in ("de", "del")  # "el jefe de abastecimiento"
            or (titled and not token.norm.endswith("ed") and not among(token.norm, *closed))
            or (at.reading.language == "es" and qualifies(token))
        ):
            return False
    return True


def _belongs(between: Sequence[Token], persons: frozenset[str]) -> bool:
    """ "the son of Ann Lee", "la esposa del ministro Bo Trán": a name that tells whose somebody is; not "jefe de prensa Bo Trán"."""
    for place in range(len(between) - 1, -1, -1):
        norm = between[place].norm
        if norm in AND or between[place].text == ",":
            return False
        if norm in _OF:
            return place == len(between) - 1 or not persons.isdisjoint(token.norm.removeprefix("ex") for token in between[place + 1 :])
    return False


@cache
def plurals(language: str) -> Mapping[str, int]:
    """Words that take up several people -> how many: "both", "pair", and the numbers that may do so, "the three"."""
    few = {word: number for word, number in lexicon.load(f"{language}/numbers")["cardinals"].items() if 1 < number <= _MOST}
    return few | whole(language)


@cache
def whole(language: str) -> dict[str, int]:
    """Those that mean several people without an article."""
    return dict(lexicon.load(f"{language}/roles")["together"])


def size(at: Place, index: int) -> int:
    """How many people the phrase that ends at `index` takes up: "both", "the pair", "all three", "the two men", "los tres"; 0 for none."""
    tokens, words = at.reading.tokens, plurals(at.reading.language)
    if index + 1 < len(tokens) and not _acts(at, index + 1):
        return 0  # "both the driver and", "two of the men", "the two companies", "las dos niñas secuestradas"
    if tokens[index].norm in people_words(at.reading.language):
        index -= 1
    count = words.get(tokens[index].norm, 0) if index >= 0 else 0
    if count and tokens[index].norm not in whole(at.reading.language) and not (index and tokens[index - 1].norm in _THE):
        return 0
    return count


def _acts(at: Place, index: int) -> bool:
    """A mark or a verb, by the auxiliaries and the endings of the past, and no noun."""
    token = at.reading.tokens[index]
    small = (at.words.auxiliaries, at.words.being, at.words.having, at.words.sayings)
    return token.kind == "p" or among(token.norm, *small) or token.norm.endswith(("ed", "aron", "ieron"))


def members(at: Place, index: int, count: int) -> tuple[Subject, ...]:
    """Whom a plural at `index` means: the last people told together before it that are as many."""
    sentence = at.reading.sentence_of[index]
    since = at.reading.sentences[max(0, sentence - _BACK)].first
    near = [mention for mention in at.names.in_tokens(at.section, since, index) if mention.subject.type == "person"]
    place = len(near) - 1
    while place > 0:
        found = chain(at, near, place)
        people = tuple(dict.fromkeys(mention.subject for mention in found))
        if len(people) == count:
            return people
        place -= len(found)
    return ()
