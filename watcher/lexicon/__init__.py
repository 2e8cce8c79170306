"""Words as data: languages, units, properties and lifecycles, each a TOML file beside this one.

`load("es/numbers")` gives the file as a dict, read once. A folder per language holds one file per topic; files at the top
hold what languages share. The schemas that validate them are run by the tests and by `claimwatch check`, not at each load.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "es")


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon file `name` (without its ending), for instance `en/numbers` or `lifecycles/office`."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def names(folder: str) -> tuple[str, ...]:
    """The files of a lexicon folder, sorted: `names("lifecycles")` gives `("lifecycles/bill", ...)`."""
    found = (entry.name for entry in files(__package__).joinpath(folder).iterdir())
    return tuple(sorted(f"{folder}/{name.removesuffix('.toml')}" for name in found if name.endswith(".toml")))


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case without accents, one form for NFC and NFD: the key under which words are looked up."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold().replace("’", "'")
