"""Group D with the real daemon: clocks that jump, sleep, signals at any phase."""

import os
import random
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.harness import article, oracle, running, until

pytestmark = pytest.mark.faults
FAKETIME = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)


@pytest.mark.skipif(FAKETIME is None, reason="libfaketime is not here")
def test_a_clock_that_jumps_changes_no_pace_and_no_order_d01_d02(places: tuple[Path, Path], tmp_path: Path) -> None:
    folder, state = places
    clock = tmp_path / "clock"
    clock.write_text("+0")
    around = {
        "LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1",
    }  # fmt: skip
    (folder / "a.txt").write_text(article(1))
    with running(folder, state, watch="rescan", rescan="1", around=around) as daemon:
        daemon.settled()
        for number, jump in enumerate(("-3600", "+7200", "-86400", "+0")):
            clock.write_text(jump)
            (folder / f"{number}.txt").write_text(article(10 + number))
            daemon.settled(20.0)
        assert daemon.degraded() == {}
        assert daemon.stop() == 0
        entries = daemon.entries()
        stamps = [entry["detected_at"] for entry in entries]
        assert stamps != sorted(stamps), "the clock did jump"
        assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
    oracle(folder, state)


def test_a_time_zone_that_nobody_knows_is_utc_d08(places: tuple[Path, Path]) -> None:
    """TZ names nothing, and there is no table of time zones."""
    folder, state = places
    (folder / "a.txt").write_text(article(1))
    with running(folder, state, around={"TZ": "Nowhere/Else", "PYTHONTZPATH": ""}) as daemon:
        daemon.settled()
        assert daemon.stop() == 0
        assert "Traceback" not in daemon.log.read_text()
        age = datetime.now(UTC) - datetime.fromisoformat(daemon.entries()[0]["detected_at"])
        assert timedelta(0) <= age < timedelta(minutes=10)


def test_after_a_long_sleep_it_goes_on_d02(places: tuple[Path, Path]) -> None:
    folder, state = places
    with running(folder, state, rescan="1") as daemon:
        daemon.signal(signal.SIGSTOP)
        (folder / "a.txt").write_text(article(1))
        time.sleep(4)
        daemon.signal(signal.SIGCONT)
        daemon.settled()
        assert daemon.stop() == 0
    oracle(folder, state)


def test_ended_at_any_phase_d06(places: tuple[Path, Path]) -> None:
    """TERM in the middle of a batch: what is in hand is finished, the rest is found at the next start."""
    folder, state = places
    for number in range(120):
        (folder / f"{number}.txt").write_text(article(number))
    chance = random.Random(6)
    with running(folder, state) as daemon:
        for _ in range(6):
            time.sleep(chance.random() * 1.5)
            begun = time.monotonic()
            assert daemon.stop(30.0) in (0, -signal.SIGTERM)  # the second before it had begun
            assert time.monotonic() - begun < 20
            daemon.start(ready=False)
            time.sleep(chance.random() * 2)
        until(lambda: daemon.status()["pid"] == daemon.pid, "it runs", 30.0)
        daemon.settled()
        assert daemon.stop() == 0
        log = daemon.log.read_text()
        assert "Traceback" not in log
        assert "cannot schedule" not in log
    oracle(folder, state)


def test_signals_in_a_storm_d07(places: tuple[Path, Path]) -> None:
    folder, state = places
    with running(folder, state) as daemon:
        for number in range(60):
            (folder / f"{number}.txt").write_text(article(number))
            os.kill(daemon.pid, (signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2, signal.SIGPIPE)[number % 4])
            time.sleep(0.02)
        daemon.settled()
        assert daemon.code() is None
        assert daemon.stop() == 0
    oracle(folder, state)
