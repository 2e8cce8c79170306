"""A Reading -> the expressions of time in it, in order: full and partial dates, months, years, weekdays, "last year".

Nothing is resolved here: a `When` says what stands in the text; `watcher.extract.dates` sets it against the published date.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from watcher.extract.dates.calendar import Partial
from watcher.extract.dates.expressions import YEARS, Sort, When, Words, small, words, year_at
from watcher.extract.dates.months import turned, with_month, year_of
from watcher.extract.neighbours import among, follows, norm_at, width
from watcher.extract.reading import Reading, Token


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
    year: int | None = None  # told last
    for index in sorted(reading.where(lexis.triggers) + [at for at in reading.numbers if len(tokens[at].text) >= 4]):
        if index < done:
            continue
        when = _at(tokens, index, lexis)
        if when and when.first >= done:
            if when.date.year is None and when.sort in ("day", "month"):
                when = when if year is None else _of_that_year(tokens, when, year, lexis)
                _lend_month(tokens, found, when, lexis)
            year = (when.end or when.date).year or year
            found.append(when)
            done = when.last
            if when.sort == "quarter" and when.shift and (other := _elided(tokens, when, lexis)):
                found.append(other)
                done = other.last
    return found


def _of_that_year(tokens: list[Token], when: When, told: int, lexis: Words) -> When:
    """ "El 19 de junio de aquel año", "on March 3 of the following year": a year counted from `told`, the one told last."""
    anchors = lexis.raw["anchors"]
    end = when.last + 1 if when.years is None else when.last - 2  # at the word that tells which year, where it stands before its noun
    around = range(max(when.first, end - 1), min(len(tokens), end + 3))
    years = [at for at in around if tokens[at].norm in lexis.sets["year_words"]]
    if not years:
        return when
    year = years[0]
    beside = (tokens[year - 1].norm, norm_at(tokens, year + 1))
    step = 1 if any(word in anchors["after"] for word in beside) else 0 if among(beside[0], anchors["that"], anchors["same"]) else None
    if step is None or (when.years is None and norm_at(tokens, when.last) not in lexis.raw["in_month"]):
        return when
    last = max(when.last, year + 1 + (step == 1 and beside[1] in anchors["after"]))
    return replace(when, date=when.date._replace(year=told + step), years=None, last=last, turn=None)


def _lend_month(tokens: list[Token], found: list[When], when: When, lexis: Words) -> None:
    """ "El lunes 2 y el martes 3 de marzo": the month of the second is that of the first."""
    first = found[-1] if found else None
    if first is None or first.sort != "weekday" or first.date.day is None or when.date.day is None or when.sort != "day":
        return
    joined = first.date.day < when.date.day and 0 < when.first - first.last <= _JOINED
    if joined and any(token.norm in lexis.raw["to"] or token.text == "," for token in tokens[first.last : when.first]):
        found[-1] = replace(first, sort="day", date=when.date._replace(day=first.date.day))


def _elided(tokens: list[Token], when: When, lexis: Words) -> When | None:
    """ "0.6% in the third quarter and 0.3% in the fourth": another quarter that goes without its noun."""
    for at in range(when.last, min(len(tokens) - 1, when.last + _FAR)):
        if tokens[at].text in ".;:":
            return None
        shift = lexis.raw["ordinals"].get(tokens[at].norm)
        if shift and norm_at(tokens, at - 1) in _THE and norm_at(tokens, at - 2) in _IN and not _noun(tokens[at + 1]):
            return When(at, at + 1, "quarter", when.date, shift=shift, years=when.years)
    return None


def _noun(token: Token) -> bool:
    """Whether a word may be what an ordinal counts."""
    return token.kind == "w" and token.norm not in ("and", "y", "e", "but", "pero", "as", "from", "after", "tras", "de", "del")


def _at(tokens: list[Token], index: int, lexis: Words) -> When | None:
    token = tokens[index]
    if token.kind == "n":
        if token.text.count(".") == 2:
            return _dotted(token.text, index)
        year = year_at(tokens, index)
        return None if year is None else _numeric(tokens, index, year, lexis) or _year(tokens, index, year, lexis)
    if token.norm in lexis.months:
        return with_month(tokens, index, lexis)
    if token.norm in lexis.weekdays:
        return _weekday(tokens, index, lexis)
    if token.norm in lexis.raw["before_day"]:
        return _day_alone(tokens, index, lexis)
    return _relative(tokens, index, lexis)


def _day_alone(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """ "El día 13", "no llegará antes del 22", "by the 15th": a day of the month that the published date or the tense tells."""
    link = lexis.raw["before_day"][tokens[index].norm] if lexis.raw["day_first"] else None
    at = index - 1 if not lexis.raw["day_first"] else index + 2 if link else index + 1  # `index` is at the "th" in English
    day, last = small(tokens, at), max(at, index) + 1
    if day is None:
        return None
    if not lexis.raw["day_first"]:
        fits = norm_at(tokens, at - 1) in lexis.raw["day_articles"] and norm_at(tokens, at - 2) in lexis.sets["day_led"]
    else:
        measured = any(token.kind == "n" for token in tokens[max(0, index - _MEASURED) : index])  # "subió del 16 hasta el 20"
        fits = not link or (tokens[index + 1].norm == link and not measured)
    return When(at, last, "weekday", Partial(None, None, day)) if fits and _free(tokens, last, lexis) else None


def _dotted(text: str, index: int) -> When | None:
    """18.3.2026, which is one token."""
    parts = text.split(".")
    if all(part.isdigit() and part.isascii() and len(part) <= 4 for part in parts):
        return _ordered(index, index + 1, [int(part) for part in parts], day_first=True)
    return None


def _numeric(tokens: list[Token], index: int, year: int, lexis: Words) -> When | None:
    """2026-01-30, 18/03/2026, 19-02-2026; `index` is at the year."""
    if index >= 4 and (mark := tokens[index - 1].text) in "/-." and tokens[index - 3].text == mark:
        parts = [small(tokens, index - 4), small(tokens, index - 2)]
        if None not in parts and width(tokens, index - 4, index) + tokens[index].gap <= 6:
            return _ordered(index - 4, index + 1, [parts[0] or 0, parts[1] or 0, year], day_first=lexis.raw["day_first"])
    if norm_at(tokens, index + 1) in ("-", "/") and norm_at(tokens, index + 3) == norm_at(tokens, index + 1):
        month, day = small(tokens, index + 2, 12), small(tokens, index + 4)
        if month and day and width(tokens, index, index + 5) <= 10 and Partial(year, month, day).exists():
            return When(index, index + 5, "day", Partial(year, month, day))
    return None


def _ordered(first: int, last: int, parts: list[int], *, day_first: bool) -> When | None:
    one, two, year = parts
    if year not in YEARS:
        return None
    orders = [(two, one), (one, two)] if day_first or one > 12 else [(one, two), (two, one)]
    date = next((Partial(year, month, day) for month, day in orders if Partial(year, month, day).exists()), None)
    return When(first, last, "day", date) if date and date.day else None


def _year(tokens: list[Token], index: int, year: int, lexis: Words) -> When | None:
    before, behind = norm_at(tokens, index - 1), tokens[index + 1] if index + 1 < len(tokens) else None
    if behind and behind.norm in ("-", "–", "—", *lexis.raw["to"]) and (end := year_at(tokens, index + 2)) and end > year:
        return When(index, index + 3, "year", Partial(year), Partial(end))
    if behind and behind.text in "-/–" and width(tokens, index, index + 3) == 7 and small(tokens, index + 2, 99) == (year + 1) % 100:
        return When(index, index + 3, "year", Partial(year), Partial(year + 1))  # "the 2023-24 season"
    worded = behind is not None and (behind.text in "%°€$£" or (behind.kind == "w" and behind.norm not in lexis.raw["nouns"]["stops"]))
    nouns = (
        worded
        and behind is not None
        and ((behind.norm.endswith("s") and not behind.norm.endswith("mos")) or behind.norm in lexis.sets["counted_words"])
    )
    counted = worded and (nouns or year not in _OF_LATE)
    fits = before in lexis.sets["before_year"] and not (counted and before not in ("in", "since", "en", "desde"))
    framed = before in lexis.raw["before_year_noun"] and worded
    bracketed = before == "(" and behind is not None and behind.text in "),;:–-"
    if before in "$€£" and before:
        return None
    been = before in lexis.raw["nouns"]["being"] and any(
        norm_at(tokens, at) in lexis.sets["year_words"] for at in range(index - _WORST, index)
    )
    told = fits or framed or bracketed or been or before in lexis.raw["year_words"] or _named(tokens, index, lexis)
    return When(index, index + 1, "year", Partial(year)) if told else None


def _named(tokens: list[Token], index: int, lexis: Words) -> bool:
    """ "En el Mundial 2022", "at Rio 2016": a year behind the name of what was held then."""
    at = index - 1
    while at > index - 4 and tokens[at].capital and tokens[at].norm not in lexis.sets["holding"]:
        at -= 1
    at -= norm_at(tokens, at) in lexis.raw["day_articles"]
    return index - at > 1 and tokens[index - 1].capital and norm_at(tokens, at) in lexis.sets["holding"]


def _weekday(tokens: list[Token], index: int, lexis: Words) -> When | None:
    token = tokens[index]
    if lexis.raw["weekdays_capital"]:
        if not token.capital:
            return None
    elif token.capital and not token.text.isupper() and sum(beside.capital for beside in tokens[max(0, index - 1) : index + 2]) > 1:
        return None  # "Santo Domingo", "Luis Domingo Ruiz": days are written small
    for at in range(
        index + 1, index + 4 + (lexis.raw["day_first"] and norm_at(tokens, index + 1) in (",", "("))
    ):  # "Friday, January 30", "viernes 30 de enero": the date says it all
        if norm_at(tokens, at) == "." and len(tokens[index].text) > _ABBREVIATED:
            break  # "It rained on Monday. March was dry"
        if norm_at(tokens, at) in lexis.months:
            return None
    first, last, turn = turned(tokens, index, index + 1, lexis)
    if turn is None and (week := _week(tokens, index + 1, lexis)):
        last, turn = week
        return When(index, last, "weekday", Partial(None), weekday=lexis.weekdays[tokens[index].norm], turn=turn, shift=_SHIFTS[turn])
    numbered = _numbered(tokens, index + 1, lexis)
    if numbered:
        return When(index, numbered[0], "weekday", Partial(None, None, numbered[1]), weekday=lexis.weekdays[tokens[index].norm])
    return When(first, last, "weekday", Partial(None), weekday=lexis.weekdays[tokens[index].norm], turn=turn)


def _week(tokens: list[Token], at: int, lexis: Words) -> tuple[int, Literal["next", "last"]] | None:
    """ "Of next week", "next week", "de la semana que viene" behind a weekday: where it ends, and which week it tells."""
    week = next((place for place in range(at, min(len(tokens), at + 4)) if tokens[place].norm in lexis.sets["week_words"]), None)
    if week is None or not all(token.norm in lexis.sets["week_leads"] for token in tokens[at : week - 1]):
        return None
    first, last, turn = turned(tokens, week, week + 1, lexis)
    lead = norm_at(tokens, week - 1)
    if turn is None or turn == "this" or not (first < week or lead in lexis.sets["week_leads"]):
        return None
    return last, turn


_OF_LATE = range(1950, 2050)
_SHIFTS = {"next": 1, "last": -1, "this": 0, "whole": 0}
_WORST = 7  # tokens in which "the worst year was 2017" names the year
_JOINED = 3  # tokens from "lunes 2" to "martes 3 de marzo"
_FAR = 14  # tokens from a quarter to another without its noun
_IN, _THE = frozenset(("in", "en", "de")), frozenset(("the", "el"))
_MEASURED = 4  # tokens before "hasta el 20" in which another number tells that it measures
_ABBREVIATED = 4  # letters of "Fri", "Sept"
_ENDS = frozenset(".,;:)–—") | {""}


def _numbered(tokens: list[Token], at: int, lexis: Words) -> tuple[int, int] | None:
    """ "el domingo 9 en Cali", "on Sunday the 9th": the day of a month that is not named, and the token behind it."""
    ordinal = not lexis.raw["day_first"]
    if ordinal:
        if norm_at(tokens, at) != "the" or norm_at(tokens, at + 2) not in lexis.sets["suffixes"]:
            return None
        at += 1
    day, behind = small(tokens, at), at + 1 + ordinal
    return (behind, day) if day and _free(tokens, behind, lexis) else None


def _free(tokens: list[Token], behind: int, lexis: Words) -> bool:
    """Whether the number that ends before `behind` may be a day, and counts nothing."""
    if norm_at(tokens, behind) in _ENDS or norm_at(tokens, behind) in lexis.sets["behind_day"]:
        return True
    follows = tokens[behind].text
    return follows.endswith(tuple(lexis.raw["behind_day_endings"])) or follows[0].isupper()


def _relative(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """Yesterday, last year, this month, the third quarter."""
    word, before = tokens[index].norm, norm_at(tokens, index - 1)
    if word in lexis.closing_days:
        for first, phrase in ((index - 2, f"{norm_at(tokens, index - 2)} {before} {word}"), (index - 1, f"{before} {word}"), (index, word)):
            if phrase in lexis.days:
                if phrase == word and before in lexis.sets["not_after_this"] and word in ("manana",):
                    return None
                return When(first, index + 1, "relative", Partial(None), shift=lexis.days[phrase])
    if word in lexis.raw["other_parts"]:
        return _months_of(tokens, index, lexis)
    if word in lexis.raw["quarter_words"] or word in lexis.raw["half_words"]:
        return _part(tokens, index, lexis)
    if word in lexis.raw["span_words"]:
        return _first_months(tokens, index, lexis)
    if word in lexis.raw["season_words"]:
        return When(index - 1, index + 1, "year", Partial(None), turn="this") if before in lexis.sets["this"] else None
    if word in lexis.raw["sport_words"]:
        first, last, turn = turned(tokens, index, index + 1, lexis)
        return When(first, last, "season", Partial(None), turn=turn, shift=-(turn == "last")) if turn in ("last", "this") else None
    if word not in lexis.raw["year_words"] and word not in lexis.raw["month_words"]:
        return None
    first, last, turn = turned(tokens, index, index + 1, lexis)
    if turn is None and word in lexis.raw["year_words"]:
        return _this_year(tokens, index, lexis)
    if turn is None:
        return None
    sort: Sort = "year" if word in lexis.raw["year_words"] else "month"
    return When(first, last, sort, Partial(None), turn=turn, shift=_SHIFTS[turn])


def _part(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """The third quarter, first-half profit, the final quarter of 2025, next quarter."""
    sort: Sort = "quarter" if tokens[index].norm in lexis.raw["quarter_words"] else "half"
    back = 2 if norm_at(tokens, index - 1) == "-" else 1  # "third-quarter profit"
    which = norm_at(tokens, index - back)
    year, years, last = year_of(tokens, index + 1, lexis)
    ordinal = lexis.raw["ordinals"].get(which)
    if ordinal is None and sort == "quarter":
        if which in lexis.sets["final_words"] and (year or years is not None or which not in lexis.sets["last"]):
            ordinal = 4
        else:
            first, last, turn = turned(tokens, index, index + 1, lexis)
            return When(first, last, sort, Partial(None), turn=turn, shift=_SHIFTS[turn]) if turn else None
    if not ordinal or (sort == "half" and (ordinal > 2 or not _of_a_year(tokens, index, back, lexis))):
        return None
    return When(index - back, last, sort, Partial(year), shift=ordinal, years=years)


def _months_of(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """ "El segundo cuatrimestre de 2025": its first and its last month."""
    months, ordinal = lexis.raw["other_parts"][tokens[index].norm], lexis.raw["ordinals"].get(norm_at(tokens, index - 1))
    if not ordinal or months * ordinal > 12:
        return None
    year, years, last = year_of(tokens, index + 1, lexis)
    opening, closing = Partial(year, months * (ordinal - 1) + 1), Partial(year, months * ordinal)
    return When(index - 1, last, "month", opening, closing, years=years)


def _first_months(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """ "The first nine months of 2026", "los cuatro últimos meses del año pasado"."""
    many = small(tokens, index - 1, 11) or lexis.cardinals.get(norm_at(tokens, index - 1), 0)
    other = norm_at(tokens, index - 2)
    if not 1 < many < 12:  # "los cuatro primeros meses"
        many, other = lexis.cardinals.get(norm_at(tokens, index - 2), 0), norm_at(tokens, index - 1)
    if not 1 < many < 12 or not (other in lexis.sets["first_words"] or other in lexis.sets["last_words"]):
        return None
    year, years, last = year_of(tokens, index + 1, lexis)
    if other in lexis.sets["first_words"]:
        return When(index - 2, last, "months", Partial(year), shift=many, years=years)
    if year is None and years is None:
        return None  # "in the last three months" closes with no year
    return When(index - 2, last, "month", Partial(year, 13 - many), Partial(year, 12), years=years)


def _this_year(tokens: list[Token], index: int, lexis: Words) -> When | None:
    """ "En lo que va de año", "by year-end", "for the full year"; the word for the year is at `index`."""
    if year_at(tokens, index + 1) is not None:
        return None
    before = norm_at(tokens, index - 1)
    for led in (f"{norm_at(tokens, index - 2)} {before}", before, ""):
        for phrase, at, turn in lexis.year_phrases.get(led, ()):
            if follows(tokens, index - at, phrase):
                return When(index - at, index - at + len(phrase), "year", Partial(None), turn=turn)
    return None


def _of_a_year(tokens: list[Token], index: int, back: int, lexis: Words) -> bool:
    """A half of a year, not of a match: "first-half profit", "the first half of the year", "the first half of 2026"."""
    if lexis.raw["day_first"] or (back > 1 and norm_at(tokens, index + 1) in lexis.sets["accounts"]):
        return True
    ahead = [norm_at(tokens, index + step) for step in range(1, 5)]
    return ahead[0] == "of" and any(word in lexis.sets["year_words"] or (len(word) == 4 and word.isdigit()) for word in ahead[1:])
