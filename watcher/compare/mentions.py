"""A snapshot -> its mentions (each claim at each place that states it), with what surrounds them.

What extraction says a claim is about may differ between two wordings of one fact; the words around a figure mostly do not.
So a mention carries both, and the surroundings are read only where a passage was rewritten.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from watcher.compare import prose
from watcher.compare.align import Half
from watcher.compare.linking import is_name, large_words, name_words
from watcher.compare.prose import Vocabulary, Word
from watcher.model import Claim, Evidence, Snapshot

_REACH = 7  # words on each side that tell what a figure is about
_CLOSE = 8  # words on each side in which a name counts as standing there
_TELLING = 6  # words on each side among which one stands that tells figures of a sentence apart
_VOTED = 2  # words after a figure among which "for" and "against" tell how the votes went; elsewhere they are prepositions
_LED = 4  # words between a preposition of place and the name it leads in
_NO_TOPIC = frozenset(("count", "number", "total"))  # what a figure is called that has no name
_NOUN = 3  # words after a figure among which its noun stands


@dataclass(slots=True)
class Surroundings:
    """The stems near a mention with their weight, those of the noun after it, and the words close by as they stand."""

    near: dict[str, float]
    noun: frozenset[str]
    close: frozenset[str]
    frame: tuple[str, ...]  # the words close by that are not written large, in order
    large: tuple[str, ...]  # and those that are
    places: tuple[frozenset[str], frozenset[str]]  # the words of names it is placed at ("in Oaxaca"), before it and after it
    contrast: int | None  # the group of the nearest word that tells figures apart


@dataclass(eq=False)
class Mention:
    """One claim at one place: `claim` indexes the snapshot's claims, `place` the passages of its half."""

    claim: int
    said: Claim
    evidence: Evidence
    place: int
    half: Half = field(repr=False)
    fence: tuple[int, int] = (0, 1 << 62)  # where the figure before ends and the next one starts

    @cached_property
    def around(self) -> Surroundings:
        return _surroundings(self)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the claim's subject, where it is a name."""
        subject = self.said.subject
        return name_words(subject.name) if subject is not None and is_name(subject.name) else frozenset()

    @cached_property
    def topic(self) -> frozenset[str]:
        """The stems of the claim's property."""
        return property_stems(self.said.property, self.evidence.language)


def mentions(snapshot: Snapshot, half: Half) -> list[Mention]:
    """Every mention in the snapshot, in the order of the text."""
    found = [
        Mention(at, claim, evidence, half.at(evidence.start), half)
        for at, claim in enumerate(snapshot.claims)
        for evidence in claim.evidence
    ]
    found.sort(key=lambda mention: (mention.evidence.start, mention.evidence.end, mention.claim))
    _fence([mention for mention in found if mention.said.kind == "figure"])
    return found


def _fence(figures: list[Mention]) -> None:
    """Tell each figure where its neighbours stand: what lies beyond them is theirs."""
    for one, other in pairwise(figures):
        if one.evidence.end <= other.evidence.start:
            one.fence = (one.fence[0], other.evidence.start)
            other.fence = (one.evidence.end, other.fence[1])


def property_stems(name: str | None, language: str) -> frozenset[str]:
    """The content stems of a property."""
    if not name:
        return frozenset()
    words = [word.fold for word in prose.words(name, 0, len(name))]
    vocabulary = prose.vocabulary(language)
    stems = frozenset(vocabulary.sense(word, language) for word in words if word not in vocabulary.stopwords)
    return frozenset() if stems <= _NO_TOPIC else stems


def _surroundings(mention: Mention) -> Surroundings:
    passage = mention.half.passages[mention.place]
    language, vocabulary = mention.evidence.language, prose.vocabulary(mention.evidence.language)
    start = max(passage.start, mention.evidence.start - 40 * _REACH)
    end = min(passage.end, mention.evidence.end + 40 * _REACH)
    words = prose.words(mention.half.text, start, end)
    before = [word for word in words if word.end <= mention.evidence.start][::-1]
    after = [word for word in words if word.start >= mention.evidence.end]
    near: dict[str, float] = {}
    for side in (after, before):
        for distance, word in enumerate(side[: 2 * _REACH]):
            if distance < _REACH and not word.number and word.fold not in vocabulary.stopwords:
                key = vocabulary.sense(word.fold, language)
                weight = (0.4 if key in vocabulary.weak else 1.0) / (1 + 0.3 * distance)
                near[key] = max(near.get(key, 0.0), weight)
    noun = [word for word in after[:_NOUN] if not word.number and word.fold not in vocabulary.stopwords]
    stems = frozenset(prose.stem(word.fold, language) for word in noun[:2])
    close = (*before[:_CLOSE][::-1], *after[:_CLOSE])
    inner = [word for word in close if word.start > passage.start + 2]  # the first word is written large anyway
    names = [word for word in inner if word.capital and word.fold not in vocabulary.stopwords]
    return Surroundings(
        near,
        stems - vocabulary.weak,
        frozenset(word.fold for word in close),
        tuple(word.fold for word in inner if not word.capital),
        tuple(word.fold for word in names),
        _places(before, after, vocabulary),
        _contrast(
            [word for word in before[:_TELLING] if word.start >= mention.fence[0]],
            [word for word in after[:_TELLING] if word.end <= mention.fence[1]],
            vocabulary,
        ),
    )


def _places(before: list[Word], after: list[Word], vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """Names that a preposition of place leads in, up to the next number, on each side."""
    ahead = next((at for at, word in enumerate(after) if word.number), len(after))
    behind = next((at for at, word in enumerate(before) if word.number), len(before))
    sides: list[frozenset[str]] = []
    common = large_words()
    for run in (before[:behind][::-1], after[:ahead]):
        found: set[str] = set()
        led = -1
        for at, word in enumerate(run):
            if word.fold in vocabulary.placing:
                led = at
            elif led >= 0 and word.capital and word.fold not in common:
                found.add(word.fold)
                led = at
            elif at - led > _LED:
                led = -1
        sides.append(frozenset(found))
    return sides[0], sides[1]


def _contrast(before: list[Word], after: list[Word], vocabulary: Vocabulary) -> int | None:
    """The group of the nearest telling word; what stands beyond another number belongs to that one."""
    found: list[tuple[float, int]] = []
    for side, far in ((after, 1.0), (before, 1.6)):
        for distance, word in enumerate(side[:_TELLING]):
            if word.number:
                break
            if word.fold in vocabulary.contrasts and (word.fold not in vocabulary.stopwords or (side is after and distance < _VOTED)):
                found.append((far * (distance + 1), vocabulary.contrasts[word.fold]))
                break
    return min(found)[1] if found else None
