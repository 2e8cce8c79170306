"""The schemas are what they say: they compile, reject what is wrong by path and reason, and fetch nothing."""

from __future__ import annotations

import copy
import http.server
import json
import re
import sys
import threading
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator, RegexOptions

from tests.store.toy import article, snapshot
from watcher import config, lexicon, schemas
from watcher.model import Attribution, Change, DocumentVersion, Entry, EntryDocument, EventDate, Quote, Scope, Side, Words
from watcher.schemas import SchemaError, lint, validate, validator
from watcher.store import check
from watcher.store.gate import clean_record

TEXT = article("Ana leads", "Ana Bo: vote share: 24 percent", "Ana Bo is office/candidate")
SNAPSHOT = snapshot("a.txt", TEXT, "2026-01-30").as_dict()


def side(claim: Any) -> Side:
    return Side(claim.value, claim.modality, Attribution("Ipsos"), claim.evidence, DocumentVersion("a.txt", 1))


def changed(path: list[Any], value: object) -> dict[str, Any]:
    record = copy.deepcopy(SNAPSHOT)
    place: Any = record
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return record


@pytest.mark.parametrize("name", schemas.NAMES)
def test_each_schema_compiles(name: str) -> None:
    assert validator(name)


def test_a_right_snapshot_has_no_findings() -> None:
    assert validate("snapshot", SNAPSHOT) == []
    assert validate("document", SNAPSHOT["document"]) == []
    assert [validate("claim", claim) for claim in SNAPSHOT["claims"]] == [[], []]


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (["schema_version"], 2, "schema_version"),
        (["document", "sha256"], "ABC", "document/sha256"),
        (["document", "sha256"], "a" * 64 + "\n", "document/sha256"),
        (["document", "bytes"], -1, "document/bytes"),
        (["document", "bytes"], True, "document/bytes"),
        (["document", "published"], "2026-13", "document/published"),
        (["document", "modified"], "NOT A DATE", "document/modified"),
        (["document", "extra"], 1, "document"),
        (["claims", 0, "modality"], "perhaps", "claims/0/modality"),
        (["claims", 0, "kind"], "rumour", "claims/0/kind"),
        (["claims", 0, "kind"], "status", "claims/0/value"),
        (["claims", 0, "value", "number"], "1e400", "claims/0/value/number"),
        (["claims", 0, "value", "number"], 24.0, "claims/0/value/number"),
        (["claims", 0, "value", "modifier"], "roughly", "claims/0/value/modifier"),
        (["claims", 0, "evidence"], [], "claims/0/evidence"),
        (["claims", 0, "evidence", 0, "start"], -1, "claims/0/evidence/0/start"),
        (["claims", 0, "evidence", 0, "start"], float("nan"), "claims/0/evidence/0/start"),
        (["claims", 0, "scope", "time"], "yesterday", "claims/0/scope/time"),
        (["claims", 0, "subject", "name"], "", "claims/0/subject/name"),
        (["claims", 1, "value", "stage"], "Candidate", "claims/1/value/stage"),
    ],
)
def test_what_is_wrong_is_named_by_path_and_reason(path: list[Any], value: object, where: str) -> None:
    findings = validate("snapshot", changed(path, value))
    assert [finding for finding in findings if finding.path.startswith(where)], findings
    assert all(finding.reason for finding in findings)


def test_every_sort_of_change_and_entry_is_right() -> None:
    figure, status = snapshot("a.txt", TEXT).claims
    date = Side(EventDate("2026-03-11"), "planned", None, figure.evidence, DocumentVersion("a.txt", 1))
    quote = Side(Quote("No."), "asserted", None, figure.evidence, DocumentVersion("a.txt", 1))
    title = Side(Words("A title"), "asserted", None, (), DocumentVersion("a.txt", 1))
    nothing = (None,) * 6
    changes = [Change(f"document.{verb}", *nothing, 0.5, "It happened") for verb in ("added", "updated", "removed")]
    about = (figure.id, figure.subject, figure.property, Scope(time="2025-11-16", place="Chile"))
    changes += [
        Change("figure.added", *about, None, side(figure), 0.5, "said"),
        Change("figure.revised", *about, side(figure), side(figure), 1, "said"),
        Change("status.removed", *about, side(status), None, 0, "said"),
        Change("status.removed", *about, side(status), side(status), 0, "now denied"),
        Change("date.moved", *about, date, date, 0.25, "said"),
        Change("quote.altered", *about, quote, quote, 0.25, "said"),
        Change("title.changed", None, None, None, None, title, title, 0.25, "said"),
    ]
    for number, change in enumerate(changes, 1):
        assert validate("change", change.as_dict()) == [], change.kind
        head = (number, "0b5b1f3e-8f0c-5a53-9d0c-0f8c7e2a4b11", "2026-01-30T10:00:00.123Z", "rescan", EntryDocument("a.txt", 1, None))
        entry = Entry(*head, change, "0" * 64, "1" * 64)
        assert validate("entry", entry.as_dict()) == [], change.kind
        assert validate("entry", entry.as_dict() | {"found_by": "luck"})[0].path == "found_by"
        assert validate("entry", entry.as_dict() | {"more": 1})
        assert validate("change", entry.as_dict()), "an entry is no change"


def test_sides_must_fit_the_kind() -> None:
    figure = snapshot("a.txt", TEXT).claims[0]
    wrong = Change("figure.revised", "x", None, "p", Scope(), None, side(figure), 0.5, "said").as_dict()
    assert validate("change", wrong)[0].path == "before"
    wrong = Change("document.added", None, None, None, None, None, side(figure), 0.5, "said").as_dict()
    assert validate("change", wrong)[0].path == "after"
    assert validate("change", Change("figure.added", "x", None, "p", Scope(), None, side(figure), float("nan"), "said").as_dict())


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2026-01-30", True), ("2026-01", True), ("2015", True), ("2004/2009", True), ("XXXX-03-11", True), ("XXXX-11-17/XXXX-12-13", True),
        ("2025-11-17/..", True), ("../2026", True), ("2026-XX-05", True), ("2024-02-29", True), ("-0044-03-15", True), ("2025-21", True),
        ("", False), ("..", False), ("/", False), ("2026-13", False), ("2026-02-30", False), ("2026-01-30T10:00:00Z", False),
        ("last week", False), ("2026-1-3", False), ("٢٠٢٦", False), ("2026-01-30\n", False), ("2004/2009/2010", False),
    ],
)  # fmt: skip
def test_edtf_as_the_contract_writes_it(text: str, right: bool) -> None:
    assert schemas.is_edtf(text) is right


def test_f05_a_format_whose_check_does_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(schemas.FORMATS, "date-time", lambda _: True)
    schemas.prove_formats.cache_clear()
    try:
        with pytest.raises(SchemaError, match="format date-time does not work"):
            schemas.prove_formats()
    finally:
        monkeypatch.undo()
        schemas.prove_formats.cache_clear()
        schemas.prove_formats()


@pytest.mark.parametrize(
    ("schema", "complaint"),
    [
        ({"propertes": {}}, "unknown keyword 'propertes'"),
        ({"properties": {"a": {"tpye": "string"}}}, "unknown keyword 'tpye'"),
        ({"anyOf": [{"items": {"minimun": 1}}]}, "unknown keyword 'minimun'"),
        ({"$defs": {"a": {"format": "email"}}}, "no check for the format 'email'"),
        ({"$ref": "http://127.0.0.1:1/schema.json"}, "refers outside"),
        ({"$ref": "file:///etc/hostname"}, "refers outside"),
        ({"$ref": "ftp://127.0.0.1/schema.json"}, "refers outside"),
        ({"items": 3}, "a schema is an object or a boolean"),
    ],
)
def test_f06_a_slip_in_a_schema_is_an_error(schema: dict[str, Any], complaint: str) -> None:
    assert [finding.reason for finding in lint(schema) if complaint in finding.reason]


def test_f01_no_reference_is_ever_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Canary(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

    server = http.server.HTTPServer(("127.0.0.1", 0), Canary)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        for outside in (f"http://127.0.0.1:{server.server_port}/x", "file:///etc/hostname"):
            judge = schemas.compiled("claim", lambda name: {"$ref": outside} if name == "claim" else schemas.load(name))  # noqa: B023
            with pytest.raises(Exception, match=re.escape(outside)):
                judge.is_valid({})
        broken = schemas.load("claim") | {"$ref": f"http://127.0.0.1:{server.server_port}/x"}
        (tmp_path / "claim.schema.json").write_text(json.dumps(broken))
        monkeypatch.setattr(schemas, "folder", lambda: tmp_path)
        with pytest.raises(SchemaError, match="refers outside our schemas"):
            schemas.read("claim")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert asked == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": NaN}', '{"type": "object"} x'])
def test_a_broken_schema_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "claim.schema.json").write_text(text)
    monkeypatch.setattr(schemas, "folder", lambda: tmp_path)
    with pytest.raises(SchemaError, match="The schema claim"):
        schemas.read("claim")


def test_f02_f03_f04_hostile_records_are_judged_in_time() -> None:
    started = time.process_time()
    deep: Any = []
    for _ in range(2_000):
        deep = [deep]
    assert validate("snapshot", changed(["claims"], deep))
    assert validate("lexicon", {"a": deep}) is not None
    assert validate("snapshot", changed(["document", "sha256"], "a" * 100_000 + "!"))
    assert validate("snapshot", changed(["claims", 0, "value", "number"], "1" * 100_000))
    assert len(validate("snapshot", changed(["claims"], [{}] * 3_000))) == 20
    assert time.process_time() - started < 10


def test_the_lexicon_and_the_configuration_have_schemas() -> None:
    assert validate("lexicon", {"words": ["a", "b"], "units": {"km": ["kilometre"]}, "limit": 3}) == []
    assert validate("lexicon", {"words": [""]})
    assert validate("lexicon", {"words": None})
    assert validate("configuration", {"settle": 2, "patterns": ["*.txt"], "check_at": "03:30"}) == []
    assert [finding.path for finding in validate("configuration", {"watch": "magic"})] == ["watch"]
    assert validate("configuration", {"check_at": "25:00"})
    assert validate("configuration", {"setle": 2})


def test_the_configuration_schema_names_every_setting() -> None:
    assert set(schemas.load("configuration")["properties"]) == set(config.NAMES)


def test_decimals_never_pass_as_numbers() -> None:
    claim = snapshot("a.txt", TEXT).claims[0]
    assert isinstance(claim.value.number, Decimal)  # type: ignore[union-attr]
    assert claim.as_dict()["value"]["number"] == "24"


@pytest.fixture
def without_the_quick_one(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    schemas.accepts.cache_clear()
    yield
    monkeypatch.undo()
    schemas.accepts.cache_clear()


@pytest.mark.usefixtures("without_the_quick_one")
def test_without_the_quick_engine_everything_is_judged_all_the_same_i12() -> None:
    assert schemas.accepts("snapshot") is None
    assert validate("snapshot", SNAPSHOT) == []
    assert validate("snapshot", changed(["document", "bytes"], -1))[0].path == "document/bytes"


ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.just([]), st.just({}), st.just("figure"),
    st.sampled_from([1.0, 2.0, -0.0, 2**64, -(2**63) - 1, 1e300, "2026-01", "2026-13", "a" * 64, "a" * 64 + "\n",
                     "en", "en\n", "٣", "\ud83d"]),
    st.sampled_from(["office", "elect", "exact", "percent", "24", "24.50", "1e400", "-3", "+3", "24\n", "asserted", "\x00",
                     "document.added"]),
)  # fmt: skip


def places(record: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a record."""
    yield where
    parts = record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    for key, part in parts:
        yield from places(part, (*where, key))


def records() -> dict[str, Any]:
    """A right record for each schema."""
    figure = snapshot("a.txt", TEXT).claims[0]
    change = Change("figure.revised", figure.id, figure.subject, "p", Scope(time="2025"), side(figure), side(figure), 0.5, "said")
    head = (1, "0b5b1f3e-8f0c-5a53-9d0c-0f8c7e2a4b11", "2026-01-30T10:00:00.123Z", "rescan", EntryDocument("a.txt", 1, None))
    return {
        "document": SNAPSHOT["document"], "claim": SNAPSHOT["claims"][0], "snapshot": SNAPSHOT, "change": change.as_dict(),
        "entry": Entry(*head, change, "0" * 64, "1" * 64).as_dict(), "lexicon": {"words": ["a"], "units": {"km": ["kilometre"]}},
        "lifecycle": lexicon.load("lifecycles/office"), "configuration": {"settle": 2, "patterns": ["*.txt"], "check_at": "03:30"},
    }  # fmt: skip


@pytest.mark.parametrize("name", schemas.NAMES)
def test_both_engines_take_a_right_record(name: str) -> None:
    quick = schemas.accepts(name)
    assert quick is not None
    assert quick(records()[name])
    assert schemas.judged(name, records()[name]) == []


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_quick_engine_and_the_judge_agree_on_whatever_is_done_to_a_record(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(schemas.NAMES))
    record = copy.deepcopy(records()[name])
    for _ in range(data.draw(st.integers(1, 2))):
        where = data.draw(st.sampled_from([place for place in places(record) if place] or [("words",)]))
        holder: Any = record
        for part in where[:-1]:
            holder = holder[part]
        act = data.draw(st.sampled_from(["set", "remove", "add"]))
        if act == "remove":
            del holder[where[-1]]
        elif act == "set" or not isinstance(holder, dict):
            holder[where[-1]] = data.draw(ODD)
        else:
            holder[data.draw(st.sampled_from(["more", "en", "EN", "per", "high", "en\n"]))] = data.draw(ODD)
    quick = schemas.accepts(name)
    assert quick is not None
    right = schemas.judged(name, record) == []
    assert right if quick(record) else not right or quick(clean_record(record)), record


def test_f07_the_surprises_of_json_schema_are_settled() -> None:
    """F07: 1.0 is an integer (both engines, as the standard has it); no NaN; `$` is the end; decimals are strings."""
    judge = schemas.judge()
    assert judge({"type": "integer"}).is_valid(1.0)
    assert not judge({"type": "integer"}).is_valid(True)
    assert not judge({"pattern": "^[a-z]+$"}).is_valid("abc\n")
    assert not judge({"patternProperties": {"^[a-z]+$": False}}).is_valid({"abc": 1})
    assert judge({"patternProperties": {"^[a-z]+$": False}}).is_valid({"abc\n": 1})
    assert not judge({"type": "number", "minimum": 0}).is_valid(float("nan"))
    assert not judge({"type": "number"}).is_valid(float("inf"))
    assert not judge({"uniqueItems": True}).is_valid([1, 1.0])
    assert judge({"uniqueItems": True}).is_valid([1, True, "1", [1], {"a": 1}])
    assert not judge({"uniqueItems": True}).is_valid([{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}])
    assert [finding.path for finding in validate("configuration", {"settle": float("nan")})] == ["settle"]


def test_f02_patterns_of_ours_are_linear_and_f03_unique_items_are_quick() -> None:
    """F02, F03: users bring no schemas; ours hold no pattern that a linear engine could not run."""
    patterns = {found for name in schemas.NAMES for found in patterns_in(schemas.load(name))}
    assert patterns
    started = time.process_time()
    for pattern in patterns:
        assert Draft202012Validator({"pattern": pattern}, pattern_options=RegexOptions())
        for hostile in ("a", "-", "0", "a-", "0.", "document."):
            schemas.expression(pattern).search(hostile * 50_000 + "!")
    schemas.judge()({"uniqueItems": True}).is_valid([{"a": number} for number in range(3_000)])
    assert time.process_time() - started < 10


def patterns_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for part in schema.values():
            yield from patterns_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from patterns_in(part)


def test_f08_a_schema_swapped_while_running_changes_nothing_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F08: the last good schema is kept, `check` tells of the file that is broken now, snapshots bear the schema's version."""
    for file in schemas.folder().glob("*.json"):
        (tmp_path / file.name).write_text(file.read_text())
    assert validate("claim", SNAPSHOT["claims"][0]) == []
    monkeypatch.setattr(schemas, "folder", lambda: tmp_path)
    (tmp_path / "claim.schema.json").write_text((tmp_path / "claim.schema.json").read_text()[:300])
    assert validate("claim", SNAPSHOT["claims"][0]) == []
    assert validate("claim", {})
    assert "schemas/claim" in {finding.path for finding in check.schemas()}
    assert SNAPSHOT["schema_version"] == 1
