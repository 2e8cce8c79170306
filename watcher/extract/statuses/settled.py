"""What is left of the statuses of a reading: none twice, and none that its own sentence tells as past. In and out: mentions."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from watcher.extract import modality
from watcher.extract.reading import Reading, StatusMention
from watcher.extract.statuses.holders import BRIEF

_NEAR = 12  # statuses
_PASSING = {"measure": ("announced", "in-force"), "event": ("scheduled",)}
_BEFORE = frozenset(("had", "estaba", "estaban", "habia", "habian"))
_CAPTIVES = frozenset(("hostage", "captive", "rehen", "rehén"))
_OUTDONE = {  # what tells less than another stage of the same sentence: "died in hospital", "his body was found"
    "injured": ("critical", "dead"),
    "hospitalised": ("dead",),
    "critical": ("dead",),
    "found": ("dead",),
    "rescued": ("dead",),  # "the body of X was pulled from a canal"
}
_SAFE = frozenset(("out of danger", "fuera de peligro"))
_TOLD = ("announc", "anunci")
_LASTING = (
    "in force",
    "in effect",
    "vigente",
    "en vigor",
    "scheduled",
    "planned",
    "previst",
    "under way",
)  # said in so many words, not in passing


def settled(reading: Reading, found: list[StatusMention]) -> list[StatusMention]:
    """Without what a sentence itself says is past: "a match due on May 2 was cancelled" leaves one status."""
    stages: dict[tuple[int, str], list[int]] = {}
    for place, mention in enumerate(found):
        if mention.value.lifecycle in _PASSING:
            stages.setdefault((reading.sentence_of[mention.first], mention.subject.id), []).append(place)
    being = modality.modal_words(reading.language).being
    dropped: set[int] = set()
    for places in stages.values():
        for earlier, later in itertools.pairwise(places):
            again = found[later].value.stage == found[earlier].value.stage
            moved = found[earlier].value.stage == "postponed" and found[later].value.stage == "scheduled"
            if moved:
                dropped.add(later)  # "was put off and will be played on May 4"
            if again and (found[later].modality == "planned" or found[later].value.stage in ("held", "scheduled")):
                dropped.add(later)  # "was held on Friday and ended without a deal", "scheduled for May, will go ahead"
        kept = [place for place in places if place not in dropped]
        for place in kept[:-1]:
            mention = found[place]
            main = any(token.norm in being for token in reading.tokens[max(0, mention.first - 3) : mention.first])
            main = main and not mention.value.label.lower().startswith("to ")  # "was to start on April 12"
            lasting = mention.value.label.lower().startswith(_LASTING)
            if mention.value.label.lower().startswith(_TOLD) and found[kept[-1]].value.stage == "in-force":
                continue  # "announced a curfew, in force from 8pm": both hold
            if mention.value.stage in _PASSING[mention.value.lifecycle] and not (main or lasting):
                dropped.add(place)
    to_come = {mention.subject.id for mention in found if mention.value.stage in ("elect", "nominee") and mention.value.role}
    dropped |= {place for place, mention in enumerate(found) if mention.subject.id in to_come and _called(mention)}
    return _unsaid(reading, [mention for place, mention in enumerate(found) if place not in dropped])


def _called(one: StatusMention) -> bool:
    """ "Named Ana Ruiz as his minister": one who is called minister-designate beside it does not hold the office yet."""
    label = one.value.label.lower()
    return one.value.stage == "incumbent" and not one.value.role and label.startswith(("name", "appoint", "nombr", "design"))


def _unsaid(reading: Reading, found: list[StatusMention]) -> list[StatusMention]:
    """Without what another status of the sentence says already: the trial that somebody stands, what only names who undergoes
    something ("Capturado el sospechoso"), the wounds of somebody killed, an office only stood in for."""
    numbers = [reading.sentence_of[one.first] for one in found]
    crowded = {number for number, following in itertools.pairwise(numbers) if number == following}
    left = [one for place, one in enumerate(found) if numbers[place] not in crowded or not _covered(reading, found, place)]
    left = [one for place, one in enumerate(left) if one.value.stage != "sentenced" or not _told_twice(reading, left, place)]
    if len(reading.text) > BRIEF:
        return left
    left = [one for place, one in enumerate(left) if not any(_again(other, one) for other in left[:place])]
    left = [one for one in left if not (_was(reading, one) and any(_follows(reading.sentence_of, other, one) for other in left))]
    return [one for one in left if not (_beside(reading, one) and any(_moves_on(other, one) for other in left))]


def _covered(reading: Reading, found: Sequence[StatusMention], place: int) -> bool:
    """Another of its sentence, of as many as a sentence may have, says it."""
    one = found[place]
    sentence = reading.sentences[reading.sentence_of[one.first]]
    start, stop = place, place + 1
    while start > max(0, place - _NEAR) and found[start - 1].first >= sentence.first:
        start -= 1
    while stop < min(len(found), place + _NEAR + 1) and found[stop].first < sentence.last:
        stop += 1
    return any(_covers(other, one) for other in found[start:stop] if other is not one)


def _again(other: StatusMention, one: StatusMention) -> bool:
    """ "Condenan a diez años de cárcel a Ana Ruiz": the verb told it already."""
    return one.value.role is None and other.subject == one.subject and _stage(other) == _stage(one)


def _told_twice(reading: Reading, found: Sequence[StatusMention], place: int) -> bool:
    """ "condenó a diez años de prisión a Ana Ruiz": the sentence told by its verb and again by its noun."""
    one = found[place]
    number = reading.sentence_of[one.first]
    return any(
        _again(other, one) and reading.sentence_of[other.first] == number and one.first - other.last < _NEAR
        for other in found[max(0, place - _NEAR) : place]
    )


def _stage(one: StatusMention) -> tuple[str, str, str]:
    return one.value.lifecycle, one.value.stage, one.modality


def _beside(reading: Reading, one: StatusMention) -> bool:
    """ "Missing hiker found alive", "Liberan a la enfermera secuestrada": a headline's word beside the noun tells what was before."""
    tokens = reading.tokens
    if one.value.lifecycle not in ("condition", "justice") or one.last - one.first > 1:
        return False
    name = one.subject.name.lower().split()
    if reading.language == "en":
        before = tokens[one.first - 1] if one.first else None
        if before is not None and (before.norm in modality.modal_words("en").actors or (before.capital and one.first > 1)):
            return False  # "A court released Bo Tran on bail, a day after his arrest"
        return any(token.text.lower() == name[0] for token in tokens[one.last : one.last + 2])
    return one.first > 0 and tokens[one.first - 1].text.lower() == name[-1] and not tokens[one.first].text.endswith("ó")


def _moves_on(other: StatusMention, one: StatusMention) -> bool:
    same = other.subject == one.subject and other.value.lifecycle == one.value.lifecycle
    return same and other.value.stage != one.value.stage


def _was(reading: Reading, one: StatusMention) -> bool:
    """ "la mujer que estaba desaparecida", "who had been missing": told as what was before."""
    return any(token.norm in _BEFORE for token in reading.tokens[max(0, one.first - 3) : one.first])


def _follows(sentences: Sequence[int], other: StatusMention, one: StatusMention) -> bool:
    """The main clause came first: "Hallan muerta a la mujer que estaba desaparecida"."""
    same = other.subject == one.subject and other.value.lifecycle == one.value.lifecycle
    return same and other.value.stage != one.value.stage and other.first < one.first and sentences[other.first] == sentences[one.first]


def _covers(other: StatusMention, one: StatusMention) -> bool:
    if other.value.stage == "on-trial" and one.value.lifecycle == "event":
        return any(word in one.subject.name.lower().split() for word in ("juicio", "trial"))
    if other.value.lifecycle != one.value.lifecycle:
        return False
    called = one.value.lifecycle == "justice" and one.value.label.lower() == one.subject.name.lower()
    if called and one.subject.name.lower().endswith(f" {other.subject.name.lower()}"):
        return True  # "Detenido el presunto autor"
    if other.subject != one.subject:
        return False
    if other.value.stage == "former" and other.first <= one.first < one.last <= other.last:
        return True  # "deja de ser ministra"
    if one.value.stage == "incumbent" and not one.value.role:
        return other.value.stage == "acting"  # "asumió como alcaldesa interina"
    if one.value.stage == other.value.stage == "acting":
        return not one.value.role and other.value.role is not None  # "named Ann Lee as acting mayor"
    if one.value.stage == "nominee":
        return other.value.stage == "candidate"  # "picked Ann Lee as its candidate"
    if one.value.stage == "suspect" and one.value.label.lower().startswith(("question", "interrog")):
        return one.modality == "asserted"  # "was released after police questioned him"
    if one.value.stage == "scheduled":
        said = one.value.label.lower().startswith("scheduled")  # in the stage's own word: "scheduled for May, has been postponed"
        off = ("cancelled",) if said else ("cancelled", "postponed")  # "the fair, planned for May, was cancelled"
        return other.value.stage in off and (other.first < one.first or not said)
    if one.value.label.lower() in _SAFE:
        return other.value.stage == "hospitalised"  # "still in hospital, out of danger"
    if one.value.stage in _OUTDONE:
        return other.value.stage in _OUTDONE[one.value.stage] and other.modality == "asserted"
    if one.value.stage == "kidnapped" and one.value.label.lower() in _CAPTIVES:
        return other.value.stage in ("freed", "rescued", "dead") and other.modality == "asserted"
    return called


def once(found: list[StatusMention]) -> list[StatusMention]:
    """One status for the same words and subject."""
    seen: set[tuple[int, str, str, str]] = set()
    result: list[StatusMention] = []
    for mention in found:
        key = (mention.first, mention.subject.id, mention.value.lifecycle, mention.value.stage)
        if key not in seen:
            seen.add(key)
            result.append(mention)
    return result
