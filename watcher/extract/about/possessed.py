"""A measured noun that names whose it is -> the noun alone as what is measured, its owner as whom it is said of.

"Pike's approval rating fell to 41%" measures the approval rating, and is said of Pike: so it meets "her approval rating" elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from watcher import lexicon
from watcher.extract.about import phrases
from watcher.extract.about.clauses import Clause, Phrase
from watcher.extract.about.measures import Property
from watcher.extract.about.onward import Told
from watcher.extract.about.phrases import Around
from watcher.extract.about.view import View
from watcher.extract.neighbours import among
from watcher.model import Subject

_MEASURED = frozenset(("subject", "before", "object", "moved", "rate"))  # sources of a property that name the measured noun itself
_TITLES = 6  # tokens from "of" to the end of a name, titles before it
_LONGEST = 6  # words of a property
_DEEP = 2  # "intención de voto de Ana Bo"


def apart(
    view: View, clause: Clause, measure: Property, subject: Subject | None, around: Around, told: Told | None
) -> tuple[Property, Subject | None]:
    """`measure` without its owner, and the owner for a `subject` that is but the measured noun; both as they are where none is named."""
    if measure.source not in _MEASURED:
        return measure, subject
    if subject is not None and subject.type == "place" and (held := _local(view, measure, subject, around)) is not None:
        return replace(measure, name=held[1]), held[0]
    if subject is not None and subject.type != "thing":
        return _alone(measure, subject), subject
    called = lexicon.fold(subject.name) if subject is not None else ""
    own = clause.subject
    for noun in (measure.noun, (own.first, own.last) if own is not None else None):
        if noun is None or not (called.startswith(lexicon.fold(view.head_text(*noun))) or not called):
            continue
        bare = noun[0] + (view.tag[noun[0]] == "d"), noun[1]
        found = _genitive(view, bare, around) or _of(view, bare, around)
        if found is not None:
            owner, name = found
            return replace(measure, name=name), owner
    if told is not None and around.told is not None and _meant(view, measure, subject, told):
        return measure, around.told
    return measure, subject


def _local(view: View, measure: Property, place: Subject, around: Around) -> tuple[Subject, str] | None:
    """ "The retailer's US sales", "Lomax's China revenue": of whom it is said, with its name; the place is where they are made."""
    noun = measure.noun
    if noun is None or view.tag[noun[0]] not in "dwn":
        return None
    bare = noun[0] + (view.tag[noun[0]] == "d"), noun[1]
    inside = any(mention.subject == place for mention in around.names.in_tokens(around.index, bare[0] + 1, noun[1]))
    found = _genitive(view, bare, around) if inside else None
    return found if found is not None and found[0] != place else None


def _meant(view: View, measure: Property, subject: Subject | None, told: Told) -> bool:
    """ "La aprobación de Rey llegó al 31 %, mientras que su desaprobación ...", "Este dato supone un alza ...": still of Rey."""
    name = lexicon.fold(subject.name) if subject is not None else ""
    if name in view.rules.recalling:
        return name not in view.rules.averages
    return told.measure.source != "noun" and name == lexicon.fold(told.measure.name) and measure.name != told.measure.name


def _alone(measure: Property, subject: Subject) -> Property:
    """ "Lomax revenue" of Lomax: the revenue."""
    for called in (subject.name, subject.name.rpartition(" ")[2]):
        rest = measure.name.removeprefix(f"{called} ")
        if rest != measure.name and rest:
            return replace(measure, name=rest)
    return measure


def _owner(view: View, first: int, last: int, around: Around) -> Subject | None:
    """The person, body or place that `[first, last)` is: by name, or by a definite noun for one."""
    named = around.names.at(around.index, last - 1)
    if named is not None:
        return named.subject
    head = view.norm[last - 1] if view.rules.language == "en" else view.norm[first]
    definite = view.norm[first - 1] in view.rules.definite or view.norm[first - 1] == "del"
    if not definite or (head not in view.rules.actors and head not in view.rules.territory):
        return None
    start = first - 1 if view.norm[first - 1] in view.rules.definite else first
    return phrases.of_phrase(view, Phrase(start, last, last), around)


def _genitive(view: View, noun: tuple[int, int], around: Around) -> tuple[Subject, str] | None:
    """ "Rowan Pike's approval rating", "the bank's loan book among women"."""
    at = next((token for token in range(noun[1] - 2, noun[0], -1) if view.tag[token] == "'"), None)
    if at is None or view.rules.language != "en" or _acting(view, noun[1] - 1):
        return None
    owner = _owner(view, noun[0], at, around)
    name = view.head_text(at + 1, noun[1])
    if view.norm[noun[1]] in view.rules.among and (group := view.noun_after(noun[1] + 1)) is not None:
        whole = f"{name} {view.norm[noun[1]]} {view.head_text(*group)}"
        name = whole if whole.count(" ") < _LONGEST else name
    return (owner, name) if owner is not None and name else None


def _of(view: View, noun: tuple[int, int], around: Around) -> tuple[Subject, str] | None:
    """ "The popularity of Rowan Pike", "support for the prime minister", "la intención de voto de Ana Bo": what is felt, had or paid."""
    head = noun[1] - 1 if view.rules.language == "en" else noun[0]
    name, link, felt = view.head_text(*noun), noun[1], view.norm[head] in view.rules.esteem
    if not name or _acting(view, head) or (view.norm[head] in view.rules.nominals and not felt):
        return None
    for _ in range(_DEEP):
        if view.norm[link] not in view.rules.of and not (felt and view.norm[link] in view.rules.esteemed):
            return None
        inner = view.noun_after(link + 1)
        if inner is None:
            return None
        first, last = inner[0], next((token for token in range(*inner) if view.tag[token] == "'"), inner[1])  # "of Webb's handling"
        owner = _named(view, first, last, around) or _owner(view, first, last, around)
        if owner is not None:
            whose = owner.type == "person" or felt or link > noun[1] or around.names.at(around.index, last - 1) is None
            return (owner, name) if whose else None
        name, link = f"{name} {view.norm[link]} {view.head_text(*inner)}", inner[1]
    return None


def _named(view: View, first: int, last: int, around: Around) -> Subject | None:
    """Who is named at the start of a noun phrase, titles before the name: "la ministra Ana Bo"."""
    named = around.names.in_tokens(around.index, first, max(last, min(first + _TITLES, view.last)))
    lead = view.tags[first - view.first : named[0].first - view.first] if named else ","
    whole = bool(named) and named[0].last >= last  # but "the books of the Co Mayo creamery"
    return named[0].subject if whole and not lead.strip("wn") else None


def _acting(view: View, head: int) -> bool:
    """Somebody or a body: "Pike's party", "la hija de Bo" are no measures."""
    word = view.norm[head]
    return (
        view.tag[head] == "n" or among(word, view.rules.actors, view.rules.kin, view.rules.reckoners) or f"{word}s" in view.rules.reckoners
    )
