"""Child processes and their deadline: what counts is the work, not a machine that is busy with other things."""

import os
import pickle
import resource
import signal
import threading

from watcher.daemon.reader import Answer, Job, Reader
from watcher.daemon.worker import outcome_of

JOB = Job("a.txt", b"Ana Ruiz won 24 percent of the vote.\n", None)


def answer(reader: Reader, job: Job) -> Answer:
    return next(found for found in reader.answers([job]) if found is not None)


def test_what_a_child_read_arrives_as_it_was() -> None:
    text = 'Ana Ruiz, the mayor of Velora, won up to 24.5 percent of the vote on 5 January 2026. "We won," she said.\n'
    made = outcome_of("a.txt", text.encode(), "2026-01-06T00:00:00Z")
    reader = Reader(deadline=10.0, memory=1_500_000_000)
    try:
        arrived = pickle.loads(answer(reader, Job("a.txt", text.encode(), "2026-01-06T00:00:00Z")).outcome)
    finally:
        reader.close()
    assert repr(arrived) == repr(made)
    assert arrived == made
    assert {claim.kind for claim in arrived.claims} >= {"figure", "status", "quote"}


def test_a_child_that_is_kept_from_working_has_not_overrun() -> None:
    reader = Reader(deadline=1.0, memory=1_500_000_000)
    try:
        assert answer(reader, JOB).failed is None
        pid = reader._children[0].process.pid
        os.kill(pid, signal.SIGSTOP)
        threading.Timer(1.5, os.kill, (pid, signal.SIGCONT)).start()
        assert answer(reader, JOB).failed is None
        assert reader._children[0].process.pid == pid
        os.kill(pid, signal.SIGSTOP)
        assert "longer than 1 s" in str(answer(reader, JOB).failed), "five times the deadline, however little it works"
        assert answer(reader, JOB).failed is None, "another child goes on"
    finally:
        reader.close()


def test_a_child_that_works_beyond_the_deadline_is_ended() -> None:
    reader = Reader(deadline=0.2, memory=1_500_000_000)
    try:
        assert "longer than 0.2 s" in str(answer(reader, JOB._replace(data=JOB.data * 20_000)).failed)
    finally:
        reader.close()


def test_children_answer_where_very_many_files_are_open() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    held = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    reader = Reader(deadline=30.0, memory=1_500_000_000)
    try:
        assert answer(reader, JOB).failed is None
    finally:
        reader.close()
        for descriptor in held:
            os.close(descriptor)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
