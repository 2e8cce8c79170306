"""Drives the real daemon as a process, does things to it, and asks the oracle whether anything was lost.

The oracle: after any fault, the set of (path, sha256, claims) equals that of a fresh run over the same final folder, the store and
the changelog are whole (`claimwatch check`: integrity, chain, replay), and the numbers of the entries have no gap.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from watcher.daemon.status import FILE, alive
from watcher.model import plain
from watcher.store import open_reading
from watcher.store.check import check

HOME = Path(__file__).resolve().parents[2]
QUICK = {"CLAIMWATCH_SETTLE": "0.2", "CLAIMWATCH_RESCAN": "2", "CLAIMWATCH_POLL": "0.3", "CLAIMWATCH_WORKERS": "1"}
LONG = "TEST_LONG" in os.environ  # every repetition, for a night; else as many as a quarter of an hour holds
PATIENCE = 60.0  # seconds; the machine may be busy


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "watcher", *map(str, arguments)]


def environment(**more: str) -> dict[str, str]:
    more = {"PYTHONPATH": str(HOME)} | more
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMWATCH_") and name != "NOTIFY_SOCKET"}
    return clean | more


def cli(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(command(*arguments), capture_output=True, text=True, env=environment(**more), timeout=600, check=False)


def until(holds: Callable[[], Any], what: str = "it holds", patience: float = PATIENCE, *, every: float = 0.02) -> Any:
    """Wait until `holds()` is true, which is asked `every` so many seconds, longer on a machine that is busy; its value."""
    end = time.monotonic() + patience * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    while time.monotonic() < end:
        if value := holds():
            return value
        time.sleep(every)
    raise AssertionError(f"not within {patience} s: {what}")


class Daemon:
    """`claimwatch run FOLDER` as a process. `log` and `out` are files of what it said and printed."""

    def __init__(
        self, folder: Path, state: Path, *flags: str, wrapper: tuple[str, ...] = (), around: dict[str, str] | None = None, **settings: str
    ) -> None:
        self.folder, self.state = folder, state
        self.around = around or {}
        self.home = Path(tempfile.mkdtemp(prefix="claimwatch-"))
        self.log, self.out = self.home / "log", self.home / "out"
        self.flags, self.wrapper = flags, wrapper
        self.settings = QUICK | {f"CLAIMWATCH_{name.upper()}": value for name, value in settings.items()}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *, ready: bool = True) -> Daemon:
        begun = self._count("daemon.ready")
        with self.log.open("ab") as log, self.out.open("ab") as out:
            line = [*self.wrapper, *command("run", self.folder, "--state", self.state, "--json", *self.flags)]
            self.process = subprocess.Popen(
                line, stdin=subprocess.DEVNULL, stdout=out, stderr=log, env=environment(**self.settings, **self.around)
            )
        if ready:
            until(lambda: self._count("daemon.ready") > begun or self.code() is not None, "the daemon is ready")
            assert self.code() is None, self.log.read_text()
        return self

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def code(self) -> int | None:
        return self.process.poll() if self.process else None

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        """As a crash: no word, no clean-up."""
        if self.process and self.process.poll() is None:
            self.process.kill()
        if self.process:
            self.process.wait()

    def stop(self, patience: float = PATIENCE) -> int:
        """As systemd does; the exit code."""
        self.signal(signal.SIGTERM)
        assert self.process is not None
        return self.process.wait(patience)

    def events(self, name: str) -> list[dict[str, Any]]:
        """The log's lines of one event; a line that is being written is left out."""
        lines = self.log.read_text(encoding="ascii").split("\n")[:-1] if self.log.exists() else []
        told = [json.loads(line) for line in lines if line.startswith("{")]
        return [line for line in told if line.get("event") == name]

    def _count(self, name: str) -> int:
        return self.log.read_bytes().count(f'"{name}"'.encode()) if self.log.exists() else 0

    def status(self) -> dict[str, Any]:
        return json.loads((self.state / FILE).read_text(encoding="ascii"))

    def degraded(self) -> dict[str, str]:
        return self.status()["reasons"]

    def entries(self) -> list[dict[str, Any]]:
        """What it printed."""
        return [json.loads(line) for line in self.out.read_text(encoding="utf-8").split("\n")[:-1]]

    def settled(self, patience: float = PATIENCE) -> None:
        """Wait until what is in the folder is in the store."""
        until(lambda: not alive(self.pid) or self.seen() == present(self.folder), "folder and store agree", patience, every=0.1)

    def held(self) -> int:
        """How many documents the store holds."""
        with open_reading(self.state) as store:
            counts = store.counts()
            return counts["documents_present"] + counts["documents_rejected"]

    def seen(self) -> dict[str, str | None]:
        with open_reading(self.state) as store:
            return {path: known.sha256 for path, known in store.known().items()}


@contextmanager
def running(
    folder: Path, state: Path, *flags: str, wrapper: tuple[str, ...] = (), around: dict[str, str] | None = None, **settings: str
) -> Iterator[Daemon]:
    """A daemon that is ready; killed at the end if it has not been stopped. `wrapper` runs it, `around` is its environment."""
    daemon = Daemon(folder, state, *flags, wrapper=wrapper, around=around, **settings)
    try:
        yield daemon.start()
    finally:
        daemon.kill()


def present(folder: Path) -> dict[str, str]:
    """path -> sha256 of every article there, by the plainest of means."""
    found = {}
    for file in sorted(folder.rglob("*")):
        inner = file.relative_to(folder)
        if (
            file.suffix in (".txt", ".md")
            and file.is_file()
            and not file.is_symlink()
            and not any(part.startswith(".") for part in inner.parts)
        ):
            found[inner.as_posix()] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def contents(state: Path) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """path -> (sha256, claims without their ids) of every live document in a store."""
    found: dict[str, tuple[str | None, tuple[str, ...]]] = {}
    with open_reading(state) as store:
        for path, known in store.known().items():
            stored = store.document(path)
            claims: tuple[str, ...] = ()
            if stored is not None and stored.version and stored.sha256 == known.sha256:  # else the last good version's, which is history
                claims = tuple(sorted(_content(plain(claim)) for claim in store.snapshot(stored).claims))
            found[path] = (known.sha256, claims)
    return found


def _content(claim: dict[str, Any]) -> str:
    """A claim without what its history decides: its id, and the id of a subject that other documents name too."""
    del claim["id"]
    if claim["subject"]:
        del claim["subject"]["id"]
    return json.dumps(claim, sort_keys=True)


def oracle(folder: Path, state: Path) -> None:
    """Nothing lost, nothing doubled, nothing broken. The daemon of `state` has stopped."""
    findings = check(state)
    assert not findings, findings
    with tempfile.TemporaryDirectory(prefix="claimwatch-fresh-") as fresh:
        done = cli("run", folder, "--once", "--state", fresh)
        assert done.returncode == 0, done.stderr
        ours, other = contents(state), contents(Path(fresh))
        assert not (unlike := {path for path in ours.keys() | other.keys() if ours.get(path) != other.get(path)}), unlike
    with open_reading(state) as store:
        numbers = [entry["seq"] for entry in store.entries()]
    assert numbers == list(range(1, len(numbers) + 1))
    lines = (state / "changelog.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert [json.loads(line)["seq"] for line in lines] == numbers


def article(number: int, share: int = 24) -> str:
    """A short article about somebody no other one speaks of."""
    name = f"Ana Ruiz{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}{chr(97 + number // 676 % 26)}"
    return f"{name} leads\n\nSANTIAGO, January 5, 2026\n\n{name} won {share} percent of the vote, the electoral service said.\n"
