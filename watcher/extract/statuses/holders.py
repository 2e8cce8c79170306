"""What may stand at a stage, and as which subject: names, pronouns, and common nouns such as "the curfew" or "the driver".

In: a place to look (`spots.Place`) and a lifecycle; out: the phrase that ends or starts at a token, and the `Subject` of a phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from watcher.extract.lifecycles import Cues, Lifecycle, cues
from watcher.extract.names.entities import slug
from watcher.extract.namewords import name_words, people_words, role_words
from watcher.extract.neighbours import among, follows
from watcher.extract.reading import NameMention, QuoteMention, StatusMention
from watcher.extract.stagewords import set_apart
from watcher.extract.statuses import chains, people
from watcher.extract.statuses.bodies import meant_body
from watcher.extract.statuses.compounds import complement, modifiers
from watcher.extract.statuses.edges import PRONOUNS, may_end, may_start, staged
from watcher.extract.statuses.headless import headless, lent
from watcher.extract.statuses.spots import Noun, Pick, Place, begins
from watcher.model import Subject

BRIEF = 420  # characters: a headline or summary on its own, where nothing else names the people it speaks of
_POSSESSIVE = ("'s", "’s", "'", "’")
_MOST_WORDS = 6
_DEFINITE = frozenset(["the", "el", "la", "al", "del", "this", "ese", "esa", "este", "esta"])
_AGED = frozenset(["year", "month"])  # "the five-year-old", "the five year old"
_ARTICLES = frozenset(["el", "la", "al", "del"])
_PLAYERS = frozenset(["traspaso", "fichaje", "cesion", "transfer", "loan"])  # "su traspaso": a player's, no company's
_SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "el", "ella", "ellos", "ellas"])
_THESE = frozenset(["the", "los", "las"])


@dataclass(slots=True)
class Finder:
    """Finds and remembers subjects in one reading."""

    at: Place
    quotes: tuple[QuoteMention, ...] = ()  # who says "I" where
    things: dict[tuple[str, str], list[Subject]] = field(default_factory=dict)
    last: dict[str, Subject] = field(default_factory=dict)  # lifecycle -> the subject spoken of last
    read: dict[str, StatusMention] = field(default_factory=dict)  # lifecycle -> the status read last
    company: tuple[Subject, ...] = ()  # all whom the last phrase means: "both", "the three men"
    unnamed: tuple[int, Subject] | None = None  # the somebody without a name read last, and the sentence
    lefts: dict[Lifecycle, Pick] = field(default_factory=dict)  # what admits phrases, made once
    rights: dict[Lifecycle, Pick] = field(default_factory=dict)

    cues: Cues = field(init=False)
    named: Mapping[int, NameMention] = field(init=False)  # token -> the name that covers it
    brief: bool = field(init=False)  # a text too short to name its people elsewhere

    def __post_init__(self) -> None:
        self.cues, self.brief = cues(self.at.reading.language), len(self.at.reading.text) <= BRIEF
        self.named = self.at.names.covers(self.at.section)

    def left(self, lifecycle: Lifecycle) -> Pick:
        """Gives the admissible phrase that ends at a token."""
        if lifecycle not in self.lefts:
            self.lefts[lifecycle] = self._pick(lifecycle, may_end(self.at.reading.language, lifecycle.name), self._ending)
        return self.lefts[lifecycle]

    def right(self, lifecycle: Lifecycle) -> Pick:
        """Gives the admissible phrase that starts at a token."""
        if lifecycle not in self.rights:
            self.rights[lifecycle] = self._pick(lifecycle, may_start(self.at.reading.language, lifecycle.name), self._starting)
        return self.rights[lifecycle]

    def _pick(self, lifecycle: Lifecycle, words: frozenset[str], phrase: Callable[[Lifecycle, int], Noun | None]) -> Pick:
        named, tokens = self.named, self.at.reading.tokens
        return lambda index: phrase(lifecycle, index) if index in named or tokens[index].norm in words else None

    def _ending(self, lifecycle: Lifecycle, index: int) -> Noun | None:
        tokens = self.at.reading.tokens
        mention = self.named.get(index)
        if mention is not None:
            if mention.last - 1 != index or not self.admits(lifecycle, mention):
                return self._thing_ending(lifecycle, index)
            owner = self.at.reading.language == "en" and index + 1 < len(tokens) and tokens[index + 1].text in _POSSESSIVE
            mention = people.really(self.at, mention)
            return None if owner else Noun(mention.first, mention.last, mention)
        if "person" in lifecycle.subjects:
            text, norm = tokens[index].text, tokens[index].norm
            pronoun = norm in PRONOUNS or text == "I" or (norm == "el" and text.lower() == "él") or (norm == "her" and self._her(index))
            if pronoun or (norm in chains.plurals(self.at.reading.language) and chains.size(self.at, index)):
                return Noun(index, index + 1, None, pronoun=True)
            small = text[0].islower() or (text.isupper() and len(text) > 1) or begins(self.at, index) or self._titled(index)
            if small and self._person_word(index) and self._is_noun(index):
                return Noun(index, index + 1)
        return self._thing_ending(lifecycle, index)

    def _titled(self, index: int) -> bool:
        """ "The Republican was jailed": a capital behind an article that starts no name."""
        tokens = self.at.reading.tokens
        led = any(token.norm in _DEFINITE for token in tokens[max(0, index - 2) : index])
        return led and not (index + 1 < len(tokens) and tokens[index + 1].capital)

    def _person_word(self, index: int) -> bool:
        """A noun for somebody, or for several people the text has spoken of; in a brief text for any."""
        language, norm = self.at.reading.language, self.at.reading.tokens[index].norm
        if self.at.reading.tokens[index].text.endswith(("ó", "ría")):
            return False  # "asesinó" is no murderer, "comisaría" no commissioner
        if index and norm in staged(language) and self.at.reading.tokens[index - 1].norm in _ARTICLES:
            return True
        persons = role_words(language).persons
        if norm in persons or (language == "es" and norm[:2] == "ex" and norm[2:] in persons):
            return True
        if norm == "old" and index > 1 and not _AGED.isdisjoint(token.norm for token in self.at.reading.tokens[index - 2 : index]):
            following = self.at.reading.tokens[index + 1 : index + 4]
            return not any(token.norm in persons for token in following)  # "the 86-year-old", not "the 86-year-old Tarsa man"
        if self.brief and norm in role_words(language).abbreviations and self.at.reading.tokens[index].capital:
            return True  # "PM quits"
        several = norm in people_words(language)
        if several and not self.brief:
            these = any(token.norm in _THESE for token in self.at.reading.tokens[max(0, index - 2) : index])
            return these or people.beside(self.at, Noun(index, index + 1)) is not None  # "two men, Lou Marsh and Bo Tran,"
        return several

    def _is_noun(self, index: int) -> bool:
        """Not the first part of a compound, a word of party, an owner: "el gobierno peronista", "the minister's son"."""
        tokens = self.at.reading.tokens
        if self.at.reading.language == "es" and index and tokens[index].norm.endswith("ista") and tokens[index - 1].kind == "w":
            return among(tokens[index - 1].norm, self.at.words.determiners, self.at.words.prepositions)
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if after == "-" and index + 2 < len(tokens) and tokens[index + 2].norm == "of":
            return True  # "a father-of-three"
        return after != "-" and (self.brief or after not in _POSSESSIVE)

    def _thing_ending(self, lifecycle: Lifecycle, index: int) -> Noun | None:
        tokens = self.at.reading.tokens
        if not lifecycle.things or tokens[index].text.endswith("ó") or set_apart(tokens, index, lifecycle):
            return None  # "decretó" is no decree
        english = self.at.reading.language == "en"
        if english and index + 1 < len(tokens) and tokens[index + 1].norm in role_words("en").persons:
            return None  # "Race leader Ann Lee started"
        for phrase in lifecycle.ends.get(tokens[index].norm, ()):
            first = index + 1 - len(phrase)
            if follows(tokens, first, phrase):
                double = not english and first and tokens[first - 1].norm in lifecycle.words and tokens[first - 1].text.islower()
                return Noun(first - 1 if double else first, index + 1)  # "el concierto homenaje"
        if (alone := self._headless(lifecycle, index)) is not None:
            return alone
        if lifecycle.name == "deal" and "organization" in lifecycle.subjects and (body := meant_body(self.at, index)) is not None:
            return Noun(index, index + 1, body)
        it = tokens[index].norm == "it" and lifecycle.name in self.last
        return Noun(index, index + 1, None, pronoun=True) if it else None

    def _starting(self, lifecycle: Lifecycle, index: int) -> Noun | None:
        tokens = self.at.reading.tokens
        mention = self.named.get(index)
        if mention is not None and mention.first == index and self.admits(lifecycle, mention):
            return Noun(mention.first, mention.last, mention)
        if "person" in lifecycle.subjects:
            if self._person_word(index) and self._is_noun(index):
                return Noun(index, index + 1)
            if tokens[index].norm == "him" or (tokens[index].norm == "her" and self._closes(index + 1)):
                return Noun(index, index + 1, None, pronoun=True)
        if not lifecycle.things or tokens[index].text.endswith("ó") or set_apart(tokens, index, lifecycle) or self._month(index):
            return None
        for phrase in lifecycle.things.get(tokens[index].norm, ()):
            if follows(tokens, index, phrase):
                return Noun(index, index + len(phrase))
        return self._headless(lifecycle, index)

    def _headless(self, lifecycle: Lifecycle, index: int) -> Noun | None:
        """ "la de Pesca", "otra parecida": a phrase without its noun, where one before lends it."""
        found = headless(self.at, index)
        if found is None or lent(self.at, *found, lifecycle) is None:
            return None
        return Noun(found[0], index + 1)

    def _month(self, index: int) -> bool:
        """ "A hearing is set for Monday, March 29": no march."""
        tokens = self.at.reading.tokens
        months = name_words(self.at.reading.language).months
        dated = index + 1 < len(tokens) and tokens[index + 1].kind == "n"
        return dated and tokens[index].capital and tokens[index].norm in months

    def _her(self, index: int) -> bool:
        """ "considers her missing", "found her dead": no possessive, words that tell a stage follow."""
        tokens, behind = self.at.reading.tokens, index + 1
        return behind < len(tokens) and tokens[behind].norm in self.cues.words and not self._person_word(behind)

    def _closes(self, index: int) -> bool:
        """Nothing that "her" could belong to follows: the end, a mark or a small word."""
        tokens = self.at.reading.tokens
        return index >= len(tokens) or tokens[index].kind != "w" or tokens[index].norm in self.at.words.prepositions

    def admits(self, lifecycle: Lifecycle, mention: NameMention) -> bool:
        """True where the named entity may be at a stage of the lifecycle."""
        sort = mention.subject.type
        if sort in lifecycle.subjects:
            return sort == "place" or not self._affair(mention)
        if not lifecycle.things:
            return False
        tokens = self.at.reading.tokens
        head = tokens[mention.last - 1 if self.at.reading.language == "en" else mention.first].norm
        if head.isdigit():
            head = tokens[mention.first].norm
        if sort == "person":
            return False
        if lifecycle.name == "event" and self.at.reading.language == "es" and tokens[mention.first - 1].norm in lifecycle.words:
            return True  # "el festival Aldea"
        if head in lifecycle.words or (lifecycle.name == "event" and tokens[mention.first].norm in lifecycle.words):
            return True
        others = (self.cues.lifecycles["bill"].words, self.cues.lifecycles["deal"].words)
        return sort == "thing" and lifecycle.name == "event" and not among(head, *others)

    def _affair(self, mention: NameMention) -> bool:
        """ "el caso Arcos", "the Arcos inquiry": an affair by its name, nobody."""
        tokens, affairs = self.at.reading.tokens, role_words(self.at.reading.language).affairs
        if self.at.reading.language == "es":
            return tokens[mention.first - 1].norm in affairs
        return mention.last < len(tokens) and tokens[mention.last].norm in affairs and tokens[mention.first - 1].norm == "the"

    def subject(self, lifecycle: Lifecycle, noun: Noun) -> Subject | None:
        """Who or what a phrase stands for; None where that is nobody the text names and no thing of its own."""
        self.company = self._several(lifecycle, noun)
        found = self.company[0] if self.company else self._subject(lifecycle, noun)
        if found is not None:
            self.last[lifecycle.name] = found
        return found

    def _several(self, lifecycle: Lifecycle, noun: Noun) -> tuple[Subject, ...]:
        """All whom "both" or "the three men" mean; nobody for other phrases."""
        if noun.mention is not None or lifecycle.things or not (count := chains.size(self.at, noun.last - 1)):
            return ()
        return chains.members(self.at, noun.first, count)

    def _subject(self, lifecycle: Lifecycle, noun: Noun) -> Subject | None:
        at, tokens = self.at, self.at.reading.tokens
        if noun.mention is not None:
            return self._compound(lifecycle, noun) or noun.mention.subject
        if noun.pronoun:
            if tokens[noun.first].norm in chains.plurals(at.reading.language):
                return None  # "both" of whom the text names no two
            if tokens[noun.first].norm == "it" or lifecycle.things:
                return self.last.get(lifecycle.name)
            start = at.reading.starts[noun.first]
            speaker = next((quote.speaker for quote in self.quotes if quote.start <= start < quote.end), None)
            if tokens[noun.first].text == "I":
                return speaker
            if (called := people.by_gender(at, noun)) is not None:
                return self.person(called, unnamed=True) or people.own(at, called)
            found = at.names.pronoun(at.section, noun.first, speaker)  # nobody is "she" in their own words
            if found is None or found.type != "person":
                found = people.named_ahead(at, noun)
            if found is not None and found.type == "person":
                return found
            number = at.reading.sentence_of[noun.first]
            if self.unnamed is not None and number - self.unnamed[0] in (1, 2):
                return self.unnamed[1]  # "A man was arrested. He was charged with theft"
            return people.own(at, noun) if self.brief and tokens[noun.first].norm in _SUBJECT_PRONOUNS else None
        if not lifecycle.things:
            found = self.person(noun, unnamed=lifecycle.name != "office")
            self.unnamed = (at.reading.sentence_of[noun.first], found) if found is not None and found.name.islower() else None
            return found
        return self._thing(lifecycle, noun)

    def person(self, noun: Noun, *, unnamed: bool) -> Subject | None:
        """A noun for somebody: the holder beside it, else the one the text called so; `unnamed`: else somebody of its own."""
        at, tokens = self.at, self.at.reading.tokens
        holder = at.names.holder(at.section, noun.first) or people.beside(at, noun) or people.told_who(at, noun)
        if holder is not None:
            return holder
        definite, one = any(token.norm in _DEFINITE for token in tokens[max(0, noun.first - 3) : noun.first]), people.ranked(at, noun)
        if definite and one:
            return None  # "the fifth mayor murdered this year"
        if (later := people.named_later(at, noun)) is not None:
            return later
        if definite or (self.brief and not one):
            found = at.names.resolve_role(at.section, noun.first, [tokens[noun.first].norm])
            if found is not None and found.type == "person":
                return found
        if definite and (before := people.only_before(at, noun)) is not None:
            return before
        apposed = people.apposed(at, noun) if definite or unnamed else None
        if definite and apposed is not None and people.tells_who(at, noun, apposed):
            return apposed.subject
        alone = unnamed and apposed is None and (definite or people.somebody(at, noun))
        return people.own(at, noun) if self.brief or alone else None

    def _compound(self, lifecycle: Lifecycle, noun: Noun) -> Subject | None:
        """ "Tarsa Cup final": a name with the common noun right after it."""
        if lifecycle.name != "event" or noun.mention is None:
            return None
        tokens = self.at.reading.tokens
        if noun.last < len(tokens) and tokens[noun.last].norm in lifecycle.words and tokens[noun.last].kind == "w":
            name = f"{noun.mention.subject.name} {tokens[noun.last].text}"
            return Subject(slug(name), name, "thing")
        return None

    def _thing(self, lifecycle: Lifecycle, noun: Noun) -> Subject:
        """A common noun as a subject of its own, with what it is "of"; the same noun again is the same thing."""
        tokens = self.at.reading.tokens
        if (alone := headless(self.at, noun.last - 1)) is not None and (place := lent(self.at, *alone, lifecycle)) is not None:
            return self._named_by(noun, place)
        if (signed := people.signed(self.at, noun)) is not None:
            return signed
        head = " ".join(token.norm for token in tokens[noun.first : noun.last])
        first, last = modifiers(self.at, noun.first), complement(self.at, noun.last)
        key = (lifecycle.name, head)
        known = self.things.setdefault(key, [])
        bare = first == noun.first and last == noun.last
        owner = tokens[noun.first - 1].norm if noun.first else ""
        if lifecycle.name == "deal" and owner in ("its", "su", "their", "sus") and tokens[noun.first].norm not in _PLAYERS:
            mine = next((m.subject for m in self.at.names.before(self.at.section, noun.first, 6) if m.subject.type == "organization"), None)
            if mine is not None:
                return mine
        if bare and (same := self._taken_up(lifecycle, noun)) is not None:
            return same
        if known and bare:
            return known[-1]
        while last > noun.last and last - first > _MOST_WORDS and sum(token.kind != "p" for token in tokens[first:last]) > _MOST_WORDS:
            last -= 1
        name = " ".join(self.at.reading.text[self.at.reading.starts[first] : self.at.reading.ends[last - 1]].split())
        for subject in known:
            if subject.id == slug(name):
                return subject
        subject = Subject(slug(name), name, "thing")
        known.append(subject)
        return subject

    def _named_by(self, noun: Noun, head: int) -> Subject:
        """ "Ley de Pesca" for "la de Pesca": a phrase without its noun, with the noun that is lent."""
        reading = self.at.reading
        last = complement(self.at, noun.last)
        rest = reading.text[reading.starts[noun.last] : reading.ends[last - 1]] if last > noun.last else ""
        name = " ".join([reading.tokens[head].text, *rest.split()])
        return Subject(slug(name), name, "thing")

    def _taken_up(self, lifecycle: Lifecycle, noun: Noun) -> Subject | None:
        """ "The bill" after "Clean Rivers Act": the named thing the noun takes up again."""
        tokens = self.at.reading.tokens
        if (
            lifecycle.name not in ("bill", "event")
            or not noun.first
            or tokens[noun.first - 1].norm not in ("the", "el", "la", "this", "esta", "este")
        ):
            return None
        head = tokens[noun.last - 1].norm
        behind = tokens[noun.last].norm if noun.last < len(tokens) else ""
        told = behind in ("a", "al") or behind in self.at.words.relatives  # "la reforma a la ley", "el decreto que creaba": another
        for mention in self.at.names.before(self.at.section, noun.first):
            words = {token.norm for token in tokens[mention.first : mention.last]}
            if mention.subject.type == "thing" and (head in words or (lifecycle.name == "bill" and words & lifecycle.words and not told)):
                return mention.subject
        return None
