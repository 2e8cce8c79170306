"""The watched folder, opened so that nothing outside it can be reached: looks, stats and reads.

In: the folder's path. Out: `Look` (every article with its stat), or `Reading`/`Unreadable` of one. Each part of a path is
opened below the one before without following links, so neither a symbolic link nor a swap in mid-way leads outside; files
are opened without blocking and must prove to be regular. What cannot be seen is said to be unknown, never to be gone.
"""

from __future__ import annotations

import errno
import os
import stat as modes
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from watcher.folder.names import Names
from watcher.model import FileStat

FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
DEEPEST = 64  # levels of folders; each level holds one descriptor while a look goes on
ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})
LINKED = frozenset({errno.ELOOP, errno.ENXIO, errno.ENODEV})  # a symbolic link, a socket, a device without a driver
CHUNK = 1 << 20

Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """The bytes of a file that did not change while it was read."""

    data: bytes
    stat: FileStat


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file gave no bytes. `kind` decides what follows: `too-large` is rejected, the rest is left as it was."""

    kind: Literal["gone", "changed", "denied", "too-large", "special", "unknown"]
    reason: str
    stat: FileStat | None = None


@dataclass(slots=True)
class Look:
    """What one walk through the folder, or a part of it, saw. `identity` is None where the folder itself is missing."""

    identity: Identity | None = None
    files: dict[str, FileStat] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)  # path of a folder or file that could not be seen -> why; "" is the root
    folders: int = 0
    special: int = 0  # links, pipes, sockets and devices that were passed over
    seconds: float = 0.0  # of processor time

    def hidden(self, path: str) -> bool:
        """Whether `path` lies where this look could not see."""
        if not self.unknown:
            return False
        return "" in self.unknown or path in self.unknown or any(path[:at] in self.unknown for at, sign in enumerate(path) if sign == "/")


class Root:
    """The watched folder. `excluded` are identities of folders below it that are ours (the state), never entered."""

    def __init__(self, path: Path, names: Names, *, excluded: frozenset[Identity] = frozenset()) -> None:
        self.path = path
        self.names = names
        self.excluded = excluded

    def identity(self) -> Identity | None:
        """Device and inode of what stands at the path now; None where no folder does."""
        try:
            seen = os.stat(self.path)  # noqa: PTH116  the user may name the folder by a link, so it is followed
        except OSError:
            return None
        return (seen.st_dev, seen.st_ino) if modes.S_ISDIR(seen.st_mode) else None

    def look(self, below: str = "", *, pause: Callable[[], bool] = lambda: False) -> Look:
        """Walk the folder, or the part `below`; stops early, with the root unknown, where `pause()` says so."""
        seen = Look()
        started = time.process_time()
        try:
            top = os.open(self.path, FOLDER_FLAGS & ~os.O_NOFOLLOW)
        except OSError as error:
            seen.unknown[""] = _reason(error)
            return seen
        here = os.fstat(top)
        seen.identity = (here.st_dev, here.st_ino)
        try:
            inner = self._descend(top, below.split("/") if below else [])
        except OSError as error:
            if error.errno not in ABSENT | LINKED:
                seen.unknown[below] = _reason(error)
        else:
            self._walk(inner, below, seen, pause)
        seen.seconds = time.process_time() - started
        return seen

    def _walk(self, top: int, below: str, seen: Look, pause: Callable[[], bool]) -> None:
        """Depth first, one open descriptor for each level; `stack` holds the folders on the way down and what is left of each."""
        stack = [(top, below, iter(self._list(top, below, seen)))]
        while stack:
            folder, path, left = stack[-1]
            name = next(left, None)
            if name is None or pause():
                os.close(folder)
                stack.pop()
                if name is not None:
                    seen.unknown[""] = "the look was broken off"
                continue
            inner = f"{path}/{name}" if path else name
            if len(stack) >= DEEPEST:
                seen.unknown[inner] = f"lies deeper than {DEEPEST} folders"
                continue
            try:
                opened = os.open(name, FOLDER_FLAGS, dir_fd=folder)
            except OSError as error:
                if error.errno not in ABSENT | LINKED:
                    seen.unknown[inner] = _reason(error)
                continue
            stack.append((opened, inner, iter(self._list(opened, inner, seen))))

    def _list(self, folder: int, path: str, seen: Look) -> list[str]:
        """Note the articles of one folder; the names of the folders in it that are to be entered."""
        own = os.fstat(folder)
        if (own.st_dev, own.st_ino) in self.excluded:
            return []
        seen.folders += 1
        inner: list[str] = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        if self.names.folder(entry.name, f"{path}/{entry.name}" if path else entry.name):
                            inner.append(entry.name)
                    else:
                        self._note(entry, f"{path}/{entry.name}" if path else entry.name, seen)
        except OSError as error:
            seen.unknown[path] = _reason(error)
            return []
        return sorted(inner)

    def _note(self, entry: os.DirEntry[str], path: str, seen: Look) -> None:
        if not self.names.file(entry.name, path):
            return
        try:
            found = entry.stat(follow_symlinks=False)
        except OSError as error:
            if error.errno not in ABSENT:
                seen.unknown[path] = _reason(error)
            return
        if modes.S_ISREG(found.st_mode):
            seen.files[path] = stat_of(found)
        else:
            seen.special += 1

    def _descend(self, top: int, parts: list[str]) -> int:
        """The descriptor of the folder at `parts` below `top`, which is closed; raises OSError."""
        here = top
        for part in parts:
            try:
                inner = os.open(part, FOLDER_FLAGS, dir_fd=here)
            finally:
                os.close(here)
            here = inner
            own = os.fstat(here)
            if (own.st_dev, own.st_ino) in self.excluded:
                os.close(here)
                raise OSError(errno.ENOENT, "is the state of claimwatch")
        return here

    def stat(self, path: str) -> FileStat | Unreadable:
        """The stat of the article at `path`, or why there is none."""
        try:
            *folders, name = path.split("/")
            folder = self._descend(os.open(self.path, FOLDER_FLAGS & ~os.O_NOFOLLOW), folders)
            try:
                found = os.stat(name, dir_fd=folder, follow_symlinks=False)
            finally:
                os.close(folder)
        except OSError as error:
            return self._unreadable(error)
        return stat_of(found) if modes.S_ISREG(found.st_mode) else Unreadable("special", "is not a regular file")

    def read(self, path: str, limit: int) -> Reading | Unreadable:
        """The bytes of the article at `path`, at most `limit` of them; `changed` where it did not stand still meanwhile."""
        if not self.names.path(path):
            return Unreadable("special", "is not an article of this folder")
        try:
            *folders, name = path.split("/")
            folder = self._descend(os.open(self.path, FOLDER_FLAGS & ~os.O_NOFOLLOW), folders)
            try:
                opened = os.open(name, FILE_FLAGS, dir_fd=folder)
            finally:
                os.close(folder)
            try:
                return _read_open(opened, limit)
            finally:
                os.close(opened)
        except OSError as error:
            return self._unreadable(error)

    def _unreadable(self, error: OSError) -> Unreadable:
        if error.errno in ABSENT:
            missing = self.identity() is None
            return Unreadable("unknown", "the watched folder is missing") if missing else Unreadable("gone", "is no longer there")
        if error.errno in LINKED:
            return Unreadable("special", "is not a regular file")
        if error.errno in (errno.EACCES, errno.EPERM):
            return Unreadable("denied", "may not be read: permission denied")
        return Unreadable("unknown", _reason(error))


def _read_open(opened: int, limit: int) -> Reading | Unreadable:
    before = os.fstat(opened)
    if not modes.S_ISREG(before.st_mode):
        return Unreadable("special", "is not a regular file")
    if before.st_size > limit:
        return Unreadable("too-large", f"is larger than {limit} bytes, the size_limit", stat_of(before))
    data = b"".join(_chunks(opened, before.st_size + 1))
    after = stat_of(os.fstat(opened))
    if after != stat_of(before) or len(data) != before.st_size:
        return Unreadable("changed", "changed while it was read", after)
    return Reading(data, after)


def _chunks(opened: int, most: int) -> Iterator[bytes]:
    while most > 0 and (chunk := os.read(opened, min(CHUNK, most))):
        most -= len(chunk)
        yield chunk


def stat_of(found: os.stat_result) -> FileStat:
    return tuple.__new__(FileStat, (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
