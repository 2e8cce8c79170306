"""A Reading, its names and quotations -> who says what stands at a place, and whether it is asserted, denied, planned or alleged.

Inside a quotation the speaker says it. Else a source holds for its part of the sentence, up to a semicolon: "according to X" for all of it,
"X said that" for what follows, ", X said" for what came before, a study for what it found and for what the next sentences tell of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from watcher.extract.attribution.labels import Labels
from watcher.extract.attribution.phrases import Phrases
from watcher.extract.attribution.rules import COMMA, Scope, rules, span
from watcher.extract.attribution.sayings import Sayings
from watcher.extract.attribution.sources import Sources
from watcher.extract.attribution.studies import Studies, of_them
from watcher.extract.neighbours import among, follows, norm_at
from watcher.extract.quotes import speech
from watcher.extract.quotes.saying import Namer
from watcher.extract.reading import QuoteMention, Reading, Sentence
from watcher.extract.stance import stance
from watcher.model import Attribution, Modality, Subject

_CUTS = frozenset(";")
_CHAIN = 16  # sentences that may hang on each other, at most
_NEAR = 12  # scopes before a place that may hold it
_FROM = 5  # tokens from "así" to whose it is
_SHORT = 9  # tokens from a comma to who is named before it, and from "así" to its verb


def _start(scope: Scope) -> int:
    return scope.start


def _length(scope: Scope) -> int:
    return scope.end - scope.start


class Said:
    """Who says what in section `index` of the document. A sentence is read when somebody asks, or when another hangs on who spoke in it:
    many hold nothing that anybody asks for. `answers` are those of an interview."""

    def __init__(
        self, reading: Reading, index: int, names: Namer, quotes: Sequence[QuoteMention], answers: Sequence[QuoteMention] = ()
    ) -> None:
        self.reading = reading
        self.quotes = sorted(quotes, key=lambda quote: quote.start)
        self._opened = [quote.start for quote in self.quotes]
        self._finder = _Finder(reading, index, names, self._tell)
        self._binding, self._past = self._finder.binding(), 0  # the sentences read in order, as far as the latter
        self._marks = _marks(reading, self.quotes)
        self._speaking: dict[int, Subject | None] = {}  # sentence -> whose words it holds
        for quote in self.quotes:
            self._speaking.update(dict.fromkeys(_sentences(reading, quote), quote.speaker))
        self._answered = _answered(reading, answers)
        self._told: dict[int, list[Scope]] = {}  # sentence -> its scopes, in order

    def at(self, offset: int) -> tuple[Attribution | None, Modality]:
        """The source of a claim at a code point, None where the article itself says it, and the claim's modality."""
        by, denied = self._by(offset)
        return by, "denied" if denied else stance(self.reading, bisect_left(self.reading.starts, offset))

    def source(self, offset: int) -> Attribution | None:
        """The source alone, for a claim that knows its modality."""
        return self._by(offset)[0]

    def _by(self, offset: int) -> tuple[Attribution | None, bool]:
        """The source, and whether it denies what stands there."""
        if (quote := self._quote(offset)) is not None:
            scope = None if quote.speaker else self._scope(offset)
            return Attribution(quote.speaker.name if quote.speaker else scope.source if scope else None, True), False
        scope = self._scope(offset)
        return (Attribution(scope.source) if scope and scope.source else None), scope is not None and scope.denied

    def _quote(self, offset: int) -> QuoteMention | None:
        """The quotation that holds the place."""
        at = bisect_right(self._opened, offset) - 1
        return self.quotes[at] if at >= 0 and offset < self.quotes[at].end else None

    def _scope(self, offset: int) -> Scope | None:
        """The narrowest scope that holds the place; none reaches beyond its sentence."""
        number = self.reading.sentence_of[bisect_right(self.reading.starts, offset) - 1]
        if number > self._past:
            for before in range(self._past, number):
                if before in self._binding:
                    self._tell(before)
            self._past = number
        told = self._tell(number)
        if not told:
            return None
        at = bisect_right(told, offset, key=_start)
        holding = [scope for scope in told[at - _NEAR if at > _NEAR else 0 : at] if offset < scope.end]
        return min(holding, key=_length) if len(holding) > 1 else holding[0] if holding else None

    def _tell(self, number: int) -> list[Scope]:
        """The scopes of a sentence, which is read once."""
        if number not in self._told:
            sayings = self._finder.sayings
            speaking, spoken = sayings.speaking, sayings.spoken  # in a sentence that hangs on this one
            self._told[number] = []
            self._told[number] = self._read(number)
            sayings.speaking, sayings.spoken = speaking, spoken
        return self._told[number]

    def _read(self, number: int) -> list[Scope]:
        """The scopes of a sentence."""
        finder, sentence = self._finder, self.reading.sentences[number]
        marks = self._marks[bisect_left(self._marks, sentence.first) : bisect_left(self._marks, sentence.last)]
        scopes = finder.sentence(number, marks)
        if not scopes and (said := finder.labels.scope(sentence) or (finder.thus(number) if number in finder.thus_behind else None)):
            scopes = [said]
        if scopes:
            finder.labels.keep(sentence, scopes[-1].source)
        elif quoted := self._speaking.get(number):
            finder.sayings.heard([quoted.name], number)
        if number in self._answered:
            scopes += self._answered[number]
        scopes.sort()
        return scopes


def _marks(reading: Reading, quotes: Sequence[QuoteMention]) -> list[int]:
    """The words that may tell a source, in order; those of a quotation do not, which its speaker says."""
    known, tokens = rules(reading.language), reading.tokens
    told = {*reading.where(known.alone), *_opens(reading, known.sets["heading"])}
    for at in reading.where(known.leading):
        told.update([at - place for place, phrase in known.led[tokens[at].norm] if follows(tokens, at - place, phrase)])
    found = sorted(told)
    outside: list[int] = []
    past = 0
    for quote in quotes:
        first = bisect_left(found, bisect_left(reading.starts, quote.start), past)
        outside += found[past:first]
        past = bisect_left(found, bisect_left(reading.starts, quote.end), first)
    return outside + found[past:]


def _opens(reading: Reading, words: frozenset[str]) -> list[int]:
    """Where one of `words` opens a sentence."""
    return [at for at in reading.where(words) if at == reading.sentences[reading.sentence_of[at]].first]


def _sentences(reading: Reading, quote: QuoteMention) -> range:
    """The sentences that a quotation reaches into."""
    first, last = bisect_right(reading.starts, quote.start) - 1, bisect_left(reading.starts, quote.end) - 1
    return range(reading.sentence_of[first], reading.sentence_of[last] + 1)


def _answered(reading: Reading, answers: Sequence[QuoteMention]) -> dict[int, list[Scope]]:
    """A scope for each sentence of an answer, so that nothing nearer is hidden."""
    found: dict[int, list[Scope]] = {}
    for answer in answers:
        if answer.speaker is not None:
            for number in _sentences(reading, answer):
                sentence = reading.sentences[number]
                found.setdefault(number, []).append(Scope(max(answer.start, sentence.start), sentence.end, answer.speaker.name))
    return found


class _Finder:
    """The scopes of one section, sentence by sentence."""

    def __init__(self, reading: Reading, index: int, names: Namer, read: Callable[[int], object]) -> None:
        self.reading, self.rules = reading, rules(reading.language)
        self.sources = Sources(reading, index, names, read)
        self.studies, self.sayings, self.labels = Studies(self.sources), Sayings(self.sources), Labels(self.sources)
        self.phrases = Phrases(self.sayings)
        self.thus_behind = {reading.sentence_of[at] - 1 for at in _opens(reading, self.rules.sets["thus"])}

    def binding(self) -> set[int]:
        """The sentences that must be read before those behind them; some more, so that no chain of sentences that hang on each other is
        long."""
        every = range(0, len(self.reading.sentences), _CHAIN)
        return self.studies.ordered.union(self.labels.listing(), self.thus_behind, every)

    def sentence(self, number: int, marks: Sequence[int]) -> list[Scope]:
        """What each source of a sentence holds for; `marks` are the tokens that may tell one."""
        sentence = self.reading.sentences[number]
        study = self.studies.of(sentence, number, marks)
        found = [Scope(sentence.start, sentence.end, study)] if study else []
        if marks:
            self.sayings.speaking = None
            found = self._marked(sentence, marks, found)
        if not found and number in self.studies.ordered and (study := self.studies.going_on(sentence, number)):
            found.append(Scope(sentence.start, sentence.end, study))
        if self.sources.made:
            found = [self._of_maker(scope) for scope in found]
        if found:
            self.sayings.heard([scope.source for scope in found], number)
        self.studies.keep(sentence, number, study, found[0].source if found else None)
        return found

    def _marked(self, sentence: Sentence, marks: Sequence[int], found: list[Scope]) -> list[Scope]:
        """The scopes that `marks` tell, behind that of the study which the sentence tells of."""
        tokens = self.reading.tokens
        thin: list[Scope] = []
        cuts = self.reading.between(_CUTS, sentence.first, sentence.last)
        first, last = sentence.first, cuts[0] if cuts else sentence.last
        for at in marks:
            if at >= last:  # behind a semicolon
                behind = bisect_left(cuts, at)
                first, last = cuts[behind - 1] + 1, cuts[behind] if behind < len(cuts) else sentence.last
                if tokens[at].norm in self.rules.according and not self.labels.told(first, at):
                    first = cuts[behind - 2] + 1 if behind > 1 else sentence.first  # "su rival, el 49%, según la Junta"
            if scope := self._scope(at, first, last):
                if tokens[at].norm in self.rules.according:
                    found = [other for other in found if other not in thin or other.start < scope.start]
                elif self._weak(at):
                    thin.append(scope)  # "Rosa Peña mantiene su imagen en el 38%, según Datum"
                found.append(scope)
        if found and cuts:
            found += self._listed(found, [*cuts, sentence.last])
        return found + self._gapped(sentence) if found and self.rules.spanish else found

    def _of_maker(self, scope: Scope) -> Scope:
        maker = self.sources.maker(scope.source)
        return scope if maker == scope.source else scope._replace(source=maker)

    def _weak(self, at: int) -> bool:
        """True for a verb that only states something of who is known to speak, and has no "that" behind it."""
        has = self.rules.sets
        return among(self.reading.tokens[at].norm, has["weak"], has["revising"]) and not self.sayings.verbs.linked(at)

    def thus(self, number: int) -> Scope | None:
        """ "Habrá 12 puentes. Así lo informó el ministro": whose a sentence is, as the one behind it tells."""
        tokens, has, sentences = self.reading.tokens, self.rules.sets, self.reading.sentences
        first, last = sentences[number + 1].first, sentences[number + 1].last
        verb = next(iter(self.reading.between(has["stating"], first + 1, min(last, first + _SHORT))), first)
        points = follows(tokens, first + 1, ("lo",)) if self.rules.spanish else verb == first + 1  # "So said the mayor"
        speaker = speech.after_verb(self.reading, self.sources.index, self.sources.names, verb, last) if points and verb > first else None
        named = speaker.name if speaker and self.sources.tells(speaker) else None
        if self.rules.spanish and not named and tokens[first + 1].norm == "se":  # "Así se desprende de un informe de la ONU"
            of = next((at for at in range(first + 2, min(last - 1, first + _FROM)) if tokens[at].norm in ("de", "del")), None)
            named = self.sources.called(of + 1, self.phrases.end(of + 1, last)) if of is not None else None
        if not self.rules.spanish and follows(tokens, first + 1, ("is", "according", "to")):
            named = self.sources.called(first + 4, self.phrases.end(first + 4, last))
        return Scope(sentences[number].start, sentences[number].end, named) if named else None

    def _gapped(self, sentence: Sentence) -> list[Scope]:
        """ "La policía los cifra en 12.000 y la Delegación del Gobierno, en 9.000": the verb of the first goes without saying."""
        tokens, has = self.reading.tokens, self.rules.sets
        more: list[Scope] = []
        for comma in self.reading.between(COMMA, sentence.first, sentence.last - 2):
            if tokens[comma + 1].norm not in has["gapping"]:
                continue
            number = comma + 2 + (tokens[comma + 2].norm in self.sources.lexis.articles)  # "en el 20%"
            if number >= sentence.last or tokens[number].kind != "n":
                continue
            joints = self.reading.between(has["coordinating"] | _CUTS, max(sentence.first, comma - _SHORT), comma)
            source = self.labels.named(joints[-1] + 1, comma) if joints else None
            if source:
                end = next((at for at in range(comma + 2, sentence.last) if tokens[at].text in ",;"), sentence.last)
                more.append(span(self.reading, comma + 1, end, source))
        return more

    def _listed(self, found: Sequence[Scope], ends: Sequence[int]) -> list[Scope]:
        """ "X dijo que hay 40 heridos; además, 300 evacuados", "creció: Chile, 3%; Perú, 4%": past a semicolon the same source goes on."""
        tokens, starts = self.reading.tokens, self.reading.starts
        more: list[Scope] = []
        for cut, end in pairwise(ends):
            before = next((scope for scope in [*found, *more] if scope.end == self.reading.ends[cut - 1]), None)
            own = any(starts[cut] < scope.end and scope.start < starts[end - 1] for scope in found)
            if before is None or own or cut + 1 >= end:
                continue
            listed = any(token.text == ":" for token in tokens[bisect_left(starts, before.start) : cut])
            rest = Sentence(starts[cut + 1], self.reading.ends[end - 1], cut + 1, end, 0)
            if listed or tokens[cut + 1].norm in self.rules.sets["adding"] or of_them(self.reading, rest):
                more.append(span(self.reading, cut + 1, end, before.source, denied=before.denied))
        return more

    def _scope(self, at: int, first: int, last: int) -> Scope | None:
        """What the word at `at`, in tokens `[first, last)`, tells the source of."""
        tokens, has = self.reading.tokens, self.rules.sets
        norm = tokens[at].norm
        if norm[-1] == "s" and norm != "says" and norm_at(tokens, at + 1) == "," and norm_at(tokens, at + 2) == "which":
            return None  # "Jobless claims, which rose": a noun
        if norm in self.rules.phrased and (scope := self.phrases.scope(at, first, last)):
            return scope
        if at > first and norm in has["impersonal"] and tokens[at - 1].norm in self.rules.according:
            return None  # "según consta en la sentencia"
        if norm not in has["stating"] or (tokens[at].capital and self.sources.names.at(self.sources.index, at)):
            return None  # "the United States"
        return self.sayings.scope(at, first, last, self.studies.told)
