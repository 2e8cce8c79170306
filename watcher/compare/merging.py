"""The moves that two versions give -> one move for each fact, whatever number of places and languages tells it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from watcher.compare.linking import is_name, relation
from watcher.compare.mentions import property_stems
from watcher.compare.naming import named
from watcher.compare.parallel import near_stages
from watcher.compare.prose import normal, vocabulary
from watcher.compare.signals import rarity
from watcher.compare.stages import step
from watcher.compare.values import measure, same_value
from watcher.lexicon import fold
from watcher.model import Claim, EventDate, Figure, Quote, Status, Value

_TOLD_TWICE = 0.9  # a figure that is hardly twice in a text by chance, and revised to the same value both times
_ARTICLES = frozenset(("the", "el", "la", "los", "las", "del", "al"))
_LOOKED_AT = 40  # moves of one value that are held against each other


@dataclass(frozen=True)
class Move:
    """A claim as it was and as it is; one side is null where it was added or removed. `at` orders moves by the text."""

    before: Claim | None
    after: Claim | None
    at: int

    @cached_property
    def claim(self) -> Claim:
        """The new side, or the only one, under the best name that either gives."""
        return named([side for side in (self.after, self.before) if side is not None])


def merged(found: list[Move]) -> list[Move]:
    """One move for each fact: those with the same values on both sides that are about the same."""
    groups: dict[tuple[object, ...], list[list[Move]]] = defaultdict(list)
    for move in found:
        group = groups[statement(move.before), statement(move.after)]
        fact = next((fact for fact in group[:_LOOKED_AT] if _one_fact(fact[0], move)), None)
        if fact is None:
            group.append([move])
        else:
            fact.append(move)
    facts = _hedged_alike([fact for group in groups.values() for fact in group])
    joined = [Move(_joined([m.before for m in fact]), _joined([m.after for m in fact]), min(m.at for m in fact)) for fact in facts]
    joined = _told_anew(joined)
    shifts = [move for move in joined if move.before and move.after and isinstance(move.after.value, Status)]
    return [move for move in joined if not any(_half(move, shift) or _translated(move, shift) for shift in shifts)]


def _told_anew(moves: list[Move]) -> list[Move]:
    """Without a figure that went and came with nothing about it changed, as far as its claims tell: a city beside it was corrected."""
    gone: dict[tuple[object, ...], list[Move]] = defaultdict(list)
    for move in moves:
        if move.after is None and move.before is not None and isinstance(move.before.value, Figure):
            gone[_all_told(move.before)].append(move)
    back: set[int] = set()
    for move in moves if gone else ():
        if move.before is None and move.after is not None and (same := gone.get(_all_told(move.after))):
            back |= {id(move), id(same.pop())}
    return [move for move in moves if id(move) not in back]


def _all_told(claim: Claim) -> tuple[object, ...]:
    """What a claim states of whom; nothing is equal where that is no name and not the one told of: "a tremor was felt in", "the flight"."""
    subject = claim.subject
    if subject is None or subject.type == "place" or not (is_name(subject.name) or _definite(claim, subject.name)):
        return (id(claim),)
    return (*statement(claim), subject.id, claim.property, claim.scope, claim.modality)


def _definite(claim: Claim, name: str) -> bool:
    """Whether a sentence of the claim has an article before the noun that its subject goes by."""
    told = f" {fold(name)}"
    return any(
        before.rpartition(" ")[2] in _ARTICLES for piece in claim.evidence for before in fold(f" {piece.sentence} ").split(told)[:-1]
    )


def _hedged_alike(facts: list[list[Move]]) -> list[list[Move]]:
    """ "12,300 → 15,800" in the headline, "12,300 → more than 15,800" below it: one revision."""
    kept: dict[tuple[object, ...], list[list[Move]]] = defaultdict(list)
    for fact in facts:
        group = kept[_amounts(fact[0])]
        twin = next((one for one in group[:_LOOKED_AT] if _told_twice(one[0], fact[0])), None)
        if twin is None:
            group.append(fact)
        else:
            twin.extend(fact)
    return [fact for group in kept.values() for fact in group]


def _amounts(move: Move) -> tuple[object, ...]:
    """What a move of a figure goes between, hedges aside; of any other move, itself."""
    if move.before is None or move.after is None or not isinstance(move.after.value, Figure):
        return (id(move),)
    return statement(move.before)[2], statement(move.after)[2]


def _told_twice(one: Move, other: Move) -> bool:
    """Whether two revisions from one amount to another are of one thing: both amounts moved, and what they are of has a word in common."""
    if one.before is None or one.after is None or statement(one.before)[2:] == statement(one.after)[2:]:
        return False
    return _one_fact(one, other)


def _half(move: Move, shift: Move) -> bool:
    """True for a stage left, or reached, that a shift of the same subject tells whole: the headline said half of it."""
    one, other = (move.before, shift.before) if move.after is None else (move.after, shift.after)
    if (move.before and move.after) or one is None or other is None or not same_value(one.value, other.value):
        return False
    return one.modality == other.modality and relation(one.subject, shift.claim.subject) in ("same", "fits")


def _translated(move: Move, shift: Move) -> bool:
    """True for a shift told in the other language as well, by a word for a stage further on ("convicted", "condenada")."""
    if move.before is None or move.after is None or shift.before is None or shift.after is None:
        return False
    languages = ({piece.language for piece in side.evidence} for side in (move.after, shift.after))
    if set.intersection(*languages) or relation(move.claim.subject, shift.claim.subject) not in ("same", "fits"):
        return False
    steps = [_near(one.value, other.value) for one, other in ((shift.before, move.before), (shift.after, move.after))]
    return all(steps) and "forwards" in steps


def _near(one: Value, other: Value) -> str | None:
    """How a stage leads to another that two languages may call by one name; null where they do not."""
    if not isinstance(one, Status) or not isinstance(other, Status) or one.lifecycle != other.lifecycle:
        return None
    if one.stage == other.stage:
        return "same"
    return step(one.lifecycle, one.stage, other.stage).direction if frozenset((one.stage, other.stage)) in near_stages() else None


def _one_fact(one: Move, other: Move) -> bool:
    left, right = one.claim, other.claim
    tie = relation(left.subject, right.subject)
    if isinstance(left.value, Figure) and one.before is not None and one.after is not None and _one_topic(left, right):
        return True  # revised from one value to one value, of one thing: headline and body may name other subjects for it
    if tie == "other":
        return False
    if isinstance(left.value, Status):
        return tie in ("same", "fits") or left.subject is None or right.subject is None
    if left.property == right.property or left.property is None or right.property is None:
        return True
    if isinstance(left.value, Figure) and one.before is not None and one.after is not None and rarity(left.value) >= _TOLD_TWICE:
        return True
    if isinstance(left.value, Figure) and left.value.unit != "count" and tie == "same":
        return True  # six years, in the headline and in the body, are one sentence
    languages = {claim.evidence[0].language for claim in (left, right) if claim.evidence}
    return len(languages) > 1 or (one.before is not None and one.after is not None and tie in ("same", "fits"))


def _one_topic(one: Claim, other: Claim) -> bool:
    """True where two properties have a word of content in common: "dead", "people killed"."""
    left, right = (property_stems(claim.property, claim.evidence[0].language) for claim in (one, other))
    weak = vocabulary(one.evidence[0].language).weak
    return bool((left & right) - weak)


def _joined(claims: list[Claim | None]) -> Claim | None:
    """One claim with the evidence of all."""
    there = [claim for claim in claims if claim is not None]
    if len(there) < 2:
        return there[0] if there else None
    evidence = dict.fromkeys(piece for claim in there for piece in claim.evidence)
    return replace(named(there), evidence=tuple(sorted(evidence, key=lambda piece: piece.start)))


def statement(claim: Claim | None) -> tuple[object, ...]:
    """What a claim states, apart from what it states it of."""
    match claim.value if claim is not None else None:
        case Figure() as figure:
            return "figure", figure.modifier, measure(figure)
        case Status(lifecycle, stage):
            return "status", lifecycle, stage
        case EventDate(edtf):
            return "date", edtf
        case Quote(text):
            return "quote", normal(text)
        case _:
            return ()
