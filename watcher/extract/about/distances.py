"""A length that tells where something is ("about 85 miles north of Leeds") -> that it is a distance, and of whom or what.

What the clause tells of was done there, and not over that distance: "burned 1,000 acres in Bode, 85 miles (135 km) north of Leeds".
"""

from __future__ import annotations

from watcher.extract.about.clauses import Clause
from watcher.extract.about.measures import Property
from watcher.extract.about.phrases import Around
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.about.wording import measured
from watcher.extract.reading import FigureMention
from watcher.model import Subject

_LENGTHS = frozenset(("km", "mi", "m", "ft"))
_SYMBOL = 4  # letters of a unit's symbol at most
_BRACKETED = 6  # tokens of the same length in another unit
_POINTS = ("north", "south", "east", "west")
_OFF = frozenset(("from", "outside", "away"))


def located(view: View, figure: FigureMention) -> int | None:
    """The token where the words begin that a distance stands behind, hedges and a comma left out; None where it tells no place."""
    if figure.value.unit not in _LENGTHS or view.rules.language != "en":
        return None
    at, start = figure.last, view.before_hedges(figure.first)
    if view.tag[figure.first - 1] == "(" and (prior := view.earlier(figure)) is not None and prior.last == figure.first - 1:
        at, start = at + 1, view.before_hedges(prior.first)
    elif view.tag[at] == "(":
        at = next((token + 1 for token in range(at, at + _BRACKETED) if view.tag[token] == ")"), at)
    if not _away(view, at):
        return None
    while view.tag[start - 1] in "pa" and view.norm[start - 1] in view.rules.hedges | view.rules.approximate:
        start -= 1
    return start


def _away(view: View, at: int) -> bool:
    """ "North of", "south-southeast of", "from", "outside"."""
    if view.norm[at] in _OFF:
        return True
    if not view.norm[at].startswith(_POINTS):
        return False
    while view.tag[at] in ("w", "-") and view.norm[at] not in view.rules.of:
        at += 1
    return view.norm[at] in view.rules.of


def distance(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """What a length that tells where something is measures: nothing that is done."""
    start = located(view, figure)
    if start is None or (view.tag[start - 1] in "vi" and view.norm[start - 1] not in view.rules.situated):
        return None  # "walked 20 miles from Bode"
    name = measured("en", "units").get(figure.value.unit)
    told = view.tokens[figure.last - 1]
    return (
        Property(
            f"{name} in {told.text.lower()}" if told.kind == "w" and len(told.text) > _SYMBOL and told.norm != "half" else name, "unit"
        )
        if name
        else None
    )


def away(view: View, figure: FigureMention, around: Around) -> Subject | None:
    """What is so far from somewhere: the place, or the thing in front of the distance."""
    start = located(view, figure)
    if start is None:
        return None
    apart = view.tag[start - 1] == ","
    end = start - (apart or view.tag[start - 1] == "(")
    if (named := around.names.at(around.index, end - 1)) is not None:
        wider = named.subject.type == "place" and view.tag[named.first - 1] == ","
        within = around.names.at(around.index, named.first - 2) if wider and named.first - 2 >= view.first else None
        return within.subject if within is not None and within.subject.type == "place" else named.subject  # "in Bode County, California,"
    noun = view.noun_before(end)
    return thing(view.head_text(*noun)) if noun is not None and view.tag[noun[0] - 1] in ("d" if apart else "dpvi") else None
