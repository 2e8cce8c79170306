"""English tags of a whole sentence -> the same, where what stands further off tells what a word's neighbours did not.

"A report published in March found": the first verb is a participle; "children under 13": behind a preposition stands no verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from watcher.extract.about.grammar import Grammar
from watcher.extract.neighbours import glued
from watcher.extract.reading import Token

_LOOSE = re.compile("[aq]")  # adverbs and pronouns that may be something else
_GOVERNED = re.compile("(?<=p)i")
_REDUCED = re.compile(r"(?<=[wn])v(?=[pt][^vxmrsc,;:\"()q.]{1,12}[vxm])")  # a verb, then another that no word joins to it
_HAVING = re.compile("x(?=a{0,2}v)")
_DOING = frozenset(["do", "does", "did"])
_STEM = ("ed", "en", "ing")


def settle(tokens: Sequence[Token], first: int, found: list[str], rules: Grammar) -> None:
    """Sets right in `found` the tags of tokens `[first, first + len(found))`."""
    _compounds(tokens, first, found)
    _infinitives(tokens, first, found, rules)
    for at in range(1, len(found)):
        if found[at] == "f" and tokens[first + at].norm in rules.change and found[at - 1] in "wnaqp)," and found[at - 1] != "f":
            found[at] = "v"  # "the rate halved"
    seen = "".join(found)
    for match in _GOVERNED.finditer(seen):
        if tokens[first + match.start() - 1].norm != "to":
            found[match.start()] = "w"  # "used by children", "310 km of export cables"
    for match in _HAVING.finditer(seen):
        verb = first + next(at for at in range(match.start() + 1, len(found)) if seen[at] == "v")
        if tokens[first + match.start()].norm not in _DOING and not _done(tokens[verb].norm, rules):
            found[verb - first] = "w"  # "had lead in their blood", "were close to it"
    for match in _REDUCED.finditer(seen):
        if (word := tokens[first + match.start()].norm).endswith("ed") or word in rules.participle:
            found[match.start()] = "g"
    for at in range(1, len(found) - 2):
        if seen[at] == "v" and seen[at - 1] in "wn" and tokens[first + at + 1].norm == "by" and seen[at + 2] in "dwnq":
            if (word := tokens[first + at].norm) not in rules.change and not word.endswith("s"):
                found[at] = "g"  # "accounts held by children"


def _done(word: str, rules: Grammar) -> bool:
    """Whether a word may be a participle."""
    return word.endswith(_STEM) or word in rules.participle or word in rules.past or word not in rules.base


def _compounds(tokens: Sequence[Token], first: int, found: list[str]) -> None:
    """ "Under-fives", "add-ons": the first part of a compound is no preposition or verb of its own."""
    for at in range(1, len(found) - 1):
        if found[at] == "-" and found[at - 1] in "pivga" and glued(tokens, first + at) and glued(tokens, first + at + 1):
            found[at - 1] = "w"


def _infinitives(tokens: Sequence[Token], first: int, found: list[str], rules: Grammar) -> None:
    """ "to lower the tax", "72% back the act": verbs that look like adverbs; "oppose it": an object, unless a verb follows."""
    for match in _LOOSE.finditer("".join(found), 1):
        at = match.start()
        if found[at] == "a" and tokens[first + at].norm in rules.base:
            if tokens[first + at - 1].norm == "to":
                found[at] = "i"
            elif found[at - 1] == "f" and found[at + 1 : at + 2] in (["d"], ["n"]):
                found[at] = "v"
        elif found[at] == "q" and found[at - 1] in "vip" and tokens[first + at].norm in ("it", "you"):
            ahead = next((tag for tag in found[at + 1 : at + 4] if tag != "a"), "")
            if ahead not in ("v", "x", "m"):
                found[at] = "o"
