"""Number words -> cardinals and ordinals: "two hundred and six", "mil doscientos millones", "twenty-first"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from watcher.extract.figures.numberwords import ONE, Number, Words
from watcher.extract.figures.scales import and_half, lower_groups
from watcher.extract.neighbours import follows, glued
from watcher.extract.reading import Token

_SHARING = frozenset(("per", "por", "cada"))  # before a denominator
_RATED = 6  # tokens back to the number


class Cardinals:
    """Reads the cardinals and ordinals that one section says in words."""

    def __init__(self, tokens: Sequence[Token], table: Words) -> None:
        self.tokens = tokens
        self.words = table

    def _norm(self, at: int) -> str:
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""

    def cardinal(self, at: int) -> Number | None:
        """Number words from `at` on; an article before a scale counts as one."""
        tokens, table = self.tokens, self.words
        parts: list[tuple[Decimal, Decimal]] = []  # what is said of each scale, the largest first, and the scale
        group, here = None, at
        first = at
        if tokens[at].norm in table.scales:
            if at and tokens[at - 1].norm in table.articles:
                group, first = ONE, at - 1
            elif (
                tokens[at].norm == "mil"
                or self._strong(at)
                or (tokens[at].norm == "millon" and (at and tokens[at - 1].norm in ("el", "del", "al")))
                or (table.language == "es" and table.half(tokens, at + 1))
                or self._shared(at)
            ):
                group = ONE
            else:
                return None
        last, scale = at, ONE
        while here < len(tokens):
            norm = tokens[here].norm
            small = table.cardinals.get(norm)
            if small is not None and (group is None or _adds(group, small)):
                group = small if group is None else group + small
            elif norm in table.scales and (group is not None or parts):
                step = table.scales[norm]
                if step == 100 and table.language == "en":
                    if group is None or group >= 100:
                        break
                    group *= 100
                    scale = Decimal(100)
                else:
                    lower, kept = group or Decimal(0), len(parts)
                    while kept and parts[kept - 1][1] < step:  # "doscientos mil millones": what was said of less than the scale
                        kept -= 1
                        lower += parts[kept][0]
                    if kept and parts[kept - 1][1] == step:
                        break
                    parts[kept:] = [((lower or ONE) * step, step)]
                    group, scale = None, step
            elif not self._joins(here, group, thousands=bool(parts)):
                break
            else:
                here += 1
                continue
            here += 1
            last = here
            if (
                here < len(tokens)
                and tokens[here].norm in table.ordinals
                and group is not None
                and group in (20, 30, 40, 50, 60, 70, 80, 90)
            ):
                break
            if (
                here + 1 < len(tokens)
                and tokens[here].text == "-"
                and group is not None
                and group % 10 == 0
                and tokens[here + 1].norm in table.ordinals
                and 20 <= group < 100
            ):
                return self.ordinal(here + 1, group)
        if last == at:
            return None
        number = Number(first, last, sum((value for value, _ in parts), group or Decimal(0)), "cardinal", scale=scale)
        if last < len(tokens) and tokens[last].norm in table.points and self._said_decimals(number):
            return number
        if scale > 1 and group is None:
            lower_groups(tokens, table, number)
        and_half(tokens, table, number)
        return number

    def _said_decimals(self, number: Number) -> bool:
        """ "Three point one four", "tres coma veinticinco millones": the decimals behind the sign, then the scale."""
        tokens, table, here = self.tokens, self.words, number.last + 1
        if self._norm(number.first - 1) in ("at", "that", "this"):  # at one point two men
            return False
        digits = ""
        while here < len(tokens) and len(digits) < 6 and tokens[here].norm in table.cardinals:
            digits += str(table.cardinals[tokens[here].norm])
            here += 1
        if not digits:
            return False
        number.value, number.last = number.value + Decimal(f"0.{digits}"), here
        scale = table.scales.get(self._norm(here))
        if scale is not None and scale >= 1000:
            number.value, number.scale, number.last = number.value * scale, scale, here + 1
        return True

    def ordinal(self, at: int, tens: Decimal) -> Number:
        """ "Twenty-first", where `tens` stand before it; "centésimo trigésimo cuarto", each part smaller than the one before."""
        ordinals, start, last = self.words.ordinals, at - 2 if tens else at, at + 1
        part = ordinals[self.tokens[at].norm]
        value = tens + part
        while self.words.language == "es" and part % 10 == 0:
            further = ordinals.get(self._norm(last))
            if further is None or further >= (100 if part == 100 else 10):
                break
            value, part, last = value + further, further, last + 1
        return Number(start, last, value, "ordinal")

    def _strong(self, at: int) -> bool:
        return follows(self.tokens, at + 1, ("-", "strong"))

    def _shared(self, at: int) -> bool:
        """ "27 murders per million", "27 por millón": a scale alone is what a number before it is told of."""
        behind = self._norm(at - 1) in _SHARING and self._norm(at + 1) not in self.words.scales
        return behind and any(token.kind == "n" for token in self.tokens[max(0, at - _RATED) : at - 1])

    def _joins(self, here: int, group: Decimal | None, *, thousands: bool) -> bool:
        """True where the token at `here` ("-", "and", "y") holds two number words together."""
        tokens, table = self.tokens, self.words
        if here + 1 >= len(tokens):
            return False
        following = table.cardinals.get(tokens[here + 1].norm)
        if tokens[here].text == "-":
            if not glued(tokens, here) or not glued(tokens, here + 1):
                return False
            return (following is not None and _adds(group, following)) or (tokens[here + 1].norm in table.scales and group is not None)
        if tokens[here].norm != table.joiner or following is None:
            return False
        if table.language == "es":
            return group is not None and 30 <= group % 100 <= 90 and group % 10 == 0 and following < 10
        return following < 100 and ((group is not None and group >= 100 and group % 100 == 0) or (group is None and thousands))


def _adds(group: Decimal | None, small: Decimal) -> bool:
    """True where `small` may be said after `group`: twenty + one, two hundred + six, ciento + veinte."""
    if group is None:
        return False
    if group % 100 in (20, 30, 40, 50, 60, 70, 80, 90) and 0 < small < 10:
        return True
    return group >= 100 and group % 100 == 0 and 0 < small < 100
