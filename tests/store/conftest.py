"""A state folder with an open store, and a way to take files in without a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.toy import parse, stat
from watcher.model import Entry, FileEvent
from watcher.pipeline import take
from watcher.store import Store, open_store

Write = Callable[..., list[Entry]]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def store(state: Path) -> Iterator[Store]:
    with open_store(state) as opened:
        yield opened


def write(store: Store, path: str, text: str, found_by: str = "event") -> list[Entry]:
    """Take a file with this text in."""
    data = text.encode("utf-8")
    sha256 = hashlib.sha256(data).hexdigest()
    return take(FileEvent(path, "present", found_by), store, parse(path, data), sha256=sha256, stat=stat(size=len(data)))  # type: ignore[arg-type]


def remove(store: Store, path: str) -> list[Entry]:
    """Take the removal of a file in."""
    return take(FileEvent(path, "removed", "rescan"), store)
