"""A figure in its sentence and its property -> the subject it is said of: the entity or definite thing that structure points to.

Order: the owner of an age; what stands in brackets or behind "for"/"in" right after the figure; the event, for tolls; the thing
whose length or change it is; the subject of the clause; a place in the phrase that names the measure; the counted thing; the topic.
"""

from __future__ import annotations

from collections.abc import Sequence

from watcher import lexicon
from watcher.extract.about import phrases, topics
from watcher.extract.about.attached import Case, attached, by, compared, raised, there, what_it_is_of
from watcher.extract.about.clauses import Clause
from watcher.extract.about.phrases import Around, entity, thing
from watcher.extract.about.properties import Property, kind
from watcher.extract.about.view import View
from watcher.extract.reading import FigureMention
from watcher.lexicon import concepts
from watcher.model import Subject

_SELF = frozenset(["i", "yo"])
_OURS = frozenset(["we", "us", "nosotros", "nosotras"])


def of(view: View, figure: FigureMention, clause: Clause, measure: Property | None, around: Around) -> Subject | None:
    """Whom or what `figure` is said of."""
    case = Case(view, figure, clause, measure, around)
    if measure is None:
        return _clause_subject(case) or around.topic.main
    if measure.source == "age":
        return _owner(case) or around.topic.main
    said_of = what_it_is_of(view, figure, clause, measure)
    found = by(case) or raised(case) or attached(case, said_of) or compared(case) or _toll(case, said_of) or _lasting(case) or _label(case)
    if found is not None:
        return found
    own = _clause_subject(case)
    if own is not None and own.type == "thing" and (better := _owned(case)) is not None:
        own = better
    if own is not None and said_of == "place" and own.type == "place":
        return own
    if own is not None and (said_of != "place" or (own.type in ("person", "organization") and not concepts.territorial(measure.name))):
        return own
    if (place := _place_in(case, said_of)) is not None:
        return place
    return own or _counted(case)


def _owner(case: Case) -> Subject | None:
    """Whose age it is: the name right before, the noun it stands at ("19-year-old son"), else the subject of the clause."""
    view, figure, around = case.view, case.figure, case.around
    for back in range(1, 4):
        mention = around.names.at(around.index, figure.first - back)
        if mention is not None and mention.first >= view.first:
            return mention.subject
        if view.tag(figure.first - back) not in ",p(dw" or back > 2:
            break
    if view.tag(figure.first - 1) == "," and (aged := view.noun_before(figure.first - 1)) and view.tag(aged[0] - 1) == "d":
        return thing(view.head_text(*aged))  # "the roof, 130 years old"
    own = _clause_subject(case)
    noun = view.noun_after(figure.last)
    group = view.noun_before(view.before_hedges(figure.first))
    if (
        view.rules.language == "es"
        and group
        and view.tag(group[1] - 1) == "w"
        and view.norm(group[1] - 1) not in ("edad", "menor", "mayor", "menores")
    ):
        return thing(view.head_text(*group))
    if noun and "-" in view.reading.text[figure.start : figure.end]:
        named = around.names.in_tokens(around.index, noun[0], noun[1] + 3)
        if (named and view.tag(noun[1]) in (",", "")) or (named and named[0].last <= noun[1]):
            return named[0].subject
        at = view.before_hedges(figure.first)
        if own is not None and own.type == "person" and view.tag(at - 1) in (",", "x") and view.tag(noun[1]) in (",", "."):
            return own
        return thing(view.head_text(*noun))
    before = view.noun_before(view.before_hedges(figure.first))
    if before and view.tag(before[1] - 1) == "w" and own is None:
        return thing(view.head_text(*before))
    if own is None and case.clause.subject is not None:
        own = phrases.of_phrase(view, case.clause.subject, around) or _grouped(case)
    return own or (thing(view.head_text(*before)) if before else None)


def _grouped(case: Case) -> Subject | None:
    """The noun behind a figure that is the subject: "one in ten of those rescued was under 18"."""
    subject = case.clause.subject
    noun = case.view.noun_after(subject.last + 1) if subject else None
    return thing(case.view.head_text(*noun)) if noun else None


def _toll(case: Case, said_of: str | None) -> Subject | None:
    """The event of a toll: named in the sentence with its place, else the document's."""
    if said_of != "event":
        return None
    view, around = case.view, case.around
    mentions = around.names.in_tokens(around.index, view.first, view.last)
    at = topics.event_at(view.tokens, view.first, view.last, view.rules.language)
    places = [mention for mention in mentions if mention.subject.type == "place"]
    local = topics.event_in(view.tokens, view.first, view.last, view.rules.language)
    if at is not None and (own := next((m.subject for m in places if 0 <= m.first - at <= 4 or m.last == at), None)) is not None:
        return topics.subject(local or "", own, view.rules.language)
    if local is None and (told := _told_event(view, around)) is not None:
        return told
    event = around.topic.event or local
    if event is None:
        return None
    place = around.topic.place or (places[0].subject if places else None)
    return topics.subject(event, place, view.rules.language)


def _told_event(view: View, around: Around) -> Subject | None:
    """The event of the sentence before in its paragraph, where that is another than the document's, with the place told there."""
    reading, language = view.reading, view.rules.language
    number = reading.sentence_of[view.first]
    if number == 0 or reading.sentences[number - 1].paragraph != reading.sentences[number].paragraph:
        return None
    before = reading.sentences[number - 1]
    event = topics.event_in(view.tokens, before.first, before.last, language)
    if event is None or event == around.topic.event or around.topic.event is None:
        return None
    places = [m.subject for m in around.names.in_tokens(around.index, before.first, before.last) if m.subject.type == "place"]
    return topics.subject(event, places[0] if places else None, language)


def _lasting(case: Case) -> Subject | None:
    """What a length of time or a change of an object is about: "a 72-hour strike", "raise fares by 15%"."""
    view, figure, measure = case.view, case.figure, case.measure
    if measure is not None and kind(view, figure) == "duration" and (held := _held(case)) is not None:
        return held
    if measure is None or measure.noun is None:
        return None
    noun = thing(view.head_text(*measure.noun))
    if kind(view, figure) == "duration":
        lasting = measure.source == "before" or (measure.source == "noun" and "-" in view.reading.text[figure.start : figure.end])
        return noun if lasting and noun.name not in ("week", "semana", "day") else None
    moved = (
        measure.source == "object"
        and view.norm(view.before_hedges(figure.first) - 1) not in ("at", "en")
        and view.norm(figure.first - 1) != "at"
    )
    verb = view.verb(figure, case.clause)
    if measure.source == "before" and verb is not None and verb < measure.noun[0] < figure.first:
        moved = view.tokens[verb].text.lower() in view.rules.change and view.tag(verb) != "x"
    return noun if moved and what_it_is_of(view, figure, case.clause, measure) is None else None


def _held(case: Case) -> Subject | None:
    """What is to hold for a time: "extended the curfew for 30 days", "prorrogó por 60 días el estado de emergencia"."""
    view, figure, verb = case.view, case.figure, case.view.verb(case.figure, case.clause)
    if verb is None or verb > figure.first or view.norm(verb) not in view.rules.holding:
        return None
    if view.norm(view.before_hedges(figure.first) - 1) not in view.rules.lasting and view.norm(figure.first - 1) not in view.rules.lasting:
        return None
    for noun in (view.noun_after(verb + 1), view.noun_after(figure.last)):
        if noun is not None and view.tag(noun[0] - 1) != "p" and not noun[0] <= figure.first < noun[1]:
            mention = case.around.names.at(case.around.index, noun[1] - 1)
            tail = (
                view.noun_after(noun[1] + 1)
                if view.norm(noun[1]) in view.rules.of and noun[1] < figure.first or view.rules.language == "es"
                else None
            )
            of = f" {view.tokens[noun[1]].text} {view.head_text(*tail)}" if tail and view.norm(noun[1]) in view.rules.of else ""
            return mention.subject if mention is not None else thing(view.head_text(*noun) + of)
    return None


def _label(case: Case) -> Subject | None:
    """A line of a list ("Bridges down: 11") speaks of what the document is about."""
    if case.measure is None or case.measure.source != "label":
        return None
    view, noun = case.view, case.measure.noun
    if noun is not None and view.reading.paragraphs[view.reading.sentences[view.reading.sentence_of[noun[0]]].paragraph].kind == "row":
        return thing(view.head_text(*noun))
    if noun is not None and concepts.concept(view.norm(noun[0])) in ("price", "cost") and view.norm(noun[0] + 1) in view.rules.of:
        return thing(view.head_text(noun[0] + 2, noun[1]))
    owner = case.around.topic.main
    owner = case.around.topic.place if owner is None or owner.type == "person" else owner
    return owner or (thing(view.head_text(*noun)) if noun else None)


def _clause_subject(case: Case) -> Subject | None:
    view, figure, clause, around = case.view, case.figure, case.clause, case.around
    speaker = around.speaker(figure.start)
    phrase = clause.subject
    if (phrase is None or clause.inherited) and clause.opener != "r" and _headed(case):
        return None
    if phrase is None or (view.rules.language == "es" and clause.inherited and speaker and clause.opener in ("", '"', ";", "s")):
        if speaker is None:
            return _dropped(case)
        return None if there(case) or not _first_person(case) else speaker
    if (clause.inherited or set(view.tags[phrase.first - view.first : phrase.last - view.first]) <= set("fd")) and (
        named := _named_behind(case)
    ) is not None:
        return named
    if phrase.first <= figure.first < phrase.last:
        if clause.opener == "r" and view.norm(clause.first) in ("whose", "cuyo", "cuya", "cuyos", "cuyas"):
            return phrases.before(view, clause.first, around)
        return None
    if view.norm(phrase.first) in _OURS:
        return _ours(case, speaker)
    if view.norm(phrase.first) in _SELF:
        return speaker or around.last
    if view.norm(phrase.first) in view.rules.happening:
        return phrases.before(view, clause.first - 1, around) if clause.opener == "r" and view.tag(clause.first - 1) == "p" else None
    if (bearer := _bearer(case)) is not None:
        return bearer
    if (seen := _observed(case)) is not None:
        return seen
    found = entity(view, phrase, around)
    if found is not None:
        return found
    verb = view.verb(figure, clause)
    if (
        case.measure is not None
        and case.measure.source == "subject"
        and verb is not None
        and (view.tag(verb) == "x" or view.tokens[verb].text.lower() in view.rules.change)
    ):
        place = _place_in(case, None)
        if place is not None or lexicon.fold(view.phrase_text(phrase)) not in view.rules.proxies:
            return place or thing(view.phrase_text(phrase))
    name = view.phrase_text(phrase)
    if name and lexicon.fold(name) not in view.rules.proxies:
        if view.norm(phrase.first) in view.rules.pointing and (told := _told_place(view, around)) is not None:
            return told
        return phrases.named_before(view, phrase, around) or thing(name)
    if name and view.norm(phrase.last) in view.rules.of and (inner := view.noun_after(phrase.last + 1)) is not None:
        mention = around.names.at(around.index, inner[1] - 1)
        return mention.subject if mention is not None else thing(view.head_text(*inner))
    if name and view.norm(phrase.last - 1) in view.rules.margins and kind(view, figure) == "count":
        return around.last if around.last is not None and around.last.type == "person" else around.topic.main
    return _first_place(
        [(view.first, phrase.first)] if view.tag(view.first) == "p" else [(clause.first, phrase.first)], around, phrase.first
    )


def _first_person(case: Case) -> bool:
    """ "Tenemos", "vendí", "tengo", "tenía": a Spanish verb whose form may be the speaker's own."""
    verb = case.view.verb(case.figure, case.clause)
    word = case.view.tokens[verb].text.lower() if verb is not None else ""
    return case.view.rules.language != "es" or word.endswith(("mos", "é", "í", "o", "oy", "ía", "aba")) or word == "he"


def _ours(case: Case, speaker: Subject | None) -> Subject | None:
    """Who "we" are: the body the text is about; else what is counted, or the place; the speaker where the text is about nobody else."""
    main, measure = case.around.topic.main, case.measure
    if main is not None and main.type == "organization":
        return main
    if measure is not None and measure.source == "noun" and measure.noun is not None:
        return thing(case.view.head_text(*measure.noun))
    return main if main is not None and main.type == "place" else speaker or case.around.last


def _headed(case: Case) -> bool:
    """ "Más de tres millones de jóvenes ni estudian": what is counted is the subject, before its verb."""
    measure, verb = case.measure, case.clause.verb
    if measure is None or measure.source != "noun" or measure.noun is None:
        return False
    opens = case.clause.opener == ":" and case.view.before_hedges(case.figure.first) <= case.clause.first + 1
    if opens and measure.noun[0] >= case.figure.last and set(case.view.tags[: case.clause.first - case.view.first]) & set("vx"):
        return True  # "The floods threaten harvests: some 47,000 acres of rice"
    if verb is None:
        return False
    return case.figure.last <= measure.noun[0] < verb and set(
        case.view.tags[measure.noun[1] - case.view.first : verb - case.view.first]
    ) <= set("axmo")


def _owned(case: Case) -> Subject | None:
    """Whose is counted, where the subject of the clause is a mere thing: "a dispute grounded 312 of its 936 flights"."""
    view, figure, measure, around = case.view, case.figure, case.measure, case.around
    if measure is None or measure.source != "noun" or measure.noun is None or kind(view, figure) != "count":
        return None
    if view.norm(figure.first - 1) in view.rules.possessive:
        owner = around.names.pronoun(around.index, figure.first - 1)
        return owner if owner is not None and owner.type != "person" else None
    return None


def _named_behind(case: Case) -> Subject | None:
    """ "Tercero quedó el exalcalde Ruperto Sáenz": a Spanish subject right behind its verb."""
    view, clause, around = case.view, case.clause, case.around
    if clause.verb is None or view.rules.language != "es":
        return None
    at = clause.verb + 1
    while view.tag(at) in ("d", "w") and at < clause.verb + 5:
        at += 1
    mention = around.names.at(around.index, at)
    apart = mention is not None and (mention.last <= case.figure.first or case.figure.last <= clause.verb)
    if mention is None or not apart or view.tag(at) != "n" or mention.subject.type not in ("person", "organization"):
        return None
    return mention.subject


def _observed(case: Case) -> Subject | None:
    """ "The survey counted 340 nests": what is found by looking is the subject, not who looks."""
    view, measure, verb = case.view, case.measure, case.view.verb(case.figure, case.clause)
    if measure is None or measure.source != "noun" or measure.noun is None or verb is None or kind(view, case.figure) != "count":
        return None
    direct = view.norm(verb) in view.rules.observing and view.before_hedges(case.figure.first) == verb + 1
    return thing(view.head_text(*measure.noun)) if direct and view.norm(measure.noun[1] - 1) not in view.rules.crowd else None


def _bearer(case: Case) -> Subject | None:
    """The person a participle behind a comma belongs to: "Jorge Bastidas, acusado de ocultar 17 informes"."""
    view, figure = case.view, case.figure
    verb = view.verb(figure, case.clause)
    while verb is not None and verb > view.first and view.tag(verb) in "ip" and view.tag(verb - 1) in "pgi":
        verb -= 1
    if verb is None:
        return None
    if (
        verb != case.clause.verb
        and not (case.clause.opener == "r" and view.tag(verb) == "v")
        and view.tag(verb) in "gv"
        and view.norm(verb).endswith(("ed", "ado", "ada", "ido", "ida", "ados", "adas", "idos", "idas"))
    ):
        mention = case.around.names.at(case.around.index, verb - 1)
        if mention is not None:
            return mention.subject
        if view.tag(verb - 1) == "w" and (noun := view.noun_before(verb)) and noun[0] > case.clause.first:
            return thing(view.head_text(*noun))
    clause = case.clause
    if view.tag(verb) in "gi" and view.tag(verb - 1) == "p" and clause.verb is not None and clause.verb < verb:
        objects = case.around.names.in_tokens(case.around.index, clause.verb, verb)
        if objects and objects[0].subject.type == "person":
            return objects[0].subject  # "convicted Priya Nadler, 36, of stealing $912,000"
    if view.tag(verb) != "g" or view.tag(verb - 1) != ",":
        return None
    mentions = case.around.names.in_tokens(case.around.index, max(view.first, verb - 10), verb)
    return mentions[-1].subject if mentions and mentions[-1].subject.type == "person" else None


def _dropped(case: Case) -> Subject | None:
    """A Spanish verb without a subject: the name behind it, else the subject of the sentence before."""
    view, clause, around = case.view, case.clause, case.around
    if clause.verb is None:
        return None
    behind = around.names.at(around.index, clause.verb + 1) or around.names.at(around.index, clause.verb + 2)
    if behind is not None and behind.last <= case.figure.first and view.tag(behind.first - 1) in "vwd":
        return behind.subject
    if view.rules.language != "es":
        return None
    if view.norm(clause.verb) in view.rules.happening or _followed(case):
        return None
    if around.last is not None and around.last.type in ("person", "organization"):
        return around.last
    return around.names.pronoun(around.index, clause.verb) or around.last


def _followed(case: Case) -> bool:
    """ "Se entregaron cuatrocientas casas", "participaron 1.312 voluntarios": the counted are the subject, behind a verb in the plural."""
    view, figure, verb, measure = case.view, case.figure, case.clause.verb, case.measure
    if verb is None or measure is None or measure.source != "noun" or kind(view, figure) != "count":
        return False
    if view.before_hedges(figure.first) != verb + 1 or not view.norm(verb).endswith("n"):
        return False
    return view.norm(verb - 1) == "se" or case.around.last is None or case.around.last.type in ("person", "place")


def _place_in(case: Case, said_of: str | None) -> Subject | None:
    """The place in the phrase that names the measure ("Norland's economy", "consumer prices in Norland"), else the topic's."""
    measure, clause, around, view = case.measure, case.clause, case.around, case.view
    spans: list[tuple[int, int]] = [measure.noun] if measure and measure.noun else []
    if clause.subject is not None:
        spans.append((clause.subject.first, clause.subject.end))
    if said_of == "place":
        spans.append((clause.first, clause.last))
        if clause.first > view.first:
            spans += _earlier_places(case)
    if (found := _first_place(spans, around, view.last)) is not None:
        return found
    if said_of != "place":
        return None
    if measure is not None and measure.source == "rate" and (told := _told_place(view, around)) is not None:
        return told
    main = around.topic.main
    return around.topic.place or (main if main is not None and main.type == "organization" else None)


def _earlier_places(case: Case) -> list[tuple[int, int]]:
    """Where the clauses before name places: the nearest first, so that a dateline comes last."""
    found = case.around.names.in_tokens(case.around.index, case.view.first, case.clause.first)
    return [(mention.first, mention.last) for mention in reversed(found) if mention.subject.type == "place"]


def _told_place(view: View, around: Around) -> Subject | None:
    """The one place that the sentence before names, or that before it: whose rate is told where the sentence names none."""
    number = view.reading.sentence_of[view.first]
    for back in range(number - 1, max(-1, number - 4), -1):
        sentence = view.reading.sentences[back]
        places = {m.subject for m in around.names.in_tokens(around.index, sentence.first, sentence.last) if m.subject.type == "place"}
        if len(places) == 1:
            return places.pop()
        if places:
            return None
    return None


def _first_place(spans: Sequence[tuple[int, int]], around: Around, end: int) -> Subject | None:
    for first, last in spans:
        for mention in around.names.in_tokens(around.index, first, min(last + 4, end)):
            if mention.subject.type == "place":
                return mention.subject
    return None


def _counted(case: Case) -> Subject | None:
    """The counted thing itself, where nothing else is named."""
    measure, around = case.measure, case.around
    if measure is not None and measure.noun is not None:
        name = case.view.head_text(*measure.noun)
        if name and (around.topic.main is None or lexicon.fold(name) not in case.view.rules.proxies):
            return thing(name)
    if around.last is not None and around.last.type in ("person", "organization"):
        return around.last
    return around.topic.main or around.last or (thing(measure.name) if measure else None)
