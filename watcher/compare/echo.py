"""A mention that only one version's reading found -> did the same words stand in the other version all along?

The rules may see a figure in one wording of a sentence and miss it in another. Where its very words stand in the
counterpart beside the same neighbour, and nothing was read there, nothing moved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from watcher.compare import prose
from watcher.compare.align import Alignment
from watcher.compare.cues import telling
from watcher.compare.half import Half
from watcher.compare.mentions import Mention
from watcher.compare.prose import Word
from watcher.model import Figure, Status, number_text

_NEGATED = 6  # words before a status in which a negation denies it
_PLAIN = frozenset(("count", "year"))  # what a bare number may be read as
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
_THOUSANDS = re.compile(r"[.,]")
_LONG = 600  # words of a passage that are searched
_BESIDE = 60  # code points in which a word stands beside another


class Echoes:
    """The rewritten passages of one half, and which of their code points its mentions cover."""

    def __init__(self, alignment: Alignment, mentions: Iterable[Mention], *, after: bool) -> None:
        """`mentions` are those of the half that is searched, the new one where `after` is true."""
        self._half: Half = alignment.after if after else alignment.before
        self._linked: dict[int, list[int]] = defaultdict(list)
        for i, j in alignment.links:
            self._linked[i if after else j].append(j if after else i)
        self._read: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
        for mention in mentions:
            self._read[mention.place].append((mention.said.kind, mention.evidence.start, mention.evidence.end))

    def hold(self, mention: Mention) -> bool:
        """True where the half has the words of `mention`, which is the other half's, in a counterpart of its passage."""
        places = self._linked.get(mention.place)
        if not places:
            return False
        sought = _sought(mention)
        value = mention.said.value
        if isinstance(value, Status) and any(
            self._same_sense(place, mention, sought) or self._stage_told(place, mention, value, sought) for place in places
        ):
            return True
        if isinstance(value, Figure) and any(self._same_number(place, value, sought) for place in places):
            return True
        return any(self._in_passage(place, mention.said.kind, sought) for place in places)

    def verbatim(self, mention: Mention) -> bool:
        """The same of its very words alone, for a mention that was taken for another one."""
        return any(self._in_passage(place, mention.said.kind, _sought(mention)) for place in self._linked.get(mention.place, ()))

    def _words(self, place: int) -> list[Word]:
        return self._half.run(place).words[:_LONG]

    def _same_number(self, place: int, figure: Figure, sought: _Sought) -> bool:
        """True where a counterpart has the number before the same word, however it is written: "Two thousand slates", "2000 slates";
        "one man", "a man"."""
        if figure.unit not in _PLAIN or figure.high is not None or figure.per is not None or not sought.after:
            return False
        wanted, numerals = number_text(figure.number), prose.vocabulary(sought.language).numerals
        return any(
            following.fold == sought.after
            and (_digits(word.fold) if word.number else numerals.get(word.fold)) == wanted
            and self._free(place, "figure", word, word)
            for word, following in pairwise(self._words(place))
        )

    def _same_sense(self, place: int, mention: Mention, sought: _Sought) -> bool:
        """True where a counterpart has a word of the same sense: "eleven dead" and "killing eleven", "cancelled" and "cancellation"."""
        nouns = {sense for word in sought.exact if (sense := _sense(word, sought.language))}
        stems = {prose.stem(word, sought.language) for word in sought.exact}
        words = self._words(place)
        if mention.names and not any(word.fold in mention.names for word in words):
            return False
        return any(
            (prose.stem(word.fold, sought.language) in nouns or _sense(word.fold, sought.language) in nouns | stems)
            and sought.mood == _mood(self._half, place, word.start, sought.language)
            for word in words
        )

    def _stage_told(self, place: int, mention: Mention, status: Status, sought: _Sought) -> bool:
        """True where a counterpart has a word that tells the stage, or all words of the label, and no status was read in them."""
        words = self._words(place)
        if mention.names and not any(word.fold in mention.names for word in words):
            return False
        told, stopwords = telling(status.lifecycle, status.stage, sought.language), prose.vocabulary(sought.language).stopwords
        wanted = {prose.stem(word, sought.language) for word in sought.exact if word not in stopwords}
        unread = [
            word
            for word in words
            if self._free(place, "status", word, word) and sought.mood == _mood(self._half, place, word.start, sought.language)
        ]
        stems = {prose.stem(word.fold, sought.language) for word in unread}
        return bool(stems & told) or (bool(wanted) and wanted <= stems)

    def _in_passage(self, place: int, kind: str, sought: _Sought) -> bool:
        """True where a counterpart has the very words, beside a word that stands beside them in the passage of `sought` as well."""
        words, exact = self._words(place), sought.exact
        for at, word in enumerate(words[: len(words) - len(exact) + 1]):
            stop = at + len(exact)
            if not exact or word.fold != exact[0] or [one.fold for one in words[at:stop]] != exact:
                continue
            before, after = words[at - 1].fold if at else "", words[stop].fold if stop < len(words) else ""
            if (
                (kind in ("status", "date") or len(exact) > 1 or (before and before == sought.before) or (after and after == sought.after))
                and self._free(place, kind, word, words[stop - 1])
                and sought.mood == _mood(self._half, place, word.start, sought.language)
            ):
                return True
        return False

    def _free(self, place: int, kind: str, first: Word, last: Word) -> bool:
        """True where no mention of the kind was read in these words."""
        return not any(sort == kind and start < last.end and first.start < end for sort, start, end in self._read[place])


class _Sought(NamedTuple):
    """The words of a mention, the word on each side of them, and whether a negation or a word of what is to come stands before."""

    before: str
    exact: list[str]
    after: str
    mood: tuple[bool, bool]
    language: str


def _sought(mention: Mention) -> _Sought:
    half, place, language = mention.half, mention.place, mention.evidence.language
    start, end = mention.evidence.start, mention.evidence.end
    run = half.run(place)
    before, after = run.before(start, start - _BESIDE), run.after(end, end + _BESIDE)
    exact = [word.fold for word in run.after(start, end)]
    return _Sought(before[-1].fold if before else "", exact, after[0].fold if after else "", _mood(half, place, start, language), language)


def _sense(word: str, language: str) -> str | None:
    """The group of a word that tells figures apart, the stem of a noun made of a verb; null for any other word."""
    vocabulary = prose.vocabulary(language)
    if word in vocabulary.contrasts or word.endswith(vocabulary.nominal):
        return vocabulary.sense(word, language)
    return None


def _digits(word: str) -> str:
    """A whole number without the separators of its thousands; anything else as it stands."""
    return _THOUSANDS.sub("", word) if _GROUPED.fullmatch(word) else word


def _mood(half: Half, place: int, at: int, language: str) -> tuple[bool, bool]:
    """Whether a negation stands shortly before, and a word that says it is yet to come: "is not charged" and "may be charged" have
    words of "is charged"."""
    vocabulary = prose.vocabulary(language)
    before = {word.fold for word in half.run(place).before(at, at - _BESIDE)[-_NEGATED:]}
    return not before.isdisjoint(vocabulary.negations), not before.isdisjoint(vocabulary.coming)
