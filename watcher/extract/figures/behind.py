"""What stands behind a number -> its unit: words, signs and suffixes, a scale that touches it, "times", half of the unit."""

from __future__ import annotations

from decimal import Decimal

from watcher.extract.figures.evidence import Evidence
from watcher.extract.figures.numberwords import words
from watcher.extract.figures.quantities import DURATIONS, Phrase, Quantity, signs, suffixes, units
from watcher.extract.figures.unitwords import apart
from watcher.extract.neighbours import cues, follows, glued, norm_at, word_lists
from watcher.extract.reading import Reading

_DONE = ("ado", "ido", "sto", "cho", "rto", "lto")  # ends of participles
_ENDS = frozenset(("", ".", ",", ";", ")", "(", "in", "on", "at", "and", "or", "en", "y", "o"))
_THE = ("los", "las")
_FOLDS = ("-", "x", "fold")
_COUNTED = ("people", "children", "men", "women", "de")
_LINKS = frozenset(("of", "a", "an", "de"))
_BOUND = 6  # tokens from "over" to the limit
_PAGES = 100  # pp from which on they are pages, not points, and won from which on they are money
_VERBS = (("won",),)  # monies that are verbs
_CLOSERS = (".", ",", ";", ":", ")", "]", "”", '"', "»", "?", "!", "-")
_CENT = Decimal("0.01")
_ONE = Decimal(1)
_MILLION = 1_000_000


class Behind:
    """Takes the units behind the numbers of one section into their quantities."""

    def __init__(self, reading: Reading, evidence: Evidence) -> None:
        self.tokens = reading.tokens
        self.language = reading.language
        self.units = units(reading.language)
        self.evidence = evidence
        self.signs, self.suffixes = signs(reading.language), suffixes(reading.language)

    def take_unit(self, quantity: Quantity, code: str | None) -> None:
        """The unit behind the number, else the currency before it."""
        tokens, table = self.tokens, self.units
        at = quantity.last
        if at < len(tokens):
            text, norm, touching = tokens[at].text, tokens[at].norm, at > 0 and tokens[at].gap == 0
            suffix = touching and quantity.number.digits and (text in self.suffixes or norm in table.phrases)
            if suffix and self._suffix(quantity, code, at):
                return
            following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
            if touching and text in _FOLDS and self._fold(quantity, at):
                return
            if code and quantity.number.scale == 1 and self._spaced_scale(quantity, text, at):
                self.take_unit(quantity, code)
                return
            if text == "-" and touching and glued(tokens, at + 1):
                found = self._phrase(at + 1)
                if found:
                    self._take(quantity, found, at + 1, code)
                    return
                symbol = self.units.symbols.get(tokens[at + 1].text) if at + 1 < len(tokens) else None
                if symbol and len(tokens[at + 1].text) > 1 and code is None and quantity.number.digits:  # a 185-hp engine
                    quantity.unit, quantity.last, quantity.named_unit = symbol, at + 2, True
                    return
            elif not (touching and tokens[at].kind == "w"):
                if (text in self.signs or following == "$") and self._symbol(quantity, text, at, code):
                    return
                if norm in table.times and quantity.number.kind == "cardinal":
                    quantity.last = at + 1
                    self._half_after(quantity, _ONE)
                    fractional = quantity.last > at + 1 or quantity.value % 1 != 0
                    quantity.unit = "times" if fractional or self.compares(at + 1) else None
                    quantity.named_unit = True
                    return
                link = self._link(quantity, at) if norm in _LINKS else 0
                start = at + link
                found = self._phrase(start) if link or norm in table.phrases else None
                if found is None and code is None and following in table.lasting:
                    found, start = self._qualified(at), at + 1
                if found and found[0] in _VERBS and quantity.value < _PAGES:
                    found = None  # "7 won prizes"
                if found and (code is None or _money(found[1])):
                    self._take(quantity, found, start, code)
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
        elif at < len(tokens) and norm in _THE and self.language == "es" and (unit := apart(tokens, at)):
            quantity.unit, quantity.named_unit = unit, True

    def _link(self, quantity: Quantity, at: int) -> int:
        """How many tokens join a number to its unit: "3 millones de euros", "half of a percentage point"."""
        if quantity.number.kind == "cardinal" and quantity.value < 1 and quantity.number.scale == 1:
            for phrase in words(self.language).linkers:
                if follows(self.tokens, at, phrase):
                    return len(phrase)
        return 1 if self.language == "es" and self.tokens[at].norm == "de" and _millions(quantity) else 0

    def _suffix(self, quantity: Quantity, code: str | None, at: int) -> bool:
        """A suffix that touches the digits: a scale (£57m), a unit (16.2C, 40km) or a coin (45p)."""
        table, text = self.units, self.tokens[at].text
        scale = words(self.language).glued.get(text)
        if scale is not None and quantity.number.scale == 1 and (code or (text != "mm" and self._counts(quantity, at + 1, text))):
            quantity.value, quantity.number.scale, quantity.last = quantity.value * scale, scale, at + 1
            self.take_unit(quantity, code)
            return True
        if text in table.money_glued and code is None:
            unit, factor = table.money_glued[text]
            quantity.value, quantity.unit, quantity.last = quantity.value * factor, unit, at + 1
        elif text == "pp" and quantity.value >= _PAGES:
            quantity.unit, quantity.last = "count", at + 1
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
                elif points and points[1] == "percent":
                    quantity.last = at + 1 + len(points[0])  # "36.51% por ciento"
        elif found := self._phrase(at):
            self._take(quantity, found, at, code)
        elif text not in table.leading and (text in table.signs or text in table.codes):
            quantity.unit, quantity.last = table.signs.get(text) or table.codes[text], at + 1
        else:
            return False
        quantity.named_unit = quantity.symbol = True
        return True

    def _spaced_scale(self, quantity: Quantity, text: str, at: int) -> bool:
        """A scale a space behind an amount of money: $20 m, USD 350 MM."""
        scale = words(self.language).glued.get(text)
        if scale is None or text in ("t", "T") or not quantity.number.digits:
            return False
        if glued(self.tokens, at + 1) and self.tokens[at + 1].text not in _CLOSERS:
            return False
        quantity.value, quantity.number.scale, quantity.last = quantity.value * scale, scale, at + 1
        return True

    def _fold(self, quantity: Quantity, at: int) -> bool:
        """ "40-fold", "ten-fold", "5x": times."""
        tokens = self.tokens
        text, ends = tokens[at].text, not (glued(tokens, at + 1) and tokens[at + 1].kind != "p")
        if text == "-" and norm_at(tokens, at + 1) == "fold" and glued(tokens, at + 1):
            quantity.last = at + 2
        elif quantity.number.digits and text in ("x", "fold") and ends:
            quantity.last = at + 1
        else:
            return False
        quantity.unit, quantity.named_unit, quantity.symbol = "times", True, True
        return True

    def compares(self, at: int) -> bool:
        """True where "N times" measures one thing by another: "five times the limit", not "three times in May"."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is not None and token.norm == "over":  # "three times over the legal limit", but "over the past year"
            return any(behind.norm in self.units.bounds for behind in self.tokens[at + 1 : at + _BOUND])
        return token is not None and token.kind != "p" and token.norm not in self.units.occasions

    def multiplies(self, at: int) -> bool:
        """True where "twice" measures one thing by another: "twice as much", "twice Peru's", not "twice rated unsafe"."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token is not None and (token.norm in self.units.multiplied or token.capital)

    def _qualified(self, at: int) -> Phrase | None:
        """A plural duration behind one qualifying word: "9.8 migraine days", "dos largos años"."""
        token = self.tokens[at]
        if token.kind != "w" or not token.text[0].islower() or len(token.norm) < 3:
            return None
        if token.norm not in self.units.qualifiers and (token.norm in self.units.stops or token.norm.endswith("s")):
            return None
        found = self._phrase(at + 1)
        return found if found and found[1] in DURATIONS else None

    def _counts(self, quantity: Quantity, at: int, suffix: str) -> bool:
        """True where the suffix "m" or "b" cannot be metres or bytes, since something is counted or measured: "1.1m people", "2m sq km"."""
        if suffix in ("t", "T", "b", "B") or at >= len(self.tokens):
            return False
        token, table = self.tokens[at], self.units
        if token.text == "-" and (joined := self._phrase(at + 1)):
            return _money(joined[1])  # a 12m-euro stadium
        if suffix == "M" and quantity.value >= 10 and token.kind == "p":  # no metres are written so
            return True
        if token.kind != "w" or (token.norm in table.lengths and not self._of_them(at)):
            return False
        if suffix == "M" or self._of_them(at):  # 4.3M digital sales, 35m of its speakers
            return True
        if token.norm.endswith("s") or token.norm in _COUNTED or self._phrase(at) or (token.text in table.symbols and len(token.text) > 2):
            return True
        if quantity.value % 1 == 0 or not token.text.islower() or token.norm in table.stops:
            return False
        for following in (norm_at(self.tokens, at + ahead) for ahead in range(1, 5)):  # 3.4m active users, 2.7m new and old cars
            if following.endswith("s") or following in _COUNTED:
                return True
            if not following.isalpha() or (following in table.stops and following not in ("and", "or", "y", "o")):
                return False
        return False

    def _of_them(self, at: int) -> bool:
        """ "Of its", "of the", "de sus": what is counted is of a known number."""
        return self.tokens[at].norm in ("of", "de") and norm_at(self.tokens, at + 1) in cues(self.language, "ranges", "owned")

    def _symbol(self, quantity: Quantity, text: str, at: int, code: str | None) -> bool:
        """A sign behind the number, with or without a space: 24 %, 3,120 m, 9 °C, 450 €."""
        table, tokens = self.units, self.tokens
        if tokens[at].gap > 1:
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
            if (text in ("t", "g", "l", "h", "m") and not quantity.number.digits) or self._has(at):
                return False
            found = self._phrase(at)
            quantity.unit, quantity.last = (found[1], at + len(found[0])) if found and len(found[0]) > 1 else (table.symbols[text], at + 1)
            quantity.named_unit = True
            return True
        if (
            text in ("p", "c")
            and text in table.money_glued
            and quantity.number.digits
            and code is None
            and norm_at(tokens, at + 1) in _ENDS
            and not self._phrase(at)
        ):
            unit, factor = table.money_glued[text]  # up 68 p at 1112 p
            quantity.value, quantity.unit, quantity.last, quantity.named_unit = quantity.value * factor, unit, at + 1, True
            return True
        if text == "in" and quantity.number.digits and norm_at(tokens, at + 1) in table.dimensions:  # 2 1/2 in thick
            quantity.unit, quantity.last, quantity.named_unit = "in", at + 1, True
            return True
        if (
            text in ("C", "F", "K")
            and quantity.number.digits
            and code is None
            and (-60 < quantity.value < 130 or text == "K")
            and norm_at(tokens, at + 1) in _ENDS
        ):
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
            quantity.unit, quantity.last, quantity.named_unit = table.signs.get(tokens[at + 1].text) or self.evidence.millions, at + 2, True
            return True
        money = self._phrase(at + 2) if text == "MM" and code is None and norm_at(tokens, at + 1) == "de" else None
        if money and (money[1] == "peso" or money[1].isupper()) and self._spaced_scale(quantity, text, at):  # 350 MM de dólares
            self.take_unit(quantity, None)
            return True
        if code is None and at + 1 < len(tokens) and tokens[at + 1].text == "$" and glued(tokens, at + 1) and text + "$" in table.signs:
            quantity.unit, quantity.last, quantity.named_unit = table.signs[text + "$"], at + 2, True
            return True
        if (
            code is None
            and (text in table.codes or (tokens[at].kind == "p" and (text in table.signs or text == "$")))
            and quantity.number.digits
        ):
            if at + 1 < len(tokens) and tokens[at + 1].kind == "n" and tokens[at + 1].gap <= 1 and tokens[at].gap:
                return False  # the sign belongs to the number behind it
            quantity.unit = table.codes.get(text) or table.signs.get(text) or self.evidence.dollar
            quantity.last, quantity.named_unit = at + 1, True
            return True
        return False

    def _phrase(self, at: int) -> Phrase | None:
        """The longest unit phrase that starts at token `at`."""
        known = self.units.phrases.get(self.tokens[at].norm) if at < len(self.tokens) else None
        if known is None or self._has(at):
            return None
        for entry in known:  # by its first word
            if len(entry[0]) == 1 or follows(self.tokens, at, entry[0]):
                return entry
        return None

    def _has(self, at: int) -> bool:
        """ "Desde 2018 ha subido": a verb, no hectares."""
        return self.language == "es" and self.tokens[at].text == "ha" and norm_at(self.tokens, at + 1).endswith(_DONE)

    def _take(self, quantity: Quantity, found: Phrase, start: int, code: str | None) -> None:
        phrase, unit, factor = found
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
        elif len(phrase) == 1:
            unit = self.evidence.owner(unit)
        quantity.unit = unit
        self._half_after(quantity, factor)

    def _weighs(self, quantity: Quantity) -> bool:
        """True where pounds are a weight: "weighs 40 pounds", "a 300-pound man", "12 pounds of cocaine"."""
        tokens, at = self.tokens, quantity.last
        following = norm_at(tokens, at)
        words = word_lists(self.language, "weights")
        if quantity.number.scale >= _MILLION:  # a 40-million-pound loss
            return False
        if following in ("of", "de"):
            return norm_at(tokens, at + 1) not in words["worth"]
        if tokens[at - 2].text == "-" and following not in words["worth"]:
            return at < len(tokens) and tokens[at].kind == "w"
        return any(token.norm in words["weighing"] for token in tokens[max(0, quantity.first - 5) : quantity.first])

    def _half_after(self, quantity: Quantity, factor: Decimal) -> None:
        """ "Tres años y medio", "12 years and a half"."""
        if half := words(self.language).half(self.tokens, quantity.last):
            quantity.value += factor / 2
            quantity.last += half


def _money(unit: str) -> bool:
    """What may stand behind an amount that has its sign: "$5 dollars", but an "$800 stone oven"."""
    return unit in ("peso", "$") or (len(unit) == 3 and unit.isalpha() and unit.isupper())


def _millions(quantity: Quantity) -> bool:
    """What Spanish joins to its noun by "de": "tres millones de euros", and as much in digits."""
    return quantity.number.scale >= 100 or quantity.value >= _MILLION
