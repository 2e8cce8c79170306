"""Text for people and JSON for machines, on a terminal or in a pipe: the one gate for untrusted text on its way there.

In: nouns as the JSON of the contract (dicts). Out: `rich` texts with styles, or JSON lines. Every word that comes from a
document or a file name passes `safe`, which shows control, bidirectional and invisible characters as escapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text

Json = dict[str, Any]

# C0, DEL and C1 controls; zero width, bidirectional and line-separator characters; byte-order marks, tags, lone surrogates
INVISIBLE = "\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
UNSAFE = re.compile(f"[\x00-\x1f{INVISIBLE}]")
JSON_UNSAFE = re.compile(f"[{INVISIBLE}]")
STYLES = {
    "added": "green",
    "removed": "red",
    "revised": "yellow",
    "shifted": "magenta",
    "conflicting": "bold red",
    "mismatched": "bold red",
}
SIGNS = {"percent": "%", "USD": "$", "EUR": "€", "GBP": "£"}
HEDGES = {
    "about": "about ",
    "almost": "almost ",
    "more-than": "more than ",
    "at-least": "at least ",
    "less-than": "less than ",
    "at-most": "at most ",
}


def safe(text: str, *, lines: bool = False) -> str:
    """`text` with everything a terminal could act on, or an eye could miss, shown as an escape; `lines` keeps newlines and tabs."""
    return UNSAFE.sub(lambda found: found[0] if lines and found[0] in "\n\t" else _escape(found[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def json_line(value: Any, *, ascii_only: bool = False) -> str:
    """`value` as one line of JSON, in which invisible and control characters are escapes; `ascii_only` where the stream is not UTF-8."""
    text = json.dumps(value, ensure_ascii=ascii_only, allow_nan=False)
    return text if ascii_only else JSON_UNSAFE.sub(_json_escape, text)


def _json_escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def figure(value: Json) -> str:
    """A figure in few characters: "24%", "more than 85000", "10–15 km", "36 per 100000"."""
    number = value["number"] + (f"–{value['high']}" if value.get("high") else "")
    unit = value["unit"]
    shown = number if unit == "count" else number + SIGNS[unit] if unit in SIGNS else f"{number} {unit}"
    return HEDGES.get(value.get("modifier", ""), "") + shown + (f" per {value['per']}" if value.get("per") else "")


def worth(value: Json) -> str:
    """Any value of a claim, or of a changed title, in few words."""
    if "number" in value:
        return figure(value)
    if "stage" in value:
        return f"{value['lifecycle']}/{value['stage']} ({value['label']})"
    return str(value.get("edtf") or f"“{value.get('text', '')}”")


def about(claim: Json) -> str:
    """What a claim or change is about: "José Antonio Kast, vote share (first round, 2025-11-16)"."""
    scope = claim.get("scope") or {}
    within = ", ".join(str(scope[part]) for part in ("event", "time", "place") if scope.get(part))
    named = ", ".join(str(part) for part in ((claim.get("subject") or {}).get("name"), claim.get("property")) if part)
    return (named or "(no subject)") + (f" ({within})" if within else "")


def style_of(kind: str) -> str:
    return STYLES.get(kind.rpartition(".")[2], "cyan")


def entry(item: Json) -> Text:
    """One entry of the changelog as one line: number, time, kind, what happened, where."""
    line = Text()
    line.append(f"{item['seq']:>6}  ", "dim")
    line.append(f"{safe(item['detected_at'])[:19].replace('T', ' ')}  ", "dim")
    line.append(f"{safe(item['kind']):<22}", style_of(item["kind"]))
    line.append(safe(item["summary"]))
    document = item["document"]
    line.append(f"  [{safe(document['path'])} v{document['version']}]", "dim")
    return line


def change(item: Json) -> Text:
    """One change between two versions as one line."""
    return Text.assemble((f"{safe(item['kind']):<22}", style_of(item["kind"])), safe(item["summary"]))


def snapshot(item: Json) -> Iterator[Text]:
    """A snapshot: a line for the document, then one for each claim, in columns."""
    document = item["document"]
    heading = Text(safe(document["path"]), "bold")
    if document["title"]:
        heading.append(f": {safe(document['title'])}")
    yield heading
    languages = ", ".join(section["language"] for section in document["sections"]) or "none"
    published = f"{document['published']} ({document['published_from']})" if document["published"] else "unknown"
    yield Text(f"  published {published}; languages {languages}; {len(item['claims'])} claims", "dim")
    rows = [(claim["kind"], safe(about(claim)), safe(worth(claim["value"])), _said(claim)) for claim in item["claims"]]
    yield from columns(rows, ("cyan", "", "bold", "dim"), indent=2)


def _said(claim: Json) -> str:
    words = " / ".join(f"“{evidence['exact']}”" for evidence in claim["evidence"]) if claim["kind"] != "quote" else ""
    by = (claim.get("attribution") or {}).get("source")
    hedged = "" if claim["modality"] == "asserted" else claim["modality"]
    return safe("  ".join(part for part in (words, f"according to {by}" if by else "", hedged) if part))


def columns(rows: Sequence[tuple[str, ...]], styles: tuple[str, ...], *, indent: int = 0, widest: int = 60) -> Iterator[Text]:
    """Rows of already safe text, aligned by the width a terminal gives each character; a cell wider than `widest` moves the rest on."""
    if not rows:
        return
    widths = [min(widest, max(cell_len(row[at]) for row in rows)) for at in range(len(styles))]
    for row in rows:
        line = Text(" " * indent)
        for cell, width, style in zip(row, widths, styles, strict=True):
            line.append(cell + " " * max(0, width - cell_len(cell)) + "  ", style)
        line.rstrip()
        yield line


def points(items: list[Json]) -> Iterator[Text]:
    """The history of a subject: when, what, how much, who said it and where."""
    rows = [
        (
            safe(str(item.get("time") or item.get("published") or item.get("detected_at") or "")),
            safe(about(item)),
            safe(worth(item["value"])),
            safe(_source(item)),
        )
        for item in items
    ]
    yield from columns(rows, ("dim", "cyan", "bold", "dim"))


def _source(item: Json) -> str:
    document = item.get("document") or {}
    where = f"{document.get('path', '')} v{document['version']}" if document.get("version") else str(document.get("path", ""))
    by = (item.get("attribution") or {}).get("source")
    return f"{by}, {where}" if by else where


def facts(item: Json, *, indent: int = 0) -> Iterator[Text]:
    """A small object, one line for each field; objects in it are indented."""
    width = max((len(name) for name in item), default=0)
    for name, value in item.items():
        label = " " * indent + name.replace("_", " ").ljust(width + 2)
        if isinstance(value, dict) and value:
            yield Text(label.rstrip(), "bold")
            yield from facts(value, indent=indent + 2)
        else:
            shown = ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)
            yield Text.assemble((label, "bold"), safe(shown if value not in (None, {}, []) else "-"))
