"""The ledger: what the current versions of live documents claim, found by the subject's words.

Snapshots go in as rows (`rows`); `related` gives back what may touch a new snapshot, as `KnownClaim`s, oldest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, bindparam, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from watcher.lexicon import fold
from watcher.model import Claim, DocumentVersion, Json, KnownClaim, Snapshot
from watcher.store.gate import canonical, parsed
from watcher.store.records import claim_from
from watcher.store.tables import claims, documents, names, versions

T = TypeVar("T")
CHUNK = 400  # values in one IN list
SHARED = 100  # subjects a word may lead to; a word more common than that names nobody


# built once, for building takes longer than running
CLAIMS = (
    select(claims.c.record, claims.c.position, versions.c.id, versions.c.version, versions.c.published, documents.c.path)
    .join(versions, versions.c.id == claims.c.version_id)
    .join(documents, documents.c.id == versions.c.document_id)
    .order_by(versions.c.id, claims.c.position)
)
OTHERS = and_(claims.c.current == 1, documents.c.path != bindparam("path"))
ABOUT_SUBJECTS = CLAIMS.where(OTHERS, claims.c.subject_id.in_(bindparam("subjects", expanding=True)))
DATES = (
    select(claims.c.record)
    .join(versions, versions.c.id == claims.c.version_id)
    .join(documents, documents.c.id == versions.c.document_id)
    .where(claims.c.subject_id.is_(None), claims.c.kind == "date", OTHERS)  # days of an event have no subject; by its own index
    .order_by(claims.c.id)
)
SHARING = select(names.c.subject_id).where(names.c.word == bindparam("word")).limit(SHARED + 1)
OWN_VERSIONS = select(versions.c.id).where(versions.c.document_id == bindparam("document"))
RETIRE = update(claims).where(claims.c.version_id.in_(OWN_VERSIONS), claims.c.current == 1).values(current=0)
ADD_NAMES = insert(names).on_conflict_do_nothing()


def words(name: str) -> set[str]:
    """The words under which a subject is found: folded, longer than two letters."""
    return {word for word in "".join(letter if letter.isalnum() else " " for letter in fold(name)).split() if len(word) > 2}


def add(connection: Connection, version_id: int, records: list[Json]) -> None:
    """File the claims of a version that is now the current one of its document."""
    if not records:
        return
    rows = [
        {
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
    connection.execute(claims.insert(), rows)
    subjects = {(record["subject"]["id"], record["subject"]["name"]) for record in records if record["subject"]}
    keys = [{"word": word, "subject_id": identity} for identity, name in sorted(subjects) for word in sorted(words(name))]
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
    """Current claims of other documents whose subject shares a word with a subject of `snapshot`, or which, like some
    claim of `snapshot`, have no subject and are of one kind and property."""
    subjects = {claim.subject for claim in snapshot.claims if claim.subject}
    shared = _sharing(connection, {word for subject in subjects for word in words(subject.name)})
    found = sorted({subject.id for subject in subjects} | shared)
    bare = sorted({(claim.kind, claim.property) for claim in snapshot.claims if claim.subject is None and claim.property})
    path = snapshot.document.path
    rows = [row for chunk in _chunks(found) for row in _known(connection.execute(ABOUT_SUBJECTS, {"path": path, "subjects": chunk}))]
    for chunk in _chunks(bare):
        alike = or_(*(and_(claims.c.kind == kind, claims.c.property == name) for kind, name in chunk))
        rows += _known(connection.execute(CLAIMS.where(OTHERS, claims.c.subject_id.is_(None), alike), {"path": path}))
    return [known for _, known in sorted(rows, key=lambda row: row[0])]


def dates(connection: Connection, days: set[str], path: str) -> list[Claim]:
    """Date claims that other documents state now of one of these months and days ("12-14"), whatever the year."""
    if not days:
        return []
    ends = or_(*(claims.c.record.contains(f'-{day}"', autoescape=True) for day in sorted(days)[:CHUNK]))
    rows = connection.execute(DATES.where(ends), {"path": path})
    return [_claim(record) for (record,) in rows]


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


def _sharing(connection: Connection, wanted: set[str]) -> set[str]:
    found: set[str] = set()
    for word in sorted(wanted):
        ids = connection.execute(SHARING, {"word": word}).scalars().all()
        found.update(ids if len(ids) <= SHARED else ())
    return found


def _select(connection: Connection, condition: ColumnElement[bool]) -> Iterator[tuple[tuple[int, int], KnownClaim]]:
    return _known(connection.execute(CLAIMS.where(condition)))


def _known(rows: Iterable[Any]) -> Iterator[tuple[tuple[int, int], KnownClaim]]:
    for record, position, identity, version, published, path in rows:
        yield (identity, position), KnownClaim(_claim(record), DocumentVersion(path, version), published, identity)


def _claim(record: str) -> Claim:
    return claim_from(parsed(record))


def _chunks(values: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
