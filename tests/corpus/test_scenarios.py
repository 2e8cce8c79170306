"""The corpus's scenarios, played in process: a folder changes step by step, and each step gives the entries a reader expects."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.measure import named, same_sides
from watcher.documents import read
from watcher.errors import Rejection
from watcher.extract import extract as extract_document
from watcher.model import Entry, FileEvent
from watcher.pipeline import take
from watcher.store import Store, open_store

SCENARIOS = sorted((Path(__file__).parent / "es" / "scenarios").glob("*/steps.json"))
COMPLETE = {"figure.conflicting", "figure.removed", "status.shifted", "status.conflicting", "status.removed", "translation.mismatched"}


@pytest.mark.parametrize("steps_file", SCENARIOS, ids=lambda path: path.parent.name)
def test_each_step_gives_the_entries_a_reader_expects(steps_file: Path, tmp_path: Path) -> None:
    scenario = json.loads(steps_file.read_text(encoding="utf-8"))
    wrong = []
    with open_store(tmp_path / "state") as store:
        for at, step in enumerate(scenario["steps"], 1):
            found = [entry.as_dict() for entry in play(store, step, steps_file.parent)]
            assert play(store, step, steps_file.parent) == [] or "rename" in step
            wrong += [f"step {at}: {line}" for line in judge(found, step.get("expect", []), scenario.get("forbid", []))]
    assert not wrong, "\n".join(wrong)


def play(store: Store, step: dict[str, Any], folder: Path) -> list[Entry]:
    """Do one step to the store, as the daemon would."""
    if "write" in step:
        return written(store, FileEvent(step["write"], "present", "rescan"), (folder / step["from"]).read_bytes())
    if "rename" in step:
        stored = store.document(step["rename"])
        if stored is None or stored.state == "removed":
            return []
        moved = FileEvent(step["to"], "renamed", "rescan", old_path=step["rename"])
        return take(moved, store, None, sha256=stored.sha256)
    return take(FileEvent(step["remove"], "removed", "rescan"), store)


def written(store: Store, event: FileEvent, data: bytes) -> list[Entry]:
    document = read(data, event.path)
    outcome = document if isinstance(document, Rejection) else extract_document(document)
    return take(event, store, outcome, sha256=hashlib.sha256(data).hexdigest())


def judge(found: list[dict[str, Any]], wanted: list[dict[str, Any]], forbidden: list[dict[str, Any]]) -> list[str]:
    """What is missing, what is said that was not expected, and what must not be said."""
    wrong, rest = [], list(found)
    for gold in wanted:
        fits = [
            entry
            for entry in rest
            if entry["kind"] == gold["kind"] and same_sides(entry, gold | {"before": gold.get("before"), "after": gold.get("after")})
        ]
        fits = [entry for entry in fits if named((entry["subject"] or {}).get("name"), gold.get("subject"))]
        if fits:
            rest.remove(fits[0])
        elif not gold.get("optional"):
            wrong.append(f"missing {gold}")
    wrong += [
        f"not expected: {entry['kind']} {entry['summary']}"
        for entry in rest
        if entry["kind"] in COMPLETE or entry["kind"].startswith("document.")
    ]
    for gold in forbidden:
        wrong += [
            f"forbidden: {entry['summary']}"
            for entry in found
            if entry["kind"] == gold["kind"] and gold.get("subject") and named((entry["subject"] or {}).get("name"), gold["subject"])
        ]
    return wrong
