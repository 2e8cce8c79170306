"""Gains of pairing left with right -> the pairs with the greatest sum, each item in one pair at most.

Items that share no gain are solved apart; small groups exactly (the Hungarian method in the form of shortest
augmenting paths: Kuhn 1955, Jonker and Volgenant 1987), large ones greedily, so the cost stays bounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

_EXACT = 60  # items of one side of a group that are still solved exactly

Pair = tuple[int, int]


def assign(gains: Mapping[Pair, float]) -> list[Pair]:
    """The best pairs among those with a positive gain, sorted."""
    positive = {pair: gain for pair, gain in gains.items() if gain > 0}
    chosen: list[Pair] = []
    for group in _groups(positive):
        lefts, rights = sorted({i for i, _ in group}), sorted({j for _, j in group})
        if max(len(lefts), len(rights)) <= _EXACT:
            chosen.extend(_solve(lefts, rights, positive))
        else:
            chosen.extend(_greedy(group, positive))
    return sorted(chosen)


def _groups(positive: Mapping[Pair, float]) -> list[list[Pair]]:
    """Pairs that share an item, directly or through others, belong together."""
    parent: dict[Pair, Pair] = {}

    def root(node: Pair) -> Pair:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, j in positive:
        one, other = root((0, i)), root((1, j))
        parent[max(one, other)] = min(one, other)
    groups: dict[Pair, list[Pair]] = defaultdict(list)
    for i, j in positive:
        groups[root((0, i))].append((i, j))
    return list(groups.values())


def _greedy(group: list[Pair], gains: Mapping[Pair, float]) -> list[Pair]:
    chosen: list[Pair] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for i, j in sorted(group, key=lambda pair: (-gains[pair], abs(pair[0] - pair[1]), pair[0] + pair[1], pair)):
        if i not in lefts and j not in rights:
            chosen.append((i, j))
            lefts.add(i)
            rights.add(j)
    return chosen


def _solve(lefts: list[int], rights: list[int], gains: Mapping[Pair, float]) -> list[Pair]:
    """One group exactly: rows are the left items, and each row may also stay alone at no gain."""
    rows, columns = len(lefts), len(rights) + len(lefts)
    cost = [[-gains.get((i, j), 0.0) for j in rights] + [0.0] * rows for i in lefts]
    row_of = [0] * (columns + 1)  # column -> row, both from 1; 0 is free
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(row, cost, row_of, u, v)
    pairs = [(lefts[row - 1], rights[column - 1]) for column, row in enumerate(row_of) if row and 0 < column <= len(rights)]
    return [pair for pair in pairs if gains.get(pair, 0.0) > 0]


def _augment(row: int, cost: list[list[float]], row_of: list[int], u: list[float], v: list[float]) -> None:
    """Add one row by the shortest augmenting path under the potentials `u`, `v`."""
    columns = len(row_of) - 1
    least, way, done = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    row_of[0], at = row, 0
    while row_of[at]:
        done[at] = True
        current, step, following = row_of[at], float("inf"), 0
        for column in range(1, columns + 1):
            if not done[column]:
                reduced = cost[current - 1][column - 1] - u[current] - v[column]
                if reduced < least[column]:
                    least[column], way[column] = reduced, at
                if least[column] < step:
                    step, following = least[column], column
        for column in range(columns + 1):
            if done[column]:
                u[row_of[column]] += step
                v[column] -= step
            else:
                least[column] -= step
        at = following
    while at:
        row_of[at] = row_of[way[at]]
        at = way[at]
