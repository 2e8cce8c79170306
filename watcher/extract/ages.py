"""Quantities -> ages: "52-year-old", ", 66,", "aged 84", "dies at 61", "de 29 años", "(34)", "menores de 15 años". Unit `year`, sort `age`."""

from __future__ import annotations

from collections.abc import Sequence

from watcher import lexicon
from watcher.extract.neighbours import follows, glued, norm_at, word_lists
from watcher.extract.quantities import Quantity
from watcher.extract.reading import Reading, Token

_OLDEST = 120


def mark(reading: Reading, quantities: list[Quantity]) -> None:
    """Set unit and sort of those that are ages; a joined list ("aged 4 and 11 months") shares what its first says."""
    for index, quantity in enumerate(quantities):
        if quantity.number.kind != "cardinal" or quantity.per is not None:
            continue
        if quantity.unit in ("year", "month", "week", "day"):
            if _said_age(reading, quantity):
                quantity.sort = "age"
        elif (
            quantity.unit is None
            and 0 <= quantity.value <= _OLDEST
            and (quantity.high is None or quantity.high <= _OLDEST)
            and quantity.number.scale == 1
        ):
            before = quantities[index - 1] if index else None
            if _bare_age(reading, quantity) or (before is not None and before.sort == "age" and _goes_on(reading, before, quantity)):
                quantity.unit, quantity.sort = "year", "age"
                _older(reading.tokens, quantity)


def _said_age(reading: Reading, quantity: Quantity) -> bool:
    """True where years are said to be somebody's: "52-year-old", "71 years old", "de 29 años", "a los 84 años"."""
    tokens, cues = reading.tokens, word_lists(reading.language, "ages")
    if _older(tokens, quantity):
        return True
    if any(follows(tokens, quantity.last, tuple(phrase.split())) for phrase in cues["after"]):
        return True
    before, earlier = norm_at(tokens, quantity.first - 1), norm_at(tokens, quantity.first - 2)
    if before in cues["before"] or f"{earlier} {before}" in cues["before"]:
        return True
    if reading.language == "es" and quantity.unit == "year":
        if before in ("de", "tenia", "tiene", "tienen", "tenian", "cumplio", "cumple", "entre"):
            if before == "de":
                lead = tokens[quantity.first - 2] if quantity.first > 1 else None
                return lead is not None and (
                    lead.text == "," or lead.norm in cues["persons"] or (lead.kind == "w" and lead.text[0].isupper())
                )
            return before != "entre" or earlier in ("tenia", "tenian", "tiene", "tienen", "jovenes", "mujeres", "hombres", "personas")
        return before == "los" and earlier == "a"
    return False


def _older(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Takes "-old", "years old" and "-year-olds" into the span."""
    at = quantity.last
    if norm_at(tokens, at) == "-" and norm_at(tokens, at + 1) in ("old", "olds") and glued(tokens, at):
        quantity.last = at + 2
        return True
    if norm_at(tokens, at) in ("old", "olds") or (norm_at(tokens, at) == "of" and norm_at(tokens, at + 1) == "age"):
        quantity.last = at + (1 if norm_at(tokens, at) in ("old", "olds") else 0)
        return True
    return False


def _bare_age(reading: Reading, quantity: Quantity) -> bool:
    """A number without a unit that can only be an age."""
    tokens, language, cues = reading.tokens, reading.language, word_lists(reading.language, "ages")
    first, last = quantity.first, quantity.last
    before, earlier, following = norm_at(tokens, first - 1), norm_at(tokens, first - 2), norm_at(tokens, last)
    whole = quantity.value == quantity.value.to_integral_value()
    if not whole:
        return False
    closing = last >= len(tokens) or tokens[last].kind == "p"
    if before in cues["before"] or f"{earlier} {before}" in cues["before"]:
        return before in cues["strong"] or closing or following in cues["followers"]
    if any(follows(tokens, last, tuple(phrase.split())) for phrase in cues["or_older"]):
        return True
    if before in ("is", "was") and earlier == "who":
        return closing or following in cues["followers"]
    if (
        before in cues["at"]
        and quantity.number.digits
        and quantity.value >= 10
        and (closing or following in cues["followers"])
        and _happened(reading, first, cues)
    ):
        return True
    person = (
        norm_at(tokens, first - 2)
        if before in cues["of"]
        else norm_at(tokens, first - 3)
        if earlier in cues["of"] and before in cues["around"]
        else ""
    )
    if person in cues["persons"] and (closing or following in cues["followers"]):
        return True
    if before in ("under", "over"):
        return (closing or following in cues["followers"]) and norm_at(tokens, first - 2) in (
            "was",
            "were",
            "is",
            "are",
            "those",
            "children",
            "anyone",
            "people",
            "everyone",
            "adults",
            "women",
            "men",
            "boys",
            "girls",
            "all",
            "aged",
            "drivers",
            "players",
            "students",
            "citizens",
        )
    if before == "-" and earlier in ("under", "over") and glued(tokens, first) and quantity.number.digits:
        quantity.modifier = "less-than" if earlier == "under" else "more-than"
        quantity.last += norm_at(tokens, last) == "s" and glued(tokens, last)
        return True
    if language == "es" and before == "de" and earlier in ("mayores", "menores", "mayor", "menor"):
        return closing or following in cues["followers"]
    if before == "de" and earlier == "," and language == "es":
        return closing and quantity.value >= 1 and _named(tokens, first - 3)
    if before == "," and following in (",", ";", ".", "and", "y", ")", "”", "said") and quantity.number.digits and quantity.value >= 1:
        return _named(tokens, first - 2) or (
            following == ","
            and quantity.value >= 10
            and first > 1
            and tokens[first - 2].kind == "w"
            and tokens[first - 2].text[0].islower()
            and not _listed(tokens, last)
        )
    if before in cues["ages"] or (before in cues["of"] | cues["links"] and earlier in cues["ages"]):
        return closing or following in cues["followers"]
    if before == "(" and following == ")" and quantity.number.digits and quantity.value >= 5:
        return (
            first > 1
            and tokens[first - 2].kind == "w"
            and tokens[first - 2].text[0].isupper()
            and tokens[first - 3].kind == "w"
            and tokens[first - 3].text[0].isupper()
        )
    return False


def _happened(reading: Reading, first: int, cues: dict[str, frozenset[str]]) -> bool:
    """True where what came about "at 61" befalls a person: died, retired, was released."""
    start = max(reading.sentences[reading.sentence_of[first]].first, first - 7)
    return any(token.norm in cues["happenings"] for token in reading.tokens[start:first])


def _goes_on(reading: Reading, before: Quantity, quantity: Quantity) -> bool:
    gap = [token.norm for token in reading.tokens[before.last : quantity.first]]
    following = norm_at(reading.tokens, quantity.last)
    return gap in (["and"], ["y"], [","], ["or"], ["o"], [",", "and"], ["to"], ["a"], ["a", "los"]) and (
        following in ("", ",", ".", ")", ";", "and", "y", "años", "respectively", "respectivamente")
    )


def _named(tokens: Sequence[Token], at: int) -> bool:
    """True where the word at `at` may be the end of a person's name."""
    if at < 1 or tokens[at].kind != "w":
        return False
    token = tokens[at]
    return token.text[0].isupper() and token.text[1:2].islower() and (tokens[at - 1].kind == "w" or at == 0) and token.norm not in _MONTHS


def _listed(tokens: Sequence[Token], last: int) -> bool:
    """ "Of lot 7, 12, 15 and 20": numbers in a list, not ages."""
    return last + 1 < len(tokens) and (
        tokens[last + 1].kind == "n"
        or (norm_at(tokens, last + 1) in ("and", "y") and last + 2 < len(tokens) and tokens[last + 2].kind == "n")
    )


_MONTHS = frozenset(month for language in ("en", "es") for month in lexicon.load(f"{language}/exclusions")["months"])
