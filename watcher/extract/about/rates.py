"""A rate told short ("the rate stood at 36", "it halved to 19.7") -> its full name and its year, from the words around or the rate before.

"Since 2015, the deadliest year (106.3 per 100,000), the homicide rate has fallen; 2024 closed at 1.9": every figure is a homicide rate.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from watcher import lexicon
from watcher.extract.about.measures import Property, with_of
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.lexicon import concepts

_OF = 4  # words of what a rate is of
_FAR = 24  # tokens around the figure in which a rate's name is looked for


def full(view: View, figure: FigureMention, per: Decimal, measure: Property | None, before: dict[str, str]) -> Property | None:
    """`measure`, its name told in full where it is a rate without one; `before` (by what it is a rate of) remembers full names."""
    if per < 100:
        return measure
    measure = _counting(view, figure, measure)
    key = f"{per.normalize()}"
    known = measure is not None and measure.source in ("label", "before", "subject", "noun") and concepts.kind(measure.name) is not None
    if measure is not None and known:
        before[key] = measure.name
        return measure
    short = measure is None or concepts.concept(measure.name) in view.rules.rates or measure.source != "label"
    name = (_ahead(view, figure) or before.get(key)) if short else None
    if name is None:
        return measure
    before[key] = name
    return replace(measure, name=name, noun=None, source="rate") if measure else Property(name, "rate", at=figure.first)


def _counting(view: View, figure: FigureMention, measure: Property | None) -> Property | None:
    """ "Una tasa de 0,79 incendios forestales por cien mil habitantes": of what it is a rate stands within the figure."""
    english = view.rules.language == "en"
    if measure is None or figure.noun is None or figure.noun[0] >= figure.last or " of " in measure.name or " de " in measure.name:
        return measure
    if lexicon.fold(measure.name).split(" ")[-1 if english else 0] not in view.rules.rates:
        return measure
    counted = " ".join([token.text.lower() for token in view.tokens[slice(*figure.noun)]][:_OF])
    return replace(measure, name=f"{measure.name} {'of' if english else 'de'} {counted}", noun=None)


def _ahead(view: View, figure: FigureMention) -> str | None:
    """An indicator named in the sentence, the nearest behind the figure, else before it."""
    if view.words.isdisjoint(view.rules.rates):
        return None
    behind = range(figure.last, min(view.last, figure.last + _FAR))
    ahead = range(figure.first - 1, max(view.first, figure.first - _FAR) - 1, -1)
    for index in (*behind, *ahead):
        if view.norm[index] not in view.rules.rates:
            continue
        name = _named(view, index)
        if concepts.kind(name) == "place":
            return name
    return None


def _named(view: View, index: int) -> str:
    noun = view.noun_before(index + 1) or (index, index + 1)
    inner = view.noun_after(index + 2) if view.norm[index + 1] in view.rules.of else None
    if inner is not None and view.tag[inner[0]] != "n" and noun[1] - noun[0] == 1:
        return with_of(view, inner)
    return view.head_text(*noun)


def year(view: View, figure: FigureMention) -> str | None:
    """The year told between the figure before and this one: "by 2020, with the plan under way, it halved to 19.7", "2024 closed at 1.9"."""
    index = figure.first - 1
    while view.tag[index] in "p(f" and view.tag[index] and index > figure.first - 5:
        index -= 1  # "halved to 19.7": one change, one year
    start = max(view.first, figure.first - _FAR)
    told = view.tags[start - view.first : index + 1 - view.first]
    if "t" not in told and "#" not in told:
        return None
    while index >= start and view.tag[index] not in ("f", ";"):
        text = view.tokens[index].text
        if view.tag[index] in "t#" and len(text) == 4 and text.isascii() and text.isdigit() and text[:2] in ("19", "20"):
            clause = view.tag[index + 1] in "vx" or view.tag[index - 1] in "p;c,("
            return text if clause else None
        index -= 1
    return None
