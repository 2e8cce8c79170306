"""A Reading, its names and quotations -> who says what stands at a place, and whether it is asserted, denied, planned or alleged.

Inside a quotation the speaker says it. Else a source holds for its part of the sentence, up to a semicolon: "according to X" for all of it,
"X said that" for what follows, ", X said" for what came before, a study for what it found and for what the next sentences tell of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from watcher import lexicon
from watcher.extract.names.namewords import role_words
from watcher.extract.neighbours import follows
from watcher.extract.quotes import speech
from watcher.extract.quotes.speech import Namer
from watcher.extract.reading import NameMention, QuoteMention, Reading, Sentence
from watcher.extract.stance import stance
from watcher.model import Attribution, Modality, Subject

_CUTS = frozenset(";")
_CLAUSE = frozenset(",;:—–()“”«»")
_REACH = 40  # tokens looked at around a verb or a study
_STUDIES = 12  # words of a sentence that may name its study
_TRAIL = 14  # tokens from a verb of saying to the end of a sentence it closes


class Rules(NamedTuple):
    """The words of one language that tell a source or a modality."""

    according: dict[str, list[tuple[str, ...]]]  # first word -> the phrases
    untrue: dict[str, list[tuple[str, ...]]]
    openers: frozenset[str]
    sets: dict[str, frozenset[str]]
    spanish: bool


class Scope(NamedTuple):
    """What a source holds for, in code points; `denied` where it says that it is not so."""

    start: int
    end: int
    source: str
    denied: bool = False


@cache
def rules(language: str) -> Rules:
    raw = lexicon.load(f"{language}/attribution")
    according, untrue = _by_first(raw["according"]), _by_first(raw["untrue"])
    openers = frozenset([*according] + raw["stating"] + raw["studies"] + raw["denying"])
    return Rules(according, untrue, openers, {name: frozenset(value) for name, value in raw.items()}, language == "es")


def _by_first(phrases: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


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
        quote = bisect_right(self._quotes, offset) - 1
        if quote >= 0 and offset < self.quotes[quote].end:
            speaker = self.quotes[quote].speaker
            return Attribution(speaker.name if speaker else None, True), self._modality(offset, denied=False)
        scope = self._scope(offset)
        source = Attribution(scope.source) if scope and scope.source else None
        return source, self._modality(offset, denied=scope is not None and scope.denied)

    def _scope(self, offset: int) -> Scope | None:
        """The narrowest scope that holds the place."""
        at = bisect_right(self._scopes, offset)
        holding = [scope for scope in self.scopes[max(0, at - 12) : at] if scope.start <= offset < scope.end]
        return min(holding, key=_length) if holding else None

    def _modality(self, offset: int, *, denied: bool) -> Modality:
        if denied:
            return "denied"
        return stance(self.reading, bisect_left(self.reading.starts, offset))


def find(reading: Reading, index: int, names: Namer, quotes: Sequence[QuoteMention], answers: Sequence[QuoteMention] = ()) -> Said:
    """Who says what in section `index` of the document; `answers` are those of an interview."""
    finder = _Finder(reading, index, names)
    scopes: list[Scope] = []
    paragraph = -1
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            paragraph, finder.study = sentence.paragraph, None
        scopes += finder.sentence(sentence)
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
    """What is known while the sentences are read: the study a paragraph tells of, the last one named."""

    def __init__(self, reading: Reading, index: int, names: Namer) -> None:
        self.reading, self.index, self.names = reading, index, names
        self.rules = rules(reading.language)
        self.study: str | None = None
        self.named: str | None = None

    def sentence(self, sentence: Sentence) -> list[Scope]:
        marks = self.reading.between(self.rules.openers, sentence.first, sentence.last)
        if not marks:
            return []
        found: list[Scope] = []
        cuts = self.reading.between(_CUTS, sentence.first, sentence.last)
        study = self._study(sentence, marks)
        if study:
            found.append(Scope(sentence.start, sentence.end, study))
        for first, last in zip([sentence.first, *(cut + 1 for cut in cuts)], [*cuts, sentence.last], strict=True):
            for at in marks[bisect_left(marks, first) : bisect_left(marks, last)]:
                scope = self._according(at, first, last) or self._stating(at, first, last)
                if scope:
                    found.append(scope)
        return found

    def _span(self, first: int, last: int, source: str, *, denied: bool = False) -> Scope:
        return Scope(self.reading.starts[first], self.reading.ends[last - 1], source, denied)

    def _according(self, at: int, first: int, last: int) -> Scope | None:
        tokens = self.reading.tokens
        for phrase in self.rules.according.get(tokens[at].norm, ()):
            behind = at + len(phrase)
            if behind < last and follows(tokens, at, phrase):
                end = next(
                    (
                        stop
                        for stop in range(behind, min(last, behind + _REACH))
                        if tokens[stop].text in _CLAUSE or tokens[stop].text == "."
                    ),
                    last,
                )
                end = min(end, behind + _REACH)
                source = self._source(behind, end)
                return self._span(first, last, source) if source else None
        return None

    def _source(self, first: int, last: int) -> str | None:
        """The name in a noun phrase, the study it speaks of again, else its noun."""
        tokens, has = self.reading.tokens, self.rules.sets
        norms = [token.norm for token in tokens[first:last]]
        again = any(word in has["same"] for word in norms[:3])
        calendar = speech.words(self.reading.language).calendar
        named = self.names.in_tokens(self.index, first, last)
        bodies = [found for found in named if found.subject.type != "place" and tokens[found.first].norm not in calendar]
        if bodies and not again:
            self.named = bodies[0].subject.name
            return self.named
        if again and self.named:
            return self.named
        held = speech.role(self.reading, self.index, self.names, first, last)
        return held.name if held and self._tells(held) else None

    def _tells(self, subject: Subject) -> bool:
        """True for what can be a source: a name, people, a body, a study; not the first noun that comes ("losses", "now")."""
        if subject.name[0].isupper() and subject.type != "place":
            return True
        spoken, known = speech.words(self.reading.language), role_words(self.reading.language)
        words = lexicon.fold(subject.name).replace("-", " ").split()
        sources = self.rules.sets
        return any(
            word in known.persons
            or word in known.groups
            or word in spoken.groups
            or word in sources["studies"]
            or word in sources["sources"]
            for word in words
        )

    def _plain(self, start: int, subject: Subject) -> bool:
        """English: "the port says": a noun of its own with its article, at the head of the clause."""
        token = self.reading.tokens[start]
        name = subject.name.split()
        headed = token.norm in speech.words(self.reading.language).articles
        return not self.rules.spanish and headed and len(name) <= 2 and self.reading.tokens[start + 1].text == name[0]

    def _study(self, sentence: Sentence, marks: Sequence[int]) -> str | None:
        """Who made the study that a sentence tells of: "a poll by X found", "the pollster interviewed"."""
        tokens, has = self.reading.tokens, self.rules.sets
        last_stating = next((mark for mark in reversed(marks) if tokens[mark].norm in has["stating"]), -1)
        for at in marks[:_STUDIES]:
            if tokens[at].norm not in has["studies"]:
                continue
            far = min(sentence.last, at + _REACH)
            stop = next((end for end in range(at + 1, far) if tokens[end].text in _CLAUSE or tokens[end].norm in has["stating"]), far)
            bearing = next((end for end in range(at + 1, min(stop, at + 8)) if tokens[end].norm in has["bearing"]), None)
            named = [m for m in self.names.in_tokens(self.index, bearing, stop) if m.subject.type != "place"] if bearing else []
            beside = [
                m
                for m in self.names.in_tokens(self.index, max(sentence.first, at - 6), min(stop, at + 5))
                if m.subject.type == "organization"
            ]
            before = tokens[at - 1].norm if at > sentence.first else ""
            stated = at < last_stating
            if not named and (maker := self._maker(at, far)) is not None:
                named = [maker]
            if (named or beside) and (stated or at - sentence.first < 6):
                self.study = self.named = (named or beside)[0].subject.name
                return self.study if stated or at - sentence.first < 6 else None
            if at - sentence.first <= 2 and before in speech.words(self.reading.language).articles:
                held = self.names.resolve_role(self.index, at, [tokens[at].norm])
                if held is None and self.study is None and stated and before in has["indefinite"]:
                    self.study = tokens[at].text.lower()
                return self.study or (held.name if held and held.type != "place" else None)
        return None

    def _maker(self, first: int, stop: int) -> NameMention | None:
        """ "led by the economist Hanna Weil", "polled by the newspaper El Faro": the first name behind a participle and "by"."""
        tokens, has = self.reading.tokens, self.rules.sets
        for at in range(first, stop - 2):
            if tokens[at].norm in has["making"] and tokens[at + 1].norm in has["bearing"]:
                names = self.names.in_tokens(self.index, at + 2, min(stop, at + 8))
                return next((mention for mention in names if mention.subject.type != "place"), None)
        return None

    def _stating(self, verb: int, first: int, last: int) -> Scope | None:
        tokens, has = self.reading.tokens, self.rules.sets
        if tokens[verb].norm not in has["stating"] or (
            verb > first and tokens[verb - 1].norm in speech.words(self.reading.language).articles
        ):
            return None
        if self._takes(verb, last):
            return None
        denied = tokens[verb].norm in has["denying"] or self._untrue(max(first, verb - 6), min(last, verb + 8))
        start = self._clause(verb, first)
        if tokens[start].norm in has["resuming"]:
            return None  # "which the board denied" speaks of what came before
        inverted = verb == start or (self.rules.spanish and tokens[verb - 1].text in _CLAUSE)
        speaker = self._speaker(verb, start, last, inverted=inverted)
        if speaker is None or not (self._tells(speaker) or self._plain(start, speaker)):
            return None
        following = tokens[verb + 1].norm if verb + 1 < last else ""
        linked = any(token.norm in has["linking"] for token in tokens[verb + 1 : min(last, verb + 4)])
        trails = start > first and not linked and last - verb <= _TRAIL and tokens[start - 1].text == ","
        if trails and (inverted or last - verb <= 6 or following in ("on", "in", "at", "el", "la", "este", "en", ".")):
            return self._span(first, last, speaker.name, denied=denied)
        if inverted and not self.rules.spanish:
            return None
        return self._span(min(verb + 1, last - 1), last, speaker.name, denied=denied)

    def _takes(self, verb: int, last: int) -> bool:
        """ "who claimed 56%", "added 4,000 jobs": the number is what was done, not what was said."""
        tokens, has = self.reading.tokens, self.rules.sets
        if tokens[verb].norm not in has["taking"] or verb + 1 >= last:
            return False
        return tokens[verb + 1].kind == "n" or tokens[verb + 1].norm in has["shares"]

    def _speaker(self, verb: int, start: int, last: int, *, inverted: bool) -> Subject | None:
        if inverted:
            found = speech.after_verb(self.reading, self.index, self.names, verb, last)
            linked = verb + 1 < last and self.reading.tokens[verb + 1].norm in self.rules.sets["linking"]
            return self.names.pronoun(self.index, verb) if linked or found is None else found
        if self.reading.tokens[start].norm in self.rules.sets["relatives"] and verb - start <= 3:
            return next((m.subject for m in self.names.before(self.index, start, 6) if m.subject.type == "person"), None)
        return speech.before_verb(self.reading, self.index, self.names, verb, start)

    def _untrue(self, first: int, last: int) -> bool:
        norms = [token.norm for token in self.reading.tokens[first:last]]
        untrue = self.rules.untrue
        return any(tuple(norms[at : at + len(phrase)]) == phrase for at, word in enumerate(norms) for phrase in untrue.get(word, ()))

    def _clause(self, verb: int, first: int) -> int:
        """Where the clause of a verb begins, past what stands between commas before it."""
        tokens = self.reading.tokens
        at = verb
        first = max(first, verb - _REACH)
        while at > first and tokens[at - 1].text not in _CLAUSE and tokens[at - 1].norm not in self.rules.sets["joints"]:
            at -= 1
        if at == verb and at > first and tokens[at - 1].text == ",":
            opening = next((comma for comma in range(at - 2, max(first, at - 16) - 1, -1) if tokens[comma].text == ","), None)
            if opening is not None and not self.rules.spanish:
                return self._clause(opening, first)
            if not self.rules.spanish:
                return first
        elif (
            at > first
            and tokens[at - 1].text == ","
            and not any(mention.subject.type == "person" for mention in self.names.in_tokens(self.index, at, verb))
        ):
            return at
        return at
