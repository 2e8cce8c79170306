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
TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})Z", re.ASCII)
STANDINGS = {"healthy": "bold green", "degraded": "bold yellow", "stopped": "bold"}
JSON_UNSAFE = re.compile(f"[{INVISIBLE}]")
WEIGHTY = 0.7  # the significance from which a line stands out
STYLES = {
    "added": "green",
    "removed": "red",
    "revised": "yellow",
    "shifted": "magenta",
    "conflicting": "bold red",
    "mismatched": "bold red",
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


def style_of(kind: str) -> str:
    return STYLES.get(kind.rpartition(".")[2], "cyan")


def entry(item: Json) -> Text:
    """One entry of the changelog as one line: when it was found, its kind, what happened, in which document."""
    line = Text()
    line.append(f"{safe(item['detected_at'])[:16].replace('T', ' ')}  ", "dim")
    line.append(f"{safe(item['kind']):<20}  ", style_of(item["kind"]))
    line.append(safe(item["summary"]), "bold" if item["significance"] >= WEIGHTY and not item["kind"].endswith(".added") else "")
    document = item["document"]
    if document["path"] not in item["summary"]:
        line.append(f"  [{safe(document['path'])}]", "dim")
    return line


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


def facts(item: Json, *, indent: int = 0) -> Iterator[Text]:
    """A small object, one line for each field that holds something; objects in it are indented."""
    told = {name: value for name, value in item.items() if value not in (None, "", {}, [])}
    width = max((len(name) for name in told), default=0)
    for name, value in told.items():
        label = " " * indent + name.replace("_", " ").ljust(width + 2)
        if isinstance(value, dict):
            yield Text(label.rstrip(), "cyan")
            yield from facts(value, indent=indent + 2)
        else:
            shown = ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)
            yield Text.assemble((label, "cyan"), safe(TIME.sub(r"\1 \2 UTC", shown)))


def standing(item: Json) -> Iterator[Text]:
    """What `claimwatch status` says: a sentence on how the daemon stands, why where it is not well, then the rest."""
    state = item["state"]
    folder = f", watching {safe(item['folder'])}" if item.get("folder") and state != "stopped" else ""
    by = f" by {safe(item['watching'])}" if folder and item.get("watching") else ""
    yield Text.assemble((f"The daemon is {safe(state)}", STANDINGS.get(state, "bold red")), f"{folder}{by}.")
    for reason in item.get("reasons", {}).values():
        yield Text(f"  {safe(reason)}", "yellow")
    said = ("state", "reasons", *(("folder", "watching") if folder else ()))
    yield from facts({name: value for name, value in item.items() if name not in said}, indent=2)
