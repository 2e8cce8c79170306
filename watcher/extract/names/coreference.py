"""Whom definite descriptions stand for, by the names before them. In: `Names` and a place in it; out: a Subject or None.

A description is held by the entity the text gave that noun ("candidate Elena Ortega", "Omar Pettis, the union's president").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from watcher import lexicon
from watcher.extract.namewords import RoleWords, name_words, role_words
from watcher.extract.neighbours import among
from watcher.extract.reading import NameMention, Reading, Token
from watcher.model import Subject

if TYPE_CHECKING:
    from watcher.extract.names import Names

_LINKS = frozenset(["of", "for", "de", "del", "in", "en", "la", "the", "los", "las"])
_LEADS = _LINKS - {"la", "the", "los", "las"} | {"to", "from", "by", "with", "con", "a", "al", "por"}  # "the company to X": nobody's noun
_QUOTES = frozenset("”\"»’'")
_ARTICLES = frozenset(["the", "el", "la"])
_INSIDE = frozenset(["in", "en"])
_BEARERS = 40  # of one role, the last ones
_FAR = 9  # tokens between a noun and the name it stands beside


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
    words = role_words(reading.language)
    nouns = _nouns(reading.language)
    found, marks = Roles(), _marks(reading.language)
    before = (0, 0)
    for mention in mentions:
        if mention.subject.type in ("person", "organization"):
            for noun, token in _beside(reading, mention, before, nouns, marks, words):
                if (noun in words.groups) == (mention.subject.type == "organization"):
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


@cache
def _nouns(language: str) -> frozenset[str]:
    words = role_words(language)
    return (
        frozenset(phrase[-1] for phrase in words.people)
        | frozenset(phrase[0] for phrase in words.people)
        | (words.heads - words.portfolios)
        | words.groups
        | frozenset(phrase[0] for phrase in words.offices | words.posts)
    )


@cache
def _marks(language: str) -> frozenset[str]:
    """All that may be a role noun before a name, also grown to "ex" and cut short."""
    nouns = _nouns(language)
    return nouns | {f"ex{noun}" for noun in nouns} | role_words(language).abbreviations


def _beside(
    reading: Reading, mention: NameMention, earlier: tuple[int, int], nouns: frozenset[str], marks: frozenset[str], words: RoleWords
) -> list[tuple[str, int]]:
    tokens = reading.tokens
    sentence = reading.sentences[reading.sentence_of[mention.first]]
    found: list[tuple[str, int]] = []
    commas = 0
    low = mention.first - _FAR if mention.first - _FAR > sentence.first else sentence.first
    led = tokens[mention.first - 1].norm in _LEADS
    for at in range(mention.first - 1, low - 1, -1) if not led and reading.holds(marks, low, mention.first) else ():
        token = tokens[at]
        if earlier[0] <= at < earlier[1]:
            if reading.tokens[earlier[0] - 1].norm in _LINKS:
                continue  # "of Marenport" between the office and its holder
            break
        if _is_noun(token.norm, nouns) or (token.norm in words.abbreviations and token.capital):
            found.append((token.norm, at))
            continue
        commas += token.text == ","
        if token.text == "." and at == mention.first - 1 and at > sentence.first and tokens[at - 1].norm in words.abbreviations:
            continue  # "Gov. Lou Marsh"
        if at == mention.first - 1 and at and token.kind == "w" and token.text[0].islower() and tokens[at - 1].norm in _ARTICLES:
            continue  # "the coalition's candidate, the communist Ana Ruiz"
        if (
            commas == 1
            and at == mention.first - 2
            and at > sentence.first
            and token.text.islower()
            and _is_noun(tokens[at - 1].norm, nouns)
        ):
            continue  # "el candidato verde, Juan Peña"
        adjective = reading.language == "es" and qualifies(token) and tokens[at + 1].norm not in ("a", "al")  # no verb: "ratifica a la"
        if (
            adjective
            and commas < 2
            and at > sentence.first
            and (_heads(tokens, at - 1, nouns, words) or tokens[at - 1].norm in words.portfolios)
        ):
            continue  # "el presidente chileno Juan Peña", "la diputada comunista Ana Ruiz"
        if (
            commas > 1
            or token.text in ';:.–—”"'
            or (token.kind == "w" and not among(token.norm, words.fillers, words.portfolios) and not _describes(reading, at, nouns))
        ):
            break
    quoted = mention.last + 1 < len(tokens) and tokens[mention.last + 1].text in _QUOTES  # “... and less Boric,” the candidate said
    if mention.last < len(tokens) and tokens[mention.last].text in (",", "(", "–", "—") and not quoted:
        found += _after(reading, mention.last + 1, min(sentence.last, mention.last + _FAR), nouns, words)
    elif mention.last + 1 < len(tokens) and tokens[mention.last].norm in ("is", "was", "es", "era", "fue"):
        found += _after(reading, mention.last + 1, min(sentence.last, mention.last + 6), nouns, words)
    return found


_ADJECTIVES = tuple(
    stem + ending
    for stem, endings in (
        ("an en in eg ec ist ic ad id ari ori os iv er ri ul", ("o", "a", "os", "as")),
        ("ens al ar ent ant", ("", "e", "es")),
        ("es", ("", "a", "es")),
    )
    for part in stem.split()
    for stem in (part,)
    for ending in endings
)


def qualifies(token: Token) -> bool:
    """A word in lower case that ends like a Spanish adjective of nation, party or trade, and is no verb that ends in an accent."""
    return token.kind == "w" and token.text.islower() and len(token.norm) > 4 and token.norm.endswith(_ADJECTIVES) and token.text[-1] != "ó"


def _heads(tokens: Sequence[Token], at: int, nouns: frozenset[str], words: RoleWords) -> bool:
    """A role noun ends at `at`, with or without the word that tells its stage: "presidente", "presidente electo"."""
    return _is_noun(tokens[at].norm, nouns) or (at > 0 and tokens[at].norm in words.fillers and _is_noun(tokens[at - 1].norm, nouns))


def _is_noun(norm: str, nouns: frozenset[str]) -> bool:
    """A role noun, also with the Spanish "ex" grown on: "exministra"."""
    return norm in nouns or (norm.startswith("ex") and norm[2:] in nouns)


def _describes(reading: Reading, at: int, nouns: frozenset[str]) -> bool:
    """A word that may stand inside a title: a capital, an adjective next to its noun."""
    token = reading.tokens[at]
    following = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else token
    if token.capital or following.text == "-":
        return True
    before = reading.tokens[at - 1] if at else token
    if before.norm in nouns:
        return False  # "The senator trails President Lula"
    return following.norm in nouns and (before.kind != "w" or not before.capital or at == 0)


def _after(reading: Reading, first: int, last: int, nouns: frozenset[str], words: RoleWords) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    if first < last and reading.tokens[first].norm in ("and", "y", "e", "or", "but"):
        return found
    for at in range(_past_age(reading, first), last):
        token = reading.tokens[at]
        if _is_noun(token.norm, nouns):
            found.append((token.norm, at))
        elif token.text == "," and found and at + 1 < last and _is_noun(reading.tokens[at + 1].norm, nouns):
            continue  # "Ana Ruiz, abogada, exministra de Salud,"
        elif token.text in ",;:.)–—" or token.norm in ("who", "which", "that", "whose", "que", "quien", "cuyo", "cuya"):
            if found or token.text != ",":
                break
            if at > first + 3:
                break
        elif at + 1 < last and reading.tokens[at + 1].text in ("'s", "’s"):
            continue  # "the country's president"
        elif (
            token.kind == "w"
            and token.norm not in words.fillers
            and token.norm not in words.portfolios
            and not _describes(reading, at, nouns)
            and not (found and token.capital)
        ):
            break
    return found


def _past_age(reading: Reading, first: int) -> int:
    """Past an age in Spanish between commas: "Bo Trán, de 51 años, concejal"."""
    if reading.language != "es":
        return first
    near = reading.tokens[first : first + 5]
    told = len(near) == 5 and near[1].norm == "de" and near[2].kind == "n" and near[3].norm == "anos" and near[4].text == ","
    return first + 4 if told else first


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
        at = bisect_left(places, token, key=lambda place: place[0])
        if at:
            return names.told_of(reading, token, [subject for _, subject in places[max(0, at - _BEARERS) : at]])
        if word in words:
            return _subject_before(names, reading, token, noun_gender(word, language)) or places[0][1]
    if (bearer := _otherwise(found, known, token, words)) is not None:
        return bearer
    head = words[-1] if words else ""
    if language == "es" and words:
        head = next((word for word in words if word in known.groups or word in known.places), words[0])
    if head in known.groups:
        body = _body(names, reading, token, head)
        named = set(lexicon.fold(body.name).split()) if body is not None else set()
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
    return called or _latest(names, reading, token, "organization")


def _latest(names: Names, reading: int, token: int, sort: str) -> Subject | None:
    """The last one of a sort named before a token; where something stands is no body ("18 in the Cauca")."""
    tokens = names.readings[reading].tokens
    told = (mention for mention in names.before(reading, token) if mention.subject.type == sort)
    return next((m.subject for m in told if sort == "place" or not {t.norm for t in tokens[max(0, m.first - 2) : m.first]} & _INSIDE), None)


def _fits(names: Names, mention: NameMention, gender: str, sorts: tuple[str, ...]) -> bool:
    if mention.subject.type not in sorts:
        return False
    known = names.gender(mention.subject)
    return not gender or not known or known == gender
