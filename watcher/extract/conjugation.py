"""A Spanish infinitive -> the forms of it that news uses, as written: third persons, infinitive, participle, gerund. Pure.

Stems that change stand behind colons, the present's, then the past's: "medir:mid:mid", "cerrar:cierr". Only verbs whose endings
are regular are told so.
"""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = {
    "ar": (("a", "an"), ("ó", "aron", "ara", "aran", "ando"), ("aba", "aban", "ado", "ada", "ados", "adas"), ("e", "en")),
    "er": (("e", "en"), ("ió", "ieron", "iera", "ieran", "iendo"), ("ía", "ían", "ido", "ida", "idos", "idas"), ("a", "an")),
    "ir": (("e", "en"), ("ió", "ieron", "iera", "ieran", "iendo"), ("ía", "ían", "ido", "ida", "idos", "idas"), ("a", "an")),
}
_COMING = ("á", "án", "ía", "ían")
_SOFTENED = {"c": "qu", "g": "gu", "z": "c"}  # of "-ar", before "e": "ubique", "llegue", "alcance"
_HARDENED = {"c": "zc", "g": "j"}  # of "-er" and "-ir", before "a": "crezca", "exija"


@lru_cache(maxsize=4096)
def forms(entry: str) -> tuple[str, ...]:
    """The forms of one verb."""
    infinitive, *changed = entry.split(":")
    stem, kind = infinitive[:-2], infinitive[-2:]
    present, past = (*changed, *(stem, stem)[len(changed) :])
    now, told, plain, wished = _ENDINGS[kind]
    then = [ending.removeprefix("i") for ending in told] if past.endswith("y") else told  # "disminuyó"
    shifted = (_SOFTENED if kind == "ar" else _HARDENED).get(present[-1], present[-1])
    return (
        infinitive,
        *(infinitive + ending for ending in _COMING),
        *(present + ending for ending in now),
        *(past + ending for ending in then),
        *(stem + ending for ending in plain),
        f"{infinitive}se",
        past + ("ándose" if kind == "ar" else "iéndose"),
        *(present[:-1] + shifted + ending for ending in wished),
    )
