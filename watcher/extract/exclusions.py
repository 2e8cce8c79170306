"""Tokens -> which numbers are no figures: calendar dates, years, clock times, names, references, list numbers, scores, idioms.

`calendar` marks tokens before any number is read; `excluded` judges a quantity with its surroundings.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from watcher import lexicon
from watcher.extract.numbers import follows, glued, words
from watcher.extract.quantities import DURATIONS, Quantity
from watcher.extract.reading import DateMention, Reading, Token

_DASHES = ("-", "–", "—")
_CLOSERS = ("", ".", ",", ";", ":", ")", "]", "”", '"', "»", "’", "?", "!", "—", "–")


@cache
def _set(language: str, name: str) -> frozenset[str]:
    return frozenset(lexicon.load(f"{language}/exclusions")[name])


@cache
def _idioms(language: str) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Number word -> the idioms it stands in, each with the place of the number in it."""
    table: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for text in lexicon.load(f"{language}/exclusions")["idioms"]:
        if text.endswith("  "):  # kept in the list as a reminder that it is a figure
            continue
        parts = text.split()
        place = next((index for index, part in enumerate(parts) if part.startswith("[")), 0)
        phrase = tuple(part.strip("[]") for part in parts)
        forms = {phrase[place]}
        if language == "es" and phrase[place].endswith(("o", "a")):
            forms |= {phrase[place][:-1] + ending for ending in ("o", "a", "os", "as", "")}
        for form in forms:
            table.setdefault(form, []).append((place, (*phrase[:place], form, *phrase[place + 1 :])))
    return table


@cache
def months(language: str) -> frozenset[str]:
    """Months in any language: a post quoted in another keeps its own date line; `language` only keys the cache."""
    return frozenset(month for each in lexicon.LANGUAGES for month in lexicon.load(f"{each}/exclusions")["months"]) - (frozenset(("ago", "mar")) if language == "en" else frozenset())


def calendar(reading: Reading, dates: Sequence[DateMention]) -> bytearray:
    """One byte a token: 1 where it belongs to a date or a time of day, and no number may be read."""
    tokens, language = reading.tokens, reading.language
    taken = bytearray(len(tokens))
    for at in range(_front_matter(reading)):
        taken[at] = 1
    for date in dates:
        for at in range(date.first, date.last):
            taken[at] = 1
    for at, token in enumerate(tokens):
        if token[4] == "n" and not taken[at]:
            _mark(tokens, at, language, taken)
    return taken


def _front_matter(reading: Reading) -> int:
    """How many tokens the block of settings holds that some files open with, between two lines of dashes."""
    text, start = reading.text, reading.start
    if not text.startswith("---\n", start):
        return 0
    end = text.find("\n---", start + 4, min(reading.end, start + 4000))
    return sum(token.start < end for token in reading.tokens[:2000]) if end > 0 else 0


def _mark(tokens: Sequence[Token], at: int, language: str, taken: bytearray) -> None:
    text = tokens[at].text
    if _numeric_date(tokens, at, taken) or _clock(tokens, at, language, taken):
        return
    if not (text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31):
        return
    names = months(language)
    following = _norm(tokens, at + 1)
    step = at + 1
    if language == "es" and any(follows(tokens, at + 1, phrase) for phrase in _THIS_MONTH):
        taken[at] = 1
        return
    if following in ("th", "st", "nd", "rd", "o") and glued(tokens, at + 1):
        step, following = at + 2, _norm(tokens, at + 2)
    if following in _set(language, "month_link"):
        step, following = step + 1, _norm(tokens, step + 1)
    if following in names and (following in _set(language, "months") or tokens[step].text[0].isupper()) and tokens[step].start - tokens[step - 1].end <= 1:
        for index in range(at, step + 1):
            taken[index] = 1
        _days_before(tokens, at, language, taken)
        return
    before = at - 1
    if _norm(tokens, before) == "." and glued(tokens, before):
        before -= 1
    if _norm(tokens, before) == "the":
        before -= 1
    if before >= 0 and tokens[before].norm in _set("en", "months") and tokens[before].text[0].isupper() and _norm(tokens, at + 1) not in ("%", "percent", "per"):
        for index in range(before, at + 1):
            taken[index] = 1
        _days_after(tokens, at, language, taken)
    elif before >= 0 and tokens[before].norm in _set(language, "weekdays") and _date_end(tokens, at + 1, language):
        taken[at] = 1


_THIS_MONTH = tuple(tuple(text.split()) for text in ("del mismo mes", "de este mes", "del mes", "del corriente", "de cada mes", "del presente", "del proximo mes", "del pasado mes"))


def _days_before(tokens: Sequence[Token], at: int, language: str, taken: bytearray) -> None:
    """The other days of "3, 4 y 5 de mayo", "from 14 to 18 November"."""
    links, here = _set(language, "day_links"), at - 1
    while here > 0 and at - here <= 4:
        token = tokens[here]
        if token.kind == "n":
            if not (token.text.isdigit() and len(token.text) <= 2 and int(token.text) <= 31):
                return
            if language == "en" and _norm(tokens, here + 1) == "," :
                return
            for index in range(here, at):
                taken[index] = 1
            at = here
        elif token.norm not in links:
            return
        here -= 1


def _days_after(tokens: Sequence[Token], at: int, language: str, taken: bytearray) -> None:
    """The second day of "November 14 to 18", "March 3 and 5"."""
    here = at + 2
    if here >= len(tokens) or tokens[here].kind != "n" or tokens[at + 1].norm not in ("to", "-", "–", "—", "and", "or", "&", "through"):
        return
    text = tokens[here].text
    if not (text.isdigit() and len(text) <= 2 and int(text) <= 31):
        return
    following = tokens[here + 1] if here + 1 < len(tokens) else None
    if following is not None and following.kind == "w" and following.norm not in ("in", "at", "and", "to", "for", "with", "by", "or", "of", "on", "from"):
        return
    if following is not None and following.text == "%":
        return
    taken[at + 1] = taken[here] = 1


def _numeric_date(tokens: Sequence[Token], at: int, taken: bytearray) -> bool:
    """16/11/2025, 2025-11-16, 16.11.2025 and the shorter 9/11: runs of digits held together by one sign."""
    if at and glued(tokens, at) and tokens[at - 1].text in "/" and at > 1 and tokens[at - 2].kind == "n":
        return bool(taken[at])
    if at + 2 < len(tokens) and glued(tokens, at + 1) and glued(tokens, at + 2) and tokens[at + 2].kind == "n":
        sign = tokens[at + 1].text
        if sign == "/" and _norm(tokens, at + 3) in ("of", "de", "del") and _norm(tokens, at + 4) not in months(""):
            return False
        third = at + 4 < len(tokens) and glued(tokens, at + 3) and glued(tokens, at + 4) and tokens[at + 4].kind == "n" and tokens[at + 3].text == sign
        if sign == "/" or (sign in "-–." and third):
            for index in range(at, at + (5 if third else 3)):
                taken[index] = 1
            return True
    return tokens[at].text.count(".") == 2 and len(tokens[at].text.rsplit(".", 1)[1]) == 4


def _clock(tokens: Sequence[Token], at: int, language: str, taken: bytearray) -> bool:
    """11:30, 10.30am, 7 p.m., 20.30 horas, a las 7."""
    if at + 2 < len(tokens) and tokens[at + 1].text == ":" and glued(tokens, at + 1) and glued(tokens, at + 2) and tokens[at + 2].kind == "n":
        end = at + 3
        while end + 1 < len(tokens) and tokens[end].text == ":" and glued(tokens, end) and glued(tokens, end + 1) and tokens[end + 1].kind == "n":
            end += 2
        for index in range(at, end):
            taken[index] = 1
        return True
    if is_clock(tokens, at, at + 1, language):
        taken[at] = 1
        return True
    return False


@cache
def _clock_parts(language: str) -> dict[str, list[tuple[str, ...]]]:
    """First word -> the phrases behind an hour."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for text in lexicon.load(f"{language}/exclusions")["clock_parts"]:
        table.setdefault(text.split()[0], []).append(tuple(text.split()))
    return table


@cache
def _phones() -> frozenset[str]:
    return _set("en", "phones") | _set("es", "phones")


def is_clock(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """True where the number `[first, last)`, in digits or words, is a time of day."""
    following = _norm(tokens, last)
    digits = tokens[first].text if last == first + 1 else ""
    whole, _, part = digits.replace(",", ".").partition(".")
    if digits and not ((whole.isdigit() and len(whole) <= 2 and int(whole) <= 24 and (not part or (len(part) == 2 and int(part) < 60))) or len(whole) == 4):
        return False
    if following in _set(language, "clock_after") and (following not in ("hs", "hrs", "et", "pt") or part or _norm(tokens, first - 1) in ("las", "la", "at", "by")):
        return True
    if any(follows(tokens, last, phrase) for phrase in _clock_parts(language).get(following, ())) and not (language == "es" and following == "y" and _norm(tokens, first - 1) not in ("las", "la")):
        return True
    if language == "es" and _norm(tokens, first - 1) in ("las", "la"):
        if following in ("horas", "h", "hs"):
            return True
        opener = _norm(tokens, first - 2)
        if opener in ("a", "desde", "hacia", "sobre", "hasta", "de", "entre", "pasadas", "y") and (tokens[last].kind == "p" if last < len(tokens) else True) and following not in ("%", "€", "$"):
            return digits == "" or int(whole) <= 24
        return opener in ("a", "desde", "hacia") and following in ("del", "y", "de", "en", "hasta", "con", "cuando", "para", "a", "por") and (not digits or len(whole) <= 2)
    return language == "es" and following in ("horas", "h") and bool(part)


def _date_end(tokens: Sequence[Token], at: int, language: str) -> bool:
    return at >= len(tokens) or (tokens[at].kind == "p" and tokens[at].text != "%") or tokens[at].norm in ("de", "a", "y", "al", "en", "at", "and", "to", "se", "el", "la", "por", "con", "los", "las", "fue", "que", "un", "una")


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


# --- judging a quantity -----------------------------------------------------------------------------------------------


def excluded(reading: Reading, quantity: Quantity) -> bool:
    """True where the quantity is no figure by its surroundings."""
    tokens, language = reading.tokens, reading.language
    number = quantity.number
    if _helpline(tokens, quantity) or (quantity.unit == "rank" and _norm(tokens, quantity.last) in _SHIRTS):
        return True
    if number.kind == "multiple" and number.bare and not _multiple_fits(tokens, quantity, language):
        return True
    if _idiom(tokens, number.first, number.last, language):
        return True
    if number.digits:
        return _digits_excluded(reading, quantity)
    if number.kind == "cardinal" and number.value == 1 and number.last == number.first + 1:
        return not _one_counts(tokens, quantity, language)
    if number.kind == "ordinal":
        return _ordinal_excluded(tokens, quantity, language)
    if number.kind == "cardinal":
        return _designated_word(tokens, quantity, language) or is_clock(tokens, number.first, number.last, language) or _o_clock(tokens, number.last) or _proper(tokens, quantity)
    return False


_SHIRTS = frozenset(["shirt", "jersey", "camiseta", "dorsal", "bus", "train", "tram", "line"])
_HELPLINES = frozenset(["112", "911", "999", "123", "133", "131", "132", "066", "088", "105", "106", "116", "061", "062", "091", "101", "107", "100", "144", "111"])


def _helpline(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """"Call 911", "en el 112"; and a number behind the word telephone."""
    before = _norm(tokens, quantity.first - 1)
    if before in _phones() or (before == ":" and _norm(tokens, quantity.first - 2) in _phones()):
        return quantity.number.digits and quantity.unit is None
    bare = quantity.last >= len(tokens) or tokens[quantity.last].kind == "p" or tokens[quantity.last].norm in ("y", "o", "and", "or", "if", "si", "para", "to", "emergency", "call")
    return tokens[quantity.first].text in _HELPLINES and before in ("el", "al", "dial", "dialling", "call", "called", "linea", "ring") and bare


def _o_clock(tokens: Sequence[Token], at: int) -> bool:
    return _norm(tokens, at) in ("o'clock", "oclock")


def _proper(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """A number word written with a capital inside a sentence, beside another capital: Seven Oaks, Tres Arroyos."""
    first, last = quantity.number.first, quantity.last
    if not tokens[first].text[0].isupper() or first == 0:
        return False
    before = tokens[first - 1]
    if before.text in ("El", "La", "The"):
        return True
    inside = before.kind == "w" and before.text[0].islower()
    following = tokens[last] if last < len(tokens) else None
    return inside and following is not None and following.kind == "w" and following.text[0].isupper()


def _designated_word(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """"Season six", "chapter two", "fase tres": a number word behind what is numbered."""
    return quantity.unit is None and _norm(tokens, quantity.first - 1) in _set(language, "numbered") and quantity.value < 100


def _digits_excluded(reading: Reading, quantity: Quantity) -> bool:
    tokens, language = reading.tokens, reading.language
    return (
        _list_number(reading, quantity)
        or (not quantity.symbol and _glued_to_word(tokens, quantity))
        or (quantity.unit is None and quantity.number.scale == 1 and (is_year(tokens, quantity, language) or _name_part(reading, quantity)))
        or (quantity.unit in DURATIONS and quantity.unit != "year" and _designated(tokens, quantity, language) and not tokens[quantity.first].text == "-" and False)
        or (quantity.number.kind == "ordinal" and _ordinal_excluded(tokens, quantity, language))
        or _score(tokens, quantity)
        or _decade(tokens, quantity, language)
    )


def _list_number(reading: Reading, quantity: Quantity) -> bool:
    """The number of an item at the start of its line: "1. ", "2) "."""
    tokens, at = reading.tokens, quantity.first
    sentence = reading.sentences[reading.sentence_of[at]] if at < len(reading.sentence_of) else None
    if sentence is None or quantity.value > 99:
        return False
    paragraph = reading.paragraphs[sentence.paragraph]
    opening = reading.text[paragraph.start : tokens[at].start].strip(" #*-•>([") == ""
    following = _norm(tokens, quantity.last)
    if opening and following in (".", ")", "]", "º") and glued(tokens, quantity.last) and quantity.last == at + 1:
        return True
    return opening and following in ("-", "–", "—") and not glued(tokens, quantity.last)


def _glued_to_word(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """A number inside a name, an address or a reference: COVID-19, F-16, 4x4, @user99, 1/2024, example.org/7."""
    first, last = quantity.first, quantity.last
    if glued(tokens, first):
        before = tokens[first - 1]
        if before.kind == "w" and quantity.unit is None:
            return True
        if before.text in "/_@#=&\\+" and before.text not in ("+",):
            return True
        if before.text in ("-", "–") and first > 1 and glued(tokens, first - 1) and tokens[first - 2].kind == "w":
            prefix = tokens[first - 2].norm
            return prefix not in ("under", "over", "sub", "aged", "mid", "pre", "post", "to", "top", "plus", "minus")
        if before.text == ":" and first > 1 and glued(tokens, first - 1) and tokens[first - 2].kind == "w" and tokens[first - 2].text.islower() is False:
            return tokens[first - 2].text.isupper()
        if before.text == "." and first > 1 and glued(tokens, first - 1) and tokens[first - 2].kind in ("w", "n"):
            return True
    if glued(tokens, last):
        after = tokens[last]
        if after.kind == "w" and after.norm not in ("'s",):
            return True
        if after.text in "/_@=&\\":
            return True
        if after.text == "." and glued(tokens, last + 1) and tokens[last + 1].kind in ("w", "n"):
            return True
    return False


def is_year(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """A plain run of four digits between 1400 and 2150 that counts nothing."""
    at = quantity.number.first
    text = tokens[at].text
    if quantity.number.last != at + 1 or len(text) != 4 or not text.isdigit() or not 1400 <= int(text) <= 2150:
        return False
    following, before = _norm(tokens, at + 1), _norm(tokens, at - 1)
    if before in ("some", "about", "unos", "unas", "than", "almost", "nearly", "least", "casi", "total"):
        return False
    return not (following in _set(language, "people") and before not in ("the", "el", "del", "in", "en"))


def _designated(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    return _norm(tokens, quantity.first - 1) in _set(language, "designators")


def _name_part(reading: Reading, quantity: Quantity) -> bool:
    """Digits behind a designator or a capitalised name, with nothing counted behind: Article 5, Boeing 737, Apollo 11, 10 Downing Street."""
    tokens, language, at = reading.tokens, reading.language, quantity.first
    before = tokens[at - 1] if at else None
    following = tokens[quantity.last] if quantity.last < len(tokens) else None
    if _address(tokens, quantity, language):
        return True
    if language == "es" and before is not None and before.norm == "al" and quantity.value % 50 == 0 and at > 1 and tokens[at - 2].kind == "w" and tokens[at - 2].text[0].isupper() and not (following is not None and following.kind == "w" and _plural(following, language)):
        return True
    if before is None or (before.kind != "w" and before.text not in (".", "°", "º")):
        return False
    if before.text in (".", "°", "º"):
        abbreviation = _norm(tokens, at - 2)
        return glued(tokens, at - 1) and abbreviation in ("art", "arts", "no", "nro", "num", "n", "av", "sec", "p", "pp", "fig", "vol", "ch", "st") and quantity.unit is None
    counted = following is not None and following.kind == "w" and _plural(following, language)
    if before.norm in _set(language, "designators"):
        if before.text[0].islower() and counted and before.norm not in ("day", "km", "kilometro", "page", "pagina", "article", "articulo"):
            return False
        if before.norm in ("day", "week", "no", "case", "game", "line", "class", "count", "note", "model", "well", "mine", "engine", "round", "act", "bill", "law", "casa", "camara", "mesa", "fecha", "causa", "lista", "super", "question", "area", "world") and before.text[0].islower():
            return before.norm in ("day", "week", "round", "game", "line", "class", "question", "area", "fecha") and not counted
        return not (counted and at > 1 and tokens[at - 2].norm in ("the", "in") and False)
    if not before.text[0].isupper() or (before.text.isupper() and len(before.text) > 4 and _shouting(reading, at)):
        return False
    if tokens[at].start - before.end > 1 or counted or len(tokens[at].text) > 4:
        return False
    if _sentence_start(reading, at - 1) or _title_case(reading, at):
        return False
    if following is not None and following.kind == "w" and following.text[0].isupper() and not counted:
        return True
    return (following is None or following.kind == "p" or following.text[0].islower()) and not _listing(tokens, quantity)


def _listing(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """"Chile 40, Peru 35": names each with their count, and "Brandt 46 to ..."."""
    following = _norm(tokens, quantity.last)
    if following in (",", "and", "y", ";") and quantity.last + 2 < len(tokens):
        window = tokens[quantity.last + 1 : quantity.last + 5]
        return any(a.kind == "w" and a.text[0].isupper() and b.kind == "n" for a, b in zip(window, window[1:], strict=False))
    back = tokens[max(0, quantity.first - 5) : quantity.first - 1]
    return any(a.kind == "n" and (b.text in (",", ";") or b.norm in ("and", "y")) for a, b in zip(back, back[1:], strict=False)) and not (len(tokens[quantity.first].text) == 4)


def _address(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    streets = _set(language, "streets")
    for at in range(quantity.last, min(quantity.last + 4, len(tokens))):
        token = tokens[at]
        if token.kind != "w" or not token.text[0].isupper():
            return False
        if at > quantity.last and token.norm in streets:
            return True
    return False


def _plural(token: Token, language: str) -> bool:
    """A guess that the word is a plural noun, so that the number before it counts."""
    norm = token.norm
    if norm in _set(language, "people"):
        return True
    if language == "en":
        return norm.endswith("s") and not norm.endswith(("ss", "'s", "us", "is")) and norm not in ("was", "has", "does", "says", "as", "this", "its", "his", "is", "plans", "goes", "takes", "gets", "remains", "becomes", "comes", "makes")
    return norm.endswith("s") and norm not in ("es", "las", "los", "sus", "tras", "mas", "menos", "nos", "les", "desde", "entonces", "antes", "despues", "es")


def _shouting(reading: Reading, at: int) -> bool:
    paragraph = reading.paragraphs[reading.sentences[reading.sentence_of[at]].paragraph]
    text = reading.text[paragraph.start : paragraph.end]
    return text.isupper()


def _sentence_start(reading: Reading, at: int) -> bool:
    """True where the token opens its sentence, so that its capital says nothing."""
    sentence = reading.sentences[reading.sentence_of[at]]
    first = sentence.first
    while first < at and reading.tokens[first].kind == "p":
        first += 1
    return first == at


def _title_case(reading: Reading, at: int) -> bool:
    """True in a headline where most words have a capital."""
    sentence = reading.sentences[reading.sentence_of[at]]
    if reading.paragraphs[sentence.paragraph].kind != "headline" or sentence.last - sentence.first > 40:
        return False
    long = [token for token in reading.tokens[sentence.first : sentence.last] if token.kind == "w" and len(token.text) > 3]
    return len(long) >= 3 and sum(token.text[0].isupper() for token in long) > 0.7 * len(long)


def _score(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Either side of "2-1", "52-48", "6-4 6-3": digits joined by a dash that count nothing. Ranges were joined before."""
    if quantity.merged or quantity.unit is not None:
        return False
    first, last = quantity.first, quantity.last
    right = last + 1 < len(tokens) and tokens[last].text in _DASHES and glued(tokens, last) and glued(tokens, last + 1) and tokens[last + 1].kind == "n"
    left = first >= 2 and tokens[first - 1].text in _DASHES and glued(tokens, first - 1) and glued(tokens, first) and tokens[first - 2].kind == "n"
    if right and tokens[first - 1].text == ":" and quantity.value >= 10:
        return False
    return right or left


def _decade(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """"The 1990s", "in his 60s", "los años 90"."""
    if glued(tokens, quantity.last) and _norm(tokens, quantity.last) in _set(language, "decades"):
        return _norm(tokens, quantity.first - 1) not in ("-", "under", "over", "the") or quantity.value > 150 or _norm(tokens, quantity.first - 2) not in ("under", "over")
    if language == "es" and quantity.unit is None and quantity.value in (20, 30, 40, 50, 60, 70, 80, 90):
        return _norm(tokens, quantity.first - 1) in ("anos",) or (_norm(tokens, quantity.first - 1) == "los" and _norm(tokens, quantity.first - 2) in ("de", "en") and _norm(tokens, quantity.last) in _CLOSERS and False)
    return False


def _idiom(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    if last - first > 1:
        if last - first > 2 or tokens[first].norm not in words(language).articles:
            return False
        first += 1
    entries = _idioms(language).get(tokens[first].norm)
    for place, phrase in entries or ():
        if follows(tokens, first - place, phrase) if first >= place else False:
            return True
    return False


_NOT_COUNTED = frozenset(
    ["of", "who", "that", "which", "can", "could", "might", "must", "should", "would", "will", "may", "has", "have", "had", "is", "was", "are", "were", "and", "or", "another", "but", "if", "when", "then", "than", "to", "for", "in", "on", "at", "by", "with", "from", "as", "else", "so", "because", "while", "thing", "way", "day", "morning", "evening", "night", "such", "the", "a", "an", "it", "he", "she", "they", "i", "we", "you"]
)


def _one_counts(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """"One" counts before a noun or what befell them ("one killed"); Spanish "un" only before a unit or in a count of persons."""
    following = tokens[quantity.last] if quantity.last < len(tokens) else None
    before = _norm(tokens, quantity.first - 1)
    if language == "es":
        if quantity.named_unit:
            return (quantity.unit not in DURATIONS and quantity.unit not in ("rank",) and _norm(tokens, quantity.last) not in ("por", "de")) or quantity.value != 1
        return following is not None and (
            (following.norm in _CASUALTIES and (before in ("y", "e", ",", ":", "", "menos", "solo") or _sentence_like(tokens, quantity.first)))
            or (following.norm == "persona" and before in ("menos", "solo", "y"))
        )
    if quantity.named_unit:
        return before not in ("this", "that", "the", "any", "each", "every")
    if following is None or following.kind != "w" or following.norm in _NOT_COUNTED or following.norm.endswith("'s"):
        return False
    return following.text[0].islower() and before not in ("the", "this", "that", "any", "each", "every", "no", "which", "another", "her", "his", "my", "your")


def article(reading: Reading, quantity: Quantity) -> bool:
    """True for Spanish "un" or "una" that no "de cada", "por cada" makes the top of a ratio, and nothing makes a count."""
    tokens, number = reading.tokens, quantity.number
    if reading.language != "es" or number.digits or number.last != number.first + 1 or tokens[number.first].norm not in ("un", "una"):
        return False
    ratio = any(_norm(tokens, at) == "cada" for at in range(quantity.last, quantity.last + 4))
    return not ratio and not _one_counts(tokens, quantity, "es")


_CASUALTIES = frozenset(["muerto", "muerta", "herido", "herida", "detenido", "detenida", "fallecido", "fallecida", "desaparecido", "desaparecida", "abstencion", "lesionado", "lesionada", "victima", "voto", "ausente"])


def _sentence_like(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at].text[0].isupper()


_FIRST_RANK = frozenset(["came", "come", "comes", "finish", "finished", "finishes", "finishing", "rank", "ranks", "ranked", "ranking", "placed", "place", "stood", "stands", "quedo", "termino", "llego", "finalizo", "figura", "ubica", "ubico", "lugar", "puesto"])


def _ordinal_excluded(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """First is mostly no rank; a capitalised ordinal beside a capital is a name; "the 5th" alone is a day; "seconds" are time."""
    first, last = quantity.number.first, quantity.number.last
    before, following = _norm(tokens, first - 1), _norm(tokens, last)
    value = quantity.value
    if _indefinite(tokens, first, following):
        return True
    if value == 1:
        return not (before in _FIRST_RANK or (language == "en" and following == "place") or (language == "es" and following in ("lugar", "puesto") and _norm(tokens, first - 2) in _FIRST_RANK))
    token = tokens[first]
    if before in ("the", "el", "la", "los", "las") and _after_first(tokens, first, language):
        return True
    if following == "-" and _norm(tokens, last + 1) in ("century", "siglo"):
        return True
    after = tokens[last] if last < len(tokens) else None
    if after is not None and after.kind == "w" and after.text[0].isupper() and not quantity.number.digits and token.text[0].isupper() and first and tokens[first - 1].kind == "w":
        return True
    if following in ("century", "centuries", "siglo", "street", "avenue", "amendment", "anniversary", "birthday") and following not in ("anniversary", "birthday"):
        return True
    if quantity.number.digits and language == "en" and before in ("the", "on") and _norm(tokens, first - 2) in ("on", "by", "until", "of", "to", "from") and (after is None or after.kind == "p"):
        return True
    if quantity.number.digits and after is not None and after.kind == "w" and after.text[0].isupper() and following in ("street", "avenue", "st", "ave", "congress", "airborne", "infantry", "brigade", "division", "battalion", "regiment", "district", "circuit", "amendment"):
        return True
    if language == "es":
        if following in ("de", "parte", "partes") and before in ("un", "una", "dos", "tres") and following != "de":
            return True
        if token.norm in ("segundos",) or (token.norm in ("segundo",) and before in ("un", "por", "cada", "medio")):
            return True
        if (token.norm in ("cuarto", "cuartos") and before in ("un", "su", "los", "cada", "unos")) or token.norm in ("media", "medio"):
            return True
        if token.norm in ("decimas", "decima", "quinta", "terceros", "cuartos", "quintos", "octavos", "segundas", "novena") and not (token.norm in ("quinta", "novena", "decima") and after is not None and after.kind == "w" and before in ("la", "su", "una", "por")):
            return True
    return language == "en" and ((token.norm == "second" and following in ("-", "of") and False) or token.norm in ("seconds",))


def _after_first(tokens: Sequence[Token], first: int, language: str) -> bool:
    """"The first asked for money; the second for time": one of several told apart, no place in an order."""
    for at in range(first - 1, max(-1, first - 30), -1):
        if tokens[at].text in (".", "!", "?"):
            return False
        if tokens[at].norm in ("first", "primero", "primera") and _norm(tokens, at - 1) in ("the", "el", "la"):
            return language == "es" or _norm(tokens, at + 1) not in ("time",)
    return False


def _indefinite(tokens: Sequence[Token], first: int, following: str) -> bool:
    """"A second man", "una segunda huelga": one more of them, no place in an order; "a third straight year" is one."""
    return (_norm(tokens, first - 1) in ("a", "un", "una") and following not in ("straight", "consecutive", "successive", "time", "term", "mandato", "vez", "title", "titulo")) or (
        _norm(tokens, first - 1) in ("the", "el") and _norm(tokens, first - 2) in ("in", "en") and following in _CLOSERS
    )


def _multiple_fits(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    data = lexicon.load(f"{language}/numbers")["multiple_context"]
    before = any(_ends_with(tokens, quantity.first, tuple(text.split())) for text in data["before"])
    after = any(follows(tokens, quantity.last, tuple(text.split())) for text in data["after"])
    if language == "es":
        return before and (after or _norm(tokens, quantity.last) in _CLOSERS)
    return after or (before and _norm(tokens, quantity.last) in ("", ".", ",", ";", "by", "in", "to", "over", "from"))


def _ends_with(tokens: Sequence[Token], end: int, phrase: tuple[str, ...]) -> bool:
    return end >= len(phrase) and follows(tokens, end - len(phrase), phrase)


__all__ = ["calendar", "excluded", "is_clock", "is_year", "words"]
