"""A mention that only one version's reading found -> did the same words stand in the other version all along?

The rules may see a figure in one wording of a sentence and miss it in another. Where its very words stand in the
counterpart beside the same neighbour, and nothing was read there, nothing moved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from watcher.compare import prose
from watcher.compare.align import Alignment, Half
from watcher.compare.mentions import Mention
from watcher.compare.prose import Word
from watcher.model import Figure, number_text

_NEGATED = 6  # words before a status in which a negation denies it
_PLAIN = frozenset(("count", "year"))  # what a bare number may be read as
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
_THOUSANDS = re.compile(r"[.,]")
_LONG = 4000  # code points of a passage that are searched


class Echoes:
    """The rewritten passages of one half, and which of their code points its mentions cover."""

    def __init__(self, alignment: Alignment, mentions: Iterable[Mention], *, after: bool) -> None:
        """`mentions` are those of the half that is searched, the new one where `after` is true."""
        self._half: Half = alignment.after if after else alignment.before
        self._cut: dict[int, list[Word]] = {}
        self._linked: dict[int, list[int]] = defaultdict(list)
        for i, j in alignment.links:
            self._linked[i if after else j].append(j if after else i)
        self._read: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
        for mention in mentions:
            self._read[mention.place].append((mention.said.kind, mention.evidence.start, mention.evidence.end))

    def _words(self, place: int) -> list[Word]:
        if place not in self._cut:
            passage = self._half.passages[place]
            self._cut[place] = prose.words(self._half.text, passage.start, min(passage.end, passage.start + _LONG))
        return self._cut[place]

    def hold(self, mention: Mention) -> bool:
        """True where the half has the words of `mention`, which is the other half's, in a counterpart of its passage."""
        language = mention.evidence.language
        wanted = _words(mention.half, mention.place, mention.evidence.start, mention.evidence.end)
        denied = _denied(mention.half, mention.place, mention.evidence.start, language)
        if mention.said.kind == "status" and self._same_sense(mention, wanted[1], denied):
            return True
        places = self._linked.get(mention.place, ())
        if isinstance(mention.said.value, Figure) and any(self._same_number(place, mention.said.value, wanted[2]) for place in places):
            return True
        return any(self._in_passage(place, mention.said.kind, wanted, language, denied) for place in places)

    def _same_number(self, place: int, figure: Figure, neighbour: str) -> bool:
        """True where a counterpart has the number in digits before the same word: "Two thousand slates", "2000 slates"."""
        if figure.unit not in _PLAIN or figure.high is not None or figure.per is not None or not neighbour:
            return False
        wanted, words = number_text(figure.number), self._words(place)
        return any(
            word.number
            and following.fold == neighbour
            and (_digits(word.fold) == wanted)
            and not any(sort == "figure" and start < word.end and word.start < end for sort, start, end in self._read[place])
            for word, following in pairwise(words)
        )

    def _same_sense(self, mention: Mention, exact: list[str], denied: bool) -> bool:
        """True where a counterpart has a word of the same sense: "eleven dead" and "killing eleven" of people without names."""
        language = mention.evidence.language
        groups = prose.vocabulary(language).contrasts
        wanted = {groups[word] for word in exact if word in groups}
        for place in self._linked.get(mention.place, ()) if wanted else ():
            words = self._words(place)
            if mention.names and not any(word.fold in mention.names for word in words):
                continue
            for word in words:
                if groups.get(word.fold) in wanted and denied == _denied(self._half, place, word.start, language):
                    return True
        return False

    def _in_passage(self, place: int, kind: str, wanted: tuple[str, list[str], str], language: str, denied: bool) -> bool:
        before, exact, after = wanted
        words = self._words(place)
        folds = [word.fold for word in words]
        if not exact or exact[0] not in folds:
            return False
        for at in range(len(words) - len(exact) + 1):
            if folds[at : at + len(exact)] != exact:
                continue
            stop = at + len(exact)
            neighbours = (folds[at - 1] if at else "", folds[stop] if stop < len(folds) else "")
            free = not any(sort == kind and start < words[stop - 1].end and words[at].start < end for sort, start, end in self._read[place])
            if (
                free
                and denied == _denied(self._half, place, words[at].start, language)
                and (kind == "status" or (before and before == neighbours[0]) or (after and after == neighbours[1]))
            ):
                return True
        return False


def _digits(word: str) -> str:
    """A whole number without the separators of its thousands; anything else as it stands."""
    return _THOUSANDS.sub("", word) if _GROUPED.fullmatch(word) else word


def _denied(half: Half, place: int, at: int, language: str) -> bool:
    """True where a negation stands shortly before: "is not a suspect" has the words of "is a suspect"."""
    before = prose.words(half.text, max(half.passages[place].start, at - 60), at)
    return any(word.fold in prose.vocabulary(language).negations for word in before[-_NEGATED:])


def _words(half: Half, place: int, start: int, end: int) -> tuple[str, list[str], str]:
    """The words of a span, and the word on each side of it in its passage."""
    passage = half.passages[place]
    before = prose.words(half.text, max(passage.start, start - 60), start)
    after = prose.words(half.text, end, min(passage.end, end + 60))
    exact = [word.fold for word in prose.words(half.text, start, end)]
    return before[-1].fold if before else "", exact, after[0].fold if after else ""
