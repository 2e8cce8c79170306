"""The children that read documents, played by a small program: who is slow or dies holds up only what comes after it, and is
blamed alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from watcher.daemon import reader
from watcher.daemon.reader import Child, Job, Reader

PLAYED = """
import os, pickle, sys, time
from multiprocessing.connection import Connection
questions, answers = Connection(int(sys.argv[1]), writable=False), Connection(int(sys.argv[2]), readable=False)
answers.send_bytes(pickle.dumps(("ready", None, b"")))
while True:
    try:
        path, data, modified, whole = pickle.loads(questions.recv_bytes())
    except EOFError:
        break
    if path.startswith("slow"):
        time.sleep(0.4)
    if path.startswith("endless"):
        time.sleep(600)
    if path.startswith("deadly"):
        os._exit(3)
    word = "failed" if path.startswith("failing") else "done"
    answers.send_bytes(pickle.dumps((word, path if word == "failed" or not whole else None, data if whole else b"")))
"""


def played(_memory: int) -> Child:
    asked, asks = os.pipe()
    answered, answers = os.pipe()
    process = subprocess.Popen([sys.executable, "-S", "-c", PLAYED, str(asked), str(answers)], pass_fds=(asked, answers))
    os.close(asked)
    os.close(answers)
    return Child(process, Connection(asks, readable=False), Connection(answered, writable=False))


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    monkeypatch.setattr(reader, "start", played)
    with_two = Reader(deadline=30.0, memory=1, most=2)
    yield with_two
    with_two.close()


def jobs(*names: str) -> list[Job]:
    return [Job(name, name.encode(), None) for name in names]


def test_answers_come_in_the_order_of_the_jobs_and_say_when_they_are_long_in_coming(two: Reader) -> None:
    given = list(two.answers(jobs("slow", "a", "b", "c")))
    assert None in given
    assert [one.outcome for one in given if one] == [b"slow", b"a", b"b", b"c"]


def test_asked_for_the_date_alone_a_child_sends_no_more(two: Reader) -> None:
    asked = [job._replace(whole=False) for job in jobs("a", "b")]
    assert [(one.published, one.outcome) for one in two.answers(asked) if one] == [("a", b""), ("b", b"")]


def test_what_kills_or_outlasts_its_reader_is_blamed_alone_g20(two: Reader) -> None:
    list(two.answers(jobs("warm", "warm")))
    two.deadline = 1.0
    given = [one for one in two.answers(jobs("a", "deadly", "b", "endless", "failing", "c")) if one]
    assert [one.job.path for one in given] == ["a", "deadly", "b", "endless", "failing", "c"]
    assert [one.failed for one in given] == [
        None, "reading it ended the process that read it (exit code 3)", None, "reading it took longer than 1 s, the deadline",
        "failing", None,
    ]  # fmt: skip


def test_the_children_do_not_run_far_ahead_of_a_slow_document(two: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "AHEAD", 5)
    pulled: list[str] = []
    source = (pulled.append(job.path) or job for job in jobs("slow", *map(str, range(50))))
    answers = two.answers(source)
    while next(answers) is None:
        assert len(pulled) <= 5 + 2
    assert sum(one is not None for one in answers) == 50


def test_who_leaves_early_finds_the_children_free_again(two: Reader) -> None:
    answers = two.answers(jobs("a", "slow", "slow"))
    while next(answers) is None:
        pass
    answers.close()
    assert [one.outcome for one in two.answers(jobs("b", "c")) if one] == [b"b", b"c"]


def test_one_document_asks_for_one_child(two: Reader) -> None:
    assert len([one for one in two.answers(jobs("a")) if one]) == 1
    assert len(two._children) == 1
