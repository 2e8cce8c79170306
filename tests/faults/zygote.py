"""A process that forks writers: each is ready at once, with everything imported, so a thousand crashes cost seconds, not hours.

On standard input a line of JSON for each writer (`state`, `go`, `first`, `many`, `synchronous`, `limit`); on standard output its
number. A writer waits for the file `go` (so that a tracer can be attached), then takes `many` files in and acknowledges
each on `go`.acks: a line with the number of the last entry once entry and changelog line are on the disk, or the fault.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.store.conftest import write
from tests.store.toy import article
from watcher.errors import ClaimwatchError
from watcher.outputs.changelog import Changelog
from watcher.store import Store, StoreFault, open_store

NAMES = 6  # files the writers write, over and over


def text_of(number: int) -> str:
    """The text of the file that is written as number `number`."""
    return article("T", f"Ana {number % NAMES}: votes: {number} count", "x" * 600)


def take(store: Store, log: Changelog, number: int) -> int:
    """Take one file in; the number of the last entry there is now, which is safe then."""
    write(store, f"{number % NAMES}.txt", text_of(number))
    log.catch_up(store)
    last = store.last_entry()
    return int(last["seq"]) if last else 0


def work(order: dict[str, Any]) -> None:
    """What a writer does."""
    while not os.path.exists(order["go"]):  # noqa: PTH110  few system calls
        time.sleep(0.002)
    acks = os.open(order["go"] + ".acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        state = Path(order["state"])
        store = open_store(state)
        if order.get("synchronous"):
            store._writer.raw_connection().cursor().execute(f"PRAGMA synchronous={order['synchronous']}")  # type: ignore[union-attr]
        log = Changelog(state)
        for name, value in order.get("limit", {}).items():
            resource.setrlimit(getattr(resource, name), (value, resource.getrlimit(getattr(resource, name))[1]))
        for number in range(order["first"], order["first"] + order["many"]):
            for _ in range(20):
                try:
                    os.write(acks, f"{take(store, log, number)}\n".encode())
                    break
                except StoreFault as fault:
                    os.write(acks, f"{fault.kind}\n".encode())
                    for name in order.get("limit", {}):
                        resource.setrlimit(getattr(resource, name), (resource.getrlimit(getattr(resource, name))[1],) * 2)
                    if not fault.retry:
                        raise
            if number % 4 == 3:
                store.tidy()
        log.close()
        store.close()
    except ClaimwatchError as error:
        os.write(acks, f"error: {error}\n".encode())
    finally:
        os._exit(0)


class Zygote:
    """The process, from outside."""

    def __init__(self, environment: dict[str, str]) -> None:
        line = [sys.executable, "-m", "tests.faults.zygote"]
        self.process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def fork(self, state: Path, go: Path, first: int = 0, many: int = 4, **more: Any) -> int:
        """A writer's process number; it waits for `go`."""
        assert self.process.stdin
        assert self.process.stdout
        order = {"state": str(state), "go": str(go), "first": first, "many": many} | more
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


def main() -> None:
    import signal

    import watcher.store.migrate  # noqa: F401

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the dead
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            work(order)
        print(child, flush=True)


if __name__ == "__main__":
    main()
