"""What a verb of change changes -> what the figure beside it measures: "redujo su tasa en 50 puntos", "cut the drive from 50 minutes"."""

from __future__ import annotations

from watcher.extract.about.clauses import Clause
from watcher.extract.about.measures import Property, reckoned
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention

_DONE = ("ado", "ados", "ada", "adas", "ido", "idos", "ida", "idas")  # "superaron en un 2,5% los registrados antes"
_AT = frozenset(("en", "entre", "a"))


def altered(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "redujo este jueves su tasa de referencia en 50 puntos", "cut the drive from 50 minutes": what a verb of change changes."""
    verb = view.verb(figure, clause)
    if verb is None or verb > figure.first or view.tag[verb] == "x":
        return None
    word = view.tokens[verb].text.lower()
    put = word in view.rules.reckoning and not _AT.isdisjoint(view.norm[at] for at in range(figure.first - 3, figure.first))
    if word not in view.rules.change and word not in view.rules.altering and not put:
        return None  # "cifra el perjuicio en 3 millones", "calcula el daño entre 7 y 9"
    if view.norm[view.before_hedges(figure.first) - 1] in ("with", "con"):
        return None  # "held a slight lead with 18 percent": by no such amount
    behind = _behind(view, figure, verb)
    if behind is not None:
        return Property(_with_inner(view, behind, view.last), "object", behind)  # "sube un 8% el salario mínimo"
    at = verb + 1
    while view.tag[at] in ("t", "a"):
        at += 1
    if view.tag[at] == "d" and view.norm[at + 1] in view.rules.of and view.rules.language == "es":
        at += 2  # "redujo la de inflación al 3,9 %"
    at += view.norm[at] == "este" and view.tag[at + 1] == "t"
    while view.tag[at] == "t":
        at += 1
    noun = view.noun_after(at) if view.tag[at] == "d" or (view.tag[at] == "w" and word in view.rules.altering) else None
    if noun is None or noun[1] > figure.first or view.tag[noun[1] - 1] == "n" or reckoned(view, noun):
        return None
    return Property(_with_inner(view, noun, figure.first), "object", noun)


def _behind(view: View, figure: FigureMention, verb: int) -> tuple[int, int] | None:
    """ "Sube un 8% el salario mínimo", "recortó de 4,60 a 4,35 su previsión": what is changed, told behind the amounts."""
    end = figure.last
    while view.tag[end] == "p" and view.tag[end + 1] == "f":
        end += 1
        while view.tag[end] == "f":
            end += 1
    told = view.tag[end] == "d" and view.norm[end + 1] not in view.rules.pieces
    if not told or view.tags[verb + 1 - view.first : figure.first - view.first].strip("pfda"):
        return None
    noun = view.noun_after(end)
    return None if noun is not None and noun[1] - noun[0] == 1 and view.norm[noun[0]].endswith(_DONE) else noun


def _with_inner(view: View, noun: tuple[int, int], end: int) -> str:
    """The phrase with what it is of, where that stands before `end`: "tasa de referencia"."""
    name = view.head_text(*noun)
    if view.norm[noun[1]] in view.rules.of and noun[1] < end and (inner := view.noun_after(noun[1] + 1)) and view.tag[inner[0]] == "w":
        return f"{name} {view.tokens[noun[1]].text.lower()} {view.head_text(*inner)}"
    return name
