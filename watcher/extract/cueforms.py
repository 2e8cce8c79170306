"""An entry of a lifecycle file -> the forms that tell a stage: "arrest" -> "arrests", "arrested"; "absolver" -> "absolvió", "absuelto".

In: the entry, its verb regular or with its forms between bars; out: each form with its place in the sentence and its mood. Pure.
"""

from __future__ import annotations

from typing import Literal

Form = Literal["object", "subject", "participle", "perfect", "inflicted", "state", "noun", "nominal", "attribute"]
Mood = Literal["finite", "infinitive", "future", "conditional"]
Expanded = list[tuple[str, Form, Mood, bool]]

_FUTURES = (("tener", "tendr"), ("poner", "pondr"), ("venir", "vendr"), ("salir", "saldr"), ("hacer", "har"), ("decir", "dir"))


def genders(text: str) -> list[str]:
    """The forms of a word written with "@" for the ending of its gender and number."""
    return [text.replace("@", ending) for ending in ("o", "a", "os", "as")] if "@" in text else [text]


def english(entry: str, form: Form) -> Expanded:
    """The forms of a verb: "arrest" or "base|third|past|participle"."""
    if "|" in entry:
        base, third, past, participle = entry.split("|")
    else:
        head, _, rest = entry.partition(" ")
        stem = head[:-1] if head.endswith("e") else head[:-1] + "i" if head.endswith("y") and head[-2] not in "aeiou" else head
        third = head + "s" if not head.endswith("y") or stem == head else stem + "es"
        base, past = head, stem + "ed"
        base, third, past = (f"{word} {rest}".strip() for word in (base, third, past))
        participle = past
    last: Form = "participle" if form == "object" else "perfect"
    forms: Expanded = [
        (base, form, "infinitive", False),
        (third, form, "finite", False),
        (past, form, "finite", False),
        (participle, last, "finite", False),
    ]
    if form == "object" and participle != past:
        forms.append((participle, "inflicted", "finite", False))  # "have thrown out the bill"
    return forms


def progressive(entry: str) -> str:
    """ "investigate" -> "investigating", "cut" -> "cutting"."""
    head, _, rest = entry.partition("|")[0].partition(" ")
    if head.endswith("e") and not head.endswith("ee"):
        head = head[:-1]
    elif len(head) < 5 and head[-1] not in "aeiouwxyhkld" and head[-2] in "aeiou" and head[-3:-2] not in tuple("aeiou"):
        head += head[-1]
    return f"{head}ing {rest}".strip()


def spanish(entry: str, form: Form) -> Expanded:
    """The forms of a verb: "arrestar" or "infinitive|presente|presentes|preterito|preteritos|participio"."""
    if "|" in entry:
        base, present, presents, past, pasts, participle = entry.split("|")
    else:
        base, _, rest = entry.partition(" ")
        stem, vowel = base[:-2], base[-2]
        present, presents = (stem + "a", stem + "an") if vowel == "a" else (stem + "e", stem + "en")
        past, pasts = (stem + "o", stem + "aron") if vowel == "a" else (stem + "io", stem + "ieron")
        participle = stem + ("ad" if vowel == "a" else "id")
        base, present, presents, past, pasts = (f"{word} {rest}".strip() for word in (base, present, presents, past, pasts))
    verb, _, rest = base.partition(" ")
    reflexive = "se " if verb.endswith("se") else ""
    plain = verb.removesuffix("se")
    future = next((plain.removesuffix(end) + stem for end, stem in _FUTURES if plain.endswith(end)), plain)
    accent = plain.endswith("ar") and past.removeprefix("se ").partition(" ")[0] == plain[:-2] + "o"
    marked = plain.endswith("iar") and "í" in present  # "amplía", no "amplia"
    forms: Expanded = [
        (base, form, "infinitive", False),
        (present.replace("í", "i"), form, "finite", marked),
        (presents.replace("í", "i"), form, "finite", marked),
        (past, form, "finite", accent),
        (pasts, form, "finite", False),
        (f"{reflexive}{future}a {rest}".strip(), form, "future", False),
        (f"{reflexive}{future}an {rest}".strip(), form, "future", False),
        (f"{reflexive}{future}ia {rest}".strip(), form, "conditional", False),
        (f"{reflexive}{future}ian {rest}".strip(), form, "conditional", False),
    ]
    if form == "object" and verb.endswith("r"):
        forms += [(f"{verb}{clitic} {rest}".strip(), form, "infinitive", False) for clitic in ("lo", "la")]  # "lograron detenerlo"
    if form == "object" and " " not in participle:
        forms.append((participle + "@" if not participle.endswith("o") else participle, "participle", "finite", False))
    perfect: Form = "inflicted" if form == "object" else "perfect"
    forms.append((participle + "o" if " " not in participle and not participle.endswith("o") else participle, perfect, "finite", False))
    return forms
