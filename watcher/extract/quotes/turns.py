"""Who spoke, who goes on speaking: the turns of an article, kept while its quotations are read in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from watcher import lexicon
from watcher.extract.marks import Marked, opening
from watcher.extract.neighbours import norm_at
from watcher.extract.quotes import saying, speech
from watcher.extract.quotes.saying import Namer
from watcher.extract.reading import Paragraph, Reading, Sentence
from watcher.model import Subject

_THEY = ("an", "en", "on")  # of Spanish verbs that several people do
_CLOSING = 60  # tokens at the end of a sentence that tell who says it
_AM = frozenset(("am", "'m", "soy", "llamo"))


class Turns:
    """What is known while the paragraphs are read: the last speaker of this one, of all, and who spoke before."""

    def __init__(self, reading: Reading, index: int, names: Namer, starts: list[int]) -> None:
        self.reading, self.index, self.names, self.starts = reading, index, names, starts
        self.lexis = saying.words(reading.language)
        self.speaker: Subject | None = None
        self.last: Subject | None = None
        self.marked: list[Marked] = []  # of the paragraph being read
        self.spoken: list[Subject] = []  # who spoke, the latest last

    def token(self, offset: int) -> int:
        """The first token at or behind a code point."""
        return bisect_left(self.starts, offset)

    def someone(self, verb: int) -> Subject | None:
        """Whose verb without a subject it is: whom the sentences before it tell of, who spoke last."""
        if self.reading.language == "es" and self.reading.tokens[verb].norm.endswith(_THEY):
            at = bisect_right(self.marked, self.starts[verb], key=opening) - 1
            told = speech.crowd(self.reading, self.token(self.marked[at].before) if at >= 0 else verb)
            told = told if told and told.name.endswith("s") else None
            indirect = self.indirect(verb)
            return indirect if indirect and (indirect.type != "person" or indirect.name[0].islower()) else told
        told = self.teller(verb) or self.indirect(verb) or self.names.pronoun(self.index, verb, human=True)
        return told or self.last or self.names.pronoun(self.index, verb) or self.speaker

    def teller(self, verb: int) -> Subject | None:
        """Who closes the sentence before a quotation: "…, aclaró la fiscal, Ana Ruiz. «No», dijo"."""
        earlier = self._earlier(verb)
        if earlier is None:
            return None
        for at in reversed(self.reading.between(self.lexis.saying, max(earlier.first + 1, earlier.last - _CLOSING), earlier.last)):
            if self.reading.tokens[at - 1].text == "," and not self._quoted(self.starts[at]):
                told = speech.after_verb(self.reading, self.index, self.names, at, earlier.last)
                return told if told is not None and told.type == "person" and told.name[0].isupper() else None
        return None

    def indirect(self, verb: int, *, across: bool = False) -> Subject | None:
        """Who said something in the sentence before a quotation: "La portavoz pidió calma. «Queremos saber», ha insistido"."""
        earlier = self._earlier(verb, across=across)
        if earlier is None:
            return None
        verbs = self.reading.between(self.lexis.saying, earlier.first + 1, earlier.last)
        said = next((at for at in verbs if not self._quoted(self.starts[at])), None)
        if said is None or self.reading.tokens[said - 1].norm in self.lexis.stops:
            return None
        if self.reading.tokens[said - 1].text == ",":
            named = self.names.in_tokens(self.index, earlier.first, said)
            opens = earlier.first + (self.reading.tokens[earlier.first].norm in self.lexis.articles)
            calls = speech.calls(self.reading.language, self.reading.tokens[opens].norm)
            if calls and all(mention.subject.type == "place" for mention in named):
                return speech.role(self.reading, self.index, self.names, opens, opens + 1)  # "The victim, 53, said"
            if all(mention.last != said - 1 for mention in named):
                return None  # "…, aclaró la fiscal", but "La alcaldesa, Rosa Nieto, aseguró"
        told = speech.before_verb(self.reading, self.index, self.names, said, earlier.first)
        if told is None or told.type == "place":
            return None
        people = told.name[0].isupper() or any(speech.calls(self.reading.language, word) for word in lexicon.fold(told.name).split())
        return told if people else None

    def _earlier(self, verb: int, *, across: bool = False) -> Sentence | None:
        """The sentence before the one that a quotation, which a verb tells of, begins in; none of another paragraph, unless `across`."""
        at = bisect_right(self.marked, self.starts[verb], key=opening) - 1
        number = self.reading.sentence_of[self.token(self.marked[at].before) if at >= 0 else verb]
        sentences = self.reading.sentences
        near = number and (across or sentences[number - 1].paragraph == sentences[number].paragraph)
        return sentences[number - 1] if near else None

    def only_quoted(self, subject: Subject, verb: int) -> bool:
        """True for somebody whom nothing but the quotation before a verb names."""
        own = self.names.before(self.index, verb)
        return bool(own) and all(self._quoted(mention.start) for mention in own if mention.subject == subject)

    def spoken_of(self, speaker: Subject, mark: Marked, start: int, behind: int) -> bool:
        """ "“We consider President Kast a friend,” he said": true of somebody whom the words in the marks name, and none beside them."""
        if speaker.type != "person" or behind >= len(self.reading.tokens):
            return False
        first, last = self.token(mark.start), self.token(mark.end)
        close = self.reading.sentences[self.reading.sentence_of[behind]].last
        told = {named.first for named in self.names.in_tokens(self.index, start, close) if named.subject == speaker}
        own = any(norm_at(self.reading.tokens, at - 1) in _AM for at in told)  # "“I am Tom Ray and I will win,” he said"
        return bool(told) and not own and all(first <= at < last for at in told)

    def _quoted(self, offset: int) -> bool:
        """True for a place within the marks of its paragraph."""
        at = bisect_right(self.marked, offset, key=opening) - 1
        return at >= 0 and offset < self.marked[at].end

    def doer(self, verb: int) -> Subject | None:
        """Whose participle it is: "…, adding that": who spoke, else the first person of the sentence."""
        sentence = self.reading.sentences[self.reading.sentence_of[verb]]
        people = [m.subject for m in self.names.in_tokens(self.index, max(sentence.first, verb - 400), verb) if m.subject.type == "person"]
        return self.speaker or next(iter(people), None) or self.last or self.names.pronoun(self.index, verb)

    def resumed(self, verb: int, pronoun: str = "") -> Subject | None:
        """ "he added", "añadió": the one who spoke last goes on."""
        if self.last is None or self.reading.tokens[verb].norm not in self.lexis.going_on or not self.fits(self.last, pronoun):
            return None
        told = self.indirect(verb)
        return told if told and told.type == "person" and self.fits(told, pronoun) else self.last

    def fits(self, subject: Subject, pronoun: str) -> bool:
        gender = self.names.gender(subject) if subject.type == "person" else ""
        return not (gender and pronoun and {"he": "m", "she": "f"}.get(pronoun, gender) != gender)

    def nearby(self, mark: Marked, paragraph: Paragraph) -> Subject | None:
        """Who spoke or was spoken of last: a quotation without a tag goes on with them."""
        token = self.token(mark.start)
        first = max(self.token(paragraph.start), token - 400)
        own = [mention.subject for mention in self.names.in_tokens(self.index, first, token) if mention.subject.type == "person"]
        return own[-1] if own else self.last
