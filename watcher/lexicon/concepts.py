"""What a property phrase means, whatever its language: `concept("tasa de homicidios") == concept("murder rate") == "homicide rate"`.

A phrase the lexicon knows gives its concept's id; one that it does not gives a key of its own content words, light endings
off, so that "bridges closed" and "bridge closed" agree. Pure, cached; safe on any text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from watcher import lexicon

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def concept(phrase: str) -> str:
    """The id of what `phrase` (English or Spanish) measures; an unknown phrase gives its own key, never an empty one."""
    key = _key(phrase.split("/", maxsplit=1)[0])  # what two languages name goes by the first
    known = _known()
    return known.get(key) or _by_ending(key) or key or lexicon.fold(phrase)


@lru_cache(maxsize=4096)
def known(phrase: str) -> bool:
    """Whether the lexicon knows what `phrase` measures."""
    return _key(phrase) in _known()


@lru_cache(maxsize=4096)
def kind(phrase: str) -> str | None:
    """What a figure of this property is said of: "event", "place", "party", "person", else None."""
    known = _said_of()
    if (found := known.get(concept(phrase))) is not None:
        return found
    words = phrase.split(" ")
    parts = [" ".join(words[start:]) for start in range(1, len(words))] + [" ".join(words[:end]) for end in range(len(words) - 1, 0, -1)]
    return next((found for part in parts if (found := known.get(concept(part))) in ("place", "event")), None)


@lru_cache(maxsize=4096)
def territorial(phrase: str) -> bool:
    """Whether only a territory can have this (inflation, turnout), by the phrase or its parts."""
    only = lexicon.load("properties")["only"]["place"]
    words = phrase.split(" ")
    return concept(phrase) in only or any(concept(word) in only for word in (words[0], words[-1]))


@lru_cache(maxsize=4096)
def penal(phrase: str) -> bool:
    """Whether this is a sentence, by the phrase or one of its words: "años de prisión"."""
    return any(concept(part) == "sentence" for part in (phrase, *phrase.split(" ")))


@lru_cache(maxsize=4096)
def timed(phrase: str) -> bool:
    """Whether this is measured in time (an age, a life expectancy)."""
    words, known = phrase.split(" "), ("age", "duration", "life expectancy", "sentence")
    return concept(phrase) in known or concept(words[0]) in known or concept(words[-1]) in known


@lru_cache(maxsize=4096)
def counted_at_a_vote(phrase: str) -> bool:
    """Whether this is what a vote gives: shares, votes, turnout."""
    return concept(phrase) in lexicon.load("properties")["only"]["vote"]


@lru_cache(maxsize=4096)
def monthly(phrase: str) -> bool:
    """Whether this is an indicator that is reported for a month."""
    words, known = phrase.split(" "), lexicon.load("properties")["only"]["monthly"]
    return concept(phrase) in known or any(concept(part) in known for part in (words[0], words[-1], " ".join(words[-2:])))


def _key(phrase: str) -> str:
    return " ".join(_stem(word) for word in _WORD.findall(lexicon.fold(phrase)) if word not in _empty())


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    """The small words of all languages: a phrase is looked up whatever its language."""
    return frozenset(word for language in lexicon.LANGUAGES for word in lexicon.load(f"{language}/properties")["empty"])


def _stem(word: str) -> str:
    """`word` without its plural ending; enough to match a phrase with itself, no more."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("es") and word[-3] in "lnrdjzxh":
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _by_ending(key: str) -> str | None:
    """A longer phrase that ends in a known one is a kind of its own ("car theft"), except where the known one is a whole sense."""
    words = key.split(" ")
    for start in range(1, len(words) - 1):
        found = _known().get(" ".join(words[start:]))
        if found is not None:
            return f"{' '.join(words[:start])} {found}"
    return None


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Key of a phrase -> id, for both languages; a phrase two concepts share belongs to the first."""
    found: dict[str, str] = {}
    for language in lexicon.LANGUAGES:
        for name, phrases in lexicon.load(f"{language}/properties")["names"].items():
            for phrase in (name, *phrases):
                found.setdefault(_key(phrase), name)
    return found


@lru_cache(maxsize=1)
def _said_of() -> dict[str, str]:
    return {name: kind for kind, names in lexicon.load("properties")["of"].items() for name in names}
