"""The tables, as SQLAlchemy Core sees them; migrations build them, this page is what the newest of them amounts to.

`documents` where a file stands now, `versions` every content it had, `claims`, `names` and `marks` the ledger across documents,
`entries` the changelog, `attempts` files that killed the program, `meta` a few words about the store itself.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint, text

metadata = MetaData()
LIVE = text("state != 'removed'")

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("state", String(10), nullable=False),  # present, rejected (never readable), removed
    Column("version", Integer, nullable=False),  # the last good one; 0 where there is none
    Column("sha256", String(64)),  # of the last good content
    Column("seen_sha256", String(64)),  # of the content last seen, good or rejected
    Column("reason", Text),  # why the content last seen was rejected, else null
    Column("size", BigInteger),
    Column("mtime_ns", BigInteger),
    Column("ctime_ns", BigInteger),
    Column("inode", Text),  # text: an inode or a device may pass 2**63
    Column("device", Text),
    Index("one_live_document_a_path", "path", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    Index("documents_by_path", "path"),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),  # grows as versions are taken in: the order of learning
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("path", Text, nullable=False),  # where it stood when it was taken in
    Column("sha256", String(64), nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("extractor", Text, nullable=False),
    Column("taken_at", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("snapshot", Text, nullable=False),  # canonical JSON
    UniqueConstraint("document_id", "version"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version_id", ForeignKey("versions.id"), nullable=False),
    Column("position", Integer, nullable=False),  # in its snapshot
    Column("current", Integer, nullable=False),  # 1 where a live document states it now
    Column("kind", String(10), nullable=False),
    Column("subject_id", Text),
    Column("property", Text),
    Column("record", Text, nullable=False),  # canonical JSON
    Index("claims_by_topic", "subject_id", "current", "kind", "property", "version_id"),
    Index("claims_by_version", "version_id"),
)

names = Table(
    "names",
    metadata,
    Column("word", Text, primary_key=True),  # folded, longer than two letters
    Column("subject_id", Text, primary_key=True),
    Column("name", Text, primary_key=True),  # one of the names the subject has; two names may share a word
    sqlite_with_rowid=False,
)

marks = Table(
    "marks",
    metadata,
    Column("mark", BigInteger, primary_key=True),  # see watcher.store.marks
    Column("claim_id", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("path", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject_id", Text),
    Column("detected_at", Text, nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("record", Text, nullable=False),  # canonical JSON, hash included
    Index("entries_by_document", "document_id"),
    Index("entries_by_subject", "subject_id"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("path", Text, primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("count", Integer, nullable=False),
)

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
