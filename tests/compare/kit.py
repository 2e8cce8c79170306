"""Hand-made snapshots: a text, and what each of its words is said to claim."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from watcher.model import (
    Attribution,
    Claim,
    Document,
    DocumentVersion,
    EventDate,
    Evidence,
    Figure,
    KnownClaim,
    Quote,
    Scope,
    Section,
    Snapshot,
    Status,
    Subject,
    Value,
)


class Said(NamedTuple):
    """One claim: `exact` stands in the text as often as the claim has evidence."""

    exact: str
    value: Value
    subject: str | None = None
    property: str | None = None
    modality: str = "asserted"
    time: str | None = None
    event: str | None = None
    source: str | None = None
    sort: str = "person"


def figure(exact: str, number: str, unit: str = "count", subject: str | None = None, about: str | None = None, **rest: object) -> Said:
    modifier = str(rest.pop("modifier", "exact"))
    per = rest.pop("per", None)
    high = rest.pop("high", None)
    value = Figure(Decimal(number), unit, Decimal(str(high)) if high else None, Decimal(str(per)) if per else None, modifier)
    return Said(exact, value, subject, about, **rest)  # type: ignore[arg-type]


def status(exact: str, stage: str, subject: str, **rest: object) -> Said:
    lifecycle, name = stage.split("/")
    return Said(exact, Status(lifecycle, name, exact, rest.pop("role", None), rest.pop("of", None)), subject, stage, **rest)  # type: ignore[arg-type]


def day(exact: str, edtf: str, subject: str | None, about: str, **rest: object) -> Said:
    return Said(exact, EventDate(edtf), subject, about, **rest)  # type: ignore[arg-type]


def quote(text: str, speaker: str) -> Said:
    return Said(text, Quote(text), speaker)


def snapshot(
    text: str,
    *said: Said,
    path: str = "a.txt",
    published: str | None = None,
    title: str | None = None,
    languages: Sequence[tuple[str, int]] = (("en", 0),),
) -> Snapshot:
    """The snapshot of `text`; `languages` are the sections with their starts."""
    ends = [start for _, start in languages[1:]] + [len(text)]
    sections = tuple(Section(language, start, end) for (language, start), end in zip(languages, ends, strict=True))
    claims: list[Claim] = []
    used: dict[str, int] = {}
    for at, one in enumerate(said):
        start = text.index(one.exact, used.get(one.exact, 0))
        used[one.exact] = start + 1
        section = next(part for part in sections if part.start <= start < part.end)
        evidence = Evidence(one.exact, start, start + len(one.exact), section.language, "")
        claims.append(_claim(f"c{at}", one, evidence))
    document = Document(path, "", len(text), text, title, published, "text" if published else None, None, None, sections)
    return Snapshot(document, "test", tuple(claims))


def _claim(name: str, one: Said, evidence: Evidence) -> Claim:
    subject = Subject(one.subject.lower().replace(" ", "-"), one.subject, one.sort) if one.subject else None  # type: ignore[arg-type]
    source = Attribution(one.source) if one.source else None
    return Claim(name, subject, one.property, Scope(one.time, None, one.event), one.value, source, one.modality, (evidence,))  # type: ignore[arg-type]


def known(*snapshots: Snapshot) -> list[KnownClaim]:
    """What the documents claim, taken in in this order."""
    return [
        KnownClaim(claim, DocumentVersion(one.document.path, 1), one.document.published, order)
        for order, one in enumerate(snapshots)
        for claim in one.claims
    ]
