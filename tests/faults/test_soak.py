"""Changes and faults at random for a while (10 s; TEST_SOAK=1200 for twenty minutes): nothing lost, nothing that grows (I09)."""

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.faults.harness import Daemon, article, oracle

SECONDS = float(os.environ.get("TEST_SOAK", "10"))
FIGURES = 12  # measurements at least, on however busy a machine
RESTARTS = 5  # more would be no accident at the rate below
FIU = ("fiu-run", "-x", "-c", "enable_random name=posix/io/sync/fdatasync,probability=0.02")


def supervised(daemon: Daemon) -> Daemon:
    """Started, and started again where an injected fault of the disk ended it as it opened its store, as a service manager does."""
    for _ in range(RESTARTS):
        try:
            return daemon.start()
        except AssertionError as fault:
            if "disk I/O error" not in str(fault):
                raise
    return daemon.start()


def measure(daemon: Daemon) -> tuple[float, int, int, float]:
    """Memory (MB), descriptors, threads of the daemon, and the size of the write-ahead log (MB)."""
    home = Path(f"/proc/{daemon.pid}")
    memory = int((home / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    log = daemon.state / "claimwatch.db-wal"
    return (
        memory,
        len(list((home / "fd").iterdir())),
        len(list((home / "task").iterdir())),
        log.stat().st_size / 1e6 if log.exists() else 0.0,
    )


def disturb(chance: random.Random, folder: Path, daemon: Daemon) -> None:
    """One change of the folder, now and then a signal."""
    names = sorted(folder.glob("**/*.txt"))
    name = chance.choice(names) if names else folder / "first.txt"
    match chance.randrange(14):
        case 0 if len(names) > 150:
            name.unlink()
        case 1 if names:
            name.rename(name.with_name(f"moved{chance.randrange(1000)}.txt"))
        case 2:
            target = folder / f"folder{chance.randrange(5)}"
            if target.exists() and len(names) > 150:
                shutil.rmtree(target)
            else:
                target.mkdir(exist_ok=True)
        case 3:
            daemon.signal(signal.SIGSTOP)
            time.sleep(0.3)
            daemon.signal(signal.SIGCONT)
        case 4:
            daemon.signal(signal.SIGHUP)
        case 5:
            name.write_bytes(chance.randbytes(200))
        case number:
            place = folder / f"folder{chance.randrange(5)}" if number > 10 else folder
            place.mkdir(exist_ok=True)
            (place / f"{chance.randrange(200)}.txt").write_text(article(chance.randrange(60), chance.randrange(20, 90)))


@pytest.mark.faults
@pytest.mark.sample
def test_a_soak_keeps_everything_and_grows_nothing_i09_g21(tmp_path: Path) -> None:
    folder, state = tmp_path / "in", tmp_path / "state"
    folder.mkdir()
    chance = random.Random(9)
    wrapper = FIU if shutil.which("fiu-run") else ()
    daemon = supervised(Daemon(folder, state, "--accept-removals", wrapper=wrapper, rescan="3"))
    figures: list[tuple[float, int, int, float]] = []
    begun, kills = time.monotonic(), [SECONDS * 0.15, SECONDS * 0.3]
    try:
        while (now := time.monotonic() - begun) < SECONDS or len(figures) < FIGURES:
            disturb(chance, folder, daemon)
            time.sleep(0.1)
            if daemon.code() is not None or (kills and now > kills[0]):
                assert kills, daemon.log.read_text()[-2000:]
                kills.pop(0)
                daemon.kill()
                supervised(daemon)
            elif not kills and now > SECONDS * 0.4:
                figures.append(measure(daemon))
        daemon.settled(120.0)
        assert daemon.stop() == 0
    finally:
        daemon.kill()
    oracle(folder, state)
    third = max(1, len(figures) // 3)
    early, late = (tuple(sum(column) / len(part) for column in zip(*part, strict=True)) for part in (figures[:third], figures[-third:]))
    print(f"memory, descriptors, threads, log: {early} -> {late} in {SECONDS:g} s")
    assert late[0] < early[0] * 1.15 + 15
    assert late[1] <= early[1] + 3
    assert late[2] <= early[2] + 2
    assert late[3] < 20
