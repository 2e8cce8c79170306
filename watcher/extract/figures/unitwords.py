"""A number without a unit -> the unit that the words around it tell: its line's label, the subject's head, a quake, a rate of exchange."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from watcher import lexicon
from watcher.extract.figures.datelike import months
from watcher.extract.figures.evidence import Evidence
from watcher.extract.figures.quantities import DURATIONS, Quantity, units
from watcher.extract.neighbours import among, follows, hyphened, norm_at, word_lists
from watcher.extract.reading import Reading, Token

_WHOLE = 100
_OF, _SHARE = frozenset(("of", "de")), frozenset(("percentage", "porcentaje"))
_COLON = frozenset(":")
_NEAR = 16  # tokens back to the words that head a number
_LIFE = 100  # years of a sentence, at most
_TENTHS = 3  # code points of a magnitude as it is written: "7.1"
_WINDOW = 40  # tokens back that a rule looks for a word of its topic


def topic_unit(reading: Reading, quantity: Quantity, evidence: Evidence, *, ends: bool) -> str | None:
    """What the words around say without naming a unit: a quake "of 7.1", "multiplied by four", "3,912.4 to the dollar"; `ends` where
    nothing is counted behind it."""
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    first, last = quantity.first, quantity.last
    before, earlier = norm_at(tokens, first - 1), norm_at(tokens, first - 2)
    joined = before in cues["and"] and first > 1 and tokens[first - 2].kind == "n"  # aftershocks of 4.9 and 5.1
    of = before in cues["of"] or norm_at(tokens, first - 3) in cues["of"] or (earlier in cues["of"] and before in cues["skipped"])
    if quantity.number.digits and quantity.value < 10 and (joined or (of and (earlier in cues["magnitude"] or ends))):
        sentence = reading.sentences[reading.sentence_of[first]]
        if any(token.norm in cues["magnitude"] for token in tokens[max(sentence.first, first - 12) : first]) and "." in str(quantity.value):
            return "magnitude"
    if _of_magnitude(reading, quantity):
        return "magnitude"
    if ends and quantity.value < 0 and _tells_weather(reading, first):
        return "°C"
    if ends and before in units(reading.language).minus and among(earlier, cues["reads"], cues["from"]):
        quantity.value, quantity.first = -quantity.value, first - 1
        sentence = reading.sentences[reading.sentence_of[first]]
        return None if reading.holds(cues["ratings"], sentence.first, sentence.last) else "°C"  # "a net rating of minus 27"
    if before in cues["tall"] and quantity.number.digits and 1 < quantity.value < 3 and quantity.value % 1:
        return "m"
    if norm_at(tokens, last) in cues["ordered"] and before in cues["ordering"] and quantity.number.digits:
        return "rank"
    if ends and before in cues["adding"] and quantity.value < 20 and _of_match(reading, first):
        return "minute"
    if before in cues["by"] and earlier.startswith("multipl"):
        return "times"
    if before == "of" and earlier == "factor":
        return "times"
    if ends and before in cues["to"] and quantity.value <= _LIFE:
        if any(token.norm in cues["sentenced"] for token in tokens[max(0, first - 5) : first]):
            return "year"  # "condenado a siete"
    if ends and quantity.number.digits and 20 < quantity.value < 120:
        told = {token.norm for token in tokens[max(reading.sentences[reading.sentence_of[first]].first, first - _NEAR) : first]}
        if cues["lifetime"] <= told:  # a life expectancy of 83.2
            return "year"
    if quantity.number.digits and _exchanged(tokens, last, reading.language):
        sentence = reading.sentences[reading.sentence_of[first]]
        names = lexicon.load(f"{reading.language}/currencies")["words"]
        for token in reversed(tokens[max(sentence.first, first - _WINDOW) : first]):
            code = names.get(token.norm)
            if isinstance(code, str) and code not in ("USD", "EUR"):
                return evidence.peso if code == "peso" else code
    return None


def _of_magnitude(reading: Reading, quantity: Quantity) -> bool:
    """ "Put the magnitude at 6.4", "las magnitudes no cuadran: uno la fijó en 7,1 y otro la estimó en 7,0": a sentence that names it."""
    if not quantity.number.digits or not 1 < quantity.value < 10 or quantity.number.scale != 1:
        return False
    places = word_lists(reading.language, "elision")["magnitudes"]
    if not reading.where(places) or len(reading.tokens[quantity.last - 1].text) != _TENTHS:
        return False
    listed = quantity.first > 1 and reading.tokens[quantity.first - 2].kind == "n"  # 5.1, 4.8 and 4.4
    if not listed and not bare(reading.tokens, quantity, reading.language):
        return False
    sentence = reading.sentences[reading.sentence_of[quantity.first]]
    return any(token.norm in places for token in reading.tokens[sentence.first : quantity.first])


def _exchanged(tokens: Sequence[Token], at: int, language: str) -> bool:
    """ "To the dollar", "por dólar": behind what one of them costs in another money."""
    phrases = word_lists(language, "elision")["exchange"]
    if norm_at(tokens, at) not in _first_words(phrases):
        return False
    rate = f"{norm_at(tokens, at)} {norm_at(tokens, at + 1)} {norm_at(tokens, at + 2)}"
    return any(rate.startswith(phrase) for phrase in phrases)


@cache
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


def _tells_weather(reading: Reading, at: int) -> bool:
    """True where the sentence of token `at` speaks of warmth and cold."""
    sentence, words = reading.sentences[reading.sentence_of[at]], word_lists(reading.language, "elision")["weather"]
    return any(token.norm in words for token in reading.tokens[sentence.first : sentence.last])


def _of_match(reading: Reading, at: int) -> bool:
    """True where the sentence of token `at` is of a match: its referee added so many minutes."""
    sentence, cues = reading.sentences[reading.sentence_of[at]], word_lists(reading.language, "elision")["match"]
    return any(token.norm in cues for token in reading.tokens[sentence.first : sentence.last])


def subject_unit(reading: Reading, quantity: Quantity) -> str | None:
    """ "Los días de dolor pasaron de 11,6 a 4,9", "the average age rose from 31.7 to 35.2": the unit is the subject's head."""
    tokens, language = reading.tokens, reading.language
    cues = word_lists(language, "elision")
    if (
        not bare(tokens, quantity, language)
        or quantity.value == quantity.value.to_integral_value()
        or not among(lead(tokens, quantity.first, language), cues["from"], cues["to"])
    ):
        return None
    sentence = reading.sentences[reading.sentence_of[quantity.first]]
    start = sentence.first
    while start < min(quantity.first, sentence.first + 8) and tokens[start].kind != "w":
        start += 1
    for at in range(start, min(start + 8, quantity.first)):
        norm = tokens[at].norm
        if norm in cues["age"]:
            return "year"
        if tokens[at].kind == "n":
            return None
        for phrase, unit, factor in units(language).phrases.get(norm, ()):
            if unit in DURATIONS and factor == 1 and phrase == (norm,) and norm.endswith("s"):
                return unit
    return None


def bare(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """True where nothing is counted behind the number."""
    if quantity.last >= len(tokens):
        return True
    following = tokens[quantity.last]
    if following.gap > 1:
        return True  # a headline that ends with its number
    if following.text == "-" and hyphened(tokens, quantity.last):
        return False
    if (
        following.norm in ("de", "of", "del")
        and quantity.last + 1 < len(tokens)
        and (
            tokens[quantity.last + 1].norm in word_lists(language, "elision")["then"]
            or tokens[quantity.last + 1].norm in months(language)
            or (tokens[quantity.last + 1].kind == "n" and len(tokens[quantity.last + 1].text) == 4)
        )
    ):
        return True
    return following.kind == "p" or following.norm in word_lists(language, "elision")["closers"]


def label_unit(reading: Reading, quantity: Quantity) -> str | None:
    """ "Hectares burned: 40,000": the unit of a number that counts nothing stands in the label of the line."""
    tokens, at = reading.tokens, quantity.first - 1
    if not reading.holds(_COLON, at - 7, quantity.first):
        return None
    links = word_lists(reading.language, "elision")["label_links"]
    while at >= 0 and quantity.first - at < 8 and tokens[at].norm in links:
        at -= 1
    if at < 1 or tokens[at].text != ":":
        return None
    sentence = reading.sentences[reading.sentence_of[at]]
    first = sentence.first
    while first < min(at, sentence.first + 8) and tokens[first].kind == "p":
        first += 1
    for phrase, unit, factor in units(reading.language).phrases.get(tokens[first].norm, ()):
        if (
            factor == 1
            and len(phrase[-1]) > 2
            and phrase[-1].endswith("s")
            and unit not in ("percentage-point", "count", "peso", "$")
            and follows(tokens, first, phrase)
        ):
            return unit
    return None


def apart(tokens: Sequence[Token], at: int) -> str | None:
    """ "La Xunta eleva a 11.200 las hectáreas quemadas": a unit with its article at `at`, behind a number it does not belong to."""
    known = units("es").phrases.get(norm_at(tokens, at + 1), ())
    found = next((entry for entry in known if follows(tokens, at + 1, entry[0])), None)
    plain = found is None or found[2] != 1 or found[1] in DURATIONS or found[1] == "percentage-point"  # "14 los puntos de corte"
    return None if found is None or plain or not found[0][0].endswith("s") else found[1]


def named_share(reading: Reading, quantity: Quantity) -> str | None:
    """ "A pass percentage of 94.6", "un porcentaje de aprobados de 94,6": a share that its noun tells."""
    tokens, first = reading.tokens, quantity.first
    if not 0 < quantity.value <= _WHOLE or norm_at(tokens, first - 1) not in _OF:
        return None
    noun = next((at for at in range(first - 2, max(-1, first - 6), -1) if tokens[at].norm in _SHARE), None)
    return "percent" if noun is not None and all(token.kind == "w" for token in tokens[noun:first]) else None


def lead(tokens: Sequence[Token], first: int, language: str) -> str:
    """The word before the number, articles and hedges left out."""
    skipped, at = word_lists(language, "elision")["skipped"], first - 1
    while at > 0 and tokens[at].norm in skipped and first - at < 4:
        at -= 1
    return tokens[at].norm if at >= 0 else ""
