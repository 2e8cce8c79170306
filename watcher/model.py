"""The nouns of the program, frozen, in one file: what every other room speaks in.

Nothing here reads, decides or writes. `as_dict()` of a noun is its JSON in the contract; `from_dict()` reads it back.
Numbers are `Decimal`, never `float`; offsets count Unicode code points in the decoded text; times are EDTF strings.
"""

from __future__ import annotations

import builtins
import copyreg
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any, Literal, NamedTuple

SCHEMA_VERSION = 1

Modality = Literal["asserted", "denied", "planned", "conditional", "alleged"]
SubjectType = Literal["person", "organization", "place", "thing"]
PublishedFrom = Literal["metadata", "text", "filename", "inferred"]
FoundBy = Literal["event", "rescan", "start"]
Json = dict[str, Any]


class Span(NamedTuple):
    """A half-open range of code points in a document's text."""

    start: int
    end: int


class FileStat(NamedTuple):
    """What the file system says of a file; equal stats let a rescan skip the reading, the hash stays the truth."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    device: int


@dataclass(frozen=True, slots=True)
class FileEvent:
    """What a look at the folder found: a hint, or the result of a rescan.

    `path` is below the folder with "/" between its parts, as the system gives it (it may hold surrogate escapes).
    `renamed` is a `present` whose content stood under `old_path`, which vanished in the same look; the pipeline finds
    these itself among the `present` and `removed` of one look, so a folder need not.
    """

    path: str
    kind: Literal["present", "removed", "renamed"]
    found_by: FoundBy
    old_path: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A run of one language in a document; `role` says whether it is the original or a translation of another."""

    language: str
    start: int
    end: int
    role: Literal["original", "translation"] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded file: its text and what the file itself says about it."""

    path: str
    sha256: str
    bytes: int
    text: str
    title: str | None
    published: str | None
    published_from: PublishedFrom | None
    modified: str | None
    source_url: str | None
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a claim is about. `id` is a slug of the fullest name known for it."""

    id: str
    name: str
    type: SubjectType


@dataclass(frozen=True, slots=True)
class Scope:
    """When (EDTF), where and at which event a claim holds."""

    time: str | None = None
    place: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it; `quoted` where the words stand inside a quotation of theirs."""

    source: str | None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words of a claim: `text[start:end] == exact`, always."""

    exact: str
    start: int
    end: int
    language: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit. `per` is a denominator, `high` the upper end of a range."""

    number: Decimal
    unit: str
    high: Decimal | None = None
    per: Decimal | None = None
    modifier: str = "exact"


@dataclass(frozen=True, slots=True)
class Status:
    """A stage of a lifecycle, with the words that say it; `role` ("president") and `of` ("Chile") where told."""

    lifecycle: str
    stage: str
    label: str
    role: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happens, as EDTF; the claim's property names what."""

    edtf: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words; the claim's subject is the speaker."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """The value of a `title.changed`: a text with no claim behind it."""

    text: str


Value = Figure | Status | EventDate | Quote
ClaimKind = Literal["figure", "status", "date", "quote"]
KINDS: dict[type, ClaimKind] = {Figure: "figure", Status: "status", EventDate: "date", Quote: "quote"}


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing an article states. `id` hashes what it is about, never its value."""

    id: str
    subject: Subject | None
    property: str | None
    scope: Scope
    value: Value
    attribution: Attribution | None
    modality: Modality
    evidence: tuple[Evidence, ...]

    @builtins.property  # `property` is a field of this class
    def kind(self) -> ClaimKind:
        return KINDS[type(self.value)]

    def as_dict(self) -> Json:
        return {"id": self.id, "kind": self.kind, **_plain_parts(self)}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one version of one document claims, by one version of the rules (`extractor`)."""

    document: Document
    extractor: str
    claims: tuple[Claim, ...]

    def as_dict(self) -> Json:
        document = {name: value for name, value in plain(self.document).items() if name != "text"}
        claims = [claim.as_dict() for claim in self.claims]
        return {"schema_version": SCHEMA_VERSION, "document": document, "extractor": self.extractor, "claims": claims}


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """Which version of which document a side of a change stands in."""

    path: str
    version: int


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim of another document, as the store knows it; `order` counts the versions as they were taken in."""

    claim: Claim
    document: DocumentVersion
    published: str | None
    order: int


@dataclass(frozen=True, slots=True)
class Side:
    """A claim as one version states it: one side of a change."""

    value: Value | Words
    modality: Modality
    attribution: Attribution | None
    evidence: tuple[Evidence, ...]
    document: DocumentVersion


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that moved, from `before` to `after`; `summary` says it in a sentence, `significance` runs from 0 to 1."""

    kind: str
    claim_id: str | None
    subject: Subject | None
    property: str | None
    scope: Scope | None
    before: Side | None
    after: Side | None
    significance: float
    summary: str
    _record: Json | None = field(default=None, init=False, repr=False, compare=False)

    def as_dict(self) -> Json:
        """Made once, for it is checked, stored and shown: not to be changed by who is given it."""
        if self._record is None:
            object.__setattr__(self, "_record", _plain_parts(self))
        return self._record  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class EntryDocument:
    """The document an entry is about."""

    path: str
    version: int
    title: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as the changelog keeps it: numbered without gaps, chained by hash."""

    seq: int
    id: str
    detected_at: str
    found_by: FoundBy
    document: EntryDocument
    change: Change
    previous_hash: str
    hash: str = field(default="")

    def as_dict(self) -> Json:
        own = {name: plain(getattr(self, name)) for name in ("seq", "id", "detected_at", "found_by", "document")}
        return own | self.change.as_dict() | {"previous_hash": self.previous_hash, "hash": self.hash}


_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})  # the most of what a record is made of, looked up first
_FLAT = frozenset({Section, Subject, Scope, Attribution, Evidence, Status, EventDate, Quote, Words, DocumentVersion, EntryDocument})
_PARTS: dict[type, tuple[tuple[str, ...], Callable[[Any], Any]]] = {}  # the fields of each noun and what gets them all, made once


def _plain_parts(noun: Any) -> Json:
    """The fields of a noun, each plain."""
    kind = type(noun)
    names, get = _parts(kind)
    if kind in _FLAT:
        return dict(zip(names, get(noun), strict=True))
    return {name: value if type(value) in _AS_THEY_ARE else plain(value) for name, value in zip(names, get(noun), strict=True)}


def _parts(kind: type) -> tuple[tuple[str, ...], Callable[[Any], Any]]:
    if kind not in _PARTS:
        names = tuple(part.name for part in fields(kind) if part.init)
        _PARTS[kind] = names, attrgetter(*names) if len(names) > 1 else lambda one: (getattr(one, names[0]),)
    return _PARTS[kind]


def _made_of(noun: Any) -> tuple[type, tuple[Any, ...]]:
    kind = type(noun)
    return kind, _parts(kind)[1](noun)


for _kind in (Document, Section, Subject, Scope, Attribution, Evidence, Figure, Status, EventDate, Quote, Claim, Snapshot):
    copyreg.pickle(_kind, _made_of)  # twice as quick as a dataclass pickles itself, which looks its fields up each time


def plain(value: Any) -> Any:
    """A noun as JSON: decimals as plain strings, tuples as lists, nouns as objects."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple or kind is list:
        return [plain(part) for part in value]
    if kind in (Claim, Snapshot, Change, Entry):
        return value.as_dict()
    if kind in _PARTS or is_dataclass(value):
        return _plain_parts(value)
    return number_text(value) if isinstance(value, Decimal) else value


def number_text(number: Decimal) -> str:
    """A decimal without exponent or trailing zeros: 24, 58.61, 1200000."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
