"""A change -> how much it matters, from 0 to 1, and the name of the rule that says so.

The rules stand in one table, are tried from the top, and the first that holds decides. A rule may rank a change low;
none hides one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from watcher import lexicon
from watcher.compare.stages import step
from watcher.compare.touched import Touch
from watcher.compare.values import delta, same_amount
from watcher.model import Change, Figure, Side, Status


class Weight(NamedTuple):
    """The rule that judged a change, and its judgement."""

    rule: str
    significance: float


def judge(change: Change) -> Weight:
    """The first rule that holds for a change."""
    return next(Weight(rule, significance) for rule, holds, significance in _RULES if holds(change))


def judge_update(touches: Iterable[Touch]) -> float:
    """How much a change of text matters by the gravest of what its edits touch."""
    return max((_TOUCHING[touch.kind] for touch in touches), default=_TEXT_ONLY)


def _values(change: Change) -> tuple[object, object]:
    return (change.before.value if change.before else None, change.after.value if change.after else None)


def _figures(change: Change) -> tuple[Figure, Figure] | None:
    before, after = _values(change)
    return (before, after) if isinstance(before, Figure) and isinstance(after, Figure) else None


def _is(*kinds: str) -> Callable[[Change], bool]:
    return lambda change: change.kind in kinds


def _negated(change: Change) -> bool:
    sides = [side for side in (change.before, change.after) if side is not None]
    return len(sides) == 2 and sum(side.modality == "denied" for side in sides) == 1


def _of_sources(change: Change) -> bool:
    """How many told it without giving their names: "two people familiar with the matter"."""
    return (change.property or "").endswith(tuple(lexicon.load("compare")["names"]["sources"]))


def _modality_only(change: Change) -> bool:
    figures = _figures(change)
    return figures is not None and figures[0] == figures[1]


def _modifier_only(change: Change) -> bool:
    figures = _figures(change)
    return figures is not None and same_amount(*figures)


def _unit(change: Change) -> bool:
    figures = _figures(change)
    return figures is not None and (figures[0].unit != figures[1].unit or (figures[0].per is None) != (figures[1].per is None))


def _relative(change: Change) -> Decimal | None:
    figures = _figures(change)
    moved = delta(*figures) if figures else None
    return abs(moved.relative) if moved and moved.relative is not None else None


def _by_a(share: str) -> Callable[[Change], bool]:
    return lambda change: (moved := _relative(change)) is not None and moved >= Decimal(share)


def _stages(change: Change) -> tuple[Status, Status] | None:
    before, after = _values(change)
    return (before, after) if isinstance(before, Status) and isinstance(after, Status) else None


def _leap(change: Change) -> bool:
    """A stage skipped, or gone back on."""
    stages = _stages(change)
    if stages is None or stages[0].stage == stages[1].stage:
        return False
    way = step(stages[0].lifecycle, stages[0].stage, stages[1].stage)
    return way.direction == "backwards" or bool(way.skipped)


def _alleged(change: Change) -> bool:
    side: Side | None = change.after or change.before
    return side is not None and side.modality in ("alleged", "conditional", "planned")


_TEXT_ONLY = 0.1
_TOUCHING = {"negation": 0.7, "certainty": 0.4, "number": 0.4, "day": 0.4, "name": 0.3}

_RULES: tuple[tuple[str, Callable[[Change], bool], float], ...] = (
    ("document", lambda change: change.kind.startswith("document."), 0.3),
    ("title", _is("title.changed"), 0.4),
    ("negation", _negated, 0.95),
    ("mismatch", _is("translation.mismatched"), 0.9),
    ("conflict", lambda change: change.kind.endswith(".conflicting"), 0.9),
    ("stage-leap", lambda change: change.kind == "status.shifted" and _leap(change), 0.95),
    ("stage", _is("status.shifted"), 0.9),
    ("status-removed", _is("status.removed"), 0.7),
    ("status-added", lambda change: change.kind == "status.added" and not _alleged(change), 0.6),
    ("status-added-unsure", _is("status.added"), 0.4),
    ("sources", lambda change: change.kind.startswith("figure.") and _of_sources(change), 0.3),
    ("modality", lambda change: change.kind == "figure.revised" and _modality_only(change), 0.4),
    ("modifier", lambda change: change.kind == "figure.revised" and _modifier_only(change), 0.3),
    ("unit", lambda change: change.kind == "figure.revised" and _unit(change), 0.9),
    ("figure-far", lambda change: change.kind == "figure.revised" and _by_a("0.5")(change), 0.95),
    ("figure", lambda change: change.kind == "figure.revised" and _by_a("0.05")(change), 0.85),
    ("figure-slight", lambda change: change.kind == "figure.revised" and _by_a("0.005")(change), 0.7),
    ("figure-hardly", lambda change: change.kind == "figure.revised" and _relative(change) is not None, 0.5),
    ("figure-other", _is("figure.revised"), 0.8),
    ("figure-removed", _is("figure.removed"), 0.6),
    ("figure-added", _is("figure.added"), 0.5),
    ("date-moved", _is("date.moved"), 0.8),
    ("date", lambda change: change.kind.startswith("date."), 0.4),
    ("quote-altered", _is("quote.altered"), 0.7),
    ("quote", lambda change: change.kind.startswith("quote."), 0.3),
    ("other", lambda _: True, 0.2),
)
