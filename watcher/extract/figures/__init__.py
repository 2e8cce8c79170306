"""A Reading -> its figures: every number that an article states, with unit, range, denominator, modifier and sort.

The pipe: calendar (what is a date or an hour) -> numbers -> quantities (units) -> exclusions -> ranges and ratios ->
ages -> units left out -> hedges -> FigureMention. All of it is linear in the number of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from watcher import lexicon
from watcher.extract.figures import ages, datelike, elision, exclusions, hedges, ranges, ratios
from watcher.extract.figures.evidence import Evidence
from watcher.extract.figures.measuring import Measurer
from watcher.extract.figures.numbers import Scanner
from watcher.extract.figures.numberwords import Number
from watcher.extract.figures.quantities import DURATIONS, Quantity, units
from watcher.extract.neighbours import cues
from watcher.extract.reading import DateMention, FigureMention, Reading
from watcher.model import Figure

_NOUN_LENGTH = 5
_QUAKE = 40  # tokens back to the tremor whose degrees are told, in its sentence or the next


def find(reading: Reading, dates: Sequence[DateMention] = ()) -> list[FigureMention]:
    """The figures of `reading` in order of their place, none overlapping; `dates` are spans that hold no figures.

    Units are those of the contract; a count has the tokens of what is counted in `noun`.
    """
    if reading.language not in lexicon.LANGUAGES:
        return []
    taken = datelike.calendar(reading, dates)
    exclusions.articles(reading, taken)
    scanner = Scanner(reading, taken)
    evidence = Evidence(reading, scanner.sign)
    quantities = _measured(Measurer(reading, evidence), scanner.scan())
    kept = [quantity for quantity in quantities if not _early(reading, quantity)]
    joined = ranges.join(reading.tokens, kept, reading.language)
    kept = [quantity for quantity in joined if quantity.merged or not exclusions.excluded(reading, quantity)]
    ages.mark(reading, kept)
    _points(reading, kept)
    _quakes(reading, kept)
    kept = elision.fill(reading, kept, evidence)
    if reading.language == "es":
        kept = [quantity for quantity in kept if quantity.unit is not None or not exclusions.pointed(reading.tokens, quantity)]
    return [_mention(reading, quantity) for quantity in kept]


def _measured(measurer: Measurer, numbers: Sequence[Number]) -> list[Quantity]:
    """Each number with its unit; a word that was a unit ("por ciento", "one second") is no number of its own."""
    quantities: list[Quantity] = []
    for number in numbers:
        if not quantities or number.first >= quantities[-1].last:
            quantities.append(measurer.measure(number))
    return quantities


def _early(reading: Reading, quantity: Quantity) -> bool:
    """A year is no end of a range and no denominator, a Spanish article stands between no two numbers."""
    number, language = quantity.number, reading.language
    if number.digits:
        return quantity.unit is None and number.scale == 1 and datelike.is_year(reading.tokens, quantity, language)
    return language == "es" and exclusions.article(reading, quantity) and not ratios.chance(reading.tokens, quantity, language)


def _points(reading: Reading, quantities: list[Quantity]) -> None:
    """Points are percentage points where the section speaks of shares, else those of a game or an index."""
    if not [quantity for quantity in quantities if quantity.unit == "percentage-point"]:
        return
    speaks = cues(reading.language, "elision", "shares")
    shares = any(quantity.unit == "percent" for quantity in quantities) or bool(reading.where(speaks))
    names = units(reading.language).points
    for quantity in quantities:
        if quantity.unit == "percentage-point" and not (shares and abs(quantity.value) < 60 and not _of_game(reading, quantity)):
            if (
                reading.tokens[quantity.last - 1].norm in names
                and reading.tokens[quantity.last - 2].norm not in ("percentage", "percent", "cent")
                and not reading.tokens[quantity.last - 1].norm.startswith(("decima", "centesima"))
            ):
                quantity.unit, quantity.last = None, quantity.number.last


def _quakes(reading: Reading, quantities: list[Quantity]) -> None:
    """Degrees below ten of a Spanish tremor are its magnitude: "sismo de 4,3 grados"."""
    if reading.language != "es":
        return
    tremors, degrees = cues("es", "elision", "magnitude"), cues("es", "elision", "quake_degrees")
    for quantity in quantities:
        if quantity.unit == "°C" and 0 < quantity.value < 10 and reading.tokens[quantity.last - 1].norm in degrees:
            number = reading.sentence_of[quantity.first]
            sentence = reading.sentences[number]
            start = max(reading.sentences[max(0, number - 1)].first, quantity.first - _QUAKE)
            if reading.holds(tremors, start, min(sentence.last, quantity.first + 12)):
                quantity.unit = "magnitude"


def _of_game(reading: Reading, quantity: Quantity) -> bool:
    """True where the words near the points speak of a game or an index."""
    sentence = reading.sentences[reading.sentence_of[quantity.first]]
    return reading.holds(_scored(reading.language), max(sentence.first, quantity.first - 8), min(sentence.last, quantity.last + 8))


@cache
def _scored(language: str) -> frozenset[str]:
    """The words of what has points of its own."""
    return frozenset(lexicon.load(f"{language}/units")["other_points"]["words"])


def _mention(reading: Reading, quantity: Quantity) -> FigureMention:
    tokens = reading.tokens
    if quantity.modifier == "exact":
        quantity.modifier = hedges.modifier(tokens, reading.language, quantity)
    if quantity.unit == "rank" and quantity.number.kind == "ordinal":
        _superlative(reading, quantity)
    figure = Figure(quantity.value, quantity.unit or "count", quantity.high, quantity.per, quantity.modifier)
    return FigureMention(
        reading.starts[quantity.first], reading.ends[quantity.last - 1], quantity.first, quantity.last, figure,
        quantity.noun or _noun(reading, quantity), quantity.sort or sort(figure),
    )  # fmt: skip


def _superlative(reading: Reading, quantity: Quantity) -> None:
    """ "Fourth-largest": the rank with what it ranks by."""
    tokens, at = reading.tokens, quantity.last
    if at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at + 1].norm.endswith("est") and tokens[at + 1].gap == 0:
        quantity.last = at + 2


def sort(figure: Figure) -> str:
    """The sort of a figure by its value: count, percent, money, duration, rank, rate, ratio, times or measure."""
    unit = figure.unit
    if figure.per is not None:
        return "rate" if figure.per >= 100 else "ratio"
    if unit == "count":
        return "count"
    if unit in ("percent", "percentage-point", "basis-point"):
        return "percent"
    if unit in ("rank", "times"):
        return unit
    if unit in DURATIONS:
        return "duration"
    return "money" if unit in currencies() else "measure"


@cache
def currencies() -> frozenset[str]:
    """All codes that the lexicon knows as money."""
    data = lexicon.load("currencies")
    words = [code for language in lexicon.LANGUAGES for code in lexicon.load(f"{language}/currencies")["words"].values()]
    return frozenset((*data["codes"].values(), *data["symbols"].values(), *(code for code in words if isinstance(code, str))))


@cache
def _stops(language: str) -> frozenset[str]:
    return frozenset(lexicon.load(f"{language}/elision")["closers"])


def _noun(reading: Reading, quantity: Quantity) -> tuple[int, int] | None:
    """The tokens of what is counted: the words behind the number up to a word that cannot stand inside a noun phrase."""
    tokens, stops, openers = reading.tokens, _stops(reading.language), cues(reading.language, "elision", "noun_openers")
    first = quantity.last
    if first < len(tokens) and tokens[first].norm in ("of", "de"):
        first += 1
    while first < len(tokens) and tokens[first].norm in openers:
        first += 1
    last, end = first, min(first + _NOUN_LENGTH, len(tokens))
    while last < end and tokens[last].kind == "w" and tokens[last].norm not in stops:
        last += 1
    return (first, last) if last > first else None


__all__ = ["currencies", "find", "sort"]
