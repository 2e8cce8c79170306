"""A figure that was, beside the one that is -> the words for when it was: "up from $3.9 billion a year earlier", "frente al 8,3% anterior".

Where the published date tells when that was, the scope has it; else the property says it ("revenue a year earlier"), so that the value
of a year before is never held for the current one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from watcher import lexicon
from watcher.extract.about.view import View
from watcher.extract.dates import anchors
from watcher.extract.dates.periods import Times
from watcher.extract.reading import FigureMention

_LAST = frozenset(("last", "pasado", "pasada", "pasados", "pasadas"))
_CONTROLS = frozenset(("placebo", "placebos", "control"))
_TO = frozenset(("to", "a", "al", "hasta"))
_NEAR = 6  # tokens between two figures of which one was and the other is, and from a link to its figure
_LED = 3  # tokens before a figure among which it is said to be reached: "to about $12"
_SORTS = frozenset(("age", "rank"))


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    opening: frozenset[str]  # "up from"
    leaving: frozenset[str]  # "from 12 to 15"
    against: frozenset[str]  # "compared with 12 last year"
    adjectives: frozenset[str]  # "the previous 12"
    told: dict[str, list[str]]
    before: str
    links: frozenset[str]


@cache
def _words(language: str) -> _Words:
    raw = lexicon.load(f"{language}/dates")["anchors"]
    sets = {name: frozenset(raw["was"][name]) for name in ("opening", "leaving", "against", "adjectives")}
    return _Words(**sets, told=raw["told"], before=raw["was"]["told"], links=sets["leaving"] | sets["against"] | sets["adjectives"])


def told(view: View, figure: FigureMention, name: str, times: Times, longest: int) -> str:
    """The property of a figure without a time, with the words for when it was; as it is where nothing says that it was before."""
    words = _words(view.rules.language)
    if figure.sort in _SORTS or not (times.anchors or not view.words.isdisjoint(words.links)):
        return name
    when = _anchored(view, figure, times, words) or (_was(view, figure, words) if not view.words.isdisjoint(words.links) else None)
    if when is None or name.endswith(when):
        return name
    room = longest - when.count(" ") - 1
    return " ".join((*name.split(" ")[:room], when))


def _anchored(view: View, figure: FigureMention, times: Times, words: _Words) -> str | None:
    """ "$3.9 billion a year earlier", whose year is not known."""
    anchor = times.anchor(figure.first, figure.last) if times.anchors else None
    return _phrase(anchor.unit, -anchor.step, words) if anchor is not None and anchor.step < 0 and anchor.unit in words.told else None


def _phrase(unit: anchors.Unit, many: int, words: _Words) -> str:
    one, several = words.told[unit]
    return one if many == 1 else several.format(many)


def _was(view: View, figure: FigureMention, words: _Words) -> str | None:
    link = _link(view, figure.first, words)
    word, behind = view.norm[link], figure.last
    behind += view.tag[behind] == "w" and view.norm[behind] not in words.adjectives
    if not words.adjectives.isdisjoint((view.norm[figure.first - 1], view.norm[figure.last], view.norm[behind])):
        return words.before
    if word not in words.links:
        return None
    if (group := _group(view, figure.last)) is not None:
        return group
    unit = _last(view, figure.last)
    if unit is not None and unit in words.told:
        return _phrase(unit, 1, words)
    if word not in words.leaving or not _alike(view, figure, link, words):
        return None
    return words.before


def _link(view: View, first: int, words: _Words) -> int:
    """What stands before an amount, its article and hedges."""
    at = first - 1
    while at > view.first and view.norm[at] not in words.links and (view.tag[at] in "da" or view.norm[at] in view.rules.hedges):
        at -= 1
    return at


def _group(view: View, at: int) -> str | None:
    """ "Compared with 1.9 percent on placebo", "frente al 1,8% del grupo de control": those that nothing was given, not those told of."""
    end = next((index for index in range(at, at + _NEAR) if view.norm[index] in _CONTROLS), None)
    if view.tag[at] != "p" or end is None or any(view.tag[index] not in "pdwn" for index in range(at, end)):
        return None
    end += 1 + (view.tag[end + 1] == "w" and view.rules.language == "en")
    return " ".join(view.norm[index] for index in range(at, end) if view.tag[index] != "d")


def _last(view: View, at: int) -> anchors.Unit | None:
    """The unit of "last year", "la semana pasada" shortly behind a figure."""
    units = anchors.units(view.rules.language)
    for index in range(at, at + _NEAR):
        if view.tag[index] in ("f", ",", ".", ";", ""):
            return None
        if view.norm[index] in _LAST:
            return units.get(view.norm[index - 1]) or units.get(view.norm[index + 1])
    return None


def _alike(view: View, figure: FigureMention, link: int, words: _Words) -> bool:
    """Another figure of the same unit stands beside, to which it moved: "to 15 from 12", "from 12 to 15", "15, up from 12"."""
    turned = view.norm[link - 1] in words.opening
    for other in view.told:
        if (other.value.unit, other.value.per) != (figure.value.unit, figure.value.per) or other is figure:
            continue
        if other.last <= link <= other.last + _NEAR and (turned or view.norm[link] != "de") and "s" not in _between(view, other.last, link):
            reached = any(view.norm[at] in _TO for at in range(other.first - _LED, other.first))
            if turned or reached or _moved(view, other):
                return True
        if figure.last <= other.first <= figure.last + _NEAR and any(view.norm[at] in _TO for at in range(figure.last, other.first)):
            return _moved(view, figure)
    return False


def _between(view: View, first: int, last: int) -> str:
    return view.tags[first - view.first : last - view.first]


def _moved(view: View, figure: FigureMention) -> bool:
    """Whether a verb of change stands in the clause."""
    verb = view.verb(figure, view.clause(figure.first))
    return verb is not None and (
        view.tokens[verb].text.lower() in view.rules.change or view.tokens[verb].text.lower() in view.rules.altering
    )
