"""Posts: a paragraph above its signature, `— Name (@handle) date`. In: a reading and a paragraph; out: the signature, the quotation."""

from __future__ import annotations

import re
from bisect import bisect_left

from watcher.extract.quotes.saying import Namer
from watcher.extract.reading import Paragraph, QuoteMention, Reading
from watcher.model import Subject

_SIGNED = re.compile(r"[—–-][ \t]{0,3}(?=[^\n(]{2,80}\([ \t]{0,2}@)")


def signature(reading: Reading, number: int) -> Paragraph | None:
    """The signature under a post: the next line, `— Name (@handle) date`."""
    if number + 1 >= len(reading.paragraphs):
        return None
    following = reading.paragraphs[number + 1]
    own = reading.paragraphs[number]
    if _SIGNED.match(reading.text, own.start, own.end):
        return None
    return following if _SIGNED.match(reading.text, following.start, following.end) else None


def post(reading: Reading, index: int, names: Namer, paragraph: Paragraph, signed: Paragraph) -> QuoteMention:
    match = _SIGNED.match(reading.text, signed.start, signed.end)
    start = match.end() if match else signed.start
    stop = reading.text.find("(", start, signed.end)
    first = bisect_left(reading.starts, start)
    last = first
    while last < len(reading.tokens) and reading.starts[last] < stop:
        last += 1
    mention = next(
        (found.subject for found in names.in_tokens(index, first, last) if found.subject.type in ("person", "organization")), None
    )
    name = reading.text[start:stop].strip()
    speaker = mention or (Subject("-".join(token.norm for token in reading.tokens[first:last]), name, "person") if name else None)
    end = paragraph.end - (reading.text[paragraph.end - 1] in ".,")
    begin = paragraph.start + 2 if reading.text.startswith("> ", paragraph.start) else paragraph.start
    return QuoteMention(begin, max(begin, end), speaker)
