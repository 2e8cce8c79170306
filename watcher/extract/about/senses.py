"""The counted in their sentence -> with what was done to them or the state they are in: "flights grounded", "casas perdidas"."""

from __future__ import annotations

from watcher.extract.about.clauses import Clause
from watcher.extract.about.view import View
from watcher.extract.about.wording import doer, participle, states
from watcher.extract.reading import FigureMention

_STATES = ("ados", "adas", "idos", "idas")  # "otras siete resultaron lesionadas"
_DONE = (*_STATES, "ado", "ada", "ido", "ida")
_LYING = ("encuentra", "encontraba", "halla")  # "tres personas se encuentran en estado crítico"
_WITH = frozenset(("del", "en", "con", "por"))  # behind a verb: no object of it


def sense(view: View, figure: FigureMention, clause: Clause, name: str) -> str:
    """`name` with the participle of its verb where that says more: "flights grounded", "casas perdidas"."""
    if len(name.split(" ")) > 3 or (view.rules.language == "es" and name in states("es")):
        return name  # "16 lesionadas"
    if (resulting := state(view, figure, clause)) and resulting not in name:
        return f"{name} {resulting}".strip()
    opening = view.before_hedges(figure.first) - 1
    told = view.rules.language == "es" and opening == view.first and view.norm[opening].endswith(_STATES)
    if told and name.partition(" ")[0].endswith("s"):
        return f"{name} {view.tokens[opening].text.lower()}"  # "Detenidas 12 personas en Soria"
    verb = view.verb(figure, clause)
    fronted = view.rules.language == "en" and clause.subject is not None and figure.last <= clause.subject.first
    if verb is None or (fronted and verb == clause.verb):
        return name  # "With 61 of 80 precincts reporting, Ortiz led"
    word = view.tokens[verb].text.lower()
    if word in view.rules.light or word in view.rules.change or word in view.rules.saying or not _governs(view, verb, figure):
        return name
    if view.rules.language == "es" and view.tag[verb] == "g" and view.tag[verb - 1] in ("w", "n") and view.norm[verb].endswith(_DONE):
        return name  # "40 personas heridas y 30 casas"
    if view.norm[verb + 1] == "la" and view.norm[verb + 2] == "vida":
        word = "murió"  # "perdieron la vida"
    done = participle(word, name, view.rules.language)
    if view.rules.language == "es" and not (done in states("es") or _suffered(view, verb, figure)):
        led = verb < figure.first and view.norm[figure.first - 1] in _WITH  # "viajaban en tres botes"
        return name if led else f"{name} {doer(word, name)}".strip()  # "libros que recorren", "votaron 40 vecinos"
    return f"{name} {done}".strip() if view.rules.language == "en" or done.endswith(view.rules.done) else name


def _suffered(view: View, verb: int, figure: FigureMention) -> bool:
    """Whether what a Spanish verb tells is done to the counted: its object, or behind it in the passive."""
    word = view.tokens[verb].text.lower()
    if word in view.rules.arriving or (view.norm[verb - 1] == "se" and view.norm[verb].startswith(_LYING)):
        return False
    if verb > figure.first:
        reflexive = "se" in (view.norm[verb - 1], view.norm[verb - 2])
        return reflexive or view.tag[verb] == "g" or (view.tag[verb - 1] in "xa" and view.norm[verb].endswith(_STATES))
    if view.tag[verb - 1] == "o" and view.norm[verb - 1] != "se":
        return False  # "la buscan 80 soldados"
    between = [view.norm[at] for at in range(verb + 1, figure.first)]
    if "a" in between:
        return True  # "contratará por lo menos a 350 personas"
    return word not in view.rules.lifeless and _WITH.isdisjoint((*between[:1], *between[-1:])) and view.norm[verb + 1] not in ("de", ",")


def _governs(view: View, verb: int, figure: FigureMention) -> bool:
    """Whether the counted is the object of the verb, or the subject it is said of: no preposition stands between."""
    start = verb + 1 + (view.norm[verb + 1] in view.rules.particles)
    tags = view.tags[max(0, start - view.first) : max(0, view.before_hedges(figure.first) - view.first)]
    return verb > figure.first or "p" not in tags


def state(view: View, figure: FigureMention, clause: Clause) -> str | None:
    """The state the counted are in, told behind them in their clause: "31 people have been confirmed dead"."""
    known = states(view.rules.language)
    copular = not view.words.isdisjoint(view.rules.resulting)
    if not copular and view.words.isdisjoint(known) and "vida" not in view.words:
        return None
    verb = False
    for index in range(figure.last, min(clause.last, figure.last + 9)):
        if view.tag[index] in ("f", ",", ";") or (verb and view.tag[index] == "w" and view.norm[index] not in known):
            return None  # "two lorries left several people dead"
        verb = verb or view.tag[index] == "v"
        if view.tag[index - 1] == "d":
            continue  # "five children buried in a collapsed school"
        if view.norm[index] == "sin" and view.norm[index + 1] == "vida":
            return "sin vida"
        resulting = copular and view.norm[index - 1] in view.rules.resulting and view.norm[index].endswith(_STATES)
        if resulting or view.norm[index] in known:
            return view.tokens[index].text.lower()
    return None
