"""Quantities in order -> units that were left out, read from the words around: "from 3.2% to 4", "36 per 100,000 ... halved to 19.7"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from watcher import lexicon
from watcher.extract.numbers import follows
from watcher.extract.quantities import DURATIONS, Quantity, units
from watcher.extract.reading import Reading, Token

_REACH = 3  # sentences that a unit carries over


@lru_cache(maxsize=None)
def _cues(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(entries) for name, entries in lexicon.load(f"{language}/elision").items()}


def fill(reading: Reading, quantities: list[Quantity]) -> None:
    """Give bare numbers the unit they leave out: from a label before a colon, the number behind, or the one before."""
    last: Quantity | None = None
    rate: Quantity | None = None
    for index, quantity in enumerate(quantities):
        if quantity.unit is not None or quantity.per is not None:
            if quantity.unit not in ("rank", "times", "count"):
                last = quantity
            if quantity.per is not None and quantity.per >= 100:
                rate = quantity
            continue
        if quantity.number.kind != "cardinal":
            continue
        labelled = _label_unit(reading, quantity)
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        if labelled is not None:
            quantity.unit = labelled
        elif following is not None and _leans_forward(reading, quantity, following):
            _scale_like(quantity, following)
            quantity.unit, quantity.per = following.unit, following.per
        else:
            source = _source(reading, quantity, last, rate)
            if source is not None:
                _scale_like(quantity, source)
                quantity.unit, quantity.per = source.unit, source.per


def _bare(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """True where nothing is counted behind the number."""
    if quantity.last >= len(tokens):
        return True
    following = tokens[quantity.last]
    return following.kind == "p" or following.norm in _cues(language)["closers"]


def _label_unit(reading: Reading, quantity: Quantity) -> str | None:
    """"Hectares burned: 40,000": the unit stands in the label of the line."""
    tokens, at = reading.tokens, quantity.first - 1
    while at >= 0 and tokens[at].norm in ("between", "entre", "de", "about", "over", "some", "unos", "unas", "casi", "at", "least", "al", "menos", "hasta", "mas"):
        at -= 1
    if at < 1 or tokens[at].text != ":" or not _bare(tokens, quantity, reading.language):
        return None
    sentence = reading.sentences[reading.sentence_of[at]]
    first = sentence.first
    while first < at and tokens[first].kind == "p":
        first += 1
    for phrase, unit, factor in units(reading.language).phrases.get(tokens[first].norm, ()):
        if factor == 1 and len(phrase[-1]) > 2 and phrase[-1].endswith("s") and unit not in ("percentage-point", "count", "peso", "$") and follows(tokens, first, phrase):
            return unit
    return None


def _leans_forward(reading: Reading, quantity: Quantity, following: Quantity) -> bool:
    """"From 12 to 15 percent", "de los 60 a los 63 años": two figures, the unit said once."""
    if following.unit is None or following.unit in ("rank", "times") or not following.named_unit or following.number.kind != "cardinal":
        return False
    gap = [token.norm for token in reading.tokens[quantity.last : following.first]] if 0 < following.first - quantity.last <= 3 else None
    cues = _cues(reading.language)
    if gap is None or gap[0] not in cues["to"]:
        return False
    before = [token.norm for token in reading.tokens[max(0, quantity.first - 2) : quantity.first]]
    return any(word in cues["from"] for word in before)


def _source(reading: Reading, quantity: Quantity, last: Quantity | None, rate: Quantity | None) -> Quantity | None:
    """The quantity whose unit a bare number goes on with, or None."""
    tokens, language = reading.tokens, reading.language
    if not _bare(tokens, quantity, language) or quantity.number.scale != 1 and quantity.number.digits is False:
        return None
    cues = _cues(language)
    lead = _lead(tokens, quantity.first, language)
    fractional = quantity.value != quantity.value.to_integral_value()
    if rate is not None and fractional and _near(reading, rate, quantity) and (last is rate or lead in cues["leads"]):
        return rate
    if last is None or not _near(reading, last, quantity):
        return None
    if lead not in cues["leads"] and not (fractional and lead in cues["weak_leads"]):
        return None
    if last.unit == "percent":
        if quantity.value > 100 or quantity.value < 0:
            return None
        start = reading.sentences[reading.sentence_of[last.first]].first
        changed = any(token.norm in cues["change_verbs"] for token in tokens[max(start, last.first - 2) : last.first]) and lead not in cues["from"]
        return last if not changed and reading.sentence_of[last.first] == reading.sentence_of[quantity.first] else None
    if last.unit in ("percentage-point", "times", "rank", "magnitude", None):
        return None
    if last.unit in DURATIONS and reading.sentence_of[last.first] != reading.sentence_of[quantity.first]:
        return None
    if last.sort == "age":
        return None
    ratio = (quantity.value if quantity.value > last.number.scale else quantity.value * last.number.scale) / last.value if last.value else Decimal(0)
    return last if Decimal("0.05") <= ratio <= 20 else None


def _lead(tokens: Sequence[Token], first: int, language: str) -> str:
    """The word before the number, articles and hedges left out."""
    skipped, at = _cues(language)["skipped"], first - 1
    while at > 0 and tokens[at].norm in skipped and first - at < 4:
        at -= 1
    return tokens[at].norm if at >= 0 else ""


def _near(reading: Reading, left: Quantity, right: Quantity) -> bool:
    a, b = reading.sentence_of[left.first], reading.sentence_of[right.first]
    return b - a < _REACH and reading.sentences[a].paragraph == reading.sentences[b].paragraph


def _scale_like(quantity: Quantity, source: Quantity) -> None:
    """"Asked for €6.5 million; the minister offered four": the scale goes with the unit."""
    scale = source.number.scale
    if quantity.number.scale == 1 and scale > 1 and quantity.value < 1000:
        mantissa = source.value / scale
        if mantissa and Decimal("0.02") < quantity.value / mantissa < 50:
            quantity.value *= scale
