"""Whether everything kept is whole: each fault is found and named.

state folder -> findings (`path` the place, `reason` a sentence), none where all is well. Reads only, beside a daemon or not.
What is proved: the file (integrity check), the chain of the changelog (numbers, hashes, columns), that every entry stands in
a version that holds what it tells (replay), that each version's claims are in the ledger, and `changelog.jsonl` line by line.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, select

from watcher import lexicon
from watcher.errors import StateError
from watcher.schemas import NAMES, Finding, SchemaError, compiled, read, validate
from watcher.store import chain, sqlite
from watcher.store.gate import canonical, digest, parsed
from watcher.store.opening import open_reading
from watcher.store.tables import claims, documents, entries, versions

MOST = 100  # findings of one sort; a destroyed store need not print a line for each row
HELD = 500  # versions held while the entries are told again
CHANGELOG = "changelog.jsonl"
SNAPSHOT = select(versions.c.snapshot).where(versions.c.document_id == bindparam("document"), versions.c.version == bindparam("number"))


def check(state: Path) -> list[Finding]:
    """Everything that is wrong with the program's schemas and lexicon, and with what `state` holds."""
    findings = list(schemas())
    compiled = not findings
    findings += words() if compiled else ()
    try:
        with open_reading(state):
            pass
    except StateError as error:
        return [*findings, Finding(str(state), str(error))]
    file = state / sqlite.FILE
    damage = list(integrity(file))
    if damage or not compiled:
        return findings + damage
    engine = sqlite.reading(file)
    try:
        return findings + stored(engine, state / CHANGELOG)
    except (ValueError, KeyError, TypeError) as error:
        return [*findings, Finding(str(file), f"holds a record that cannot be read: {type(error).__name__}: {error}")]
    finally:
        engine.dispose()


def schemas() -> Iterator[Finding]:
    """Schemas that do not compile, and formats that do not reject; the files as they are now, though a running program keeps to
    those it began with."""
    for name in NAMES:
        try:
            compiled(name, read)
        except SchemaError as error:
            yield Finding(f"schemas/{name}", str(error))


def words() -> Iterator[Finding]:
    """Lexicon files that are no TOML or not of the shape the schema asks for."""
    top = Path(lexicon.__file__).parent
    for name in sorted(file.relative_to(top).with_suffix("").as_posix() for file in top.rglob("*.toml")):
        try:
            record = lexicon.load(name)
        except ValueError as error:
            yield Finding(f"lexicon/{name}", str(error))
            continue
        lifecycle = name.startswith("lifecycles/")
        for finding in validate("lifecycle" if lifecycle else "lexicon", record):
            yield Finding(f"lexicon/{name}: {finding.path}", finding.reason)
        yield from (Finding(f"lexicon/{name}", f"{word!r} is none of its stages") for word in (strays(record) if lifecycle else ()))


def strays(record: Any) -> set[str]:
    """Tables of words in a lifecycle that bear the name of no stage."""
    stages = {*record.get("stages", ()), *record.get("branches", ())}
    tables = [record[language] for language in lexicon.LANGUAGES if isinstance(record.get(language), dict)]
    return {word for table in tables for word, value in table.items() if isinstance(value, dict)} - stages


def integrity(file: Path) -> Iterator[Finding]:
    """What SQLite finds wrong with the file."""
    try:
        with closing(sqlite.connect(file, "ro")) as connection:
            rows = [row[0] for row in connection.execute(f"PRAGMA integrity_check({MOST})")]
    except sqlite3.DatabaseError as error:
        rows = [str(error)]
    yield from (Finding(str(file), f"the database is damaged: {row}") for row in rows if row != "ok")


def linked(connection: Connection) -> Iterator[Finding]:
    """Rows that point to rows which are not there."""
    for table, row, other, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(f"row {row} of {table}", f"points to nothing in {other}")


def stored(engine: Engine, log: Path) -> list[Finding]:
    """Changelog, replay, ledger and the changelog file, all seen at one moment."""
    with engine.begin() as connection:
        found = [*_first(linked(connection)), *_first(chained(connection)), *_first(replay(connection)), *_first(ledger(connection))]
        return found + list(_first(projected(connection, log)))


def chained(connection: Connection) -> Iterator[Finding]:
    """Numbers without a gap, hashes that hold, records that are valid and say what their columns say."""
    expected, previous = 1, chain.GENESIS
    for row in connection.execute(select(entries).order_by(entries.c.seq)):
        place = f"changelog entry {row.seq}"
        if row.seq != expected:
            yield Finding(place, f"entries {expected} to {row.seq - 1} are missing" if row.seq > expected else "stands twice")
        record = parsed(row.record)
        if chain.hash_of(record) != row.hash or record["hash"] != row.hash or canonical(record) != row.record:
            yield Finding(place, "was altered: its hash does not hold")
        if row.previous_hash != previous or record["previous_hash"] != previous:
            yield Finding(place, "does not continue the entry before it")
        columns = (record["seq"], record["kind"], record["detected_at"], record["document"]["path"], record["document"]["version"])
        if columns != (row.seq, row.kind, row.detected_at, row.path, row.version):
            yield Finding(place, "was altered: its columns say other than its record")
        for finding in validate("entry", record)[:1]:
            yield Finding(place, f"is not valid: {finding.path}: {finding.reason}")
        expected, previous = row.seq + 1, row.hash


def replay(connection: Connection) -> Iterator[Finding]:
    """The entries, told one after the other, lead to the documents as they stand; and each side of an entry is in its version."""
    paths: dict[str, set[int]] = {}
    state: dict[int, tuple[str, str, int]] = {}
    stated = _Stated(connection)
    for row in connection.execute(select(entries).order_by(entries.c.seq)):
        paths.setdefault(row.path, set()).add(row.document_id)
        was = state.get(row.document_id, (row.path, "rejected", 0))[1]
        state[row.document_id] = (row.path, _next(row.kind, was), row.version)
        yield from _sides(parsed(row.record), paths, stated)
    for row in connection.execute(select(documents)):
        told = state.pop(row.id, None)
        if told != (row.path, row.state, row.version):
            held = _standing((row.path, row.state, row.version))
            yield Finding(row.path, f"the changelog tells of {_standing(told)}, the store holds {held}")
    for told in state.values():
        yield Finding(told[0], f"the changelog tells of {_standing(told)}, the store has no such document")


def _next(kind: str, was: str) -> str:
    """The state of a document after an entry of this kind."""
    if kind == "document.removed":
        return "removed"
    if kind == "document.rejected":
        return "present" if was == "present" else "rejected"
    return was if kind == "document.renamed" or not kind.startswith("document.") else "present"


class _Stated:
    """What versions state, one read at a time: only the last few are held, for entries speak of the same ones in a row."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.by = lru_cache(maxsize=HELD)(self._read)

    def _read(self, document_id: int, version: int) -> frozenset[str] | None:
        """Digests of the values and modalities of one version's claims, and of its title; null where there is no such version."""
        text = self._connection.execute(SNAPSHOT, {"document": document_id, "number": version}).scalar()
        if text is None:
            return None
        snapshot = parsed(text)
        return frozenset([_title(snapshot["document"]["title"]), *(_stated(claim) for claim in snapshot["claims"])])


def _sides(record: Any, paths: dict[str, set[int]], stated: _Stated) -> Iterator[Finding]:
    for name in ("before", "after"):
        side = record[name]
        if side is None:
            continue
        where = side["document"]
        told = [stated.by(identity, where["version"]) for identity in paths.get(where["path"], ())]
        known = [values for values in told if values is not None]
        said = _title(side["value"]["text"]) if record["kind"] == "title.changed" else _stated(side)
        place = f"changelog entry {record['seq']}"
        if not known:
            yield Finding(place, f"{name}: there is no version {where['version']} of {where['path']}")
        elif not any(said in values for values in known):
            yield Finding(place, f"{name}: version {where['version']} of {where['path']} does not state this; the snapshot does not replay")


def _stated(claim: Any) -> str:
    return digest(canonical([claim["value"], claim["modality"]]))


def _title(title: str | None) -> str:
    return digest(canonical({"title": title}))


def _standing(told: tuple[str, str, int] | None) -> str:
    return "nothing" if told is None else f"version {told[2]} of it, {told[1]}, under {told[0]}"


def ledger(connection: Connection) -> Iterator[Finding]:
    """The claims of the ledger are those of the snapshots, and exactly those of live documents' current versions speak."""
    live = {(row.id, row.version) for row in connection.execute(select(documents).where(documents.c.state == "present"))}
    for row in connection.execute(select(versions.c.id, versions.c.document_id, versions.c.version, versions.c.path, versions.c.snapshot)):
        place = f"version {row.version} of {row.path}"
        filed = connection.execute(select(claims).where(claims.c.version_id == row.id).order_by(claims.c.position)).all()
        snapshot = parsed(row.snapshot)
        if [claim.record for claim in filed] != [canonical(claim) for claim in snapshot["claims"]]:
            yield Finding(place, "the ledger does not hold the claims of the snapshot")
        if {claim.current for claim in filed} - {int((row.document_id, row.version) in live)}:
            yield Finding(place, "the ledger is wrong on whether these claims are current")
        for finding in validate("snapshot", snapshot)[:1]:
            yield Finding(place, f"the snapshot is not valid: {finding.path}: {finding.reason}")


def projected(connection: Connection, log: Path) -> Iterator[Finding]:
    """`changelog.jsonl` is the entries, byte for byte; it may end early, for it is caught up, but not in the middle of a line."""
    try:
        with log.open("rb") as stream:
            yield from _lines(connection, log.name, stream)
    except FileNotFoundError:
        if connection.execute(select(entries.c.seq).limit(1)).first():
            yield Finding(log.name, "is missing; the next `claimwatch run` writes it anew")


def _lines(connection: Connection, name: str, stream: Iterable[bytes]) -> Iterator[Finding]:
    rows = connection.execute(select(entries.c.seq, entries.c.record).order_by(entries.c.seq))
    number = 0
    for number, line in enumerate(stream, 1):
        row = rows.fetchone()
        place = f"{name} line {number}"
        if row is None:
            yield Finding(place, "is more than the store knows")
            return
        if line == row.record.encode("ascii") + b"\n":
            continue
        if not line.endswith(b"\n"):
            yield Finding(place, "is cut short; the next `claimwatch run` mends it")
            return
        yield Finding(place, f"is not entry {row.seq} of the store: a line was altered, lost or added here")
        return
    if row := rows.fetchone():
        yield Finding(name, f"ends before entry {row.seq}; the next `claimwatch run` adds what is missing")


def _first(findings: Iterable[Finding]) -> Iterator[Finding]:
    """At most `MOST` of them."""
    for at, finding in enumerate(findings):
        if at == MOST:
            yield Finding(finding.path, "and more of this sort")
            return
        yield finding
