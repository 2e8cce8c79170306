"""Jobs by the clock: integrity check, backup, digest, prune, each once a day at its time (UTC), by APScheduler.

In: the settings and the daemon's status. Out: findings in the status and the log; backups and digests in the state folder. A job
that comes too late is made up for once; one that still runs is not started again, and that is said. Each works in a process of
its own, by a command of ours, so that it neither holds the loop up nor outlives its deadline. The rescan is not here: it keeps to
a clock that nobody sets.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
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

PACKAGE = str(Path(__file__).resolve().parent.parent)
DEADLINE = 3600.0  # seconds a job may take
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
        self._running: set[subprocess.Popen[bytes]] = set()
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
        """No further job begins; one that runs is ended, for it only reads, or writes a file that is put in place whole."""
        if self._scheduler.running:
            self._scheduler.pause()
            self._scheduler.remove_all_jobs()  # waits for a job that is being handed out, which would find no thread any more
            self._scheduler.shutdown(wait=False)
        for process in tuple(self._running):
            process.kill()

    def work(self, store: Store) -> None:
        """Run what waits to write to the store."""
        while not self._writing.empty():
            name, job = self._writing.get()
            log.info("job.done", job=name)
            job(store)

    def check(self) -> None:
        """Whether everything kept is whole; findings degrade the status."""
        findings = self._ask("check")
        for finding in findings:
            log.error("check.finding", path=finding["path"], reason=finding["reason"])
        self.status.set_reason("integrity", f"{findings[0]['path']}: {findings[0]['reason']}" if findings else None)

    def backup(self) -> None:
        """A copy of the state, named after the day."""
        folder = self._backups()
        folder.mkdir(parents=True, exist_ok=True)
        self._ask("backup", str(folder / f"claimwatch-{datetime.now(UTC):%Y-%m-%dT%H%M%S}.backup"))

    def digest(self) -> None:
        """What the last day brought, as a Markdown file."""
        from watcher.outputs.digest import write  # noqa: PLC0415  only when its time has come

        moment = datetime.now(UTC)
        since = (moment - timedelta(days=1)).isoformat(timespec="seconds").replace("+00:00", "Z")
        write(self._ask("log", "--since", since), self.settings.state / "digests" / f"{moment:%Y-%m-%d}.md", self.settings.language)

    def prune(self) -> None:
        """Cut the write-ahead log; let go of backups and digests beyond those the settings keep. Nothing recorded is ever pruned."""
        self._writing.put(("tidy", lambda store: store.tidy()))
        for folder in (self._backups(), self.settings.state / "digests"):
            kept = sorted(folder.glob("*.backup" if folder == self._backups() else "*.md"))
            for old in kept[: max(0, len(kept) - self.settings.keep)]:
                old.unlink(missing_ok=True)

    def _ask(self, *words: str) -> list[dict[str, Any]]:
        """What a command of ours prints. Raises `TimeoutError` where it overruns, `RuntimeError` with its own words where it fails."""
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (PACKAGE, os.environ.get("PYTHONPATH"))))}
        line = [sys.executable, "-P", "-m", "watcher", *words, "--json", "--state", str(self.settings.state.absolute())]
        with subprocess.Popen(  # noqa: S603  our own command
            line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
        ) as process:  # fmt: skip
            self._running.add(process)
            try:
                said, fault = process.communicate(timeout=DEADLINE)
            except subprocess.TimeoutExpired:
                raise TimeoutError(f"it took longer than {DEADLINE:g} s and was ended") from None
            finally:
                process.kill()
                self._running.discard(process)
        if process.returncode not in (0, 1):
            raise RuntimeError(fault.decode("utf-8", "replace").strip() or f"it ended with {process.returncode}")
        return [json.loads(entry) for entry in said.split(b"\n") if entry]

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
