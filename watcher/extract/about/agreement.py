"""A word of unknown class among the tags before it -> whether it agrees with the noun there, as its verb does. English only."""

from __future__ import annotations

from collections.abc import Sequence

from watcher.extract.about.grammar import Grammar
from watcher.extract.reading import Token

_SINGULAR = frozenset(["series", "species", "news", "gas", "lens", "years", "times"])


def agreeing(tokens: Sequence[Token], index: int, found: list[str], rules: Grammar) -> str:
    """ "the ministry blames the drought", "some analysts doubt the plan": a word that agrees with the noun before it is its verb.

    It stands before a determiner, and in a clause that has no verb yet and that no preposition opens.
    """
    at = len(found) - 1
    while at > 0 and found[at] == "a":
        at -= 1
    word, noun = tokens[index].text, tokens[index - len(found) + at].norm
    third = _third(word)
    if found[at] == "r" and third:
        return "v"
    if found[-1] == "q" and word.islower() and (noun not in ("it", "you", "there") or third):
        return "v" if rules.language == "en" else "w"
    if rules.language != "en" or found[at] not in "wnr" or not word.islower() or len(word) < 3 or word in rules.nouns:
        return "w"
    if third == (found[at] == "w" and noun.endswith("s") and not noun.endswith("ss")):
        return "w"
    if found[at] == "n" and not third and not _several(tokens, index, found, at):
        return "w"
    while at > 0 and found[at] not in 'vxmrs,c;:"()':
        at -= 1
    opening = found[at + 1] if at else found[0]
    return "v" if found[at] not in "vxm" and opening in "dwna#f" else "w"


def pointed(tokens: Sequence[Token], index: int, found: list[str], opening: bool) -> bool:
    """ "This makes a refill dearer", "That leaves 40": behind "this" at the start of a clause no plural, so a verb."""
    word, this = tokens[index].text, tokens[index - 1].norm
    starts = len(found) < 2 or found[-2] in ',;:"c'
    return this in ("this", "that") and starts and opening and word.islower() and word not in _SINGULAR and _third(word)


def doing(tokens: Sequence[Token], rules: Grammar) -> bool:
    """Behind "that": an adverb and a word in -s, or such a word and a determiner ("that now divides", "that divides the field")."""
    tags = [rules.plainly.get(token.norm, "") for token in tokens]
    return len(tags) > 1 and ((tags[0] == "a" and not tags[1] and _third(tokens[1].text)) or (tags[1] == "d" and _third(tokens[0].text)))


def _third(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def _several(tokens: Sequence[Token], index: int, found: list[str], at: int) -> bool:
    """ "Households in St Brandon rent their homes": several in a place, and what they do; `at` is the last tag of the name."""
    while at > 0 and found[at] == "n":
        at -= 1
    return at > 0 and found[at] == "p" and found[at - 1] == "w" and tokens[index - len(found) + at - 1].norm.endswith("s")
