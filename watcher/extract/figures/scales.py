"""A number with its scale: the words and suffixes behind it that multiply it or add to it. Each function changes the number it is given."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from watcher.extract.figures.numberwords import ONE, Number, Words
from watcher.extract.neighbours import glued, norm_at
from watcher.extract.reading import Token

_POWER_SIGNS = ("x", "×", "·", "*")
_MINUS = ("-", "−", "–", "⁻")
_DEGREES, _WARMTH = ("°", "º", "℃", "℉", "K"), 12  # signs of temperature, and how many tokens back they are looked for
_TOP_POWER = 30  # beyond it nobody counts


def powered(tokens: Sequence[Token], number: Number) -> None:
    """ "4e14", "1e-3", "2.48×10−5", "3 x 10^8", "10⁻³": digits with a power of ten behind them."""
    at = number.last
    if at >= len(tokens):
        return
    norm = tokens[at].norm
    if norm[:1] == "e" and glued(tokens, at):
        digits, last = norm[1:], at + 1
        if not digits:
            found = _exponent(tokens, at + 1)
            if found is None:
                return
            digits, last = found
    elif norm in _POWER_SIGNS and at + 1 < len(tokens) and tokens[at + 1].text == "10":
        raised = norm_at(tokens, at + 2) == "^"
        found = _exponent(tokens, at + 3 if raised else at + 2)
        if found is None or (norm != "×" and not raised and norm_at(tokens, at + 2) == "-"):  # 4 x 10-12 mm is a range
            return
        digits, last = found
    else:
        return
    if digits.lstrip("-").isdecimal() and abs(int(digits[:4])) <= _TOP_POWER:
        number.value, number.last = number.value.scaleb(int(digits)), last


def _exponent(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The exponent that touches the ten before it, and the token behind it."""
    sign = ""
    if at < len(tokens) and tokens[at].text in _MINUS and glued(tokens, at):
        sign, at = "-", at + 1
    if at < len(tokens) and glued(tokens, at) and tokens[at].norm.isdecimal() and len(tokens[at].norm) <= 2:
        return sign + tokens[at].norm, at + 1
    return None


def scaled(tokens: Sequence[Token], table: Words, number: Number) -> Number:
    """Digits with the scale words or suffix behind them: 12 mil, 3.4bn, 1,3 mil millones, two and a half million."""
    at = number.last
    norm = tokens[at].norm
    if norm == "-" and glued(tokens, at) and glued(tokens, at + 1) and norm_at(tokens, at + 1) in table.scales:
        at += 1
        norm = tokens[at].norm
    scale = table.scales.get(norm) or table.abbreviations.get(norm)
    if scale is not None and _scales(tokens, number, scale, tokens[at].text):
        number.value, number.scale, number.last = number.value * scale, number.scale * scale, at + 1
        _more_scale(tokens, table, number)
        norm = norm_at(tokens, number.last)
    if norm in table.halves:
        and_half(tokens, table, number)
    return number


def _scales(tokens: Sequence[Token], number: Number, scale: Decimal, text: str) -> bool:
    """Whether a scale is of the number: no kelvins beside degrees, no dozen of 2.5."""
    if text == "K" and any(before.text in _DEGREES for before in tokens[max(0, number.first - _WARMTH) : number.first]):
        return False
    return scale > 20 or not number.digits or number.value == number.value.to_integral_value()


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
        if token.kind != "n" or not token.text.isdecimal() or len(token.text) > 3 or token.gap != 1:
            return
        scale = table.scales.get(norm_at(tokens, number.last + 1), ONE)
        if number.scale == 1000 and scale > 1000:  # 15 mil 400 millones
            number.value, number.scale, number.last = (number.value + Decimal(token.text)) * scale, scale, number.last + 2
            return
        if scale >= number.scale or (scale == 1 and number.scale != 1000) or number.value != number.value.to_integral_value():
            return
        above = table.scales.get(norm_at(tokens, number.last + 2), ONE) if scale == 1000 else ONE
        above = above if 1000 < above < number.scale else ONE  # 3 billones 400 mil millones
        number.value += Decimal(token.text) * scale * above
        number.last += 1 + (scale > 1) + (above > 1)
        number.scale = scale * above


def and_half(tokens: Sequence[Token], table: Words, number: Number) -> None:
    """ "Millón y medio", "two and a half": half of the scale that stands before it; the scale may also follow."""
    half = table.half(tokens, number.last)
    if not half:
        return
    number.value, number.last = number.value + number.scale / 2, number.last + half
    scale = table.scales.get(norm_at(tokens, number.last))
    if scale is not None and number.scale == 1:
        number.value, number.scale, number.last = number.value * scale, scale, number.last + 1
