"""Numbers -> quantities: each number with the unit, currency or sign that stands before or behind it.

In: the numbers of a section. Out: quantities whose span `[first, last)` holds number and unit; unit None is a bare number.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from watcher import lexicon
from watcher.extract.evidence import Evidence
from watcher.extract.neighbours import follows, glued, norm_at, word_lists
from watcher.extract.numbers import Number, words
from watcher.extract.reading import Reading

DURATIONS = ("year", "month", "week", "day", "hour", "minute", "second")
_ONE = Decimal(1)
Phrases = dict[str, list[tuple[tuple[str, ...], str, Decimal]]]


@dataclass(slots=True)
class Quantity:
    """A number with its unit, still open: the rules that follow fill `high`, `per`, `modifier` and `sort`."""

    number: Number
    first: int
    last: int
    value: Decimal
    unit: str | None = None
    high: Decimal | None = None
    per: Decimal | None = None
    modifier: str = "exact"
    sort: str = ""
    named_unit: bool = False  # the unit stands in the text, it was not inherited
    merged: bool = False  # a range, ratio or compound
    symbol: bool = False  # a sign or suffix touches it: 24%, $5, 3km
    noun: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Units:
    """The units and currencies of a language, compiled: first word -> its phrases, longest first."""

    symbols: dict[str, str]
    glued: dict[str, str]
    money_glued: dict[str, tuple[str, Decimal]]
    phrases: Phrases
    points: frozenset[str]
    before: Phrases
    minus: frozenset[str]
    below_zero: tuple[tuple[str, ...], ...]
    signs: dict[str, str]
    leading: frozenset[str]  # letters of a currency that only stand before their amount
    codes: dict[str, str]
    number_signs: frozenset[str]
    times: frozenset[str]
    how_often: frozenset[str]
    occasions: frozenset[str]  # words behind "times" that show it counts occasions
    stops: frozenset[str]
    qualifiers: frozenset[str]  # what may stand between a number and its unit: "nine more years"


@cache
def units(language: str) -> Units:
    """The compiled units of `language`."""
    shared, own = lexicon.load("units"), lexicon.load(f"{language}/units")
    money, words = lexicon.load("currencies"), lexicon.load(f"{language}/currencies")
    return Units(
        shared["symbols"], shared["glued"], {word: (code, Decimal(factor)) for word, (code, factor) in words["glued"].items()},
        _compile({**shared["phrases"], **own["units"], **own["points"], **words["words"]}), frozenset(own["points"]),
        _compile(own["before"]), frozenset(own["negative"]["before"]), tuple(tuple(text.split()) for text in own["negative"]["after"]),
        money["symbols"], frozenset((*money["prefixes"]["words"], *money["prefixes"]["letters"])), money["codes"], frozenset(lexicon.fold(word) for word in own["number"]),
        frozenset(own["times"]), frozenset(own["how_often"]), frozenset(own["occasions"]), frozenset(lexicon.load(f"{language}/elision")["closers"]) | frozenset(own["unqualified"]),
        frozenset(own["qualifiers"]),
    )  # fmt: skip


def _compile(table: dict[str, Any]) -> Phrases:
    phrases: Phrases = {}
    for text, entry in table.items():
        unit, factor = (entry, _ONE) if isinstance(entry, str) else (entry[0], Decimal(entry[1]))
        phrase = tuple(lexicon.fold(text).split())
        phrases.setdefault(phrase[0], []).append((phrase, unit, factor))
        if len(phrase) == 2 and phrase[0] in ("square", "cubic", "metric"):  # a 2,400-square-foot house
            phrases[phrase[0]].append(((phrase[0], "-", phrase[1]), unit, factor))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return phrases


class Measurer:
    """Gives the numbers of one section their units; the section's own evidence says whose peso a bare $ is."""

    def __init__(self, reading: Reading, evidence: Evidence) -> None:
        self.tokens = reading.tokens
        self.language = reading.language
        self.units = units(reading.language)
        self.evidence = evidence

    def measure(self, number: Number) -> Quantity:
        """The quantity that `number` is the number of."""
        quantity = Quantity(number, number.first, number.last, number.value, per=number.per)
        if number.kind in ("cardinal", "fraction"):
            code = self._currency_before(quantity)
            self._unit_after(quantity, code)
            self._sign(quantity)
        if number.kind == "cardinal" and quantity.unit is None:
            self._unit_before(quantity)
        if number.kind == "ordinal":
            quantity.unit = "rank"
        elif number.kind == "multiple":
            quantity.unit = "times" if self.tokens[number.first].norm not in self.units.how_often or self._compares(number.last) else None
        return quantity

    # --- what stands before -------------------------------------------------------------------------------------------

    def _currency_before(self, quantity: Quantity) -> str | None:
        """The currency sign or code before the number, taken into its span."""
        tokens, table, at = self.tokens, self.units, quantity.first - 1
        if at < 0 or tokens[quantity.first].start - tokens[at].end > 1 or not quantity.number.digits:
            return None
        text = tokens[at].text
        if text == "." and at and glued(tokens, at):  # Bs. 40, S/. 12
            at -= 1
            text = tokens[at].text
            if text != "/" and text not in table.signs:
                return None
        if text in ("$", "/") and at and glued(tokens, at) and tokens[at - 1].text + text in table.signs:
            quantity.first, quantity.symbol = at - 1, True
            return table.signs[tokens[at - 1].text + text]
        if text == "$":
            if at >= 2 and tokens[at - 1].text == "." and glued(tokens, at) and tokens[at - 2].text == "S":  # U.S.$
                return None
            quantity.first, quantity.symbol = at, True
            if self.language == "es" and at and tokens[at - 1].text == "US" and tokens[at].start - tokens[at - 1].end <= 1:
                quantity.first = at - 1
                return "USD"
            return self.evidence.dollar
        code = table.signs.get(text) or table.codes.get(text)
        if code is None or (text.isalpha() and len(text) < 2 and not glued(tokens, quantity.first)):
            return None
        quantity.first, quantity.symbol = at, True
        return code

    def _unit_before(self, quantity: Quantity) -> None:
        """ "Magnitude 6.8", "No. 3", "puesto 14"."""
        tokens, table = self.tokens, self.units
        at = quantity.first - 1
        if at < 0:
            return
        if tokens[at].text == "." and at and glued(tokens, at):
            at -= 1
        norm = tokens[at].norm
        for back in (2, 1):
            start = quantity.first - back
            for phrase, unit, _ in table.before.get(tokens[start].norm, ()) if start >= 0 else ():
                if len(phrase) == back and follows(tokens, start, phrase) and (len(norm) > 1 or glued(tokens, quantity.first)):
                    quantity.first, quantity.unit, quantity.named_unit = start, unit, True
                    return
        if norm in table.number_signs and quantity.value == quantity.value.to_integral_value() and 0 < quantity.value < 1000:
            if norm in ("no", "nos") and (
                tokens[at].text[0] not in "Nn" or tokens[quantity.first - 1].text != "." or tokens[at].text == "no"
            ):
                return
            if norm == "rank" and not quantity.number.digits:
                return
            if norm in ("number", "numero") and not quantity.number.digits and quantity.value > 3:
                return
            quantity.first, quantity.unit, quantity.named_unit = at, "rank", True

    # --- what stands behind -------------------------------------------------------------------------------------------

    def _unit_after(self, quantity: Quantity, code: str | None) -> None:
        """The unit behind the number, else the currency before it."""
        tokens, table = self.tokens, self.units
        at = quantity.last
        touching = glued(tokens, at)
        if at < len(tokens):
            text = tokens[at].text
            if touching and quantity.number.digits and self._suffix(quantity, code, text, at):
                return
            if touching and quantity.number.digits and self._fold(quantity, at):
                return
            if text == "-" and touching and glued(tokens, at + 1):
                found = self._phrase(at + 1)
                if found:
                    self._take(quantity, found, code)
                    return
            elif not (touching and tokens[at].kind == "w"):
                if self._symbol(quantity, text, at, code):
                    return
                if tokens[at].norm in table.times and quantity.number.kind == "cardinal":
                    quantity.last = at + 1
                    self._half_after(quantity, _ONE)
                    quantity.unit = "times" if quantity.last > at + 1 or self._compares(at + 1) else None
                    quantity.named_unit = True
                    return
                link = 1 if self.language == "es" and tokens[at].norm == "de" and quantity.number.scale >= 100 else 0
                if quantity.number.kind == "cardinal" and quantity.value < 1 and quantity.number.scale == 1:
                    link = next(
                        (len(phrase) for phrase in words(self.language).linkers if quantity.value < 1 and follows(tokens, at, phrase)), link
                    )
                found = self._phrase(at + link) or (None if code else self._qualified(at))
                if found and not (code and found[1] in DURATIONS):
                    self._take(quantity, found, code)
                    return
                if link and at + 1 < len(tokens) and (tokens[at + 1].text in table.signs or tokens[at + 1].text in table.codes):
                    quantity.unit, quantity.last, quantity.named_unit = (
                        table.signs.get(tokens[at + 1].text) or table.codes[tokens[at + 1].text],
                        at + 2,
                        True,
                    )
                    return
        if code is not None:
            quantity.unit, quantity.named_unit = code, True

    def _suffix(self, quantity: Quantity, code: str | None, text: str, at: int) -> bool:
        """A suffix that touches the digits: a scale (£57m), a unit (16.2C, 40km) or a coin (45p)."""
        table = self.units
        scale = words(self.language).glued.get(text)
        if scale is not None and quantity.number.scale == 1 and (code or self._counts(at + 1, text)):
            quantity.value, quantity.number.scale, quantity.last = quantity.value * scale, scale, at + 1
            self._unit_after(quantity, code)
            return True
        if text in table.money_glued and code is None:
            unit, factor = table.money_glued[text]
            quantity.value, quantity.unit, quantity.last = quantity.value * factor, unit, at + 1
        elif text in table.symbols or text in table.glued:
            quantity.unit, quantity.last = table.symbols.get(text) or table.glued[text], at + 1
            found = self._phrase(at)
            if found and len(found[0]) > 1:
                quantity.last = at + len(found[0])
                quantity.unit = found[1]
            if text == "%" and at + 1 < len(self.tokens):
                points = self._phrase(at + 1)
                if points and points[1] == "percentage-point":
                    quantity.unit, quantity.last = "percentage-point", at + 1 + len(points[0])
        elif self._phrase(at):
            self._take(quantity, self._phrase(at), code)  # type: ignore[arg-type]
        elif text not in table.leading and (text in table.signs or text in table.codes):
            quantity.unit, quantity.last = table.signs.get(text) or table.codes[text], at + 1
        else:
            return False
        quantity.named_unit = quantity.symbol = True
        return True

    def _fold(self, quantity: Quantity, at: int) -> bool:
        """ "40-fold", "5x": times."""
        tokens = self.tokens
        text = tokens[at].text
        if text == "-" and norm_at(tokens, at + 1) == "fold" and glued(tokens, at + 1):
            quantity.last = at + 2
        elif text in ("x", "fold") and not (at + 1 < len(tokens) and (glued(tokens, at + 1) and tokens[at + 1].kind != "p")):
            quantity.last = at + 1
        else:
            return False
        quantity.unit, quantity.named_unit, quantity.symbol = "times", True, True
        return True

    def _compares(self, at: int) -> bool:
        """True where "N times" measures one thing by another: "five times the limit", not "three times in May"."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token is not None and token.kind != "p" and token.norm not in self.units.occasions

    def _qualified(self, at: int) -> tuple[tuple[str, ...], str, Decimal] | None:
        """A plural duration behind one qualifying word: "9.8 migraine days", "dos largos años"."""
        token = self.tokens[at]
        if token.kind != "w" or not token.text[0].islower() or len(token.norm) < 3:
            return None
        if token.norm not in self.units.qualifiers and (token.norm in self.units.stops or token.norm.endswith("s")):
            return None
        found = self._phrase(at + 1)
        return found if found and found[1] in DURATIONS and found[0][0].endswith("s") else None

    def _counts(self, at: int, suffix: str) -> bool:
        """True where the suffix "m" or "b" cannot be metres or bytes, since something is counted: "1.1m people"."""
        if suffix in ("t", "T", "b", "B") or at >= len(self.tokens):
            return False
        token = self.tokens[at]
        return (
            token.kind == "w"
            and token.norm not in _LENGTHS
            and (token.norm.endswith("s") or token.norm in ("people", "children", "men", "women", "de"))
        )

    def _symbol(self, quantity: Quantity, text: str, at: int, code: str | None) -> bool:
        """A sign behind the number, with or without a space: 24 %, 3,120 m, 9 °C, 450 €."""
        table, tokens = self.units, self.tokens
        if tokens[at].start - tokens[at - 1].end > 1:
            return False
        if text in ("°", "º") or (tokens[at].kind == "p" and text in ("%",)) or text == "‰":
            if text == "‰":
                quantity.per, quantity.last, quantity.named_unit = Decimal(1000), at + 1, True
                return True
            found = self._phrase(at)
            quantity.unit = table.symbols.get(text) or (found[1] if found else None)
            quantity.last = at + (len(found[0]) if found else 1)
            quantity.named_unit = quantity.symbol = quantity.unit is not None
            return quantity.unit is not None
        if text in table.symbols and code is None and (quantity.number.digits or len(text) > 1) and quantity.number.kind == "cardinal":
            if text in ("t", "g", "l", "h", "m") and not quantity.number.digits:
                return False
            found = self._phrase(at)
            quantity.unit, quantity.last = (found[1], at + len(found[0])) if found and len(found[0]) > 1 else (table.symbols[text], at + 1)
            quantity.named_unit = True
            return True
        if text in ("C", "F") and quantity.number.digits and code is None and -60 < quantity.value < 130 and norm_at(tokens, at + 1) in _ENDS:
            quantity.unit, quantity.last, quantity.named_unit = table.glued[text], at + 1, True
            return True
        scale = words(self.language).glued.get(text)
        if (
            scale is not None
            and code is None
            and quantity.number.scale == 1
            and glued(tokens, at + 1)
            and tokens[at + 1].text in ("€", "$", "£")
        ):  # 57 M€
            quantity.value, quantity.number.scale = quantity.value * scale, scale
            quantity.unit, quantity.last, quantity.named_unit = table.signs.get(tokens[at + 1].text) or self.evidence.dollar, at + 2, True
            return True
        if code is None and at + 1 < len(tokens) and tokens[at + 1].text == "$" and glued(tokens, at + 1) and text + "$" in table.signs:
            quantity.unit, quantity.last, quantity.named_unit = table.signs[text + "$"], at + 2, True
            return True
        if (
            code is None
            and (text in table.codes or (tokens[at].kind == "p" and (text in table.signs or text == "$")))
            and quantity.number.digits
        ):
            if (
                at + 1 < len(tokens)
                and tokens[at + 1].kind == "n"
                and tokens[at + 1].start - tokens[at].end <= 1
                and tokens[at].start > tokens[at - 1].end
            ):
                return False  # the sign belongs to the number behind it
            quantity.unit = table.codes.get(text) or table.signs.get(text) or self.evidence.dollar
            quantity.last, quantity.named_unit = at + 1, True
            return True
        return False

    def _phrase(self, at: int) -> tuple[tuple[str, ...], str, Decimal] | None:
        """The longest unit phrase that starts at token `at`."""
        if at >= len(self.tokens):
            return None
        for entry in self.units.phrases.get(self.tokens[at].norm, ()):
            if follows(self.tokens, at, entry[0]):
                return entry
        return None

    def _take(self, quantity: Quantity, found: tuple[tuple[str, ...], str, Decimal], code: str | None) -> None:
        phrase, unit, factor = found
        start = next(at for at in range(quantity.last, quantity.last + 4) if follows(self.tokens, at, phrase))
        quantity.last = start + len(phrase)
        quantity.named_unit = True
        quantity.value *= factor
        if unit == "peso":
            unit = code if code and code != "USD" else self.evidence.peso
        elif unit == "GBP" and factor == 1 and phrase[-1] in ("pound", "pounds", "libra", "libras") and self._weighs(quantity):
            unit = "lb"
        elif unit == "$":
            unit = self.evidence.dollar
        elif factor == _CENT and unit in ("USD", "EUR"):
            unit = self.evidence.coin(unit)
        quantity.unit = unit
        self._half_after(quantity, factor)

    def _weighs(self, quantity: Quantity) -> bool:
        """True where pounds are a weight: "weighs 40 pounds", "a 300-pound man", "12 pounds of cocaine"."""
        tokens, at = self.tokens, quantity.last
        following = norm_at(tokens, at)
        words = word_lists(self.language, "weights")
        if following in ("of", "de"):
            return norm_at(tokens, at + 1) not in words["worth"]
        if tokens[at - 2].text == "-" and following not in words["worth"]:
            return at < len(tokens) and tokens[at].kind == "w"
        return any(token.norm in words["weighing"] for token in tokens[max(0, quantity.first - 5) : quantity.first])

    def _half_after(self, quantity: Quantity, factor: Decimal) -> None:
        """ "Tres años y medio", "12 years and a half"."""
        for phrase in words(self.language).halves:
            if follows(self.tokens, quantity.last, phrase):
                quantity.value += factor / 2
                quantity.last += len(phrase)
                return

    def _sign(self, quantity: Quantity) -> None:
        """ "-0.2%", "minus 9°C", "3 grados bajo cero"."""
        tokens, table, at = self.tokens, self.units, quantity.first - 1
        for phrase in table.below_zero:
            if quantity.unit in ("°C", "°F") and follows(tokens, quantity.last, phrase):
                quantity.value, quantity.last = -quantity.value, quantity.last + len(phrase)
                return
        if at < 0:
            return
        before = tokens[at]
        if before.norm in table.minus and quantity.unit in ("°C", "°F", "percent") and quantity.value > 0:
            if self.language == "es" and quantity.unit == "percent":
                return
            quantity.value, quantity.first = -quantity.value, at
        elif (
            before.text in ("-", "−", "–")
            and glued(tokens, quantity.first)
            and (at == 0 or before.start > tokens[at - 1].end or tokens[at - 1].text in "([$")
        ):
            if before.text == "–" and quantity.unit not in ("°C", "°F", "percent"):
                return
            if quantity.unit is not None or tokens[quantity.first].text.count(",") + tokens[quantity.first].text.count("."):
                quantity.value, quantity.first = -quantity.value, at
        elif (
            before.text == "+"
            and glued(tokens, quantity.first)
            and quantity.unit is not None
            and (at == 0 or before.start > tokens[at - 1].end)
        ):
            quantity.first = at


_ENDS = frozenset(("", ".", ",", ";", ")", "(", "in", "on", "at", "and", "or", "en", "y", "o"))
_CENT = Decimal("0.01")
_LENGTHS = frozenset(
    [
        "tall",
        "high",
        "long",
        "deep",
        "wide",
        "away",
        "above",
        "below",
        "from",
        "of",
        "sprint",
        "race",
        "freestyle",
        "hurdles",
        "relay",
        "butterfly",
        "breaststroke",
        "backstroke",
        "and",
        "in",
        "to",
    ]
)
