"""A lifecycle and two of its stages -> how the one leads to the other: forwards, backwards, sideways, and what it skips.

The order of the stages is data (`lexicon/lifecycles/*.toml`: `stages` in their usual order, `optional` those of them that many
never pass through, `branches` aside of it).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal, NamedTuple

from watcher import lexicon


class Step(NamedTuple):
    """How a status moved; `skipped` are the stages between the two that a subject usually passes through."""

    direction: Literal["forwards", "backwards", "sideways"]
    skipped: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def order(lifecycle: str) -> tuple[str, ...]:
    """The stages of a lifecycle in their usual order, empty where the lexicon does not know it."""
    return tuple(_data(lifecycle).get("stages", ()))


def _data(lifecycle: str) -> dict[str, Any]:
    try:
        return lexicon.load(f"lifecycles/{lifecycle}")
    except OSError:
        return {}


def step(lifecycle: str, before: str, after: str) -> Step:
    """How a subject got from one stage to the other."""
    stages = order(lifecycle)
    if before not in stages or after not in stages:
        return Step("sideways")
    one, other = stages.index(before), stages.index(after)
    if other < one:
        return Step("backwards")
    optional = _data(lifecycle).get("optional", ())
    return Step("forwards", tuple(stage for stage in stages[one + 1 : other] if stage not in optional))
