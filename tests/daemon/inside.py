"""A daemon without a process: the same service, turned by hand, its documents read here instead of in children.

`Inside.look` is one whole turn: a look at the folder, and everything that changed taken in. The oracle is that of the faults.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from watcher.config import Settings
from watcher.daemon import worker
from watcher.daemon.reader import Answer, Job
from watcher.daemon.service import Service
from watcher.daemon.start import prepare
from watcher.model import Claim, Snapshot
from watcher.store import open_store
from watcher.store.check import check

Content = tuple[str | None, tuple[str, ...]]


class Here:
    """Reads documents in this process; `before` may raise as a rule would."""

    deadline = 30.0

    def __init__(self, before: Callable[[str], None] = lambda _: None) -> None:
        self.before, self.read = before, []
        self.rules = ""  # the version of the rules that read them, where it is not this one's

    def answers(self, jobs: Iterable[Job], *, beat: Callable[[], None] = lambda: None) -> Generator[Answer | None]:
        for job in jobs:
            self.read.append(job.path)
            try:
                self.before(job.path)
            except RuntimeError as error:
                yield Answer(job, failed=str(error))
                continue
            word, about, outcome = pickle.loads(worker.answer(*job[:4]))
            if self.rules:
                outcome = pickle.dumps(replace(pickle.loads(outcome), extractor=self.rules))
            yield Answer(job, failed=about) if word == worker.FAILED else Answer(job, about, outcome)
            beat()

    def close(self) -> None:
        pass


class Inside:
    """A service over `home/in` with its state in `home/state`, opened anew by `restart`."""

    def __init__(self, home: Path, **settings: Any) -> None:
        self.folder, self.state = home / "in", home / "state"
        self.folder.mkdir(exist_ok=True)
        self.settings = replace(Settings(state=self.state, settle=0.0, watch="rescan", rescan=1.0), **settings)
        self.reader, self.entries = Here(), []
        self.open()

    def open(self) -> None:
        root = prepare(self.folder, self.settings)
        self.store = open_store(self.state)
        self.service = Service(root, self.store, self.settings, show=self.entries.extend)
        self.service.intake.reader.close()
        self.service.intake.reader = self.reader
        self.service.intake.catch_up()

    def look(self) -> None:
        """What stands in the folder is in the store after it, what failed has been tried as often as it is."""
        self.service.scan("rescan")
        self.service.take_due(time.monotonic())
        while self.service._forced:
            self.service.take_due(time.monotonic())

    def close(self) -> None:
        self.service.close()
        self.store.close()

    def restart(self) -> None:
        self.close()
        self.open()

    def told(self) -> list[tuple[str, str]]:
        """(kind, path) of the entries about files."""
        return [(entry["kind"], entry["document"]["path"]) for entry in self.entries if entry["kind"].startswith("document.")]

    def contents(self) -> dict[str, Content]:
        return contents_of(self.store)

    def oracle(self, fresh: Path) -> None:
        """The store equals that of a fresh run over the folder, its entries have no gap, and everything kept is whole."""
        numbers = [entry["seq"] for entry in self.store.entries()]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers == [entry["seq"] for entry in self.entries]
        assert not (findings := check(self.state)), findings
        other = Inside.__new__(Inside)
        other.folder, other.state = self.folder, fresh
        other.settings, other.reader, other.entries = replace(self.settings, state=fresh), Here(self.reader.before), []
        other.open()
        try:
            other.look()
            assert self.contents() == other.contents()
        finally:
            other.close()


def contents_of(store: Any) -> dict[str, Content]:
    found: dict[str, Content] = {}
    for path, known in store.known().items():
        stored = store.document(path)
        claims: tuple[str, ...] = ()
        if stored is not None and stored.version and stored.sha256 == known.sha256:
            snapshot: Snapshot = store.snapshot(stored)
            claims = tuple(sorted(repr(_bare(claim)) for claim in snapshot.claims))
        found[path] = (known.sha256, claims)
    return found


def _bare(claim: Claim) -> Claim:
    """Without what its history decides: its id, and that of a subject other documents name too."""
    return replace(claim, id="", subject=claim.subject and replace(claim.subject, id=""))
