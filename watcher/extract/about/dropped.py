"""A Spanish clause that names no subject before its verb -> its subject: behind the verb, where a relative stands, told before.

Every rule takes a `Case` and gives a subject or None.
"""

from __future__ import annotations

from watcher.extract.about import phrases, topics, touching
from watcher.extract.about.attached import bare
from watcher.extract.about.case import Case
from watcher.extract.about.clauses import Clause, Phrase
from watcher.extract.about.kinds import kind
from watcher.extract.about.phrases import entity
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.reading import NameMention
from watcher.model import Subject

_DESCRIBED = 12  # tokens of what somebody is, in front of a clause
_CLIMBED = 14  # tokens from a relative back to the noun it may belong to
_ENDS = frozenset('vxmrs;:,("')
_LISTED = "fwnpdac,"  # tags of the counted that stand before another in a list
_PASSIVE = ("fueron", "son", "eran", "seran", "sido", "sean")


def dropped(case: Case) -> Subject | None:
    """A Spanish verb without a subject: the name behind it, else the subject of the sentence before."""
    view, clause, around = case.view, case.clause, case.around
    if clause.verb is None:
        return None
    if (named := named_behind(case) or _pressed(case)) is not None:
        return named
    behind = around.names.at(around.index, clause.verb + 1) or around.names.at(around.index, clause.verb + 2)
    if behind is not None and behind.last <= case.figure.first and view.tag[behind.first - 1] in "vwd":
        return behind.subject
    if view.rules.language != "es":
        return None
    if (taken := (None if (behind_it := followed(case)) else _clitic(case)) or _fronted_place(case, noun=not behind_it)) is not None:
        return taken
    if view.norm[clause.verb] in view.rules.happening or behind_it or (around.counted is not None and bare(case)):
        return _awaited(case)
    told = around.told
    if told is not None and told.type == "thing" and _reflexive(view, clause.verb) and kind(view, case.figure) in ("money", "measure"):
        return told  # "Hasta ahora se han gastado 12 millones"
    if view.norm[clause.verb] in view.rules.ravaging and around.topic.event is not None:
        return around.topic.named or topics.subject(around.topic.event, around.topic.place, "es")  # "Ha calcinado ya 1.900 hectáreas"
    if (told := _thing_gone_on(case) or _topic_gone_on(case)) is not None:
        return told
    if (around.last is None or around.last.type != "person") and (person := _human(case)) is not None:
        return person
    if _several(view, clause.verb) and around.last is not None and around.last.type == "person" and case.figure.first > clause.verb:
        return None  # "se contaban seis muertos", "perdieron la casa 86 hogares": who does it stands behind
    if around.last is not None and (around.last.type in ("person", "organization") or _agrees(view, clause.verb, around.last)):
        return around.last
    return around.names.pronoun(around.index, clause.verb) or around.last


def _fronted_place(case: Case, *, noun: bool) -> Subject | None:
    """ "En Italia se desperdician 27", "En una casa se hallaron 3 millones": the place in front (one without a name, too, by `noun`),
    where nobody does it."""
    view, clause, verb = case.view, case.clause, case.clause.verb
    at = clause.first
    while view.tag[at] in ("c", ",", ";", "s", '"') and at < case.figure.first:
        at += 1
    if view.norm[at] == "segun" and (comma := view.tags.find(",", at - view.first)) > 0:
        at = view.first + comma + 1  # "Según la ONG, en Lima hay 40"
    if view.norm[at] not in view.rules.places or verb is None or verb > case.figure.first:
        return None
    named = case.around.names.at(case.around.index, at + 1 + (view.tag[at + 1] == "d"))
    if named is None and noun and _reflexive(view, verb) and view.tag[at + 1] == "d":
        found = view.noun_after(at + 1)
        plain = found is not None and found[1] < verb and view.norm[found[0]] not in view.rules.terms | view.rules.moments
        return thing(view.head_text(*found)) if found is not None and plain else None
    if named is None or named.subject.type != "place" or named.last > verb:
        return None
    nobody = _reflexive(view, verb) or view.norm[verb] in view.rules.happening or view.tokens[verb].text.lower() in view.rules.arriving
    return named.subject if nobody else None


def described(view: View, phrase: Phrase) -> bool:
    """ "Hija de un pastor, nació en Soria": what somebody is, before a comma and the verb; who it is was told before."""
    first = phrase.first
    if (
        view.rules.language != "es"
        or first != view.first
        or view.tag[first] != "w"
        or view.norm[first] not in view.rules.persons | view.rules.kin
    ):
        return False
    comma = next((at for at in range(first + 1, min(first + _DESCRIBED, view.last)) if view.tag[at] in ",vxmrs"), first)
    return view.tag[comma] == "," and view.tag[comma + 1] in ("v", "x", "o")


def _pressed(case: Case) -> Subject | None:
    """ "Antes de este caso Ruiz había ganado dos", "En la segunda vuelta Ruiz ganaría": a name between an adverbial and the verb; where
    the adverbial may be called so ("En el hospital Ana Ruiz murieron"), one of whom the text has told before."""
    view, verb, names, index = case.view, case.clause.verb, case.around.names, case.around.index
    while verb is not None and view.tag[verb - 1] in ("x", "o", "a"):
        verb -= 1
    named = names.at(index, verb - 1) if verb is not None and view.tag[verb - 1] == "n" else None
    if named is None or view.tag[named.first - 1] != "w":
        return None
    if view.norm[named.first - 2] in ("este", "esta", "ese", "esa"):
        return named.subject
    told = named.subject.type in ("person", "organization") and view.rules.language == "es"
    return named.subject if told and any(before.subject == named.subject for before in names.before(index, named.first)) else None


def _awaited(case: Case) -> Subject | None:
    """ "Faltan dos meses para las elecciones": to what the time is that is left."""
    view, at = case.view, case.figure.last
    if kind(view, case.figure) != "duration" or view.norm[at] not in view.rules.towards or view.tag[at + 1] != "d":
        return None
    noun = view.noun_after(at + 1)
    return thing(view.head_text(*noun)) if noun is not None else None


def _thing_gone_on(case: Case) -> Subject | None:
    """ "El alcalde anunció las obras. Durarán dos años": the object told before, where who did it cannot be meant."""
    view, verb, last, told = case.view, case.clause.verb, case.around.last, case.around.told
    if verb is None:
        return None
    being = view.norm[verb] in ("son", "eran", "es", "era") and kind(view, case.figure) != "rank"
    if last is None or not (being or phrases.acts(view, last)):
        return None
    lifeless = view.tokens[verb].text.lower() in view.rules.lifeless
    unlike = last.type == "person" and (_several(view, verb) or _housed(case))
    if not (being or lifeless or unlike):
        return None
    if lifeless and told is not None and not phrases.acts(view, told):
        return told  # "El operador lo atribuye a las obras. Cuesta 14 euros"
    found = case.around.object()
    if found is None or found.type == "person" or (being and found.type != "thing"):
        return None
    return found if being or _agrees(view, verb, found) else None


def _topic_gone_on(case: Case) -> Subject | None:
    """ "“Fue mi maestra”, dijo su editor. Publicó 14 libros": the person the text is about, behind what others say of or do to him."""
    view, main = case.view, case.around.topic.main
    if main is None or main.type != "person" or (last := case.around.last) is None or last == main:
        return None
    verb = case.clause.verb
    if verb is None or view.tokens[verb].text.lower() in view.rules.saying or _several(view, verb):
        return None
    lasts = last.type == "thing" and kind(view, case.figure) == "duration" and view.tokens[verb].text.lower() not in view.rules.lifeless
    if last.type != "person" and not lasts:
        return None
    head = case.around.names.in_tokens(case.around.index, 0, view.reading.sentences[0].last)
    if not any(mention.subject == main for mention in head) or (seen := case.around.sentence(1)) is None:
        return None
    aside = (
        lasts
        or '"' in seen.tags
        or any(
            seen.norm[at] in view.rules.possessive or (seen.tag[at] == "o" and seen.norm[at] in ("lo", "la", "le"))
            for at in range(seen.first, seen.last)
        )
    )
    return main if aside else None


def _housed(case: Case) -> bool:
    """Whether what is counted is had by bodies and buildings, not by somebody: "camas", "empleados"."""
    measure = case.measure
    told = measure is not None and measure.source in ("noun", "before") and measure.noun is not None
    return told and measure is not None and measure.noun is not None and case.view.norm[measure.noun[0]] in case.view.rules.housed


def _human(case: Case) -> Subject | None:
    """ "Condenaron a Ana Bo. Deberá indemnizar", "Llevaba 31 meses preso": what only persons are said to be is of the last one named."""
    view, clause = case.view, case.clause
    if view.words.isdisjoint(view.rules.human) or clause.verb is None:
        return None
    if not any(view.norm[index] in view.rules.human for index in range(clause.first, clause.last)):
        return None
    return last_person(case) or _unnamed_person(case)


def _unnamed_person(case: Case) -> Subject | None:
    """ "Rescataron a un hombre. Está ingresado con dos costillas rotas": somebody told of in the sentence before."""
    seen = case.around.sentence(1)
    if seen is None or seen.words.isdisjoint(seen.rules.persons):
        return None
    at = next((at for at in range(seen.first, seen.last) if seen.norm[at] in seen.rules.persons and seen.tag[at - 1] == "d"), None)
    return thing(seen.norm[at]) if at is not None else None


def _clitic(case: Case) -> Subject | None:
    """ "Lo encontraron a 5.200 metros": whom several that nobody names do something to."""
    view, verb, around = case.view, case.clause.verb, case.around
    at = verb - 1 if verb is not None else -1
    if verb is None or not _several(view, verb) or view.tag[at] != "o" or view.norm[at] not in ("lo", "la", "los", "las"):
        return None
    return around.last if around.last is not None and around.last.type == "person" else last_person(case)


def last_person(case: Case) -> Subject | None:
    """The last person named in the two sentences before."""
    view, around = case.view, case.around
    sentences, number = view.reading.sentences, view.reading.sentence_of[view.first]
    near = around.names.in_tokens(around.index, sentences[max(0, number - 2)].first, view.first)
    return next((mention.subject for mention in reversed(near) if mention.subject.type == "person"), None)


def named_behind(case: Case) -> Subject | None:
    """ "Tercero quedó el exalcalde Ruperto Sáenz": a Spanish subject right behind its verb."""
    view, clause, around = case.view, case.clause, case.around
    if clause.verb is None or view.rules.language != "es":
        return None
    at = clause.verb + 1
    if view.tag[at] == "q":
        return entity(view, Phrase(at, at + 1, at + 1), around)  # "ganó ella por 12 puntos"
    while view.tag[at] in ("d", "w") and at < clause.verb + 5:
        at += 1
    mention = around.names.at(around.index, at) or _apposed(case, at)
    at = mention.first if mention is not None else at
    apart = mention is not None and (mention.last <= case.figure.first or case.figure.last <= clause.verb)
    if mention is None or not apart or view.tag[at] != "n" or mention.subject.type not in ("person", "organization"):
        return None
    return mention.subject


def _apposed(case: Case, at: int) -> NameMention | None:
    """ "Aparecía el candidato de Fuerza Agraria, Luis Pomar, con un 9 %": the person named behind what they are."""
    view, names, index = case.view, case.around.names, case.around.index
    if view.norm[at] not in view.rules.of or (of := names.at(index, at + 1)) is None or view.tag[of.last] != ",":
        return None
    named = names.at(index, of.last + 1)
    return named if named is not None and named.subject.type == "person" else None


def postponed(case: Case, phrase: Phrase) -> bool:
    """ "El fuego avanza y mañana trabajarán en la zona 85 bomberos": behind a verb in the plural the counted, not who was told before."""
    view, figure, verb, measure = case.view, case.figure, case.clause.verb, case.measure
    if not case.clause.inherited:
        return False
    if (
        case.clause.opener == "s"
        and verb is not None
        and view.norm[verb] in view.rules.happening
        and view.before_hedges(figure.first) == verb + 1
    ):
        return kind(view, figure) == "count"  # "Los bomberos informaron de que murieron 40 personas"
    if view.norm[phrase.last - 1].endswith("s"):
        return False
    if followed(case):
        return True
    if verb is None or verb > figure.first or view.rules.language != "es" or not _several(view, verb):
        return False
    if measure is None or measure.source != "noun" or kind(view, figure) != "count" or view.tag[phrase.last] in ("c", ","):
        return False
    return view.tag[view.before_hedges(figure.first) - 1] not in ("p", "c") and not _plural(view, phrase.first)


def where(case: Case) -> Subject | None:
    """ "La mina, en la que murieron siete", "Valdeo, donde hay dos focos": a place, where the counted are the subject behind the verb."""
    view, clause, figure = case.view, case.clause, case.figure
    start = clause.first - (view.tag[clause.first - 1] == "d")
    start -= view.norm[start - 1] in view.rules.places
    if (start == clause.first and view.norm[start] != "donde") or clause.verb is None or clause.verb > figure.first:
        return None
    between = view.tags[clause.verb + 1 - view.first : view.before_hedges(figure.first) - view.first]
    several = _several(view, clause.verb) and not between.strip("wga") and view.norm[figure.first - 1] != "a"
    counted = case.measure is not None and case.measure.source == "noun" and kind(view, figure) == "count"
    moved = clause.inherited and view.tokens[clause.verb].text.lower() in view.rules.change  # "Melilla, donde cayó un 22 %"
    told = view.norm[clause.verb] in view.rules.happening or (several and counted) or moved
    return touching.before(view, start, case.around) if told else None


def _agrees(view: View, verb: int, subject: Subject) -> bool:
    """Whether a thing or place, told as the subject before, has the number of a verb."""
    return _several(view, verb) == subject.name.split(" ")[0].endswith("s")


def _reflexive(view: View, verb: int) -> bool:
    """ "Se gastaron", "se han gastado"."""
    return "se" in (view.norm[verb - 1], view.norm[verb - 2])


def _several(view: View, verb: int) -> bool:
    """Whether a verb is in the plural."""
    before = verb - 1 - (view.norm[verb - 1] == "sido")  # "han sido procesadas"
    led = "xm" if view.rules.language == "es" else "x"  # but "can"
    return view.norm[verb].endswith("n") or (view.tag[before] in led and view.norm[before].endswith("n"))


def agreeing(view: View, clause: Clause, phrase: Phrase) -> Phrase:
    """ "Dos camiones de la firma que llevaban": the noun before a relative that has its verb's number."""
    verb = clause.verb
    if verb is None or view.norm[clause.first] != "que" or view.tag[phrase.first] not in ("d", "f"):
        return phrase
    several = _several(view, verb)
    if _plural(view, phrase.first) == several:
        return phrase
    for at in range(phrase.first - 1, max(view.first, phrase.first - _CLIMBED) - 1, -1):
        if view.tag[at] in _ENDS:
            break
        if (
            view.tag[at] in ("d", "f")
            and view.tag[at + 1] in ("w", "n")
            and _plural(view, at) == several
            and (noun := view.noun_after(at + 1))
        ):
            return Phrase(at, noun[1], noun[1])
    return phrase


def _plural(view: View, lead: int) -> bool:
    """Whether a noun phrase that begins with an article or number is of several."""
    return view.norm[lead].endswith("s") or view.tag[lead] == "f"


def followed(case: Case) -> bool:
    """ "Se entregaron cuatrocientas casas", "participaron 1.312 voluntarios": the counted are the subject, behind a verb in the plural."""
    view, figure, verb, measure = case.view, case.figure, case.clause.verb, case.measure
    if verb is None or measure is None or measure.source != "noun":
        return False
    passive, sort = _reflexive(view, verb), kind(view, figure)
    if sort != "count" and not (passive and sort == "measure"):
        return False  # "se incautaron 300 litros de gasolina", but "recorrieron 12 kilómetros de playa"
    start = view.before_hedges(figure.first)
    if passive and view.norm[figure.first - 1] == "a" and start == verb + 1:
        return True  # "se encuestó a 1.509 personas"
    between = view.tags[verb + 1 - view.first : max(0, start - view.first)]
    if passive and _several(view, verb) and between.lstrip("a").startswith("f") and not between.strip(_LISTED):
        return True  # "se incautaron once armas, 1.240 cartuchos y 35 kilos de cocaína"
    if not _several(view, verb) or between.strip("apdwntq") or (between and between[0] not in "apt"):
        return False
    last = case.around.last
    alone = last is None or last.type != "thing" or not last.name.split(" ")[0].endswith("s")
    arriving = view.tokens[verb].text.lower() in view.rules.arriving  # "participan 240 rescatistas": they take no object
    if between:
        return passive or (alone and arriving)
    return passive or view.norm[verb - 1] in _PASSIVE or alone or arriving
