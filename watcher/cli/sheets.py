"""Entries as they are recorded -> sheets on standard output, one for each look at a document; for people, not for programs.

In: the entries of one document at a time, and the state folder, in which headings are looked up. A heading that cannot be looked
up is shorter, never a fault.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from watcher.cli.options import print_text
from watcher.errors import ClaimwatchError
from watcher.outputs.report import About, Tally, sheet
from watcher.outputs.words import phrases
from watcher.store import Store, open_reading
from watcher.store.gate import system


class Sheets:
    """Call `show` with the entries of one document, `end` when there are no more."""

    def __init__(self, state: Path, language: str, *, dated: bool) -> None:
        self._state, self._language, self._dated = state, language, dated
        self._store: Store | None = None
        self._tally = Tally(language)
        self._shown = False

    def show(self, entries: list[dict[str, Any]]) -> None:
        when = f"{entries[-1]['detected_at'][:19].replace('T', ' ')} UTC" if self._dated else ""
        self._tally.count(entries)
        if self._shown:
            print()  # noqa: T201  the line between two sheets
        self._shown = True
        print_text(sheet(entries, self._about(entries[-1]["document"]), self._language, when=when))

    def _about(self, document: dict[str, Any]) -> About:
        try:
            self._store = self._store or open_reading(self._state)
            stored = self._store.document(system(document["path"]))
            if stored is None or stored.version != document["version"] or not stored.version:
                return About()
            return About(*self._store.heading(stored))
        except ClaimwatchError:
            return About()

    def end(self) -> None:
        """The closing line."""
        if self._shown:
            print()  # noqa: T201  as above
            print_text([self._tally.closing()])
        else:
            print(phrases(self._language)["nothing"])  # noqa: T201
        self.close()

    def close(self) -> None:
        if self._store:
            self._store.close()
