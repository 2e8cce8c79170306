"""A document's claims against what other documents claim -> shifts, revisions, conflicts, and what nobody said before. Pure.

Between two documents only what is surely about the same is held together, and time decides: the newer moves on, one
time conflicts, an older one that arrives late and one of unknown time move nothing and only add a source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from watcher.compare.comparable import (
    events_agree,
    places_of,
    rolling,
    same_event,
    same_property,
    same_time,
    single_of,
    singles,
    sources_agree,
)
from watcher.compare.linking import relation
from watcher.compare.order import bounds, order
from watcher.compare.others import Others
from watcher.compare.parallel import disagreements
from watcher.compare.significance import judge
from watcher.compare.stages import step
from watcher.compare.summary import sentence
from watcher.compare.values import same_amount, same_value
from watcher.compare.versions import side, told_apart
from watcher.model import Change, Claim, DocumentVersion, EventDate, Figure, KnownClaim, Quote, Snapshot, Status, Subject

_HELD = ("asserted", "alleged")  # what is only planned, conditional or denied puts nobody at a stage
_ADDED = {"figure": "figure.added", "status": "status.added", "date": "date.added", "quote": "quote.added"}


def across(
    snapshot: Snapshot,
    others: Others,
    *,
    version: int = 1,
    changed: Sequence[Change] | None = None,
    language: str = "en",
) -> list[Change]:
    """What `snapshot` changes in what the other documents claim.

    `changed` null: the document is new, and what nobody stated is `.added`. Else they are the changes of an edited document,
    already told; only conflicts they bring are told here.
    """
    place = DocumentVersion(snapshot.document.path, version)
    subjects = others.linked(snapshot)
    fresh = None if changed is None else {change.claim_id for change in changed if change.after is not None}
    ours = singles(snapshot.claims)
    here = places_of(snapshot.claims)
    found: list[Change] = []
    for claim in snapshot.claims:
        if fresh is not None and claim.id not in fresh:
            continue
        subject = subjects.get(claim.subject.id) if claim.subject else None
        fixed = isinstance(claim.value, Figure) and not rolling(claim)
        about = [one for one in others.about(claim, subject, here) if not (fixed and _another_fact(claim, one.claim))]
        change = _judge(claim, about, snapshot, place, single=id(claim) in ours, beside=others.beside)
        if change is None and not _stated(claim, about) and not _said(claim, others):
            change = _change(_ADDED[claim.kind], claim, None, claim, place)
        if change is not None and (fresh is None or change.kind.endswith(".conflicting")) and not _repeats(change, found):
            found.append(_told(change, subject, language))
    if changed is None:
        found += [_told(told_apart(sides, place), None, language) for sides in disagreements(snapshot)]
    return found


def _repeats(change: Change, found: Iterable[Change]) -> bool:
    """True where a change told already moves the same known value to the same: a toll in the headline and in the body."""
    if change.before is None or change.after is None:
        return False
    return any(
        one.kind == change.kind
        and one.before is not None
        and one.after is not None
        and one.before.document == change.before.document
        and same_value(one.before.value, change.before.value)
        and same_value(one.after.value, change.after.value)
        and relation(one.subject, change.subject) != "other"
        for one in found
    )


def _judge(
    claim: Claim,
    about: list[KnownClaim],
    snapshot: Snapshot,
    place: DocumentVersion,
    *,
    single: bool,
    beside: Callable[[DocumentVersion], list[Claim]],
) -> Change | None:
    """The change that `claim` makes among the known claims about the same, or null."""
    about = [one for one in about if not (one.claim.attribution and one.claim.attribution.quoted)]
    if not about or (claim.attribution and claim.attribution.quoted):
        return None
    if isinstance(claim.value, Status):
        return _status(claim, about, snapshot, place)
    if not single or isinstance(claim.value, Quote) or any(same_value(claim.value, one.claim.value) for one in about):
        return None
    if isinstance(claim.value, Figure) and not rolling(claim):  # one without a time differs from none, which is soon told of many
        about = [one for one in about if same_time(claim, one.claim) or _same_figure(claim, one.claim)]
    about = [one for one in about if single_of(one.claim, beside(one.document))]
    if isinstance(claim.value, Figure):
        return _figure(claim, about, snapshot.document.published, place)
    return _date(claim, about, snapshot.document.published, place)


def _another_fact(one: Claim, other: Claim) -> bool:
    """A figure that does not roll on states another fact where its time, event or source is another."""
    return same_time(one, other) is False or not events_agree(one, other) or not sources_agree(one, other)


def _figure(claim: Claim, about: list[KnownClaim], published: str | None, place: DocumentVersion) -> Change | None:
    if any(_same_figure(claim, one.claim) for one in about):
        return None
    if not rolling(claim):
        of_one_time = [one for one in about if same_time(claim, one.claim)]
        return _between("figure.conflicting", _first(of_one_time), claim, place) if of_one_time else None
    last = _latest(about)
    match order(published, last.published) if last else "unknown":
        case "after":
            return _between("figure.revised", last, claim, place)
        case "same":
            return _between("figure.conflicting", last, claim, place)
    return None


def _same_figure(one: Claim, other: Claim) -> bool:
    return isinstance(one.value, Figure) and isinstance(other.value, Figure) and same_amount(one.value, other.value)


def _same(one: Claim, other: Claim) -> bool:
    return same_value(one.value, other.value)


def _status(claim: Claim, about: list[KnownClaim], snapshot: Snapshot, place: DocumentVersion) -> Change | None:
    """A newer article's other stage is a shift, one of the same time a conflict."""
    about = [one for one in about if one.claim.modality in _HELD]
    last = _latest(about)
    if claim.modality not in _HELD or last is None:
        return None
    at_last = [one for one in about if one is last or order(one.published, last.published) in ("same", "after")]
    if any(same_value(claim.value, one.claim.value) for one in at_last):
        return None
    before, after = last.claim.value, claim.value
    assert isinstance(before, Status) and isinstance(after, Status)  # noqa: S101, PT018  `about` holds statuses alone
    if _restates(snapshot, claim, before) and step(after.lifecycle, before.stage, after.stage).direction != "forwards":
        return None
    match order(snapshot.document.published, last.published):
        case "after":
            return _between("status.shifted", last, claim, place)
        case "same":
            return _between("status.conflicting", last, claim, place)
    return None


def _restates(snapshot: Snapshot, claim: Claim, stage: Status) -> bool:
    """True where the document itself also puts the subject at the known stage."""
    return any(
        same_value(other.value, stage) and other.subject is not None and claim.subject is not None and other.subject.id == claim.subject.id
        for other in snapshot.claims
        if isinstance(other.value, Status)
    )


def _date(claim: Claim, about: list[KnownClaim], published: str | None, place: DocumentVersion) -> Change | None:
    """A date still to come that a newer article puts elsewhere; once it has passed, another date is another event."""
    last = _latest([one for one in about if events_agree(claim, one.claim)])
    if last is None or not isinstance(claim.value, EventDate) or not isinstance(last.claim.value, EventDate):
        return None
    now, then, here = (_first_day(edtf) for edtf in (claim.value.edtf, last.claim.value.edtf, published))
    if now is None or then is None or here is None or min(now, then) < here or len(claim.value.edtf) != len(last.claim.value.edtf):
        return None
    match order(published, last.published):
        case "after":
            return _between("date.moved", last, claim, place)
        case "same":
            return _between("date.conflicting", last, claim, place)
    return None


def _first_day(edtf: str | None) -> date | None:
    days = bounds(edtf)
    return days.first if days else None


def _latest(about: list[KnownClaim]) -> KnownClaim | None:
    """The statement that stands: the latest published, of one day the first taken in; undated ones only where all are."""
    dated = [one for one in about if bounds(one.published) is not None]
    if not dated:
        return _first(about) if about else None
    return max(dated, key=lambda one: ((bounds(one.published) or (date.min, date.min))[1], -one.order))


def _first(about: list[KnownClaim]) -> KnownClaim:
    return min(about, key=lambda one: (one.order, one.document, one.claim.id))


def _stated(claim: Claim, about: Sequence[KnownClaim]) -> bool:
    """True where one of the known claims about the same says it already. A value that none has is new, and no number is hidden,
    also where the order of the articles tells no revision; a known stage of the same subject is news only as a shift."""
    if isinstance(claim.value, Status):
        return bool(about)
    same = _same_figure if isinstance(claim.value, Figure) else _same
    return any(same(claim, one.claim) for one in about)


def _said(claim: Claim, others: Others) -> bool:
    """True where another document states the same value of the same, though it names no subject that links."""
    if any(one.claim.property == claim.property and same_value(claim.value, one.claim.value) for one in others.of(claim.subject)):
        return True
    dates = others.dates if isinstance(claim.value, EventDate) else ()
    return any(same_value(claim.value, one.claim.value) and _one_day(claim, one.claim) for one in dates)


def _one_day(one: Claim, other: Claim) -> bool:
    """True for one date of one event, whatever the languages call it."""
    if not isinstance(one.value, EventDate) or one.property is None or other.property is None:
        return False
    return relation(one.subject, other.subject) != "other" and (
        same_event(one.property, other.property) or same_property(one.property, other.property)
    )


def _between(kind: str, known: KnownClaim | None, claim: Claim, place: DocumentVersion) -> Change | None:
    return None if known is None else _change(kind, claim, known, claim, place)


def _change(kind: str, about: Claim, before: KnownClaim | None, after: Claim, place: DocumentVersion) -> Change:
    known = side(before.claim, before.document) if before else None
    return Change(kind, about.id, about.subject, about.property, about.scope, known, side(after, place), 0.0, "")


def _told(change: Change, subject: Subject | None, language: str) -> Change:
    """The change under the fullest name known, with its significance and its sentence."""
    if subject is not None and change.subject is not None and len(subject.name) > len(change.subject.name):
        change = replace(change, subject=subject)
    return replace(change, significance=judge(change).significance, summary=sentence(change, language))
