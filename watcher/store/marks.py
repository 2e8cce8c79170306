"""The marks under which a claim is filed, so that what may touch a new claim is found at the same cost in a store of any size.

A claim goes in (`filed`, `sought`) and numbers come out; two claims that may be about the same share one. What the comparison
asks for decides: the same value of the same property, a toll of one place, a day of the year. Different claims may share a mark;
the comparison looks closer. Claims about somebody with a name are found by that name as well (`watcher.store.ledger`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Context, Decimal

from watcher.compare.comparable import named_beside, rolling, tally
from watcher.compare.linking import is_name, name_words
from watcher.compare.prose import normal
from watcher.compare.values import measure
from watcher.model import Claim, EventDate, Figure, Quote, Status

EXACT = Context(prec=28, traps=[])
DAY = len("2026-01-31")


def filed(claim: Claim, around: frozenset[str] = frozenset()) -> set[int]:
    """The marks under which a claim can be found; `around` are the words of the places that its document speaks of."""
    marks = {said(claim), *tallies(claim, around), *days(claim)}
    if claim.subject is not None and isinstance(claim.value, Figure):
        marks |= set(places("name" if is_name(claim.subject.name) else "noun", claim))
    return marks


def sought(claim: Claim, around: frozenset[str] = frozenset()) -> set[int]:
    """The marks under which claims that may touch this one are filed."""
    marks = {said(claim), *tallies(claim, around), *days(claim)}
    if claim.subject is not None and rolling(claim):
        kinds = ("noun",) if is_name(claim.subject.name) else ("noun", "name")
        marks |= {mark for kind in kinds for mark in places(kind, claim)}
    return marks


def tallies(claim: Claim, around: frozenset[str]) -> Iterator[int]:
    """A large running number of people nobody names is found by the places it is told of, whatever stands for its subject."""
    if claim.subject is not None and tally(claim):
        yield from (number("tally", place) for place in named_beside(claim) | around)


def days(claim: Claim) -> Iterator[int]:
    """What happens on a day is found by it: two languages name the event differently, and one may leave the year open."""
    if isinstance(claim.value, EventDate) and len(claim.value.edtf) == DAY:
        yield day(claim.value.edtf[5:])


def said(claim: Claim) -> int:
    """One value of one property of one subject, whoever says so."""
    return number("said", claim.kind, claim.property or "", claim.subject.id if claim.subject else "", *worth(claim))


def day(month_and_day: str) -> int:
    """A day of the year ("12-14") on which something happens."""
    return number("day", month_and_day)


def places(kind: str, claim: Claim) -> Iterator[int]:
    """A subject without a name is one with another only where both are told of one place: each word with each place beside it."""
    beside = named_beside(claim) | ({claim.scope.place} if claim.scope.place else frozenset())
    words = name_words(claim.subject.name) if claim.subject else frozenset[str]()
    yield from (number(kind, word, place) for word in words for place in beside)


def worth(claim: Claim) -> Iterable[str]:
    """The value in one form for all ways to write it."""
    match claim.value:
        case Figure():
            found = measure(claim.value)
            return (str(claim.value.modifier), found.family, *map(amount, found[1:]))
        case Status():
            return (claim.value.lifecycle, claim.value.stage)
        case EventDate():
            return (claim.value.edtf[5:] if len(claim.value.edtf) == DAY else claim.value.edtf,)  # the year may be open
        case Quote():
            return (normal(claim.value.text).strip("\"'.,;: "),)


def amount(value: Decimal | None) -> str:
    return "" if value is None else str(EXACT.normalize(value))


def number(*words: str) -> int:
    """64 bits of a hash, as the database's whole numbers are."""
    text = "\x1f".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True)
