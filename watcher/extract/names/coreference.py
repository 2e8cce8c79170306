"""Whom definite descriptions stand for, by the names before them. In: `Names` and a place in it; out: a Subject or None.

A description is held by the entity the text gave that noun ("candidate Elena Ortega", "Omar Pettis, the union's president").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from watcher import lexicon
from watcher.extract.names.beside import beside, place
from watcher.extract.names.entities import cited
from watcher.extract.namewords import RoleWords, name_words, role_words
from watcher.extract.reading import NameMention, Reading
from watcher.model import Subject

if TYPE_CHECKING:
    from watcher.extract.names import Names

_INSIDE = frozenset(["in", "en"])
_OF, _THE = frozenset(["de", "del", "of"]), frozenset(["la", "el", "los", "las", "the"])
_BEARERS = 40  # of one role, the last ones
_PHRASE = 4  # tokens of a description to its noun


@dataclass(slots=True)
class Roles:
    """The nouns that stand beside names: by noun, the places where a subject got it."""

    by_noun: dict[str, list[tuple[int, Subject]]] = field(default_factory=dict)
    by_subject: dict[str, set[str]] = field(default_factory=dict)
    by_token: dict[int, Subject] = field(default_factory=dict)

    def add(self, noun: str, token: int, subject: Subject) -> None:
        """Note that `subject` is called `noun` at `token`."""
        self.by_noun.setdefault(noun, []).append((token, subject))
        self.by_subject.setdefault(subject.id, set()).add(noun)
        self.by_token.setdefault(token, subject)

    def of(self, subject_id: str) -> frozenset[str]:
        """The nouns of a subject."""
        return frozenset(self.by_subject.get(subject_id, ()))


def roles(reading: Reading, mentions: Sequence[NameMention], genders: dict[str, str]) -> Roles:
    """The role nouns beside the names of a reading: titles, appositions on both sides."""
    groups = role_words(reading.language).groups
    found = Roles()
    at_hand = place(reading, mentions)
    told = {reading.sentence_of[at] for at in reading.where(at_hand.marks)}
    before = (0, 0)
    for mention in mentions:
        sort = mention.subject.type
        if sort in ("person", "organization") and reading.sentence_of[mention.first] in told:
            for noun, token in beside(at_hand, mention, before):
                if (noun in groups) == (sort == "organization"):
                    found.add(noun, token, mention.subject)
                    _gender(noun, reading.language, mention.subject, genders)
        before = (mention.first, mention.last)
    _called(reading, mentions, genders)
    return found


def _called(reading: Reading, mentions: Sequence[NameMention], genders: dict[str, str]) -> None:
    """ "Ana Bo spoke. She said": the one person of an English sentence is whom the next one opens with."""
    if reading.language != "en":
        return
    words = name_words("en")
    people = [mention for mention in mentions if mention.subject.type == "person"]
    firsts = [mention.first for mention in people]
    for at in reading.where(words.gendered):
        number = reading.sentence_of[at]
        sentence = reading.sentences[number]
        if at != sentence.first or number == 0 or reading.sentences[number - 1].paragraph != sentence.paragraph:
            continue
        earlier = reading.sentences[number - 1]
        told = {mention.subject.id for mention in people[bisect_left(firsts, earlier.first) : bisect_left(firsts, earlier.last)]}
        if len(told) == 1:
            genders.setdefault(told.pop(), "f" if reading.tokens[at].norm in words.she else "m")


def _gender(noun: str, language: str, subject: Subject, genders: dict[str, str]) -> None:
    if subject.type != "person":
        return
    names = name_words(language)
    if noun in names.women or noun.endswith(names.female_endings):
        genders[subject.id] = "f"
    elif noun in names.men or (noun.endswith(names.male_endings) and subject.id not in genders):
        genders[subject.id] = "m"


def resolve(names: Names, found: Roles, reading: int, token: int, words: Sequence[str]) -> Subject | None:
    """The entity called by these words: of those named so before `token` the one the text tells of, else the last; else the first named
    so after it."""
    language = names.readings[reading].language
    known = role_words(language)
    whole = known.stands_for.get(" ".join(words), ()) if len(words) > 1 else ()
    for word in (*whole, *reversed(words)):
        places = found.by_noun.get(word)
        if not places:
            continue
        if places[0][0] < token and not (places := _of_the_same(names, reading, token, word, places)):
            return None
        at = bisect_left(places, token, key=lambda place: place[0])
        if at:
            return names.told_of(reading, token, [subject for _, subject in places[max(0, at - _BEARERS) : at]])
        if word in words:
            told = _subject_before(names, reading, token, noun_gender(word, language))
            later = {subject for _, subject in places}
            meant = places[0][1] if len(words) == 1 or len(later) == 1 else None  # "the Labour candidate" is none of several
            return meant if told is None or _headed(names, (reading, token), meant) else told
    if (bearer := _otherwise(found, known, token, words)) is not None:
        return bearer
    head = words[-1] if words else ""
    if language == "es" and words:
        head = next((word for word in words if word in known.groups or word in known.places), words[0])
    if head in known.groups:
        body = _body(names, reading, token, head)
        named = set(lexicon.fold(body.name).split()) if body is not None else set()
        if len(words) > 1 and head not in named and head not in known.corporate and head not in known.firms:
            return None  # "the disaster agency", "la entidad gremial" is no body of another kind; "the Swedish carmaker" may be Volvo
        own = named & known.groups
        if head not in own and (own - known.corporate or known.central & set(words)):
            return None  # "the agency" is no Union and no Council, "the central bank" no research institute
        if head in known.press and named.isdisjoint(known.press):
            return None  # "the outlet" is no prison that goes by its letters
        if head not in own and head in known.self_named and body is not None and not body.name.isupper():
            return None  # "the commission" is no WestWire, but may be the CNE
        return body
    if head in known.places:
        return _latest(names, reading, token, "place")
    return None


def _of_the_same(names: Names, reading: int, token: int, noun: str, places: list[tuple[int, Subject]]) -> list[tuple[int, Subject]]:
    """ "The mayor of Lorca": of those called mayor only those of Lorca, where somebody is; else those of nowhere told."""
    tokens = names.readings[reading].tokens
    asked = next((at for at in range(token, min(len(tokens), token + _PHRASE)) if tokens[at].norm == noun), None)
    whose = _whose(names, reading, asked) if asked is not None else None
    if whose is None or any(place[0] == asked for place in places):
        return places  # of nobody else, or told right there: "the mayor of Lorca, Luis Pardo"
    told = [(place, _whose(names, reading, place[0])) for place in places]
    same = [place for place, of in told if of is not None and f"{of}-".startswith(f"{whose}-")]  # "Torre" is Torre del Campo
    bearers = {place[1].id for place, of in told if of is not None}
    return same or [place for place, of in told if of is None and place[1].id not in bearers]


def _whose(names: Names, reading: int, noun: int) -> str | None:
    """Of what the office at token `noun` is, where a name tells it: "alcalde de Lorca", "head of the WHO"."""
    tokens = names.readings[reading].tokens
    at = noun + 1
    if at >= len(tokens) or tokens[at].norm not in _OF:
        return None
    at += 1
    while at < len(tokens) and tokens[at].norm in _THE:
        at += 1
    named = names.at(reading, at) if at < len(tokens) and tokens[at].capital else None
    return named.subject.id if named else lexicon.fold(tokens[at].text) if at < len(tokens) and tokens[at].capital else None


def _headed(names: Names, at: tuple[int, int], meant: Subject | None) -> bool:
    """Whether the sentence before is a headline that names `meant` among others: "Villatoro, ally of Kast"."""
    reading, token = at
    text = names.readings[reading]
    before = text.sentences[text.sentence_of[token] - 1]
    if text.paragraphs[before.paragraph].kind != "headline":
        return False
    return any(mention.subject == meant for mention in names.in_tokens(reading, before.first, before.last))


def _otherwise(found: Roles, known: RoleWords, token: int, words: Sequence[str]) -> Subject | None:
    """Whom another word for their role means: "el mandatario" the president, "the coach" the manager, where one stands before."""
    names = [" ".join(words), *words[:1], *words[-1:]]
    others = next((known.stands_for[name] for name in names if name in known.stands_for), ())
    before = [place for other in others for place in found.by_noun.get(other, ()) if place[0] < token]
    return max(before, key=lambda place: place[0])[1] if before else None


def noun_gender(noun: str, language: str) -> str:
    if language == "es":
        return "f" if noun.endswith("a") and not noun.endswith("ista") else "m" if noun.endswith(("o", "or")) else ""
    return ""


def _subject_before(names: Names, reading: int, token: int, gender: str) -> Subject | None:
    """The person the sentence before speaks of, where their gender fits."""
    text = names.readings[reading]
    sentence = text.sentence_of[token]
    if not sentence:
        return None
    earlier = text.sentences[sentence - 1]
    return next(
        (
            m.subject
            for m in names.in_tokens(reading, earlier.first, text.sentences[sentence].first)
            if _fits(names, m, gender, ("person",))
        ),
        None,
    )


def _body(names: Names, reading: int, token: int, head: str) -> Subject | None:
    """The body a noun means: one whose name holds the noun, else whom the sentence before opens with where the noun opens its own,
    else the last one named."""
    text = names.readings[reading]
    number = text.sentence_of[token]
    known = [mention for mention in names.before(reading, token, 12) if mention.subject.type == "organization"]
    called = next((mention.subject for mention in known if head in lexicon.fold(mention.subject.name).split()), None)
    if called is None and number and token <= text.sentences[number].first + 1:
        opening = text.sentences[number - 1].first
        called = next((mention.subject for mention in known if opening <= mention.first <= opening + 1), None)
    return called or _alone(names, reading, token)


def _alone(names: Names, reading: int, token: int) -> Subject | None:
    """The one body that is named before a token: among several, "the company" may be any or none."""
    latest = _latest(names, reading, token, "organization")
    if latest is None:
        return None
    told = names.before(reading, token)
    return latest if all(mention.subject == latest or mention.subject.type != "organization" for mention in told) else None


def _latest(names: Names, reading: int, token: int, sort: str) -> Subject | None:
    """The last one of a sort named before a token; where something stands is no body ("18 in the Cauca")."""
    tokens = names.readings[reading].tokens
    told = (mention for mention in names.before(reading, token) if mention.subject.type == sort)
    if sort != "place":
        told = (m for m in told if not cited(tokens, m.first, 0) and not {t.norm for t in tokens[max(0, m.first - 2) : m.first]} & _INSIDE)
    return next((mention.subject for mention in told), None)


def _fits(names: Names, mention: NameMention, gender: str, sorts: tuple[str, ...]) -> bool:
    if mention.subject.type not in sorts:
        return False
    known = names.gender(mention.subject)
    return not gender or not known or known == gender
