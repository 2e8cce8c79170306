"""A figure that tells how many are for something or against it -> which: "134 votos a favor, 98 en contra", "by five votes to four".

Two figures of one vote under one name would be told as one another.
"""

from __future__ import annotations

from watcher.extract.about.clauses import Clause
from watcher.extract.about.measures import Property
from watcher.extract.about.view import View
from watcher.extract.about.wording import BALLOTS
from watcher.extract.reading import FigureMention

SIDE = "side"  # where such a property comes from: what comes next is on another
_SIDES = {"en": ("in favor", "against"), "es": ("a favor", "en contra")}
_COUNTED = frozenset(("vote", "votes", "voto", "votos"))
_FAVOR = frozenset(("favor", "favour"))
_LEADS = frozenset(("a", "in"))
_AGAINST = frozenset(("contra", "against"))
_OFTEN = frozenset(("times", "veces"))
_TO = frozenset(("to", "a", "contra", "against"))
_ENDS = frozenset(",.;cs")
_WORDS = _COUNTED | _FAVOR | _AGAINST


def sided(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """Votes or a share on one side of a question."""
    if view.words.isdisjoint(_WORDS):
        return None
    counted = figure.value.unit == "count" and figure.value.per is None
    told = _behind(view, figure.last + (view.norm[figure.last] in _COUNTED)) or (_to(view, figure) if counted else None)
    if told is None:
        return None
    return Property(f"{BALLOTS[view.rules.language]} {told}" if counted else told, SIDE)


def _behind(view: View, at: int) -> str | None:
    """ "A favor", "in favour"; "en contra", "against" with nobody behind it."""
    if view.norm[at] in _LEADS and view.norm[at + 1] in _FAVOR:
        return f"{view.norm[at]} {view.norm[at + 1]}"
    if view.norm[at] == "en" and view.norm[at + 1] in _AGAINST:
        return f"{view.norm[at]} {view.norm[at + 1]}"
    return view.norm[at] if view.norm[at] in _AGAINST and view.tag[at + 1] in _ENDS else None


def _to(view: View, figure: FigureMention) -> str | None:
    """ "By 9 votes to 4": either of them."""
    first, last = figure.first, figure.last
    favor, against = _SIDES[view.rules.language]
    if view.norm[last] in _COUNTED and view.norm[last + 1] in _TO and view.tag[last + 2] == "f":
        return favor
    return against if view.norm[first - 1] in _TO and view.norm[first - 2] in _COUNTED and view.tag[first - 3] == "f" else None


def often(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "It will fly to Bergen four times a week", "cuatro veces por semana": how often, and nothing counted."""
    at = figure.last - (view.norm[figure.last - 1] in _OFTEN)
    if view.norm[at] not in _OFTEN or view.norm[at + 1] not in ("a", "per", "each", "every", "por", "al", "cada"):
        return None
    unit = view.norm[at + 2]
    return Property(f"{view.norm[at]} {view.norm[at + 1]} {unit}", SIDE) if unit in view.rules.moments or unit in view.rules.terms else None
