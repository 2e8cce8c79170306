"""A figure in its clause -> the subject of the clause as an entity or thing: by name, apposition, pronoun, participle or a dropped one."""

from __future__ import annotations

from watcher import lexicon
from watcher.extract.about import phrases, touching
from watcher.extract.about.acted import bearer, given, observed
from watcher.extract.about.attached import bare, there
from watcher.extract.about.case import Case
from watcher.extract.about.clauses import Phrase
from watcher.extract.about.dropped import agreeing, described, dropped, named_behind, postponed, where
from watcher.extract.about.kinds import kind
from watcher.extract.about.phrases import entity
from watcher.extract.about.places import first_place, place_in, told_place
from watcher.extract.about.things import thing
from watcher.lexicon import concepts
from watcher.model import Subject

_STRONG = ("uvo", "uso", "izo", "udo", "ujo")  # "estuvo", "puso": of somebody else
_MINE = frozenset(("he", "tuve", "estuve", "hice", "pude", "vine", "puse", "dije"))
_ANSWER = 7  # tokens of an answer that only names somebody
_SELF = frozenset(["i", "yo"])
_TOLD = frozenset("vx")
_WHOSE = frozenset(["whose", "cuyo", "cuya", "cuyos", "cuyas"])
_WHERE = frozenset(["where", "donde"])
_LISTED = 9  # tags between two of a list
_WHO = frozenset(["who", "quien"])
_OURS = frozenset(["we", "us", "nosotros", "nosotras"])


def own_subject(case: Case) -> Subject | None:
    view, figure, clause, around = case.view, case.figure, case.clause, case.around
    speaker = around.speaker(figure.start)
    phrase = None if clause.subject is None or described(view, clause.subject) else clause.subject
    if clause.opener != "r" and _headed(case, own=phrase is not None and not clause.inherited):
        return None
    if clause.opener == "r" and view.rules.language == "es" and (place := where(case) or _ravager(case)) is not None:
        return place
    if phrase is None or (view.rules.language == "es" and clause.inherited and speaker and clause.opener in ("", '"', ";", "s")):
        if speaker is None:
            return dropped(case)
        return None if there(case) else speaker if _first_person(case) else _answered(case)
    if (clause.inherited or not view.tags[phrase.first - view.first : phrase.last - view.first].strip("fd")) and (
        named := named_behind(case)
    ) is not None:
        return named
    if clause.opener == "r" and view.rules.language == "es":
        phrase = agreeing(view, clause, phrase)
        if view.tag[phrase.first - 1] == "," and view.tag[phrase.first] == "w" and phrase.last == phrase.first + 1:
            if (called := around.names.at(around.index, phrase.first - 2)) is not None and phrase.first + 1 == clause.first:
                return called.subject  # "Vox, formación que cae al 13 %"
    if (
        clause.opener == "r"
        and view.norm[clause.first] in view.rules.whom
        and (view.rules.language == "en" or view.norm[clause.first - 1] == "a")
    ):
        at = clause.first - (view.rules.language == "es")
        if view.rules.language == "en" and view.norm[at - 1] in view.rules.of and view.tag[at - 2] == "d":
            return around.counted  # "12 women, each of whom"
        return touching.before(view, at, around)  # "Bo, a quien un pinchazo le costó 50 segundos"
    if view.rules.language == "en" and (found := _aged_or_there(case, phrase) or _recounted(case, phrase)) is not None:
        return found
    if clause.opener == "r" and view.norm[clause.first] in _WHOSE and phrase.first == clause.first + 1:
        return touching.owner(view, clause.first, around)  # "Ana Bo, whose pay rose to"
    if phrase.first <= figure.first < phrase.last:
        if view.norm[phrase.first] in view.rules.possessive and view.rules.language == "en":
            return entity(view, phrase, around)  # "his four overs cost 17"
        if clause.opener == "r" and view.norm[clause.first] in _WHOSE | _WHERE:
            return touching.before(view, clause.first, around)
        if clause.opener == "r" and view.tag[clause.first - 1] == "p" and view.norm[clause.first - 1] in ("in", "at", "en"):
            return touching.before(view, clause.first - 1, around)
        return None
    if _coordinated(case, phrase) or postponed(case, phrase):
        return None  # "el tribunal tuvo por probado que se giraron 118 cheques"
    opening = view.norm[phrase.first]
    if opening in _OURS:
        return _ours(case, speaker)
    if opening in _SELF:
        return speaker or around.last
    if clause.inherited and clause.opener != "r" and clause.verb is not None and view.norm[clause.verb] in view.rules.existing:
        return None  # "corrige el dato: había 29 personas"
    if view.norm[phrase.first] in view.rules.happening:
        return touching.before(view, clause.first - 1, around) if clause.opener == "r" and view.tag[clause.first - 1] == "p" else None
    if (borne := bearer(case)) is not None:
        return borne
    if (handed := given(case)) is not None:
        return handed
    if (seen := observed(case)) is not None:
        return seen
    if clause.opener == "r" and clause.inherited and (outer := _outer(case, phrase)) is not None:
        return outer
    named = entity(view, phrase, around)
    found = _who(case, named) or _moved(case, phrase)
    if found is not None:
        return thing(view.head_text(phrase.first, phrase.last)) if _had(case, phrase, found) else found
    verb = view.verb(figure, clause)
    if (
        case.measure is not None
        and case.measure.source == "subject"
        and verb is not None
        and (view.tag[verb] == "x" or view.tokens[verb].text.lower() in view.rules.change)
    ):
        place = place_in(case, None)
        if place is not None or clause.opener == "i" or lexicon.fold(view.phrase_text(phrase)) not in view.rules.proxies:
            return place or thing(view.whole_text(phrase.first, phrase.last))
    name = view.phrase_text(phrase)
    if name and lexicon.fold(name) not in view.rules.proxies:
        if view.norm[phrase.first] in view.rules.pointing and (told := told_place(view, around)) is not None:
            return told
        return phrases.called(view, phrase, around, named)
    if name and view.tag[clause.first] in "p;," and (group := _group(case)) is not None:
        return group
    counted = phrase.last + 1
    while view.tag[counted] == "f" and view.rules.language == "en":
        counted += 1  # "a total of 98 captives"
    if name and view.norm[phrase.last] in view.rules.of and (inner := view.noun_after(counted)) is not None:
        return _counted_of(case, phrase, inner)
    if name and view.norm[phrase.last - 1] in view.rules.margins and kind(view, figure) == "count":
        return around.last if around.last is not None and around.last.type == "person" else around.topic.main
    fronted = view.first + 1 + (view.tag[view.first + 1] == "d") if view.norm[view.first] in view.rules.places else None
    if fronted is not None and (host := around.names.at(around.index, fronted)) is not None and host.subject.type == "organization":
        return host.subject  # "At the Harlow Care Trust, the figure was 2,325"
    return first_place(
        [(view.first, phrase.first)] if view.tag[view.first] == "p" else [(clause.first, phrase.first)], around, phrase.first
    )


def _counted_of(case: Case, phrase: Phrase, inner: tuple[int, int]) -> Subject:
    """ "El número de muertos": who or what `inner` is; "la cifra de negocio" is one name."""
    view, mention = case.view, case.around.names.at(case.around.index, inner[1] - 1)
    if mention is not None:
        return mention.subject
    whole = view.whole_text(phrase.first, phrase.last)
    return thing(whole if view.rules.language == "es" and concepts.known(whole) else view.head_text(*inner))


def _ravager(case: Case) -> Subject | None:
    """ "El incendio de Navia (Lugo), que ha calcinado 879 hectáreas": not the place, what is of it."""
    view, clause = case.view, case.clause
    if clause.subject is None or clause.verb is None or view.norm[clause.verb] not in view.rules.ravaging:
        return None
    named = case.around.names.at(case.around.index, clause.subject.last - 1)
    if named is None or named.subject.type != "place" or view.norm[named.first - 1] not in view.rules.of:
        return None
    noun = view.noun_before(named.first - 1)
    return phrases.of_phrase(view, Phrase(noun[0] - 1, noun[1], noun[1]), case.around) if noun and view.tag[noun[0] - 1] == "d" else None


def _coordinated(case: Case, phrase: Phrase) -> bool:
    """ "60 rescuers, six dogs and two helicopters took part": a figure in a list of counted that is, with `phrase`, the subject."""
    view, figure, verb, measure = case.view, case.figure, case.clause.verb, case.measure
    if verb is None or verb < figure.first or measure is None or measure.source != "noun" or measure.noun is None:
        return False
    if "f" not in view.tags[max(0, phrase.first - 2 - view.first) : phrase.last - view.first]:
        return False  # "the ruling, of 214 pages"
    first, last = (figure.last, phrase.first) if figure.first < phrase.first else (phrase.last, figure.first)
    first, last = max(first - view.first, 0), last - view.first
    listed = "," in view.tags[first : verb - view.first]
    return listed and 0 < last - first <= _LISTED and not view.tags[first:last].strip("wfcd,ap")


def _who(case: Case, found: Subject | None) -> Subject | None:
    """ "Ana Bo, vecina del sector, quien perdió 11 reses": the person told before such a relative."""
    view, clause, around = case.view, case.clause, case.around
    if clause.opener != "r" or view.norm[clause.first] not in _WHO or (found is not None and found.type == "person"):
        return found
    people = [m.subject for m in around.names.in_tokens(around.index, view.first, clause.first) if m.subject.type == "person"]
    return people[-1] if people else found


def _moved(case: Case, phrase: Phrase) -> Subject | None:
    """ "La inflación fue de 2,4%. El alza acumulada trepa a 17,8%": of a change that says not of what, what was told before."""
    view, english = case.view, case.view.rules.language == "en"
    head = phrase.last - 1 if english else phrase.first + (view.tag[phrase.first] == "d")
    defined = view.norm[phrase.first] in view.rules.definite and view.norm[phrase.last] not in view.rules.of
    measured = case.measure is not None and case.measure.source == "subject"
    return case.around.told if defined and measured and view.norm[head] in view.rules.moves else None


def _outer(case: Case, phrase: Phrase) -> Subject | None:
    """ "Luc Tessier of the institute, who has studied", "a plant in Leeds, which employs 300": not the place or body right before."""
    view, around, at = case.view, case.around, phrase.first - 1
    who = view.norm[case.clause.first] in ("who", "whom")
    if view.rules.language != "en" or view.tag[at] != "p" or (not who and view.norm[case.clause.first] != "which"):
        return None
    named = around.names.at(around.index, at - 1)
    if who:
        return named.subject if named is not None and named.subject.type == "person" else None
    place = around.names.at(around.index, phrase.last - 1)
    local = place is not None and place.subject.type == "place" and view.norm[at] in ("in", "at", "near", "outside")
    if not local or (case.measure is not None and concepts.territorial(case.measure.name)):
        return None
    noun = view.noun_before(at)
    return named.subject if named is not None else thing(view.head_text(*noun)) if noun is not None else None


def _had(case: Case, phrase: Phrase, found: Subject) -> bool:
    """ "Her survey involved 7,400", "his client had gambled up to €5,000": what is had does it; "his pay rose to" is said of him."""
    view, measure = case.view, case.measure
    if view.rules.language != "en" or view.norm[phrase.first] not in view.rules.possessive or measure is None:
        return False
    spared = ("age", "rank") if view.norm[phrase.last - 1] in view.rules.actors else ("subject", "age", "rank")
    whose = measure.source not in spared and found == phrases.possessor(view, phrase.first, case.around)
    return whose and "n" not in view.tags[phrase.first - view.first : phrase.last - view.first]


def _aged_or_there(case: Case, phrase: Phrase) -> Subject | None:
    """ "The 21-year-old took 19 wickets", "In Port Ash it tripled, from 2.6 to 8.3": whom an age stands for, where a rate holds."""
    view, around = case.view, case.around
    ages = view.tags[phrase.first - view.first : phrase.last - view.first]
    if ages[:2] == "df" and not ages[1:].strip("f-") and view.norm[phrase.first] == "the" and view.norm[phrase.last - 1] == "old":
        return phrases.youth(view, phrase.first, around)
    first = case.clause.first + (view.tag[case.clause.first] in ",;c")
    if case.figure.value.unit == "count" and case.figure.value.per is None:
        return None
    short = ages == "q" or lexicon.fold(view.phrase_text(phrase)) in view.rules.proxies
    if not short or view.norm[first] not in view.rules.places or view.norm[phrase.first] not in ("it", "the"):
        return None
    place = around.names.at(around.index, first + 1)
    beside = place is not None and place.subject.type in ("place", "organization") and phrase.first - place.last <= 1
    return place.subject if beside and place is not None else None


def _recounted(case: Case, phrase: Phrase) -> Subject | None:
    """ "Of the 44 men, 28 were brought up", "Each serves 1,500": of whom was counted; "It was the third flood": what is ranked."""
    view, figure, verb = case.view, case.figure, case.clause.verb
    if phrase.last == phrase.first + 1 and view.norm[phrase.first] in ("those", "each"):
        return case.around.each
    if phrase.last <= figure.first and not view.tags[phrase.first - view.first : phrase.last - view.first].strip("f"):
        return case.around.counted  # "Nine of the residents died within six months"
    led = case.clause.inherited and view.clause(phrase.first).opener == "s" and case.clause.opener not in "rsc"
    if led and bare(case) and verb is not None and figure.last <= verb:
        return case.around.counted
    noun = case.measure.noun if case.measure is not None and case.measure.source == "rank" else None
    ranked = noun is not None and verb is not None and view.norm[phrase.first] == "it" and view.tag[verb] == "x"
    if ranked and view.norm[figure.first - 1] in ("his", "her"):
        return phrases.possessor(view, figure.first - 1, case.around)  # "it would be his second offence"
    return thing(view.head_text(*noun)) if ranked and noun is not None else None


def _group(case: Case) -> Subject | None:
    """ "Entre los hombres, la cifra es del 14%": of whom the figure is told, in front of its clause."""
    view, first = case.view, case.clause.first
    at = first + (view.tag[first] in ";,")
    among, within = view.norm[at] in view.rules.among, view.norm[at] in view.rules.places and view.tag[at + 1] == "d"
    noun = view.noun_after(at + 1) if among or within else None
    told = noun is not None and (view.tag[noun[1]] == "," or (within and view.tag[noun[1] - 1] == "w"))
    told = told and noun is not None and view.norm[noun[0]] not in view.rules.terms  # "en el periodo"
    return thing(view.head_text(*noun)) if noun is not None and told else None


def _headed(case: Case, *, own: bool) -> bool:
    """ "Más de tres millones de jóvenes ni estudian": what is counted is the subject, before its verb."""
    measure, verb = case.measure, case.clause.verb
    if measure is None or measure.source != "noun" or measure.noun is None:
        return False
    opens = not own and case.clause.opener == ":" and case.view.before_hedges(case.figure.first) <= case.clause.first + 1
    if opens and measure.noun[0] >= case.figure.last and not _TOLD.isdisjoint(case.view.tags[: case.clause.first - case.view.first]):
        return True  # "The floods threaten harvests: some 47,000 acres of rice"
    if verb is None:
        return False
    view, start = case.view, case.view.before_hedges(case.figure.first)
    subject = case.clause.subject
    if subject is not None and case.figure.last <= measure.noun[0] < subject.first and kind(view, case.figure) in ("count", "percent"):
        fronted = range(max(case.clause.first, start - 1), case.figure.first)
        if any(view.norm[index] in ("in", "among", "en", "entre") for index in fronted):
            return True  # "En dos de cada tres pacientes, las crisis se redujeron"
    if own and subject is not None and view.rules.language == "en" and subject.last < start:
        joined = view.tags[subject.last - view.first : start - view.first]
        own = "c" not in joined or bool(joined.strip("ca"))  # "1,200 soldiers and two helicopters had been sent"
    return (
        not own
        and case.figure.last <= measure.noun[0] < verb
        and not case.view.tags[measure.noun[1] - case.view.first : verb - case.view.first].strip("axmo")
    )


def _first_person(case: Case) -> bool:
    """ "Tenemos", "vendí", "tengo", "tenía": a Spanish verb whose form may be the speaker's own."""
    verb = case.view.verb(case.figure, case.clause)
    word = case.view.tokens[verb].text.lower() if verb is not None else ""
    if word.endswith(_STRONG):
        return False
    return case.view.rules.language != "es" or word.endswith(("mos", "é", "í", "o", "oy", "ía", "aba")) or word in _MINE


def _answered(case: Case) -> Subject | None:
    """ "A Iván Sosa. Estuvo desaparecido once días": a person whom the sentence before names, without more."""
    view, around = case.view, case.around
    number = view.reading.sentence_of[view.first]
    earlier = view.reading.sentences[number - 1] if number else None
    if earlier is None or earlier.last - earlier.first > _ANSWER:
        return None
    named = around.names.in_tokens(around.index, earlier.first, earlier.last)
    return named[0].subject if len(named) == 1 and named[0].subject.type == "person" else None


def _ours(case: Case, speaker: Subject | None) -> Subject | None:
    """Who "we" are: the body the text is about; else what is counted, or the place; the speaker where the text is about nobody else."""
    main, measure = case.around.topic.main, case.measure
    if main is not None and main.type == "organization":
        return main
    if measure is not None and measure.source == "noun" and measure.noun is not None:
        return thing(case.view.head_text(*measure.noun))
    return main if main is not None and main.type == "place" else speaker or case.around.last


def owned(case: Case) -> Subject | None:
    """Whose is counted, where the subject of the clause is a mere thing: "a dispute grounded 312 of its 936 flights"."""
    view, figure, measure, around = case.view, case.figure, case.measure, case.around
    if measure is None or measure.source != "noun" or measure.noun is None or kind(view, figure) != "count":
        return None
    at = figure.first - 1
    if view.norm[at] not in view.rules.possessive and view.norm[figure.last] in view.rules.of and view.tag[figure.last + 2] == "f":
        at = figure.last + 1  # "nueve de sus 54 plazas"
    if view.norm[at] in view.rules.possessive:
        spanish = view.rules.language == "es"
        owner = phrases.possessor(view, at, around) if spanish else around.names.pronoun(around.index, at)
        return owner if owner is not None and owner.type != "person" else None
    return None
