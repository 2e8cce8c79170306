"""A figure in its sentence -> its sort: age, rank, duration, percent, times, rate, count, money or measure; the thing whose size it is."""

from __future__ import annotations

from watcher.extract.about.view import View
from watcher.extract.neighbours import cues
from watcher.extract.reading import FigureMention
from watcher.lexicon import concepts


def kind(view: View, figure: FigureMention) -> str:
    """The sort of a figure, ages told from other durations by their syntax."""
    found = view.kinds.get(figure.first)
    if found is None:
        found = view.kinds[figure.first] = _kind(view, figure)
    return found


def _kind(view: View, figure: FigureMention) -> str:
    if figure.sort in ("age", "rank"):
        return figure.sort
    unit = figure.value.unit
    if unit in ("year", "month") and is_age(view, figure):
        return "age"
    if unit == "rank":
        return "rank"
    if unit in ("year", "month", "week", "day", "hour", "minute", "second"):
        return "duration"
    if unit in ("percent", "percentage-point", "basis-point"):
        return "percent"
    if unit == "times":
        return "times"
    if unit == "count":
        return "rate" if figure.value.per is not None and figure.value.per >= 100 else "count"
    return "money" if len(unit) == 3 and unit.isupper() and unit.isalpha() and unit not in ("MWH",) else "measure"


def is_age(view: View, figure: FigureMention) -> bool:
    """A year or month figure that says how old somebody or something is."""
    exact = view.reading.text[figure.start : figure.end].lower()
    if exact.endswith("old"):
        return True
    before, after = view.norm[figure.first - 1], view.norm[figure.last]
    if (
        after == "old"
        or before in ("aged", "age")
        or view.norm[figure.first - 3] == "aged"
        or (after == "of" and view.norm[figure.last + 1] == "age")
        or (after == "de" and view.norm[figure.last + 1] == "edad")
    ):
        return True
    if view.rules.language == "es":
        link = view.link(figure.first)
        if link is not None and "edad" in (view.norm[link - 1], view.norm[link - 2]):
            return True
        if link is not None and figure.value.unit == "month" and view.norm[link - 1] in view.rules.persons and view.tag[link - 2] != "p":
            return True  # "un niño de 11 meses"
        if before == "con" and view.tag[figure.first - 2] in ("", ",", ";") and view.tag[figure.last] == ",":
            return True  # "Con 27 años, la tenista"
        named = before == "," and view.tag[figure.first - 2] == "n"
        if named and figure.value.unit == "year" and view.tag[figure.last] in (",", ".", ";", "c", ""):
            return True  # "se trata de Ana Bo, 81 años"
        bracketed = before == "(" and view.tag[figure.last] == ")" and view.tag[figure.first - 2] == "n"
        if bracketed and figure.value.unit == "year" and view.words.isdisjoint(view.rules.imposed):
            return True  # "Ana Bo (81 años)"
        apart = before == "de" and view.tag[figure.first - 2] == ","
        if (
            apart
            and (lasting := view.noun_before(figure.first - 2))
            and not cues("es", "ages", "lasting").isdisjoint(view.norm[at] for at in range(*lasting))
        ):
            return False  # "su contrato, de cuatro años"
        return apart or (before in ("de", "los") and view.norm[figure.first - 2] in ("menor", "menores", "mayor", "mayores"))
    return view.tag[figure.first - 1] == "," and view.tag[figure.last] in (",", ".", ";", "") and view.tag[figure.first - 2] == "n"


def ended(view: View, figure: FigureMention) -> int:
    """Where a length of time ends, the day that Spanish courts add counted in: "seis meses y un día de prisión"."""
    at = figure.last
    return at + 3 if view.norm[at + 2] == "dia" and view.norm[at] == "y" and view.norm[at + 1] == "un" else at


def sized(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """ "Una pista de 700 metros": the thing whose size it is, no noun for a size itself ("a una distancia de 30 km")."""
    at = view.link(figure.first) if view.rules.language == "es" else None
    noun = view.noun_before(at) if at is not None else None
    if noun is None or view.norm[noun[0] - 1] not in view.rules.articles or view.tag[noun[1] - 1] != "w":
        return None
    head, rules = view.norm[noun[0]], view.rules
    of_none = concepts.known(head) or any(head in words for words in (rules.nominals, rules.moves, rules.reckoned, rules.sizes))
    return None if of_none else noun
