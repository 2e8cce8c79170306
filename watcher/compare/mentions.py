"""A snapshot -> its mentions (each claim at each place that states it), with what surrounds them.

What extraction says a claim is about may differ between two wordings of one fact; the words around a figure mostly do not.
So a mention carries both, and the surroundings are read only where a passage was rewritten.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from watcher.compare import prose
from watcher.compare.half import Half
from watcher.compare.linking import is_name, large_words, name_words
from watcher.compare.prose import Vocabulary, Word
from watcher.model import Claim, Evidence, Snapshot

_WINDOW = 280  # code points on each side that are looked at
_REACH = 7  # words on each side that tell what a figure is about
_CLOSE = 8  # words on each side in which a name counts as standing there
_TELLING = 6  # words on each side among which one stands that tells figures of a sentence apart
_BEYOND = 1.0  # how much farther each word is that stands beyond an "and": "killed over 4,000 people and displaced 350,000"
_VOTED = 2  # words after a figure among which "for" and "against" tell how the votes went; elsewhere they are prepositions
_LED = 4  # words between a preposition of place and the name it leads in
_NO_TOPIC = frozenset(("count", "number", "total"))  # what a figure is called that has no name
_NOUN = 3  # words after a figure among which its noun stands


class Surroundings:
    """What stands around a mention in its passage, each part read when it is first asked for."""

    def __init__(self, mention: Mention) -> None:
        start, end = mention.evidence.start, mention.evidence.end
        run = mention.half.run(mention.place)
        self._language = mention.evidence.language
        self._fence = mention.fence
        self._text, self._start = mention.half.text, start
        self._first = mention.half.passages[mention.place].start
        self._before = run.before(start, start - _WINDOW)[::-1]  # the nearest first
        self._after = run.after(end, end + _WINDOW)

    def led_by(self, words: frozenset[str]) -> bool:
        """True where one of these words stands shortly before the mention."""
        return any(word.fold in words for word in self._before[:_TELLING])

    @cached_property
    def near(self) -> dict[str, float]:
        """The stems near the mention with their weight."""
        found: dict[str, float] = {}
        for side in (self._after, self._before):
            for distance, word in enumerate(side[:_REACH]):
                if weighed := prose.weigh(word.fold, self._language):
                    weight = weighed.weight / (1 + 0.3 * distance)
                    found[weighed.sense] = max(found.get(weighed.sense, 0.0), weight)
        return found

    @cached_property
    def mass(self) -> float:
        """What the stems near weigh together."""
        return sum(self.near.values())

    @cached_property
    def noun(self) -> frozenset[str]:
        """The stems of the noun behind the mention, before the next figure."""
        vocabulary = prose.vocabulary(self._language)
        own = (word for word in self._after[:_NOUN] if word.start < self._fence[1] and not word.number)
        noun = [word.fold for word in own if word.fold not in vocabulary.stopwords]
        return frozenset(vocabulary.sense(word, self._language) for word in noun[:2]) - vocabulary.weak

    @cached_property
    def close(self) -> frozenset[str]:
        """The words close by as they stand."""
        return frozenset(word.fold for side in (self._before, self._after) for word in side[:_CLOSE])

    @cached_property
    def frame(self) -> tuple[str, ...]:
        """The words close by that are not written large, in order."""
        return tuple(word.fold for word in self._inner if not word.capital)

    @cached_property
    def large(self) -> tuple[str, ...]:
        """The names close by, word for word."""
        plain = prose.vocabulary(self._language).stopwords | large_words()  # "on the lines Tuesday", "Wednesday": nobody else
        return tuple(word.fold for word in self._inner if word.capital and word.fold not in plain)

    @cached_property
    def _inner(self) -> list[Word]:
        close = (*self._before[:_CLOSE][::-1], *self._after[:_CLOSE])
        return [word for word in close if word.start > self._first + 2]  # the first word is written large anyway

    @cached_property
    def places(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of names that a preposition of place leads in ("in Oaxaca"), up to the next number, on each side."""
        return _led(_up_to_number(self._before)[::-1], self._language), _led(_up_to_number(self._after), self._language)

    @cached_property
    def contrast(self) -> int | None:
        """The group of the nearest word that tells figures apart, among those that no other figure stands nearer to."""
        low, high = self._fence
        comma = self._text.rfind(",", max(0, self._start - _WINDOW), self._start)  # "the charge sheet, through five accounts"
        before = [word for word in self._before[:_TELLING] if word.start >= max(low, comma)]
        after = [word for word in self._after[:_TELLING] if word.end <= high]
        return _contrast(before, after, prose.vocabulary(self._language))


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
        return Surroundings(self)

    @property
    def doubted(self) -> bool:
        """Whether a word shortly before says that it may not come."""
        return self.around.led_by(prose.vocabulary(self.evidence.language).doubting)

    @property
    def limited(self) -> bool:
        """Whether a word shortly before says that it is a bound."""
        return self.around.led_by(prose.vocabulary(self.evidence.language).limiting)

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


@lru_cache(maxsize=20_000)
def property_stems(name: str | None, language: str) -> frozenset[str]:
    """The content stems of a property."""
    if not name:
        return frozenset()
    vocabulary = prose.vocabulary(language)
    words = (word.fold for word in prose.words(name, 0, len(name)))
    stems = frozenset(vocabulary.sense(word, language) for word in words if word not in vocabulary.stopwords)
    return frozenset() if stems <= _NO_TOPIC else stems


def _up_to_number(words: list[Word]) -> list[Word]:
    return words[: next((at for at, word in enumerate(words) if word.number), len(words))]


def _led(run: list[Word], language: str) -> frozenset[str]:
    """The words written large that a preposition of place leads in."""
    placing, common = prose.vocabulary(language).placing, large_words()
    found: set[str] = set()
    led = -1
    for at, word in enumerate(run):
        if word.fold in placing:
            led = at
        elif led >= 0 and word.capital and word.fold not in common:
            found.add(word.fold)
            led = at
        elif at - led > _LED:
            led = -1
    return frozenset(found)


def _contrast(before: list[Word], after: list[Word], vocabulary: Vocabulary) -> int | None:
    """The group of the nearest telling word; what stands beyond another number belongs to that one."""
    found: list[tuple[float, int]] = []
    for side, far in ((after, 1.0), (before, 1.6)):
        beyond = 0.0
        for distance, word in enumerate(side[:_TELLING]):
            if word.number:
                break
            if word.fold in vocabulary.joining:
                beyond = _BEYOND
            if word.fold in vocabulary.contrasts and (word.fold not in vocabulary.stopwords or (side is after and distance < _VOTED)):
                found.append(((far + beyond) * (distance + 1), vocabulary.contrasts[word.fold]))
                break
    return min(found)[1] if found else None
