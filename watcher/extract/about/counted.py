"""What a figure counts or is a share of: the noun behind it or that it shares, with the sense of its verb; a state; a part of a whole.

Each rule takes the view, the figure, its clause and the property of the figure before it, and gives a `Property` or None.
"""

from __future__ import annotations

from watcher.extract.about import doings
from watcher.extract.about.clauses import Clause
from watcher.extract.about.kinds import kind
from watcher.extract.about.measures import Property, of_subject
from watcher.extract.about.senses import sense, state
from watcher.extract.about.view import View
from watcher.extract.about.wording import VOTES, full
from watcher.extract.neighbours import among
from watcher.extract.reading import FigureMention

_BRACKET = 5  # tokens of a short one
_CARRIED = frozenset(("pass", "passed", "passes", "cut", "closed"))
_ARTICLES = frozenset(("the", "a", "an"))
_BALLOTS = frozenset(("vote", "votes", "voto", "votos", "sufragios"))
_PER = frozenset(("per", "for", "por"))
_SCALES = frozenset(("hundred", "thousand", "million", "billion", "percent", "mil", "millones", "cien"))
_THAN = frozenset(("than", "que"))


def of_after(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "46% of the vote", "half of the municipalities", "1.2 billion tonnes of ice", "$2.75 million in bribes"."""
    index = figure.last
    if view.tag[index] == "(":  # "15,391 (89%) of the victims"
        index = next((at + 1 for at in range(index, index + _BRACKET) if view.tag[at] == ")"), index)
    link = view.norm[index]
    within = link in ("in", "en", "on")
    level = within and {"to", "at"} & {
        view.norm[figure.first - 1],
        view.norm[view.before_hedges(figure.first) - 1],
    }  # "fell to $31.19 in extended trading"
    if link not in view.rules.of and (level or not within or kind(view, figure) != "money"):
        return None
    noun = view.noun_after(index + 1)
    if noun is None or (
        link in ("in", "en", "on")
        and (view.tag[noun[0]] == "n" or view.norm[noun[0]] in view.rules.terms or view.norm[noun[1] - 1] in view.rules.moments)
    ):
        return None
    head = view.norm[noun[1] - 1] if view.rules.language == "en" else view.norm[noun[0]]
    if head in view.rules.terms and view.rules.language == "es":
        return None  # "frente a los 0,48 euros del ejercicio anterior"
    if head in _BALLOTS and view.rules.language == "es" and view.tag[noun[1]] == "g":
        return Property(f"{view.head_text(*noun)} {view.tokens[noun[1]].text.lower()}", "noun", noun)  # "el 98 % de los votos escrutados"
    if head in _BALLOTS:
        return Property(VOTES[view.rules.language], "noun", noun)
    if view.tag[noun[0]] == "n" and noun[1] - noun[0] <= 4 and link in view.rules.of:
        return None
    if head in view.rules.wholes or (view.tag[noun[0]] in "w" and _role_name(view, noun)):
        return None
    if head in view.rules.who or head.removesuffix("s") in view.rules.demonyms or head in view.rules.demonyms:
        if (predicate := _predicate(view, figure)) is not None:
            return predicate
        if figure.value.unit == "percent" and (verb := _behind(view, noun[1])) is not None and (done := doings.deed(view, verb)):
            return Property(f"{view.head_text(*noun)} {done}", "noun", noun)
    return Property(sense(view, figure, clause, view.head_text(*noun)), "noun", noun)


def shared(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "El 38 % y el 33 % de los votos", "12, 9 y 4 medallas": what is counted is told behind the last of a list."""
    if previous is not None or view.tag[figure.last] not in (",", "c"):
        return None
    rest = iter(view.told)
    last = next(other for other in rest if other.first == figure.first)
    sort = kind(view, figure)
    for other in rest:
        between = view.tags[last.last - view.first : other.first - view.first]
        apart = view.rules.language == "es" and view.clause(other.first) is not view.clause(figure.first)
        if apart or other.first - last.last > 2 or not between or between.strip(",cd") or kind(view, other) != sort:
            break
        last = other
    if last.first == figure.first:
        return None
    found = counted(view, last, clause, None) if sort == "count" else of_after(view, last, clause, None)
    return found if found is not None and found.noun is not None and found.noun[0] >= last.last else None


def out_of(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "De estos homicidios, 497 se cometieron con arma": of what those are a part that a bare number tells, in front of it."""
    if view.rules.language != "es" or view.tag[figure.last] in ("w", "n", "g"):
        return None
    if previous is not None and previous.source == "whole" and view.tag[figure.first - 1] in (";", "c", ","):
        return previous  # "; 220, con arma blanca"
    if view.tag[figure.first - 1] != ",":
        return None
    at = next(
        (at for at in range(figure.first - 2, clause.first - 1, -1) if view.norm[at] in view.rules.among or view.norm[at] == "de"), None
    )
    if at is None or view.tag[at + 1] != "d" or view.tag[at - 1] not in ("", ",", ";", "s", "c", '"'):
        return None
    noun = view.noun_after(at + 1)
    return Property(view.head_text(*noun), "whole", noun) if noun is not None and noun[1] == figure.first - 1 else None


def levelled(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "The death toll rose to nearly 600 people": how many of what the subject names, people in any case."""
    verb = view.verb(figure, clause)
    if view.words.isdisjoint(view.rules.crowd) or verb is None or verb > figure.first:
        return None
    if view.tokens[verb].text.lower() not in view.rules.change or (noun := view.noun_after(figure.last)) is None:
        return None
    head = view.norm[noun[1] - 1 if view.rules.language == "en" else noun[0]]
    left = view.norm[verb].startswith("dej")  # "la lluvia dejó a siete familias sin casa"
    linked = not left and any(view.norm[at] in view.rules.links for at in range(view.before_hedges(figure.first) - 1, figure.first))
    return of_subject(view, figure, clause, previous) if linked and head in view.rules.crowd else None


def nominal(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "the arrest of over 85,000 people": the deed, and whom or what it is done to."""
    at = view.link(figure.first)
    if at is None or view.norm[at - 1] not in view.rules.nominals or (noun := view.noun_after(figure.last)) is None:
        return None
    deed, counted = view.tokens[at - 1].text.lower(), view.head_text(*noun)
    full_name = full(deed, view.rules.language)
    name = full_name if full_name != deed else f"{deed} {view.tokens[at].text.lower()} {counted}"
    return Property(name, "noun", noun)


def _role_name(view: View, noun: tuple[int, int]) -> bool:
    """ "41.39% de la candidata oficialista, la economista Camila Ordaz": a person by role, not a whole that is shared."""
    at = noun[1]
    if view.tag[at] != ",":
        return view.tag[noun[1] - 1] == "n" and view.tag[noun[0]] == "w" and view.rules.language == "es"
    while view.tag[at] in (",", "d", "w") and at < noun[1] + 6:
        at += 1
    head = view.norm[noun[1] - 1 if view.rules.language == "en" else noun[0]]
    return view.tag[at] == "n" and view.tag[noun[0] - 1] == "d" and head in view.rules.persons


def _predicate(view: View, figure: FigureMention) -> Property | None:
    """ "crime is the chief worry of 63% of adults": what stands before "of"."""
    at = view.link(figure.first)
    if at is None or not (noun := view.noun_before(at)):
        return None
    clause = view.clause(figure.first)
    name = view.head_text(*noun)
    if clause.subject and clause.subject.last <= noun[0]:
        name = f"{view.phrase_text(clause.subject)} {name}"
    return Property(name, "before", noun)


def counted(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """The counted noun, with the sense of the verb it hangs on: "jobs cut", "people killed"."""
    index = figure.last + (view.norm[figure.last] in view.rules.of)
    noun = view.noun_after(index)
    if noun is not None and noun[0] > index == figure.last and _apart(view, figure):
        noun = None  # "up from 3,200 the last time", "against 156 the year before"
    if noun is None and (inner := _inner(view, figure)) is not None:
        return Property(view.tokens[inner[0]].text.lower(), "noun", inner)
    if noun is None and figure.noun is not None and figure.noun[0] >= view.first:
        noun = _unspoken(view, figure.noun)
    if noun and view.tag[noun[0]] == "n" and view.norm[figure.last] in view.rules.of and view.link(figure.first) is not None:
        return None  # "una oferta de 9 millones del Porto"
    if noun is None and (fronted := _fronted(view, figure)) is not None:
        return Property(sense(view, figure, clause, view.head_text(*fronted)), "noun", fronted)
    if noun is None:
        return None
    name = view.head_text(*noun)
    after = noun[1]
    if not name and after <= figure.last:  # "ten callers, eight": within the figure, whose tokens have no text of their own
        name, after = " ".join(token.text.lower() for token in view.tokens[slice(*noun)]), figure.last
    if (group := _group(view, figure)) is not None:
        return Property(f"{group} {name}", "noun", noun)
    if figure.value.per and clause.verb is not None and after <= clause.verb <= after + 2 and (done := doings.deed(view, clause.verb)):
        return Property(f"{name} {done}", "noun", noun)
    if (
        view.norm[after] in view.rules.of
        and view.tag[after + 1] in "w"
        and len(name.split(" ")) <= 2
        and (inner := view.noun_after(after + 1))
    ):
        return Property(f"{name} {view.tokens[after].text.lower()} {view.head_text(*inner)}", "noun", noun)
    return Property(sense(view, figure, clause, name), "noun", noun)


def _apart(view: View, figure: FigureMention) -> bool:
    """An English number before an article counts nothing of what stands behind that, unless it is a part or a multiple of it."""
    plain = figure.value.per is None and figure.value.unit == "count" and view.rules.language == "en"
    return plain and view.tag[figure.last] == "d" and view.norm[figure.last] in _ARTICLES


def _fronted(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """ "De los fallecidos, 17 eran niños", "De los 142 corredores siguen 118": what a bare number is a part of opens its sentence."""
    if figure.value.per is not None or view.norm[view.first] not in view.rules.of or view.tag[view.first + 1] != "d":
        return None
    noun = view.noun_after(view.first + 2 + (view.tag[view.first + 2] == "f"))
    alone = view.tag[figure.last] in ("v", "x", "m", "a", "p", "o", ",", ".", "c", ";", "")
    return noun if noun is not None and noun[1] <= figure.first and alone else None


def votes(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "Voted by 23 to 18", "passed 52 to 41 by": both numbers are votes."""
    if view.rules.language != "en" or figure.last - figure.first != 1:
        return None
    moved = clause.verb is not None and among(view.norm[clause.verb], view.rules.change, view.rules.altering)
    if moved and clause.verb is not None and view.norm[clause.verb] not in _CARRIED:
        return None  # "those out of work climbed by 47,000 to 1.8 million"
    ahead = view.norm[figure.first - 1] == "by" and view.norm[figure.last] == "to" and view.tag[figure.last + 1] == "f"
    behind = view.norm[figure.first - 1] == "to" and view.tag[figure.first - 2] == "f" and view.norm[figure.first - 3] == "by"
    return Property("votes", "noun") if ahead or behind else None


def _inner(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """ "One call in every six", "one pound in four": the noun within a figure."""
    if figure.value.per is None:
        return None
    at = next((index for index in range(figure.first + 1, figure.last - 1) if view.norm[index] in view.rules.places), None)
    return (figure.first + 1, at) if at is not None and at == figure.first + 2 and view.tokens[at - 1].kind == "w" else None


def within(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "Eight injuries per 100,000 trips", "23.31 homicidios por cada 100 mil": the noun that stands within a rate."""
    at = next((index for index in range(figure.first + 1, figure.last - 1) if view.norm[index] in _PER), None)
    first = at
    while first is not None and first - 1 > figure.first and view.tokens[first - 1].kind == "w":
        first -= 1
    if at is None or first is None or first == at:
        return None
    name = " ".join(token.text.lower() for token in view.tokens[first:at])
    return Property(name, "rate") if view.tokens[first].norm not in _SCALES else None


def _unspoken(view: View, noun: tuple[int, int]) -> tuple[int, int] | None:
    """A noun as far as its first verb or pronoun: "us left" holds none."""
    first, last = noun
    if view.tag[first] in ("c", "s"):
        return None  # "no fueron 40 sino 50"
    while first < last and view.tag[first] in "dap":
        first += 1
    end = next((index for index in range(first, min(last, view.last)) if view.tag[index] in "vxmoqtr"), last)
    return (first, end) if end > first else None


def stated(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "between 70 and 85 are missing": a count without a noun, in a state."""
    told = state(view, figure, clause)
    crowd = previous.name.split(" ")[0] if previous is not None and previous.source == "noun" else ""
    return Property(f"{crowd} {told}".strip(), "noun", previous.noun if previous else None) if told else None


def _behind(view: View, token: int) -> int | None:
    """The verb right behind a noun phrase."""
    verb = view.clause(token - 1).verb
    return verb if verb is not None and token <= verb and not view.tags[token - view.first : verb - view.first].strip("axmo") else None


def _group(view: View, figure: FigureMention) -> str | None:
    """ "An audience of some 800 parents", "a fleet of 60 buses": what the counted are together, with "of"."""
    at = view.link(figure.first)
    if at is None or view.rules.language != "en" or not (noun := view.noun_before(at)) or view.tag[noun[0] - 1] != "d":
        return None
    if view.tag[noun[1] - 1] == "n" or view.norm[noun[1] - 1] in view.rules.proxies or view.norm[noun[1] - 1] in view.rules.averages:
        return None
    return f"{view.tokens[noun[1] - 1].text.lower()} {view.tokens[at].text.lower()}"


def rated(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "An 8 per cent levy", "a further 5% pay rise", "a 9% lower risk": what a percentage right before its noun is the size of."""
    at = figure.first - 1
    while view.tag[at] == "w":
        at -= 1
    behind = figure.last + (view.norm[figure.last] in view.rules.comparing)
    if view.tag[at] not in ("d", "'") or view.tag[behind] != "w" or view.rules.language != "en":
        return None
    noun = view.noun_after(behind)
    if noun is None:
        return None
    inner = view.noun_after(noun[1] + 1) if view.norm[noun[1]] == "in" and view.norm[noun[1] - 1] in view.rules.moves else None
    if inner is not None and view.norm[inner[1] - 1] in view.rules.holdings:
        return Property(f"{view.head_text(*noun)} in {view.head_text(*inner)}", "noun", inner)  # "a 22% fall in half-year profit"
    return Property(view.whole_text(*noun), "noun", noun)


def _compared(view: View, figure: FigureMention) -> tuple[int, int] | None:
    """ "9% fewer containers than in May", "un 4% más de turistas": what there is more or less of; in "more likely" there is nothing."""
    at = figure.last + 1
    at += view.norm[at] == "de"
    noun = view.noun_after(at) if view.tag[at] == "w" and view.norm[figure.last] in view.rules.comparing else None
    if noun is None or noun[0] != at or "n" in view.tags[at - view.first : noun[1] - view.first]:
        return None
    head = view.norm[noun[1] - 1 if view.rules.language == "en" else noun[0]]
    return noun if head.endswith("s") or view.norm[noun[1]] not in _THAN else None


def fewer(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "Sold 7,300 tickets, 12 per cent fewer than": a comparison behind a comma is of what was counted there."""
    start = view.before_hedges(figure.first) - 1
    if figure.value.unit == "percent" and view.tag[start] != "x" and (noun := _compared(view, figure)) is not None:
        return Property(sense(view, figure, clause, view.whole_text(*noun)), "noun", noun)
    opens = view.tag[start] in (",", "-", ";", "(")
    beside = view.norm[figure.last] in view.rules.comparing or view.norm[figure.last] in view.rules.trailing
    if figure.value.unit == "percentage-point" and (prior := view.earlier(figure)) is not None and prior.value.unit == "count":
        return None  # "second among 30 nations, three points below Peru": no more of the nations
    return previous if opens and beside and view.rules.language == "en" else None
