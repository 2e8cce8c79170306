"""A figure in its sentence -> what it measures: a short noun phrase in the words of the text, or of the lexicon where it knows.

Each rule takes the view and the figure and gives a `Property` or None; the first that answers wins, in an order by sort of figure.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from watcher import lexicon
from watcher.extract.clauses import Clause
from watcher.extract.reading import FigureMention
from watcher.extract.view import View
from watcher.lexicon import concepts

_MOST = 6


class Property(NamedTuple):
    """`name` as shown; `source` tells where it came from: age, rank, noun, before, subject, verb, list, label."""

    name: str
    source: str
    noun: tuple[int, int] | None = None
    at: int = -1  # the figure's token


def of(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """What `figure` measures; `previous` is the property of the figure before it in the sentence."""
    for rule in (_row, *_ORDER.get(kind(view, figure), _COUNT), _rest):
        found = rule(view, figure, clause, previous)
        if found is not None and found.name:
            found = found._replace(name=full(found.name, view.rules.language))
            return found._replace(name=" ".join(found.name.split(" ")[:_MOST]), at=figure.first)
    return None


@cache
def full(name: str, language: str) -> str:
    """A single word by the whole name of what it is short for: "toll" -> "death toll", "rates" -> "interest rate"."""
    if " " in name or name.casefold() in ("tasa", "rate"):
        return name
    known = lexicon.load(f"{language}/properties")["names"].get(concepts.concept(name))
    stem = lexicon.fold(name).removesuffix("s")
    return str(known[0]) if known and any(word.removesuffix("s") == stem for word in lexicon.fold(known[0]).split(" ")) else name


def kind(view: View, figure: FigureMention) -> str:
    """The sort of a figure, ages told from other durations by their syntax."""
    if figure.sort in ("age", "rank"):
        return figure.sort
    unit = figure.value.unit
    if unit in ("year", "month") and is_age(view, figure):
        return "age"
    if unit == "rank":
        return "rank"
    if unit in ("year", "month", "week", "day", "hour", "minute", "second"):
        return "duration"
    if unit in ("percent", "percentage-point", "basis-point"):
        return "percent"
    if unit == "times":
        return "times"
    if unit == "count":
        return "rate" if figure.value.per is not None and figure.value.per >= 100 else "count"
    return "money" if len(unit) == 3 and unit.isupper() and unit.isalpha() and unit not in ("MWH",) else "measure"


def is_age(view: View, figure: FigureMention) -> bool:
    """A year or month figure that says how old somebody or something is."""
    exact = view.reading.text[figure.start : figure.end].lower()
    if exact.endswith("old"):
        return True
    before, after = view.norm(figure.first - 1), view.norm(figure.last)
    if after == "old" or before in ("aged", "age") or (after == "de" and view.norm(figure.last + 1) == "edad"):
        return True
    if view.rules.language == "es":
        return before == "de" and view.tag(figure.first - 2) == "," or (before in ("de", "los") and view.norm(figure.first - 2) in ("menor", "menores", "mayor", "mayores"))
    return view.tag(figure.first - 1) == "," and view.tag(figure.last) in (",", ".", "") and view.tag(figure.first - 2) == "n"


def _age(view: View, _figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    return Property(view.rules.age, "age")


def _rank(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    noun = view.noun_after(figure.last)
    name = view.head_text(*noun) if noun else ""
    return Property(f"{view.rules.rank} {name}".strip() if view.rules.language == "es" else f"{name} {view.rules.rank}".strip(), "rank", noun)


def _label(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "Bridges down: 11", "Tasa de mortalidad: 22 por cada 1.000"."""
    start = view.before_hedges(figure.first)
    if view.tag(start - 1) != ":" or start - 1 - view.first > 12:
        return None
    label = [index for index in range(view.first, start - 1) if view.tag(index) not in "*-•·–"]
    if not label or any(view.tag(index) in "v\",;(f" for index in label):
        return None
    return Property(view.text(label[0], label[-1] + 1), "label", (label[0], label[-1] + 1))


def _row(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """A cell of a table measures what its row is named."""
    if view.reading.paragraphs[view.reading.sentences[view.reading.sentence_of[figure.first]].paragraph].kind != "row":
        return None
    start = view.first
    while view.tag(start) in ("|", "#", "f") and start < figure.first:
        start += 1
    end = start
    while end < figure.first and view.tag(end) != "|" and "\t" not in view.reading.text[view.tokens[end - 1].end : view.tokens[end].start]:
        end += 1
    return Property(view.text(start, end), "label", (start, end)) if end > start else None


def _before(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "a loan of up to €450 million", "winds of 90 km/h", "un presupuesto de 3 millones"."""
    at = view.link(figure.first)
    if at is None:
        return _object(view, figure)
    noun = view.noun_before(_left(view, at))
    if noun is None:
        return None
    return Property(_with_of(view, noun), "before", noun)


def _object(view: View, figure: FigureMention) -> Property | None:
    """ "put the toll at 87", "lower the tax from 19% to 17%", "raise fares by 15%", "the budget, worth €88.6 billion"."""
    start = view.before_hedges(figure.first)
    index = figure.first - 1
    while index > start and view.norm(index) not in view.rules.links:
        index -= 1
    if view.norm(index) not in view.rules.links:
        index = start - 1
        if view.norm(index) not in view.rules.links:
            return None
    end = index - 1 if view.tag(index - 1) == "," else index
    noun = view.noun_before(end)
    if noun is None or view.tag(noun[0]) == "n" and noun[1] - noun[0] < 3:
        return None
    before = noun[0] - 1
    while view.tag(before) in "da" and view.tag(before):
        before -= 1
    if view.norm(before) in view.rules.of and (outer := view.noun_before(before)) is not None:
        before = outer[0] - 1
        while view.tag(before) in "da" and view.tag(before):
            before -= 1
    if view.norm(index) in ("worth", "valued", "por") and view.norm(index) != "por" or view.tag(before) in "vig":
        if before >= view.first and view.tokens[before].text.lower() in view.rules.saying:
            return None
        return Property(_with_of(view, noun), "object", noun)
    return None


def _left(view: View, at: int) -> int:
    index = at
    while index > view.first and (view.tag(index - 1) in "a" or view.norm(index - 1) in ("at", "media", "average")) and index > at - 3:
        index -= 1
    return index


def _with_of(view: View, noun: tuple[int, int]) -> str:
    """The phrase, with the noun it belongs to where it stands behind "of" ("margin of error", "tasa de homicidios")."""
    name = view.head_text(*noun)
    at = noun[0] - 1
    if view.norm(at) in view.rules.of and (owner := view.noun_before(at)) and view.tag(owner[1] - 1) == "w" and not (view.tag(noun[0]) == "n"):
        link = view.tokens[at].text.lower()
        return f"{view.head_text(*owner)} {link} {name}"
    return name


def _of_after(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "46% of the vote", "half of the municipalities", "1.2 billion tonnes of ice", "$2.75 million in bribes"."""
    index = figure.last
    link = view.norm(index)
    if link not in view.rules.of and not (link in ("in", "en", "on") and kind(view, figure) == "money"):
        return None
    noun = view.noun_after(index + 1)
    if noun is None or (link in ("in", "en", "on") and view.tag(noun[0]) == "n"):
        return None
    head = view.norm(noun[1] - 1) if view.rules.language == "en" else view.norm(noun[0])
    if head in ("vote", "votes", "voto", "votos"):
        return Property("vote share" if view.rules.language == "en" else "porcentaje de votos", "noun", noun)
    if view.tag(noun[0]) == "n" and noun[1] - noun[0] <= 4 and link in view.rules.of:
        return None
    if head in view.rules.wholes or (view.tag(noun[0]) in "w" and _role_name(view, noun)):
        return None
    predicate = _predicate(view, figure)
    if predicate and head in view.rules.who:
        return predicate
    return Property(_sense(view, figure, clause, view.head_text(*noun)), "noun", noun)


def _role_name(view: View, noun: tuple[int, int]) -> bool:
    """ "41.39% de la candidata oficialista, la economista Camila Ordaz": a person by role, not a whole that is shared."""
    at = noun[1]
    if view.tag(at) != ",":
        return view.tag(noun[1] - 1) == "n" and view.tag(noun[0]) == "w" and view.rules.language == "es"
    while view.tag(at) in (",", "d", "w") and at < noun[1] + 6:
        at += 1
    return view.tag(at) == "n" and view.tag(noun[0] - 1) == "d" and view.norm(noun[1] - 1) not in view.rules.who


def _predicate(view: View, figure: FigureMention) -> Property | None:
    """ "crime is the chief worry of 63% of adults": what stands before "of"."""
    at = view.before_hedges(figure.first)
    ofs = [index for index in range(at, figure.first) if view.norm(index) in view.rules.of]
    if not ofs or not (noun := view.noun_before(ofs[0])):
        return None
    clause = view.clause(figure.first)
    name = view.head_text(*noun)
    if clause.subject and clause.subject.last <= noun[0]:
        name = f"{view.phrase_text(clause.subject)} {name}"
    return Property(name, "before", noun)


def _noun(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """The counted noun, with the sense of the verb it hangs on: "jobs cut", "people killed"."""
    index = figure.last + (view.norm(figure.last) in view.rules.of)
    noun = view.noun_after(index)
    if noun is None and figure.noun is not None and figure.noun[0] >= view.first:
        noun = figure.noun
    if noun is None:
        return None
    name = view.head_text(*noun)
    after = noun[1]
    if view.norm(after) in view.rules.of and view.tag(after + 1) in "w" and len(name.split(" ")) <= 2 and (inner := view.noun_after(after + 1)):
        return Property(f"{name} {view.tokens[after].text.lower()} {view.head_text(*inner)}", "noun", noun)
    return Property(_sense(view, figure, clause, name), "noun", noun)


def _sense(view: View, figure: FigureMention, clause: Clause, name: str) -> str:
    """`name` with the participle of its verb where that says more: "flights grounded", "casas perdidas"."""
    if len(name.split(" ")) > 3:
        return name
    if (state := _state(view, figure, clause)) and state not in name:
        return f"{name} {state}".strip()
    verb = view.verb(figure, clause)
    if verb is None:
        return name
    word = view.tokens[verb].text.lower()
    if word in view.rules.light or word in view.rules.change or word in view.rules.saying:
        return name
    return f"{name} {participle(word, name, view.rules.language)}".strip()


def _state(view: View, figure: FigureMention, clause: Clause) -> str | None:
    """The state the counted are in, told behind them in their clause: "31 people have been confirmed dead"."""
    known = states(view.rules.language)
    for index in range(figure.last, min(clause.last, figure.last + 9)):
        if view.tag(index) in ("f", ",", ";"):
            return None
        if view.norm(index) in known:
            return view.tokens[index].text.lower()
    return None


@cache
def states(language: str) -> frozenset[str]:
    """Words for the state of the counted ("missing", "heridos")."""
    return frozenset(lexicon.load(f"{language}/properties")["states"]["words"])


def _stated(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "between 70 and 85 are missing": a count without a noun, in a state."""
    state = _state(view, figure, clause)
    crowd = previous.name.split(" ")[0] if previous is not None and previous.source == "noun" else ""
    return Property(f"{crowd} {state}".strip(), "noun", previous.noun if previous else None) if state else None


def _dimension(view: View, figure: FigureMention, _clause: Clause, _previous: Property | None) -> Property | None:
    """ "112 metres long", "58 metros de altura"."""
    at = figure.last + (view.norm(figure.last) in view.rules.of)
    name = measured(view.rules.language, "dimensions").get(view.norm(at))
    return Property(name, "unit") if name else None


def _unit(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """By its unit, with the verb where that tells more: "area burned", "weight lost"."""
    name = measured(view.rules.language, "units").get(figure.value.unit)
    if name is None:
        return None
    verb = view.verb(figure, clause)
    word = view.tokens[verb].text.lower() if verb is not None else ""
    plain = not word or word in view.rules.light or word in view.rules.change or word in view.rules.saying or view.tag(verb or 0) in "xm"
    return Property(name if plain else f"{name} {participle(word, name, view.rules.language)}", "unit")


@cache
def measured(language: str, table: str) -> dict[str, str]:
    """Unit, or word behind a measure -> what it measures."""
    return {word: name for name, words in lexicon.load(f"{language}/properties")[table].items() for word in words}


def _rest(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """The last resort: what the clause is about, its verb, or the plain name of the unit."""
    return previous or _subject(view, figure, clause, None) or _verb_noun(view, figure, clause, None) or _unit(view, figure, clause, None)


def participle(verb: str, noun: str, language: str) -> str:
    """The past participle of a verb form, agreeing with `noun` in Spanish: ("perdió", "casas") -> "perdidas"."""
    if language == "en":
        return _english_participle(verb)
    stem = _spanish_participle(verb)
    if not stem.endswith(("ado", "ido")):
        return stem
    head = noun.split(" ")[0]
    if head.endswith("as") or head.endswith(("ciones", "siones", "dades")):
        return stem[:-1] + "as"
    return stem + "s" if head.endswith("s") else stem[:-1] + "a" if head.endswith(("a", "ción", "dad")) else stem


def _english_participle(verb: str) -> str:
    if verb.endswith("ing") and len(verb) > 5:
        return verb
    irregular = {"lay": "laid off", "shed": "shed", "cut": "cut", "fly": "flown", "flee": "fled", "lose": "lost", "hold": "held", "win": "won", "sell": "sold", "buy": "bought", "pay": "paid",
                 "spend": "spent", "build": "built", "send": "sent", "took": "taken", "drive": "driven", "run": "run", "shut": "shut", "feed": "fed", "fell": "fallen", "catch": "caught", "eat": "eaten", "lead": "led"}  # fmt: skip
    if verb in irregular:
        return irregular[verb]
    if verb.endswith(("ed", "t", "n", "d", "s")) or len(verb) < 3:
        return verb
    return verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "ed"


def _spanish_participle(verb: str) -> str:
    for endings, suffix in ((("aron", "ará", "arán", "aría", "arían", "aba", "aban", "ando", "ar"), "ado"), (("ieron", "erá", "erán", "irá", "irán", "ería", "iría", "ían", "iendo", "er", "ir", "ió"), "ido"), (("ó",), "ado")):
        for ending in endings:
            if verb.endswith(ending) and len(verb) > len(ending) + 1:
                return verb[: -len(ending)] + suffix
    return verb


def _verb(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """What the lexicon says an amount is by its verb: "lost $94.5 million" -> "loss"."""
    verb = view.verb(figure, clause)
    if verb is None:
        return None
    name = verbs(view.rules.language).get(view.tokens[verb].text.lower())
    return Property(name, "verb") if name else None


@cache
def verbs(language: str) -> dict[str, str]:
    """Verb form -> the property its amount measures."""
    return {form: name for name, forms in lexicon.load(f"{language}/properties")["verbs"].items() for form in forms}


def _subject(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """A change or level of what the subject names: "rents climbed 8.9%", "the yield dipped to 3.91%"."""
    phrase = clause.subject
    if phrase is None or phrase.first <= figure.first < phrase.last:
        return None
    last = phrase.last
    if view.tag(phrase.first) in "q" or all(view.tag(index) in "dn" for index in range(phrase.first, last)):
        return None
    noun = (phrase.first, last)
    if previous is not None and view.norm(last - 1) in view.rules.proxies and sum(view.tag(index) in "wn" for index in range(*noun)) == 1:
        return previous
    name = view.head_text(*noun)
    if view.norm(last) in view.rules.of and last < figure.first and (inner := view.noun_after(last + 1)) and view.tag(inner[0]) != "n" and name.count(" ") < 2:
        name = f"{name} {view.tokens[last].text.lower()} {view.head_text(*inner)}"
    return Property(name, "subject", noun)


def _changed(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    verb = view.verb(figure, clause)
    if verb is None or not (view.tokens[verb].text.lower() in view.rules.change or view.tag(verb) == "x"):
        return None
    if previous is not None and previous.at > (clause.subject.first if clause.subject else 0):
        return None
    return _subject(view, figure, clause, previous)


def _passive(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    """ "the blaze was 15% contained", "estaba contenido en un 15%"."""
    after = figure.last
    if view.tag(after) in ("v", "g") and view.norm(after).endswith(("ed", "en", "ado", "ido", "ada", "ida")):
        return Property(view.tokens[after].text.lower(), "passive")
    verb = view.verb(figure, clause)
    if verb is None or verb <= view.first or view.tag(verb - 1) not in ("x", "a") or "x" not in view.tags[max(0, verb - 3 - view.first) : verb - view.first]:
        return None
    word = view.tokens[verb].text.lower()
    if word in view.rules.light or word in view.rules.change or not word.endswith(("ed", "en", "ado", "ido", "ada", "ida")):
        return None
    had = view.norm(verb - 1) in ("has", "have", "had", "ha", "han", "habia", "habian") or view.norm(verb - 2) in ("has", "have", "had")
    return None if had else Property(word, "passive")


def _share(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """ "72% back the act": what a share does, where no noun tells of what it is a share."""
    if clause.verb != figure.last and not (view.tag(figure.last) == "a" and clause.verb == figure.last + 1):
        return None
    verb = clause.verb
    named = verbs(view.rules.language).get(view.tokens[verb].text.lower())
    noun = view.noun_after(verb + 1)
    if noun is not None:
        return Property(f"{named or ('' if view.tag(verb) == 'x' else view.tokens[verb].text.lower())} {view.head_text(*noun)}".strip(), "share", noun)
    return Property(named, "share") if named else None


def _listed(_view: View, _figure: FigureMention, _clause: Clause, previous: Property | None) -> Property | None:
    return previous


def _verb_noun(view: View, figure: FigureMention, clause: Clause, _previous: Property | None) -> Property | None:
    verb = view.verb(figure, clause)
    if verb is None:
        return None
    word = view.tokens[verb].text.lower()
    if word in view.rules.light or view.tag(verb) in "xm":
        return None
    return Property(participle(word, "", view.rules.language), "verb")


def _duration(view: View, figure: FigureMention, clause: Clause, previous: Property | None) -> Property | None:
    """How long: "72-hour strike" -> "strike duration"; "90 minutes of deliberation"; else its unit with the verb."""
    if (moved := _changed(view, figure, clause, None)) is not None:
        return moved
    if previous is not None and not any(view.tokens[index].kind == "w" for index in range(figure.first, figure.last)):
        return previous
    unit = next((view.norm(index) for index in range(figure.last - 1, figure.first - 1, -1) if view.tokens[index].kind == "w"), figure.value.unit)
    word = next((view.tokens[index].text.lower() for index in range(figure.last - 1, figure.first - 1, -1) if view.tokens[index].kind == "w"), unit)
    if "-" in view.reading.text[figure.start : figure.end] and (noun := view.noun_after(figure.last)):
        return Property(f"{view.head_text(*noun)} duration in {word}s", "noun", noun)
    if view.norm(figure.last) in view.rules.of and (noun := view.noun_after(figure.last + 1)):
        return Property(f"{word} {view.norm(figure.last)} {view.head_text(*noun)}", "noun", noun)
    if (found := _before(view, figure, clause, previous)) is not None and len(found.name.split(" ")) <= 3:
        return found._replace(name=f"{found.name} {'de' if view.rules.language == 'es' else 'in'} {word}" if view.rules.language == "en" else f"{word} de {found.name}")
    verb = view.verb(figure, clause)
    spoken = view.tokens[verb].text.lower() if verb is not None else ""
    if spoken and spoken not in view.rules.light and spoken not in view.rules.change and spoken not in view.rules.saying and view.tag(verb or 0) not in "xm":
        return Property(f"{word} {participle(spoken, word, view.rules.language)}", "verb")
    return Property(word, "unit")


Rule = Callable[[View, FigureMention, Clause, Property | None], Property | None]
_COUNT: tuple[Rule, ...] = (_noun, _label, _stated, _of_after, _before, _changed, _listed, _subject, _verb_noun)
_ORDER: dict[str, tuple[Rule, ...]] = {
    "age": (_age,),
    "rank": (_rank,),
    "duration": (_label, _duration),
    "percent": (_label, _of_after, _before, _passive, _share, _changed, _verb, _listed, _verb_noun, _subject),
    "times": (_label, _changed, _subject, _listed, _noun, _verb_noun),
    "rate": (_label, _before, _changed, _listed, _subject, _verb_noun),
    "count": _COUNT,
    "money": (_label, _before, _verb, _of_after, _changed, _listed, _subject, _verb_noun),
    "measure": (_label, _dimension, _before, _of_after, _changed, _unit, _subject, _verb_noun),
}
