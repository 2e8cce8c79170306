"""A text as it was written -> the text the rules read, and evidence found in it put back where it stands.

The rules know a letter with its accent as one code point; some programs write two. A dash between two words or numbers is a hyphen.
Tags of a web page are no words, and a line wrapped by hand ends nothing: blanks stand in their place. Evidence quotes what is there.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import replace
from typing import NamedTuple

from watcher import wrapping
from watcher.model import Evidence

_ACCENTED = re.compile("[A-Za-z\u00c0-\u024f][\u0300-\u036f]")
_JOINS = {
    dash: re.compile(rf"{dash}(?<=[^\W_].)(?=[^\W_])") for dash in "–‐‑"
}  # each by itself, for one sign is found much sooner than any
_TAG = re.compile(
    r"<(script|style)(?:\s[^<>]{0,500})?>[^<]{0,4000}</\1\s?>|</?[A-Za-z][A-Za-z0-9]{0,15}(?:[\s/][^<>]{0,500})?>|&(?:nbsp|#160);", re.I
)


class Composed(NamedTuple):
    """The composed text and the original; `places` and `origins` are where, in each, a code point follows that was two."""

    text: str
    original: str
    places: list[int]
    origins: list[int]

    def into(self, offset: int) -> int:
        """An offset of the original in the composed text."""
        return offset - bisect_right(self.origins, offset)

    def back(self, offset: int) -> int:
        """An offset of the composed text in the original."""
        return offset + bisect_right(self.places, offset)

    def evidence(self, found: Evidence) -> Evidence:
        """Evidence found in the composed text, as the original has it."""
        start, end = self.back(found.start), self.back(found.end)
        ahead = self.text.rfind(found.sentence, 0, found.start + len(found.sentence))
        first = ahead if ahead >= 0 else found.start
        sentence = self.original[self.back(first) : self.back(first + len(found.sentence))]
        return replace(found, exact=self.original[start:end], start=start, end=end, sentence=sentence)


def compose(text: str) -> Composed:
    """`text` with each letter and its accent as one code point, where there is such a one; linear in its length."""
    pieces: list[str] = []
    places: list[int] = []
    origins: list[int] = []
    at = 0
    for match in () if unicodedata.is_normalized("NFC", text) else _ACCENTED.finditer(text):
        letter = unicodedata.normalize("NFC", match[0])
        if len(letter) == 1:
            pieces += (text[at : match.start()], letter)
            at = match.end()
            origins.append(at)
            places.append(at - len(origins))
    plain = _without_tags("".join((*pieces, text[at:])) if pieces else text)
    return Composed(wrapping.unwrapped(_hyphened(plain)), text, places, origins)


def _hyphened(text: str) -> str:
    """`text` with a hyphen for each dash that joins what touches it: "40–50", "3–1", "London–Paris"."""
    for dash, joins in _JOINS.items():
        if dash in text:
            text = joins.sub("-", text)
    return text


def _without_tags(text: str) -> str:
    """`text` with a blank for each code point of a tag, so that nothing moves."""
    return _TAG.sub(lambda tag: " " * len(tag[0]), text) if "<" in text or "&" in text else text
