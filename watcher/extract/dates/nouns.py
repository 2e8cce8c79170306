"""Tokens around a date -> the noun phrases beside it and beside a verb, by the words that bound them; `Grammar` holds those words.

Indexes are tokens of the reading; a phrase comes out as written, at most four words, None where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from watcher import lexicon
from watcher.extract import conjugation
from watcher.extract.dates.expressions import When
from watcher.extract.reading import Token

EDGES = frozenset(',;:()—–“”"|«»')
_TITLE = 4  # letters of a title that is cut short
_WORDS = 4  # words of an event; the contract allows six


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The words of one language that bound phrases."""

    stops: frozenset[str]
    determiners: frozenset[str]
    joins: frozenset[str]
    prepositions: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    schedule: frozenset[str]
    idle: frozenset[str]  # stops that are no part of a verb
    fixing: frozenset[str]  # verbs whose object may stand behind the date they set
    names: dict[str, str]
    objects: frozenset[str]  # pronouns
    openers: frozenset[str]
    calendar: frozenset[str]
    spells: frozenset[str]
    persons: frozenset[str]
    opening: frozenset[str]  # what opens a clause: no noun phrase goes on before it
    saying: frozenset[str]
    being: frozenset[str]
    linking: frozenset[str]
    since: frozenset[str]  # prepositions that open a clause of time too
    placing: frozenset[str]  # prepositions that lead to no object
    deadlines: frozenset[str]
    giving: frozenset[str]
    occasions: frozenset[str]  # last words of what is held: a vote, a match
    leading: frozenset[str]
    governing: tuple[str, ...]
    set_going: frozenset[str]
    deadline: str
    spanish: bool


@cache
def grammar(language: str) -> Grammar:
    raw = lexicon.load(f"{language}/dates")
    lists = {part.name: frozenset(raw["nouns"][part.name]) for part in fields(Grammar) if isinstance(raw["nouns"].get(part.name), list)}
    closed, occasions = lexicon.load(f"{language}/clauses")["closed"], lexicon.load(f"{language}/properties")["occasions"]
    others: dict[str, Any] = {
        "names": raw["events"] | _deeds(raw["deeds"]),
        "openers": frozenset(phrase.split()[0] for phrase in raw["events"] if " " in phrase),
        "calendar": frozenset([*raw["months"], *raw["weekdays"]]),
        "objects": frozenset(closed["object"]),
        "opening": frozenset([*closed["subordinator"], *closed["relative"], *lists["relatives"]]),
        "saying": frozenset(lexicon.load(f"{language}/quotes")["saying"]) - frozenset(raw["events"]),
        "occasions": frozenset(phrase.split()[-1] for told in occasions.values() for phrase in told),
        "linking": frozenset(raw["linking"]),
        "idle": lists["stops"].difference(lists["schedule"], lists["fixing"], raw["events"], *map(str.split, raw["events"])),
        "governing": tuple(raw["nouns"]["governing"]),
        "deadline": raw["nouns"]["deadline"],
        "spanish": language == "es",
    }
    return Grammar(**(lists | others))


def _deeds(told: dict[str, str]) -> dict[str, str]:
    """The forms of Spanish infinitives, but those of the present -> the noun for what they do."""
    forms = {entry: conjugation.forms(entry) for entry in told}
    names = {lexicon.fold(form): told[entry] for entry, all_forms in forms.items() for form in (*all_forms[:5], *all_forms[7:-2])}
    return {form: noun for form, noun in names.items() if form != lexicon.fold(noun)}  # "robó" is read like "robo"


def join(words: list[str]) -> str | None:
    return " ".join(words[:_WORDS]) or None


def noun_behind(tokens: list[Token], when: When, _start: int, end: int, rules: Grammar) -> str | None:
    """English: "the December 14 presidential runoff"."""
    at = when.first - 1
    for _ in range(2):
        if at >= 0 and tokens[at].kind == "w" and tokens[at].norm not in rules.stops:
            at -= 1  # an adjective: "the crucial May 3 vote"
    owned = at >= 0 and tokens[at].norm in rules.determiners
    if not owned and not (when.first > 0 and tokens[when.first - 1].norm in ("a", "an", "the")):
        return None
    words: list[str] = []
    at = when.last
    while at < end and len(words) < 3 and tokens[at].kind == "w" and tokens[at].norm not in rules.stops:
        words.append(tokens[at].text)
        at += 1
    if len(words) > 1 and at < end and tokens[at].norm in rules.determiners and words[-1].endswith(("s", "ed")):
        words.pop()  # "the December 14 runoff underscores the strength"
    return join(words)


def noun_before(tokens: list[Token], when: When, start: int, _end: int, rules: Grammar) -> str | None:
    """Spanish: "la segunda vuelta del 14 de diciembre", "la cumbre prevista para" is left to the verb."""
    at = when.first - 1
    if at < start or tokens[at].norm not in ("de", "del"):
        if at - 1 < start or tokens[at].norm not in ("el", "pasado", "proximo") or tokens[at - 1].norm not in ("de", "del"):
            return None
        at -= 1
    words: list[str] = []
    at -= 1
    while at >= start and len(words) < 4 and tokens[at].kind == "w":
        word = tokens[at].norm
        if word in rules.determiners and word not in ("segunda", "primera"):
            break
        if word in rules.stops and word not in ("de",):
            return None if not words or lexicon.fold(words[-1]) in rules.spells else join(words)
        if word in rules.schedule or word in rules.names:
            return None
        words.insert(0, tokens[at].text)
        at -= 1
    if words and (lexicon.fold(words[-1]) in rules.spells or len(words[-1]) == 1):  # "a las 11 p. m. del 4 de mayo"
        return None  # "la noche del 3 de mayo", "a mediados de mayo": a time, no event
    while words and lexicon.fold(words[0]) in rules.stops:
        words.pop(0)
    return join(words)


def phrase_left(tokens: list[Token], at: int, start: int, rules: Grammar) -> str | None:
    """The noun phrase that ends at token `at`."""
    words: list[str] = []
    while at >= start and len(words) < 4 and tokens[at].kind == "w" and tokens[at].norm not in rules.stops:
        words.insert(0, tokens[at].text)
        at -= 1
    return join(words) if words and words[-1][0].islower() else None


def comma_before(tokens: list[Token], at: int, start: int) -> int | None:
    """The comma that opens what the comma at `at` closes."""
    return next((comma for comma in range(at - 1, max(start, at - 18) - 1, -1) if tokens[comma].text in EDGES), None)


def nearest(tokens: list[Token], at: int, start: int, rules: Grammar) -> str | None:
    """The noun phrase that ends at `at`, from its own determiner."""
    begin = at
    while begin > start and begin > at - 8 and tokens[begin - 1].norm not in rules.determiners and tokens[begin - 1].text not in EDGES:
        begin -= 1
    return head(tokens, begin, at + 1, rules)


def head(tokens: list[Token], first: int, last: int, rules: Grammar) -> str | None:
    """The head of the noun phrase in `[first, last)`: from its determiner to its first preposition, with a name behind "of"."""
    while first < last and (tokens[first].norm in rules.stops or tokens[first].kind != "w" or _how(tokens[first], rules)):
        first += 1
    words: list[str] = []
    at = first
    while at < last and len(words) < _WORDS:
        token = tokens[at]
        if token.text == "." and token.gap == 0 and words and len(words[-1]) <= _TITLE and at + 1 < last and tokens[at + 1].capital:
            words.clear()  # "Mr. Ortega"
            at += 1
            continue
        if token.kind != "w":
            break
        if token.norm == "'s":
            words.clear()
            at += 1
            continue
        if at + 2 < last and tokens[at + 1].text == "-" and tokens[at + 1].gap == tokens[at + 2].gap == 0:
            end = at + 2
            while end + 2 < last and tokens[end + 1].text == "-" and tokens[end + 1].gap == tokens[end + 2].gap == 0:
                end += 2
            words.append("".join(part.text for part in tokens[at : end + 1]))  # "President-elect", "across-the-board"
            at = end + 1
            continue
        if token.norm in rules.stops:
            named = token.norm in rules.joins and words and at + 1 < last and tokens[at + 1].capital and words[-1][0].isupper()
            if _paired(tokens, at, last, rules) and len(words) == 1:
                words += [token.text, tokens[at + 1].text, tokens[at + 2].text]
                break  # "parliamentary and presidential elections"
            if not named and not (len(words) == 1 and at + 1 < last and _bound(tokens[at], tokens[at + 1], rules)):
                break
        words.append(token.text)
        at += 1
    return join(words)


def _paired(tokens: list[Token], at: int, last: int, rules: Grammar) -> bool:
    """Whether two adjectives are joined at token `at`, of what is held: "local and regional elections"."""
    if rules.spanish or tokens[at].norm not in ("and", "or") or at + 2 >= last:
        return False
    return tokens[at + 2].norm.removesuffix("s") in rules.occasions and tokens[at + 1].norm not in rules.stops


def _how(token: Token, rules: Grammar) -> bool:
    """ "prevista inicialmente para": an adverb, no noun."""
    return rules.spanish and token.norm.endswith("mente") and token.text[0].islower()


def _bound(link: Token, behind: Token, rules: Grammar) -> bool:
    """ "estado de emergencia", "puesta en marcha": two nouns that make one."""
    plain = behind.kind == "w" and behind.text[0].islower() and behind.norm not in rules.stops
    return rules.spanish and plain and link.norm in ("de", "en") and (link.norm == "de" or behind.norm in rules.set_going)


def _held(behind: Sequence[Token], rules: Grammar) -> bool:
    """ "Will meet in a runoff on March 29": what stands behind the preposition is held, and is no place."""
    return any(token.norm in rules.occasions for token in behind)


def object_of(tokens: list[Token], at: int, when: When, end: int, rules: Grammar) -> str | None:
    """The noun phrase between a verb and its date, in Spanish also the one right behind the date."""
    first = at
    while first < when.first and tokens[first].norm in rules.stops and tokens[first].norm not in rules.determiners:
        if tokens[first].norm in rules.opening and tokens[first].norm not in rules.relatives:
            first = when.first  # "murió cuando volvía": another clause
            break
        leads = rules.spanish and tokens[first + 1].norm.endswith(("ar", "er", "ir"))
        if tokens[first].norm in rules.placing and not leads and not _held(tokens[first + 1 : when.first], rules):
            first = when.first  # "was signed in Lisbon on": where, not what
            break
        first += 1
    thing = head(tokens, first, when.first, rules) if first < when.first else None
    if thing and (lexicon.fold(thing.split()[0]) in rules.calendar or lexicon.fold(thing.split()[-1]) in rules.spells):
        thing = None  # "moved from May 3 to May 5", "struck on the night of April 30"
    if thing or not rules.spanish or when.last >= end or tokens[when.last].norm not in rules.determiners:
        return thing
    return head(tokens, when.last, min(end, when.last + 6), rules)
