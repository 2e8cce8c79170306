"""A state folder opens as it was left, or says in a sentence why not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import write
from tests.store.toy import article
from watcher import mounts
from watcher.errors import StateError
from watcher.store import StateLock, StoreFault, open_reading, open_store, sqlite
from watcher.store.check import check

TEXT = article("Ana leads", "Ana Bo: vote share: 24 percent")
DATABASE = sqlite.FILE


def filled(state: Path) -> Path:
    with open_store(state) as store:
        write(store, "a.txt", TEXT)
    return state / DATABASE


def crashed(state: Path) -> Path:
    """A state whose `-wal` still holds everything since the store was made, as after kill -9."""
    open_store(state).close()
    with open_store(state) as store:
        write(store, "a.txt", TEXT)
        copy = state.with_name("crashed")
        shutil.copytree(state, copy)
    assert sqlite.wal_bytes(copy / DATABASE)
    return copy


def test_a_first_run_makes_the_store_and_a_second_finds_it(state: Path) -> None:
    filled(state)
    with open_store(state) as store:
        assert store.counts()["entries"] == 2


def test_the_settings_that_survive_a_power_cut_are_in_force(state: Path) -> None:
    with open_store(state) as store, store._transaction(store._writer) as connection:
        pragma = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert pragma == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_what_a_killed_writer_committed_is_there(state: Path) -> None:
    copy = crashed(state)
    with open_store(copy) as store:
        assert store.counts()["entries"] == 2
    assert [finding for finding in check(copy) if "changelog.jsonl" not in finding.path] == []


def test_b08_a_database_of_no_length_is_not_a_first_run(state: Path) -> None:
    os.truncate(filled(state), 0)
    for attempt in (open_store, open_reading):
        with pytest.raises(StateError, match="emptied or deleted"):
            attempt(state)


def test_b08_a_deleted_database_is_not_a_first_run(state: Path) -> None:
    filled(state).unlink()
    with pytest.raises(StateError, match="emptied or deleted"):
        open_store(state)


def test_b08_an_empty_file_in_a_new_folder_is_a_first_run(state: Path) -> None:
    state.mkdir()
    (state / DATABASE).touch()
    filled(state)


@pytest.mark.parametrize("at", [0, 4096 * 3])
def test_b08_garbage_is_found_at_the_start(state: Path, at: int) -> None:
    file = filled(state)
    with file.open("r+b") as stream:
        stream.seek(at)
        stream.write(b"\xa5" * 4096)
    with pytest.raises(StateError, match=r"damaged|cannot be opened"):
        open_store(state)


def test_b08_another_database_in_its_place_is_refused(state: Path, tmp_path: Path) -> None:
    file = filled(state)
    shutil.copyfile(filled(tmp_path / "other"), file)
    with pytest.raises(StateError, match="not the one that was used there last"):
        open_store(state)


def test_a_database_of_another_program_is_refused(state: Path) -> None:
    state.mkdir()
    with closing(sqlite3.connect(state / DATABASE)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
        connection.commit()
    with pytest.raises(StateError, match="another program"):
        open_store(state)


def test_b09_an_old_database_over_a_newer_log_is_refused(state: Path, tmp_path: Path) -> None:
    copy = crashed(state)
    shutil.copyfile(filled(tmp_path / "other"), copy / DATABASE)
    with pytest.raises(StateError):
        open_store(copy)


def test_b10_a_database_deleted_while_open_stops_loudly(state: Path) -> None:
    with open_store(state) as store:
        (state / DATABASE).unlink()
        with pytest.raises(StoreFault, match="deleted or replaced") as caught:
            write(store, "a.txt", TEXT)
        assert caught.value.kind == "gone"
        assert not caught.value.retry


def test_b19_a_newer_database_is_refused_and_left_alone(state: Path) -> None:
    file = filled(state)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version={sqlite.SCHEMA + 1}")
    before = file.read_bytes()
    for attempt in (open_store, open_reading):
        with pytest.raises(StateError, match="newer"):
            attempt(state)
    assert file.read_bytes() == before


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_b06_a_read_only_folder_is_refused_with_its_path_and_the_user(state: Path) -> None:
    filled(state)
    state.chmod(0o500)
    try:
        with pytest.raises(StateError, match=rf"{state}.*{os.getuid()}"):
            open_store(state)
    finally:
        state.chmod(0o700)


def test_b06_the_refusal_names_path_and_user_whoever_runs_this(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(state)
    monkeypatch.setattr("watcher.store.opening.os.access", lambda place, mode: False)
    with pytest.raises(StateError, match=f"{state}.* by user {os.getuid()}"):
        open_store(state)


def test_b06_a_cleanly_closed_store_is_read_where_nothing_can_be_written(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(state)
    plain = sqlite.connect

    def refusing(file: Path, mode: sqlite.Mode) -> sqlite3.Connection:
        if mode == "ro":
            raise sqlite3.OperationalError("unable to open database file")
        return plain(file, mode)

    engine = sqlite.reading(state / DATABASE)
    monkeypatch.setattr(sqlite, "connect", refusing)
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM entries").scalar() == 2
    engine.dispose()


def test_b06_a_log_left_behind_is_never_passed_over(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = crashed(state)
    monkeypatch.setattr(sqlite, "connect", lambda file, mode: (_ for _ in ()).throw(sqlite3.OperationalError("unable to open")))
    engine = sqlite.reading(copy / DATABASE)
    with pytest.raises(Exception, match="unable to open"), engine.begin():
        pass


def test_readers_see_what_is_committed_while_the_writer_is_open(state: Path) -> None:
    with open_store(state) as store:
        write(store, "a.txt", TEXT)
        with open_reading(state) as reader:
            assert reader.counts()["entries"] == 2
            write(store, "b.txt", article("B", "Cy Do: age: 40 year"))
            assert reader.counts()["entries"] == 4
            with pytest.raises(StoreFault, match="opened for reading"):
                reader.set_meta("a", "b")


def test_reading_nothing_says_what_to_do(state: Path) -> None:
    with pytest.raises(StateError, match="claimwatch run FOLDER"):
        open_reading(state)


def test_b14_a_second_daemon_is_refused_by_the_number_of_the_first_and_a_killed_one_lets_go(state: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from watcher.store import StateLock\n"
        "StateLock(Path(sys.argv[1])).acquire(); print('held', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(state)], stdout=subprocess.PIPE, text=True)
    assert child.stdout
    with child.stdout:
        assert child.stdout.readline() == "held\n"
        with pytest.raises(StateError, match=f"process {child.pid}"):
            StateLock(state).acquire()
        child.kill()
        child.wait()
    with StateLock(state):
        assert (state / "lock").read_text() == f"{os.getpid()}\n"


MOUNTS = """22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:40 / /srv/news rw,relatime shared:5 - nfs4 host:/news rw
31 22 0:41 / /srv/a\\040folder rw - fuse.sshfs host: rw
32 30 0:42 / /srv/news/local rw - xfs /dev/sdb rw
"""


@pytest.mark.parametrize(
    ("folder", "kind", "network"),
    [
        ("/srv", "ext4", False),
        ("/srv/news/x", "nfs4", True),
        ("/srv/a folder", "fuse.sshfs", True),
        ("/srv/news/local/y", "xfs", False),
        ("/srv/newsroom", "ext4", False),
    ],
)
def test_b15_network_file_systems_are_recognised(folder: str, kind: str, network: bool) -> None:
    assert mounts.kind_of(Path(folder), MOUNTS) == kind
    assert mounts.is_network(kind) is network


def test_b15_on_a_network_file_system_there_is_no_shared_memory_log(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mounts, "kind_of", lambda folder: "nfs4")
    with open_store(state) as store:
        write(store, "a.txt", TEXT)
        assert not (state / (DATABASE + "-wal")).exists()
        assert store.counts()["entries"] == 2


@pytest.mark.parametrize(
    ("version", "warned"),
    [("3.40.1", True), ("3.51.2", True), ("3.51.3", False), ("3.50.7", False), ("3.50.6", True), ("3.44.6", False), ("3.52.0", False)],
)
def test_b16_versions_with_the_wal_reset_bug_are_named(version: str, warned: bool) -> None:
    assert (sqlite.version_note(version) is not None) is warned


def test_b13_a_long_reader_lets_the_log_grow_and_tidy_cuts_it_after(state: Path) -> None:
    with open_store(state) as store:
        with open_reading(state) as reader, reader._transaction(reader._reader) as connection:
            connection.exec_driver_sql("SELECT count(*) FROM entries")
            for number in range(30):
                write(store, f"{number}.txt", TEXT + "x" * 20_000)
            store._writer.dispose()  # type: ignore[union-attr]
            grown = store.wal_bytes()
        assert grown > 100_000
        store.tidy()
        assert store.wal_bytes() == 0


def test_b19_a_migration_killed_anywhere_leaves_nothing_or_all(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from watcher.store import sqlite; from watcher.store.migrate import migrate\n"
        "from sqlalchemy import event\n"
        "engine = sqlite.writing(Path(sys.argv[1]), wal=True); left = [int(sys.argv[2])]\n"
        "@event.listens_for(engine, 'before_cursor_execute')\n"
        "def count(*_):\n"
        "    left[0] -= 1\n"
        "    if left[0] < 0: os._exit(9)\n"
        "migrate(engine)\n"
    )
    for at in (0, 1, 7, 15):
        file = tmp_path / str(at) / DATABASE
        file.parent.mkdir()
        done = subprocess.run([sys.executable, "-c", script, str(file), str(at)], check=False)
        assert done.returncode == 9
        assert sqlite.is_blank(file) or sqlite.inspect(file) == 0
        with open_store(file.parent) as store:
            write(store, "a.txt", TEXT)
            assert store.counts()["entries"] == 2


def test_a_store_of_the_first_schema_is_brought_up_to_date_i10(state: Path) -> None:
    with open_store(state) as store:
        write(store, "a.txt", TEXT)
    with closing(sqlite3.connect(state / DATABASE)) as connection, connection:
        connection.execute("DROP INDEX claims_by_topic")
        connection.execute("CREATE INDEX claims_by_subject ON claims (subject_id, property)")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.execute("PRAGMA user_version=1")
    with pytest.raises(StateError, match="older version"):
        open_reading(state)
    with open_store(state) as store:
        write(store, "b.txt", TEXT)
        assert store.counts()["documents_present"] == 2
    assert sqlite.inspect(state / DATABASE) == sqlite.SCHEMA
    assert [finding for finding in check(state) if finding.path != "changelog.jsonl"] == []


def test_kill_9_under_load_loses_and_doubles_nothing(state: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.store.conftest import write; from tests.store.toy import article\n"
        "from watcher.store import open_store; from watcher.outputs.changelog import Changelog\n"
        "state = Path(sys.argv[1]); store = open_store(state); log = Changelog(state)\n"
        "for number in range(int(sys.argv[2]), 10_000):\n"
        "    entries = write(store, f'{number % 50}.txt', article('T', f'Ana {number % 50}: votes: {number} count'))\n"
        "    log.catch_up(store)\n"
        "    print(entries[-1].seq, flush=True)\n"
    )
    acknowledged = 0
    for round_number in (1, 3):
        child = subprocess.Popen([sys.executable, "-c", script, str(state), str(round_number * 1000)], stdout=subprocess.PIPE, text=True)
        assert child.stdout
        with child.stdout:
            for _ in range(15 + 7 * round_number):
                acknowledged = int(child.stdout.readline())
            time.sleep(0.003 * round_number)
            child.kill()
            rest = child.stdout.read().split("\n")
        child.wait()
        acknowledged = int(rest[-2]) if len(rest) > 1 else acknowledged
        with open_reading(state) as store:
            last = store.last_entry()
            assert last
            assert last["seq"] >= acknowledged
        assert [finding for finding in check(state) if "changelog.jsonl" not in finding.path] == []
