"""What wakes the loop: hints from another thread, and signals. Signals only set a flag and ring.

TERM and INT: what is in hand is finished, then the daemon ends. HUP: settings are read again, logs reopened.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
from types import FrameType

DEBOUNCE = 0.05  # seconds in which hints gather


class Bell:
    """A pipe that may be written to from a signal handler or another thread without ever blocking."""

    def __init__(self) -> None:
        self.stop = False
        self.hang_up = False
        self._heard, self._rope = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)

    def listen(self) -> None:
        """Take the signals over."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._signalled)

    def ring(self) -> None:
        with contextlib.suppress(OSError):  # rung already, or closing
            os.write(self._rope, b".")

    def wait(self, seconds: float) -> None:
        """Sleep until it rings, at most so long."""
        select.select([self._heard], [], [], max(0.0, seconds))
        with contextlib.suppress(BlockingIOError):
            if os.read(self._heard, 65536) and not self.stop:
                time.sleep(DEBOUNCE)

    def close(self) -> None:
        os.close(self._heard)
        os.close(self._rope)

    def _signalled(self, number: int, _frame: FrameType | None) -> None:
        if number == signal.SIGHUP:
            self.hang_up = True
        else:
            self.stop = True
        self.ring()
