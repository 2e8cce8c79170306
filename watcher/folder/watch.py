"""Hints from the kernel, by way of watchdog: which paths may have changed. They hurry the rescan on, they never replace it.

In: the folder, and a folder of ours for the canary. Out: `Hints`, coalesced and bounded, and `problem()`: why events cannot
be trusted now. watchdog's `is_alive()` proves little (a thread may be dead beside it), it swallows a limit on watches below
the root, and the kernel drops events when its queue is full; so threads, watches and the canary are checked from outside.
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

MOST = 50_000  # paths held as hints; beyond it the whole folder is looked at instead
KINDS: list[type[FileSystemEvent]] = [
    DirCreatedEvent, DirDeletedEvent, DirMovedEvent,
    FileAttribEvent, FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent,
]  # fmt: skip
CANARY = "canary"
DESCRIPTORS = Path("/proc/self/fd")


@dataclass(slots=True)
class Hints:
    """Paths below the root: files that may have changed, folders that came, went or moved. `lost`: some were dropped."""

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    lost: bool = False
    events: int = 0


class Watch:
    """Events of one folder. `wake()` is called from another thread whenever a hint is there to be taken; it must not block."""

    def __init__(self, root: Path, nest: Path, wake: Callable[[], None]) -> None:
        self.root = os.fsdecode(root)
        self.canary = nest / CANARY
        self._wake = wake
        self._lock = threading.Lock()
        self._hints = Hints()
        self._observer: BaseObserver | None = None
        self._heard = threading.Event()
        self._failed: str | None = None
        self._alarm = _Alarm(self._lost)

    def start(self) -> None:
        """Begin; raises OSError where the kernel gives no instance or no watch of the root."""
        self.canary.parent.mkdir(parents=True, exist_ok=True)
        self.canary.touch()
        logging.getLogger("watchdog").addHandler(self._alarm)
        logging.getLogger("watchdog").propagate = False
        observer = Observer()
        try:
            observer.schedule(_Listener(self._hear), self.root, recursive=True, event_filter=KINDS)
            observer.schedule(_Listener(self._sing), os.fsdecode(self.canary.parent), event_filter=KINDS)
            observer.start()
        except BaseException:
            with contextlib.suppress(Exception):
                observer.stop()
                observer.unschedule_all()
            raise
        self._observer = observer

    def stop(self) -> None:
        logging.getLogger("watchdog").removeHandler(self._alarm)
        observer, self._observer = self._observer, None
        if observer is not None:
            with contextlib.suppress(Exception):
                observer.stop()
                observer.join(5)

    def take(self) -> Hints:
        """The hints since the last call."""
        with self._lock:
            taken, self._hints = self._hints, Hints()
        return taken

    def poke(self) -> None:
        """Make the canary sing: an event of our own that must come back through the same threads as the others."""
        self._heard.clear()
        with self.canary.open("r+b") as file:
            file.write(b".")

    def sang(self) -> bool:
        """Whether the canary has been heard since it was poked."""
        return self._heard.is_set()

    def problem(self) -> str | None:
        """Why no event can be expected any more: a thread that ended, or an error in one; None where all is well."""
        observer = self._observer
        if self._failed is not None:
            return self._failed
        if observer is None:
            return "not started"
        if not observer.is_alive():
            return "the thread that hands out events ended"
        if len(observer.emitters) < 2 or not all(emitter.is_alive() for emitter in observer.emitters):
            return "a thread that gathers events ended"
        return None

    def watches(self) -> int | None:
        """Folders that the kernel watches for us, the canary's left out; None where the system does not tell."""
        return None if (held := _watches_held()) is None else max(0, held - 1)

    def _hear(self, event: FileSystemEvent) -> None:
        for source in (event.src_path, getattr(event, "dest_path", "")):
            path = os.fsdecode(source)
            if not path.startswith(self.root + "/"):
                if path == self.root:
                    self._add("", folder=True)
                continue
            self._add(path[len(self.root) + 1 :], folder=event.is_directory)

    def _add(self, path: str, *, folder: bool) -> None:
        with self._lock:
            hints = self._hints
            hints.events += 1
            if len(hints.files) + len(hints.folders) >= MOST:
                hints.lost = True
            else:
                (hints.folders if folder else hints.files).add(path)
        self._wake()

    def _sing(self, event: FileSystemEvent) -> None:
        if os.fsdecode(event.src_path).endswith("/" + CANARY):
            self._heard.set()

    def _lost(self, reason: str) -> None:
        with self._lock:
            self._hints.lost = True
        if "overflow" not in reason.lower():
            self._failed = reason
        self._wake()


class _Listener(FileSystemEventHandler):
    """Hands each event on. An exception here would end watchdog's thread, so none leaves."""

    def __init__(self, hear: Callable[[FileSystemEvent], None]) -> None:
        self._then = hear

    def dispatch(self, event: FileSystemEvent) -> None:
        with contextlib.suppress(Exception):  # the rescan finds what is missed here
            self._then(event)


class _Alarm(logging.Handler):
    """watchdog tells of a full kernel queue, and of errors of its own, by its log alone."""

    def __init__(self, lost: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._then = lost

    def emit(self, record: logging.LogRecord) -> None:
        self._then(record.getMessage())


def _watches_held() -> int | None:
    """How many watches this process holds, as the kernel counts them."""
    held = 0
    try:
        for descriptor in DESCRIPTORS.iterdir():
            with contextlib.suppress(FileNotFoundError):  # closed meanwhile
                if str(descriptor.readlink()) == "anon_inode:inotify":
                    held += (DESCRIPTORS.with_name("fdinfo") / descriptor.name).read_text().count("inotify wd:")
    except OSError:
        return None
    return held
