"""The daemon as a process: signals, the lock, its standing. What takes longer is among the faults."""

import signal
from pathlib import Path

import pytest

from tests.faults.harness import article, cli, running, until


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "in").mkdir()
    return tmp_path / "in", tmp_path / "state"


def test_signals_d06_d07(places: tuple[Path, Path]) -> None:
    folder, state = places
    (folder / "a.txt").write_text(article(1))
    with running(folder, state) as daemon:
        daemon.settled()
        daemon.signal(signal.SIGUSR1)
        daemon.signal(signal.SIGHUP)
        until(lambda: daemon.events("settings.reloaded"), "settings are reloaded")
        assert daemon.code() is None
        daemon.signal(signal.SIGTERM)
        daemon.signal(signal.SIGTERM)
        assert daemon.process.wait(30) == 0
        daemon.start().signal(signal.SIGINT)
        assert daemon.process.wait(30) == 0
        assert "Traceback" not in daemon.log.read_text()


def test_settings_that_do_not_hold_leave_the_old_ones_in_force_i06(places: tuple[Path, Path], tmp_path: Path) -> None:
    folder, state = places
    file = tmp_path / "claimwatch.toml"
    file.write_text('ignore = ["*.secret.txt"]\n')
    with running(folder, state, "--config", str(file)) as daemon:
        for broken in (b'ignore = ["*.', b"\xff\xfe\x00", b"sette = 1\n", b'language = "xx"\n'):
            file.write_bytes(broken)
            told = len(daemon.events("settings.refused"))
            daemon.signal(signal.SIGHUP)
            until(lambda: len(daemon.events("settings.refused")) > told, "they are refused")  # noqa: B023
        assert "claimwatch.toml" in daemon.events("settings.refused")[-1]["reason"]
        (folder / "a.secret.txt").write_text(article(1))
        (folder / "b.txt").write_text(article(2))
        until(lambda: "b.txt" in daemon.seen(), "it goes on")
        assert "a.secret.txt" not in daemon.seen()
        file.write_text("")
        daemon.signal(signal.SIGHUP)
        until(lambda: "a.secret.txt" in daemon.seen(), "the new ones are in force")
        assert daemon.stop() == 0


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
