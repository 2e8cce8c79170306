"""Jobs by the clock: integrity check, backup, digest, prune, each once a day at its time (UTC), by APScheduler.

In: the settings and the daemon's status. Out: findings in the status and the log; backups and digests in the state folder. A job
that comes too late is made up for once; one that still runs is not started again, and that is said. The rescan is not here:
it keeps to a clock that nobody sets.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_EXECUTED, EVENT_JOB_MAX_INSTANCES, JobEvent
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from watcher.config import Settings
from watcher.log import log

if TYPE_CHECKING:
    from watcher.store import Store

DEFAULTS = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}


class Status(Protocol):
    """Where jobs tell how they went; the daemon's status is one."""

    facts: dict[str, Any]

    def count(self, name: str, more: int = 1) -> None: ...
    def set_reason(self, name: str, sentence: str | None) -> bool: ...


class Schedule:
    """The jobs of one daemon. What writes to the store waits for `work`, which the loop calls between two batches."""

    def __init__(self, settings: Settings, status: Status) -> None:
        self.settings, self.status = settings, status
        self._scheduler = BackgroundScheduler(job_defaults=DEFAULTS, timezone=UTC, daemon=True)
        self._writing: queue.SimpleQueue[tuple[str, Callable[[Store], None]]] = queue.SimpleQueue()
        self._failed: dict[str, int] = {}
        self._scheduler.add_listener(self._heard, EVENT_JOB_ERROR | EVENT_JOB_EXECUTED | EVENT_JOB_MAX_INSTANCES)
        for name, job, at in (
            ("check", self.check, settings.check_at),
            ("backup", self.backup, settings.backup_at),
            ("digest", self.digest, settings.digest_at),
            ("prune", self.prune, settings.prune_at),
        ):
            if at:
                self._scheduler.add_job(job, CronTrigger(hour=int(at[:2]), minute=int(at[3:]), timezone=UTC), id=name)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        """No further job begins; one that runs is left to itself, for it only reads or writes a file that is put in place whole."""
        if self._scheduler.running:
            self._scheduler.pause()
            self._scheduler.remove_all_jobs()  # waits for a job that is being handed out, which would find no thread any more
            self._scheduler.shutdown(wait=False)

    def work(self, store: Store) -> None:
        """Run what waits to write to the store."""
        while not self._writing.empty():
            name, job = self._writing.get()
            log.info("job.done", job=name)
            job(store)

    def check(self) -> None:
        """Whether everything kept is whole; findings degrade the status."""
        from watcher.store.check import check  # noqa: PLC0415  only when its time has come

        findings = check(self.settings.state)
        for finding in findings:
            log.error("check.finding", path=finding.path, reason=finding.reason)
        self.status.set_reason("integrity", f"{findings[0].path}: {findings[0].reason}" if findings else None)

    def backup(self) -> None:
        """A copy of the state, named after the day."""
        from watcher.store.backup import backup  # noqa: PLC0415  only when its time has come

        folder = self._backups()
        folder.mkdir(parents=True, exist_ok=True)
        backup(self.settings.state, folder / f"claimwatch-{datetime.now(UTC):%Y-%m-%dT%H%M%S}.backup")

    def digest(self) -> None:
        """What the last day brought, as a Markdown file."""
        from watcher.outputs.digest import write  # noqa: PLC0415  only when its time has come
        from watcher.store import open_reading  # noqa: PLC0415

        moment = datetime.now(UTC)
        with open_reading(self.settings.state) as store:
            since = (moment - timedelta(days=1)).isoformat(timespec="seconds").replace("+00:00", "Z")
            write(store.entries(since=since), self.settings.state / "digests" / f"{moment:%Y-%m-%d}.md")

    def prune(self) -> None:
        """Cut the write-ahead log; let go of backups and digests beyond those the settings keep. Nothing recorded is ever pruned."""
        self._writing.put(("tidy", lambda store: store.tidy()))
        for folder in (self._backups(), self.settings.state / "digests"):
            kept = sorted(folder.glob("*.backup" if folder == self._backups() else "*.md"))
            for old in kept[: max(0, len(kept) - self.settings.keep)]:
                old.unlink(missing_ok=True)

    def _backups(self) -> Path:
        return self.settings.backup_folder or self.settings.state / "backups"

    def _heard(self, event: JobEvent) -> None:
        name = event.job_id
        if event.code == EVENT_JOB_MAX_INSTANCES:
            log.error("job.overruns", job=name)
            self.status.set_reason(f"job-{name}", f"the job {name} has not ended since its last time")
        elif event.code == EVENT_JOB_ERROR:
            self._failed[name] = self._failed.get(name, 0) + 1
            self.status.count(f"job_{name}_failed")
            self.status.set_reason(f"job-{name}", f"the job {name} failed: {event.exception}")
            if self._failed[name] == 1:  # once for each run of failures, the counter tells the rest
                log.error("job.failed", job=name, error=type(event.exception).__name__, reason=str(event.exception))
        else:
            self._failed.pop(name, None)
            self.status.set_reason(f"job-{name}", None)
            self.status.facts["jobs"] = {**self.status.facts.get("jobs", {}), name: datetime.now(UTC).isoformat(timespec="seconds")}
