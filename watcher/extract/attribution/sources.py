"""A noun phrase of a Reading -> whether it can be a source, and its name."""

from __future__ import annotations

from watcher import lexicon
from watcher.extract.attribution.rules import rules
from watcher.extract.names.namewords import role_words
from watcher.extract.quotes import saying, speech
from watcher.extract.quotes.saying import Namer
from watcher.extract.reading import Reading
from watcher.model import Subject


class Sources:
    """The sources of one section; `named` is the last one called by name."""

    def __init__(self, reading: Reading, index: int, names: Namer) -> None:
        self.reading, self.index, self.names = reading, index, names
        self.rules = rules(reading.language)
        self.named: str | None = None

    def called(self, first: int, last: int) -> str | None:
        """The name in a noun phrase, the study it speaks of again, else its noun."""
        tokens, has = self.reading.tokens, self.rules.sets
        norms = [token.norm for token in tokens[first:last]]
        again = any(word in has["same"] for word in norms[:3])
        calendar = saying.words(self.reading.language).calendar
        named = self.names.in_tokens(self.index, first, last)
        bodies = [found for found in named if found.subject.type != "place" and tokens[found.first].norm not in calendar]
        if bodies and not again:
            self.named = bodies[0].subject.name
            return self.named
        if again and self.named:
            return self.named
        held = speech.role(self.reading, self.index, self.names, first, last)
        return held.name if held and (self.tells(held) or self._definite(first, last)) else None

    def _definite(self, first: int, last: int) -> bool:
        """ "According to the depot": one noun with its article, that no figure can depend on ("según la edad")."""
        norms = [token.norm for token in self.reading.tokens[first:last]]
        headed = len(norms) == 2 and norms[0] in saying.words(self.reading.language).articles
        return headed and norms[1] not in self.rules.sets["measures"]

    def tells(self, subject: Subject) -> bool:
        """True for what can be a source: a name, people, a body, a study; not the first noun that comes ("losses", "now")."""
        spoken, known = saying.words(self.reading.language), role_words(self.reading.language)
        if subject.name[0].isupper() and subject.type != "place":
            return lexicon.fold(subject.name) not in spoken.between  # "Se esperan 20 invitados"
        words = lexicon.fold(subject.name).replace("-", " ").split()
        sources = self.rules.sets
        return any(
            word in known.persons
            or word in known.groups
            or word in spoken.groups
            or word in sources["studies"]
            or word in sources["sources"]
            for word in words
        )

    def plain(self, start: int, verb: int, subject: Subject) -> bool:
        """ "The port says", "los pescadores calculan": a noun of its own with its article, at the head of the clause."""
        token = self.reading.tokens[start]
        name = subject.name.split()
        headed = (
            token.norm in saying.words(self.reading.language).articles and self.reading.tokens[verb].norm not in self.rules.sets["weak"]
        )
        return headed and len(name) <= 2 and self.reading.tokens[start + 1].text == name[0]
