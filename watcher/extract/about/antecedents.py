"""An English pronoun in its sentence -> whom or what it stands for: the noun phrase before it that fits its number and kind best.

Noun phrases of its sentence and the two before it are weighed by what they are there: subject, object, behind a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from watcher import lexicon
from watcher.extract.about.clauses import Phrase
from watcher.extract.about.things import thing
from watcher.extract.about.view import View  # compiled, a named tuple's fields need their types at hand
from watcher.extract.namewords import name_words
from watcher.model import Subject

if TYPE_CHECKING:
    from watcher.extract.about.phrases import Around

_WEIGHT = {"main": 5.0, "inner": 3.5, "object": 3.4, "of": 2.0, "governed": 1.5, "owner": 1.5, "apart": 1.0}
_BACK = (-1.5, -3.0)  # the sentence before, the one before that
_HERE, _FRONTED = 0.5, -2.0  # the same sentence, the same clause
_FITTING = 1.5  # does what its verb asks for
_OWN = 0.1  # by which whom a story is about is likelier than the subject of the sentence before
_ONE = ("ss", "us", "is", "ics", "news")  # ends of words in -s that are singular
_NOUNS = re.compile("[wn][wn'-]*")  # nouns and names in a row, their possessives and hyphens
_SINGULAR = frozenset(("it", "its"))
_PLURAL = frozenset(("they", "their"))
_THINGS = _SINGULAR | _PLURAL
_WOMAN = frozenset(("she", "her"))


class Candidate(NamedTuple):
    """A noun phrase of a view, what it is in its sentence, and its weight."""

    view: View
    phrase: Phrase
    role: str
    weight: float


def choose(
    view: View, token: int, word: str, around: Around, resolve: Callable[[View, Phrase, Around], Subject | None], does: bool | None
) -> Subject | None:
    """What the pronoun `word` at `token` stands for; `does` tells whether its verb asks for one that acts."""
    best: tuple[float, Candidate] | None = None
    token = next(
        (at for at in range(view.first, token) if view.tag[at] == "q" and view.norm[at] == word), token
    )  # the first of its sentence
    surest = _FITTING if does is not None else 0.0
    for back, farther in enumerate((_HERE, *_BACK)):
        if best is not None and best[0] > _WEIGHT["main"] + farther + surest:
            break  # nothing so far back weighs as much
        for candidate in _here(view, token) if not back else _before(around.sentence(back), farther):
            if best is not None and best[0] >= candidate.weight + surest:
                continue
            fit = _fit(candidate, word, around, does)
            if fit is not None and (best is None or fit + candidate.weight > best[0]):
                best = fit + candidate.weight, candidate
    taken_up = _taken_up(view, word, around, does) if best is None or best[0] <= _WEIGHT["main"] + _BACK[0] + surest else None
    if taken_up is not None and (best is None or taken_up[0] >= best[0]):
        return taken_up[1]
    if (main := _told_of(view, word, around)) is not None and (best is None or best[0] < _WEIGHT["main"] + _BACK[0] + _OWN):
        return main
    if best is None:
        return None
    seen, phrase = best[1].view, best[1].phrase
    if seen.norm[phrase.first] in seen.rules.possessive:  # whose it is would be asked in turn, and so on
        return _named(best[1], around) or thing(seen.head_text(phrase.first, phrase.last))
    called = _named(best[1], around) if seen.tag[phrase.last] == "," else None
    return called or resolve(seen, phrase, around)


def _told_of(view: View, word: str, around: Around) -> Subject | None:
    """The man or woman a story is about, whom "he" or "she" in the first sentence of a paragraph goes back to."""
    main, sentences = around.topic.main, view.reading.sentences
    number = view.reading.sentence_of[view.first]
    if main is None or main.type != "person" or word in _THINGS or not number:
        return None
    opens = sentences[number - 1].paragraph != sentences[number].paragraph
    return main if opens and around.names.gender(main) == ("f" if word in _WOMAN else "m") else None


def _here(view: View, token: int) -> Iterator[Candidate]:
    """The noun phrases of the pronoun's own sentence."""
    nearest = 0.0
    for clause in reversed(view.clauses):
        subject = clause.subject
        if (
            subject is not None
            and clause.verb is not None
            and subject.last <= token
            and clause.first < token
            and view.tag[subject.first] != "q"
        ):
            yield Candidate(view, subject, "main", _WEIGHT["main"] + _HERE + nearest)
            nearest -= 0.8
    yield from _phrases(view, token, view.clause(token).first)


def _before(seen: View | None, farther: float) -> Iterator[Candidate]:
    """Those of a sentence before it, lighter by how far back it stands."""
    if seen is None:
        return
    for at, clause in enumerate(seen.clauses):
        subject = clause.subject
        if subject is not None and not clause.inherited and seen.tag[subject.first] != "q":
            role = "inner" if at and clause.opener in ("r", "s") else "main"
            yield Candidate(seen, subject, role, _WEIGHT[role] + farther)
    for _, phrase, role, weight in _phrases(seen, seen.last, seen.last):
        yield Candidate(seen, phrase, role, weight + farther - _HERE)


def _phrases(view: View, end: int, clause: int) -> Iterator[Candidate]:
    """The noun phrases before `end`: names and nouns that are objects, stand behind a preposition or own something."""
    for match in _NOUNS.finditer(view.tags, 0, end - view.first):
        first, at = match.start() + view.first, match.end() + view.first
        while (owner := view.tags.find("'", first - view.first, match.end())) >= 0:
            yield _candidate(view, first, owner + view.first, "owner", clause)
            first = owner + view.first + 1
        if first < at:
            lead = first - 1
            while view.tag[lead] in ("d", "f", "a", "'", "-") and view.tag[lead]:
                lead -= 1
            if view.tag[lead] == "x" and view.norm[lead + 1] in view.rules.articles:
                continue  # "She was a candidate": nobody else
            role = "object" if view.tag[lead] in ("v", "i", "g") else "governed" if view.tag[lead] == "p" else "apart"
            yield _candidate(view, first, at, "of" if role == "governed" and view.norm[lead] in view.rules.of else role, clause)


def _candidate(view: View, first: int, last: int, role: str, clause: int) -> Candidate:
    phrase = Phrase(first - (view.tag[first - 1] == "d"), last, last)
    return Candidate(view, phrase, role, _WEIGHT[role] + (_FRONTED if first >= clause else _HERE))


def _fit(candidate: Candidate, word: str, around: Around, does: bool | None) -> float | None:
    """How well a phrase fits a pronoun in number and kind; None where it cannot be meant."""
    view, phrase = candidate.view, candidate.phrase
    head, rules = view.norm[phrase.last - 1], view.rules
    if head in rules.proxies or head in rules.unnamed or head in rules.moments or head in rules.terms:
        return None
    named = _named(candidate, around)
    kind = named.type if named is not None else ""
    if named is not None and kind == "person" and word in _THINGS and not around.names.gender(named):
        headed = view.norm[phrase.first] == "the" and view.tag[phrase.first + 1] == "n"  # but "the year Bukele took office"
        kind = "organization" if headed or " " not in named.name else kind
    several = not kind and ((head.endswith("s") and not head.endswith(_ONE)) or head in rules.who or head in rules.plurals)
    person = kind == "person" or (not kind and (head in rules.persons or head in rules.demonyms))
    acts = kind in ("organization", "person") or (kind == "place" and does is True) or head in rules.actors
    if word in _SINGULAR:
        if several or person:
            return None
    elif word in _PLURAL:
        if person or (not several and not acts):
            return None
    elif not person or several or head in _others(word) or (named is not None and not _gendered(named, word, around)):
        return None
    elif named is not None and phrase.last - phrase.first > 2 and view.tag[phrase.first + 1] == "n" and not around.names.gender(named):
        return None  # "The Red Fork burst its banks": no person has an article
    elif named is None and view.norm[phrase.first] == ("her" if word in _WOMAN else "his"):
        return None  # "His barrister said he had been sober": whose barrister it is
    fit = 0.0 if does is None or word not in _THINGS else _FITTING if acts == does else -_FITTING
    if kind == "place" and candidate.role in ("governed", "of", "owner"):
        fit -= 1.5
    if word in _PLURAL and not several:
        fit -= 1.0 if kind == "organization" else 2.5
    return fit


def _named(candidate: Candidate, around: Around) -> Subject | None:
    """Who a phrase names: itself, or in apposition behind it ("The mine's owner, Norra Metals, says")."""
    view, phrase = candidate.view, candidate.phrase
    mention = around.names.at(around.index, phrase.last - 1)
    called = phrase.end > phrase.last or view.norm[phrase.last - 1] in view.rules.persons
    if mention is None and called and view.tag[phrase.last] == ",":
        mention = around.names.at(around.index, phrase.last + 1)
    return mention.subject if mention is not None else None


def _others(word: str) -> frozenset[str]:
    """Nouns that are never he, or never she."""
    words = name_words("en")
    return words.men if word in _WOMAN else words.women


def _gendered(subject: Subject, word: str, around: Around) -> bool:
    """Whether somebody may be he or she."""
    return around.names.gender(subject) in ("", "f" if word in _WOMAN else "m")


def _taken_up(view: View, word: str, around: Around, does: bool | None) -> tuple[float, Subject] | None:
    """The subject of the sentence before, where that is a pronoun or somebody's own: who it stands for goes on."""
    seen = around.sentence(1)
    own = next((c.subject for c in seen.clauses if c.subject is not None and c.verb is not None), None) if seen is not None else None
    if seen is None or own is None or not (seen.tag[own.first] == "q" or seen.norm[own.first] in seen.rules.possessive):
        return None
    last = around.last
    if last is None:
        return None
    head = lexicon.fold(last.name).partition(" of ")[0]
    several = last.type == "thing" and head.endswith("s") and not head.endswith(_ONE)
    person = last.type == "person" or head.rpartition(" ")[2] in view.rules.persons - _others(word)
    if word in _SINGULAR and (several or person):
        return None
    if word in _PLURAL and not several and last.type not in ("organization", "place"):
        return None
    if word not in _THINGS and (not person or not _gendered(last, word, around)):
        return None
    weight = _WEIGHT["main"] + _BACK[0]
    acts = last.type != "thing" or any(part in view.rules.actors for part in head.split(" "))
    return weight + (0.0 if does is None else _FITTING if acts == does else -_FITTING), last
