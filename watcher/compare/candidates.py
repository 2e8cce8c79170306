"""The mentions of two versions -> the pairs that are worth scoring, bounded in number whatever the texts are."""

from __future__ import annotations

from collections import Counter, defaultdict

from watcher.compare.align import SLOT, Alignment
from watcher.compare.mentions import Mention
from watcher.compare.prose import normal
from watcher.compare.values import measure
from watcher.model import EventDate, Figure, Quote, Status

_CANDIDATES = 24  # mentions of one passage or one key that are tried for a mention
_TRIED = 60_000  # pairs that are scored in all: of very many mentions fewer are tried for each


def candidates(before: list[Mention], after: list[Mention], alignment: Alignment) -> list[tuple[int, int]]:
    """Pairs worth scoring: of linked passages, and of one key wherever they stand."""
    by_place: dict[tuple[str, int], list[int]] = defaultdict(list)
    by_key: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for j, mention in enumerate(after):
        by_place[mention.said.kind, mention.place].append(j)
        for key in _keys(mention):
            by_key[key].append(j)
    linked: dict[int, list[int]] = defaultdict(list)
    for (i, j), link in alignment.links.items():
        if link >= SLOT:
            linked[i].append(j)
    turn = turns(before)
    tried = max(1, min(_CANDIDATES, _TRIED // (1 + len(before) + len(after))))
    found: set[tuple[int, int]] = set()
    for i, mention in enumerate(before):
        for place in linked.get(mention.place, ()):
            found.update((i, j) for j in _around(by_place[mention.said.kind, place], turn[i], tried))
        for key in _keys(mention):
            if len(others := by_key.get(key, ())) <= tried:
                found.update((i, j) for j in others)
    return sorted((i, j) for i, j in found if before[i].evidence.language == after[j].evidence.language)


def crowd(mention: Mention) -> tuple[str, int]:
    """What a mention shares with its rivals: its kind and its passage."""
    return mention.said.kind, mention.place


def turns(mentions: list[Mention]) -> list[float]:
    """How far into its passage each mention stands, among those of its kind, from 0 to 1."""
    totals = Counter(map(crowd, mentions))
    seen: Counter[tuple[str, int]] = Counter()
    found = []
    for mention in mentions:
        key = crowd(mention)
        found.append(seen[key] / totals[key])
        seen[key] += 1
    return found


def _around(others: list[int], turn: float, tried: int) -> list[int]:
    """The mentions of a linked passage; of very many only those that stand at about the same turn."""
    if len(others) <= 2 * tried:
        return others
    at = int(turn * len(others))
    return others[max(0, at - tried) : at + tried]


def _keys(mention: Mention) -> list[tuple[object, ...]]:
    claim = mention.said
    keys: list[tuple[object, ...]] = [("topic", claim.kind, mention.topic)] if mention.topic else []
    match claim.value:
        case Figure():
            keys.append(("value", measure(claim.value)))
        case Status(lifecycle, stage):
            keys += [("stage", lifecycle, stage), *(("name", lifecycle, word) for word in mention.names)]
        case EventDate(edtf):
            keys.append(("date", edtf))
        case Quote(text):
            keys.append(("quote", normal(text[:120])[:60]))
    return keys
