"""Laws of the pipe, whatever is done to a folder: the changelog replays, the end is that of a fresh run, twice is once."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.conftest import remove, write
from tests.store.toy import article, snapshot
from watcher.model import FileEvent
from watcher.outputs.changelog import Changelog
from watcher.pipeline import order, take
from watcher.store import Store, open_store
from watcher.store.check import check

PATHS = ("a.txt", "b.txt", "c/ñ\udcff.txt")
TEXTS = (
    article("One", "Ana Bo: votes: 5 count", "Ana Bo is office/candidate"),
    article("One", "Ana Bo: votes: 6 count", "Ana Bo is office/candidate"),
    article("published 2026-01-02", "Ana Bo: votes: 6 count", "Bo is office/elect", "Cy Do: age: 40 year"),
    article("unreadable", "whatever"),
    article("", ""),
)
STEP = st.tuples(st.sampled_from(["write", "remove", "rename"]), st.sampled_from(PATHS), st.sampled_from(PATHS), st.sampled_from(TEXTS))
STEPS = st.lists(STEP, max_size=12)


def apply(store: Store, folder: dict[str, str], step: tuple[str, str, str, str]) -> None:
    """Do a step to the folder and take it in, as the daemon would; every event is told twice."""
    what, path, other, text = step
    for _ in range(2):
        if what == "write":
            folder[path] = text
            write(store, path, text)
        elif what == "remove":
            folder.pop(path, None)
            remove(store, path)
        elif path in folder and other not in folder and "unreadable" not in folder[path]:
            folder[other] = folder.pop(path)
            found = snapshot(other, folder[other], "2026-01-02" if folder[other].startswith("published") else None)
            take(FileEvent(other, "renamed", "rescan", old_path=path), store, found, sha256=found.document.sha256)


def standing(store: Store) -> dict[str, object]:
    """What the oracle compares: path, content, and what the claims say."""
    found: dict[str, object] = {}
    for path, file in store.known().items():
        stored = store.document(path)
        assert stored
        stated = store.snapshot(stored).claims if stored.version else ()
        found[path] = (file.sha256, sorted(str((claim.subject, claim.property, claim.value)) for claim in stated))
    return found


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_whatever_happens_the_store_is_whole_and_the_end_is_that_of_a_fresh_run(steps: list[tuple[str, str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        state, fresh, folder = Path(scratch, "state"), Path(scratch, "fresh"), {}
        with open_store(state) as store:
            log = Changelog(state)
            for step in steps:
                apply(store, folder, step)
                log.catch_up(store)
            log.close()
            end = standing(store)
        assert check(state) == []
        readable = {path: text for path, text in folder.items() if "unreadable" not in text}
        with open_store(fresh) as store:
            for path in sorted(folder, key=lambda path: order("2026-01-02" if folder[path].startswith("published") else None, path)):
                write(store, path, folder[path])
            again = standing(store)
        assert end.keys() == again.keys() == folder.keys()
        assert {path: end[path] for path in readable} == {path: again[path] for path in readable}
