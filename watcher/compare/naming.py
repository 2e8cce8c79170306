"""The claims that state one fact (both versions, headline and body) -> the name it goes by: the best-known subject, property, scope.

A name beats a noun, and what the sentences of both versions bear out beats what one reading made of one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from watcher.compare import prose
from watcher.compare.linking import is_name
from watcher.compare.mentions import property_stems
from watcher.lexicon.concepts import known
from watcher.model import Claim, Figure, Quote, Scope, Subject


def named(claims: Sequence[Claim]) -> Claim:
    """The first of the claims, under the best name that any of them gives."""
    first = claims[0]
    if len(claims) == 1 or isinstance(first.value, Quote):
        return first
    subject = max((claim.subject for claim in claims), key=lambda one: _subject_rank(one, claims))
    if not isinstance(first.value, Figure):
        return replace(first, subject=subject)
    name = max((claim.property for claim in claims), key=lambda one: _property_rank(one, claims))
    return replace(first, subject=subject, property=name, scope=_scope([claim.scope for claim in claims]))


def _scope(scopes: Sequence[Scope]) -> Scope:
    """Each part as the first that states it has it."""
    first = scopes[0]
    for other in scopes[1:]:
        first = Scope(first.time or other.time, first.place or other.place, first.event or other.event)
    return first


def _subject_rank(subject: Subject | None, claims: Sequence[Claim]) -> tuple[bool, bool, int]:
    """A subject is better than none, a name than a noun, one that more of the claims' sentences say than one that fewer do.

    A place that none of them says was taken from around, and is no better than what they say.
    """
    if subject is None:
        return (False, False, 0)
    said = sum(any(subject.name in piece.sentence for piece in claim.evidence) for claim in claims)
    return (True, is_name(subject.name) and (said > 0 or subject.type != "place"), said)


def _property_rank(name: str | None, claims: Sequence[Claim]) -> tuple[bool, float, int]:
    """A property that says something is better than "number"; one that the lexicon knows or all the claims' sentences bear out is better
    than one that was made of one sentence alone, and of two such ones that which says more."""
    language = claims[0].evidence[0].language if claims[0].evidence else "en"
    vocabulary = prose.vocabulary(language)
    stems = property_stems(name, language) - vocabulary.weak
    if name is None or not stems:
        return (False, 0.0, 0)
    if known(name):
        return (True, 1.0, 0)
    least = min(
        (len(stems & _senses(piece.sentence, language)) / len(stems) for claim in claims for piece in claim.evidence[:1]), default=0.0
    )
    return (True, least, len(stems) if least else 0)


@lru_cache(maxsize=2_000)
def _senses(sentence: str, language: str) -> frozenset[str]:
    vocabulary = prose.vocabulary(language)
    return frozenset(vocabulary.sense(word, language) for word in prose.all_words(sentence))
