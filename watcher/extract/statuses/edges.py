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
def _somebody(language: str) -> frozenset[str]:
    """Nouns for somebody, one or several."""
    roles = role_words(language)
    once = [f"ex{word}" for word in roles.persons] if language == "es" else []
    return roles.persons.union(once, roles.abbreviations, people_words(language), staged(language), ("old",))


@cache
def may_end(language: str, lifecycle: str) -> frozenset[str]:
    """The words that a phrase may end with, names apart."""
    known = cues(language).lifecycles[lifecycle]
    words = known.heads | HEADLESS[language] | {"it"} if known.things else frozenset[str]()
    if "person" in known.subjects:
        words |= _somebody(language).union(PRONOUNS, chains.plurals(language), ("her", "i", "el"))
    return words | role_words(language).groups if lifecycle == "deal" else words


@cache
def may_start(language: str, lifecycle: str) -> frozenset[str]:
    """The words that a phrase may start with, names apart."""
    known = cues(language).lifecycles[lifecycle]
    words = HEADLESS[language].union(known.things) if known.things else frozenset[str]()
    return words.union(_somebody(language), ("him", "her")) if "person" in known.subjects else words
