"""A figure and the words right around it -> the subject they tell: brackets, "for", "in", "by", a list's next name."""

from __future__ import annotations

from watcher.extract.about import brackets
from watcher.extract.about.case import Case
from watcher.extract.about.clauses import Clause
from watcher.extract.about.distances import away
from watcher.extract.about.kinds import kind, sized
from watcher.extract.about.properties import Property
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.about.wholes import named, whole
from watcher.extract.about.wording import occasions
from watcher.extract.neighbours import among
from watcher.extract.reading import FigureMention
from watcher.lexicon import concepts
from watcher.model import Subject

_LOSING = 8  # tokens from "losing" to the share that one lost with
_CLOSING = frozenset("vxmf;rs")  # between "for" and a name stands none


def _accused(view: View, measure: Property) -> bool:
    """ "Two counts of murder", "tres cargos de homicidio": of what somebody is accused, no toll."""
    return measure.noun is not None and any(view.norm[at] in view.rules.accusations for at in range(*measure.noun))


def what_it_is_of(view: View, figure: FigureMention, clause: Clause, measure: Property) -> str | None:
    """What a figure of this property is said of, by the whole phrase, else by its noun alone."""
    accused = not view.words.isdisjoint(view.rules.accusations) and _accused(view, measure)
    found = None if accused else concepts.kind(measure.name)
    if measure.source == "noun" and measure.noun and view.norm[measure.noun[0]] in view.rules.who and found in ("place", "party"):
        return None if figure.value.unit == "percent" or figure.value.per is not None else found
    if found == "event" and (measure.source == "verb" or kind(view, figure) == "money"):
        return None  # "it lost $18 million", "families of those killed would receive $4m"
    if found == "event" and measure.source == "noun" and measure.noun is not None and not _tolled(view, measure):
        found = None
    if found is None and measure.noun is not None and measure.source in ("noun", "subject", "before", "object", "label"):
        found = concepts.kind(view.head_text(*measure.noun))
        if found in ("event", "place") and measure.source == "noun" and kind(view, figure) not in ("count", "rate"):
            found = None
    if (
        found is None
        and measure.source == "noun"
        and measure.noun
        and view.norm[measure.noun[1] - 1] in view.rules.crowd
        and _deadly(view, clause, figure)
    ):
        return "event"
    return found


def _tolled(view: View, measure: Property) -> bool:
    """People without more, or a noun that is a toll itself ("cases", "heridos"), not a group of its own ("firefighters trapped")."""
    first, last = measure.noun or (0, 0)
    norms = {view.norm[first], view.norm[last - 1]}
    return bool(norms & view.rules.crowd) or any(concepts.kind(view.norm[index]) == "event" for index in (first, last - 1))


def _deadly(view: View, clause: Clause, figure: FigureMention) -> bool:
    verb = view.verb(figure, clause)
    return verb is not None and view.tokens[verb].norm in view.rules.toll


def _beside(case: Case) -> Subject | None:
    """ "Nakuru, at 4 per cent, had the lowest", "Extremadura, con una caída del 15 %, y Murcia, un 9 %": a share between commas is of
    the name before it."""
    view, figure = case.view, case.figure
    at = figure.first - 1
    at -= view.tag[at] == "d"
    apart = False
    if figure.value.unit == "percent" and view.rules.language == "es":
        link = view.link(figure.first)
        change = view.noun_before(link) if link is not None else None
        if change is not None and view.norm[change[0]] in view.rules.moves:
            at = change[0] - 1 - (view.tag[change[0] - 1] == "d")
        apart = view.tag[at] == ","
        at += apart
    if (not apart and view.norm[at] not in view.rules.standing) or view.tag[at - 1] != ",":
        return None
    measure, end = case.measure, figure.last
    if figure.value.unit != "percent" and figure.value.per is None:
        if measure is None or measure.source != "noun" or measure.noun is None or view.norm[at] != "con":
            return None
        end = measure.noun[1]  # "Merentiel, con nueve goles, es el goleador"
    mention = case.around.names.at(case.around.index, at - 2)
    if mention is None or mention.first < view.first:
        return None
    before = view.tags[max(0, mention.first - 2 - view.first) : mention.first - view.first]
    if before == "dp":
        return mention.subject  # "la más alta es la de Ñuble, con 10,7 %"
    end += view.norm[end] in view.rules.comparing
    leads = (view.norm[mention.first - 2], view.norm[mention.first - 3])
    placed = mention.subject.type == "place" and view.rules.language == "es" and view.norm[mention.first - 1] in view.rules.places
    placed = placed or "igual" in leads  # "al igual que la CUP, en el 1 %"
    opens = not before or before[-1] in '.,c;"s' or (apart and before in ("cd", ",d")) or "mientras" in leads
    if view.tag[end] in (",", "c"):
        return mention.subject if placed or opens else None
    return mention.subject if placed and view.tag[end] in (".", "") else None


def _lost(view: View, figure: FigureMention) -> bool:
    """ "Ana Bo lost with 41% to": the share is not of whom "to" names."""
    return not view.rules.beaten.isdisjoint(view.norm[index] for index in range(max(view.first, figure.first - _LOSING), figure.first))


def attached(case: Case, said_of: str | None) -> Subject | None:
    """ "59% in Mexico", "Mexico (59%)", "41.39% for Camila Ordaz", "31.9% de Brandt"."""
    view, figure, measure, around = case.view, case.figure, case.measure, case.around
    names, index = around.names, around.index
    apart = "," in view.tags[: figure.first - view.first]
    told = (_apposed(case) if apart else None) or (whole(case, said_of) if case.kind == "count" else None) or _sized(case)
    if told is not None or (apart and (told := _beside(case)) is not None):
        return told
    if view.norm[figure.last] in view.rules.of and view.norm[figure.last + 1] == "us":
        return around.speaker(figure.start)
    if (
        "(" in view.tags
        and (told := brackets.named(view, figure, around) or brackets.enclosed(view, figure, case.clause, around)) is not None
    ):
        return told
    if view.tag[figure.first - 1] == "'" and (mention := names.at(index, figure.first - 2)):
        counted = case.kind == "count" and mention.subject.type in ("person", "organization")
        if counted or view.noun_after(figure.last) is None:
            return mention.subject  # "Ana Bo's 9,662", "Lomax's 312 stores"
    at = figure.last
    if measure is not None and measure.noun and measure.noun[0] >= at and measure.source == "noun":
        at = measure.noun[1]
    elif (
        view.norm[at] in view.rules.of and (noun := view.noun_after(at + 1)) and view.tag[noun[1] - 1] != "n" and view.tag[noun[1]] != ","
    ) or (figure.value.per and (noun := view.noun_after(at))):
        at = noun[1]
    if view.tag[at] == "(" and (closing := next((i for i in range(at + 1, min(at + 6, view.last)) if view.tag[i] == ")"), None)):
        at = closing + 1  # "389,114 (45.9%) for Bo"
    link = view.norm[at]
    if link in view.rules.places and (figure.value.unit == "percent" or figure.value.per) and not named(case):
        start = at + 1
        while view.tag[start] in ("d", "w") and start < at + 4 and names.at(index, start) is None:
            start += 1
        mention = names.at(index, start)
        if mention is not None and mention.subject.type == "place":
            return mention.subject
    if (moved := _moved_in(case, at)) is not None:
        return moved
    if link in view.rules.towards and (said_of == "party" or figure.value.unit == "percent") and not _lost(view, figure):
        rate = figure.value.unit == "percent" or view.rules.language == "es"
        near: list[Subject] = []
        for mention in names.in_tokens(index, at + 1, min(at + 14, view.last)):
            between = view.tags[at + 1 - view.first : mention.first - view.first]
            ends = not _CLOSING.isdisjoint(between) or view.tag[mention.last] == "'"  # "51.3% to Bo's 47.9%"
            if ends or ("," in between and not _called(case, at + 1, mention.first)):
                break
            near.append(mention.subject)
        found = next((subject for subject in near if subject.type == "person"), None) or next(
            (s for s in near if s.type != "thing" and (s.type != "place" or rate)), None
        )
        if found is not None:
            return found
    if link in view.rules.of and case.kind == "count" and (mention := names.at(index, at + 1)) and mention.subject.type == "person":
        return mention.subject  # "con tres goles de Ana Bo"
    if link in view.rules.places and _listed_place(case):
        noun = view.noun_after(at + 1)
        held = noun is not None and view.norm[noun[1] - 1] in occasions(view.rules.language)  # "and 44% in the runoff"
        return thing(view.head_text(*noun)) if noun is not None and not held else None
    return None


def _moved_in(case: Case, at: int) -> Subject | None:
    """ "Un aumento de 120 por ciento en el jitomate": what changes by so much, behind "en"."""
    view, figure, measure = case.view, case.figure, case.measure
    if view.rules.language != "es" or figure.value.unit != "percent" or view.norm[at] != "en" or view.tag[at + 1] != "d" or measure is None:
        return None
    if measure.noun is None or measure.noun[1] > figure.first or view.norm[measure.noun[0]] not in view.rules.moves:
        return None
    noun = view.noun_after(at + 2)
    if noun is None or view.tag[noun[0]] != "w" or among(view.norm[noun[0]], view.rules.terms, view.rules.moments, view.rules.territory):
        return None
    return thing(view.whole_text(*noun))


def _called(case: Case, first: int, last: int) -> bool:
    """ "41,39 % de la candidata oficialista, la economista Camila Ordaz": a noun for a person stands before the comma."""
    return any(case.view.norm[index] in case.view.rules.persons for index in range(first, last))


def _apposed(case: Case) -> Subject | None:
    """ "The Las Leñas tunnel, an 11-km passage under the ridge", "Bo Air, una firma de 40 empleados": what a name is called by its size."""
    view, figure = case.view, case.figure
    english = view.rules.language == "en"
    if english:
        at = figure.first - 1
    else:
        link = view.link(figure.first)
        group = view.noun_before(link) if link is not None else None
        at = group[0] - 1 if group is not None else view.first
        sized = link is not None and view.tag[link - 1] == "," and view.tag[figure.last] == "w" and figure.value.per is None
        if link is not None and sized and (named := case.around.names.at(case.around.index, link - 2)) is not None:
            return named.subject  # "En la Asamblea Departamental, de 30 escaños,"
        so_called = case.around.names.at(case.around.index, at - 1) if group is not None and view.tag[at] == "," else None
        if so_called is not None and view.tag[figure.last] == "w" and case.kind == "count" and so_called.first >= view.first:
            return so_called.subject  # "la alcaldesa de Requeixo, aldea de 34 habitantes"
    if view.norm[at] not in view.rules.articles or view.tag[at - 1] != "," or (english and view.noun_after(figure.last) is None):
        return None
    noun = view.noun_before(at - 1)
    if noun is None or "n" not in view.tags[noun[0] - view.first : noun[1] - view.first]:
        return None
    mention = case.around.names.at(case.around.index, noun[1] - 1)
    return mention.subject if mention is not None else thing(view.head_text(*noun))


def _sized(case: Case) -> Subject | None:
    """ "a road 11 km long", "a 6.2-tonne telescope", "un violín valorado en 2 millones": the thing whose size or worth it is."""
    view, figure = case.view, case.figure
    if case.kind == "measure":
        if (noun := sized(view, figure)) is not None:
            return thing(view.head_text(*noun))
        noun = view.noun_before(case.start)
        if noun and view.norm[figure.last] in view.rules.dimensions and view.tag[noun[0] - 1] == "d" and view.tag[noun[1] - 1] == "w":
            return thing(view.head_text(*noun))
        if (far := away(view, figure, case.around)) is not None:
            return far
        beyond = view.norm[figure.last] in view.rules.distances or view.norm[figure.last + 1] in view.rules.distances
        start = figure.first - (view.tag[figure.first - 1] in ("p", ","))
        noun = view.noun_before(start)
        if noun and beyond and noun[1] == start and view.tag[noun[0] - 1] in ("d", "p"):
            mention = case.around.names.at(case.around.index, noun[1] - 1)
            return mention.subject if mention is not None else thing(view.head_text(*noun))
        told = view.norm[figure.last] in view.rules.dimensions
        joined = "-" in view.reading.text[figure.start : figure.end]
        joined = joined or (figure.value.unit == "magnitude" and view.tag[figure.last] == "w" and view.rules.language == "en")
        if not told and joined and (noun := view.noun_after(figure.last)):
            mention = case.around.names.at(case.around.index, noun[1] - 1)
            return mention.subject if mention is not None else thing(view.head_text(*noun))
    if view.words.isdisjoint(view.rules.worth) and "worth" not in view.words:
        return None
    at = case.start
    while at > view.first and view.norm[at - 1] in view.rules.links and view.norm[at - 1] not in view.rules.worth:
        at -= 1
    if (view.norm[at - 1] in view.rules.worth and view.tag[at - 1] not in "vx") or view.norm[at - 1] == "worth":
        noun = view.noun_before(at - 1)
        if noun is not None and view.tag[noun[0] - 1] in ("d", "p", "v", "g", "i"):
            mention = case.around.names.at(case.around.index, noun[1] - 1)
            return mention.subject if mention is not None else thing(view.head_text(*noun))
    return None


def _listed_place(case: Case) -> bool:
    """ "7% in Calverton and 3.8% in the Lakes": the figure before tells its own place in the same way."""
    view, figure = case.view, case.figure
    before = case.earlier
    if before is None:
        return False
    alike = (before.value.unit, before.value.per is None) == (figure.value.unit, figure.value.per is None)
    between = range(before.last, min(before.last + 4, figure.first))
    return alike and figure.first - before.last < 14 and any(view.norm[index] in view.rules.places for index in between)


def there(case: Case) -> bool:
    """Within what somebody says, "hay dos camas", "si paran tres puertos": what is counted is no part of the speaker."""
    view, verb, measure = case.view, case.clause.verb, case.measure
    if verb is None or measure is None or measure.source != "noun" or case.kind not in ("count", "rate"):
        return False
    if view.rules.language != "es" or case.start != verb + 1:
        return False
    return view.norm[verb] in view.rules.happening or (view.norm[verb].endswith("n") and view.tag[verb] == "v")


def bare(case: Case) -> bool:
    """ "Of these, 312 were mild", "seis de cada diez siguen impunes", "there were two": a number without its noun does something."""
    view, figure, verb = case.view, case.figure, case.clause.verb
    named = figure.noun is not None and figure.noun[0] < figure.last  # "94 hombres por cada 100"
    if verb is None or named or figure.value.unit not in ("count", "percent") or view.norm[figure.first - 1] in view.rules.by:
        return False
    return figure.first < verb or view.norm[verb - 1] in view.rules.happening or view.norm[verb] in view.rules.happening
