"""JSON records back into nouns: the inverse of `as_dict()` in `watcher.model`.

Records come from our own store and were validated before they went in; a missing key is a `KeyError`, a fault of ours.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from watcher.model import (
    Attribution,
    Claim,
    Document,
    EventDate,
    Evidence,
    Figure,
    Quote,
    Scope,
    Section,
    Snapshot,
    Status,
    Subject,
    Value,
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
