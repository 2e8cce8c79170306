"""A figure in brackets -> whom it is said of and what it measures: "9,662 votes (40.3%)", "jobs in catering (12,300), law (415)"."""

from __future__ import annotations

from watcher.extract.about.behind import Before
from watcher.extract.about.clauses import Clause
from watcher.extract.about.measures import Property, kind
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.model import Subject

_UNLISTED = ("age", "rank", "duration")


def bracketed(view: View, figure: FigureMention, before: Before) -> Subject | None:
    """What stands in brackets behind a figure is said of whom that is: "9,662 votes (40.3 per cent)"."""
    last, subject = before
    at = view.opening(figure)
    behind = view.first <= last and at - last in (0, 1) and view.tag[at] == "("
    return subject if behind and figure.value.unit == "percent" else None


def enclosed(view: View, figure: FigureMention, clause: Clause) -> Subject | None:
    """ "The rise going to irrigation ($26 million)", "(women 41%, men 35%)": the noun an amount in brackets stands at."""
    if (item := _item(view, figure)) is not None:
        return thing(view.head_text(*item))
    if clause.opener != "(" or clause.verb is not None or kind(view, figure) in _UNLISTED:
        return None
    whole = _alone(view, figure)
    noun = view.noun_before(view.opening(figure) if whole else figure.first)
    if view.rules.language == "es" and (not whole or noun is None or view.tag[noun[0] - 1] != "d"):
        return None  # "le siguen el paro (19,8 %) y la inmigración (18 %)"
    if noun is None or (not whole and view.tag[noun[0] - 1] not in ("(", ",", ";", "c")):
        return None
    return thing(view.head_text(*noun))


def listed(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "Se creó empleo en la educación (31.503) y el comercio (18.072)": what the clause tells of the items of a list."""
    if clause.verb is None or clause.verb > figure.first or (item := _item(view, figure)) is None:
        return None
    made = view.noun_after(clause.verb + 1)
    if made is not None and made[1] < item[0] and view.tag[made[1] - 1] == "w" and view.tag[made[1]] != "(":
        return Property(view.head_text(*made), "object", made)
    subject = clause.subject
    if subject is None or subject.last > item[0] or view.tag[subject.last - 1] not in ("w", "g"):
        return None
    return Property(view.phrase_text(subject), "subject", (subject.first, subject.last))


def _alone(view: View, figure: FigureMention) -> bool:
    """A bracket that holds the figure and no more."""
    return view.tag[view.opening(figure)] == "(" and view.tag[figure.last] == ")"


def _item(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """The noun of a list whose items have their amounts in brackets."""
    if not _alone(view, figure) or kind(view, figure) in _UNLISTED:
        return None
    unit = figure.value.unit
    if not any(other.first != figure.first and other.value.unit == unit and _alone(view, other) for other in view.told):
        return None
    last = view.opening(figure) - 1
    if view.tag[last] == "g" and view.tag[last - 1] in ("p", ",", "c"):
        return last, last + 1  # "in catering (12,300), cleaning (4,150)"
    noun = view.noun_before(last + 1)
    return noun if noun is not None and view.tag[last] == "w" else None
