"""From a folder and settings to a running service: the folder judged, the state locked, the store opened; and all undone after."""

from __future__ import annotations

import os
import stat as modes
from collections.abc import Callable
from pathlib import Path
from typing import Any

from watcher.config import Settings
from watcher.daemon.service import Jobs, Service
from watcher.daemon.status import Status
from watcher.errors import UserError
from watcher.folder import Names, Root
from watcher.log import log, set_up
from watcher.store import StateLock, open_store

Show = Callable[[list[dict[str, Any]]], None]


def prepare(folder: Path, settings: Settings) -> Root:
    """The watched folder; a user's mistake where there is none."""
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "there is no such folder"
        raise UserError(f"{folder}: {what}.")
    try:
        settings.state.mkdir(parents=True, exist_ok=True, mode=0o700)
        own = settings.state.stat()
        if own.st_mode & 0o002 and not own.st_mode & modes.S_ISVTX:
            log.warning("state.exposed", folder=str(settings.state), reason="anyone on this machine may change what is in it; chmod o-w")
    except OSError as error:
        raise UserError(f"The state folder {settings.state} cannot be made: {error.strerror}; name another with --state DIR.") from error
    root = Root(folder.resolve(), Names(settings.patterns, settings.ignore), excluded=frozenset({(own.st_dev, own.st_ino)}))
    if root.identity() == (own.st_dev, own.st_ino):
        raise UserError(f"{folder} is itself the state folder; name another with --state DIR.")
    return root


def once(folder: Path, settings: Settings, *, show: Show, accept_removals: bool) -> int:
    """Take the folder in as it stands, then leave."""
    set_up("warning" if settings.log_level == "info" else settings.log_level, settings.log_file)
    os.umask(os.umask(0o077) | 0o027)  # what is kept is nobody else's to change, nor to read for those outside the group
    root = prepare(folder, settings)
    with StateLock(settings.state), open_store(settings.state) as store:
        service = Service(root, store, settings, show=show, accept_removals=accept_removals)
        try:
            service.take_in_once()
        finally:
            service.close()
    return 0


def watch(
    folder: Path, settings: Settings, *, show: Show, accept_removals: bool, reload: Callable[[], Settings] | None,
    jobs: Callable[[Settings, Status], Jobs] | None,
) -> int:  # fmt: skip
    """Watch the folder until a signal ends it."""
    set_up(settings.log_level, settings.log_file)
    os.umask(os.umask(0o077) | 0o027)  # what is kept is nobody else's to change, nor to read for those outside the group
    root = prepare(folder, settings)
    with StateLock(settings.state), open_store(settings.state) as store:
        service = Service(root, store, settings, show=show, accept_removals=accept_removals, reload=reload, jobs=jobs)
        try:
            service.run()
        finally:
            service.close()
    return 0
