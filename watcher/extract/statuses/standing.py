"""Whom a cue is about: the syntax of each form of cue, from a `Spot` in a reading to a `Subject` or None.

A participle or state takes the subject of its verb of being, the phrase before its comma or the noun after it; an active verb its
object or its subject; a noun its holder; a nominalisation its "of" or its possessor. Spanish may put the subject after the verb or drop it.
"""

from __future__ import annotations

from watcher.extract.lifecycles import Cue, Lifecycle, bodies, things_only
from watcher.extract.namewords import counts, numerals
from watcher.extract.statuses import clitics, verbs
from watcher.extract.statuses.attributes import attributive, qualified
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.nouns import REMAINS, called, nominal
from watcher.extract.statuses.people import many, nicknamed
from watcher.extract.statuses.spots import Noun, Pick, Place, Spot, group_start
from watcher.model import Subject

_OF_OR_AGAINST = frozenset(("of", "against", "de", "del", "contra", "a", "al"))
_SPANS = frozenset(
    (
        "hour",
        "minute",
        "km",
        "kilometre",
        "mile",
        "metre",
        "time",
        "day",
        "week",
        "month",
        "year",
        "morning",
        "evening",
        "night",
        "weekend",
        "same",
        "previous",
        "following",
    )
)
_TALKS = frozenset(("talks", "negotiations", "discussions", "negociacion", "negociaciones", "conversaciones", "dialogo", "tratativas"))
_COMMAS = frozenset((",", "–", "—", "("))
_TELLS = frozenset(("will", "won't", "goes", "sigue", "seguira", "queda"))  # states that are verbs: "will go ahead", "sigue en pie"
_AND_NOW = frozenset(("now", "hoy", "later", "luego", "then", "still"))


def subject(finder: Finder, lifecycle: Lifecycle, cue: Cue, spot: Spot) -> Subject | None:
    """Whom a cue at a spot puts at its stage; None where the text names nobody that may be there."""
    at, first, last, group = finder.at, spot.first, spot.last, spot.group
    noun: Noun | None = None
    if lifecycle.name == "deal" and not _in_talks(at, cue, spot):
        lifecycle = things_only(at.reading.language, lifecycle.name)  # a company is in talks; only its deal is blocked or completed
    if cue.form == "object" and at.reading.language == "es" and first and at.reading.tokens[first - 1].norm == "se":
        noun = verbs.subject_left(at, group, finder.left(lifecycle))  # "se pospuso", "se aprobó": nobody acts, the subject undergoes
        noun = noun or verbs.relative_object(at, group, finder.left(lifecycle))  # "a quien se juzga"
        if noun is None:
            return _inverted(finder, lifecycle, last)
    elif cue.form in ("object", "inflicted") and (before := clitics.clitic(at, spot)) is not None:
        noun = Noun(before, before + 1, None, pronoun=True)
    elif cue.form in ("object", "inflicted"):
        if "person" in lifecycle.subjects and (alias := nicknamed(at, spot.head)) is not None:
            return alias
        noun = (
            _object(finder, lifecycle, spot.head)
            or (_undergone(finder, lifecycle, last) if last > spot.head else None)
            or verbs.relative_object(at, group, finder.left(lifecycle))
        )
    elif cue.form in ("subject", "perfect"):
        if "place" in lifecycle.subjects:  # a place only where nobody else acts
            noun = verbs.subject_left(at, group, finder.left(bodies(at.reading.language, lifecycle.name)))
        noun = noun or verbs.subject_left(at, group, finder.left(lifecycle))
        if noun is None:
            return _told_after(finder, lifecycle, group, spot.last) or _dropped(finder, lifecycle, group)
    elif cue.form in ("participle", "state"):
        return _standing(finder, lifecycle, spot)
    elif cue.form == "attribute":
        noun = qualified(finder, first, last)
    elif cue.form == "noun":
        return called(finder, lifecycle, first, last)
    else:
        noun = nominal(finder, lifecycle, spot)
    if noun is not None and noun.mention is not None and noun.mention.subject.type == "place" and noun.last < group - 1:
        return None  # a dateline
    if noun is not None and noun.pronoun and cue.form in ("object", "inflicted") and not lifecycle.things:
        return _undergoes(finder, lifecycle, noun, group)
    return finder.subject(lifecycle, noun) if noun is not None else None


def _undergoes(finder: Finder, lifecycle: Lifecycle, noun: Noun, group: int) -> Subject | None:
    """ "El fiscal Bo Trán lo imputó", "Prosecutor Bo Tran charged her": somebody else than who acts."""
    at = finder.at
    actor = verbs.subject_left(at, group, finder.left(lifecycle))
    if actor is None or actor.mention is None:
        return finder.subject(lifecycle, noun)
    found = at.names.pronoun(at.section, noun.first, actor.mention.subject)
    return found if found is not None and found.type == "person" else None


def _in_talks(at: Place, cue: Cue, spot: Spot) -> bool:
    """Companies that talk, not what becomes of their deal."""
    if cue.form == "subject" and any(token.norm in _TALKS for token in at.reading.tokens[spot.first : spot.last]):
        return True
    return cue.stage in ("in-talks", "agreed") and cue.form not in ("object", "participle")


def _object(finder: Finder, lifecycle: Lifecycle, last: int) -> Noun | None:
    """What an active verb acts on; no preposition may come first, but for the Spanish "a"."""
    at = finder.at
    tokens = at.reading.tokens
    if last >= len(tokens):
        return None
    if at.reading.language == "en" and tokens[last].norm in at.words.prepositions:
        return None
    reach = 14 if at.reading.language == "es" else 10
    if at.reading.language == "en":  # "release a statement in support of their father" frees nobody
        stop, stops = last, at.words.prepositions
        while stop < len(tokens) and stop < last + reach:
            norm = tokens[stop].norm
            if norm in stops and not (norm == "of" and lifecycle.things):  # "parts of the act"
                break
            stop += 1
        reach = stop - last
    noun = verbs.object_right(at, last, finder.right(lifecycle), reach)
    if noun is not None and verbs.counted_behind(at, last) and any(token.text == "," for token in tokens[last : noun.first]):
        return None  # "killed nine, police chief Bo Tran said"
    bare = noun is not None and not any(token.norm in at.words.determiners for token in tokens[last : noun.first + 1])
    if noun is not None and noun.mention is None and noun.first - last < 2 and bare and lifecycle.name == "office":
        return None  # "Reed elected mayor": what somebody becomes
    if noun is not None and lifecycle.name == "condition" and any(token.norm in REMAINS for token in tokens[last : noun.first]):
        return None  # "rescataron el cuerpo de Bo Trán"
    led = noun is not None and noun.mention is None and noun.first > last + 1 and tokens[noun.first - 2].norm in ("para", "sobre", "sin")
    return None if led else noun  # "cerró a 1.445 pesos para la venta" closes no sale


def _undergone(finder: Finder, lifecycle: Lifecycle, last: int) -> Noun | None:
    """ "quashed the conviction of X", "retiró los cargos contra X": what the tail of a verb is of."""
    tokens = finder.at.reading.tokens
    if last + 1 >= len(tokens) or tokens[last].norm not in _OF_OR_AGAINST:
        return None
    return verbs.object_right(finder.at, last + 1, finder.right(lifecycle), 6)


def _standing(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Subject | None:
    """A participle or state: "X was charged", "X, charged in May", "the jailed X", "Man charged over"."""
    at, first, last, group = finder.at, spot.first, spot.last, spot.group
    tokens, words = at.reading.tokens, at.words
    being = at.reading.holds(words.being, group, first) or tokens[first].norm in _TELLS
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    left = finder.left(lifecycle)
    if being and at.reading.language == "es" and tokens[first].norm.endswith(("os", "as")):
        left = many(at, left)  # "15 procesados junto al exministro fueron condenados"
    if being and at.reading.language == "en" and tokens[group].norm == "being" and group and tokens[group - 1].norm.endswith("s"):
        noun = left(group - 1)  # "to watch citizens being killed": nobody further to the left
        return finder.subject(lifecycle, noun) if noun is not None else None
    if being:
        noun = verbs.subject_left(at, group, left)
        if noun is not None:
            return finder.subject(lifecycle, noun)
        if at.reading.language == "es" and (after := _inverted(finder, lifecycle, last)) is not None:
            return after
        return _dropped(finder, lifecycle, group)
    if at.reading.language == "es" and first > 1 and tokens[first - 1].norm == "como" and (after := _inverted(finder, lifecycle, last)):
        return after  # "lo suple como encargado de despacho Bo Trán"
    after = attributive(finder, lifecycle, first, last)
    if after is not None or first == sentence.first:
        return after or _headed(finder, lifecycle, spot, sentence.last)
    return finder.subject(lifecycle, noun) if (noun := _before(finder, lifecycle, spot)) is not None else None


def _headed(finder: Finder, lifecycle: Lifecycle, spot: Spot, stop: int) -> Subject | None:
    """ "Condenado a diez años Darío Farías", "Jailed in May, the banker Lou Marsh": a participle that opens its line, its subject past
    what belongs to it; in English past the comma that closes that."""
    at = finder.at
    right, tokens = finder.right(lifecycle), at.reading.tokens
    comma = next((k for k in range(spot.last, min(spot.last + 14, stop - 1)) if tokens[k].text == ","), stop)
    for index in range(spot.last, min(spot.last + 12, comma) if at.reading.language == "es" else spot.last):
        if tokens[index].text in ".;:" or tokens[index].norm in at.words.relatives:
            return None
        noun = right(index)
        if noun is not None and not noun.governed(at.reading, at.words):
            return finder.subject(lifecycle, noun)
        if noun is not None and noun.mention is not None and noun.mention.subject.type == "person":
            return None
    noun = verbs.object_right(at, comma + 1, right, 6) if comma < stop else None
    return finder.subject(lifecycle, noun) if noun is not None and not noun.governed(at.reading, at.words) else None


def _before(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Noun | None:
    """The phrase that a participle without a verb of being belongs to, to its left."""
    at, first, group, ambiguous = finder.at, spot.first, spot.group, spot.ambiguous
    words, left, before = at.words, finder.left(lifecycle), at.reading.tokens[first - 1]
    if at.reading.language == "es" and at.reading.tokens[first].norm.endswith(("os", "as")):
        left = many(at, left)
    if before.norm in words.conjunctions and ambiguous:
        series = lifecycle.things and _complemented(at, spot.last)  # "a limit, introduced in May and extended in June,"
        return _shared(at, first, left) or (_apposed(at, first, left) if series else None)
    if at.reading.language == "en" and group == first and before.norm in words.prepositions:
        return None  # "under fire over missing funds"
    if before.text == "," and ambiguous and _acts(at, spot.last):
        return None  # "Vale, 79, dismissed a report"
    if before.text in _COMMAS or before.norm in words.conjunctions or before.norm in _AND_NOW:
        noun = _apposed(at, first, left)
        return _shared(at, first, left) if noun is None and before.norm not in _AND_NOW else noun
    if ambiguous and (_acts(at, spot.last) or not (finder.brief or _complemented(at, spot.last))):
        return None
    if finder.brief and not lifecycle.things and _counted(at, first):
        return Noun(first, spot.last)
    if before.norm in ("anos", "meses") and first > 3 and at.reading.tokens[first - 3].norm == "de":
        return left(first - 4)  # "un comerciante de 41 años secuestrado en mayo"
    if group == first:
        return left(first - 1) or (verbs.subject_left(at, group, left) if _adjacent(group, left) else _heading(finder, lifecycle, first))
    return verbs.subject_left(at, group, left)


def _heading(finder: Finder, lifecycle: Lifecycle, first: int) -> Noun | None:
    """ "Tariffs on steel suspended", "Man who stole cars jailed": the phrase that opens a headline, with what belongs to it."""
    at = finder.at
    start = at.reading.sentences[at.reading.sentence_of[first]].first
    if not finder.brief or first - start > 14:
        return None
    right = finder.right(lifecycle)
    for index in range(start, min(start + 3, first)):
        noun = right(index)
        if noun is not None:
            token = at.reading.tokens[noun.last]
            return noun if token.norm in at.words.prepositions or token.norm in at.words.relatives else None
        if at.reading.tokens[index].kind != "w" and at.reading.tokens[index].text != "-":
            return None  # but "Ex-mayor of Harwick jailed"
    return None


def _counted(at: Place, first: int) -> bool:
    """ "Dozens feared missing", "several killed": nobody but a word that counts stands before."""
    tokens = at.reading.tokens
    index = first - 1
    while index > 0 and tokens[index].norm in at.words.auxiliaries:
        index -= 1
    return index >= 0 and tokens[index].norm in counts(at.reading.language)


def _acts(at: Place, last: int) -> bool:
    """An object follows a form in -ed, so it is a verb whose subject acts: "released her album", "fired off a letter"."""
    tokens, words = at.reading.tokens, at.words
    if last >= len(tokens):
        return False
    token = tokens[last]
    if token.kind == "n":
        return last + 1 < len(tokens) and tokens[last + 1].norm.rstrip("s") not in _SPANS  # "killed 100", not "killed 10 days later"
    if token.kind != "w":
        return False
    if token.norm in ("off", "him", "them"):
        return True
    if token.norm in words.determiners and token.norm not in numerals(at.reading.language):
        return last + 1 >= len(tokens) or tokens[last + 1].norm not in _SPANS  # "proposed the week after the blast"
    mention = at.names.at(at.section, last)
    return mention is not None and mention.subject.type == "person"


def _complemented(at: Place, last: int) -> bool:
    """ "a coach convicted of fraud", "a man arrested in May": a verb that acts would have its object there."""
    return last < len(at.reading.tokens) and at.reading.tokens[last].norm in at.words.prepositions


def _shared(at: Place, first: int, left: Pick) -> Noun | None:
    """ "was arrested, charged and jailed": the subject of the verb of being that a series shares."""
    joined = _joined(at, first)
    return verbs.subject_left(at, group_start(at, joined), left) if joined is not None else None


def _joined(at: Place, first: int) -> int | None:
    """ "was arrested and charged": the verb of being that a participle after "and" shares."""
    tokens = at.reading.tokens
    for index in range(first - 2, max(first - 16, at.reading.sentences[at.reading.sentence_of[first]].first) - 1, -1):
        if tokens[index].norm in at.words.being:
            return index
        if tokens[index].text in ";:":
            return None
    return None


def _adjacent(group: int, left: Pick) -> bool:
    """A phrase stands right before the cue, or an age or place after it."""
    return any(left(index) is not None for index in range(group - 1, max(group - 3, -1), -1))


def _apposed(at: Place, first: int, left: Pick) -> Noun | None:
    """The phrase before a comma or "and now": past an age, not past another verb."""
    limit = max(at.reading.sentences[at.reading.sentence_of[first]].first, first - 24)
    fallback: Noun | None = None
    index = first - 1
    while index >= limit:
        token = at.reading.tokens[index]
        noun = left(index)
        if noun is not None:
            addressed = noun.mention is not None and noun.last == first - 1 and at.reading.tokens[noun.first - 1].norm == "a"
            if addressed or not noun.governed(at.reading, at.words):
                return noun  # "buscan a Ana Ruiz, prófuga desde mayo"
            fallback = fallback or noun
            index = noun.first
        if token.text in ";:." or token.norm in at.words.being or token.norm in at.words.having:
            break
        index -= 1
    return fallback


def _inverted(finder: Finder, lifecycle: Lifecycle, last: int) -> Subject | None:
    """Spanish puts the subject after its verb: "está prevista una cumbre", "fue detenido el alcalde"."""
    noun = verbs.object_right(finder.at, last, finder.right(lifecycle), 8)
    if noun is None or (noun.mention is None and noun.governed(finder.at.reading, finder.at.words)):
        return None  # "vence el plazo para el veto"
    return finder.subject(lifecycle, noun)


def _told_after(finder: Finder, lifecycle: Lifecycle, group: int, last: int) -> Subject | None:
    """ "Fallece la actriz Ana Ruiz", "Entra en vigor la ley": a Spanish verb that opens its clause, its subject right after it."""
    at = finder.at
    tokens = at.reading.tokens
    if at.reading.language != "es" or last >= len(tokens):
        return None
    first = at.reading.sentences[at.reading.sentence_of[group]].first
    if group - first > 4 and tokens[group - 1].text not in ",:;—–" and tokens[group - 1].norm not in ("que", "donde", "cuando", "y"):
        return None
    start = last
    if tokens[start].norm in at.words.prepositions:
        stop = min(last + 5, at.reading.sentences[at.reading.sentence_of[group]].last)
        articles = (i for i in range(last, stop) if tokens[i].norm in ("el", "la", "los", "las"))
        start = next((i for i in articles if tokens[i - 1].norm not in at.words.prepositions), stop)
        if start == stop:
            return None  # "murió en la casa", but "cae en el Senado el proyecto"
    return _inverted(finder, lifecycle, start)


def _dropped(finder: Finder, lifecycle: Lifecycle, group: int) -> Subject | None:
    """A Spanish verb without a subject goes on with the subject of the sentence before."""
    at = finder.at
    if at.reading.language != "es" or lifecycle.things:
        return None
    start = at.reading.sentences[at.reading.sentence_of[group]].first
    marks = (index + 1 for index in range(group - 1, max(start, group - 4) - 1, -1) if at.reading.tokens[index].text == ";")
    opens = next(marks, start)
    if group - opens > 3 or (group - opens > 1 and at.reading.tokens[opens].norm in at.words.determiners):
        return None  # "El contratista fue indultado": somebody else
    found = at.names.pronoun(at.section, group)
    return found if found is not None and found.type == "person" else None
