"""Group A with the real daemon: what the kernel, file systems and people do to a watched folder.

Three ways where that makes sense: by events, by polling, by the rescan alone.
"""

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.faults.harness import LONG, Daemon, article, cli, oracle, running, until
from watcher.daemon import status

pytestmark = pytest.mark.faults
WAYS = pytest.mark.parametrize("way", ["events", "poll", "rescan"])
FILES = 20_000 if LONG else 6_000  # three events each, more than the 16,384 that the kernel keeps
KEPT = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())


def works(*command: str) -> bool:
    return shutil.which(command[0]) is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0


NAMESPACES = pytest.mark.skipif(not works("unshare", "-Ur", "true"), reason="user namespaces are not allowed here")
STRACE = pytest.mark.skipif(not works("strace", "-qq", "-o", "/dev/null", "true"), reason="strace may not trace here")


def limited(what: str, value: int) -> tuple[str, ...]:
    """Run with a limit of the kernel's on inotify, in a namespace of users of its own."""
    return ("unshare", "-Ur", "sh", "-c", f'echo {value} > /proc/sys/user/{what} && exec "$@"', "sh")


def kinds(daemon: Daemon) -> list[tuple[str, str]]:
    return [(entry["kind"], entry["document"]["path"]) for entry in daemon.entries() if entry["kind"].startswith("document.")]


@pytest.mark.parametrize("way", [pytest.param("events", marks=pytest.mark.sample), "poll", "rescan"])
def test_a_day_in_a_folder(places: tuple[Path, Path], way: str) -> None:
    """Editors' ways of saving (A12, A13), folders made, moved and removed (A09 to A11), pauses (A20), changes while down (A28)."""
    folder, state = places
    outside = folder.parent / "outside"
    (folder / "a.txt").write_text(article(1))
    with running(folder, state, watch=way, rescan="1") as daemon:
        daemon.settled()
        (folder / "a.txt.tmp").write_text(article(1, 25))
        (folder / "a.txt.tmp").replace(folder / "a.txt")
        daemon.settled()
        (folder.parent / "from-outside").write_text(article(1, 26))
        (folder.parent / "from-outside").replace(folder / "a.txt")
        daemon.settled()
        (folder / "4913").touch()
        (folder / "4913").unlink()
        (folder / "a.txt").replace(folder / "a.txt~")
        (folder / "a.txt").write_text(article(1, 27))
        (folder / "a.txt~").unlink()
        daemon.settled()
        (folder / "b" / "c").mkdir(parents=True)
        (folder / "b" / "c" / "d.txt").write_text(article(2))
        daemon.settled()
        (folder / "b").replace(folder / "e")
        daemon.settled()
        (folder / "e").replace(outside)
        daemon.settled()
        (outside / "c" / "d.txt").write_text("never read")
        (folder / "a.txt").unlink()
        (folder / "a.txt").write_text(article(1, 27))
        (folder / "f.txt").write_text(article(3))
        daemon.settled()
        assert daemon.stop() == 0
        (folder / "f.txt").rename(folder / "g.txt")
        (folder / "h.txt").write_text(article(4))
        daemon.start()
        daemon.settled()
        assert daemon.stop() == 0
        assert kinds(daemon) == [
            ("document.added", "a.txt"), ("document.updated", "a.txt"), ("document.updated", "a.txt"), ("document.updated", "a.txt"),
            ("document.added", "b/c/d.txt"), ("document.renamed", "e/c/d.txt"), ("document.removed", "e/c/d.txt"),
            ("document.added", "f.txt"), ("document.renamed", "g.txt"), ("document.added", "h.txt"),
        ]  # fmt: skip
        assert daemon.entries()[-1]["found_by"] == "start"
        assert daemon.degraded() == {}
    oracle(folder, state)


@WAYS
def test_a_root_that_vanished_or_came_back_empty_is_no_mass_removal_a07_a08(places: tuple[Path, Path], way: str) -> None:
    folder, state = places
    for number in range(12):
        (folder / f"{number}.txt").write_text(article(number))
    with running(folder, state, watch=way, rescan="1") as daemon:
        daemon.settled()
        shutil.move(folder, folder.with_name("away"))
        until(lambda: "root-missing" in daemon.degraded(), "the missing root is told")
        folder.mkdir()
        (folder / "x.txt").write_text(article(50))
        until(lambda: "removals-held" in daemon.degraded(), "the removals are held")
        until(lambda: "x.txt" in daemon.seen(), "the new file is taken")
        assert len(daemon.seen()) == 13
        shutil.rmtree(folder)
        shutil.move(folder.with_name("away"), folder)
        until(lambda: daemon.degraded() == {}, "all is well again")
        until(lambda: "x.txt" not in daemon.seen(), "the one that is gone is gone")
        (folder / "y.txt").write_text(article(51))
        daemon.settled()
        assert daemon.stop() == 0
        assert [kind for kind, _ in kinds(daemon)].count("document.removed") == 1
    oracle(folder, state)


def test_more_than_half_removed_is_held_until_accepted_a08(places: tuple[Path, Path]) -> None:
    folder, state = places
    for number in range(12):
        (folder / f"{number}.txt").write_text(article(number))
    assert cli("run", folder, "--once", "--state", state).returncode == 0
    for number in range(11):
        (folder / f"{number}.txt").unlink()
    held = cli("run", folder, "--once", "--json", "--state", state)
    assert (held.returncode, held.stdout) == (0, "")
    assert "--accept-removals" in held.stderr
    accepted = cli("run", folder, "--once", "--json", "--state", state, "--accept-removals")
    assert accepted.stdout.count("document.removed") == 11
    oracle(folder, state)


def test_thousands_of_files_while_stopped_are_all_there_one_look_later_a01(places: tuple[Path, Path]) -> None:
    folder, state = places
    with running(folder, state, watch="events", rescan="3600", workers="2") as daemon:
        until(lambda: daemon.status()["watching"] == "events", "events arrive")
        daemon.signal(signal.SIGSTOP)
        for number in range(FILES):
            (folder / f"{number:05}.txt").write_text(f"Nothing was said on day number {number} of the talks.\n")
        daemon.signal(signal.SIGCONT)
        until(lambda: time.sleep(2) or daemon.held() == FILES, "all are in the store", 900.0)
        if KEPT <= 3 * FILES:
            assert daemon.status()["counters"]["overflows"] >= 1
        assert daemon.stop() == 0
        assert sum(entry["kind"] == "document.added" for entry in daemon.entries()) == FILES


@NAMESPACES
@pytest.mark.sample
def test_too_few_watches_at_the_start_are_told_and_polled_around_a02(places: tuple[Path, Path]) -> None:
    folder, state = places
    for number in range(21):
        (folder / f"d{number}").mkdir()
    with running(folder, state, wrapper=limited("max_inotify_watches", 5)) as daemon:
        until(lambda: any("sysctl" in reason for reason in daemon.degraded().values()), "the limit is told")
        for number in range(21):
            (folder / f"d{number}" / "a.txt").write_text(article(number))
        daemon.settled()
        assert daemon.status()["watching"] == "polling"
        assert daemon.stop() == 0
    oracle(folder, state)


@NAMESPACES
def test_too_few_watches_later_are_told_and_polled_around_a03(places: tuple[Path, Path]) -> None:
    folder, state = places
    with running(folder, state, wrapper=limited("max_inotify_watches", 8)) as daemon:
        assert daemon.degraded() == {}
        for number in range(20):
            (folder / f"d{number}").mkdir()
        until(lambda: "events-limit" in daemon.degraded() or "events-off" in daemon.degraded(), "the limit is told")
        for number in range(20):
            (folder / f"d{number}" / "a.txt").write_text(article(number))
        daemon.settled()
        assert daemon.stop() == 0
    oracle(folder, state)


@NAMESPACES
def test_no_inotify_at_all_is_polled_around_a04(places: tuple[Path, Path]) -> None:
    folder, state = places
    with running(folder, state, wrapper=limited("max_inotify_instances", 0)) as daemon:
        (folder / "a.txt").write_text(article(1))
        daemon.settled()
        assert daemon.status()["watching"] == "polling"
        assert daemon.stop() == 0
        assert "Traceback" not in daemon.log.read_text()
    oracle(folder, state)


@WAYS
def test_folders_made_and_filled_at_once_a09(places: tuple[Path, Path], way: str) -> None:
    folder, state = places
    with running(folder, state, watch=way, rescan="1") as daemon:
        for number in range(200):
            (folder / f"{number}" / "b" / "c").mkdir(parents=True)
            (folder / f"{number}" / "b" / "c" / "file.txt").write_text(article(number))
        until(lambda: time.sleep(0.2) or daemon.held() == 200, "all are there")
        assert daemon.stop() == 0
    oracle(folder, state)


@WAYS
def test_a_folder_moved_in_and_out_a10_a11(places: tuple[Path, Path], way: str) -> None:
    folder, state = places
    outside = folder.with_name("outside")
    (outside / "deep").mkdir(parents=True)
    (outside / "deep" / "a.txt").write_text(article(1))
    with running(folder, state, watch=way, rescan="1") as daemon:
        outside.replace(folder / "tree")
        daemon.settled()
        (folder / "tree" / "deep" / "b.txt").write_text(article(2))
        daemon.settled()
        (folder / "tree").replace(outside)
        daemon.settled()
        for number in range(5):
            (outside / "deep" / "b.txt").write_text(article(2, 50 + number))
            time.sleep(0.2)
        time.sleep(2)
        assert daemon.stop() == 0
        told = [(entry["kind"], entry["document"]["path"]) for entry in daemon.entries() if entry["kind"].startswith("document.")]
        assert sorted(told) == [
            ("document.added", "tree/deep/a.txt"), ("document.added", "tree/deep/b.txt"),
            ("document.removed", "tree/deep/a.txt"), ("document.removed", "tree/deep/b.txt"),
        ]  # fmt: skip
    oracle(folder, state)


@WAYS
def test_a_slow_writer_is_one_version_a14(places: tuple[Path, Path], way: str) -> None:
    folder, state = places
    with running(folder, state, watch=way, settle="1.5", rescan="1") as daemon:
        pauses, last = [0.0], time.monotonic()
        with (folder / "slow.txt").open("w") as file:
            for line in article(1).split("\n") * 3:
                file.write(line + "\n")
                file.flush()
                time.sleep(0.3)
                pauses.append(time.monotonic() - last)
                last = time.monotonic()
        daemon.settled()
        assert daemon.stop() == 0
        told = [entry["kind"] for entry in daemon.entries() if entry["kind"].startswith("document.")]
        if max(pauses) < 1.2:  # on a machine so busy that the writer itself stood still for longer, a version may be half of it
            assert told == ["document.added"]
    oracle(folder, state)


@WAYS
def test_equal_size_and_time_a16(places: tuple[Path, Path], way: str) -> None:
    folder, state = places
    file = folder / "a.txt"
    file.write_text(article(1, 24))
    with running(folder, state, watch=way, rescan="1") as daemon:
        daemon.settled()
        seen = file.stat()
        file.write_text(article(1, 42))
        os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
        daemon.settled()
        assert daemon.stop() == 0
    oracle(folder, state)


def test_written_through_a_name_outside_a19(places: tuple[Path, Path]) -> None:
    """No event tells of it: the look finds it, and events stay trusted."""
    folder, state = places
    outside = folder.with_name("outside.txt")
    outside.write_text(article(1))
    os.link(outside, folder / "a.txt")
    with running(folder, state, watch="events", rescan="2") as daemon:
        daemon.settled()
        with outside.open("a") as file:
            file.write("He won 30 votes.\n")
        daemon.settled()
        assert daemon.degraded() == {}
        assert daemon.stop() == 0
        assert daemon.entries()[-1]["found_by"] == "rescan"
    oracle(folder, state)


@STRACE
@pytest.mark.parametrize(
    ("call", "error"), [("getdents64", "ESTALE"), ("getdents64", "EIO"), ("getdents64", "ENOTCONN"), ("getdents64", "ETIMEDOUT")]
)
def test_a_share_that_goes_away_is_unknown_and_not_gone_a23(places: tuple[Path, Path], call: str, error: str) -> None:
    folder, state = places
    (folder / "far").mkdir()
    for number in range(3):
        (folder / "far" / f"{number}.txt").write_text(article(number))
    with running(folder, state, watch="rescan", rescan="1") as daemon:
        daemon.settled()
        line = ["strace", "-f", "-qq", "-o", "/dev/null", "-p", str(daemon.pid), "-P", str(folder / "far"), "-e", f"trace={call}"]
        fault = subprocess.Popen([*line, "-e", f"inject={call}:error={error}"])
        try:
            until(lambda: "unreadable" in daemon.degraded(), "it is told")
            (folder / "near.txt").write_text(article(9))
            until(lambda: "near.txt" in daemon.seen(), "others go on")
            assert len(daemon.seen()) == 4
        finally:
            fault.terminate()
            fault.wait()
        until(lambda: daemon.degraded() == {}, "all is well again")
        assert daemon.stop() == 0
        assert not [entry for entry in daemon.entries() if entry["kind"] == "document.removed"]
    oracle(folder, state)


@STRACE
def test_a_read_that_hangs_is_told_as_stuck_and_work_goes_on_after_a24(places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A dead share: the loop itself hangs in the kernel, where nothing can call it back. What it can do is not to hide it: no beat,
    so `status` says stuck, a probe fails, and the service manager's watchdog fires."""
    folder, state = places
    monkeypatch.setattr(status, "STALE", 2.0)
    with running(folder, state, watch="rescan", rescan="1") as daemon:
        line = ["strace", "-f", "-qq", "-o", "/dev/null", "-p", str(daemon.pid), "-P", str(folder / "dead.txt"), "-e", "trace=read"]
        fault = subprocess.Popen([*line, "-e", "inject=read:delay_enter=6s:when=1"])
        try:
            time.sleep(0.5)
            (folder / "dead.txt").write_text(article(1))
            until(lambda: status.standing(state)["state"] == "stuck", "it is told")
            (folder / "near.txt").write_text(article(2))
            daemon.settled()
            until(lambda: status.standing(state)["state"] == "healthy", "it moves again")
        finally:
            fault.terminate()
            fault.wait()
        assert daemon.stop() == 0
    oracle(folder, state)


@pytest.mark.skipif(os.geteuid() != 0 or not works("mount", "--version"), reason="only root can mount")
def test_a_mount_over_the_folder_is_seen_and_removes_nothing_a07_a08(places: tuple[Path, Path]) -> None:
    """Another file system takes the folder's place, as when a volume comes late, and goes again."""
    folder, state = places
    for number in range(12):
        (folder / f"{number}.txt").write_text(article(number))
    with running(folder, state, rescan="1") as daemon:
        daemon.settled()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False).returncode:
            pytest.skip("nothing can be mounted here")
        try:
            until(lambda: "removals-held" in daemon.degraded(), "the removals are held")
            (folder / "new.txt").write_text(article(20))
            until(lambda: "new.txt" in daemon.seen(), "what is on it is taken")
            assert len(daemon.seen()) == 13
        finally:
            subprocess.run(["umount", "-l", str(folder)], check=False)
        daemon.settled()
        until(lambda: daemon.degraded() == {}, "all is well again")
        (folder / "0.txt").write_text(article(0, 50))
        daemon.settled()
        assert daemon.stop() == 0
        assert [kind for kind, _ in kinds(daemon) if kind == "document.removed"] == ["document.removed"]
    oracle(folder, state)


def test_ten_thousand_writes_of_one_file_a26(places: tuple[Path, Path]) -> None:
    folder, state = places
    with running(folder, state, watch="events", settle="0.5") as daemon:
        before = memory(daemon)
        with (folder / "a.txt").open("w") as file:
            for number in range(100_000):
                file.seek(0)
                file.write(f"{number}\n")
                file.flush()
        daemon.settled()
        assert memory(daemon) < before + 60_000_000
        assert len(daemon.events("document.processed")) <= 3
        assert daemon.stop() == 0
    oracle(folder, state)


def memory(daemon: Daemon) -> int:
    return int(Path(f"/proc/{daemon.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_the_state_inside_the_folder_feeds_nothing_back_a27(places: tuple[Path, Path]) -> None:
    folder, _ = places
    (folder / "a.txt").write_text(article(1))
    state = folder / "state"
    with running(folder, state) as daemon:
        until(lambda: daemon.seen().keys() == {"a.txt"}, "it is taken")
        (state / "digests").mkdir(exist_ok=True)
        (state / "digests" / "today.md").write_text(article(2))
        time.sleep(3)
        assert daemon.seen().keys() == {"a.txt"}
        assert len(daemon.events("document.processed")) == 1
        assert daemon.stop() == 0


def test_a_hundred_thousand_unchanged_files_are_ready_within_five_seconds(places: tuple[Path, Path]) -> None:
    """A store made by hand, as a run over that many documents would leave it."""
    folder, state = places
    assert cli("run", folder, "--once", "--state", state).returncode == 0
    rows = []
    for number in range(100_000):
        name = f"{number // 1000}/{number}.txt"
        if number % 1000 == 0:
            (folder / f"{number // 1000}").mkdir()
        (folder / name).write_bytes(b"x")
        seen = (folder / name).stat()
        rows.append(
            (name, "rejected", 0, "0" * 64, "by hand", seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, str(seen.st_ino), str(seen.st_dev))
        )
    with sqlite3.connect(next(state.glob("*.db"))) as store:
        columns = "path, state, version, seen_sha256, reason, size, mtime_ns, ctime_ns, inode, device"
        store.executemany(f"insert into documents ({columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    store.close()
    begun = time.monotonic()
    with running(folder, state) as daemon:
        seconds = time.monotonic() - begun
        took = os.times()
        assert daemon.events("document.processed") == []
        assert daemon.stop() == 0
    print(f"ready over 100,000 unchanged files after {seconds:.1f} s", took)
    assert seconds < 5.0 * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
