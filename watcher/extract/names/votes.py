"""What tells the type of a name: its own words and what stands around it, as votes. In: an `Entity` and a span; out: its votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from watcher.extract.modality import modal_words
from watcher.extract.names import cues
from watcher.extract.names.titled import Span
from watcher.extract.namewords import NameWords, RoleWords, name_words, role_words, territories
from watcher.extract.neighbours import among, norm_at
from watcher.extract.reading import Reading, Token
from watcher.extract.stagewords import told, undergoes

Key = tuple[str, ...]
_OWNED = frozenset(["of", "in", "de", "del", "en", "for"])
_APART = _OWNED | {"the", "el", "la", "by", "from", "at", "segun", "por"}  # beside who stands in no vote


class Votes(dict[str, int]):
    """Type -> how much speaks for it; nothing where it is not there."""

    __slots__ = ()

    def __missing__(self, sort: str) -> int:
        return 0


@dataclass(slots=True)
class Entity:
    """A name being put together: its words, how often each spelling and type was seen."""

    key: Key
    name: str
    language: str
    votes: Votes = field(default_factory=Votes)
    gender: str = ""
    longer: list[Entity] = field(default_factory=list)
    same: Entity | None = None


_MARKS = frozenset("'\"“‘«")
_ARTICLES = frozenset(["the", "el", "la", "los", "las"])
_DATELINES = frozenset("(,–—")  # behind the place where an article was written
_ALIAS = frozenset(("alias", "apodado", "apodada"))
_ENDED = 4  # letters of a family name with its ending, more than
_HOME = ("from", "of", "de", "del")  # between a person and the place or body they belong to
_ADDRESS = 9  # tokens of an address before its last part, at most
_WHO = ("quien", "whom", "who")


def shape(entity: Entity, names: NameWords) -> None:
    """What the words of a name themselves tell of its type."""
    key, votes = entity.key, entity.votes
    english = names.language == "en"
    if key in territories(names.language) or key in names.letters:
        votes["place"] += 6
    elif len(key) > 1 and english and key[0] in names.compass and key[1:] in territories("en"):
        votes["place"] += 6  # "Southern California"
    if "&" in entity.name:
        votes["organization"] += 4
    _known(entity, names)
    if len(key) > 1:
        _headed(entity, names)
        _given(entity, names)
        if (key[-2] if english else key[0]) in names.christened and key[0] not in names.given:
            votes["thing"] += 6  # "Tropical Cyclone Ana"
        if key[:1] in territories(names.language) and key[0] not in names.given and key[-1] not in names.families:
            votes["organization"] += 2  # "Kenya Red Cross", "Chile Vamos"
        return
    if entity.name.isupper() and 2 <= len(entity.name) <= 6:
        votes["organization"] += 2
    if key[0] in names.plainly_given or (len(key[0]) > _ENDED and key[0].endswith(names.family_endings)):
        votes["person"] += 3  # "Nora, a waitress", "Pérez", "Larsson"


def _headed(entity: Entity, names: NameWords) -> None:
    """What the noun that heads several words tells, and the one at their other end."""
    key, votes = entity.key, entity.votes
    if names.language == "en":
        ends = next((at for at, word in enumerate(key) if word in ("of", "for")), len(key))
        head, other = key[ends - 1], key[0]
        if len(key) > 2 and not names.organizations.isdisjoint(key[1:-1]):
            votes["organization"] += 2  # "Petters Group Worldwide"
    else:
        head, other = key[key[0] in ("el", "la", "los", "las")], key[-1]
    for words, kind in ((names.organizations, "organization"), (names.things, "thing"), (names.places, "place")):
        if head in words:
            votes[kind] += 4
        elif other in words and (other not in names.compass or names.knows(key[-1])):
            votes[kind] += 2
    if len(key) > 2 and key[0] in names.divisions:
        votes["thing"] += 12
    if "of" in key or "de" in key:
        for words, kind in ((names.organizations, "organization"), (names.things, "thing")):
            if key[0] in words:
                votes[kind] += 4
    lead = entity.name.partition(" ")[0]
    if lead.isupper() and not entity.name.isupper() and "." not in lead and key[-1] not in names.families:
        ship = key[0] in names.ships
        votes["thing" if ship else "organization"] += 6 if ship else 3 if len(lead) > 2 else 1 + (len(lead) > 1)  # "BBC Mundo"
    if len(key) == 2 and (key[1].isdigit() or (key[0] in names.numbered and any(letter.isdigit() for letter in key[1]))):
        votes["thing"] += 0 if key[0] in names.places else 4


def _known(entity: Entity, names: NameWords) -> None:
    """Names that news takes as known, family names, and words that stand in names of bodies."""
    key, votes = entity.key, entity.votes
    name = " ".join(key).removesuffix(" 's")
    family = key[-1] if names.language == "en" or len(key) < 3 else key[-2]
    if name in names.bodies or (len(key) == 1 and name in names.organizations):
        votes["organization"] += 6
    if (town := name in names.towns) or family in names.families:
        both = town and family in names.families
        votes["place" if town else "person"] += 1 if both else 3 if len(key) == 1 or town else 2
    if len(key) > 1 and key[0] not in names.given:
        head = key[-1] if names.language == "en" else key[0]
        if not names.inside.isdisjoint(key[1:]):
            votes["organization"] += 3  # "Protección Civil"
        elif len(head) > 2 and head.endswith(names.body_endings) and head not in names.families:
            votes["organization"] += 2  # "Brightline Batteries", "Zapatos Rojas"
    if len(key) > 1 and names.language == "en" and key[0] in names.towns and (key[-1].endswith("s") or key[-1] in names.demonyms):
        votes["organization"] += 3  # "Mumbai Indians"


def _given(entity: Entity, names: NameWords) -> None:
    """What the first of several words tells: a given name and its gender, or the start of a place's name."""
    key, votes = entity.key, entity.votes
    female, male = key[0] in names.female, key[0] in names.male
    if female or male:
        votes["person"] += 4
    entity.gender = "f" if female and not male else "m" if male and not female else "f" if key[0].endswith("a") else ""
    if names.language == "es" and not entity.gender and key[0].endswith("o"):
        entity.gender = "m"
    if len(key) == 2 and key[0] in names.place_starts:
        votes["place"] += 3


def context(entity: Entity, reading: Reading, span: Span, names: NameWords) -> None:
    """What stands around one mention."""
    tokens, votes = reading.tokens, entity.votes
    before = tokens[span.first - 1].norm if span.first else ""
    if before == "tropical" and span.first > 1:
        before = tokens[span.first - 2].norm  # "la tormenta tropical Nora"
    after = tokens[span.last].norm if span.last < len(tokens) else ""
    if span.title is not None:
        votes["person"] += 5
        gender = next((names.honorifics[tokens[i].norm] for i in range(span.title, span.first) if tokens[i].norm in names.honorifics), "")
        entity.gender = gender or entity.gender
        return
    told = cues.cues(reading.language)
    if before in _leading(names.language):
        _ahead(entity, reading, span, names, before)
    if before == "," and after == "," and votes["person"] < 4 and _addressed(tokens, span.first):
        votes["place"] += 6
        return
    if before in _HOME and span.first > 1 and told.sorts.get(tokens[span.first - 2].norm) == "person":
        return  # "a man from Hickory was arrested": what follows is told of the man
    if after in told.behind:
        cues.after(votes, tokens, span, told)
    if after == "," or len(entity.key) == 1:
        _aside(entity, reading, span, names, before, after)
    if after in names.sayings:
        if norm_at(tokens, span.last + 1) in names.it and names.language == "en":
            votes["organization"] += 4  # "X said it would close"
        votes["person"] += 1
        votes["organization"] += 1 if before in ("the", "el", "la") else 0
    if after in _DATELINES and (weight := _dateline(reading, span, after)):
        votes["place"] += weight
    if before in _ARTICLES:
        named_for = before == "el" and len(entity.key) > 1 and entity.key[0] in names.given
        votes["organization"] += 10 if named_for else 1  # "su hospital, el Rafael Moro": nobody, but what is named for somebody
    if after in cues.OWNS and span.last + 1 < len(tokens):
        roles = role_words(reading.language)
        owned = span.last + 1 + (tokens[span.last + 1].norm in roles.portfolios)
        if tokens[span.last + 1].norm in names.owned or (
            owned < len(tokens) and owned > span.last + 1 and tokens[owned].norm in roles.heads
        ):
            votes["place"] += 4


@cache
def _leading(language: str) -> frozenset[str]:
    """All words right before a name of which more is asked."""
    names, told = name_words(language), cues.cues(language)
    words = names.sites | names.christened | names.place_prepositions | names.weak_prepositions
    return words.union(told.ahead, told.sorts, names.honorifics, _MARKS, _ALIAS)


def _ahead(entity: Entity, reading: Reading, span: Span, names: NameWords, before: str) -> None:
    """What `before`, the word before a mention, tells, alone or with more."""
    tokens, votes = reading.tokens, entity.votes
    roles, told = role_words(reading.language), cues.cues(reading.language)
    said = told.sorts.get(before)
    called = tokens[span.first - 2].norm if span.first > 1 and before in _MARKS else before
    if called in _ALIAS or (before in names.honorifics and tokens[span.first - 1].text.islower()):
        votes["person"] += 7  # "alias Mechas", "don Pedro", "alias 'El Tuerto'"
    elif before in names.sites and names.language == "es":
        votes["place"] += 7  # "la plaza Luis de Fuentes", "el hospital Ramón Carrillo"
    elif called in names.christened:  # "Typhoon “Ligaya”"
        votes["thing"] += 12  # more than the words of "San Juan" tell
    elif said:
        office = len(entity.key) > 1 and (before,) in roles.offices  # "premier Lou Marsh unveiled"
        votes[said] += 5 if said == "organization" or office else 3
    elif not cues.before(votes, tokens, span.first, told):
        if before in ("of", "de", "del") and span.first > 1 and (weight := _located(tokens, span.first - 2, names, roles)):
            votes["place"] += weight if weight > 1 else min(len(entity.key), 2)
        elif before in names.place_prepositions and votes["organization"] < 4 and votes["thing"] < 4:
            votes["place"] += 2
        elif before in names.weak_prepositions and not (span.first > 1 and tokens[span.first - 2].norm == "according"):
            votes["place"] += 1


def _dateline(reading: Reading, span: Span, after: str) -> int:
    """ "LIMA, May 3", "Quito – The": how much the start of a line tells that it is a place."""
    opens = span.first - reading.sentences[reading.sentence_of[span.first]].first
    if after in ("–", "—"):
        return 3 if opens < 5 else 0
    text = reading.tokens[span.first].text
    return 6 if opens == 0 and text.isupper() and len(text) > 3 else 0


def _addressed(tokens: Sequence[Token], first: int) -> bool:
    """ "Jo Bell, 27, of Mill Street, Leeds, was jailed": a further part of where somebody is from, between commas like the first."""
    for at in range(first - 2, max(0, first - _ADDRESS), -1):
        if tokens[at].norm in _HOME:
            return tokens[at - 1].text in (",", ")") and at < first - 2
        if not tokens[at].capital and tokens[at].text != ",":
            return False
    return False


def _aside(entity: Entity, reading: Reading, span: Span, names: NameWords, before: str, after: str) -> None:
    """What only a person is told by: an age between commas, "who", kin, a stage that people come to; between the words `before` and
    `after`."""
    tokens, votes = reading.tokens, entity.votes
    comma = after == "," and span.last + 2 < len(tokens)
    if comma:
        following, third = tokens[span.last + 1], tokens[span.last + 2]
        age = following if following.kind == "n" else third if following.norm == "de" else None
        if (
            age is not None
            and age.text.isdecimal()
            and int(age.text[:4]) < 110
            and not any(token.norm in names.months for token in tokens[span.last + 2 : span.last + 4])  # "LIMA, 16 de mayo"
        ):
            votes["person"] += 4
        if following.norm in _WHO or third.norm in _WHO[:2]:
            votes["person"] += 3  # "Alcázar, a quien se juzga"
    if len(entity.key) == 1:
        asked = reading.language == "es" or after in _staging(reading.language)
        if (asked and _stands_told(reading, span, names)) or _human(reading, span, names, before, after):
            votes["person"] += 4
        enclosed = comma and span.first > 1 and tokens[span.first - 1].text == ","
        if enclosed and tokens[span.first - 2].norm in role_words(reading.language).people_alone:
            votes["person"] += 4  # "her brother, Lyle,"


@cache
def _staging(language: str) -> frozenset[str]:
    """The words right behind an English name that lead to a stage or tell one."""
    words = modal_words(language)
    return name_words(language).departing.union(words.being, words.having, [","])


def _stands_told(reading: Reading, span: Span, names: NameWords) -> bool:
    """ "Killa was hospitalised", "detienen a Ruiz": only a person comes to the stage that the verb beside a name tells."""
    tokens = reading.tokens
    if span.first and tokens[span.first - 1].norm in _OWNED:
        return False  # "the mayor of Orrin resigned"
    words, sentence = modal_words(reading.language), reading.sentences[reading.sentence_of[span.first]]
    at = span.last
    if at < sentence.last and tokens[at].text == ",":
        at += 1 + (at + 1 < sentence.last and tokens[at + 1].norm in ("que", "who", "quien"))
    verb = tokens[at].norm if at < sentence.last else ""
    if verb in words.being or verb in words.having:
        while at < sentence.last and at < span.last + 5 and tokens[at].norm in words.auxiliaries:
            at += 1
        return at < sentence.last and undergoes(tokens, at, reading.language)
    if reading.language == "es" and span.first > sentence.first + 1 and tokens[span.first - 1].norm == "a":
        return told(tokens, span.first - 2, "es")
    if (
        reading.language == "es"
        and reading.paragraphs[sentence.paragraph].kind == "headline"
        and span.first == sentence.first
        and at == span.last < sentence.last
        and not tokens[span.first].text.isupper()
    ):
        return told(tokens, at, "es", "office") or verb in names.departing  # "Saldívar gana la alcaldía"
    return verb in names.departing


def _human(reading: Reading, span: Span, names: NameWords, before: str, after: str) -> bool:
    """Who thinks ("according to Keller") or says of himself ("Kast said he would"), whose kin or lawyer is spoken of."""
    tokens = reading.tokens
    if span.last + 2 > len(tokens):
        return False
    if after in cues.OWNS:
        return tokens[span.last + 1].norm in names.kin
    if after in names.sayings and tokens[span.last + 1].norm in ("he", "she"):
        return True
    if before in ("de", "a") and reading.language == "es" and span.first > 1 and tokens[span.first - 2].norm in names.kin:
        return True
    return before not in _APART and after not in _APART and _contends(reading, span, names, before, after)


def _contends(reading: Reading, span: Span, names: NameWords, before: str, after: str) -> bool:
    """ "Kast leads Jara in the latest poll": a name in a clause about a vote, no place or pollster by the words beside it."""
    sentence = reading.sentences[reading.sentence_of[span.first]]
    if not reading.holds(names.ballots, max(sentence.first, span.first - 10), min(sentence.last, span.last + 10)):
        return False
    return before not in names.ballots and after not in names.ballots and not reading.tokens[span.first].text.isupper()


def _located(tokens: Sequence[Token], at: int, names: NameWords, roles: RoleWords) -> int:
    """ "the north of X", "the mayor of X", "la ministra de Salud de X" are said of places, "the president of X" of bodies too: `at` is
    the word before the preposition; how much it tells."""
    if tokens[at].norm in roles.portfolios and at > 1 and tokens[at - 1].norm in ("de", "del"):
        at -= 2
    norm = tokens[at].norm
    if among(norm, names.directions, roles.places):
        return 3
    held = norm in roles.persons or tokens[at - 1].norm in roles.persons  # "diputado nacional", but no "encuesta nacional"
    return 0 if not held or norm not in roles.heads else 1 if norm in roles.loose else 3
