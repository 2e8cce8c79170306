"""The head of a document in `key: value` lines between two fences -> its flat values, each with its place in the text.

A reader of our own on purpose: YAML can name objects to build and aliases that swell; here a value is a line of text.
Nested values, lists and anchors are not followed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_FENCES = {"---": (("---", "..."), ":"), "+++": (("+++",), "=")}
_KEY = re.compile(r"[A-Za-zÁÉÍÓÚáéíóúñ_][\w.-]{0,40}")
_LINES = 100
_REACH = 16_384  # code points; a head longer than this is a text


class Entry(NamedTuple):
    """A value as written, without its quotation marks: `text[start:end] == value`."""

    value: str
    start: int
    end: int


class FrontMatter(NamedTuple):
    """The flat entries under their lower-case keys (the first of each), and where the body starts."""

    entries: dict[str, Entry]
    body: int


def read(text: str) -> FrontMatter:
    """The front matter of `text`; no entries and `body` 0 where it has none."""
    first = text.find("\n", 0, 8)
    fence = text[:first].strip() if first > 0 else ""
    if fence not in _FENCES:
        return FrontMatter({}, 0)
    closings, separator = _FENCES[fence]
    entries: dict[str, Entry] = {}
    position = first + 1
    for _ in range(_LINES):
        stop = text.find("\n", position, _REACH)
        line = text[position : stop if stop >= 0 else min(len(text), _REACH)]
        if line.strip() in closings:
            return FrontMatter(entries, position + len(line) + (stop >= 0))
        if stop < 0:
            break
        found = _entry(line, position, separator)
        if found:
            entries.setdefault(*found)
        position = stop + 1
    return FrontMatter({}, 0)  # never closed: a rule between paragraphs, not a head


def _entry(line: str, position: int, separator: str) -> tuple[str, Entry] | None:
    key = _KEY.match(line)
    if not key:
        return None
    rest = line[key.end() :]
    if not rest.lstrip().startswith(separator):
        return None
    start = key.end() + rest.index(separator) + 1
    value = line[start:].strip()
    start += len(line[start:]) - len(line[start:].lstrip())
    if len(value) >= 2 and value[0] in "\"'" and value[-1] == value[0]:
        value, start = value[1:-1], start + 1
    if not value or value[0] in "[{&*!|>":
        return None
    return key[0].lower(), Entry(value, position + start, position + start + len(value))
