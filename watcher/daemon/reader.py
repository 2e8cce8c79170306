"""Child processes that read documents, held to a deadline and a memory limit; started anew when they die or overrun.

In: jobs (path, bytes, the file's own time). Out: for each an `Answer` with the pickled outcome, or the reason of a failure.
Several jobs are worked on at once; answers come in the order of the jobs.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, NamedTuple

import watcher
from watcher.daemon.worker import FAILED, READY

PACKAGE = str(Path(watcher.__file__).resolve().parent.parent)
AHEAD = 64  # answers that may wait for their turn,
AHEAD_BYTES = 8_000_000  # and their size in all
PATIENCE = 0.1  # seconds of waiting after which the caller is told that nothing is ready
STARTING = 30.0  # seconds a new process is given on top of the deadline, to import the rules
PROCESS_CLOCK = 2  # the clock of a process that works, in the kernel's numbers of clocks
STRETCH = 5.0  # deadlines on the clock that one of processor time may take: a busy machine is no fault of a document


class Job(NamedTuple):
    """A document to read, `whole` or only for its date; `ticket` is the caller's own and comes back with the answer."""

    path: str
    data: bytes
    modified: str | None
    whole: bool = True
    ticket: Any = None


class Answer(NamedTuple):
    """What came of a job: the pickled outcome, or the publication where no more was asked, or `failed`, a reason."""

    job: Job
    published: str | None = None
    outcome: bytes = b""
    failed: str | None = None


@dataclass(slots=True)
class Child:
    """One process and what it works on now, the how manyeth of the jobs: since when, and with what behind it. `fresh` until it says that
    it has started."""

    process: subprocess.Popen[bytes]
    questions: Connection
    answers: Connection
    job: Job | None = None
    turn: int = 0
    since: float = 0.0
    worked: float = 0.0
    fresh: bool = True

    def begin(self) -> None:
        """From now on the deadline counts."""
        self.since, self.worked = time.monotonic(), worked(self.process.pid)

    def overran(self, deadline: float) -> bool:
        passed = time.monotonic() - self.since
        if self.fresh:
            return passed > deadline + STARTING
        return passed > deadline * STRETCH or worked(self.process.pid) - self.worked > deadline


class Reader:
    """Up to `most` child processes. Not for use by several threads."""

    def __init__(self, *, deadline: float, memory: int, most: int = 1) -> None:
        self.deadline, self.memory, self.most = deadline, memory, most
        self._children: list[Child] = []

    def answers(self, jobs: Iterable[Job], *, beat: Callable[[], None] = lambda: None) -> Generator[Answer | None]:
        """The answer to each job, in their order; null where the next is not ready soon, so that whoever asks need not wait idly.

        The children work on while the answers are made use of, up to `AHEAD` of it. `beat` is called at least every second.
        """
        source = enumerate(jobs)
        ready: dict[int, Answer] = {}
        following, ended, until = 0, False, time.monotonic() + PATIENCE
        try:
            while True:
                ended = ended or self._give(source, ready)
                left = 0.0 if following in ready else until - time.monotonic()
                self._gather(ready, max(0.0, left))
                beat()
                if following in ready:
                    yield ready.pop(following)
                    following += 1
                elif ended and not self._busy():
                    return
                elif left > 0.0:
                    continue
                else:
                    yield None
                until = time.monotonic() + PATIENCE
        finally:
            for child in self._busy():  # nobody waits for what it does any more
                self._end(child)

    def close(self) -> None:
        """End every child."""
        for child in list(self._children):
            self._end(child)

    def _busy(self) -> list[Child]:
        return [child for child in self._children if child.job is not None]

    def _give(self, source: Iterator[tuple[int, Job]], ready: dict[int, Answer]) -> bool:
        """Give every child something to do; true where there is no more of it."""
        while len(self._busy()) < self.most and len(ready) < AHEAD and sum(len(one.outcome) for one in ready.values()) < AHEAD_BYTES:
            following = next(source, None)
            if following is None:
                return True
            turn, job = following
            child = self._idle()
            child.job, child.turn = job, turn
            child.begin()
            try:
                child.questions.send_bytes(pickle.dumps(tuple(job[:4]), pickle.HIGHEST_PROTOCOL))
            except OSError:
                ready[turn] = self._lost(child)
        return False

    def _idle(self) -> Child:
        for child in self._children:
            if child.job is None:
                return child
        self._children.append(start(self.memory))
        return self._children[-1]

    def _gather(self, ready: dict[int, Answer], patience: float) -> None:
        """Hear what the children have to say, and end those that overran."""
        busy = self._busy()
        speaking = wait([child.answers for child in busy], patience) if busy else []
        for child in busy:
            job = child.job
            if child.answers in speaking:
                if (answer := self._hear(child)) is not None:
                    ready[child.turn] = answer
            elif job is not None and child.overran(self.deadline):
                self._end(child)
                ready[child.turn] = Answer(job, failed=f"reading it took longer than {self.deadline:g} s, the deadline")

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
            child.fresh = False
            child.begin()
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


def worked(pid: int) -> float:
    """Seconds of processor time a process has used; 0 where there is no telling, and the clock alone decides."""
    try:
        return time.clock_gettime(~pid << 3 | PROCESS_CLOCK)
    except OSError:
        return 0.0
