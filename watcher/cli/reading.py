"""A file that the user names on the command line -> its snapshot. Stores nothing, watches nothing."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

from watcher.config import load
from watcher.documents import read
from watcher.errors import Rejection, UserError
from watcher.extract import extract
from watcher.model import Snapshot

REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EISDIR: "is a folder; name its files, or run: claimwatch run FOLDER --once",
    errno.EACCES: "may not be read: permission denied",
}


def outcome_of(file: Path) -> Snapshot | Rejection:
    """The snapshot of `file`, or why it cannot be read, whatever the file is or holds; a `UserError` where the settings do not hold."""
    limit = load().size_limit
    path = os.fsencode(file).decode("utf-8", "surrogateescape")  # whatever the locale says
    try:
        with file.open("rb") as stream:
            data = stream.read(limit + 1)
            modified = datetime.fromtimestamp(os.fstat(stream.fileno()).st_mtime, UTC)
    except OSError as error:
        return Rejection(path, REASONS.get(error.errno or 0, (error.strerror or "cannot be read").lower()))
    except (ValueError, OverflowError):  # a NUL in the name; a time no calendar holds
        return Rejection(path, "cannot be read: its name or time is not valid")
    if len(data) > limit:
        return Rejection(path, f"is larger than {limit} bytes, the size_limit")
    document = read(data, path=path, modified=modified.isoformat(timespec="seconds").replace("+00:00", "Z"))
    return document if isinstance(document, Rejection) else extract(document)


def snapshot_of(file: Path) -> Snapshot:
    """As `outcome_of`, but a file that cannot be read is the user's mistake."""
    outcome = outcome_of(file)
    if isinstance(outcome, Rejection):
        raise UserError(f"{outcome.path}: {outcome.reason}.")
    return outcome
