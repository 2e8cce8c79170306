"""Every regular expression the program compiles, and pieces of text that hurt expressions: what tests of their cost share."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import sys
import types
from collections.abc import Iterable

import watcher
from watcher.documents import from_text
from watcher.extract import extract

ATTACKS = (
    " ", "<", "-", "(", "1", "a", "A", "a@", "1,", "1.", "\u201c", '"', "'", "Aa ", "1 ", "a-", "\n", "\t ", "of ", ", ", "$", "de ", "x" * 9 + " ",
)  # fmt: skip
_TEXTS = (
    "# Ana Ruiz won\n\nPresident-elect Ana Ruiz won 24 percent of the vote on May 3, 2026, “a surprise”, said the electoral service.\n",
    "El presidente electo, José Ruiz, ganó el 24 por ciento de los votos el 3 de mayo de 2026, dijo el servicio electoral.\n",
)


def compiled() -> list[re.Pattern[str]]:
    """Every expression that our modules hold, or keep behind a cached function, after they have read a text in each language.

    The rule for file names is left out: names are short, and matched whole.
    """
    for module in pkgutil.walk_packages(watcher.__path__, "watcher."):
        if "__main__" not in module.name and "migrations" not in module.name:
            importlib.import_module(module.name)
    for text in _TEXTS:
        extract(from_text(text, "a.txt"))
    found: dict[tuple[str, int], re.Pattern[str]] = {}
    for name, module in list(sys.modules.items()):
        if name.startswith("watcher") and name != "watcher.folder.names" and isinstance(module, types.ModuleType):
            for value in list(vars(module).values()):
                gather(value, found)
    return list(found.values())


def gather(value: object, found: dict[tuple[str, int], re.Pattern[str]], depth: int = 0) -> None:
    """The expressions in `value`, some levels deep."""
    parts: Iterable[object] = ()
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            found[value.pattern, value.flags] = value
    elif isinstance(value, dict):
        parts = list(value.values())
    elif isinstance(value, list | tuple | set | frozenset):
        parts = value
    elif hasattr(type(value), "__dataclass_fields__"):
        parts = [getattr(value, name, None) for name in type(value).__dataclass_fields__]
    elif hasattr(value, "cache_info"):
        parts = gc.get_referents(value)
    for part in parts if depth < 5 else ():
        gather(part, found, depth + 1)
