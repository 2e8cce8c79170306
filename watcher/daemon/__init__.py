"""The daemon: watch first, then look; settle, read, record; say what cannot be seen; stop cleanly.

    folder hints and looks -> settling -> intake (read, parse in a child process, order, record) -> entries shown

`run` is the command of that name, `standing` what `claimwatch status` shows. Rooms inside: `service` the loop, `belief` whether
removals are meant, `sight` whether events can be trusted, `intake` a batch of files into the store, `reader` and `worker` the
child process, `status`, `notify`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from watcher.config import Settings
    from watcher.daemon.service import Jobs
    from watcher.daemon.status import Status

Show = Callable[[list[dict[str, Any]]], None]


def run(
    folder: Path, settings: Settings, *, once: bool, show: Show, accept_removals: bool = False,
    reload: Callable[[], Settings] | None = None, jobs: Callable[[Settings, Status], Jobs] | None = None,
) -> int:  # fmt: skip
    """Watch `folder` until a signal ends it, or take it in as it stands (`once`); the exit code. `show` is given new entries."""
    from watcher.daemon import start  # noqa: PLC0415  the child process imports this package and needs none of it

    if once:
        return start.once(folder, settings, show=show, accept_removals=accept_removals)
    return start.watch(folder, settings, show=show, accept_removals=accept_removals, reload=reload, jobs=jobs)


def standing(state: Path) -> dict[str, Any]:
    """What the daemon of this state folder sees now, as one object; `state` is healthy, degraded, stuck or stopped."""
    from watcher.daemon.status import standing as read  # noqa: PLC0415  as above

    return read(state)
