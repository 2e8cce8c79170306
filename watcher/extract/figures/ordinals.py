"""Ordinals -> which are no place in an order: "the third quarter", "a second man", "the 7th Fleet", "un cuarto"."""

from __future__ import annotations

from collections.abc import Sequence

from watcher.extract.figures.quantities import Quantity
from watcher.extract.neighbours import cues, norm_at
from watcher.extract.reading import Token

_TOPIC = "exclusions"
CLOSERS = ("", ".", ",", ";", ":", ")", "]", "”", '"', "»", "’", "?", "!", "—", "–")
_REACH = 30  # tokens back to "the first ..." that "the second" goes with


def tells_apart(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """True for an ordinal that is no place in an order."""
    first, last = quantity.number.first, quantity.number.last
    before, following = norm_at(tokens, first - 1), norm_at(tokens, last)
    if _indefinite(tokens, first, following, language):
        return True
    if quantity.value == 1:  # mostly an adverb: a place only after "came", "finished", or as "first place"
        ranked = cues(language, _TOPIC, "ranked")
        return not (
            before in ranked
            or (following in cues(language, _TOPIC, "places") and (language == "en" or norm_at(tokens, first - 2) in ranked))
        )
    if before in ("the", "el", "la", "los", "las") and _after_first(tokens, first, language):
        return True
    if following in cues(language, _TOPIC, "scored") and before in cues(language, _TOPIC, "owning"):
        return False  # her fourth century of the season
    if following in cues(language, _TOPIC, "ordinal_names") or (
        following == "-" and norm_at(tokens, last + 1) in cues(language, _TOPIC, "ordinal_names")
    ):
        return True
    return (
        _capitalised(tokens, quantity)
        or (quantity.number.digits and last < len(tokens) and len(tokens[last].text) == 1 and tokens[last].text.isupper())  # a door: 3º B
        or _day_of_month(tokens, quantity, language)
        or (language == "es" and _spanish_noun(tokens, quantity, before, following))
    )


def _capitalised(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "Third Division", "the 7th Fleet", "la Sección Segunda": an ordinal inside a name."""
    first, last = quantity.number.first, quantity.number.last
    if first > 1 and tokens[first].capital and tokens[first - 1].capital and tokens[first - 1].kind == "w":
        return True
    if first == 0 or last >= len(tokens) or tokens[last].kind != "w" or not tokens[last].capital:
        return False
    if quantity.number.digits:
        return tokens[last].norm in cues("en", _TOPIC, "ordinal_units")
    return tokens[first].capital and tokens[first - 1].kind == "w"


def _day_of_month(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "On the 5th.": digits alone, with nothing ranked behind."""
    first, last = quantity.number.first, quantity.number.last
    if language != "en" or not quantity.number.digits or norm_at(tokens, first - 1) not in ("the", "on"):
        return False
    return norm_at(tokens, first - 2) in ("on", "by", "until", "of", "to", "from") and (last >= len(tokens) or tokens[last].kind == "p")


def _spanish_noun(tokens: Sequence[Token], quantity: Quantity, before: str, following: str) -> bool:
    """Ordinals that are nouns or fractions: un cuarto, los segundos, dos terceras partes."""
    norm = tokens[quantity.number.first].norm
    if before in cues("es", _TOPIC, "numbered_posts"):
        return True
    if following in ("parte", "partes") and before in ("un", "una", "dos", "tres"):
        return True
    if norm in cues("es", _TOPIC, "ordinal_nouns"):
        return True
    if norm == "cuarto" and (following in ("de", "del", ",", ".", "") and before in ("el", "del", "al")):
        return True  # a room
    if norm in ("segundo", "cuarto") and before in cues("es", _TOPIC, "noun_leads"):
        return True
    return norm in ("decima", "quinta", "novena") and not (following and following[0].isalpha() and before in ("la", "su", "una", "por"))


def _after_first(tokens: Sequence[Token], first: int, language: str) -> bool:
    """ "The first asked for money; the second for time": one of several told apart, no place in an order."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if tokens[at].text in (".", "!", "?"):
            return False
        if tokens[at].norm in ("first", "primero", "primera") and norm_at(tokens, at - 1) in cues(language, _TOPIC, "pointing"):
            return language == "es" or norm_at(tokens, at + 1) != "time"
    return False


def _indefinite(tokens: Sequence[Token], first: int, following: str, language: str) -> bool:
    """ "A second man", "una segunda huelga": one more of them; "a third straight year" is a place. "In the fourth.": a quarter."""
    before = norm_at(tokens, first - 1)
    if before in ("a", "un", "una"):
        return following not in cues(language, _TOPIC, "counted_times")
    return before in ("the", "el") and norm_at(tokens, first - 2) in ("in", "en") and following in CLOSERS
