"""A phrase of a Reading without a finite verb of saying -> who says what it holds: participles ("forecast by analysts"), nouns ("the
union's claim that"), and whoever a sentence opens with ("Para el Instituto,").
"""

from __future__ import annotations

from watcher.extract.attribution.rules import CLAUSE, POSSESSIVE, Scope, span
from watcher.extract.attribution.sayings import Sayings

_SHORT, _WIDE = 9, 14  # tokens from a participle to who is named behind "by", and of that name
_AGENT = ("by", "por")
_STANDS = ("is", "was", "stands", "stood")


class Phrases:
    """The phrases of one section, each asked what it tells the source of."""

    def __init__(self, sayings: Sayings) -> None:
        self.sayings, self.sources = sayings, sayings.sources
        self.reading, self.rules = sayings.reading, sayings.rules

    def viewed(self, first: int, last: int) -> Scope | None:
        """ "Para el Instituto, el puente resiste 30 años": a body that opens the sentence sees it so, or who spoke last."""
        tokens, has = self.reading.tokens, self.rules.sets
        stop = min(last, first + _WIDE)
        end = next((at for at in range(first + 1, stop) if tokens[at].text in CLAUSE or tokens[at].norm in has["seeming"]), last)
        if end < last and tokens[end].text == "(":  # "Para el Sindicato de Médicos (SMR), la huelga"
            end = next((at + 1 for at in range(end + 1, min(stop, last - 1)) if tokens[at].text == ")"), last)
        held = self.sources.head(first + 1, end) if end < last and (tokens[end].text == "," or tokens[end].norm in has["seeming"]) else None
        if held is None:
            return None
        known = self.sayings.teller == held.name
        titled = held.name[0].isupper() and any(self.sources.telling(token.norm) for token in tokens[first + 1 : first + 3])
        sees = known or titled or held.type == "organization" or any(token.norm in has["viewers"] for token in tokens[first + 1 : end])
        return span(self.reading, first, last, held.name) if sees else None

    def reckoned(self, at: int, first: int, last: int) -> Scope | None:
        """ "Put at 40 by the coastguard", "el 3% previsto por el banco", "the $3 billion analysts expected": who reckons it so."""
        tokens, has = self.reading.tokens, self.rules.sets
        if at + 1 >= last:
            return None
        begin = end = at
        if tokens[at + 1].norm in ("at", "en"):
            by = next((stop for stop in range(at + 2, min(last, at + _WIDE)) if tokens[stop].norm in _AGENT), last)
            end = last
        else:
            by = at + 1
            while begin > max(first, at - _SHORT) and tokens[begin - 1].text not in CLAUSE and tokens[begin].kind != "n":
                begin -= 1
        if by + 1 < last and tokens[by].norm in _AGENT:
            stop = next((to for to in range(by + 1, min(last, by + _SHORT)) if tokens[to].text in CLAUSE), min(last, by + _SHORT))
            opening = self.sources.head(by + 1, stop)
            held = opening.name if opening else self.sources.called(by + 1, stop)
            return span(self.reading, max(first, begin - 1), max(end, by), held) if held else None
        teller = at - 1 - (tokens[at - 1].norm in has["finite"])  # "the $3 billion analysts had expected"
        plain = not self.rules.spanish and tokens[begin].kind == "n" and begin < teller and tokens[at + 1].text in ",.;"
        return span(self.reading, begin - 1, at, tokens[teller].text) if plain and self.sources.telling(tokens[teller].norm) else None

    def charged(self, at: int, last: int) -> Scope | None:
        """ "Accused by prosecutors of hiding 13 contracts": who accuses says it."""
        tokens, has = self.reading.tokens, self.rules.sets
        if at + 2 >= last or tokens[at + 1].norm not in _AGENT:
            return None
        stops = range(at + 2, min(last, at + _SHORT))
        end = next((stop for stop in stops if tokens[stop].norm in has["charges"] or tokens[stop].text in CLAUSE), None)
        source = self.sources.called(at + 2, end) if end is not None else None
        return span(self.reading, end, last, source) if end is not None and source else None

    def nominal(self, at: int, first: int, last: int) -> Scope | None:
        """ "The union's claim that", "a warning by engineers that", "la previsión de la consejería es que": whose noun of saying it is."""
        tokens, has = self.reading.tokens, self.rules.sets
        stops = range(at + 1, min(last, at + _WIDE))
        end = next((stop for stop in stops if tokens[stop].norm in has["linking"] or tokens[stop].text in CLAUSE), last)
        if self._states(at, last):
            end = at + 1
        elif end >= last - 1 or tokens[end].norm not in has["linking"]:
            return None
        source: str | None = None
        if tokens[at - 1].text in POSSESSIVE or (tokens[at - 1].norm == "own" and tokens[at - 2].text in POSSESSIVE):
            at -= tokens[at - 1].norm == "own"
            begin = at - 1
            while begin > first and at - begin <= _SHORT and tokens[begin - 1].norm not in self.sources.lexis.articles:
                begin -= 1
            source = self.sources.called(begin, at - 1)
        elif tokens[at + 1].norm in has["bearing"] and end > at + 2:
            source = self.sources.called(at + 2, end)
        return span(self.reading, end, last, source) if source else None

    def _states(self, at: int, last: int) -> bool:
        """ "The ministry's count is 300", "stands at 300": a number right behind a noun of saying."""
        tokens = self.reading.tokens
        if self.rules.spanish or at + 2 >= last or tokens[at + 1].norm not in _STANDS:
            return False
        return any(token.kind == "n" for token in tokens[at + 2 : min(last, at + 5)])
