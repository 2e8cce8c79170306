"""Snapshots -> changes: between versions of one document, between documents, and how their texts differ. All of it pure."""

from watcher.compare.versions import Earlier, versions

__all__ = ["Earlier", "versions"]
