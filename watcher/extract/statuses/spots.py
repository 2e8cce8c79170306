"""What rules about statuses hand each other: a phrase, a place to look, the spot of a cue, the start of a verb group. In: a reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from watcher.extract.modality import ModalWords, modal_words
from watcher.extract.names import Names
from watcher.extract.namewords import role_words
from watcher.extract.reading import NameMention, Reading
from watcher.extract.statuses import asides


@dataclass(slots=True)
class Noun:
    """A phrase that may be the subject: tokens `[first, last)`; a name has its `mention`, other words none."""

    first: int
    last: int
    mention: NameMention | None = None
    pronoun: bool = False

    def governed(self, reading: Reading, words: ModalWords) -> bool:
        """True where a preposition stands before it, past its articles and adjectives; "she" is a subject wherever it stands."""
        tokens = reading.tokens
        if self.pronoun and tokens[self.first].norm in _NOMINATIVE:
            return False
        at = self.first - 1
        determined = tokens[self.first].norm in words.determiners  # "en comisión la de Pesca"
        for _ in range(4):
            if at < 0 or tokens[at].kind != "w":
                return False
            if tokens[at].norm in words.prepositions:
                return True
            determined |= tokens[at].norm in words.determiners
            if tokens[at].norm not in words.determiners and (determined or not tokens[at].text[0].islower()):
                return False  # "por lluvia el clásico": what stands before an article is no adjective
            at -= 1
        return False


_NOMINATIVE = frozenset(["he", "she", "they", "i"])
_LED = frozenset(
    [
        "first",
        "originally",
        "initially",
        "once",
        "recently",
        "finally",
        "twice",
        "eventually",
        "long",
        "already",
        "newly",
        "previously",
        "only",
    ]
)
Pick = Callable[[int], Noun | None]  # the admissible phrase that ENDS with (left) or STARTS at (right) a token


@dataclass(slots=True)
class Place:
    """Where one looks: a reading with its index and the names of the document."""

    reading: Reading
    section: int
    names: Names
    words: ModalWords
    times: frozenset[str]  # what an aside on when or how long ends with; none in English


@dataclass(slots=True)
class Spot:
    """Where a cue stands: its tokens `[first, last)`, the start of its verb group, and whether its participle may as well be a verb in
    the past tense ("arrested"), so that it needs more than a phrase before it."""

    first: int
    last: int
    group: int
    ambiguous: bool
    head: int  # where its own words end, before a tail


def place(reading: Reading, index: int, names: Names) -> Place:
    """A reading ready to be searched."""
    return Place(reading, index, names, modal_words(reading.language), asides.closers() if reading.language == "es" else frozenset())


def begins(at: Place, index: int) -> bool:
    """True for the first word of a sentence, whose capital proves nothing."""
    return at.reading.sentences[at.reading.sentence_of[index]].first == index


def opens(reading: Reading, first: int) -> bool:
    """True where no word of its sentence stands before a token: "20:52 Herido un brigadista"."""
    start = reading.sentences[reading.sentence_of[first]].first
    if first == start + 1 and reading.tokens[start].norm in _LED:
        return True  # "First tabled in 2022, the bill"
    return first == start or (first - start < 6 and all(token.kind != "w" for token in reading.tokens[start:first]))


def group_start(at: Place, first: int) -> int:
    """Where the verb group before token `first` starts: its auxiliaries, adverbs and negations."""
    reading, tokens, words = at.reading, at.reading.tokens, at.words
    opens = reading.sentences[reading.sentence_of[first]].first
    adverb = "mente" if reading.language == "es" else "ly"
    start = asides.lasts(tokens, first, opens) if first > opens and tokens[first - 1].norm in at.times else first
    while start > opens and start > first - 9:
        token = tokens[start - 1]
        if token.norm in words.auxiliaries or (token.norm.endswith(adverb) and token.text[0].islower()):
            if token.norm == "queda" and start > opens + 1 and tokens[start - 2].norm == "de":
                break  # "el toque de queda está vigente"
            if token.norm == "'s" and start == first and _owned(at, first + 1):
                break  # "Bangladesh's ousted leader"
            if token.norm == "to" and start == first and tokens[first].norm.endswith(("ed", "slain", "missing")):
                break  # "tributes to murdered teacher Ana Ruiz"
            if token.norm in ("la", "los", "lo", "le", "las", "les") and tokens[start].norm not in words.auxiliaries and start == first:
                break
            start -= 1
            continue
        if token.norm in at.times and (day := asides.starts(tokens, start, opens)) < start and tokens[day - 1].norm in words.being:
            start = day  # "fue este martes puesto en libertad"
            continue
        break
    while start < first and tokens[start].norm in words.edges:
        start += 1
    return start


def _owned(at: Place, index: int) -> bool:
    """A noun for somebody, or a name, right behind a participle: what stands before it owns it."""
    tokens = at.reading.tokens
    return index < len(tokens) and (tokens[index].capital or tokens[index].norm in role_words(at.reading.language).persons)
