"""Quantities -> which are told of a game and count nothing: scores ("2-1", "3 a 1") and minutes of play ("a los 35 del segundo tiempo")."""

from __future__ import annotations

from collections.abc import Sequence

from watcher.extract.figures.quantities import Quantity
from watcher.extract.neighbours import cues, glued, norm_at
from watcher.extract.reading import Reading, Token

_TOPIC = "exclusions"
_DASHES = ("-", "–", "—")


def score(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Either side of "2-1", "52-48", "6-4 6-3": digits joined by a dash that count nothing. Ranges were joined before."""
    if quantity.merged or quantity.unit is not None:
        return False
    first, last = quantity.first, quantity.last
    right = (
        last + 1 < len(tokens)
        and tokens[last].text in _DASHES
        and glued(tokens, last)
        and glued(tokens, last + 1)
        and tokens[last + 1].kind == "n"
    )
    left = (
        first >= 2
        and tokens[first - 1].text in _DASHES
        and glued(tokens, first - 1)
        and glued(tokens, first)
        and tokens[first - 2].kind == "n"
    )
    shootout = norm_at(tokens, first - 1) == "(" and norm_at(tokens, last) == ")" and first > 3 and tokens[first - 2].kind == "n"
    return right or left or (shootout and tokens[first - 3].text in _DASHES and tokens[first - 4].kind == "n")  # 7-6 (4)


def minute(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "A los 35 del segundo tiempo": a minute of a game, as a clock tells it."""
    at = quantity.last
    half = norm_at(tokens, at) == "del" and norm_at(tokens, at + 1) in cues("es", _TOPIC, "played_halves")
    half = half and not tokens[at + 1].capital and norm_at(tokens, at + 2) not in cues("es", _TOPIC, "periods_of_account")
    return half and norm_at(tokens, quantity.first - 1) in ("los", "minuto")  # but "los 390 millones del primer semestre"


def told(reading: Reading, quantity: Quantity) -> bool:
    """Either side of "2 a 1", "3 to 1", where the sentence speaks of a game."""
    tokens, language = reading.tokens, reading.language
    if quantity.merged or quantity.value > 30:
        return False
    link = "a" if language == "es" else "to"
    first, last = quantity.first, quantity.last
    right = norm_at(tokens, last) == link and last + 1 < len(tokens) and tokens[last + 1].kind == "n" and len(tokens[last + 1].text) <= 2
    left = norm_at(tokens, first - 1) == link and first > 1 and tokens[first - 2].kind == "n" and len(tokens[first - 2].text) <= 2
    if not (right or left):
        return False
    sentence = reading.sentences[reading.sentence_of[first]]
    games = cues(language, _TOPIC, "games")
    return any(token.norm in games for token in tokens[max(sentence.first, first - 12) : min(sentence.last, first + 12)])
