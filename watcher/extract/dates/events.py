"""A date in its sentence -> what happens then, as a short noun phrase: "runoff", "trial opening", "entrada en vigor".

Three places are looked at, in this order: the noun the date belongs to ("the May 3 vote", "la cumbre del 3 de mayo"), the noun it
stands beside ("election night, May 3"), the verb it dates, with its subject or its object.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from watcher import lexicon
from watcher.extract.dates import datelines
from watcher.extract.dates.expressions import When
from watcher.extract.dates.nouns import (
    EDGES,
    Grammar,
    grammar,
    head,
    join,
    noun_before,
    noun_behind,
    object_of,
    phrase_left,
)
from watcher.extract.dates.verbs import REACH, deed, passive, subject_of, verbal
from watcher.extract.dates.when import scan
from watcher.extract.reading import Reading, Token

_PARTING = frozenset(';:—–“”«»"')  # no verb is looked for past these
_BACKGROUND = ("aba", "aban", "ia", "ian")  # of Spanish verbs in the imperfect
_last = attrgetter("last")


@dataclass(slots=True)
class Event:
    """What happens; `attributive` where the date belongs to a noun, `verbal` where a verb or participle dates it.

    `thing` is the noun phrase that it happens to or that does it, where the sentence names one beside the verb; `said` where the verb
    only tells that somebody spoke.
    """

    name: str | None
    attributive: bool = False
    verbal: bool = False
    thing: str | None = None
    said: bool = False


def event(reading: Reading, when: When) -> Event:
    """What happens at the date `when`; its name is None where the sentence does not tell."""
    known: dict[tuple[int, str], Event] = reading.notes.setdefault("events", {})
    key = (when.first, when.sort)
    if key not in known:
        known[key] = _event(reading, when)
    return known[key]


def _event(reading: Reading, when: When) -> Event:
    rules, tokens = grammar(reading.language), reading.tokens
    if (first := _joined(reading, when)) is not None:
        return event(reading, first)
    sentence = reading.sentences[reading.sentence_of[when.first]]
    start = _start(reading, sentence.first, when)
    noun = (noun_before if rules.spanish else noun_behind)(tokens, when, start, sentence.last, rules)
    if noun:
        return Event(noun, attributive=True, thing=noun)
    if not rules.spanish and when.first > start and tokens[when.first - 1].norm == "of":
        owner = phrase_left(tokens, when.first - 2, start, rules)
        if owner and owner.split()[-1] not in rules.spells:
            return Event(owner, attributive=True, thing=owner)  # "the eclipse of August 12"
    if when.first > start and tokens[when.first - 1].text == ":":
        label = head(tokens, max(start, when.first - 5), when.first - 1, rules)
        if label:
            return Event(label, attributive=True, thing=label)  # "Launch: March 14, 2018"
    if _fronted(tokens, when, start, rules):
        found = _verb_right(tokens, when, sentence.last, rules)
        if found and found.name:
            return found
    found = _verb_left(tokens, when, start, sentence.last, rules)
    if found and found.name:
        found.said = not rules.saying.isdisjoint([lexicon.fold(word) for word in found.name.split()])
        return found
    if when.first > start and tokens[when.first - 1].text == ",":
        beside = phrase_left(tokens, when.first - 2, start, rules)
        if beside:
            return Event(beside, attributive=True, thing=beside)
    if when.first - start <= 4:
        fronted = _verb_right(tokens, when, sentence.last, rules)
        return fronted if fronted and fronted.name else Event(_anything(tokens, when, start, sentence.last, rules))
    at = when.first - 1
    while at > start and tokens[at].norm in rules.prepositions:
        at -= 1
    nearest = phrase_left(tokens, at, start, rules)
    if nearest and tokens[when.first - 1].norm in ("of", "de", "del") and lexicon.fold(nearest.split()[-1]) in rules.spells:
        nearest = None  # "on the night of April 30"
    return Event(nearest or _anything(tokens, when, start, sentence.last, rules), thing=nearest)


def _joined(reading: Reading, when: When) -> When | None:
    """ "Las elecciones fueron el 5 de mayo y el 2 de junio": the date with which another is joined, of the same."""
    if when.sort != "day" or when.first < 2:
        return None
    tokens, at = reading.tokens, when.first - 1
    at -= tokens[at].norm in ("el", "the", "on")
    if tokens[at].norm not in ("and", "y", "e"):
        return None
    whens = scan(reading)
    place = bisect_left(whens, at, key=_last)
    return whens[place] if place < len(whens) and whens[place].last == at and whens[place].sort == "day" else None


def _start(reading: Reading, first: int, when: When) -> int:
    """Where the sentence of a date begins that opens at token `first`: behind the dateline, where one stands at its head."""
    for line in datelines.find(reading):
        if first <= line.when.first and line.when.last <= when.first:
            first = line.when.last
    return first


def _anything(tokens: list[Token], when: When, start: int, end: int, rules: Grammar) -> str | None:
    """A day whose verb is not known: the noun with a determiner behind it, the words before it, else the words behind it."""
    if when.sort != "day":
        return None
    for at in range(when.last, min(end, when.last + 8)):
        if tokens[at].norm in rules.determiners and (named := head(tokens, at + 1, min(end, at + 4), rules)):
            if lexicon.fold(named) not in rules.calendar:  # "y el 2 de junio"
                return named
    for at in range(when.first - 1, max(start, when.first - 8) - 1, -1):
        token = tokens[at]
        if (
            token.kind == "w"
            and len(token.text) > 1
            and token.norm not in rules.stops
            and token.norm not in rules.calendar
            and token.norm not in rules.spells
        ):
            return token.text
    behind = head(tokens, when.last, min(end, when.last + 8), rules)
    return behind if behind is not None and lexicon.fold(behind) not in rules.calendar else None


def rescheduled(reading: Reading, when: When) -> bool:
    """True where the date is where something was moved to."""
    rules = grammar(reading.language)
    near = [token.norm for token in reading.tokens[max(0, when.first - 4) : when.first]]
    return any(word in rules.schedule and len(word) > 4 for word in near)


def _verb_left(tokens: list[Token], when: When, start: int, end: int, rules: Grammar) -> Event | None:
    """The verb before a date, with what it speaks of."""
    at = when.first - 1
    while at >= start and (tokens[at].norm in rules.prepositions or tokens[at].kind == "n") and when.first - at < 7:
        at -= 1
    low, verb = max(start, when.first - REACH), at
    while verb >= low and (tokens[verb].norm in rules.idle or not verbal(tokens, verb, rules)):
        if tokens[verb].text in _PARTING and not (tokens[verb].text == ":" and tokens[verb + 1].kind == "n"):
            return None  # but "a las 11:40 p. m. del 4 de mayo"
        if tokens[verb].norm in ("is", "are", "was", "were"):
            thing = subject_of(tokens, verb, start, rules)  # "the hearing before Judge Hale is on May 3"
            return Event(join(thing.split()), verbal=True, thing=thing) if thing else None
        verb -= 1
        if verb >= low and rules.spanish and tokens[verb].norm.endswith(_BACKGROUND) and (opened := _background(tokens, verb, low, rules)):
            verb = opened - 1
    if verb < low:
        return None
    if tokens[when.first - 1].norm in rules.deadlines and tokens[verb].norm in rules.giving:
        thing = subject_of(tokens, verb, start, rules)
        return Event(join([*thing.split()[-2:], rules.deadline]) if thing else rules.deadline, verbal=True, thing=thing)
    if tokens[verb].norm in rules.fixing and when.last < end and tokens[when.last].norm in rules.determiners:
        fixed = head(tokens, when.last + 1, min(end, when.last + 6), rules)  # "fijó para el 12 de mayo la audiencia inicial"
        if fixed:
            return Event(fixed, verbal=True, thing=fixed)
    name, behind = deed(tokens, verb, when.first, rules)
    scheduled = tokens[verb].norm in rules.schedule and behind == verb + 1 and tokens[verb].norm not in rules.names
    subject = subject_of(tokens, verb, start, rules)
    thing = object_of(tokens, behind, when, end, rules) if not (passive(tokens, verb, rules) and subject) else None
    if scheduled:
        thing = subject if thing is None or lexicon.fold(thing) in rules.objects else thing
        return Event(join(thing.split()), verbal=True, thing=thing) if thing else None
    if thing:
        named = join([*name.split(), *(part for part in thing.split() if part not in name)])
        return Event(named, verbal=True, thing=subject or thing)
    if subject and (subject[0].islower() or len(name.split()) < 2):
        return Event(join([*_short(subject, rules), *name.split()]), verbal=True, thing=subject)
    return Event(join(name.split()), verbal=True, thing=subject)


def _background(tokens: list[Token], verb: int, low: int, rules: Grammar) -> int | None:
    """ "Murió cuando volvía": where the clause of a verb that only tells what else went on begins, and a verb stands before it."""
    for at in range(verb - 1, low, -1):
        if tokens[at].norm in ("cuando", "mientras"):
            return at if any(verbal(tokens, before, rules) for before in range(low, at)) else None
        if tokens[at].text in EDGES or tokens[at].norm in rules.relatives:
            return None
    return None


def _short(thing: str, rules: Grammar) -> list[str]:
    """The words of a noun phrase that go before what happens to it: the last two, in Spanish the head with what it is of."""
    words = thing.split()
    return words[:3] if rules.spanish and words[1:2] == ["de"] else words[-2:]


def _fronted(tokens: list[Token], when: When, start: int, rules: Grammar) -> bool:
    """True for a date that opens its clause: "who on May 3 will seek", "Si todo va bien, el 12 de mayo entrará"."""
    at = when.first - 1
    while at >= start and tokens[at].norm in rules.prepositions:
        at -= 1
    ahead = tokens[when.last] if when.last < len(tokens) else None
    opens = at < start or tokens[at].text in EDGES or tokens[at].norm in rules.opening
    return opens and at > start and ahead is not None and ahead.kind == "w" and verbal(tokens, when.last, rules)


def _verb_right(tokens: list[Token], when: When, end: int, rules: Grammar) -> Event | None:
    """A fronted date: "On May 3 the council will vote", "Para el 20 de mayo está prevista una cumbre"."""
    for verb in range(when.last, min(end, when.last + 12)):
        word = tokens[verb].norm
        if word in rules.names or (verb == when.last and word not in rules.schedule and verbal(tokens, verb, rules)):
            name, behind = deed(tokens, verb, end, rules)
            thing = head(tokens, when.last, verb, rules)
            if thing is not None:
                named = join([*(_short(thing, rules) if thing[0].islower() else ()), *name.split()])
            else:
                owned = behind < end and tokens[behind].norm not in rules.placing  # "El 1 de julio vence el plazo"
                thing = head(tokens, behind, min(end, behind + 6), rules) if owned else None
                named = join([*name.split(), *(thing.split() if thing else ())])
            return Event(named, verbal=True, thing=thing)
        if word in rules.schedule and len(word) > 4:
            thing = head(tokens, when.last, verb, rules) or head(tokens, verb + 1, end, rules)
            return Event(join(thing.split()), verbal=True, thing=thing) if thing else None
    comma = when.last < end and tokens[when.last].text == ","
    at = when.last + comma
    if comma or (at < end and tokens[at].norm in rules.determiners):
        named = head(tokens, at, min(end, at + 5), rules)
        return Event(named, verbal=True, thing=named) if named else None
    return None
