"""Two quantities side by side -> one with its denominator: "two in three", "36 per 100,000", "out of every ten callers, eight"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from watcher import lexicon
from watcher.extract.figures.compounds import between
from watcher.extract.figures.numberwords import words
from watcher.extract.figures.quantities import DURATIONS, Quantity
from watcher.extract.neighbours import norm_at, word_lists
from watcher.extract.reading import Token

_FEW = 12  # the most that a part is told of in words
_TURNED = 5  # words between a denominator told first and its number
_EVERY = frozenset(("de cada", "out of every", "of every", "in every"))
NAMED = 8  # words between a number and its denominator: "3,4 accidentes laborales mortales por cada 100.000"
ROUND = frozenset(Decimal(10) ** power for power in range(2, 7))
_FEW_OUT, _MOST_OUT = 12, 1000  # denominators of shares in words


def ratio(tokens: Sequence[Token], left: Quantity, right: Quantity, language: str) -> Quantity | None:
    """ "Two in three", "36 per 100,000", "dos de cada tres", "one inmate in twelve": a number with its denominator."""
    links = _links(language)
    beside = tokens[right.first - 1]
    if (beside.norm not in links and beside.text != "-") or left.per is not None or right.high is not None:
        return None
    gap = between(tokens, left, right, NAMED)
    if not gap or gap[-1] not in links:
        return None
    if right.number.kind != "cardinal" or left.number.kind != "cardinal" or right.value <= 0:
        return None
    cues = word_lists(language, "ranges")
    round_ = right.value in ROUND
    for skip in range(len(gap) if round_ else min(3, len(gap))):
        link = " ".join(gap[skip:])
        if link in cues["rate_links"]:
            fits = right.value >= 10 or link in cues["whole_links"]
            if link == "por":  # "10 por 100.000" but not "veinte casas por 900 millones"
                noun_at = right.last + (norm_at(tokens, right.last) == "de")  # "por millón de habitantes"
                peopled = right.value >= 1000 and norm_at(tokens, noun_at) in cues["peopled"]
                fits = round_ and (skip == 0 or peopled)
            if link == "out of":  # "16 out of 24 operators" are two figures, "96 out of 100" is a share
                fits = right.value <= _FEW_OUT or (right.value <= _MOST_OUT and _round(right.value))
            fits = fits and (right.unit is None or (right.unit not in DURATIONS and not right.symbol))
        elif skip == 0 and right.value == 1 and link in cues["odds_links"]:
            fits = left.unit is None and left.value > 1 and _odds(tokens, left, cues["odds"])
        elif skip == 0 and link in cues["chance_links"]:
            fits = left.value == 1 < right.value and right.unit is None and chance(tokens, left, language)
        elif link in cues["part_links"]:
            fits = _is_part(tokens, left, right, skip, language)
        else:
            continue
        if not fits or any(not tokens[index].text[0].isalpha() for index in range(left.last, left.last + skip)):
            return None
        noun = (left.last, left.last + skip) if skip else None
        unit = None if left.value == 1 and not left.number.digits and not left.symbol else left.unit
        return Quantity(
            left.number, left.first, right.number.last, left.value, unit, high=left.high, per=right.value,
            named_unit=True, merged=True, symbol=left.symbol, noun=noun,
        )  # fmt: skip
    return None


@cache
def _links(language: str) -> frozenset[str]:
    """The last words of what may join a number to its denominator."""
    cues = word_lists(language, "ranges")
    return frozenset(link.split()[-1] for name in ("rate_links", "odds_links", "chance_links", "part_links") for link in cues[name])


def turned(tokens: Sequence[Token], left: Quantity, right: Quantity, language: str) -> Quantity | None:
    """ "De cada diez vecinos, ocho lo notan", "out of every ten callers, eight hung up": the denominator first."""
    gap = between(tokens, left, right, _TURNED) if tokens[right.first - 1].text == "," else None
    if not gap or left.per is not None or right.per is not None or right.high is not None or right.value >= left.value:
        return None
    if left.unit is not None or right.unit is not None or not all(word.isalpha() for word in gap[:-1]):
        return None
    sizes = [size for size in (3, 2) if left.first >= size]
    lead = next((size for size in sizes if " ".join(t.norm for t in tokens[left.first - size : left.first]) in _EVERY), 0)
    start = left.first - lead
    if not lead or (start and tokens[start - 1].kind == "w" and tokens[start - 1].norm not in ("that", "que", "and", "y")):
        return None
    noun = (left.last, right.first - 1) if len(gap) > 1 else None
    return Quantity(
        right.number, left.first, right.number.last, right.value, None, per=left.value, named_unit=True, merged=True, noun=noun
    )  # fmt: skip


def _odds(tokens: Sequence[Token], left: Quantity, odds: frozenset[str]) -> bool:
    """True where the words before speak of a ratio: "outnumbered by three to one", "en proporción de 4 a 1"."""
    return any(token.norm in odds for token in tokens[max(0, left.first - 9) : left.first])


def chance(tokens: Sequence[Token], left: Quantity, language: str) -> bool:
    """ "Una probabilidad entre ocho", "la posibilidad es de una entre un millón": one of so many."""
    cues = word_lists(language, "ranges")
    if norm_at(tokens, left.last) not in cues["chance_links"] or left.last + 1 >= len(tokens):
        return False
    numeral = tokens[left.last + 1].kind == "n" or tokens[left.last + 1].norm in words(language).cardinals
    return numeral and _odds(tokens, left, cues["chances"])


def _is_part(tokens: Sequence[Token], left: Quantity, right: Quantity, skip: int, language: str) -> bool:
    """ "One in five" but not "11 in 2011", "6 in 16 days" or "three in two cities"."""
    top = left.high or left.value
    if (
        top >= right.value
        or (left.unit is not None and (left.value != 1 or left.number.digits))
        or right.unit is not None
        or right.value != right.value.to_integral_value()
    ):
        return False
    following = tokens[right.last].norm if right.last < len(tokens) else ""
    if following in lexicon.load(f"{language}/exclusions")["units_of_time"]:
        return False
    several = skip == 1 and following in word_lists(language, "ranges")["parted"] and right.value <= _FEW
    if skip and not several and (left.value != 1 or left.number.digits or right.number.digits):
        return False  # "two people in three did not vote", but "two people in three cars"
    if language == "es":  # "por 100.000"
        return right.value >= 100
    if len(tokens[right.first].text) == 4 and tokens[right.first].text.isdigit() and 1900 <= right.value <= 2100:
        return False
    return left.value == 1 or right.value <= 12 or _round(right.value)


def _round(value: Decimal) -> bool:
    """A denominator that people choose: 15, 40, 250, 5000."""
    return value % 5 == 0 and len(value.normalize().as_tuple().digits) <= 2
