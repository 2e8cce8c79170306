"""A name near a verb of saying -> whether it does not speak: who is spoken to or passes it on, whose noun it is, where it was said."""

from __future__ import annotations

from watcher.extract.modality import modal_words
from watcher.extract.namewords import name_words
from watcher.extract.neighbours import among
from watcher.extract.quotes.saying import Words
from watcher.extract.reading import NameMention, Reading, Token

_AROUND = frozenset(
    ("en", "a", "tras", "durante", "ante", "desde", "por", "mediante", "con", "contra", "hacia", "sobre", "entre", "sin", "bajo")
)
_THE = frozenset(("el", "la", "los", "las"))
_FOR = frozenset(("para", "contra", "sobre"))
_ASIDE = 14  # tokens between two commas
_COMMA = frozenset(",")
_OF, _WHERE = frozenset(("de", "del")), frozenset(("en", "ante", "tras", "durante"))


def addressed(tokens: list[Token], first: int, verb: int, lexis: Words) -> bool:
    """True where the name at token `first` is was spoken to, or carried it: "al periodista Will Grant"; not "a la prensa Ana Ruiz"."""
    at = first - 1
    if at > verb + 1 and tokens[at].norm in ("by", "por"):
        return True  # "in remarks carried by Radio Sur"
    if at > verb and tokens[at].kind == "w" and tokens[at].norm not in lexis.addressing and tokens[at].norm not in lexis.articles:
        if tokens[at].norm in lexis.audiences or tokens[at].norm in lexis.stops:
            return False
        at -= 1
    while at > verb and tokens[at].norm in lexis.articles:
        at -= 1
    return at > verb and tokens[at].norm in lexis.addressing


def audience(tokens: list[Token], first: int, last: int, lexis: Words) -> int:
    """Behind "este diario", "la prensa", whom somebody spoke to; 0 where nobody of the kind stands there."""
    while first < last and tokens[first].norm in lexis.articles:
        first += 1
    return first + 1 if first + 1 < last and tokens[first].norm in lexis.audiences else 0


def behind(tokens: list[Token], first: int, last: int, lexis: Words) -> list[int]:
    """ "Explicó en rueda de prensa la consejera": the articles of noun phrases past what tells where, when and to whom."""
    if first >= last or tokens[first].norm not in _AROUND:
        return []
    found = [at for at in range(first + 2, last - 1) if tokens[at].norm in _THE and tokens[at - 1].kind == "w"]
    return [at for at in found if not among(tokens[at - 1].norm, _AROUND, _OF, lexis.stops)]


def silent(tokens: list[Token], first: int, verb: int, lexis: Words) -> bool:
    """Whether the name at token `first`, behind the verb, only tells where it was said or for whom something is asked."""
    return placed(tokens, first, verb, lexis) or meant_for(tokens, first)


def placed(tokens: list[Token], first: int, verb: int, lexis: Words) -> bool:
    """ "Contó ayer en la puerta de Tribunales": the name only tells where; not "dijo en rueda de prensa Ana Ruiz"."""
    at = first - 1
    if at > verb + 2 and tokens[at - 1].norm in _THE and tokens[at - 2].norm in _WHERE and tokens[at].norm in name_words("es").sites:
        return True  # "celebró ante 4.000 personas en la plaza Luis de Fuentes"
    if at <= verb or not (tokens[at].norm in _OF or (tokens[at].norm in lexis.articles and tokens[at - 1].norm in _OF)):
        return False
    while at > verb and tokens[at].kind == "w" and not tokens[at].capital and tokens[at].norm not in _WHERE:
        at -= 1
    return at > verb and tokens[at].norm in _WHERE


def meant_for(tokens: list[Token], first: int) -> bool:
    """ "Pidió 20 años para Orellana": whom what is said is for or against."""
    return tokens[first - 1].norm in _FOR or (tokens[first - 1].norm in _THE and tokens[first - 2].norm in _FOR)


def carrying(tokens: list[Token], mention: NameMention, start: int) -> bool:
    """ "A charity quoted by the BBC put": the name only passes on what somebody else says."""
    at = mention.first - 1 - (mention.first > start and tokens[mention.first - 1].norm in ("the", "la", "el"))
    return at > start and tokens[at].norm in ("by", "por")


def governed(tokens: list[Token], mention: NameMention, persons: frozenset[str]) -> bool:
    """ "a lawyer for X", "el abogado de X": the name belongs to the noun before it."""
    at = mention.first - 1
    return at > 0 and tokens[at].norm in ("for", "of", "to", "de", "del") and tokens[at - 1].norm in persons


def aside(reading: Reading, verb: int, start: int, lexis: Words) -> int | None:
    """ "El alcalde de Lorca, a través de las redes sociales, ha señalado": the comma of what a preposition opens right before a verb."""
    tokens, at = reading.tokens, verb - 1
    while at > start and tokens[at].norm in lexis.between and tokens[at].norm not in lexis.pronouns:
        at -= 1
    if at <= start or tokens[at].text != ",":
        return None
    commas = reading.between(_COMMA, max(start + 1, at - _ASIDE), at)
    opens = bool(commas) and tokens[commas[-1] + 1].norm in modal_words(reading.language).prepositions
    before = tokens[commas[-1] - 1] if opens else tokens[at]
    return commas[-1] if before.kind == "w" and before.norm not in lexis.stops and before.norm not in lexis.joining else None


def abbreviates(tokens: list[Token], at: int, last: int) -> bool:
    """ "Sen. Ann Dole": a period before the `last` token of its sentence ends nothing."""
    return tokens[at].text == "." and at + 1 < last


def dates(tokens: list[Token], first: int, last: int, lexis: Words) -> bool:
    """ "El lunes 10 de abril": a day is all that stands there."""
    inside = tokens[first:last]
    small = all(token.kind == "n" or among(token.norm, lexis.calendar, lexis.articles, _OF) for token in inside)
    return small and any(token.norm in lexis.calendar for token in inside)


def weekday(tokens: list[Token], at: int, lexis: Words) -> bool:
    """True at "el lunes" between a verb and who speaks, and at each of its words."""
    ahead = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return tokens[at].norm in lexis.weekdays or (tokens[at].norm in lexis.articles and ahead in lexis.weekdays)


def beside(tokens: list[Token], last: int, verb: int) -> bool:
    return not any(token.text == "," for token in tokens[last:verb]) or tokens[verb - 1].text == ","
