"""A figure in brackets -> whom it is said of and what it measures: "9,662 votes (40.3%)", "jobs in catering (12,300), law (415)"."""

from __future__ import annotations

from watcher.extract.about.behind import Before
from watcher.extract.about.clauses import Clause
from watcher.extract.about.kinds import kind
from watcher.extract.about.measures import Property
from watcher.extract.about.onward import Told
from watcher.extract.about.phrases import Around, of_phrase
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention, NameMention
from watcher.model import Subject

_UNNAMED = frozenset("pafd+-–−")  # before an amount in brackets: "down 1pp to", "both"
_TELLING = frozenset("vx")
_UNLISTED = ("age", "rank")
_UNITS = ("measure", "money")  # that are told in two units


def bracketed(view: View, figure: FigureMention, before: Before) -> Subject | None:
    """What stands in brackets behind a figure is said of whom that is: "9,662 votes (40.3 per cent)"."""
    if figure.value.unit != "percent" or "(" not in view.tags:
        return None
    last, subject = before
    at = view.opening(figure)
    if not view.first <= last <= at or view.tag[at] != "(":
        return None
    counted = at - last == 2 and view.tag[last] == "p" and view.norm[last] in view.rules.of and view.tag[last + 1] == "w"
    return subject if at - last in (0, 1) or counted else None  # "4,8 millones de papeletas (25 %)"


def converted(view: View, figure: FigureMention, measure: Property | None, told: Told | None) -> Told | None:
    """ "20 kilometres (12 miles)", "$40m (£31m)": what another unit tells again in brackets is what the figure before tells."""
    if told is None or kind(view, figure) not in _UNITS or kind(view, told.figure) != kind(view, figure) or not _alone(view, figure):
        return None
    beside = view.opening(figure) == told.figure.last and told.figure.value.unit != figure.value.unit
    own = measure if told.measure.source == "unit" and measure is not None else told.measure  # "distance in miles"
    return told._replace(measure=own) if beside else None


def enclosed(view: View, figure: FigureMention, clause: Clause, around: Around) -> Subject | None:
    """ "The rise going to irrigation ($26 million)", "(women 41%, men 35%)": the noun an amount in brackets stands at."""
    if (turn := _turn(view, figure)) is not None:
        return _turn_of(view, turn, around)
    if _level(view, figure) is not None and clause.subject is not None:
        return of_phrase(view, clause.subject, around)
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


def named(view: View, figure: FigureMention, around: Around) -> Subject | None:
    """ "Crane Rail (down 1pp to 36.8%)", "East Sussex and Essex (both 7%)": the name that an amount in brackets stands behind."""
    if _turn(view, figure) is not None:
        return None
    opening = view.tags.rfind("(", 0, figure.first - view.first)
    if opening < 1 or view.tags[opening - 1] == "f" or not _UNNAMED.issuperset(view.tags[opening + 1 : figure.first - view.first]):
        return None
    mention = around.names.at(around.index, view.first + opening - 1)
    if mention is not None and view.norm[mention.first - 1] in view.rules.places:
        mention = around.names.at(around.index, mention.first - 2) or mention  # "Marston in Essex (46%)"
    if mention is not None and mention.subject.type == "organization" and (member := _member(view, mention, around)) is not None:
        return member
    return mention.subject if mention is not None else None


def _member(view: View, party: NameMention, around: Around) -> Subject | None:
    """ "Ana Bo, del Partido Liberal (3%)", "Tom Ray of Reform (3%)": the person whose party stands before the bracket."""
    at = party.first - 1
    at -= view.tag[at] in ("d", "w")  # "del partido Somos"
    if view.norm[at] not in view.rules.of:
        return None
    person = around.names.at(around.index, at - 1 - (view.tag[at - 1] == ","))
    return person.subject if person is not None and person.first >= view.first and person.subject.type == "person" else None


def _turn(view: View, figure: FigureMention) -> int | None:
    """ "Leeds had the most crashes (212) and Hull the fewest (31)", "y Álava la más baja (4,1)": the last word of who comes next."""
    if view.words.isdisjoint(view.rules.superlatives) or not _alone(view, figure):
        return None
    at = view.opening(figure) - 1
    if view.rules.language == "es" and view.norm[at - 1] in view.rules.superlatives:
        at -= 1
    if view.norm[at] not in view.rules.superlatives or view.tag[at - 1] != "d":
        return None
    return at - 2 if view.tag[at - 2] == "n" or (view.tag[at - 2] in ("w", "v") and view.tag[at - 3] in ("c", ",", ";")) else None


def _turn_of(view: View, last: int, around: Around) -> Subject | None:
    """Whose turn it is, by the last word."""
    named = around.names.at(around.index, last)
    return named.subject if named is not None else thing(view.head_text(*(view.noun_before(last + 1) or (last, last + 1))))


def _level(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """ "Flats saw the biggest rise in rents (5%), houses the slowest (2%)": what stands in front is a level that the clause tells of."""
    if not _alone(view, figure):
        return None
    noun = view.noun_before(view.opening(figure))
    if view.rules.language == "es":  # "Loja fue la ciudad con mayor desempleo (24,9%)"
        if noun is not None and view.norm[noun[0] - 1] == "de":
            noun = view.noun_before(noun[0] - 1)
        had = noun is not None and "con" in (view.norm[noun[0] - 1], view.norm[noun[0] - 2])
        most = noun is not None and not view.rules.superlatives.isdisjoint((view.norm[noun[0]], view.norm[noun[0] - 1]))
        return noun if had and most else None
    if noun is not None and view.tag[noun[0] - 1] == "p":
        noun = view.noun_before(noun[0] - 1)
    if noun is None or _TELLING.isdisjoint(view.tags[: noun[0] - view.first]):
        return None
    most = view.norm[noun[0]] in view.rules.superlatives or view.norm[noun[0] - 1] in view.rules.superlatives
    return noun if most or view.norm[noun[1] - 1] in view.rules.moves else None


def listed(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "Se creó empleo en la educación (31.503) y el comercio (18.072)": what the clause tells of the items of a list."""
    if not _alone(view, figure):
        return None
    if _turn(view, figure) is not None:
        return previous
    if (level := _level(view, figure)) is not None:
        alone = level[1] - level[0] == 1 and view.norm[level[0]] in view.rules.superlatives
        return previous if alone else Property(view.head_text(*level), "before", level)
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
    return view.tag[figure.last] == ")" and view.tag[view.opening(figure)] == "("


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
