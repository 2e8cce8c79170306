"""The ledger: what the versions of documents claim, as rows found by subject, by the words of its names, and by marks.

Snapshots go in (`add`), speak and fall silent (`revive`, `retire`); `about` and `named` answer who asks for one subject's history.
What may touch a new snapshot is `watcher.store.related`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, select, update

from watcher.compare import Earlier
from watcher.compare.comparable import places_of
from watcher.lexicon import fold
from watcher.model import Claim, DocumentVersion, Json, KnownClaim
from watcher.store.gate import parsed
from watcher.store.marks import filed
from watcher.store.records import claim_from
from watcher.store.sqlite import insertion, rows, write
from watcher.store.tables import claims, documents, marks, names, versions

T = TypeVar("T")
CHUNK = 400  # values in one IN list

# built once, for building takes longer than running
CLAIMS = (
    select(claims.c.record, versions.c.id, versions.c.version, versions.c.published, documents.c.path, claims.c.id, documents.c.id)
    .join(versions, versions.c.id == claims.c.version_id)
    .join(documents, documents.c.id == versions.c.document_id)
    .order_by(claims.c.id)  # numbers grow as claims are learnt
)
OWN_VERSIONS = select(versions.c.id).where(versions.c.document_id == bindparam("document"))
RETIRE = update(claims).where(claims.c.version_id.in_(OWN_VERSIONS), claims.c.current == 1).values(current=0)
ADD_NAMES = insertion(names) + " ON CONFLICT DO NOTHING"
ADD_CLAIMS, ADD_MARKS = insertion(claims), insertion(marks)
EARLIER_CLAIMS = 1_000  # claims of older versions that are looked through for a value that is back
EARLIER = (
    select(claims.c.record, versions.c.version)
    .join(versions, versions.c.id == claims.c.version_id)
    .where(versions.c.document_id == bindparam("document"), versions.c.version < bindparam("version"))
    .order_by(versions.c.version.desc(), claims.c.position)
    .limit(EARLIER_CLAIMS)
)
LAST_CLAIM = "SELECT coalesce(max(id), 0) FROM claims"


def words(name: str) -> set[str]:
    """The words under which a subject is found: folded, longer than two letters."""
    return {word for word in "".join(letter if letter.isalnum() else " " for letter in fold(name)).split() if len(word) > 2}


def add(connection: Connection, version_id: int, records: list[Json], texts: list[str], stated: Sequence[Claim]) -> int:
    """File the claims of a version that is now the current one of its document: as records, their canonical texts, and as they
    were stated. The number of the first of them; the others follow it."""
    first = int(rows(connection, LAST_CLAIM, ())[0][0]) + 1
    if not records:
        return first
    filed_claims = [
        {
            "id": first + position,
            "version_id": version_id,
            "position": position,
            "current": 1,
            "kind": record["kind"],
            "subject_id": record["subject"] and record["subject"]["id"],
            "property": record["property"],
            "record": text,
        }
        for position, (record, text) in enumerate(zip(records, texts, strict=True))
    ]
    write(connection, ADD_CLAIMS, filed_claims)
    around = places_of(stated)
    filing = [{"mark": mark, "claim_id": at} for at, claim in enumerate(stated, first) for mark in filed(claim, around)]
    write(connection, ADD_MARKS, filing)
    subjects = {(record["subject"]["id"], record["subject"]["name"]) for record in records if record["subject"]}
    keys = [{"word": word, "subject_id": identity, "name": name} for identity, name in sorted(subjects) for word in sorted(words(name))]
    if keys:
        write(connection, ADD_NAMES, keys)
    return first


def retire(connection: Connection, document_id: int) -> None:
    """No version of this document speaks now."""
    connection.execute(RETIRE, {"document": document_id})


def revive(connection: Connection, document_id: int, version: int) -> None:
    """The claims of this version speak again."""
    own = select(versions.c.id).where(versions.c.document_id == document_id, versions.c.version == version)
    connection.execute(update(claims).where(claims.c.version_id.in_(own)).values(current=1))


def earlier(connection: Connection, document_id: int, version: int) -> list[Earlier]:
    """What the versions of a document before `version` stated, the newest ones' claims where they are very many."""
    found = connection.execute(EARLIER, {"document": document_id, "version": version}).all()
    stated = ((claim_from(parsed(record)), number) for record, number in found)
    return [Earlier(claim.id, number, claim.value) for claim, number in stated]


def about(connection: Connection, identities: Iterable[str] | None) -> Iterator[KnownClaim]:
    """Claims of all versions, current or not, about these subjects; about everything for null. In the order they were learnt."""
    if identities is None:
        yield from map(known, connection.execute(CLAIMS))
        return
    for chunk in chunks(sorted(identities)):
        yield from map(known, connection.execute(CLAIMS.where(claims.c.subject_id.in_(chunk))))


def named(connection: Connection, subject: str) -> set[str]:
    """The ids of subjects all of whose given words are known for them; the id itself where it is one."""
    exact = connection.execute(select(claims.c.subject_id).where(claims.c.subject_id == subject).limit(1)).scalar()
    if exact:
        return {str(exact)}
    sets = [set(connection.execute(select(names.c.subject_id).where(names.c.word == word)).scalars()) for word in words(subject)]
    return set.intersection(*sets) if sets else set()


def known(row: Sequence[Any]) -> KnownClaim:
    """A row of `CLAIMS` as the comparison takes it."""
    record, version_id, version, published, path, _, _ = row
    return KnownClaim(claim_from(parsed(record)), DocumentVersion(path, version), published, version_id)


def chunks(values: list[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The values, some at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
