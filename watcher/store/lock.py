"""One writer a state folder: a lock the kernel lets go of when the process ends, however it ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType

from watcher.errors import StateError


class StateLock:
    """An advisory lock on `state/lock`, which holds the number of the process that has it."""

    def __init__(self, state: Path) -> None:
        self.file = state / "lock"
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock at once. Raises `StateError`, naming the process that has it."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self.file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        except OSError as error:
            reason = f"cannot be written to by user {os.getuid()} ({error.strerror})"
            raise StateError(f"The state folder {self.file.parent} {reason}.") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(descriptor, 32).decode("ascii", "replace").strip() or "unknown"
            os.close(descriptor)
            reason = f"Another claimwatch (process {holder}) is using the state folder {self.file.parent}"
            raise StateError(f"{reason}; stop it first.") from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go; harmless where the lock is not held. The file stays, for removing it would let two in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> StateLock:
        self.acquire()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()
