"""Known claims of all versions -> one subject's figures, statuses and dates through time, a point for each statement. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from watcher import lexicon
from watcher.compare.linking import is_name, name_words
from watcher.compare.order import bounds
from watcher.compare.summary import side_text
from watcher.compare.versions import side
from watcher.model import Claim, KnownClaim, Quote, plain


@dataclass(frozen=True, slots=True)
class Point:
    """What one version of one document states of the subject; `published` orders the points, null comes last."""

    known: KnownClaim

    def as_dict(self) -> dict[str, Any]:
        """The point as JSON: the claim, and where and when it was said."""
        return self.known.claim.as_dict() | {"document": plain(self.known.document), "published": self.known.published}

    def text(self, language: str = "en") -> str:
        """The value in words."""
        return side_text(side(self.known.claim, self.known.document), language)


def timeline(known: Iterable[KnownClaim], subject: str, property: str | None = None, as_of: str | None = None) -> list[Point]:  # noqa: A002  the contract's word
    """The points of `subject` (a name, or part of one), of `property` where given, published by `as_of` (EDTF).

    Sorted by publication, then by the order of taking in. Quotes are no points.
    """
    wanted = name_words(subject)
    limit = bounds(as_of)
    found = [
        one
        for one in known
        if not isinstance(one.claim.value, Quote)
        and wanted
        and _names(one.claim, wanted)
        and _has_property(one.claim, property)
        and (limit is None or ((days := bounds(one.published)) is not None and days.first <= limit.last))
    ]
    return [Point(one) for one in sorted(found, key=_when)]


def headings(names: Iterable[str]) -> dict[str, str]:
    """Each name -> the name its subject goes by: "Kast" is José Antonio Kast where no other Kast is among the names.

    A name belongs to the longest one that holds all its words, if those that hold them hold each other; of the names of one subject
    the commonest heads it, of equally common ones the longest.
    """
    counts = Counter(names)
    words = {name: name_words(name) if is_name(name) else frozenset() for name in counts}
    longest: dict[str, str] = {}
    for name, own in words.items():
        holding = sorted((other for other, more in words.items() if own and own < more), key=lambda other: len(words[other]))
        chain = all(words[one] <= words[other] for one, other in pairwise(holding))
        longest[name] = holding[-1] if holding and chain else name
    heads: dict[str, str] = {}
    for name in sorted(counts, key=lambda one: (-counts[one], -len(one), one)):
        heads.setdefault(longest[name], name)
    return {name: heads[longest[name]] for name in counts}


def _names(claim: Claim, wanted: frozenset[str]) -> bool:
    if claim.subject is None:
        return False
    words = name_words(claim.subject.name)
    return wanted <= words or (is_name(claim.subject.name) and bool(words) and words <= wanted)


def _has_property(claim: Claim, name: str | None) -> bool:
    if name is None:
        return True
    said = " ".join(part for part in (claim.property, claim.scope.event) if part)
    return lexicon.fold(name) in lexicon.fold(said) or bool(name_words(name) & name_words(said))


def _when(one: KnownClaim) -> tuple[bool, str, int, str, int]:
    days = bounds(one.published)
    evidence = one.claim.evidence[0].start if one.claim.evidence else 0
    return (days is None, days.last.isoformat() if days else "", one.order, one.document.path, evidence)
