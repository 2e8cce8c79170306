"""Whom a cue is about: the syntax of each form of cue, from a `Spot` in a reading to a `Subject` or None.

A participle or state takes the subject of its verb of being, the phrase before its comma or the noun after it; an active verb its
object or its subject; a noun its holder; a nominalisation its "of" or its possessor. Spanish may put the subject after the verb or drop it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from watcher.extract.lifecycles import Cue, Lifecycle, cues
from watcher.extract.reading import NameMention
from watcher.extract.names.namewords import counts, name_words, role_words
from watcher.extract.neighbours import among
from watcher.extract.statuses import verbs
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.verbs import Noun, Pick, Place
from watcher.model import Subject

_DESCRIBES = ("an", "ese", "ish", "ed", "er")
_NO_MORE = frozenset(("former", "ex", "onetime", "exprecandidato", "antiguo", "antigua"))
_OF_OR_AGAINST = frozenset(("of", "against", "de", "del", "contra", "a", "al"))
_POSSESSIVES = frozenset(("his", "her", "their", "su", "sus"))
_REMAINS = frozenset(("body", "remains", "cuerpo", "restos", "cadaver"))
_AND = frozenset(("and", "y", "e", "&"))
_SINGULAR = frozenset(("was", "is", "has", "fue", "es", "esta", "ha", "estaba", "sigue", "permanece", "quedo", "resulto"))
_COMMAS = frozenset((",", "–", "—", "("))
_AND_NOW = frozenset(("now", "hoy", "later", "luego", "then", "still"))


class Spot(NamedTuple):
    """Where a cue stands: its tokens `[first, last)`, the start of its verb group, and whether its participle may as well be a verb in
    the past tense ("arrested"), so that it needs more than a phrase before it."""

    first: int
    last: int
    group: int
    ambiguous: bool
    head: int  # where its own words end, before a tail


def subject(finder: Finder, lifecycle: Lifecycle, cue: Cue, spot: Spot) -> Subject | None:
    """Whom a cue at a spot puts at its stage; None where the text names nobody that may be there."""
    at, first, last, group = finder.at, spot.first, spot.last, spot.group
    noun: Noun | None = None
    if lifecycle.name == "deal" and (cue.stage not in ("in-talks", "agreed") or cue.form in ("object", "participle")):
        lifecycle = replace(lifecycle, subjects=frozenset())  # a company is in talks; only its deal is blocked or completed
    if cue.form == "object" and at.reading.language == "es" and first and at.reading.tokens[first - 1].norm == "se":
        noun = verbs.subject_left(at, group, finder.left(lifecycle))  # "se pospuso", "se aprobó": nobody acts, the subject undergoes
        if noun is None:
            return _inverted(finder, lifecycle, last)
    elif cue.form == "object":
        noun = (
            _object(finder, lifecycle, spot.head)
            or (_undergone(finder, lifecycle, last) if last > spot.head else None)
            or verbs.relative_object(at, group, finder.left(lifecycle))
        )
    elif cue.form in ("subject", "perfect"):
        bodies = replace(lifecycle, subjects=lifecycle.subjects - {"place"})  # a place only where nobody else acts
        noun = verbs.subject_left(at, group, finder.left(bodies)) or verbs.subject_left(at, group, finder.left(lifecycle))
        if noun is None:
            return _told_after(finder, lifecycle, group, spot.last) or _dropped(finder, lifecycle, group)
    elif cue.form in ("participle", "state"):
        return _standing(finder, lifecycle, spot)
    elif cue.form == "attribute":
        noun = _qualified(finder, first, last)
    elif cue.form == "noun":
        return _called(finder, lifecycle, first, last)
    else:
        noun = _nominal(finder, lifecycle, spot)
    if noun is not None and noun.mention is not None and noun.mention.subject.type == "place" and noun.last < group - 1:
        return None  # a dateline
    return finder.subject(lifecycle, noun) if noun is not None else None


def others(finder: Finder, lifecycle: Lifecycle, found: Subject, spot: Spot) -> list[Subject]:
    """Those named together with a subject: "Lou Marsh and Bo Tran were arrested", "detuvieron a Lía Marás y Bo Trán"."""
    at = finder.at
    if lifecycle.things or any(token.norm in _SINGULAR for token in at.reading.tokens[spot.group : spot.first]):
        return []
    sentence = at.reading.sentences[at.reading.sentence_of[spot.first]]
    near = at.names.in_tokens(at.section, max(sentence.first, spot.group - 30), min(sentence.last, spot.last + 20))
    place = next((k for k, mention in enumerate(near) if mention.subject == found), None)
    if place is None:
        return []
    first = last = place
    while first and _joined_to(at, near[first - 1], near[first]):
        first -= 1
    while last + 1 < len(near) and _joined_to(at, near[last], near[last + 1]):
        last += 1
    chain = near[first : last + 1]
    joined = any(token.norm in _AND for token in at.reading.tokens[chain[0].first : chain[-1].last])
    across = chain[0].first < spot.first < chain[-1].first
    return [one.subject for one in chain if one.subject != found and finder.admits(lifecycle, one)] if joined and not across else []


def _joined_to(at: Place, one: NameMention, other: NameMention) -> bool:
    """Nothing but a comma or "and", with a role or article, stands between two names."""
    between = at.reading.tokens[one.last : other.first]
    roles = role_words(at.reading.language).persons
    return (
        1 <= len(between) <= 5
        and (between[0].text == "," or between[0].norm in _AND)
        and all(token.norm in _AND or token.norm in at.words.determiners or token.norm in roles for token in between[1:])
    )


def _object(finder: Finder, lifecycle: Lifecycle, last: int) -> Noun | None:
    """What an active verb acts on; no preposition may come first, but for the Spanish "a"."""
    at = finder.at
    tokens = at.reading.tokens
    if last >= len(tokens):
        return None
    if at.reading.language == "en" and tokens[last].norm in at.words.prepositions:
        return None
    reach = 14 if at.reading.language == "es" else 10
    if at.reading.language == "en" and not lifecycle.things:  # "release a statement in support of their father" frees nobody
        stop = min(last + reach, len(tokens))
        reach = next((index for index in range(last, stop) if tokens[index].norm in at.words.prepositions), stop) - last
    noun = verbs.object_right(at, last, finder.right(lifecycle), reach)
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
    being = any(token.norm in words.being for token in tokens[group:first])
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    left = finder.left(lifecycle)
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
    after = _attributive(finder, lifecycle, first, last)
    if after is not None or first == sentence.first:
        return after or _headed(finder, lifecycle, spot, sentence.last)
    noun = _before(finder, lifecycle, spot)
    return finder.subject(lifecycle, noun) if noun is not None else None


def _headed(finder: Finder, lifecycle: Lifecycle, spot: Spot, stop: int) -> Subject | None:
    """ "Condenado a diez años Darío Farías": a Spanish participle that opens its line, its subject past what belongs to it."""
    at = finder.at
    if at.reading.language != "es":
        return None
    for index in range(spot.last, min(spot.last + 12, stop)):
        token, mention = at.reading.tokens[index], at.names.at(at.section, index)
        if token.text in ",.;:" or token.norm in at.words.relatives:
            return None
        if mention is not None and mention.first == index and finder.admits(lifecycle, mention):
            noun = Noun(mention.first, mention.last, mention)
            return None if noun.governed(at.reading, at.words) else finder.subject(lifecycle, noun)
    return None


def _before(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Noun | None:
    """The phrase that a participle without a verb of being belongs to, to its left."""
    at, first, group, ambiguous = finder.at, spot.first, spot.group, spot.ambiguous
    words, left, before = at.words, finder.left(lifecycle), at.reading.tokens[first - 1]
    if before.norm in words.conjunctions and ambiguous:
        return _shared(at, first, left)
    if before.text == "," and ambiguous and _acts(at, spot.last):
        return None  # "Vale, 79, dismissed a report"
    if before.text in _COMMAS or before.norm in words.conjunctions or before.norm in _AND_NOW:
        noun = _apposed(at, first, left)
        return _shared(at, first, left) if noun is None and before.text == "," else noun
    if ambiguous and (_acts(at, spot.last) or not (finder.brief or _complemented(at, spot.last))):
        return None
    if finder.brief and not lifecycle.things and _counted(at, first):
        return Noun(first, spot.last)
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
        if at.reading.tokens[index].kind != "w":
            return None
    return None


def _counted(at: Place, first: int) -> bool:
    """ "Four critically hurt", "one killed", "dozens feared missing": nobody but a number stands before."""
    tokens = at.reading.tokens
    index = first - 1
    while index > 0 and tokens[index].norm in at.words.auxiliaries:
        index -= 1
    return index >= 0 and (tokens[index].kind == "n" or tokens[index].norm in counts(at.reading.language))


def _acts(at: Place, last: int) -> bool:
    """An object follows a form in -ed, so it is a verb whose subject acts: "released her album", "fired off a letter"."""
    tokens, words = at.reading.tokens, at.words
    if last >= len(tokens) or tokens[last].kind != "w":
        return False
    token = tokens[last]
    if token.norm in words.determiners or token.norm in ("off", "him", "them"):
        return True
    mention = at.names.at(at.section, last)
    return mention is not None and mention.subject.type == "person"


def _complemented(at: Place, last: int) -> bool:
    """ "a coach convicted of fraud", "a man arrested in May": a verb that acts would have its object there."""
    return last < len(at.reading.tokens) and at.reading.tokens[last].norm in at.words.prepositions


def _shared(at: Place, first: int, left: Pick) -> Noun | None:
    """ "was arrested, charged and jailed": the subject of the verb of being that a series shares."""
    joined = _joined(at, first)
    return verbs.subject_left(at, verbs.group_start(at, joined), left) if joined is not None else None


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
            if not noun.governed(at.reading, at.words):
                return noun
            fallback = fallback or noun
            index = noun.first
        if token.text in ";:." or token.norm in at.words.being or token.norm in at.words.having:
            break
        index -= 1
    return fallback


def _attributive(finder: Finder, lifecycle: Lifecycle, first: int, last: int) -> Subject | None:
    """ "the jailed banker Felix Oster", "missing pilot Nico Arce"."""
    at = finder.at
    tokens = at.reading.tokens
    before = tokens[first - 1] if first else None
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    opens = before is None or before.norm in at.words.determiners or sentence.first == first
    if not opens and (named := _called_after(at, first, last, sentence.last)) is not None:
        return finder.subject(lifecycle, named)
    if first == sentence.first and last < sentence.last and tokens[last].text == ":":  # "Jailed: Ana Ruiz, who stole millions"
        last += 1 + (last + 1 < sentence.last and tokens[last + 1].norm in at.words.determiners)
    if not opens or last >= len(tokens) or tokens[last].kind != "w":
        return None
    right = finder.right(lifecycle)
    for index in range(last, min(last + 3, sentence.last)):
        noun = right(index)
        if noun is not None:
            named = noun if noun.mention is not None else right(noun.last) if noun.last < len(tokens) else None
            return finder.subject(lifecycle, named if named is not None and named.mention is not None else noun)
        if tokens[index].norm in at.words.prepositions or tokens[index].kind != "w":
            return None
    return None


def _qualified(finder: Finder, first: int, last: int) -> Noun | None:
    """ "the late Ana Ruiz", "the late singer Tom Hart": somebody named right after, or past the noun they are called by."""
    at = finder.at
    tokens = at.reading.tokens
    if not first or tokens[first - 1].norm not in at.words.determiners:
        return None
    for index in range(last, min(last + 3, len(tokens))):
        mention = at.names.at(at.section, index)
        if mention is not None:
            return Noun(mention.first, mention.last, mention) if mention.first == index and mention.subject.type == "person" else None
        if tokens[index].norm not in role_words(at.reading.language).persons:
            return None
    return None


def _called_after(at: Place, first: int, last: int, stop: int) -> Noun | None:
    """ "tributes to murdered teacher Ana Ruiz": one or two small words and a name right after a participle that no verb of being leads."""
    tokens, words = at.reading.tokens, at.words
    before = tokens[first - 1].norm
    if before in words.being or before in words.having or (before in words.auxiliaries and before != "to"):
        return None
    for index in range(last, min(last + 3, stop)):
        mention = at.names.at(at.section, index)
        if mention is not None:
            person = mention.first == index and mention.subject.type == "person" and index > last
            return Noun(mention.first, mention.last, mention) if person else None
        token = tokens[index]
        if token.kind != "w" or token.norm in words.prepositions or token.norm in words.determiners or token.norm in words.conjunctions:
            return None
    return None


def _inverted(finder: Finder, lifecycle: Lifecycle, last: int) -> Subject | None:
    """Spanish puts the subject after its verb: "está prevista una cumbre", "fue detenido el alcalde"."""
    noun = verbs.object_right(finder.at, last, finder.right(lifecycle), 8)
    return finder.subject(lifecycle, noun) if noun is not None else None


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
        start = next((i for i in range(last, stop) if tokens[i].norm in ("el", "la", "los", "las")), stop)
        if start == stop or tokens[start - 1].norm in at.words.prepositions:
            return None  # "murió en la casa", but "cae en el Senado el proyecto"
    return _inverted(finder, lifecycle, start)


def _dropped(finder: Finder, lifecycle: Lifecycle, group: int) -> Subject | None:
    """A Spanish verb without a subject goes on with the subject of the sentence before."""
    at = finder.at
    if at.reading.language != "es" or lifecycle.things:
        return None
    sentence = at.reading.sentences[at.reading.sentence_of[group]]
    if group - sentence.first > 3:
        return None
    found = at.names.pronoun(at.section, group)
    return found if found is not None and found.type == "person" else None


def _called(finder: Finder, lifecycle: Lifecycle, first: int, last: int) -> Subject | None:
    """A noun beside a name ("the suspect, Joel Medrano"), or said of one ("X is a fugitive", "among the dead is X")."""
    at = finder.at
    tokens = at.reading.tokens
    if lifecycle.things:  # "on strike": the phrase holds the thing itself
        return finder.subject(lifecycle, Noun(last - 1, last))
    if first and tokens[first - 1].norm in _NO_MORE:
        return None
    holder = at.names.holder(at.section, last - 1) or at.names.holder(at.section, first)
    if holder is not None:
        return holder if holder.type == "person" else None
    before = [token.norm for token in tokens[max(0, first - 4) : first]]
    if any(word in ("among", "entre") for word in before):
        noun = verbs.object_right(at, last, finder.right(lifecycle))
        return finder.subject(lifecycle, noun) if noun is not None else None
    start = first
    while start > 0 and start > first - 4 and tokens[start - 1].norm in at.words.determiners | {"still", "now", "also"}:
        start -= 1
    if start > 1 and tokens[start - 1].norm in ("of", "de") and tokens[start - 2].norm in ("one", "uno", "una"):
        start -= 2  # "is one of five candidates"
    if start and (tokens[start - 1].norm in at.words.being or tokens[start - 1].norm in ("as", "como")):
        noun = verbs.subject_left(at, verbs.group_start(at, start), finder.left(lifecycle))
        if noun is not None:
            return finder.subject(lifecycle, noun)
    return finder.own(Noun(first, last)) if finder.brief and _heads(at, first, last) else None


def _heads(at: Place, first: int, last: int) -> bool:
    """A noun for somebody that stands for itself ("Two dead", "un detenido", "Suspect held"): counted, with an article or opening its
    line, and no first part of something else ("the dead weight", "el herido orgullo", "punto muerto")."""
    tokens, words = at.reading.tokens, at.words
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    if first > sentence.first:
        before = tokens[first - 1]
        counted = before.kind == "n" or before.norm in name_words(at.reading.language).function
        adjective = first - 1 > sentence.first and (tokens[first - 2].kind == "n" or tokens[first - 2].norm in words.determiners)
        if before.norm in words.being or before.norm in words.having:
            return False
        if before.kind == "w" and not counted and not among(before.norm, words.determiners, words.conjunctions, words.prepositions):
            return adjective and tokens[first - 1].norm.endswith(_DESCRIBES) if at.reading.language == "en" else False
    if last >= sentence.last:
        return first > sentence.first or last - first > 1 or tokens[first].norm in role_words(at.reading.language).persons
    after = tokens[last]
    if after.kind != "w":
        return after.text != "-"
    bounds = (words.prepositions, words.auxiliaries, words.conjunctions, words.boundaries, words.relatives)
    if at.reading.language == "en":
        persons = role_words("en").persons
        return (
            among(after.norm, *bounds, words.sayings)
            or after.norm.endswith("ed")
            or (after.norm.endswith("s") and after.norm != "this" and (first == sentence.first or tokens[first].norm in persons))
            or _verb(at, last)
        )
    return among(after.norm, *bounds) or _verb(at, last)


def _verb(at: Place, index: int) -> bool:
    """A finite verb or participle, by the cues, the verbs of saying, the endings."""
    token = at.reading.tokens[index]
    starts = cues(at.reading.language).index.get(token.norm)
    if starts is not None or token.norm in at.words.sayings or token.norm in at.words.having:
        return True
    return token.text.endswith(("ó", "aron", "ieron", "rá", "rán")) if at.reading.language == "es" else False


def _nominal(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Noun | None:
    """ "the arrest of X", "X's arrest", "la muerte de X", "his conviction was quashed"; none where somebody only asks for it."""
    at, first = finder.at, spot.first
    if _wished(at, first):
        return None
    noun = _of(finder, lifecycle, spot.head) or (_of(finder, lifecycle, spot.last) if spot.last > spot.head else None)
    return noun or _owner(finder, lifecycle, first)


def _wished(at: Place, first: int) -> bool:
    """ "calls for the release of X", "piden la renuncia de X": what somebody asks for has not come."""
    tokens, wished = at.reading.tokens, at.words.wished
    for index in range(first - 1, max(first - 6, at.reading.sentences[at.reading.sentence_of[first]].first - 1), -1):
        if tokens[index].norm in wished:
            return True
        if tokens[index].kind == "p":
            return False
    return False


def _of(finder: Finder, lifecycle: Lifecycle, last: int) -> Noun | None:
    """What a noun that ends before `last` is of; its own last word may be the preposition: "charges against"."""
    at = finder.at
    tokens = at.reading.tokens
    led = tokens[last - 1].norm in at.words.prepositions
    if last + 1 >= len(tokens) or not (led or tokens[last].norm in ("of", "de", "del")):
        return None
    right = finder.right(lifecycle)
    for index in range(last + (not led), min(last + 7, len(tokens))):
        noun = right(index)
        if noun is not None and (noun.mention is not None or lifecycle.things):
            return noun
        if tokens[index].kind != "w" or tokens[index].norm in at.words.prepositions:
            return None
    return None


def _owner(finder: Finder, lifecycle: Lifecycle, first: int) -> Noun | None:
    """Whose a noun at `first` is: "X's arrest", "his sudden death"."""
    at = finder.at
    tokens = at.reading.tokens
    if first > 1 and tokens[first - 1].text in ("'s", "’s"):
        mention = at.names.at(at.section, first - 2)
        if mention is not None and finder.admits(lifecycle, mention):
            return Noun(mention.first, mention.last, mention)
    if lifecycle.things or tokens[first].norm in _REMAINS:
        return None
    back = first - 2 if first > 1 and tokens[first - 1].norm not in _POSSESSIVES and tokens[first - 1].kind == "w" else first - 1
    return _possessor(finder, back) if back >= 0 and tokens[back].norm in _POSSESSIVES else None


def _possessor(finder: Finder, index: int) -> Noun | None:
    """Whom "his" or "su" stands for; where it opens its sentence, the first person the sentence names: "After his arrest, X said"."""
    at = finder.at
    sentence = at.reading.sentences[at.reading.sentence_of[index]]
    named = at.names.in_tokens(at.section, sentence.first, index)
    if not any(mention.subject.type == "person" for mention in named) and index - sentence.first < 4:
        later = at.names.in_tokens(at.section, index, sentence.last)
        mention = next((mention for mention in later if mention.subject.type == "person"), None)
        if mention is not None and mention.first - index < 12:
            return Noun(mention.first, mention.last, mention)
    return Noun(index, index + 1, None, pronoun=True)
