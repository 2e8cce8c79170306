"""Years an article leaves open, from what other documents know: "the vote of December 14" is that of 2025 where another says so.

    settle(snapshot, known dates) -> snapshot

A day without a year is settled by a full date of the same month and day whose event is the same by its words; where two years fit,
or none, it stays open (`XXXX`). What is settled bounds the publication: an article is written after what it tells as past and
before what it tells as to come; and the other open days of the article follow from its publication in the same way. An article
with a year of its own, from metadata or its text, has no open years and comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from watcher.lexicon import fold, load
from watcher.model import Claim, Document, EventDate, Snapshot

OPEN_DAY = re.compile(r"XXXX-([0-9]{2})-([0-9]{2})\Z")
FULL_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
WORD = re.compile(r"[^\W_]+")
MEANT = 4  # letters of a word that tells one event from another
ALIKE = 6  # letters at the beginning that make two words one, endings aside
LOOK = 8  # years to look for a day that not every year has

Coming = bool  # whether an article tells a day as to come


class KnownDate(NamedTuple):
    """A full day ("2025-12-14") and the words for what happens then ("runoff")."""

    event: str
    day: str


class Anchor(NamedTuple):
    """An open day of this article whose year is known now."""

    day: date
    coming: Coming


def has_open_years(snapshot: Snapshot) -> bool:
    """Whether anything in it waits for a year: most articles need no look at what others know."""
    return bool(open_days(snapshot)) or "XXXX" in (snapshot.document.published or "")


def open_days(snapshot: Snapshot) -> set[str]:
    """The months and days ("12-14") of dated events whose year the article leaves open."""
    return {f"{match[1]}-{match[2]}" for claim in snapshot.claims if (match := _open(claim))}


def known_dates(claims: Iterable[Claim]) -> list[KnownDate]:
    """What these claims say of days that have a year."""
    return [
        KnownDate(claim.property, claim.value.edtf)
        for claim in claims
        if isinstance(claim.value, EventDate) and claim.property and FULL_DAY.match(claim.value.edtf)
    ]


def settle(snapshot: Snapshot, known: Iterable[KnownDate]) -> Snapshot:
    """The snapshot with the years that `known` settles; the rest stays open."""
    by_day: dict[str, list[KnownDate]] = {}
    for found in known:
        by_day.setdefault(found.day[5:], []).append(found)
    years = {claim.id: day for claim in snapshot.claims if (day := _settled(claim, by_day))}
    if not years:
        return snapshot
    anchors = [Anchor(years[claim.id], claim.modality == "planned") for claim in snapshot.claims if claim.id in years]
    document = replace(snapshot.document, published=_published(snapshot.document, anchors))
    bounds = _bounds(document.published)
    claims = tuple(_follow(claim, years.get(claim.id), bounds) for claim in snapshot.claims)
    return replace(snapshot, document=document, claims=claims)


def alike(one: str, other: str) -> bool:
    """Whether two phrases may name one event: a family of words in common, or a word of substance."""
    left, right = _words(one), _words(other)
    stems = [{word[:ALIKE] for word in words if len(word) >= MEANT} for words in (left, right)]
    return bool(_families(left) & _families(right)) or bool(stems[0] & stems[1])


def _open(claim: Claim) -> re.Match[str] | None:
    return OPEN_DAY.match(claim.value.edtf) if isinstance(claim.value, EventDate) else None


def _settled(claim: Claim, by_day: dict[str, list[KnownDate]]) -> date | None:
    """The one day others know for this event; null where none or more than one fits."""
    match = _open(claim)
    if match is None or claim.property is None:
        return None
    days = {found.day for found in by_day.get(f"{match[1]}-{match[2]}", ()) if alike(found.event, claim.property)}
    return date.fromisoformat(days.pop()) if len(days) == 1 else None


def _words(phrase: str) -> set[str]:
    return set(WORD.findall(fold(phrase)))


def _families(words: set[str]) -> set[int]:
    return {number for number, family in enumerate(_lines()) for word in words if word.startswith(family)}


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line) for line in load("occasions")["families"])


def _published(document: Document, anchors: list[Anchor]) -> str | None:
    """The publication with its years: after the days told as past, before those to come. Open still where the anchors disagree."""
    published = document.published or ""
    start, slash, end = published.partition("/")
    if "XXXX" not in published:
        return document.published
    found = {_dated(start, end, anchor) for anchor in anchors}
    if len(found) != 1 or (pair := found.pop()) is None:
        return document.published
    first, last = pair
    return f"{first or start}/{last or end}" if slash else str(first or last)


def _dated(start: str, end: str, anchor: Anchor) -> tuple[date | None, date | None] | None:
    """Both ends of an open publication beside one anchor; null where an end is no open day, an end that is missing stays so."""
    opening, closing = OPEN_DAY.match(start), OPEN_DAY.match(end)
    if any(text not in {"", ".."} and not match for text, match in ((start, opening), (end, closing))):
        return None
    day: date | None = anchor.day
    if anchor.coming:
        last = day = _nearest(closing, day, -1) if closing else day
        first = _nearest(opening, day, -1) if opening else None
        return first, last if closing else None
    first = day = _nearest(opening, day, 1) if opening else day
    return first if opening else None, _nearest(closing, day, 1) if closing else None


def _nearest(match: re.Match[str] | None, day: date | None, step: int) -> date | None:
    """The first such month and day on or after `day` (step 1), or the last on or before it (step -1)."""
    if match is None or day is None:
        return None
    for year in range(day.year, day.year + step * LOOK, step):
        if not date.min.year <= year <= date.max.year:
            break
        try:
            found = date(year, int(match[1]), int(match[2]))
        except ValueError:
            continue
        if (found - day) * step >= timedelta(0):
            return found
    return None


def _bounds(published: str | None) -> tuple[date, date] | None:
    """First and last day of a publication whose years are known."""
    start, slash, end = (published or "").partition("/")
    days = [date.fromisoformat(text) for text in (start, end if slash else start) if FULL_DAY.match(text)]
    return (days[0], days[1]) if len(days) == 2 else None


def _follow(claim: Claim, day: date | None, bounds: tuple[date, date] | None) -> Claim:
    """A claim with the year its event was found to have, and its other open days by the publication."""

    def dated(text: str) -> str:
        match = OPEN_DAY.match(text)
        if match is None or bounds is None:
            return text
        found = _nearest(match, bounds[0], 1) if claim.modality == "planned" else _nearest(match, bounds[0], -1)
        return str(found or text)

    value = claim.value
    if isinstance(value, EventDate):
        value = EventDate(str(day)) if day else EventDate(_each(value.edtf, dated))
    time = claim.scope.time
    scope = replace(claim.scope, time=_each(time, dated)) if time and "XXXX" in time else claim.scope
    return claim if value == claim.value and scope == claim.scope else replace(claim, value=value, scope=scope)


def _each(edtf: str, change: Callable[[str], str]) -> str:
    """An EDTF time with `change` done to each of its ends."""
    return "/".join(change(part) for part in edtf.split("/"))
