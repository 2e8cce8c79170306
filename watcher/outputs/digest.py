"""What a day brought, in Markdown: the entries grouped by document, the weightiest first.

In: entries as the JSON of the contract. Out: a file put in place whole. Text of documents is escaped for Markdown.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from watcher.outputs.text import safe
from watcher.outputs.words import phrases
from watcher.store.opening import sync_folder

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def write(entries: Iterable[dict[str, Any]], file: Path, language: str = "en") -> None:
    """Write the digest of `entries` to `file`, or nothing where there are none."""
    text = digest(entries, language)
    if text is None:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    with fresh.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
    sync_folder(file.parent)


def digest(entries: Iterable[dict[str, Any]], language: str = "en") -> str | None:
    """The digest as Markdown, or None where there are no entries."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        grouped[entry["document"]["path"]].append(entry)
    if not grouped:
        return None
    weight = {path: max(entry["significance"] for entry in group) for path, group in grouped.items()}
    lines = [f"# {phrases(language)['digest']}", ""]
    for path in sorted(grouped, key=lambda name: (-weight[name], name)):
        title = grouped[path][-1]["document"]["title"]
        lines += [f"## {plain(title or path)}", "", *([f"{plain(path)}", ""] if title else [])]
        ranked = sorted(grouped[path], key=lambda entry: (-entry["significance"], entry["seq"]))
        lines += [f"- {plain(entry['summary'])} ({entry['kind']}, no. {entry['seq']})" for entry in ranked]
        lines.append("")
    return "\n".join(lines)


def plain(text: str) -> str:
    """`text` on one line, with what Markdown or HTML would act on escaped."""
    return MARKUP.sub(r"\\\1", safe(text))
