"""Number words -> fractions: "a third", "two-thirds", "tres cuartas partes", "half"; before a unit or scale the value itself."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain

from watcher.extract.figures.numberwords import ONE, Number, Words, single_units
from watcher.extract.neighbours import follows, glued
from watcher.extract.reading import Token

HALF = Decimal("0.5")
_HYPHENED = (("-", "of", "-", "a", "-"), ("-", "a", "-"))  # a quarter-of-a-million-dollar prize
_FARMS = ("tercera", "cuarta", "quinta")  # "una quinta de Luján": a villa; a fifth is "una quinta parte"


class Parts:
    """Reads the fractions that one section says in words."""

    def __init__(self, tokens: Sequence[Token], table: Words) -> None:
        self.tokens = tokens
        self.words = table

    def _norm(self, at: int) -> str:
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""

    def read(self, at: int) -> Number | None:
        """ "A third", "two-thirds", "tres cuartas partes", "half": or a value where a unit or scale follows, "half a million"."""
        tokens, table = self.tokens, self.words
        norm = tokens[at].norm
        led = self._unit_and_half(at) if norm in ("half", "media", "medio") else None
        if led is not None:
            return led
        if norm in table.cardinals:
            here = at + 1 + (tokens[at + 1].text == "-")
            bottom = table.fractions.get(self._norm(here))
            if bottom is None or tokens[here].norm in ("decimas", "centesimas", "milesimas"):
                return None
            top = table.cardinals[norm]
            if not _plural_fits(top, tokens[here].norm, table.language) or top >= bottom or bottom == 2:
                return None
            if here == at + 1 and tokens[here].norm in ("second", "seconds"):
                return None
            if table.language == "es" and top == 1 and bottom != 3 and self._norm(here + 1) not in ("de", "del", "parte"):
                return None
            if tokens[here].norm in _FARMS and self._norm(here + 1) != "parte":
                return None
            return self._fraction_value(Number(at, here + 1, top, "fraction", per=bottom))
        bottom = table.fractions.get(norm)
        if bottom is None:
            return None
        if table.language == "es":
            return self._spanish_fraction(at, bottom)
        if (
            self._norm(at + 1) == "-"
            and glued(tokens, at + 1)
            and self._norm(at + 2) in single_units("en")
            and self._norm(at - 1) not in table.articles
            and norm in ("quarter", "half")
        ):
            return self._fraction_value(Number(at, at + 1, ONE, "fraction", per=bottom))
        if norm == "half" and self._norm(at - 1) == "in" and not (at + 1 < len(tokens) and tokens[at + 1].norm in ("of", "the", "a", "an")):
            return Number(at, at + 1, HALF, "multiple")  # cut in half
        if norm == "half":
            start = at - 1 if self._norm(at - 1) in table.articles else at
            return self._fraction_value(Number(start, at + 1, ONE, "fraction", per=bottom))
        if self._norm(at - 1) in table.articles and not norm.endswith("s"):
            return self._fraction_value(Number(at - 1, at + 1, ONE, "fraction", per=bottom)) if self._is_part(at) else None
        return None

    def _unit_and_half(self, at: int) -> Number | None:
        """ "A day and a half", "hora y media": one of the unit, whose half the unit takes in; a number before it does so itself."""
        tokens, table = self.tokens, self.words
        for phrase in chain.from_iterable(table.halves.values()):
            unit = at - len(phrase)
            if not follows(tokens, unit + 1, phrase) or self._norm(unit) not in single_units(table.language):
                continue
            before = self._norm(unit - 1)
            if table.language == "en":
                return Number(unit - 1, unit, ONE, "cardinal") if before in table.articles else None
            return None if before in table.cardinals or (unit and tokens[unit - 1].kind == "n") else Number(unit, unit, ONE, "cardinal")
        return None

    def _is_part(self, at: int) -> bool:
        """ "A third of", "a quarter less", "by a fifth." are parts; "a third man" is the third."""
        if self.tokens[at].norm == "quarter":
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return following is None or following.kind != "w" or following.norm in self.words.part_context

    def _spanish_fraction(self, at: int, bottom: Decimal) -> Number | None:
        tokens = self.tokens
        norm = tokens[at].norm
        if norm == "mitad":
            if self._norm(at - 2) == "a" and self._norm(at - 1) == "la" and self._norm(at + 1) != "de":
                return Number(at - 2, at + 1, HALF, "multiple")
            return Number(at - 1 if self._norm(at - 1) == "la" else at, at + 1, ONE, "fraction", per=bottom)
        if norm in ("medio", "media"):
            number = self._fraction_value(Number(at, at + 1, ONE, "fraction", per=bottom))
            return number if number.kind == "cardinal" else None
        if self._norm(at + 1) in ("parte", "partes"):
            start = at - 1 if self._norm(at - 1) in ("una", "la") else at
            return Number(start, at + 2, ONE, "fraction", per=bottom)
        if (
            self._norm(at - 1) in ("un", "el")
            and norm in ("tercio", "cuarto", "quinto", "sexto", "septimo", "octavo", "decimo")
            and self._norm(at + 1) in ("de", "del", "más", "mas", "menos", "", ",", ".", ";")
        ):
            if norm != "tercio" and (self._norm(at - 1) == "el" or self._norm(at + 1) not in ("de", "del")):
                return None
            return self._fraction_value(Number(at - 1, at + 1, ONE, "fraction", per=bottom))
        return None

    def _fraction_value(self, number: Number) -> Number:
        """A fraction before a scale or a unit is a plain number: half a million, a quarter of a percentage point, media hora."""
        tokens, table = self.tokens, self.words
        if table.language == "es" and self._norm(number.last) in ("parte", "partes"):
            number.last += 1
            return number
        for link in (*table.linkers, *_HYPHENED, ("-",), ()):
            if not follows(tokens, number.last, link):
                continue
            after = number.last + len(link)
            norm = self._norm(after)
            scale = table.scales.get(norm)
            if scale is not None and not (table.language == "es" and link and norm.endswith("s")):
                value = number.value * scale / (number.per or ONE)
                return Number(number.first, after + 1, value, "cardinal", scale=scale)
            if norm in single_units(table.language) and (
                link or number.per == 2 or table.language == "es" or norm in ("point", "percentage")
            ):
                return Number(number.first, number.last, number.value / (number.per or ONE), "cardinal", per=None)
        return number


def _plural_fits(top: Decimal, norm: str, language: str) -> bool:
    plural = norm.endswith("s")
    if language == "es" and norm in ("media", "medio", "mitad"):
        return False
    return plural == (top != 1)
