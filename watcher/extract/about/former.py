"""An amount that another of its sentence is held against -> what that one is about: "earned $601 million, ..., down from $859 million".

In pairs each meets its own: "$6 million, or 51 cents a share, up from $5 million, or 40 cents a share".
"""

from __future__ import annotations

from watcher.extract.about.onward import Told
from watcher.extract.about.view import View
from watcher.extract.neighbours import among
from watcher.extract.reading import FigureMention

_TURNS = frozenset(("up", "down", "compared", "comparado", "comparada", "comparados", "comparadas"))
_LINKS = frozenset(("from", "with", "to", "a", "al", "con"))
_SUCH = frozenset(("los", "las"))
_NAMED_IN = 6  # tokens behind an amount that may tell whose it is
_PAIRED = frozenset(("or", "o"))


class Former:
    """The figures of one sentence, and which of them were held against one before."""

    def __init__(self) -> None:
        self._sentence = -1
        self._told: list[tuple[Told, bool]] = []
        self._back = False

    def find(self, view: View, sentence: int, figure: FigureMention) -> Told | None:
        """What `figure` is about where it is only what another was before, or elsewhere."""
        if sentence != self._sentence:
            self._sentence, self._told = sentence, []
        self._back = bool(self._told) and self._held(view, figure)
        if not self._back:
            return None
        for told, _ in reversed([pair for pair in self._told if not pair[1]]):
            if (
                told.figure.value.per == figure.value.per
                and told.figure.value.unit == figure.value.unit
                and _each(view, told.figure) == _each(view, figure)
            ):
                return told
        return None

    def add(self, told: Told) -> None:
        """Keep what the figure asked for last is about."""
        self._told.append((told, self._back))

    def _held(self, view: View, figure: FigureMention) -> bool:
        start = view.before_hedges(figure.first)
        before = self._told[-1]
        if view.norm[start - 1] in _PAIRED and before[1] and start - before[0].figure.last <= _NAMED_IN:
            return True
        link = start - 1 - (view.norm[start - 2] in _TURNS)
        turned = any(view.norm[at] in _LINKS and view.norm[at - 1] in _TURNS for at in (start - 1, start))
        against = view.tag[link - 1] == "," and (view.norm[link] in view.rules.matched or view.norm[link] in view.rules.opposing)
        first = figure.first  # "un 12% más que los 1.173 del mismo periodo"
        than = view.norm[first - 1] in _SUCH and view.norm[first - 2] == "que" and view.norm[first - 3] in view.rules.comparing
        if not (turned or against or than):
            return False
        return view.tag[figure.last] not in ("w", "n") and not _owned(view, figure)


def _owned(view: View, figure: FigureMention) -> bool:
    """ "Against 41% for Governor Ana Bo": whose it is is told behind it."""
    at = figure.last
    if view.tag[at] == "(":  # "to 389,114 (45.9%) for Bo"
        at = next((close + 1 for close in range(at, at + _NAMED_IN) if view.tag[close] == ")"), at)
    at += view.tag[at] in ("g", "v")  # "41% polled by Ana Bo"
    whose = (view.rules.towards, view.rules.by, view.rules.places, view.rules.of)
    if view.norm[at] == "que" and view.tag[at + 1] == "v":
        return True  # "frente a los 45 que sacó Ana Bo"
    if not among(view.norm[at], *whose):
        return False
    if view.norm[at + 1] in view.rules.possessive:
        return True  # "against 41% for her rival"
    while view.tag[at + 1] in ("d", "w") and at < figure.last + 2 * _NAMED_IN:
        at += 1
    at += view.tag[at + 1] == ","  # "frente al 41% de la alcaldesa, Ana Bo"
    return view.tag[at + 1] in ("n", "o")


def _each(view: View, figure: FigureMention) -> bool:
    """An amount for each piece: "51 cents per share"."""
    piece = view.norm[figure.last + 1]
    return view.tag[figure.last] in ("d", "p") and (piece in view.rules.stakes or piece in view.rules.pieces)
