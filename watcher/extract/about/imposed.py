"""A Spanish sentence, fine or bail, or what a clause takes up -> whom it falls on: "una multa para cada uno", "a su hermano le impuso".

Every rule takes a `Case` and gives a subject or None.
"""

from __future__ import annotations

from watcher.extract.about.case import Case
from watcher.extract.about.dropped import last_person
from watcher.extract.about.kinds import ended
from watcher.extract.about.measures import Property
from watcher.extract.about.phrases import entity
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.lexicon import concepts
from watcher.model import Subject

_FALLING = ("para", "a", "al", "contra")
_DATIVES = ("le", "les")
_DUTIES = ("debera", "deberan", "pagara", "pagaran", "tendra", "tendran", "cumplira", "abonara", "afronta", "enfrenta", "arriesga")
_TAKEN = (*_DATIVES, "lo", "la", "los", "las")
_TERMS = ("year", "month")
_SPANS = ("day", "week", "month")
_GRANTED = ("fij", "otorg", "conced", "dio", "dispuso", "establec", "dict", "amplio")
_PASSED = ("conden", "sentenci")
_CONVICTED = ("condenad", "sentenciad")
_ASIDE = 5  # tokens of a short bracket
_REACH = 10  # tokens from a sentence to whom it is for


def punished(case: Case) -> Subject | None:
    """ "Pide 14 años de cárcel para Ana Bo", "condenó a Ana Bo a 14 años de prisión": a sentence is of whom it is asked or passed for."""
    view, figure, measure, around = case.view, case.figure, case.measure, case.around
    if measure is None or measure.source == "age":
        return None
    if view.norm[figure.first - 1] == "a":
        beside = around.names.at(around.index, figure.first - 2 - (view.tag[figure.first - 2] == ","))
        if beside is not None and view.norm[beside.first - 1] in ("a", "al"):
            return beside.subject  # "condenó a Ana Bo a dos años y a Luis Gil, a seis meses"
        if (convict := _convict(case)) is not None:
            return convict
    if view.norm[figure.last] == "para" and (meant := _meant_for(case)) is not None:
        return meant
    if not _passed(case) and not _imposed(view, figure, measure):
        return None
    lowered = view.norm[figure.last] == "a" and view.tag[figure.last + 1] == "f"  # "rebaja de ocho a cinco años la condena a un profesor"
    start = next((other.last for other in view.told if other.first == figure.last + 1), figure.last) if lowered else ended(view, figure)
    for at in range(start, min(start + _REACH, case.clause.last)):
        if view.norm[at] in _FALLING:
            if (found := _whom(case, at + 1)) is not None:
                return found
            break  # "a tres años de cárcel y al pago de 4.000 euros"
        if view.norm[at] in view.rules.of and concepts.penal(view.norm[at - 1]) and (found := _whom(case, at + 1)) is not None:
            return found
        if view.tag[at] in "vxs;,(if":
            break
    verb = case.clause.verb
    if verb is None or verb > figure.first:
        return None
    if case.clause.inherited and view.norm[verb] in _DUTIES and not _somebody(case):
        return last_person(case)  # "Deberá pagar además una multa de 900 euros", "el fallo dicta que deberá cumplir un año"
    if view.tag[verb - 1] == "o" and view.norm[verb - 1] in _DATIVES:
        doubled = next((at for at in range(verb + 1, figure.first) if view.norm[at] in ("a", "al") and view.tag[at + 1] in "nd"), None)
        return dative(case) or (_whom(case, doubled + 1) if doubled is not None else None) or _taken_up(case, verb - 1)
    at = verb - 1 - (view.tag[verb - 1] == "x")
    if view.tag[at] == "o" and view.norm[at] in _TAKEN:
        return around.last if around.last is not None and around.last.type == "person" else last_person(case)
    at = verb + 1 + (view.tag[verb + 1] in "ia")
    if view.norm[at] in _FALLING and at + 1 < figure.first:
        return _whom(case, at + 1)
    before = [m.subject for m in around.names.in_tokens(around.index, verb, figure.first) if m.subject.type == "person"]
    return before[0] if len(set(before)) == 1 else None


def _meant_for(case: Case) -> Subject | None:
    """ "Había solicitado 15 años para el exministro Bo", "fijó 120 días para la investigación": whom or what "para" leads to."""
    view, figure, verb = case.view, case.figure, case.clause.verb
    if figure.value.unit in _TERMS and (asked := _whom(case, figure.last + 1)) is not None and asked.type == "person":
        return asked
    if figure.value.unit not in _SPANS or view.tag[figure.last + 1] != "d":
        return None
    noun = view.noun_after(figure.last + 1)
    granted = verb is not None and verb < figure.first and view.norm[verb].startswith(_GRANTED)
    return thing(view.head_text(*noun)) if noun is not None and granted else None


def _passed(case: Case) -> bool:
    """ "Condenó a cinco años a Ana Bo": no noun tells that it is a sentence, but the verb does."""
    view, figure, verb = case.view, case.figure, case.clause.verb
    if verb is None or view.norm[figure.first - 1] != "a" or figure.value.unit not in _TERMS:
        return False
    return view.norm[verb].startswith(_PASSED)


def _convict(case: Case) -> Subject | None:
    """ "Rafael Cuá, hoy condenado a ocho años": whom the participle of a sentence, which no verb of being leads, stands right behind."""
    view, names, index = case.view, case.around.names, case.around.index
    at = view.before_hedges(case.figure.first - 1) - 1
    if not view.norm[at].startswith(_CONVICTED):
        return None
    comma = next((back for back in range(at - 1, at - 4, -1) if view.tag[back] in ",x"), at)
    named = names.at(index, comma - 1) if view.tag[comma] == "," else None
    return named.subject if named is not None and named.last == comma and named.subject.type == "person" else None


def _taken_up(case: Case, pronoun: int) -> Subject | None:
    """ "Condenó al exministro Bo. El tribunal, presidido por la jueza Gil, le impuso": a person told of before, not who judges."""
    around, clause = case.around, case.clause
    meant = around.names.pronoun(around.index, pronoun, human=True)
    told = around.names.in_tokens(around.index, clause.first, pronoun)
    if meant is None or (meant.type == "person" and all(meant != mention.subject for mention in told)):
        meant = meant or around.names.pronoun(around.index, pronoun)
        acted = around.object() if meant is not None and meant.type == "organization" else None
        return acted if acted is not None and acted.type == "organization" else meant
    return last_person(case) or meant


def _somebody(case: Case) -> bool:
    """Whether the clause has a subject of its own or one that is somebody."""
    subject = case.clause.subject
    found = entity(case.view, subject, case.around) if subject is not None else None
    return found is not None and found.type == "person"


def handed(case: Case) -> Subject | None:
    """ "El organismo daba a Quispe 318.905 votos", "el conteo le otorga un 41 %": whom an amount is given to."""
    view, verb, around = case.view, case.clause.verb, case.around
    if verb is None or verb > case.figure.first or view.tokens[verb].text.lower() not in view.rules.awarding:
        return None
    start = case.start
    if view.rules.language == "en":  # "gave Bo, of the Alliance, 148,306 votes"
        named = around.names.at(around.index, verb + 1)
        apart = named is not None and view.tag[named.last] == "," == view.tag[start - 1]
        return named.subject if named is not None and (apart or named.last == start) and named.subject.type != "place" else None
    noun = case.measure.noun if case.measure is not None else None
    beside = noun is not None and verb + 2 < noun[0] and start - 2 <= noun[1] <= case.figure.first
    if view.norm[verb + 1] in ("a", "al") and noun is not None and beside:
        told = [m for m in around.names.in_tokens(around.index, verb + 2, noun[0]) if m.subject.type != "place"]
        return told[-1].subject if told else _whom(case, verb + 2)  # "daba al Ejecutivo un apoyo del 31%"
    named = around.names.at(around.index, start - 1)
    if named is not None and named.last == start and view.norm[named.first - 1] in ("a", "al"):
        return named.subject if named.subject.type != "place" else None
    if start == verb + 1 and view.norm[verb - 1] in _DATIVES:
        meant = around.names.pronoun(around.index, verb - 1)
        return meant if meant is not None and meant.type == "person" else None
    return None


def _imposed(view: View, figure: FigureMention, measure: Property) -> bool:
    """Whether a figure is of a sentence, a fine or a bail."""
    verbs = view.rules.punishing
    if not view.words.isdisjoint(verbs) and any(view.norm[at] in verbs for at in range(figure.first - 6, figure.first)):
        return True  # "lo había inhabilitado por 12 años"
    if concepts.penal(measure.name):
        return True
    if measure.noun is None or view.words.isdisjoint(view.rules.imposed):
        return False
    return any(view.norm[at] in view.rules.imposed for at in range(*measure.noun))


def _whom(case: Case, start: int) -> Subject | None:
    """Who stands at `start`, behind "a" or "para": a name behind its office, "cada uno" of those told before, "él", a noun for a person."""
    view, around, figure = case.view, case.around, case.figure
    if view.norm[start] == "cada" and view.norm[start + 1] in ("uno", "una"):
        each = view.noun_after(start + 3) if view.norm[start + 2] in view.rules.of else None
        return thing(view.head_text(*each)) if each else _people(case) or around.counted or around.last
    if view.tag[start] == "q":
        return around.names.pronoun(around.index, start)
    end = start
    while end < view.last and view.tag[end] in "dwnp(" and view.norm[end] not in _FALLING and not (figure.first <= end < figure.last):
        end = _behind_bracket(view, end) if view.tag[end] == "(" else end + 1
    kin = view.norm[start] in view.rules.possessive
    told = () if kin else around.names.in_tokens(around.index, start, end)  # but "para el cerebro del secuestro de Ana Bo"
    people = [m.subject for m in told if m.subject.type == "person" and view.norm[m.first - 1] not in view.rules.of]
    if people:
        return people[-1]
    noun = view.noun_after(start)
    if noun is None or noun[0] >= end:
        return None
    if not kin and (found := around.names.resolve_role(around.index, start, [view.norm[noun[0]]])) is not None and found.type == "person":
        return found
    if kin and view.tag[noun[1]] == "," and (called := around.names.at(around.index, noun[1] + 1)) is not None:
        return called.subject if called.subject.type == "person" else thing(view.head_text(*noun))  # "a su contador, Luis Gil"
    named = around.names.at(around.index, noun[1] - 1)
    head, persons = view.norm[noun[0]], view.rules.persons
    person = kin or head in persons or head.removesuffix("s") in persons or head.startswith("ex") or head in view.rules.who
    return named.subject if named is not None and named.first == noun[0] else thing(view.head_text(*noun)) if person else None


def _behind_bracket(view: View, opening: int) -> int:
    """ "Al exalcalde de Lorca (Murcia) Marcelo Jurado": where a short bracket ends."""
    return next((at + 1 for at in range(opening + 1, opening + _ASIDE) if view.tag[at] == ")"), view.last)


def _people(case: Case) -> Subject | None:
    """The last noun for several persons in the paragraph: "a dos vecinos ... una fianza para cada uno"."""
    reading, persons = case.view.reading, case.view.rules.persons
    number = reading.sentence_of[case.figure.first]
    first = next(s.first for s in reading.sentences[max(0, number - 3) :] if s.paragraph == reading.sentences[number].paragraph)
    for at in range(case.figure.first - 1, first - 1, -1):
        norm = reading.tokens[at].norm
        if norm.endswith("s") and (norm.removesuffix("es") in persons or norm.removesuffix("s") in persons):
            return thing(reading.tokens[at].text.lower())
    return None


def dative(case: Case) -> Subject | None:
    """ "A su hermano le impuso una caución de 3 millones", "Al Gobierno le faltan tres votos": whom a clause opens with and takes up."""
    view, clause = case.view, case.clause
    at = clause.first
    while view.tag[at] in ",;c" and at < clause.last:
        at += 1
    if clause.verb is None or view.norm[at] not in ("a", "al") or case.figure.first < clause.verb:
        return None
    taken = any(view.tag[back] == "o" and view.norm[back] in _TAKEN for back in (clause.verb - 1, clause.verb - 2))
    noun = view.noun_after(at + 1) if taken else None
    if noun is None or noun[1] > clause.verb:
        return None
    mention = case.around.names.at(case.around.index, noun[1] - 1)
    return mention.subject if mention is not None else thing(view.head_text(*noun))
