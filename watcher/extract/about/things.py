"""A noun -> the subject it is: something definite that has no name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from watcher.model import Subject, SubjectType

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def thing(name: str, kind: SubjectType = "thing") -> Subject:
    """A definite subject without a name, under its noun."""
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join([letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter)])
    return Subject("-".join(_WORD.findall(plain)) or name, name, kind)
