"""How far a long batch has come, on standard error: one moving line on a terminal, plain lines where somebody waits for the end,
else a line of the log now and then.

In: what is done, how many of how many. A short batch shows nothing.
"""

from __future__ import annotations

import contextlib
import sys
import time

from watcher.log import log

FEWEST = 50  # files below which nothing is shown
EVERY_ON_TERMINAL = 0.2  # seconds
EVERY_IN_LOG = 10.0
MANY = 1000  # files after which a plain line is written, however quick they were
DONE = {"reading": "read", "recording": "taken in"}


class Progress:
    """Call `show` as often as you like, `end` when the batch is over."""

    def __init__(self) -> None:
        self.plain = False  # lines for a pipe or a file, whatever the level of the log
        self._terminal = sys.stderr is not None and sys.stderr.isatty()
        self._last = time.monotonic()
        self._step = ("", 0)
        self._shown = False

    def show(self, what: str, done: int, total: int) -> None:
        """For instance `show("reading", 1200, 10000)`."""
        if total < FEWEST or not self._is_due(what, done):
            return
        self._last, self._step, self._shown = time.monotonic(), (what, done // MANY), True
        if self._terminal:
            _write(f"\r\x1b[K{what} {done} of {total}")
        elif self.plain:
            _write(f"{DONE[what]} {done:,} of {total:,}\n")
        else:
            log.info("batch.progress", what=what, done=done, total=total)

    def end(self) -> None:
        if self._shown and self._terminal:
            _write("\r\x1b[K")
        self._shown = False

    def _is_due(self, what: str, done: int) -> bool:
        if self.plain and not self._terminal and done >= MANY and (what, done // MANY) != self._step:
            return True
        return time.monotonic() - self._last >= (EVERY_ON_TERMINAL if self._terminal else EVERY_IN_LOG)


def _write(text: str) -> None:
    """A stream that is closed or full does not stop the work."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()
