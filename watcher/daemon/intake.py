"""A batch of files that have settled -> the store: read safely, put in order, parse in child processes, record one by one.

In: paths that are there (new or changed) and paths that are missing. Out: `Batch`: what could not be judged now. New entries
go to `show` as they are recorded. Renames come first, then files in order of publication, then removals. The children are asked
twice: at first only for the dates, which give the order, then for the whole in that order, while what they gave is recorded. The
contents wait in a spool on disk, so ten thousand files take no more memory than ten.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
import time
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, BinaryIO, NamedTuple, cast

from watcher.daemon.reader import Job, Reader
from watcher.errors import Rejection
from watcher.extract import EXTRACTOR
from watcher.folder import Reading, Root, Unreadable, renames
from watcher.log import log
from watcher.model import Entry, FileEvent, FileStat, FoundBy
from watcher.outputs.changelog import Changelog
from watcher.pipeline import Outcome, order, take
from watcher.store import KnownFile, Store

TRIES = 3  # of reading one content, across restarts, before it is refused until it changes
IN_MEMORY = 16_000_000  # bytes of contents before they are spooled to disk
TOUCHED = 500  # stats that moved without the content, written in one transaction
TOGETHER = 40  # documents recorded in one transaction at most: one sync to the disk serves them all
TOGETHER_FOR = 0.5  # seconds after which such a transaction is closed
CAUGHT_UP = 1.0  # seconds between two writings of changelog.jsonl in a long batch


class Ticket(NamedTuple):
    """What is remembered of a file while it is read."""

    sha256: str
    stat: FileStat | None
    found_by: FoundBy
    bytes: int


@dataclass(slots=True)
class Found:
    """A file to record: where its content lies in the spool, or why it is refused."""

    path: str
    ticket: Ticket
    start: int = 0
    published: str | None = None
    refused: Rejection | None = None


@dataclass(slots=True)
class Batch:
    """What a batch left undone. `unsettled` changed while read, `again` failed to be read; `denied`, `unknown`: path -> reason, to be
    tried again later."""

    unsettled: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    denied: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    vanished: list[str] = field(default_factory=list)
    entries: int = 0
    taken: int = 0
    removed: int = 0


class Intake:
    """Takes batches in. `known` mirrors what the store knows of each file, so an unchanged file costs no query."""

    def __init__(
        self, root: Root, store: Store, reader: Reader, *, language: str, limit: int,
        show: Callable[[list[dict[str, Any]]], None], beat: Callable[[], None], stopping: Callable[[], bool],
        progress: Callable[[str, int, int], None] = lambda *_: None,
    ) -> None:  # fmt: skip
        self.root, self.store, self.reader = root, store, reader
        self.language, self.limit = language, limit
        self.known: dict[str, KnownFile] = store.known(EXTRACTOR)
        self._failing = store.failing()
        self.changelog = Changelog(store.state)
        self._show, self._beat, self._stopping, self._progress = show, beat, stopping, progress
        self._told = 0.0

    def catch_up(self) -> None:
        """Bring changelog.jsonl up to the store."""
        self._told = time.monotonic()
        self.changelog.catch_up(self.store)

    def close(self) -> None:
        self.reader.close()
        self.changelog.close()

    def take(self, present: dict[str, FoundBy], missing: dict[str, FoundBy], believe: Callable[[int], bool] = lambda _: True) -> Batch:
        """Record what became of these paths. `believe` is asked whether so many documents, renames left out, may be removed.

        Raises `StoreFault`; what was recorded before it stays, the rest can be given again.
        """
        batch = Batch()
        left = self._renamed(present, missing, batch) if missing else present
        gone = [path for path in missing if path in self.known]
        if gone and not believe(len(gone)):
            gone = []
        with tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(self.store.state)) as file:
            spool = cast("BinaryIO", file)
            found = self._ordered(left, spool, batch)
            with closing(self._outcomes(found, spool, batch)) as outcomes:
                self._record_all(outcomes, len(found), batch)
        for path in sorted(gone):
            if not self._stopping():
                self._removed(path, missing[path], batch)
                batch.removed += 1
        if batch.taken:
            self.catch_up()
        return batch

    def _renamed(self, present: dict[str, FoundBy], missing: Collection[str], batch: Batch) -> dict[str, FoundBy]:
        """Record what only moved; the paths that are left to read."""
        sizes = {stat.size for path in missing if path in self.known and (stat := self.known[path].stat) is not None}
        contents: dict[str, tuple[str, FileStat]] = {}
        for path in present:
            self._beat()
            seen = self.root.stat(path)
            if isinstance(seen, Unreadable) or not (path in self.known or seen.size in sizes):
                continue
            reading = self.root.read(path, self.limit)
            if isinstance(reading, Reading):
                contents[path] = (hashlib.sha256(reading.data).hexdigest(), reading.stat)
        moved = set()
        for old, new in renames(self.known, {path: sha256 for path, (sha256, _) in contents.items()}, missing):
            sha256, stat = contents[new]
            event = FileEvent(new, "renamed", present[new], old_path=old)
            started = time.perf_counter()
            entries = take(event, self.store, sha256=sha256, stat=stat, language=self.language)
            self.known[new] = self.known.pop(old)._replace(sha256=sha256, stat=stat)
            moved.add(new)
            self._tell(event, entries, batch, time.perf_counter() - started, outcome="renamed")
        return {path: found_by for path, found_by in present.items() if path not in moved}

    def _ordered(self, present: dict[str, FoundBy], spool: BinaryIO, batch: Batch) -> list[Found]:
        """The files whose content is not known, in the order in which they are to be recorded; a single one is not asked its date."""
        found: list[Found] = []
        jobs = self._jobs(present, spool, found, batch)
        if len(present) == 1:
            found += [job.ticket for job in jobs]
        else:
            with closing(self.reader.answers(jobs, beat=self._beat)) as answers:
                for answer in answers:
                    if answer is None:
                        continue
                    one: Found = answer.job.ticket
                    one.published = answer.published
                    if answer.failed is None or self._refused(one, answer.failed, batch):
                        found.append(one)
                        self._progress("reading", len(found), len(present))
        if self._stopping():
            return []
        return sorted(found, key=lambda one: order(one.published, one.path))

    def _outcomes(self, found: list[Found], spool: BinaryIO, batch: Batch) -> Generator[tuple[Found, Outcome] | None]:
        """Each file with what was read in it, in this order; null where the next one is still being read. What failed is left for
        another batch: nothing else waits for it."""
        jobs = (job_of(one, spool) for one in found if one.refused is None)
        with closing(self.reader.answers(jobs, beat=self._beat)) as answers:
            for one in found:
                if one.refused is None:
                    while (answer := next(answers)) is None:
                        yield None
                    if answer.failed is None:
                        yield one, pickle.loads(answer.outcome)  # noqa: S301  from our own child
                        continue
                    self._refused(one, answer.failed, batch)
                if one.refused is not None:
                    yield one, one.refused

    def _refused(self, one: Found, reason: str, batch: Batch) -> bool:
        """Count a reading that failed; true where that was the last, and the file is refused for good."""
        tries = self.store.add_attempt(one.path, one.ticket.sha256)
        self._failing[one.path] = (one.ticket.sha256, tries)
        log.warning("document.failed", path=one.path, reason=reason, tries=tries)
        if tries < TRIES:
            batch.again.append(one.path)
            return False
        one.refused = Rejection(one.path, f"{reason}; tried {tries} times")
        return True

    def _jobs(self, present: dict[str, FoundBy], spool: BinaryIO, found: list[Found], batch: Batch) -> Iterator[Job]:
        """The files whose content is not known, asked for their dates; each is read into the spool as a child has room for it. Those
        that are refused go to `found` at once."""
        touched: dict[str, FileStat] = {}
        for path, found_by in present.items():
            if self._stopping():
                break
            self._beat()
            outcome = self.root.read(path, self.limit)
            if isinstance(outcome, Unreadable):
                if (refused := self._unreadable(path, outcome, found_by, batch)) is not None:
                    found.append(refused)
                continue
            sha256 = hashlib.sha256(outcome.data).hexdigest()
            old = self.known.get(path)
            if old is not None and old.sha256 == sha256 and old.stat is not None:  # without a stat: other rules read it
                touched[path] = outcome.stat
                if len(touched) >= TOUCHED:
                    self._touch(touched)
                continue
            ticket = Ticket(sha256, outcome.stat, found_by, len(outcome.data))
            failed, tries = self._failing.get(path, ("", 0))
            if failed == sha256 and tries >= TRIES:
                found.append(Found(path, ticket, refused=Rejection(path, f"reading it failed {tries} times")))
                continue
            one = Found(path, ticket, spool.seek(0, 2))
            spool.write(outcome.data)
            yield Job(path, outcome.data, modified_of(outcome.stat), whole=False, ticket=one)
        self._touch(touched)

    def _touch(self, touched: dict[str, FileStat]) -> None:
        if touched:
            self.store.touch(touched)
            for path, stat in touched.items():
                self.known[path] = self.known[path]._replace(stat=stat)
            touched.clear()

    def _unreadable(self, path: str, why: Unreadable, found_by: FoundBy, batch: Batch) -> Found | None:
        if why.kind == "too-large":
            sha256 = hashlib.sha256(why.reason.encode()).hexdigest()
            old = self.known.get(path)
            if old is not None and old.sha256 == sha256 and why.stat is not None:
                self._touch({path: why.stat})
                return None
            return Found(path, Ticket(sha256, why.stat, found_by, 0), refused=Rejection(path, why.reason))
        if why.kind == "changed":
            batch.unsettled.append(path)
        elif why.kind == "denied":
            batch.denied[path] = why.reason
        elif why.kind == "unknown":
            batch.unknown[path] = why.reason
        elif path in self.known:
            batch.vanished.append(path)
        return None

    def _record_all(self, outcomes: Iterator[tuple[Found, Outcome] | None], total: int, batch: Batch) -> None:
        """Record what was read, some documents to a transaction, which is not kept open for one that is long in coming."""
        done = 0
        for first in outcomes:
            if self._stopping():
                return
            if first is None:
                continue
            following: tuple[Found, Outcome] | None = first
            taken: list[tuple[Found, Outcome, list[Entry], float]] = []
            opened = time.monotonic()
            with self.store.together():
                while following is not None:
                    started = time.perf_counter()
                    taken.append((*following, self._record(*following), time.perf_counter() - started))
                    together = len(taken) < TOGETHER and time.monotonic() - opened < TOGETHER_FOR
                    following = next(outcomes, None) if together else None
            for one, outcome, entries, seconds in taken:  # they are on the disk now
                self._recorded(one, outcome, entries, batch, seconds)
            done += len(taken)
            self._progress("recording", done, total)

    def _record(self, one: Found, outcome: Outcome) -> list[Entry]:
        event = FileEvent(one.path, "present", one.ticket.found_by)
        return take(event, self.store, outcome, sha256=one.ticket.sha256, stat=one.ticket.stat, language=self.language)

    def _recorded(self, one: Found, outcome: Outcome, entries: list[Entry], batch: Batch, seconds: float) -> None:
        ticket, rejected = one.ticket, isinstance(outcome, Rejection)
        self._failing.pop(one.path, None)
        self.known[one.path] = KnownFile(ticket.sha256, ticket.stat, "rejected" if rejected else "present")
        about = {"reason": outcome.reason} if isinstance(outcome, Rejection) else {"claims": len(outcome.claims)}
        event = FileEvent(one.path, "present", ticket.found_by)
        self._tell(event, entries, batch, seconds, outcome="rejected" if rejected else "taken", bytes=ticket.bytes, **about)

    def _removed(self, path: str, found_by: FoundBy, batch: Batch) -> None:
        started = time.perf_counter()
        event = FileEvent(path, "removed", found_by)
        entries = take(event, self.store, language=self.language)
        del self.known[path]
        self._tell(event, entries, batch, time.perf_counter() - started, outcome="removed")

    def _tell(self, event: FileEvent, entries: Iterable[Entry], batch: Batch, seconds: float, **about: Any) -> None:
        """One line of the log for each document, and its entries for whoever watches."""
        shown = [entry.as_dict() for entry in entries]
        batch.taken += 1
        batch.entries += len(shown)
        log.info(
            "document.processed", path=event.path, found_by=event.found_by, entries=len(shown),
            milliseconds=round(seconds * 1000, 1), **about,
        )  # fmt: skip
        if shown:
            self._show(shown)
        if time.monotonic() - self._told > CAUGHT_UP:
            self.catch_up()
        self._beat()


def job_of(one: Found, spool: BinaryIO) -> Job:
    """What was found, to be read as a whole."""
    spool.seek(one.start)
    return Job(one.path, spool.read(one.ticket.bytes), modified_of(one.ticket.stat), ticket=one)


def modified_of(stat: FileStat | None) -> str | None:
    """A file's own time in RFC 3339; None where no calendar holds it."""
    if stat is None:
        return None
    try:
        moment = datetime.fromtimestamp(stat.mtime_ns // 1_000_000_000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment.isoformat().replace("+00:00", "Z") if moment.year >= 1 else None
