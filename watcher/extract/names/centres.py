"""Whom pronouns, and Spanish verbs without a subject, stand for. In: `Names` and a place in it; out: a Subject or None.

Each sentence has a centre: whom it tells of. That is the first one it names whom no preposition governs ("with Ana Bo", "de Ana Bo");
where it opens with a pronoun, or in Spanish with a verb that has no subject, the centre of the sentences before goes on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from watcher import lexicon
from watcher.extract.marks import Marked, marked, opening
from watcher.extract.names.entities import cited
from watcher.extract.namewords import name_words, role_words
from watcher.extract.neighbours import among, norm_at
from watcher.extract.reading import NameMention, Sentence, Token
from watcher.extract.verbforms import ENDINGS, finite
from watcher.model import Subject

if TYPE_CHECKING:
    from watcher.extract.names import Names

_BACK = 3  # sentences back that name somebody
_FAR = 8  # sentences back
_CHAIN = 32  # sentences
_TITLE = 7  # tokens between a preposition and the name it governs, past a title
_LONG = 200  # tokens of a sentence that tell whom it is about
_OPENING = 16  # tokens within which a sentence without a subject has its verb
_BEHIND = 4  # tokens between a verb and a subject behind it
_NOT_OF = frozenset(["as", "like", "for", "per", "than", "according", "como", "segun", "para"])  # they govern whom a sentence may tell of
_THIS = frozenset(["this", "este", "esta"])
_HE_SHE = frozenset(["he", "she"])


@cache
def _closed(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon.load(f"{language}/clauses")["closed"].items()}


class Centres:
    """Whom the sentences of one reading tell of, worked out as far as somebody has asked."""

    def __init__(self, names: Names, index: int) -> None:
        self.names, self.index, self.reading = names, index, names.readings[index]
        self.words, self.roles = name_words(self.reading.language), role_words(self.reading.language)
        self.closed = _closed(self.reading.language)
        self.governing = self.closed["preposition"] - _NOT_OF
        self.known: dict[int, tuple[Subject, ...]] = {}  # by sentence: whom it tells of, the likeliest first
        self.done = 0  # sentences before which no chain of those that go on leads back

    def meant(self, token: int, besides: Subject | None = None, *, human: bool = False) -> Subject | None:
        """Whom the pronoun or the verb at `token` stands for, who is not `besides`; only a person where it is `human`."""
        norm = self.reading.tokens[token].norm
        gender = "f" if norm in self.words.she or norm.endswith("rla") else "m" if norm in self.words.he or norm.endswith("rlo") else ""
        sorts = (
            ("organization", "thing", "place") if norm in self.words.it else ("person",) if gender or human else ("person", "organization")
        )
        number = self.reading.sentence_of[token]
        sentence = self.reading.sentences[number]
        own, others = self._named(sentence, token)
        if not any(subject.type == "person" for subject in own):
            own = self._opening(sentence, token) + own
        lead = self._lead(sentence, own) if sorts == ("person",) or not gender else None
        if lead is None or lead >= token:
            called = self._called(sentence) if token > sentence.first + 1 and "person" in sorts else None
            found = self._fitting([called] if called is not None else [], gender, sorts, besides)
            if found is not None:
                return found
            found = self._fitting(own, gender, sorts, besides)
            if found is not None:
                return found
        return self._earlier(number, gender, sorts, besides) or self._fitting(others, gender, sorts, besides)

    def of(self, token: int, bearers: Sequence[Subject]) -> Subject:
        """Of those who bear a role, in the order they were named so, the one the sentences before `token` tell of, else the last."""
        last = bearers[-1]
        if all(bearer == last for bearer in bearers):
            return last
        number = self.reading.sentence_of[token]
        for back in range(number - 1, max(-1, number - 1 - _FAR), -1):
            told = self._told(back)
            if told and told[0] in bearers:
                return told[0]
        return last

    def _told(self, number: int) -> tuple[Subject, ...]:
        """Whom a sentence tells of. Few are asked for, but one may go on with the one before, and so on: now and then as many as one looks
        back to are worked out in order, so that no such chain is long."""
        while self.done + _CHAIN <= number:
            self.done += _CHAIN
            for before in range(self.done - _FAR, self.done):
                self._told(before)
        if number not in self.known:
            self.known[number] = self._telling(number)
        return self.known[number]

    def _earlier(self, number: int, gender: str, sorts: Sequence[str], besides: Subject | None = None) -> Subject | None:
        """The first one that fits, of the sentences before one."""
        left = _BACK
        far = _FAR if sorts == ("person",) else _BACK
        for back in range(number - 1, max(-1, number - 1 - far), -1):
            if told := self._told(back):
                found = self._fitting(told, gender, sorts, besides)
                left -= 1
                if found is not None or not left:
                    return found
        return None

    def _fitting(self, told: Sequence[Subject], gender: str, sorts: Sequence[str], besides: Subject | None) -> Subject | None:
        """The first that may be meant; a woman known to be one, if there is one: most whose gender no word tells are men."""
        fitting: Subject | None = None
        for subject in told:
            if subject.type in sorts and subject != besides:
                known = self.names.gender(subject) if gender else ""
                if known == gender or (gender == "m" and not known):
                    return subject
                if not known and fitting is None:
                    fitting = subject
        return fitting

    def _telling(self, number: int) -> tuple[Subject, ...]:
        """Whom a sentence tells of: who goes on, whom it names; whom a preposition governs comes last."""
        sentence = self.reading.sentences[number]
        own, others = self._named(sentence, sentence.last)
        lead = self._lead(sentence, own)
        if lead is None:
            called = self._called(sentence) or self._pointed(sentence)
            return (called, *own, *others) if called is not None else (*own, *others)
        norm = self.reading.tokens[lead].norm
        gender = "f" if norm == "she" else "m" if norm == "he" else ""
        person = self._earlier(number, gender, ("person",))
        going_on = [person] if gender else [self._earlier(number, gender, ("person", "organization")), person]
        return tuple(dict.fromkeys(subject for subject in (*going_on, *own, *others) if subject is not None))

    def _named(self, sentence: Sentence, stop: int) -> tuple[list[Subject], list[Subject]]:
        """Whom a sentence names before token `stop` outside of marks: those that no preposition governs, the others."""
        own: list[Subject] = []
        others: list[Subject] = []
        marks = marked(self.reading, sentence.paragraph)
        for mention in self.names.in_tokens(self.index, sentence.first, min(stop, sentence.first + _LONG)):
            if marks and _quoted(marks, mention.start):
                continue
            if mention.subject.type != "organization" or not cited(self.reading.tokens, mention.first, sentence.first):
                (others if self._governed(mention, sentence) else own).append(mention.subject)
        return own, others

    def _opening(self, sentence: Sentence, stop: int) -> list[Subject]:
        """ "The charges against Ann Bo", "La causa contra Ana Bo": of whom that is which a sentence opens with, and which is nobody."""
        near = self.names.in_tokens(self.index, sentence.first, min(stop, sentence.first + _TITLE + 2))
        return [near[0].subject] if near and self._opens_with(near[0], sentence) else []

    def _opens_with(self, mention: NameMention, sentence: Sentence) -> bool:
        tokens, closed = self.reading.tokens, self.closed
        if mention.subject.type != "person" or tokens[sentence.first].norm not in closed["determiner"]:
            return False
        led = tokens[sentence.first + 1 : mention.first]
        if len(led) > _TITLE or any(among(token.norm, self.roles.persons, self.roles.groups) for token in led[:2]):
            return False
        small = (closed["auxiliary"], closed["coordinator"], closed["subordinator"])
        return all(token.kind == "w" and not among(token.norm, *small) for token in led)

    def _governed(self, mention: NameMention, sentence: Sentence) -> bool:
        """ "with Ana Bo", "de la ministra Ana Bo", "in Bo's stead"."""
        tokens = self.reading.tokens
        at, low = mention.first - 1, max(sentence.first, mention.first - _TITLE)
        while at >= low and (self._within(tokens, at, mention) if tokens[at].norm in self.governing else self._titular(tokens, at)):
            at -= 1
        return at >= low and tokens[at].norm in self.governing

    def _titular(self, tokens: Sequence[Token], at: int) -> bool:
        """A word of the title before a name that governs nothing, its article, or the comma between."""
        token, roles = tokens[at], self.roles
        if token.text == ",":
            return tokens[at - 1].capital or tokens[at - 1].norm in roles.persons or tokens[at - 1].norm in roles.portfolios
        return token.capital or token.norm in self.closed["determiner"] or token.norm in roles.persons or token.norm in roles.fillers

    def _within(self, tokens: Sequence[Token], at: int, mention: NameMention) -> bool:
        """A preposition within a title: "the minister of health, Ana Bo"; not "the wife of the minister Ana Bo"."""
        persons, behind = self.roles.persons, at + 1
        while behind < mention.first and tokens[behind].norm in self.closed["determiner"]:
            behind += 1
        titled = behind < mention.first and tokens[behind].norm not in persons
        return titled and any(token.norm in persons for token in tokens[max(0, at - 3) : at])

    def _called(self, sentence: Sentence) -> Subject | None:
        """Whom the role a sentence opens with means: "The minister travelled", "El alcalde dijo"."""
        tokens, at = self.reading.tokens, sentence.first + 1
        if at >= sentence.last or tokens[sentence.first].norm not in ("the", "el", "la"):
            return None
        roles = self.roles
        if tokens[at].norm in roles.corporate and self.names.at(self.index, at + 1) is None:  # "The company said", "La empresa informó"
            found = self.names.resolve_role(self.index, at, [tokens[at].norm])
            return found if found is not None and found.type == "organization" else None
        persons = roles.persons
        while at < sentence.last and at < sentence.first + 4 and tokens[at].kind == "w":
            if tokens[at].norm in persons and self.names.holder(self.index, at) is None and self.names.at(self.index, at + 1) is None:
                found = self.names.resolve_role(self.index, at, [tokens[at].norm])
                return found if found is not None and found.type == "person" else None
            at += 1
        return None

    def _pointed(self, sentence: Sentence) -> Subject | None:
        """ "When Bo appointed Ana Ruiz, this seasoned official had": "this" and a word for a person mean the last one named."""
        tokens = self.reading.tokens
        for at in self.reading.between(_THIS, sentence.first + 1, sentence.last - 1):
            if tokens[at - 1].text == "," and any(
                token.norm in self.roles.persons for token in tokens[at + 1 : min(at + 4, sentence.last)]
            ):
                near = self.names.in_tokens(self.index, sentence.first, at)
                return next((mention.subject for mention in reversed(near) if mention.subject.type == "person"), None)
        return None

    def _lead(self, sentence: Sentence, own: Sequence[Subject]) -> int | None:
        """The pronoun, the word for a nation or the verb without a subject that a sentence opens with."""
        if (national := self._national(sentence)) is not None:
            return national
        if self.reading.language == "es":
            return self._verb(sentence)
        tokens = self.reading.tokens
        pronouns = self.reading.between(self.words.gendered, sentence.first, sentence.last)
        near = self.names.in_tokens(self.index, sentence.first, min(sentence.last, sentence.first + _LONG)) if pronouns and own else ()
        first = next((mention.first for mention in near if mention.subject in own), sentence.last)
        for at in pronouns:
            if at >= first:
                break
            if (tokens[at].norm in _HE_SHE or not own) and not _quoted(marked(self.reading, sentence.paragraph), self.reading.starts[at]):
                return at
        return None

    def _national(self, sentence: Sentence) -> int | None:
        """ "The Salvadoran arrived", "El salvadoreño llegó": somebody told before, by another word."""
        tokens, at = self.reading.tokens, sentence.first + 1
        if at + 1 >= sentence.last or tokens[sentence.first].norm not in ("the", "el", "la") or tokens[at].norm not in self.words.demonyms:
            return None
        goes_on = (
            tokens[at + 1].text == "," or among(tokens[at + 1].text, finite(self.reading.language)) or tokens[at + 1].text.endswith("ó")
        )
        return at if goes_on or tokens[at + 1].norm in self.closed["auxiliary"] else None

    def _verb(self, sentence: Sentence) -> int | None:
        """The verb without a subject: nothing but adverbs, fronted phrases and clauses before it, no name behind it."""
        tokens, closed = self.reading.tokens, self.closed
        apart = False  # within a fronted phrase or clause
        at, stop = sentence.first, min(sentence.last, sentence.first + _OPENING)
        while at < stop:
            token = tokens[at]
            if token.text == ",":
                apart = False
            elif token.kind != "w":
                if not apart:
                    return None
            elif token.norm in closed["object"]:
                pass
            elif token.norm in closed["subordinator"]:
                at = next((comma for comma in range(at, sentence.last) if tokens[comma].text == ","), sentence.last) - 1
            elif token.norm in closed["preposition"]:
                apart = True
            elif apart and among(tokens[at - 1].norm, closed["determiner"], closed["preposition"]):
                pass  # "una entrevista"
            elif _finite(token) or (at == sentence.first and norm_at(tokens, at + 1) in ("a", "al")):  # "Sucede a Ana Bo"
                return None if token.text.endswith("n") or self._postponed(at, sentence) else at
            elif token.norm in closed["determiner"] and at + 1 < len(tokens) and self._when(tokens[at + 1]):
                apart = True
            elif not apart and not (token.norm in closed["adverb"] or token.norm in closed["coordinator"] or token.norm.endswith("mente")):
                return None
            at += 1
        return None

    def _when(self, token: Token) -> bool:
        return token.kind == "n" or token.norm in self.words.calendar or token.norm in ("ano", "mes", "dia", "semana", "tarde", "noche")

    def _postponed(self, verb: int, sentence: Sentence) -> bool:
        """ "Murió Ana Bo", "Lo dijo ayer el alcalde, Juan Paz": who does it is named right behind."""
        near = self.names.in_tokens(self.index, verb, min(sentence.last, verb + 1 + _BEHIND))
        for mention in near:
            between = self.reading.tokens[verb + 1 : mention.first]
            if not self._governed(mention, sentence) and not any(token.norm == "que" or token.kind == "p" for token in between):
                return mention.subject.type in ("person", "organization")
        return False


def _quoted(marks: Sequence[Marked], offset: int) -> bool:
    at = bisect_right(marks, offset, key=opening) - 1
    return at >= 0 and offset < marks[at].end


def _finite(token: Token) -> bool:
    return token.text in finite("es") or token.text.lower() in finite("es") or (len(token.text) > 3 and token.text.endswith(ENDINGS))
