"""A clause that leaves its verb out -> what its amount measures and is said of: "Inflation stood at 3% and unemployment at 5%"."""

from __future__ import annotations

from watcher.extract.about.clauses import Clause
from watcher.extract.about.measures import Property
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention

_MOVES = frozenset(("up", "down"))
_REACHED = frozenset(("to", "at"))
_WITH = frozenset(("on", "with", "as", "by"))


def measured(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """What the second clause tells of."""
    found = noun(view, figure) or _moved(view, figure)
    return Property(view.head_text(*found), "subject", found) if found is not None else None


def noun(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """The noun before an amount that has the link and the unit of the one before: "crude closed at $84 and gold at $2,310"."""
    link = figure.first - 1
    link -= view.tag[link] == "d"
    if view.tag[link] not in ("w", "p") or figure.sort == "age":
        return None
    before = view.earlier(figure)
    if before is None or before.value.unit != figure.value.unit:
        return None
    if view.tag[link] == "w" and figure.value.unit == "percent":
        return _bare(view, figure, before)
    if view.tag[link] != "p":
        return None
    if view.norm[link] not in (view.norm[before.first - 1], view.norm[before.first - 2]):
        return None
    found = view.noun_before(link)
    if found is None or view.tag[found[1] - 1] != "w" or found[0] <= before.last:
        return None
    lead = found[0] - 1 - (view.tag[found[0] - 1] == "d")
    return found if view.tag[lead] in ("c", ";") and before.last <= lead else None


def _moved(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """ "Profit rose to £2m on sales up 5% to £33m", "with exports down 12%": a noun that an amount moved, without a verb."""
    at = figure.first - 1
    if view.norm[at] in _REACHED and (before := view.earlier(figure)) is not None and before.last == at:
        at = before.first - 1
    if view.norm[at] not in _MOVES or (found := view.noun_before(at)) is None:
        return None
    lead = found[0] - 1 - (view.tag[found[0] - 1] == "d")
    plain = "n" not in view.tags[found[0] - view.first : found[1] - view.first] and view.norm[found[1] - 1] not in view.rules.proxies
    return found if plain and (view.tag[lead] in (",", ";", "c") or view.norm[lead] in _WITH) else None


def _bare(view: View, figure: FigureMention, before: FigureMention) -> tuple[int, int] | None:
    """ "Food was up 17% on the year, fuel 6% and rents 5%": a noun and its share, nothing between them."""
    found = view.noun_before(figure.first)
    if found is None or found[0] <= before.last or view.tag[before.last] in "wn" or view.rules.language != "en":
        return None
    lead = found[0] - 1
    apart = view.tag[lead] in (",", ";", "c") and view.tag[figure.last] in (",", "c", ".", ";", "")
    plain = "n" not in view.tags[found[0] - view.first : found[1] - view.first] and view.norm[found[1] - 1] not in view.rules.proxies
    return found if apart and plain else None
