"""A figure in its sentence -> what it measures: a short noun phrase in the words of the text, or of the lexicon where it knows.

Each rule takes the view, the figure, its clause and the property of the figure before it, and gives a `Property` or None; the first
that answers wins, in an order by sort of figure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from watcher import lexicon
from watcher.extract.about import altered, brackets, continued, counted, distances, doings, likewise, measures, rows, sides, superlatives
from watcher.extract.about.behind import follows, led, opposed
from watcher.extract.about.clauses import Clause
from watcher.extract.about.kinds import ended, kind, sized
from watcher.extract.about.measures import Property
from watcher.extract.about.view import View
from watcher.extract.about.wording import full, measured, participle
from watcher.extract.neighbours import among
from watcher.extract.reading import FigureMention
from watcher.lexicon import concepts

__all__ = ["Property", "of"]

_MOST = 6
_THIN = frozenset(("unit", "verb", "subject"))
_ENDS = frozenset((".", ",", ";", "p", "c", "s", ""))
_LATER = frozenset(("each", "apiece", "alone", "ago", "later", "earlier", "now", "today", "away", "straight", "more", "less", "already"))
_TAKEN = ("superficie en hectáreas", "superficie")  # "80.000 hectáreas calcinadas"
_HAS = ("mid", "med", "pes", "cuest", "cost", "dur", "tard", "val")  # what tells the size of its own subject
_SYMBOL = 4  # letters of a unit's symbol at most
_EARNED = (
    "profit",
    "earnings",
    "loss",
    "income",
    "dividend",
    "beneficio",
    "ganancia",
    "utilidad",
    "perdida",
    "pérdida",
    "dividendo",
)  # a share
_BEING = ("estuv", "permanec", "qued")
_DONE = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ierto", "ierta")
_WORDED = frozenset(["km", "m", "cm", "mm", "mi", "ft", "in", "km2", "ha", "acre", "m2", "kg", "g", "t", "lb", "oz", "l", "m3", "barrel"])
_SPANS = {"year": "años", "month": "meses", "week": "semanas", "day": "días", "hour": "horas", "minute": "minutos", "second": "segundos"}


def of(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """What `figure` measures; `previous` is the property of the figure before it in the sentence."""
    sort = kind(view, figure)
    if (
        previous is not None
        and follows(view)
        and ((led(view, figure) and not _counting(view, figure)) or (sort in ("percent", "count") and opposed(view, figure)))
    ):
        return previous  # "followed by Carl Moss with 36%", "frente al 8% del País Vasco"
    for rule in _ORDER[sort]:
        found = rule(view, figure, clause, previous)
        if found is not None and found.name:
            name = full(found.name, view.rules.language)
            if sort == "money":
                name = _by_piece(view, figure, name)
            mean = view.norm[figure.first - 1] if view.rules.language == "en" else ""
            if mean in view.rules.averages and mean not in name and view.tag[figure.first - 2] == "d":
                name = f"{mean} {name}"  # "paid a median £1,148"
            if view.rules.language == "en" and found.source in _THIN:
                name = _further(view, figure, name)
            if name.count(" ") >= _MOST:
                name = " ".join(name.split(" ")[:_MOST])
            return Property(name, found.source, found.noun, figure.first)
    return None


def _counting(view: View, figure: FigureMention) -> bool:
    """ "Seguida de Puno, con 9 muertos": a count with a noun of its own goes on from no other."""
    noun = view.noun_after(figure.last) if figure.value.unit == "count" and view.tag[figure.last] in ("w", "a") else None
    return noun is not None and noun[0] <= figure.last + 1


def _further(view: View, figure: FigureMention, name: str) -> str:
    """ "91 per cent effective", "four years late", "six hours to clear the road": what stands behind an amount tells more."""
    sort, at = kind(view, figure), figure.last
    if sort not in ("duration", "percent", "times", "measure") or name.count(" ") > 2 or figure.value.per is not None:
        return name
    if figure.value.unit == "magnitude" or distances.located(view, figure) is not None:
        return name  # "a 5.1 magnitude tremor", "lies 40 km north of Leeds"
    norm, tag = view.norm[at], view.tag[at]
    alone = tag in ("w", "a") and view.tag[at + 1] in _ENDS and norm not in _LATER and norm not in view.rules.dimensions
    if alone or (norm in view.rules.trailing and sort != "measure"):
        return f"{name} {norm}" if norm not in name else name
    if sort != "duration":
        return name
    if norm == "to" and view.tag[at + 1] in ("i", "v", "w"):
        noun = view.noun_after(at + 2)
        return f"{name} to {view.norm[at + 1]} {view.head_text(*noun) if noun else ''}".strip()
    noun = view.noun_after(at + 1) if norm == "in" else None
    told = noun is not None and view.tag[noun[1] - 1] == "w" and view.norm[noun[1] - 1] not in view.rules.terms | view.rules.moments
    return f"{name} in {view.head_text(*noun)}" if noun is not None and told else name


def _by_piece(view: View, figure: FigureMention, name: str) -> str:
    """ "Petrol is at $3.08 a gallon": an amount of money for each piece is a price."""
    if view.norm[figure.last + 1] not in view.rules.pieces or view.tag[figure.last] not in ("d", "p"):
        return name
    if view.norm[figure.last + 1] in view.rules.stakes and not name.endswith(view.norm[figure.last + 1]):
        return f"{name} {view.tokens[figure.last].text if view.tag[figure.last] == 'p' else 'per'} {view.norm[figure.last + 1]}"
    if concepts.concept(name) in ("price", "cost") or concepts.kind(name) is not None or name.endswith((" price", *_EARNED)):
        return name
    return f"{name} price" if view.rules.language == "en" else f"precio de {name}"


def _age(view: View, _figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    return Property(view.rules.age, "age")


def _rank(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    noun = view.noun_after(figure.last)
    if noun is None and view.norm[figure.last] in view.rules.mixed:
        noun = figure.last, figure.last + 1  # "la tercera baja": no verb
    name = " ".join(token.text.lower() for token in view.tokens[slice(*noun)][-4:]) if noun else ""
    name = "" if concepts.concept(name) == "rank" and view.rules.language == "es" else name  # "en segunda posición"
    return Property(
        f"{view.rules.rank} {name}".strip() if view.rules.language == "es" else f"{name} {view.rules.rank}".strip(), "rank", noun
    )


def _priced(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "Its €5 fee", "a £92,000 Porsche": what an amount right before a noun is the price of."""
    noun = view.noun_after(figure.last) if view.tag[figure.last] in ("w", "n") and view.rules.language == "en" else None
    return Property(view.head_text(*noun), "noun", noun) if noun else None


def _dimension(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "112 metres long", "58 metros de altura", "la mayor de magnitud 5,2"."""
    if figure.value.unit == "magnitude":
        whose = measures.before(view, figure, clause, None)
        return Property(measured(view.rules.language, "units")["magnitude"], "unit", whose.noun if whose is not None else None)
    if (noun := sized(view, figure)) is not None and (told := _unit(view, figure, clause, None)) is not None:
        return Property(f"{told.name} de {view.head_text(*noun)}", "before", noun)
    at = figure.last + (view.norm[figure.last] in view.rules.of)
    if view.norm[at + 1] == "sea" and view.norm[at + 2] == "level":
        return Property(f"height {view.norm[at]} sea level", "unit")
    if view.norm[at] == "sobre" and view.norm[at + 2] == "nivel":
        return Property("altura sobre el nivel del mar", "unit")
    name = measured(view.rules.language, "dimensions").get(view.norm[at])
    return Property(name, "unit") if name else None


def _output(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "Output is put at 1.4 million tonnes", "yields are running at 2.9 tonnes": what is produced or used, not its weight."""
    subject = clause.subject
    if subject is None or clause.inherited or subject.first >= figure.first:
        return None
    head = view.norm[subject.last - 1 if view.rules.language == "en" else subject.first + (view.tag[subject.first] == "d")]
    return measures.of_subject(view, figure, clause, None) if head in view.rules.outputs else None


def _unit(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """By its unit, with the verb where that tells more: "area burned", "weight lost"."""
    name = measured(view.rules.language, "units").get(figure.value.unit)
    if name is None:
        return None
    if name == "distance" and clause.subject is not None and view.norm[clause.subject.last - 1] in view.rules.waters:
        name = "level"  # "the river is at 7.8 metres"
    told = view.tokens[figure.last - 1]
    if told.kind == "w" and len(told.text) > _SYMBOL and figure.value.unit in _WORDED:
        name = f"{name} {'en' if view.rules.language == 'es' else 'in'} {told.text.lower()}"  # "distancia en metros"
    done = view.tokens[figure.last].text.lower() if name in _TAKEN and view.tag[figure.last] == "g" else ""
    if done.endswith(_DONE):
        return Property(f"{name} {participle(done, name, 'es')}", "unit")  # "80.000 hectáreas calcinadas"
    verb = view.verb(figure, clause)
    word = view.tokens[verb].text.lower() if verb is not None else ""
    plain = view.rules.language == "es" and (figure.value.unit == "magnitude" or word.startswith(_HAS))  # "mide 41 metros"
    plain = plain or not word or among(word, view.rules.light, view.rules.change, view.rules.saying) or view.tag[verb or 0] in "xm"
    return Property(name if plain else f"{name} {participle(word, name, view.rules.language)}", "unit")


def _elided(view: View, figure: FigureMention, _clause: Clause, previous: Property | None) -> Property | None:
    """A bare number that goes on from the one before: "5,900 MW ... fell to 4,700"."""
    return None if any(view.tokens[index].kind != "n" for index in range(figure.first, figure.last)) else previous


def _rest(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """The last resort: what the clause is about, its verb, or the plain name of the unit."""
    goes_on = previous is not None and continued.alike(view, figure, previous) and not continued.anew(view, figure, clause, previous)
    return (
        (previous if goes_on else None)
        or measures.of_subject(view, figure, clause, None)
        or measures.of_verb(view, figure, clause, None)
        or _unit(view, figure, clause, None)
        or doings.lightly(view, figure, clause)
    )


def _duration(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """How long: "72-hour strike" -> "strike duration"; "90 minutes of deliberation"; else its unit with the verb."""
    if (moved := measures.changed(view, figure, clause, None)) is not None and concepts.timed(moved.name):
        return moved
    words = [token.text.lower() for token in view.tokens[figure.first : figure.last] if token.kind == "w"]
    if previous is not None and not words:
        return previous
    word = words[-1] if words else figure.value.unit
    if view.rules.language == "es" and lexicon.fold(word) not in view.rules.spans:
        told = (view.tokens[index].text.lower() for index in range(figure.last - 2, figure.first - 1, -1))
        word = next((text for text in told if lexicon.fold(text) in view.rules.spans), _SPANS.get(figure.value.unit, word))
    if view.rules.language == "es" and len(words) > 2 and "y" in words:
        word = next((text for text in words if lexicon.fold(text) in view.rules.spans), word)  # "22 años y 10 meses de prisión"
    if "-" in view.reading.text[figure.start : figure.end] and (noun := view.noun_after(figure.last)):
        return Property(f"{view.head_text(*noun)} duration in {word}s", "noun", noun)
    end = ended(view, figure)
    if view.norm[end] in view.rules.of and (noun := view.noun_after(end + 1)):
        return Property(f"{word} {view.norm[end]} {view.head_text(*noun)}", "noun", noun)
    if (found := measures.before(view, figure, clause, previous)) is not None and len(found.name.split(" ")) <= 3:
        return replace(
            found,
            name=f"{found.name} {'de' if view.rules.language == 'es' else 'in'} {word}"
            if view.rules.language == "en"
            else f"{word} de {found.name}",
        )
    verb = view.verb(figure, clause)
    if verb is not None and view.norm[verb].startswith(_BEING) and view.tokens[verb + 1].text.lower().endswith(_DONE):
        verb += 1  # "estuvo cortada cinco horas"
    spoken = view.tokens[verb].text.lower() if verb is not None else ""
    if spoken in view.rules.change and view.rules.language == "en" and view.norm[figure.first - 1] in ("from", "to", "at", "by"):
        moved = measures.of_subject(view, figure, clause, None)
        if moved is not None:
            return replace(moved, name=f"{moved.name} in {word}")  # "daily use fell from 84 minutes to 57"
    if (
        spoken
        and spoken not in view.rules.light
        and spoken not in view.rules.change
        and spoken not in view.rules.saying
        and view.tag[verb or 0] not in "xm"
    ):
        return Property(f"{word} {participle(spoken, word, view.rules.language)}", "verb")
    return Property(word, "unit")


Rule = Callable[[View, FigureMention, Clause, Property | None], Property | None]
_BY_SORT: dict[str, tuple[Rule, ...]] = {
    "age": (_age,),
    "rank": (_rank,),
    "duration": (rows.label, altered.altered, _duration),
    "percent": (
        rows.label,
        sides.sided,
        superlatives.measured,
        brackets.listed,
        doings.likelier,
        counted.shared,
        counted.of_after,
        doings.standing,
        counted.rated,
        counted.fewer,
        doings.fronted,
        likewise.measured,
        measures.before,
        doings.passive,
        doings.share,
        altered.altered,
        measures.changed,
        doings.lexical,
        continued.listed,
        doings.voted,
        measures.of_verb,
        measures.of_subject,
    ),
    "times": (
        rows.label,
        doings.likelier,
        doings.multiplied,
        measures.changed,
        measures.of_subject,
        continued.listed,
        counted.counted,
        measures.of_verb,
    ),
    "rate": (rows.label, measures.before, counted.within, measures.changed, continued.listed, measures.of_subject, measures.of_verb),
    "count": (
        sides.sided,
        sides.often,
        counted.votes,
        counted.shared,
        counted.out_of,
        counted.levelled,
        superlatives.measured,
        counted.nominal,
        counted.fewer,
        counted.counted,
        rows.label,
        brackets.listed,
        counted.stated,
        doings.share,
        counted.of_after,
        measures.before,
        measures.changed,
        continued.listed,
        measures.of_subject,
        measures.of_verb,
    ),
    "money": (
        rows.label,
        superlatives.measured,
        brackets.listed,
        _priced,
        likewise.measured,
        measures.before,
        altered.altered,
        doings.lexical,
        counted.of_after,
        rows.announced,
        measures.changed,
        continued.listed,
        measures.of_subject,
        measures.of_verb,
    ),
    "measure": (
        rows.label,
        distances.distance,
        _dimension,
        measures.before,
        counted.of_after,
        measures.changed,
        _elided,
        _output,
        _unit,
        measures.of_subject,
        measures.of_verb,
    ),
}
_ORDER = {sort: (rows.line, *rules, _rest) for sort, rules in _BY_SORT.items()}
