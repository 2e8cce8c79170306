"""A file's bytes -> a Document: decoded text, title, published date as its metadata gives it, source, language sections.

What the text itself tells of its date (datelines, posts, events) is for `watcher.extract.dates.published`, which reads sentences.
"""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import replace

from watcher import wrapping
from watcher.documents import frontmatter, headlines, sections
from watcher.documents.decoding import decode
from watcher.errors import Rejection
from watcher.model import Document, PublishedFrom, Section

__all__ = ["decode", "from_text", "read"]

_DATE_KEYS = ("published", "published_at", "date_published", "datepublished", "pubdate", "date", "publicado", "fecha", "created")
_URL_KEYS = ("source_url", "canonical", "canonical_url", "url", "source", "link", "fuente", "original_url")
_TITLE_KEYS = ("title", "headline", "titulo", "título", "titular")
_META = re.compile(
    r"<meta\b[^<>]{0,200}?(?:published_time|datePublished|pubdate|dc\.date|\"date\")"
    r"[^<>]{0,100}?content=[\"']([0-9]{4}-[0-9]{2}-[0-9]{2})",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])")
_HEAD = 4096  # code points in which a page states its metadata


def read(data: bytes, path: str, modified: str | None = None, *, published: str | None = None) -> Document | Rejection:
    """The document in `data`; `path` names it, `modified` is the file's own time (RFC 3339), kept and never used to order.

    A Rejection where the bytes are no text.
    """
    text = decode(data, path)
    if isinstance(text, Rejection):
        return text
    document = from_text(text, path=path, published=published)
    return replace(document, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), modified=modified)


def from_text(text: str, path: str = "", published: str | None = None) -> Document:
    """The document whose decoded text is `text`; `published` (EDTF) overrides what the text says of its date."""
    data = text.encode("utf-8", "surrogatepass")
    head = frontmatter.read(text)
    found = sections.find(text, head.body)
    heading = next((head.entries[key] for key in _TITLE_KEYS if key in head.entries), None)
    if heading and found:  # claims of the headline count, the other lines of the head are no text
        found = (Section(found[0].language, heading.start, heading.end, found[0].role), *found)
    date, origin = _published(text, path, head, published)
    return Document(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        text=text,
        title=heading.value if heading else _title(text, found),
        published=date,
        published_from=origin,
        modified=None,
        source_url=_source(text, head),
        sections=found,
    )


def _title(text: str, found: tuple[Section, ...]) -> str | None:
    text = wrapping.unwrapped(text)
    for section in found:
        rows = sections.lines(text, section.start, section.end, most=8)
        title = headlines.headline(text, rows)
        if title:
            return title
    return None


def _published(text: str, path: str, head: frontmatter.FrontMatter, given: str | None) -> tuple[str | None, PublishedFrom | None]:
    if given:
        return given, "metadata"
    for key in _DATE_KEYS:
        day = _DAY.match(head.entries[key].value) if key in head.entries else None
        if day:
            return _iso(day), "metadata"
    meta = _META.search(text, 0, _HEAD)
    if meta:
        return meta[1], "metadata"
    name = path.rpartition("/")[2]
    day = _DAY.search(name)
    return (_iso(day), "filename") if day else (None, None)


def _iso(day: re.Match[str]) -> str:
    return f"{day[1]}-{day[3]}-{day[4]}"


def _source(text: str, head: frontmatter.FrontMatter) -> str | None:
    """The address the document gives for itself: front matter, or a line that only names an outlet and its address."""
    for key in _URL_KEYS:
        if key in head.entries and head.entries[key].value.startswith(("http://", "https://")):
            return head.entries[key].value
    for row in sections.lines(text, head.body) if "://" in text else ():
        address = sections.outlet(text[row.start : row.end]) if row.end - row.start < 2200 else None
        if address:
            return html.unescape(address)
    return None
