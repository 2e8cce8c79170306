"""A batch of files that have settled -> the store: read safely, parse in child processes, put in order, record one by one.

In: paths that are there (new or changed) and paths that are missing. Out: `Batch`: what could not be judged now. New entries
go to `show` as they are recorded. Renames come first, then files in order of publication, then removals. Parsed outcomes wait
in a spool on disk, so ten thousand files take no more memory than ten.
"""

from __future__ import annotations

import hashlib
import pickle
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, BinaryIO, NamedTuple, cast

from watcher.daemon.reader import Answer, Job, Reader
from watcher.errors import Rejection
from watcher.extract import EXTRACTOR
from watcher.folder import Reading, Root, Unreadable, renames
from watcher.log import log
from watcher.model import Entry, FileEvent, FileStat, FoundBy
from watcher.outputs.changelog import Changelog
from watcher.pipeline import Outcome, order, take
from watcher.store import KnownFile, Store

TRIES = 3  # of reading one content, across restarts, before it is refused until it changes
IN_MEMORY = 16_000_000  # bytes of parsed outcomes before they are spooled to disk
TOUCHED = 500  # stats that moved without the content, written in one transaction
TOGETHER = 40  # documents recorded in one transaction at most: one sync to the disk serves them all
TOGETHER_FOR = 0.5  # seconds after which such a transaction is closed
CAUGHT_UP = 1.0  # seconds between two writings of changelog.jsonl in a long batch


class Ticket(NamedTuple):
    """What is remembered of a file while it is parsed."""

    sha256: str
    stat: FileStat | None
    found_by: FoundBy
    bytes: int


@dataclass(slots=True)
class Parsed:
    """A parsed file in the spool, or a file that was refused before (`refused`)."""

    path: str
    ticket: Ticket
    published: str | None = None
    start: int = 0
    length: int = 0
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
            self._record_all(self._ordered(left, spool, batch), spool, batch)
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

    def _ordered(self, present: dict[str, FoundBy], spool: BinaryIO, batch: Batch) -> list[Parsed]:
        """Every file parsed, in the order in which they are to be recorded. A reading that failed is left for another batch: what
        was read meanwhile does not wait for it."""
        found: list[Parsed] = []
        for answer in self.reader.answers(self._jobs(present, found, batch), beat=self._beat):
            parsed = self._parsed(answer, spool)
            if parsed is None:
                batch.again.append(answer.job.path)
            else:
                found.append(parsed)
                self._progress("reading", len(found), len(present))
        if self._stopping():
            return []
        return sorted(found, key=lambda parsed: order(parsed.published, parsed.path))

    def _parsed(self, answer: Answer, spool: BinaryIO) -> Parsed | None:
        """A good answer goes to the spool; a failed one is None while it may be tried again, then refused for good."""
        job = answer.job
        if answer.failed is None:
            start = spool.seek(0, 2)
            spool.write(answer.outcome)
            return Parsed(job.path, job.ticket, answer.published, start, len(answer.outcome))
        tries = self.store.add_attempt(job.path, job.ticket.sha256)
        self._failing[job.path] = (job.ticket.sha256, tries)
        log.warning("document.failed", path=job.path, reason=answer.failed, tries=tries)
        if tries < TRIES and not self._stopping():
            return None
        return Parsed(job.path, job.ticket, refused=Rejection(job.path, f"{answer.failed}; tried {tries} times"))

    def _jobs(self, present: dict[str, FoundBy], found: list[Parsed], batch: Batch) -> Iterator[Job]:
        """The files whose content is not known, read one at a time as a child has room for them."""
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
                found.append(Parsed(path, ticket, refused=Rejection(path, f"reading it failed {tries} times")))
                continue
            yield Job(path, outcome.data, modified_of(outcome.stat), ticket)
        self._touch(touched)

    def _touch(self, touched: dict[str, FileStat]) -> None:
        if touched:
            self.store.touch(touched)
            for path, stat in touched.items():
                self.known[path] = self.known[path]._replace(stat=stat)
            touched.clear()

    def _unreadable(self, path: str, why: Unreadable, found_by: FoundBy, batch: Batch) -> Parsed | None:
        if why.kind == "too-large":
            sha256 = hashlib.sha256(why.reason.encode()).hexdigest()
            old = self.known.get(path)
            if old is not None and old.sha256 == sha256 and why.stat is not None:
                self._touch({path: why.stat})
                return None
            return Parsed(path, Ticket(sha256, why.stat, found_by, 0), refused=Rejection(path, why.reason))
        if why.kind == "changed":
            batch.unsettled.append(path)
        elif why.kind == "denied":
            batch.denied[path] = why.reason
        elif why.kind == "unknown":
            batch.unknown[path] = why.reason
        elif path in self.known:
            batch.vanished.append(path)
        return None

    def _record_all(self, found: list[Parsed], spool: BinaryIO, batch: Batch) -> None:
        """Record what was parsed, some documents to a transaction; a few alone are shown one by one."""
        at = 0
        while at < len(found) and not self._stopping():
            taken: list[tuple[Parsed, Outcome, list[Entry], float]] = []
            opened = time.monotonic()
            with self.store.together():
                while at < len(found) and len(taken) < TOGETHER and time.monotonic() - opened < TOGETHER_FOR:
                    started = time.perf_counter()
                    outcome = outcome_of(found[at], spool)
                    taken.append((found[at], outcome, self._record(found[at], outcome), time.perf_counter() - started))
                    at += 1
            for parsed, outcome, entries, seconds in taken:  # they are on the disk now
                self._recorded(parsed, outcome, entries, batch, seconds)
            self._progress("recording", at, len(found))

    def _record(self, parsed: Parsed, outcome: Outcome) -> list[Entry]:
        event = FileEvent(parsed.path, "present", parsed.ticket.found_by)
        return take(event, self.store, outcome, sha256=parsed.ticket.sha256, stat=parsed.ticket.stat, language=self.language)

    def _recorded(self, parsed: Parsed, outcome: Outcome, entries: list[Entry], batch: Batch, seconds: float) -> None:
        ticket, rejected = parsed.ticket, isinstance(outcome, Rejection)
        self._failing.pop(parsed.path, None)
        self.known[parsed.path] = KnownFile(ticket.sha256, ticket.stat, "rejected" if rejected else "present")
        about = {"reason": outcome.reason} if isinstance(outcome, Rejection) else {"claims": len(outcome.claims)}
        event = FileEvent(parsed.path, "present", ticket.found_by)
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


def outcome_of(parsed: Parsed, spool: BinaryIO) -> Outcome:
    """What was parsed, from the spool; the refusal of what could not be."""
    if parsed.refused is not None:
        return parsed.refused
    spool.seek(parsed.start)
    found: Outcome = pickle.loads(spool.read(parsed.length))  # noqa: S301  from our own child
    return found


def modified_of(stat: FileStat) -> str | None:
    """A file's own time in RFC 3339; None where no calendar holds it."""
    try:
        moment = datetime.fromtimestamp(stat.mtime_ns // 1_000_000_000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment.isoformat().replace("+00:00", "Z") if moment.year >= 1 else None
