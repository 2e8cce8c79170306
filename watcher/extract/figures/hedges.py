"""The words around a quantity -> its modifier: "almost", "or more", "hasta". Phrases are found by the two words next to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from watcher import lexicon
from watcher.extract.figures.quantities import DURATIONS, Quantity
from watcher.extract.neighbours import among, follows, norm_at
from watcher.extract.neighbours import cues as cues_of
from watcher.extract.reading import Token

_OPPOSITE = {"more-than": "at-most", "less-than": "at-least"}
_ALONE = ("mas", "que")  # "no se ha vacunado más que uno de cada tres": one, and no more
_FILLED = 3  # tokens of a hedge's last word and of fillers
_DENIED = 8  # tokens from a denial to the hedge
_OVER, _WITHIN, _UP_TO, _HASTA, _TOP = "over", "within", "up to", "hasta", "top"


Beside = dict[str, list[tuple[tuple[str, ...], str]]]
Hedges = dict[str, Beside]


@cache
def _phrases(language: str, side: str) -> Hedges:
    """The word next to the amount and the one beyond it ("" for a phrase of one word) -> phrases, longest first, with their modifier."""
    table: Hedges = {}
    for modifier, texts in lexicon.load(f"{language}/hedges")[side].items():
        for text in texts:
            phrase = tuple(text.split())
            variants = [phrase]
            if language == "es" and side == "before" and phrase[-1] in ("de", "a"):
                variants.append((*phrase[:-1], phrase[-1] + "l"))
            for variant in variants:
                outward = variant[::-1] if side == "before" else variant
                beside = table.setdefault(outward[0], {})
                beside.setdefault(outward[1] if len(outward) > 1 else "", []).append((variant, modifier))
    for beside in table.values():
        for entries in beside.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _words(language: str, name: str) -> frozenset[str]:
    data: dict[str, Any] = lexicon.load(f"{language}/hedges")
    return frozenset(data[name])


def modifier(tokens: Sequence[Token], language: str, quantity: Quantity) -> str:
    """The modifier that the words before, else those behind, give to `quantity`."""
    norm = tokens[quantity.first - 1].norm if quantity.first else ""
    led = norm in _phrases(language, "before") or norm in _words(language, "fillers")
    before = _before(tokens, language, quantity) if led else "exact"
    return before if before != "exact" else _after(tokens, language, quantity)


def _before(tokens: Sequence[Token], language: str, quantity: Quantity) -> str:
    known, fillers = _phrases(language, "before"), _words(language, "fillers")
    for end in range(quantity.first, max(0, quantity.first - _FILLED), -1):
        norm = tokens[end - 1].norm
        beside = known.get(norm)
        found = _match_before(tokens, beside, end) if beside else None
        if found is not None:
            phrase, kind = found
            if (
                end < quantity.first
                and phrase[0] in _words(language, "spatial")
                and len(phrase) == 1
                and (tokens[end].norm == "the" or _attributive(tokens, quantity))
            ):
                return "exact"  # "above the 3 percent limit" compares, "under a six-week truce" is a place in time: neither hedges
            if not _holds(tokens, language, quantity, end - len(phrase), " ".join(phrase)):
                return "exact"
            if kind in _OPPOSITE and limits(tokens, end - len(phrase), language):
                return "exact" if phrase == _ALONE else _OPPOSITE[kind]
            return kind
        if norm not in fillers:
            return "exact"
    return "exact"


def limits(tokens: Sequence[Token], start: int, language: str) -> bool:
    """ "No ve más de 800 casos", "does not see more than 800": true where a negation before the hedge at `start` is of its amount."""
    negations, turns = cues_of(language, "stance", "negations"), cues_of(language, "stance", "turns")
    for at in range(start - 1, max(-1, start - _DENIED), -1):
        norm = tokens[at].norm
        if norm in negations:
            return at == start - 1 or tokens[at + 1].norm not in cues_of(language, "stance", "limits")
        if tokens[at].kind != "w" or norm in turns or norm in ("que", "that"):
            return False
    return False


def _attributive(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "Six-week": the figure is a word before a noun."""
    return any(token.text == "-" for token in tokens[quantity.first : quantity.last])


def _match_before(tokens: Sequence[Token], beside: Beside, end: int) -> tuple[tuple[str, ...], str] | None:
    """The hedge that ends at token `end`, of those that close with its word."""
    for phrase, kind in beside.get(tokens[end - 2].norm, ()) if end > 1 else ():
        if follows(tokens, end - len(phrase), phrase):
            return phrase, kind
    alone = beside.get("")
    return alone[0] if alone else None


_ARTICLES = frozenset(("a", "an", "at", "un", "una"))
_TOLD_BOUND = frozenset(("record", "annual", "daily", "monthly", "historic", "new", "overnight", "summer", "winter", "seasonal"))
_BOUNDS = frozenset(("minimum of", "maximum of", "minimo de", "maximo de"))


def _holds(tokens: Sequence[Token], language: str, quantity: Quantity, start: int, phrase: str) -> bool:
    """False where the words mean something else: "over five years" is a span, "crept up to 5%" an end, "de 12 hasta 15" a range."""
    previous = tokens[start - 1].norm if start > 0 else ""
    motion = _words(language, "motion")
    if (
        phrase.split(maxsplit=1)[0] in _APART
        and start > 0
        and (tokens[start - 1].kind == "n" or among(previous, ("%",), _words(language, "points")))
    ):
        return False  # "nine tenths above the 5.1% of December": so far from it
    if phrase.endswith(" que") and norm_at(tokens, start + phrase.count(" ") + 1) in ("los", "las", "el", "la"):
        return False  # "un 12% menos que los 1.950 de 2024": set beside them
    if phrase in _BOUNDS:
        led = previous if previous in _ARTICLES else norm_at(tokens, start - 2)
        return led in _ARTICLES and previous not in _TOLD_BOUND  # "a minimum of 12"; "its annual minimum of 4.6" is what it reached
    if phrase in ("as many as", "as much as"):
        return previous not in ("twice", "times", "half", "thrice")
    if phrase == _HASTA and previous == ",":
        return False
    if phrase == _HASTA and norm_at(tokens, start + 1) in ("un", "una") and start and tokens[start - 1].kind == "w":
        if previous not in _words(language, "points") and not tokens[start - 1].text.endswith(("ó", "ron")):
            return True  # "subirá hasta un 20%", "reduce hasta un 40%": by no more; but "subió hasta un 5%"
    if phrase in (_UP_TO, _HASTA):
        return previous not in motion and not (phrase == _HASTA and _arrives(tokens, start, motion, _words(language, "points")))
    if phrase == _OVER and (previous in _words(language, "disputes") or _blamed(tokens, language, quantity, start)):
        return False
    if phrase == _OVER and previous in _words(language, "phrasal") and quantity.unit not in DURATIONS:
        return False  # handed over 14 captives
    if phrase.startswith("dentro"):
        return quantity.unit in DURATIONS
    following = tokens[quantity.last].norm if quantity.last < len(tokens) else ""
    if phrase == _OVER and (quantity.unit in DURATIONS or following in _words(language, "periods")) and quantity.sort != "age":
        return previous in _words(language, "period_context")
    if phrase == _TOP:
        if start == 0 or tokens[start - 1].kind != "w" or previous in _words(language, "headed"):
            return False
        listed = tokens[start - 1].capital and not quantity.symbol and quantity.value <= 100  # "in the UK top 10"
        return quantity.number.digits and not listed
    if phrase in _words(language, "passing"):
        return quantity.value >= 10 and quantity.unit != "rank" and not following.endswith("s") and "the" not in (previous, following)
    if phrase == "sobre":
        return quantity.unit in ("percent", "°C") and previous not in ("mas",)
    if phrase.startswith("maximo") and previous == "record":
        return False
    if phrase == "mas o menos" and quantity.unit in ("percent", "percentage-point"):
        return False  # a margin of error
    if phrase.startswith(("mayor", "menor")) and start > 0:
        return tokens[start - 1].kind != "n" and previous not in _words(language, "determining")
    return True


def _blamed(tokens: Sequence[Token], language: str, quantity: Quantity, start: int) -> bool:
    """ "Jailed for six years over €1.1m theft", "quit last year over a £4m loan": what it was for, a sum that stands before its noun."""
    if not quantity.symbol or quantity.last >= len(tokens) or tokens[quantity.last].kind != "w" or start == 0:
        return False
    before = tokens[start - 1].norm
    if (
        tokens[quantity.last].norm in cues_of(language, "elision", "closers")
        or before in _words(language, "goes_on")
        or before[-3:] == "ing"
    ):
        return False
    disputes = _words(language, "disputes") | _words(language, "punished")
    for token in reversed(tokens[max(0, start - _CLAUSE) : start]):
        if token.kind == "p":
            return False
        if token.norm in disputes:
            return True
    return False


def _arrives(tokens: Sequence[Token], start: int, motion: frozenset[str], points: frozenset[str]) -> bool:
    """ "Subió dos puntos hasta el 5,2%", "trepó con fuerza hasta los 40": an end, behind what moves and by how much, or with an article."""
    parts = _words("es", "parts")
    told = start + 1 < len(tokens) and tokens[start + 1].norm in ("el", "la", "los", "las")
    if start and tokens[start - 1].norm in points:
        return True
    for token in reversed(tokens[max(0, start - _CLAUSE) : start]):
        if token.kind == "p" and token.text not in ("%", "€", "$"):
            return False
        told = told or token.kind == "n" or token.norm in points or token.norm in parts
        if token.norm in motion:
            return told
    return False


_APART = frozenset(["above", "below", "over", "under", "por"])
_CLAUSE = 9  # tokens back to the verb


def _after(tokens: Sequence[Token], language: str, quantity: Quantity) -> str:
    known, goes_on = _phrases(language, "after"), _words(language, "goes_on")
    for start in range(quantity.last, min(quantity.last + 3, len(tokens))):
        token = tokens[start]
        if token.norm in known:
            for length, kind in _phrases_at(tokens, known, start):
                if _ends(tokens, start, length):
                    return kind
        if token.text == "," and start > quantity.last and (later := _afterthought(tokens, known, start + 1)) is not None:
            return later
        if token.kind != "w" or token.norm in goes_on:
            return "exact"
    return "exact"


def _afterthought(tokens: Sequence[Token], known: Hedges, start: int) -> str | None:
    """ "40 families, more or less.": a hedge between commas behind what is counted."""
    for length, kind in _phrases_at(tokens, known, start):
        if start + length >= len(tokens) or tokens[start + length].kind == "p":
            return kind
    return None


def _phrases_at(tokens: Sequence[Token], known: Hedges, start: int) -> Iterator[tuple[int, str]]:
    """The hedges behind a figure that start at token `start`, longer ones first: how many tokens each has, and its modifier."""
    beside = known.get(norm_at(tokens, start))
    if beside is not None:
        for beyond in (norm_at(tokens, start + 1), ""):
            for phrase, kind in beside.get(beyond, ()):
                if follows(tokens, start, phrase):
                    yield len(phrase), kind


def _ends(tokens: Sequence[Token], start: int, length: int) -> bool:
    """True where what follows the words shows that they close the figure: "500 or more", not "500 or more than ..."."""
    phrase = " ".join(token.norm for token in tokens[start : start + length])
    following = tokens[start + length].norm if start + length < len(tokens) else ""
    if following in ("than", "que", "de", "del"):
        return False
    if phrase in ("al menos", "at least", "por lo menos", "como minimo", "como maximo", "minimum", "maximum", "at most"):
        return following in ("", ".", ",", ";", ")", ":", "”", '"', "»", "and", "y", "of", "in", "en")
    return True
