"""Which entries of the changelog `claimwatch log` prints, and how it follows: a reader of the store, never a writer.

In: the options as the user wrote them, the state folder. Out: entries as the JSON of the contract, oldest first.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from watcher.errors import UserError
from watcher.store import open_reading

PAUSE = 0.25  # seconds between two looks of --follow
KIND = re.compile(r"[a-z]+(?:\.[a-z]+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Selection:
    """What an entry must be; None asks for nothing."""

    since: str | None = None
    after: int = 0
    kind: str | None = None
    subject: str | None = None
    document: str | None = None
    significant: float | None = None

    @classmethod
    def of(cls, *, since: str | None, kind: str | None, subject: str | None, document: str | None, significant: float | None) -> Selection:
        if kind is not None and not KIND.fullmatch(kind):
            raise UserError(f"--kind {kind!r} is no kind of entry; examples: figure.revised, status, document.added.")
        if significant is not None and not 0 <= significant <= 1:
            raise UserError("--significant must lie between 0 and 1.")
        numbered = since is not None and re.fullmatch("[0-9]{1,3}|[0-9]{5,15}", since)
        return cls(
            since=instant(since) if since and not numbered else None,
            after=int(since) - 1 if since and numbered else 0,
            kind=kind,
            subject=subject,
            document=document,
            significant=significant,
        )


def instant(text: str) -> str:
    """A date or time as the user writes it, in UTC, as entries write theirs: "2026-01-30T12:00:00Z"."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise UserError(f"--since {text!r} is no date or time; examples: 2026-01-30, 2026-01-30T12:00, 2026-01-30T12:00+02:00.") from error
    moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def selected(state: Path, wanted: Selection, *, follow: bool) -> Iterator[dict[str, Any]]:
    """The entries that `wanted` takes; with `follow` it never ends."""
    after = wanted.after
    with open_reading(state) as store:
        while True:
            newest = store.last_entry()
            for entry in store.entries(
                since=wanted.since, kind=wanted.kind, subject=wanted.subject, document=wanted.document,
                significant=wanted.significant, after_seq=after,
            ):  # fmt: skip
                after = entry["seq"]
                yield entry
            if not follow:
                return
            after = max(after, newest["seq"] if newest else 0)  # entries that were not wanted are not looked at again
            time.sleep(PAUSE)
