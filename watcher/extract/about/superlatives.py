"""Who is named as having most or least of something -> what the figures behind the name measure, and that they are theirs.

"La empresa que obtuvo más ganancias fue Norvia, con 2.054 millones": profits, and they are Norvia's.
"""

from __future__ import annotations

from watcher.extract.about.clauses import Clause
from watcher.extract.about.kinds import kind
from watcher.extract.about.measures import Property, with_of
from watcher.extract.about.phrases import Around
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.model import Subject

_LEVELS = frozenset(("alta", "altas", "alto", "altos", "baja", "bajas", "bajo", "bajos", "elevada", "elevadas", "elevado", "elevados"))
_FAR = 14  # tokens from the superlative to the verb that names who it is
_UNNAMED = ("age", "rank", "duration")


def measured(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """What there is most or least of, where the figure stands behind the name and counts nothing of its own."""
    if view.words.isdisjoint(view.rules.superlatives) or view.tag[figure.last] in ("w", "n", "g") or kind(view, figure) in _UNNAMED:
        return None
    if view.norm[figure.last] in view.rules.of or (copula := _copula(view, figure)) is None:
        return None
    noun = _most(view, copula)
    if noun is None:
        return None
    if view.rules.language == "en":
        return Property(with_of(view, noun), "noun", noun)
    name, at = view.whole_text(*noun), noun[1] + 2
    inner = view.noun_after(at + 1) if view.norm[noun[1]] in view.rules.superlatives and view.norm[at] in view.rules.of else None
    return Property(f"{name} {view.norm[at]} {view.head_text(*inner)}" if inner is not None else name, "noun", noun)


def leader(view: View, figure: FigureMention, around: Around) -> Subject | None:
    """Who has most or least: the name right behind the verb, for the figure that stands next to it."""
    if view.words.isdisjoint(view.rules.superlatives) or (copula := _copula(view, figure)) is None:
        return None
    if _most(view, copula) is None and not _moved(view, copula):
        return None
    behind = copula + 1
    behind += view.tag[behind] in ':"'
    named = around.names.at(around.index, behind + (view.tag[behind] == "d"))
    if named is None or named.last > figure.first or view.tags[named.last - view.first : figure.first - view.first].strip(',pda("'):
        return None
    return named.subject


def _copula(view: View, figure: FigureMention) -> int | None:
    """The "is" or "fue" with a name behind it that stands before the figure."""
    at = view.tags.rfind("x", 1, figure.first - 1 - view.first)
    while at > 0:
        behind = at + 1 + (view.tags[at + 1] in ':"')  # "las más afectadas fueron: Oslo (29 %)"
        if view.tags[behind + (view.tags[behind] == "d")] == "n":
            return view.first + at
        at = view.tags.rfind("x", 1, at)
    return None


def _moved(view: View, copula: int) -> bool:
    """ "El rubro que más subió fue", "the city that grew fastest is": what changes most, told by its verb."""
    return any(
        view.norm[at] in view.rules.superlatives and (view.tag[at + 1] == "v" or view.tag[at - 1] == "v")
        for at in range(view.first, copula)
    )


def _most(view: View, copula: int) -> tuple[int, int] | None:
    """The noun of which there is most, before the verb: "más ganancias", "the biggest profit", "tasas más altas"."""
    for at in range(copula - 1, max(view.first, copula - _FAR) - 1, -1):
        if view.norm[at] not in view.rules.superlatives:
            continue
        noun = view.noun_after(at + 1)
        led = view.noun_before(at) if view.rules.language == "es" and view.norm[at + 1] in _LEVELS else None
        if led is not None and led[1] == at:
            return led  # "los estados con tasas más altas de homicidio son"
        if noun is not None and noun[0] == at + 1 and noun[1] <= copula:
            last = next((i for i in range(*noun) if i > noun[0] and view.tokens[i].text.lower() in view.rules.winning), noun[1])
            return noun[0], last  # "que más empleo creó"
    return None
