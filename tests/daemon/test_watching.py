"""The daemon as a process, three ways: by events, by polling, by the rescan alone."""

import shutil
import signal
from pathlib import Path

import pytest

from tests.faults.harness import Daemon, article, cli, oracle, running, until

WAYS = pytest.mark.parametrize("way", ["events", "poll", "rescan"])


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "in").mkdir()
    return tmp_path / "in", tmp_path / "state"


def kinds(daemon: Daemon) -> list[tuple[str, str]]:
    return [(entry["kind"], entry["document"]["path"]) for entry in daemon.entries() if entry["kind"].startswith("document.")]


@WAYS
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


def test_signals_d06_d07(places: tuple[Path, Path]) -> None:
    folder, state = places
    (folder / "a.txt").write_text(article(1))
    with running(folder, state) as daemon:
        daemon.settled()
        daemon.signal(signal.SIGHUP)
        until(lambda: daemon.events("settings.reloaded"), "settings are reloaded")
        assert daemon.code() is None
        daemon.signal(signal.SIGTERM)
        daemon.signal(signal.SIGTERM)
        assert daemon.process.wait(30) == 0
        daemon.start().signal(signal.SIGINT)
        assert daemon.process.wait(30) == 0
        assert "Traceback" not in daemon.log.read_text()


def test_a_second_daemon_is_refused_and_names_the_first_b14(places: tuple[Path, Path]) -> None:
    folder, state = places
    with running(folder, state) as daemon:
        second = cli("run", folder, "--once", "--state", state)
        assert second.returncode == 2
        assert str(daemon.pid) in second.stderr
        assert second.stderr.count("\n") == 1
        daemon.kill()
        assert cli("run", folder, "--once", "--state", state).returncode == 0


def test_status_tells_how_it_stands(places: tuple[Path, Path]) -> None:
    folder, state = places
    assert cli("status", "--state", state).returncode == 2
    with running(folder, state) as daemon:
        assert cli("status", "--state", state, "--probe").returncode == 0
        daemon.kill()
        crashed = cli("status", "--state", state, "--probe", "--json")
        assert crashed.returncode == 1
        assert '"stopped"' in crashed.stdout
        assert "ended" in crashed.stdout
