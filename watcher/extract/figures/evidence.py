"""A section -> whose money it means: the peso or bare $ of the country that the text speaks of, the cents of its currency.

Votes are counted once a section, over its words, then over the whole document; names of a country weigh more than words
that its newspapers merely use more than others.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property

from watcher import lexicon
from watcher.extract.reading import Reading

_NAMED, _USED = 4, 1  # how strongly a country's name, and a word of its newspapers, speak
_POINT = 3  # in Spanish a decimal point is Mexico's more than anybody's
_DOLLAR = frozenset(("dolar", "dollar"))
_LARGE = 3  # digits that an amount in Chile's peso has at the least
_PESO = frozenset(("peso", "pesos"))
_EDGES = ".,;:()[]“”\"'«»¿?¡!"


class Evidence:
    """What one section tells about money; each answer is counted when first asked for. `point` is its decimal sign."""

    def __init__(self, reading: Reading, point: str) -> None:
        self._reading = reading
        self.point = point

    @cached_property
    def dollar(self) -> str:
        """What a bare $ is: US dollars in English; in Spanish the country's peso where the text tells of one or says the word."""
        if self._reading.language == "en":
            return "USD"
        votes = dict(self._votes)
        dollars = votes.pop("USD", 0)
        pesos = bool(self._reading.where(_PESO))
        if votes and (pesos or max(votes.values()) >= dollars):
            return _first(votes)
        if pesos:
            return self._document or self._usual
        return (not dollars and self._document) or "USD"

    @cached_property
    def millions(self) -> str:
        """What "M$" is: the country's money where the section tells of one, else US dollars."""
        return self.dollar if set(self._votes) - {"USD"} else "USD"

    @cached_property
    def peso(self) -> str:
        """Which peso the word means."""
        votes = {code: count for code, count in self._votes.items() if code != "USD"}
        return _first(votes) if votes else self._document or self._usual

    @cached_property
    def _usual(self) -> str:
        """The peso of a text that tells of no country: Chile's, but for amounts so small that hardly anything there costs them."""
        tokens = self._reading.tokens
        amounts = [tokens[at - 1].text for at in self._reading.where(_PESO) if at]
        small = any(text.isascii() and text.isdigit() and len(text) < _LARGE for text in amounts)
        return "MXN" if small and not self._reading.where(_DOLLAR) else "CLP"  # "el dólar subió 12 pesos"

    def owner(self, usual: str) -> str:
        """Whose rupees, francs or kroner: those of the country that the section names most, else the usual one's."""
        others = _shared().get(usual)
        if others is None:
            return usual
        votes = self._owners
        best = max(others, key=lambda code: votes[code])
        return best if votes[best] > votes[usual] else usual

    @cached_property
    def _owners(self) -> Counter[str]:
        owners = _owners_of()
        return Counter([owners[self._reading.tokens[at].norm] for at in self._reading.where(_owning())])

    def coin(self, usual: str) -> str:
        """Whose cents: those of the euro where the section counts in euros, of the dollar where it counts in dollars."""
        euros, dollars = self._counted_in
        if euros == dollars:
            return usual
        return "EUR" if euros > dollars else self.dollar

    @cached_property
    def _counted_in(self) -> tuple[int, int]:
        euros = dollars = 0
        for token in self._reading.tokens:
            if token.text == "€" or token.norm in ("euro", "euros"):
                euros += 1
            elif token.text == "$" or token.norm in ("dollar", "dollars", "dolar", "dolares"):
                dollars += 1
        return euros, dollars

    @cached_property
    def _votes(self) -> Counter[str]:
        votes = _count(Counter([self._reading.tokens[at].norm for at in self._reading.where(_telling())]))
        if self.point == "." and self._reading.language == "es":
            votes["MXN"] += _POINT
        return votes

    @cached_property
    def _document(self) -> str | None:
        """The evidence of the document's other sections."""
        votes = _count(Counter([lexicon.fold(word.strip(_EDGES)) for word in self._reading.text.split()]))
        del votes["USD"]
        return _first(votes) if votes else None


@cache
def _shared() -> dict[str, list[str]]:
    return {usual: list(others) for usual, others in lexicon.load("currencies")["shared"].items()}


@cache
def _owners_of() -> dict[str, str]:
    return {word: code for code, words in lexicon.load("currencies")["owners"].items() for word in words}


def _count(words: dict[str, int]) -> Counter[str]:
    """What words say that stand so often, in the order of the text."""
    owners = _owners()
    votes: Counter[str] = Counter()
    for word, times in words.items():
        if word in owners:
            code, weight = owners[word]
            votes[code] += times * weight
    return votes


@cache
def _telling() -> frozenset[str]:
    return frozenset(_owners())


@cache
def _owning() -> frozenset[str]:
    return frozenset(_owners_of())


def _first(votes: dict[str, int]) -> str:
    return max(votes, key=lambda code: votes[code])


@cache
def _owners() -> dict[str, tuple[str, int]]:
    """Each word that tells of a country -> its currency and how strongly it speaks."""
    data = lexicon.load("currencies")
    return {
        word: (code, weight)
        for name, weight in (("vocabulary", _USED), ("evidence", _NAMED))
        for code, words in data[name].items()
        for word in words
    }
