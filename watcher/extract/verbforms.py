"""The verb forms a word can be told by without its neighbours: lists, and endings. In: a language, a word; out: sets, yes or no."""

from __future__ import annotations

from functools import cache

from watcher import lexicon

_SPANISH = {"ar": ("a", "an", "é", "amos"), "er": ("e", "en", "í", "emos"), "ir": ("e", "en", "í", "imos")}  # he, they, I, we
ENDINGS = (
    *("ó", "ará", "erá", "irá", "drá", "arán", "erán", "irán", "drán", "aron", "ieron", "yeron", "ían", "aría", "iría", "dría"),
    *("aban", "aba", "uvo", "ujo", "ieran", "uviera", "ayera", "iciera", "umiera", "ajera", "eciera"),
)


@cache
def plain(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Verb forms that no ending tells: those that are nothing else, and those that are nouns too."""
    verbs = lexicon.load(f"{language}/verbs")
    found: set[str] = set()
    for word in verbs.get("plain", ()):
        found |= {word, word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeou" else word + _third(word)}
    for kind, (singular, plural, first, we) in _SPANISH.items():
        for entry in verbs.get(kind, ()):
            infinitive, _, changed = entry.partition(":")
            stem = infinitive[:-2]
            found |= {(changed or stem) + singular, (changed or stem) + plural, stem + first, stem + we}
            if kind != "ar":
                found |= {stem + "ía", stem + "ían"}
            if kind == "er":
                found.add(infinitive + "ía")  # "vencería"; of the other verbs the ending tells it
    nouns = frozenset(verbs["nouns"])
    return frozenset(found) - nouns, nouns


def _third(word: str) -> str:
    return "es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"


@cache
def finite(language: str) -> frozenset[str]:
    """Words in lower case that are finite verbs and hardly anything else."""
    verbs = lexicon.load(f"{language}/clauses")["verbs"]
    return plain(language)[0] | frozenset(verbs["past"]) | frozenset(verbs["present"])
