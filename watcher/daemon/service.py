"""The loop: hints and looks -> settling -> intake, until a signal ends it; and the same once, for `--once`.

In: a prepared folder, an open store, the settings. Out: entries, handed to `show` as they are recorded. On HUP the settings are
read again; settings that do not hold are told, and the old ones stay.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from sqlite3 import sqlite_version
from typing import Any, Protocol

from watcher.config import Settings
from watcher.daemon.belief import Belief
from watcher.daemon.bell import Bell
from watcher.daemon.intake import Batch, Intake
from watcher.daemon.notify import notify
from watcher.daemon.progress import Progress
from watcher.daemon.reader import Reader
from watcher.daemon.sight import Sight
from watcher.daemon.status import Status, now
from watcher.errors import ClaimwatchError
from watcher.folder import Look, Names, Root, Settling, Unreadable, changed, gone, held_back, same
from watcher.log import log, set_up
from watcher.model import FoundBy
from watcher.store import Store, StoreFault
from watcher.store.sqlite import version_note

Show = Callable[[list[dict[str, Any]]], None]
BEAT = 5.0  # seconds between two beats of an idle loop
PROOF = 30.0  # seconds between two writes that prove the store can still be written to
RESTLESS = 30.0  # seconds a removal may wait for new files of the same size to settle
RECHECK = 0.2  # seconds of each second given to reading again what looks unchanged
PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)  # seconds between tries while the store cannot be written to


class Jobs(Protocol):
    """What runs by the clock beside the loop; `schedule.Schedule` is one. `work` does, in the loop, what writes to the store."""

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def work(self, store: Store) -> None: ...


class Service:
    """The daemon of one folder. Everything happens in the thread that calls `run`, but for hints and scheduled jobs."""

    def __init__(
        self, root: Root, store: Store, settings: Settings, *, show: Show, accept_removals: bool = False,
        reload: Callable[[], Settings] | None = None,
        jobs: Callable[[Settings, Status], Jobs] | None = None,
    ) -> None:  # fmt: skip
        self.root, self.store, self.settings = root, store, settings
        self._reload = reload
        self.status = Status(settings.state, str(root.path))
        self.settling = Settling(settings.settle)
        self.belief = Belief(root, store, self.status, window=settings.rescan, always=accept_removals)
        self.progress = Progress()
        reader = Reader(deadline=settings.deadline, memory=settings.memory_limit, most=settings.workers)
        self.intake = Intake(
            root, store, reader, language=settings.language, limit=settings.size_limit, show=show,
            beat=self._beat, stopping=lambda: self.bell.stop, progress=self.progress.show,
        )  # fmt: skip
        self.bell = Bell()
        self.sight = Sight(
            root.path, settings.state, self.status, watch=settings.watch, rescan=settings.rescan, poll=settings.poll, wake=self.bell.ring
        )
        self.jobs = jobs(settings, self.status) if jobs is not None else None
        self._look: Look | None = None
        self._look_at = 0.0
        self._lost = False  # events were dropped since the last look: what it finds says nothing about the watch
        self._full_at = time.monotonic() + settings.full_hash
        self._recheck: deque[str] = deque()
        self._forced: set[str] = set()
        self._told: set[str] = set()
        self._faults = 0
        self._retry_at = 0.0
        self._proof_at = 0.0

    # the two ways to run

    def take_in_once(self) -> None:
        """One look, one batch; files that change meanwhile are given a few more tries."""
        self.progress.plain = True
        self.intake.catch_up()
        look = self.root.look()
        present: dict[str, FoundBy] = dict.fromkeys(changed(self.intake.known, look), "start")
        missing: dict[str, FoundBy] = dict.fromkeys(gone(self.intake.known, look), "start")
        for _ in range(4):
            batch = self._take(present, missing, look)
            self.progress.end()
            present, missing = dict.fromkeys(batch.unsettled + batch.again, "start"), dict.fromkeys(batch.vanished, "start")
            if not (present or missing):
                break
            time.sleep(0.1)
        self._report(look.unknown | batch.denied | batch.unknown | dict.fromkeys(present, "does not come to rest"))
        self.belief.remember(look)
        self.status.write(state="stopped")

    def run(self) -> None:
        """Watch first, then look; until a signal ends it."""
        self.bell.listen()
        self.status.facts["sqlite"] = sqlite_version
        if (note := version_note()) is not None:
            log.warning("store.sqlite", reason=note)
        self.intake.catch_up()
        self.sight.start(time.monotonic(), self.root.identity())
        if self.jobs is not None:
            self.jobs.start()
        self.scan("start")
        self._beat()
        self.status.write()
        log.info(
            "daemon.ready",
            folder=str(self.root.path),
            state=str(self.settings.state),
            documents=len(self.intake.known),
            mode=self.status.mode,
        )
        notify(READY="1", STATUS="watching")
        while not self.bell.stop:
            self._sleep()
            self.step(time.monotonic())
        log.info("daemon.stopped")

    def step(self, moment: float) -> None:
        """One turn of the loop."""
        if self.bell.hang_up:
            self._reload_settings()
        if self.sight.check(moment) or self.root.identity() != (self._look.identity if self._look else None):
            self._look_at = moment
        self.gather(moment)
        if moment >= self._look_at:
            self.scan("rescan")
        self._read_again(moment)
        if moment >= self._retry_at:
            self.take_due(time.monotonic())
            if self.jobs is not None:
                self.jobs.work(self.store)
        self._prove(moment)
        self._beat()

    def close(self) -> None:
        notify(STOPPING="1")
        if self.jobs is not None:
            self.jobs.stop()
        self.sight.stop()
        self.progress.end()
        self.intake.close()
        self.status.write(state="stopped")
        self.bell.close()

    # seeing

    def gather(self, moment: float) -> None:
        """Turn hints into notices: what the file system says now of the paths they name."""
        hints = self.sight.hints()
        self._lost = self._lost or hints.lost
        if hints.lost or "" in hints.folders or len(hints.folders) > 50:
            self._look_at = min(self._look_at, moment if self._look is None else self._looked + self._look.seconds * 4)
        for folder in () if hints.lost else sorted(hints.folders - {""})[:50]:
            look = self.root.look(folder)
            self._notice(look, changed(self.intake.known, look), gone(self.intake.known, look, folder), "event", moment)
        for path in hints.files:
            if path in self.intake.known or self.root.names.path(path):
                seen = self.root.stat(path)
                if not isinstance(seen, Unreadable) or seen.kind in ("gone", "special"):
                    self.settling.notice(path, None if isinstance(seen, Unreadable) else seen, moment, "event", moved=True)

    def scan(self, found_by: FoundBy) -> None:
        """Look at the whole folder: the truth, whatever events told."""
        look = self.root.look(pause=lambda: self.bell.stop)
        moment = self._looked = time.monotonic()
        self.gather(moment)  # what events told while we looked is not missed by them
        fresh, missing = changed(self.intake.known, look), gone(self.intake.known, look)
        missed = [path for path in fresh if path not in self.settling.waiting and path not in self._told]
        self._notice(look, fresh, missing, found_by, moment)
        again = self.sight.seen(look, () if found_by == "start" or self._lost else missed, moment)
        self._lost = False
        if look.identity is not None and not missing:
            self.status.set_reason("removals-held", None)
        self.status.set_reason("root-missing", None if look.identity else f"the watched folder {self.root.path} cannot be seen")
        self._told &= look.unknown.keys() | set(fresh)
        self._report(look.unknown)
        self._look = look
        self._look_at = moment if again else moment + (1.0 if self.sight.doubtful else self.sight.pace(look))
        self.status.facts["last_full_rescan"] = now()
        if moment >= self._full_at:
            self._full_at = moment + self.settings.full_hash
            self._recheck.extend(sorted(look.files))

    def _notice(self, look: Look, fresh: list[str], missing: list[str], found_by: FoundBy, moment: float) -> None:
        for path in fresh:
            self.settling.notice(path, look.files[path], moment, found_by, moved=False)
        for path in missing:
            self.settling.notice(path, None, moment, found_by, moved=False)

    def _read_again(self, moment: float) -> None:
        """A little of the full reading: files whose times say that nothing changed, for the hash is the truth."""
        while self._recheck and time.monotonic() - moment < RECHECK:
            path = self._recheck.popleft()
            if path in self.intake.known and path not in self.settling.waiting:
                self._forced.add(path)
                self.settling.notice(path, None, moment - self.settings.settle, "rescan", moved=False)

    # taking in

    def take_due(self, moment: float) -> None:
        """Look once more at what has settled, then record it."""
        present: dict[str, FoundBy] = {}
        missing: dict[str, FoundBy] = {}
        for path in self.settling.due(moment):
            held = self.settling.waiting[path]
            seen = self.root.stat(path)
            if isinstance(seen, Unreadable):
                if seen.kind not in ("gone", "special") or (held.stat is None and path not in self.intake.known):
                    self.settling.forget(path)
                elif held.stat is not None:
                    self.settling.notice(path, None, moment, held.found_by, moved=True)
                else:
                    missing[path] = held.found_by
            elif path in self._forced or held.stat == seen:
                if path in self._forced or not ((old := self.intake.known.get(path)) and same(seen, old.stat)):
                    present[path] = held.found_by
                self._forced.discard(path)
                self.settling.forget(path)
            else:
                self.settling.notice(path, seen, moment, held.found_by, moved=True)
        late = set(self.settling.new_sizes(self.intake.known.keys() | present.keys()))
        for path in held_back(missing, self.intake.known, late):
            if moment - self.settling.waiting[path].since < RESTLESS:
                del missing[path]  # it may only have moved: its new place has not settled yet
        for path in missing:
            self.settling.forget(path)
        if present or missing:
            self._take_settled(present, missing, moment)
        restless = self.settling.restless(moment)
        self.status.set_reason("unsettled", f"{len(restless)} files do not come to rest, such as {restless[0]!r}" if restless else None)

    def _take_settled(self, present: dict[str, FoundBy], missing: dict[str, FoundBy], moment: float) -> None:
        try:
            batch = self._take(present, missing, self._look)
        except StoreFault as fault:
            if not fault.retry:
                raise
            self._fault(fault, moment)
            for path, found_by in {**present, **missing}.items():
                seen = self.root.stat(path)
                self.settling.notice(path, None if isinstance(seen, Unreadable) else seen, moment, found_by, moved=False)
            return
        self._faults = 0
        self.status.set_reason("store", None)
        self._forced.update(batch.again)
        for path in (*batch.unsettled, *batch.again, *batch.vanished):
            seen = self.root.stat(path)
            self.settling.notice(path, None if isinstance(seen, Unreadable) else seen, moment, (present | missing)[path], moved=True)
        self._report(batch.denied | batch.unknown)
        self.progress.end()

    def _take(self, present: dict[str, FoundBy], missing: dict[str, FoundBy], look: Look | None) -> Batch:
        """Record a batch, unless so much vanished at once that it is not believed."""
        batch = self.intake.take(present, missing, lambda vanished: self.belief.holds(vanished, len(self.intake.known)))
        self.belief.removed(batch.removed)
        self.belief.remember(look)
        return batch

    # saying how it stands

    def _fault(self, fault: StoreFault, moment: float) -> None:
        pause = PAUSES[min(self._faults, len(PAUSES) - 1)]
        self._faults += 1
        self._retry_at = moment + pause
        self.status.count("store_faults")
        if self.status.set_reason("store", str(fault)):
            log.error("store.fault", kind=fault.kind, reason=str(fault))

    def _report(self, troubles: dict[str, str]) -> None:
        """Tell once of each file or folder that cannot be seen or read; it is tried again at each look."""
        for path, reason in troubles.items():
            if path not in self._told:
                log.warning("path.unreadable", path=path, reason=reason)
        self._told |= troubles.keys()
        unseen = sorted(self._told)
        self.status.set_reason("unreadable", f"{len(unseen)} paths cannot be read, such as {unseen[0]!r}" if unseen else None)

    def _prove(self, moment: float) -> None:
        """Write to the store now and then, so that being alive means being able to record."""
        if moment < self._proof_at or moment < self._retry_at:
            return
        self._proof_at = moment + PROOF
        try:
            self.store.set_meta("beat", now())
            self.status.set_reason("store", None)
        except StoreFault as fault:
            if not fault.retry:
                raise
            self._fault(fault, moment)
        notify(WATCHDOG="1", STATUS=f"{'degraded: ' + ', '.join(self.status.reasons) if self.status.reasons else 'healthy'}")

    def _beat(self) -> None:
        self.status.facts |= {"documents": len(self.intake.known), "queue": len(self.settling)}
        self.status.write(every=1.0)

    def _sleep(self) -> None:
        """Until a hint, a signal, or the next thing that is due."""
        moment = time.monotonic()
        dues = [self._look_at, moment + BEAT]
        if (settled := self.settling.next_due()) is not None:
            dues.append(max(settled, self._retry_at))
        if self._recheck:
            dues.append(moment + 1.0)
        self.bell.wait(min(dues) - moment)

    def _reload_settings(self) -> None:
        self.bell.hang_up = False
        if self._reload is None:
            return
        notify(RELOADING="1")
        try:
            fresh = replace(self._reload(), state=self.settings.state)
        except ClaimwatchError as error:
            log.error("settings.refused", reason=str(error))
            notify(READY="1")
            return
        self.settings = fresh
        set_up(fresh.log_level, fresh.log_file)
        self.root.names = Names(fresh.patterns, fresh.ignore)
        self.settling.settle = fresh.settle
        self.sight.rescan, self.sight.poll = fresh.rescan, fresh.poll
        self.belief.window = fresh.rescan
        self.intake.language, self.intake.limit = fresh.language, fresh.size_limit
        self.intake.reader.deadline = fresh.deadline
        self._look_at = 0.0
        log.info("settings.reloaded")
        notify(READY="1")
