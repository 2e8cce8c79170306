"""Numbers -> quantities: each number with the unit, currency or sign that stands before or behind it.

In: the numbers of a section. Out: quantities whose span `[first, last)` holds number and unit; unit None is a bare number.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from watcher.extract.figures.behind import Behind
from watcher.extract.figures.evidence import Evidence
from watcher.extract.figures.numberwords import Number
from watcher.extract.figures.quantities import Quantity, units
from watcher.extract.neighbours import cues, follows, glued, norm_at
from watcher.extract.reading import Reading, Token

_OWNED = ("kr", "Rs", "Bs", "C", "Sh", "Shs")  # signs, or what opens them, of several countries' money
_MANY = 100  # nothing ranks so low
_THOUSAND = Decimal(1000)
_ASIDE = 30  # tokens to the dash that closes an aside
_MINUS = ("-", "−")
_MEASURED = ("°C", "°F", None)  # what may be below zero
_SIGNS = frozenset("-−–+±")
_MONEY_SIGNS = ("€", "£", "¥")
_JOINED = ("$", "/", "¢", "₵", "£", "¥")  # signs that letters before them make another currency's: HK$, S/, GH¢, E£


class Measurer:
    """Gives the numbers of one section their units; the section's own evidence says whose peso a bare $ is."""

    def __init__(self, reading: Reading, evidence: Evidence) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.language = reading.language
        self.units = units(reading.language)
        self.evidence = evidence
        self.behind = Behind(reading, evidence)
        self.monies = _monies(reading.language)
        self.leads = _leads(reading.language)

    def measure(self, number: Number) -> Quantity:
        """The quantity that `number` is the number of."""
        quantity = Quantity(number, number.first, number.last, number.value, per=number.per)
        before = self.tokens[number.first - 1]
        led = before.text in self.leads or before.norm in self.leads
        if number.kind in ("cardinal", "fraction"):
            code = self._currency_before(quantity) if led else None
            if code is not None and self.tokens[quantity.first].text in _OWNED:
                code = self.evidence.owner(code)
            self.behind.take_unit(quantity, code)
            if led or (quantity.unit in _MEASURED and self.tokens[quantity.last].norm in self.units.below_zero):
                self._sign(quantity)
            if quantity.unit in ("percent", "EUR") and quantity.value >= _THOUSAND and number.digits and number.scale == 1:
                self._thousandths(quantity)
        if led and number.kind == "cardinal" and quantity.unit is None:
            self._unit_before(quantity)
        if number.kind == "ordinal":
            quantity.unit = "rank"
        elif number.kind == "multiple":
            often = self.tokens[number.first].norm in self.units.how_often
            quantity.unit = None if often and not self.behind.multiplies(number.last) else "times"
        return quantity

    def _currency_before(self, quantity: Quantity) -> str | None:
        """The currency sign or code before the number, taken into its span."""
        tokens, table, at = self.tokens, self.units, quantity.first - 1
        if at < 0 or tokens[quantity.first].gap > 1 or not quantity.number.digits:
            return None
        text = tokens[at].text
        if text not in self.monies:
            return None
        if text in _MINUS and at and glued(tokens, at) and glued(tokens, quantity.first) and tokens[at - 1].text in ("$", *_MONEY_SIGNS):
            quantity.value, at = -quantity.value, at - 1  # $-50.8bn
            text = tokens[at].text
        if at and tokens[at - 1].text == "$" and glued(tokens, at) and "$" + text in table.signs:  # $US55m
            quantity.first, quantity.symbol = at - 1, True
            return table.signs["$" + text]
        if text == "." and at and glued(tokens, at):  # Bs. 40, S/. 12
            at -= 1
            text = tokens[at].text
            opens = self.reading.sentences[self.reading.sentence_of[at]].first == at  # "R. 900 millones de soles" answers
            if text != "/" and (text not in table.signs or (opens and len(text) == 1)):
                return None
        if text in _JOINED and at and tokens[at].gap <= 1:
            letters = tokens[at - 1].text if glued(tokens, at) else tokens[at - 1].text.upper()
            if letters + text in table.signs and (glued(tokens, at) or letters != "A"):  # "hk $ 3", but "a $5 toll"
                quantity.first, quantity.symbol = at - 1, True
                return table.signs[letters + text]
            if text == "$" and letters in ("M", "MM") and glued(tokens, at) and quantity.number.scale == 1:
                return self._millions(quantity, at - 1, letters)
        if text == "$":
            if at >= 2 and tokens[at - 1].text == "." and glued(tokens, at) and tokens[at - 2].text == "S":  # U.S.$
                return None
            quantity.first, quantity.symbol = at, True
            if self.language == "es" and at and tokens[at - 1].text == "US" and tokens[at].gap <= 1:
                quantity.first = at - 1
                return "USD"
            return self.evidence.dollar
        code = table.signs.get(text) or table.codes.get(text)
        if code is None or (text.isalpha() and len(text) < 2 and not glued(tokens, quantity.first) and not self._priced(quantity, at)):
            return None
        quantity.first, quantity.symbol = at, True
        return code

    def _millions(self, quantity: Quantity, first: int, letters: str) -> str:
        """ "MM$ 350" is millions; "M$ 350" thousands in Chile, whose thousand was written M, millions elsewhere."""
        code = self.evidence.dollar
        factor = Decimal(1000 if letters == "M" and code == "CLP" else 1_000_000)
        quantity.value, quantity.number.scale = quantity.value * factor, factor
        quantity.first, quantity.symbol = first, True
        return code

    def _priced(self, quantity: Quantity, at: int) -> bool:
        """ "L 24.70", "R 1,500": a single letter is a currency before what is plainly an amount, unless it is an initial."""
        text, table = self.tokens[at].text, self.units
        if text not in table.leading or (at and self.tokens[at - 1].capital):
            return False
        amount = self.tokens[quantity.first].text
        return quantity.number.scale >= 1_000_000 or amount[-3:-2] == "." or "," in amount[1:-3]

    def _unit_before(self, quantity: Quantity) -> None:
        """ "Magnitude 6.8", "No. 3", "puesto 14"."""
        tokens, table = self.tokens, self.units
        at = quantity.first - 1
        if at < 0:
            return
        if tokens[at].text == "." and at and glued(tokens, at):
            at -= 1
        norm = tokens[at].norm
        for phrase, unit, _ in table.before.get(tokens[quantity.first - 1].norm, ()):
            start = quantity.first - len(phrase)
            if follows(tokens, start, phrase) and (len(norm) > 1 or glued(tokens, quantity.first)):
                quantity.first, quantity.unit, quantity.named_unit = start, unit, True
                return
        if norm in table.number_signs and quantity.value == quantity.value.to_integral_value() and 0 < quantity.value < 1000:
            if norm in ("no", "nos") and (
                tokens[at].text[0] not in "Nn" or tokens[quantity.first - 1].text != "." or tokens[at].text == "no"
            ):
                return
            if norm == "rank" and not quantity.number.digits:
                return
            if norm == "number" and quantity.value >= _MANY and norm_at(tokens, at - 1).endswith("s"):
                return  # "its members number 860"
            if norm in ("number", "numero") and not quantity.number.digits and quantity.value > 3:
                return
            if norm in ("numero", "number") and self._on_street(quantity):
                return
            quantity.first, quantity.unit, quantity.named_unit = at, "rank", True

    def _thousandths(self, quantity: Quantity) -> None:
        """ "2,123 %", "1,459 euros": no share is thousands, where the sign before three digits is the language's own decimal sign."""
        whole, sign, part = self.tokens[quantity.number.first].text.partition("," if self.language == "es" else ".")
        if quantity.unit == "EUR" and (self.language != "es" or len(whole) > 1 or part[-1:] == "0" or self.behind.evidence.point == "."):
            return
        if sign and len(part) == 3 and whole.isdigit() and part.isdigit():
            quantity.value /= _THOUSAND

    def _on_street(self, quantity: Quantity) -> bool:
        """ "El número 15 de la calle Mayor", "vive en el número 24": the number of a house."""
        tokens, roads = self.tokens, cues(self.language, "exclusions", "roads")
        if any(norm_at(tokens, quantity.last + ahead) in roads for ahead in (1, 2)):
            return True
        return norm_at(tokens, quantity.first - 3) in cues(self.language, "exclusions", "stays")

    def _sign(self, quantity: Quantity) -> None:
        """ "-0.2%", "minus 9°C", "3 grados bajo cero"."""
        tokens, table, at = self.tokens, self.units, quantity.first - 1
        behind = norm_at(tokens, quantity.last) if quantity.unit in _MEASURED else ""
        for phrase in table.below_zero.get(behind, ()):
            if follows(tokens, quantity.last, phrase):
                quantity.value, quantity.last, quantity.unit = -quantity.value, quantity.last + len(phrase), quantity.unit or "°C"
                return
        if at < 0:
            return
        before = tokens[at]
        if before.text not in _SIGNS and before.norm not in table.minus:
            return
        if before.text == "-" and at and glued(tokens, at) and glued(tokens, at + 1) and tokens[at - 1].norm in table.minus:
            quantity.value, quantity.first = -quantity.value, at - 1  # minus-130 degrees
        elif before.norm in table.minus and quantity.unit in ("°C", "°F", "percent") and quantity.value > 0:
            if self.language == "es" and quantity.unit == "percent":
                return
            if "plus" in (norm_at(tokens, at - 2), norm_at(tokens, quantity.last + 1)):  # plus or minus 18 per cent
                return
            quantity.value, quantity.first = -quantity.value, at
        elif before.text in ("-", "−", "–") and glued(tokens, quantity.first) and (at == 0 or before.gap or tokens[at - 1].text in "([$"):
            if _aside(tokens, at):
                return
            if before.text == "–" and quantity.unit not in ("°C", "°F", "percent"):
                return
            led = at and tokens[at - 1].kind == "w" and tokens[at - 1].text.islower()  # "lows of -20", but no dash of a list
            if led or quantity.unit is not None or tokens[quantity.first].text.count(",") + tokens[quantity.first].text.count("."):
                quantity.value, quantity.first = -quantity.value, at
        elif before.text in ("+", "±") and glued(tokens, quantity.first) and quantity.unit is not None and (at == 0 or before.gap):
            quantity.first = at


def _aside(tokens: Sequence[Token], at: int) -> bool:
    """ "Hospitalizadas -tres de ellas graves- tras": a dash that opens what another closes, or before a number in words, is no minus."""
    if tokens[at + 1].kind == "w":
        return True
    for ahead in range(at + 2, min(at + _ASIDE, len(tokens) - 1)):
        if tokens[ahead].text == "-" and glued(tokens, ahead) and (not glued(tokens, ahead + 1) or tokens[ahead + 1].kind == "p"):
            return at > 0 and tokens[at - 1].kind == "w"
        if tokens[ahead].text in (".", ";"):
            return False
    return False


@cache
def _leads(language: str) -> frozenset[str]:
    """What may stand before a number that it changes: money, a sign, the name of a unit."""
    table = units(language)
    return _monies(language).union(_SIGNS, table.minus, table.before, table.number_signs)


@cache
def _monies(language: str) -> frozenset[str]:
    """What may stand before an amount that is money."""
    table = units(language)
    behind_dollar = [sign[1:] for sign in table.signs if sign.startswith("$")]
    return frozenset([*table.signs, *table.codes, *behind_dollar, *_JOINED, *_MINUS, "."])
