"""JSON records back into nouns: the inverse of `as_dict()` in `watcher.model`.

Records come from our own store and were validated before they went in; a missing key is a `KeyError`, a fault of ours.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from watcher.model import (
    Attribution,
    Change,
    Claim,
    Document,
    DocumentVersion,
    Entry,
    EntryDocument,
    EventDate,
    Evidence,
    Figure,
    Quote,
    Scope,
    Section,
    Side,
    Snapshot,
    Status,
    Subject,
    Value,
    Words,
)

Record = dict[str, Any]


def snapshot_from(record: Record, text: str) -> Snapshot:
    """A snapshot with the text it was made of (a record holds none)."""
    document = dict(record["document"])
    document["sections"] = tuple(Section(**section) for section in document["sections"])
    return Snapshot(Document(text=text, **document), record["extractor"], tuple(map(claim_from, record["claims"])))


def claim_from(record: Record) -> Claim:
    """A claim with its evidence."""
    return Claim(
        id=record["id"],
        subject=_subject(record["subject"]),
        property=record["property"],
        scope=Scope(**record["scope"]),
        value=_value(record["value"]),
        attribution=_attribution(record["attribution"]),
        modality=record["modality"],
        evidence=_evidence(record["evidence"]),
    )


def change_from(record: Record) -> Change:
    """A change; `record` may be an entry, whose other keys are left out."""
    title = record["kind"] == "title.changed"
    return Change(
        kind=record["kind"],
        claim_id=record["claim_id"],
        subject=_subject(record["subject"]),
        property=record["property"],
        scope=None if record["scope"] is None else Scope(**record["scope"]),
        before=_side(record["before"], title),
        after=_side(record["after"], title),
        significance=record["significance"],
        summary=record["summary"],
    )


def entry_from(record: Record) -> Entry:
    """An entry of the changelog."""
    return Entry(
        seq=record["seq"],
        id=record["id"],
        detected_at=record["detected_at"],
        found_by=record["found_by"],
        document=EntryDocument(**record["document"]),
        change=change_from(record),
        previous_hash=record["previous_hash"],
        hash=record["hash"],
    )


def _subject(record: Record | None) -> Subject | None:
    return None if record is None else Subject(**record)


def _attribution(record: Record | None) -> Attribution | None:
    return None if record is None else Attribution(**record)


def _evidence(records: list[Record]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**record) for record in records)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _value(record: Record) -> Value:
    if "number" in record:
        return Figure(Decimal(record["number"]), record["unit"], _decimal(record["high"]), _decimal(record["per"]), record["modifier"])
    if "stage" in record:
        return Status(**record)
    if "edtf" in record:
        return EventDate(record["edtf"])
    return Quote(record["text"])


def _side(record: Record | None, title: bool) -> Side | None:
    if record is None:
        return None
    return Side(
        value=Words(record["value"]["text"]) if title else _value(record["value"]),
        modality=record["modality"],
        attribution=_attribution(record["attribution"]),
        evidence=_evidence(record["evidence"]),
        document=DocumentVersion(**record["document"]),
    )
