"""What the words around one mention tell of its type. In: a span; out: votes on its entity.

The words stand in the lexicon: nouns that tell whose they are ("shareholders of X", "X's capital"), verbs that tell who does it or
where it leads ("X employs", "visited X"), nouns that say what X is ("X, a retailer"). A rule here says where such a word must stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from watcher import lexicon
from watcher.extract.names.titled import Span
from watcher.extract.namewords import role_words
from watcher.extract.neighbours import norm_at
from watcher.extract.reading import Token

_ARTICLES = frozenset(["the", "el", "la", "los", "las"])
_DETERMINERS = frozenset(["the", "a", "an", "el", "la", "un", "una", "los", "las", "its", "his", "her", "su"])
OWNS = frozenset(["'s", "’s"])
_BELONGS = frozenset(["of", "for", "at", "de", "del"])
_LEADS = frozenset(["to", "a", "al", "hasta"])  # "flew to X", "detuvo a X"
_STATES = frozenset(["is", "was", "are", "es", "era", "fue", ","])
_SEVERAL = frozenset(["have", "are", "were"])  # behind a name in -s: of many
_JOINED = frozenset([",", "and", "or", "&"])
_MODALS = frozenset(["will", "would", "to", "has", "also"])
_CLOSES = frozenset(
    [
        ",",
        ".",
        ")",
        ";",
        "of",
        "for",
        "in",
        "at",
        "from",
        "who",
        "that",
        "which",
        "with",
        "by",
        "based",
        "de",
        "del",
        "que",
        "en",
        "con",
        "y",
        "and",
    ]
)
_TELLS = 4  # more than a list of names does
_WIDE = 5  # words of "the second largest private energy company"


@dataclass(frozen=True, slots=True)
class Cues:
    """Word -> the type it tells, by the place where it stands."""

    of: dict[str, str]
    has: dict[str, str]
    does: dict[str, str]
    meets: dict[str, str]
    sorts: dict[str, str]  # what somebody or something is: "union", "town", "nurse"
    moving: frozenset[str]  # verbs that meet a place behind "to" alone: "extradited to Peru", but "extradited Tom Ray"
    stakes: frozenset[str]  # what one has in a company
    accounts: frozenset[str]  # what a company has, right behind its name
    ahead: frozenset[str]  # all words right before a name that may tell with more, or do something to it
    behind: frozenset[str]  # all such words right behind it


@cache
def cues(language: str) -> Cues:
    """The cues of a language of `lexicon.LANGUAGES`."""
    data, roles = lexicon.load(f"{language}/cues"), role_words(language)
    of, has, does, meets = ({word: sort for sort, words in data[name].items() for word in words} for name in ("of", "has", "does", "meets"))
    sorts = dict.fromkeys(roles.persons, "person") | dict.fromkeys(roles.places, "place") | dict.fromkeys(roles.groups, "organization")
    moving, stakes, accounts = (frozenset(data[name]["words"]) for name in ("moving", "stakes", "accounts"))
    ahead = _ARTICLES | _BELONGS | _LEADS | {"in", "from"} | set(meets)
    behind = OWNS | _MODALS | _SEVERAL | _STATES | accounts | set(does) | set(sorts)
    return Cues(of, has, does, meets, sorts, moving, stakes, accounts, ahead, behind)


def before(votes: dict[str, int], tokens: Sequence[Token], first: int, told: Cues) -> bool:
    """What stands before a name: a noun and its preposition, a verb; whether it told."""
    at = first - 1
    word = norm_at(tokens, at)
    if word in _ARTICLES:
        at -= 1
        word = norm_at(tokens, at)
    if word in _BELONGS:
        noun = norm_at(tokens, at - 1)
        sort = told.of.get(noun) or (word in ("de", "del") and told.of.get(norm_at(tokens, at - 2)))
        if not sort and word == "of" and noun == ",":
            sort = "place"  # "Tolley, of Llanelli,"
    elif word == "in":
        sort = norm_at(tokens, at - 1) in told.stakes and "organization"
    elif word == "from":
        noun = norm_at(tokens, at - 1)
        sort = (noun == "," or told.sorts.get(noun) == "person" or told.of.get(noun) == "place") and "place"
    elif word in _LEADS:
        sort = told.meets.get(norm_at(tokens, at - 1))
    else:
        sort = told.meets.get(word) if word not in told.moving else None
    if not sort:
        return False
    votes[sort] += _TELLS
    return True


def after(votes: dict[str, int], tokens: Sequence[Token], span: Span, told: Cues) -> None:
    """What stands behind a name, a word of `told.behind`: what it has or does, what it is."""
    following = norm_at(tokens, span.last)
    third = norm_at(tokens, span.last + 1)
    if following in OWNS:
        sort = told.has.get(third)
    elif following in _MODALS:
        sort = told.does.get(third)
    elif following in told.accounts:
        sort = "organization"  # "Lomax profit rose"
    else:
        sort = told.does.get(following)
    if sort:
        votes[sort] += _TELLS
    if following in _SEVERAL and len(norm_at(tokens, span.last - 1)) > 3 and norm_at(tokens, span.last - 1).endswith("s"):
        votes["organization"] += 0 if norm_at(tokens, span.first - 1) in _JOINED else _TELLS  # "Harriers have signed"
    if following in told.sorts and norm_at(tokens, span.first - 1) == "the":
        sort = told.sorts[following]
        if sort != "person":
            votes[sort] += 4  # "the IG Metall union"
    elif following in _STATES and (sort := _is(tokens, span.last, told)):
        votes[sort] += 4


def _is(tokens: Sequence[Token], at: int, told: Cues) -> str:
    """The type told by "X, a Spanish retailer," or "X es una empresa": the noun that closes an English phrase or opens a Spanish one."""
    first = at + 1
    owned = norm_at(tokens, first + 1) in OWNS  # "X, Europe's biggest maker of chocolate,"
    named = owned or norm_at(tokens, first) in _DETERMINERS
    first += named + owned
    found = ""
    for index in range(first, min(first + _WIDE, len(tokens))):
        word = tokens[index].norm
        if word in _CLOSES or tokens[index].kind == "n":
            break
        found = told.sorts.get(word, "")
        if found and norm_at(tokens, index + 1) in _CLOSES and (named or found == "person"):
            return found
    return ""
