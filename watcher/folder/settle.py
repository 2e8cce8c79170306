"""Files that wait until they stand still: pure bookkeeping, the time is handed in (monotonic seconds).

In: notices that a path may have changed, with what the file system says of it now (None: it is gone). Out: the paths that
have been the same for the settle time, and those that never come to rest.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from watcher.model import FileStat, FoundBy

RESTLESS = 30.0  # seconds after which a file that still changes is reported


@dataclass(slots=True)
class Waiting:
    """`since`: when it last moved; `first`: when it was first noticed."""

    stat: FileStat | None
    since: float
    first: float
    found_by: FoundBy


class Settling:
    """What waits. Many notices of one path are one entry, so a storm takes no more room than one event."""

    def __init__(self, settle: float) -> None:
        self.settle = settle
        self.waiting: dict[str, Waiting] = {}

    def __len__(self) -> int:
        return len(self.waiting)

    def notice(self, path: str, stat: FileStat | None, now: float, found_by: FoundBy, *, moved: bool) -> None:
        """`path` stands as `stat`; `moved` says that something just happened to it, as an event does and a look does not."""
        held = self.waiting.get(path)
        if held is None:
            self.waiting[path] = Waiting(stat, now, now, found_by)
        elif moved or held.stat != stat:
            held.stat, held.since = stat, now

    def due(self, now: float) -> list[str]:
        """Paths that have not moved for the settle time; the caller looks once more before it believes them."""
        return [path for path, held in self.waiting.items() if now - held.since >= self.settle]

    def next_due(self) -> float | None:
        """When the next path will have settled, if nothing moves."""
        return min(held.since for held in self.waiting.values()) + self.settle if self.waiting else None

    def forget(self, path: str) -> None:
        self.waiting.pop(path, None)

    def new_sizes(self, known: Container[str]) -> Iterator[int]:
        """The sizes of waiting files that the store does not know: one of them may be a document under a new name."""
        return (held.stat.size for path, held in self.waiting.items() if held.stat is not None and path not in known)

    def restless(self, now: float) -> list[str]:
        """Files that have been changing for longer than `RESTLESS`."""
        return sorted(path for path, held in self.waiting.items() if held.stat is not None and now - held.first > RESTLESS + self.settle)
