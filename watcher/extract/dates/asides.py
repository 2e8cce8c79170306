"""A time that stands apart in its sentence, between commas or in a clause of its own -> whether it dates what the sentence tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates.expressions import When

if TYPE_CHECKING:
    from watcher.extract.dates.periods import Times

_COMMA = frozenset(",")
_CLAUSE = 4  # tokens from a relative to the time behind its verb


def aside(times: Times, when: When, start: int, first: int) -> bool:
    """ "The bridge, built in 1931 by a bank, carries": a time between commas dates what stands with it."""
    opened, reading = start + 1, times.reading
    if reading.tokens[start].norm in times.lexis.sets["when_words"]:
        return False  # "When Ann Oakes had it done, in 2009, she waited seven weeks"
    if not opened < when.first or not reading.holds(_COMMA, opened, when.first):
        return False
    closed = when.last < len(reading.tokens) and reading.tokens[when.last].text == ","
    if closed and _COMMA.issuperset([token.text for token in reading.tokens[when.first - 2 : when.first - 1]]):
        return False  # "the last outbreak, in 2024, infected"
    return closed or (opened + 2 < when.first and reading.holds(_COMMA, when.last, first))


def apposed(times: Times, when: When, start: int) -> bool:
    """ "The last strike, in 1997, lasted 163 days": a time between two commas, before the first verb of its sentence."""
    tokens = times.reading.tokens
    closed = when.last + 1 < len(tokens) and tokens[when.last].text == "," and tokens[when.last + 1].norm not in times.lexis.sets["linking"]
    if not closed or when.first - 2 <= start or tokens[when.first - 2].text != "," or tokens[when.first - 1].kind != "w":
        return False
    return not times.told_past(start + 2 * (tokens[start + 1].norm == "last"), when.first)


def within(times: Times, when: When) -> bool:
    """ "Bonds that mature in 2036": a relative clause ends with the time."""
    tokens = times.reading.tokens
    return any(token.norm in times.relatives for token in tokens[max(0, when.first - _CLAUSE) : max(0, when.first - 2)])
