"""A month in the text -> the date it stands in: "May 3 to 5", "el viernes 3 de mayo", "next March", "mediados de abril"."""

from __future__ import annotations

from watcher.extract.dates.calendar import Partial
from watcher.extract.dates.expressions import Turn, When, Words, small, year_at
from watcher.extract.neighbours import glued, norm_at
from watcher.extract.reading import Token

_AND = ("and", "y", "e")
_LED = 7  # tokens from "between" to the end of the first of two dates
_DASHES = ("-", "–", "—", "/")
_YEAR = 4  # tokens of "of the last year"


def with_month(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """A day of a month, a range of days, or a month; `index` is at the name of the month."""
    if lexis.raw["capital_months"] and not tokens[index].capital:
        return None
    month = lexis.months[tokens[index].norm]
    point = tokens[index + 1].norm == "."
    dotted = point and len(tokens[index].text) <= 4 and index + 2 < len(tokens) and tokens[index + 2].kind == "n"
    after = index + 2 if dotted or (point and norm_at(tokens, index + 2) in lexis.sets["day_to_month"]) else index + 1
    first, day, start_day, last = _days(tokens, index, after, lexis)
    start_month = month
    if day is None:
        return _weekday_of_month(tokens, index, after, month, lexis) or _month_alone(tokens, index, after, month, lexis)
    end: Partial | None = None
    if start_day is not None:
        end, day = Partial(None, month, day), start_day
    elif (closing := _closing(tokens, last, lexis)) is not None and not _moved(tokens, index, lexis):
        end, last = Partial(None, closing[0] or month, closing[1]), closing[2]
    year, last = year_after(tokens, last, lexis)
    date = Partial(year, start_month, day)
    end = end._replace(year=year) if end else None
    if not date.exists() or (end and not end.exists()):
        return None
    opened, (first, weekday) = first, _weekday_before(tokens, first, lexis)
    last += first < opened and tokens[opened - 1].text == "(" and norm_at(tokens, last) == ")"  # "Thursday (May 12)"
    years, last = year_told(tokens, last, lexis)
    first, last, turn = turned(tokens, first, last, lexis)
    return When(first, last, "day", date, end, weekday, turn, years=years)


def _weekday_of_month(tokens: list[Token], index: int, after: int, month: int, lexis: Words) -> When | None:
    """ "The first Friday of December", "el último domingo de noviembre": a weekday by its place in the month."""
    at = index - 2
    if norm_at(tokens, index - 1) not in lexis.raw["in_month"] or norm_at(tokens, at) not in lexis.weekdays:
        return None
    place = lexis.raw["weeks_of_month"].get(norm_at(tokens, at - 1))
    if place is None:
        return None
    year, last = year_after(tokens, after, lexis)
    return When(at - 1, last, "day", Partial(year, month), weekday=lexis.weekdays[tokens[at].norm], shift=place)


def _moved(tokens: list[Token], index: int, lexis: Words) -> bool:
    """True for "postponed from May 3 to May 5": two dates, not a range."""
    return not lexis.sets["moved"].isdisjoint([token.norm for token in tokens[max(0, index - 7) : index]])


def _days(tokens: list[Token], index: int, after: int, lexis: Words) -> tuple[int, int | None, int | None, int]:
    """Around a month: first token, the (last) day, the first day of a range before the month, and the token behind."""
    sets, before = lexis.sets, index - 1
    norm = norm_at(tokens, before)
    if norm in sets["day_to_month"]:
        before -= 1
        norm = norm_at(tokens, before)
    if norm in sets["suffixes"]:
        before -= 2 if norm_at(tokens, before - 1) == "." and small(tokens, before - 2) else 1 if small(tokens, before - 1) else 0
        norm = norm_at(tokens, before)
    day = _spelled(tokens, before, index, lexis) if norm in lexis.numerals else small(tokens, before)
    if day is None and norm in sets["first_day"] and before < index - 1:
        day = 1
    if day is not None and tokens[index].gap > 1 and not lexis.raw["day_first"] and small(tokens, after):
        day = None  # a headline that ends in a number, and below it "May 5": the day follows
    if day is not None and lexis.raw["day_first"] and tokens[index].norm in sets["months_in_doubt"]:
        if norm_at(tokens, after) not in (".", "(", "de", "del") and year_at(tokens, after) is None:
            day = None  # "perdió 1 set y el partido", but "Madrid, 5 mar (Agencia).-"
    bound = tokens[before].gap == 0 and norm_at(tokens, before - 1) not in "(-–—*[/" if day and before else False
    if day is not None and not bound:
        opening = before - 1
        if norm_at(tokens, opening) in sets["to"]:
            opening -= 1
            if lexis.raw["day_first"] and norm_at(tokens, opening + 1) != "a" and norm_at(tokens, opening) in ("el", "del"):
                opening -= 1
            start = small(tokens, opening)
            if start is not None and start < day:
                while norm_at(tokens, opening - 1) == "," and (earlier := small(tokens, opening - 2)) == start - 1:
                    opening, start = opening - 2, earlier  # "los días 4, 5 y 6 de junio"
                return opening, day, start, after
        elif (
            norm_at(tokens, opening) == "el"
            and norm_at(tokens, opening - 1) in ("y", "hasta")
            and (start := small(tokens, opening - 2))
            and start < day
        ):
            return opening - 2, day, start, after  # "entre el 3 y el 5 de mayo", "desde el 3 hasta el 5"
        return before, day, None, after
    day = small(tokens, after) if tokens[after].kind == "n" else None
    if day is not None and (not lexis.raw["day_first"] or _last_named(tokens, after, lexis)):
        behind = norm_at(tokens, after + 1)
        if behind not in ("%", "percent", ":"):
            return index, day, None, after + 2 if behind in sets["suffixes"] else after + 1
    return index, None, None, after


def _last_named(tokens: list[Token], day: int, lexis: Words) -> bool:
    """ "Marzo 5 de 2026", "Lima, mar. 5 (Agencia)": a day behind its month where a language puts it first, and nothing is counted."""
    link = norm_at(tokens, day + 1)
    year = day + 2 if link in lexis.sets["day_to_month"] or link in (",", "del") else day + 1
    apart = link in ("—", "–") and day > 1 and tokens[day - 2].text == ","  # "Lima, marzo 5 —"
    return apart or year_at(tokens, year) is not None or link in ("(", ".", "")


def _spelled(tokens: list[Token], at: int, index: int, lexis: Words) -> int | None:
    """ "El dos de agosto", "the third of May": a day in words before the name of its month, behind its article."""
    day = lexis.numerals.get(norm_at(tokens, at)) if at < index - 1 else None
    return day if day and norm_at(tokens, at - 1) in lexis.raw["day_articles"] else None


def _closing(tokens: list[Token], last: int, lexis: Words) -> tuple[int | None, int, int] | None:
    """The end of a range behind a day: "to 18", "–18", "to December 2", "al 2 de diciembre"; month, day, token behind."""
    link = norm_at(tokens, last)
    if link not in lexis.sets["to"]:
        return None
    found = _end_behind(tokens, last, link, lexis)
    apart = found is not None and found[0] is not None and link in _AND
    return None if apart and not _between(tokens, last) else found  # "on May 3 and June 1": two dates


def _between(tokens: list[Token], last: int) -> bool:
    """ "Between May 3 and June 1", "entre el 3 de mayo y el 1 de junio"."""
    return any(token.norm in ("between", "entre", "from", "desde") for token in tokens[max(0, last - _LED) : last])


def _end_behind(tokens: list[Token], last: int, link: str, lexis: Words) -> tuple[int | None, int, int] | None:
    """The day, and the month where it is told, that a link leads to."""
    at = last + 1
    if lexis.raw["day_first"]:
        at += norm_at(tokens, at) == "el"
        day = small(tokens, at)
        month = lexis.months.get(norm_at(tokens, at + 2)) if norm_at(tokens, at + 1) in lexis.sets["day_to_month"] else None
        return (month, day, at + 3) if day and month else None
    month = lexis.months.get(norm_at(tokens, at))
    if month:
        day = small(tokens, at + 1)
        return (month, day, at + 2) if day else None
    day = small(tokens, at)
    named = at + 1 + (norm_at(tokens, at + 1) in lexis.sets["suffixes"])
    named += norm_at(tokens, named) in lexis.sets["day_to_month"]
    if day is not None and norm_at(tokens, named) in lexis.months and tokens[named].capital:
        return lexis.months[tokens[named].norm], day, named + 1  # "until 9 July"
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    counts = following is not None and following.kind == "w" and following.norm not in lexis.raw["nouns"]["stops"]
    if day is None or (link == "and" and counts) or (following is not None and following.norm in ("%", "percent", ":", "million")):
        return None
    return None, day, at + 1


def year_after(tokens: list[Token], last: int, lexis: Words) -> tuple[int | None, int]:
    year = year_at(tokens, last)
    if year is not None:
        return year, last + 1
    if norm_at(tokens, last) in lexis.sets["year_after"] and (year := year_at(tokens, last + 1)) is not None:
        return year, last + 2
    return None, last


def year_of(tokens: list[Token], last: int, lexis: Words) -> tuple[int | None, int | None, int]:
    """The year of a part of it: "the third quarter of 2028", "of last year"; as it is told, or from the published one."""
    at = last + (norm_at(tokens, last) in (",", *lexis.raw["in_month"]))
    if (year := year_at(tokens, at)) is not None:
        return year, None, at + 1
    year, behind = year_told(tokens, last, lexis)
    return None, year, behind


def year_told(tokens: list[Token], last: int, lexis: Words) -> tuple[int | None, int]:
    """ "March of last year", "el primer trimestre de este año": how many years from the published one, and the token behind."""
    if lexis.sets["year_words"].isdisjoint([token.norm for token in tokens[last : last + _YEAR]]):
        return None, last
    at = last
    while at < last + 2 and norm_at(tokens, at) in lexis.raw["in_month"]:
        at += 1
    for year in (at, at + 1):
        if norm_at(tokens, year) in lexis.raw["year_words"]:
            first, behind, turn = turned(tokens, year, year + 1, lexis)
            if turn and first >= at:
                return {"next": 1, "last": -1, "this": 0}[turn], behind
    return None, last


def _weekday_before(tokens: list[Token], first: int, lexis: Words) -> tuple[int, int | None]:
    at = first - 1
    while at >= 0 and tokens[at].text in (",", ".", "(", "el", "the"):
        at -= 1
    if at >= 0 and first - at <= 3 and tokens[at].norm in lexis.weekdays:
        return at, lexis.weekdays[tokens[at].norm]
    return first, None


def turned(tokens: list[Token], first: int, last: int, lexis: Words) -> tuple[int, int, Turn | None]:
    """Widened by "next", "last" or "this" before it, or behind it in Spanish."""
    turn = lexis.turns.get(tokens[first - 1].norm) if first else None
    if turn is not None:
        return first - 1, last, turn
    if lexis.raw["day_first"]:
        behind = norm_at(tokens, last)
        turn = lexis.turns.get(behind)
        if turn in ("next", "last"):
            return first, last + 1, turn
        if behind == "que" and norm_at(tokens, last + 1) in ("viene", "entra"):  # el martes que viene
            return first, last + 2, "next"
    return first, last, None


def _month_alone(tokens: list[Token], index: int, after: int, month: int, lexis: Words) -> When | None:
    token, before = tokens[index], norm_at(tokens, index - 1)
    behind = after
    if (year := year_at(tokens, behind)) is None and norm_at(tokens, behind) in (*lexis.raw["day_to_month"], ",", "’s"):
        behind += 1
        year = year_at(tokens, behind)
    following = tokens[after] if after < len(tokens) else None
    dashed = norm_at(tokens, after) in _DASHES and norm_at(tokens, after + 1) in lexis.months and glued(tokens, after)  # July-September
    if year is None and not dashed:
        if len(token.text) <= 4 and token.norm not in ("may", "june", "july", "mayo"):
            return None  # an abbreviation says a month only beside a day or a year
        named = following is not None and following.capital and not token.text.isupper()
        doubtful = token.norm in lexis.sets["months_in_doubt"] and before not in lexis.sets["before_month"]
        if doubtful or (named and before not in lexis.sets["firm_before_month"]) or _given(tokens, index, following, lexis):
            return None
    last = behind + 1 if year is not None else after
    link = norm_at(tokens, last)
    ranges = dashed or (before in lexis.sets["month_ranges"] and link in lexis.sets["to"]) or link in lexis.sets["reaching_months"]
    end = lexis.months.get(norm_at(tokens, last + 1)) if ranges else None
    if end and (lexis.raw["day_first"] or tokens[last + 1].capital):
        closing, last = year_after(tokens, last + 2, lexis)
        start_year = year if year is not None else (closing - (end < month) if closing else None)
        return When(index, last, "month", Partial(start_year, month), Partial(closing, end))
    years, last = year_told(tokens, last, lexis)
    first, last, turn = turned(tokens, index, last, lexis)
    return When(first, last, "month", Partial(year, month), turn=turn, years=years)


def _given(tokens: list[Token], index: int, following: Token | None, lexis: Words) -> bool:
    """ "La muerte de Julio Mena", "según Julio": a given name, written large where months are not."""
    token, before = tokens[index], norm_at(tokens, index - 1)
    if not token.capital or token.text.isupper() or token.norm not in lexis.sets["given_months"]:
        return False
    if following is not None and following.capital and before not in lexis.sets["months_led"]:
        return True
    return index > 0 and before != "." and before not in lexis.sets["before_month"] and before not in lexis.sets["day_to_month"]
