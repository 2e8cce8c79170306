"""Two texts -> which passage of the one is which of the other: equal paragraphs, equal sentences, and reworded sentences.

    paragraphs with equal keys are paired wherever they stand (moved text is the same text)
    what is left is cut into sentences; sentences with equal keys are paired
    what is left of these is linked by the words they share, each to a few of the other side, so split and merged ones too

Work is bounded by counts, never by a clock: a rare word has a short posting list, a common one is not followed.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from watcher.compare import prose
from watcher.compare.half import Half
from watcher.compare.prose import Passage

_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[$€£¥%]")  # a sign of currency that changes is a word that does
_FOLLOWED = 400  # a word that so many pairs of passages share says little about which one is meant
_LINKS = 6  # a passage is linked to at most so many of the other side
_NEAREST = 0.15  # passages that share less are linked by chance: no rewritten sentence of a newsroom shared so little
_INSIDE = 0.6  # share of the shorter passage from which on it counts as a part of the longer
SLOT = 0.25  # two rewritten passages between the same neighbours
_SHORT = 3  # texts of at most so many passages are wholly linked: a headline is rewritten to a headline


@dataclass(slots=True)
class Alignment:
    """Two halves, and how near the passages are that were rewritten: `links[(i, j)]` from 0 to 1."""

    before: Half
    after: Half
    links: dict[tuple[int, int], float]

    def changed_words(self) -> tuple[int, int]:
        """How many words went and how many came: those of rewritten passages that their counterparts have not."""
        left, right = _words_alone(self.before), _words_alone(self.after)
        near = [pair for pair, link in self.links.items() if link >= SLOT]
        for i, j in sorted(near, key=lambda pair: (-self.links[pair], pair)):
            kept = left[i] & right[j]
            left[i] -= kept
            right[j] -= kept
        return sum(words.total() for words in left.values()), sum(words.total() for words in right.values())


def align(before: str, after: str) -> Alignment:
    """Align two texts; symmetric: the links of (b, a) are those of (a, b) turned round."""
    left, right = _cut(before, after)
    rest_left = [i for i, mate in enumerate(left.mate) if mate < 0]
    rest_right = [j for j, mate in enumerate(right.mate) if mate < 0]
    links = _links(left, right, rest_left, rest_right)
    _add_slots(left, right, rest_left, rest_right, links)
    return Alignment(left, right, links)


def _cut(before: str, after: str) -> tuple[Half, Half]:
    """Both texts in passages: whole paragraphs where the other text has the same, else sentences."""
    left, right = prose.paragraphs(before), prose.paragraphs(after)
    mate_left, mate_right = _pair_equal(left, right)
    halves = []
    for text, whole, mates in ((before, left, mate_left), (after, right, mate_right)):
        passages: list[Passage] = []
        for paragraph, mate in zip(whole, mates, strict=True):
            passages.extend([paragraph] if mate >= 0 else prose.sentences(text, paragraph))
        halves.append((text, passages))
    mate_left, mate_right = _pair_equal(halves[0][1], halves[1][1])
    return Half(*halves[0], mate_left), Half(*halves[1], mate_right)


def _pair_equal(left: list[Passage], right: list[Passage]) -> tuple[list[int], list[int]]:
    """Pair passages with equal keys, in order where a key stands several times."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, passage in enumerate(right):
        places[passage.key].append(j)
    used: dict[str, int] = defaultdict(int)
    mate_left, mate_right = [-1] * len(left), [-1] * len(right)
    for i, passage in enumerate(left):
        found, at = places.get(passage.key, ()), used[passage.key]
        if at < len(found):
            mate_left[i], mate_right[found[at]] = found[at], i
            used[passage.key] = at + 1
    return mate_left, mate_right


def _links(left: Half, right: Half, rest_left: list[int], rest_right: list[int]) -> dict[tuple[int, int], float]:
    bags_left = {i: _bag(left, i) for i in rest_left}
    bags_right = {j: _bag(right, j) for j in rest_right}
    postings: dict[str, tuple[list[int], list[int]]] = {}
    for side, bags in enumerate((bags_left, bags_right)):
        for at, bag in bags.items():
            for word in bag:
                postings.setdefault(word, ([], []))[side].append(at)
    total = len(rest_left) + len(rest_right) + 1
    weight = {word: math.log(1 + total / (len(a) + len(b))) for word, (a, b) in postings.items()}
    shared: dict[int, dict[int, float]] = defaultdict(dict)
    for word, (a, b) in postings.items():
        if len(a) * len(b) <= _FOLLOWED:
            for i in a:
                row = shared[i]
                for j in b:
                    row[j] = row.get(j, 0.0) + weight[word]
    mass_left = {i: sum(weight[word] for word in bag) for i, bag in bags_left.items()}
    mass_right = {j: sum(weight[word] for word in bag) for j, bag in bags_right.items()}
    return _best({(i, j): near for i, row in shared.items() for j, near in _nearness(row, mass_left[i], mass_right)})


def _nearness(row: dict[int, float], left: float, masses: dict[int, float]) -> Iterator[tuple[int, float]]:
    """How much a bag shares with those of the other side; a passage that lies wholly in a longer one (split, merged) is near as well."""
    for j, shared in row.items():
        right = masses[j]
        near = 2 * shared / (left + right)
        inside = shared / min(left, right)
        if inside > _INSIDE:
            near = min(1.0, max(near, 0.8 * inside))
        if near > _NEAREST:
            yield j, round(near, 9)  # sums of the same weights in another order differ in their last digits


def _best(near: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The nearest few of each passage, seen from either side."""
    rows: dict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)
    for (i, j), nearness in near.items():
        rows[0, i].append((-nearness, abs(i - j), j))
        rows[1, j].append((-nearness, abs(i - j), i))
    kept = set()
    for (side, at), row in rows.items():
        for _, _, other in sorted(row)[:_LINKS]:
            kept.add((at, other) if side == 0 else (other, at))
    return {pair: near[pair] for pair in sorted(kept)}


def _add_slots(left: Half, right: Half, rest_left: list[int], rest_right: list[int], links: dict[tuple[int, int], float]) -> None:
    """Link rewritten passages that stand in the same place: between equal neighbours, or in a text of a few passages."""
    if len(left.passages) <= _SHORT and len(right.passages) <= _SHORT:
        slots = [(i, j) for i in rest_left for j in rest_right]
    else:
        slots = _between_neighbours(left, right, rest_left)
    for pair in slots:
        links[pair] = max(links.get(pair, 0.0), SLOT)


def _between_neighbours(left: Half, right: Half, rest_left: list[int]) -> list[tuple[int, int]]:
    found = []
    for i in rest_left:
        follows = 0 if i == 0 else left.mate[i - 1] + 1 if left.mate[i - 1] >= 0 else -1
        if 0 <= follows < len(right.passages) and right.mate[follows] < 0:
            found.append((i, follows))
        last = i + 1 == len(left.passages)
        leads = len(right.passages) - 1 if last else left.mate[i + 1] - 1 if left.mate[i + 1] >= 0 else -1
        if leads >= 0 and right.mate[leads] < 0:
            found.append((i, leads))
    return found


def _bag(half: Half, at: int) -> set[str]:
    passage = half.passages[at]
    return {word[:6] for word in prose.all_words(half.text[passage.start : passage.end])}


def _words_alone(half: Half) -> dict[int, Counter[str]]:
    """The words of the passages that the other side has not."""
    alone = [at for at, mate in enumerate(half.mate) if mate < 0]
    return {at: Counter(_WORD.findall(half.passages[at].key)) for at in alone}
