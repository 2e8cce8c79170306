"""A bare number in a row -> the unit and scale that its column, its table's header or the lead of its list carries.

"Ventas (millones de euros)" above "España 214"; "| % de síes |" above "| 21,4 |"; "Exports in millions of euros: France, 12; Spain, 9".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from watcher.extract.figures.evidence import Evidence
from watcher.extract.figures.numberwords import words
from watcher.extract.figures.quantities import Quantity, units
from watcher.extract.neighbours import follows, glued, word_lists
from watcher.extract.reading import Reading, Sentence, Token

_ROWS = 30  # rows that a header speaks for
_ROW = 14  # tokens of a row
_HEADER = 40  # tokens of a header
_NAME = 6  # tokens that scale and unit take
_CELL, _COLON = "|", frozenset(":")
_DASHES = frozenset(("-", "–", "—"))
_OPENERS = _DASHES | {"(", ",", "[", "/"}
_TRAILING = frozenset((".", ":", ")", "]", ";", ",", _CELL))
_ONE = Decimal(1)


class Carried(NamedTuple):
    """What a header says of the numbers below: their unit, and how many of it each one stands for."""

    unit: str
    factor: Decimal


def carried(reading: Reading, quantity: Quantity, evidence: Evidence) -> Carried | None:
    """The unit that stands above `quantity` or at the head of its list, None where it is no number of a table or list."""
    at = reading.sentence_of[quantity.first]
    sentence = reading.sentences[at]
    if not quantity.number.digits or (quantity.last < sentence.last and reading.tokens[quantity.last].kind == "w"):
        return None
    lead = _lead(reading, quantity, sentence, evidence)
    if lead is not None:
        return lead
    if not _row(reading, sentence) or not _ends(reading.tokens, quantity, sentence):
        return None
    for back in range(at - 1, max(-1, at - 1 - _ROWS), -1):
        above = reading.sentences[back]
        found = _header(reading, above, quantity, sentence, evidence)
        if found is not None or not _row(reading, above):
            return found
    return None


def _row(reading: Reading, sentence: Sentence) -> bool:
    """A short line with a number in it, or a line of a table's grid."""
    if sentence.last - sentence.first > _ROW * 2:
        return False
    if sentence.first < sentence.last and reading.tokens[sentence.first].text == _CELL:
        return True
    tokens = reading.tokens[sentence.first : sentence.last]
    return len(tokens) <= _ROW and "n" in [token.kind for token in tokens]


def _ends(tokens: Sequence[Token], quantity: Quantity, sentence: Sentence) -> bool:
    """True where no word but a note in brackets follows the number in its row, and one stands before it."""
    if any(token.kind == "w" for token in tokens[quantity.last : sentence.last]):
        return False
    return any(token.kind == "w" for token in tokens[sentence.first : quantity.first])


def _header(reading: Reading, above: Sentence, quantity: Quantity, row: Sentence, evidence: Evidence) -> Carried | None:
    tokens = reading.tokens
    if above.last - above.first > _HEADER:
        return None
    if tokens[above.first].text == _CELL:
        return _column(reading, above, sum(token.text == _CELL for token in tokens[row.first : quantity.first]), evidence)
    for end in range(above.first + 2, above.last + 1):
        if end == above.last or tokens[end].text == ")":
            found = _named(reading, above.first, end, evidence)
            if found is not None:
                return found
    return None


def _column(reading: Reading, above: Sentence, column: int, evidence: Evidence) -> Carried | None:
    """What the cell of the column says in a row of a grid: "% de síes", "Ventas (€m)"."""
    tokens = reading.tokens
    bars = [at for at in range(above.first, above.last) if tokens[at].text == _CELL]
    if column < 1 or column >= len(bars):
        return None
    first, last = bars[column - 1], bars[column]
    if first + 1 < last and tokens[first + 1].text == "%":
        return Carried("percent", _ONE)
    return _named(reading, first, last, evidence)


def _lead(reading: Reading, quantity: Quantity, sentence: Sentence, evidence: Evidence) -> Carried | None:
    """ "Exports in millions of euros: France, 12; Spain, 9": the words before the colon tell."""
    tokens = reading.tokens
    if quantity.last < len(tokens) and tokens[quantity.last].text not in (";", ",", ".", ")"):
        return None
    if tokens[quantity.first - 1].text not in (",", ":", "(") and tokens[quantity.first - 1].kind != "w":
        return None
    colons = reading.between(_COLON, sentence.first, min(quantity.first, sentence.first + _HEADER))
    return _named(reading, sentence.first, colons[0], evidence) if colons else None


def _named(reading: Reading, first: int, end: int, evidence: Evidence) -> Carried | None:
    """The scale and unit that `[first, end)` closes with: "(millones de euros)", "in thousands of tonnes", "(%)"."""
    tokens, inside = reading.tokens, word_lists(reading.language, "elision")["inside"]
    while end > first and tokens[end - 1].text in _TRAILING:
        end -= 1
    first += tokens[first].text in _DASHES  # of a list: "- Córdoba: 702"
    for start in range(max(first + 1, end - _NAME), end):
        if tokens[start - 1].text in _OPENERS or tokens[start - 1].norm in inside:
            found = _unit(reading, start, end, evidence)
            if found is not None:
                return found
    return None


def _unit(reading: Reading, start: int, end: int, evidence: Evidence) -> Carried | None:
    tokens, table, said = reading.tokens, units(reading.language), words(reading.language)
    norm = tokens[start].norm
    scale = said.scales.get(norm) or said.scales.get(norm.removesuffix("s")) or said.scales.get(norm.removesuffix("es"))
    if scale is not None:
        start += 2 if start + 1 < end and tokens[start + 1].norm in ("de", "of") else 1
    factor = scale or _ONE
    if start >= end:
        return None
    text = tokens[start].text
    sign = table.signs.get(text) or table.codes.get(text) or table.symbols.get(text) or (evidence.dollar if text == "$" else None)
    if sign is not None and end - start == 1:
        return Carried(sign, factor)
    if sign is not None and end - start == 2 and glued(tokens, start + 1) and tokens[start + 1].text in said.glued:
        return Carried(sign, said.glued[tokens[start + 1].text])
    for phrase, unit, many in table.phrases.get(tokens[start].norm, ()):
        if len(phrase) == end - start and follows(tokens, start, phrase):
            named = evidence.peso if unit == "peso" else evidence.dollar if unit == "$" else unit
            return Carried(named, factor * many)
    return None
