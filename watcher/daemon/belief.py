"""Whether so many documents may be believed to be gone, or whether rather their folder is.

In: how many vanished of how many, the folder and what the store remembers of it. Out: yes or no, and a reason in the status.
"""

from __future__ import annotations

import time
from collections import deque

from watcher.daemon.status import Status
from watcher.folder import Look, Root, doubt, text_of
from watcher.log import log
from watcher.store import Store

IDENTITY = "root"  # key of the watched folder's identity in the store
HELD = "removals-held"
ADVICE = "their removal is not recorded; if it is meant, run once with --accept-removals"


class Belief:
    """Removals within `window` seconds count together; `always` is the user's word that they are meant."""

    def __init__(self, root: Root, store: Store, status: Status, *, window: float, always: bool) -> None:
        self.root, self.store, self.status = root, store, status
        self.window, self.always = window, always
        self._recent: deque[tuple[float, int]] = deque()

    def holds(self, vanished: int, total: int) -> bool:
        """Whether the removal of so many documents may be recorded."""
        if self.always:
            return True
        moment = time.monotonic()
        while self._recent and moment - self._recent[0][0] > self.window:
            self._recent.popleft()
        recently = sum(count for _, count in self._recent)
        found = doubt(vanished, recently, total, identity=self.root.identity(), usual=self.store.meta(IDENTITY))
        if found is None:
            return True
        if self.status.set_reason(HELD, f"{found.reason}; {ADVICE}"):
            log.error("removals.held", kind=found.kind, reason=found.reason, advice=ADVICE)
        return False

    def removed(self, count: int) -> None:
        """So many removals were recorded."""
        if count:
            self._recent.append((time.monotonic(), count))

    def remember(self, look: Look | None) -> None:
        """Note the identity of the folder that is believed in: the next start compares with it."""
        if look is None or look.identity is None or HELD in self.status.reasons:
            return
        told = text_of(look.identity)
        if self.store.meta(IDENTITY) != told:
            self.store.set_meta(IDENTITY, told)
