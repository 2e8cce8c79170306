"""A section -> whose money it means: the peso or bare $ of the country that the text speaks of, the cents of its currency.

Votes are counted over the words of the section, then of the whole document; names of a country weigh more than words
that its newspapers merely use more than others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from watcher import lexicon
from watcher.extract.reading import Reading

_NAMED, _USED = 4, 1  # how strongly a country's name, and a word of its newspapers, speak
_POINT = 3  # in Spanish a decimal point is Mexico's more than anybody's
_EDGES = ".,;:()[]“”\"'«»¿?¡!"


def dollar(reading: Reading, point: str) -> str:
    """What a bare $ is in a Spanish section: the country's peso, US dollars where nothing but a dollar country is named."""
    votes = _votes((token.norm for token in reading.tokens), point)
    dollars = votes.pop("USD", 0)
    pesos = any(token.norm in ("peso", "pesos") for token in reading.tokens)
    if votes and (pesos or max(votes.values()) >= dollars):
        return _first(votes)
    return "USD" if dollars and not pesos else _of_document(reading)


def peso(reading: Reading, point: str = "") -> str:
    """Which peso the word means."""
    votes = _votes((token.norm for token in reading.tokens), point if reading.language == "es" else "")
    votes.pop("USD", None)
    return _first(votes) if votes else _of_document(reading)


def coin(reading: Reading, usual: str, dollars: str) -> str:
    """Whose cents: those of the euro where the section counts in euros, of the dollar where it counts in dollars."""
    euros = others = 0
    for token in reading.tokens:
        if token.text == "€" or token.norm in ("euro", "euros"):
            euros += 1
        elif token.text == "$" or token.norm in ("dollar", "dollars", "dolar", "dolares"):
            others += 1
    if euros == others:
        return usual
    return "EUR" if euros > others else dollars


def _of_document(reading: Reading) -> str:
    """The evidence of the document's other sections, else Chile's."""
    votes = _votes((lexicon.fold(word.strip(_EDGES)) for word in reading.text.split()), "")
    votes.pop("USD", None)
    return _first(votes) if votes else "CLP"


def _votes(words: Iterable[str], point: str) -> Counter[str]:
    owners = _owners()
    votes: Counter[str] = Counter()
    for word in words:
        entry = owners.get(word)
        if entry is not None:
            votes[entry[0]] += entry[1]
    if point == ".":
        votes["MXN"] += _POINT
    return votes


def _first(votes: Counter[str]) -> str:
    return max(votes, key=lambda code: votes[code])


@lru_cache(maxsize=None)
def _owners() -> dict[str, tuple[str, int]]:
    """Each word that tells of a country -> its currency and how strongly it speaks."""
    data = lexicon.load("currencies")
    return {word: (code, weight) for name, weight in (("vocabulary", _USED), ("evidence", _NAMED)) for code, words in data[name].items() for word in words}
