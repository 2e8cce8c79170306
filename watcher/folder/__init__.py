"""The watched folder: names that count, safe looks and reads, settling, hints from the kernel, and what it all means."""

from watcher.folder.decide import Doubt, changed, doubt, gone, held_back, renames, same, text_of
from watcher.folder.names import Names
from watcher.folder.root import Identity, Look, Reading, Root, Unreadable
from watcher.folder.settle import Settling, Waiting
from watcher.folder.watch import Hints, Watch

__all__ = [
    "Doubt", "Hints", "Identity", "Look", "Names", "Reading", "Root", "Settling", "Unreadable", "Waiting", "Watch",
    "changed", "doubt", "gone", "held_back", "renames", "same", "text_of",
]  # fmt: skip
