"""Quantities -> which are no figures, by what stands around them: scores, decades, idioms, articles, ordinals that only tell apart.

`excluded` judges a quantity; `article` judges Spanish "un" and "una" before numbers are joined.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from watcher import lexicon
from watcher.extract.figures import designations, games, multiples, ordinals
from watcher.extract.figures.datelike import is_clock, months
from watcher.extract.figures.numberwords import words
from watcher.extract.figures.quantities import DURATIONS, Quantity, units
from watcher.extract.neighbours import among, cues, follows, glued, norm_at, word_lists
from watcher.extract.reading import Reading, Token

_TOPIC = "exclusions"
_EACH, _UN = frozenset(("cada",)), frozenset(("un", "una"))
_WAS, _JOINS = frozenset(("is", "was", "remains", "remained")), frozenset(("and", ",", ";", "but", "while"))
_DECADES = frozenset((20, 30, 40, 50, 60, 70, 80, 90))


def excluded(reading: Reading, quantity: Quantity) -> bool:
    """True where the quantity is no figure by its surroundings."""
    tokens, language, number = reading.tokens, reading.language, quantity.number
    if quantity.unit == "rank" and designations.shirt(tokens, quantity, language):
        return True
    if number.kind == "fraction" and _each_quarter(tokens, quantity, language):
        return True
    if number.kind == "multiple" and number.bare and not multiples.fits(tokens, quantity, language):
        return True
    worded = number.last > number.first + 1 or tokens[number.first].norm in _idioms(language)
    if worded and _idiom(tokens, number.first, number.last, language):
        return not (number.value == 1 and language == "en" and _befallen(tokens, quantity))
    if number.digits:
        return _digits_excluded(reading, quantity)
    if tokens[number.last].norm in cues(language, _TOPIC, "month_link") and _said_day(tokens, quantity, language):
        return True
    if number.kind == "ordinal":
        return ordinals.tells_apart(tokens, quantity, language)
    if number.kind != "cardinal":
        return False
    if number.value == 1 and number.last == number.first + 1:
        return not _one_counts(tokens, quantity, language)
    return (
        designations.numbered(tokens, quantity, language)
        or _decade(tokens, quantity, language)
        or is_clock(tokens, number.first, number.last, language)
        or designations.proper(reading, quantity)
    )


def _each_quarter(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "$90m a quarter": how often what stands before it comes."""
    if tokens[quantity.last - 1].norm != "quarter" or tokens[quantity.first].norm != "a" or quantity.first == 0:
        return False
    before = tokens[quantity.first - 1]
    return before.kind == "n" or before.norm in cues(language, _TOPIC, "measured")


def _said_day(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "The third of May", "el dos de agosto": a day of a month, in words; its link stands behind it."""
    last = quantity.number.last
    return quantity.value <= 31 and norm_at(tokens, last + 1) in months(language) and (language == "es" or tokens[last + 1].capital)


def _digits_excluded(reading: Reading, quantity: Quantity) -> bool:
    tokens, language = reading.tokens, reading.language
    bare, text = quantity.unit is None and quantity.number.scale == 1, tokens[quantity.number.first].text
    if not _among_words(tokens, quantity) and _marked(reading, quantity, bare=bare):
        return True
    return (
        designations.helpline(tokens, quantity)
        or (quantity.symbol and designations.lettered(tokens, quantity, language))
        or (quantity.unit == "rank" and designations.docket(tokens, quantity, language))
        or (bare and text[0] == "0" and len(text) > 2 and text.isdigit())  # "el 016", "agent 007"
        or (language == "es" and games.minute(tokens, quantity))
        or designations.coordinate(tokens, quantity)
        or (bare and designations.code(tokens, quantity, language))
        or (bare and designations.part_of_name(reading, quantity))
        or (quantity.number.kind == "ordinal" and ordinals.tells_apart(tokens, quantity, language))
        or (quantity.unit is None and games.told(reading, quantity))
        or _decade(tokens, quantity, language)
    )


def _among_words(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """True where words stand on both sides, a space between."""
    before, following = tokens[quantity.first - 1], tokens[quantity.last] if quantity.last < len(tokens) else None
    if following is None or not quantity.first:
        return False
    return before.kind == following.kind == "w" and tokens[quantity.first].gap > 0 and following.gap > 0


def _marked(reading: Reading, quantity: Quantity, *, bare: bool) -> bool:
    """Digits that a mark or a letter stands beside: a title or a list's number, a year cut short ("the class of '68"), a score."""
    tokens = reading.tokens
    return (
        designations.entitled(tokens, quantity)
        or designations.subsection(tokens, quantity)
        or designations.list_number(reading, quantity)
        or (bare and norm_at(tokens, quantity.first - 1) in ("'", "‘") and glued(tokens, quantity.first) and quantity.value < 100)
        or (not quantity.symbol and designations.inside_word(tokens, quantity))
        or games.score(tokens, quantity)
    )


# --- idioms, decades --------------------------------------------------------------------------------------------------


Idioms = dict[str, dict[str, list[tuple[int, tuple[str, ...]]]]]


@cache
def _idioms(language: str) -> Idioms:
    """Number word -> the word behind it, or "<" and the word before it -> the idioms they stand in, each with the place of the number."""
    table: Idioms = {}
    for text in lexicon.load(f"{language}/{_TOPIC}")["idioms"]:
        parts = text.split()
        place = next(index for index, part in enumerate(parts) if part.startswith("["))
        phrase = tuple(part.strip("[]") for part in parts)
        forms = {phrase[place]}
        if language == "es" and phrase[place].endswith(("o", "a")):  # the number agrees with its noun
            forms |= {phrase[place][:-1] + ending for ending in ("o", "a", "os", "as", "")}
        beside = phrase[place + 1] if place + 1 < len(phrase) else f"<{phrase[place - 1]}" if place else ""
        for form in forms:
            table.setdefault(form, {}).setdefault(beside, []).append((place, (*phrase[:place], form, *phrase[place + 1 :])))
    return table


def _idiom(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    if last - first > 1:
        if last - first > 2 or tokens[first].norm not in words(language).articles:
            return False
        first += 1
    known = _idioms(language).get(tokens[first].norm)
    if known is None:
        return False
    for beside in (tokens[first + 1].norm, f"<{tokens[first - 1].norm}", ""):
        for place, phrase in known.get(beside, ()):
            if follows(tokens, first - place, phrase):
                return True
    return False


def pointed(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Spanish "el 27", "al 900 123 456", "el once de Luis Enrique": without a unit, a singular article points at a name."""
    if quantity.per is not None or quantity.high is not None:
        return False
    if quantity.number.scale != 1 or quantity.number.kind != "cardinal" or quantity.value != quantity.value.to_integral_value():
        return False
    following = tokens[quantity.last] if quantity.last < len(tokens) else None
    before = tokens[quantity.first - 1] if quantity.first else None
    if before is not None and tokens[quantity.first].text in cues("en", _TOPIC, "helplines"):
        return before.norm in ("el", "del", "al") or before.text.isupper()  # "el 112 derivó el aviso", "SUMMA 112"
    if following is not None and following.kind == "w" and not among(following.norm, cues("es", "elision", "closers"), _LINKS):
        return quantity.value == 11 and following.norm in cues("es", _TOPIC, "team")
    return norm_at(tokens, quantity.first - 1) in ("el", "del", "al") and (
        norm_at(tokens, quantity.first - 2) not in ("alrededor", "cerca") or quantity.value > 100
    )


_LINKS = frozenset(("de", "del"))


def _decade(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "The 1990s", "in his 60s", "los años 90"; but "under-35s" and "the over 65s" are ages."""
    following = tokens[quantity.last] if quantity.last < len(tokens) else None
    if following is not None and following.gap == 0 and following.norm in cues(language, _TOPIC, "decades"):
        aged = {norm_at(tokens, quantity.first - 1), norm_at(tokens, quantity.first - 2)} & {"under", "over"}
        return not aged or quantity.value > 150
    if quantity.unit is not None or quantity.value not in _DECADES:
        return False
    before, earlier = norm_at(tokens, quantity.first - 1), norm_at(tokens, quantity.first - 2)
    if before in cues(language, _TOPIC, "decade_before"):
        return True
    bare = following is None or following.kind == "p" or (following.norm in cues(language, "elision", "closers") and following.norm != "a")
    return language == "es" and before == "los" and earlier in ("en", "de", "desde") and bare


# --- one, un, una -----------------------------------------------------------------------------------------------------


def articles(reading: Reading, taken: bytearray) -> None:
    """Marks in `taken` Spanish "un" and "una" that no rule need judge: a word stands behind that no number goes on with, none before."""
    if reading.language != "es":
        return
    tokens, each, (before, behind, leading) = reading.tokens, reading.where(_EACH), _around_un()
    for at in reading.where(_UN):
        following = tokens[at + 1] if 1 < at < len(tokens) - 2 else None
        if (
            following is not None
            and following.kind == "w"
            and following.gap
            and following.norm not in behind
            and tokens[at + 2].norm not in leading
            and before.isdisjoint((tokens[at - 1].norm, tokens[at - 2].norm))
            and not (each and reading.holds(_EACH, at + 1, at + 5))
        ):
            taken[at] = 1


@cache
def _around_un() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words before "un" that may make it a number, those behind it, and those that a unit starts with."""
    number, unit = words("es"), units("es")
    named = [phrase[0] for entries in unit.before.values() for phrase, _, _ in entries]
    before = cues("es", _TOPIC, "just").union(named, unit.number_signs, ("y", "e", ",", "contra", "a", "to", "against"))
    leading = frozenset(unit.phrases)
    signs = map(lexicon.fold, (*unit.symbols, *unit.money_glued, *unit.signs, *unit.codes, *number.glued, "in", "C", "F", "K"))
    return (
        before,
        number.triggers.union(
            leading, signs, unit.below_zero, number.points, number.halves, unit.times, cues("es", _TOPIC, "casualties"),
            word_lists("es", "ranges")["chance_links"], ("solo", "sola", "persona"),
        ),
        leading,
    )  # fmt: skip


def article(reading: Reading, quantity: Quantity) -> bool:
    """True for "un" or "una" of a Spanish section that no "de cada", "por cada" makes the top of a ratio, and nothing makes a count."""
    tokens, number = reading.tokens, quantity.number
    if number.last != number.first + 1 or tokens[number.first].norm not in _UN:
        return False
    ratio = reading.holds(_EACH, quantity.last, quantity.last + 4)
    return not ratio and not _one_counts(tokens, quantity, "es")


def _one_counts(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "One" counts before a noun or what befell them ("one killed"); Spanish "un" only before a unit or in a count of persons."""
    following = tokens[quantity.last] if quantity.last < len(tokens) else None
    before = norm_at(tokens, quantity.first - 1)
    if language == "es":
        return _un_counts(tokens, quantity, before, following)
    if quantity.named_unit:
        return before not in cues(language, _TOPIC, "one_pointed")
    if _outvoted(tokens, quantity, before):
        return True
    if (
        following is None
        or following.kind != "w"
        or (before == "-" and norm_at(tokens, quantity.first - 2) == "no")  # "no-one"
        or following.norm in cues(language, _TOPIC, "one_pronoun")
        or following.norm.endswith("'s")
    ):
        return False
    return following.text[0].islower() and before not in cues(language, _TOPIC, "one_pointed")


def _befallen(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "Five were killed and one is missing": a person, by what befell them."""
    at = quantity.last
    if norm_at(tokens, at) not in _WAS or not (norm_at(tokens, quantity.first - 1) in _JOINS or tokens[quantity.first].capital):
        return False
    at += 1 + norm_at(tokens, at + 1).endswith(("ly", "still"))
    return norm_at(tokens, at) in cues("en", _TOPIC, "one_befell")


def _outvoted(tokens: Sequence[Token], quantity: Quantity, before: str) -> bool:
    """ "By six votes to one", "ocho votos contra uno"."""
    return before in ("to", "against", "contra", "a") and norm_at(tokens, quantity.first - 2) in ("votes", "votos")


def _un_counts(tokens: Sequence[Token], quantity: Quantity, before: str, following: Token | None) -> bool:
    if quantity.named_unit:
        if quantity.value != 1:  # una década
            return True
        return quantity.unit not in DURATIONS and quantity.unit != "rank" and norm_at(tokens, quantity.last) not in ("por", "de")
    if _outvoted(tokens, quantity, before):
        return True
    if following is None:
        return False
    if tokens[quantity.first].norm == "uno":
        return following.norm in cues("es", _TOPIC, "befell") and before in ("", ".", ",", ";", "y", ":", "”")
    if following.norm in ("solo", "sola") and norm_at(tokens, quantity.last + 1) not in cues("es", _TOPIC, "un_vague"):
        return before not in ("ni", "en", "a", "de", "como") and quantity.last + 1 < len(tokens) and tokens[quantity.last + 1].kind == "w"
    if following.kind != "w" or not following.text[0].islower():
        return False
    lead = cues("es", _TOPIC, "un_leads")
    if following.norm in cues("es", _TOPIC, "casualties"):
        return before in lead or before in ("y", "e", ",", ":", "") or tokens[quantity.first].capital
    if following.norm == "persona" and before in lead | {"y"}:
        return True
    if before in cues("es", _TOPIC, "just") and following.norm not in cues("es", _TOPIC, "un_vague"):
        return before != "menos" or norm_at(tokens, quantity.first - 2) == "al"
    return before in ("y", "e", ",") and following.norm not in cues("es", _TOPIC, "un_vague") and _in_list(tokens, quantity)


def _in_list(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "Cuatro pistolas, un fusil y 600 cartuchos": plural nouns with their numbers before, and the list goes on or ends behind."""
    cardinals, at = words("es").cardinals, quantity.first - 1
    back = next((back for back in (2, 3) if at >= back and _is_number(tokens[at - back], cardinals)), 0)
    if not back or tokens[at - back].norm in ("un", "una"):
        return False
    between = tokens[at - back + 1 : at]
    if not all(token.kind == "w" and token.text[0].islower() and token.norm.endswith("s") for token in between):
        return False
    behind = quantity.last + 1
    if behind >= len(tokens) or tokens[behind].text in (".", ";", ")"):
        return True
    return tokens[behind].norm in ("y", "e", ",") and behind + 1 < len(tokens) and _is_number(tokens[behind + 1], cardinals)


def _is_number(token: Token, cardinals: Container[str]) -> bool:
    return token.kind == "n" or token.norm in cardinals


# --- multiples ----------------------------------------------------------------------------------------------------
