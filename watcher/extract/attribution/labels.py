"""A sentence of a Reading -> who says it where no verb does: a name before its colon, or behind it in a headline, or above its list.

"Fiscalía: red robó 40 millones", "Inflation fell to 3%: central bank", "Según el INE:" above lines that each open with a dot or a dash.
"""

from __future__ import annotations

from bisect import bisect_left

from watcher.extract.attribution.rules import POSSESSIVE, Scope, hour, span
from watcher.extract.attribution.sources import Sources
from watcher.extract.quotes import speech
from watcher.extract.reading import Sentence
from watcher.extract.verbforms import finite

_IT = ("it", "he", "she", "that", "there")  # with "'s", which is a verb behind them
_COLON = frozenset(":")
_LABEL = 9  # tokens of a name before or behind a colon
_NOUN = 4  # of them, where a noun is the name
_COUNT = 5  # tokens from a colon to the end of a line that only tells a number
_INITIALS = 2  # letters that are no body's name: "P.", "M.O."
_ROWS = ("row", "item")
_BULLETS = frozenset("•·-–—*▪")
_TOLD = ("ó", "aron", "ieron", "rá", "rán", "ría", "rían")  # endings of Spanish verbs


class Labels:
    """The labels of one section; `lead` is whose the list is that the last paragraph read belongs to."""

    def __init__(self, sources: Sources) -> None:
        self.sources, self.reading, self.index, self.names = sources, sources.reading, sources.index, sources.names
        self.verbs = finite(self.reading.language)
        self.foot: tuple[int, int, str | None] = 0, 0, None  # of the list read last: a paragraph, the one below it, the source that tells
        self.lead: tuple[int, str] | None = None  # the paragraph, the source

    def scope(self, sentence: Sentence) -> Scope | None:
        """Whose a sentence without a verb of saying is."""
        if colons := self.reading.between(_COLON, sentence.first, sentence.last):
            colons = [at for at in colons if not hour(self.reading.tokens, at)]
            if colons and (found := self._before(colons[0], sentence) or self._behind(colons[-1], sentence)):
                return found
        if self.reading.paragraphs[sentence.paragraph].kind in _ROWS and (source := self._footed(sentence.paragraph)):
            return Scope(sentence.start, sentence.end, source)
        if self.lead and sentence.paragraph - self.lead[0] <= 1 and self._listed(sentence):
            self.lead = sentence.paragraph, self.lead[1]
            return Scope(sentence.start, sentence.end, self.lead[1])
        return None

    def _footed(self, paragraph: int) -> str | None:
        """ "Fuente: INE" below a table or a list: whose its rows are."""
        if self.foot[0] <= paragraph < self.foot[1]:
            return self.foot[2]
        paragraphs, below = self.reading.paragraphs, paragraph
        while below < len(paragraphs) and paragraphs[below].kind in _ROWS:
            below += 1
        self.foot = paragraph, below, self._foot(below) if below < len(paragraphs) else None
        return self.foot[2]

    def _foot(self, paragraph: int) -> str | None:
        """Whom a paragraph names that only tells a source."""
        reading, below = self.reading, self.reading.paragraphs[paragraph]
        first, last = bisect_left(reading.starts, below.start), bisect_left(reading.starts, below.end)
        if last - first < _NOUN - 1 or reading.tokens[first].norm not in self.sources.rules.sets["footing"]:
            return None
        if reading.tokens[first + 1].text != ":":
            return None
        return self.named(first + 2, last - (reading.tokens[last - 1].text == "."))

    def keep(self, sentence: Sentence, source: str) -> None:
        """Note whose a list is that a sentence leads to."""
        if self.reading.tokens[sentence.last - 1].text == ":":
            self.lead = sentence.paragraph, source

    def listing(self) -> set[int]:
        """The sentences that lead to a list, and those of lists."""
        reading, found = self.reading, set[int]()
        for at in reading.where(_COLON):
            number = reading.sentence_of[at]
            if at == reading.sentences[number].last - 1:
                found.add(number)
        if found:
            found.update([number for number, sentence in enumerate(reading.sentences) if self._listed(sentence)])
        return found

    def _listed(self, sentence: Sentence) -> bool:
        return self.reading.text[self.reading.paragraphs[sentence.paragraph].start] in _BULLETS

    def _before(self, colon: int, sentence: Sentence) -> Scope | None:
        """ "INE: el paro bajó al 11%"; a name that only has a number behind it is what the number is of: "Boca Juniors: 3"."""
        tokens, first = self.reading.tokens, sentence.first
        while first < colon and (tokens[first].kind != "w" or tokens[first].norm in ("am", "pm", "h", "hs")):
            first += 1  # "12.10pm Police: "
        if first >= colon or colon - first > _LABEL or sentence.last - colon <= _NOUN or not tokens[first].capital:
            return None
        if tokens[colon + 1].kind == "n" and sentence.last - colon <= _COUNT:
            return None  # "Clark: 15,002 votes"
        source = self.named(first, colon)
        if source is None or not (self.told(colon + 1, sentence.last) or tokens[colon - 1].norm in self.sources.lexis.generic):
            return None  # "Heridos: 12 en la costa"
        return span(self.reading, colon + 1, sentence.last, source)

    def told(self, first: int, last: int) -> bool:
        """True where tokens `[first, last)` hold a verb that tells something."""
        return any(token.norm in self.verbs or token.text.endswith(_TOLD) for token in self.reading.tokens[first:last]) or (
            last - first > 1 and self.reading.tokens[first + 1].text in POSSESSIVE and self.reading.tokens[first].norm in _IT
        )

    def _behind(self, colon: int, sentence: Sentence) -> Scope | None:
        """ "Hay 40 muertos por el sismo: Soto": as headlines have it."""
        if self.reading.paragraphs[sentence.paragraph].kind != "headline" or not 1 < sentence.last - colon <= _LABEL:
            return None
        last = sentence.last - (self.reading.tokens[sentence.last - 1].text == ".")
        source = self.named(colon + 1, last) if colon > sentence.first + _NOUN and colon + 1 < last else None
        return span(self.reading, sentence.first, colon, source) if source else None

    def named(self, first: int, last: int) -> str | None:
        """The person or body that tokens `[first, last)` name, and nothing else."""
        first += self.reading.tokens[first].norm in self.sources.lexis.articles
        named = self.names.in_tokens(self.index, first, last)
        if named and named[-1].last == last and named[-1].subject.type in ("person", "organization") and named[-1].first - first <= _NOUN:
            titled = named[-1].first == first or self.sources.titles(first, named[-1].first)
            return named[-1].subject.name if titled and len(named[-1].subject.name.replace(".", "")) > _INITIALS else None
        if not self._noun(first, last):
            return None
        held = speech.role(self.reading, self.index, self.names, first, last)
        return held.name if held else None

    def _noun(self, first: int, last: int) -> bool:
        """True where a noun of people or bodies is all there is, or heads it: "central bank", "Ministro de Salud"."""
        tokens = self.reading.tokens
        head = first if self.sources.rules.spanish else last - 1
        return last - first <= _NOUN and tokens[head].kind == "w" and speech.calls(self.reading.language, tokens[head].norm)
