"""Whether events can be trusted: threads that end, a canary that is silent, file systems that tell nothing."""

import json
import os
import socket
import stat as modes
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileModifiedEvent, FileMovedEvent
from watchdog.observers.inotify_c import InotifyFD

from tests.faults.harness import until
from watcher.config import Settings
from watcher.daemon import sight as room
from watcher.daemon.notify import notify
from watcher.daemon.sight import Sight
from watcher.daemon.start import prepare
from watcher.daemon.status import FILE, STALE, Status, boot, standing
from watcher.folder import Root, Watch
from watcher.folder.watch import MOST


@pytest.fixture
def status(tmp_path: Path) -> Status:
    (tmp_path / "state").mkdir()
    return Status(tmp_path / "state", "in")


@pytest.fixture
def sight(tmp_path: Path, status: Status) -> Iterator[Sight]:
    (tmp_path / "in").mkdir()
    made = Sight(tmp_path / "in", tmp_path / "state", status, watch="auto", rescan=60.0, poll=2.0, wake=lambda: None)
    yield made
    made.stop()


def test_a_thread_that_ended_is_noticed_and_the_watch_begun_anew_a06(sight: Sight, status: Status) -> None:
    sight.start(0.0, (1, 1))
    watch = sight._watch
    assert watch is not None
    assert watch._observer is not None
    emitter = next(iter(watch._observer.emitters))
    emitter.stop()
    emitter.join(5)
    assert sight.check(100.0), "a rebuilt watch asks for a look"
    assert status.counters["watch_rebuilds"] == 1
    assert sight._watch is not watch
    (sight.folder / "a.txt").write_text("x")
    until(lambda: "a.txt" in sight.hints().files)


def test_a_silent_canary_degrades_within_thirty_seconds_a06(sight: Sight, status: Status, monkeypatch: pytest.MonkeyPatch) -> None:
    sight.start(0.0, (1, 1))
    monkeypatch.setattr(Watch, "poke", lambda _: None)
    monkeypatch.setattr(Watch, "sang", lambda _: False)
    for second in range(0, 30, 5):
        sight.check(float(second))
    assert "events-silent" in status.reasons
    assert status.mode == "polling"
    assert sight.pace(None) == 2.0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_reading_that_raises_once_is_noticed_by_the_canary_and_the_watch_begun_anew_a06(
    sight: Sight, status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread that reads the kernel's events is watchdog's own, and nothing but silence tells that it is dead."""

    def fail(_: InotifyFD) -> list[object]:
        raise RuntimeError("a fault of the library")

    sight.start(0.0, (1, 1))
    readers = [thread for thread in threading.enumerate() if isinstance(thread, InotifyFD)]
    with monkeypatch.context() as patch:
        patch.setattr(InotifyFD, "read_events", fail)
        (sight.folder / "last.txt").write_text("x")  # what it waits for now; the next reading raises
        until(lambda: not any(reader.is_alive() for reader in readers))
    assert sight._watch is not None
    assert sight._watch.problem() is None
    for second in range(0, 30, 5):
        sight.check(float(second))
    assert "events-silent" in status.reasons
    assert status.mode == "polling"
    assert sight.check(100.0), "a rebuilt watch asks for a look"
    assert (status.mode, status.reasons) == ("events", {})
    (sight.folder / "a.txt").write_text("x")
    until(lambda: "a.txt" in sight.hints().files)


def test_the_canary_sings_through_the_threads_of_the_folder(sight: Sight) -> None:
    sight.start(0.0, (1, 1))
    assert not sight.check(1.0)
    assert sight._watch is not None
    until(sight._watch.sang)


def test_a_listener_that_raises_ends_no_thread_a05(sight: Sight, monkeypatch: pytest.MonkeyPatch) -> None:
    sight.start(0.0, (1, 1))
    assert sight._watch is not None
    real, raised = sight._watch._add, threading.Event()

    def fail(path: str, *, folder: bool) -> None:
        if path == "bad.txt":
            raised.set()
            raise RuntimeError("in a handler")
        real(path, folder=folder)

    monkeypatch.setattr(sight._watch, "_add", fail)
    (sight.folder / "bad.txt").write_text("x")
    assert raised.wait(10)
    (sight.folder / "good.txt").write_text("x")
    until(lambda: "good.txt" in sight.hints().files)
    assert sight._watch.problem() is None


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "9p", "fuse.sshfs", "virtiofs"])
def test_a_share_is_polled_and_that_is_said_once_a22(sight: Sight, status: Status, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(room, "kind_of", lambda _: kind)
    sight.start(0.0, (1, 1))
    assert status.mode == "polling"
    assert kind in status.reasons["events-none"]
    assert not sight.check(100.0)


def test_a_storm_is_bounded_a26(tmp_path: Path) -> None:
    watch = Watch(tmp_path, tmp_path / "nest", lambda: None)
    for number in range(MOST + 1000):
        watch._add(f"{number}.txt", folder=False)
    for _ in range(100_000):
        watch._add("0.txt", folder=False)
    hints = watch.take()
    assert hints.lost
    assert len(hints.files) == MOST


def test_events_of_paths_outside_are_dropped_a11(tmp_path: Path) -> None:
    watch = Watch(tmp_path / "in", tmp_path / "nest", lambda: None)
    watch._hear(FileModifiedEvent(str(tmp_path / "inside-out" / "x.txt")))
    watch._hear(FileMovedEvent(str(tmp_path / "elsewhere" / "x.txt"), str(tmp_path / "in" / "x.txt")))
    assert watch.take().files == {"x.txt"}


def test_words_to_systemd_hold_no_second_field_i02(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as door:
        door.bind(str(tmp_path / "door"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "door"))
        assert notify(STATUS="held\nMAINPID=1\r\nREADY=1", WATCHDOG="1")
        assert door.recv(1000).split(b"\n") == [b"STATUS=held MAINPID=1 READY=1", b"WATCHDOG=1"]
    monkeypatch.setenv("NOTIFY_SOCKET", "relative")
    assert not notify(READY="1")


def test_a_daemon_that_does_not_move_is_stuck_i01(status: Status) -> None:
    status.write()
    assert standing(status.state_folder)["state"] == "healthy"
    told = json.loads((status.state_folder / FILE).read_text())
    told["beat"] -= STALE + 1
    (status.state_folder / FILE).write_text(json.dumps(told))
    found = standing(status.state_folder)
    assert found["state"] == "stuck"
    assert "has not moved" in found["reasons"]["stuck"]
    (status.state_folder / FILE).write_text(json.dumps(told | {"boot": "another", "beat": 0.0}))
    assert standing(status.state_folder)["state"] == "stopped"
    assert boot()


def test_a_state_that_anyone_may_change_is_told_i07(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("watcher.daemon.start.log.warning", lambda event, **_: told.append(event), raising=False)
    (tmp_path / "in").mkdir()
    assert isinstance(prepare(tmp_path / "in", Settings(state=tmp_path / "state")), Root)
    assert modes.S_IMODE((tmp_path / "state").stat().st_mode) & 0o077 == 0
    assert told == []
    (tmp_path / "state").chmod(0o777)
    prepare(tmp_path / "in", Settings(state=tmp_path / "state"))
    assert told == ["state.exposed"]
    assert os.umask(os.umask(0o022)) >= 0
