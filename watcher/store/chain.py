"""The changelog: entries numbered without a gap, each holding the hash of the one before.

The hash of an entry is the SHA-256 of its canonical JSON without `hash`; the first follows a hash of 64 zeros.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection

from watcher.model import Change, Entry, EntryDocument, FoundBy, Json
from watcher.store.gate import canonical, digest, spelt
from watcher.store.sqlite import insertion, rows, write
from watcher.store.tables import entries

GENESIS = "0" * 64
UNHASHED = '"hash":""'  # in canonical text this is only ever an entry's own key: inside a string the quotes are escaped
ADD = insertion(entries)


class Head(NamedTuple):
    """What the entries of one file event share."""

    document_id: int
    path: str
    version: int
    title: str | None
    found_by: FoundBy
    detected_at: str


class Newest(NamedTuple):
    """The newest entry; `record` is its canonical text."""

    seq: int
    hash: str
    record: str


LAST = "SELECT seq, hash, record FROM entries ORDER BY seq DESC LIMIT 1"  # text: every document asks it


def last(connection: Connection) -> Newest | None:
    """The newest entry, null where there is none."""
    found = rows(connection, LAST, ())
    return Newest(*found[0]) if found else None


def append(connection: Connection, epoch: str, head: Head, changes: Sequence[Change]) -> list[Entry]:
    """Number, chain and write one entry a change, in the transaction of `connection`."""
    newest = last(connection)
    seq, previous = (newest.seq, newest.hash) if newest else (0, GENESIS)
    space, document = uuid.UUID(epoch), EntryDocument(head.path, head.version, head.title)
    made, lines = [], []
    for change in changes:
        seq += 1
        entry = Entry(seq, str(uuid.uuid5(space, str(seq))), head.detected_at, head.found_by, document, change, previous)
        record, text = spelt(entry.as_dict())
        previous = digest(text.replace(UNHASHED + ",", "", 1))
        made.append(replace(entry, hash=previous))
        lines.append(_row(head, record, previous, text.replace(UNHASHED, f'"hash":"{previous}"', 1)))
    if lines:
        write(connection, ADD, lines)
    return made


def hash_of(record: Json) -> str:
    """The hash an entry must bear, from its record with or without `hash`."""
    return digest(canonical({key: value for key, value in record.items() if key != "hash"}))


def _row(head: Head, record: Json, own: str, text: str) -> Json:
    return {
        "seq": record["seq"],
        "document_id": head.document_id,
        "version": head.version,
        "path": head.path,
        "kind": record["kind"],
        "subject_id": record["subject"] and record["subject"]["id"],
        "detected_at": head.detected_at,
        "previous_hash": record["previous_hash"],
        "hash": own,
        "record": text,
    }
