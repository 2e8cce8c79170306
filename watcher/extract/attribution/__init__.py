"""A Reading, its names and quotations -> who says what stands at a place, and whether it is asserted, denied, planned or alleged.

Inside a quotation the speaker says it. Else a source holds for its part of the sentence, up to a semicolon: "according to X" for all of it,
"X said that" for what follows, ", X said" for what came before, a study for what it found and for what the next sentences tell of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from watcher.extract.attribution.rules import CLAUSE, REACH, Scope, rules, span
from watcher.extract.attribution.sayings import Sayings
from watcher.extract.attribution.sources import Sources
from watcher.extract.attribution.studies import Studies
from watcher.extract.neighbours import follows
from watcher.extract.quotes.saying import Namer
from watcher.extract.reading import QuoteMention, Reading
from watcher.extract.stance import stance
from watcher.model import Attribution, Modality

_CUTS = frozenset(";")
_NEAR = 12  # scopes before a place that may hold it
_SHORT, _WIDE = 9, 14  # tokens from a verb to who is named behind "by", and of that name


def _length(scope: Scope) -> int:
    return scope.end - scope.start


class Said:
    """Who says what in one section."""

    def __init__(self, reading: Reading, quotes: Sequence[QuoteMention], scopes: Sequence[Scope]) -> None:
        self.reading = reading
        self.rules = rules(reading.language)
        self.quotes = sorted(quotes, key=lambda quote: quote.start)
        self.scopes = sorted(scopes)
        self._quotes = [quote.start for quote in self.quotes]
        self._scopes = [scope.start for scope in self.scopes]

    def at(self, offset: int) -> tuple[Attribution | None, Modality]:
        """The source of a claim at a code point, None where the article itself says it, and the claim's modality."""
        by, denied = self._by(offset)
        return by, "denied" if denied else stance(self.reading, bisect_left(self.reading.starts, offset))

    def source(self, offset: int) -> Attribution | None:
        """The source alone, for a claim that knows its modality."""
        return self._by(offset)[0]

    def _by(self, offset: int) -> tuple[Attribution | None, bool]:
        """The source, and whether it denies what stands there."""
        quote = bisect_right(self._quotes, offset) - 1
        if quote >= 0 and offset < self.quotes[quote].end:
            speaker = self.quotes[quote].speaker
            return Attribution(speaker.name if speaker else None, True), False
        scope = self._scope(offset)
        return (Attribution(scope.source) if scope and scope.source else None), scope is not None and scope.denied

    def _scope(self, offset: int) -> Scope | None:
        """The narrowest scope that holds the place."""
        at = bisect_right(self._scopes, offset)
        holding = [scope for scope in self.scopes[at - _NEAR if at > _NEAR else 0 : at] if offset < scope.end]
        return min(holding, key=_length) if len(holding) > 1 else holding[0] if holding else None


def find(reading: Reading, index: int, names: Namer, quotes: Sequence[QuoteMention], answers: Sequence[QuoteMention] = ()) -> Said:
    """Who says what in section `index` of the document; `answers` are those of an interview."""
    finder = _Finder(reading, index, names)
    scopes: list[Scope] = []
    marked: dict[int, list[int]] = {}
    begins = [quote.start for quote in quotes]
    for at in reading.where(finder.rules.openers):
        held = bisect_right(begins, reading.starts[at]) - 1
        if held >= 0 and reading.starts[at] < quotes[held].end:
            continue  # what a quotation holds its speaker says
        marked.setdefault(reading.sentence_of[at], []).append(at)
    heading = finder.rules.sets["heading"]
    for number in range(len(reading.sentences)):
        if (
            number in marked or finder.studies.before or reading.tokens[reading.sentences[number].first].norm in heading
        ):  # no other sentence tells a source
            scopes += finder.sentence(number, marked.get(number, ()))
    scopes += _answered(reading, answers)
    return Said(reading, quotes, scopes)


def _answered(reading: Reading, answers: Sequence[QuoteMention]) -> Iterator[Scope]:
    """A scope for each sentence of an answer, so that nothing nearer is hidden."""
    for answer in answers:
        at = bisect_right(reading.sentences, answer.start, key=lambda sentence: sentence.end)
        while answer.speaker is not None and at < len(reading.sentences) and reading.sentences[at].start < answer.end:
            yield Scope(max(answer.start, reading.sentences[at].start), reading.sentences[at].end, answer.speaker.name)
            at += 1


class _Finder:
    """The scopes of one section, sentence by sentence."""

    def __init__(self, reading: Reading, index: int, names: Namer) -> None:
        self.reading, self.rules = reading, rules(reading.language)
        self.sources = Sources(reading, index, names)
        self.studies, self.sayings = Studies(self.sources), Sayings(self.sources)

    def sentence(self, number: int, marks: Sequence[int]) -> list[Scope]:
        """What each source of a sentence holds for; `marks` are the tokens that may tell one."""
        sentence = self.reading.sentences[number]
        afresh = not number or sentence.paragraph != self.reading.sentences[number - 1].paragraph
        study = self.studies.of(sentence, marks)
        found = [Scope(sentence.start, sentence.end, study)] if study else []
        if marks or self.reading.tokens[sentence.first].norm in self.rules.sets["heading"]:
            self.sayings.turn(afresh=afresh)
            cuts = self.reading.between(_CUTS, sentence.first, sentence.last)
            first, last = sentence.first, cuts[0] if cuts else sentence.last
            if self.reading.tokens[first].norm in self.rules.sets["heading"] and (scope := self._viewed(first, last)):
                found.append(scope)
            for at in marks:
                if at >= last:  # behind a semicolon
                    behind = bisect_left(cuts, at)
                    first, last = cuts[behind - 1] + 1, cuts[behind] if behind < len(cuts) else sentence.last
                if scope := self._scope(at, first, last):
                    found.append(scope)
        if found:
            self.sayings.heard(found[-1].source, number)
        self.studies.keep(sentence, study, found[0].source if found else None)
        return found

    def _scope(self, at: int, first: int, last: int) -> Scope | None:
        """What the word at `at`, in tokens `[first, last)`, tells the source of."""
        norm, has = self.reading.tokens[at].norm, self.rules.sets
        if norm in self.rules.according and (scope := self._according(at, first, last)):
            return scope
        if (norm in has["charging"] or norm in has["valuing"]) and (scope := self._charging(at, last)):
            return scope
        if norm in has["owned"] and (scope := self.sayings.owned(at, first, last)):
            return scope
        return self.sayings.scope(at, first, last, self.studies.told) if norm in has["stating"] else None

    def _viewed(self, first: int, last: int) -> Scope | None:
        """ "Para el Instituto, el puente resiste 30 años": a body that opens the sentence sees it so."""
        tokens = self.reading.tokens
        end = next((at for at in range(first + 1, min(last, first + _WIDE)) if tokens[at].text in CLAUSE), last)
        held = self.sources.head(first + 1, end) if end < last and tokens[end].text == "," else None
        titled = held and held.name[0].isupper() and any(self.sources.telling(token.norm) for token in tokens[first + 1 : first + 3])
        seen = titled or (
            held and (held.type == "organization" or any(token.norm in self.rules.sets["viewers"] for token in tokens[first + 1 : end]))
        )
        return span(self.reading, first, last, held.name) if held and seen else None

    def _charging(self, at: int, last: int) -> Scope | None:
        """ "accused by prosecutors of hiding 13 contracts", "put at 40 by the coastguard": who accuses or estimates says it."""
        tokens, has = self.reading.tokens, self.rules.sets
        if tokens[at].norm in has["valuing"] and at + 1 < last and tokens[at + 1].norm in ("at", "en"):
            by = next((stop for stop in range(at + 2, min(last, at + _WIDE)) if tokens[stop].norm in ("by", "por")), last)
            held = self.sources.called(by + 1, min(last, by + _SHORT)) if by + 1 < last else None
            return span(self.reading, at, last, held) if held else None
        if tokens[at].norm not in has["charging"] or at + 2 >= last or tokens[at + 1].norm not in ("by", "por"):
            return None
        end = next(
            (stop for stop in range(at + 2, min(last, at + 9)) if tokens[stop].norm in has["charges"] or tokens[stop].text in CLAUSE), None
        )
        source = self.sources.called(at + 2, end) if end is not None else None
        return span(self.reading, end, last, source) if end is not None and source else None

    def _according(self, at: int, first: int, last: int) -> Scope | None:
        tokens = self.reading.tokens
        known = self.rules.according[tokens[at].norm]
        if at + 1 >= last:
            return None
        for phrase in known.get("") or known.get(tokens[at + 1].norm, []):
            behind = at + len(phrase)
            if again := self.sayings.again(behind, last):
                return span(self.reading, first, last, again)
            if behind < last and follows(tokens, at, phrase):
                end = next(
                    (stop for stop in range(behind, min(last, behind + REACH)) if tokens[stop].text in CLAUSE or tokens[stop].text == "."),
                    last,
                )
                end = min(end, behind + REACH)
                source = self.sources.called(behind, end)
                return span(self.reading, first, last, source) if source else None
        return None
