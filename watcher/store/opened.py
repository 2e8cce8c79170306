"""An open store, as it is asked: transactions of one database connection for each side, and everything that only reads.

Every method raises `StoreFault` when the disk or the database fails; the connection is then opened anew and nothing is
remembered from before, so the same call may simply be made again while `fault.retry` holds.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from watcher.compare import Earlier
from watcher.model import Claim, Json, KnownClaim, Snapshot
from watcher.store import chain, ledger, reading, related, sqlite
from watcher.store.faults import StoreFault, classify
from watcher.store.gate import parsed, shown, system
from watcher.store.tables import attempts, meta


class Opened:
    """The reading side; `watcher.store.store.Store` writes as well. Safe to share between threads."""

    def __init__(self, state: Path, writer: Engine | None, reader: Engine) -> None:
        self.state = state
        self.file = state / sqlite.FILE
        self._writer, self._reader = writer, reader
        self._lock = threading.RLock()
        self._identity = sqlite.identity(self.file)
        self._view: Connection | None = None
        self._group: Connection | None = None
        self._remembered = related.Remembered()
        self.epoch = self.meta("epoch") or ""

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

    # questions

    def meta(self, key: str) -> str | None:
        """A word about the store itself."""
        with self._transaction(self._reader) as connection:
            return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()

    def failing(self) -> dict[str, tuple[str, int]]:
        """Contents whose try began and never ended: system path -> (sha256, how many tries)."""
        with self._transaction(self._reader) as connection:
            return {system(path): (sha256, tried) for path, sha256, tried in connection.execute(select(attempts))}

    def attempts(self, path: str, sha256: str) -> int:
        """How many tries this content under this path began and never ended."""
        with self._transaction(self._reader) as connection:
            return tries(connection, path, sha256)

    def wal_bytes(self) -> int:
        """The size of the write-ahead log, which a long reader lets grow."""
        return sqlite.wal_bytes(self.file)

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

    def heading(self, stored: reading.StoredDocument) -> reading.Heading:
        """What a heading says of the last good snapshot of a document that has one."""
        with self._transaction(self._reader) as connection:
            return reading.heading(connection, stored.id, stored.version)

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

    def tidy(self) -> None:
        """Bring the write-ahead log into the file and cut it to nothing; a reader in the way makes it wait for the next time."""
        if self._writer is not None:
            with self._lock, self._faults(self._writer):
                sqlite.checkpoint(self._writer)

    def close(self) -> None:
        """Bring the log in and let go of the file; the store cannot be used after."""
        with suppress(StoreFault):  # the log stays beside the file and is read at the next start
            self.tidy()
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def tries(connection: Connection, path: str, sha256: str) -> int:
    """How many tries are counted for this content under this path."""
    return connection.execute(select(attempts.c.count).where(attempts.c.path == shown(path), attempts.c.sha256 == sha256)).scalar() or 0
