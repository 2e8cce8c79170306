"""A backup is the whole store, and brings it back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.store.conftest import write
from tests.store.toy import article
from watcher.errors import StateError, UserError
from watcher.outputs.changelog import Changelog
from watcher.store import StateLock, open_reading, open_store, sqlite
from watcher.store.backup import backup, restore
from watcher.store.check import check

TEXT = article("T", "Ana Bo: votes: 5 count")


def entries(state: Path) -> list[object]:
    with open_reading(state) as store:
        return list(store.entries())


def test_b11_a_backup_beside_a_running_daemon_holds_what_is_committed(state: Path, tmp_path: Path) -> None:
    with open_store(state) as store:
        write(store, "a.txt", TEXT)
        backup(state, tmp_path / "copy.db")
        write(store, "b.txt", article("U", "Cy Do: votes: 6 count"))
        assert store.counts()["entries"] == 4
    restore(tmp_path / "copy.db", tmp_path / "other")
    assert entries(tmp_path / "other") == entries(state)[:2]


def test_a_round_trip_gives_the_same_store_and_changelog(state: Path, tmp_path: Path) -> None:
    with open_store(state) as store:
        write(store, "a.txt", TEXT)
        log = Changelog(state)
        log.catch_up(store)
        log.close()
    before = (entries(state), (state / "changelog.jsonl").read_bytes())
    backup(state, tmp_path / "copy.db")
    with open_store(state) as store:
        write(store, "a.txt", article("Later", "Ana Bo: votes: 7 count"))
        log = Changelog(state)
        log.catch_up(store)
        log.close()
    restore(tmp_path / "copy.db", state)
    with open_store(state) as store:
        log = Changelog(state)
        log.catch_up(store)
        log.close()
        assert store.known().keys() == {"a.txt"}
    assert (entries(state), (state / "changelog.jsonl").read_bytes()) == before
    assert check(state) == []


def test_b09_restore_leaves_no_older_log_behind(state: Path, tmp_path: Path) -> None:
    with open_store(state) as store:
        backup(state, tmp_path / "empty.db")
        write(store, "a.txt", TEXT)
        shutil.copytree(state, tmp_path / "crashed")
    assert sqlite.wal_bytes(tmp_path / "crashed" / sqlite.FILE)
    restore(tmp_path / "empty.db", tmp_path / "crashed")
    with open_store(tmp_path / "crashed") as store:
        assert store.counts()["entries"] == 0


def test_a_restored_store_has_an_epoch_of_its_own(state: Path, tmp_path: Path) -> None:
    with open_store(state) as store:
        write(store, "a.txt", TEXT)
        first = store.epoch
    shutil.copyfile(state / sqlite.FILE, tmp_path / "before.db")
    backup(state, tmp_path / "copy.db")
    restore(tmp_path / "copy.db", state)
    with open_store(state) as store:
        assert store.epoch != first
        write(store, "b.txt", article("U", "Cy Do: votes: 6 count"))
    shutil.copyfile(tmp_path / "before.db", state / sqlite.FILE)
    with pytest.raises(StateError, match="not the one that was used there last"):
        open_store(state)


def test_what_is_no_backup_changes_nothing(state: Path, tmp_path: Path) -> None:
    with open_store(state) as store:
        write(store, "a.txt", TEXT)
    before = entries(state)
    (tmp_path / "empty.db").touch()
    (tmp_path / "text.db").write_text("not a database")
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE recipes (name)").connection.close()
    damaged = tmp_path / "damaged.db"
    backup(state, damaged)
    os.truncate(damaged, 8192)
    for name in ("none.db", "empty.db", "text.db", "other.db", "damaged.db"):
        with pytest.raises(UserError):
            restore(tmp_path / name, state)
        assert entries(state) == before, name
    assert {file.name.split("-")[0] for file in state.iterdir()} == {"claimwatch.db", "epoch", "lock"}


def test_restore_is_refused_while_a_daemon_runs(state: Path, tmp_path: Path) -> None:
    with open_store(state):
        backup(state, tmp_path / "copy.db")
    with StateLock(state), pytest.raises(StateError, match="Another claimwatch"):
        restore(tmp_path / "copy.db", state)


def test_a_backup_that_cannot_be_written_says_so(state: Path, tmp_path: Path) -> None:
    with pytest.raises(StateError, match="nothing"):
        backup(state, tmp_path / "copy.db")
    open_store(state).close()
    with pytest.raises(UserError, match="could not be written"):
        backup(state, tmp_path / "none" / "copy.db")
    with pytest.raises(UserError, match="the store itself"):
        backup(state, state / sqlite.FILE)
