"""The store: one file event is one transaction, and doing it twice changes nothing.

    commit(Taken) -> entries      document, version, claims and changelog entries, together or not at all
    reading methods               see `watcher.store.reading` and `watcher.store.ledger`

Every method raises `StoreFault` when the disk or the database fails; the connection is then opened anew and nothing is
remembered from before, so the same call may simply be made again while `fault.retry` holds.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from watcher.compare import Earlier
from watcher.model import Change, Claim, Entry, FileEvent, FileStat, Json, KnownClaim, Snapshot
from watcher.store import chain, ledger, reading, related, sqlite
from watcher.store.faults import StoreFault, classify
from watcher.store.gate import canonical, clean, clean_record, parsed, shown, system
from watcher.store.tables import attempts, documents, meta, versions

ADD_DOCUMENT, ADD_VERSION = documents.insert(), versions.insert()
MOVE_DOCUMENT = update(documents).where(documents.c.id == bindparam("identity"))
FORGET = delete(attempts).where(attempts.c.path == bindparam("at"))


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Taken:
    """What one file event does to the store.

    `stored` is the document it was decided on (null for a new one); `state` what it is from now on; `snapshot` a new version,
    or null where the current one stays; `baseline` another snapshot that goes in before it (the same text by new rules);
    `changes` become entries, in this order. Paths inside snapshots and changes are stored ones (`gate.shown`).
    """

    event: FileEvent
    stored: reading.StoredDocument | None
    state: str
    changes: tuple[Change, ...]
    snapshot: Snapshot | None = None
    baseline: Snapshot | None = None
    seen: str | None = None
    reason: str | None = None
    stat: FileStat | None = None


class Store:
    """An open store; see `watcher.store.open_store` and `open_reading`. Safe to share between threads."""

    def __init__(self, state: Path, writer: Engine | None, reader: Engine, clock: Callable[[], datetime] = now) -> None:
        self.state = state
        self.file = state / sqlite.FILE
        self._writer, self._reader, self._clock = writer, reader, clock
        self._lock = threading.RLock()
        self._identity = sqlite.identity(self.file)
        self._view: Connection | None = None
        self._group: Connection | None = None
        self._remembered = related.Remembered()
        self.epoch = self.meta("epoch") or ""
        self._tried = set(self.failing())

    # transactions

    @contextmanager
    def _transaction(self, engine: Engine | None) -> Iterator[Connection]:
        if engine is None:
            raise StoreFault("read-only", "opened for reading")
        with self._lock:
            open_now = self._group or (self._view if engine is self._reader else None)
            if open_now is not None:
                yield open_now
                return
            if sqlite.identity(self.file) != self._identity:
                raise StoreFault("gone", str(self.file))
            try:
                with self._faults(engine), engine.begin() as connection:
                    yield connection
            except BaseException:
                self._remembered.clear()  # what was read in it may never have been
                raise

    @contextmanager
    def _faults(self, engine: Engine) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            fault = classify(error)
            if fault is None:
                raise
            engine.dispose()  # after a failed write or sync what this connection holds is not to be trusted
            raise fault from error

    @contextmanager
    def view(self) -> Iterator[None]:
        """What is read inside is read at one moment, and quicker. Do not write inside: without a WAL, readers hold writers off."""
        with self._transaction(self._reader) as connection:
            before, self._view = self._view, connection
            try:
                yield
            finally:
                self._view = before

    @contextmanager
    def together(self) -> Iterator[None]:
        """The file events recorded inside are one transaction, so that one sync to the disk serves all of them: all or none.

        Nothing of them may be told to anyone before the end of the block; where it ends in a fault, all can be given again.
        """
        tried = set(self._tried)
        try:
            with self._transaction(self._writer) as connection:
                self._group = connection
                try:
                    yield
                finally:
                    self._group = None
        except BaseException:
            self._tried = tried
            raise

    def commit(self, taken: Taken) -> list[Entry]:
        """Record one file event: all of it or nothing. Gives the entries it made, none where it was recorded before."""
        with self._transaction(self._writer) as connection:
            if reading.document(connection, taken.event.old_path or taken.event.path) != taken.stored:
                return []  # somebody was here before: the same event, taken in already
            first = taken.stored.version if taken.stored else 0
            snapshots = [snapshot for snapshot in (taken.baseline, taken.snapshot) if snapshot is not None]
            version = first + len(snapshots)
            identity = self._write_document(connection, taken, version)
            self._remembered.forget(identity)
            for number, snapshot in enumerate(snapshots, first + 1):
                self._write_version(connection, identity, number, snapshot)
            if not snapshots:
                self._speak_or_not(connection, taken, identity, version)
            if taken.event.path in self._tried:
                connection.execute(FORGET, {"at": shown(taken.event.path)})
            title = taken.snapshot.document.title if taken.snapshot else taken.stored and taken.stored.title
            head = chain.Head(identity, shown(taken.event.path), version, title, taken.event.found_by, self._stamp())
            entries = chain.append(connection, self.epoch, head, taken.changes)
        self._tried.discard(taken.event.path)
        return entries

    def _write_document(self, connection: Connection, taken: Taken, version: int) -> int:
        row: Json = {"version": version, "path": shown(taken.event.path), "state": taken.state, "seen_sha256": taken.seen}
        row["reason"] = taken.reason and clean(taken.reason)
        if taken.snapshot:
            row["sha256"] = taken.snapshot.document.sha256
        row |= stat_row(taken.stat)
        if taken.stored is None:
            return int(connection.execute(ADD_DOCUMENT, row).lastrowid)
        connection.execute(MOVE_DOCUMENT, row | {"identity": taken.stored.id})
        return taken.stored.id

    def _write_version(self, connection: Connection, identity: int, version: int, snapshot: Snapshot) -> None:
        record = clean_record(snapshot.as_dict())
        if version > 1:
            ledger.retire(connection, identity)
        row = {name: record["document"][name] for name in ("path", "sha256", "title", "published")} | {
            "document_id": identity,
            "version": version,
            "extractor": snapshot.extractor,
            "taken_at": self._stamp(),
            "text": clean(snapshot.document.text),
            "snapshot": canonical(record),
        }
        ledger.add(connection, int(connection.execute(ADD_VERSION, row).lastrowid), record["claims"], snapshot.claims)

    def _speak_or_not(self, connection: Connection, taken: Taken, identity: int, version: int) -> None:
        was = taken.stored.state if taken.stored else "rejected"
        if was == taken.state:
            return
        if taken.state == "present":
            ledger.revive(connection, identity, version)
        else:
            ledger.retire(connection, identity)

    def _stamp(self) -> str:
        return self._clock().isoformat(timespec="milliseconds").replace("+00:00", "Z")

    # small notes

    def touch(self, stats: Mapping[str, FileStat]) -> None:
        """Only the stat of these live documents moved; one transaction for all."""
        with self._transaction(self._writer) as connection:
            for path, stat in stats.items():
                live = (documents.c.path == shown(path), documents.c.state != "removed")
                connection.execute(update(documents).where(*live).values(**stat_row(stat)))

    def meta(self, key: str) -> str | None:
        """A word about the store itself."""
        with self._transaction(self._reader) as connection:
            return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()

    def set_meta(self, key: str, value: str) -> None:
        """Keep a word about the store itself."""
        with self._transaction(self._writer) as connection:
            row = insert(meta).values(key=key, value=value)
            connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))

    def failing(self) -> dict[str, tuple[str, int]]:
        """Contents whose try began and never ended: system path -> (sha256, how many tries)."""
        with self._transaction(self._reader) as connection:
            return {system(path): (sha256, tried) for path, sha256, tried in connection.execute(select(attempts))}

    def attempts(self, path: str, sha256: str) -> int:
        """How many tries this content under this path began and never ended."""
        with self._transaction(self._reader) as connection:
            return tries(connection, path, sha256)

    def add_attempt(self, path: str, sha256: str) -> int:
        """Count a try before it begins, so that one which kills the program is counted; `commit` forgets the count."""
        with self._transaction(self._writer) as connection:
            count = tries(connection, path, sha256) + 1
            row = {"path": shown(path), "sha256": sha256, "count": count}
            connection.execute(insert(attempts).values(row).on_conflict_do_update(index_elements=["path"], set_=row))
        self._tried.add(path)
        return count

    def clear_attempts(self, path: str) -> None:
        """Forget the tries of a path."""
        with self._transaction(self._writer) as connection:
            connection.execute(FORGET, {"at": shown(path)})
        self._tried.discard(path)

    def tidy(self) -> None:
        """Bring the write-ahead log into the file and cut it to nothing; a reader in the way makes it wait for the next time."""
        if self._writer is not None:
            with self._lock, self._faults(self._writer):
                sqlite.checkpoint(self._writer)

    def wal_bytes(self) -> int:
        """The size of the write-ahead log, which a long reader lets grow."""
        return sqlite.wal_bytes(self.file)

    # reading

    def known(self, extractor: str | None = None) -> dict[str, reading.KnownFile]:
        """Every live document, rejected ones too, by its system path; with `extractor`, what other rules read has no stat."""
        with self._transaction(self._reader) as connection:
            return reading.known(connection, extractor)

    def document(self, path: str) -> reading.StoredDocument | None:
        """The live document under a system path, else the one last removed from there."""
        with self._transaction(self._reader) as connection:
            return reading.document(connection, path)

    def snapshot(self, stored: reading.StoredDocument) -> Snapshot:
        """The last good snapshot of a document that has one (`stored.version > 0`)."""
        with self._transaction(self._reader) as connection:
            return reading.snapshot(connection, stored.id, stored.version, stored.path)

    def related(self, snapshot: Snapshot) -> list[KnownClaim]:
        """What other live documents claim now that may touch `snapshot`, oldest first."""
        with self._transaction(self._reader) as connection:
            return related.related(connection, self._remembered, snapshot)

    def earlier(self, stored: reading.StoredDocument) -> list[Earlier]:
        """What the versions of a document before its last stated."""
        with self._transaction(self._reader) as connection:
            return ledger.earlier(connection, stored.id, stored.version)

    def dates(self, days: set[str], path: str) -> list[Claim]:
        """What other live documents than `path` (a stored one) date now on one of these months and days ("12-14")."""
        with self._transaction(self._reader) as connection:
            return related.dates(connection, self._remembered, days, path)

    def claims(self, subject: str | None = None) -> list[KnownClaim]:
        """Claims of all versions about the subjects a person names so (all subjects for null), in the order they were learnt."""
        with self._transaction(self._reader) as connection:
            return list(ledger.about(connection, None if subject is None else ledger.named(connection, subject)))

    def entries(
        self, *, since: str | None = None, kind: str | None = None, subject: str | None = None, document: str | None = None,
        significant: float | None = None, after_seq: int = 0,
    ) -> Iterator[Json]:  # fmt: skip
        """Entries as the contract has them, by `seq`.

        `since` is RFC 3339 in UTC; `kind` may be a family ("figure"); `subject` an id or words of a name; `document` a path it
        has or had, or the end of one.
        """
        with self._transaction(self._reader) as connection:
            identity = None if document is None else reading.document_id(connection, document)
        if document is not None and identity is None:
            return
        while True:
            with self._transaction(self._reader) as connection:
                rows = reading.page(connection, after_seq, since=since, kind=kind, with_subject=subject is not None, document_id=identity)
            for seq, text in rows:
                after_seq = seq
                record = parsed(text)
                if (subject is None or reading.named(record, subject)) and (significant is None or record["significance"] >= significant):
                    yield record
            if len(rows) < reading.PAGE:
                return

    def lines(self, after_seq: int) -> list[tuple[int, str]]:
        """The next lines of the changelog after `after_seq`: at most a page of numbers and canonical texts."""
        with self._transaction(self._reader) as connection:
            return reading.page(connection, after_seq)

    def line(self, seq: int) -> str | None:
        """The canonical text of one entry."""
        found = [text for number, text in self.lines(seq - 1)[:1] if number == seq]
        return found[0] if found else None

    def last_entry(self) -> Json | None:
        """The newest entry; null where there is none."""
        with self._transaction(self._reader) as connection:
            row = chain.last(connection)
        return None if row is None else parsed(row.record)

    def counts(self) -> dict[str, int]:
        """How many documents (by state), versions, current claims and entries there are."""
        with self._transaction(self._reader) as connection:
            return reading.counts(connection)

    def versions(self, document: str) -> list[reading.VersionInfo]:
        """The versions of a document, first to last; empty for an unknown name."""
        with self._transaction(self._reader) as connection:
            identity = reading.document_id(connection, document)
            return [] if identity is None else reading.version_list(connection, identity)

    def text(self, document: str, version: int) -> str | None:
        """The text of one version of a document; null where there is none."""
        with self._transaction(self._reader) as connection:
            identity = reading.document_id(connection, document)
            return None if identity is None else reading.text(connection, identity, version)

    # the end

    def close(self) -> None:
        """Bring the log in and let go of the file; the store cannot be used after."""
        with suppress(StoreFault):  # the log stays beside the file and is read at the next start
            self.tidy()
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def tries(connection: Connection, path: str, sha256: str) -> int:
    """How many tries are counted for this content under this path."""
    return connection.execute(select(attempts.c.count).where(attempts.c.path == shown(path), attempts.c.sha256 == sha256)).scalar() or 0


def stat_row(stat: FileStat | None) -> Json:
    """The columns of a stat; null ones make the next rescan read the file again."""
    if stat is None:
        return dict.fromkeys(("size", "mtime_ns", "ctime_ns", "inode", "device"))
    return {"size": stat.size, "mtime_ns": stat.mtime_ns, "ctime_ns": stat.ctime_ns, "inode": str(stat.inode), "device": str(stat.device)}
