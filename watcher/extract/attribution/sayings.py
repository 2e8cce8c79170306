"""A verb of saying in a Reading -> who states what with it: what follows, what came before, or all around what stands between commas."""

from __future__ import annotations

from watcher.extract.attribution.rules import CLAUSE, REACH, Scope, span
from watcher.extract.attribution.sources import Sources
from watcher.extract.neighbours import follows
from watcher.extract.quotes import saying, speech
from watcher.model import Subject

_FAR = 3  # sentences back to whom "they" stands for
_SHORT, _WIDE = 9, 14  # tokens from a verb of saying to the comma that closes what stands between two
_TRAIL = 14  # tokens from a verb of saying to the end of a sentence it closes


class Sayings:
    """What is known while the sentences are read: who spoke last in this sentence, and in the one before."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.reading, self.index, self.names, self.rules = sources.reading, sources.index, sources.names, sources.rules
        self.speaking: Subject | None = None
        self.spoke: Subject | None = None

    def turn(self, *, afresh: bool) -> None:
        """Another sentence begins, `afresh` in another paragraph."""
        self.spoke, self.speaking = None if afresh else self.speaking, None

    def scope(self, verb: int, first: int, last: int, study: str | None) -> Scope | None:
        """What the verb of saying at `verb`, in tokens `[first, last)`, tells the source of; `study` is the one the sentence tells of."""
        tokens, has = self.reading.tokens, self.rules.sets
        if verb > first and tokens[verb - 1].norm in saying.words(self.reading.language).articles:
            return None
        if self._takes(verb, last):
            return None
        denied = tokens[verb].norm in has["denying"] or self._untrue(max(first, verb - 6), min(last, verb + 8))
        start = self._clause(verb, first)
        if tokens[start].norm == "a" and tokens[start + 1].norm in saying.words(self.reading.language).relatives:
            start += 2  # "a quien la Fiscalía imputa"
        if study is not None and any(token.norm in has["studies"] for token in tokens[start : min(verb, start + 3)]):
            return None  # "a survey of its members found" is the survey's
        if tokens[start].norm in has["resuming"]:
            return None  # "which the board denied" speaks of what came before
        inverted = verb == start
        speaker = self._speaker(verb, start, last, inverted=inverted)
        if inverted and self.rules.spanish and (opening := self._opening(verb, first)) is not None:
            named = self._linked(verb) and self._holder(opening, verb)
            if named or not (speaker and self.sources.tells(speaker)):
                start, inverted = self._clause(opening, first), False  # "El documento, titulado X, registra"
                speaker = named or self._speaker(verb, start, last, inverted=False)
        if speaker is None or not (self.sources.tells(speaker) or self.sources.plain(start, verb, speaker)):
            return None
        self.speaking = speaker
        following = tokens[verb + 1].norm if verb + 1 < last else ""
        linked = any(token.norm in has["linking"] for token in tokens[verb + 1 : min(last, verb + 4)])
        far = REACH if inverted and not self.rules.spanish else _TRAIL
        trails = start > first and not linked and last - verb <= far and tokens[start - 1].text == ","
        if trails and (inverted or last - verb <= 6 or following in ("on", "in", "at", "el", "la", "este", "en", ".")):
            return span(self.reading, first, last, speaker.name, denied=denied)
        if not linked and start > first and self._aside(start, verb, last, inverted=inverted):
            return span(self.reading, first, last, speaker.name, denied=denied)
        if inverted and not self.rules.spanish:
            return None
        return span(self.reading, min(verb + 1, last - 1), last, speaker.name, denied=denied)

    def _aside(self, start: int, verb: int, last: int, *, inverted: bool) -> bool:
        """ "The herd, they conclude, grew by 7%", "X, he told the court on Monday, and": who says it stands between two commas."""
        tokens = self.reading.tokens
        far = verb + (_WIDE if inverted else _SHORT)
        end = next((at for at in range(verb + 1, min(last, far)) if tokens[at].text in CLAUSE), None)
        apart = tokens[start - 1].text in ",–—" and end is not None and tokens[end].text in ",–—"
        return (
            apart
            and (end == verb + 1 or inverted or tokens[verb + 1].norm not in self.rules.sets["shares"])
            and not any(
                token.kind == "n"
                and tokens[at - 1].norm not in self.rules.sets["days"]
                and tokens[at + 1].norm not in self.rules.sets["days"]
                for at, token in enumerate(tokens[verb + 1 : end], verb + 1)
            )
        )

    def _linked(self, verb: int) -> bool:
        """ "Aseguró que", "said that": what is said follows."""
        return verb + 1 < len(self.reading.tokens) and self.reading.tokens[verb + 1].norm in self.rules.sets["linking"]

    def _holder(self, opening: int, verb: int) -> Subject | None:
        """ "El abogado de X, Rolando Zegarra, adelantó que": who stands between the commas, and nobody else."""
        named = self.names.in_tokens(self.index, opening + 1, verb - 1)
        return named[0].subject if named and named[0].first == opening + 1 and named[0].last == verb - 1 else None

    def _takes(self, verb: int, last: int) -> bool:
        """ "who claimed 56%", "added 4,000 jobs": the number is what was done, not what was said."""
        tokens, has = self.reading.tokens, self.rules.sets
        if tokens[verb].norm not in has["taking"] or verb + 1 >= last:
            return False
        return tokens[verb + 1].kind == "n" or tokens[verb + 1].norm in has["shares"]

    def _speaker(self, verb: int, start: int, last: int, *, inverted: bool) -> Subject | None:
        if inverted:
            found = speech.after_verb(self.reading, self.index, self.names, verb, last)
            return self.speaking or self.spoke or self.names.pronoun(self.index, verb) if self._linked(verb) or found is None else found
        if self.reading.tokens[start].norm in self.rules.sets["relatives"] and verb - start <= 3:
            return next((m.subject for m in self.names.before(self.index, start, 6) if m.subject.type == "person"), None)
        found = speech.before_verb(self.reading, self.index, self.names, verb, start)
        if (
            (found is None or not self.sources.tells(found))
            and self.reading.tokens[verb - 1].text == ","
            and (opening := self._opening(verb, start))
        ):
            found = speech.before_verb(self.reading, self.index, self.names, opening, start) or found
        they = self.reading.tokens[verb - 1].norm in self.rules.sets["they"]
        return (self._they(verb) if they else None) or found

    def _they(self, verb: int) -> Subject | None:
        """Who "they" are that say something: the people or bodies last told of."""
        reading = self.reading
        first = reading.sentences[max(0, reading.sentence_of[verb] - _FAR)].first
        told = [at for at in reading.between(self.rules.crowds, first, verb) if reading.tokens[at].norm.endswith("s")]
        return Subject(reading.tokens[told[-1]].norm, reading.tokens[told[-1]].text, "person") if told else None

    def _untrue(self, first: int, last: int) -> bool:
        tokens, untrue = self.reading.tokens, self.rules.untrue
        for at in range(first, last):
            norm = tokens[at].norm
            if norm in untrue:
                for phrase in untrue[norm]:
                    if at + len(phrase) <= last and follows(tokens, at, phrase):
                        return True
        return False

    def _opening(self, verb: int, first: int) -> int | None:
        """The comma that opens what stands between commas before a verb."""
        tokens = self.reading.tokens
        return next((comma for comma in range(verb - 2, max(first, verb - 16) - 1, -1) if tokens[comma].text == ","), None)

    def _clause(self, verb: int, first: int) -> int:
        """Where the clause of a verb begins, past what stands between commas before it."""
        tokens = self.reading.tokens
        at = verb
        first = max(first, verb - REACH)
        while at > first and tokens[at - 1].text not in CLAUSE and tokens[at - 1].norm not in self.rules.sets["joints"]:
            at -= 1
        if at == verb and at > first and tokens[at - 1].text == ",":
            opening = self._opening(at, first)
            if opening is not None and (not self.rules.spanish or tokens[opening + 1].norm in self.rules.sets["relatives"]):
                return self._clause(opening, first)  # "Las navieras, que mueven carga, calculan"
            if not self.rules.spanish:
                return first
        elif (
            at > first
            and tokens[at - 1].text == ","
            and not any(mention.subject.type == "person" for mention in self.names.in_tokens(self.index, at, verb))
        ):
            return at
        return at
