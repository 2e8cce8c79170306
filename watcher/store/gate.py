"""The one gate between untrusted text and the store: what passes can be written as UTF-8, in SQLite and in PostgreSQL.

text -> text of the same length (offsets of evidence stay right); a system's file name <-> a name that can be stored.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

REFUSED = re.compile("[\x00\ud800-\udfff]")
SUSPECT = re.compile(r"\\u(?:0000|d[89a-f])")  # in ASCII JSON: a NUL or half a pair (whole pairs too: they are looked at)
ESCAPED = re.compile(r"\\(\\|x[0-9a-f]{2})")
ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode
NUL_SHOWN = "\N{SYMBOL FOR NULL}"


def clean(text: str) -> str:
    """`text` without what stores refuse: U+0000 becomes its visible symbol, a lone surrogate U+FFFD, one for one."""
    if not REFUSED.search(text):
        return text
    return REFUSED.sub(lambda match: NUL_SHOWN if match[0] == "\x00" else "\N{REPLACEMENT CHARACTER}", text)


def clean_record(record: Any) -> Any:
    """A JSON record with every string cleaned, keys too; the record itself where there is nothing to clean.

    Raises `ValueError` for NaN, and `RecursionError` for a record nested too deeply.
    """
    return spelt(record)[0]


def spelt(record: Any) -> tuple[Any, str]:
    """A JSON record as `clean_record` gives it, and its canonical text, made once. It raises the same."""
    text = canonical(record)
    if ("\\u0000" not in text and "\\ud" not in text) or not SUSPECT.search(text):  # most need no closer look
        return record, text
    cleaned = _clean_parts(record)
    return cleaned, canonical(cleaned)


def _clean_parts(record: Any) -> Any:
    if isinstance(record, str):
        return clean(record)
    if isinstance(record, dict):
        return {clean(key): _clean_parts(value) for key, value in record.items()}
    if isinstance(record, list):
        return [_clean_parts(part) for part in record]
    return record


def shown(path: str) -> str:
    r"""A system's path as it is stored and shown: a byte that is no UTF-8 as `\xff`, a backslash doubled. Reversible."""
    if "\\" not in path and not REFUSED.search(path):
        return path
    return REFUSED.sub(lambda match: f"\\x{ord(match[0]) & 0xFF:02x}", path.replace("\\", "\\\\"))


def system(path: str) -> str:
    """The system's path of a stored one: the inverse of `shown`."""
    if "\\" not in path:
        return path
    return ESCAPED.sub(lambda match: "\\" if match[1] == "\\" else chr(0xDC00 + int(match[1][1:], 16)), path)


def canonical(record: Any) -> str:
    """The one spelling of a JSON record that hashes are made of: ASCII, keys sorted, no spaces; NaN raises `ValueError`."""
    return ENCODE(record)


def parsed(text: str) -> Any:
    """A record back from its text. Raises `ValueError` for NaN, doubled keys and what is no JSON."""
    return json.loads(text, parse_constant=_refuse, object_pairs_hook=_single)


def digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _single(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("a key stands twice")
    return record
