"""Jobs by the clock: one catch-up run, in UTC; what hangs or fails is told, and the others go on."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from apscheduler.schedulers.background import BackgroundScheduler

from tests.faults.harness import until
from tests.store.conftest import write
from tests.store.toy import article
from watcher import schedule
from watcher.config import Settings
from watcher.daemon.status import Status
from watcher.outputs.changelog import Changelog
from watcher.schedule import DEFAULTS, Schedule
from watcher.store import Store, open_store


@pytest.fixture
def status(tmp_path: Path) -> Status:
    return Status(tmp_path, "in")


@pytest.fixture
def jobs(tmp_path: Path, status: Status) -> Iterator[Schedule]:
    made = Schedule(Settings(state=tmp_path), status)
    yield made
    made.stop()


def catch_up(store: Store) -> None:
    log = Changelog(store.state)
    log.catch_up(store)
    log.close()


def test_runs_missed_while_the_host_slept_are_one_run_d02() -> None:
    ran: list[int] = []
    scheduler = BackgroundScheduler(job_defaults=DEFAULTS, timezone=UTC)
    long_ago = datetime.now(UTC) - timedelta(hours=8)
    scheduler.add_job(ran.append, "interval", [1], seconds=3600, next_run_time=long_ago)
    scheduler.start()
    until(lambda: ran)
    scheduler.shutdown()
    assert ran == [1]


def test_times_of_day_are_utc_so_no_night_has_two_or_none_d03(jobs: Schedule) -> None:
    for job in jobs._scheduler.get_jobs():
        fired, moment = [], datetime(2026, 10, 24, 12, tzinfo=UTC)
        for _ in range(3):  # over the end of summer time in Europe
            moment = job.trigger.get_next_fire_time(None, moment)
            fired.append(moment)
            moment += timedelta(seconds=1)
        assert {later - earlier for earlier, later in pairwise(fired)} == {timedelta(days=1)}, job.id


def test_a_job_that_hangs_is_told_and_blocks_no_other_d04(jobs: Schedule, status: Status) -> None:
    over, ran = threading.Event(), threading.Event()
    jobs._scheduler.add_job(over.wait, "interval", seconds=0.05, id="hangs")
    jobs._scheduler.add_job(ran.set, "interval", seconds=0.05, id="goes-on")
    jobs.start()
    try:
        until(lambda: "job-hangs" in status.reasons)
        assert "has not ended" in status.reasons["job-hangs"]
        assert ran.wait(10)
    finally:
        over.set()
    until(lambda: "job-hangs" not in status.reasons)


def test_a_job_that_fails_is_told_once_and_counted_d05(jobs: Schedule, status: Status, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(schedule.log, "error", lambda event, **_: told.append(event), raising=False)
    well = threading.Event()

    def fail() -> None:
        if not well.is_set():
            raise OSError("no space left")

    jobs._scheduler.add_job(fail, "interval", seconds=0.03, id="fails")
    jobs.start()
    until(lambda: status.counters.get("job_fails_failed", 0) >= 3)
    assert "no space left" in status.reasons["job-fails"]
    assert told.count("job.failed") == 1
    well.set()
    until(lambda: "job-fails" not in status.reasons)


def test_stopping_while_a_job_runs_is_quick_and_silent_d06(tmp_path: Path, status: Status, capfd: pytest.CaptureFixture[str]) -> None:
    jobs, over = Schedule(Settings(state=tmp_path), status), threading.Event()
    jobs._scheduler.add_job(over.wait, id="runs")
    jobs.start()
    begun = time.monotonic()
    jobs.stop()
    assert time.monotonic() - begun < 5
    over.set()
    assert "cannot schedule" not in capfd.readouterr().err


def test_a_job_has_a_deadline_of_its_own_d04(jobs: Schedule, status: Status, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = tmp_path / "python"
    hanging.write_text("#!/bin/sh\nexec sleep 600\n")
    hanging.chmod(0o755)
    monkeypatch.setattr(schedule, "DEADLINE", 0.3)
    monkeypatch.setattr(schedule.sys, "executable", str(hanging))
    jobs._scheduler.add_job(jobs.check, id="check", replace_existing=True)
    jobs.start()
    until(lambda: "job-check" in status.reasons)
    assert "longer than 0.3 s" in status.reasons["job-check"]
    assert jobs._running == set()


def test_jobs_tell_what_they_find_and_leave_their_files(tmp_path: Path, status: Status) -> None:
    with open_store(tmp_path) as store:
        write(store, "a.txt", article("T", "Ana Ruiz: votes: 7 count"))
        catch_up(store)
    jobs = Schedule(Settings(state=tmp_path), status)
    jobs.check()
    assert "integrity" not in status.reasons
    jobs.backup()
    assert len(list((tmp_path / "backups").iterdir())) == 1
    jobs.digest()
    assert "a.txt" in next((tmp_path / "digests").iterdir()).read_text()
    (tmp_path / "changelog.jsonl").write_text("{}\n")
    jobs.check()
    assert "changelog" in status.reasons["integrity"]


def test_a_job_whose_command_refuses_says_why(tmp_path: Path, status: Status) -> None:
    jobs = Schedule(Settings(state=tmp_path / "nowhere"), status)
    with pytest.raises(RuntimeError, match="nothing in"):
        jobs.backup()
