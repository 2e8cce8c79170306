"""Where a date stands in its sentence -> is it told as past or as to come?"""

from __future__ import annotations

from functools import cache
from typing import Literal

from watcher import lexicon
from watcher.extract import verbforms
from watcher.extract.dates.calendar import Tense
from watcher.extract.dates.expressions import words
from watcher.extract.reading import Reading, Token

_LEFT, _RIGHT = 16, 5  # tokens looked at on either side of a date
_CAME = 6  # tokens from "from" to the date of the number behind it
_FROM = frozenset(("from", "versus", "against", "desde", "frente", "contra"))
_MOST = 100_000  # tokens that are remembered
_SHORT = 3  # letters of a word that has no ending to tell by
_MAY = "May"  # the month, but for a headline in capitals where "may" is no cue of time either
_STOPS = frozenset(";:()—–|•")


_UNTIL = frozenset(("when", "until", "before", "once"))


class _Alone(dict[Token, Tense | Literal["led"]]):
    """Token -> what it tells by itself, "led" where that hangs on the word before it; told once, forgotten when there are too many."""

    def __init__(self, lexis: Cues) -> None:
        self.lexis = lexis

    def __missing__(self, token: Token) -> Tense | Literal["led"]:
        if len(self) >= _MOST:
            self.clear()
        found: Tense | Literal["led"] = "led" if token.norm in self.lexis.telling else self.lexis.of(token.norm, "", token.text)
        self[token] = found
        return found


class Cues:
    """The words of one language that tell tense."""

    __slots__ = (
        "alone",
        "coming",
        "coming_endings",
        "coming_to",
        "deadline",
        "in_a_row",
        "modals",
        "not_coming",
        "past",
        "past_accents",
        "past_endings",
        "spans",
        "telling",
    )

    def __init__(self, language: str) -> None:
        raw = lexicon.load(f"{language}/dates")["tense"]
        self.coming, self.past = frozenset(raw["coming"]), frozenset(raw["past"])
        self.coming_to, self.not_coming = frozenset(raw["coming_to"]), frozenset(raw.get("not_coming", ()))
        self.in_a_row, self.spans = frozenset(raw.get("in_a_row", ())), frozenset(raw.get("spans", ()))
        self.modals = frozenset(raw["modals"])
        self.deadline = frozenset(raw.get("deadline", ()))
        self.coming_endings, self.past_endings = tuple(raw.get("coming_endings", ())), tuple(raw["past_endings"])
        self.past_accents = tuple([ending for ending in self.past_endings if not ending.isascii()])
        self.telling = self.coming | self.past | {"to"}  # what may tell by the word alone
        self.alone = _Alone(self)

    def future(self, word: str, text: str) -> bool:
        """A Spanish verb of what is to come, by its ending."""
        return len(word) > 4 and text.endswith(self.coming_endings) and word not in self.not_coming

    def leads(self, token: Token) -> bool:
        """Whether a word puts the verb behind it ahead: a modal, or a future of its own."""
        return token.norm in self.modals or (len(token.norm) > 3 and bool(self.coming_endings) and token.text.endswith(("rá", "rán")))

    def at(self, tokens: list[Token], at: int) -> Tense:
        """What the word at a place tells."""
        token = tokens[at]
        told = self.alone[token]
        return self.of(token.norm, tokens[at - 1].norm if at else "", token.text) if told == "led" else told

    def of(self, word: str, before: str, text: str = "") -> Tense:
        """What one word tells, `before` being the word before it ("104 votes"); `text` is as written: a Spanish accent tells the tense."""
        if word in self.telling:
            if text == _MAY or (word in self.in_a_row and before in self.spans):
                return None  # "in May", "61 days running"
            if (word in self.coming and not "0" <= before[:1] <= "9") or (word == "to" and before in self.coming_to):
                return "coming"
            if word in self.past:
                return "past"
        return self._by_ending(word, text) if len(word) > _SHORT else None

    def _by_ending(self, word: str, text: str) -> Tense:
        if not text.isascii():  # all endings of what is to come have their accent
            if self.future(word, text):
                return "coming"
            if text.endswith(self.past_accents):
                return "past"
        return "past" if word.endswith(self.past_endings) else None

    @staticmethod
    def over(text: str) -> bool:
        """Whether a Spanish verb tells by its ending that something is over, or was going on: "subió", "viajaba", "tenía"."""
        if text[-1] != "a":
            return len(text) > 3
        return (text.endswith("aba") and len(text) > 4) or (text.endswith("ía") and text in verbforms.plain("es")[0])


@cache
def cues(language: str) -> Cues:
    return Cues(language)


def tense(reading: Reading, first: int, last: int) -> Tense:
    """How the sentence tells the date at tokens `[first, last)`: the nearest cue before it, else just behind it."""
    known: dict[tuple[int, int], Tense] = reading.notes.setdefault("tenses", {})
    if (first, last) not in known:
        known[first, last] = _tense(reading, first, last)
    return known[first, last]


def _tense(reading: Reading, first: int, last: int) -> Tense:
    lexis, tokens = cues(reading.language), reading.tokens
    sentence = reading.sentences[reading.sentence_of[first]] if first < len(reading.sentence_of) else None
    if sentence is None:
        return None
    by = first - 1 - (tokens[first - 1].norm == "el") if first else 0
    deadline: Tense = "coming" if first > sentence.first and tokens[by].norm in lexis.deadline else None
    if deadline and by > sentence.first:
        return deadline
    led = reading.holds(_FROM, max(sentence.first, first - _CAME), first - 1) and _left_behind(reading, first, sentence.first)
    if led and lexis.modals.isdisjoint([token.norm for token in tokens[sentence.first : first]]):
        return "past"
    commas = 0
    found: Tense = None
    low = first if deadline else sentence.first if sentence.first > first - _LEFT else first - _LEFT
    for at in range(first - 1, low - 1, -1):
        token = tokens[at]
        if lexis.alone[token] is None:
            if token.text in _STOPS:
                break
            commas += token.text == ","
            continue
        told = lexis.at(tokens, at)
        if told == "past" and commas % 2:
            continue  # another clause's verb; two commas close what stands aside: "convicted Dale Rick, 47, on Tuesday"
        if told:
            if told == "past" and at > sentence.first and (tokens[at - 1].norm == "be" or lexis.leads(tokens[at - 1])):
                told = "coming"  # "will be repealed", "to be held", "will cut", "será aprobado"
            elif told == "past" and tokens[at - 1].norm in ("is", "are") and any(token.norm in _UNTIL for token in tokens[at - 4 : at - 1]):
                told = "coming"  # "faces prison when he is sentenced on April 29"
            found = told
            break
    if found and commas <= 2:
        return found
    for at in range(last, min(sentence.last, last + _RIGHT)):
        token = tokens[at]
        if token.norm in _STOPS or token.norm == ",":
            break
        if lexis.alone[token] is not None and (told := lexis.at(tokens, at)):
            return told
    if found:
        return found
    if first - sentence.first <= 5:  # a fronted date: "On May 3, the council will vote"
        for at in range(last, min(sentence.last, last + 12)):
            if lexis.alone[tokens[at]] is not None and (told := lexis.at(tokens, at)):
                return told
    return deadline


def told_past(reading: Reading, first: int, last: int) -> bool:
    """True for tokens that tell of what is over."""
    lexis, sets = cues(reading.language), words(reading.language).sets
    if reading.holds(sets["foretelling"], first, last):
        return False
    if reading.holds(lexis.past, first, last) or reading.holds(sets["restating"], first, last):
        return True
    for token in reading.tokens[first:last]:
        text, word = token.text, token.norm
        if (word.endswith(lexis.past_endings) and len(word) > 4) or (text[-1] in "óéa" and lexis.over(text)):
            return True
    return False


def _left_behind(reading: Reading, first: int, start: int) -> bool:
    """ "Down from 51% in March", "frente al 51% de marzo": what something came from, which is over."""
    led = reading.between(_FROM, max(start, first - _CAME), first - 1)
    return any(token.kind == "n" for token in reading.tokens[led[-1] + 1 : first])
