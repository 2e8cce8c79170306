"""The service turned by hand: what it does about files, whatever events tell."""

import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.daemon.inside import Here, Inside
from tests.faults.harness import article
from watcher.daemon.service import Service
from watcher.folder import Hints, Look


def test_a_save_by_rename_is_one_update_a12(daemon: Inside) -> None:
    (daemon.folder / "a.txt").write_text(article(1))
    daemon.look()
    (daemon.folder / ".a.txt.tmp").write_text(article(1, 30))
    (daemon.folder / ".a.txt.tmp").replace(daemon.folder / "a.txt")
    daemon.look()
    daemon.look()
    assert daemon.told() == [("document.added", "a.txt"), ("document.updated", "a.txt")]


def test_equal_size_and_times_are_found_by_their_ctime_a16(daemon: Inside) -> None:
    file = daemon.folder / "a.txt"
    file.write_text(article(1, 24))
    daemon.look()
    seen = file.stat()
    file.write_text(article(1, 42))
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    daemon.look()
    assert daemon.told()[-1] == ("document.updated", "a.txt")


def test_a_change_that_no_stat_shows_is_found_by_the_full_reading_a16(daemon: Inside) -> None:
    file = daemon.folder / "a.txt"
    file.write_text(article(1, 24))
    daemon.look()
    file.write_text(article(1, 42))
    known = daemon.service.intake.known
    stat = daemon.service.root.stat("a.txt")
    known["a.txt"] = known["a.txt"]._replace(stat=stat)  # as if the file system had told nothing
    daemon.look()
    assert daemon.told() == [("document.added", "a.txt")]
    daemon.service._full_at = 0.0
    daemon.look()
    daemon.service._read_again(time.monotonic())
    daemon.service.take_due(time.monotonic())
    assert daemon.told()[-1] == ("document.updated", "a.txt")


def test_an_inode_that_is_used_again_is_another_document_a18(daemon: Inside) -> None:
    for number in range(8):
        (daemon.folder / f"{number}.txt").write_text(article(number))
        daemon.look()
        (daemon.folder / f"{number}.txt").unlink()
    daemon.look()
    assert not [kind for kind, _ in daemon.told() if kind == "document.renamed"]
    assert len([kind for kind, _ in daemon.told() if kind == "document.added"]) == 8


def test_removed_and_back_with_equal_content_between_two_looks_is_nothing_a20(daemon: Inside) -> None:
    (daemon.folder / "a.txt").write_text(article(1))
    daemon.look()
    (daemon.folder / "a.txt").unlink()
    (daemon.folder / "a.txt").write_text(article(1))
    daemon.look()
    assert daemon.told() == [("document.added", "a.txt")]


def test_swaps_chains_and_case_a21(daemon: Inside) -> None:
    for number, name in enumerate("abc"):
        (daemon.folder / f"{name}.txt").write_text(article(number))
    daemon.look()
    for old, new in (("a", "x"), ("b", "a"), ("x", "b")):  # a swap: two edits
        (daemon.folder / f"{old}.txt").rename(daemon.folder / f"{new}.txt")
    daemon.look()
    assert sorted(daemon.told()[3:]) == [("document.updated", "a.txt"), ("document.updated", "b.txt")]
    for old, new in (("c", "d"), ("b", "c"), ("a", "A")):
        (daemon.folder / f"{old}.txt").rename(daemon.folder / f"{new}.txt")
    daemon.look()
    assert sorted(daemon.told()[5:]) == [("document.renamed", "A.txt"), ("document.renamed", "c.txt"), ("document.renamed", "d.txt")]


def test_changes_while_down_are_found_at_the_start_a28(daemon: Inside) -> None:
    for number in range(4):
        (daemon.folder / f"{number}.txt").write_text(article(number))
    daemon.look()
    daemon.close()
    (daemon.folder / "0.txt").write_text(article(0, 50))
    (daemon.folder / "1.txt").unlink()
    (daemon.folder / "2.txt").rename(daemon.folder / "two.txt")
    (daemon.folder / "new.txt").write_text(article(9))
    daemon.open()
    daemon.service.take_in_once()
    assert sorted(daemon.told()[4:]) == [
        ("document.added", "new.txt"), ("document.removed", "1.txt"), ("document.renamed", "two.txt"), ("document.updated", "0.txt"),
    ]  # fmt: skip
    assert {entry["found_by"] for entry in daemon.entries[-4:]} == {"start"}


def test_a_file_made_while_the_first_look_goes_on_is_told_by_an_event_a29(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    daemon = Inside(tmp_path, watch="events", rescan=600.0, settle=0.05)
    service, real = daemon.service, daemon.service.root.look

    def look(*args: object, **more: object) -> Look:
        seen = real(*args, **more)  # type: ignore[arg-type]
        if not (daemon.folder / "late.txt").exists():
            (daemon.folder / "late.txt").write_text(article(2))  # too late for this look
        return seen

    monkeypatch.setattr(service.root, "look", look)
    service.sight.start(time.monotonic(), service.root.identity())
    service.scan("start")
    turn(service, lambda: "late.txt" in service.intake.known)
    assert daemon.told() == [("document.added", "late.txt")]
    daemon.close()


def test_touched_fifty_times_while_it_is_read_is_one_reading_and_at_most_one_more_a30(daemon: Inside) -> None:
    def touch(_: str) -> None:
        for _ in range(50):
            (daemon.folder / "a.txt").touch()

    (daemon.folder / "a.txt").write_text(article(1))
    daemon.reader.before = touch
    daemon.look()
    daemon.reader.before = lambda _: None
    daemon.look()
    daemon.look()
    assert len(daemon.reader.read) <= 2
    assert daemon.told() == [("document.added", "a.txt")]


def test_a_writer_that_never_stops_is_told_and_starves_nobody_a15(daemon: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    service, clock = daemon.service, [time.monotonic()]
    service.settling.settle = 1.0
    for second in range(40):
        with (daemon.folder / "endless.txt").open("a") as file:
            file.write("one more line\n")
        if second == 5:
            (daemon.folder / "b.txt").write_text(article(1))
        clock[0] += 0.9
        for path in ("endless.txt", "b.txt"):
            if (daemon.folder / path).exists() and path not in service.intake.known:
                service.settling.notice(path, service.root.stat(path), clock[0], "event", moved=path == "endless.txt")  # type: ignore[arg-type]
        service.take_due(clock[0])
    assert daemon.told() == [("document.added", "b.txt")]
    assert "endless.txt" in service.status.reasons["unsettled"]
    service.take_due(clock[0] + 60)
    assert "unsettled" not in service.status.reasons


def with_a_poison(daemon: Inside) -> None:
    """Three files wait, and the rules raise on the middle one."""

    def fail(path: str) -> None:
        if path == "poison.txt":
            raise RuntimeError("a rule failed on it")

    daemon.reader.before = fail
    for name in ("a", "poison", "z"):
        (daemon.folder / f"{name}.txt").write_text(article(ord(name[0])))


def test_a_rule_that_raises_costs_its_document_only_a05_g20(daemon: Inside) -> None:
    with_a_poison(daemon)
    daemon.look()
    assert sorted(daemon.told()) == [("document.added", "a.txt"), ("document.added", "z.txt"), ("document.rejected", "poison.txt")]
    assert daemon.reader.read.count("poison.txt") == 3
    daemon.restart()
    daemon.look()
    assert daemon.reader.read.count("poison.txt") == 3, "refused until it changes"


def test_what_fails_is_tried_again_after_the_others_are_recorded_g20(daemon: Inside) -> None:
    """G-4: it slows them by one try, not by all of its tries."""
    with_a_poison(daemon)
    daemon.service.scan("rescan")
    daemon.service.take_due(time.monotonic())
    assert (sorted(daemon.told()), daemon.reader.read.count("poison.txt")) == (
        [("document.added", "a.txt"), ("document.added", "z.txt")],
        1,
    )
    daemon.look()
    assert daemon.told()[-1] == ("document.rejected", "poison.txt")


def test_tries_are_counted_across_restarts_g20(daemon: Inside) -> None:
    (daemon.folder / "poison.txt").write_text(article(1))

    def fail(_: str) -> None:
        daemon.service.bell.stop = True  # the daemon is ended while it tries
        raise RuntimeError("killed")

    daemon.reader.before = fail
    for _ in range(4):
        daemon.look()
        daemon.service.bell.stop = False
        daemon.restart()
    assert daemon.reader.read.count("poison.txt") == 3
    assert daemon.store.failing() == {} or daemon.told() == []
    daemon.reader.before = lambda _: None
    daemon.look()
    daemon.reader.before = fail
    assert daemon.told() == [("document.rejected", "poison.txt")]
    (daemon.folder / "poison.txt").write_text(article(2))
    daemon.reader.before = lambda _: None
    daemon.look()
    assert daemon.told()[-1] == ("document.added", "poison.txt")


def test_hints_that_were_lost_are_counted_and_looked_for_at_once_a01(daemon: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    service = daemon.service
    daemon.look()
    (daemon.folder / "a.txt").write_text(article(1))
    service._look_at = time.monotonic() + 600
    hints = [Hints(lost=True)]
    monkeypatch.setattr(service.sight, "hints", lambda: hints.pop() if hints else Hints())
    monkeypatch.setattr(service.root, "identity", lambda: service._look and service._look.identity)
    moment = time.monotonic()
    service.gather(moment)
    assert service._look_at <= moment + 1
    for number in range(10):
        (daemon.folder / f"{number}.txt").write_text(article(number))
    daemon.look()
    assert "events-missed" not in service.status.reasons, "the kernel's queue was full, the watch is well"


def test_a_look_scales_with_what_it_costs_a25(daemon: Inside) -> None:
    assert daemon.service.sight.pace(Look(seconds=0.0)) == 1.0
    assert daemon.service.sight.pace(Look(seconds=10.0)) == 200.0  # 5 % of a core


def test_a_folder_that_vanished_removes_nothing_a07(daemon: Inside) -> None:
    for number in range(12):
        (daemon.folder / f"{number}.txt").write_text(article(number))
    daemon.look()
    shutil.move(daemon.folder, daemon.folder.with_name("away"))
    daemon.look()
    assert "root-missing" in daemon.service.status.reasons
    daemon.folder.mkdir()
    daemon.look()
    assert "removals-held" in daemon.service.status.reasons
    shutil.rmtree(daemon.folder)
    shutil.move(daemon.folder.with_name("away"), daemon.folder)
    daemon.look()
    assert daemon.service.status.reasons == {}
    assert {kind for kind, _ in daemon.told()} == {"document.added"}


def test_a_folder_that_could_not_be_seen_is_forgotten_when_it_can_a23(daemon: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    (daemon.folder / "far").mkdir()
    (daemon.folder / "far" / "a.txt").write_text(article(1))
    daemon.look()
    real = os.scandir

    def stale(opened: int) -> object:
        if os.readlink(f"/proc/self/fd/{opened}").endswith("/far"):  # noqa: PTH115  a descriptor
            raise OSError(116, "Stale file handle")
        return real(opened)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", stale)
        daemon.look()
        assert "'far'" in daemon.service.status.reasons["unreadable"]
    daemon.look()
    assert daemon.service.status.reasons == {}
    assert daemon.told() == [("document.added", "far/a.txt")]


def test_a_volume_that_is_not_mounted_at_the_start_removes_nothing_a08(daemon: Inside) -> None:
    (daemon.folder / "a.txt").write_text(article(1))
    daemon.look()
    daemon.close()
    daemon.folder.rename(daemon.folder.with_name("volume"))
    daemon.folder.mkdir()
    daemon.open()
    daemon.look()
    assert "removals-held" in daemon.service.status.reasons
    daemon.folder.rmdir()
    daemon.folder.with_name("volume").rename(daemon.folder)
    daemon.restart()
    daemon.look()
    assert daemon.told() == [("document.added", "a.txt")]


def test_documents_read_by_older_rules_are_read_again_at_the_start_f09(daemon: Inside) -> None:
    (daemon.folder / "a.txt").write_text(article(1))
    daemon.reader.rules = "older"
    daemon.look()
    daemon.reader.rules = ""
    daemon.restart()
    daemon.look()
    daemon.look()
    assert daemon.told() == [("document.added", "a.txt"), ("document.reread", "a.txt")]


def turn(service: Service, holds: Callable[[], object], patience: float = 20.0) -> None:
    """Let the loop go on until `holds()`."""
    end = time.monotonic() + patience
    while not holds() and time.monotonic() < end:
        service._sleep()
        service.step(time.monotonic())
    assert holds()


def test_reading_elsewhere_is_stopped_by_nothing_here() -> None:
    assert list(Here().answers([])) == []
    assert threading.active_count() < 20
