"""Records against their JSON Schema: `validate(name, record)` gives what is wrong with it, an empty list where nothing is.

The schemas are the files of `schemas/` (in an installed copy `watcher/_schemas/`). `jsonschema` is the judge: it compiles each
schema once and says what is wrong and where. The schemas refer to each other from memory and to nothing else, so no address is
ever fetched. A schema that holds a keyword we do not know, or a format that does not really reject, is refused: a check that
silently checks nothing is worse than none. NaN is no number, and `$` in a pattern is the end of the text.

`jsonschema-rs` goes before it where it is installed: it takes a right snapshot of 20 claims in 0.14 ms instead of 15 ms
(measured side by side; a document may take 10 ms in all). Whatever it does not take is judged by `jsonschema` all the same, and
a test holds the two to one opinion on every schema of ours.
"""

from __future__ import annotations

import json
import math
import re
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from watcher.errors import ClaimwatchError

NAMES = ("document", "claim", "snapshot", "change", "entry", "lexicon", "lifecycle", "configuration")
BASE = "https://claimwatch.invalid/schemas/"

ONE_SCHEMA = {"additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"}
MANY_SCHEMAS = {"$defs", "dependentSchemas", "patternProperties", "properties"}
LISTED_SCHEMAS = {"allOf", "anyOf", "oneOf", "prefixItems"}
PLAIN = {
    "$id", "$ref", "$schema", "$comment", "title", "description", "default", "examples", "type", "const", "enum", "required", "format",
    "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems",
    "minProperties", "maxProperties", "uniqueItems", "dependentRequired",
}  # fmt: skip

EDTF_DATE = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[~?%]?\Z")
DATE_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})\Z")
MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Finding(NamedTuple):
    """What is wrong and where: `path` names the place ("claims/3/value/unit"), `reason` says it in a sentence."""

    path: str
    reason: str


class SchemaError(ClaimwatchError):
    """A schema of ours does not compile, or cannot be trusted to reject: a fault of ours."""


def validate(name: str, record: object) -> list[Finding]:
    """What is wrong with `record` (JSON as Python holds it) by the schema `name`; empty where it is right. At most 20 findings."""
    quick = accepts(name)
    if quick is not None and quick(record):
        return []
    return judged(name, record)


def judged(name: str, record: object) -> list[Finding]:
    """The same by the judge alone. Half a surrogate pair is text to it: the store's gate takes those out."""
    judge = validator(name)
    try:
        json.dumps(record, allow_nan=False)
        errors = islice(judge.iter_errors(record), 20)
        return [Finding("/".join(map(str, error.absolute_path)), error.message[:300]) for error in errors]
    except ValueError as error:
        return [Finding(_not_finite(record), f"is no JSON: {error}")]
    except (TypeError, RecursionError) as error:
        return [Finding("", f"cannot be checked: {error}")]


@cache
def validator(name: str) -> Any:
    """The compiled judge of one schema. Raises `SchemaError` where the schema or one of its formats is broken."""
    return compiled(name, load)


def compiled(name: str, source: Callable[[str], dict[str, Any]]) -> Any:
    """A judge made anew from what `source` gives for each name; `read` for the files as they are now, `load` as they were first read."""
    from jsonschema.exceptions import SchemaError as Broken  # noqa: PLC0415  0.3 s, paid by who validates
    from referencing import Registry  # noqa: PLC0415
    from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

    prove_formats()
    schema = source(name)
    try:
        judge().check_schema(schema)
    except Broken as error:
        raise SchemaError(f"The schema {name} is not valid: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}") from error
    known: Any = Registry()  # one that retrieves nothing
    for each in NAMES:  # without "$schema", by which jsonschema would go on with its own validator instead of ours
        inner = {word: part for word, part in source(each).items() if word != "$schema"}
        known = known.with_resource(BASE + f"{each}.schema.json", DRAFT202012.create_resource(inner))
    return judge()(schema, registry=known.crawl(), format_checker=formats())


@cache
def accepts(name: str) -> Callable[[object], bool] | None:
    """A quick look that takes what is right; what it does not take is not wrong yet. Null where `jsonschema-rs` is not installed."""
    try:
        from jsonschema_rs import Draft202012Validator, RegexOptions, Registry  # noqa: PLC0415
    except ImportError:
        return None
    validator(name)
    registry = Registry([(BASE + f"{each}.schema.json", load(each)) for each in NAMES])
    linear: Any = RegexOptions()  # not its default engine, whose `$` matches before a last line break and which may backtrack
    quick = Draft202012Validator(
        load(name), formats=FORMATS, validate_formats=True, registry=registry, offline=True, pattern_options=linear
    )  # fmt: skip

    def accepted(record: object) -> bool:
        try:
            return quick.is_valid(record)
        except (ValueError, TypeError, RecursionError):  # NaN, half pairs, what is no JSON, what is too deep
            return False

    return accepted


@cache
def judge() -> Any:
    """Draft 2020-12 as `jsonschema` has it, but for three things it leaves to Python: NaN is no number, `$` does not match before a
    last line break, and unique items are told apart by their text instead of each with each."""
    from jsonschema import Draft202012Validator, ValidationError, validators  # noqa: PLC0415

    def pattern(_: Any, wanted: str, text: object, __: object) -> Iterator[ValidationError]:
        if isinstance(text, str) and not expression(wanted).search(text):
            yield ValidationError(f"{text[:100]!r} does not match {wanted!r}")

    def pattern_properties(inner: Any, parts: dict[str, Any], record: Any, __: object) -> Iterator[ValidationError]:
        for wanted, schema in parts.items() if isinstance(record, dict) else ():
            for key in filter(expression(wanted).search, record):
                yield from inner.descend(record[key], schema, path=key, schema_path=wanted)

    def additional(inner: Any, schema: Any, record: Any, whole: dict[str, Any]) -> Iterator[ValidationError]:
        named, patterns = whole.get("properties", {}), [expression(wanted) for wanted in whole.get("patternProperties", ())]
        for key in record if isinstance(record, dict) else ():
            if key in named or any(wanted.search(key) for wanted in patterns):
                continue
            if schema is False:
                yield ValidationError(f"{key!r} is none of its names")
            else:
                yield from inner.descend(record[key], schema, path=key)

    def unique(_: Any, wanted: bool, items: object, __: object) -> Iterator[ValidationError]:
        if wanted and isinstance(items, list) and len({_spelt(item) for item in items}) < len(items):
            yield ValidationError("an item stands twice")

    def number(_: object, value: object) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and (isinstance(value, int) or math.isfinite(value))

    ours = {"pattern": pattern, "patternProperties": pattern_properties, "additionalProperties": additional, "uniqueItems": unique}
    return validators.extend(Draft202012Validator, ours, type_checker=Draft202012Validator.TYPE_CHECKER.redefine("number", number))


def formats() -> Any:
    """The formats of ours as `jsonschema` takes them, and none of its own."""
    from jsonschema import FormatChecker  # noqa: PLC0415

    checker = FormatChecker(formats=())
    checker.checkers = {name: (check, ()) for name, check in FORMATS.items()}
    return checker


@cache
def expression(pattern: str) -> re.Pattern[str]:
    """A pattern of a schema for Python, whose `$` would also match before a last line break."""
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern, re.ASCII)


def _spelt(item: object) -> str:
    """A text two items share exactly when JSON Schema calls them equal: 1.0 is 1, true is not."""
    return json.dumps(_levelled(item), sort_keys=True)


def _levelled(item: object) -> object:
    if isinstance(item, float) and item.is_integer():
        return int(item)
    if isinstance(item, list):
        return [_levelled(part) for part in item]
    return {key: _levelled(part) for key, part in item.items()} if isinstance(item, dict) else item


def _not_finite(record: object, where: str = "") -> str:
    """The place of the first number that is none."""
    if isinstance(record, float):
        return "" if math.isfinite(record) else where
    parts = record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    return next((found for key, part in parts if (found := _not_finite(part, f"{where}/{key}" if where else str(key)))), "")


@cache
def load(name: str) -> dict[str, Any]:
    """One schema as it stood when it was first read: a file that is swapped under a running program changes nothing."""
    return read(name)


def read(name: str) -> dict[str, Any]:
    """One schema as it stands in its file, linted. Raises `SchemaError` where it cannot be read or holds unknown keywords."""
    file = folder() / f"{name}.schema.json"
    try:
        schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"), parse_constant=_refuse_constant)
    except (OSError, ValueError) as error:
        raise SchemaError(f"The schema {name} cannot be read ({file.name}: {error}).") from error
    problems = [f"{where or 'the top'}: {what}" for where, what in lint(schema)]
    if problems:
        raise SchemaError(f"The schema {name} is not one of ours: {'; '.join(problems)}.")
    return schema


@cache
def folder() -> Path:
    """Where the schemas are: beside the package in a checkout, inside it when installed."""
    here = Path(__file__).resolve().parent
    for candidate in (here / "_schemas", here.parent / "schemas"):
        if (candidate / "entry.schema.json").is_file():
            return candidate
    raise SchemaError("The schemas are missing from this installation; install claimwatch again.")


def lint(schema: object, where: str = "") -> Iterator[Finding]:
    """Keywords no validator of ours knows (a misspelt one checks nothing), formats without a check, references outside."""
    if isinstance(schema, bool):
        return
    if not isinstance(schema, dict):
        yield Finding(where, "a schema is an object or a boolean")
        return
    for word, value in schema.items():
        place = f"{where}/{word}" if where else word
        if word in ONE_SCHEMA:
            yield from lint(value, place)
        elif word in MANY_SCHEMAS:
            for key, part in value.items():
                yield from lint(part, f"{place}/{key}")
        elif word in LISTED_SCHEMAS:
            for at, part in enumerate(value):
                yield from lint(part, f"{place}/{at}")
        elif word not in PLAIN:
            yield Finding(place, f"unknown keyword {word!r}")
        elif word == "format" and value not in FORMATS:
            yield Finding(place, f"no check for the format {value!r}")
        elif word == "$ref" and not _ours(value):
            yield Finding(place, f"refers outside our schemas: {value!r}")


def _ours(reference: str) -> bool:
    return reference.startswith("#") or reference.split("#", 1)[0] in {f"{name}.schema.json" for name in NAMES}


def is_edtf(text: object) -> bool:
    """Whether a string is a date, an interval or an open interval of EDTF as the contract uses it."""
    if not isinstance(text, str):
        return True
    ends = text.split("/")
    if len(ends) > 2 or text in {"", "/", ".."}:
        return False
    return all(_is_edtf_date(end) or (len(ends) == 2 and end in {"", ".."}) for end in ends)


def _is_edtf_date(text: str) -> bool:
    match = EDTF_DATE.match(text)
    if not match:
        return False
    _, month, day = match.groups()
    if month is None or "X" in month:
        return True
    number = int(month)
    if not (1 <= number <= 12 or 21 <= number <= 41):  # 21 and above: seasons, quarters, halves
        return False
    if day is None or "X" in day:
        return True
    return number <= 12 and 1 <= int(day) <= MONTH_DAYS[number - 1]


def is_date_time(text: object) -> bool:
    """Whether a string is a date and time of RFC 3339, with its zone."""
    if not isinstance(text, str):
        return True
    if not DATE_TIME.match(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_uuid(text: object) -> bool:
    """Whether a string is a UUID in its usual form."""
    if not isinstance(text, str):
        return True
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


FORMATS: dict[str, Callable[[object], bool]] = {"date-time": is_date_time, "edtf": is_edtf, "uuid": is_uuid}
PROOFS: dict[str, tuple[str, str]] = {  # a right and a wrong value of each format
    "date-time": ("2026-01-30T10:00:00Z", "NOT A DATE"),
    "edtf": ("2025-11-17/2025-12-13", "2025-13-45"),
    "uuid": ("0b5b1f3e-8f0c-5a53-9d0c-0f8c7e2a4b11", "0b5b1f3e"),
}


@cache
def prove_formats() -> None:
    """Run once: each format we use, through the very judge we validate with, takes its right value and rejects its wrong one."""
    for name, (right, wrong) in PROOFS.items():
        proof = judge()({"format": name}, format_checker=formats())
        if not proof.is_valid(right) or proof.is_valid(wrong):
            raise SchemaError(f"The check of the format {name} does not work in this installation.")


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
