"""Paired mentions -> the facts that moved: each claim once, whatever number of places states it.

A claim that is said elsewhere in the other version is neither gone nor new; the same move told in the headline, in the
body and in a second language is one move.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from watcher.compare.align import Alignment
from watcher.compare.echo import Echoes
from watcher.compare.linking import relation
from watcher.compare.mentions import Mention
from watcher.compare.naming import named
from watcher.compare.pairing import Pairing
from watcher.compare.prose import normal
from watcher.compare.signals import contrast, near, placed, rarity, same_subject, same_topic
from watcher.compare.values import family, measure, same_amount, same_value
from watcher.model import Claim, Figure, Quote, Status, Value

_ALIKE = 0.35  # surroundings alike enough that the same value is the same fact
_KEPT = 0.7  # of a sentence that was hardly touched
_NUMERAL = re.compile(r"[0-9.,'\s]+")
_ANEW = 0.5  # surroundings so different that the sentence was told anew
_EXTENTS = frozenset(("length", "area", "volume", "mass", "speed", "temperature"))
_TOLD_TWICE = 0.9  # a figure that is hardly twice in a text by chance, and revised to the same value both times
_LOOKED_AT = 40  # statements of one value that are held against each other

_ALIKE_MOODS = ({"planned", "conditional"}, {"asserted", "alleged"})  # a word of doubt about somebody's guilt is none about a number

Stated = dict[str, list[Mention]]


@dataclass(frozen=True, slots=True)
class Move:
    """A claim as it was and as it is; one side is null where it was added or removed. `at` orders moves by the text."""

    before: Claim | None
    after: Claim | None
    at: int

    @property
    def claim(self) -> Claim:
        """The new side, or the only one, under the best name that either gives."""
        return named([side for side in (self.after, self.before) if side is not None])


def moves(before: list[Mention], after: list[Mention], pairing: Pairing, alignment: Alignment) -> list[Move]:
    """What moved, in the order of the new text."""
    stated_before, stated_after = _by_value(before), _by_value(after)
    found = _revised(stated_before, stated_after, pairing, alignment)
    paired_before = {one.claim for one, _ in pairing.pairs} | pairing.silent_before
    paired_after = {other.claim for _, other in pairing.pairs} | pairing.silent_after
    turned = {id(one): other.evidence.start for one, other in pairing.pairs}
    echoes_before, echoes_after = Echoes(alignment, before, after=False), Echoes(alignment, after, after=True)
    at = 0
    for mention in before:
        at = turned.get(id(mention), at)
        if mention.claim not in paired_before and not _stated(mention, stated_after) and not echoes_after.hold(mention):
            paired_before.add(mention.claim)
            found.append(Move(mention.said, None, at))
    for mention in after:
        if mention.claim not in paired_after and not _stated(mention, stated_before) and not echoes_before.hold(mention):
            paired_after.add(mention.claim)
            found.append(Move(None, mention.said, mention.evidence.start))
    return sorted(_merged(found), key=lambda move: (move.at, move.after is not None))


def _by_value(mentions: list[Mention]) -> Stated:
    """What a version states, by value: only the first few of a value are looked at."""
    found: Stated = defaultdict(list)
    for mention in mentions:
        known = found[_key(mention.said)]
        if len(known) < _LOOKED_AT:
            known.append(mention)
    return found


def _revised(before: Stated, after: Stated, pairing: Pairing, alignment: Alignment) -> list[Move]:
    found: dict[tuple[int, int], Move] = {}
    for one, other in pairing.pairs:
        both = (one.claim, other.claim)
        link = alignment.links.get((one.place, other.place), 0.0)
        if ((_differs(one.said, other.said) and not _bounded(one, other)) or _turned(one, other, link)) and (
            both in pairing.framed or not (_stated(one, after) and _stated(other, before))
        ):
            found.setdefault(both, Move(one.said, other.said, other.evidence.start))
    return list(found.values())


def _differs(before: Claim, after: Claim) -> bool:
    return not (same_value(before.value, after.value) or _same_words(before, after))


def _same_words(before: Claim, after: Claim) -> bool:
    """The same words read in two ways: the unit came from other words, left out here or there (a bare "$", "aged 62" and "62")."""
    one, other = before.value, after.value
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return False
    if (one.modifier, one.per, one.high) != (other.modifier, other.per, other.high):
        return False
    written = [{normal(piece.exact) for piece in claim.evidence} for claim in (before, after)]
    if written[0] & written[1]:
        return True
    units = [{_NUMERAL.sub("", exact) for exact in exacts} for exacts in written]
    return one.number == other.number and family(one.unit) == family(other.unit) == "money" and bool(units[0] & units[1])


def _bounded(one: Mention, other: Mention) -> bool:
    """True where a sentence told anew gives an extent once as a bound: "goes down to 620 m", "a depth of 620 m"."""
    left, right = one.said.value, other.said.value
    if not isinstance(left, Figure) or not isinstance(right, Figure) or not same_amount(left, right):
        return False
    return {left.modifier, right.modifier} == {"exact", "at-most"} and family(left.unit) in _EXTENTS and near(one, other) < _ANEW


def _turned(one: Mention, other: Mention, link: float) -> bool:
    """True where the modality alone moved: what is stated is denied, or what was planned has come.

    Grammar tells "will pay" from "would cost the state", which may be two wordings of one statement; so short of a
    denial a turn counts only where the words around stayed.
    """
    before, after = one.said.modality, other.said.modality
    if before == after or isinstance(one.said.value, Quote) or {before, after} in _ALIKE_MOODS:
        return False
    return "denied" in (before, after) or (link >= _KEPT and near(one, other) >= _KEPT)


def _stated(mention: Mention, others: Stated) -> bool:
    """True where the other version states the same of the same, wherever it stands."""
    return any(_same_statement(mention, other) for other in others.get(_key(mention.said), ()))


def _same_statement(one: Mention, other: Mention) -> bool:
    if same_subject(one, other) < 0 or (one.said.modality == "denied") != (other.said.modality == "denied"):
        return False
    if isinstance(one.said.value, Status):
        return same_subject(one, other) > 0 or near(one, other) >= _ALIKE
    if same_topic(one, other) < 0 or placed(one, other) < 0 or contrast(one, other) < -1:
        return False
    return isinstance(one.said.value, Quote) or near(one, other) >= _ALIKE or (same_topic(one, other) >= 1 and same_subject(one, other) > 0)


def _merged(found: list[Move]) -> list[Move]:
    """One move for each fact: those with the same values on both sides that are about the same."""
    groups: dict[tuple[str, str], list[list[Move]]] = defaultdict(list)
    for move in found:
        group = groups[_key(move.before), _key(move.after)]
        fact = next((fact for fact in group[:_LOOKED_AT] if _one_fact(fact[0], move)), None)
        if fact is None:
            group.append([move])
        else:
            fact.append(move)
    facts = [fact for group in groups.values() for fact in group]
    joined = [Move(_joined([m.before for m in fact]), _joined([m.after for m in fact]), min(m.at for m in fact)) for fact in facts]
    shifts = [move for move in joined if move.before and move.after and isinstance(move.after.value, Status)]
    return [move for move in joined if not any(_half(move, shift) for shift in shifts)]


def _half(move: Move, shift: Move) -> bool:
    """True for a stage left, or reached, that a shift of the same subject tells whole: the headline said half of it."""
    one, other = (move.before, shift.before) if move.after is None else (move.after, shift.after)
    if (move.before and move.after) or one is None or other is None or not same_value(one.value, other.value):
        return False
    return one.modality == other.modality and relation(one.subject, shift.claim.subject) in ("same", "fits")


def _key(claim: Claim | None) -> str:
    if claim is None:
        return ""
    value: Value = claim.value
    if isinstance(value, Figure):
        return f"figure {value.modifier} {measure(value)}"
    if isinstance(value, Status):
        return f"status {value.lifecycle} {value.stage}"
    return f"quote {normal(value.text)}" if isinstance(value, Quote) else f"date {value.edtf}"


def _one_fact(one: Move, other: Move) -> bool:
    left, right = one.claim, other.claim
    tie = relation(left.subject, right.subject)
    if tie == "other":
        return False
    if isinstance(left.value, Status):
        return tie in ("same", "fits") or left.subject is None or right.subject is None
    if left.property == right.property or left.property is None or right.property is None:
        return True
    if isinstance(left.value, Figure) and one.before is not None and one.after is not None and rarity(left.value) >= _TOLD_TWICE:
        return True
    languages = {claim.evidence[0].language for claim in (left, right) if claim.evidence}
    return len(languages) > 1 or (one.before is not None and one.after is not None and tie in ("same", "fits"))


def _joined(claims: list[Claim | None]) -> Claim | None:
    """One claim with the evidence of all."""
    there = [claim for claim in claims if claim is not None]
    if len(there) < 2:
        return there[0] if there else None
    evidence = dict.fromkeys(piece for claim in there for piece in claim.evidence)
    return replace(named(there), evidence=tuple(sorted(evidence, key=lambda piece: piece.start)))
