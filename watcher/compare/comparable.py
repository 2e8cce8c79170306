"""Two claims of two documents -> may they be held against each other?

A false contradiction is worse than a missed one: subject, property, unit, scope and source must all go together, and a
document that states several values under one key states none that can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from decimal import Decimal
from functools import lru_cache

from watcher import lexicon
from watcher.compare.linking import is_name, large_words, name_relation, name_words
from watcher.compare.prose import written_large
from watcher.compare.values import family, measure
from watcher.lexicon.concepts import concept
from watcher.model import Claim, DocumentVersion, EventDate, Figure, KnownClaim, Quote, Status

_TALLY = 1000  # from here on a count is hardly that of another occasion
_TALLY_GROWS = Decimal("1.25")
Called = tuple[str, str]  # the id and the name of a subject


@lru_cache(maxsize=1)
def _groups() -> dict[str, int]:
    """A telling word of any language -> its group; the languages list their groups in one order."""
    lists = [lexicon.load(f"{language}/compare")["contrasts"] for language in lexicon.LANGUAGES]
    return {word: at for groups in lists for at, group in enumerate(groups) for word in group.split()}


@lru_cache(maxsize=1)
def _rolling() -> frozenset[str]:
    return frozenset(word for language in lexicon.LANGUAGES for word in lexicon.load(f"{language}/compare")["rolling"].split())


def rolling(claim: Claim) -> bool:
    """True for a figure that goes on moving while its name stays: a toll, a number of arrests, a price."""
    return isinstance(claim.value, Figure) and claim.value.per is None and not _words(claim.property).isdisjoint(_rolling())


@lru_cache(maxsize=20_000)
def _words(name: str | None) -> frozenset[str]:
    return frozenset(lexicon.fold(name or "").replace("-", " ").split())


@lru_cache(maxsize=20_000)
def _was(name: str) -> bool:
    """True for what was before: "revenue a year earlier"."""
    return name.rpartition(" ")[2] in lexicon.load("compare")["names"]["before"]


@lru_cache(maxsize=50_000)
def same_property(one: str | None, other: str | None) -> bool:
    """True where two properties are one, in one language or in two."""
    if one is None or other is None or _was(one) != _was(other):
        return False
    if name_words(one) == name_words(other) or concept(one) == concept(other):
        return True
    groups = _groups()
    left, right = ({groups[word] for word in _words(name) if word in groups} for name in (one, other))
    return bool(left) and left == right


def same_about(
    one: Claim, called: Collection[Called], here: frozenset[str], there: Callable[[DocumentVersion], frozenset[str]]
) -> Callable[[KnownClaim], bool]:
    """A judge of known claims: true where one is about the same as `one`, a figure that goes on moving.

    `called` is how the known claims call its subject; `here` are the words of the places that the document of `one` speaks of, `there`
    those of another's. What `one` is like is found out once, for a common subject has a thousand claims.
    """
    counted, named = tally(one), one.subject is not None and is_name(one.subject.name)

    def judge(known: KnownClaim) -> bool:
        other = known.claim
        if one.subject is None or other.subject is None:
            return False
        if counted and _one_tally(one, other, here, there(known.document)):
            linked = True
        elif not named or not is_name(other.subject.name):
            linked = _same_noun(one, other)
        else:
            linked = (other.subject.id, other.subject.name) in called
        return linked and same_matter(one, other)

    return judge


def same_matter(one: Claim, other: Claim) -> bool:
    """True where two claims of one kind state the same of a subject: a property in one unit, an office, a date of one event, any words."""
    return _places_agree(one, other) and _same_matter(one, other)


def _same_matter(one: Claim, other: Claim) -> bool:
    left, right = one.value, other.value
    if isinstance(left, Figure) and isinstance(right, Figure):
        return same_property(one.property, other.property) and _same_unit(left, right)
    if isinstance(left, Status) and isinstance(right, Status):
        return _same_office(left, right)
    return isinstance(left, Quote) or same_property(one.property, other.property)


def same_topic(claim: Claim, kind: str, name: str | None) -> bool:
    """Whether `claim` may be about the same as one of this kind and property, its subject aside."""
    return claim.kind == kind and (kind in ("status", "quote") or claim.property == name or same_property(claim.property, name))


def _same_noun(one: Claim, other: Claim) -> bool:
    """The subject of a toll without a name ("the flood") is one with another where both sentences name one place."""
    left, right = (name_words(claim.subject.name) if claim.subject else frozenset[str]() for claim in (one, other))
    if not (left and right) or not (left <= right or right <= left):
        return False
    if one.scope.place is not None and one.scope.place == other.scope.place:
        return True
    return not named_beside(one).isdisjoint(named_beside(other))


def _one_tally(one: Claim, other: Claim, here: frozenset[str], there: frozenset[str]) -> bool:
    """A large running number of people whom nobody names, counted at one place: so many thousands arrested in a country.

    What stands for its subject may be the people, or who counts them; that the amounts are near makes up for it.
    """
    left, right = one.value, other.value
    if not isinstance(left, Figure) or not isinstance(right, Figure) or not tally(other):
        return False
    low, high = sorted((left.number, right.number))
    if high > low * _TALLY_GROWS:
        return False
    return not (named_beside(one) | here).isdisjoint(named_beside(other) | there)


def places_of(claims: Iterable[Claim]) -> frozenset[str]:
    """The words of the places that claims of one document are about."""
    found = (name_words(claim.subject.name) for claim in claims if claim.subject is not None and claim.subject.type == "place")
    return frozenset().union(*found)


def tally(claim: Claim) -> bool:
    """True for a large running number of people that its sentence gives to nobody by name."""
    value = claim.value
    return isinstance(value, Figure) and value.unit == "count" and value.number >= _TALLY and rolling(claim) and not _named_there(claim)


def _named_there(claim: Claim) -> bool:
    """True where the claim's subject is a name that its own sentence says."""
    return (
        claim.subject is not None and is_name(claim.subject.name) and any(claim.subject.name in piece.sentence for piece in claim.evidence)
    )


def named_beside(claim: Claim) -> frozenset[str]:
    """The names in the sentences of a claim, but for their first words, which are written large anyway."""
    return frozenset().union(*(_names_in(piece.sentence) for piece in claim.evidence))


@lru_cache(maxsize=10_000)
def _names_in(sentence: str) -> frozenset[str]:
    return frozenset(word for word in written_large(sentence) if len(word) > 3 and word not in large_words())


def _places_agree(one: Claim, other: Claim) -> bool:
    left, right = one.scope.place, other.scope.place
    return left is None or right is None or name_relation(left, right) in ("same", "fits")


def _same_unit(left: Figure, right: Figure) -> bool:
    if (left.per is None) != (right.per is None):
        return False
    if left.per is None and left.unit == right.unit:
        return True
    if family(left.unit) == "money":
        return left.unit == right.unit
    return measure(left).family == measure(right).family and (left.per == right.per)


def _same_office(left: Status, right: Status) -> bool:
    """One lifecycle, and nothing against it being one post: "former" says little of what somebody is now."""
    if left.lifecycle != right.lifecycle:
        return False
    roles = _agree(left.role, right.role)
    if "former" in (left.stage, right.stage) and left.stage != right.stage and roles is not True:
        return False
    return roles is not False and _agree(left.of, right.of) is not False


def _agree(one: str | None, other: str | None) -> bool | None:
    if one is None or other is None:
        return None
    if name_relation(one.casefold(), other.casefold()) in ("same", "fits"):
        return True
    heads = ({word[:6] for word in name_words(role)} for role in (one, other))  # president, presidenta
    return bool(set.intersection(*heads))


def same_time(one: Claim, other: Claim) -> bool | None:
    """Whether two claims state the same explicit time; null where one states none."""
    if one.scope.time is None or other.scope.time is None:
        return None
    return one.scope.time == other.scope.time


def sources_agree(one: Claim, other: Claim) -> bool:
    """False where two named sources differ: two pollsters may well publish two numbers."""
    left = one.attribution.source if one.attribution else None
    right = other.attribution.source if other.attribution else None
    return left is None or right is None or name_relation(left, right) in ("same", "fits")


def events_agree(one: Claim, other: Claim) -> bool:
    """False where two named events differ: a first round is not a runoff."""
    left, right = one.scope.event, other.scope.event
    return left is None or right is None or same_event(left, right)


def same_event(one: str, other: str) -> bool:
    """True for one event under two names, also of two languages: "runoff", "segunda vuelta"."""
    rounds = _rounds()
    left, right = (next((rounds[part] for part in lexicon.fold(name).split("/") if part in rounds), None) for name in (one, other))
    if left is not None and right is not None:
        return left == right
    return bool(name_words(one) & name_words(other))


@lru_cache(maxsize=1)
def _rounds() -> dict[str, int]:
    """A round of a vote by any of its names -> its number."""
    return {name: at for at, names in enumerate(lexicon.load("compare")["events"]["rounds"]) for name in names}


def key(claim: Claim) -> tuple[object, ...]:
    """What must be single in a document before a claim of it is held against another document's."""
    subject = name_words(claim.subject.name) if claim.subject else frozenset()
    value = claim.value
    if isinstance(value, Figure):
        return ("figure", subject, name_words(claim.property or ""), measure(value).family, value.per, claim.scope.time, claim.scope.event)
    if isinstance(value, EventDate):
        return ("date", subject, name_words(claim.property or ""))
    return (claim.kind, claim.id)


def singles(claims: Iterable[Claim]) -> set[int]:
    """The identities (`id()`) of the claims whose key states one value only in their document."""
    found = [(key(claim), claim) for claim in claims]
    amounts: dict[tuple[object, ...], set[str]] = {}
    for about, claim in found:
        amounts.setdefault(about, set()).add(_amount(claim))
    return {id(claim) for about, claim in found if len(amounts[about]) == 1}


def single_of(claim: Claim, among: Iterable[Claim]) -> bool:
    """The same of one claim among those of its document."""
    rivals = [other for other in among if other is not claim and type(other.value) is type(claim.value)]
    about = key(claim) if rivals else ()
    return not any(key(other) == about and _amount(other) != _amount(claim) for other in rivals)


def _amount(claim: Claim) -> str:
    return str(measure(claim.value)) if isinstance(claim.value, Figure) else str(claim.value)
