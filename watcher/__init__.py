"""The library's face: `extract(text)` gives a `Snapshot`, `compare(old, new)` a list of `Change`.

Both are pure: no clock, network, store or settings; same input, same output. Heavy rooms are imported when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.model import Change, Snapshot

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "extract"]


def extract(text: str, *, path: str = "", published: str | None = None) -> Snapshot:
    """What `text` claims.

    `path` names the document in the snapshot (its name may hold a date); `published` is EDTF and overrides what the
    text says of its own date. Offsets of the evidence count code points of `text`.
    """
    from watcher.documents import from_text  # noqa: PLC0415  kept out of `import watcher`, which must be quick
    from watcher.extract import extract as extract_document  # noqa: PLC0415

    return extract_document(from_text(text, path=path, published=published))


def compare(old_text: str, new_text: str) -> list[Change]:
    """What changed from one version of a document to the next, in the order of the new text; empty where nothing did."""
    from watcher.compare import versions  # noqa: PLC0415

    return versions(extract(old_text, path="old.txt"), extract(new_text, path="new.txt"))
