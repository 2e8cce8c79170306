"""Phrases without their noun, which one before them lends: "la de Pesca fue rechazada", "otra parecida", "; that on anchoring".

In: a place and a token; out: where such a phrase stands, and the noun that it goes without.
"""

from __future__ import annotations

from watcher.extract.lifecycles import Lifecycle
from watcher.extract.names.coreference import noun_gender
from watcher.extract.statuses.spots import Place

HEADLESS = {
    "en": frozenset(("that", "another")),
    "es": frozenset(("la", "el", "otra", "otro", "parecida", "parecido", "similar", "igual", "semejante", "identica", "identico")),
}
_ANOTHER = {"otra": "f", "otro": "m", "una": "f", "uno": "m", "un": "m"}
_ARTICLES = {"la": "f", "el": "m"}
LENT = 70  # tokens to the noun
_JOINS = frozenset((",", ";", ":", "—", "–", "and", "but", "while", "whereas"))


def headless(at: Place, index: int) -> tuple[int, str] | None:
    """Where a phrase without its noun starts, if one ends (but for its "de" phrase) at a token, and its gender."""
    tokens = at.reading.tokens
    token = tokens[index]
    if token.norm not in HEADLESS[at.reading.language]:
        return None
    after = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    before = tokens[index - 1] if index else None
    if at.reading.language == "en":
        if token.norm == "that":
            return (index, "") if after in ("on", "of") and before is not None and before.norm in _JOINS else None
        return (index, "") if after in at.words.being or after in at.words.having else None
    if token.norm in _ARTICLES:
        return (index, _ARTICLES[token.norm]) if after in ("de", "del") else None
    if token.norm in ("otra", "otro"):
        small = after in at.words.being or after in at.words.having
        return (index, _ANOTHER[token.norm]) if small else None
    if before is not None and before.norm in _ANOTHER:
        return index - 1, _ANOTHER[before.norm]
    return None


def lent(at: Place, first: int, gender: str, lifecycle: Lifecycle) -> int | None:
    """The noun of the lifecycle that a phrase without one goes back to: the nearest of its gender."""
    tokens = at.reading.tokens
    for index in range(first - 1, max(first - LENT, -1), -1):
        norm = tokens[index].norm
        if norm in lifecycle.words and norm not in at.words.prepositions and gender in ("", _gender(norm)):
            return index
    return None


def _gender(noun: str) -> str:
    return noun_gender(noun, "es") or ("f" if noun == "ley" or noun.endswith(("cion", "sion")) else "m")
