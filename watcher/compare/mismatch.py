"""Paired mentions of a document in two languages -> the claims its languages now state differently, and did not before.

What the old version said alike in both languages is one claim; where its two mentions lead to two values, they part.
"""

from __future__ import annotations

from collections import defaultdict

from watcher.compare.linking import relation
from watcher.compare.mentions import Mention
from watcher.compare.merging import statement
from watcher.compare.pairing import Pairing
from watcher.compare.parallel import near_stages
from watcher.compare.values import measure, same_value
from watcher.model import Claim, Figure, Quote, Snapshot, Status

Sides = tuple[Claim, Claim]


def mismatches(pairing: Pairing, after: Snapshot) -> list[Sides]:
    """Pairs of claims, the first section's first, that stated one value and now state two."""
    if len({section.language for section in after.document.sections}) < 2:
        return []
    found: dict[tuple[int, int], Sides] = {}
    for one, other in _partners(pairing):
        if same_value(one.said.value, other.said.value) and (one.said.modality == "denied") == (other.said.modality == "denied"):
            continue
        if (
            isinstance(one.said.value, Status)
            and isinstance(other.said.value, Status)
            and (frozenset((one.said.value.stage, other.said.value.stage)) in near_stages())
        ):
            continue
        first, second = sorted((one, other), key=lambda mention: mention.evidence.start)
        found.setdefault((first.claim, second.claim), (first.said, second.said))
    return list(found.values())


def _partners(pairing: Pairing) -> list[tuple[Mention, Mention]]:
    """Mentions of the new version, in two languages, whose mentions in the old one stated the same of the same."""
    groups: dict[tuple[object, ...], dict[str, list[tuple[Mention, Mention]]]] = defaultdict(lambda: defaultdict(list))
    for old, new in sorted(pairing.pairs, key=lambda pair: pair[0].evidence.start):
        if not isinstance(old.said.value, Quote):
            groups[_amount(old.said)][old.evidence.language].append((old, new))
    found = []
    for by_language in groups.values():
        if len(by_language) < 2:
            continue
        first, second = list(by_language.values())[:2]
        found += [(a[1], b[1]) for at, a in enumerate(first) for b in _matching(a, second, at, alone=len(first) == len(second))]
    return found


def _matching(
    one: tuple[Mention, Mention], others: list[tuple[Mention, Mention]], at: int, *, alone: bool
) -> list[tuple[Mention, Mention]]:
    """Those of the other language that state the same claim: the same claim in the old version, else the same in turn."""
    joined = [other for other in others if other[0].claim == one[0].claim]
    if joined:
        return joined
    turn = others[at] if alone else None
    return [turn] if turn and relation(one[0].said.subject, turn[0].said.subject) != "other" else []


def _amount(claim: Claim) -> tuple[object, ...]:
    """What a claim states, a figure whatever its hedge."""
    return measure(claim.value) if isinstance(claim.value, Figure) else statement(claim)
