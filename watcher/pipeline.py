"""The program on one page: one file event becomes entries of the changelog.

    FileEvent
      read              path -> bytes, or why not                         (handed in: the folder's safe reading)
      parse             bytes -> Document -> Snapshot, or a Rejection     (handed in: a child process with a deadline)
      years.settle      days without a year, from what other documents date
      compare.versions  what moved inside this document
      compare.across    what moves or contradicts what other documents claim
      schemas.validate  every record; a document that fails is rejected, its last good snapshot stays
      store.commit      version + claims + entries, together
    -> list[Entry]

Nothing on the reading side is called from here. Files found in one look are taken by `order`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from watcher.compare import Others, across, carry_ids, link_ids, versions
from watcher.errors import Rejection
from watcher.extract.dates import years
from watcher.lexicon import load
from watcher.model import Change, Entry, FileEvent, FileStat, Json, Snapshot
from watcher.schemas import Finding, validate
from watcher.store import Store, StoredDocument, Taken
from watcher.store.gate import clean_record, shown

Outcome = Snapshot | Rejection
Parse = Callable[[str, bytes, str | None], Outcome]
SIGNIFICANCE = {"added": 0.5, "updated": 0.2, "removed": 0.6, "renamed": 0.2, "restored": 0.5, "rejected": 0.6, "reread": 0.1}
# What no eye sees and what turns a line around: bidirectional controls, zero width, tags. Joiners belong to scripts and to emoji.
HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\U000e0000-\U000e007f]")


class Content(NamedTuple):
    """A file as it was read: its bytes, its stat, and its own time (RFC 3339)."""

    data: bytes
    stat: FileStat | None
    modified: str | None


def process(
    event: FileEvent, store: Store, *, read: Callable[[str], Content | Rejection | None], parse: Parse, language: str = "en"
) -> list[Entry]:
    """Take one file event in. `read` gives null for a file that cannot be judged now: nothing is recorded, it is looked at again."""
    if event.kind == "removed":
        return take(event, store, language=language)
    found = read(event.path)
    if found is None:
        return []
    if isinstance(found, Rejection):
        return take(event, store, found, sha256=hashlib.sha256(found.reason.encode()).hexdigest(), language=language)
    outcome = parse(event.path, found.data, found.modified)
    return take(event, store, outcome, sha256=hashlib.sha256(found.data).hexdigest(), stat=found.stat, language=language)


def take(
    event: FileEvent, store: Store, outcome: Outcome | None = None, *,
    sha256: str | None = None, stat: FileStat | None = None, language: str = "en",
) -> list[Entry]:  # fmt: skip
    """Record a file event whose file was read already: one transaction, and none the second time.

    `sha256` is that of the bytes; `outcome` null means that there is nothing to read (removed), or that only the name moved.
    """
    if event.kind == "renamed":
        return rename(event, store, outcome, sha256=sha256, stat=stat, language=language)
    with store.view():
        stored = store.document(event.path)
        if event.kind == "removed":
            taken = removed(event, stored, language)
        elif isinstance(outcome, Rejection):
            taken = rejected(event, stored, outcome, sha256=sha256, stat=stat, language=language)
        elif outcome is not None:
            taken, findings = checked(event, stored, outcome, stat=stat, store=store, language=language)
            if findings:
                reason = f"the record made of it is not valid: {findings[0].path}: {findings[0].reason}"
                taken = rejected(event, stored, Rejection(event.path, reason), sha256=sha256, stat=stat, language=language)
        else:
            return []
    if taken is not None:
        return store.commit(taken)
    if stat is not None:
        store.touch({event.path: stat})
    return []


def checked(
    event: FileEvent, stored: StoredDocument | None, outcome: Snapshot, *, stat: FileStat | None, store: Store, language: str
) -> tuple[Taken | None, list[Finding]]:
    """What a file that was read would store, and what is wrong with that by the schemas. What was read is looked at by itself where
    it does not go in as it is, or where comparing it failed, which what is wrong with it may be the reason of."""
    try:
        taken = flagged(accepted(event, stored, outcome, stat=stat, store=store, language=language), language)
    except Exception:
        if findings := check_snapshot(outcome):
            return None, findings
        raise
    findings = check_records(taken) if taken is not None else []
    if not findings and (taken is None or taken.snapshot is None):
        findings = check_snapshot(outcome)
    return taken, findings


def order(published: str | None, path: str) -> tuple[int, str, str]:
    """The key by which files found in one look are taken: publication, then path; those whose year is open next, for the dated
    ones may settle it, and undated ones last."""
    day = first_day(published)
    rank = 2 if published is None else int(day.startswith("XXXX"))
    return (rank, day if rank == 0 else "", path)


def first_day(published: str | None) -> str:
    """The earliest day an EDTF date or interval allows, as text that sorts; what is open sorts as early as it can."""
    start, _, end = (published or "").partition("/")
    day = (start if start not in {"", ".."} else end).rstrip("~?%")
    return day if day.startswith("XXXX") else day.replace("X", "0")


def removed(event: FileEvent, stored: StoredDocument | None, language: str) -> Taken | None:
    """A file that is gone: one entry, its claims speak no more. Null where it was not there."""
    if stored is None or stored.state == "removed":
        return None
    return Taken(event, stored, "removed", (_told("removed", event, language),), seen=stored.seen)


def rejected(
    event: FileEvent, stored: StoredDocument | None, why: Rejection, *, sha256: str | None, stat: FileStat | None, language: str
) -> Taken | None:
    """A file that could not be taken in: one entry for each content, and the last good snapshot stays."""
    if stored and stored.state != "removed" and stored.reason is not None and stored.seen == sha256:
        return None
    state = "present" if stored and stored.state == "present" else "rejected"
    return Taken(event, stored, state, (_told("rejected", event, language, reason=why.reason),), seen=sha256, reason=why.reason, stat=stat)


def accepted(
    event: FileEvent, stored: StoredDocument | None, outcome: Snapshot, *, stat: FileStat | None, store: Store, language: str
) -> Taken | None:
    """A file that was read: new, edited, back, or the same under other rules. Null where nothing moved."""
    snapshot = replace(outcome, document=replace(outcome.document, path=shown(event.path)))
    base = Taken(event, stored, "present", (), seen=snapshot.document.sha256, stat=stat)
    if stored is None or not stored.version:
        snapshot = _settled(snapshot, store)
        others = Others(store.related(snapshot))
        snapshot = link_ids(snapshot, others)
        changes = [_told("added", event, language), *across(snapshot, others, version=1, language=language)]
        return replace(base, snapshot=snapshot, changes=tuple(changes))
    back = () if stored.state == "present" else (_told("restored", event, language),)
    if stored.sha256 == snapshot.document.sha256:
        if stored.extractor != snapshot.extractor:
            return _reread(base, back, snapshot, store, language)
        mended = () if back or stored.reason is None else (_told("readable", event, language, version=stored.version),)
        return replace(base, changes=back + mended) if back or mended else None
    return _edited(base, back, snapshot, store, language)


def flagged(taken: Taken | None, language: str) -> Taken | None:
    """With a word on characters that cannot be seen, in the entry of a file whose text or name holds some."""
    if taken is None or taken.snapshot is None or not (HIDDEN.search(taken.snapshot.document.text) or HIDDEN.search(taken.event.path)):
        return taken
    note = load(f"{language}/files")["hidden"]
    noted = ("document.added", "document.updated")
    changes = (replace(change, summary=f"{change.summary} ({note})") if change.kind in noted else change for change in taken.changes)
    return replace(taken, changes=tuple(changes))


def _edited(base: Taken, back: tuple[Change, ...], snapshot: Snapshot, store: Store, language: str) -> Taken:
    """A new content of a known document. Where our rules changed too, the old text is read by the new ones first, so that no
    change of ours is told as a change of the article."""
    stored = base.stored
    assert stored is not None  # noqa: S101  for the type checker: only known documents come here
    before, baseline, first = store.snapshot(stored), None, stored.version
    if before.extractor != snapshot.extractor:
        baseline = before = carry_ids(before, _settled(_by_our_rules(before), store, before))
        back, first = (*back, _told("reread", base.event, language)), first + 1
    snapshot = _settled(snapshot, store, before)
    others = Others(store.related(snapshot))
    snapshot = carry_ids(before, link_ids(snapshot, others))
    known_before = store.earlier(stored) if stored.version > 1 else ()
    inside = versions(before, snapshot, before_version=first, after_version=first + 1, language=language, earlier=known_before)
    if not any(change.kind == "document.updated" for change in inside):
        inside = [_told("updated", base.event, language), *inside]
    beyond = across(snapshot, others, version=first + 1, changed=inside, language=language)
    return replace(base, snapshot=snapshot, baseline=baseline, changes=(*back, *inside, *beyond))


def _settled(snapshot: Snapshot, store: Store, before: Snapshot | None = None) -> Snapshot:
    """With the years that other documents, or this one's version before, know."""
    if not years.has_open_years(snapshot):
        return snapshot
    told = store.dates(years.open_days(snapshot), snapshot.document.path)
    return years.settle(snapshot, years.known_dates([*told, *(before.claims if before else ())]))


def _reread(base: Taken, back: tuple[Change, ...], snapshot: Snapshot, store: Store, language: str) -> Taken:
    """The same content by other rules: the baseline is replaced, with one entry that says so."""
    assert base.stored is not None  # noqa: S101  for the type checker
    before = store.snapshot(base.stored)
    snapshot = _settled(snapshot, store, before)
    snapshot = carry_ids(before, link_ids(snapshot, Others(store.related(snapshot))))
    return replace(base, snapshot=snapshot, changes=(*back, _told("reread", base.event, language)))


def _by_our_rules(before: Snapshot) -> Snapshot:
    from watcher.extract import extract  # noqa: PLC0415  rarely needed, and heavy

    return extract(before.document)


def rename(
    event: FileEvent, store: Store, outcome: Outcome | None, *, sha256: str | None, stat: FileStat | None, language: str
) -> list[Entry]:
    """A document that goes on under another name. Where that name is taken, or the old one unknown, it is a removal and an addition."""
    old = event.old_path or event.path
    stored, there = store.document(old), store.document(event.path)
    entries: list[Entry] = []
    if stored is None or stored.state == "removed" or (there is not None and there.state != "removed"):
        entries += take(replace(event, path=old, kind="removed", old_path=None), store, language=language)
    else:
        change = _told("renamed", event, language, old=shown(old))
        same = sha256 in {None, stored.seen}
        moved = Taken(event, stored, stored.state, (change,), seen=stored.seen, reason=stored.reason, stat=stat if same else None)
        entries += store.commit(moved)
    return entries + take(replace(event, kind="present", old_path=None), store, outcome, sha256=sha256, stat=stat, language=language)


def check_snapshot(snapshot: Snapshot) -> list[Finding]:
    """What is wrong with a snapshot by its schema."""
    return _findings("snapshot", snapshot.as_dict())


def check_records(taken: Taken) -> list[Finding]:
    """What is wrong with the records a file event would store, by their schemas; empty where all are right."""
    findings = [finding for record in taken.records for finding in _findings("snapshot", record)]
    for change in taken.changes:
        findings += _findings("change", change.as_dict())
    return findings


def _findings(name: str, record: Json) -> list[Finding]:
    """What is wrong with a record as it will be stored; only one that looks wrong is worth the cleaning."""
    return validate(name, record) and validate(name, clean_record(record))


def _told(what: str, event: FileEvent, language: str, **words: object) -> Change:
    kind = "updated" if what == "readable" else what
    sentence = str(load(f"{language}/files")[what]).format(path=shown(event.path), **words)
    return Change(f"document.{kind}", None, None, None, None, None, None, SIGNIFICANCE[kind], sentence)
