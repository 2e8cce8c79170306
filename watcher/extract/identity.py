"""Drafts of claims, one a mention -> the claims of a snapshot: mentions of one fact brought together, each with an id.

A claim in a headline and again in the body, or in two language sections, is one claim with two pieces of evidence. Mentions
are brought together only where nothing they state differs; two languages that disagree stay two claims, for the comparison to
tell. An id hashes what a claim is about and never its value, so that a revised figure can keep it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from json.encoder import encode_basestring as quoted

from watcher.model import KINDS, Attribution, Claim, Evidence, Figure, Modality, Quote, Scope, Status, Subject, Value

NOWHERE = Scope()  # frozen, so one for all
_SHORT = 6  # words of a property or of a thing's name


@dataclass(slots=True)
class Draft:
    """One mention, read whole, before it is known which other mentions state the same."""

    section: int
    evidence: Evidence
    value: Value
    subject: Subject | None
    property: str | None
    scope: Scope = NOWHERE
    attribution: Attribution | None = None
    modality: Modality = "asserted"


def claims(drafts: Iterable[Draft]) -> tuple[Claim, ...]:
    """The claims, in the order of their first evidence, each id unique."""
    groups: list[list[Draft]] = []
    by_value: dict[object, list[list[Draft]]] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.evidence.start, draft.evidence.end)):
        candidates = by_value.setdefault(_stated(draft), [])
        for group in candidates:
            if _same_fact(group, draft):
                group.append(draft)
                break
        else:
            group = [draft]
            candidates.append(group)
            groups.append(group)
    seen: dict[str, int] = {}
    return tuple([_claim(group, seen) for group in groups])


def _stated(draft: Draft) -> object:
    """What must be equal, to the letter, for two mentions to be one claim: the value, but not the words for it."""
    value = draft.value
    if isinstance(value, Figure):
        return (value.number, value.unit, value.high, value.per, value.modifier, draft.modality)
    if isinstance(value, Status):
        return (value.lifecycle, value.stage, draft.modality)
    if isinstance(value, Quote):
        return ("quote", value.text)
    return ("date", value.edtf)


def _same_fact(group: Sequence[Draft], draft: Draft) -> bool:
    """Whether `draft` says again what `group` says.

    In one language the subject and property must agree. Two languages name things differently ("homes", "casas"), so there
    a mention is matched with the next one of the same value that has no partner yet.
    """
    first = group[0]
    if draft.section != first.section:
        beside = [member for member in group if member.section == draft.section]
        if beside:
            return any(_same_words(member, draft) for member in beside)
        return not isinstance(draft.value, Quote) and _translates(first, draft)
    return _same_words(first, draft)


def _same_words(a: Draft, b: Draft) -> bool:
    return (
        _id(a.subject) == _id(b.subject)
        and (isinstance(a.value, Status) or a.property == b.property)
        and _agree(a.scope.time, b.scope.time)
        and _agree(_source(a), _source(b))
    )


def _translates(a: Draft, b: Draft) -> bool:
    named = a.subject is not None and b.subject is not None and "person" in (a.subject.type, b.subject.type)
    if named and _id(a.subject) != _id(b.subject):
        return False
    return _agree(a.scope.time, b.scope.time)


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _id(subject: Subject | None) -> str | None:
    return subject.id if subject else None


def _source(draft: Draft) -> str | None:
    return draft.attribution.source if draft.attribution else None


def _claim(group: Sequence[Draft], seen: dict[str, int]) -> Claim:
    """One claim of its mentions: the fullest of what they say about subject, scope and source. `seen` counts the ids given out."""
    first = group[0]
    subject, name, scope, attribution = first.subject, first.property, first.scope, first.attribution
    evidence: tuple[Evidence, ...] = (first.evidence,)
    if len(group) > 1:
        evidence = tuple([draft.evidence for draft in group])
        time, place, event = scope.time, scope.place, scope.event
        for draft in group:
            subject, attribution = subject or draft.subject, attribution or draft.attribution
            time, place, event = time or draft.scope.time, place or draft.scope.place, event or draft.scope.event
        scope = Scope(time, place, event)
        if isinstance(first.value, Status) and first.value.role and any(draft.attribution is None for draft in group):
            attribution = None  # a title that the article gives too
        other = next((draft for draft in group if draft.section != first.section and not isinstance(draft.value, Quote)), None)
        if other is not None:
            name = _both(first.property, other.property)
            if subject is not None and other.subject is not None and subject.type == other.subject.type != "person":
                subject = replace(subject, name=_both(subject.name, other.subject.name) or subject.name)
    about = _about(KINDS[type(first.value)], subject, name, scope, attribution)
    before = seen.get(about, 0)
    seen[about] = before + 1
    id_ = f"{about}-{before + 1}" if before else about
    return Claim(id_, subject, name, scope, first.value, attribution, first.modality, evidence)


def _both(name: str | None, other: str | None) -> str | None:
    """A thing named in two languages goes by both names ("container/contenedor"), as long as that stays short."""
    if not name or not other or name == other or len(f"{name}/{other}".split()) > _SHORT:
        return name
    return f"{name}/{other}"


def _about(kind: str, subject: Subject | None, name: str | None, scope: Scope, attribution: Attribution | None) -> str:
    """The hash of what a claim is about: kind, subject, property, scope and source; 16 hexadecimal digits."""
    source = attribution.source if attribution else None
    where = "[null, null, null]" if scope is NOWHERE else f"[{_json(scope.time)}, {_json(scope.place)}, {_json(scope.event)}]"
    about = f'["{kind}", {_json(subject.id if subject else None)}, {_json(name)}, {where}, {_json(source)}]'
    return hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _json(text: str | None) -> str:
    return "null" if text is None else quoted(text)
