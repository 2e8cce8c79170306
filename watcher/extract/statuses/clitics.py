"""Spanish objects before their verb, or grown onto it: "la detuvo", "lo había visado", "detenerlo". In: a cue's place; out: a token."""

from __future__ import annotations

from watcher.extract.statuses.spots import Noun, Place, Spot


def clitic(at: Place, spot: Spot) -> int | None:
    """ "la detuvo el viernes", "la había visado", "detenerla": where the object of a Spanish verb stands that is a small word."""
    tokens = at.reading.tokens
    if tokens[spot.first].norm.endswith(("rlo", "rla")):
        return spot.first
    if not spot.first:
        return None
    place = spot.first - 1
    while place > spot.group and tokens[place].norm in at.words.having:
        place -= 1
    return place if tokens[place].norm in ("lo", "la") and (place < spot.first - 1 or clitic_before(at, spot.first)) else None


def clitic_before(at: Place, first: int) -> bool:
    """ "la detuvo", "lo acusan": what stands before a Spanish verb is its object and no article ("la condena")."""
    if at.reading.language != "es" or not first:
        return False
    verb, before = at.reading.tokens[first].text, at.reading.tokens[first - 1].norm
    return before == "lo" or (before == "la" and verb.endswith(("ó", "uvo", "uso", "aron", "ieron", "an", "en", "aba")))


def dislocated(at: Place, place: int) -> Noun | None:
    """ "Al otro, su socio Bo Trán, lo busca la Policía": whom a clause opens with, for the object before its verb to take up."""
    tokens = at.reading.tokens
    limit = at.reading.sentences[at.reading.sentence_of[place]].first
    if place - limit < 3 or tokens[place - 1].text != ",":
        return None
    opens = place - 1
    while opens > limit and tokens[opens - 1].text not in (";", ":"):
        opens -= 1
    if tokens[opens].norm not in ("a", "al"):
        return None
    mention = at.names.at(at.section, place - 2)
    return Noun(mention.first, mention.last, mention) if mention is not None and mention.subject.type == "person" else None
