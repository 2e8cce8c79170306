"""A stage of a lifecycle -> the stems that tell it from every other stage of that lifecycle, in one language.

Extraction reads a cue in its grammar and may miss it in another wording; a word that only this stage's cues have still says that
the stage was told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from watcher import lexicon
from watcher.compare import prose

_KINDS = ("passive", "active", "headline", "state", "noun", "attribute", "nominal")


@lru_cache(maxsize=256)
def telling(lifecycle: str, stage: str, language: str) -> frozenset[str]:
    """The stems that cues of this stage have and those of no other; empty where the lexicon does not know it."""
    return _by_stage(lifecycle, language).get(stage, frozenset())


@lru_cache(maxsize=32)
def _by_stage(lifecycle: str, language: str) -> dict[str, frozenset[str]]:
    try:
        data = lexicon.load(f"lifecycles/{lifecycle}").get(language, {})
    except OSError:
        return {}
    vocabulary = prose.vocabulary(language)
    events = (word for group in lexicon.load("twins")["events"] for word in group)  # a shooting wounds, and may have wounded nobody
    common = vocabulary.stopwords | {word for thing in (*data.get("things", ()), *events) for word in thing.split()}
    silent = frozenset(prose.stem(word, language) for word in common)
    found = {stage: frozenset(_stems(cues, language)) - silent for stage, cues in data.items() if isinstance(cues, dict)}
    stages = Counter(stem for stems in found.values() for stem in stems)
    return {stage: frozenset(stem for stem in stems if stages[stem] == 1) for stage, stems in found.items()}


def _stems(cues: dict[str, Any], language: str) -> Iterator[str]:
    """The stems of the cues of one word: a word of a longer one tells little by itself ("lose", of "lose her life")."""
    for kind in _KINDS:
        for cue in cues.get(kind, ()):
            for form in cue.split("|"):
                plain = form.strip("=!").replace("@", "o")
                if plain.isalpha():
                    yield prose.stem(plain, language)
