"""The mentions of two versions -> which is which: pairs with the greatest sum of evidence that they state one fact.

    in equal passages   the same words at the same turn are the same mention, whatever the rules made of them
    in rewritten ones   every signal counts together: how near the passages are, the words around the mention, its noun,
                        subject, property, unit, value, scope and stage; the best assignment over all wins

The scores are symmetric, so the pairs of (b, a) are those of (a, b) turned round.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass

from watcher.compare.align import Alignment
from watcher.compare.assign import assign
from watcher.compare.candidates import candidates, crowd, turns
from watcher.compare.mentions import Mention
from watcher.compare.prose import normal
from watcher.compare.signals import noun, rarity, score, two_fates
from watcher.compare.values import same_value
from watcher.model import Figure

_CLEAR = 0.3  # a link between passages that is more than a slot
_LAST = 1.1  # what the signals must sum to for the last ones left
_ALONE = 0.6  # the only figure of a passage is that of its rewritten passage
_ORDER = 0.8  # figures of a rewritten sentence mostly keep their order
_NEEDED = 1.7  # what the signals must sum to before two mentions are taken for one fact
_FRAMED = 0.5  # nearness of two passages that hold nothing but what their mentions say
_AGAIN = 0.9  # the same for one amount that nothing else on either side is
_ELSEWHERE = 2.6  # the same in passages that share nothing
_LEAST = 0.6  # linked mentions with less are never paired, whatever their turn
_FAR = 3.6  # the same, for mentions in passages that share nothing


@dataclass(slots=True)
class Pairing:
    """Pairs of mentions, and the mentions of equal passages that only one reading found (they say nothing new)."""

    pairs: list[tuple[Mention, Mention]]
    silent_before: set[int]
    silent_after: set[int]
    framed: set[tuple[int, int]]  # pairs of claims that stand at one turn of a passage in which nothing else was edited


def pair(before: list[Mention], after: list[Mention], alignment: Alignment) -> Pairing:
    """Pair the mentions of two versions."""
    pairs, rest_before, rest_after, silent = _in_equal_passages(before, after, alignment)
    framed = _in_equal_frames(rest_before, rest_after, alignment)
    pairs += framed
    done = {id(mention) for both in framed for mention in both}
    rest_before = [mention for mention in rest_before if id(mention) not in done]
    rest_after = [mention for mention in rest_after if id(mention) not in done]
    gains: dict[tuple[int, int], float] = {}
    scores: dict[tuple[int, int], float] = {}
    turn_before, turn_after = turns(rest_before), turns(rest_after)
    crowd_before, crowd_after = (Counter(map(crowd, rest)) for rest in (rest_before, rest_after))
    for i, j in candidates(rest_before, rest_after, alignment):
        link = alignment.links.get((rest_before[i].place, rest_after[j].place), 0.0)
        scores[i, j] = score(rest_before[i], rest_after[j], link, _LEAST if link else _ELSEWHERE)
        gain = scores[i, j] - (_NEEDED if link else _FAR)
        gain += link * _ORDER * (0.5 - abs(turn_before[i] - turn_after[j]))
        if link >= _CLEAR and crowd_before[crowd(rest_before[i])] == crowd_after[crowd(rest_after[j])] == 1:
            gain += _ALONE
        if gain > 0:
            gains[i, j] = gain - 0.001 * abs(i - j) / (1 + abs(i - j))  # of two equal ways the one that keeps the order
    chosen = assign(gains)
    chosen += _leftover(chosen, scores, rest_before, rest_after, alignment)
    chosen += _same_amounts(chosen, scores, rest_before, rest_after, alignment)
    pairs += [(rest_before[i], rest_after[j]) for i, j in chosen]
    return Pairing(pairs, silent[0], silent[1], {(one.claim, other.claim) for one, other in framed})


def _leftover(
    chosen: list[tuple[int, int]], scores: dict[tuple[int, int], float], before: list[Mention], after: list[Mention], alignment: Alignment
) -> list[tuple[int, int]]:
    """The last figure of a rewritten passage is that of its counterpart, unless something speaks against it."""
    lefts, rights = {i for i, _ in chosen}, {j for _, j in chosen}
    crowd_before = Counter(crowd(mention) for i, mention in enumerate(before) if i not in lefts)
    crowd_after = Counter(crowd(mention) for j, mention in enumerate(after) if j not in rights)
    gains = {
        (i, j): score - _LAST
        for (i, j), score in scores.items()
        if score > _LAST
        and i not in lefts
        and j not in rights
        and alignment.links.get((before[i].place, after[j].place), 0.0) >= _CLEAR
        and crowd_before[crowd(before[i])] == crowd_after[crowd(after[j])] == 1
    }
    return assign(gains)


def _same_amounts(
    chosen: list[tuple[int, int]], scores: dict[tuple[int, int], float], before: list[Mention], after: list[Mention], alignment: Alignment
) -> list[tuple[int, int]]:
    """The same amount, left over once on each side, is one fact that was told anew, unless something speaks against it."""
    lefts, rights = {i for i, _ in chosen}, {j for _, j in chosen}
    gains = {}
    for (i, j), told in scores.items():
        value = before[i].said.value
        if isinstance(value, Figure) and i not in lefts and j not in rights and same_value(value, after[j].said.value):
            needed = _AGAIN if alignment.links.get((before[i].place, after[j].place)) else _ELSEWHERE
            if told > needed and (rarity(value) > 0 or noun(before[i], after[j]) >= 0):
                gains[i, j] = told - needed
    return assign(gains)


def _in_equal_passages(
    before: list[Mention], after: list[Mention], alignment: Alignment
) -> tuple[list[tuple[Mention, Mention]], list[Mention], list[Mention], tuple[set[int], set[int]]]:
    """Pair what equal passages say by its words and its turn; what is left there was read in one version only."""
    turns: dict[tuple[int, str, str], deque[Mention]] = defaultdict(deque)
    for mention in after:
        if alignment.after.mate[mention.place] >= 0:
            turns[mention.place, mention.said.kind, normal(mention.evidence.exact)].append(mention)
    pairs: list[tuple[Mention, Mention]] = []
    silent: tuple[set[int], set[int]] = (set(), set())
    rest_before = []
    for mention in before:
        mate = alignment.before.mate[mention.place]
        if mate < 0:
            rest_before.append(mention)
            continue
        twins = turns.get((mate, mention.said.kind, normal(mention.evidence.exact)))
        if twins:
            pairs.append((mention, twins.popleft()))
        else:
            silent[0].add(mention.claim)
    silent[1].update(mention.claim for left in turns.values() for mention in left)
    return pairs, rest_before, [m for m in after if alignment.after.mate[m.place] < 0], silent


def _in_equal_frames(before: list[Mention], after: list[Mention], alignment: Alignment) -> list[tuple[Mention, Mention]]:
    """Where nothing but what the mentions say was edited, each stands at its own turn: two figures exchanged are two revisions."""
    sides = []
    for rest in (before, after):
        by_place: dict[int, list[Mention]] = defaultdict(list)
        for mention in rest:
            by_place[mention.place].append(mention)
        sides.append(by_place)
    found: list[tuple[Mention, Mention]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    nearest = sorted(alignment.links.items(), key=lambda item: (-item[1], abs(item[0][0] - item[0][1]), sum(item[0])))
    for (i, j), link in nearest:
        left, right = sides[0].get(i, []), sides[1].get(j, [])
        if i in taken[0] or j in taken[1] or not left or len(left) != len(right):
            continue
        frame = _frame(left)
        if frame == _frame(right) and (link >= _FRAMED or any(letter.isalpha() for letter in frame)):
            taken[0].add(i)
            taken[1].add(j)
            found += [
                (one, other)
                for one, other in zip(left, right, strict=True)
                if one.said.kind == other.said.kind and not two_fates(one, other)
            ]
    return found


def _frame(mentions: list[Mention]) -> str:
    """A passage with a blank for each of its mentions."""
    if not mentions:
        return ""
    half, passage = mentions[0].half, mentions[0].half.passages[mentions[0].place]
    pieces, at = [], passage.start
    for mention in mentions:
        if mention.evidence.start >= at:
            pieces.append(half.text[at : mention.evidence.start])
            at = mention.evidence.end
    return normal("\0".join((*pieces, half.text[at : passage.end])))
