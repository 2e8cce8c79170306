"""`changelog.jsonl` is the entries of the store, whatever happens between the two."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.store.conftest import write
from tests.store.toy import article
from watcher.errors import StateError
from watcher.outputs import changelog
from watcher.outputs.changelog import Changelog
from watcher.store import Store, StoreFault, open_store
from watcher.store.check import check
from watcher.store.gate import canonical, digest


def fill(store: Store, start: int = 0, count: int = 3) -> None:
    for number in range(start, start + count):
        write(store, f"{number}.txt", article("Título", f"Ana {number}: votes: {number} count"))


def lines(state: Path) -> list[str]:
    return (state / "changelog.jsonl").read_text(encoding="ascii").split("\n")[:-1]


def whole(state: Path, store: Store) -> bool:
    return lines(state) == [canonical(entry) for entry in store.entries()] and check(state) == []


def test_one_canonical_line_an_entry_and_nothing_twice(store: Store, state: Path) -> None:
    log = Changelog(state)
    fill(store)
    assert log.catch_up(store) == 6
    assert log.catch_up(store) == 0
    fill(store, 3)
    assert log.catch_up(store) == 6
    log.close()
    assert whole(state, store)


def test_a_reader_can_verify_the_chain_with_what_the_schema_says(store: Store, state: Path) -> None:
    fill(store)
    log = Changelog(state)
    log.catch_up(store)
    log.close()
    previous = "0" * 64
    for number, line in enumerate(lines(state), 1):
        entry = json.loads(line)
        own = entry.pop("hash")
        assert line == canonical(entry | {"hash": own})
        assert (entry["seq"], entry["previous_hash"], own) == (number, previous, digest(canonical(entry)))
        previous = own


@pytest.mark.parametrize("kept", [0, 1, 300, -1, -2, -400])
def test_b03_a_file_cut_anywhere_is_caught_up_at_the_next_start(store: Store, state: Path, kept: int) -> None:
    fill(store)
    log = Changelog(state)
    log.catch_up(store)
    log.close()
    size = (state / "changelog.jsonl").stat().st_size
    os.truncate(state / "changelog.jsonl", kept % size)
    fill(store, 3, 1)
    log = Changelog(state)
    log.catch_up(store)
    log.close()
    assert whole(state, store)


def test_a_last_line_that_is_not_the_stores_is_written_anew(store: Store, state: Path) -> None:
    fill(store)
    log = Changelog(state)
    log.catch_up(store)
    log.close()
    kept = lines(state)
    (state / "changelog.jsonl").write_text("\n".join([*kept[:-1], kept[-1].replace("count", "COUNT")]) + "\n")
    Changelog(state).catch_up(store)
    assert whole(state, store)
    (state / "changelog.jsonl").write_bytes(b"\xff\x00 no JSON\n")
    Changelog(state).catch_up(store)
    assert whole(state, store)


def test_a_file_removed_while_open_is_written_anew(store: Store, state: Path) -> None:
    log = Changelog(state)
    fill(store)
    log.catch_up(store)
    (state / "changelog.jsonl").unlink()
    fill(store, 3, 1)
    log.catch_up(store)
    log.close()
    assert whole(state, store)


def test_many_entries_are_read_in_pages(store: Store, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watcher.store.reading.PAGE", 4)
    monkeypatch.setattr(changelog, "TAIL", 50)
    fill(store, 0, 7)
    log = Changelog(state)
    assert log.catch_up(store) == 14
    log.close()
    assert whole(state, store)
    assert len(list(store.entries())) == 14
    assert Changelog(state).catch_up(store) == 0


def test_b09_a_file_that_knows_more_than_the_store_is_not_overwritten(tmp_path: Path) -> None:
    with open_store(tmp_path / "one") as newer:
        fill(newer)
        Changelog(tmp_path / "one").catch_up(newer)
    with open_store(tmp_path / "two") as older:
        fill(older, 0, 1)
        before = (tmp_path / "one" / "changelog.jsonl").read_bytes()
        (tmp_path / "two" / "changelog.jsonl").write_bytes(before)
        with pytest.raises(StateError, match="put back in time"):
            Changelog(tmp_path / "two").catch_up(older)
        assert (tmp_path / "two" / "changelog.jsonl").read_bytes() == before


def test_b04_a_full_disk_is_waited_for_and_nothing_is_written_twice(store: Store, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store)
    plain, left = os.write, [500]

    def full(descriptor: int, data: bytes) -> int:
        if left[0] == 0:
            raise OSError(28, "No space left on device")
        done = plain(descriptor, bytes(data)[: left[0]])
        left[0] -= done
        return done

    log = Changelog(state)
    monkeypatch.setattr(changelog.os, "write", full)
    with pytest.raises(StoreFault) as caught:
        log.catch_up(store)
    assert caught.value.kind == "disk-full"
    assert caught.value.retry
    monkeypatch.undo()
    log.catch_up(store)
    log.close()
    assert whole(state, store)
