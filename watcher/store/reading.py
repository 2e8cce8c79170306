"""What the reading side asks of the store: entries, documents, versions, texts. Nothing here writes.

A connection in, plain records out: dicts as the contract has them, or the small tuples defined here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select

from watcher.lexicon import fold
from watcher.model import FileStat, Json, Snapshot
from watcher.store.gate import parsed, shown, system
from watcher.store.records import snapshot_from
from watcher.store.sqlite import rows
from watcher.store.tables import claims, documents, entries, versions

PAGE = 500  # entries read at a time, so that a reader holds no transaction while it prints


class KnownFile(NamedTuple):
    """What the store last saw under a path: `sha256` of the content, good or rejected; `stat` is null where it must be read again."""

    sha256: str | None
    stat: FileStat | None
    state: str


class StoredDocument(NamedTuple):
    """Where a document stands now. `version` is the last good one, 0 where there is none; `seen` the content last seen."""

    id: int
    path: str
    state: str
    version: int
    sha256: str | None
    seen: str | None
    reason: str | None
    extractor: str | None
    title: str | None


class VersionInfo(NamedTuple):
    """One version of a document, without its text."""

    version: int
    path: str
    published: str | None
    sha256: str
    extractor: str
    taken_at: str
    title: str | None


# text and not SQLAlchemy: every document asks the one twice, and the other is of all documents
WITH_VERSION = "FROM documents d LEFT JOIN versions v ON v.document_id = d.id AND v.version = d.version"
DOCUMENT = (
    f"SELECT d.id, d.path, d.state, d.version, d.sha256, d.seen_sha256, d.reason, v.extractor, v.title {WITH_VERSION}"
    " WHERE d.path = ? ORDER BY d.state = 'removed', d.id DESC LIMIT 1"
)
KNOWN = (
    f"SELECT d.path, d.seen_sha256, d.state, d.size, d.mtime_ns, d.ctime_ns, d.inode, d.device, v.extractor {WITH_VERSION}"
    " WHERE d.state != 'removed'"
)
SNAPSHOT = "SELECT snapshot FROM versions WHERE document_id = ? AND version = ?"
_new = tuple.__new__  # there are as many as files


def known(connection: Connection, extractor: str | None) -> dict[str, KnownFile]:
    """Every live document by its system path. With `extractor` given, what other rules read has no stat: read it again."""
    found = {}
    for path, seen, state, size, mtime, ctime, inode, device, rules in rows(connection, KNOWN, ()):
        outdated = extractor is not None and rules is not None and rules != extractor
        stat = None if size is None or outdated else _new(FileStat, (size, mtime, ctime, int(inode), int(device)))
        found[system(path)] = _new(KnownFile, (seen, stat, state))
    return found


def document(connection: Connection, path: str) -> StoredDocument | None:
    """The live document under a system path, else the one that was removed from there last, else null."""
    found = rows(connection, DOCUMENT, [shown(path)])
    return StoredDocument(*found[0]) if found else None


def snapshot(connection: Connection, document_id: int, version: int, path: str) -> Snapshot:
    """A stored snapshot with its text, under the path its document has now."""
    row = connection.execute(
        select(versions.c.snapshot, versions.c.text).where(versions.c.document_id == document_id, versions.c.version == version)
    ).one()
    found = snapshot_from(parsed(row.snapshot), row.text)
    return found if found.document.path == path else replace(found, document=replace(found.document, path=path))


class Heading(NamedTuple):
    """What a heading says of a version besides its title: EDTF, address, the ids of its claims."""

    published: str | None
    source_url: str | None
    claims: frozenset[str]


def heading(connection: Connection, document_id: int, version: int) -> Heading:
    """The heading of a stored snapshot; no noun is made of it."""
    found = parsed(rows(connection, SNAPSHOT, (document_id, version))[0][0])
    document = found["document"]
    return Heading(document["published"], document["source_url"], frozenset([claim["id"] for claim in found["claims"]]))


def document_id(connection: Connection, name: str) -> int | None:
    """The id of the document a person names: its path, or the end of it, or a path it had; null where it is unknown or two fit."""
    stored = document(connection, name)
    if stored:
        return stored.id
    for column, table in ((documents.c.path, documents.c.id), (versions.c.path, versions.c.document_id)):
        fits = or_(column == name, column.endswith("/" + name, autoescape=True))
        ids = connection.execute(select(table).where(fits).distinct()).scalars().all()
        if len(ids) == 1:
            return int(ids[0])
    return None


def version_list(connection: Connection, document_id: int) -> list[VersionInfo]:
    """The versions of a document, first to last."""
    wanted = (versions.c[name] for name in VersionInfo._fields)
    answer = connection.execute(select(*wanted).where(versions.c.document_id == document_id).order_by(versions.c.version))
    return [VersionInfo(*row) for row in answer]


def text(connection: Connection, document_id: int, version: int) -> str | None:
    """The text of one version; null where there is no such version."""
    found = connection.execute(select(versions.c.text).where(versions.c.document_id == document_id, versions.c.version == version)).scalar()
    return None if found is None else str(found)


def page(
    connection: Connection, after_seq: int, *,
    since: str | None = None, kind: str | None = None, with_subject: bool = False, document_id: int | None = None,
) -> list[tuple[int, str]]:  # fmt: skip
    """At most `PAGE` entries after `after_seq` that may fit the filters: their numbers and canonical texts."""
    query = select(entries.c.seq, entries.c.record).where(entries.c.seq > after_seq).order_by(entries.c.seq).limit(PAGE)
    if since is not None:
        query = query.where(entries.c.detected_at >= since)
    if kind is not None:
        query = query.where(entries.c.kind == kind if "." in kind else entries.c.kind.startswith(kind + ".", autoescape=True))
    if with_subject:
        query = query.where(entries.c.subject_id.is_not(None))
    if document_id is not None:
        query = query.where(entries.c.document_id == document_id)
    return [(row.seq, row.record) for row in connection.execute(query)]


def named(record: Json, subject: str) -> bool:
    """Whether an entry is about a subject a person names: its id, or some words of its name, accents and case aside."""
    about = record["subject"]
    if about is None:
        return False
    wanted = fold(subject)
    return about["id"] == subject or f" {wanted} " in f" {fold(about['name'])} " or wanted.replace(" ", "-") == about["id"]


def counts(connection: Connection) -> dict[str, int]:
    """How many documents (by state), versions, claims and entries there are."""
    states = connection.execute(select(documents.c.state, func.count().label("many")).group_by(documents.c.state))
    by_state = {f"documents_{row.state}": row.many for row in states}
    totals = {
        "versions": select(func.count()).select_from(versions),
        "claims": select(func.count()).select_from(claims).where(claims.c.current == 1),
        "entries": select(func.coalesce(func.max(entries.c.seq), 0)),
    }
    found = {"documents_present": 0, "documents_rejected": 0, "documents_removed": 0} | by_state
    return found | {name: int(connection.execute(query).scalar_one()) for name, query in totals.items()}
