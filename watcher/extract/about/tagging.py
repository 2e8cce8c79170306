"""A sentence's tokens -> one tag each, from closed classes, word endings and small verb lists: enough to see its clauses.

Tags, one character a token: d determiner, p preposition, q pronoun (subject), o pronoun (object), r relative, s subordinator,
c coordinator, x auxiliary or copula, m modal, a adverb, v finite verb, i infinitive, g participle or gerund, n name, f figure,
t time, # another number, w any other word (noun or adjective), ' possessive; punctuation stands for itself (all quotes as ").
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from watcher.extract.about import english, spanish
from watcher.extract.about.agreement import agreeing, doing, pointed
from watcher.extract.about.forms import NOTHING, Form, Forms, forms
from watcher.extract.about.grammar import Grammar
from watcher.extract.about.hinges import hinge
from watcher.extract.about.settled import settle
from watcher.extract.headings import shouted
from watcher.extract.neighbours import glued
from watcher.extract.reading import Reading, Token

# phrases of two words that stand aside, by the second: what may stand before it, and the tag of both
_ASIDES: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {
    "es": {
        "embargo": (("sin",), "a"),
        "obstante": (("no",), "a"),
        "cambio": (("en",), "a"),
        "ejemplo": (("por",), "a"),
        "decir": (("es",), ";"),  # "es decir, que"
        "ultimo": (("por",), "a"),
        "tanto": (("por",), "a"),
        "fin": (("por", "al"), "a"),
        "concreto": (("en",), "a"),
        "definitiva": (("en",), "a"),
        "consecuencia": (("en",), "a"),
    },
    "en": {"longer": (("no", "any"), "a")},  # "One in six infections no longer responds"
}
_SECOND = {language: frozenset(asides) for language, asides in _ASIDES.items()}
_JUDGES = {"en": english.tag, "es": spanish.tag}
_VERBS = "vxm"
_VERB = re.compile(f"[{_VERBS}]")
_VERB_OR_STOP = re.compile('[vxm,;:"()rcs]')
_DOERS = re.compile('f{1,8}+(?:pd?f{1,3}+)?[wng]{1,4}+(?:,[^,vxm;:."()]{1,24}+,)?a?[vxm]')  # "after two of its 14 plants failed"
_DEED = re.compile("(?:[pt]{1,4}+,?|p[^,vxm]{1,16},)?d?[wn]{1,6}(?:p?d?[wn]{1,4}+){0,2}g")  # a subject and its deed, nothing before
_ALONE = re.compile(r"[^vxmrs,;:()\"]{1,24}+[vxm]+[^vxmrs,;:()\"]*(?:[rs,;:().\"]|$)")  # one verb, no other that the deed may hang on
_BEFORE = ("pasado", "pasada", "anterior", "proximo", "proxima", "siguiente")
_THIS = ("este", "esta", "ese", "esa", "aquel", "aquella")
_SWAYING = frozenset("qmar")  # behind these a word that no list holds may be a verb
_DASHES = frozenset("—–-")
_MARKS = dict.fromkeys('"“”«»‘', '"') | {"’": "'"}


def tags(reading: Reading, first: int, last: int, marks: Sequence[str], known: Forms, words: Set[str]) -> str:
    """The tags of tokens `[first, last)`, whose folded words are `words`; `marks` (n, f, t or "" for each token) of other rooms stand."""
    tokens, spanish = reading.tokens, known.language == "es"
    if reading.sentence_of[first] in shouted(reading):
        known = forms(known.language, small=True)  # "Chile Death Toll Rises to 40"
    found: list[str] = []
    dashes: list[int] = []
    tag = ""
    for index, token in enumerate(tokens[first:last], first):
        before, tag = tag, marks[index]
        if not tag or (tag == "t" and spanish and known[token.text].finite):
            if token.kind == "w":
                if before == "-" and _compound(tokens, index, first):
                    tag = "w"
                else:
                    form = known[token.text]
                    tag = form.tag
                    if not tag:
                        after = known[tokens[index + 1].text] if index + 1 < last else NOTHING
                        plain = form.only and before not in _SWAYING and not (after.determiner or after.upto)
                        tag = "w" if plain else _told(form, after, tokens, index, last, found, marks, known)
            elif token.kind == "n":
                tag = "#"
            else:
                tag = _MARKS.get(token.text, token.text)
                if before and token.text in _DASHES and _dash(tokens, index, len(dashes) % 2 == 1):
                    tag = ";"
                    dashes.append(index - first)
        found.append(tag)
    if len(dashes) == 2 and dashes[1] - dashes[0] > 2:
        found[dashes[0]], found[dashes[1]] = "(", ")"  # "The minister – the vote was in Lima – announced"
    _approximate(reading, first, found, known.rules, words)
    if "g" in found[:3]:
        opens = next((at for at, tag in enumerate(found[:3]) if tag not in ("*", "-", '"', ":")), 0)
        if found[opens : opens + 2] == ["g", "x"]:
            found[opens] = "w"  # "Brigadas han visitado"
    if not words.isdisjoint(_SECOND[known.language]):
        _aside(reading, first, found, known.language)
    if not spanish and found[:1] == ["g"]:
        turn = next((tag for tag in found[1:] if tag in 'vxm,;:("'), "")
        found[0] = "w" if turn in tuple("vxm") else "g"  # "Borrowing in the year to May reached"; but "Speaking in Leeds, she said"
    if not spanish:
        settle(tokens, first, found, known.rules, words)
    if spanish:
        hinge(reading, first, found, known.rules, words)
    if not words.isdisjoint(known.rules.switch):
        _subordinate(reading, first, found, known.rules)
    if not words.isdisjoint(known.rules.moments):
        _moments(reading, first, found, known.rules)
    if ":" in words:
        _clocks(tokens, first, found)
    return "".join(found)


def _aside(reading: Reading, first: int, found: list[str], language: str) -> None:
    """ "Sin embargo", "no longer": two words that stand aside."""
    for second in reading.between(_SECOND[language], first + 1, first + len(found)):
        leads, aside = _ASIDES[language][reading.tokens[second].norm]
        if reading.tokens[second - 1].norm in leads:
            found[second - first - 1] = found[second - first] = aside


def _compound(tokens: Sequence[Token], index: int, first: int) -> bool:
    """ "value-added": a word behind a hyphen that touches both."""
    return index > first + 1 and tokens[index].gap == 0 and tokens[index - 1].gap == 0


def _told(
    form: Form, after: Form, tokens: Sequence[Token], index: int, last: int, found: list[str], marks: Sequence[str], known: Forms
) -> str:
    """The tag of a word that its neighbours tell."""
    before = found[-1] if found else ""
    if form.norm == "'s":
        return "x" if before == "q" else "'"
    if before == "d" and form.third and pointed(tokens, index, found, marks[index + 1] == "f" or after.closed in ("d", "p", "a", "s")):
        found[-1] = "q"
        return "v"
    if form.norm == "that" and before in ("w", "n") and doing(tokens[index + 1 : min(index + 4, last)], known.rules):
        return "r"
    tag = _JUDGES[known.language](form, after, found, marks[index + 1])
    if tag == "w":
        opening = (
            (after.determiner and not (after.norm == "no" and index + 2 < last and tokens[index + 2].norm == "longer"))
            or (after.upto and marks[index + 2] == "f")
            or (form.third and marks[index + 1] == "f")
            or (before == "q" and after is not NOTHING)
        )
        if opening and before:
            tag = agreeing(tokens, index, found, known.rules)
    if tag in ("v", "x", "m") and before == "g" and (len(found) < 2 or found[-2] in 's,;:"cv*-'):
        found[-1] = "w"  # "although shelling killed four"
    return tag


def _dash(tokens: Sequence[Token], index: int, opened: bool) -> bool:
    """A dash between clauses, or around an aside ("-uno de ellos muy grave-"); a hyphen without spaces belongs to its word."""
    token = tokens[index]
    if token.text != "-":
        return True
    if not 0 < index < len(tokens) - 1:
        return False
    apart = tokens[index + 1].gap > 0
    return (token.gap > 0 and (apart or tokens[index + 1].kind == "w")) or (opened and apart)


def _approximate(reading: Reading, first: int, found: list[str], rules: Grammar, words: Set[str]) -> None:
    """ "and about 1,200 jobs": before an amount that opens a clause no preposition; "después de que": no relative."""
    last = first + len(found)
    if "que" in words and not words.isdisjoint(rules.conjoined):
        for token in reading.between(rules.conjoined, first, last - 1):
            if found[token + 1 - first] == "r" and reading.tokens[token + 1].norm == "que":
                found[token + 1 - first] = "s"
    if not words.isdisjoint(rules.approximate):
        for token in reading.between(rules.approximate, first, last - 1):
            at = token - first
            if found[at] == "p" and found[at + 1] == "f" and (at == 0 or found[at - 1] in 'c,;s"'):
                found[at] = "a"


def _moments(reading: Reading, first: int, found: list[str], rules: Grammar) -> None:
    """ "a year ago", "cada día": time, no subject."""
    tokens, spanish_ = reading.tokens, rules.language == "es"
    for token in reading.between(rules.moments, first + 1, first + len(found)):
        at, last = token - first, tokens[token - 1].norm
        if found[at] == "w" and at > 1 and tokens[token - 2].norm == "hace":
            found[at - 2 : at + 1] = "ttt"  # "que hace un mes marcaba 11 %"
        elif spanish_ and found[at] == "w" and found[at - 1] == "d" and at + 1 < len(found) and tokens[token + 1].norm in _BEFORE:
            found[at - 1 : at + 2] = "ttt"  # "la semana pasada"
        elif spanish_ and found[at] == "w" and found[at - 1] == "d" and last in _THIS:
            found[at - 1 : at + 1] = "tt"  # "entre anoche y este mediodía"
        elif spanish_ and found[at] == "w" and at > 1 and found[at - 2] == "d" and last in ("misma", "mismo"):
            found[at - 2 : at + 1] = "ttt"  # "esa misma noche su mujer"
        elif found[at] == "w" and (
            (found[at - 1] == "t" and not spanish_)  # "by Thursday noon 97 people"
            or last in ("each", "cada", "every", "last", "next")
            or (found[at - 1] in "da" and at + 1 < len(found) and tokens[first + at + 1].norm in ("ago", "earlier", "later", "atras"))
        ):
            found[at - 1] = found[at] = "t"


def _clocks(tokens: Sequence[Token], first: int, found: list[str]) -> None:
    """ "08:30 El presidente ...": a time of the clock is no colon between clauses."""
    for at in range(1, len(found) - 1):
        if (
            found[at] == ":"
            and found[at - 1] in "#t"
            and found[at + 1] in "#t"
            and glued(tokens, first + at)
            and glued(tokens, first + at + 1)
        ):
            found[at - 1] = found[at] = found[at + 1] = "t"


def _subordinate(reading: Reading, first: int, found: list[str], rules: Grammar) -> None:
    """ "after the price fell": a preposition with a finite verb before the next stop opens a clause."""
    tokens, seen = reading.tokens, "".join(found)
    opening = _VERB.search(seen)
    for token in reversed(reading.between(rules.switch, first, first + len(found))):
        at = token - first
        tag, ahead = seen[at], _VERB_OR_STOP.search(seen, at + 1)
        governs = ahead is not None and ahead[0] in _VERBS
        if tag == "p" and seen[at + 1 : at + 2] == "f":
            governs = _DOERS.match(seen, at + 1) is not None
        if tag == "s" and not governs and tokens[token].norm in ("que", "como") and seen[at - 1 : at] not in ("v", "s"):
            found[at] = "p"  # "más que un año antes"
        elif tag == "p" and governs and at and _DEED.fullmatch(seen, 0, at) and _ALONE.match(seen, at + 1):
            found[at - 1], found[at] = "v", "s"  # "The mayor resigned after residents signed a petition"
            seen = "".join(found)
        elif tag == "p" and governs and opening is not None and opening.start() < at:
            found[at] = "s"
            seen = "".join(found)
