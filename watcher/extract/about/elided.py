"""A clause that opens with "la de X", "that of X" -> what its figure is about: the noun told last, of X.

"La producción de soja sumó 48 millones; la de maíz, 52", "Unemployment in Lima rose to 7%. That of Cusco fell to 4%".
"""

from __future__ import annotations

from dataclasses import replace

from watcher import lexicon
from watcher.extract.about.measures import Property
from watcher.extract.about.onward import Told
from watcher.extract.about.phrases import Known
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.model import Subject

_THAT = frozenset(("la", "el", "las", "los", "that", "those"))
_NEAR = 2  # sentences back that told it
_OPENERS = frozenset(",;c.")


def elided(view: View, figure: FigureMention, own: Property | None, told: Told, known: tuple[Known, int]) -> Told | None:
    """What `figure` is about, where the head of its subject goes without saying; None where it has one."""
    if (own is not None and own.source == "noun") or view.words.isdisjoint(_THAT):
        return None
    of = view.reading.sentence_of
    if of[figure.first] - of[told.figure.first] >= _NEAR or (at := _opening(view, figure)) is None:
        return None
    behind = at + 2 + (view.tag[at + 2] == "d")
    names, index = known
    mention, noun = names.at(index, behind), view.noun_after(behind)
    if mention is None and noun is None:
        return None
    name = mention.subject.name if mention is not None else view.head_text(*noun) if noun is not None else ""
    subject = mention.subject if mention is not None else thing(name)
    measure = replace(told.measure, noun=None, source="rate")
    verb = view.verb(figure, view.clause(figure.first))
    if own is not None and own.source == "verb" and verb is not None and view.tokens[verb].text.lower() not in view.rules.change:
        measure = own  # "la de Ana costó 12 millones"
    whose = told.subject
    if (
        whose is not None
        and whose.type == "thing"
        and (joined := _joined(whose, name, _goes_on(view, told), view.rules.language)) is not None
    ):
        if lexicon.fold(whose.name) == lexicon.fold(told.measure.name):
            measure = replace(measure, name=joined)
        subject = thing(joined)
    return Told(figure, subject, measure)


def _opening(view: View, figure: FigureMention) -> int | None:
    """Where "la de" opens the clause of a figure."""
    for at in reversed(view.reading.between(_THAT, max(view.clause(figure.first).first, view.first), figure.first - 2)):
        if view.norm[at + 1] in view.rules.of and (at == view.first or view.tag[at - 1] in _OPENERS):
            return at
    return None


def _goes_on(view: View, told: Told) -> bool:
    """ "La tasa de paro de los hombres": true where what was told is of somebody, whom its name leaves out."""
    noun = told.measure.noun
    if noun is None or told.subject is None or not view.first <= noun[0] < view.last:
        return False
    words, end = lexicon.fold(told.subject.name).split(" "), noun[1]
    while view.norm[end] in view.rules.of:
        inner = end + 1 + (view.tag[end + 1] == "d")
        if view.norm[inner] not in words:
            return True
        end = inner + 1
    return False


def _joined(whose: Subject, name: str, goes_on: bool, language: str) -> str | None:
    """ "producción de soja" with "maíz" -> "producción de maíz"; "soy output" with "maize" -> "maize output"; None of a bare noun."""
    of = "de" if language == "es" else "of"
    if goes_on and " " in whose.name:
        return f"{whose.name} {of} {name}"
    for link in (" de ", " of ", " del "):
        head, _, rest = whose.name.partition(link)
        if rest:
            return f"{head} {of} {name}"
    first, _, last = whose.name.rpartition(" ")
    return f"{name} {last}" if first and language == "en" else None
