"""A date's event and the names of its sentence -> whose date it is: "Theo Brandall" (arrest), "Tarsa Cup final", "schools" (opening).

What happens is mostly the subject itself ("the hearing"); whoever it happens to is a better one, where the phrase beside the verb
names somebody, or a pronoun stands for him.
"""

from __future__ import annotations

from watcher.extract.dates.events import Event
from watcher.extract.dates.expressions import When
from watcher.extract.dates.nouns import grammar
from watcher.extract.names import Names
from watcher.extract.names.entities import slug
from watcher.extract.reading import NameMention, Reading
from watcher.lexicon import fold
from watcher.model import Subject


def bearer(reading: Reading, index: int, names: Names, when: When, event: Event) -> Subject | None:
    """The subject of the date `when` in reading `index`; null where its sentence tells of nothing."""
    sentence = reading.sentences[reading.sentence_of[when.first]]
    named = names.in_tokens(index, sentence.first, sentence.last)
    thing = event.thing if event.thing and not _verb(event.thing, reading.language) else None
    if thing:
        return _named(reading, named, thing) or _noun(reading, thing, sentence.first)
    if not event.verbal:
        return None
    before = [mention for mention in named if mention.last <= when.first and mention.subject.type in ("person", "organization")]
    if before:
        return before[-1].subject
    persons = grammar(reading.language).persons
    meant = next((at for at in range(sentence.first, when.first) if reading.tokens[at].norm in persons), None)
    return names.pronoun(index, meant) if meant is not None else _noun(reading, event.name or "", sentence.first)


def _verb(thing: str, language: str) -> bool:
    """True for a phrase that is a verb, a day or a pronoun, and names nothing: "arrested" in "arrested in May, charged in June"."""
    rules, words = grammar(language), fold(thing).split()
    return len(words) == 1 and (words[0] in rules.names or words[0] in rules.calendar or words[0] in rules.schedule)


def _named(reading: Reading, named: tuple[NameMention, ...], thing: str) -> Subject | None:
    """The entity that the phrase is, whole or cut short; the person it speaks of, whatever else of the sentence it caught."""
    wanted = fold(thing).split()
    for mention in named:
        if reading.tokens[mention.first].norm not in wanted:
            continue
        words = [token.norm for token in reading.tokens[mention.first : mention.last]]
        if words[: len(wanted)] == wanted or wanted[-len(words) :] == words:
            return mention.subject
        if mention.subject.type == "person" and any(wanted[at : at + len(words)] == words for at in range(len(wanted) - len(words) + 1)):
            return mention.subject
    return None


def _noun(reading: Reading, thing: str, first: int) -> Subject | None:
    """A subject that goes by its noun; the capital that opens a sentence is none of its own."""
    opens = reading.tokens[first].text == thing.partition(" ")[0] and thing[1:2].islower()
    name = thing[:1].lower() + thing[1:] if opens else thing
    return Subject(slug(name), name, "thing") if name[:1].isalpha() or any(letter.isalpha() for letter in name) else None
