"""Which names below the folder count as articles, and which are somebody's scaffolding.

In: patterns such as `*.txt`. Out: yes or no for a name; the same rule for events, polling and the rescan. Names are compared
without regard to case. Hidden names, editors' and downloaders' temporary names never count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fnmatch import translate

TEMPORARY = re.compile(
    r"\..*|~\$.*|#.*#"  # hidden files, Emacs' .#lock and #autosave#, LibreOffice's .~lock, GNOME's .goutputstream, Word's ~$
    r"|.*(?:~|\.(?:tmp|temp|swp|swo|swx|part|partial|crdownload|download|lock|bak))"
    r"|[0-9]{4,5}",  # Vim probes a folder with 4913
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Names:
    """`patterns` a file's name must match one of; `ignore` ones neither name nor path may match."""

    patterns: tuple[str, ...] = ("*.txt", "*.text", "*.md", "*.markdown")
    ignore: tuple[str, ...] = ()
    _wanted: re.Pattern[str] = field(init=False, repr=False)
    _unwanted: re.Pattern[str] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_wanted", _any_of(self.patterns))
        object.__setattr__(self, "_unwanted", _any_of(self.ignore) if self.ignore else None)

    def folder(self, name: str, path: str) -> bool:
        """Whether the folder `name`, at `path` below the root, is entered."""
        return not name.startswith(".") and not self._ignored(name, path)

    def file(self, name: str, path: str) -> bool:
        """Whether the file `name`, at `path` below the root, is an article."""
        return bool(self._wanted.match(name)) and not TEMPORARY.fullmatch(name) and not self._ignored(name, path)

    def path(self, path: str) -> bool:
        """Whether `path` below the root is an article in folders that are entered; never so for a path that climbs."""
        *folders, name = path.split("/")
        if not self.file(name, path) or "\0" in path:
            return False
        return all(part and self.folder(part, "/".join(folders[: at + 1])) for at, part in enumerate(folders))

    def _ignored(self, name: str, path: str) -> bool:
        return self._unwanted is not None and bool(self._unwanted.match(name) or self._unwanted.match(path))


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(translate(pattern) for pattern in patterns) or r"(?!)", re.IGNORECASE)
