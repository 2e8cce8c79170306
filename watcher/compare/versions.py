"""Two versions of one document -> what changed, in the order of the new text. Pure.

align the texts -> pair the mentions -> the facts that moved -> changes with significance and summary
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from watcher.compare.align import Alignment, align
from watcher.compare.facts import moves
from watcher.compare.mentions import mentions
from watcher.compare.merging import Move
from watcher.compare.mismatch import mismatches
from watcher.compare.pairing import Pairing, pair
from watcher.compare.prose import normal
from watcher.compare.significance import judge, judge_update
from watcher.compare.summary import sentence, update
from watcher.compare.touched import Touch, touched
from watcher.compare.values import same_value
from watcher.model import Change, Claim, Document, DocumentVersion, Side, Snapshot, Status, Value, Words

_VERB = {  # kind of claim -> how its change is called with both sides, only after, only before
    "figure": ("figure.revised", "figure.added", "figure.removed"),
    "status": ("status.shifted", "status.added", "status.removed"),
    "date": ("date.moved", "date.added", "date.removed"),
    "quote": ("quote.altered", "quote.added", "quote.removed"),
}

_REAL = ("asserted", "alleged")  # what is planned or conditional is no stage reached yet


class Earlier(NamedTuple):
    """What an older version of the document stated under a claim's id."""

    claim_id: str
    version: int
    value: Value


def versions(
    before: Snapshot,
    after: Snapshot,
    *,
    before_version: int = 1,
    after_version: int = 2,
    language: str = "en",
    earlier: Sequence[Earlier] = (),
) -> list[Change]:
    """What changed from `before` to `after`; empty exactly where the texts are equal.

    `language` is that of the summaries; `earlier` lets them say that a value is back.
    """
    if before.document.text == after.document.text:
        return []
    places = (DocumentVersion(before.document.path, before_version), DocumentVersion(after.document.path, after_version))
    alignment, pairing, found = _compared(before, after)
    changes = _title(before.document, after.document, places)
    changes += [_change(move, places) for move in found]
    changes += [told_apart(sides, places[1]) for sides in mismatches(pairing, after)]
    edits = touched(alignment, changes, before, after)
    return [_updated(alignment, edits, language), *(_told(change, language, earlier) for change in changes)]


def aligned(before: Snapshot, after: Snapshot) -> Pairing:
    """Which mention of the one version is which of the other."""
    return _compared(before, after)[1]


def _compared(before: Snapshot, after: Snapshot) -> tuple[Alignment, Pairing, list[Move]]:
    alignment = align(before.document.text, after.document.text)
    left, right = mentions(before, alignment.before), mentions(after, alignment.after)
    pairing = pair(left, right, alignment)
    return alignment, pairing, moves(left, right, pairing, alignment)


def _updated(alignment: Alignment, edits: Sequence[Touch], language: str) -> Change:
    summary = update(alignment.changed_words(), edits, language)
    return Change("document.updated", None, None, None, None, None, None, judge_update(edits), summary)


def _title(before: Document, after: Document, places: tuple[DocumentVersion, DocumentVersion]) -> list[Change]:
    one, other = before.title or "", after.title or ""
    if normal(one) == normal(other):
        return []
    sides = [Side(Words(text), "asserted", None, (), place) if text else None for text, place in zip((one, other), places, strict=True)]
    return [Change("title.changed", None, None, None, None, sides[0], sides[1], 0.0, "")]


def _change(move: Move, places: tuple[DocumentVersion, DocumentVersion]) -> Change:
    """A move as a change; a status that is denied is not there, so its side is null, and so is a plan where the same has come."""
    before, after = _held(move.before), _held(move.after)
    if before and after and isinstance(before.value, Status) and same_value(before.value, after.value):
        before, after = (one if one.modality in _REAL else None for one in (before, after))
        if before is None and after is None:
            before, after = move.before, move.after
    both, added, removed = _VERB[move.claim.kind]
    kind = both if before and after else added if after else removed
    return _between(kind, move.claim, side(before, places[0]), side(after, places[1]))


def _held(claim: Claim | None) -> Claim | None:
    return None if claim is not None and isinstance(claim.value, Status) and claim.modality == "denied" else claim


def told_apart(sides: tuple[Claim, Claim], place: DocumentVersion) -> Change:
    """What two languages of one document say in two ways."""
    first, second = sides
    about = first if first.subject is not None else second
    return _between("translation.mismatched", about, side(first, place), side(second, place))


def _between(kind: str, about: Claim, before: Side | None, after: Side | None) -> Change:
    return Change(kind, about.id, about.subject, about.property, about.scope, before, after, 0.0, "")


def side(claim: Claim | None, place: DocumentVersion) -> Side | None:
    """A claim as one side of a change."""
    return None if claim is None else Side(claim.value, claim.modality, claim.attribution, claim.evidence, place)


def _told(change: Change, language: str, earlier: Iterable[Earlier]) -> Change:
    """The change with its significance and its sentence."""
    return replace(change, significance=judge(change).significance, summary=sentence(change, language, back_to=_back(change, earlier)))


def _back(change: Change, earlier: Iterable[Earlier]) -> int | None:
    """The last older version that stated what the change brings."""
    if change.after is None or change.claim_id is None:
        return None
    value = change.after.value
    same = [one.version for one in earlier if one.claim_id == change.claim_id and same_value(one.value, value)]
    return max(same, default=None)
