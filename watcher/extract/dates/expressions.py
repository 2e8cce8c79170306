"""What an expression of time is, before it is resolved, and the words of a language that tell one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from watcher import lexicon
from watcher.extract.dates.calendar import Partial
from watcher.extract.reading import Token

Sort = Literal["day", "month", "year", "weekday", "relative", "quarter", "half", "season", "months"]
Turn = Literal["next", "last", "this"]
YearPhrase = tuple[tuple[str, ...], int, Literal["this", "whole"]]  # its words, where the year stands, which year
YEARS = range(1800, 2101)  # four digits that may be a year


@dataclass(slots=True)
class When:
    """An expression of time: tokens `[first, last)`; `end` closes a range; `shift` counts days, months or years from now."""

    first: int
    last: int
    sort: Sort
    date: Partial
    end: Partial | None = None
    weekday: int | None = None
    turn: Literal["next", "last", "this", "whole"] | None = None
    shift: int = 0
    years: int | None = None  # "in March last year": the year, counted from the published one


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The lexicon of one language, ready for look-up."""

    raw: dict[str, Any]
    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    closing_days: frozenset[str]  # their last words
    triggers: frozenset[str]
    sets: dict[str, frozenset[str]]
    numerals: dict[str, int]  # days of a month as they are said
    cardinals: dict[str, int]
    year_phrases: dict[str, list[YearPhrase]]  # by the two words before the year
    as_of: frozenset[str]  # the last words of "as of" and the like
    turns: dict[str, Turn]  # "next", "last", "this" and what else says so


@cache
def words(language: str) -> Words:
    raw = lexicon.load(f"{language}/dates")
    months, weekdays, days = raw["months"], raw["weekdays"], raw["days"]
    periods = [
        *raw["year_words"],
        *raw["quarter_words"],
        *raw["half_words"],
        *raw["other_parts"],
        *raw["month_words"],
        *raw["season_words"],
        *raw["sport_words"],
        *raw["span_words"],
        *raw["before_day"],
    ]
    last = frozenset(day.split()[-1] for day in days)
    sets = {name: frozenset(value) for name, value in raw.items() if isinstance(value, list)}
    sets["counted_last"] = frozenset([phrase.split()[-1] for phrase in raw["counted"]])
    numbers = lexicon.load(f"{language}/numbers")
    said = numbers[raw["days_said_as"]]
    phrases: dict[str, list[YearPhrase]] = {}
    for phrase in (tuple(phrase.split()) for phrase in [*raw["whole_year"], *raw["so_far"]]):
        year = next(at for at, word in enumerate(phrase) if word in raw["year_words"])
        which: Literal["this", "whole"] = "whole" if " ".join(phrase) in raw["whole_year"] else "this"
        phrases.setdefault(" ".join(phrase[max(0, year - 2) : year]), []).append((phrase, year, which))
    numerals = {word: day for word, day in said.items() if 1 < day <= 31 or word == "first"}
    triggers = last.union(months, weekdays, periods)
    as_of = frozenset(phrase.split()[-1] for phrase in raw["as_of"])
    told: tuple[Turn, ...] = ("this", "last", "next")  # the last counts where a word is of two
    turns = {word: turn for turn in told for word in raw[turn]}
    return Words(raw, months, weekdays, days, last, triggers, sets, numerals, numbers["cardinals"], phrases, as_of, turns)


def small(tokens: list[Token], index: int, top: int = 31) -> int | None:
    """The whole number up to `top` at `index`."""
    if not 0 <= index < len(tokens):
        return None
    text = tokens[index].text
    return int(text) if len(text) <= 2 and text.isascii() and text.isdigit() and 1 <= int(text) <= top else None


def year_at(tokens: list[Token], index: int) -> int | None:
    text = tokens[index].text if 0 <= index < len(tokens) else ""
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() and int(text) in YEARS else None
