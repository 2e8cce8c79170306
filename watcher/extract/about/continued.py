"""A figure that goes on with the one before it in its sentence -> what it measures: the same, or the same with what its own verb tells."""

from __future__ import annotations

from watcher.extract.about.clauses import Clause
from watcher.extract.about.kinds import kind
from watcher.extract.about.measures import Property, deed, named
from watcher.extract.about.view import View
from watcher.extract.about.wording import VOTES, participle
from watcher.extract.reading import FigureMention

_VERBS = frozenset("vi")


def listed(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """What the figure before measures; where a verb of its own stands between, that with what the verb tells: "people infected"."""
    if previous is None or not alike(view, figure, previous):
        return None
    if previous.noun is not None and view.norm[previous.noun[1]] in view.rules.tallied:
        return None  # "With 98% of ballots counted, Bo had 51.3%"
    verb = view.verb(figure, clause)
    if anew(view, figure, clause, previous):
        return None  # "set aside $45 million, while the union promised €6m"
    if verb is None or not previous.at < verb < figure.first or view.tag[verb] in "xm" or (told := deed(view, verb)) is None:
        return previous
    if previous.name == VOTES[view.rules.language] and view.tokens[verb].text.lower() in view.rules.winning:
        return previous  # "Bell took 41 percent and Cole garnered 38"
    base = named(view, clause) if clause.subject is not None and clause.subject.first > previous.at and not clause.inherited else ""
    if not base and previous.noun is not None and kind(view, figure) == "count":
        base = view.head_text(*previous.noun)
        told = participle(view.tokens[verb].text.lower(), base, "es") if view.rules.language == "es" else told
    base = base or named(view, clause)
    return Property(f"{base} {told}".strip(), "verb" if not base else previous.source, previous.noun)


def anew(view: View, figure: FigureMention, clause: Clause, previous: Property) -> bool:
    """Whether somebody else does something else in the clause of a figure than was done in the one before."""
    subject, verb = clause.subject, view.verb(figure, clause)
    if view.rules.language != "en" or previous.source != "verb" or previous.noun is not None or subject is None or verb is None:
        return False
    other = not clause.inherited and previous.at < subject.first < verb and view.tag[subject.first] != "q"
    return other and view.tag[verb] == "v" and view.tokens[verb].text.lower() not in view.rules.change


def alike(view: View, figure: FigureMention, previous: Property) -> bool:
    """Whether an amount can go on with what the figure before measures: over a verb, no money or share with a count."""
    share = figure.value.unit in ("percent", "percentage-point") and view.rules.language == "es"
    if (not share and kind(view, figure) != "money") or previous.source != "noun":
        return True
    if _VERBS.isdisjoint(view.tags[max(0, previous.at - view.first) : figure.first - view.first]):
        return True
    return any(other.first == previous.at and kind(view, other) != "count" for other in view.told)
