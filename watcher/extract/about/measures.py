"""What a figure measures by the noun phrase around it: the phrase before "of", the object that moved, the subject that changed.

Each rule takes the view, the figure, its clause and the property of the figure before it, and gives a `Property` or None.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from watcher import lexicon
from watcher.extract.about.clauses import Clause
from watcher.extract.about.kinds import kind
from watcher.extract.about.view import View
from watcher.extract.about.wording import participle
from watcher.extract.reading import FigureMention
from watcher.lexicon import concepts

_PUT = 12  # tokens from a verb to the "at" it puts something at
_HAVING = frozenset(("had", "has", "have"))
_AMOUNTS = ("money", "measure", "percent")
_SOME = frozenset(("algo", "poco"))
_ANOTHER = frozenset(("uno", "una", "otro", "otra"))
_LEVEL = frozenset(("en",))
_SHORT = 4  # words that more may be told behind


@dataclass(slots=True)
class Property:
    """`name` as shown; `source` tells where it came from: age, rank, noun, before, subject, verb, list, label."""

    name: str
    source: str
    noun: tuple[int, int] | None = None
    at: int = -1  # the figure's token


def _towards(view: View, noun: tuple[int, int]) -> Property | None:
    """ "At a cost to the budget of $3.5 billion": what is measured stands before whom it falls on."""
    at = noun[0] - 1 - (view.tag[noun[0] - 1] == "d")
    if view.norm[at] not in view.rules.towards or (outer := view.noun_before(at)) is None or view.tag[outer[0] - 1] != "d":
        return None
    return Property(f"{view.head_text(*outer)} {view.norm[at]} {view.head_text(*noun)}", "before", outer)


def _levelled(view: View, noun: tuple[int, int], clause: Clause) -> Property | None:
    """ "Inflation rose to a 14-month high of 5.8%": a level is of what reached it."""
    if view.norm[noun[1] - 1] not in view.rules.levels or clause.subject is None or clause.subject.last > noun[0]:
        return None
    of = named(view, clause)
    return Property(f"{of} {view.norm[noun[1] - 1]}", "subject", (clause.subject.first, clause.subject.last)) if of else None


def before(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "a loan of up to €450 million", "winds of 90 km/h", "un presupuesto de 3 millones"."""
    at = view.link(figure.first)
    if at is None:
        return moved_object(view, figure)
    done = view.rules.language == "es" and view.tag[at - 1] == "g" and view.tag[at - 2] == "w" and kind(view, figure) in _AMOUNTS
    noun = view.noun_before(at - 1 if done else _left(view, at))
    noun = (noun[0], at) if done and noun is not None else noun  # "vientos sostenidos de 165 km/h"
    mean = view.norm[at - 1] in view.rules.averages and view.rules.language == "en"
    if noun is None:
        alone = mean and kind(view, figure) == "count" and view.tag[at - 2] == "d" and view.norm[at - 3] in view.rules.standing
        return Property(view.norm[at - 1], "before", (at - 1, at)) if alone else None  # "19 wickets at an average of 11.8"
    if mean and noun[1] < at and previous is not None and previous.source != "unit":
        name = previous.name if view.norm[at - 1] in previous.name else f"average {previous.name}"
        return replace(previous, name=name, source="before", noun=noun)  # "a county average of £5,150"
    if view.rules.language == "en" and (outer := _towards(view, noun)) is not None:
        return outer
    if (levelled := _levelled(view, noun, clause)) is not None:
        return levelled
    if reckoned(view, noun) or (view.rules.language == "es" and view.norm[noun[0]] in _SOME):
        return None  # "han ardido algo más de 12.000 hectáreas"
    if previous is not None and view.rules.language == "es" and noun[1] - noun[0] == 1 and view.norm[noun[0]] in _ANOTHER:
        return replace(previous, noun=None)  # "un alza del 0,4 % mensual y una del 7 % anual"
    if previous is not None and noun[1] - noun[0] == 1 and view.norm[noun[0]] in view.rules.moves and view.tag[noun[0] - 1] in "d,":
        if view.tag[noun[0] - 1] == "," or view.tag[noun[0] - 2] == ",":
            return replace(previous, source="moved")  # "from 94% to 86%, a drop of 8 points"
    return Property(with_of(view, noun), "before", noun)


def reckoned(view: View, noun: tuple[int, int]) -> bool:
    """ "Los abonos suben una media del 4,5%", "rose to a 14-month high of": what is measured is told elsewhere."""
    head = view.norm[noun[0] if view.rules.language == "es" else noun[1] - 1]
    alone = noun[1] - noun[0] == 1 or head not in view.rules.averages
    return alone and head in view.rules.reckoned and view.tag[view.before_hedges(noun[0]) - 1] != "p" and view.tag[noun[0] - 1] in "df#"


def moved_object(view: View, figure: FigureMention) -> Property | None:
    """ "put the toll at 87", "lower the tax from 19% to 17%", "raise fares by 15%", "the budget, worth €88.6 billion"."""
    start = view.before_hedges(figure.first)
    index = figure.first - 1
    while index > start and view.norm[index] not in view.rules.links:
        index -= 1
    if view.norm[index] not in view.rules.links:
        index = start - 1
        if view.norm[index] not in view.rules.links:
            return _adjacent(view, start)
    end = index - 1 if view.tag[index - 1] == "," else index
    noun = view.noun_before(end)
    if noun is None and view.norm[index - 1] in view.rules.ranging:
        noun = view.noun_before(index - 1)
        return Property(with_of(view, noun), "object", noun) if noun is not None else None  # "at prices ranging from £8 to £14"
    if view.norm[index] == "at" and not view.words.isdisjoint(view.rules.estimating) and (put := _put(view, index)) is not None:
        return put
    if noun is not None and view.norm[noun[1] - 1] in view.rules.margins and figure.value.unit == "percent":
        return None  # "held a slight lead with 18 percent": no lead is told in shares
    if noun is None or (view.tag[noun[0]] == "n" and noun[1] - noun[0] < 3) or view.norm[noun[0]] in view.rules.distances:
        return None  # "moving north-west at 22 km/h"
    before = noun[0] - 1
    while view.tag[before] in ("dat" if view.norm[index] in ("from", "to") else "da") and view.tag[before]:
        before -= 1  # "revised its November figure from 4% to 3%"
    if view.norm[before] in view.rules.of and (outer := view.noun_before(before)) is not None:
        before = outer[0] - 1
        while view.tag[before] in "da" and view.tag[before]:
            before -= 1
    if (view.norm[index] in ("worth", "valued", "por") and view.norm[index] != "por") or view.tag[before] in "vig":
        if before >= view.first and view.tokens[before].text.lower() in view.rules.saying and view.norm[index] != "por":
            return None
        return Property(with_of(view, noun), "object", noun)
    return _far(view, index)


def _far(view: View, link: int) -> Property | None:
    """ "Cut the number of days lost to illness by half": what a verb of change moves, with what belongs to it up to the link."""
    verb = next((at for at in range(link - 1, max(view.first, link - _PUT), -1) if view.tag[at] in ("v", "i") and at < link - 3), None)
    if view.rules.language != "en" or view.norm[link] != "by" or verb is None or view.norm[verb] not in view.rules.altering:
        return None
    noun = view.noun_after(verb + 1)
    plain = noun is not None and view.tag[verb + 1] in ("d", "w") and view.tag[noun[1]] != "'"
    return Property(view.whole_text(*noun), "object", noun) if noun is not None and plain else None


def _put(view: View, link: int) -> Property | None:
    """ "Markets put the odds of a cut at one in four", "the damage, which insurers put at $3 million": what is put at an amount."""
    verb = next((at for at in range(link - 1, max(view.first, link - _PUT), -1) if view.tag[at] in ("v", "g", "i")), None)
    if verb is None or view.norm[verb] not in view.rules.estimating:
        return None
    if verb < link - 1:
        first = verb + 1
        while view.tag[first] == "t":
            first += 1  # "put October inflation at 4.1%"
        noun = view.noun_after(first)
        name = view.whole_text(*noun) if noun is not None else ""
    else:
        at = view.clause(verb).first
        noun = view.noun_before(at - (view.tag[at - 1] == ",")) if view.norm[at] in ("which", "that") and verb > at + 1 else None
        name = with_of(view, noun) if noun is not None else ""
    return Property(name, "object", noun) if noun is not None and name else None


def _adjacent(view: View, start: int) -> Property | None:
    """ "subió su tasa 150 puntos": the object between a verb of change and the amount."""
    noun = view.noun_before(start)
    if noun is None or view.tag[noun[0] - 1] != "d" or view.tag[noun[0] - 2] != "v":
        return None
    if view.tokens[noun[0] - 2].text.lower() not in view.rules.change or view.tag[noun[1] - 1] == "n":
        return None
    if view.norm[noun[1] - 1] in view.rules.reckoned:
        return None  # "gold hit a record $2,431"
    return Property(view.head_text(*noun), "object", noun)


def _left(view: View, at: int) -> int:
    index = at
    loose = "a," if view.rules.language == "en" else "a"
    while index > view.first and (view.tag[index - 1] in loose or view.norm[index - 1] in ("at", "media", "average")) and index > at - 3:
        index -= 1
    return index


def with_of(view: View, noun: tuple[int, int]) -> str:
    """The phrase, with the noun it belongs to where it stands behind "of" ("margin of error", "tasa de homicidios")."""
    name = view.head_text(*noun)
    at = noun[0] - 1
    at -= view.tag[at] == "d"
    if view.norm[at] in view.rules.of and (owner := view.noun_before(at)) and view.tag[owner[1] - 1] == "w" and view.tag[noun[0]] != "n":
        link = view.tokens[at].text.lower()
        return f"{view.head_text(*owner)} {link} {name}"
    return name


def of_subject(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """A change or level of what the subject names: "rents climbed 8.9%", "the yield dipped to 3.91%"."""
    phrase = clause.subject
    if phrase is None or phrase.first <= figure.first < phrase.last:
        return None
    last = phrase.last
    if view.tag[last - 1] == "n" and view.norm[last - 1] in view.rules.indices and view.rules.language == "en":
        return Property(view.norm[last - 1], "subject", (last - 1, last))  # "the Solent Confidence Index climbed to 91.9"
    if (
        view.tag[phrase.first] in "q"
        or view.tag[last - 1] == "n"
        or not view.tags[phrase.first - view.first : last - view.first].strip("dn")
    ):
        return None
    if view.tag[last - 1] == "'":
        return previous and replace(previous, name=previous.name.rpartition(" ")[2])  # "Tesla's share slipped; BYD's climbed to 4%"
    noun = (phrase.first, last)
    if acts(view, clause, last) or _held(view, figure, clause):
        return None
    alone = view.norm[last - 1] in view.rules.proxies and sum(view.tag[index] in "wn" for index in range(*noun)) == 1
    if alone and phrase.first == clause.first + 1 and view.norm[clause.first] == "whose" and (whose := view.noun_before(clause.first - 1)):
        return Property(f"{view.head_text(*whose)} {view.norm[last - 1]}", "subject", noun)  # "salmon, whose numbers fell from 400,000"
    if previous is not None and alone and view.norm[last] not in view.rules.of and same(view, figure, previous):
        return previous
    name = view.head_text(*noun)
    if (
        view.norm[last] in view.rules.of
        and last < figure.first
        and (inner := view.noun_after(last + 1))
        and view.tag[inner[0]] != "n"
        and name.count(" ") < 2
    ):
        name = f"{name} {view.tokens[last].text.lower()} {view.head_text(*inner)}"
    verb = clause.verb
    if verb is not None and view.norm[view.before_hedges(figure.first) - 1] == "for" and kind(view, figure) == "money":
        word = view.tokens[verb].text.lower()
        told = view.tag[verb] == "v" and not word.endswith("ing") and word not in view.rules.light and last <= verb < figure.first
        name = f"{participle(word, '', 'en')} by {name}" if told else name  # "the council settled with the families for $3m"
    if (
        view.rules.language == "en"
        and kind(view, figure) in ("count", "times")
        and (done := _done(view, figure, clause))
        and done != "numbered"
    ):
        name = f"{done} by {name}"  # "an earlier outbreak killed 55"
    elif view.rules.language == "es" and name.count(" ") < _SHORT and not concepts.known(name) and (done := _done(view, figure, clause)):
        name = f"{done} por {name}"  # "cada comprador recibirá 4.500 euros"
    return Property(name, "subject", noun)


def _held(view: View, figure: FigureMention, clause: Clause) -> bool:
    """ "The state had 58": a bare number that somebody has, of what was counted before."""
    verb, plain = clause.verb, figure.value.unit == "count" and figure.value.per is None
    if verb is None or not plain or view.norm[verb] not in _HAVING or view.before_hedges(figure.first) != verb + 1:
        return False
    return view.tag[figure.last] not in ("w", "n", "g", "a") and view.norm[figure.last] not in view.rules.of


def _done(view: View, figure: FigureMention, clause: Clause) -> str | None:
    """The participle of the verb whose object a bare number is."""
    verb = view.verb(figure, clause)
    if view.rules.language == "en" and (verb is None or view.tag[verb - 1] + view.tag[verb] != ",g"):
        verb = clause.verb  # but "train hits lorry, killing 11"
    beside = verb is not None and view.tag[verb] in "vig" and view.before_hedges(figure.first) == verb + 1
    beside = beside and view.norm[figure.first - 1] not in _LEVEL  # "el balance continúa en 11"
    return deed(view, verb) if beside and verb is not None else None


def acts(view: View, clause: Clause, last: int) -> bool:
    """ "Forecasters expect between two and four": who does something is not what the amount measures."""
    verb = clause.verb
    if verb is None or view.tag[verb] == "x" or view.tokens[verb].text.lower() in view.rules.change:
        return False
    at = (
        last - 1
        if view.rules.language == "en"
        else next((index for index in range(clause.subject.first, last) if view.tag[index] == "w"), last - 1)
        if clause.subject
        else last - 1
    )
    return view.norm[at] in view.rules.actors


def changed(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    verb = view.verb(figure, clause)
    if verb is None or not (view.tokens[verb].text.lower() in view.rules.change or view.tag[verb] == "x"):
        return None
    floor = clause.subject.first if clause.subject is not None else 0
    if view.rules.language == "en" and clause.verb is not None and floor < clause.verb:
        floor = clause.verb  # "The toll from the 7.1-magnitude quake has climbed to 71"
    if previous is not None and previous.at > floor:
        return None
    return of_subject(view, figure, clause, previous)


def same(view: View, figure: FigureMention, previous: Property) -> bool:
    """Whether a figure before it in the sentence, the one measured last or an earlier one, has the unit of this one."""
    return any(other.first <= previous.at and other.value.unit == figure.value.unit for other in view.told)


def deed(view: View, verb: int) -> str | None:
    """The participle of a verb that tells something: "infected"."""
    word = view.tokens[verb].text.lower()
    if word in view.rules.light or word in view.rules.change or word in view.rules.saying:
        return None
    return participle(word, "", view.rules.language) or None


def named(view: View, clause: Clause) -> str:
    """The noun that is the subject of a clause, "" where that is a name, a pronoun or somebody who does something."""
    phrase = clause.subject
    if (
        phrase is None
        or acts(view, clause, phrase.last)
        or not set(view.tags[phrase.first - view.first : phrase.last - view.first]) <= set("dwag'-")
    ):
        return ""
    name = view.phrase_text(phrase)
    return "" if lexicon.fold(name) in view.rules.proxies else name


def of_verb(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """What is done, with what does it: "gross margin improved"."""
    verb = view.verb(figure, clause)
    if verb is None:
        return None
    word = view.tokens[verb].text.lower()
    if view.norm[verb] in view.rules.allotting and view.rules.language == "es":
        return None  # "de los que 15 corresponden a Soria"
    acting = clause.subject is not None and acts(view, clause, clause.subject.last)
    if view.tag[verb] in "xm" or (word in view.rules.light and not (acting and word not in view.rules.saying)):
        return None
    done = participle(word, "", view.rules.language)
    return Property(f"{named(view, clause)} {done}".strip(), "verb") if done else None
