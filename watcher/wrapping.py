"""A text whose paragraphs were wrapped by hand -> the same text with a blank for each line break inside a paragraph; nothing moves.

A line that goes on in lower case was wrapped. Where a text has such lines, they tell how wide it is: a line so full that the next
word had no room in it was wrapped too, whatever the next one starts with; one that ended earlier ended on purpose.
"""

from __future__ import annotations

import re
from itertools import pairwise

_ONWARD = re.compile(r"\n[ \t]{0,8}(?=[^\W\d_])")  # a break before a word
_ENDED = '.!?…:;”"»|>'
_LEAST = 40  # code points of a line that goes on
_ODD = 8  # one line, and one more in so many, may be wider: a heading, an address
_RAGGED = 16  # code points by which a line before a capital or a number may be longer than those before a small letter
_FEW = 4  # full lines to one that goes on in a small letter, or they are full by chance
_STARTS = "-*•–—·|#>@"  # lines that are items, rows, headings, quoted
_WORD = re.compile(r"\S{1,40}")


def unwrapped(text: str) -> str:
    """`text` with a blank in place of each line break inside a paragraph; `text` itself where it has none."""
    breaks = {found.start() for found in _ONWARD.finditer(text) if text[found.end()].islower() and _goes_on(text, found.start())}
    if not breaks:
        return text
    full = _full(text, breaks)
    if len(full) <= _FEW * len(breaks):
        breaks |= full
    signs = list(text)
    for at in breaks:
        signs[at] = " "
    return "".join(signs)


def _goes_on(text: str, end: int) -> bool:
    """Whether the line before a break has some length and no end."""
    line = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    return len(line) >= _LEAST and line[-1] not in _ENDED


def _full(text: str, breaks: set[int]) -> set[int]:
    """The breaks behind lines that had no room for the next word, by the width of those wrapped at `breaks`."""
    lines = text.split("\n")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    width = max(len(line.rstrip()) for line, start in zip(lines, starts, strict=True) if start + len(line) in breaks)
    lengths = [len(line.rstrip()) for line in lines]
    wider = [length for length in lengths if length > width + _RAGGED]
    if _ODD * (len(wider) - 1) > len(lines):
        return set()
    found = set()
    for index, (line, following) in enumerate(pairwise(lines)):
        word = _WORD.search(following[:80])
        if word is None or not lengths[index] or word[0][0] in _STARTS or "\t" in line or "|" in line:
            continue
        if lengths[index] + 1 + len(word[0]) > width:
            found.add(starts[index] + len(line))
    return found
