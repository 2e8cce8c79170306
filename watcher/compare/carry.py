"""Ids that last: a claim keeps its id through versions of its document, and over documents that say the same of one subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from watcher.compare.comparable import singles
from watcher.compare.linking import relation
from watcher.compare.others import Others
from watcher.compare.versions import aligned
from watcher.model import Claim, Snapshot


def carry_ids(before: Snapshot, after: Snapshot) -> Snapshot:
    """`after`, its claims under the ids that `before` gives them; ids stay unique in a snapshot."""
    carried: dict[int, str] = {}
    taken: set[str] = set()
    for one, other in aligned(before, after).pairs:
        if other.claim not in carried and one.said.id not in taken and relation(one.said.subject, other.said.subject) != "other":
            carried[other.claim] = one.said.id
            taken.add(one.said.id)
    return replace(after, claims=_unique(after.claims, carried))


def link_ids(snapshot: Snapshot, others: Others) -> Snapshot:
    """`snapshot`, its claims under the ids, and its subjects under the fullest names, that other documents gave them first."""
    subjects, single = others.linked(snapshot), singles(snapshot.claims)
    carried: dict[int, str] = {}
    taken: set[str] = set()
    for at, claim in enumerate(snapshot.claims):
        subject = subjects.get(claim.subject.id) if claim.subject else None
        if id(claim) not in single or subject is None:
            continue
        same = (one.claim.id for one in others.about(claim, subject, short=False) if one.claim.scope == claim.scope)
        first = next((name for name in same if name not in taken), None)
        if first is not None:
            carried[at] = first
            taken.add(first)
    return replace(snapshot, claims=_unique(snapshot.claims, carried))


def _unique(claims: Sequence[Claim], carried: dict[int, str]) -> tuple[Claim, ...]:
    """The claims under their carried ids; one that had a carried id as its own gets the next ordinal."""
    taken = set(carried.values())
    found = []
    for at, claim in enumerate(claims):
        name, ordinal = carried.get(at), 1
        if name is None:
            base = name = claim.id
            while name in taken:
                ordinal += 1
                name = f"{base}-{ordinal}"
            taken.add(name)
        found.append(claim if name == claim.id else replace(claim, id=name))
    return tuple(found)
