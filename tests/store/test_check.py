"""`check` finds each planted fault and names it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import remove, write
from tests.store.toy import article
from watcher import lexicon, schemas
from watcher.outputs.changelog import Changelog
from watcher.store import open_store, sqlite
from watcher.store.chain import hash_of
from watcher.store.check import check
from watcher.store.gate import canonical


@pytest.fixture
def filled(state: Path) -> Path:
    with open_store(state) as store:
        for number in range(3):
            write(store, f"{number}.txt", article("T", f"Ana {number}: votes: {number} count", f"Ana {number} is office/candidate"))
        write(store, "1.txt", article("Another title", "Ana 1: votes: 11 count", "Ana 1 is office/elect"))
        write(store, "bad.txt", "unreadable")
        write(store, "2.txt", "unreadable")
        remove(store, "0.txt")
        log = Changelog(state)
        log.catch_up(store)
        log.close()
    return state


def sql(state: Path, *statements: str) -> None:
    with closing(sqlite3.connect(state / sqlite.FILE)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def reseal(state: Path, alter: Callable[[dict[str, object]], None], seq: int) -> None:
    """Alter an entry and give it, and all after it, the hashes that hold: what a careful forger would do."""
    with closing(sqlite3.connect(state / sqlite.FILE)) as connection:
        previous = None
        for number, text in connection.execute("SELECT seq, record FROM entries WHERE seq >= ? ORDER BY seq", (seq,)).fetchall():
            record = json.loads(text)
            if number == seq:
                alter(record)
            else:
                record["previous_hash"] = previous
            previous = record["hash"] = hash_of(record)
            row = (previous, record["previous_hash"], canonical(record), number)
            connection.execute("UPDATE entries SET hash = ?, previous_hash = ?, record = ? WHERE seq = ?", row)
        connection.commit()


def said(state: Path) -> str:
    return "\n".join(f"{finding.path}: {finding.reason}" for finding in check(state))


def test_a_whole_store_has_no_findings(filled: Path) -> None:
    assert check(filled) == []


def test_a_changed_byte_in_an_entry(filled: Path) -> None:
    sql(filled, "UPDATE entries SET record = replace(record, '\"significance\":0', '\"significance\":1') WHERE seq = 2")
    assert "changelog entry 2: was altered" in said(filled)


def test_a_missing_entry(filled: Path) -> None:
    sql(filled, "DELETE FROM entries WHERE seq = 4")
    assert "entries 4 to 4 are missing" in said(filled)
    assert "changelog entry 5: does not continue the entry before it" in said(filled)


def test_missing_entries_at_the_end(filled: Path) -> None:
    sql(filled, "DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)")
    assert "0.txt: the changelog tells of version 1 of it, present" in said(filled)
    assert "is more than the store knows" in said(filled)


def test_a_forged_entry_whose_hashes_hold_is_found_by_replay_and_by_the_file(filled: Path) -> None:
    def alter(record: dict[str, object]) -> None:
        record["after"]["value"]["number"] = "999"  # type: ignore[index]

    reseal(filled, alter, 2)
    assert "changelog entry 2: after: version 1 of 0.txt does not state this; the snapshot does not replay" in said(filled)
    assert "changelog.jsonl line 2: is not entry 2" in said(filled)


def test_a_snapshot_that_does_not_replay(filled: Path) -> None:
    put = 'replace(snapshot, \'"number":"11"\', \'"number":"12"\')'
    sql(filled, f"UPDATE versions SET snapshot = {put} WHERE path = '1.txt' AND version = 2")
    assert "does not state this; the snapshot does not replay" in said(filled)
    assert "version 2 of 1.txt: the ledger does not hold the claims of the snapshot" in said(filled)


def test_a_version_that_is_gone(filled: Path) -> None:
    sql(filled, "DELETE FROM claims WHERE version_id = 2", "DELETE FROM versions WHERE id = 2")
    assert "there is no version 1 of 1.txt" in said(filled)


def test_a_document_put_back_by_hand(filled: Path) -> None:
    sql(filled, "UPDATE documents SET state = 'present' WHERE path = '0.txt'")
    assert "0.txt: the changelog tells of version 1 of it, removed" in said(filled)
    sql(filled, "DELETE FROM documents WHERE path = 'bad.txt'")
    assert "bad.txt: the changelog tells of version 0 of it, rejected, under bad.txt, the store has no such document" in said(filled)


def test_a_claim_lost_from_the_ledger_or_wrongly_current(filled: Path) -> None:
    sql(filled, "DELETE FROM claims WHERE version_id = 3 AND position = 0", "UPDATE claims SET current = 1 WHERE version_id = 1")
    assert "version 1 of 2.txt: the ledger does not hold the claims of the snapshot" in said(filled)
    assert "version 1 of 0.txt: the ledger is wrong on whether these claims are current" in said(filled)


def test_a_record_that_is_no_json(filled: Path) -> None:
    sql(filled, "UPDATE entries SET record = '{' WHERE seq = 3")
    assert "holds a record that cannot be read" in said(filled)


@pytest.mark.parametrize(
    ("alter", "complaint"),
    [
        (lambda lines: lines[:3] + lines[4:], "line 4: is not entry 4 of the store: a line was altered, lost or added here"),
        (lambda lines: [*lines[:2], lines[2].replace(b"T", b"t", 1), *lines[3:]], "line 3: is not entry 3"),
        (lambda lines: [*lines, lines[-1]], "is more than the store knows"),
        (lambda lines: lines[:-2], "ends before entry"),
        (lambda lines: [*lines[:-1], lines[-1][:-9]], "is cut short"),
    ],
)
def test_faults_of_the_changelog_file(filled: Path, alter: Callable[[list[bytes]], list[bytes]], complaint: str) -> None:
    file = filled / "changelog.jsonl"
    file.write_bytes(b"".join(alter(file.read_bytes().splitlines(keepends=True))))
    assert complaint in said(filled)


def test_the_changelog_file_is_missing(filled: Path) -> None:
    (filled / "changelog.jsonl").unlink()
    assert "changelog.jsonl: is missing" in said(filled)


def test_damage_inside_the_database(filled: Path) -> None:
    file = filled / sqlite.FILE
    with closing(sqlite3.connect(file)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entries'").fetchone()[0]
    with file.open("r+b") as stream:
        stream.seek((root - 1) * 4096 + 8)
        stream.write(b"\xa5" * 64)
    assert "damaged" in said(filled)


def test_a_schema_that_does_not_compile(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in schemas.folder().glob("*.json"):
        (tmp_path / file.name).write_text(file.read_text())
    (tmp_path / "configuration.schema.json").write_text('{"type": "object", "propertes": {}}')
    monkeypatch.setattr(schemas, "folder", lambda: tmp_path)
    for cached in (schemas.load, schemas.validator):
        cached.cache_clear()
    try:
        assert "schemas/configuration: The schema configuration is not one of ours: propertes: unknown keyword" in said(filled)
    finally:
        monkeypatch.undo()
        for cached in (schemas.load, schemas.validator):
            cached.cache_clear()


def test_a_lexicon_file_that_is_not_one(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = lexicon.load
    monkeypatch.setattr(lexicon, "load", lambda name: {"words": [""]} if name == "en/files" else plain(name))
    assert "lexicon/en/files: " in said(filled)


def test_a_lifecycle_with_a_misspelt_stage_or_cue(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = lexicon.load
    office = plain("lifecycles/office")
    wrong = office | {"en": office["en"] | {"candidat": {"noun": ["candidate"]}, "elect": {"nuon": ["president-elect"]}}}
    monkeypatch.setattr(lexicon, "load", lambda name: wrong if name == "lifecycles/office" else plain(name))
    assert "lexicon/lifecycles/office: 'candidat' is none of its stages" in said(filled)
    assert "lexicon/lifecycles/office: en/elect: " in said(filled)


def test_a_state_that_is_not_there(tmp_path: Path) -> None:
    assert "There is nothing in" in said(tmp_path / "none")
