"""A toy reader, so that the store is tried without the rules of extraction.

A text is a title line, then lines "subject: property: number unit" (a figure), "subject is office/candidate" (a status).
`snapshot("a.txt", text)` is its snapshot; a text with "unreadable" in it is rejected.
"""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal

from watcher.errors import Rejection
from watcher.model import Claim, Document, Evidence, Figure, FileStat, Scope, Section, Snapshot, Status, Subject

FIGURE = re.compile(r"^(?P<subject>[^:\n]+): (?P<property>[^:\n]+): (?P<exact>(?P<number>[0-9.]+) (?P<unit>[a-z]+))$", re.M)
STATUS = re.compile(r"^(?P<subject>[^:\n]+) is (?P<exact>(?P<lifecycle>[a-z]+)/(?P<stage>[a-z]+))$", re.M)


def snapshot(path: str, text: str, published: str | None = None, extractor: str = "toy 1") -> Snapshot:
    """What the toy reader finds in `text`."""
    data = text.encode("utf-8")
    title = text.split("\n", 1)[0] or None
    sections = (Section("en", 0, len(text)),)
    document = Document(
        path, hashlib.sha256(data).hexdigest(), len(data), text, title, published, "metadata" if published else None, None, None, sections
    )
    found = [*map(figure, FIGURE.finditer(text)), *map(status, STATUS.finditer(text))]
    return Snapshot(document, extractor, tuple(found))


def parse(path: str, data: bytes, modified: str | None = None) -> Snapshot | Rejection:
    """The toy reader as the pipe takes it; the first line may be "published DATE"."""
    if b"unreadable" in data:
        return Rejection(path, "no text at byte 0")
    text = data.decode("utf-8")
    published = re.match(r"published (\S+)", text)
    return snapshot(path, text, published[1] if published else None)


def figure(match: re.Match[str]) -> Claim:
    """A figure of one line."""
    value = Figure(Decimal(match["number"]), match["unit"])
    return claim("figure", match, match["property"], value)


def status(match: re.Match[str]) -> Claim:
    """A status of one line."""
    return claim("status", match, "office", Status(match["lifecycle"], match["stage"], match["exact"]))


def claim(kind: str, match: re.Match[str], name: str, value: Figure | Status) -> Claim:
    """A claim with its evidence."""
    subject = Subject(match["subject"].lower().replace(" ", "-"), match["subject"], "person")
    evidence = Evidence(match["exact"], match.start("exact"), match.end("exact"), "en", match[0])
    identity = hashlib.sha256(f"{kind} {subject.id} {name}".encode()).hexdigest()[:16]
    return Claim(identity, subject, name, Scope(), value, None, "asserted", (evidence,))


def stat(inode: int = 1, size: int = 1) -> FileStat:
    """Some stat."""
    return FileStat(size, 1_700_000_000_000_000_000, 1_700_000_000_000_000_000, inode, 1)


def article(title: str, *lines: str) -> str:
    """A text of the toy reader's."""
    return "\n".join((title, *lines)) + "\n"
