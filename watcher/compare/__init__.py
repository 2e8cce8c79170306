"""Snapshots -> changes: between versions of one document, between documents, and how their texts differ. All of it pure."""

from watcher.compare.across import across
from watcher.compare.carry import carry_ids, link_ids
from watcher.compare.history import Point, headings, timeline
from watcher.compare.others import Others
from watcher.compare.redline import Piece, redline, side_by_side
from watcher.compare.significance import judge
from watcher.compare.versions import Earlier, versions

__all__ = [
    "Earlier",
    "Others",
    "Piece",
    "Point",
    "across",
    "carry_ids",
    "headings",
    "judge",
    "link_ids",
    "redline",
    "side_by_side",
    "timeline",
    "versions",
]
