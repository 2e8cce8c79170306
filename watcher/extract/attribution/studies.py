"""A sentence of a Reading -> whose study or poll it tells of: by its maker's name, by its own, or going on from the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from watcher.extract.attribution.rules import CLAUSE, POSSESSIVE, REACH, rules
from watcher.extract.attribution.sources import Sources
from watcher.extract.neighbours import among
from watcher.extract.quotes import saying
from watcher.extract.reading import NameMention, Reading, Sentence

_STUDIES = 12  # words of a sentence that may name its study
_CONDITIONAL = ("ria", "rian")
_VERB = 5
_LEAD = 3  # paragraphs that tell what an article is about
_LONG = 9  # tokens of a sentence that is no byline
_AGO = 6  # sentences from a poll to what else was answered
_HEAD = 6  # tokens at the head of a sentence that tell that a poll goes on


def poll_at(reading: Reading, sentence: Sentence) -> int:
    """The token at which a sentence names a poll; behind it where it names none."""
    return next(iter(reading.between(rules(reading.language).sets["polls"], sentence.first, sentence.last)), sentence.last)


def tells_of_poll(reading: Reading, sentence: Sentence) -> bool:
    """True for a sentence that names a poll."""
    return reading.holds(rules(reading.language).sets["polls"], sentence.first, sentence.last)


def polls(reading: Reading) -> bool:
    """True for a text that names a poll."""
    return bool(reading.where(rules(reading.language).sets["polls"]))


def of_them(reading: Reading, sentence: Sentence) -> bool:
    """ "One in five had no view", "Of these, 40 are in hospital": the sentence counts among what the one before told of."""
    known, last = rules(reading.language), min(sentence.last, sentence.first + _HEAD)
    if not reading.holds(known.sets["counting"], sentence.first, last):
        return False
    norms = [token.norm for token in reading.tokens[sentence.first : last]]
    pairs = [pair for at, pair in enumerate(pairwise(norms)) if not at or reading.tokens[sentence.first + at - 1].kind == "n"]
    if not known.those.isdisjoint(pairs):
        return True  # "De ellos, 40", "Casi 1.600 de ellas"
    shares = known.sets["parts"]
    if shares.isdisjoint(norms):
        return False
    parts = [("de", "cada")] if known.spanish else [("in",), ("out", "of")]
    return any(word in shares and tuple(norms[at + 1 : at + 1 + len(part)]) == part for at, word in enumerate(norms) for part in parts)


def goes_on(reading: Reading, sentence: Sentence) -> bool:
    """ "Among women it was 39%", "El partido bajaría a 109": the poll of the sentence before goes on."""
    known = rules(reading.language)
    norms = [token.norm for token in reading.tokens[sentence.first : min(sentence.last, sentence.first + _HEAD)]]
    if not known.sets["continuing"].isdisjoint(norms) or of_them(reading, sentence):
        return True
    return known.spanish and any(norm.endswith(_CONDITIONAL) and len(norm) > _VERB for norm in norms)  # "El PSOE bajaría a 109"


def answered(reading: Reading, sentence: Sentence) -> bool:
    """ "Just 37% approve", "Ríos aventaja por 22 puntos": a share, and what people think or whom they would vote for."""
    known, first, last = rules(reading.language), sentence.first, sentence.last
    if not (reading.holds(known.sets["portions"], first, last) or of_them(reading, sentence)):
        return False
    if reading.holds(known.sets["opinions"], first, last):
        return True
    return known.spanish and any(token.norm.endswith(_CONDITIONAL) for token in reading.tokens[first:last])


def _ordered(reading: Reading) -> set[int]:
    """The sentences to be read in order, for others hang on them: what names a study, and once a poll is named what may tell more of it."""
    has, sentences = rules(reading.language).sets, reading.sentences
    found = {reading.sentence_of[at] for at in reading.where(has["studies"])}
    if reading.where(has["polling"]):
        asked = [reading.sentence_of[at] for at in reading.where(has["surveying"])]
        paragraphs = {sentences[number].paragraph for number in asked}
        found.update([number for number in range(asked[0], len(sentences)) if sentences[number].paragraph in paragraphs])
        told = reading.between(has["polled"], sentences[asked[0]].last, len(reading.tokens))
        found.update([reading.sentence_of[at] for at in told])
    return found


class Studies:
    """What is known while the sentences are read: the study of a paragraph, the polls, the first source of each sentence. The sentences
    `ordered` are read in order, before any behind them; the others know of no poll."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.reading, self.index, self.names, self.rules = sources.reading, sources.index, sources.names, sources.rules
        self.paragraph = -1
        self.told: str | None = None
        self.polled: str | None = None
        self.opened: dict[int, str] = {}  # sentence -> the first source that it tells
        self.poll: str | None = None  # the last one of the text, which sentence `heard` told of
        self.heard = 0
        self.story = False  # the text is about a poll
        self.surveyed = polls(self.reading)
        self.ordered = _ordered(self.reading)

    def of(self, sentence: Sentence, number: int, marks: Sequence[int]) -> str | None:
        """Whose study the sentence tells of."""
        if number in self.ordered:
            if sentence.paragraph != self.paragraph:
                self.paragraph, self.told, self.polled = sentence.paragraph, None, None
            if marks and (own := self._study(sentence, number, marks)):
                return own
            if self.poll and self.reading.holds(self.rules.sets["respondents"], sentence.first, sentence.last):
                return self.poll
            if self.polled and goes_on(self.reading, sentence):
                return self.polled
        if not number or self.reading.sentences[number - 1].paragraph != sentence.paragraph or not of_them(self.reading, sentence):
            return None
        self.sources.read(number - 1)
        return self.opened.get(number - 1)

    def going_on(self, sentence: Sentence, number: int) -> str | None:
        """The poll that the sentences before told of, where this one tells what else was answered, or how it was made."""
        if self.poll is None or number - self.heard > _AGO:
            return None
        head = [token.norm for token in self.reading.tokens[sentence.first : min(sentence.last, sentence.first + _HEAD)]]
        has = self.rules.sets
        if others := self.reading.between(has["pollsters"], sentence.first, sentence.last):
            return self._other(others[0], sentence)
        named = len(head) > 1 and head[0] in saying.words(self.reading.language).articles and among(head[1], has["polls"], has["studies"])
        near = sentence.paragraph == self.reading.sentences[self.heard].paragraph or self._foretold(sentence)
        told = near and answered(self.reading, sentence) and (not self._outside(sentence) or self._foretold(sentence))
        if named or not has["margins"].isdisjoint(head) or told or self._story(sentence):
            self.heard = number
            return self.poll
        return None

    def _other(self, pollster: int, sentence: Sentence) -> str | None:
        """ "Datum, en cambio, le da 19%", "YouGov asked 2,010 adults": the poll of whom a sentence opens with."""
        if pollster - sentence.first > 1:
            return None
        named = self.names.at(self.index, pollster)
        return named.subject.name if named else self.reading.tokens[pollster].text

    def _story(self, sentence: Sentence) -> bool:
        """ "En Lima encabeza con 21%": a share, in an article about a poll, and nothing that is counted otherwise."""
        if not self.story or not (
            self.reading.holds(self.rules.sets["portions"], sentence.first, sentence.last) or of_them(self.reading, sentence)
        ):
            return False
        if self.reading.holds(self.rules.sets["worries"], sentence.first, sentence.last):
            return True  # "La inflación preocupa al 38%"
        return not self._outside(sentence) or self._foretold(sentence)

    def _outside(self, sentence: Sentence) -> bool:
        """ "Turnout was 61%", "Votaron 318.000 personas": what is counted, and no answer."""
        return self.reading.holds(self.rules.sets["outside"], sentence.first, sentence.last)

    def _foretold(self, sentence: Sentence) -> bool:
        """ "Podemos lograría entre 23 y 25 escaños": what a Spanish poll foretells, in whatever paragraph."""
        return self.rules.spanish and any(
            token.norm.endswith(_CONDITIONAL) for token in self.reading.tokens[sentence.first : sentence.last]
        )

    def keep(self, sentence: Sentence, number: int, study: str | None, source: str | None) -> None:
        """Note for the sentence behind whose poll sentence `number` told of."""
        if source:
            self.opened[number] = source
        if number not in self.ordered:
            return
        polled = self._polls(sentence)
        self.polled = study or source if polled else study if self.polled else None
        if polled and self.polled:
            forecasts = self.reading.holds(self.rules.sets["forecasters"], sentence.first, sentence.last)
            self.heard, self.story = number, self.story or (self._leads(number) and not forecasts)
        self.poll = (self.polled if polled else None) or self.poll
        if self.story and source and source != self.poll and answered(self.reading, sentence) and self._pollster(sentence, source):
            self.poll, self.heard = source, number  # "Para Invidatos, Solar encabeza con 31%"

    def _pollster(self, sentence: Sentence, source: str) -> bool:
        """True for a source that opens a sentence as a body, no party or person."""
        near = self.names.in_tokens(self.index, sentence.first, min(sentence.last, sentence.first + _HEAD))
        return any(mention.subject.name == source and mention.subject.type != "person" for mention in near)

    def _leads(self, number: int) -> bool:
        """True for a sentence of the paragraphs that an article opens with, its byline aside."""
        told: set[int] = set()
        for sentence in self.reading.sentences:
            if sentence.paragraph == self.reading.sentences[number].paragraph or len(told) == _LEAD:
                break
            if sentence.last - sentence.first >= _LONG:
                told.add(sentence.paragraph)
        return len(told) < _LEAD

    def _polls(self, sentence: Sentence) -> bool:
        """True for a sentence that names a poll, or tells what people answered whom a study asked: "31% back her, the study finds"."""
        has = self.rules.sets
        if self.reading.holds(has["polling"], sentence.first, sentence.last):
            return True
        asked = self.surveyed and self.reading.holds(has["surveys"], sentence.first, sentence.last)
        return asked and answered(self.reading, sentence)

    def _voting(self, at: int) -> bool:
        """ "At the polls": where one votes."""
        tokens = self.reading.tokens
        return at > 1 and tokens[at].norm == "polls" and tokens[at - 1].norm == "the" and tokens[at - 2].norm in ("at", "to", "from")

    def _to_state(self, at: int) -> bool:
        """ "Will report", "to estimate": a verb."""
        tokens, has = self.reading.tokens, self.rules.sets
        return tokens[at].norm in has["stating"] and tokens[at].norm[-1] != "s" and tokens[at - 1].norm in has["yet_to"]

    def _study(self, sentence: Sentence, number: int, marks: Sequence[int]) -> str | None:
        """Who made the study that a sentence tells of: "a poll by X found", "the pollster interviewed"."""
        tokens, has = self.reading.tokens, self.rules.sets
        studies = [at for at in marks[:_STUDIES] if tokens[at].norm in has["studies"] and not (self._voting(at) or self._to_state(at))]
        if not studies:
            return None
        last_stating = next((mark for mark in reversed(marks) if tokens[mark].norm in has["stating"]), -1)
        for at in studies:
            noun, following = tokens[at].norm, tokens[min(at + 1, len(tokens) - 1)].norm
            dated = tokens[min(at + 2, len(tokens) - 1)].norm in saying.words(self.reading.language).calendar  # "este sondeo de enero"
            again = tokens[at - 1].norm in has["pointers"] and (dated or following not in has["bearing"])
            if again and (known := self.sources.maker(noun)) != noun:
                self.told = known
                return known  # "Esta encuesta", "the poll"
            whole = self.names.at(self.index, at) if at == sentence.first and following in has["bearing"] else None
            if whole and whole.first == at and whole.last > at + 2:  # "Encuesta de Opina Sur: 77% a favor"
                self.told = self.reading.text[self.reading.starts[at + 2] : self.reading.ends[whole.last - 1]]
                return self.told
            far = min(sentence.last, at + REACH)
            stop = next((end for end in range(at + 1, far) if tokens[end].text in CLAUSE or self._states(end)), far)
            if at + 2 < far and tokens[at + 1].text == "," and tokens[at + 2].norm in has["bearing"]:
                stop = next((end for end in range(at + 2, far) if tokens[end].text in CLAUSE), far)  # "a separate poll, by Siena,"
            joints = self.reading.between(has["bearing"], at + 1, min(stop, at + 8))
            bearing = next((end for end in joints if self.names.at(self.index, end) is None), None)
            named = [m for m in self.names.in_tokens(self.index, bearing, stop) if m.subject.type != "place"] if bearing else []
            beside = [
                m
                for m in self.names.in_tokens(self.index, max(sentence.first, at - 6), min(stop, at + 5))
                if m.subject.type == "organization" and not (m.first > at and self._printed(m))
            ]
            before = tokens[at - 1].norm if at > sentence.first else ""
            stated = (
                at < last_stating or self._opened(sentence.first, at) or self._shown(at, sentence.first) or self._inside(at, sentence.first)
            )
            if not named and (maker := self._maker(at, stop if stop < far and self._states(stop) else far)) is not None:
                named = [maker]
            if not named:
                near = self.names.in_tokens(self.index, max(sentence.first, at - _HEAD), at)
                named = [m for m in near if m.last < at and tokens[m.last].text in POSSESSIVE]  # "In Siena's August poll"
            called = self.names.in_tokens(self.index, at + 1, at + 6)
            if not named and called and called[0].first == at + 1 and tokens[at].norm in has["polls"]:
                named = [called[0]]  # "el sondeo Barómetro Norte"
            if not (named or beside) and bearing and (stated or at - sentence.first < _HEAD) and (body := self._body(bearing, stop)):
                self.told = self.sources.named[number] = body
                return body
            if (named or beside) and (stated or at - sentence.first < 6):
                by = (named or beside)[0].subject.name
                self.told = self.sources.named[number] = by
                self.sources.making(at, at + 1, by)
                theirs = self.reading.holds(has["possessives"], max(sentence.first, at - 2), at)  # "Norvex published its annual report"
                return self.told if stated or (at - sentence.first < 6 and not theirs) else None
            if (own := self._unsigned(sentence, at)) is not None and stated:
                self.told = own
                return own
            if at - sentence.first < _HEAD and tokens[sentence.first].norm in has["possessives"]:
                return self.told or self.sources.last_named(at)  # "Its own survey"
            if at - sentence.first <= 2 and before in saying.words(self.reading.language).articles:
                held = self.names.resolve_role(self.index, at, [tokens[at].norm])
                if held is None and self.told is None and stated and before in has["indefinite"]:
                    self.told = tokens[at].text.lower()
                return self.told or (held.name if held and held.type != "place" else None)
        return None

    def _states(self, at: int) -> bool:
        """True for a verb of saying; not in "un sondeo difundido por Datum"."""
        norm = self.reading.tokens[at].norm
        return norm in self.rules.sets["stating"] and norm not in self.rules.sets["making"]

    def _printed(self, mention: NameMention) -> bool:
        """ "A study in the Northern Journal": where it stands, not who made it."""
        tokens = self.reading.tokens
        before = mention.first - 1 - (tokens[mention.first - 1].norm in saying.words(self.reading.language).articles)
        return before >= 0 and tokens[before].norm in ("in", "en")

    def _shown(self, at: int, first: int) -> bool:
        """ "…, revela una encuesta de X": a verb of saying right before the study, with or without its article."""
        tokens = self.reading.tokens
        before = at - 1 - (tokens[at - 1].norm in (self.rules.sets["indefinite"] | saying.words(self.reading.language).articles))
        return (
            self.rules.spanish and before > first and tokens[before].norm in self.rules.sets["stating"] and tokens[before - 1].text == ","
        )

    def _inside(self, at: int, first: int) -> bool:
        """ "62% backed it in a recent survey by YouGov": a poll that a sentence of shares ends with."""
        tokens, has = self.reading.tokens, self.rules.sets
        if tokens[at].norm not in has["polls"] or not self.reading.holds(has["portions"], first, at):
            return False
        return any(token.norm in ("in", "en") for token in tokens[max(first, at - _HEAD + 1) : at])

    def _opened(self, first: int, at: int) -> bool:
        """ "In the last Northern Post poll, she led by 4 points": what opens its sentence up to a comma tells whose the rest is."""
        tokens = self.reading.tokens
        return tokens[first].norm in ("in", "en") and all(token.text not in CLAUSE for token in tokens[first:at])

    def _unsigned(self, sentence: Sentence, at: int) -> str | None:
        """ "An engineers' report of 1981", "a city audit": a study that nobody signs is its own source."""
        tokens, first = self.reading.tokens, sentence.first
        if not first + 1 < at <= first + 4 or tokens[first].norm not in self.rules.sets["indefinite"] or self.rules.spanish:
            return None
        return self.reading.text[self.reading.starts[first + 1] : self.reading.ends[at]]

    def _body(self, bearing: int, stop: int) -> str | None:
        """ "Figures from the ministry", "datos del ministerio": a body that a study is by, not whom it asked."""
        tokens = self.reading.tokens
        definite = tokens[bearing].norm == "del" or tokens[min(bearing + 1, stop - 1)].norm in saying.words(self.reading.language).articles
        if tokens[bearing].norm == "of" or not definite or tokens[min(bearing + 1, stop - 1)].norm in ("este", "esta", "this"):
            return None
        body = self.sources.head(bearing + 1, stop)
        return body.name if body else None

    def _maker(self, first: int, stop: int) -> NameMention | None:
        """ "led by the economist Hanna Weil", "polled by the newspaper El Faro": the first name behind a participle and "by"."""
        tokens, has = self.reading.tokens, self.rules.sets
        for at in self.reading.between(has["making"], first, stop - 2):
            bys = self.reading.between(has["bearing"], at + 1, min(stop, at + 4))
            by = next((to for to in bys if tokens[to].norm != "de"), None)
            if by is not None and not self.reading.holds(CLAUSE, at, by):  # "publicados ayer por el INE"
                names = self.names.in_tokens(self.index, by + 1, min(stop, by + 7))
                return next((mention for mention in names if mention.subject.type != "place"), None)
        return None
