"""B04, B05, B06, B09 to B14, B16: disks that fill up or cannot be written to, files that vanish, others at the same files."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.harness import Daemon, article, cli, oracle, running, until
from tests.store.conftest import remove, write
from tests.store.toy import article as toy
from watcher.store import StoreFault, open_reading, open_store, sqlite
from watcher.store.check import check


def mounted(at: Path, options: str) -> None:
    at.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(at)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    at = tmp_path / "disk"
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root can mount")
    mounted(at, "size=2m")
    yield at
    subprocess.run(["umount", "-l", str(at)], check=False)


def enlarge(disk: Path, size: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{size}", str(disk)], check=True)


def long(number: int) -> str:
    return toy("T", f"Ana Bo: votes: {number} count", *(f"line {line} of {number}" for line in range(3_000)))


def test_b04_a_full_disk_is_told_and_work_goes_on_when_there_is_space(disk: Path) -> None:
    """Nothing half is written; removing fails as well when the disk is full; the same store goes on afterwards."""
    with open_store(disk / "state") as store:
        done = 0
        with pytest.raises(StoreFault) as fault:
            for done in range(200):
                write(store, f"{done}.txt", long(done))
        assert fault.value.kind == "disk-full"
        assert fault.value.retry
        assert store.counts()["documents_present"] == done
        with pytest.raises(StoreFault):
            for number in range(done):
                remove(store, f"{number}.txt")
        with contextlib.suppress(StoreFault):
            store.tidy()
        enlarge(disk, "size=64m")
        assert write(store, f"{done}.txt", long(done))
        remove(store, f"{done}.txt")
        store.tidy()
    assert [finding for finding in check(disk / "state") if "changelog.jsonl" not in finding.path] == []


@pytest.mark.faults
def test_b04_the_daemon_waits_for_space_and_then_loses_nothing(disk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "first.txt").write_text(article(0))
    with running(folder, disk / "state") as daemon:
        (disk / "ballast").write_bytes(bytes(1 << 16))
        with contextlib.suppress(OSError), (disk / "ballast").open("ab") as stream:
            while True:
                stream.write(bytes(4096))
                stream.flush()
        for number in range(1, 60):
            (folder / f"{number}.txt").write_text(article(number))
        until(lambda: any(event["kind"] == "disk-full" for event in daemon.events("store.fault")), "the full disk is told")
        assert daemon.code() is None
        (disk / "ballast").unlink()
        enlarge(disk, "size=64m")
        daemon.settled()
        until(lambda: not daemon.degraded(), "all is well again")
        assert daemon.stop() == 0
    oracle(folder, disk / "state")


@pytest.mark.faults
@pytest.mark.sample
def test_b05_no_inodes_left_is_a_sentence_and_passes(disk: Path) -> None:
    enlarge(disk, "nr_inodes=12")
    with contextlib.suppress(OSError):
        for number in range(20):
            (disk / f"{number}.filler").touch()
    refused = cli("run", "--once", "--state", disk / "state", disk)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    assert str(disk / "state") in refused.stderr
    for file in disk.glob("*.filler"):
        file.unlink()
    assert cli("run", "--once", "--state", disk / "state", disk).returncode == 0


@pytest.mark.faults
def test_b06_a_state_on_a_read_only_disk_is_refused_and_can_be_read(disk: Path, tmp_path: Path) -> None:
    """After a clean end everything can be read there; what is refused is told with the path and the user."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text(article(1))
    state = disk / "state"
    assert cli("run", "--once", "--state", state, folder).returncode == 0
    enlarge(disk, "ro")
    refused = cli("run", "--once", "--state", state, folder)
    assert refused.returncode == 2
    assert str(state) in refused.stderr
    assert str(os.getuid()) in refused.stderr
    assert "Traceback" not in refused.stderr
    told = cli("log", "--state", state)
    assert told.returncode == 0, told.stderr
    assert "24%" in told.stdout
    assert cli("check", "--state", state).returncode == 0


def test_b10_a_database_deleted_under_the_daemon_stops_it_loudly(tmp_path: Path) -> None:
    folder, state = tmp_path / "folder", tmp_path / "state"
    folder.mkdir()
    (folder / "a.txt").write_text(article(1))
    with running(folder, state) as daemon:
        daemon.settled()
        (state / sqlite.FILE).unlink()
        (folder / "b.txt").write_text(article(2))
        code = until(lambda: daemon.code(), "the daemon stops")
        assert code == 3 or code == 2
        assert "deleted or replaced" in daemon.log.read_text()
        assert "Traceback" not in daemon.log.read_text()


def test_b12_every_write_waits_for_the_other_one(tmp_path: Path) -> None:
    """A write begins IMMEDIATE: it waits for another process's, instead of failing at once half-way."""
    with open_store(tmp_path) as store:
        write(store, "a.txt", toy("T", "Ana Bo: votes: 1 count"))
        other = sqlite3.connect(tmp_path / sqlite.FILE, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.5, lambda: other.execute("COMMIT"))
        release.start()
        started = time.monotonic()
        assert write(store, "a.txt", toy("T", "Ana Bo: votes: 2 count"))
        assert time.monotonic() - started > 0.3
        release.join()
        other.close()


def test_b12_one_who_never_lets_go_is_a_fault_that_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    with open_store(tmp_path) as store:
        with contextlib.closing(sqlite3.connect(tmp_path / sqlite.FILE, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreFault) as fault:
                write(store, "a.txt", toy("T", "Ana Bo: votes: 2 count"))
            assert fault.value.kind == "busy"
            assert fault.value.retry
        assert write(store, "a.txt", toy("T", "Ana Bo: votes: 2 count"))


@pytest.mark.faults
def test_b12_commands_beside_the_daemon_and_b11_a_backup_of_it(tmp_path: Path) -> None:
    """Readers never hold the daemon off, nor it them; a backup taken meanwhile restores to a whole store."""
    folder, state = tmp_path / "folder", tmp_path / "state"
    folder.mkdir()
    with running(folder, state) as daemon:
        for number in range(40):
            (folder / f"{number}.txt").write_text(article(number))
            if number % 20 == 5:
                for command in ("log", "status", "check"):
                    done = cli(command, "--state", state)
                    assert done.returncode in {0, 1}, done.stderr
                    assert "Traceback" not in done.stderr
                assert cli("backup", tmp_path / f"{number}.backup", "--state", state).returncode == 0
        daemon.settled()
        assert daemon.stop() == 0
    oracle(folder, state)
    for file in tmp_path.glob("*.backup"):
        back = tmp_path / (file.stem + "-state")
        assert cli("restore", file, "--state", back).returncode == 0
        assert [finding for finding in check(back) if "changelog.jsonl" not in finding.path] == []


@pytest.mark.faults
def test_b14_a_second_daemon_is_refused_and_kill_9_lets_go(tmp_path: Path) -> None:
    folder, state = tmp_path / "folder", tmp_path / "state"
    folder.mkdir()
    with running(folder, state) as daemon:
        second = cli("run", "--once", "--state", state, folder)
        assert second.returncode == 2
        assert str(daemon.pid) in second.stderr
        daemon.kill()
        (folder / "a.txt").write_text(article(1))
        assert cli("run", "--once", "--state", state, folder).returncode == 0
    oracle(folder, state)


@pytest.mark.faults
@pytest.mark.parametrize("kills", [pytest.param(1, marks=pytest.mark.sample), 6])
def test_b01_the_daemon_itself_killed_in_the_middle_of_many_files(tmp_path: Path, kills: int) -> None:
    """The end is that of an undisturbed run, whenever it was killed."""
    folder, state = tmp_path / "folder", tmp_path / "state"
    folder.mkdir()
    many = 25 if kills == 1 else 500
    for number in range(many):
        (folder / f"{number}.txt").write_text(article(number))
    daemon = Daemon(folder, state)
    for turn in range(kills):
        daemon.start(ready=False)
        until(lambda: daemon.log.read_bytes().count(b"document.processed") > turn * many // 8, "it works")  # noqa: B023
        time.sleep(0.02 * turn)
        daemon.kill()
        (folder / f"{turn}.txt").write_text(article(turn, share=30 + turn))
    daemon.start()
    daemon.settled()
    assert daemon.stop() == 0
    oracle(folder, state)


def test_b16_the_sqlite_in_use_stands_in_the_status_with_at_most_one_warning(tmp_path: Path) -> None:
    folder, state = tmp_path / "folder", tmp_path / "state"
    folder.mkdir()
    with running(folder, state) as daemon:
        assert daemon.status()["sqlite"] == sqlite3.sqlite_version
        warned = [event for event in daemon.events("store.sqlite") if sqlite3.sqlite_version in event["reason"]]
        assert len(warned) == int(sqlite.version_note() is not None)
        daemon.signal(signal.SIGTERM)
        until(lambda: daemon.code() is not None, "it ends")


def test_b13_the_size_of_the_log_is_known_while_somebody_reads_for_long(tmp_path: Path) -> None:
    with open_store(tmp_path) as store, open_reading(tmp_path) as reader:
        write(store, "a.txt", toy("T", "Ana Bo: votes: 0 count"))
        with reader.view():
            reader.counts()
            for number in range(1, 60):
                write(store, "a.txt", toy("T", f"Ana Bo: votes: {number} count"))
            started = time.monotonic()
            store.tidy()  # the reader is in the way: no fault, the log waits
            assert time.monotonic() - started < 5, "it does not wait for the reader"
            assert store.wal_bytes() > 100_000
            assert reader.counts()["versions"] == 1
        store.tidy()
        assert store.wal_bytes() == 0
