"""A quotation without a verb of saying -> who says it: a name before its colon, the line under a headline, the sentence behind it."""

from __future__ import annotations

from watcher import lexicon
from watcher.extract.marks import Marked
from watcher.extract.modality import modal_words
from watcher.extract.namewords import role_words
from watcher.extract.neighbours import among
from watcher.extract.quotes import apart, speech
from watcher.extract.quotes.turns import Turns
from watcher.extract.reading import Paragraph
from watcher.model import Subject

_LABEL = 9  # tokens of a name before a colon
_TITULAR = 20  # tokens of a headline before its colon
_BELOW = 60  # tokens of the line under a headline that may name who speaks
_OPENING = 3  # tokens of a clause up to the body that it opens with
_PERFECT = 5  # tokens from an auxiliary to its participle, and one
_PARTICIPLES = ("ado", "ada", "ados", "adas", "ido", "ida")


class Labels(Turns):
    """The quotations of one section, each asked who is set beside it."""

    def verb(self, first: int, last: int) -> int | None:
        """The first verb of saying in tokens `[first, last)`."""
        verbs = self.verbs(first, last)
        return verbs[0] if verbs else None

    def verbs(self, first: int, last: int) -> list[int]:
        """The verbs of saying there; of auxiliaries those with such a participle behind them, "ha vuelto a decir", not "han aprobado"."""
        reading, lexis = self.reading, self.lexis
        return [
            at
            for at in reading.between(lexis.saying, first, last)
            if reading.tokens[at].norm not in lexis.having or reading.holds(lexis.said, at + 1, at + _PERFECT)
        ]

    def label(self, start: int, last: int) -> Subject | None:
        """A name before a colon and nothing else: Vega: “No habrá pacto”, as headlines have it."""
        tokens = self.reading.tokens
        if last - 1 <= start or tokens[last - 1].text != ":":
            return None
        if last - start > _LABEL:
            return self.titular(start, last) if last - start <= _TITULAR else None
        people = [m for m in self.names.in_tokens(self.index, start, last) if m.subject.type in ("person", "organization")]
        if people:  # Ana Ruiz, directora del Museo Norte: “No habrá recortes”; Ana Ruiz (PSN): “…”
            return max(people, key=lambda mention: (mention.subject.type == "person", mention.first)).subject
        known = self.names.resolve_role(self.index, start, [token.norm for token in tokens[start : last - 1] if token.kind == "w"])
        roles = role_words(self.reading.language)
        calls = tokens[last - 2].norm in roles.persons or tokens[last - 2].norm in self.lexis.groups  # Minister: “No talks”
        return known or (speech.role(self.reading, self.index, self.names, start, last - 1) if calls else None)

    def led(self, start: int, colon: int, speaker: Subject | None) -> Subject | None:
        """ "La jueza Olga Dumas lo contradijo en la radio: “Con suerte, el doble”": whom the clause before a colon is of, whatever its
        verb; None where it names the `speaker`, or nobody who may do what it tells."""
        people = [m for m in self.names.in_tokens(self.index, start, colon) if m.subject.type == "person" and not self._quoted(m.start)]
        if any(mention.subject == speaker for mention in people):
            return None
        return next((mention.subject for mention in people if not self._undergoes(mention.first, start)), None)

    def opened(self, start: int, last: int) -> Subject | None:
        """ "La alcaldesa, Ana Ruiz, fue y aseguró", "Aunque Norvex no da cifras, recuerda y subraya": whose clause goes on."""
        body = next(iter(self.names.in_tokens(self.index, start, min(last, start + _OPENING))), None)
        bodily = body is not None and body.subject.type == "organization" and body.last < last
        return self.led(start, last, None) or (body.subject if bodily and body and not self._undergoes(body.first, start) else None)

    def parted(self, verb: int, start: int) -> Subject | None:
        """ "El alcalde de Lorca, a través de las redes sociales, ha señalado": who stands before an aside that closes before a verb."""
        opening = apart.aside(self.reading, verb, start, self.lexis)
        told = speech.before_verb(self.reading, self.index, self.names, opening, start) if opening is not None else None
        if opening is None or told is None:
            return None
        called = any(speech.calls(self.reading.language, word) for word in lexicon.fold(told.name).split())
        named = [mention.subject for mention in self.names.before(self.index, opening)]
        return told if called or told in named else None  # "Ayer, en Madrid, dijo"

    def _undergoes(self, first: int, start: int) -> bool:
        """ "Preguntado por Gil", "sobre la ministra Ana Ruiz": a preposition before a name, past what calls somebody and its article."""
        tokens = self.reading.tokens
        at = first - 1
        at -= at > start and not tokens[at].capital and speech.calls(self.reading.language, tokens[at].norm)
        at -= at > start and tokens[at].norm in self.lexis.articles
        return at >= start and tokens[at].norm in modal_words(self.reading.language).prepositions

    def titular(self, start: int, colon: int) -> Subject | None:
        """La vecina acusada de incendiar el mercado de abastos: “Yo dormía”. Whom a headline opens with."""
        tokens = self.reading.tokens
        at = start + (tokens[start].norm in self.lexis.articles)
        opens = not start or self.reading.sentences[self.reading.sentence_of[start]].first == start
        if not opens or self.verb(start, colon) is not None:
            return None
        named = self.names.at(self.index, at)
        if named and named.first == at and named.subject.type == "person":
            return named.subject
        if not speech.calls(self.reading.language, tokens[at].norm):
            return None
        end = next((to for to in range(at + 1, colon) if tokens[to].norm.endswith(_PARTICIPLES)), colon)
        return speech.role(self.reading, self.index, self.names, at, end)

    def subtitled(self, mark: Marked, paragraph: Paragraph) -> Subject | None:
        """Whom the line under a headline that is all quotation names: "Interview with Ana Ruiz, director of the museum"."""
        if (
            paragraph.kind != "headline"
            or mark.start - paragraph.start > 1
            or paragraph.end - mark.end > 2
            or mark.paragraph + 1 >= len(self.reading.paragraphs)
        ):
            return None
        below = self.reading.paragraphs[mark.paragraph + 1]
        named = self.names.in_tokens(self.index, self.token(below.start), min(self.token(below.end), self.token(below.start) + _BELOW))
        return next((mention.subject for mention in named if mention.subject.type == "person"), None)

    def introduced(self, mark: Marked, paragraph: Paragraph) -> Subject | None:
        """El ministro dijo ante el pleno: / “No habrá recortes”: the paragraph before a quotation that opens its own leads to it."""
        if not mark.paragraph or mark.before - paragraph.start > 1:
            return None
        last = self.token(self.reading.paragraphs[mark.paragraph - 1].end) - 1
        if self.reading.tokens[last].text != ":":
            return None
        first = self.reading.sentences[self.reading.sentence_of[last]].first
        said = self.reading.between(self.lexis.saying, first + 1, last)
        named = self.names.in_tokens(self.index, first, last)
        told = speech.before_verb(self.reading, self.index, self.names, said[0], first) if said else None
        return told or next((mention.subject for mention in named if mention.subject.type == "person"), None)

    def tacit(self, mark: Marked, paragraph: Paragraph) -> Subject | None:
        """Whom the paragraphs before tell of, where a quotation fills its own and nobody is named beside it."""
        ends = self.reading.text[mark.end - 1] in ".!?…" or self.reading.text[mark.behind : mark.behind + 1] == "."
        whole = mark.before - paragraph.start <= 1 and paragraph.end - mark.behind <= 1 and ends and paragraph.kind != "headline"
        return self.names.pronoun(self.index, self.token(mark.start), human=True) if whole and mark.paragraph else None

    def pointed(self, mark: Marked) -> Subject | None:
        """“No habrá recortes”. Así lo dijo ayer el ministro, Ana Ruiz: the sentence behind a quotation points back to it."""
        tokens = self.reading.tokens
        first = self.token(mark.behind)
        first += first < len(tokens) and tokens[first].text == "."
        if first >= len(tokens) or tokens[first].norm not in self.lexis.pointing or not tokens[first].capital:
            return None
        sentence = self.reading.sentences[self.reading.sentence_of[first]]
        if first != sentence.first or sentence.paragraph != mark.paragraph:
            return None
        told = next((at for at in range(first, min(sentence.last, first + _LABEL)) if tokens[at].norm in self.lexis.told_with), None)
        return speech.after_verb(self.reading, self.index, self.names, told, sentence.last) if told is not None else None

    def voiced(self, first: int, stop: int) -> Subject | None:
        """“…,” Ann Bo quips: behind a comma a name and what they do, whatever it is."""
        named, tokens = self.names.at(self.index, first), self.reading.tokens
        if named is None or named.first != first or named.subject.type not in ("person", "organization") or named.last >= stop:
            return None
        verb = tokens[named.last]
        does = verb.kind == "w" and verb.text[0].islower() and not among(verb.norm, self.lexis.stops, self.lexis.being, self.lexis.articles)
        return named.subject if does else None
