"""Whether events can be trusted now, and how often the folder is to be looked at because of it.

In: the settings, the look just taken, the time (monotonic seconds). Out: the mode (`events`, `polling`, `rescan`), the pace of
the looks, reasons for the status. Events are checked from five sides: the kind of file system, the threads, the number of
watches held, a canary of our own, and what a look found that no event had told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from watcher.daemon.status import Status
from watcher.folder import Hints, Identity, Look, Watch
from watcher.log import log
from watcher.mounts import is_network, kind_of

SHARE = 20.0  # a look that took one second is not repeated within this many: 5 % of a core
CANARY_EVERY = 10.0
CANARY_PATIENCE = 10.0
MEND_EVERY = 60.0  # seconds between two tries to have events again
FEW_MISSED = 3  # files that a look may find without an event (hard links, mapped memory) before events are doubted
LIMIT_ADVICE = "raise it with: sysctl fs.inotify.max_user_watches=1048576"


class Sight:
    """Keeps a `Watch` while events can be had. `wake` is handed to it."""

    def __init__(
        self, folder: Path, state: Path, status: Status, *, watch: str, rescan: float, poll: float, wake: Callable[[], None]
    ) -> None:
        self.folder, self.nest = folder, state / "canary"
        self.status = status
        self.wanted, self.rescan, self.poll = watch, rescan, poll
        self._wake = wake
        self._watch: Watch | None = None
        self._identity: Identity | None = None
        self._poked: float | None = None
        self._mend_at = 0.0
        self._short = 0

    @property
    def trusted(self) -> bool:
        """Whether events alone may be waited for between two looks at the usual pace."""
        return self._watch is not None and not any(name.startswith("events-") for name in self.status.reasons)

    def start(self, now: float, identity: Identity | None) -> None:
        """Begin to watch, where that is wanted and this file system tells of changes."""
        self._identity = identity
        kind = kind_of(self.folder)
        if self.wanted == "auto" and is_network(kind):
            log.warning("folder.polled", file_system=kind)
            self._set("events-none", f"file systems of type {kind} do not tell of changes made elsewhere, so the folder is polled")
            self.wanted = "poll"
        if self.wanted in ("auto", "events"):
            self._begin(now)
        self._name_mode()

    def stop(self) -> None:
        if self._watch is not None:
            self._watch.stop()
            self._watch = None

    def hints(self) -> Hints:
        """What the kernel told since the last call."""
        hints = self._watch.take() if self._watch is not None else Hints()
        if hints.lost:
            self.status.count("overflows")
            log.warning("events.lost", events=hints.events)
        return hints

    def pace(self, look: Look | None) -> float:
        """Seconds until the next look: sooner where events are not to be trusted, never more than 5 % of a core."""
        usual = self.rescan if self.trusted or self.wanted == "rescan" else min(self.poll, self.rescan)
        return max(usual, look.seconds * SHARE if look is not None else 0.0)

    def check(self, now: float) -> bool:
        """Look after the watch; True where it was begun anew, so that the folder must be looked at again."""
        if self.wanted not in ("auto", "events"):
            return False
        problem = self._watch.problem() if self._watch is not None else "not watching"
        if problem is None:
            problem = self._canary(now)
        if problem is None or now < self._mend_at:
            return False
        if self._watch is not None:
            log.error("events.broken", reason=problem)
            self.status.count("watch_rebuilds")
        return self._begin(now)

    def seen(self, look: Look, missed: Collection[str], now: float) -> bool:
        """Judge events by a look: a root that was replaced, folders without a watch, changes that no event told. As `check`."""
        if look.identity is None or self.wanted not in ("auto", "events"):
            return False
        if look.identity != self._identity:
            log.warning("folder.replaced")
            self._identity = look.identity
            return self._begin(now)
        self._count_watches(look)
        if len(missed) > FEW_MISSED and self.trusted:
            self.status.count("missed_by_events", len(missed))
            log.error("events.missed", files=len(missed), example=min(missed))
            self._set("events-missed", f"{len(missed)} changes came without an event, so the folder is polled")
            self._mend_at = now + MEND_EVERY
        return False

    def _begin(self, now: float) -> bool:
        self.stop()
        self._poked, self._mend_at = None, now + MEND_EVERY
        watch = Watch(self.folder, self.nest, self._wake)
        try:
            watch.start()
        except OSError as error:
            watch.stop()
            advice = f"; {LIMIT_ADVICE}" if "limit" in str(error) else ""
            self._set("events-off", f"the system gives no events ({error.strerror or error}), so the folder is polled{advice}")
            return False
        self._watch = watch
        for name in ("events-off", "events-missed", "events-silent"):
            self.status.set_reason(name, None)
        self._name_mode()
        return True

    def _canary(self, now: float) -> str | None:
        """Poke the canary now and then; why events are doubted where it has not been heard."""
        if self._watch is None:
            return None
        if self._poked is not None and self._watch.sang():
            self.status.set_reason("events-silent", None)
            self._name_mode()
        elif self._poked is not None and now - self._poked > CANARY_PATIENCE:
            self._set("events-silent", "the system has stopped telling of changes, so the folder is polled")
            return "the canary is silent"
        if self._poked is None or (self._watch.sang() and now - self._poked > CANARY_EVERY):
            self._poked = now
            try:
                self._watch.poke()
            except OSError:  # a full or read-only disk says nothing about events
                self._poked = None
        return None

    def _count_watches(self, look: Look) -> None:
        held = self._watch.watches() if self._watch is not None else None
        if held is None:
            return
        self.status.facts |= {"watches": held, "folders": look.folders}
        self._short = self._short + 1 if held < look.folders else 0
        if self._short == 0:
            self.status.set_reason("events-limit", None)
        elif self._short >= 2:  # a folder made a moment ago may be watched a moment later
            reason = f"only {held} of {look.folders} folders can be watched, so all are polled; {LIMIT_ADVICE}"
            self._set("events-limit", reason)
        self._name_mode()

    @property
    def doubtful(self) -> bool:
        """Whether the watches held were too few at the last look, and one more look shall tell."""
        return self._short == 1

    def _set(self, name: str, sentence: str) -> None:
        if self.status.set_reason(name, sentence):
            log.error("events.degraded", kind=name, reason=sentence)
        self._name_mode()

    def _name_mode(self) -> None:
        self.status.mode = "rescan" if self.wanted == "rescan" else "events" if self.trusted else "polling"
