"""The ledger: what the current versions of live documents claim, found by the subject's name and by marks.

Snapshots go in as rows (`rows`); `related` gives back what may touch a new snapshot, as `KnownClaim`s, oldest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from watcher.compare.comparable import places_of
from watcher.compare.linking import is_name, name_relation, name_words
from watcher.lexicon import fold
from watcher.model import Claim, DocumentVersion, Json, KnownClaim, Snapshot
from watcher.store.gate import canonical, parsed
from watcher.store.marks import day, filed, sought
from watcher.store.records import claim_from
from watcher.store.tables import claims, documents, marks, names, versions

T = TypeVar("T")
Rows = dict[tuple[int, int], KnownClaim]  # by version and position
MAY_BE = ("same", "fits")
CHUNK = 400  # values in one IN list
SHARED = 100  # names a word may lead to; a word more common than that names nobody
MOST = 1_000  # claims about its subjects that a document is held against, the newest
ALIKE = 100  # claims under one mark that a new one is held against, the newest


# built once, for building takes longer than running
CLAIMS = (
    select(claims.c.record, claims.c.position, versions.c.id, versions.c.version, versions.c.published, documents.c.path)
    .join(versions, versions.c.id == claims.c.version_id)
    .join(documents, documents.c.id == versions.c.document_id)
    .order_by(versions.c.id, claims.c.position)
)
OTHERS = and_(claims.c.current == 1, documents.c.path != bindparam("path"))
NEWEST = CLAIMS.order_by(None).order_by(versions.c.id.desc(), claims.c.position)
ABOUT_SUBJECTS = NEWEST.where(OTHERS, claims.c.subject_id.in_(bindparam("subjects", expanding=True))).limit(MOST)
THESE = CLAIMS.where(OTHERS, claims.c.id.in_(bindparam("identities", expanding=True)))
UNDER = marks.c.mark.in_(bindparam("marks", expanding=True))
MARKED = select(marks.c.mark, marks.c.claim_id).where(UNDER).order_by(marks.c.claim_id.desc())
SHARING = select(names.c.subject_id, names.c.name).where(names.c.word == bindparam("word")).limit(SHARED + 1)
OWN_VERSIONS = select(versions.c.id).where(versions.c.document_id == bindparam("document"))
RETIRE = update(claims).where(claims.c.version_id.in_(OWN_VERSIONS), claims.c.current == 1).values(current=0)
ADD_NAMES = insert(names).on_conflict_do_nothing()
ADD_CLAIMS, ADD_MARKS = claims.insert(), marks.insert()
LAST_CLAIM = select(func.coalesce(func.max(claims.c.id), 0))


def words(name: str) -> set[str]:
    """The words under which a subject is found: folded, longer than two letters."""
    return {word for word in "".join(letter if letter.isalnum() else " " for letter in fold(name)).split() if len(word) > 2}


def add(connection: Connection, version_id: int, records: list[Json], stated: Sequence[Claim]) -> None:
    """File the claims of a version that is now the current one of its document: as records, and as they were stated."""
    if not records:
        return
    first = int(connection.execute(LAST_CLAIM).scalar_one()) + 1
    rows = [
        {
            "id": first + position,
            "version_id": version_id,
            "position": position,
            "current": 1,
            "kind": record["kind"],
            "subject_id": record["subject"] and record["subject"]["id"],
            "property": record["property"],
            "record": canonical(record),
        }
        for position, record in enumerate(records)
    ]
    connection.execute(ADD_CLAIMS, rows)
    around = places_of(stated)
    filing = [{"mark": mark, "claim_id": at} for at, claim in enumerate(stated, first) for mark in filed(claim, around)]
    connection.execute(ADD_MARKS, filing)
    subjects = {(record["subject"]["id"], record["subject"]["name"]) for record in records if record["subject"]}
    keys = [{"word": word, "subject_id": identity, "name": name} for identity, name in sorted(subjects) for word in sorted(words(name))]
    if keys:
        connection.execute(ADD_NAMES, keys)


def retire(connection: Connection, document_id: int) -> None:
    """No version of this document speaks now."""
    connection.execute(RETIRE, {"document": document_id})


def revive(connection: Connection, document_id: int, version: int) -> None:
    """The claims of this version speak again."""
    own = select(versions.c.id).where(versions.c.document_id == document_id, versions.c.version == version)
    connection.execute(update(claims).where(claims.c.version_id.in_(own)).values(current=1))


def related(connection: Connection, snapshot: Snapshot) -> list[KnownClaim]:
    """Current claims of other documents that may touch `snapshot`, oldest first: those about a subject that may be one of its
    own, and those that share a mark with a claim of it. At most the newest of each, so that a common subject costs no more."""
    path = snapshot.document.path
    found: Rows = {}
    subjects = _subjects(connection, {claim.subject.name: claim.subject.id for claim in snapshot.claims if claim.subject})
    for chunk in _chunks(subjects):
        found.update(_known(connection.execute(ABOUT_SUBJECTS, {"path": path, "subjects": chunk})))
    around = places_of(snapshot.claims)
    found.update(_marked(connection, {mark for claim in snapshot.claims for mark in sought(claim, around)}, path))
    return [known for _, known in sorted(found.items())]


def dates(connection: Connection, days: set[str], path: str) -> list[Claim]:
    """Date claims that other documents state now of one of these months and days ("12-14"), whatever the year."""
    rows = _marked(connection, {day(one) for one in days}, path)
    return [known.claim for _, known in sorted(rows.items())]


def _marked(connection: Connection, wanted: set[int], path: str) -> Rows:
    """Current claims of other documents under these marks."""
    found: dict[int, list[int]] = {}
    for chunk in _chunks(sorted(wanted)):
        for mark, identity in connection.execute(MARKED, {"marks": chunk}):
            found.setdefault(mark, []).append(identity)
    identities = sorted({identity for under in found.values() for identity in under[:ALIKE]})
    rows = (row for chunk in _chunks(identities) for row in connection.execute(THESE, {"path": path, "identities": chunk}))
    return dict(_known(rows))


def about(connection: Connection, identities: Iterable[str] | None) -> Iterator[KnownClaim]:
    """Claims of all versions, current or not, about these subjects; about everything for null. In the order they were learnt."""
    if identities is None:
        yield from (known for _, known in _select(connection, claims.c.id > 0))
        return
    for chunk in _chunks(sorted(identities)):
        yield from (known for _, known in _select(connection, claims.c.subject_id.in_(chunk)))


def named(connection: Connection, subject: str) -> set[str]:
    """The ids of subjects all of whose given words are known for them; the id itself where it is one."""
    exact = connection.execute(select(claims.c.subject_id).where(claims.c.subject_id == subject).limit(1)).scalar()
    if exact:
        return {str(exact)}
    sets = [set(connection.execute(select(names.c.subject_id).where(names.c.word == word)).scalars()) for word in words(subject)]
    return set.intersection(*sets) if sets else set()


def _subjects(connection: Connection, own: dict[str, str]) -> list[str]:
    """The known subjects with a name that may be one of these (name -> id), and those a short one of them may be as well."""
    named = {name: words(name) for name in own if is_name(name)}
    shared: dict[str, str] = {}
    close: set[str] = set()
    for word in sorted(set().union(*named.values())):
        mine = [name for name in named if word in named[name]]
        for identity, name in _sharing(connection, word):
            shared[name] = identity
            if any(near(name, one) and name_relation(name, one) in MAY_BE for one in mine):
                close.add(name)
    short = [one for one in close if any(name_words(one) < name_words(name) for name in named)]
    close.update(name for name in shared if any(name_words(one) <= name_words(name) for one in short))
    return sorted({*(own[name] for name in named), *(shared[name] for name in close)})


def _sharing(connection: Connection, word: str) -> Sequence[tuple[str, str]]:
    """The subjects (id, name) that a word leads to; none for a common word, which stays one and is not asked for again."""
    common: set[str] = connection.info.setdefault("common words", set())
    if word in common:
        return ()
    rows = connection.execute(SHARING, {"word": word}).all()
    if len(rows) > SHARED:
        common.add(word)
        return ()
    return [(identity, name) for identity, name in rows]


def near(one: str, other: str) -> bool:
    """False where two names surely are neither the same nor one short for the other: quicker told than what they are."""
    left, right = name_words(one), name_words(other)
    more, less = left - right, right - left
    return not more or not less or all(any(a[:2] == b[:2] or a[-2:] == b[-2:] for b in less) for a in more)


def _select(connection: Connection, condition: ColumnElement[bool]) -> Iterator[tuple[tuple[int, int], KnownClaim]]:
    return _known(connection.execute(CLAIMS.where(condition)))


def _known(rows: Iterable[Any]) -> Iterator[tuple[tuple[int, int], KnownClaim]]:
    for record, position, identity, version, published, path in rows:
        yield (identity, position), KnownClaim(_claim(identity, position, record), DocumentVersion(path, version), published, identity)


@lru_cache(maxsize=5_000)
def _claim(_version: int, _position: int, record: str) -> Claim:
    """A stored claim; the comparison tells claims apart by their identity, hence one object for each place, not for each text."""
    return claim_from(parsed(record))


def _chunks(values: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
