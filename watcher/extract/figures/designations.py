"""Quantities -> which are parts of names and references: Article 5, Boeing 737, COVID-19, 10 Downing Street, list numbers, telephones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from watcher.extract.figures.ellipsis import elliptic
from watcher.extract.figures.quantities import Quantity
from watcher.extract.neighbours import cues, glued, norm_at
from watcher.extract.reading import Reading, Token

_TOPIC = "exclusions"
_REACH = 16  # tokens back to the number that a parallel clause goes on from
_MARGIN = 12  # code points that may stand before the number of a list item
_SHORT = 300  # a headline in capitals is no longer than this
_COURT = 7  # tokens of a court's name
_STREET = 6  # tokens of a street's name
_DEGREES, _MINUTES, _WINDS = ("°", "º"), ("′", "'", "’", "″", '"', "”"), ("N", "S", "E", "W", "O")
_OPENING, _CLOSING, _TITLED = frozenset('“«"‘'), frozenset('”»"’'), 6
_OPENERS = frozenset((":", "?", "!", "¿", "¡", "“", "«", '"', "|"))  # behind them a capital says nothing
_TOUCHING = frozenset((".", ")", "]", "º"))  # behind the number of an item, and a dash
_BEHIND_ITEM = _TOUCHING | {"-", "–", "—"}
_INSIDE = frozenset("/_@#=&\\")
_SHORT_CODE = 9_999


@cache
def _phones() -> frozenset[str]:
    return cues("en", _TOPIC, "phones") | cues("es", _TOPIC, "phones")


@cache
def _lines() -> frozenset[str]:
    return cues("en", _TOPIC, "emergency_lines") | cues("en", _TOPIC, "helplines")


_HOURS = 24
_YOUNGEST = 9  # of whom teams are made


def helpline(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "Call 911", "en el 112"; and a number behind the word telephone."""
    before = tokens[quantity.first - 1].norm if quantity.first else ""
    if before in ("to", "al") and quantity.value > _SHORT_CODE and tokens[quantity.first].text.isdigit():
        if any(token.norm in _phones() for token in tokens[max(0, quantity.first - 5) : quantity.first]):
            return quantity.unit is None  # text CRIME to 88788
    if before in _phones() or (before == ":" and norm_at(tokens, quantity.first - 2) in _phones()):
        return quantity.number.digits and quantity.unit is None
    text = tokens[quantity.first].text
    if text not in _lines():
        return False
    if text in cues("en", _TOPIC, "emergency_lines") and norm_at(tokens, quantity.last) in cues("en", _TOPIC, "line_nouns"):
        return True
    if text not in cues("en", _TOPIC, "helplines") or before not in cues("en", _TOPIC, "dialling"):
        return False
    return quantity.last >= len(tokens) or tokens[quantity.last].kind == "p" or tokens[quantity.last].norm in cues("en", _TOPIC, "dialled")


def entitled(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "The new “Halo 3” game": the number that closes a name between marks."""
    first, last = quantity.first, quantity.last
    if quantity.unit is not None or last >= len(tokens) or tokens[last].text not in _CLOSING or not tokens[first - 1].capital:
        return False
    at = first - 1
    while at > 0 and at > first - _TITLED and tokens[at].kind == "w":
        at -= 1
    return tokens[at].text in _OPENING and tokens[at + 1].capital


def coordinate(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "12°34′N", "45° 10' W", "40.71° N": degrees and minutes of a place."""
    first, last = quantity.first, quantity.last
    if last >= len(tokens):
        return False
    following = tokens[last]
    if tokens[last - 1].text in _DEGREES:
        minutes = following.kind == "n" and norm_at(tokens, last + 1) in _MINUTES
        return minutes or (following.text in _WINDS and following.gap <= 1)
    return following.text in _MINUTES and glued(tokens, last) and tokens[first - 1].text in (*_DEGREES, *_MINUTES)


def code(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "The PIN is 1234", "código postal 28013", "ISBN: ...": digits that only identify."""
    text, at, links = tokens[quantity.first].text, quantity.first - 1, cues(language, _TOPIC, "code_links")
    if len(text) < 3 or not text.isdigit() or quantity.last != quantity.first + 1:
        return False
    at -= at > 0 and len(tokens[at].text) < len(text) and tokens[at].text.isupper() and tokens[at].text.isalpha()  # "placa M 221075"
    while at > 0 and quantity.first - at < 5 and tokens[at].norm in links:
        at -= 1
    return norm_at(tokens, at) in cues(language, _TOPIC, "codes")


def lettered(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "Seat 14C", "puerta 3B": a place, however its letter looks like a unit."""
    return norm_at(tokens, quantity.first - 1) in cues(language, _TOPIC, "lettered")


def subsection(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "Section 3(2)": a paragraph of one."""
    first = quantity.first
    if norm_at(tokens, quantity.last) != ")" or tokens[first - 1].text != "(":
        return False
    return first > 1 and glued(tokens, first - 1) and tokens[first - 2].kind == "n"


def docket(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "No. 23-719": a number that goes on behind a dash is a reference, as is that of a court: "juzgado de Instrucción número 4"."""
    first, last = quantity.first, quantity.last
    if language == "es" and tokens[first].norm in ("numero", "no", "n") and first:
        courts, at = cues("es", _TOPIC, "courts"), first - 1
        while at > 0 and first - at < _COURT and tokens[at].norm not in courts and (tokens[at].capital or tokens[at].norm in ("de", "lo")):
            at -= 1  # "Juzgado de lo Contencioso número 3"
        return tokens[at].norm in courts
    return norm_at(tokens, last) in ("-", "/") and glued(tokens, last) and glued(tokens, last + 1)


def shirt(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "The No. 9 shirt": a number that somebody or something wears."""
    return norm_at(tokens, quantity.last) in cues(language, _TOPIC, "worn")


def numbered(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "Season six", "chapter two", "fase tres": a number word behind what is numbered."""
    return quantity.unit is None and norm_at(tokens, quantity.first - 1) in cues(language, _TOPIC, "numbered") and quantity.value < 100


def list_number(reading: Reading, quantity: Quantity) -> bool:
    """The number of an item at the start of its line: "1. ", "2) "; the hour of a post: "17.40 Evening summary"."""
    tokens, at = reading.tokens, quantity.first
    text, following = tokens[at].text, norm_at(tokens, quantity.last)
    if text[-3:-2] == "." and len(text) in (4, 5) and quantity.last == at + 1 < len(tokens):
        hour = text[-2:] < "60" and quantity.value < _HOURS and tokens[at + 1].kind == "w" and tokens[at + 1].capital
        if hour and reading.starts[at] == reading.paragraphs[reading.sentences[reading.sentence_of[at]].paragraph].start:
            return True
    if following not in _BEHIND_ITEM or quantity.value > 99 or quantity.last != at + 1:
        return False
    paragraph = reading.paragraphs[reading.sentences[reading.sentence_of[at]].paragraph]
    if reading.starts[at] - paragraph.start > _MARGIN or reading.text[paragraph.start : reading.starts[at]].strip(" #*-•>(["):
        return False
    return (tokens[quantity.last].gap == 0) == (following in _TOUCHING)


def inside_word(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """A number inside a name, an address or a reference: COVID-19, F-16, 4x4, @user99, 1/2024, example.org/7."""
    first, last = quantity.first, quantity.last
    if glued(tokens, first):
        before = tokens[first - 1]
        if before.text == "+" and first > 1 and tokens[first - 2].kind == "n" and glued(tokens, first - 1):
            return True  # a family ticket (2+2)
        if (before.kind == "w" and quantity.unit is None) or before.text in _INSIDE:
            return True
        earlier = tokens[first - 2] if first > 1 and glued(tokens, first - 1) else None
        if earlier is not None and before.text in ("-", "–") and earlier.kind == "w":
            young = earlier.norm == "sub" and quantity.unit is None and quantity.value > _YOUNGEST  # "la final sub-23"
            return young or earlier.norm not in cues("en", _TOPIC, "prefixes")
        if earlier is not None and before.text == ":" and earlier.kind == "w":
            return earlier.text.isupper()
        if earlier is not None and before.text in (".", ",") and earlier.kind != "p":  # example.org/7, PM2,5
            return True
    if not glued(tokens, last):
        return False
    after = tokens[last]
    if after.kind == "w":
        return after.norm != "'s"
    if after.text == "/" and quantity.unit is not None:  # 32 €/MWh
        return False
    if after.text == "+" and last + 1 < len(tokens) and tokens[last + 1].kind == "n" and glued(tokens, last + 1):
        return True
    return after.text in _INSIDE - {"#"} or (after.text == "." and glued(tokens, last + 1) and tokens[last + 1].kind != "p")


def proper(reading: Reading, quantity: Quantity) -> bool:
    """A number word written with a capital inside a sentence, beside another capital: Seven Oaks, Tres Arroyos, El Nueve."""
    tokens, language, first, last = reading.tokens, reading.language, quantity.number.first, quantity.last
    if first == 0 or not tokens[first].capital or tokens[first].text.isupper() or _opens_sentence(reading, first):
        return False
    before = tokens[first - 1]
    if before.text in ("El", "La", "The"):
        return True
    if language == "es" and before.kind == "w":
        return True
    if before.norm == "'s" and tokens[first - 2].capital:
        return first > 1
    return before.kind == "w" and before.text[0].islower() and last < len(tokens) and tokens[last].kind == "w" and tokens[last].capital


def part_of_name(reading: Reading, quantity: Quantity) -> bool:
    """Digits behind a designator or a capitalised name, with nothing counted behind: Article 5, Boeing 737, Apollo 11."""
    tokens, language, at = reading.tokens, reading.language, quantity.first
    before = tokens[at - 1] if at else None
    following = tokens[quantity.last] if quantity.last < len(tokens) else None
    placed = (following is not None and following.capital) or (before is not None and before.norm == "al")
    if placed and _address(tokens, quantity, language):
        return True
    if before is None:
        return False
    if before.text == "§" or (before.text == "," and _house(tokens, at, language)):
        return True
    if before.text in (".", "°", "º"):
        initial = at > 1 and len(tokens[at - 2].text) == 1 and tokens[at - 2].text.isupper() and not _opens_sentence(reading, at - 2)
        return glued(tokens, at - 1) and (initial or norm_at(tokens, at - 2) in cues(language, _TOPIC, "abbreviated"))
    if before.kind != "w" or (quantity.unit is None and quantity.named_unit):  # circles Earth 15 times
        return False
    counted = following is not None and following.kind == "w" and _plural(following, language)
    if before.norm in cues(language, _TOPIC, "designators"):
        return _designated(before, language, counted=counted)
    if counted or not before.capital or tokens[at].gap > 1 or len(tokens[at].text) > 4:
        return False
    answers = at > 2 and tokens[at - 2].text == "." and tokens[at - 3].text in ("P", "R", "Q", "A")  # R. Quedamos 14
    if answers or (at > 1 and tokens[at - 2].text in _OPENERS):
        return False
    if _shouting(reading, at) or _opens_sentence(reading, at - 1) or _title_case(reading, at):
        return False  # capitals that say nothing
    if following is not None and following.capital:
        return True
    return not _listing(tokens, quantity) and not _parallel(reading, quantity)


def _designated(before: Token, language: str, *, counted: bool) -> bool:
    """A designator names by its number, but a common noun in lower case may also count: "day 3", "in that case 40 people"."""
    if not before.text.islower():
        return True
    if before.norm in cues(language, _TOPIC, "weak_designators"):
        return False
    return not counted or before.norm in cues(language, _TOPIC, "strong_designators")


def _listing(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "Chile 40, Peru 35": names each with their count."""
    following = norm_at(tokens, quantity.last)
    if following in (",", "and", "y", ";"):
        window = tokens[quantity.last + 1 : quantity.last + 5]
        return any(a.capital and b.kind == "n" for a, b in pairwise(window))
    back = tokens[max(0, quantity.first - 5) : quantity.first - 1]
    linked = any(a.kind == "n" and b.norm in (",", ";", "and", "y") for a, b in pairwise(back))
    return linked and len(tokens[quantity.first].text) != 4


def _parallel(reading: Reading, quantity: Quantity) -> bool:
    """ "Labour won 411 seats; the Tories 121": a name with its count, in a clause that leaves out what a number before counted."""
    tokens, first = reading.tokens, quantity.first
    start = max(reading.sentences[reading.sentence_of[first]].first, first - _REACH)
    number = next((at for at in range(first - 2, start - 1, -1) if tokens[at].kind == "n" and not _yearlike(tokens[at].text)), None)
    return number is not None and elliptic(tokens, number + 1, first, quantity.last, reading.language)


def _yearlike(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def _address(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """ "10 Downing Street"; "Rivadavia al 300"."""
    at = quantity.first
    if language == "es" and norm_at(tokens, at - 1) == "al" and quantity.value % 50 == 0 and at > 1 and tokens[at - 2].capital:
        return not (quantity.last < len(tokens) and tokens[quantity.last].kind == "w" and _plural(tokens[quantity.last], language))
    streets = cues(language, _TOPIC, "streets")
    for here in range(quantity.last, min(quantity.last + 4, len(tokens))):
        token = tokens[here]
        if token.kind != "w" or not token.capital:
            return False
        if here > quantity.last and token.norm in streets:
            return True
    return False


def _house(tokens: Sequence[Token], at: int, language: str) -> bool:
    """ "Calle Mayor, 14": a number behind the comma of a street's name."""
    for here in range(at - 2, max(-1, at - 2 - _STREET), -1):
        if tokens[here].norm in cues(language, _TOPIC, "roads"):
            return here < at - 2
        if not tokens[here].capital and tokens[here].norm not in ("de", "del", "la", "los", "las", "el"):
            return False
    return False


def _plural(token: Token, language: str) -> bool:
    """A guess that the word is a plural noun, so that the number before it counts."""
    norm = token.norm
    if norm in cues(language, _TOPIC, "people"):
        return True
    return norm.endswith("s") and not norm.endswith(("ss", "'s", "us", "is")) and norm not in cues(language, _TOPIC, "no_plurals")


def _shouting(reading: Reading, at: int) -> bool:
    """True in a line all in capitals."""
    if not reading.tokens[at - 1].text.isupper() or len(reading.tokens[at - 1].text) < 5:
        return False
    paragraph = reading.paragraphs[reading.sentences[reading.sentence_of[at]].paragraph]
    return paragraph.end - paragraph.start < _SHORT and reading.text[paragraph.start : paragraph.end].isupper()


def _opens_sentence(reading: Reading, at: int) -> bool:
    """True where the token opens its sentence, behind marks at most."""
    first = reading.sentences[reading.sentence_of[at]].first
    return at - first < 5 and all(token.kind == "p" for token in reading.tokens[first:at])


def _title_case(reading: Reading, at: int) -> bool:
    """True in a headline where most words have a capital."""
    sentence = reading.sentences[reading.sentence_of[at]]
    if reading.paragraphs[sentence.paragraph].kind != "headline" or sentence.last - sentence.first > 40:
        return False
    long = [token for token in reading.tokens[sentence.first : sentence.last] if token.kind == "w" and len(token.text) > 3]
    return len(long) >= 3 and sum(token.capital for token in long) > 0.7 * len(long)
