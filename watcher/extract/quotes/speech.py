"""Tokens around a verb of saying -> who speaks: a name, a pronoun or a role resolved, else the noun itself.

Indexes of readings are those of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from watcher import lexicon
from watcher.extract.namewords import role_words
from watcher.extract.neighbours import among
from watcher.extract.quotes import apart
from watcher.extract.quotes.saying import Namer, Words, words
from watcher.extract.reading import NameMention, Reading, Token
from watcher.model import Subject

EDGES = frozenset('.;:!?…“”«»"')
_THE = frozenset(("the", "el", "la"))
_INDEFINITE = frozenset(("a", "an", "another", "both", "un", "una", "otro", "otra", "ambos", "ambas"))
_GENDERS = {"el": "m", "la": "f"}
_OWNED = ("'s", "’s")
_BACK = 3  # sentences back to whom "they" stands for
WIDE = 18  # tokens between a verb and the name of who speaks


def after_verb(reading: Reading, index: int, names: Namer, verb: int, stop: int) -> Subject | None:
    """Who stands behind the verb at token `verb`, before token `stop`: "said the mayor, Ana Ruiz", "dijo el alcalde"."""
    lexis, tokens = words(reading.language), reading.tokens
    verb += tokens[verb].norm in lexis.having
    if verb + 1 < len(tokens) and tokens[verb + 1].text == ",":
        return None  # "han vuelto, añadió, otros 40"
    if verb + 2 < len(tokens) and tokens[verb + 1].norm == "al" and tokens[verb + 2].norm.endswith(("ar", "er", "ir")):
        return None  # "dijo al recoger la Medalla de las Artes"
    end = _clause_end(reading, verb, min(stop, verb + 1 + WIDE))
    named = names.in_tokens(index, verb + 1, end)
    heard = {m.subject for m in named if apart.addressed(tokens, m.first, verb, lexis)}
    speaking = [m for m in named if not (m.subject in heard or apart.silent(tokens, m.first, verb, lexis))]
    first = next((mention for mention in speaking if mention.first == verb + 1 and mention.last < end), None)
    alone = first is not None and first.subject.type != "place" and tokens[first.last].norm in lexis.stops
    found = first.subject if first is not None and alone else best(speaking)  # "replicó Campos a preguntas de Ana Ruiz"
    served = next((mention for mention in speaking if mention.subject == found), None)
    if served and (serving := _serving(reading, index, names, served, end)):
        return serving
    if found and found.type != "person" and (held := _office(reading, index, names, verb + 1, speaking[0].first)):
        return held
    if found and not (found.type == "place" and _called(reading, verb + 1, end)):
        return found  # but "dijo el papa en Roma" tells where
    at = verb + 1
    if len(speaking) < len(named) and not _called(reading, at, end):
        at = named[-1].last
        if not (at < end and tokens[at].norm in lexis.articles and _called(reading, at, end)):
            return None  # "le dijo a Radio Pauta": only the listener is named, but "dijo a la AFP una fuente"
    while at < end and (tokens[at].norm in lexis.between or apart.weekday(tokens, at, lexis)):
        at += 1
    at = next((late for late in apart.behind(tokens, at, end, lexis) if calls(reading.language, tokens[late + 1].norm)), at)
    if at + 1 < end and tokens[at].norm in ("a", "al") and (told := apart.audience(tokens, at + 1, end, lexis)):
        at = told if _called(reading, told, end) else at  # "confirmaron a este diario fuentes policiales"
    if (
        at < end
        and tokens[at].norm in lexis.pronouns
        and not (at + 1 < end and tokens[at].norm in lexis.articles and _wordy(tokens[at + 1], lexis))
    ):
        return names.pronoun(index, at)
    return role(reading, index, names, at, end)


def _clause_end(reading: Reading, verb: int, stop: int) -> int:
    """Where what may tell who speaks ends behind a verb: at a mark, at the second comma, at a small word behind the first."""
    tokens, small = reading.tokens, words(reading.language).stops
    close, commas = reading.sentences[reading.sentence_of[verb]].last, 0
    for at in range(verb + 1, stop):
        text = tokens[at].text
        if text in EDGES and not apart.abbreviates(tokens, at, close):
            return at
        if commas and (text == "," or tokens[at].norm in small):
            return at
        commas += text == ","
    return max(stop, verb + 1)


def _serving(reading: Reading, index: int, names: Namer, served: NameMention, stop: int) -> Subject | None:
    """Who speaks for a person named: "a spokesman for Ann Keller", "Keller's lawyer, Bo Tran"; None for who speaks for themself."""
    tokens, persons = reading.tokens, role_words(reading.language).persons
    if served.subject.type != "person":
        return None
    if served.last + 1 < stop and tokens[served.last].text in ("'s", "’s") and tokens[served.last + 1].norm in persons:
        first, behind = served.last + 1, served.last + 2
    elif apart.governed(tokens, served, persons):
        first, behind = served.first - 2, served.last
    else:
        return None
    if behind < stop and tokens[behind].text == ",":
        behind += 1
    named = next((m.subject for m in names.in_tokens(index, behind, stop) if m.first == behind and m.subject.type == "person"), None)
    return named or Subject(tokens[first].norm, tokens[first].text, "person")


def _unnamed(language: str, noun: str) -> bool:
    """True for people whom only their body is named of: officials, a source."""
    return (noun[-1] == "s" and calls(language, noun)) or noun in lexicon.load(f"{language}/attribution")["footing"]


def _called(reading: Reading, first: int, last: int) -> bool:
    """True where a role or a body opens the words behind a verb: "said the mayor in Rome"."""
    lexis, tokens = words(reading.language), reading.tokens
    first = _opener(tokens, first, last, lexis)
    return first < last and tokens[first].kind == "w" and calls(reading.language, tokens[first].norm)


def _opener(tokens: list[Token], first: int, last: int, lexis: Words) -> int:
    """Past what may stand between a verb and the noun of who speaks: "anunció este jueves la presidenta"."""
    while first < last and among(tokens[first].norm, lexis.articles, lexis.between, _INDEFINITE, lexis.weekdays):
        first += 1
    return first


def _office(reading: Reading, index: int, names: Namer, first: int, last: int) -> Subject | None:
    """Whom "el candidato del" before the name of a body means: the person, not the body."""
    lexis, tokens = words(reading.language), reading.tokens
    first = _opener(tokens, first, last, lexis)
    head = tokens[first].norm if first < last else ""
    if head not in role_words(reading.language).persons or tokens[last - 1].norm not in (
        "de",
        "del",
        "la",
        "los",
        "las",
        "el",
        "of",
        "the",
    ):
        return None
    known = names.resolve_role(index, first, [head])
    if known and known.type == "person":
        return known
    return Subject(head, reading.text[reading.starts[first] : reading.ends[first]], "person")


def before_verb(reading: Reading, index: int, names: Namer, verb: int, start: int) -> Subject | None:
    """Who stands before the verb at token `verb`, from token `start` on: "the mayor, Ana Ruiz, told reporters", "she said"."""
    lexis, tokens = words(reading.language), reading.tokens
    joints = reading.between(lexis.relatives, max(start, verb - WIDE) + 1, verb)
    if joints and (told := _antecedent(reading, index, names, joints[-1], start)):
        return told
    at = verb - 1
    while at > start and tokens[at].norm in lexis.between and tokens[at].norm not in lexis.pronouns:
        at -= 1
    if at >= start and reading.language == "en" and tokens[at].norm in lexis.pronouns:
        return (crowd(reading, at) if tokens[at].norm == "they" else None) or names.pronoun(index, at)
    if at > start and tokens[at].norm in lexis.joining:  # "He promised a bill within 60 days and said"
        opener = next(place for place in range(start, verb) if tokens[place].kind == "w")
        if reading.language == "en" and tokens[opener].norm in lexis.pronouns:
            return names.pronoun(index, opener)
    people = names.in_tokens(index, max(start, verb - 30), verb)
    if people and people[-1].last == verb and apart.carrying(tokens, people[-1], start):
        return None  # whoever opens the clause
    near = [mention for mention in people if mention.subject.type == "person"]
    persons = role_words(reading.language).persons
    own = [mention for mention in near if not (apart.governed(tokens, mention, persons) or _described(tokens, mention, start))]
    if verb - 1 > start and tokens[verb - 1].norm in lexis.joining:  # "saying he accepted Duque's victory but declared"
        own = [mention for mention in own if not _owner(tokens, mention)] or own
    if near and not own and (serving := _serving(reading, index, names, near[-1], verb)):
        return serving
    near = own
    if near and near[-1].last < at and tokens[near[-1].last].norm in ("'s", "’s"):
        held = role(reading, index, names, near[-1].last + 1, verb)
        if held and held.name[0].islower():
            return held  # "Hale's lawyer said"
    if near:
        return near[-1].subject if apart.beside(tokens, near[-1].last, verb) or len(near) == 1 else near[0].subject
    first = _phrase(tokens, at, start, lexis)
    if at >= start and tokens[at].norm in role_words(reading.language).persons and people and people[-1].last <= at:
        phrase = [token.norm for token in tokens[people[-1].first : at + 1]]
        known = names.resolve_role(index, at, phrase)  # "the Republican Party candidate has declared"
        if known and known.type == "person":
            return known
    held = role(reading, index, names, first, at + 1) if first is not None else None
    if held and held.type == "person" and first is not None and (office := _served(reading, index, names, first, held)):
        return office
    if held and (not people or held.name.casefold() not in (mention.subject.name.casefold() for mention in people)):
        bodies = [mention for mention in people if mention.subject.type == "organization" and mention.last > (first or 0)]
        seeks = tokens[at].norm in persons and tokens[at].norm not in lexis.serving  # "the Labour Party candidate", no spokesman of it
        if bodies and bodies[-1].last == at and _unnamed(reading.language, tokens[at].norm):
            name = reading.text[bodies[-1].start : reading.ends[at]]  # "White House officials"
            return Subject("-".join(lexicon.fold(name).split()), name, "person")
        return held if seeks or not bodies else bodies[-1].subject
    if people:
        return best(people)
    if reading.language == "es":
        return names.pronoun(index, verb)
    return held


def _served(reading: Reading, index: int, names: Namer, first: int, held: Subject) -> Subject | None:
    """ "El director de la Onemi dijo": who holds the office, not the body; their name where the text tells it."""
    tokens = reading.tokens
    head = first + (tokens[first].norm in words(reading.language).articles)
    if not calls(reading.language, tokens[head].norm) or tokens[head + 1].norm not in ("de", "del", "of", "for"):
        return None
    known = names.resolve_role(index, head, [tokens[head].norm])
    return known if known and known.type == "person" else held


def _described(tokens: list[Token], mention: NameMention, start: int) -> bool:
    """ "Ann Dole, a Liberal Democrat, said": a name behind a comma and "a" only tells what somebody is."""
    return mention.first - 2 > start and tokens[mention.first - 1].norm in ("a", "an") and tokens[mention.first - 2].text == ","


def _owner(tokens: list[Token], mention: NameMention) -> bool:
    return mention.last < len(tokens) and tokens[mention.last].norm in ("'s", "’s")


def crowd(reading: Reading, at: int) -> Subject | None:
    """Who "they" are that say something: the people or bodies last told of before token `at`."""
    first = reading.sentences[max(0, reading.sentence_of[at] - _BACK)].first
    crowds = reading.between(_crowds(reading.language), first, at)
    told = [place for place in crowds if reading.tokens[place].norm.endswith("s")] or crowds
    return Subject(reading.tokens[told[-1]].norm, reading.tokens[told[-1]].text, "person") if told else None


@cache
def _crowds(language: str) -> frozenset[str]:
    return words(language).groups | role_words(language).groups | frozenset(lexicon.load(f"{language}/attribution")["sources"])


def calls(language: str, word: str) -> bool:
    """True for a noun of people or bodies, one or several: "alcaldesa", "sindicatos"."""
    sets = role_words(language).persons, _crowds(language)
    return among(word, *sets) or (
        len(word) > 2 and word[-1] == "s" and (among(word[:-1], *sets) or (word[-2] == "e" and among(word[:-2], *sets)))
    )


def _antecedent(reading: Reading, index: int, names: Namer, joint: int, start: int) -> Subject | None:
    """Whom the relative pronoun at token `joint` stands for: "the words of the head of state himself, who declared"."""
    lexis, tokens = words(reading.language), reading.tokens
    stop = joint - (tokens[joint - 1].text == ",")
    while stop > start and tokens[stop - 1].norm in lexis.reflexive:
        stop -= 1
    near = [mention for mention in names.in_tokens(index, max(start, stop - 12), stop) if mention.subject.type == "person"]
    if near and all(token.kind == "w" and token.text[0].islower() for token in tokens[near[-1].last : stop]):
        return near[-1].subject
    if near and "," in [token.text for token in tokens[near[-1].last : stop]]:
        return near[-1].subject
    for begin in range(stop - 1, max(start, stop - 9) - 1, -1):
        if tokens[begin].kind != "w":
            break
        if tokens[begin].norm in lexis.articles:
            words_of = [token.norm for token in tokens[begin + 1 : stop]]
            known = names.resolve_role(index, begin, words_of) if words_of else None
            if known and known.type == "person":
                return known
            if calls(reading.language, tokens[begin + 1].norm):
                return role(reading, index, names, begin + 1, stop)  # "la compañía suiza, que ha asegurado"
    return None


def best(mentions: Sequence[NameMention]) -> Subject | None:
    """A person before a body, a body before a place."""
    for sort in ("person", "organization", "thing", "place"):
        for mention in mentions:
            if mention.subject.type == sort:
                return mention.subject
    return None


def _wordy(token: Token, lexis: Words) -> bool:
    return token.kind == "w" and token.norm not in lexis.stops and token.norm not in lexis.saying


def _phrase(tokens: list[Token], at: int, start: int, lexis: Words) -> int | None:
    """Where the noun phrase that ends at token `at` begins."""
    begin = at
    while (
        begin >= start
        and at - begin < 8
        and (tokens[begin].kind == "w" or tokens[begin].text == "-")
        and tokens[begin].norm not in lexis.articles
    ):
        begin -= 1
    begin = begin if begin >= start and tokens[begin].norm in lexis.articles else begin + 1
    if begin - 2 >= start and tokens[begin - 1].norm in ("de", "of", "for") and tokens[begin - 2].norm in lexis.serving:
        begin -= 2  # "un portavoz de la compañía"
    return begin if begin <= at else None


def role(reading: Reading, index: int, names: Namer, first: int, last: int) -> Subject | None:
    """The noun phrase in tokens `[first, last)` as a subject: whom the text calls so, else the noun itself."""
    lexis, tokens = words(reading.language), reading.tokens
    while first < last and (tokens[first].norm in lexis.articles or tokens[first].kind != "w"):
        first += 1
    end, noun = first, first > 0 and tokens[first - 1].norm in lexis.articles  # "la denuncia"
    while (
        end < last
        and (tokens[end].kind == "w" or (tokens[end].text == "-" and end > first))
        and end - first < 5
        and not (tokens[end].norm in lexis.stops or (tokens[end].norm in lexis.saying and not (end == first and noun)))
        and not (tokens[end].norm in _INDEFINITE and end > first)
    ):
        end += 1
    phrase = tokens[first:end]
    while phrase and phrase[-1].norm in ("de", "del", "of", "'s", "los", "las", "la"):
        phrase = phrase[:-1]
    if not phrase or phrase[0].norm in lexis.pronouns or phrase[-1].norm == "old":
        return None
    anybody = first > 0 and tokens[first - 1].norm in _INDEFINITE  # "a charity" is no body named before
    plain = anybody or (len(phrase) == 1 and phrase[0].norm in lexis.generic)  # the government is nobody else
    if phrase[0].norm in lexis.written and len(phrase) == 1 and first and tokens[first - 1].norm in _THE:
        writer = names.pronoun(index, first)
        if writer is not None and writer.type != "place":
            return writer  # "El ministro respondió por escrito. “Tomamos nota”, dice el mensaje"
    known = None if plain else names.resolve_role(index, first, [token.norm for token in phrase if token.kind == "w"])
    if known and known.type == "organization" and first and among(tokens[first - 1].norm, lexis.owning, _OWNED):
        known = None  # "its regulator", "Mexico's migration institute" is no body named before
    if known and known.type != "place":
        return known  # a government is more than its country
    if len(phrase) == 1 and (phrase[0].norm in lexis.earlier or phrase[0].norm in lexis.later):
        return _of_two(reading, index, names, first, later=phrase[0].norm in lexis.later)
    body = any(token.norm in lexis.groups for token in phrase)
    if not body and (spoken := _spoken_of(reading, index, names, first, phrase)):
        return spoken
    name = reading.text[reading.starts[first] : reading.ends[first + len(phrase) - 1]]
    return Subject("-".join(token.norm for token in phrase), name, "organization" if body else "person")


def _of_two(reading: Reading, index: int, names: Namer, token: int, *, later: bool) -> Subject | None:
    """ "The latter said", "celebró la primera": of the two persons named last before it."""
    told = sorted((m for m in names.before(index, token) if m.subject.type == "person"), key=lambda mention: mention.first)
    people = list(dict.fromkeys(mention.subject for mention in told))[-2:]
    return people[-1 if later else 0] if len(people) == 2 else None


def _spoken_of(reading: Reading, index: int, names: Namer, first: int, phrase: Sequence[Token]) -> Subject | None:
    """Whom "the businesswoman" means where nobody is called so: the one person the sentence before the quotation's names."""
    heads = phrase[-1:] if reading.language == "en" else phrase[:1]
    definite = first and reading.tokens[first - 1].norm in ("the", "el", "la")
    lexis, head = words(reading.language), heads[0].norm
    serves = head in lexis.serving and head not in lexis.standing_for
    if not definite or serves or not among(head, role_words(reading.language).persons, lexis.standing_for):
        return None
    own = reading.sentence_of[first]
    begin = reading.sentences[max(0, own - 2)].first
    people = {mention.subject for mention in names.in_tokens(index, begin, first) if mention.subject.type == "person"}
    one = people.pop() if len(people) == 1 else None
    gender = _GENDERS.get(reading.tokens[first - 1].norm)
    return None if one is None or (gender and names.gender(one) not in ("", gender)) else one  # "el gerente" is no Ana
