"""The library's face: `extract(text)` gives a `Snapshot`, `compare(old, new)` a list of `Change`.

Both are pure: no clock, network, store or settings; same input, same output.
"""

from __future__ import annotations

import watcher.compare as _compare  # imported first, so that the functions below keep the names of their rooms
import watcher.extract as _extract
from watcher.documents import from_text
from watcher.model import Change, Snapshot

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "extract"]

_versions, _extract_document = _compare.versions, _extract.extract


def extract(text: str, *, path: str = "", published: str | None = None) -> Snapshot:
    """What `text` claims.

    `path` names the document in the snapshot (its name may hold a date); `published` is EDTF and overrides what the
    text says of its own date. Offsets of the evidence count code points of `text`.
    """
    return _extract_document(from_text(text, path=path, published=published))


def compare(old_text: str, new_text: str) -> list[Change]:
    """What changed from one version of a document to the next, in the order of the new text; empty where nothing did."""
    return _versions(extract(old_text, path="old.txt"), extract(new_text, path="new.txt"))
