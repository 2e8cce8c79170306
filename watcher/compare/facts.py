"""Paired mentions -> the facts that moved: each claim once, whatever number of places states it.

A claim that is said elsewhere in the other version is neither gone nor new; the same move told in the headline, in the
body and in a second language is one move.
"""

from __future__ import annotations

import re
from collections import defaultdict

from watcher.compare.align import Alignment
from watcher.compare.echo import Echoes
from watcher.compare.half import Half
from watcher.compare.linking import relation
from watcher.compare.mentions import Mention
from watcher.compare.merging import Move, merged, statement
from watcher.compare.pairing import Pairing
from watcher.compare.prose import normal
from watcher.compare.signals import contrast, near, placed, same_topic
from watcher.compare.values import family, same_amount, same_value
from watcher.model import Claim, Figure, Quote, Status

_ALIKE = 0.35  # surroundings alike enough that the same value is the same fact
_KEPT = 0.7  # of a sentence that was hardly touched
_TOLD = 0.5  # the same for a status
_NUMERAL = re.compile(r"[0-9.,'\s]+")
_ANEW = 0.5  # surroundings so different that the sentence was told anew
_EXTENTS = frozenset(("length", "area", "volume", "mass", "speed", "temperature"))
_MILLION = 1_000_000
_LOOKED_AT = 40  # statements of one value that are held against each other

_ALIKE_MOODS = ({"planned", "conditional"}, {"asserted", "alleged"})  # a word of doubt about somebody's guilt is none about a number

Stated = dict[tuple[object, ...], list[Mention]]


def moves(before: list[Mention], after: list[Mention], pairing: Pairing, alignment: Alignment) -> list[Move]:
    """What moved, in the order of the new text."""
    stated_before, stated_after = _by_value(before), _by_value(after)
    echoes_before, echoes_after = Echoes(alignment, before, after=False), Echoes(alignment, after, after=True)
    revised = _revised(stated_before, stated_after, pairing, alignment)
    found = [move for one, other, move in revised if not (echoes_after.verbatim(one) and echoes_before.verbatim(other))]
    paired_before = {one.claim for one, _ in pairing.pairs} | pairing.silent_before
    paired_after = {other.claim for _, other in pairing.pairs} | pairing.silent_after
    turned = {id(one): other.evidence.start for one, other in pairing.pairs}
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
    told = [move for move in merged(found) if not _turn_of_a_status(move, found, alignment)]
    return sorted(told, key=lambda move: (move.at, move.after is not None))


def _by_value(mentions: list[Mention]) -> Stated:
    """What a version states, by value: only the first few of a value are looked at."""
    found: Stated = defaultdict(list)
    for mention in mentions:
        known = found[statement(mention.said)]
        if len(known) < _LOOKED_AT:
            known.append(mention)
    return found


def _revised(before: Stated, after: Stated, pairing: Pairing, alignment: Alignment) -> list[tuple[Mention, Mention, Move]]:
    found: dict[tuple[int, int], tuple[Mention, Mention, Move]] = {}
    for one, other in pairing.pairs:
        both = (one.claim, other.claim)
        link = alignment.links.get((one.place, other.place), 0.0)
        turned = _turned(one, other, link)
        if (turned or (_differs(one, other) and not _bounded(one, other))) and (
            both in pairing.framed
            or (turned and (isinstance(one.said.value, Status) or _doubt_turned(one, other)))  # each version states it
            or not (_stated(one, after) and _stated(other, before))
        ):
            found.setdefault(both, (one, other, Move(one.said, other.said, other.evidence.start)))
    return list(found.values())


def _differs(one: Mention, other: Mention) -> bool:
    return not (same_value(one.said.value, other.said.value) or _same_words(one, other))


def _same_words(one: Mention, other: Mention) -> bool:
    """The same words read in two ways: the unit came from other words, left out here or there (a bare "$", "aged 62" and "62")."""
    left, right = one.said.value, other.said.value
    if not isinstance(left, Figure) or not isinstance(right, Figure):
        return False
    if _millions(one, right) or _millions(other, left):
        return True
    if (left.modifier, left.per, left.high) != (right.modifier, right.per, right.high):
        return False
    written = normal(one.evidence.exact), normal(other.evidence.exact)
    if written[0] == written[1]:
        return True
    signs = [_NUMERAL.sub("", exact) for exact in written]
    pesos = {"peso" in sign or sign[:1] == "$" for sign in signs} == {True}  # a bare "$" is the peso where the text says pesos
    return left.number == right.number and family(left.unit) == family(right.unit) == "money" and (signs[0] == signs[1] or pesos)


def _millions(one: Mention, other: Figure) -> bool:
    """True where "1.4m", read as metres for want of a noun, is what the other version writes out: "1.4 million"."""
    figure = one.said.value
    if not isinstance(figure, Figure) or figure.unit != "m" or not one.evidence.exact.endswith("m"):
        return False
    return other.unit == "count" and other.per is None and other.number == figure.number * _MILLION


def _bounded(one: Mention, other: Mention) -> bool:
    """True where a sentence told anew gives an extent once as a bound: "goes down to 620 m", "a depth of 620 m"; or any figure
    beside a word that says the bound: "limits rises to 5%", "rises may not exceed 5%"."""
    left, right = one.said.value, other.said.value
    if not isinstance(left, Figure) or not isinstance(right, Figure) or not same_amount(left, right):
        return False
    if {left.modifier, right.modifier} != {"exact", "at-most"}:
        return False
    return (one if left.modifier == "exact" else other).limited or (family(left.unit) in _EXTENTS and near(one, other) < _ANEW)


def _turned(one: Mention, other: Mention, link: float) -> bool:
    """True where the modality alone moved: what is stated is denied, or what was planned has come.

    Grammar tells "will pay" from "would cost the state", which may be two wordings of one statement; so short of a
    denial a turn counts only where the words around stayed; what is to become of somebody is told apart more surely.
    """
    before, after = one.said.modality, other.said.modality
    if before == after or isinstance(one.said.value, Quote) or _bounded(one, other):
        return False
    if {before, after} in _ALIKE_MOODS and not _doubt_turned(one, other):
        return False
    kept = _TOLD if isinstance(one.said.value, Status) else _KEPT
    return "denied" in (before, after) or (link >= kept and near(one, other) >= kept)


def _doubt_turned(one: Mention, other: Mention) -> bool:
    """True where what is to come became what may come, or the other way round: "will cut 1,200 jobs", "could cut 1,200 jobs"."""
    return {one.said.modality, other.said.modality} == {"planned", "conditional"} and one.doubted != other.doubted


def _stated(mention: Mention, others: Stated) -> bool:
    """True where the other version states the same of the same, wherever it stands."""
    return any(_same_statement(mention, other) for other in others.get(statement(mention.said), ()))


def _same_statement(one: Mention, other: Mention) -> bool:
    left, right = one.said, other.said
    if (left.modality == "denied") != (right.modality == "denied"):
        return False
    status = isinstance(left.value, Status)
    topic = 0.0 if status else same_topic(one, other)
    tie = relation(left.subject, right.subject) if topic >= 0 else "other"
    if tie == "other":
        return False
    if status:
        return tie != "unknown" or near(one, other) >= _ALIKE
    if not (isinstance(left.value, Quote) or (topic >= 1 and tie != "unknown") or near(one, other) >= _ALIKE):
        return False
    return placed(one, other) >= 0 and contrast(one, other) >= -1


def _turn_of_a_status(move: Move, found: list[Move], alignment: Alignment) -> bool:
    """True for a figure of which the mood alone moved, in a sentence whose status tells that turn: "agreed to buy it for £6 million"."""
    if move.before is None or move.after is None or not isinstance(move.after.value, Figure):
        return False
    if not same_value(move.before.value, move.after.value) or "denied" in (move.before.modality, move.after.modality):
        return False
    here = _places(move.after, alignment.after)
    return any(isinstance(one.after.value, Status) and here & _places(one.after, alignment.after) for one in found if one.after is not None)


def _places(claim: Claim, half: Half) -> set[int]:
    return {half.at(piece.start) for piece in claim.evidence}
