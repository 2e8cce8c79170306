"""A phrase of a Reading without a finite verb of saying -> who says what it holds: "according to X", participles ("forecast by analysts"),
nouns ("the union's claim that"), and whoever a sentence opens with ("Para el Instituto,").
"""

from __future__ import annotations

from watcher.extract.attribution.rules import CLAUSE, POSSESSIVE, REACH, Scope, hour, span
from watcher.extract.attribution.sayings import Sayings
from watcher.extract.neighbours import among, follows, norm_at
from watcher.extract.quotes import speech

_SHORT, _WIDE = 9, 14  # tokens from a participle to who is named behind "by", and of that name
_ISSUED = ("ado", "ados", "ada", "adas", "ido", "idos", "ida", "idas")  # Spanish participles
_OR = frozenset(("o", "or", "and"))
_EACH = frozenset(("segun", "according"))  # of two in a sentence each holds for what stands before it
_AGENT = ("by", "por")
_OBJECTS = ("lo", "le", "les", "se", "nos")
_STANDS = ("is", "was", "stands", "stood")


_ASIDE = "—–"


class Phrases:
    """The phrases of one section, each asked what it tells the source of."""

    def __init__(self, sayings: Sayings) -> None:
        self.sayings, self.sources = sayings, sayings.sources
        self.reading, self.rules = sayings.reading, sayings.rules

    def scope(self, at: int, first: int, last: int) -> Scope | None:
        """What the word at `at`, in tokens `[first, last)`, tells the source of otherwise than a verb of saying does."""
        norm, has = self.reading.tokens[at].norm, self.rules.sets
        if norm in has["heading"] and at == first and (scope := self._viewed(first, last)):
            return scope
        if norm in self.rules.according and (scope := self._according(at, first, last)):
            return scope
        if norm in has["valuing"] and (scope := self._reckoned(at, first, last)):
            return scope
        if norm in has["charging"] and (scope := self._charged(at, last)):
            return scope
        if norm in has["claims"] and (scope := self._nominal(at, first, last)):
            return scope
        return self.sayings.owned(at, first, last) if norm in has["owned"] else None

    def _according(self, at: int, first: int, last: int) -> Scope | None:
        tokens, has = self.reading.tokens, self.rules.sets
        known = self.rules.according[tokens[at].norm]
        if at + 1 >= last:
            return None
        for phrase in [*known.get(tokens[at + 1].norm, ()), *known.get("", ())]:  # "según consta en", "según"
            behind = at + len(phrase)
            if behind < last and follows(tokens, at, phrase):
                behind = self._past_objects(behind)
                if again := self.sayings.again(behind, last):
                    return span(self.reading, first, last, again)
                if among(tokens[behind - 1].norm, has["whom"]) or any(token.norm in has["whom"] for token in tokens[behind : behind + 2]):
                    whose = self.sayings.meant(
                        at, max(first, at - _WIDE), human=among("quien", (tokens[behind - 1].norm, tokens[behind].norm))
                    )
                    return span(self.reading, behind, last, whose) if whose else None
                end = self.end(behind, min(last, behind + REACH))
                others = self.reading.between(_EACH, first, last) if at > first else []
                if others and others[-1] > at:
                    end = self._own_end(behind, end)
                told = self._told(behind)
                teller = speech.after_verb(self.reading, self.sources.index, self.sources.names, behind, end) if told else None
                source = teller.name if teller and self.sources.tells(teller) else None
                source = source or (self._noun(behind, end) if told else None)
                if source is None and told and tokens[at - 1].text == "," and (teller := self.sources.head(first, at)):
                    source = teller.name  # "Sur ganó 40 millones, según comunicó a la bolsa"
                source = source or self.sources.called(behind, end)
                if source is None:
                    return None
                if at > first and tokens[at - 1].norm in has["parting"]:
                    return span(self.reading, at, end, source)  # "the strike, which according to the union cost $3, ended"
                if at - 2 > first and tokens[at - 1].text == "," and among(tokens[at - 2].norm, has["describing"], has["linking"]):
                    return span(self.reading, at, last, source)  # "the farm where, according to police, he had lived"
                if len(others) > 1:  # "el 80% según los sindicatos y el 35% según la Junta": each has what stands before it
                    before = max((other for other in others if other < at), default=None)
                    first = first if before is None else self._own_end(before + 1, at)
                    last = end if others[-1] > at else last
                    return span(self.reading, first, last, source) if first < at else None
                if at > first and tokens[at - 1].text in _ASIDE:
                    close = next((mark for mark in range(end, min(last, behind + REACH)) if tokens[mark].text in _ASIDE), last)
                    return span(self.reading, first, close, source)  # "85,000 arrests —according to the police— and hold it"
                spoken = self.sayings.spoken if self.sayings.speaking and tokens[at - 1].text != "," else last
                inner = first <= spoken < at - 1 and tokens[spoken + 1].norm in has["linking"]  # "X alega que fue el 37% según Y"
                return span(self.reading, spoken + 2 if inner else first, last, source)
        return None

    def _told(self, at: int) -> bool:
        """ "Según explicó a la prensa el alcalde": a verb of saying; not in "according to state media"."""
        return self.rules.spanish and among(self.reading.tokens[at].norm, self.rules.sets["stating"], self.sources.lexis.having)

    def _past_objects(self, at: int) -> int:
        """ "Según lo informó la fiscal", "según se lo dijo": past the pronouns before a verb of saying."""
        tokens, verb = self.reading.tokens, at
        while tokens[verb].norm in _OBJECTS and verb + 1 < len(tokens):
            verb += 1
        return verb if among(tokens[verb].norm, self.rules.sets["stating"], self.sources.lexis.having) else at

    def _noun(self, verb: int, end: int) -> str | None:
        """ "Según explicó la pastera", "según dicen desde la empresa": a noun with its article is all that stands behind the verb."""
        tokens = self.reading.tokens
        verb += tokens[verb].norm in self.sources.lexis.having
        verb += norm_at(tokens, verb + 1) in self.rules.sets["from"]
        alone = end == verb + 3 and tokens[verb + 1].norm in self.sources.lexis.articles and tokens[verb + 2].kind == "w"
        return tokens[verb + 2].text if alone else None

    def _own_end(self, first: int, last: int) -> int:
        """Where the first of two sources of a sentence ends: "según los sindicatos y del 35% según la Junta"."""
        joints = self.rules.sets["coordinating"] | _OR
        return next(
            (at for at in range(first + 1, last) if self.reading.tokens[at].text in CLAUSE or self.reading.tokens[at].norm in joints), last
        )

    def end(self, first: int, last: int) -> int:
        """Where the phrase that names a source ends: at a mark, a period, or another noun phrase, "Según los gremios el paro fue"."""
        tokens, has, lexis = self.reading.tokens, self.rules.sets, self.sources.lexis
        if self._told(first):
            return next((at for at in range(first, last) if self._closes(at)), last)
        made = False  # "una encuesta que difundió este jueves la consultora Pulso"
        for at in range(first, last):
            made = made or (at > first and tokens[at].norm in has["linking"])
            afresh = not made and at > first and tokens[at].norm in lexis.articles and tokens[at - 1].kind == "w"
            inside = afresh and among(tokens[at - 1].norm, lexis.stops, lexis.articles, has["bearing"], has["coordinating"])
            if self._closes(at) or (afresh and not inside and not tokens[at - 1].norm.endswith(_ISSUED)):
                return at  # but "según los datos publicados este martes por el INE"
        return last

    def _closes(self, at: int) -> bool:
        """True for a mark that ends a phrase; not in "el corte de las 9:00 horas"."""
        tokens = self.reading.tokens
        if tokens[at].text == ".":  # "the U.S. Treasury", "Dr. Ann Bo"
            sentence = self.reading.sentences[self.reading.sentence_of[at]]
            shortens = at + 1 < sentence.last and tokens[at + 1].kind == "w"
            return not shortens and self.sources.names.at(self.sources.index, at) is None
        return tokens[at].text in CLAUSE and not (tokens[at].text == ":" and hour(tokens, at))

    def _viewed(self, first: int, last: int) -> Scope | None:
        """ "Para el Instituto, el puente resiste 30 años": a body that opens the sentence sees it so, or who spoke last."""
        tokens, has = self.reading.tokens, self.rules.sets
        stop = min(last, first + _WIDE)
        end = next((at for at in range(first + 1, stop) if tokens[at].text in CLAUSE or tokens[at].norm in has["seeming"]), last)
        if any(token.kind == "n" for token in tokens[first:end]):
            return None  # "Para la gobernación nadie alcanzó el 40%, por lo que"
        if end < last and tokens[end].text == "(":  # "Para el Sindicato de Médicos (SMR), la huelga"
            end = next((at + 1 for at in range(end + 1, min(stop, last - 1)) if tokens[at].text == ")"), last)
        held = self.sources.head(first + 1, end) if end < last and (tokens[end].text == "," or tokens[end].norm in has["seeming"]) else None
        if held is None:
            return None
        near = (*tokens[first + 1 : first + 3], *tokens[end + 1 : end + 2])  # "Para Ana Ruiz, economista jefa de Delta, la inflación"
        titled = held.name[0].isupper() and any(self.sources.telling(token.norm) for token in near)
        sees = titled or held.type == "organization" or self.reading.holds(has["viewers"], first + 1, end)
        return span(self.reading, first, last, held.name) if sees or self.sayings.teller(first) == held.name else None

    def _reckoned(self, at: int, first: int, last: int) -> Scope | None:
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

    def _charged(self, at: int, last: int) -> Scope | None:
        """ "Accused by prosecutors of hiding 13 contracts": who accuses says it."""
        tokens, has = self.reading.tokens, self.rules.sets
        if at + 2 >= last or tokens[at + 1].norm not in _AGENT:
            return None
        stops = range(at + 2, min(last, at + _SHORT))
        end = next((stop for stop in stops if tokens[stop].norm in has["charges"] or tokens[stop].text in CLAUSE), None)
        source = self.sources.called(at + 2, end) if end is not None else None
        return span(self.reading, end, last, source) if end is not None and source else None

    def _nominal(self, at: int, first: int, last: int) -> Scope | None:
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
