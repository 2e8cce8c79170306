"""How long something takes, for tests of cost and for benchmarks."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(act: Callable[[], object], times: int) -> float:
    """The least processor time of some calls: the machine may be busy."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        act()
        best = min(best, time.process_time() - started)
    return best
