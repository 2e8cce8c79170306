"""How far a long batch has come: a line on a terminal's standard error, a line of the log now and then elsewhere.

In: what is done, how many of how many. A short batch shows nothing.
"""

from __future__ import annotations

import sys
import time

from watcher.log import log

FEWEST = 50  # files below which nothing is shown
EVERY_ON_TERMINAL = 0.2  # seconds
EVERY_IN_LOG = 10.0


class Progress:
    """Call `show` as often as you like, `end` when the batch is over."""

    def __init__(self) -> None:
        self._terminal = sys.stderr is not None and sys.stderr.isatty()
        self._last = time.monotonic()
        self._shown = False

    def show(self, what: str, done: int, total: int) -> None:
        """For instance `show("reading", 1200, 10000)`."""
        moment = time.monotonic()
        if total < FEWEST or moment - self._last < (EVERY_ON_TERMINAL if self._terminal else EVERY_IN_LOG):
            return
        self._last, self._shown = moment, True
        if self._terminal:
            sys.stderr.write(f"\r\x1b[K{what} {done} of {total}")
            sys.stderr.flush()
        else:
            log.info("batch.progress", what=what, done=done, total=total)

    def end(self) -> None:
        if self._shown and self._terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        self._shown = False
