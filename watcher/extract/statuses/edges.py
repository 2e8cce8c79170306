"""The words that a phrase for somebody or something may begin or end with, names apart. In: a language and a lifecycle; out: sets."""

from __future__ import annotations

from functools import cache

from watcher.extract.lifecycles import cues
from watcher.extract.namewords import people_words, role_words
from watcher.extract.statuses import chains
from watcher.extract.statuses.headless import HEADLESS

_OF_PEOPLE = ("condition", "justice")
PRONOUNS = frozenset(["he", "she", "ella", "they", "him"])


@cache
def staged(language: str) -> frozenset[str]:
    """Nouns of one word for somebody at a stage that Spanish makes of any participle: "herido", "fallecida"."""
    if language != "es":
        return frozenset()
    known = cues(language)
    return frozenset(
        word
        for word in known.words
        for phrase in known.index[word].alone
        if word.endswith(("o", "a")) and word != "herida" and any(cue.form == "noun" and cue.lifecycle in _OF_PEOPLE for cue in phrase.cues)
    )


@cache
def may_end(language: str, lifecycle: str) -> frozenset[str]:
    """The words that a phrase may end with, names apart."""
    persons = role_words(language).persons
    nouns = cues(language).lifecycles[lifecycle].heads | persons | people_words(language) | staged(language)
    once = [f"ex{word}" for word in persons] if language == "es" else []
    alone = HEADLESS[language] if cues(language).lifecycles[lifecycle].things else ()
    bodies = role_words(language).groups if lifecycle == "deal" else ()
    return frozenset([*nouns, *bodies, *once, *alone, *PRONOUNS, *chains.plurals(language), "her", "i", "el", "old", "it"])


@cache
def may_start(language: str, lifecycle: str) -> frozenset[str]:
    """The words that a phrase may start with, names apart."""
    persons = role_words(language).persons
    once = [f"ex{word}" for word in persons] if language == "es" else []
    things = cues(language).lifecycles[lifecycle].things
    return persons.union(
        staged(language), things, HEADLESS[language] if things else (), people_words(language), once, ("him", "her", "old")
    )
