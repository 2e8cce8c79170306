"""Tokens -> which of them belong to calendar dates, years and hours: numbers that date and count nothing.

In: a Reading and the dates another room has found. Out: a byte a token, and tests for single numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, partial

from watcher import lexicon
from watcher.extract.dates import datelines
from watcher.extract.figures.numberwords import by_first, measures
from watcher.extract.figures.quantities import Quantity
from watcher.extract.neighbours import cues, follows, glued, norm_at
from watcher.extract.reading import DateMention, Reading, Token

_DAY_LINKS = frozenset(["to", "-", "–", "—", "and", "or", "&", "through", ","])
_DAY_ENDINGS = ("th", "st", "nd", "rd", "o")
_DAYS = 8  # tokens back to "los días"
_COUNTED = 1800  # before it four digits ahead of a plural count
_DIGITS = frozenset("0123456789")


@cache
def months(language: str) -> frozenset[str]:
    """Months in any language: a post quoted in another keeps its own date line; `language` only keys the cache."""
    return frozenset(month for each in lexicon.LANGUAGES for month in lexicon.load(f"{each}/exclusions")["months"]) - (
        cues(language, "exclusions", "not_months") if language else frozenset()
    )


def calendar(reading: Reading, dates: Sequence[DateMention]) -> bytearray:
    """One byte a token: 1 where it belongs to a date or a time of day, and no number may be read."""
    tokens, language = reading.tokens, reading.language
    taken = bytearray(len(tokens))
    for at in range(_front_matter(reading)):
        taken[at] = 1
    for date in dates:
        for at in range(date.first, date.last):
            taken[at] = 1
        if language == "en" and tokens[date.last - 1].kind == "n" and tokens[date.last - 2].norm in months(language):
            _days_after(tokens, date.last - 1, taken)
        if language == "es" and tokens[date.first].kind == "n" and norm_at(tokens, date.first - 1) == ",":
            if any(token.norm == "dias" for token in tokens[max(0, date.first - _DAYS) : date.first]):
                _days_before(tokens, date.first, language, taken)  # "los días 7, 19 y 23 de mayo"
    for line in datelines.find(reading):
        if line.sort in ("line", "label", "dateline"):  # "5 min read" is no claim
            first, last = bisect_left(reading.starts, line.start), bisect_left(reading.starts, line.end)
            for at in reading.numbers_in(first, last):
                taken[at] = 1
    for paragraph in reading.paragraphs[:_TOP]:
        if wired := _WIRED.match(reading.text, paragraph.start, paragraph.end):
            taken[bisect_left(reading.starts, wired.start(1))] = 1
    behind, before = _beside(language)
    for at in reading.numbers:  # a number is never the last token: what has no mark of its own ends with a period
        if not taken[at] and (tokens[at + 1].norm in behind or tokens[at - 1].norm in before or tokens[at].text.count(".") == 2):
            _mark(tokens, at, language, taken)
    return taken


_TOP = 6  # paragraphs that a dateline may open
_WIRED = re.compile(r"[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ /.-]{1,40}, ([1-3]?[0-9]) \([A-ZÁÉÍÓÚÑ]")  # "BARCELONA, 25 (EUROPA PRESS)": the day alone


@cache
def _beside(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """What stands behind, and before, the numbers that may be of a date or an hour."""
    behind = months(language).union(_hour_words(language), cues(language, "exclusions", "month_link"), _by_first(language, "this_month"))
    before = cues("en", "exclusions", "months") | cues(language, "exclusions", "weekdays") | {".", "/", "the"}
    return behind | {*_DAY_ENDINGS, *"/-–:'"}, before | {"la", "las"} if language == "es" else before


def _front_matter(reading: Reading) -> int:
    """How many tokens the block of settings holds that some files open with, between two lines of dashes."""
    text, start = reading.text, reading.start
    if not text.startswith("---\n", start):
        return 0
    end = text.find("\n---", start + 4, min(reading.end, start + 4000))
    return bisect_left(reading.starts, end, 0, min(2000, len(reading.starts))) if end > 0 else 0


def _mark(tokens: Sequence[Token], at: int, language: str, taken: bytearray) -> None:
    text, touched = tokens[at].text, glued(tokens, at + 1)
    if (touched or glued(tokens, at) or "." in text) and _numeric_date(tokens, at, language, taken):
        return
    if touched and _minutes(tokens, at, language, taken):
        return
    if is_clock(tokens, at, at + 1, language):
        taken[at] = 1
        return
    if not (text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31):
        return
    names = months(language)
    following = norm_at(tokens, at + 1)
    step = at + 1
    if any(follows(tokens, at + 1, phrase) for phrase in _by_first(language, "this_month").get(following, ())):
        taken[at] = 1
        return
    if following in _DAY_ENDINGS and glued(tokens, at + 1):
        step, following = at + 2, norm_at(tokens, at + 2)
    if following in cues(language, "exclusions", "month_link"):
        step, following = step + 1, norm_at(tokens, step + 1)
    if following in names and (following in cues(language, "exclusions", "months") or tokens[step].capital) and tokens[step].gap <= 1:
        for index in range(at, step + 1):
            taken[index] = 1
        _days_before(tokens, at, language, taken)
        return
    before = at - 1
    if norm_at(tokens, before) == "." and glued(tokens, before):
        before -= 1
    if norm_at(tokens, before) == "the":
        before -= 1
    if (
        before >= 0
        and tokens[before].norm in cues("en", "exclusions", "months")
        and tokens[before].capital
        and norm_at(tokens, at + 1) not in ("%", "percent", "per")
    ):
        for index in range(before, at + 1):
            taken[index] = 1
        _days_after(tokens, at, taken)
    elif before >= 0 and tokens[before].norm in cues(language, "exclusions", "weekdays") and _date_end(tokens, at + 1, language):
        taken[at] = 1


def _days_before(tokens: Sequence[Token], at: int, language: str, taken: bytearray) -> None:
    """The other days of "3, 4 y 5 de mayo", "from 14 to 18 November"."""
    links, here = cues(language, "exclusions", "day_links"), at - 1
    while here > 0 and at - here <= 4:
        token = tokens[here]
        if token.kind == "n":
            if not (token.text.isdecimal() and len(token.text) <= 2 and int(token.text) <= 31):
                return
            if language == "en" and norm_at(tokens, here + 1) == ",":
                return
            for index in range(here, at):
                taken[index] = 1
            at = here
        elif token.norm not in links:
            return
        here -= 1


def _days_after(tokens: Sequence[Token], at: int, taken: bytearray) -> None:
    """The other days of "November 14 to 18", "March 3, 4 and 5"."""
    here, link = at + 2, norm_at(tokens, at + 1)
    if here >= len(tokens) or tokens[here].kind != "n" or link not in _DAY_LINKS:
        return
    text, following = tokens[here].text, tokens[here + 1] if here + 1 < len(tokens) else None
    if not (text.isdecimal() and len(text) <= 2 and int(text) <= 31):
        return
    if link == "," and (following is None or following.norm not in _DAY_LINKS or norm_at(tokens, here + 2)[:1] not in _DIGITS):
        return  # "On May 3, 5 schools closed"
    if following is not None and following.kind == "w" and following.norm not in cues("en", "exclusions", "day_ends") | _DAY_LINKS:
        return
    if following is not None and following.text == "%":
        return
    taken[at + 1] = taken[here] = 1
    if link == ",":
        _days_after(tokens, here, taken)


def _numeric_date(tokens: Sequence[Token], at: int, language: str, taken: bytearray) -> bool:
    """16/11/2025, 2025-11-16, 16.11.2025 and the shorter 9/11: runs of digits held together by one sign."""
    if at > 1 and tokens[at - 1].text == "/" and tokens[at - 2].kind == "n" and glued(tokens, at):
        return bool(taken[at])
    if at + 2 < len(tokens) and tokens[at + 2].kind == "n" and glued(tokens, at + 1) and glued(tokens, at + 2):
        sign = tokens[at + 1].text
        if sign == "/" and _mixed(tokens, at):
            return True
        if sign == "/" and norm_at(tokens, at + 3) in ("of", "de", "del") and norm_at(tokens, at + 4) not in months(""):
            return False
        if sign == "/" and measures(tokens, at + 3, language):
            return False
        third = (
            at + 4 < len(tokens)
            and glued(tokens, at + 3)
            and glued(tokens, at + 4)
            and tokens[at + 4].kind == "n"
            and tokens[at + 3].text == sign
        )
        if sign == "/" or (sign in "-–" and third):
            for index in range(at, at + (5 if third else 3)):
                taken[index] = 1
            return True
    text = tokens[at].text
    return text.count(".") == 2 and len(text.rsplit(".", 1)[1]) == 4


def _mixed(tokens: Sequence[Token], at: int) -> bool:
    """True at the fraction of "1 1/2 cups"."""
    top, bottom = tokens[at].text, tokens[at + 2].text
    return len(top) == len(bottom) == 1 and top < bottom and at > 0 and tokens[at - 1].kind == "n" and tokens[at - 1].text.isdecimal()


def _minutes(tokens: Sequence[Token], at: int, language: str, taken: bytearray) -> bool:
    """11:30, 1:02:45, 2'35": an hour and its parts, or a time that somebody took; a sign touches the number at `at`."""
    if tokens[at + 1].text == ":" and glued(tokens, at + 2) and tokens[at + 2].kind == "n":
        end = at + 3
        while (
            end + 1 < len(tokens)
            and tokens[end].text == ":"
            and glued(tokens, end)
            and glued(tokens, end + 1)
            and tokens[end + 1].kind == "n"
        ):
            end += 2
        for index in range(at, end):
            taken[index] = 1
        return True
    if language == "es" and tokens[at + 1].norm == "'" and norm_at(tokens, at + 3) in ('"', "”", "″", "'"):
        taken[at] = taken[at + 2] = 1  # a 2'35" del líder
        return True
    return False


@cache
def _by_first(language: str, name: str) -> dict[str, list[tuple[str, ...]]]:
    """First word -> the phrases of the list `name` that it opens."""
    return by_first(lexicon.load(f"{language}/exclusions")[name])


@cache
def _hour_words(language: str) -> frozenset[str]:
    """The words that may stand right behind an hour that no article leads."""
    after, hours = (cues(language, "exclusions", name) for name in ("clock_after", "hours"))
    return after | hours | frozenset(_by_first(language, "clock_parts"))


def is_clock(tokens: Sequence[Token], first: int, last: int, language: str) -> bool:
    """True where the number `[first, last)`, in digits or words, is a time of day."""
    following = tokens[last].norm
    if following not in _hour_words(language) and not (language == "es" and norm_at(tokens, first - 1) in ("la", "las")):
        return False
    raised = last + 1 if following == "." and glued(tokens, last + 1) else last
    if glued(tokens, last) and raised < len(tokens) and tokens[raised].text in ("º", "ª"):
        return False  # es la 3.ª vez
    spoken = last - first > 2 and tokens[last - 1].norm in ("media", "cuarto")  # la una y media
    if language == "es" and spoken and norm_at(tokens, first - 1) in ("la", "las"):
        return True
    digits = tokens[first].text if last == first + 1 and tokens[first].kind == "n" else ""
    whole, _, part = digits.replace(",", ".").partition(".")
    if digits and not (
        (whole.isdecimal() and len(whole) <= 2 and int(whole) <= 24 and (not part or (len(part) == 2 and int(part) < 60)))
        or len(whole) == 4
    ):
        return False
    if len(digits) == 4 and digits[0] == "0" and following in ("hours", "hrs", "horas"):
        return True
    if following in cues(language, "exclusions", "clock_after") and (
        following not in ("hs", "hrs", "et", "pt") or part or norm_at(tokens, first - 1) in ("las", "la", "at", "by")
    ):
        return True
    if any(follows(tokens, last, phrase) for phrase in _by_first(language, "clock_parts").get(following, ())) and not (
        language == "es" and following == "y" and norm_at(tokens, first - 1) not in ("las", "la")
    ):
        return True
    if language == "es" and norm_at(tokens, first - 1) in ("las", "la"):
        opener = norm_at(tokens, first - 2)
        if following in ("horas", "h", "hs"):
            return opener in cues(language, "exclusions", "from_hours") or digits not in ("24", "48", "72")
        if opener == "entre" and following == "y" and norm_at(tokens, last + 1) in ("las", "la"):
            return True
        if opener in cues(language, "exclusions", "hour_tells") or (opener == "de" and norm_at(tokens, first - 3) == "eso"):
            return True
        if opener == "de" and norm_at(tokens, first - 3) in cues(language, "exclusions", "hour_about") and not following.endswith("s"):
            return not digits or len(whole) <= 2  # "poco antes de las 7 llegó", but "cerca de las 4 sedes"
        if (
            opener in cues(language, "exclusions", "hour_openers")
            and (tokens[last].kind == "p" if last < len(tokens) else True)
            and following not in ("%", "€", "$")
        ):
            return digits == "" or int(whole) <= 24
        return (
            opener in ("a", "desde", "hacia")
            and following in cues(language, "exclusions", "hour_follows")
            and (not digits or len(whole) <= 2)
        )
    return language == "es" and following in ("horas", "h") and bool(part)


def _date_end(tokens: Sequence[Token], at: int, language: str) -> bool:
    if at >= len(tokens) or (tokens[at].kind == "p" and tokens[at].text != "%"):
        return True
    return tokens[at].norm in cues(language, "exclusions", "date_ends")


def _amount(tokens: Sequence[Token], at: int) -> bool:
    """A whole number of three digits or more that is no year: the 800 of "800 to 1500 visitors"."""
    text = tokens[at].text
    return len(text) > 2 and text.isdecimal() and not (len(text) == 4 and 1400 <= int(text) <= 2150)


def is_year(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """A plain run of four digits between 1400 and 2150 that counts nothing."""
    at = quantity.number.first
    text = tokens[at].text
    if quantity.number.last != at + 1 or len(text) != 4 or not text.isdecimal() or not 1400 <= int(text) <= 2150:
        return False
    following, before = tokens[at + 1].norm, norm_at(tokens, at - 1)
    lists = partial(cues, language, "exclusions")
    if before in lists("amounts_before") or (before in lists("amount_links") and norm_at(tokens, at - 2) in lists("amount_nouns")):
        return False
    if before in lists("amount_joins") and at > 1 and _amount(tokens, at - 2) and at + 1 < len(tokens) and tokens[at + 1].kind == "w":
        return following in lists("year_before") or following in lists("year_stops")
    if language == "es" and int(text) < _COUNTED and following.endswith("s") and before not in ("de", "en", "desde", "hasta"):
        return False  # "fueron reportadas 1512 emergencias"
    return not (following in cues(language, "exclusions", "people") and before not in ("the", "el", "del", "in", "en"))
