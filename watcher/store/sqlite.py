"""The database file: opened so that a power cut loses nothing, and refused where it is not what we left.

state folder -> engines (one to write, one to read). Facts behind the rules, each measured: `synchronous=NORMAL` loses
acknowledged rows in a power cut, FULL does not; a read that turns into a write ignores the busy timeout, so every write begins
IMMEDIATE; a zero-length file opens as a new empty database; `immutable=1` does not see what a `-wal` holds.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.pool import StaticPool

from watcher.errors import StateError
from watcher.model import Json

FILE = "claimwatch.db"
APPLICATION_ID = 0x434C4D57  # "CLMW": tells our database from any other, and from an emptied one
SCHEMA = 2  # the newest migration; kept in PRAGMA user_version
HEADER = b"SQLite format 3\x00"
BUSY_SECONDS = 10
CACHE = 16 * 1024 * 1024  # bytes of pages the writer keeps: what forty documents change, which in 2 MB spills into the log twice over
WAL_KEPT = 16 * 1024 * 1024  # bytes a WAL keeps on disk after a checkpoint
WHOLE_CHECK = 256 * 1024 * 1024  # a larger database has its small tables checked at start, the rest by the integrity job
PROBE = "SELECT count(*) FROM sqlite_master"

Mode = Literal["rwc", "rw", "ro", "immutable"]


def connect(file: Path, mode: Mode) -> sqlite3.Connection:
    """A plain connection; `immutable` reads the main file alone, as if no `-wal` stood beside it."""
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    return sqlite3.connect(
        f"file:{quote(os.fsencode(file.absolute()))}?{query}", uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )


def writing(file: Path, *, wal: bool) -> Engine:
    """The engine of the one writer. `wal` is false on a file system whose shared memory cannot be trusted."""

    def open_file() -> sqlite3.Connection:
        return _told(
            connect(file, "rwc"),
            f"PRAGMA journal_mode={'WAL' if wal else 'DELETE'}",
            "PRAGMA synchronous=FULL",
            "PRAGMA foreign_keys=ON",
            f"PRAGMA cache_size=-{CACHE // 1024}",
            f"PRAGMA journal_size_limit={WAL_KEPT}",
        )

    return _engine(open_file, "BEGIN IMMEDIATE")


def reading(file: Path) -> Engine:
    """An engine that never writes. Beside a daemon it sees what is committed.

    A database that was closed cleanly and lies where we may not write opens as immutable; never where a `-wal` is
    present, for an immutable opening would silently show what stood before it.
    """

    def open_file() -> sqlite3.Connection:
        try:
            return _told(connect(file, "ro"), PROBE)
        except sqlite3.OperationalError:
            if wal_bytes(file) or not file.exists():
                raise
            return _told(connect(file, "immutable"), PROBE)

    return _engine(open_file, "BEGIN")


def _told(connection: sqlite3.Connection, *statements: str) -> sqlite3.Connection:
    """The connection with these run; closed where one fails, for what is not a database says so only now."""
    try:
        for statement in statements:
            connection.execute(statement).fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _engine(open_file: object, begin: str) -> Engine:
    engine = create_engine("sqlite://", creator=open_file, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def start(connection: object) -> None:
        connection.exec_driver_sql(begin)  # type: ignore[attr-defined]

    return engine


def rows(connection: Connection, statement: str, values: Sequence[Any]) -> list[Any]:
    """All rows of a statement, `?` for each value: several times quicker than the same by SQLAlchemy, for what every document asks."""
    driver: Any = connection.connection.driver_connection
    found: list[Any] = driver.execute(statement, values).fetchall()
    return found


def write(connection: Connection, statement: str, values: Sequence[Json]) -> int:
    """Run a statement (`:name` for each value) for each of these rows, with as little between as `rows`; the number of the last
    row it added where there is but one."""
    driver: Any = connection.connection.driver_connection
    if len(values) == 1:
        return int(driver.execute(statement, values[0]).lastrowid or 0)
    driver.executemany(statement, values)
    return 0


def insertion(table: Table, but: str = "") -> str:
    """The statement that adds a row to a table, all columns named but the one that numbers itself."""
    names = [column.name for column in table.columns if column.name != but]
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)})"  # noqa: S608  our own


def checkpoint(engine: Engine) -> None:
    """Bring the write-ahead log into the file, outside any transaction; a reader in the way leaves it as it is, at once."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA busy_timeout=0")  # waiting for a long reader would hold recording off
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            cursor.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")
    finally:
        raw.close()


def wal_bytes(file: Path) -> int:
    """The size of the write-ahead log beside a database; 0 where there is none."""
    try:
        return file.with_name(file.name + "-wal").stat().st_size
    except FileNotFoundError:
        return 0


def identity(file: Path) -> tuple[int, int] | None:
    """Device and inode behind a path; null where nothing stands there."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def is_blank(file: Path) -> bool:
    """Whether there is nothing to open: no file, or one of no length, which SQLite would take for a new database."""
    try:
        return file.stat().st_size == 0
    except FileNotFoundError:
        return True


def inspect(file: Path) -> int:
    """The schema of an existing database: 0 for one whose making was cut short. Raises `StateError` for what is not ours."""
    with file.open("rb") as stream:
        if stream.read(len(HEADER)) != HEADER:
            raise StateError(f"{file} is damaged: it does not begin like a database. Restore a backup (claimwatch restore FILE).")
    try:
        with closing(_told(connect(file, "rw" if os.access(file, os.W_OK) else "ro"), PROBE)) as connection:
            owner = connection.execute("PRAGMA application_id").fetchone()[0]
            schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise StateError(f"{file} cannot be opened: {error}. Restore a backup (claimwatch restore FILE).") from error
    if owner != APPLICATION_ID and (owner or tables):
        raise StateError(f"{file} is a database of another program; name another state folder (--state DIR).")
    if schema > SCHEMA:
        raise StateError(f"{file} was written by a newer claimwatch (schema {schema}, this one knows {SCHEMA}); install that one.")
    return schema


def quick_check(file: Path) -> list[str]:
    """What SQLite finds wrong with the file, empty where it is whole. It raises on some damage; that is a finding too."""
    try:
        with closing(connect(file, "ro")) as connection:
            tables = [""] if file.stat().st_size <= WHOLE_CHECK else ["(documents)", "(names)", "(attempts)", "(meta)"]
            rows = [row[0] for table in tables for row in connection.execute(f"PRAGMA quick_check{table}")]
    except (sqlite3.DatabaseError, OSError) as error:
        return [str(error)]
    return [row for row in rows if row != "ok"]


def version_note(version: str = sqlite3.sqlite_version) -> str | None:
    """A sentence where this SQLite has the WAL-reset bug (3.7.0 to 3.51.2): it needs two writers, and we only ever open one."""
    numbers = tuple(int(part) for part in version.split("."))
    backported = numbers[:2] in {(3, 44), (3, 50)} and numbers[2] >= {44: 6, 50: 7}[numbers[1]]
    if backported or numbers >= (3, 51, 3) or numbers < (3, 7, 0):
        return None
    return f"SQLite {version} can damage a database that two programs write to at once; let only claimwatch write to it."
