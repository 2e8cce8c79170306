"""A Reading -> the expressions of time in it, in order: full and partial dates, months, years, weekdays, "last year".

Nothing is resolved here: a `When` says what stands in the text; `watcher.extract.dates` sets it against the published date.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple

from watcher import lexicon
from watcher.extract.dates.calendar import Partial
from watcher.extract.reading import Reading, Token

Sort = Literal["day", "month", "year", "weekday", "relative", "quarter", "half"]
_YEARS = range(1800, 2101)


class When(NamedTuple):
    """An expression of time: tokens `[first, last)`; `end` closes a range; `shift` counts days, months or years from now."""

    first: int
    last: int
    sort: Sort
    date: Partial
    end: Partial | None = None
    weekday: int | None = None
    turn: Literal["next", "last", "this"] | None = None
    shift: int = 0


class Words(NamedTuple):
    """The lexicon of one language, ready for look-up."""

    raw: dict[str, Any]
    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    triggers: frozenset[str]
    sets: dict[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        return word in self.sets[name]


@cache
def words(language: str) -> Words:
    raw = lexicon.load(f"{language}/dates")
    months, weekdays, days = raw["months"], raw["weekdays"], raw["days"]
    periods = [*raw["year_words"], *raw["quarter_words"], *raw["half_words"], *raw["month_words"], *raw["season_words"]]
    first = {day.split()[-1] for day in days}
    sets = {name: frozenset(value) for name, value in raw.items() if isinstance(value, list)}
    return Words(raw, months, weekdays, days, frozenset([*months, *weekdays, *first, *periods]), sets)


def scan(reading: Reading, language: str | None = None) -> list[When]:
    """The expressions of time, in order, none overlapping another; in the words of `language` where that is not the reading's."""
    language = language or reading.language
    known: list[When] | None = reading.notes.get(("when", language))
    if known is None:
        known = reading.notes["when", language] = _scan(reading, words(language))
    return known


def _scan(reading: Reading, lexis: Words) -> list[When]:
    tokens = reading.tokens
    found: list[When] = []
    done = 0
    for index in sorted(reading.where(lexis.triggers) + [at for at in reading.numbers if len(tokens[at].text) >= 4]):
        if index < done:
            continue
        when = _at(tokens, index, lexis)
        if when and when.first >= done:
            found.append(when)
            done = when.last
    return found


def _at(tokens: list[Token], index: int, lexis: Words) -> When | None:
    token = tokens[index]
    if token.kind == "n":
        return _numeric(tokens, index, lexis) or _year(tokens, index, lexis)
    if token.norm in lexis.months:
        return _with_month(tokens, index, lexis)
    if token.norm in lexis.weekdays:
        return _weekday(tokens, index, lexis)
    return _relative(tokens, index, lexis)


def _norm(tokens: list[Token], index: int) -> str:
    return tokens[index].norm if 0 <= index < len(tokens) else ""


def _small(tokens: list[Token], index: int, top: int = 31) -> int | None:
    """The whole number up to `top` at `index`."""
    if not 0 <= index < len(tokens):
        return None
    text = tokens[index].text
    return int(text) if len(text) <= 2 and text.isascii() and text.isdigit() and 1 <= int(text) <= top else None


def _year_at(tokens: list[Token], index: int) -> int | None:
    text = tokens[index].text if 0 <= index < len(tokens) else ""
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() and int(text) in _YEARS else None


def _numeric(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """2026-01-30, 18/03/2026, 19-02-2026, 18.3.2026; `index` is at the year, or at all of it."""
    dotted = tokens[index].text.split(".")
    if len(dotted) == 3 and all(part.isdigit() and part.isascii() and len(part) <= 4 for part in dotted):
        return _ordered(index, index + 1, [int(part) for part in dotted], day_first=True)
    year = _year_at(tokens, index)
    if year is None:
        return None
    if index >= 4 and (mark := tokens[index - 1].text) in "/-." and tokens[index - 3].text == mark:
        parts = [_small(tokens, index - 4), _small(tokens, index - 2)]
        if None not in parts and tokens[index].start - tokens[index - 4].start <= 6:
            return _ordered(index - 4, index + 1, [parts[0] or 0, parts[1] or 0, year], day_first=lexis.raw["day_first"])
    if _norm(tokens, index + 1) in ("-", "/") and _norm(tokens, index + 3) == _norm(tokens, index + 1):
        month, day = _small(tokens, index + 2, 12), _small(tokens, index + 4)
        if month and day and tokens[index + 4].end - tokens[index].start <= 10 and Partial(year, month, day).exists():
            return When(index, index + 5, "day", Partial(year, month, day))
    return None


def _ordered(first: int, last: int, parts: list[int], *, day_first: bool) -> When | None:
    one, two, year = parts
    if year not in _YEARS:
        return None
    orders = [(two, one), (one, two)] if day_first or one > 12 else [(one, two), (two, one)]
    date = next((Partial(year, month, day) for month, day in orders if Partial(year, month, day).exists()), None)
    return When(first, last, "day", date) if date and date.day else None


def _with_month(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """A day of a month, a range of days, or a month; `index` is at the name of the month."""
    if lexis.raw["capital_months"] and not tokens[index].text[0].isupper():
        return None
    month = lexis.months[tokens[index].norm]
    point = _norm(tokens, index + 1) == "."
    dotted = point and len(tokens[index].text) <= 4 and index + 2 < len(tokens) and tokens[index + 2].kind == "n"
    after = index + 2 if dotted or (point and lexis.has("day_to_month", _norm(tokens, index + 2))) else index + 1
    first, day, start_day, last = _days(tokens, index, after, lexis)
    start_month = month
    if day is None:
        return _month_alone(tokens, index, after, month, lexis)
    end: Partial | None = None
    if start_day is not None:
        end, day = Partial(None, month, day), start_day
    elif not _moved(tokens, index, lexis) and (closing := _closing(tokens, last, lexis)) is not None:
        end, last = Partial(None, closing[0] or month, closing[1]), closing[2]
    year, last = _year_after(tokens, last, lexis)
    date = Partial(year, start_month, day)
    end = end._replace(year=year) if end else None
    if not date.exists() or (end and not end.exists()):
        return None
    first, weekday = _weekday_before(tokens, first, lexis)
    first, last, turn = _turned(tokens, first, last, lexis)
    return When(first, last, "day", date, end, weekday, turn)


def _moved(tokens: list[Token], index: int, lexis: Words) -> bool:
    """True for "postponed from May 3 to May 5": two dates, not a range."""
    return any(lexis.has("moved", token.norm) for token in tokens[max(0, index - 7) : index])


def _days(tokens: list[Token], index: int, after: int, lexis: Words) -> tuple[int, int | None, int | None, int]:
    """Around a month: first token, the (last) day, the first day of a range before the month, and the token behind."""
    before = index - 1
    if lexis.has("day_to_month", _norm(tokens, before)):
        before -= 1
    if lexis.has("suffixes", _norm(tokens, before)) and _small(tokens, before - 1):
        before -= 1
    day = _small(tokens, before)
    if day is None and lexis.has("first_day", _norm(tokens, before)) and before < index - 1:
        day = 1
    if day is not None and tokens[index].start - tokens[index - 1].end > 1 and not lexis.raw["day_first"] and _small(tokens, after):
        day = None  # a headline that ends in a number, and below it "May 5": the day follows
    bound = tokens[before - 1].end == tokens[before].start and _norm(tokens, before - 1) not in "(-–—*[/" if day and before else False
    if day is not None and not bound:
        opening = before - 1
        if lexis.has("to", _norm(tokens, opening)):
            opening -= 1
            if lexis.raw["day_first"] and _norm(tokens, opening + 1) != "a" and _norm(tokens, opening) in ("el", "del"):
                opening -= 1
            start = _small(tokens, opening)
            if start is None and _norm(tokens, before - 1) == "el":
                start = None
            if start is not None and start < day:
                while _norm(tokens, opening - 1) == "," and (earlier := _small(tokens, opening - 2)) == start - 1:
                    opening, start = opening - 2, earlier  # "los días 4, 5 y 6 de junio"
                return opening, day, start, after
        elif (
            _norm(tokens, opening) == "el"
            and _norm(tokens, opening - 1) in ("y", "hasta")
            and (start := _small(tokens, opening - 2))
            and start < day
        ):
            return opening - 2, day, start, after  # "entre el 3 y el 5 de mayo", "desde el 3 hasta el 5"
        return before, day, None, after
    if not lexis.raw["day_first"]:
        day = _small(tokens, after)
        if day is not None and _norm(tokens, after + 1) not in ("%", "percent", ":"):
            behind = after + 2 if lexis.has("suffixes", _norm(tokens, after + 1)) else after + 1
            return index, day, None, behind
    return index, None, None, after


def _closing(tokens: list[Token], last: int, lexis: Words) -> tuple[int | None, int, int] | None:
    """The end of a range behind a day: "to 18", "–18", "to December 2", "al 2 de diciembre"; month, day, token behind."""
    link = _norm(tokens, last)
    if not lexis.has("to", link):
        return None
    at = last + 1
    if lexis.raw["day_first"]:
        at += _norm(tokens, at) == "el"
        day = _small(tokens, at)
        month = lexis.months.get(_norm(tokens, at + 2)) if lexis.has("day_to_month", _norm(tokens, at + 1)) else None
        return (month, day, at + 3) if day and month else None
    month = lexis.months.get(_norm(tokens, at))
    if month:
        day = _small(tokens, at + 1)
        return (month, day, at + 2) if day else None
    day = _small(tokens, at)
    named = at + 1 + lexis.has("suffixes", _norm(tokens, at + 1))
    named += lexis.has("day_to_month", _norm(tokens, named))
    if day is not None and _norm(tokens, named) in lexis.months and tokens[named].text[0].isupper():
        return lexis.months[tokens[named].norm], day, named + 1  # "until 9 July"
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    counts = following is not None and following.kind == "w" and following.norm not in lexis.raw["nouns"]["stops"]
    if day is None or (link == "and" and counts) or (following is not None and following.norm in ("%", "percent", ":", "million")):
        return None
    return None, day, at + 1


def _year_after(tokens: list[Token], last: int, lexis: Words) -> tuple[int | None, int]:
    year = _year_at(tokens, last)
    if year is not None:
        return year, last + 1
    if lexis.has("year_after", _norm(tokens, last)) and (year := _year_at(tokens, last + 1)) is not None:
        return year, last + 2
    return None, last


def _weekday_before(tokens: list[Token], first: int, lexis: Words) -> tuple[int, int | None]:
    at = first - 1
    while at >= 0 and tokens[at].text in (",", ".", "(", "el", "the"):
        at -= 1
    if first - at <= 3 and _norm(tokens, at) in lexis.weekdays:
        return at, lexis.weekdays[tokens[at].norm]
    return first, None


def _turned(tokens: list[Token], first: int, last: int, lexis: Words) -> tuple[int, int, Literal["next", "last", "this"] | None]:
    """Widened by "next", "last" or "this" before it, or behind it in Spanish."""
    before, behind = _norm(tokens, first - 1), _norm(tokens, last)
    turns: tuple[Literal["next", "last", "this"], ...] = ("next", "last", "this")
    for turn in turns:
        if lexis.has(turn, before):
            return first - 1, last, turn
    if lexis.raw["day_first"]:
        for turn in turns[:2]:
            if lexis.has(turn, behind):
                return first, last + 1, turn
    return first, last, None


def _month_alone(tokens: list[Token], index: int, after: int, month: int, lexis: Words) -> When | None:
    token, before = tokens[index], _norm(tokens, index - 1)
    behind = after
    if (year := _year_at(tokens, behind)) is None and _norm(tokens, behind) in (*lexis.raw["day_to_month"], ",", "’s"):
        behind += 1
        year = _year_at(tokens, behind)
    following = tokens[after] if after < len(tokens) else None
    if year is None:
        if len(token.text) <= 4 and token.norm not in ("may", "june", "july", "mayo"):
            return None  # an abbreviation says a month only beside a day or a year
        named = following is not None and following.kind == "w" and following.text[0].isupper() and not token.text.isupper()
        doubtful = token.norm in lexis.sets["months_in_doubt"] and not lexis.has("before_month", before)
        if doubtful or (named and not lexis.has("firm_before_month", before)):
            return None
    last = behind + 1 if year is not None else after
    end = lexis.months.get(_norm(tokens, last + 1)) if lexis.has("month_ranges", before) and lexis.has("to", _norm(tokens, last)) else None
    if end and (lexis.raw["day_first"] or tokens[last + 1].text[0].isupper()):
        closing, last = _year_after(tokens, last + 2, lexis)
        start_year = year if year is not None else (closing - (end < month) if closing else None)
        return When(index, last, "month", Partial(start_year, month), Partial(closing, end))
    first, last, turn = _turned(tokens, index, last, lexis)
    return When(first, last, "month", Partial(year, month), turn=turn)


def _year(tokens: list[Token], index: int, lexis: Words) -> When | None:
    year = _year_at(tokens, index)
    if year is None:
        return None
    before, behind = _norm(tokens, index - 1), tokens[index + 1] if index + 1 < len(tokens) else None
    if behind and behind.norm in ("-", "–", "—", *lexis.raw["to"]) and (end := _year_at(tokens, index + 2)) and end > year:
        return When(index, index + 3, "year", Partial(year), Partial(end))
    counted = behind is not None and (behind.text in "%°€$£" or (behind.kind == "w" and behind.norm not in lexis.raw["nouns"]["stops"]))
    fits = lexis.has("before_year", before) and not (counted and before not in ("in", "since", "en", "desde"))
    framed = before in lexis.raw["before_year_noun"] and counted
    bracketed = before == "(" and behind is not None and behind.text in "),;–-"
    if before in "$€£" and before:
        return None
    return When(index, index + 1, "year", Partial(year)) if fits or framed or bracketed or before in lexis.raw["year_words"] else None


def _weekday(tokens: list[Token], index: int, lexis: Words) -> When | None:
    if lexis.raw["weekdays_capital"] and not tokens[index].text[0].isupper():
        return None
    for at in range(
        index + 1, index + 4 + (lexis.raw["day_first"] and _norm(tokens, index + 1) in (",", "("))
    ):  # "Friday, January 30", "viernes 30 de enero": the date says it all
        if _norm(tokens, at) in lexis.months:
            return None
    first, last, turn = _turned(tokens, index, index + 1, lexis)
    return When(first, last, "weekday", Partial(None), weekday=lexis.weekdays[tokens[index].norm], turn=turn)


def _relative(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """Yesterday, last year, this month, the third quarter."""
    word, before = tokens[index].norm, _norm(tokens, index - 1)
    for first, phrase in ((index - 1, f"{before} {word}"), (index, word)):
        if phrase in lexis.days:
            if lexis.has("not_after_this", before) and word in ("manana",):
                return None
            return When(first, index + 1, "relative", Partial(None), shift=lexis.days[phrase])
    if word in lexis.raw["quarter_words"] or word in lexis.raw["half_words"]:
        back = 2 if before == "-" else 1  # "third-quarter profit"
        ordinal = lexis.raw["ordinals"].get(_norm(tokens, index - back))
        sort: Sort = "quarter" if word in lexis.raw["quarter_words"] else "half"
        if not ordinal or (sort == "half" and (ordinal > 2 or not _of_a_year(tokens, index, back, lexis))):
            return None
        year, last = _year_after(tokens, index + 1, lexis)
        return When(index - back, last, sort, Partial(year), shift=ordinal)
    if word in lexis.raw["season_words"]:
        return When(index - 1, index + 1, "year", Partial(None), turn="this") if lexis.has("this", before) else None
    if word not in lexis.raw["year_words"] and word not in lexis.raw["month_words"]:
        return None
    first, last, turn = _turned(tokens, index, index + 1, lexis)
    if _norm(tokens, index + 1) == "que" and _norm(tokens, index + 2) in ("viene", "entra"):
        first, last, turn = index, index + 3, "next"
    if turn is None and word in lexis.raw["year_words"] and (start := _so_far(tokens, index, lexis)) is not None:
        first, turn = start, "this"
    if turn is None:
        return None
    sort = "year" if word in lexis.raw["year_words"] else "month"
    return When(first, last, sort, Partial(None), turn=turn, shift={"next": 1, "last": -1, "this": 0}[turn])


def _of_a_year(tokens: list[Token], index: int, back: int, lexis: Words) -> bool:
    """A half of a year, not of a match: "first-half profit", "the first half of the year", "the first half of 2026"."""
    if lexis.raw["day_first"] or (back > 1 and _norm(tokens, index + 1) in lexis.sets["accounts"]):
        return True
    ahead = [_norm(tokens, index + step) for step in range(1, 5)]
    return ahead[0] == "of" and any(word in lexis.sets["year_words"] or (len(word) == 4 and word.isdigit()) for word in ahead[1:])


def _so_far(tokens: list[Token], index: int, lexis: Words) -> int | None:
    """Where "en lo que va de año" begins, its last word being at `index`."""
    for phrase in lexis.raw["so_far"]:
        parts = phrase.split()
        start = index + 1 - len(parts)
        if start >= 0 and [token.norm for token in tokens[start : index + 1]] == parts:
            return start
    return None
