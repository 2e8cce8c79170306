"""English tags of a whole sentence -> the same, where several clauses stand side by side: what rises and falls in each is its verb.

"Sales fell 5%, net income plunged by 8% and debt shrank": only one of the words may look like a verb by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from watcher.extract.about.grammar import Grammar
from watcher.extract.reading import Token

_NOUN = r"(?:d?[wn'-]{1,8}|g?w{1,4}|g)(?:p[dwn'-]{1,6})?"
_LED = r"(?:p[^,vxmrs;:c]{1,16},|p?d?t{1,8},?|a,?|cp?)?"  # "in the third quarter,"
_CHANGED = re.compile(rf"{_LED}{_NOUN}a?")  # all that stands before the verb in its clause
_AMOUNT = re.compile("a?p?a?f")
_END = re.compile("[,;:.c]")
_FINITE = frozenset("vxm")
_ENDED = frozenset(("ended", "ending"))
_TERMS = frozenset(("quarter", "half", "year", "month", "months", "weeks", "period", "season", "quarters"))
_LEADS = frozenset(("by", "to", "from"))
_JOINTS = frozenset(';:s,"c')
_ASIDE = 8  # tokens of what stands aside at the start
_FRONTED = re.compile(r"(?:p[^,vxmrs;:c]{1,16}|t{1,8}),$")


def opened(tokens: Sequence[Token], first: int, found: list[str], rules: Grammar, words: Set[str]) -> None:
    """What ends nothing ("earnings in the quarter ended Sept. 30 fell", "Bolen Corp.'s earnings"), and what only sets the scene."""
    if tokens[first].norm in rules.settings:
        _aside(tokens, first, found, rules)
    for at in range(1, len(found) - 1) if "." in found else ():
        if found[at] == "." and found[at - 1] == "n" and tokens[first + at].gap == 0 and tokens[first + at + 1].kind != "n":
            found[at] = "a"
    for at in range(1, len(found) - 1) if not _ENDED.isdisjoint(words) else ():
        if found[at] in "vg" and tokens[first + at].norm in _ENDED and tokens[first + at - 1].norm in _TERMS and found[at + 1] in "t#":
            found[at] = "t"


def _aside(tokens: Sequence[Token], first: int, found: list[str], rules: Grammar) -> None:
    """ "Further south, another fire", "Year-on-year, prices rose": where and against what, no subject."""
    comma = found.index(",", 0, _ASIDE) if "," in found[:_ASIDE] else 0
    if all(tokens[first + at].norm in rules.settings or found[at] in "-t" for at in range(comma)):
        found[:comma] = "t" * comma


def side_by_side(tokens: Sequence[Token], first: int, found: list[str], rules: Grammar, words: Set[str]) -> None:
    """The verbs of change of clauses that have none but those: "net income plunged by 47%", "the levy increases by 2%"."""
    if words.isdisjoint(rules.change):
        return
    seen = "".join(found)
    for at, tag in enumerate(seen):
        word = tokens[first + at].norm
        if tag not in "gw" or word not in rules.change or not _AMOUNT.match(seen, at + 1):
            continue
        by = tokens[first + at + 1].norm in _LEADS
        if not (word.endswith("ed") if tag == "g" else by and word.endswith("s") and word not in rules.levels):
            continue
        start = _start(tokens, first, seen, at, rules)
        if _CHANGED.fullmatch(seen, start, at) is None:
            continue
        end = _END.search(seen, at + 1)
        if _FINITE.isdisjoint(seen[at + 1 : end.start() if end is not None else len(seen)]):
            found[at] = "v"


def _start(tokens: Sequence[Token], first: int, seen: str, at: int, rules: Grammar) -> int:
    """Where the clause around a token begins: behind a mark or a word that joins clauses, or a verb of saying."""
    back = at
    while back > 0 and seen[back - 1] not in _JOINTS and not (seen[back - 1] == "v" and tokens[first + back - 1].norm in rules.saying):
        back -= 1
    return 0 if _FRONTED.match(seen, 0, back) else back
