"""Child processes that read documents, held to a deadline and a memory limit; started anew when they die or overrun.

In: jobs (path, bytes, the file's own time). Out: for each an `Answer` with the pickled outcome, or the reason of a failure.
Several jobs are worked on at once; answers come as they are ready.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NamedTuple

import watcher
from watcher.daemon.worker import FAILED, READY

PACKAGE = str(Path(watcher.__file__).resolve().parent.parent)
STARTING = 30.0  # seconds a new process is given on top of the deadline, to import the rules


class Job(NamedTuple):
    """A document to read; `ticket` is the caller's own and comes back with the answer."""

    path: str
    data: bytes
    modified: str | None
    ticket: Any = None


class Answer(NamedTuple):
    """What came of a job: the pickled outcome and its publication, or `failed`, a reason."""

    job: Job
    published: str | None = None
    outcome: bytes = b""
    failed: str | None = None


@dataclass(slots=True)
class Child:
    """One process and what it works on now. `fresh` until it says that it has started."""

    process: subprocess.Popen[bytes]
    questions: Connection
    answers: Connection
    job: Job | None = None
    since: float = 0.0
    fresh: bool = True


class Reader:
    """Up to `most` child processes. Not for use by several threads."""

    def __init__(self, *, deadline: float, memory: int, most: int = 1) -> None:
        self.deadline, self.memory, self.most = deadline, memory, most
        self._children: list[Child] = []

    def answers(self, jobs: Iterable[Job], *, beat: Callable[[], None] = lambda: None) -> Iterator[Answer]:
        """The answer to each job, as it is ready. `beat` is called at least every second while it waits."""
        source = iter(jobs)
        ended = False
        while True:
            while not ended and (child := self._idle()) is not None:
                job = next(source, None)
                if job is None:
                    ended = True
                elif (refused := self._ask(child, job)) is not None:
                    yield refused
            busy = [child for child in self._children if child.job is not None]
            if not busy:
                return
            yield from self._gather(busy)
            beat()

    def close(self) -> None:
        """End every child."""
        for child in list(self._children):
            self._end(child)

    def _idle(self) -> Child | None:
        for child in self._children:
            if child.job is None:
                return child
        if len(self._children) >= self.most:
            return None
        self._children.append(start(self.memory))
        return self._children[-1]

    def _ask(self, child: Child, job: Job) -> Answer | None:
        child.job, child.since = job, time.monotonic()
        try:
            child.questions.send_bytes(pickle.dumps(tuple(job[:3]), pickle.HIGHEST_PROTOCOL))
        except OSError:
            return self._lost(child)
        return None

    def _gather(self, busy: list[Child]) -> Iterator[Answer]:
        ready = wait([child.answers for child in busy], timeout=min(1.0, self.deadline))
        for child in busy:
            if child.answers in ready:
                if (answer := self._hear(child)) is not None:
                    yield answer
            elif time.monotonic() - child.since > self.deadline + (STARTING if child.fresh else 0.0):
                job = child.job
                self._end(child)
                if job is not None:
                    yield Answer(job, failed=f"reading it took longer than {self.deadline:g} s, the deadline")

    def _hear(self, child: Child) -> Answer | None:
        """The answer of a child; null where it only says that it has started, from when on the deadline counts."""
        job = child.job
        if job is None:
            raise AssertionError("an idle child does not answer")
        try:
            word, about, outcome = pickle.loads(child.answers.recv_bytes())  # noqa: S301  from our own child
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._lost(child)
        if word == READY:
            child.fresh, child.since = False, time.monotonic()
            return None
        child.job = None
        if word == FAILED:
            self._end(child)  # whatever state the failure left behind goes with it
            return Answer(job, failed=about)
        return Answer(job, about, outcome)

    def _lost(self, child: Child) -> Answer:
        job = child.job
        if job is None:
            raise AssertionError("an idle child cannot fail a job")
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(1)
        code = child.process.returncode
        self._end(child)
        name = signal.Signals(-code).name if code is not None and code < 0 else f"exit code {code}"
        return Answer(job, failed=f"reading it ended the process that read it ({name})")

    def _end(self, child: Child) -> None:
        self._children.remove(child)
        child.process.kill()
        child.process.wait()
        child.questions.close()
        child.answers.close()


def start(memory: int) -> Child:
    """A new child process. It is in a session of its own, so that Ctrl-C on the terminal reaches the parent alone."""
    asked, asks = os.pipe()
    answered, answers = os.pipe()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (PACKAGE, os.environ.get("PYTHONPATH"))))}
    try:
        process = subprocess.Popen(  # noqa: S603  our own module, no word of a user
            [sys.executable, "-P", "-m", "watcher.daemon.worker", str(asked), str(answers), str(memory)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            pass_fds=(asked, answers), start_new_session=True, env=environment,
        )  # fmt: skip
    finally:
        os.close(asked)
        os.close(answers)
    return Child(process, Connection(asks, readable=False), Connection(answered, writable=False))
