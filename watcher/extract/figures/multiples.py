"""A word for a multiple ("double", "triple", "el doble") -> whether it multiplies here, or is part of another noun."""

from __future__ import annotations

from collections.abc import Sequence

from watcher import lexicon
from watcher.extract.figures.ordinals import CLOSERS
from watcher.extract.figures.quantities import Quantity
from watcher.extract.neighbours import follows, norm_at
from watcher.extract.reading import Token


def fits(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """True where the multiple of a quantity measures one thing by another: "pledged to double spending", not "double rooms"."""
    data = lexicon.load(f"{language}/numbers")["multiple_context"]
    before = any(_ends_with(tokens, quantity.first, tuple(text.split())) for text in data["before"])
    after = any(follows(tokens, quantity.last, tuple(text.split())) for text in data["after"])
    if language == "es":
        return before and (after or norm_at(tokens, quantity.last) in CLOSERS)
    behind = tokens[quantity.last] if quantity.last < len(tokens) else None
    verb = quantity.first > 0 and tokens[quantity.first - 1].norm in data["verbal"]
    if verb and behind is not None and behind.kind == "w" and behind.norm not in data["compounds"]:
        return True  # "pledged to double spending"
    return after or (before and norm_at(tokens, quantity.last) in ("", ".", ",", ";", "by", "in", "to", "over", "from"))


def _ends_with(tokens: Sequence[Token], end: int, phrase: tuple[str, ...]) -> bool:
    return end >= len(phrase) and follows(tokens, end - len(phrase), phrase)
