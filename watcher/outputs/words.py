"""Values, dates and subjects of the contract's JSON -> the words a reader of English or Spanish would use for them.

In: dicts as the contract has them, and the language of the report. Out: plain strings that hold the document's own words, not yet
safe for a terminal.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from watcher import lexicon
from watcher.compare.summary import figure_text, number_words, status_text
from watcher.model import Figure, Status

Json = dict[str, Any]

DAY = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})", re.ASCII)


def phrases(language: str) -> dict[str, Any]:
    """The words of the reports in a language."""
    return lexicon.load(f"{language}/report")


def worth(value: Json, language: str = "en", *, prop: str | None = None) -> str:
    """A value in few words: "24%", "more than 61,000", "$58 million", "president-elect (Chile)", "2026-03-29", a quotation.

    `prop` is the claim's property: under "age", years go without saying.
    """
    if "number" in value:
        figure = Figure(
            Decimal(value["number"]), value["unit"], _decimal(value.get("high")), _decimal(value.get("per")), value.get("modifier", "exact")
        )
        if value["unit"] == "year" and prop in ("age", "edad"):
            figure = replace(figure, unit="count")
        return figure_text(figure, language)
    if "stage" in value:
        status = Status(value["lifecycle"], value["stage"], value["label"], value.get("role"), value.get("of"))
        return status_text(status, language) + (f" ({status.of})" if status.of else "")
    return str(value.get("edtf") or phrases(language)["quoted"].format(" ".join(str(value.get("text", "")).split())))


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def measured(claim: Json, language: str = "en") -> str:
    """What of its subject a claim states: "vote share (first round, 2026-03-01)", "status"."""
    kind = claim["kind"].partition(".")[0]
    named = str(phrases(language)["kinds"].get(kind, kind))
    if kind in ("status", "quote"):
        return named
    scope = claim.get("scope") or {}
    parts = [str(scope[part]) for part in ("event", "time") if scope.get(part)]
    return str(claim.get("property") or named) + (f" ({', '.join(parts)})" if parts else "")


def said_by(side: Json, language: str = "en", *, speaker: bool = True) -> str:
    """Who says it, and how sure: "electoral council", "planned", "Ruth Vidal, denied"; empty where the article states it itself."""
    source = (side.get("attribution") or {}).get("source") if speaker else None
    modality = side.get("modality", "asserted")
    hedged = lexicon.load(f"{language}/summary")["modality"][modality] if modality != "asserted" else None
    return ", ".join(part for part in (source, hedged) if part)


def day(edtf: str | None, language: str = "en") -> str:
    """A date for a heading: "2 March 2026", "between 17 November 2025 and 13 December 2025", "undated"."""
    told = phrases(language)
    if not edtf:
        return str(told["undated"])
    first, interval, last = edtf.partition("/")
    ends = {name: _day(end, told) for name, end in (("first", first), ("last", last)) if end.strip(".")}
    if not interval:
        return ends.get("first", edtf)
    return str(told["between" if len(ends) > 1 else "after" if "first" in ends else "before"].format(**ends)) if ends else edtf


def _day(edtf: str, told: dict[str, Any]) -> str:
    found = DAY.fullmatch(edtf)
    return str(told["day"].format(day=int(found[3]), month=told["months"][int(found[2]) - 1], year=found[1])) if found else edtf


def many(number: int, what: str, language: str = "en") -> str:
    """How many there are of what the reports count: "1 article", "10 articles", "1,204 statuses shifted"."""
    return counted(number, phrases(language)["counts"][what], language)


def counted(number: int, forms: list[str], language: str) -> str:
    """The form for one, or the one for several, with the number in it."""
    return forms[number != 1].format(number_words(Decimal(number), language))
