"""One file event is one transaction, and doing it twice changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.conftest import remove, write
from tests.store.toy import article, parse, snapshot, stat
from watcher.errors import Rejection
from watcher.model import Entry, FileEvent
from watcher.pipeline import Content, order, process, take
from watcher.store import Store, open_store
from watcher.store.check import check

FIRST = article("Ana leads", "Ana Bo: vote share: 24 percent")
SECOND = article("Ana leads", "Ana Bo: vote share: 25 percent")


def kinds(entries: list[Entry]) -> list[str]:
    return [entry.change.kind for entry in entries]


def test_a_new_document_tells_itself_and_its_claims(store: Store) -> None:
    assert kinds(write(store, "a.txt", FIRST)) == ["document.added", "figure.added"]


def test_the_same_content_again_tells_nothing(store: Store) -> None:
    write(store, "a.txt", FIRST)
    assert write(store, "a.txt", FIRST) == []
    assert store.counts()["entries"] == 2


def test_an_edit_tells_the_edit_and_what_moved_under_the_same_claim(store: Store) -> None:
    added = write(store, "a.txt", FIRST)
    edited = write(store, "a.txt", SECOND)
    assert kinds(edited) == ["document.updated", "figure.revised"]
    assert edited[1].change.claim_id == added[1].change.claim_id
    assert edited[1].document.version == 2


def test_what_another_document_said_is_not_said_again(store: Store) -> None:
    write(store, "a.txt", FIRST)
    assert kinds(write(store, "b.txt", article("Also", "Ana Bo: vote share: 24 percent"))) == ["document.added"]


def test_removal_is_told_alone_and_once(store: Store) -> None:
    write(store, "a.txt", FIRST)
    assert kinds(remove(store, "a.txt")) == ["document.removed"]
    assert remove(store, "a.txt") == []
    assert remove(store, "never.txt") == []


def test_a_removed_document_that_comes_back_is_restored(store: Store) -> None:
    write(store, "a.txt", FIRST)
    remove(store, "a.txt")
    assert kinds(write(store, "a.txt", FIRST)) == ["document.restored"]
    remove(store, "a.txt")
    assert kinds(write(store, "a.txt", SECOND)) == ["document.restored", "document.updated", "figure.revised"]


def test_the_claims_of_a_removed_document_speak_no_more(store: Store, state: Path) -> None:
    write(store, "a.txt", FIRST)
    asked = snapshot("b.txt", FIRST)
    assert [known.document.path for known in store.related(asked)] == ["a.txt"]
    remove(store, "a.txt")
    assert store.related(asked) == []
    write(store, "a.txt", FIRST)
    assert len(store.related(asked)) == 1
    assert [finding for finding in check(state) if "changelog.jsonl" not in finding.path] == []


def test_a_rejection_is_told_once_a_content_and_the_last_good_snapshot_stays(store: Store) -> None:
    write(store, "a.txt", FIRST)
    assert kinds(write(store, "a.txt", "unreadable 1")) == ["document.rejected"]
    assert write(store, "a.txt", "unreadable 1") == []
    assert kinds(write(store, "a.txt", "unreadable 2")) == ["document.rejected"]
    stored = store.document("a.txt")
    assert stored
    assert stored.state == "present"
    assert store.snapshot(stored).document.text == FIRST
    assert kinds(write(store, "a.txt", SECOND)) == ["document.updated", "figure.revised"]


def test_a_rejected_document_that_is_put_back_as_it_was_says_so(store: Store) -> None:
    write(store, "a.txt", FIRST)
    write(store, "a.txt", "unreadable")
    back = write(store, "a.txt", FIRST)
    assert kinds(back) == ["document.updated"]
    assert back[0].document.version == 1
    assert write(store, "a.txt", FIRST) == []


def test_a_file_that_could_never_be_read_and_is_mended_is_added(store: Store) -> None:
    assert kinds(write(store, "a.txt", "unreadable")) == ["document.rejected"]
    assert kinds(write(store, "a.txt", FIRST)) == ["document.added", "figure.added"]


def test_a_rename_keeps_the_document(store: Store) -> None:
    write(store, "a.txt", FIRST)
    sha256 = snapshot("a.txt", FIRST).document.sha256
    event = FileEvent("b.txt", "renamed", "rescan", old_path="a.txt")
    assert kinds(take(event, store, snapshot("b.txt", FIRST), sha256=sha256)) == ["document.renamed"]
    assert take(event, store, snapshot("b.txt", FIRST), sha256=sha256) == []
    edited = write(store, "b.txt", SECOND)
    assert kinds(edited) == ["document.updated", "figure.revised"]
    assert edited[0].document.version == 2
    assert [info.path for info in store.versions("b.txt")] == ["a.txt", "b.txt"]


def test_a_rename_with_an_edit_is_both(store: Store) -> None:
    write(store, "a.txt", FIRST)
    event = FileEvent("b.txt", "renamed", "rescan", old_path="a.txt")
    found = snapshot("b.txt", SECOND)
    assert kinds(take(event, store, found, sha256=found.document.sha256)) == ["document.renamed", "document.updated", "figure.revised"]


def test_a_rename_over_a_known_document_removes_the_one_and_edits_the_other(store: Store) -> None:
    write(store, "a.txt", FIRST)
    write(store, "b.txt", article("Other", "Cy Do: age: 40 year"))
    event = FileEvent("b.txt", "renamed", "rescan", old_path="a.txt")
    found = snapshot("b.txt", FIRST)
    assert kinds(take(event, store, found, sha256=found.document.sha256))[:2] == ["document.removed", "document.updated"]


def test_a_name_once_removed_can_be_taken_by_a_rename(store: Store, state: Path) -> None:
    write(store, "b.txt", SECOND)
    remove(store, "b.txt")
    write(store, "a.txt", FIRST)
    take(FileEvent("b.txt", "renamed", "rescan", old_path="a.txt"), store)
    assert store.known().keys() == {"b.txt"}
    assert [finding for finding in check(state) if "changelog.jsonl" not in finding.path] == []


def test_new_rules_replace_the_baseline_with_one_entry(store: Store) -> None:
    event = FileEvent("a.txt", "present", "start")
    take(event, store, snapshot("a.txt", FIRST))
    newer = snapshot("a.txt", FIRST, extractor="toy 2")
    assert store.known("toy 2")["a.txt"].stat is None
    told = take(event, store, newer, stat=stat())
    assert kinds(told) == ["document.reread"]
    assert take(event, store, newer, stat=stat()) == []
    assert store.known("toy 2")["a.txt"].stat == stat()


def test_a_record_that_fails_its_schema_is_rejected_with_path_and_reason(store: Store) -> None:
    write(store, "a.txt", FIRST)
    wrong = snapshot("a.txt", SECOND)
    claim = replace(wrong.claims[0], modality="perhaps")  # type: ignore[arg-type]
    told = take(FileEvent("a.txt", "present", "event"), store, replace(wrong, claims=(claim,)), sha256="0" * 64)
    assert kinds(told) == ["document.rejected"]
    assert "claims/0/modality" in told[0].change.summary
    assert "'perhaps' is not one of" in told[0].change.summary
    stored = store.document("a.txt")
    assert stored
    assert store.snapshot(stored).document.text == FIRST


def test_process_reads_and_parses(store: Store) -> None:
    data = FIRST.encode()
    event = FileEvent("a.txt", "present", "event")
    assert process(event, store, read=lambda path: None, parse=parse) == []
    assert kinds(process(event, store, read=lambda path: Content(data, stat(), None), parse=parse)) == ["document.added", "figure.added"]
    too_large = Rejection("a.txt", "larger than 10 bytes")
    assert kinds(process(event, store, read=lambda path: too_large, parse=parse)) == ["document.rejected"]
    assert process(event, store, read=lambda path: too_large, parse=parse) == []
    assert kinds(process(FileEvent("a.txt", "removed", "event"), store, read=lambda path: None, parse=parse)) == ["document.removed"]


def test_b18_names_and_texts_a_store_refuses_pass_the_gate(store: Store, state: Path) -> None:
    path = "d\udcff/back\\slash\n.txt"
    text = article("Nul \x00 and half \ud83d a pair", "Ana Bo: vote share: 24 percent")
    found = snapshot(path, text.replace("\ud83d", ""))
    found = replace(found, document=replace(found.document, text=text, title="half \ud83d"))
    assert kinds(take(FileEvent(path, "present", "event"), store, found)) == ["document.added", "figure.added"]
    assert store.known().keys() == {path}
    stored = store.document(path)
    assert stored
    assert stored.path == "d\\xff/back\\\\slash\n.txt"
    kept = store.snapshot(stored)
    assert len(kept.document.text) == len(text)
    assert kept.document.title == "half \N{REPLACEMENT CHARACTER}"
    assert kinds(take(FileEvent(path, "removed", "event"), store)) == ["document.removed"]
    assert [finding for finding in check(state) if "changelog.jsonl" not in finding.path] == []


def test_entries_differ_only_in_time_id_and_hashes_between_two_stores(tmp_path: Path) -> None:
    records = []
    for name in ("one", "two"):
        with open_store(tmp_path / name) as store:
            write(store, "a.txt", FIRST, "start")
            write(store, "a.txt", SECOND, "start")
            remove(store, "a.txt")
            records.append(list(store.entries()))
    exempt = {"detected_at", "id", "hash", "previous_hash"}
    plain = [[{key: value for key, value in entry.items() if key not in exempt} for entry in record] for record in records]
    assert plain[0] == plain[1]


def test_files_of_one_look_go_by_publication_then_path_undated_last() -> None:
    files = [
        (None, "a"),
        ("2026-01-02", "c"),
        ("2025-11-17/2025-12-13", "d"),
        ("2026-01", "b"),
        ("2026-01-02", "a"),
        ("../2025", "e"),
        ("XXXX-01-02", "0"),
        ("XXXX", "z"),
    ]
    taken = sorted(files, key=lambda file: order(*file))
    assert [path for _, path in taken] == ["e", "d", "b", "a", "c", "0", "z", "a"]


def test_g20_a_try_is_counted_before_it_begins_and_forgotten_when_it_ends(state: Path) -> None:
    with open_store(state) as store:
        assert store.add_attempt("a.txt", "x") == 1
    with open_store(state) as store:
        assert store.failing() == {"a.txt": ("x", 1)}
        assert store.add_attempt("a.txt", "x") == 2
        assert store.add_attempt("a.txt", "other content") == 1
        assert store.attempts("a.txt", "other content") == 1
        write(store, "a.txt", FIRST)
        assert store.attempts("a.txt", "other content") == 0


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"kind": "figure.added"}, [2]),
        ({"kind": "figure"}, [2, 4]),
        ({"subject": "bo"}, [2, 4]),
        ({"subject": "ana-bo"}, [2, 4]),
        ({"subject": "nobody"}, []),
        ({"document": "a.txt"}, [1, 2, 3, 4]),
        ({"document": "b.txt"}, []),
        ({"after_seq": 3}, [4]),
        ({"since": "2999-01-01T00:00:00Z"}, []),
    ],
)
def test_the_changelog_is_filtered(store: Store, filters: dict[str, object], expected: list[int]) -> None:
    write(store, "folder/a.txt", FIRST)
    write(store, "folder/a.txt", SECOND)
    assert [entry["seq"] for entry in store.entries(**filters)] == expected  # type: ignore[arg-type]
