"""What a look at the folder means, decided without touching it: what may have changed, what is gone, what was renamed.

In: what the store knows (path -> `KnownFile`-like: sha256 and stat) and what was seen. Out: paths and pairs of paths.
Identity rule: a document is its path. Its identity moves only when its content stands under a path that was unknown while
its old path is gone or holds other content; so a swap of two files is two edits, a chain of renames is a chain of renames.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from watcher.folder.root import Identity, Look
from watcher.model import FileStat

FEWEST = 10  # documents that must vanish at once before their vanishing is doubted


class Known(Protocol):
    """What the store knows of a file; `store.KnownFile` is one."""

    @property
    def sha256(self) -> str | None: ...
    @property
    def stat(self) -> FileStat | None: ...


def same(stat: FileStat, known: FileStat | None) -> bool:
    """Whether a file need not be read again. The device is left out: its number may change when the machine restarts."""
    return known is not None and stat[:4] == known[:4]


def changed(known: Mapping[str, Known], look: Look) -> list[str]:
    """Paths that are new, or whose stat moved."""
    return [
        path
        for path, stat in look.files.items()
        if (old := known.get(path)) is None or (stat != old.stat and not same(stat, old.stat))  # most are equal, which is sooner told
    ]


def gone(known: Mapping[str, Known], look: Look, below: str = "") -> list[str]:
    """Known paths that a look at `below` should have seen and did not; never those where it could not see."""
    prefix = below + "/" if below else ""
    return [path for path in known if path not in look.files and path.startswith(prefix) and not look.hidden(path)]


def renames(known: Mapping[str, Known], contents: Mapping[str, str], missing: Collection[str]) -> list[tuple[str, str]]:
    """(old path, new path), in the order in which to record them, for `contents` (path -> sha256 now) and `missing` paths.

    A new path takes the document whose known content it holds, where that document's own path is missing or holds
    something else now. Where several fit, the first in order of path.
    """
    vacated: dict[str, list[str]] = {}
    for path in sorted({*missing, *(path for path in contents if path in known and contents[path] != known[path].sha256)}, reverse=True):
        if path in known and (content := known[path].sha256) is not None:
            vacated.setdefault(content, []).append(path)
    found: list[tuple[str, str]] = []
    waiting = sorted((path for path in contents if path not in known), reverse=True)
    while waiting:
        new = waiting.pop()
        olds = vacated.get(contents[new])
        if not olds:
            continue
        old = olds.pop()
        found.append((old, new))
        if old in contents:  # its path holds another document's content now, which may have moved there
            waiting.append(old)
    return found


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why removals are held back: `kind` is a short name, `reason` a sentence for a person."""

    kind: str
    reason: str


def doubt(vanished: int, recently: int, total: int, *, identity: Identity | None, usual: str | None) -> Doubt | None:
    """Whether `vanished` documents of `total` are too many to believe, with those removed `recently`; `usual` is the stored identity."""
    if not vanished:
        return None
    most = (vanished + recently) * 2 > total + recently
    if identity is None:
        return Doubt("root-missing", "the watched folder is missing")
    if usual is not None and usual != text_of(identity) and most:
        reason = f"another folder or disk stands where the watched one stood, and {vanished} of {total} documents are not in it"
        return Doubt("root-replaced", reason)
    if vanished + recently >= FEWEST and most:
        return Doubt("mass-removal", f"{vanished} of {total} documents vanished at once")
    return None


def text_of(identity: Identity) -> str:
    return f"{identity[0]}:{identity[1]}"


def held_back(missing: Iterable[str], known: Mapping[str, Known], sizes: Collection[int]) -> set[str]:
    """Missing documents whose content may be among new files that still settle: those of an equal size."""
    return {path for path in missing if (stat := known[path].stat) is not None and stat.size in sizes}
