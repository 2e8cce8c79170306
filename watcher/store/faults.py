"""What a database error means for the one who waits: try again later, or stop loudly.

Disk full, read-only, locked and failed writes pass with time; a corrupt or vanished file does not.
"""

from __future__ import annotations

import errno
import sqlite3
from typing import Literal

from sqlalchemy.exc import DBAPIError

from watcher.errors import ClaimwatchError

FaultKind = Literal["disk-full", "read-only", "io", "busy", "gone", "corrupt"]
SENTENCES: dict[FaultKind, str] = {
    "disk-full": "The disk of the state folder is full; free some space, recording goes on by itself.",
    "read-only": "The state folder can no longer be written to; recording goes on by itself once it can.",
    "io": "The disk of the state folder failed to read or write; recording is tried again.",
    "busy": "The database is locked by another program; recording is tried again.",
    "gone": "The database was deleted or replaced while in use; stop, and restore a backup.",
    "corrupt": "The database is damaged; stop, and restore a backup (claimwatch restore FILE).",
}
BY_CODE: dict[int, FaultKind] = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_IOERR: "io",
    sqlite3.SQLITE_CANTOPEN: "io",
    sqlite3.SQLITE_PROTOCOL: "io",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
}


class StoreFault(ClaimwatchError):  # noqa: N818  a fault is the disk's, not an error of a call
    """The store cannot work now. `retry` says whether waiting helps; nothing of the failed transaction was recorded."""

    def __init__(self, kind: FaultKind, detail: str = "") -> None:
        super().__init__(SENTENCES[kind] + (f" ({detail})" if detail else ""))
        self.kind = kind

    @property
    def retry(self) -> bool:
        """Whether the same call may succeed later."""
        return self.kind not in {"gone", "corrupt"}


def classify(error: BaseException) -> StoreFault | None:
    """The fault behind an error of the database or the disk; null for an error that is a bug of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", None)
        kind = None if code is None else BY_CODE.get(code & 0xFF)
        return None if kind is None else StoreFault(kind, str(cause))
    if isinstance(cause, OSError):
        full = {errno.ENOSPC, errno.EDQUOT}
        shut = {errno.EROFS, errno.EACCES, errno.EPERM}
        kind = "disk-full" if cause.errno in full else "read-only" if cause.errno in shut else "io"
        return StoreFault(kind, str(cause.strerror))
    return None
