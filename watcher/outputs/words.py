"""Values, dates and subjects of the contract's JSON -> the words a reader would use for them.

In: dicts as the contract has them. Out: plain strings that hold the document's own words, not yet safe for a terminal.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from watcher.compare.summary import figure_text, status_text
from watcher.model import Figure, Status

Json = dict[str, Any]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DAY = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})", re.ASCII)


def worth(value: Json, *, prop: str | None = None) -> str:
    """A value in few words: "24%", "more than 61,000", "$58 million", "president-elect (Chile)", "2026-03-29", a quotation.

    `prop` is the claim's property: under "age", years go without saying.
    """
    if "number" in value:
        figure = Figure(
            Decimal(value["number"]), value["unit"], _decimal(value.get("high")), _decimal(value.get("per")), value.get("modifier", "exact")
        )
        shown = figure_text(figure, "en")
        return shown.removesuffix(" years").removesuffix(" year") if prop in ("age", "edad") else shown
    if "stage" in value:
        status = Status(value["lifecycle"], value["stage"], value["label"], value.get("role"), value.get("of"))
        return status_text(status, "en") + (f" ({status.of})" if status.of else "")
    return str(value.get("edtf") or f"“{' '.join(str(value.get('text', '')).split())}”")


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def measured(claim: Json) -> str:
    """What of its subject a claim states: "vote share (first round, 2026-03-01)", "status"."""
    kind = claim["kind"].partition(".")[0]
    if kind in ("status", "quote"):
        return str(kind)
    scope = claim.get("scope") or {}
    parts = [str(scope[part]) for part in ("event", "time") if scope.get(part)]
    return str(claim.get("property") or kind) + (f" ({', '.join(parts)})" if parts else "")


def said_by(side: Json, *, speaker: bool = True) -> str:
    """Who says it, and how sure: "electoral council", "planned", "Ruth Vidal, denied"; empty where the article states it itself."""
    source = (side.get("attribution") or {}).get("source") if speaker else None
    hedged = side.get("modality") if side.get("modality") != "asserted" else None
    return ", ".join(part for part in (source, hedged) if part)


def day(edtf: str | None) -> str:
    """A date for a heading: "2 March 2026", "between 17 November 2025 and 13 December 2025", "undated"."""
    if not edtf:
        return "undated"
    first, interval, last = edtf.partition("/")
    if not interval:
        return _day(first)
    if first.strip(".") and last.strip("."):
        return f"between {_day(first)} and {_day(last)}"
    return f"after {_day(first)}" if first.strip(".") else f"before {_day(last)}"


def _day(edtf: str) -> str:
    found = DAY.fullmatch(edtf)
    return f"{int(found[3])} {MONTHS[int(found[2]) - 1]} {found[1]}" if found else edtf


def many(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 article", "10 articles", "1,204 statuses"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
