"""Words before an age -> whether they may name somebody or tell what somebody is: "Ana Ruiz", "Ana Ruiz, maestra rural"; lists of ages."""

from __future__ import annotations

from collections.abc import Sequence

from watcher import lexicon
from watcher.extract.figures.quantities import Quantity
from watcher.extract.neighbours import glued, norm_at
from watcher.extract.reading import Reading, Token
from watcher.lexicon import concepts

_PLACED = frozenset(("in", "at", "near", "en", "desde"))  # "en Soria, 3" is no age
_PHRASE = 6  # words of a phrase that opens a sentence
_ROMAN = frozenset("IVX")
_MONTHS = frozenset(month for language in ("en", "es") for month in lexicon.load(f"{language}/exclusions")["months"])
_TERMS = ("by", "in", "from", "for", "over", "en", "para", "antes", "desde", "hasta")
_SHORT = 5  # letters of a title cut short, fewer than
_DEEDS = ("cion", "sion", "ato", "encia", "anza", "ura")
_LINKS = frozenset(("de", "con", "tras", "en", "por", "a", "y", "un", "una", "el", "la", "que", "desde"))


def calling(tokens: Sequence[Token], at: int) -> bool:
    """ "Ana Bo, maestra maya de 41 años": what somebody is, behind a name of two words and a comma; "contratación" is nobody."""
    first = at
    while first > 1 and at - first < 3 and tokens[first].kind == "w" and tokens[first].text.islower():
        first -= 1
    if first == at or tokens[first].text != "," or not named(tokens, first - 1) or not tokens[first - 2].capital:
        return False
    return (
        tokens[first + 1].norm not in _LINKS
        and not concepts.penal(tokens[first + 1].text.lower())
        and not tokens[first + 1].norm.endswith(_DEEDS)
    )


def named(tokens: Sequence[Token], at: int, *, alone: bool = False) -> bool:
    """True where the word at `at` may be the end of a person's name; `alone`: also a name of one word."""
    if at < 0 or tokens[at].kind != "w" or (at == 0 and not alone):
        return False
    token = tokens[at]
    if alone and at and token.text.isupper() and set(token.text) <= _ROMAN:
        return tokens[at - 1].capital
    return (
        token.capital
        and token.text[1:2].islower()
        and (
            alone
            or _hyphenated(tokens, at)
            or _abbreviated(tokens, at)
            or (tokens[at - 1].kind == "w" and tokens[at - 1].norm not in _PLACED)
        )
        and token.norm not in _MONTHS
    )


def _abbreviated(tokens: Sequence[Token], at: int) -> bool:
    """ "Ms. Deshpande", "John F. Marsh": a title or an initial with its point before a surname."""
    return at > 1 and tokens[at - 1].text == "." and tokens[at - 2].capital and len(tokens[at - 2].text) < _SHORT and glued(tokens, at - 1)


def _hyphenated(tokens: Sequence[Token], at: int) -> bool:
    """ "Yara Lindqvist-Osei": one surname of two."""
    return at > 1 and tokens[at - 1].text == "-" and glued(tokens, at - 1) and glued(tokens, at) and tokens[at - 2].capital


def several(reading: Reading, first: int) -> bool:
    """ "Las guardias en carreteras, 14, siguen", "the pickets, 14, remain": the number at token `first` is how many they are."""
    ahead = reading.tokens[reading.sentences[reading.sentence_of[first]].first : first - 1]
    if not ahead or any(token.kind != "w" for token in ahead) or len(ahead) > _PHRASE:
        return False
    if reading.language == "es":
        return ahead[0].norm in ("los", "las")
    last = ahead[-1]
    return ahead[0].norm == "the" and last.norm.endswith("s") and not last.capital and not last.norm.endswith("ss")


def goes_on(reading: Reading, before: Quantity, quantity: Quantity) -> bool:
    """ "Aged 4 and 11", "from 62 to 65": a number behind an age that is one too."""
    gap = [token.norm for token in reading.tokens[before.last : quantity.first]]
    following = norm_at(reading.tokens, quantity.last)
    return gap in (["and"], ["y"], [","], ["or"], ["o"], [",", "and"], ["to"], ["a"], ["a", "los"], ["from"], ["desde", "los"]) and (
        following in ("", ",", ".", ")", ";", "and", "y", "años", "respectively", "respectivamente", *_TERMS)
    )


def listed(tokens: Sequence[Token], last: int) -> bool:
    """ "Of lot 7, 12, 15 and 20": numbers in a list, not ages."""
    return last + 1 < len(tokens) and (
        tokens[last + 1].kind == "n" or (tokens[last + 1].norm in ("and", "y") and last + 2 < len(tokens) and tokens[last + 2].kind == "n")
    )
