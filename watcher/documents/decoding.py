"""Bytes -> text, by a declared rule: UTF-8, a byte order mark stripped, UTF-16 and UTF-32 only by their mark.

Anything else is a Rejection that names the byte: text is never repaired with U+FFFD behind the reader's back.
"""

from __future__ import annotations

import codecs

from watcher.errors import Rejection

_MARKS = (  # the longer first: the mark of UTF-32 little-endian starts with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, path: str = "") -> str | Rejection:
    """The text of `data` without its mark; a Rejection where it is binary, or wrongly encoded.

    Line ends are kept as they are: offsets count the code points of this very text.
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        byte = f"0x{data[offset]:02x}" if offset < len(data) else "the end"
        reason = f"not {encoding.upper()}: {error.reason} ({byte}) at byte {offset}; save the file as UTF-8"
        return Rejection(path, reason)
    nul = text.find("\0")
    if nul >= 0:
        offset = len(mark) + len(text[:nul].encode(encoding))
        return Rejection(path, f"not a text: a NUL character at byte {offset}")
    return text
