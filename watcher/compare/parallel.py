"""A document in two languages -> the claims on which its sections disagree, read side by side. Pure.

    sentences of the two sections are aligned by the values and names they share, in order
    what an aligned pair states alike is set aside
    a figure, date or status left over on both sides, one against one, is stated in two ways

A false alarm is worse than a miss here: what either section says anywhere else is no disagreement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from watcher import lexicon
from watcher.compare import prose
from watcher.compare.comparable import same_property
from watcher.compare.linking import relation
from watcher.compare.prose import Passage
from watcher.compare.values import measure, same_amount, same_date, same_value
from watcher.model import Claim, EventDate, Evidence, Figure, Quote, Section, Snapshot, Status

_CELLS = 250_000  # sentences of one section times those of the other that are still aligned
_MUCH = 1.0  # what two sentences must share before they are held side by side
_NAME = 4  # letters of a name that counts as shared

Sides = tuple[Claim, Claim]


@dataclass(slots=True)
class _Line:
    """A sentence of a section: what it states, and the names in it."""

    passage: Passage
    claims: list[Claim] = field(default_factory=list)
    names: frozenset[str] = frozenset()


def disagreements(snapshot: Snapshot) -> list[Sides]:
    """Pairs of claims, the first language's first, that state two values of one thing."""
    sections = snapshot.document.sections
    languages = list(dict.fromkeys(section.language for section in sections))[:2]
    if len(languages) < 2:
        return []
    left, right = (_lines(snapshot, [section for section in sections if section.language == language]) for language in languages)
    if not left or not right or len(left) * len(right) > _CELLS:
        return []
    said_left, said_right = ([claim for line in lines for claim in line.claims] for lines in (left, right))
    found: dict[tuple[int, int], Sides] = {}
    for one, other in _aligned(left, right):
        for sides in _against(one, other, said_left, said_right):
            found.setdefault((id(sides[0]), id(sides[1])), sides)
    return list(found.values())


def _lines(snapshot: Snapshot, sections: list[Section]) -> list[_Line]:
    text = snapshot.document.text
    paragraphs = [one for one in prose.paragraphs(text) if any(section.start <= one.start < section.end for section in sections)]
    lines = [_Line(sentence, [], _names(text, sentence)) for paragraph in paragraphs for sentence in prose.sentences(text, paragraph)]
    starts = [line.passage.start for line in lines]
    for claim in snapshot.claims:
        for evidence in () if isinstance(claim.value, Quote) else claim.evidence:
            at = bisect_right(starts, evidence.start) - 1
            if at >= 0 and evidence.start < lines[at].passage.end:
                lines[at].claims.append(claim)
    return lines


def _names(text: str, passage: Passage) -> frozenset[str]:
    words = prose.words(text, passage.start, passage.end)
    return frozenset(word.fold for word in words if word.capital and len(word.fold) >= _NAME)


def _shared(one: _Line, other: _Line) -> float:
    """How much two sentences share: equal values weigh most, then names."""
    values = sum(any(same_value(claim.value, twin.value) for twin in other.claims) for claim in one.claims)
    return values + 0.6 * len(one.names & other.names)


def _aligned(left: list[_Line], right: list[_Line]) -> list[tuple[_Line, _Line]]:
    """The pairs of sentences that share most in all while both texts keep their order."""
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    shares = [[0.0] * len(right) for _ in left]
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            shares[i][j] = share = _shared(one, other)
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + share)
    pairs = []
    i, j = len(left), len(right)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            if shares[i][j] >= _MUCH:
                pairs.append((left[i], right[j]))
    return pairs[::-1]


def _against(one: _Line, other: _Line, said_one: list[Claim], said_other: list[Claim]) -> list[Sides]:
    """The claims of two aligned sentences that are alone in their kind and differ."""
    groups: dict[str, tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for side, (claims, elsewhere) in enumerate(((one.claims, said_other), (other.claims, said_one))):
        for claim in claims:
            if not any(_same(claim, twin) for twin in elsewhere):
                groups[_sort(claim)][side].append(claim)
    return [(a[0], b[0]) for a, b in groups.values() if len(a) == len(b) == 1 and _differ(a[0], b[0], one, other)]


def _same(claim: Claim, twin: Claim) -> bool:
    """True where the other section states as much: the amount for a figure, a stage near enough for a status."""
    one, other = claim.value, twin.value
    if isinstance(one, Figure) and isinstance(other, Figure):
        return one.number == other.number or same_amount(one, other)
    if isinstance(one, Status) and isinstance(other, Status):
        return relation(claim.subject, twin.subject) != "other" and (
            one.stage == other.stage or frozenset((one.stage, other.stage)) in near_stages()
        )
    return isinstance(one, EventDate) and isinstance(other, EventDate) and (same_date(one.edtf, other.edtf) or one.edtf[:4] == other.edtf)


def near_stages() -> frozenset[frozenset[str]]:
    """Stages that two languages may call one by the other."""
    return frozenset(frozenset(pair) for pair in lexicon.load("compare")["near"]["stages"])


def _sort(claim: Claim) -> str:
    match claim.value:
        case Figure():
            return f"figure {measure(claim.value).family} {claim.value.unit} {claim.value.per is not None}"
        case Status(lifecycle):
            return f"status {lifecycle}"
        case _:
            return "date"


def _differ(one: Claim, other: Claim, left: _Line, right: _Line) -> bool:
    """True where nothing speaks against two claims being about one thing."""
    if one.modality != other.modality and "denied" in (one.modality, other.modality):
        return False
    tie = relation(one.subject, other.subject)
    if isinstance(one.value, Status):
        return tie in ("same", "fits")
    if isinstance(one.value, EventDate) and isinstance(other.value, EventDate):
        return (
            len(one.value.edtf) == len(other.value.edtf)
            and "X" not in one.value.edtf + other.value.edtf
            and _turn(one, left) == _turn(other, right)
        )
    alone = all(sum(_sort(claim) == _sort(one) for claim in line.claims) == 1 for line in (left, right))
    return same_property(one.property, other.property) or _turn(one, left) == _turn(other, right) or (alone and tie in ("same", "fits"))


def _turn(claim: Claim, line: _Line) -> int:
    """The claim's place among those of its sort in its sentence."""
    starts = sorted(_start(other, line) for other in line.claims if _sort(other) == _sort(claim))
    return starts.index(_start(claim, line))


def _start(claim: Claim, line: _Line) -> int:
    inside: list[Evidence] = [piece for piece in claim.evidence if line.passage.start <= piece.start < line.passage.end]
    return inside[0].start if inside else -1
