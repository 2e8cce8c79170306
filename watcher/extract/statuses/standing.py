"""Whom a cue is about: the syntax of each form of cue, from a `Spot` in a reading to a `Subject` or None.

A participle or state takes the subject of its verb of being, the phrase before its comma or the noun after it; an active verb its
object or its subject; a noun its holder; a nominalisation its "of" or its possessor. Spanish may put the subject after the verb or drop it.
"""

from __future__ import annotations

from watcher.extract.lifecycles import Cue, Lifecycle, bodies, things_only
from watcher.extract.neighbours import among, cues
from watcher.extract.statuses import clitics, verbs
from watcher.extract.statuses.antecedents import relative_object
from watcher.extract.statuses.attributes import attributive, qualified
from watcher.extract.statuses.headless import LENT
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.nouns import REMAINS, called, nominal, of, owner
from watcher.extract.statuses.participles import before
from watcher.extract.statuses.people import many, nicknamed
from watcher.extract.statuses.postponed import counted, dropped, inverted, told_after
from watcher.extract.statuses.spots import Noun, Place, Spot, opens
from watcher.model import Subject

_OF_OR_AGAINST = frozenset(("of", "against", "de", "del", "contra", "a", "al", "to"))
_ANEW = frozenset(("un", "una", "otro", "otra"))
_BEHIND = 6  # tokens of a phrase that starts where a sentence ends
_BESIDE = 12  # tokens from a verb to whom it acts on
_TO_WHOM = frozenset(("a", "al", "la"))
_TALKS = frozenset(("talks", "negotiations", "discussions", "negociacion", "negociaciones", "conversaciones", "dialogo", "tratativas"))
_LEAVES = frozenset(
    ("dejo", "dejaron", "deja", "dejan", "mantiene", "mantienen", "mantuvo", "mantuvieron", "dejado", "tiene", "tienen", "tenia")
)
_LATER = frozenset(("later", "then", "soon", "he", "she"))
_VOICES = frozenset(("back", "backs", "backed", "endorse", "endorses", "endorsed", "vote", "votes", "voted"))
_ACCUSES = frozenset(("acusa", "acuso", "acusan", "acusaron", "acusado", "acusar", "acusarlo", "acusarla"))
_STATES = frozenset(("estado", "pronostico", "condicion", "situacion", "cuadro"))
_THEY = ("aron", "ieron")
_TELLS = frozenset(("will", "won't", "goes", "sigue", "seguira", "queda"))  # states that are verbs: "will go ahead", "sigue en pie"


def subject(finder: Finder, lifecycle: Lifecycle, cue: Cue, spot: Spot) -> Subject | None:
    """Whom a cue at a spot puts at its stage; None where the text names nobody that may be there."""
    at, form, first, last, group = finder.at, cue.form, spot.first, spot.last, spot.group
    noun: Noun | None = None
    if lifecycle.name == "deal" and not _in_talks(at, cue, spot):
        lifecycle = things_only(at.reading.language, lifecycle.name)  # a company is in talks; only its deal is blocked or completed
    named = lifecycle.subjects or lifecycle.name == "event"
    if not named and form not in ("noun", "attribute") and not _told_of(finder, lifecycle, first):
        return None
    if form in ("object", "inflicted"):
        tokens, spanish = at.reading.tokens, at.reading.language == "es"
        if tokens[first].norm in _VOICES and _one_speaks(at, group):
            return None  # "Senator Ann Lee backed the bill": one voice settles nothing
        if spanish and tokens[first].norm in _ACCUSES and not _prosecutes(finder, lifecycle, group):
            return None
        if spanish and _reflexive(at, first):
            if not lifecycle.things and spot.head < len(tokens) and tokens[spot.head].norm in ("a", "al"):
                return inverted(finder, lifecycle, spot.head)  # "en su lugar se nombró a Bo Trán"
            noun = verbs.subject_left(at, group, finder.left(lifecycle))  # "se pospuso", "se aprobó": nobody acts, the subject undergoes
            noun = noun or relative_object(at, group, finder.left(lifecycle))  # "a quien se juzga"
            if noun is None:
                return inverted(finder, lifecycle, last) or (dropped(finder, lifecycle, spot) if lifecycle.things else None)
        elif spanish and (place := clitics.clitic(at, spot)) is not None:
            noun = clitics.dislocated(at, place) or Noun(place, place + 1, None, pronoun=True)
        elif spanish and tokens[group - 1].norm in ("que", "quien") and tokens[group - 2].norm in _TO_WHOM:
            noun = relative_object(at, group, finder.left(lifecycle))  # "al que destituyó el alcalde"
        else:
            if "person" in lifecycle.subjects and (alias := nicknamed(at, spot.head)) is not None:
                return alias
            noun = (
                _object(finder, lifecycle, spot.head)
                or (_undergone(finder, lifecycle, last) if last > spot.head else None)
                or (_whose(finder, lifecycle, spot) if last > spot.head else None)
                or relative_object(at, group, finder.left(lifecycle))
            )
    elif form in ("subject", "perfect"):
        if last > spot.head and _nominal(finder, last - 1) and of(finder, lifecycle, last) is not None:
            return None  # "anunció que había aceptado la renuncia de Bo Trán": not who announces it
        if "place" in lifecycle.subjects:  # a place only where nobody else acts
            noun = verbs.subject_left(at, group, finder.left(bodies(at.reading.language, lifecycle.name)))
        several = at.reading.language == "es" and at.reading.tokens[first].norm.endswith(_THEY)
        left = finder.left(lifecycle)
        noun = noun or verbs.subject_left(at, group, many(at, left) if several and not lifecycle.things else left)
        if noun is None:
            return told_after(finder, lifecycle, group, spot.last) or dropped(finder, lifecycle, spot)
    elif form in ("participle", "state"):
        return _standing(finder, lifecycle, spot)
    elif form == "attribute":
        noun = qualified(finder, first, last)
    elif form == "noun":
        return called(finder, lifecycle, first, last)
    else:
        noun = nominal(finder, lifecycle, spot)
    if noun is None:
        return None
    if noun.mention is not None and noun.mention.subject.type == "place" and noun.last < group - 1:
        return None  # a dateline
    if noun.pronoun and form in ("object", "inflicted") and not lifecycle.things:
        return _undergoes(finder, lifecycle, noun, spot)
    return finder.subject(lifecycle, noun)


def _told_of(finder: Finder, lifecycle: Lifecycle, first: int) -> bool:
    """A thing of the lifecycle was spoken of, or a noun for one stands in the sentence, the one before or so near that it may be lent."""
    reading = finder.at.reading
    if lifecycle.name in finder.last or lifecycle.name in finder.read:
        return True
    number = reading.sentence_of[first]
    since = reading.sentences[number - 1 if number else 0].first - LENT
    return reading.holds(lifecycle.heads, max(0, since), reading.sentences[number].last + _BEHIND)


def _one_speaks(at: Place, group: int) -> bool:
    """A person, by name or pronoun, right before a verb."""
    if not group:
        return False
    mention = at.names.at(at.section, group - 1)
    return (mention is not None and mention.subject.type == "person") or at.reading.tokens[group - 1].norm in ("he", "she", "i", "who")


def _prosecutes(finder: Finder, lifecycle: Lifecycle, group: int) -> bool:
    """ "La fiscal Ana Ruiz acusó a Bo Trán", "la Fiscalía acusa"; whom a rival or a victim accuses is not charged."""
    at = finder.at
    actor = verbs.subject_left(at, group, finder.left(lifecycle))
    if actor is None:
        return True  # a body
    called = at.names.roles_of(at.section, actor.mention.subject) if actor.mention else {at.reading.tokens[actor.first].norm}
    return not at.words.actors.isdisjoint(called)


def _reflexive(at: Place, first: int) -> bool:
    """ "se aprobó", "se ha aprobado"."""
    tokens = at.reading.tokens
    before = first - 2 if first > 1 and tokens[first - 1].norm in at.words.having else first - 1
    return first > 0 and tokens[before].norm == "se"


def _undergoes(finder: Finder, lifecycle: Lifecycle, noun: Noun, spot: Spot) -> Subject | None:
    """ "El fiscal Bo Trán lo imputó", "Prosecutor Bo Tran charged her": somebody else than who acts."""
    at = finder.at
    several = at.reading.language == "es" and at.reading.tokens[spot.first].norm.endswith("n")  # "al otro, Bo Trán, lo dieron de alta"
    actor = None if several else verbs.subject_left(at, spot.group, finder.left(lifecycle))
    if actor is None or actor.mention is None or (actor.last < spot.group and _somebody_else(at, spot.group)):
        return finder.subject(lifecycle, noun)
    told = finder.read.get(lifecycle.name)
    if told is not None and told.subject == actor.mention.subject and told.first > actor.first - _BESIDE and told.first < actor.first:
        return told.subject  # "convicted Ann Lee of fraud and sentenced her": whom another verb acts on
    found = at.names.pronoun(at.section, noun.first, actor.mention.subject)
    return found if found is not None and found.type == "person" else None


def _somebody_else(at: Place, group: int) -> bool:
    """ "While Bo Tran was away, police arrested him": a word without a name right before the verb acts, not whom the text names before."""
    token, words = at.reading.tokens[group - 1], at.words
    if at.reading.language != "en" or token.kind != "w" or not token.text.islower() or token.norm.endswith("ly"):
        return False
    small = (words.relatives, words.conjunctions, words.boundaries, words.auxiliaries, words.sayings, words.prepositions, _LATER)
    return not among(token.norm, *small) and not Noun(group - 1, group).governed(at.reading, words)


def _in_talks(at: Place, cue: Cue, spot: Spot) -> bool:
    """Companies that talk, not what becomes of their deal."""
    if cue.form == "subject" and any(token.norm in _TALKS for token in at.reading.tokens[spot.first : spot.last]):
        return True
    return cue.stage in ("in-talks", "agreed") and cue.form not in ("object", "inflicted", "participle")


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
        for step, token in enumerate(tokens[last : last + reach]):
            parts = token.norm == "of" and lifecycle.things and lifecycle.name != "event"  # "parts of the act", no "results of the vote"
            if token.norm in at.words.prepositions and not parts:
                reach = step
                break
    noun = verbs.object_right(at, last, finder.right(lifecycle), reach)
    if noun is None:
        return None
    if verbs.counted_behind(at, last) and any(token.text == "," for token in tokens[last : noun.first]):
        return None  # "killed nine, police chief Bo Tran said"
    if noun.mention is None and noun.first - last < 2 and lifecycle.name == "office":
        if not any(token.norm in at.words.determiners for token in tokens[last : noun.first + 1]):
            return None  # "Reed elected mayor": what somebody becomes
    if lifecycle.name == "condition" and any(token.norm in REMAINS for token in tokens[last : noun.first]):
        return None  # "rescataron el cuerpo de Bo Trán"
    if tokens[last - 1].norm.startswith("call") and noun.last < len(tokens) and tokens[noun.last].norm in ("a", "an"):
        return None  # "called the stoppage a failure"
    led = noun.mention is None and noun.first > last + 1 and tokens[noun.first - 2].norm in ("para", "sobre", "sin")
    return None if led else noun  # "cerró a 1.445 pesos para la venta" closes no sale


def _undergone(finder: Finder, lifecycle: Lifecycle, last: int) -> Noun | None:
    """ "quashed the conviction of X", "retiró los cargos contra X": what the tail of a verb is of."""
    tokens = finder.at.reading.tokens
    if last + 1 >= len(tokens) or tokens[last].norm not in _OF_OR_AGAINST:
        return None
    return verbs.object_right(finder.at, last + 1, finder.right(lifecycle), 6)


def _nominal(finder: Finder, index: int) -> bool:
    """A noun that tells a stage of its own: "renuncia", "resignation"."""
    starts = finder.cues.index.get(finder.at.reading.tokens[index].norm)
    return starts is not None and any(cue.form == "nominal" for phrase in starts.alone for cue in phrase.cues)


def _whose(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Noun | None:
    """ "quashed his ten-year conviction": whose the tail of a verb is."""
    for place in range(spot.head + 1, spot.last):
        if (noun := owner(finder, lifecycle, place)) is not None:
            return noun
    return None


def _standing(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Subject | None:
    """A participle or state: "X was charged", "X, charged in May", "the jailed X", "Man charged over"."""
    at, first, last, group = finder.at, spot.first, spot.last, spot.group
    tokens, words = at.reading.tokens, at.words
    being = (
        at.reading.holds(words.being, group, first)
        or tokens[first].norm in _TELLS
        or tokens[group].norm in cues("es", "modality", "lasting")
    )
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    if being:
        left = finder.left(lifecycle)
        if at.reading.language == "es" and tokens[first].norm.endswith(("os", "as")):
            left = many(at, left)  # "15 procesados junto al exministro fueron condenados"
        if at.reading.language == "en" and tokens[group].norm == "being" and group and tokens[group - 1].norm.endswith("s"):
            noun = left(group - 1)  # "to watch citizens being killed": nobody further to the left
            return finder.subject(lifecycle, noun) if noun is not None else None
        if lifecycle.name == "condition" and (sick := _whose_state(at, group)) is not None:
            return sick
        anew = at.reading.language == "es" and not lifecycle.things and last + 1 < sentence.last and tokens[last].norm in _ANEW
        if anew and (somebody := finder.right(lifecycle)(last + 1)) is not None:
            return finder.subject(lifecycle, somebody)  # "además de la mujer, resultó herido un hombre"
        noun = verbs.subject_left(at, group, left)
        if noun is not None and noun.pronoun and lifecycle.things and tokens[group].norm == "being":
            return None  # "makes it a crime to stay after being ordered to leave"
        if noun is not None:
            return finder.subject(lifecycle, noun)
        if at.reading.language == "es" and tokens[first].norm.endswith(("os", "as")) and not finder.brief and counted(at, last):
            return None  # "fueron detenidos tres funcionarios, un empresario y su colaborador": a figure
        if at.reading.language == "es" and (after := inverted(finder, lifecycle, last)) is not None:
            return after
        return dropped(finder, lifecycle, spot)
    if at.reading.language == "es" and lifecycle.things and tokens[group - 1].norm in _LEAVES and group > sentence.first:
        return inverted(finder, lifecycle, last)  # "dejó en comisión la ley de pesca"
    if at.reading.language == "es" and first > 1 and tokens[first - 1].norm == "como" and (after := inverted(finder, lifecycle, last)):
        return after  # "lo suple como encargado de despacho Bo Trán"
    leads = opens(at.reading, first)
    after = attributive(finder, lifecycle, first, last, leads=leads)
    if after is not None or leads:
        return after or _headed(finder, lifecycle, spot, sentence.last)
    return finder.subject(lifecycle, noun) if (noun := before(finder, lifecycle, spot)) is not None else None


def _whose_state(at: Place, group: int) -> Subject | None:
    """ "Su estado es grave", "su pronóstico de salud es reservado": whose Spanish "su" that is, right before the verb."""
    tokens = at.reading.tokens
    noun = group - 1 - 2 * (group > 3 and tokens[group - 1].norm == "salud" and tokens[group - 2].norm == "de")
    if noun < 1 or tokens[noun].norm not in _STATES or tokens[noun - 1].norm != "su":
        return None
    found = at.names.pronoun(at.section, noun - 1, human=True)
    return found if found is not None and found.type == "person" else None


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
