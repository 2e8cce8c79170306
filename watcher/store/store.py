"""The store: one file event is one transaction, and doing it twice changes nothing.

    commit(Taken) -> entries      document, version, claims and changelog entries, together or not at all
    what only reads               see `watcher.store.opened`

Every method raises `StoreFault` when the disk or the database fails; the connection is then opened anew and nothing is
remembered from before, so the same call may simply be made again while `fault.retry` holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, delete, update
from sqlalchemy.dialects.sqlite import insert

from watcher.model import Change, DocumentVersion, Entry, FileEvent, FileStat, Json, KnownClaim, Snapshot
from watcher.store import chain, ledger, reading
from watcher.store.gate import clean, shown, spelt
from watcher.store.opened import Opened, tries
from watcher.store.records import claim_from
from watcher.store.sqlite import insertion, write
from watcher.store.tables import attempts, documents, meta, versions

ADD_DOCUMENT, ADD_VERSION = insertion(documents, "id"), insertion(versions, "id")
MOVE_DOCUMENT = update(documents).where(documents.c.id == bindparam("identity"))
NO_CLAIMS = '"claims":[]'  # in canonical text only ever the key: inside a string the quotes are escaped
FORGET = delete(attempts).where(attempts.c.path == bindparam("at"))


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Taken:
    """What one file event does to the store.

    `stored` is the document it was decided on (null for a new one); `state` what it is from now on; `snapshot` a new version,
    or null where the current one stays; `baseline` another snapshot that goes in before it (the same text by new rules);
    `changes` become entries, in this order. Paths inside snapshots and changes are stored ones (`gate.shown`). The records are
    made once, for the check and for the writing.
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

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The new versions, in their order."""
        return tuple(snapshot for snapshot in (self.baseline, self.snapshot) if snapshot is not None)

    @cached_property
    def records(self) -> tuple[Json, ...]:
        """The new versions as JSON."""
        return tuple(snapshot.as_dict() for snapshot in self.snapshots)


class Store(Opened):
    """An open store that can be written to; see `watcher.store.open_store` and `open_reading`."""

    def __init__(self, state: Path, writer: Engine | None, reader: Engine, clock: Callable[[], datetime] = now) -> None:
        super().__init__(state, writer, reader)
        self._clock = clock
        self._tried = set(self.failing())

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
            version = first + len(taken.snapshots)
            identity = self._write_document(connection, taken, version)
            if taken.stored:
                self._remembered.forget(connection, identity)
            for number, (snapshot, record) in enumerate(zip(taken.snapshots, taken.records, strict=True), first + 1):
                self._write_version(connection, identity, number, snapshot, record)
            if not taken.snapshots:
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
            return write(connection, ADD_DOCUMENT, [{"sha256": None} | row])
        connection.execute(MOVE_DOCUMENT, row | {"identity": taken.stored.id})
        return taken.stored.id

    def _write_version(self, connection: Connection, identity: int, version: int, snapshot: Snapshot, made: Json) -> None:
        record, text, texts = snapshot_spelt(made)
        if version > 1:
            ledger.retire(connection, identity)
            self._remembered.forget(connection, identity)
        row = {name: record["document"][name] for name in ("path", "sha256", "title", "published")} | {
            "document_id": identity,
            "version": version,
            "extractor": snapshot.extractor,
            "taken_at": self._stamp(),
            "text": clean(snapshot.document.text),
            "snapshot": text,
        }
        number = write(connection, ADD_VERSION, [row])
        first = ledger.add(connection, number, record["claims"], texts, snapshot.claims)
        place = DocumentVersion(row["path"], version)
        for at, claim in enumerate(record["claims"], first):  # as it would be read again
            self._remembered.add(at, KnownClaim(claim_from(claim), place, row["published"], number), identity)

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

    def set_meta(self, key: str, value: str) -> None:
        """Keep a word about the store itself."""
        with self._transaction(self._writer) as connection:
            row = insert(meta).values(key=key, value=value)
            connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))

    def add_attempt(self, path: str, sha256: str) -> int:
        """Count a try before it begins, so that one which kills the program is counted; `commit` forgets the count."""
        with self._transaction(self._writer) as connection:
            count = tries(connection, path, sha256) + 1
            row = {"path": shown(path), "sha256": sha256, "count": count}
            connection.execute(insert(attempts).values(row).on_conflict_do_update(index_elements=["path"], set_=row))
        self._tried.add(path)
        return count


def snapshot_spelt(made: Json) -> tuple[Json, str, list[str]]:
    """A snapshot as it is stored: cleaned, its canonical text, and those of its claims, of which it is put together."""
    about, text = spelt(made | {"claims": []})
    claims = [spelt(claim) for claim in made["claims"]]
    texts = [claim for _, claim in claims]
    record = about | {"claims": [claim for claim, _ in claims]}
    return record, text.replace(NO_CLAIMS, f'"claims":[{",".join(texts)}]', 1), texts


def stat_row(stat: FileStat | None) -> Json:
    """The columns of a stat; null ones make the next rescan read the file again."""
    if stat is None:
        return dict.fromkeys(("size", "mtime_ns", "ctime_ns", "inode", "device"))
    return {"size": stat.size, "mtime_ns": stat.mtime_ns, "ctime_ns": stat.ctime_ns, "inode": str(stat.inode), "device": str(stat.device)}
