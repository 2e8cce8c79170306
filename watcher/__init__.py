"""The library's face: `extract(text)` gives a `Snapshot`, `compare(old, new)` a list of `Change`.

Both are pure: no clock, network, store or settings; same input, same output. The rules are loaded at the first call, so that
what needs none of them (`claimwatch --help`, a reader of the changelog) starts at once.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.model import Change, Snapshot

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "extract"]


class _Face(ModuleType):
    """Importing a room of the package would put the room in the place of the function that has its name; here it does not."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face


def extract(text: str, *, path: str = "", published: str | None = None) -> Snapshot:
    """What `text` claims.

    `path` names the document in the snapshot (its name may hold a date); `published` is EDTF and overrides what the
    text says of its own date. Offsets of the evidence count code points of `text`.
    """
    from watcher.documents import from_text  # noqa: PLC0415  see the module's docstring
    from watcher.extract import extract as claims_of  # noqa: PLC0415

    return claims_of(from_text(text, path=path, published=published))


def compare(old_text: str, new_text: str) -> list[Change]:
    """What changed from one version of a document to the next, in the order of the new text; empty where nothing did."""
    from watcher.compare import versions  # noqa: PLC0415

    return versions(extract(old_text, path="old.txt"), extract(new_text, path="new.txt"))
