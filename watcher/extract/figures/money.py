"""A bare number in a text about money -> the money it leaves out: "a debt of 640 million", "another 3.5 in add-ons", "closed at 968.20".

In: a number without a unit and the nearest sum of money, before it or, where none is, behind it. Out: that sum, if the number is of
the same money.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from watcher.extract.figures.quantities import Quantity
from watcher.extract.figures.unitwords import bare, lead
from watcher.extract.neighbours import norm_at, word_lists
from watcher.extract.reading import Reading

BESIDE = 15  # tokens between two amounts of one clause
_MILLION = Decimal(1_000_000)
LEAST, MOST = Decimal("0.05"), Decimal(20)  # how much less and more what goes on with a quantity may be
_VERB = 4  # tokens back to the verb of paying
_REACH = 3  # sentences that a unit carries over
_CENTS = Decimal("0.01")  # the last digit of a price on the market, whatever it moved by
_STRONGEST = 10  # magnitudes of quakes, at most


def elided(reading: Reading, quantity: Quantity, money: Quantity | None) -> Quantity | None:
    """The sum of money whose unit a bare number goes on with, or None."""
    if money is None:
        return None
    if _spoken(reading, quantity, money):
        return money
    if money.first > quantity.first or not bare(reading.tokens, quantity, reading.language) or not near(reading, money, quantity):
        return None
    of_size = alike(quantity, money)
    if of_size and (_paid(reading, quantity) or _further(reading, quantity, money)):
        return money
    return money if _traded(reading, quantity) and (of_size or quantity.value % 1 >= _CENTS) else None


def _spoken(reading: Reading, quantity: Quantity, money: Quantity) -> bool:
    """Millions of nothing in a sentence about money are millions of the money spoken of: "una deuda de 640 millones"."""
    if quantity.number.scale < _MILLION:
        return False
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    counted = norm_at(tokens, quantity.last + 1).endswith("s")  # "3.8 million net subscribers", but "3.8 million net"
    if not bare(tokens, quantity, reading.language) and (counted or norm_at(tokens, quantity.last) not in cues["yearly"]):
        return False
    sentence = reading.sentences[reading.sentence_of[quantity.first]]
    if money.first >= sentence.first and 0 < quantity.first - money.last < BESIDE:
        return True
    price = norm_at(tokens, quantity.first - 1) in cues["prices"]  # "al Betis por 18 millones: el fichaje más caro"
    words = tokens[max(sentence.first, quantity.first - BESIDE) : min(sentence.last, quantity.last + BESIDE) if price else quantity.first]
    return any(token.norm in cues["money"] for token in words)


def _paid(reading: Reading, quantity: Quantity) -> bool:
    """ "Ganaba 120 soles; ahora cobra 80 por semana", "costs €9m, of which the council contributes three"."""
    paying = word_lists(reading.language, "elision")["paying"]
    if lead(reading.tokens, quantity.first, reading.language) in paying:
        return True
    cents = quantity.number.digits and quantity.value.as_tuple().exponent == _CENTS.as_tuple().exponent  # "cobra de pensión 1.017,30"
    return cents and any(token.norm in paying for token in reading.tokens[max(0, quantity.first - _VERB) : quantity.first])


def _further(reading: Reading, quantity: Quantity, money: Quantity) -> bool:
    """ "€18.5m and another 3.5 in add-ons"."""
    cues = word_lists(reading.language, "elision")
    beside = quantity.first - money.last < BESIDE and reading.sentence_of[money.first] == reading.sentence_of[quantity.first]
    return beside and norm_at(reading.tokens, quantity.first - 1) in cues["further"]


def _traded(reading: Reading, quantity: Quantity) -> bool:
    """ "The dollar rose 14.60 pesos and closed at 968.20", "los menores entrarán por 40": behind a word of the market and its link."""
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    link, before = norm_at(tokens, quantity.first - 1), norm_at(tokens, quantity.first - 2)
    return link in cues["market_links"] and (before in cues["market"] or norm_at(tokens, quantity.first - 3) in cues["market"])


def millions(reading: Reading, quantity: Quantity, great: Quantity) -> None:
    """ "From $20m to 15m", "15.4m viewers, down from 16.9m": what follows millions is no length."""
    if reading.tokens[quantity.last - 1].text != "m" or great.number.scale < _MILLION or great.first > quantity.first:
        return
    beside = reading.sentence_of[great.first] == reading.sentence_of[quantity.first] and quantity.first - great.last <= BESIDE
    if beside and lead(reading.tokens, quantity.first, reading.language) in word_lists(reading.language, "elision")["leads"]:
        quantity.value, quantity.number.scale = quantity.value * _MILLION, _MILLION
        quantity.unit = great.unit if is_money(great) else "count"


def counts_millions(reading: Reading, quantities: Sequence[Quantity]) -> bool:
    """Whether the section counts something by the million: "18 millones de turistas"."""
    great = (quantity for quantity in quantities if quantity.unit is None and quantity.number.scale >= _MILLION)
    return any(not _uncounted(reading, quantity) for quantity in great)


def in_millions(reading: Reading, quantity: Quantity, great: Quantity | None, *, counted: bool) -> Quantity | None:
    """ "Deberá indemnizarla con 1,2 millones": Spanish millions of nothing are of the money told before; where the section counts others
    by the million (`counted`), of that told just before, and no line of a list."""
    if great is None or not is_money(great) or great.first > quantity.first or quantity.named_unit:
        return None
    if reading.language != "es" or quantity.number.scale < _MILLION:
        return None
    far = reading.sentence_of[quantity.first] - reading.sentence_of[great.first]
    item = reading.paragraphs[reading.sentences[reading.sentence_of[quantity.first]].paragraph].kind == "item"
    return great if _uncounted(reading, quantity) and (not counted or (far <= _REACH and not item)) else None


def _uncounted(reading: Reading, quantity: Quantity) -> bool:
    """Whether nothing is counted behind a number of millions: "2,5 millones de una minera", "17 mil millones al año"."""
    tokens, words = reading.tokens, word_lists(reading.language, "elision")
    behind = norm_at(tokens, quantity.last + 1) if norm_at(tokens, quantity.last) in words["of"] else norm_at(tokens, quantity.last)
    return bare(tokens, quantity, reading.language) or behind in words["uncounted"]


def is_money(quantity: Quantity) -> bool:
    """True where the unit is a code of ISO 4217."""
    return quantity.unit is not None and len(quantity.unit) == 3 and quantity.unit.isupper() and quantity.unit != "MWH"


def near(reading: Reading, left: Quantity, right: Quantity) -> bool:
    """True where the second stands in the first one's paragraph, few sentences on."""
    a, b = reading.sentence_of[left.first], reading.sentence_of[right.first]
    return b - a < _REACH and reading.sentences[a].paragraph == reading.sentences[b].paragraph


def mantissa(quantity: Quantity, source: Quantity) -> Decimal:
    """The value of `quantity` as it would be in the scale, or the coin, of `source`."""
    if in_coins(source):
        return quantity.value / 100
    return quantity.value if quantity.value > source.number.scale else quantity.value * source.number.scale


def alike(quantity: Quantity, source: Quantity) -> bool:
    """True where a number in the scale of `source` is neither far less nor far more than it."""
    if beyond(quantity, source):
        return False
    return LEAST <= mantissa(quantity, source) / (abs(source.value) or 1) <= MOST


def beyond(quantity: Quantity, source: Quantity) -> bool:
    """ "A magnitude 6.1 quake killed 23", "the toll of the 7.1-magnitude quake has climbed to 71": no magnitude is so great."""
    return source.unit == "magnitude" and quantity.value > _STRONGEST


def in_coins(source: Quantity) -> bool:
    """True where a sum is told in hundredths of its unit: "60p"."""
    return is_money(source) and source.value * 100 == source.number.value != 0
