"""The child process that reads documents: bytes in, a pickled snapshot or rejection out, or only its date, one after the other.

It is apart so that a deadline and a memory limit can really stop it, and so that a document that kills its reader kills
nothing else. In: two descriptors and a memory limit as arguments. It ends when its parent does.
"""

from __future__ import annotations

import ctypes
import pickle
import resource
import signal
import sys
from multiprocessing.connection import Connection

from watcher.documents import read
from watcher.errors import Rejection
from watcher.extract import extract, publication
from watcher.model import Snapshot

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
DONE = "done"
FAILED = "failed"
READY = "ready"
FIRST = b"Ana Ruiz won 24 percent of the vote on January 5, 2026.\n"


def outcome_of(path: str, data: bytes, modified: str | None) -> Snapshot | Rejection:
    """What the document claims, or why it cannot be read."""
    document = read(data, path, modified)
    return document if isinstance(document, Rejection) else extract(document)


def published_of(path: str, data: bytes, modified: str | None) -> str | None:
    """When the document was published: all that is asked of it before its turn."""
    document = read(data, path, modified)
    return None if isinstance(document, Rejection) else publication(document)


def main(arguments: list[str]) -> None:
    """Say ("ready", null, nothing) once the rules are loaded, then answer each (path, data, modified, whole).

    An answer is ("done", null, pickled outcome), ("done", published, nothing) where not the whole is wanted, or ("failed", reason,
    nothing).
    """
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    incoming, outgoing, memory = (int(argument) for argument in arguments)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    questions, answers = Connection(incoming, writable=False), Connection(outgoing, readable=False)
    outcome_of("first.txt", FIRST, None)  # what is loaded at first use is not to be counted against a document
    answers.send_bytes(pickle.dumps((READY, None, b"")))
    while True:
        try:
            question = pickle.loads(questions.recv_bytes())  # noqa: S301  from our own parent
        except EOFError:
            return
        answers.send_bytes(answer(*question))


def answer(path: str, data: bytes, modified: str | None, whole: bool) -> bytes:
    """The answer to one question, whatever the document is like."""
    try:
        if not whole:
            return pickle.dumps((DONE, published_of(path, data, modified), b""))
        return pickle.dumps((DONE, None, pickle.dumps(outcome_of(path, data, modified), pickle.HIGHEST_PROTOCOL)))
    except MemoryError:
        return pickle.dumps((FAILED, "reading it needs more memory than the memory_limit", b""))
    except RecursionError:
        return pickle.dumps((FAILED, "it is nested too deeply", b""))
    except Exception as error:  # noqa: BLE001  a rule of ours that fails on one document must not stop the others
        return pickle.dumps((FAILED, f"a rule failed on it: {type(error).__name__}: {str(error)[:200]}", b""))


if __name__ == "__main__":
    main(sys.argv[1:])
