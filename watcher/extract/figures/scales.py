"""A number with its scale: the words and suffixes behind it that multiply it or add to it. Each function changes the number it is given."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from watcher.extract.figures.numberwords import ONE, Number, Words
from watcher.extract.neighbours import follows, glued, norm_at
from watcher.extract.reading import Token


def scaled(tokens: Sequence[Token], table: Words, number: Number) -> Number:
    """Digits with the scale words or suffix behind them: 12 mil, 3.4bn, 1,3 mil millones, two and a half million."""
    last = number.last
    if last < len(tokens):
        token, touching = tokens[last], glued(tokens, last)
        step = 1
        if token.text == "-" and touching and glued(tokens, last + 1) and norm_at(tokens, last + 1) in table.scales:
            token, step = tokens[last + 1], 2
        scale = table.scales.get(token.norm) or table.abbreviations.get(token.norm)
        if scale is not None and scale <= 20 and number.digits and number.value != number.value.to_integral_value():
            scale = None
        if scale is not None:
            number.value, number.scale, number.last = number.value * scale, number.scale * scale, last + step
            _more_scale(tokens, table, number)
    and_half(tokens, table, number)
    return number


def _more_scale(tokens: Sequence[Token], table: Words, number: Number) -> None:
    """A scale upon a scale: mil millones, million million; or "quinientos" behind "mil" where words go on."""
    scale = table.scales.get(norm_at(tokens, number.last))
    if scale is not None and scale > number.scale and scale >= 1000:
        number.value, number.scale, number.last = number.value * scale, number.scale * scale, number.last + 1
    lower_groups(tokens, table, number)


def lower_groups(tokens: Sequence[Token], table: Words, number: Number) -> None:
    """ "3 mil 500", "2 millones 345 mil": the groups below, as Mexican newspapers write them."""
    while table.language == "es" and number.last < len(tokens):
        token = tokens[number.last]
        if token.kind != "n" or not token.text.isdigit() or len(token.text) > 3 or token.start - tokens[number.last - 1].end != 1:
            return
        scale = table.scales.get(norm_at(tokens, number.last + 1), ONE)
        if scale >= number.scale or (scale == 1 and number.scale != 1000) or number.value != number.value.to_integral_value():
            return
        number.value += Decimal(token.text) * scale
        number.last += 1 if scale == 1 else 2
        number.scale = scale


def and_half(tokens: Sequence[Token], table: Words, number: Number) -> None:
    """ "Millón y medio", "two and a half": half of the scale that stands before it; the scale may also follow."""
    for phrase in table.halves:
        if follows(tokens, number.last, phrase):
            number.value, number.last = number.value + number.scale / 2, number.last + len(phrase)
            scale = table.scales.get(norm_at(tokens, number.last))
            if scale is not None and number.scale == 1:
                number.value, number.scale, number.last = number.value * scale, scale, number.last + 1
            return
