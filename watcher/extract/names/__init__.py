"""The readings of one document -> `Names`: every mention of a person, body, place or named thing, and whom other words refer to.

All language sections are read together, so an entity has one subject in both. `Names` answers for one reading: its mentions, those
within some tokens, whom a pronoun or a definite description ("the candidate", "el mandatario") stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from watcher.extract.headings import shouted
from watcher.extract.names import coreference, entities, openers, signing
from watcher.extract.names.centres import Centres
from watcher.extract.names.spans import given_names, spans
from watcher.extract.names.titled import Span
from watcher.extract.names.votes import Entity, Key
from watcher.extract.namewords import NameWords, name_words
from watcher.extract.neighbours import among, follows
from watcher.extract.reading import NameMention, Reading
from watcher.model import Subject

__all__ = ["Names", "find"]

_BRACKET = frozenset("(")


class Names:
    """The names of one document. Reading indexes are those of the sequence given to `find`."""

    def __init__(self, readings: Sequence[Reading], mentions: Sequence[Sequence[NameMention]], genders: dict[str, str]) -> None:
        self.readings = readings
        self.genders = genders  # subject id -> "f", "m"
        self._mentions = [tuple(found) for found in mentions]
        self._firsts = [[mention.first for mention in found] for found in mentions]
        self._covers = [{at: mention for mention in found for at in range(mention.first, mention.last)} for found in mentions]
        self._centres = [Centres(self, index) for index in range(len(readings))]
        self._roles = [coreference.roles(reading, found, genders) for reading, found in zip(readings, self._mentions, strict=True)]

    def mentions(self, reading: int) -> tuple[NameMention, ...]:
        """All mentions of a reading, in order, none overlapping."""
        return self._mentions[reading]

    def in_tokens(self, reading: int, first: int, last: int) -> tuple[NameMention, ...]:
        """The mentions that lie wholly within tokens `[first, last)`."""
        firsts = self._firsts[reading]
        at = bisect_left(firsts, first)
        if at == len(firsts) or firsts[at] >= last:
            return ()
        found = self._mentions[reading]
        stop = bisect_left(firsts, last, at)
        if found[stop - 1].last > last:
            stop -= 1  # mentions do not overlap: only the last can reach beyond
        return found[at:stop]

    def at(self, reading: int, token: int) -> NameMention | None:
        """The mention that covers a token."""
        return self._covers[reading].get(token)

    def covers(self, reading: int) -> Mapping[int, NameMention]:
        """Token -> the mention that covers it."""
        return self._covers[reading]

    def before(self, reading: int, token: int, count: int = 40) -> tuple[NameMention, ...]:
        """Up to `count` mentions that end at or before a token, the nearest first."""
        at = bisect_left(self._firsts[reading], token)
        found = self._mentions[reading][max(0, at - count) : at]
        return tuple([mention for mention in reversed(found) if mention.last <= token])

    def gender(self, subject: Subject) -> str:
        """ "f", "m" or "" where the text does not tell."""
        return self.genders.get(subject.id, "")

    def roles_of(self, reading: int, subject: Subject) -> frozenset[str]:
        """The nouns a reading calls a subject by ("candidate", "mayor"), folded."""
        return self._roles[reading].of(subject.id)

    def holder(self, reading: int, token: int) -> Subject | None:
        """Whose noun stands at `token`, where a name stands beside it: "the [mayor] of Karhan, Orhan Delvec"."""
        return self._roles[reading].by_token.get(token)

    def pronoun(self, reading: int, token: int, besides: Subject | None = None, *, human: bool = False) -> Subject | None:
        """Whom the pronoun at `token` (he, her, they, it, él, su, or a Spanish verb without a subject) stands for, who is not `besides`;
        only a person where what they do is `human`."""
        return self._centres[reading].meant(token, besides, human=human)

    def told_of(self, reading: int, token: int, bearers: Sequence[Subject]) -> Subject:
        """Of those who bear a role, the one whom the sentences before `token` tell of, else the last."""
        return self._centres[reading].of(token, bearers)

    def resolve_role(self, reading: int, token: int, words: Sequence[str]) -> Subject | None:
        """Whom a definite description at `token` stands for; `words` are its noun with what belongs to it, folded, the head among
        them ("candidate"; "finance", "minister"). None where nobody named fits."""
        return coreference.resolve(self, self._roles[reading], reading, token, words)


def find(readings: Sequence[Reading]) -> Names:
    """The names of all readings of one document."""
    lines = [shouted(reading) for reading in readings]
    written = [signing.without(reading, spans(reading, skip)) for reading, skip in zip(readings, lines, strict=True)]
    seen = entities.row(readings, openers.proven(readings, written))
    seen = _apart(readings, seen)
    known = entities.gather(readings, seen)
    _acronyms(readings, seen, known)
    entities.link(known)
    if len({reading.language for reading in readings}) > 1 and known:
        entities.join_languages(list(known.values()))
    if any(lines):
        headed = _headlines(readings, lines, known)
        seen += headed
        seen += _given(readings, lines, headed, known)
        seen.sort(key=lambda span: (span.reading, span.first))
    return _resolve(readings, seen, known)


def _apart(readings: Sequence[Reading], seen: Sequence[Span]) -> list[Span]:
    """ "dijo a BBC Mundo Robert Funk": two names side by side, where the first stands alone elsewhere and a given name opens the second."""
    alone = {span.key for span in seen}
    result: list[Span] = []
    known = [name_words(reading.language) for reading in readings]
    for span in seen:
        key = span.key
        cut = 0
        if 3 <= len(key) <= 8 and len(key) == span.last - span.first:
            cut = _cut(key, readings[span.reading].tokens[span.first].text, known[span.reading], alone)
        if cut:
            middle = span.first + cut
            ends = cut - (key[cut - 1] in known[span.reading].particles)  # "el PSOE de Ana Ruiz"
            result += [
                Span(span.first, span.first + ends, span.initial, span.title, span.reading, key[:ends]),
                Span(middle, span.last, span.initial, span.title, span.reading, key[cut:]),
            ]
        else:
            result.append(span)
    return result


def _cut(key: Key, text: str, words: NameWords, alone: set[Key]) -> int:
    """After how many words of a run, which opens with `text`, another name begins; 0 where none does."""
    given, cut = words.given, 0
    if key[0] not in given:
        cut = next((at for at in range(1, len(key) - 1) if key[:at] in alone and (key[at:] in alone or key[at] in given)), 0)
        if not cut and _lettered(text, key, words):
            cut = next((at for at in range(1, len(key) - 1) if key[at] in given), 0)
    if not cut and words.language == "en":  # "chief executive of Relief Group Alison Hart"
        cut = next((at for at in range(2, len(key) - 1) if key[at] in given and key[at - 1] in words.organizations), 0)
    return cut


def _lettered(text: str, key: Key, words: NameWords) -> bool:
    """ "BBC Mundo Robert Funk": a body known by its letters opens the run, and what closes it is no body, place or thing."""
    ends = words.organizations, words.places, words.things
    return len(text) > 2 and text.isupper() and key[0] not in words.ships and not among(key[-1], *ends)


def _acronyms(readings: Sequence[Reading], seen: Sequence[Span], known: dict[Key, Entity]) -> None:
    """ "World Health Organization (WHO)": the short form names the same; mentions of it are there already."""
    brackets = [set(reading.where(_BRACKET)) for reading in readings]
    for span in seen:
        last = span.last
        if last not in brackets[span.reading]:
            continue
        tokens = readings[span.reading].tokens
        if last + 2 < len(tokens) and tokens[last + 2].text == ")":
            inner = tokens[last + 1]
            short = known.get((inner.norm,))
            long = known.get(span.key)
            if short and long and short is not long and inner.text[:2].isupper() and len(span.key) > 1 and _spells(inner.norm, span.key):
                short.same = long
                long.votes["organization"] += 2


def _spells(short: str, key: Key) -> bool:
    """True where the letters of an acronym are first letters of the name's words, in order."""
    letters = iter(word[0] for word in key)
    return sum(1 for letter in short if letter in letters) >= max(2, len(short) - 2)


def _headlines(readings: Sequence[Reading], lines: Sequence[set[int]], known: dict[Key, Entity]) -> list[Span]:
    """Names known from elsewhere, in lines whose capitals prove nothing."""
    for key, entity in list(known.items()):  # a headline says "Vega" of Elena Vega, where nothing else is called so
        if len(key) > 1 and entities.kind(entity) == "person" and (key[-1],) not in known:
            known[key[-1],] = Entity((key[-1],), entity.name, entity.language, longer=[entity])
    starts: dict[str, list[Key]] = {}
    for key in known:
        starts.setdefault(key[0], []).append(key)
    result: list[Span] = []
    for index, (reading, sentences) in enumerate(zip(readings, lines, strict=True)):
        for sentence in sorted(sentences):
            done, last = reading.sentences[sentence].first, reading.sentences[sentence].last
            for at in reading.capitals[bisect_left(reading.capitals, done) : bisect_left(reading.capitals, last)]:
                options = starts.get(reading.tokens[at].norm) if at >= done else None
                fitting = [key for key in options[:64] if at + len(key) <= last and follows(reading.tokens, at, key)] if options else []
                if fitting:
                    key = max(fitting, key=len)
                    done = at + len(key)
                    result.append(Span(at, done, initial=False, reading=index, key=key))
    return result


def _given(readings: Sequence[Reading], lines: Sequence[set[int]], seen: Sequence[Span], known: dict[Key, Entity]) -> list[Span]:
    """Names that only such a line has, told by the given name they open with."""
    taken = {(span.reading, token) for span in seen for token in range(span.first, span.last)}
    fresh = entities.row(readings, [given_names(reading, own) for reading, own in zip(readings, lines, strict=True)])
    fresh = [span for span in fresh if not {(span.reading, span.first), (span.reading, span.last - 1)} & taken]
    for key, entity in entities.gather(readings, fresh).items():
        known.setdefault(key, entity)
    return fresh


def _resolve(readings: Sequence[Reading], seen: Sequence[Span], known: dict[Key, Entity]) -> Names:
    """Each mention to its entity's subject; a short form that fits several stays with whom it was first used for."""
    latest: dict[Key, int] = {}
    opened = {span.key: -order for order, span in enumerate(reversed(seen))}  # key -> its first place, counted back from the last
    meant: dict[Key, tuple[Key, Subject]] = {}  # a name as written -> the full one, and whom both mean from its first place on
    subjects: dict[Key, Subject] = {}
    genders: dict[str, str] = {}
    result: list[list[NameMention]] = [[] for _ in readings]
    for order, span in enumerate(seen):
        if span.key not in meant:
            short = known.get(span.key)
            if short is None:
                continue
            entity = _whole(short, latest, opened)
            if entity.key not in subjects:
                subjects[entity.key] = entities.subject(entity)
            subject = subjects[entity.key]
            if (gender := short.gender or entity.gender) and subject.type == "person":
                genders.setdefault(subject.id, gender)
            meant[span.key] = entity.key, subject
        key, subject = meant[span.key]
        latest[key] = order
        reading = readings[span.reading]
        first, last = span.first, span.last
        result[span.reading].append(NameMention(reading.starts[first], reading.ends[last - 1], first, last, subject))
    return Names(readings, result, genders)


def _whole(short: Entity, latest: Mapping[Key, int], opened: Mapping[Key, int]) -> Entity:
    """Whom a name means: of those it is short for, who was named last before it, the first behind it where nobody was."""
    entity = short.same or short
    if not entity.longer:
        return entity
    before = [longer for longer in entity.longer if longer.key in latest]
    if before:
        entity = max(before, key=lambda longer: latest[longer.key])
    else:
        entity = min(entity.longer, key=lambda longer: opened.get(longer.key, 1))
    return entity.same or entity
