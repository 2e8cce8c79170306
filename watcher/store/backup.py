"""A whole, consistent copy of the store in one file, and the store back from such a file.

`cp` of a database in use misses what its `-wal` holds, and a copy put over a file leaves the old `-wal` to be mixed in: hence
these two. A restored store bears a new epoch, so that no older file can pass for it.
"""

from __future__ import annotations

import os
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

from watcher.errors import StateError, UserError
from watcher.store import sqlite
from watcher.store.faults import classify
from watcher.store.lock import StateLock
from watcher.store.opening import sync_folder, write_marker

CHANGELOG = "changelog.jsonl"


def backup(state: Path, file: Path) -> None:
    """Copy the store of `state` into `file`, beside a daemon or not; `file` is there whole or not at all.

    Raises `StateError` where there is no store, `UserError` where `file` cannot be written.
    """
    source = state / sqlite.FILE
    if sqlite.is_blank(source):
        raise StateError(f"There is nothing in {state} to back up.")
    sqlite.inspect(source)
    if file.exists() and file.samefile(source):
        raise UserError(f"{file} is the store itself; name another file.")
    temporary = file.with_name(file.name + ".new")
    try:
        temporary.unlink(missing_ok=True)
        with closing(sqlite.connect(source, "ro")) as reader, closing(sqlite.connect(temporary, "rwc")) as writer:
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode=DELETE")
        _judge(temporary)
        _sync(temporary)
        temporary.replace(file)
        sync_folder(file.absolute().parent)
    except (OSError, sqlite3.Error) as error:
        temporary.unlink(missing_ok=True)
        raise UserError(f"The backup {file} could not be written: {classify(error) or error}") from error


def restore(file: Path, state: Path) -> None:
    """Make `state` what it was when `file` was written. The daemon must not be running.

    The changelog file beside the database is removed; it is written anew from the store at the next start.
    Raises `UserError` where `file` is no whole backup of ours, `StateError` where the state folder is in use or read-only.
    """
    if sqlite.is_blank(file):
        raise UserError(f"There is no backup in {file}.")
    with StateLock(state):
        target, temporary = state / sqlite.FILE, state / (sqlite.FILE + ".restoring")
        try:
            _clear(temporary)
            with closing(sqlite.connect(file, "immutable")) as reader, closing(sqlite.connect(temporary, "rwc")) as writer:
                reader.backup(writer)
                writer.execute("PRAGMA journal_mode=DELETE")
                epoch = str(uuid.uuid4())
                writer.execute("UPDATE meta SET value = ? WHERE key = 'epoch'", (epoch,))
            _judge(temporary)
            _sync(temporary)
            (state / CHANGELOG).unlink(missing_ok=True)
            _clear(target, whole=False)
            temporary.replace(target)
            sync_folder(state)
            write_marker(state, epoch)
        except (StateError, sqlite3.DatabaseError) as error:
            _clear(temporary)
            raise UserError(f"{file} is no whole backup of claimwatch: {error}") from error
        except OSError as error:
            _clear(temporary)
            raise StateError(f"{state} could not be restored: {classify(error) or error}") from error


def _judge(file: Path) -> None:
    """Raise `StateError` where a copy is not a whole store of ours."""
    if not sqlite.inspect(file):
        raise StateError(f"{file} holds no store.")
    with closing(sqlite.connect(file, "ro")) as connection:
        rows = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    if rows != ["ok"]:
        raise StateError(f"{file} is damaged: {rows[0]}")


def _clear(file: Path, *, whole: bool = True) -> None:
    """Remove what belongs to a database file: its logs, and with `whole` itself."""
    for ending in ("-wal", "-shm", "-journal", *([""] if whole else [])):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
