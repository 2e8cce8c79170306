"""A change -> one sentence about it, from the templates of a language: both values, how far apart, who says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from watcher import lexicon
from watcher.compare.stages import step
from watcher.compare.touched import Touch
from watcher.compare.values import delta, family
from watcher.model import Change, EventDate, Figure, Quote, Side, Status, Value, Words, number_text

_WORD = re.compile(r"[^\W\d_]+")
_LINKS = ("of", "de", "")
_QUOTED = 80  # code points of a quotation or title that a summary shows
_FEW = 100  # a denominator below it is read "1 in 4", from it on "31 per 100,000"
_LARGEST = Decimal("1e18")  # beyond it digits tell more than words, and a remainder may not fit the context
_TOUCHES = 3  # edits that the summary of an update names
_HUNDREDTHS = 100  # 1.25 million is round enough for words, 1.254 million is not
_WHOLE = Decimal("0.1")  # relative deltas are told to a tenth of a percent


@lru_cache(maxsize=8)
def _template(language: str) -> dict[str, Any]:
    return lexicon.load(f"{language if language in lexicon.LANGUAGES else 'en'}/summary")


def sentence(change: Change, language: str, *, back_to: int | None = None) -> str:
    """The sentence. `back_to` is an older version that stated the new value."""
    template = _template(language)
    sides = {"from": change.before, "to": change.after}
    parts = {name: _side_value(side, sides.values(), language) for name, side in sides.items()}
    parts |= {f"path_{name}": side.document.path if side else "" for name, side in sides.items()}
    parts["language_from"] = _language(change.before, change.after, template)
    parts["language_to"] = _language(change.after, change.before, template)
    said = template["kinds"].get(change.kind, "{what}").format(what=_what(change, template), **parts)
    notes = _notes(change, template, language, back_to)
    return f"{said} ({'; '.join(notes)})" if notes else said


def _side_value(side: Side | None, sides: Iterable[Side | None], language: str) -> str:
    """One side's value; a status agrees with the words of either side."""
    if side is None or not isinstance(side.value, Status):
        return value_text(side.value, language) if side else ""
    others = (one.value.label for one in sides if one is not None and one is not side and isinstance(one.value, Status))
    return status_text(side.value, language, (side.value.label, *others))


def update(words: tuple[int, int], touches: Sequence[Touch], language: str) -> str:
    """How much of a text changed, words out and words in (none where they are the same in other order or type), and what edits
    touch that no change of a claim tells."""
    template = _template(language)
    forms = template["updated"]
    if not any(words):
        return str(forms["none"])
    out = forms["one" if words[0] == 1 else "many"].format(words[0])
    text = str(forms["said"].format(removed=out, added=words[1]))
    edits = [forms["touch"].format(kind=template["touched"][one.kind], before=one.before, after=one.after) for one in touches[:_TOUCHES]]
    if len(touches) > _TOUCHES:
        edits.append(forms["more"].format(len(touches) - _TOUCHES))
    return str(forms["touched"].format(text=text, edits="; ".join(edits))) if edits else text


def side_text(side: Side | None, language: str) -> str:
    """One side's value, a status with the words used and its stage: "presidente electo (elect)"."""
    if side is None:
        return ""
    if isinstance(side.value, Status):
        stage, label = side.value.stage, side.value.label
        return stage if not label or label == stage else f"{label} ({stage})"
    return value_text(side.value, language)


def value_text(value: Value | Words, language: str) -> str:
    """A value as a reader of the language would write it: "24%", "president-elect", "2026-03-29"."""
    match value:
        case Figure():
            return figure_text(value, language)
        case Status():
            return status_text(value, language)
        case EventDate(edtf):
            return edtf
        case _:
            return _short(value.text)


def status_text(status: Status, language: str, labels: Sequence[str] = ()) -> str:
    """A status in the words of the language, whatever the words of the text: "president-elect", "former minister", "charged".

    `labels` are the words of the texts, the status's own first: they tell the role where it is not stated apart, and in Spanish
    whether it is a man, a woman, or several.
    """
    template = _template(language)
    labels = labels or (status.label,)
    role = _role(status.role, template) or (_role_in(labels[0], template) if status.lifecycle in template["told"]["lifecycles"] else "")
    forms = template["stages"].get(status.lifecycle, {})
    stage = status.stage + ("-appointed" if role.split()[-1:] and set(role.split()) & set(template["appointed"]["roles"]) else "")
    form = forms.get(stage, forms.get(status.stage, status.stage.replace("-", " ")))
    if not isinstance(form, str):
        form = form[0] if role else form[1]
    return _agreeing(str(form), (role, *labels), template).format(role=role)


def _role(role: str | None, template: dict[str, Any]) -> str:
    """A role in the language's words, without an article; as it is written where its first word is not known: whoever does not
    know "security" cannot say "ministro de seguridad" for it."""
    roles = template["roles"]
    plain = [
        word[2:].lstrip("-") if word[:2] == "ex" and word[2:].lstrip("-") in roles else word for word in (role or "").casefold().split()
    ]
    words = (roles.get(word, word) for word in plain) if plain and plain[0] in roles else plain
    return " ".join(word for word in words if word)


def _role_in(label: str, template: dict[str, Any]) -> str:
    """The role that the words of a status name themselves: "president-elect", "gana la presidencia"."""
    known = {word for word in template["roles"].values() if word not in _LINKS}
    found: list[str] = []
    for word in _WORD.findall(label.casefold()):
        role = template["roles"].get(word, word)
        if role in known:
            found.append(role)
        elif found:
            break
    return " ".join(found)


def _agreeing(form: str, labels: Iterable[str], template: dict[str, Any]) -> str:
    """The form in the gender and number of the words of the text: "condenada" for "condenado" where these end so."""
    endings = template.get("endings")
    if endings is None:
        return form
    for label in labels:
        for word in _WORD.findall(label.casefold()):
            if word.endswith(tuple(endings["participles"])):
                ending = re.search(r"(?:o|a)s?$", word)
                return re.sub(endings["masculine"], rf"\g<1>{ending[0]}", form) if ending else form
            if word in endings["women"]:
                return re.sub(endings["masculine"], r"\g<1>a", form)
    return form


def figure_text(figure: Figure, language: str) -> str:
    """A figure in words: "at least 1,260", "24%", "46 per 100,000"."""
    template = _template(language)
    number = amount_words(figure.number, language)
    if figure.high is not None:
        number = template["shapes"]["range"].format(low=number, high=amount_words(figure.high, language))
    if figure.per is not None:
        form = template["shapes"]["in" if figure.per < _FEW else "per"]
        number = form.format(number=number, per=amount_words(figure.per, language))
    form = template["figures"].get(figure.unit, template["figures"]["other"])
    if family(figure.unit) == "money" and number[-1:].isalpha() and "scaled" in template:
        form = template["scaled"].get(figure.unit, template["scaled"]["other"])  # "1200 millones de euros"
    if figure.number == 1 and figure.high is None:
        form = template["one"].get(figure.unit, form)
    sign, digits = ("-", number[1:]) if number.startswith("-") else ("", number)
    return str(template["modifiers"].get(figure.modifier, "{}").format(sign + form.format(digits, unit=figure.unit)))


def amount_words(number: Decimal, language: str) -> str:
    """A number as `number_words`, round millions in words: "58 million", "1.2 billion"."""
    for scale in _template(language)["scales"] if abs(number) < _LARGEST else ():
        size = Decimal(scale["size"])
        if abs(number) >= size and not (number * _HUNDREDTHS) % size:
            return number_words(number / size, language) + str(scale["one"] if number == size else scale["many"])
    return number_words(number, language)


def number_words(number: Decimal, language: str) -> str:
    """A number with the separators of a language; whole numbers below 10,000 without in Spanish, as its academy has it."""
    template = _template(language)
    whole, _, fraction = number_text(number).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if len(digits) > 4 or (len(digits) == 4 and language == "en"):
        groups = [digits[max(0, at - 3) : at] for at in range(len(digits), 0, -3)][::-1]
        digits = template["thousands"].join(groups)
    return sign + digits + (template["decimal"] + fraction if fraction else "")


def _what(change: Change, template: dict[str, Any]) -> str:
    kind = change.kind.partition(".")[0]
    value = (change.after or change.before).value if change.after or change.before else None  # type: ignore[union-attr]
    role = " ".join(part for part in (value.role, value.of) if part) if isinstance(value, Status) else ""
    told = isinstance(value, Status) and value.lifecycle in template["told"]["lifecycles"]  # the value itself names the role
    about = ("" if told else role) if isinstance(value, Status) else "" if isinstance(value, Quote) else change.property
    name = change.subject.name if change.subject else ""
    scope = change.scope
    where = ", ".join(part for part in (scope.event, scope.time) if part) if scope and kind == "figure" else ""
    said = ", ".join(_apart(name, about or "")) or template["subjects"].get(kind, template["subjects"]["figure"])
    return f"{said} ({where})" if where else said


def _apart(name: str, about: str) -> list[str]:
    """A subject and what of it is stated, or one of them where it says the other as well: "trial opening", not "trial, trial opening"."""
    words = [{word.rstrip("s") for word in _WORD.findall(lexicon.fold(part))} for part in (name, about)]
    if not words[0] or not words[1]:
        return [part for part in (name, about) if part]
    if words[1] <= words[0]:
        return [name]
    return [about] if words[0] <= words[1] else [name, about]


def _notes(change: Change, template: dict[str, Any], language: str, back_to: int | None) -> list[str]:
    notes: list[str] = []
    before, after = change.before, change.after
    if before is not None and after is not None and not change.kind.endswith((".conflicting", ".mismatched")):
        notes += _figure_notes(before, after, template, language) + _status_notes(before, after, template, language)
        if before.modality != after.modality:
            names = template["modality"]
            notes.append(template["notes"]["modality"].format(**{"from": names[before.modality], "to": names[after.modality]}))
    if back_to is not None:
        notes.append(template["notes"]["back"].format(version=back_to))
    side = after or before
    if side and side.attribution and side.attribution.source and not isinstance(side.value, Quote):
        notes.append(template["notes"]["attribution"].format(source=side.attribution.source))
    return notes


def _figure_notes(before: Side, after: Side, template: dict[str, Any], language: str) -> list[str]:
    if not isinstance(before.value, Figure) or not isinstance(after.value, Figure):
        return []
    moved = delta(before.value, after.value)
    if moved is None or not moved.absolute:
        return []
    absolute = ("+" if moved.absolute > 0 else "") + number_words(moved.absolute, language)
    if after.value.unit == "rank":
        return []  # from second to third is no third less
    if after.value.unit == "percent":
        form = "point" if abs(moved.absolute) == 1 else "points"
        return [template["notes"][form].format(delta=absolute)]
    if family(after.value.unit) == "money":
        absolute = ("+" if moved.absolute > 0 else "") + figure_text(Figure(moved.absolute, after.value.unit), language)
    if moved.relative is None or abs(moved.relative) >= 100:
        return [absolute]
    relative = (moved.relative * 100).quantize(_WHOLE)
    return [f"{absolute}, {'+' if relative > 0 else ''}{number_words(relative, language)}%"]


def _status_notes(before: Side, after: Side, template: dict[str, Any], language: str) -> list[str]:
    if not isinstance(before.value, Status) or not isinstance(after.value, Status):
        return []
    way = step(before.value.lifecycle, before.value.stage, after.value.stage)
    if way.direction == "backwards":
        return [template["notes"]["backwards"]]
    labels = (before.value.label, after.value.label)
    skipped = [status_text(replace(after.value, stage=stage, role=None, label=""), language, ("", *labels)) for stage in way.skipped]
    return [template["notes"]["skips"].format(stages=", ".join(skipped))] if skipped else []


def _language(side: Side | None, other: Side | None, template: dict[str, Any]) -> str:
    """The language in which one side is stated, one in which the other is not where there is one."""
    told = [evidence.language for evidence in side.evidence] if side else []
    others = {evidence.language for evidence in other.evidence} if other else set()
    language = next((one for one in told if one not in others), told[0] if told else "")
    return str(template["languages"].get(language, language))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"
