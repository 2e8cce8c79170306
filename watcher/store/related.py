"""A new snapshot -> what other live documents claim now that may touch it, oldest first, as `KnownClaim`s.

Found are the claims about a subject that may be one of its own, on a topic it speaks of, and those that share a mark with a claim
of it; the newest of each, so that a common subject costs no more than a rare one. `Remembered` keeps claims that were read once, and
which there are of a subject that was asked for.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from watcher.compare.comparable import places_of, same_topic, tally
from watcher.compare.linking import is_name, name_relation, name_words
from watcher.model import Claim, KnownClaim, Snapshot
from watcher.store.ledger import chunks, known, words
from watcher.store.marks import day, sought
from watcher.store.sqlite import rows

MAY_BE = ("same", "fits")
SHARED = 100  # names a word may lead to; a word more common than that names nobody
ALIKE = 40  # claims under one mark, or of one subject on one topic, that a new one is held against: the newest
AT_ONCE = 40  # marks, topics or words asked for in one statement
KEPT = 50_000  # claims remembered: some 60 MB
LISTED = 500_000  # numbers of claims remembered by subject and topic: some 20 MB

# text and not SQLAlchemy, which takes longer to bind forty values than the database to find them; every value is bound
OWN = (
    "SELECT c.id FROM documents d JOIN versions v ON v.document_id = d.id AND v.version = d.version JOIN claims c ON c.version_id = v.id"
    " WHERE d.path = ? AND d.state != 'removed'"
)
ABOUT = (
    "SELECT subject_id, kind, property, id FROM claims WHERE subject_id = ? AND current = 1"
    " ORDER BY kind, property, version_id, id"  # numbers and versions grow as claims are learnt: the newest of a topic last
)
SPOKEN = "SELECT DISTINCT c.subject_id FROM versions v JOIN claims c ON c.version_id = v.id WHERE v.document_id = ?"
UNDER_MARK = "SELECT claim_id FROM marks WHERE mark = ? ORDER BY claim_id DESC LIMIT ?"
WITH_WORD = "SELECT word, subject_id, name FROM names WHERE word = ? LIMIT ?"
CLAIM = (
    "SELECT c.record, v.id, v.version, v.published, d.path, c.id, d.id"
    " FROM claims c JOIN versions v ON v.id = c.version_id JOIN documents d ON d.id = v.document_id WHERE c.id = ? AND c.current = 1"
)

Topic = tuple[str, str | None]  # a kind and a property
Topics = dict[Topic, list[int]]


class Remembered:
    """The current claims learnt or read last, by number, and the numbers of those about a subject, by topic. Whoever changes what a
    document claims, or its name, says so here."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, tuple[KnownClaim, int]] = OrderedDict()  # with the number of its document
        self._of: dict[int, set[int]] = {}
        self._about: dict[str, Topics] = {}
        self._listed = 0

    def learn(self, identity: int, one: KnownClaim, document: int) -> None:
        """A claim that this document makes now."""
        self._known[identity] = one, document
        self._of.setdefault(document, set()).add(identity)

    def add(self, identity: int, one: KnownClaim, document: int) -> None:
        """A claim that this document makes now and none made before."""
        self.learn(identity, one, document)
        claim = one.claim
        if claim.subject is not None and (topics := self._about.get(claim.subject.id)) is not None:
            topics.setdefault((claim.kind, claim.property), []).append(identity)
            self._listed += 1

    def forget(self, connection: Connection, document: int) -> None:
        """Something about this document changes."""
        for identity in self._of.pop(document, ()):
            del self._known[identity]
        for (subject,) in rows(connection, SPOKEN, [document]):
            self._listed -= sum(map(len, self._about.pop(subject, {}).values()))

    def clear(self) -> None:
        """A transaction was undone."""
        self._known.clear()
        self._of.clear()
        self._about.clear()
        self._listed = 0

    def about(self, connection: Connection, subjects: Iterable[str]) -> Iterator[Topics]:
        """The numbers of the current claims about each of these subjects by their topics, on each the oldest first."""
        if self._listed > LISTED:
            self._about.clear()
            self._listed = 0
        missing: dict[str, Topics] = {subject: {} for subject in subjects if subject not in self._about}
        for subject, kind, topic, identity in each(connection, ABOUT, [(subject,) for subject in missing]):
            missing[subject].setdefault((kind, topic), []).append(identity)
            self._listed += 1
        self._about |= missing
        return (self._about[subject] for subject in subjects)

    def these(self, connection: Connection, identities: set[int], path: str) -> dict[int, KnownClaim]:
        """The claims of these numbers that are current and not of the document `path`, oldest first."""
        for row in each(connection, CLAIM, [(identity,) for identity in identities if identity not in self._known]):
            self.learn(row[-2], known(row), row[-1])
        found = {}
        for identity in sorted(identities):
            if (one := self._known.get(identity)) is not None and one[0].document.path != path:
                found[identity] = one[0]
        self._let_go()
        return found

    def _let_go(self) -> None:
        """Of too many the oldest; to read one again now and then costs less than to note each use."""
        while len(self._known) > KEPT:
            identity, (_, document) = self._known.popitem(last=False)
            self._of[document].discard(identity)
            if not self._of[document]:
                del self._of[document]


def related(connection: Connection, remembered: Remembered, snapshot: Snapshot) -> list[KnownClaim]:
    """What other live documents claim now that may touch `snapshot`, oldest first."""
    path = snapshot.document.path
    subjects = _subjects(connection, {claim.subject.name: claim.subject.id for claim in snapshot.claims if claim.subject})
    around = places_of(snapshot.claims)
    wanted = {mark for claim in snapshot.claims for mark in sought(claim, around)}
    identities = _about(connection, remembered, subjects, snapshot, path) | _marked(connection, wanted)
    return list(remembered.these(connection, identities, path).values())


def dates(connection: Connection, remembered: Remembered, days: set[str], path: str) -> list[Claim]:
    """Date claims that other documents state now of one of these months and days ("12-14"), whatever the year."""
    found = remembered.these(connection, _marked(connection, {day(one) for one in days}), path)
    return [one.claim for one in found.values()]


def _about(connection: Connection, remembered: Remembered, subjects: list[str], snapshot: Snapshot, path: str) -> set[int]:
    """The newest claims about these subjects on each topic of the snapshot, and the very newest, which tells what they are called."""
    found: set[int] = set()
    own = {identity for (identity,) in rows(connection, OWN, [path])}
    every = any(map(tally, snapshot.claims))  # a tally goes by the places that its document speaks of, on whatever topic
    spoken: dict[Topic, bool] = {}  # whether the snapshot speaks of a topic, which many subjects share
    for topics in remembered.about(connection, subjects):
        newest = 0
        for topic, numbers in topics.items():
            theirs = [one for one in numbers if one not in own] if own else numbers
            if not theirs:
                continue
            newest = max(newest, theirs[-1])
            if topic not in spoken:
                spoken[topic] = every or any(same_topic(claim, *topic) for claim in snapshot.claims)
            if spoken[topic]:
                found.update(theirs[-ALIKE:])
        if newest:
            found.add(newest)
    return found


def _marked(connection: Connection, wanted: set[int]) -> set[int]:
    """The newest claims under each of these marks; some may be of documents that have gone."""
    return {identity for (identity,) in each(connection, UNDER_MARK, [(mark, ALIKE) for mark in wanted])}


def _subjects(connection: Connection, own: dict[str, str]) -> list[str]:
    """The known subjects with a name that may be one of these (name -> id), and those a short one of them may be as well."""
    named = {name: words(name) for name in own if is_name(name)}
    shared: dict[str, str] = {}
    close: set[str] = set()
    for word, subjects in _sharing(connection, set().union(*named.values())).items():
        mine = [(name, name_words(name)) for name in named if word in named[name]]
        for identity, name in subjects:
            shared[name] = identity
            theirs = name_words(name)
            for one, ours in mine:
                if near(theirs, ours) and name_relation(name, one) in MAY_BE:
                    close.add(name)
                    break
    short = [one for one in close if any(name_words(one) < name_words(name) for name in named)]
    close.update(name for name in shared if any(name_words(one) <= name_words(name) for one in short))
    return sorted({*(own[name] for name in named), *(shared[name] for name in close)})


def _sharing(connection: Connection, wanted: set[str]) -> dict[str, list[tuple[str, str]]]:
    """The subjects (id, name) that each word leads to; none for a common word, which stays one and is not asked for again."""
    common: set[str] = connection.info.setdefault("common words", set())
    found: dict[str, list[tuple[str, str]]] = {}
    for word, identity, name in each(connection, WITH_WORD, [(word, SHARED + 1) for word in sorted(wanted - common)]):
        found.setdefault(word, []).append((identity, name))
    common.update(word for word, subjects in found.items() if len(subjects) > SHARED)
    return {word: subjects for word, subjects in found.items() if len(subjects) <= SHARED}


def near(one: frozenset[str], other: frozenset[str]) -> bool:
    """False where two names, by their words, surely are neither the same nor one short for the other: quicker told than what they are."""
    more, less = one - other, other - one
    if not more or not less:
        return True
    for a in more:
        for b in less:
            if a[:2] == b[:2] or a[-2:] == b[-2:]:
                break
        else:
            return False
    return True


def each(connection: Connection, statement: str, wanted: list[tuple[Any, ...]]) -> Iterator[Any]:
    """The rows of one statement for each of these values, many asked for at once."""
    for some in chunks(wanted, AT_ONCE):
        together = " UNION ALL ".join([f"SELECT * FROM ({statement})"] * len(some))  # noqa: S608  our own text
        yield from rows(connection, together, [value for values in some for value in values])
