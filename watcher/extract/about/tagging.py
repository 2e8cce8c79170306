"""A sentence's tokens -> one tag each, from closed classes, word endings and small verb lists: enough to see its clauses.

Tags, one character a token: d determiner, p preposition, q pronoun (subject), o pronoun (object), r relative, s subordinator,
c coordinator, x auxiliary or copula, m modal, a adverb, v finite verb, i infinitive, g participle or gerund, n name, f figure,
t time, # another number, w any other word (noun or adjective), ' possessive; punctuation stands for itself (all quotes as ").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from watcher import lexicon
from watcher.extract.about.agreement import agreeing, doing
from watcher.extract.about.grammar import Grammar, grammar
from watcher.extract.neighbours import glued
from watcher.extract.reading import Reading, Token

_FINITE = (
    *("ó", "ará", "erá", "irá", "drá", "arán", "erán", "irán", "drán", "aron", "ieron", "yeron", "ían", "aría", "iría", "dría"),
    *("aban", "aba", "uvo", "ujo", "uviera", "ayera", "iciera", "umiera", "ajera", "eciera"),
)
_QUOTES = '"“”«»‘'


def tags(reading: Reading, first: int, last: int, marks: dict[int, str], rules: Grammar) -> str:
    """The tags of tokens `[first, last)`; `marks` (token -> n, f or t) come from the other rooms and stand."""
    found: list[str] = []
    tokens, plainly = reading.tokens, rules.plainly
    judge = _english if rules.language == "en" else _spanish
    for index in range(first, last):
        token = tokens[index]
        tag = marks.get(index)
        if tag is None or (tag == "t" and rules.language == "es" and _finite(token.text.lower())):
            if token.kind == "n":
                tag = "#"
            elif token.kind == "p":
                tag = (
                    '"' if token.text in _QUOTES else "'" if token.text == "’" else ";" if found and _dash(tokens, index) else token.text[0]
                )
            elif found and found[-1] == "-" and token.gap == 0 and index > first + 1 and tokens[index - 1].gap == 0:
                tag = "w"  # "value-added"
            elif token.norm in ("'s", "’s"):
                tag = "x" if found and found[-1] == "q" else "'"
            elif (tag := plainly.get(token.norm)) is None:
                following = tokens[index + 1] if index + 1 < last else None
                if token.norm == "that" and found and found[-1] in "wn" and doing(tokens[index + 1 : min(index + 4, last)], rules):
                    tag = "r"
                else:
                    tag = judge(token, following, found, rules, marks.get(index + 1))
                if (
                    tag == "w"
                    and following is not None
                    and found
                    and (
                        found[-1] == "q"
                        or plainly.get(following.norm) == "d"
                        or (following.norm in rules.upto and marks.get(index + 2) == "f")
                    )
                ):
                    tag = agreeing(tokens, index, found, rules)
                if tag == "v" and found and found[-1] == "g" and (len(found) < 2 or found[-2] in 's,;:"c'):
                    found[-1] = "w"  # "although shelling killed four"
        found.append(tag)
    _approximate(reading, first, found, rules)
    _infinitives(tokens, first, found, rules)
    _subordinate(reading, first, found, rules)
    _moments(reading, first, found, rules)
    _clocks(tokens, first, found)
    return "".join(found)


def _dash(tokens: Sequence[Token], index: int) -> bool:
    """A dash between clauses; a hyphen without spaces belongs to its word ("president-elect")."""
    token = tokens[index]
    return token.text in "—–" or (token.text == "-" and 0 < index < len(tokens) - 1 and token.gap > 0 and tokens[index + 1].gap > 0)


def _approximate(reading: Reading, first: int, found: list[str], rules: Grammar) -> None:
    """ "and about 1,200 jobs": before an amount that opens a clause no preposition; "después de que": no relative."""
    last = first + len(found)
    for token in reading.between(rules.conjoined, first, last - 1):
        if found[token + 1 - first] == "r" and reading.tokens[token + 1].norm == "que":
            found[token + 1 - first] = "s"
    for token in reading.between(rules.approximate, first, last - 1):
        at = token - first
        if found[at] == "p" and found[at + 1] == "f" and (at == 0 or found[at - 1] in 'c,;s"'):
            found[at] = "a"


def _infinitives(tokens: Sequence[Token], first: int, found: list[str], rules: Grammar) -> None:
    """ "to lower the tax", "72% back the act": verbs that look like adverbs; "oppose it": an object, unless a verb follows."""
    if rules.language != "en":
        return
    for at in range(1, len(found)):
        if found[at] == "a" and tokens[first + at].norm in rules.base:
            if tokens[first + at - 1].norm == "to":
                found[at] = "i"
            elif found[at - 1] == "f" and found[at + 1 : at + 2] in (["d"], ["n"]):
                found[at] = "v"
        elif found[at] == "q" and found[at - 1] in "vip" and tokens[first + at].norm in ("it", "you"):
            ahead = next((tag for tag in found[at + 1 : at + 4] if tag != "a"), "")
            if ahead not in ("v", "x", "m"):
                found[at] = "o"


def _moments(reading: Reading, first: int, found: list[str], rules: Grammar) -> None:
    """ "a year ago", "cada día": time, no subject."""
    tokens = reading.tokens
    for token in reading.between(rules.moments, first + 1, first + len(found)):
        at, last = token - first, tokens[token - 1].norm
        if found[at] == "w" and (
            last in ("each", "cada", "every")
            or (found[at - 1] in "da" and at + 1 < len(found) and tokens[first + at + 1].norm in ("ago", "earlier", "later", "atras"))
        ):
            found[at - 1] = found[at] = "t"


def _clocks(tokens: Sequence[Token], first: int, found: list[str]) -> None:
    """ "08:30 El presidente ...": a time of the clock is no colon between clauses."""
    for at in range(1, len(found) - 1) if ":" in found else ():
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
    tokens, ahead = reading.tokens, False
    if "s" not in found and not reading.holds(rules.switch, first, first + len(found)):
        return
    opening = next((at for at, tag in enumerate(found) if tag in "vxm"), len(found))
    for at in range(len(found) - 1, -1, -1):
        tag = found[at]
        if tag in "vxm":
            ahead = True
        elif tag in ',;:"()rc':
            ahead = False
        elif tag == "s" and not ahead and tokens[first + at].norm in ("que", "como"):
            found[at] = "p"  # "más que un año antes"
        elif tag == "p" and ahead and tokens[first + at].norm in rules.switch and opening < at:
            found[at] = "s"
            ahead = False
        elif tag == "s":
            ahead = False


def _english(token: Token, following: Token | None, before: list[str], rules: Grammar, mark: str | None) -> str:
    word = token.norm
    last = before[-1] if before else ""
    after = following.norm if following else ""
    if word == "that":
        return _that(after, last, following, rules)
    tag = rules.closed.get(word)
    if tag:
        if (word == "up" and last == "v") or (word in ("up", "down") and mark != "f" and after not in ("to", "by")):
            return "a"
        return "w" if (word == "may" and token.text == "May") or (word == "us" and token.text == "US") else tag
    verbal = _verbal_place(before)
    if (
        verbal
        and (word in rules.base or word in rules.past or word in rules.participle or word.endswith(("ed", "en", "ing")) or verbal == "m")
        and word not in rules.nouns
    ):
        if word.endswith("ing") and verbal != "x":
            return "g"
        return "i" if verbal == "i" else "v"
    return _english_form(word, last, after, mark, rules, token.text[0].isupper() and bool(before))


def _english_form(word: str, last: str, after: str, mark: str | None, rules: Grammar, capital: bool) -> str:
    """By the word's form alone, and what stands on both sides."""
    if (
        word.endswith("ing")
        and word in rules.nouns
        and last == ","
        and (mark == "f" or rules.closed.get(after) in ("d", "a", "p"))
        and after not in rules.of
    ):
        return "g"  # ", killing at least 38 people"
    if word in rules.nouns or (capital and not (word.endswith("ly") and last in ("", '"'))):
        return "w"
    if word.endswith("ly") and len(word) > 4 and word not in rules.adjectives:
        return "a"
    opens = mark == "f" or rules.closed.get(after, "") in ("d", "p", "a", "o", "s", "q") or mark in ("n", "t") or after in ("that", "")
    nominal = last in ("w", "n", "q", "r", "'", ",", "t", "c", "a", "f", "#", '"', ")", "", "o", ";", ":", "s", "%")
    if word in rules.plain:
        return "w" if last in ("d", "'") else "v"
    if last == "f" and word in rules.mixed and rules.closed.get(after) != "d":
        return "w"  # "58 accounts over eight years"
    if word in rules.past:
        return "w" if last in ("d", "'") or last == "p" else "v"
    if word.endswith("ed") and len(word) > 4:
        if last in ("d", "p", "'", "a") or (last in ("", ",") and rules.closed.get(after) == "p"):
            return "g" if rules.closed.get(after) == "p" or last == "a" else "w"
        return "g" if (after == "by" and last != "q") or last == ")" else "v"
    if word.endswith("ing") and len(word) > 4:
        return "w" if last in ("d", "'") else "g"
    if word in rules.participle and rules.closed.get(after) == "p":
        return "g"
    if word.endswith("s") and last in ("n", ",", ")") and rules.closed.get(after) == "q" and len(word) > 3:
        return "v"  # "Brand, whose barley they eat, reckons he"
    if (last == "r" and word.endswith("s") and len(word) > 3) or (
        mark == "f" and last in ("w", "n") and word.endswith("s") and not word.endswith("ss") and len(word) > 3
    ):
        return "v"
    if word in rules.present and last != "'" and ((opens and nominal) or last in ("r", "q")):
        return "v"
    if (
        word in rules.present
        and last in ("n", "w")
        and (after.endswith("s") or after in ("more", "less"))
        and word not in ("costs", "plans", "claims", "drops", "shows", "uses", "counts", "works", "ranks", "offers")
    ):
        return "v"
    if (
        word in rules.base
        and opens
        and last in ("q", "r", "w", "n", "f", "#", "c")
        and (last != "w" or mark == "f" or rules.closed.get(after) in ("d", "p"))
    ):
        return "v" if last in ("q", "r") or rules.closed.get(after) == "d" or mark == "f" else "w"
    return "w"


def _that(after: str, last: str, following: Token | None, rules: Grammar) -> str:
    if (
        (after in rules.closed and rules.closed[after] in "xm")
        or after in rules.past
        or after in rules.present
        or (after.endswith("ed") and len(after) > 4)
        or after in rules.base
    ):
        return "r" if last in ("w", "n", ",", "f", "'") else "s"
    return "d" if last == "p" or (following is not None and not last) else "s"


def _verbal_place(before: list[str]) -> str | None:
    """ "m" after a modal, "x" after an auxiliary, "i" after "to", adverbs between them aside."""
    for tag in reversed(before[-4:]):
        if tag in ("m", "x"):
            return tag
        if tag == "a":
            continue
        return "i" if tag == "p" and before and before[-1] == "p" else None
    return None


def _spanish(token: Token, following: Token | None, before: list[str], rules: Grammar, mark: str | None) -> str:
    word, plain = token.text.lower(), token.norm
    last = before[-1] if before else ""
    after = following.norm if following else ""
    if plain == "que":
        return "r" if last in ("w", "n", ",", "t", "p") or (last == "d" and before[-2:-1] == ["p"]) else "s"
    if word == "él":
        return "q"
    if word in ("sí", "té", "dé") or (word.endswith("mente") and len(word) > 6):
        return "a"
    if word in {"está", "están"}:
        return "x"
    tag = rules.closed.get(plain)
    if plain in ("esta", "estan", "este") and word == plain:
        tag = "d"
    if (
        plain in ("lo", "la", "los", "las")
        and following is not None
        and (_finite(following.text.lower()) or following.text.lower() in rules.plain)
        and mark is None
        and following.norm not in rules.nouns
    ):
        return "o"
    if plain == "lo":
        return "d"
    if tag == "x" and last != "x" and word in rules.nouns:
        return "w"  # "el estado de emergencia", but "ha estado"
    if tag and not (plain == "bajo" and word != plain):
        return tag
    if token.text[0].isupper() and before and last != '"':
        return "w"
    nominal = last in ("d", "p") and not (last == "p" and word.endswith(("ar", "er", "ir", "arse", "erse", "irse")))
    if word in rules.nouns:
        return "w"
    if (_finite(word) or word in rules.plain) and not nominal:
        return "v"
    if word in rules.mixed and last in ("n", "w", "r", "q", "o", "s") and (mark in ("f", "n") or rules.closed.get(after) in ("d", "s")):
        return "v"
    if word in rules.mixed and last in ("n", "w", "c", "o") and after in rules.upto:
        return "v"  # "y entrega hasta 55 MW"
    ending = word.endswith(("a", "e", "an", "en", "amos", "emos", "imos")) and len(word) > 3
    opens = mark in ("f", "t", "n") or rules.closed.get(after, "") in ("d", "p", "a", "s")
    if ending and opens and (last == "o" or (last in ("", ";", '"', "r", "s", ":") and (mark == "f" or last in ("r", "s", "o")))):
        return "v"
    if ending and last == "n" and (mark == "f" or rules.closed.get(after) in ("d", "s") or after.endswith(("ar", "er", "ir"))):
        return "v"  # "Ibarra propone contratar"
    return _spanish_nonfinite(word, last, before, rules)


def _spanish_nonfinite(word: str, last: str, before: list[str], rules: Grammar) -> str:
    if word in rules.participle or (
        len(word) > 4 and word.endswith(("ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas", "ído", "ída"))
    ):
        near = [tag for tag in before[-3:] if tag != "a"]
        if near and near[-1] == "x":
            return "v"
        return "w" if last == "d" else "g"
    if len(word) > 4 and word.endswith(("ando", "iendo", "yendo")):
        return "g"
    if len(word) > 3 and word.endswith(("ar", "er", "ir", "arse", "erse", "irse", "arla", "arlo", "erlo")):
        near = [tag for tag in before[-2:] if tag not in "ao"]
        if near and near[-1] in ("p", "m", "v", "s", "i"):
            return "v" if near[-1] == "m" else "i"
    return "w"


@lru_cache(maxsize=20_000)
def _finite(word: str) -> bool:
    """Whether a Spanish word has the form of a finite verb; accents tell most of it."""
    plain, rules = lexicon.fold(word), grammar("es")
    if plain in rules.past or plain in rules.present or word in rules.present:
        return True
    if word in rules.nouns or len(word) < 4:
        return word.endswith("ó") and len(word) > 2
    return word.endswith(_FINITE)
