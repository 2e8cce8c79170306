"""What wakes the loop: hints from another thread, and signals. Signals only set a flag and ring.

TERM and INT: what is in hand is finished, then the daemon ends. HUP: settings are read again, logs reopened. USR1 and USR2, which
would end a program that does not know them, do nothing.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
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
        for number in (signal.SIGUSR1, signal.SIGUSR2):
            signal.signal(number, signal.SIG_IGN)

    def ring(self) -> None:
        with contextlib.suppress(OSError):  # rung already, or closing
            os.write(self._rope, b".")

    def wait(self, seconds: float) -> None:
        """Sleep until it rings, at most so long."""
        select.select([self._heard], [], [], max(0.0, seconds))
        with contextlib.suppress(BlockingIOError):
            if os.read(self._heard, 65536) and not self.stop:
                select.select([], [], [], DEBOUNCE)

    def close(self) -> None:
        os.close(self._heard)
        os.close(self._rope)

    def _signalled(self, number: int, _frame: FrameType | None) -> None:
        if number == signal.SIGHUP:
            self.hang_up = True
        else:
            self.stop = True
        self.ring()
