"""What a figure measures by the verb it stands beside: what was lost, paid or won, a share that does something, a passive, a comparison.

Each rule takes the view, the figure, its clause and the property of the figure before it, and gives a `Property` or None.
"""

from __future__ import annotations

from dataclasses import replace

from watcher.extract.about.clauses import Clause
from watcher.extract.about.kinds import kind
from watcher.extract.about.measures import Property, of_subject
from watcher.extract.about.view import View
from watcher.extract.about.wording import LEAD, VOTES, closing, of_verb, participle, verbs
from watcher.extract.reading import FigureMention

_PRICES = ("sale price", "precio de venta")
_MILLION = 1_000_000
_HARD = frozenset(("EUR", "USD", "GBP", "MXN", "PEN", "BRL"))  # in which nobody's wage is millions
_ESTEEM = frozenset(("intencion", "estimacion"))
_DRAWN = frozenset(("saca", "saco", "sacaria", "sacaba"))  # "le saca ocho puntos"
_NAMING = frozenset("nq")


def lexical(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """What the lexicon says an amount is by its verb: "lost $94.5 million" -> "loss"."""
    verb = view.verb(figure, clause)
    if verb is None:
        return None
    word = view.tokens[verb].text.lower()
    if figure.value.unit in ("percent", "percentage-point") and word not in view.rules.shares:
        return None
    if word in view.rules.change and kind(view, figure) == "money":
        return None  # "creció un 38%, hasta 877 millones de euros"
    name = of_verb(word, view.rules.language)
    if name in _PRICES and kind(view, figure) != "money":
        return None  # "37 million sold a year earlier"
    if name == "wage earned" and figure.value.number >= _MILLION:
        name = "earnings"  # "exports could earn $2.6 billion"
    if name == "salario" and figure.value.number >= (_MILLION if figure.value.unit in _HARD else 100 * _MILLION):
        name = "ganancias"  # "la firma gana 1.240 millones"
    if name == "coste" and figure.value.unit != "EUR":
        name = "costo"  # as it is said where other money is spent
    if (
        name in ("coste", "costo")
        and clause.subject is not None
        and view.tag[clause.subject.last - 1] == "w"
        and view.tag[clause.subject.first] == "d"
    ):
        name = f"{name} de {view.phrase_text(clause.subject)}"
    if name == "cost" and clause.subject is not None and view.tag[clause.subject.last - 1] == "w":
        name = f"cost of {view.whole_text(clause.subject.first, clause.subject.last)}"
    return Property(name, "verb") if name else None


def lightly(view: View, figure: FigureMention, clause: Clause) -> Property | None:
    """ "She promised $275 million": a verb that tells little tells more than the currency."""
    verb = view.verb(figure, clause)
    if verb is None or view.tag[verb] in "xm" or view.tokens[verb].text.lower() in view.rules.change:
        return None
    done = participle(view.tokens[verb].text.lower(), "", view.rules.language)
    return Property(done, "verb") if done else None


def voted(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """A percentage of nothing named, won by somebody: of the vote."""
    verb = view.verb(figure, clause)
    if verb is None or "n" not in view.tags:
        return None
    if figure.value.unit == "percentage-point":
        before, beside = view.norm[view.before_hedges(figure.first) - 1], view.norm[figure.first - 1]
        by = before in view.rules.by or beside in view.rules.by or (view.rules.language == "es" and (beside == "en" or before in _DRAWN))
        return Property(LEAD[view.rules.language], "noun") if by and view.tokens[verb].text.lower() in view.rules.leading else None
    if view.rules.language == "es" and "voto" in view.words and not view.words.isdisjoint(_ESTEEM):
        return Property(VOTES["es"], "noun")  # "El PP pasa delante en intención directa de voto, con un 23 %"
    counting = (
        view.norm[verb] in view.rules.giving
        and not view.words.isdisjoint(view.rules.tallied)
        and not view.words.isdisjoint(view.rules.tallies)
    )
    if not counting and view.tokens[verb].text.lower() not in view.rules.winning:
        return None
    subject = clause.subject
    start = view.before_hedges(figure.first)
    led = not {"with", "con"}.isdisjoint(view.norm[at] for at in range(start - 1, figure.first))  # "gana con un 23 por ciento"
    trading = view.tokens[verb].text.lower() in view.rules.trading and not counting and not led
    if trading and not view.reading.where(view.rules.electoral):
        return None  # "Northern Rail gained 2%"
    if subject is not None and view.norm[subject.last - 1] in view.rules.indices:
        return None
    if (
        view.norm[figure.last] in view.rules.comparing
        or view.norm[figure.last] in view.rules.of
        or (subject and _NAMING.isdisjoint(view.tags[subject.first - view.first : subject.end - view.first]))
    ):
        return None  # "defence takes 8.7% of national income"
    return Property(VOTES[view.rules.language], "noun")


def compared(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "un presupuesto 40% mayor": the noun a comparison stands behind."""
    noun = view.noun_before(view.before_hedges(figure.first))
    if noun is None or view.norm[figure.last] not in view.rules.comparing or view.tag[noun[0] - 1] != "d" or view.tag[noun[1] - 1] == "n":
        return None
    return Property(view.head_text(*noun), "object", noun)


def standing(view: View, figure: FigureMention, _clause: Clause, previous: Property | None) -> Property | None:
    """ "The poll gives Bo 30%, Ruiz 29%": a share that stands at a name, of a vote where the text tells of none else."""
    if named_share(view, figure) is None:
        return None
    return (
        previous if previous is not None and previous.noun is None and previous.source == "noun" else Property(view.rules.share, "standing")
    )


def named_share(view: View, figure: FigureMention) -> int | None:
    """The last token of the name at which a share stands: behind a verb of giving, or behind one that has a share already."""
    at = figure.first - 1
    while view.tag[at] == "d" or (view.norm[at] in view.rules.hedges and view.norm[at] not in view.rules.standing):
        at -= 1
    standing = view.norm[at] in view.rules.standing
    at -= standing
    at -= view.tag[at] == ","
    if view.tag[at] not in ("n", "o") or view.tag[figure.last] not in (",", ".", "c", ";", ")", "-", "", "p"):
        return None
    lead = at
    while view.tag[lead] in "nwdo'" and lead > view.first and lead > at - 9:
        lead -= 1
    if standing and view.norm[lead] in view.rules.beside:
        return at
    if view.tag[lead] in "vx" and (view.norm[lead] in view.rules.giving or (standing and view.tag[lead] == "x" and lead > view.first)):
        return at  # "la región más afectada fue Cuyo con un 5 %"
    earlier = view.earlier(figure)
    if view.norm[lead] in ("a", "al") and view.rules.language == "es" and not standing and at > lead:
        verb = lead - 1 - (view.tag[lead - 1] == "c")
        return at if view.norm[verb] in view.rules.granting or (earlier is not None and earlier.last > verb - 1) else None
    listed = earlier is not None and earlier.value.unit == "percent" and view.tag[lead] in (",", "c", ";")
    return at if listed and earlier is not None and lead - earlier.last <= 1 and not standing else None


def likelier(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "30% more likely to develop diabetes", "twice as likely to vote": how likely it is to do what."""
    at = figure.last
    while view.norm[at] in view.rules.comparing or view.norm[at] == "as":
        at += 1
    if at == figure.last or view.norm[at] not in ("likely", "prone", "apt") or view.norm[at + 1] != "to":
        return None
    return Property(f"likelihood {deed(view, at + 2)}".strip(), "verb")


def fronted(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "Para el desempleo espera un promedio de 8,4 %": of what a share is foreseen, in front of its clause."""
    at = clause.first + (view.tag[clause.first] in ",;c")
    if view.norm[at] != "para" or view.tag[at + 1] != "d" or clause.verb is None or clause.verb > figure.first:
        return None
    noun = view.noun_after(at + 1)
    told = noun is not None and noun[1] <= clause.verb and view.tag[noun[1] - 1] == "w" and view.norm[noun[0]] not in view.rules.terms
    if noun is None or not told or view.norm[noun[1] - 1] in closing(view.rules.language) or view.norm[noun[0]] in view.rules.actors:
        return None  # "para la segunda vuelta, Ruiz sumaría un 24 %"
    return Property(view.head_text(*noun), "object", noun)


def multiplied(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "duplicó los turnos", "has halved the number of days": the object of a verb that multiplies."""
    times = figure.last - figure.first == 2 and view.norm[figure.last - 1] == "times"  # "three times its permitted load"
    of = view.norm[figure.last] == "de" and view.tag[figure.last + 1] == "w"  # "el doble de sal"
    if not (figure.last - figure.first == 1 or times) or not (view.tag[figure.last] == "d" or of):
        return None
    noun = view.noun_after(figure.last + of)
    plain = noun is not None and (noun[1] - noun[0] > 1 or view.norm[noun[0]] not in view.rules.averages)
    return Property(view.head_text(*noun), "noun", noun) if noun and plain else None


def passive(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "the blaze was 15% contained", "estaba contenido en un 15%"."""
    after = figure.last
    if (
        view.norm[after + 1] not in view.rules.by
        and view.norm[after] != "compared"
        and view.tag[after] in ("v", "g")
        and view.norm[after].endswith(("ed", "en", "ado", "ido", "ada", "ida"))
    ):
        return Property(view.tokens[after].text.lower(), "passive")
    verb = view.verb(figure, clause)
    if (
        verb is None
        or verb <= view.first
        or view.tag[verb - 1] not in ("x", "a")
        or "x" not in view.tags[max(0, verb - 3 - view.first) : verb - view.first]
    ):
        return None
    word = view.tokens[verb].text.lower()
    if word in view.rules.light or word in view.rules.change or not word.endswith(("ed", "en", "ado", "ido", "ada", "ida")):
        return None
    if view.norm[verb + 1] == "at" and view.before_hedges(figure.first) <= verb + 2:
        return of_subject(view, figure, clause, None)  # "the rate was recorded at 0.7 percent"
    had = view.norm[verb - 1] in ("has", "have", "had", "ha", "han", "habia", "habian") or view.norm[verb - 2] in ("has", "have", "had")
    return None if had else Property(word, "passive")


def share(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "72% back the act", "one in eight was a woman": what a share does or is, where no noun tells of what it is a share."""
    if view.norm[figure.last] in view.rules.of and view.norm[figure.last + 1] in view.rules.which and view.rules.language == "en":
        return _partly(view, figure, previous)
    if view.norm[figure.last] == "with" and view.tag[figure.first - 1] in (",", "c") and previous is not None:
        noun = view.noun_after(figure.last + 1)  # "Twelve were taken to hospital, two with gunshot wounds"
        return Property(view.head_text(*noun), "share") if noun is not None else None
    verb = clause.verb
    if verb is None or not figure.last <= verb <= figure.last + 2 or view.tags[figure.last - view.first : verb - view.first].strip("axmo"):
        return None
    done = deed(view, verb)
    if not done and previous is not None and view.tokens[verb].text.lower() in view.rules.saying:
        return replace(previous, noun=None, source="share")  # "53% said she should stay, 45% said she should not"
    return Property(done, "share") if done else None


def _partly(view: View, figure: FigureMention, previous: Property | None) -> Property | None:
    """ "97 people were pulled out, 23 of whom were taken to hospital": what some of those counted do or are."""
    at = figure.last + 2
    verb = view.clause(at - 1).verb
    if verb is None or verb < at or view.tags[at - view.first : verb - view.first].strip("axmo"):
        return None
    done, noun = deed(view, verb), previous.noun if previous is not None else None
    name = f"{view.head_text(*noun)} {done}" if noun is not None else done
    return Property(name, "share", noun) if done else None


def deed(view: View, verb: int) -> str:
    """The verb, where it tells more than that something is, with its object: "support act", "intensive care"."""
    at = verb + 1
    while view.tag[at] in ("p", "a", "t") and at < verb + 4:
        at += 1  # "apoyaba en noviembre la obra"
    noun = view.noun_after(at)
    word = view.tokens[verb].text.lower()
    light = view.tag[verb] in "xm" or word in view.rules.light
    if word in view.rules.saying and (view.rules.language == "en" or view.norm[verb + 1] == "que") and (told := _embedded(view, verb)):
        return told
    shown = "" if light else verbs(view.rules.language).get(word, word)
    shown = word if shown in _PRICES else shown  # "41 were sold"
    if view.norm[verb].startswith("dad") and view.norm[verb + 1] == "de" and view.norm[verb + 2] == "alta":
        return f"{word} de alta"
    return f"{shown} {view.head_text(*noun) if noun else ''}".strip()


def _embedded(view: View, verb: int) -> str:
    """What is said, felt or thought: "said that crime had risen" -> "crime risen", "said they had skipped a meal" -> "skipped meal"."""
    clause = view.clause(verb + 1) if view.tag[verb + 1] != "q" else view.clause(verb + 2)
    if clause.verb is None or clause.verb <= verb or clause.first < verb:
        return ""
    subject = view.phrase_text(clause.subject) if clause.subject is not None and view.tag[clause.subject.first] != "q" else ""
    return f"{subject} {deed(view, clause.verb)}".strip()
