"""A date in its sentence -> what happens then, as a short noun phrase: "runoff", "trial opening", "entrada en vigor".

Three places are looked at, in this order: the noun the date belongs to ("the May 3 vote", "la cumbre del 3 de mayo"), the noun it
stands beside ("election night, May 3"), the verb it dates, with its subject or its object.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from watcher import lexicon
from watcher.extract.dates.when import When
from watcher.extract.reading import Reading, Token

_EDGES = frozenset(',;:()—–“”"|«»')
_REACH = 14
_WORDS = 4  # words of an event; the contract allows six


class Event(NamedTuple):
    """What happens; `attributive` where the date belongs to a noun, `verbal` where a verb or participle dates it.

    `thing` is the noun phrase that it happens to or that does it, where the sentence names one beside the verb.
    """

    name: str | None
    attributive: bool = False
    verbal: bool = False
    thing: str | None = None


class Grammar(NamedTuple):
    """The words of one language that bound phrases."""

    stops: frozenset[str]
    determiners: frozenset[str]
    joins: frozenset[str]
    prepositions: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    schedule: frozenset[str]
    names: dict[str, str]
    openers: frozenset[str]
    calendar: frozenset[str]
    spells: frozenset[str]
    persons: frozenset[str]
    spanish: bool


@cache
def grammar(language: str) -> Grammar:
    raw = lexicon.load(f"{language}/dates")
    lists = {name: frozenset(value) for name, value in raw["nouns"].items()}
    return Grammar(
        stops=lists["stops"],
        determiners=lists["determiners"],
        joins=lists["joins"],
        prepositions=lists["prepositions"],
        relatives=lists["relatives"],
        auxiliaries=lists["auxiliaries"],
        schedule=lists["schedule"],
        names=raw["events"],
        openers=frozenset(phrase.split()[0] for phrase in raw["events"] if " " in phrase),
        calendar=frozenset([*raw["months"], *raw["weekdays"]]),
        spells=lists.get("spells", frozenset()),
        persons=lists["persons"],
        spanish=language == "es",
    )


def event(reading: Reading, when: When) -> Event:
    """What happens at the date `when`; its name is None where the sentence does not tell."""
    rules, tokens = grammar(reading.language), reading.tokens
    sentence = reading.sentences[reading.sentence_of[when.first]]
    noun = (_noun_before if rules.spanish else _noun_behind)(tokens, when, sentence.first, sentence.last, rules)
    if noun:
        return Event(noun, attributive=True, thing=noun)
    if not rules.spanish and when.first > sentence.first and tokens[when.first - 1].norm == "of":
        owner = _phrase_left(tokens, when.first - 2, sentence.first, rules)
        if owner and owner.split()[-1] not in rules.spells:
            return Event(owner, attributive=True, thing=owner)  # "the eclipse of August 12"
    found = _verb_left(tokens, when, sentence.first, sentence.last, rules)
    if found and found.name:
        return found
    if when.first > sentence.first and tokens[when.first - 1].text == ",":
        beside = _phrase_left(tokens, when.first - 2, sentence.first, rules)
        if beside:
            return Event(beside, attributive=True, thing=beside)
    if when.first - sentence.first <= 4:
        fronted = _verb_right(tokens, when, sentence.last, rules)
        return fronted if fronted and fronted.name else Event(_anything(tokens, when, sentence.first, sentence.last, rules))
    at = when.first - 1
    while at > sentence.first and tokens[at].norm in rules.prepositions:
        at -= 1
    nearest = _phrase_left(tokens, at, sentence.first, rules)
    return Event(nearest or _anything(tokens, when, sentence.first, sentence.last, rules), thing=nearest)


def _anything(tokens: list[Token], when: When, start: int, end: int, rules: Grammar) -> str | None:
    """A day whose verb is not known: the noun with a determiner behind it, the words before it, else the words behind it."""
    if when.sort != "day":
        return None
    for at in range(when.last, min(end, when.last + 8)):
        if tokens[at].norm in rules.determiners and (named := _head(tokens, at + 1, min(end, at + 4), rules)):
            return named
    for at in range(when.first - 1, max(start, when.first - 8) - 1, -1):
        token = tokens[at]
        if token.kind == "w" and token.norm not in rules.stops and token.norm not in rules.calendar and token.norm not in rules.spells:
            return token.text
    return _head(tokens, when.last, min(end, when.last + 8), rules)


def rescheduled(reading: Reading, when: When) -> bool:
    """True where the date is where something was moved to."""
    rules = grammar(reading.language)
    near = [token.norm for token in reading.tokens[max(0, when.first - 4) : when.first]]
    return any(word in rules.schedule and len(word) > 4 for word in near)


def _join(words: list[str]) -> str | None:
    return " ".join(words[:_WORDS]) or None


def _noun_behind(tokens: list[Token], when: When, _start: int, end: int, rules: Grammar) -> str | None:
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
    return _join(words)


def _noun_before(tokens: list[Token], when: When, start: int, _end: int, rules: Grammar) -> str | None:
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
            return None if not words or lexicon.fold(words[-1]) in rules.spells else _join(words)
        if word in rules.schedule or word in rules.names:
            return None
        words.insert(0, tokens[at].text)
        at -= 1
    if words and lexicon.fold(words[-1]) in rules.spells:
        return None  # "la noche del 3 de mayo", "a mediados de mayo": a time, no event
    while words and lexicon.fold(words[0]) in rules.stops:
        words.pop(0)
    return _join(words)


def _phrase_left(tokens: list[Token], at: int, start: int, rules: Grammar) -> str | None:
    """The noun phrase that ends at token `at`."""
    words: list[str] = []
    while at >= start and len(words) < 4 and tokens[at].kind == "w" and tokens[at].norm not in rules.stops:
        words.insert(0, tokens[at].text)
        at -= 1
    return _join(words) if words and words[-1][0].islower() else None


def _verb_left(tokens: list[Token], when: When, start: int, end: int, rules: Grammar) -> Event | None:
    """The verb before a date, with what it speaks of."""
    at = when.first - 1
    while at >= start and (tokens[at].norm in rules.prepositions or tokens[at].kind == "n") and when.first - at < 7:
        at -= 1
    low = max(start, when.first - _REACH)
    verb = at
    while verb >= low and not _verbal(tokens, verb, rules):
        if tokens[verb].text in ";:—–":
            return None
        verb -= 1
    if verb < low:
        return None
    word = tokens[verb].norm
    name, behind = _nominal(tokens, verb, when.first, rules)
    if word in rules.schedule and behind == verb + 1 and word not in rules.names:
        thing = _object(tokens, verb + 1, when, end, rules) or _subject(tokens, verb, start, rules)
        return Event(_join(thing.split()), verbal=True, thing=thing) if thing else None
    thing = _object(tokens, behind, when, end, rules)
    if thing:
        named = _join([*name.split(), *(part for part in thing.split() if part not in name)])
        return Event(named, verbal=True, thing=_subject(tokens, verb, start, rules) or thing)
    thing = _subject(tokens, verb, start, rules)
    if thing and (thing[0].islower() or len(name.split()) < 2):
        return Event(_join([*thing.split()[-2:], *name.split()]), verbal=True, thing=thing)
    return Event(_join(name.split()), verbal=True, thing=thing)


def _verb_right(tokens: list[Token], when: When, end: int, rules: Grammar) -> Event | None:
    """A fronted date: "On May 3 the council will vote", "Para el 20 de mayo está prevista una cumbre"."""
    for verb in range(when.last, min(end, when.last + 12)):
        word = tokens[verb].norm
        if word in rules.names:
            name, _ = _nominal(tokens, verb, end, rules)
            thing = _head(tokens, when.last, verb, rules)
            named = _join([*(thing.split()[-2:] if thing and thing[0].islower() else ()), *name.split()])
            return Event(named, verbal=True, thing=thing)
        if word in rules.schedule and len(word) > 4:
            thing = _head(tokens, when.last, verb, rules) or _head(tokens, verb + 1, end, rules)
            return Event(_join(thing.split()), verbal=True, thing=thing) if thing else None
    comma = when.last < end and tokens[when.last].text == ","
    at = when.last + comma
    if comma or (at < end and tokens[at].norm in rules.determiners):
        named = _head(tokens, at, min(end, at + 5), rules)
        return Event(named, verbal=True, thing=named) if named else None
    return None


def _verbal(tokens: list[Token], at: int, rules: Grammar) -> bool:
    """True where the token is a verb as far as words alone tell: known, behind an auxiliary, or of a verb's ending."""
    token = tokens[at]
    opens = rules.spanish and (at == 0 or tokens[at - 1].text in ".!?“«")  # "Renunció en marzo"
    if token.kind != "w" or (token.text[0].isupper() and not token.text.isupper() and not opens):
        return False
    word, before = token.norm, tokens[at - 1].norm if at else ""
    if word in rules.openers and _nominal(tokens, at, at + 4, rules)[1] > at + 1:
        return True
    if word in rules.names:
        return before not in rules.determiners or before in rules.relatives or word.endswith(("ra", "ran")) or before == "'s"
    if word in rules.schedule and len(word) > 2:
        return True
    if word in rules.stops:
        return False
    if before in rules.auxiliaries and before not in rules.determiners and before not in rules.relatives:
        return True
    if rules.spanish:
        return (
            len(word) > 4
            and word.endswith(("ara", "aran", "era", "eran", "ira", "iran", "aron", "ieron", "ado", "ada", "ido", "ida", "o"))
            and (token.text[-1] in "áéíóún" or word.endswith(("ado", "ada", "ido", "ida")))
        )
    return len(word) > 4 and word.endswith("ed")


def _nominal(tokens: list[Token], verb: int, stop: int, rules: Grammar) -> tuple[str, int]:
    """The name of what the verb does, and the token behind what it took."""
    for reach in (3, 2, 1):
        phrase = " ".join(token.norm for token in tokens[verb : min(verb + reach, stop)])
        if phrase in rules.names:
            return rules.names[phrase], verb + reach
    text = tokens[verb].text
    if rules.spanish and text[-1:] in "áé" and text.endswith(("rá", "ré")):
        return text[:-1].rstrip("á"), verb + 1
    if rules.spanish and text.endswith("rán"):
        return text[:-2], verb + 1
    return text, verb + 1


def _subject(tokens: list[Token], verb: int, start: int, rules: Grammar) -> str | None:
    """The noun phrase before a verb: past its auxiliaries and a relative pronoun, past what stands between two commas."""
    at = verb - 1
    while at >= start and (tokens[at].norm in rules.auxiliaries or tokens[at].norm in rules.relatives or tokens[at].norm in rules.schedule):
        at -= 1
    if at >= start and tokens[at].text == ",":
        opening = _comma_before(tokens, at, start)
        if opening is None or at == verb - 1:
            return _nearest(tokens, at - 1, start, rules)
        at = opening - 1
    elif at == verb - 1 and tokens[at].norm not in rules.stops:
        near = _nearest(tokens, at, start, rules)
        if near and tokens[verb].norm in rules.schedule:
            return near
    begin = at
    while begin >= start and begin > at - 14 and tokens[begin].text not in _EDGES and tokens[begin].norm not in rules.relatives:
        begin -= 1
    return _head(tokens, begin + 1, at + 1, rules)


def _comma_before(tokens: list[Token], at: int, start: int) -> int | None:
    """The comma that opens what the comma at `at` closes."""
    return next((comma for comma in range(at - 1, max(start, at - 18) - 1, -1) if tokens[comma].text in _EDGES), None)


def _nearest(tokens: list[Token], at: int, start: int, rules: Grammar) -> str | None:
    """The noun phrase that ends at `at`, from its own determiner."""
    begin = at
    while begin > start and begin > at - 8 and tokens[begin - 1].norm not in rules.determiners and tokens[begin - 1].text not in _EDGES:
        begin -= 1
    return _head(tokens, begin, at + 1, rules)


def _head(tokens: list[Token], first: int, last: int, rules: Grammar) -> str | None:
    """The head of the noun phrase in `[first, last)`: from its determiner to its first preposition, with a name behind "of"."""
    while first < last and (tokens[first].norm in rules.stops or tokens[first].kind != "w"):
        first += 1
    words: list[str] = []
    at = first
    while at < last and tokens[at].kind == "w" and len(words) < _WORDS:
        token = tokens[at]
        if token.norm == "'s":
            words.clear()
            at += 1
            continue
        if token.norm in rules.stops:
            named = token.norm in rules.joins and words and at + 1 < last and tokens[at + 1].text[0].isupper() and words[-1][0].isupper()
            if not named:
                break
        words.append(token.text)
        at += 1
    return _join(words)


def _object(tokens: list[Token], at: int, when: When, end: int, rules: Grammar) -> str | None:
    """The noun phrase between a verb and its date, in Spanish also the one right behind the date."""
    first = at
    while first < when.first and tokens[first].norm in rules.stops and tokens[first].norm not in rules.determiners:
        first += 1
    thing = _head(tokens, first, when.first, rules) if first < when.first else None
    thing = None if thing and lexicon.fold(thing.split()[0]) in rules.calendar else thing  # "moved from May 3 to May 5"
    if thing or not rules.spanish or when.last >= end or tokens[when.last].norm not in rules.determiners:
        return thing
    return _head(tokens, when.last, min(end, when.last + 6), rules)
