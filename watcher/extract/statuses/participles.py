"""Whom a participle without a verb of being belongs to: "a coach convicted of fraud", "Ann Lee, charged in May", "Man jailed over".

In: a `Finder`, a lifecycle and the spot of the participle; out: the phrase before it, or None.
"""

from __future__ import annotations

from watcher.extract.lifecycles import Lifecycle
from watcher.extract.names.coreference import noun_gender
from watcher.extract.namewords import counts, numerals
from watcher.extract.statuses import verbs
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.meaning import headline
from watcher.extract.statuses.people import MARKS, many
from watcher.extract.statuses.spots import Noun, Pick, Place, Spot, group_start

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
_COMMAS = frozenset((",", "–", "—", "("))
_AND_NOW = frozenset(("now", "hoy", "later", "luego", "then", "still", "also", "tambien"))


def before(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Noun | None:
    """The phrase that a participle without a verb of being belongs to, to its left."""
    at, first, group, ambiguous = finder.at, spot.first, spot.group, spot.ambiguous
    plain = group == first or all(token.norm.endswith(("ly", "mente")) for token in at.reading.tokens[group:first])
    words, left, last = at.words, finder.left(lifecycle), at.reading.tokens[(group if plain else first) - 1]
    if at.reading.language == "es" and at.reading.tokens[first].norm.endswith(("os", "as")):
        left = many(at, left)
    if last.norm in words.conjunctions and ambiguous:
        series = lifecycle.things and _complemented(at, spot.last)  # "a limit, introduced in May and extended in June,"
        return _shared(at, first, left) or (_apposed(at, first, left) if series else None)
    if at.reading.language == "en" and group == first and last.norm in words.prepositions:
        return None  # "under fire over missing funds"
    if last.text == "," and ambiguous and _acts(at, spot.last):
        return None  # "Vale, 79, dismissed a report"
    if last.text in _COMMAS or last.norm in words.conjunctions or last.norm in _AND_NOW:
        noun = _apposed(at, first, left)
        return _shared(at, first, left) if noun is None and last.norm not in _AND_NOW else noun
    if ambiguous and (_acts(at, spot.last) or not (finder.brief or _complemented(at, spot.last))):
        return None
    if finder.brief and not lifecycle.things and _counted(at, first):
        return Noun(first, spot.last)
    if last.norm in ("anos", "meses") and first > 3 and at.reading.tokens[first - 3].norm == "de":
        return left(first - 4)  # "un comerciante de 41 años secuestrado en mayo"
    if plain:
        if (beside := left(group - 1)) is not None:
            return beside
        aged = group > 1 and left(group - 2) is not None  # an age or a place stands between
        return verbs.subject_left(at, group, left) if aged else _heading(finder, lifecycle, first)
    return verbs.subject_left(at, group, left)


def _heading(finder: Finder, lifecycle: Lifecycle, first: int) -> Noun | None:
    """ "Tariffs on steel suspended", "Man who stole cars jailed": the phrase that opens a headline, with what belongs to it."""
    at = finder.at
    start = at.reading.sentences[at.reading.sentence_of[first]].first
    person = at.reading.language == "en" and not lifecycle.things and headline(at, first)
    if not (finder.brief or person) or first - start > 14:
        return None
    right = finder.right(lifecycle)
    for index in range(start, min(start + 3 + 2 * person, first)):
        noun = right(index)
        if noun is not None and not (finder.brief or noun.mention is None):
            return None
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


def _apposed(at: Place, first: int, left: Pick) -> Noun | None:
    """The phrase before a comma or "and now": past an age, not past another verb."""
    limit = max(at.reading.sentences[at.reading.sentence_of[first]].first, first - 24)
    fallback: Noun | None = None
    index = first - 1
    while index >= limit:
        token = at.reading.tokens[index]
        noun = left(index)
        if noun is not None:
            beside = noun.last == first - 1 - (at.reading.tokens[noun.last].text in MARKS) or _aged(at, noun.last, first - 1)
            if (beside and _nobody_else(at, noun, left)) or not noun.governed(at.reading, at.words):
                return noun
            fallback = fallback or noun
            index = noun.first
        if token.text in ";:." or token.norm in at.words.being or token.norm in at.words.having:
            break
        index -= 1
    return fallback


def _aged(at: Place, comma: int, stop: int) -> bool:
    """ "Bo Trán, de 54 años, sospechoso de": nothing but an age from one comma to the next."""
    tokens = at.reading.tokens
    inside = tokens[comma + 1 : stop]
    told = tokens[comma].text == "," and 0 < len(inside) < 4 and any(token.kind == "n" for token in inside)
    return told and all(token.kind != "p" and not token.capital for token in inside)


def _nobody_else(at: Place, noun: Noun, left: Pick) -> bool:
    """ "Conoció al exministro Bo Trán, condenado en mayo": a name right before the comma, but for "el hermano de Bo Trán, detenido"."""
    if noun.mention is None or noun.mention.subject.type != "person":
        return False
    tokens = at.reading.tokens
    for index in range(noun.first - 1, max(noun.first - 7, 0), -1):
        norm = tokens[index].norm
        if norm in ("de", "del", "of"):
            head = left(index - 1)
            if head is None or head.mention is not None:
                return True
            language = at.reading.language
            genders = {noun_gender(tokens[head.first].norm, language), noun_gender(tokens[noun.last + 1].norm, language)}
            return genders == {"f", "m"}  # "la viuda de Bo Trán, asesinado en mayo"
        if norm in at.words.prepositions or tokens[index].kind != "w":
            return True
    return True
