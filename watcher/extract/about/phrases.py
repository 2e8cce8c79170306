"""A noun phrase in its sentence -> the entity it is: by name, apposition, the place it is of, pronoun or role; or a thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from watcher import lexicon
from watcher.extract.about import antecedents, generic
from watcher.extract.about.clauses import Phrase
from watcher.extract.about.tally import Tally
from watcher.extract.about.things import thing
from watcher.extract.about.topics import Topic
from watcher.extract.about.view import View
from watcher.extract.namewords import role_words
from watcher.extract.reading import NameMention, QuoteMention
from watcher.model import Subject

_NATIONAL = frozenset(("country", "nation", "state", "capital", "region"))
_BEYOND = frozenset("rvf")  # between a noun and the name in apposition stands none


class Known(Protocol):
    """What is asked of `names.Names`."""

    def at(self, reading: int, token: int) -> NameMention | None: ...
    def in_tokens(self, reading: int, first: int, last: int) -> tuple[NameMention, ...]: ...
    def before(self, reading: int, token: int, count: int = 40) -> tuple[NameMention, ...]: ...
    def pronoun(self, reading: int, token: int, *, human: bool = False) -> Subject | None: ...
    def gender(self, subject: Subject) -> str: ...
    def roles_of(self, reading: int, subject: Subject) -> frozenset[str]: ...
    def resolve_role(self, reading: int, token: int, words: Sequence[str]) -> Subject | None: ...


@dataclass(slots=True)
class Around:
    """What is known beyond the sentence: names, the document's topic, who speaks, and (when asked) the subject of the sentence before."""

    index: int
    names: Known
    topic: Topic
    quotes: Sequence[QuoteMention]
    number: int  # of the sentence before
    depth: int  # how far back its subject may be looked for
    subjects: Callable[[int, int], Subject | None]
    objects: Callable[[int], Subject | None]
    views: Callable[[int], View | None]
    counted: Subject | None  # the noun counted last in this paragraph that may be counted on
    tally: Tally
    paragraph: int
    sampled: Subject | None = None  # whom a study of the text asked or looked at
    told: Subject | None = None  # whom the figure before was said of, in this paragraph

    def sentence(self, back: int) -> View | None:
        """The sentence so many before."""
        return self.views(self.number + 1 - back)

    @property
    def each(self) -> Subject | None:
        """The noun counted last in this paragraph."""
        return self.tally.whole(self.paragraph, None)

    @property
    def last(self) -> Subject | None:
        """The subject of the sentence before."""
        return self.subjects(self.number, self.depth)

    def object(self) -> Subject | None:
        """The object of the sentence before."""
        return self.objects(self.number)

    def speaker(self, position: int) -> Subject | None:
        """Who says the words at a code point."""
        at = bisect_right(self.quotes, position, key=lambda quote: quote.start) - 1
        return self.quotes[at].speaker if at >= 0 and position < self.quotes[at].end else None


def of_phrase(view: View, phrase: Phrase, around: Around) -> Subject | None:
    """The entity of a phrase, else its noun as a thing."""
    return called(view, phrase, around, entity(view, phrase, around))


def called(view: View, phrase: Phrase, around: Around, named: Subject | None) -> Subject | None:
    """The same, where the entity that the phrase is is known: `named`."""
    generic_for = generic.named_before(view, phrase, around)
    if generic_for is not None and generic_for == around.topic.main:
        return generic_for  # "the company", another named last or not
    found = named or generic_for
    if found is not None or view.tag[phrase.first] == "q":
        return found
    name = view.whole_text(phrase.first, phrase.last)
    return thing(name) if name else None


def entity(view: View, phrase: Phrase, around: Around) -> Subject | None:
    """The named entity a noun phrase is, None where it names none."""
    names, index = around.names, around.index
    if view.tag[phrase.first] == "q":
        called = names.at(index, phrase.last + 1) if view.tag[phrase.last] == "," else None
        apart = called is not None and called.first == phrase.last + 1 and view.tag[called.last] == "," and called.subject.type == "person"
        return called.subject if called is not None and apart else _pronoun(view, phrase, around)  # "Ella, Ana Bo, está"
    inside = names.in_tokens(index, phrase.first, phrase.last)
    if inside and (inside[-1].last == phrase.last or _so_called(view, phrase, inside[-1])):
        return inside[-1].subject
    owned = bool(inside) and view.tag[inside[-1].last] == "'" and view.tag[phrase.last] == ","  # "Ann Bo's main rival, Tom Ray,"
    if phrase.end > phrase.last and (owned or not (inside and inside[-1].subject.type == "person")):
        for mention in names.in_tokens(index, phrase.last, phrase.end):
            lead = view.tags[phrase.last - view.first : mention.first - view.first]
            if mention.subject.type == "person" and "," in lead and _BEYOND.isdisjoint(lead) and not _led(lead):
                return mention.subject
            side = mention.subject.type != "place" or not view.rules.crews.isdisjoint((view.norm[phrase.last - 1],))
            if lead == "," and view.tag[mention.last] == "," and side:
                return mention.subject  # "the owner, Sula Lines, says"
            if mention.subject.type == "place" and view.norm[phrase.last - 1] in view.rules.territory and len(lead) <= 2:
                return mention.subject
    if view.tag[phrase.first] == "d" and view.tag[phrase.first - 1] == "," and view.tag[phrase.last] in "r,":
        named = names.at(index, phrase.first - 2)
        if named is not None and named.first >= view.first and named.subject.type == "person":
            return named.subject  # "Bo, a farmhand who"
    words = [view.norm[i] for i in range(phrase.first, phrase.last) if view.tag[i] in "wn"]
    if view.norm[phrase.first] in view.rules.possessive:
        kin = view.rules.kin
        alone = not any(word in kin or word.removesuffix("s") in kin for word in words)
        return possessor(view, phrase.first, around) if alone else None
    if not words or view.norm[phrase.first] not in view.rules.definite:
        return None
    found = names.resolve_role(index, phrase.first, words) or _lone(view, phrase, words, around)
    if found is not None and not view.rules.bodies.isdisjoint(words) and names.roles_of(index, found).isdisjoint(words):
        return None
    if found is not None and not generic.fits(view, phrase, words, found, around):
        return None
    territory = not view.rules.territory.isdisjoint(words)
    if territory and len(words) == 1 and (local := _local(view, words[0], around)) is not None:
        return local
    if territory and len(words) == 1 and (around.topic.place or around.topic.main):
        return around.topic.place if around.topic.main is None or around.topic.main.type == "person" else around.topic.main
    return found if found is None or found.type != "place" or territory else None


def _local(view: View, word: str, around: Around) -> Subject | None:
    """ "Norbury is catching up. The city has added": the place that the sentence before, or that before it, tells of."""
    if view.rules.language != "en" or word in _NATIONAL:
        return None
    told = (around.last, around.subjects(around.number - 1, 1) if _beside(view, around.number - 1) else None)
    return next((subject for subject in told if subject is not None and subject.type == "place"), None)


def _beside(view: View, number: int) -> bool:
    """Whether a sentence stands in the paragraph of this one."""
    sentences = view.reading.sentences
    return number >= 0 and sentences[number].paragraph == sentences[view.reading.sentence_of[view.first]].paragraph


def _so_called(view: View, phrase: Phrase, named: NameMention) -> bool:
    """ "His New Forum party", "the Lomax group": a name before the noun for such a body; "BYD's": what is had left out."""
    last = phrase.last - 1
    if named.last != last or view.rules.language != "en":
        return False
    body = view.norm[last] in view.rules.actors and view.norm[last] not in view.rules.persons
    return view.tag[last] == "'" or (body and named.subject.type != "place")


def youth(view: View, token: int, around: Around) -> Subject | None:
    """ "The 21-year-old took 19 wickets": the person told of before."""
    last = around.last
    if last is not None and last.type == "person":
        return last
    sentences = view.reading.sentences
    number = view.reading.sentence_of[token]
    first = sentences[max(0, number - 3)].first
    people = [m.subject for m in around.names.in_tokens(around.index, first, token) if m.subject.type == "person"]
    return people[-1] if people else None


def _led(lead: str) -> bool:
    """ "The petition, handed in by former pupil Ana Bo": a name that belongs to what stands behind the comma, no apposition."""
    behind = lead.rpartition(",")[2]
    return behind[:1] in ("p", "g") or "g" in behind


def _lone(view: View, phrase: Phrase, words: list[str], around: Around) -> Subject | None:
    """ "The striker", "el exgobernador", "el boyacense": the one person named in the sentence before."""
    if view.tag[phrase.last] == "q" or "'" in view.tags[phrase.first - view.first : phrase.last - view.first]:
        return None  # "the striker he signed", "the family's lawyer"
    head = words[-1] if view.rules.language == "en" else words[0]
    word = head.removeprefix("ex") if view.rules.language == "es" else head
    native = view.rules.language == "es" and len(words) == 1 and (head.endswith("ense") or head in view.rules.demonyms)
    native = native or (view.rules.language == "en" and len(words) == 1 and head in view.rules.demonyms and not head.endswith("s"))
    native = native and ";" not in view.tags[: phrase.first - view.first]  # "el Congreso argentino ...; el chileno lo aprobó"
    if (word not in view.rules.persons and not native) or (view.rules.language == "en" and word in role_words("en").parts):
        return None  # "Inspector Ana Bo stopped the lorry. The driver, 37, faces a fine"
    reading = view.reading
    number = reading.sentence_of[phrase.first]
    people = {
        mention.subject
        for mention in around.names.in_tokens(around.index, reading.sentences[max(0, number - 1)].first, phrase.first)
        if mention.subject.type == "person"
    }
    if len(people) > 1 and native and around.last in people:
        return around.last  # "Wolde won ahead of Pugh. The Ethiopian, 24, finished"
    if len(people) > 1 and view.rules.language == "es":
        unlike = "m" if view.norm[phrase.first] == "la" else "f"
        people = {subject for subject in people if around.names.gender(subject) != unlike}
        if len(people) > 1 and around.last in people:
            return around.last
    return people.pop() if len(people) == 1 else None


def possessor(view: View, token: int, around: Around) -> Subject | None:
    """Whose it is: "its fuel bill", "sus trabajadores"."""
    if view.norm[token] in ("his", "her"):
        return _his(view, token, around)
    for clause in reversed(view.clauses):
        if (
            clause.subject is not None
            and clause.verb is not None
            and clause.subject.first < token
            and view.norm[clause.subject.first] not in view.rules.possessive
        ):
            found = entity(view, clause.subject, around)
            if found is not None:
                return found
            plain = view.norm[clause.subject.first] in view.rules.definite and view.tag[clause.subject.last - 1] == "w"
            if plain and (view.rules.language == "es" or (view.norm[token] == "its" and clause.subject.last < token)):
                return thing(view.phrase_text(clause.subject))  # "El sondeo se hizo en mayo y su margen de error es"
    last = around.last
    if last is not None and last.type == "person" and view.norm[token] == "its":
        last = None  # "Its shares fell": of no person
    return last if last is not None and last.type != "thing" else around.names.pronoun(around.index, token)


def _his(view: View, token: int, around: Around) -> Subject | None:
    """Whose "his" or "her" is: of the person who is the subject of an earlier clause of the sentence, else what names tells."""
    wanted = "f" if view.norm[token] == "her" else "m"
    for clause in reversed(view.clauses):
        if clause.subject is None or clause.subject.first >= token or view.norm[clause.subject.first] in view.rules.possessive:
            continue
        found = entity(view, clause.subject, around)
        if found is not None and found.type == "person" and around.names.gender(found) in ("", wanted):
            return found
    return around.names.pronoun(around.index, token) or around.last


def _person(view: View, token: int, around: Around) -> Subject | None:
    """Whom "he" or "ella" stands for: the subject of the sentence before, where it is a person of that gender, else what names tells."""
    if (sayer := _sayer(view, token, around)) is not None:
        return sayer
    last, found = around.last, around.names.pronoun(around.index, token)
    if last is None or not (last.type == "person" or (last.type == "thing" and found is None and _human(view, last))):
        return found
    wanted, known = "f" if view.norm[token] in view.rules.feminine else "m", around.names.gender(last)
    if found is None or known == wanted or (not known and around.names.gender(found) != wanted):
        return last
    return found


def _human(view: View, found: Subject) -> bool:
    """Whether a thing's name is a noun for a person: "the barrister"; in Spanish any may be."""
    head = lexicon.fold(found.name).partition(" of ")[0].rpartition(" ")[2]
    return view.rules.language != "en" or head in view.rules.persons or head in view.rules.kin or head in view.rules.demonyms


def _sayer(view: View, token: int, around: Around) -> Subject | None:
    """ "An island hotelier said she had lost 120 bookings": somebody without a name who speaks of himself."""
    spoken = next((clause for clause in reversed(view.clauses) if clause.last == token and clause.subject is not None), None)
    if spoken is None or spoken.subject is None or spoken.verb is None or view.norm[spoken.verb] not in view.rules.saying:
        return None
    first, last = spoken.subject.first, spoken.subject.last
    if view.norm[first] not in view.rules.articles or "n" in view.tags[first - view.first : last - view.first]:
        return None
    return thing(view.head_text(first, last))


def _pronoun(view: View, phrase: Phrase, around: Around) -> Subject | None:
    """Whom a pronoun stands for: the subject of an earlier clause of its sentence, of the sentence before, else what names tells."""
    word = view.norm[phrase.first]
    personal = word in view.rules.personal
    if view.rules.language == "en" and (personal or word in ("it", "they")):
        sayer = _sayer(view, phrase.first, around) if personal else None
        found = sayer or antecedents.choose(view, phrase.first, word, around, of_phrase, _does(view, phrase))
        if found is not None:
            return found
    if personal:
        return _person(view, phrase.first, around)
    if word in ("him", "her"):
        return around.names.pronoun(around.index, phrase.first)  # "ordered him to repay £3m"
    if word in ("you", "usted", "ustedes"):
        return around.last
    does = _does(view, phrase)
    for found in _antecedents(view, phrase, around):
        if (
            found is not None
            and found.type != "person"
            and not (word == "it" and _several(found))
            and (does is None or does == acts(view, found) or (not does and found.type == "place"))
        ):
            return found
    return around.last if around.last is not None and around.last.type != "person" else around.names.pronoun(around.index, phrase.first)


def _several(found: Subject) -> bool:
    """A plural: "shares", "pupils"."""
    head = found.name.partition(" of ")[0].partition(" in ")[0]
    return found.type == "thing" and head.endswith("s") and not head.endswith(("ss", "us", "is", "news"))


def _does(view: View, phrase: Phrase) -> bool | None:
    """Whether the verb behind a pronoun asks for a subject that acts (True) or for one that does not (False)."""
    verb = view.clause(phrase.first).verb
    word = view.norm[verb] if verb is not None else ""
    return True if word in view.rules.acting else False if word in view.rules.lying else None


def acts(view: View, subject: Subject) -> bool:
    """Whether a subject can decide and do: a body, a place, a person, or a noun for one."""
    return subject.type != "thing" or any(word in view.rules.actors for word in lexicon.fold(subject.name).split(" "))


def _antecedents(view: View, phrase: Phrase, around: Around) -> Iterator[Subject | None]:
    """What "it" may stand for, the likeliest first: subjects of its sentence, of those before, the body or thing named last, the topic."""
    for clause in reversed(view.clauses):
        if clause.first >= phrase.first or clause.subject is None or clause.verb is None or clause.subject.first >= phrase.first:
            continue
        if view.tag[clause.subject.first] != "q":
            yield of_phrase(view, clause.subject, around)
    yield around.last
    if _does(view, phrase) is False:
        yield around.object()
    reading = view.reading
    number = reading.sentence_of[phrase.first]
    for back in range(number - 1, max(-1, number - 3), -1):
        sentence = reading.sentences[back]
        for mention in reversed(around.names.in_tokens(around.index, sentence.first, sentence.last)):
            if mention.subject.type != "person":
                yield mention.subject
    yield around.topic.main
