"""A section's first lines -> its headline, where it has one: a short line of its own above the text."""

from __future__ import annotations

import re
from functools import cache

from watcher import lexicon
from watcher.documents.sections import Line

_LONGEST = 220  # code points of a headline
_MARKS = re.compile(r"[#*_\s]{0,12}")
_TIME = re.compile(r"(?:\b(?:19|20)[0-9]{2}\b|[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4})")
_LOOKED_AT = 3  # lines above the headline: a kicker, the outlet's name


@cache
def _words(topic: str) -> tuple[str, ...]:
    return tuple(word for language in lexicon.LANGUAGES for word in lexicon.load(f"{language}/languages")[topic])


def headline(text: str, rows: list[Line]) -> str | None:
    """The headline among the first of a section's lines `rows`, without its Markdown marks; None where the text starts at once."""
    for index, row in enumerate(rows[:_LOOKED_AT]):
        line = text[row.start : row.end]
        if line.startswith("# "):
            return _bare(line)
        bare = _bare(line)
        following = rows[index + 1] if index + 1 < len(rows) else None
        if _kicker(bare) and following:
            continue
        return bare if _like(bare, text, row, following) else None
    return None


def _bare(line: str) -> str:
    """The line without the marks of Markdown around it."""
    mark = _MARKS.match(line)
    return line[mark.end() if mark else 0 :].strip(" \t\r*_#")


def _kicker(line: str) -> bool:
    return lexicon.fold(line).strip(" .:|-") in _words("kickers")


def _like(bare: str, text: str, row: Line, following: Line | None) -> bool:
    if not 3 <= len(bare) <= _LONGEST or not any(sign.isalpha() for sign in bare):
        return False
    if bare[0] in "-•·—–>|(![" or bare[-1] in ".,;:" or "http" in bare or "\t" in bare:
        return False
    folded = lexicon.fold(bare)
    if (
        folded.startswith(_words("bylines"))
        and any(folded.startswith(word) and not folded[len(word) :][:1].isalnum() for word in _words("bylines"))
        and (following is None or _TIME.search(bare) or len(bare) < 60 or ":" in bare[:30])
    ):
        return False
    if following is None:
        return True  # a text of one line is a headline on its own
    if text[row.start : row.end] == text[following.start : following.end]:
        return True  # doubled: the way web pages copy
    apart = text.count("\n", row.end, following.start) >= 2
    longer = following.end - following.start > 2 * len(bare)
    return apart or longer or bare[-1] in "?!" or len(bare) < 170
