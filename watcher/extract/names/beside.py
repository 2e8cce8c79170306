"""Which role nouns stand beside a name: titles before it, appositions on both sides. In: a reading and a mention; out: nouns and tokens.

In Spanish a title may stand far before its name: "el alcalde de Alcaucín (Málaga), Ana Ruiz", "la ministra de A, B y C, Ana Ruiz".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from watcher.extract.namewords import RoleWords, role_words
from watcher.extract.neighbours import among, cues
from watcher.extract.reading import NameMention, Reading, Token

_LINKS = frozenset(["of", "for", "de", "del", "in", "en", "la", "the", "los", "las"])
_LEADS = _LINKS - {"la", "the", "los", "las"} | {"to", "from", "by", "with", "con", "a", "al", "por"}  # "the company to X": nobody's noun
_QUOTES = frozenset("”\"»’'")
_JOINS = frozenset([",", "(", "–", "—", "is", "was", "es", "era", "fue"])  # between a name and what its bearer is
_ARTICLES = frozenset(["the", "el", "la"])
_AND = frozenset(["and", "y", "e"])
_KIN = frozenset(
    [
        "wife",
        "husband",
        "widow",
        "widower",
        "son",
        "daughter",
        "brother",
        "sister",
        "father",
        "mother",
        "nephew",
        "niece",
        "ally",
        "aide",
        "friend",
        "supporter",
        "critic",
        "lawyer",
        "driver",
        "victim",
        "rival",
        "opponent",
        "predecessor",
        "successor",
    ]
)
_FAR = 9  # tokens between a noun and the name it stands beside
_LONG = 22  # tokens of a title that lists what its holder is in charge of, or tells where
_KINSHIP = frozenset(["familia", "apellido", "nombre", "clan"])  # "el abogado de la familia Ruiz"
_TITLE_OPENS = frozenset(["el", "la", "al", "del", "nuevo", "nueva", "ex", "su"])
_INSIDE_TITLE = frozenset(["de", "del", "la", "el", "los", "las", "y", "e", "en"])


@cache
def role_nouns(language: str) -> frozenset[str]:
    words = role_words(language)
    return (
        frozenset(phrase[-1] for phrase in words.people)
        | frozenset(phrase[0] for phrase in words.people)
        | (words.heads - words.portfolios)
        | words.groups
        | frozenset(phrase[0] for phrase in words.offices | words.posts)
    )


@cache
def marks(language: str) -> frozenset[str]:
    """All that may be a role noun before a name, also grown to "ex" and cut short."""
    nouns = role_nouns(language)
    return nouns | {f"ex{noun}" for noun in nouns} | role_words(language).abbreviations


@dataclass(slots=True)
class Beside:
    """Where one looks: a reading, the first tokens of its people, and the words of its language."""

    reading: Reading
    people: Sequence[int]
    words: RoleWords
    nouns: frozenset[str]
    marks: frozenset[str]


def place(reading: Reading, mentions: Sequence[NameMention]) -> Beside:
    """A reading ready to be searched for the nouns beside its names."""
    people = [mention.first for mention in mentions if mention.subject.type == "person"]
    return Beside(reading, people, role_words(reading.language), role_nouns(reading.language), marks(reading.language))


def beside(at_hand: Beside, mention: NameMention, earlier: tuple[int, int]) -> list[tuple[str, int]]:
    """The role nouns of a name, each with its token; `earlier` is the name before it."""
    reading, words, tokens = at_hand.reading, at_hand.words, at_hand.reading.tokens
    sentence = reading.sentences[reading.sentence_of[mention.first]]
    person = mention.subject.type == "person"
    wanted = at_hand.marks if person else words.groups  # a body's noun is one of a group, which no "ex" has grown on
    low = mention.first - _FAR if mention.first - _FAR > sentence.first else sentence.first
    led = tokens[mention.first - 1].norm in _LEADS or _ends_opening(reading, mention, sentence.first)
    found = _before(at_hand, mention.first, low, earlier) if not led and reading.holds(wanted, low, mention.first) else []
    spanish = person and reading.language == "es" and mention.first > sentence.first
    if spanish and tokens[mention.first - 1].text == ",":
        if not found and (far := _far_before(at_hand, mention.first, sentence.first)):
            found.append((tokens[far].norm, far))
        if found and _listed(at_hand, mention):
            return found
    if spanish and not found and tokens[mention.first - 1].text == ")" and (far := _far_before(at_hand, mention.first, sentence.first)):
        found.append((tokens[far].norm, far))  # "al exalcalde de Lorca (Murcia) Marcelo Jurado"
    behind = mention.last + 1
    if behind >= len(tokens) or tokens[mention.last].norm not in _JOINS:
        return found
    stop = min(sentence.last, mention.last + _FAR)
    if tokens[mention.last].kind == "w":  # "Ann Lee is"
        stop = min(sentence.last, mention.last + 6)
    elif tokens[behind].text in _QUOTES:
        return found  # “... and less Boric,” the candidate said
    elif (following := _next(at_hand, mention)) < stop:
        stop = following - (tokens[following - 1].kind == "w")  # "Ann Lee, banker Bo Tran and"
    if reading.holds(wanted, behind, stop):
        found += _after(reading, behind, stop, at_hand.nouns, words)
    return found


@cache
def _opening(language: str) -> frozenset[str]:
    """The words that open a phrase or clause before the main one."""
    return cues(language, "modality", "prepositions") | cues(language, "modality", "boundaries")


def _ends_opening(reading: Reading, mention: NameMention, start: int) -> bool:
    """ "After the death of the mayor, Ann Lee took over": the comma before a name that no mark closes ends what a preposition opens."""
    tokens, comma = reading.tokens, mention.first - 1
    if comma <= start or tokens[comma].text != "," or tokens[start].norm not in _opening(reading.language):
        return False
    closed = mention.last >= len(tokens) or tokens[mention.last].kind == "p"
    return not closed and all(token.text != "," for token in tokens[start:comma])


def _before(at_hand: Beside, first: int, low: int, earlier: tuple[int, int]) -> list[tuple[str, int]]:
    """The role nouns in tokens `[low, first)` before a name, the nearest first; all that is between may stand in a title."""
    reading, words, nouns = at_hand.reading, at_hand.words, at_hand.nouns
    tokens = reading.tokens
    start = reading.sentences[reading.sentence_of[first]].first
    found: list[tuple[str, int]] = []
    commas = 0
    for at in range(first - 1, low - 1, -1):
        token = tokens[at]
        if earlier[0] <= at < earlier[1]:
            led_by = reading.tokens[earlier[0] - 1].norm
            if led_by in _LINKS or (led_by == "to" and reading.tokens[earlier[0] - 2].norm in nouns):
                continue  # "of Marenport" between the office and its holder
            break
        if _is_noun(token.norm, nouns) or (token.norm in words.abbreviations and token.capital):
            found.append((token.norm, at))
            continue
        if found and token.norm == "of" and at and tokens[at - 1].norm in _KIN:
            break  # "the wife of former mayor Bo Tran"
        if not found and token.norm in _AND and (at == first - 1 or tokens[at + 1].norm in _ARTICLES):
            break  # "quit as health secretary and Ann Lee took over"
        commas += token.text == ","
        if token.text == "." and at == first - 1 and at > start and tokens[at - 1].norm in words.abbreviations:
            continue  # "Gov. Lou Marsh"
        if at == first - 1 and at and token.kind == "w" and token.text[0].islower() and tokens[at - 1].norm in _ARTICLES:
            continue  # "the coalition's candidate, the communist Ana Ruiz"
        if commas == 1 and at == first - 2 and at > start and token.text.islower() and _is_noun(tokens[at - 1].norm, nouns):
            continue  # "el candidato verde, Juan Peña"
        if reading.language == "es" and at >= first - 2 and at - 3 > start and _of_thing(tokens, at, nouns):
            continue  # "el exdirector del puerto Juan Peña", "la alcaldesa de la localidad, Ana Ruiz"
        adjective = reading.language == "es" and qualifies(token) and tokens[at + 1].norm not in ("a", "al")  # no verb: "ratifica a la"
        if adjective and commas < 2 and at > start and (_heads(tokens, at - 1, nouns, words) or tokens[at - 1].norm in words.portfolios):
            continue  # "el presidente chileno Juan Peña", "la diputada comunista Ana Ruiz"
        if (
            commas > 1
            or token.text in ';:.–—”"'
            or (token.kind == "w" and not among(token.norm, words.fillers, words.portfolios) and not _describes(reading, at, nouns))
        ):
            break
    return found


def _of_thing(tokens: Sequence[Token], at: int, nouns: frozenset[str]) -> bool:
    """A word in lower case that a role noun right before it is of: "director del [puerto]", "alcaldesa de la [localidad]"."""
    if tokens[at].kind != "w" or not tokens[at].text.islower() or tokens[at].norm in _KINSHIP:
        return False
    of = at - 1 - (tokens[at - 1].norm in _ARTICLES)
    return tokens[of].norm in ("de", "del") and _is_noun(tokens[of - 1].norm, nouns) and tokens[of - 2].norm in _TITLE_OPENS


def _next(at_hand: Beside, mention: NameMention) -> int:
    """Where the next person's name begins."""
    people = at_hand.people
    place = bisect_right(people, mention.first)
    return people[place] if place < len(people) else len(at_hand.reading.tokens)


def _far_before(at_hand: Beside, first: int, start: int) -> int:
    """Where the noun of a long title stands whose name begins at `first`, behind a comma or bracket: an article, the noun and what it is
    of, with nothing but capitals, fields of office, brackets and small words up to it; 0 where none does, or another is named between."""
    tokens, words, people = at_hand.reading.tokens, at_hand.words, at_hand.people
    place = bisect_left(people, first)
    floor = max(start, first - _LONG, people[place - 1] if place else 0)
    for at in range(first - 1 - (tokens[first - 1].text == ","), floor, -1):
        token = tokens[at]
        if _is_noun(token.norm, at_hand.nouns) and not token.capital:
            of = tokens[at + 1]
            if tokens[at - 1].norm in _TITLE_OPENS and (of.norm in ("de", "del") or of.text == "(" or qualifies(of)):
                return at
        elif token.text not in (",", "(", ")", "-") and not (
            token.capital or qualifies(token) or among(token.norm, _INSIDE_TITLE, words.portfolios, words.fillers)
        ):
            return 0
    return 0


def _listed(at_hand: Beside, mention: NameMention) -> bool:
    """ "la ministra de Salud, Ana Ruiz, el ministro de Trabajo, Bo Trán": the title behind the name is the next one's."""
    tokens, last = at_hand.reading.tokens, mention.last
    if last + 1 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].norm not in _TITLE_OPENS:
        return False
    following = _next(at_hand, mention)
    if not last + 2 < following < min(last + _LONG, len(tokens)) or tokens[following - 1].text != ",":
        return False
    return all(token.text != "," for token in tokens[last + 1 : following - 1])


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
        elif token.norm == "anos" or (token.norm in _AND and reading.tokens[at - 1].norm == "anos"):
            continue  # "Ana Ruiz, abogada de 52 años y concejala"
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
    """Past an age in Spanish behind a name: "Bo Trán, de 51 años, concejal", "Bo Trán (51), concejal", "de 51 años y concejal"."""
    tokens = reading.tokens
    at = first + (first < len(tokens) and tokens[first].norm == "de")
    if reading.language != "es" or at + 3 >= len(tokens) or tokens[at].kind != "n" or tokens[at + 1].norm not in ("anos", ")"):
        return first
    joined = tokens[at + 2].norm in ("y", "e") and tokens[at + 3].norm not in ("el", "la", "los", "las")  # "Bo (3,7) y el ministro"
    return at + 3 if joined or tokens[at + 2].norm == "," else first
