"""The mentions of two versions -> which is which: pairs with the greatest sum of evidence that they state one fact.

    in equal passages   the same words at the same turn are the same mention, whatever the rules made of them
    in rewritten ones   every signal counts together: how near the passages are, the words around the mention, its noun,
                        subject, property, unit, value, scope and stage; the best assignment over all wins

The scores are symmetric, so the pairs of (b, a) are those of (a, b) turned round.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from difflib import SequenceMatcher

from watcher.compare import prose
from watcher.compare.align import Alignment
from watcher.compare.assign import assign
from watcher.compare.linking import name_relation, relation
from watcher.compare.mentions import Mention, Surroundings
from watcher.compare.prose import normal
from watcher.compare.quotes import likeness
from watcher.compare.values import family, measure, same_amount, same_date, same_value, unit_nearness
from watcher.model import Claim, EventDate, Figure, Quote, Status, number_text

_CLEAR = 0.3  # a link between passages that is more than a slot
_LAST = 1.1  # what the signals must sum to for the last ones left
_FRAMED = 4  # words that must stay around exchanged names
_LASTING = ("time", "calendar")
_ALONE = 0.6  # the only figure of a passage is that of its rewritten passage
_ORDER = 0.8  # figures of a rewritten sentence mostly keep their order
_CANDIDATES = 24  # mentions of one passage or one key that are tried for a mention
_TRIED = 60_000  # pairs that are scored in all: of very many mentions fewer are tried for each
_NEEDED = 1.7  # what the signals must sum to before two mentions are taken for one fact
_SPELLING = 0.75  # share of equal letters in two spellings of a place
_SAME_LINE = 0.45  # nearness of the words around at which a place within one country tells two reports apart
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
    turn_before, turn_after = _turns(rest_before), _turns(rest_after)
    crowd_before, crowd_after = (Counter(map(_crowd, rest)) for rest in (rest_before, rest_after))
    for i, j in _candidates(rest_before, rest_after, alignment):
        link = alignment.links.get((rest_before[i].place, rest_after[j].place), 0.0)
        scores[i, j] = score(rest_before[i], rest_after[j], link)
        gain = scores[i, j] - (_NEEDED if link else _FAR)
        gain += link * _ORDER * (0.5 - abs(turn_before[i] - turn_after[j]))
        if link >= _CLEAR and crowd_before[_crowd(rest_before[i])] == crowd_after[_crowd(rest_after[j])] == 1:
            gain += _ALONE
        if gain > 0:
            gains[i, j] = gain - 0.001 * abs(i - j) / (1 + abs(i - j))  # of two equal ways the one that keeps the order
    chosen = assign(gains)
    pairs += [(rest_before[i], rest_after[j]) for i, j in [*chosen, *_leftover(chosen, scores, rest_before, rest_after, alignment)]]
    return Pairing(pairs, silent[0], silent[1], {(one.claim, other.claim) for one, other in framed})


def _leftover(
    chosen: list[tuple[int, int]], scores: dict[tuple[int, int], float], before: list[Mention], after: list[Mention], alignment: Alignment
) -> list[tuple[int, int]]:
    """The last figure of a rewritten passage is that of its counterpart, unless something speaks against it."""
    lefts, rights = {i for i, _ in chosen}, {j for _, j in chosen}
    crowd_before = Counter(_crowd(mention) for i, mention in enumerate(before) if i not in lefts)
    crowd_after = Counter(_crowd(mention) for j, mention in enumerate(after) if j not in rights)
    gains = {
        (i, j): score - _LAST
        for (i, j), score in scores.items()
        if score > _LAST
        and i not in lefts
        and j not in rights
        and alignment.links.get((before[i].place, after[j].place), 0.0) >= _CLEAR
        and crowd_before[_crowd(before[i])] == crowd_after[_crowd(after[j])] == 1
    }
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
    taken: set[int] = set()
    for (i, j), link in alignment.links.items():
        left, right = sides[0].get(i, []), sides[1].get(j, [])
        if link >= 0.5 and j not in taken and len(left) == len(right) and _frame(left) == _frame(right):
            taken.add(j)
            found += [(one, other) for one, other in zip(left, right, strict=True) if one.said.kind == other.said.kind]
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


def _candidates(before: list[Mention], after: list[Mention], alignment: Alignment) -> list[tuple[int, int]]:
    """Pairs worth scoring: of linked passages, and of one key wherever they stand."""
    by_place: dict[tuple[str, int], list[int]] = defaultdict(list)
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, mention in enumerate(after):
        by_place[mention.said.kind, mention.place].append(j)
        for key in _keys(mention):
            by_key[key].append(j)
    linked: dict[int, list[int]] = defaultdict(list)
    for i, j in alignment.links:
        linked[i].append(j)
    turn = _turns(before)
    tried = max(1, min(_CANDIDATES, _TRIED // (1 + len(before) + len(after))))
    found: set[tuple[int, int]] = set()
    for i, mention in enumerate(before):
        for place in linked.get(mention.place, ()):
            found.update((i, j) for j in _around(by_place[mention.said.kind, place], turn[i], tried))
        for key in _keys(mention):
            if len(others := by_key.get(key, ())) <= tried:
                found.update((i, j) for j in others)
    return sorted((i, j) for i, j in found if before[i].evidence.language == after[j].evidence.language)


def _crowd(mention: Mention) -> tuple[str, int]:
    """What a mention shares with its rivals: its kind and its passage."""
    return mention.said.kind, mention.place


def _turns(mentions: list[Mention]) -> list[float]:
    """How far into its passage each mention stands, among those of its kind, from 0 to 1."""
    totals = Counter(map(_crowd, mentions))
    seen: Counter[tuple[str, int]] = Counter()
    found = []
    for mention in mentions:
        key = _crowd(mention)
        found.append(seen[key] / totals[key])
        seen[key] += 1
    return found


def _around(others: list[int], turn: float, tried: int) -> list[int]:
    """The mentions of a linked passage; of very many only those that stand at about the same turn."""
    if len(others) <= 2 * tried:
        return others
    at = int(turn * len(others))
    return others[max(0, at - tried) : at + tried]


def _keys(mention: Mention) -> list[tuple[str, ...]]:
    claim = mention.said
    keys = [("topic", claim.kind, *sorted(mention.topic))] if mention.topic else []
    match claim.value:
        case Figure():
            keys.append(("value", str(measure(claim.value))))
        case Status(lifecycle, stage):
            keys += [("stage", lifecycle, stage), *(("name", lifecycle, word) for word in sorted(mention.names))]
        case EventDate(edtf):
            keys.append(("date", edtf))
        case Quote(text):
            keys.append(("quote", normal(text)[:60]))
    return keys


def score(one: Mention, other: Mention, link: float) -> float:
    """How much speaks for two mentions being one fact; about 5 for a figure in a lightly reworded sentence."""
    if one.said.kind != other.said.kind:
        return -9.0
    about = 1.6 * link + 2.0 * near(one, other) + same_subject(one, other) + same_topic(one, other) + _same_scope(one.said, other.said)
    left, right = one.said.value, other.said.value
    if isinstance(left, Figure) and isinstance(right, Figure):
        return about + _noun(one, other) + placed(one, other) + _contrast(one, other) + _figures(left, right)
    if isinstance(left, Status) and isinstance(right, Status):
        return about + _statuses(left, right) + _stripped(one, other) + _stripped(other, one)
    if isinstance(left, Quote) and isinstance(right, Quote):
        like = likeness(left.text, right.text)
        return 6.0 * like + 0.5 * link if like >= 0.5 else -9.0
    return about + (1.5 if isinstance(left, EventDate) and isinstance(right, EventDate) and same_date(left.edtf, right.edtf) else 0.0)


def near(one: Mention, other: Mention) -> float:
    """How alike the words around two mentions are, from 0 to 1; a half where neither has any."""
    return _overlap(one.around.near, other.around.near)


def _overlap(left: dict[str, float], right: dict[str, float]) -> float:
    if not left or not right:
        return 0.5 if not left and not right else 0.2
    shared = sum(min(weight, right[key]) for key, weight in left.items() if key in right)
    return 2 * shared / (sum(left.values()) + sum(right.values()))


def same_subject(one: Mention, other: Mention) -> float:
    """For one subject, against two. Two names are held against each other as far as the words of both passages bear it out."""
    match relation(one.said.subject, other.said.subject):
        case "same":
            return 1.2 if one.names or other.names else 0.5
        case "fits":
            return 0.9 if one.names or other.names else 0.3
        case "unknown":
            return 0.0
    here, there = one.around.close, other.around.close
    stands_here, stands_there = bool(one.names & here), bool(other.names & there)
    if not (stands_here and stands_there) or one.said.subject.type != other.said.subject.type:  # type: ignore[union-attr]
        return -0.8
    if one.names & there or other.names & here:
        return -2.2
    return -1.0 - 6.5 * min(1.0, max(0.0, (_frame_nearness(one, other) - 0.3) / 0.4))  # the frame stayed and the name was exchanged


def _frame_nearness(one: Mention, other: Mention) -> float:
    """How alike the words around are apart from the two names."""
    names = {prose.stem(word, one.evidence.language) for word in one.names | other.names}
    left, right = ({key: weight for key, weight in mention.around.near.items() if key not in names} for mention in (one, other))
    return _overlap(left, right)


def same_topic(one: Mention, other: Mention) -> float:
    """For one property, against two."""
    left, right = one.topic, other.topic
    if not left or not right:
        return 0.0
    if left == right:
        return 1.2
    return 0.6 if left & right else -0.6


def _noun(one: Mention, other: Mention) -> float:
    left, right = one.around.noun, other.around.noun
    if not left or not right:
        return 0.0
    return 0.8 if left & right else -0.4


def placed(one: Mention, other: Mention) -> float:
    """The same frame about two places, each of which only its own version names: a daily report, filled in anew."""
    if _exchanged(one.around, other.around):
        return -12.0  # whatever else speaks for it
    here, there = (mention.around.places[0] | mention.around.places[1] for mention in (one, other))
    if not here or not there or near(one, other) < (_SAME_LINE if here & there else 0.3):
        return 0.0
    sides = zip(one.around.places, other.around.places, strict=True) if here & there else ((here, there),)
    return -7.0 if any(_moved(a, b, one, other) for a, b in sides) else 0.0


def _moved(here: frozenset[str], there: frozenset[str], one: Mention, other: Mention) -> bool:
    """True where the places differ and neither version knows the other's; one of several that stayed is only told otherwise."""
    if here & there:
        return False
    gone, come = here - other.half.words(), there - one.half.words()
    return bool(gone and come) and not any(_one_place(a, b) for a in gone for b in come)


def _one_place(one: str, other: str) -> bool:
    """True for a place and its people, and for two spellings of it (Germany, German; Tamrout, Tamorot)."""
    if one[:5] == other[:5]:
        return True
    return one[0] == other[0] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SPELLING


def _exchanged(one: Surroundings, other: Surroundings) -> bool:
    """True where the words around are the same but for the names, and these are others."""
    if one.frame != other.frame or len(one.frame) < _FRAMED or not one.large or not other.large:
        return False
    return not set(one.large) & set(other.large) and name_relation(" ".join(one.large).title(), " ".join(other.large).title()) == "other"


def _contrast(one: Mention, other: Mention) -> float:
    """A toll is not the number of the injured, however alike the sentences are."""
    if isinstance(one.said.value, Figure) and family(one.said.value.unit) in _LASTING:
        return 0.0  # an age or a duration stays what it is when its bearer is found dead
    left, right = one.around.contrast, other.around.contrast
    if left is None or right is None:
        return 0.0 if left == right else -0.4
    return 0.8 if left == right else -6.0


def _figures(left: Figure, right: Figure) -> float:
    unit = unit_nearness(left, right)
    if same_amount(left, right):
        value = (1.0 if same_value(left, right) else 0.7) + _rarity(left)
    else:
        value = 0.3 + 0.8 * _rarity(left) if left.number == right.number else 0.0
    return value + (-3.0 if unit == 0.0 and value == 0.0 else -1.0 if unit == 0.0 else 1.4 * unit - 0.6)


def _rarity(figure: Figure) -> float:
    """How little it would be chance that two figures are equal: a sum of money is rarer than "three"."""
    digits = len(number_text(abs(figure.number)).replace(".", "").strip("0"))
    return min(0.5 * (digits - 1), 1.0) + (0.4 if figure.unit != "count" else 0.0) + (0.2 if abs(figure.number) > 20 else 0.0)


def _statuses(left: Status, right: Status) -> float:
    if left.lifecycle != right.lifecycle:
        return -9.0
    role = 0.0 if left.role is None or right.role is None else 0.4 if left.role == right.role else -0.8
    return (1.5 if left.stage == right.stage else 0.3) + role


def _stripped(one: Mention, other: Mention) -> float:
    """Against a status that passes from a name to a noun while the name still stands there: it lost its apposition."""
    if not one.names or other.names or relation(one.said.subject, other.said.subject) != "unknown" or other.said.subject is None:
        return 0.0
    passage = other.half.passages[other.place]
    there = {word.fold for word in prose.words(other.half.text, passage.start, passage.end)}
    return -4.0 if one.names & there else 0.0


def _same_scope(left: Claim, right: Claim) -> float:
    one, other = left.scope, right.scope
    against = 0.0
    if one.time and other.time and not same_date(one.time, other.time):
        against -= 0.8
    if one.event and other.event and one.event != other.event:
        against -= 0.4
    return against
