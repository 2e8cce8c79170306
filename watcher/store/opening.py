"""A state folder becomes an open store, or a sentence that says why it cannot be.

`state/claimwatch.db` the database, `state/epoch` the id that database was born (or restored) with. A folder that holds an
epoch or a changelog but no such database was emptied or swapped: starting anew there would report every claim as new.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from watcher import mounts
from watcher.errors import StateError
from watcher.store import sqlite
from watcher.store.faults import classify
from watcher.store.migrate import migrate
from watcher.store.store import Store

MARKER = "epoch"
MEND = "Restore a backup (claimwatch restore FILE), or name another state folder (--state DIR)."


def open_store(state: Path) -> Store:
    """The store of `state` for the one writer; made on a first run. The caller holds the `StateLock`.

    Raises `StateError` where the folder is read-only, the database damaged, emptied, replaced, not ours or too new.
    """
    _make_writable(state)
    file = state / sqlite.FILE
    if sqlite.is_blank(file):
        _refuse_emptied(state)
        schema = 0
    else:
        schema = sqlite.inspect(file)
        problems = sqlite.quick_check(file)
        if problems:
            raise StateError(f"{file} is damaged ({problems[0]}). {MEND}")
        _refuse_stale_log(file)
    engine, reader = sqlite.writing(file, wal=not mounts.is_network(mounts.kind_of(state))), sqlite.reading(file)
    try:
        if schema < sqlite.SCHEMA:
            migrate(engine)
        store = Store(state, engine, reader)
        _seal(state, store, new=schema == 0)
    except BaseException as error:
        engine.dispose()
        reader.dispose()
        fault = classify(error) if isinstance(error, Exception) else None
        if fault:
            raise StateError(f"{file} cannot be opened: {fault}") from error
        raise
    return store


def open_reading(state: Path) -> Store:
    """The store of `state` for a command that only reads, with or without a daemon beside it.

    Raises `StateError` where there is nothing to read, or it cannot be read.
    """
    file = state / sqlite.FILE
    if sqlite.is_blank(file):
        _refuse_emptied(state)
        raise StateError(f"There is nothing in {state} yet; run `claimwatch run FOLDER --state {state}` first.")
    if not os.access(file, os.R_OK):
        raise StateError(f"{file} cannot be read by user {os.getuid()}.")
    schema = sqlite.inspect(file)
    if schema < sqlite.SCHEMA:
        raise StateError(f"{file} was written by an older version; `claimwatch run` brings it up to date.")
    reader = sqlite.reading(file)
    try:
        return Store(state, None, reader)
    except BaseException:
        reader.dispose()
        raise


def write_marker(state: Path, epoch: str) -> None:
    """Write the epoch beside the database, whole or not at all."""
    temporary = state / (MARKER + ".new")
    with temporary.open("w", encoding="ascii") as stream:
        stream.write(epoch + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(state / MARKER)
    sync_folder(state)


def sync_folder(folder: Path) -> None:
    """Make names that were just written or removed in `folder` survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make_writable(state: Path) -> None:
    try:
        state.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StateError(f"The state folder {state} cannot be made ({error.strerror}).") from error
    file = state / sqlite.FILE
    for place in (state, file):
        if place.exists() and not os.access(place, os.W_OK):
            raise StateError(f"{place} cannot be written to by user {os.getuid()}; name another state folder (--state DIR).")


def _refuse_emptied(state: Path) -> None:
    """A database that is gone or has no length is a first run only where nothing else tells of an earlier one."""
    log = state / "changelog.jsonl"
    if (state / MARKER).exists() or (log.exists() and log.stat().st_size):
        raise StateError(f"The database {state / sqlite.FILE} was emptied or deleted, but {state} tells of an earlier one. {MEND}")


def _refuse_stale_log(file: Path) -> None:
    """A `-wal` left by one database over the file of another would silently show a mixture of both."""
    if not sqlite.wal_bytes(file):
        return
    whole, alone = _birth(file, "ro"), _birth(file, "immutable")
    if whole is None or alone is None or whole == alone:  # null: being made, or mid-checkpoint; the checks before this one judged that
        return
    raise StateError(f"{file} was put over the {file.name}-wal of another database; restore with `claimwatch restore FILE`.")


def _birth(file: Path, mode: sqlite.Mode) -> str | None:
    try:
        with closing(sqlite.connect(file, mode)) as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = 'epoch'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return row[0] if row else None


def _seal(state: Path, store: Store, *, new: bool) -> None:
    """A new database is checkpointed and its epoch written beside it; a known one must bear the epoch that stands there."""
    marker = state / MARKER
    if new:
        store.tidy()
    if not marker.exists():
        write_marker(state, store.epoch)
    elif marker.read_text(encoding="ascii", errors="replace").strip() != store.epoch:
        raise StateError(f"The database in {state} is not the one that was used there last. {MEND}")
