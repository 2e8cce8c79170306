"""The tags of a Spanish sentence -> the same, mended where a small word of several readings ties its clauses. Changes `found` in place."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from watcher.extract.about.grammar import Grammar
from watcher.extract.reading import Reading, Token

_BLANK = frozenset(("blanco",))
_SAID = frozenset(("segun", "acuerdo"))  # "según", "de acuerdo con"
_QUE = frozenset(("que",))
_LONGEST = 4  # tokens of a conjunction
_ADDRESS = re.compile(r"[oa]{0,2}(?:pd?[nwt]{1,5}+(?:pd?[nwt]{1,4}+){0,2}|d?t{1,6}+)+")  # whom one tells it, where and when
_ADDRESSED = frozenset(("a", "al", "ante", "durante", "en", "tras"))
_REACH = 16  # tokens from a verb of saying to its "que"
_APPOSED = re.compile(r"(?:^|[;.,\"(sc])(p[apdwng]{1,18}(,)n{1,5}),")


def hinge(reading: Reading, first: int, found: list[str], rules: Grammar, words: Set[str]) -> None:
    """Conjunctions of several words; "que" behind whom something is told; who says it, between commas."""
    last = first + len(found)
    if "que" in words:
        for que in reading.between(_QUE, first + 1, last):
            at = que - first
            if (start := _conjunction(reading.tokens, first, que, rules)) is not None:
                found[start - first : at + 1] = "s" * (que + 1 - start)
            elif found[at] == "r" and _told(reading.tokens, first, at, found, rules):
                found[at] = "s"
    if "blanco" in words:
        for blank in reading.between(_BLANK, first + 2, last):
            if reading.tokens[blank - 1].norm == "en" and reading.tokens[blank - 2].norm.startswith(("voto", "sufragio", "papeleta")):
                found[blank - first - 1] = found[blank - first] = "w"  # "el voto en blanco llega al 6 %"
    if not words.isdisjoint(_SAID):
        for match in _APPOSED.finditer("".join(found)):
            told = [token.norm for token in reading.tokens[first + match.start(1) : first + match.start(2)]]
            if not _SAID.isdisjoint(told[:2]) and not rules.persons.isdisjoint(told):
                found[match.start(2)] = "p"  # "según la portavoz, Ana Ruiz, hay 40": the name is no subject


def _conjunction(tokens: Sequence[Token], first: int, que: int, rules: Grammar) -> int | None:
    """Where a conjunction that ends with this "que" begins: "en tanto que", "al tiempo que"."""
    for start in range(que - 2, max(first, que - _LONGEST) - 1, -1):
        if " ".join([token.norm for token in tokens[start:que]]) in rules.conjunctions:
            return start
    return None


def _told(tokens: Sequence[Token], first: int, at: int, found: list[str], rules: Grammar) -> bool:
    """ "Dijo a EFE que hay 40", "aseguró en la radio que": behind a verb of saying, and whom it is told, what is said follows."""
    verb = next((back for back in range(at - 1, max(-1, at - _REACH), -1) if found[back] in 'vxmirs;:"'), -1)
    if verb < 0 or found[verb] != "v" or tokens[first + verb].text.lower() not in rules.saying:
        return False
    if _ADDRESS.fullmatch("".join(found[verb + 1 : at])) is None:
        return False
    led = verb + 1
    while found[led] in "oa":
        led += 1
    return found[led] in "dt" or tokens[first + led].norm in _ADDRESSED
