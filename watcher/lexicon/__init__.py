"""Words as data: languages, units, properties and lifecycles, each a TOML file beside this one.

`load("es/numbers")` gives the file as a dict, read once. A folder per language holds one file per topic; files at the top
hold what languages share. The schemas that validate them are run by the tests and by `claimwatch check`, not at each load. A
native parser reads them, ten times quicker than the standard library's: nearly half of what the first article cost.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import rtoml

LANGUAGES = ("en", "es")
_HERE = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon file `name` (without its ending), for instance `en/numbers` or `lifecycles/office`."""
    return rtoml.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


def names(folder: str) -> tuple[str, ...]:
    """The files of a lexicon folder, sorted: `names("lifecycles")` gives `("lifecycles/bill", ...)`."""
    return tuple(sorted(f"{folder}/{file.stem}" for file in (_HERE / folder).glob("*.toml")))


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case without accents, one form for NFC and NFD: the key under which words are looked up."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold().replace("’", "'")
