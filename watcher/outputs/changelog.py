"""`state/changelog.jsonl`: the changelog as a file people tail, one canonical JSON line an entry.

store -> file. A projection: the store is the truth, the file is caught up from it at start and after each batch. Its own last
line is the cursor, so a power cut between the two leaves nothing to reconcile; a torn last line is cut off, a file that does
not continue the store's chain is written anew beside itself and put in its place. Do not rotate it: copy it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import structlog

from watcher.errors import StateError
from watcher.store import Store, StoreFault
from watcher.store.faults import classify
from watcher.store.opening import sync_folder

FILE = "changelog.jsonl"
TAIL = 1 << 16  # bytes read from the end at a time, looking for the last line


class Changelog:
    """The file, open for appending. `catch_up` writes what it lacks."""

    def __init__(self, state: Path) -> None:
        self.file = state / FILE
        self._sink: Sink | None = None
        self._seq = 0

    def catch_up(self, store: Store) -> int:
        """Append the entries the file lacks, and sync: how many lines were written.

        Raises `StoreFault` where the disk does not take them (call again later), `StateError` where the file knows entries
        the store does not: then the database was put back in time by hand.
        """
        try:
            return self._catch_up(store)
        except OSError as error:
            self.close()  # what was written of a failed append is found out by reading the end again
            fault = classify(error)
            raise (fault or StoreFault("io", str(error))) from error

    def close(self) -> None:
        """Let go of the file."""
        if self._sink is not None:
            self._sink.close()
            self._sink = None

    def _catch_up(self, store: Store) -> int:
        if self._sink is None or not self._sink.is_still(self.file):
            self.close()
            self._seq = self._mend(store)
            self._sink = Sink(self.file)
        written = 0
        while lines := store.lines(self._seq):
            self._sink.write(text for _, text in lines)
            self._seq = lines[-1][0]
            written += len(lines)
        if written:
            self._sink.sync()
        return written

    def _mend(self, store: Store) -> int:
        """Cut a torn last line off; the number of the last entry the file holds, 0 for one that must be written anew."""
        line, whole = last_line(self.file)
        if whole is not None:
            os.truncate(self.file, whole)
        if line is None:
            return 0
        seq = seq_of(line)
        newest = store.last_entry()
        if seq is not None and newest is not None and seq <= newest["seq"] and store.line(seq) == line:
            return seq
        if seq is not None and (newest is None or seq > newest["seq"]):
            raise StateError(
                f"{self.file} knows entry {seq}, which the database beside it does not: the database was put back in time. "
                "Use `claimwatch restore FILE` to go back to a backup, or remove changelog.jsonl to accept what the database holds."
            )
        rewrite(self.file, store)
        newest = store.last_entry()
        return int(newest["seq"]) if newest else 0


class Sink:
    """Appends lines to a descriptor, through structlog: the canonical JSON of an entry is the line."""

    def __init__(self, file: Path) -> None:
        new = not file.exists()
        self._descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        if new:
            sync_folder(file.parent)
        self._identity = _identity(os.fstat(self._descriptor))
        self._pending: list[str] = []
        self._log: Any = structlog.wrap_logger(self, [entry_alone], structlog.BoundLogger, cache_logger_on_first_use=True)

    def msg(self, line: str) -> None:
        """What structlog calls with the line."""
        self._pending.append(line)

    def write(self, texts: Any) -> None:
        """Write these entries (canonical texts) with as few calls as the system allows."""
        for text in texts:
            self._log.msg(text)
        rest = memoryview("".join(line + "\n" for line in self._pending).encode("ascii"))
        self._pending.clear()
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]

    def sync(self) -> None:
        """Return when the lines would survive a power cut."""
        os.fsync(self._descriptor)

    def is_still(self, file: Path) -> bool:
        """Whether the path still leads to the file we write to."""
        try:
            return _identity(file.stat()) == self._identity
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Let go of the descriptor."""
        os.close(self._descriptor)


def entry_alone(_: object, __: str, event: Any) -> Any:
    """A processor: the entry is the whole line, without the level, time or name a log line has."""
    return event["event"]


def rewrite(file: Path, store: Store) -> None:
    """The whole changelog beside the old file, then in its place: a reader sees one or the other, never half."""
    temporary = file.with_name(file.name + ".new")
    temporary.unlink(missing_ok=True)
    sink, seq = Sink(temporary), 0
    try:
        while lines := store.lines(seq):
            sink.write(text for _, text in lines)
            seq = lines[-1][0]
        sink.sync()
    finally:
        sink.close()
    temporary.replace(file)
    sync_folder(file.parent)


def last_line(file: Path) -> tuple[str | None, int | None]:
    """The last whole line, and the length to cut the file to where half a line follows it; null where there is no such thing."""
    try:
        stream = file.open("rb")
    except FileNotFoundError:
        return None, None
    with stream:
        size = start = stream.seek(0, os.SEEK_END)
        tail = b""
        while start and tail.count(b"\n", 0, -1 if tail.endswith(b"\n") else None) < 2:
            start = max(0, start - TAIL)
            stream.seek(start)
            tail = stream.read(size - start)
    end = tail.rfind(b"\n") + 1
    whole = None if end == len(tail) else size - len(tail) + end
    lines = tail[:end].split(b"\n")
    return (lines[-2].decode("utf-8", "replace") if len(lines) > 1 else None), whole


def seq_of(line: str) -> int | None:
    """The number of the entry a line holds; null where it holds none."""
    try:
        seq = json.loads(line)["seq"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return seq if isinstance(seq, int) else None


def _identity(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_dev, stat.st_ino
