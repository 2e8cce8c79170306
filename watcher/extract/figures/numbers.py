"""Tokens -> numbers: digits by the section's own locale, number words, ordinals, fractions and multiples, with their scale.

Nothing is decided here about units or about what is no figure: a year is a number too. One pass, each number looked at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from watcher.extract.figures.cardinals import Cardinals
from watcher.extract.figures.datelike import is_clock
from watcher.extract.figures.digits import decimal_sign, read_digits
from watcher.extract.figures.numberwords import VULGAR, Number, measures, measuring, words
from watcher.extract.figures.parts import Parts
from watcher.extract.figures.scales import powered, scaled
from watcher.extract.neighbours import follows, glued, norm_at
from watcher.extract.reading import Reading, Token

_RAISED = ("º", "ª", "°")


_NEAR = 16  # tokens between two numbers of a comparison
_SIGNS = frozenset("%€$°")
_MARKS = frozenset(".,;:)?!%")


class Scanner:
    """Reads the numbers of one section; holds the tokens and words so that the small readers below need not pass them on."""

    def __init__(self, reading: Reading, taken: bytes | bytearray | None = None) -> None:
        self.reading = reading
        self.tokens = tokens = reading.tokens
        self.words = words(reading.language)
        self.parts = Parts(tokens, self.words)
        self.cardinals = Cardinals(tokens, self.words)
        self.taken = taken
        separated = [at for at in reading.numbers if "." in tokens[at].text or "," in tokens[at].text]
        clocks = {at for at in separated if is_clock(tokens, at, at + 1, reading.language)}  # "a las 7.40" is no decimal
        self.headed = -_NEAR  # behind the last number that counts what stands behind it, though it looks like a decimal
        self.sign = decimal_sign([tokens[at].text for at in separated if at not in clocks], self.words.point)
        self.doubtful = self.sign == "." and reading.language == "es"  # whether "36.483" may be a decimal

    def scan(self) -> list[Number]:
        """Every number in reading order, none overlapping."""
        found: list[Number] = []
        after, taken = 0, self.taken
        for at in sorted(self.reading.numbers + self.reading.where(self.words.triggers)):
            if at < after or (taken and taken[at]):
                continue
            number = self._digits(at) if self.tokens[at].kind == "n" else self._word(at)
            if number is not None:
                after = number.last
                found.append(number)
        return found

    def _norm(self, at: int) -> str:
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""

    def _digits(self, at: int) -> Number | None:
        if self._apart(at):
            text = self.tokens[at].text
            value = read_digits(text, "," if self.doubtful and self._headed(text, at + 1) else self.sign)
            number = Number(at, at + 1, value, "cardinal", digits=True) if value is not None else None
        elif self.tokens[at + 1].text == "/" and (part := self._written_fraction(at)) is not None:
            return part
        else:
            number = self._joined(at)
        if number is not None and number.kind == "cardinal" and self.tokens[number.last].norm in self.words.scaling:
            return scaled(self.tokens, self.words, number)
        return number

    def _apart(self, at: int) -> bool:
        """True for digits between words, or a word and a mark with a space behind it: no sign or other digits go on with them."""
        tokens = self.tokens
        if not at or tokens[at - 1].kind != "w":
            return False
        following = tokens[at + 1]
        if following.kind == "w":
            return following.gap > 0 and following.norm != "x"  # 3 x 10^8
        return following.text in _MARKS and (at + 2 == len(tokens) or tokens[at + 2].gap > 0)

    def _joined(self, at: int) -> Number | None:
        """Digits with what is written to them: an ordinal's ending, a fraction, a power of ten, groups of three, loose decimals."""
        tokens = self.tokens
        text, last = tokens[at].text, at + 1
        if len(text) <= 3 and text.isdecimal():
            while last < len(tokens) and tokens[last].kind == "n" and _group(tokens, last):  # "3 140": groups of three behind plain spaces
                text, last = text + tokens[last].text, last + 1
        if self._spaced_phone(at, last):
            return None
        value, first = read_digits(text, "," if self.doubtful and self._headed(text, last) else self.sign), at
        if value is None:
            return None
        if value == value.to_integral_value():
            end = self._ordinal_end(last) if value < 1000 else 0
            if end:
                return Number(at, end, value, "ordinal", digits=True)
            loose = tokens[at].gap == 0 or tokens[last].norm == "'"
            if loose and (decimal := self._loose_decimals(at, last)) is not None:
                first, last, value = decimal
        if len(text) < 3 and text.isdecimal() and self._norm(last + 1) == "/" and self._mixed(last):
            value, last = value + Decimal(tokens[last].text) / Decimal(tokens[last + 2].text), last + 3
        elif glued(tokens, last) and tokens[last].text in VULGAR:
            top, bottom = VULGAR[tokens[last].text]
            value, last = value + Decimal(top) / Decimal(bottom), last + 1
        number = Number(first, last, value, "cardinal", digits=True)
        powered(tokens, number)
        return number

    def _headed(self, text: str, last: int) -> bool:
        """ "36.483 mesas" where shares have a decimal point: what stands in the plural is counted, not measured to a thousandth."""
        if text[-4:-3] != ".":
            return False
        following, norm = self.tokens[last], self.tokens[last].norm
        if following.kind == "w" and (norm in self.words.scales or norm in measuring()):
            return False
        if norm.endswith("s") and following.text.islower():
            self.headed = last
            return True
        return 0 < last - self.headed < _NEAR and following.text not in _SIGNS  # "de 6.128 muertes a 5.281 este año"

    def _ordinal_end(self, at: int) -> int:
        """The token behind an ordinal's ending that touches its digits: 23rd, 1er, 3.ª; 0 where there is none."""
        tokens = self.tokens
        if not glued(tokens, at):
            return 0
        if tokens[at].norm in self.words.endings:
            abbreviated = len(tokens[at].text) > 1 and norm_at(tokens, at + 1) == "." and glued(tokens, at + 1)  # el 1er. lugar
            return at + 2 if abbreviated and at + 2 < len(tokens) and tokens[at + 2].text[0].islower() else at + 1
        dotted = tokens[at].text == "." and glued(tokens, at + 1) and tokens[at + 1].text in _RAISED
        return at + 2 if dotted and self.words.language == "es" else 0

    def _loose_decimals(self, at: int, last: int) -> tuple[int, int, Decimal] | None:
        """ ".5 percent" and Spain's "1'5 millones": first, last and value of digits whose decimal sign is a token of its own."""
        tokens = self.tokens
        signs = (".", ",") if self.words.language == "es" else (".",)
        if at and tokens[at - 1].text in signs and glued(tokens, at) and not glued(tokens, at - 1) and tokens[at].text.isdecimal():
            return at - 1, last, Decimal(f"0.{tokens[at].text}")
        if self.words.language == "es" and norm_at(tokens, last) == "'" and glued(tokens, last) and glued(tokens, last + 1):
            part = tokens[last + 1].text
            if (
                part.isdecimal()
                and len(part) <= 2
                and tokens[at].text.isdecimal()
                and norm_at(tokens, last + 2) not in ("'", '"', "”", "″")
            ):
                return at, last + 2, Decimal(f"{tokens[at].text}.{part}")
        return None

    def _mixed(self, at: int) -> bool:
        """ "1/2" behind a whole number: 1 1/2 cups."""
        tokens = self.tokens
        if at + 2 >= len(tokens) or tokens[at].kind != "n" or not glued(tokens, at + 1) or not glued(tokens, at + 2):
            return False
        top, bottom = tokens[at].text, tokens[at + 2].text
        return len(top) == 1 == len(bottom) and "0" < top < bottom <= "9"

    def _written_fraction(self, at: int) -> Number | None:
        """ "3/4 of", "a 1/4 mile": digits over digits, of something or of a unit."""
        tokens = self.tokens
        if not (self._norm(at + 1) == "/" and glued(tokens, at + 1) and glued(tokens, at + 2) and tokens[at + 2].kind == "n"):
            return None
        top, bottom = tokens[at].text, tokens[at + 2].text
        if not (top.isdecimal() and bottom.isdecimal() and 0 < int(top[:3]) < int(bottom[:3]) <= 12):
            return None
        language = self.words.language
        linked = (at + 3 + len(link) for link in ((), *self.words.linkers) if follows(tokens, at + 3, link))
        if any(measures(tokens, place, language) for place in linked) or norm_at(tokens, at + 3) == "%":  # 3/4 of a mile
            return Number(at, at + 3, Decimal(top) / Decimal(bottom), "cardinal", digits=True)
        if self._norm(at + 3) in ("of", "de", "del"):
            return Number(at, at + 3, Decimal(top), "fraction", digits=True, per=Decimal(bottom))
        return None

    def _spaced_phone(self, first: int, last: int) -> bool:
        """True inside a run of four or more groups of digits, as in a telephone or card number."""
        tokens, low, high = self.tokens, first, last
        while low > 0 and low > first - 6 and (tokens[low - 1].kind == "n" or tokens[low - 1].text in "-+"):
            low -= 1
        while high < len(tokens) and high < last + 6 and (tokens[high].kind == "n" or tokens[high].text == "-"):
            high += 1
        if high - low == 1:
            return False
        groups, opening = sum(tokens[index].kind == "n" for index in range(low, high)), tokens[low].text
        if groups > 2 and opening == "+" and glued(tokens, low + 1):  # +34 911 234 567
            return True
        return groups >= (4 if last - first < 3 else 6) or (opening[0] == "0" and len(opening) > 1 and opening.isdecimal())

    def _word(self, at: int) -> Number | None:
        token, table = self.tokens[at], self.words
        norm = token.norm
        if token.text in VULGAR:
            top, bottom = VULGAR[token.text]
            if measures(self.tokens, at + 1, table.language):  # ½ mile
                return Number(at, at + 1, Decimal(top) / Decimal(bottom), "cardinal", digits=True)
            return Number(at, at + 1, Decimal(top), "fraction", per=Decimal(bottom), digits=True)
        small, following = table.cardinals.get(norm), self.tokens[at + 1].norm
        alone = small is not None and following not in table.onward
        fraction = self.parts.read(at) if not alone or following in table.fractions else None
        if fraction is not None:
            return fraction
        if small is not None and alone:
            return Number(at, at + 1, small, "cardinal")
        if small is not None or norm in table.scales:
            return self.cardinals.cardinal(at)
        if norm in table.ordinals:
            return self.cardinals.ordinal(at, Decimal(0))
        if norm in table.multiples:
            return Number(at, at + 1, table.multiples[norm], "multiple")
        if norm in table.bare:
            return Number(at, at + 1, table.bare[norm], "multiple", bare=True)
        return None


def _group(tokens: Sequence[Token], at: int) -> bool:
    """True where token `at` is a group of three digits one plain space behind the digits before it."""
    token = tokens[at]
    whole = token.text.split(",", maxsplit=1)[0].split(".", maxsplit=1)[0]
    return len(whole) == 3 and token.gap == 1
