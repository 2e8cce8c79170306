"""What the daemon sees now, as a small file in the state folder that anyone may read at any time.

`Status` is written whole or not at all (temporary file, then rename). `standing` reads it and judges whether the daemon that
wrote it still lives and moves, by the clock that no one sets (monotonic, within one start of the machine).
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from watcher import __version__
from watcher.errors import UserError
from watcher.log import strike

FILE = "status.json"
STALE = 60.0  # seconds without a beat after which a living process is called stuck
BOOT = Path("/proc/sys/kernel/random/boot_id")


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(slots=True)
class Status:
    """What is known of the daemon. `reasons` maps a short name to a sentence; any makes the state degraded."""

    state_folder: Path
    folder: str
    mode: str = "starting"
    reasons: dict[str, str] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    started: str = field(default_factory=now)
    _written: float = 0.0

    def count(self, name: str, more: int = 1) -> None:
        self.counters[name] = self.counters.get(name, 0) + more

    def set_reason(self, name: str, sentence: str | None) -> bool:
        """Note why the daemon is degraded, or (None) that this is over; whether that is news."""
        if sentence is None:
            return self.reasons.pop(name, None) is not None
        news = name not in self.reasons
        self.reasons[name] = str(strike(sentence))
        return news

    def as_dict(self) -> dict[str, Any]:
        return {
            "state": "degraded" if self.reasons else "healthy",
            "reasons": self.reasons,
            "folder": self.folder,
            "watching": self.mode,
            **self.facts,
            "counters": self.counters,
            "pid": os.getpid(),
            "version": __version__,
            "started": self.started,
            "updated": now(),
        }

    def write(self, *, every: float = 0.0, state: str | None = None) -> None:
        """Write the file, unless it was within the last `every` seconds. A full disk loses the status, not the work."""
        beat = time.monotonic()
        if beat - self._written < every:
            return
        self._written = beat
        told = self.as_dict() | ({"state": state} if state else {}) | {"beat": beat, "boot": boot()}
        fresh = self.state_folder / f".{FILE}.{os.getpid()}"
        with contextlib.suppress(OSError):
            fresh.write_text(json.dumps(told, ensure_ascii=True), encoding="ascii")
            fresh.replace(self.state_folder / FILE)


def boot() -> str:
    """Which start of the machine this is; "" where the system does not tell."""
    try:
        return BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def standing(state: Path) -> dict[str, Any]:
    """The status of the daemon of this state folder: `healthy`, `degraded`, `stuck` (it lives but does not move) or `stopped`."""
    if not state.is_dir():
        raise UserError(f"{state}: there is no such state folder; name it with --state DIR, or begin with: claimwatch run FOLDER.")
    try:
        told: dict[str, Any] = json.loads((state / FILE).read_text(encoding="ascii"))
    except FileNotFoundError:
        return {"state": "stopped", "reasons": {}, "version": __version__}
    except (OSError, ValueError) as error:
        raise UserError(f"{state / FILE} cannot be read: {error}.") from error
    beat, same_start = told.pop("beat", 0.0), told.pop("boot", "") == boot()
    if told.get("state") == "stopped":
        return told
    if not same_start or not alive(told.get("pid")):
        return told | {"state": "stopped", "reasons": {"ended": "the daemon ended without saying so; start it again"}}
    silent = time.monotonic() - beat
    if silent > STALE:
        reasons = told.get("reasons", {}) | {"stuck": f"the daemon has not moved for {silent:.0f} s"}
        return told | {"state": "stuck", "reasons": reasons}
    return told


def alive(pid: Any) -> bool:
    try:
        os.kill(int(pid), 0)
    except PermissionError:
        return True
    except (OSError, TypeError, ValueError, OverflowError):
        return False
    return True
