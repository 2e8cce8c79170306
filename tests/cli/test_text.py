"""The gate for terminals, and JSON lines."""

import json

from hypothesis import given
from hypothesis import strategies as st

from watcher.outputs.text import columns, facts, json_line, safe, standing


@given(st.text())
def test_nothing_that_acts_passes_h03(text: str) -> None:
    shown = safe(text)
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
    shown.encode("utf-8")


def test_what_a_person_must_see_is_shown() -> None:
    assert safe("a\x1b[31m\r\n\u202e\u200b\x9b\udcff\U000e0041") == "a\\x1b[31m\\x0d\\x0a\\u202e\\u200b\\x9b\\udcff\\U000e0041"
    assert safe("line\n\ttab\x1b", lines=True) == "line\n\ttab\\x1b"
    assert safe("José “24 %” — ñ 日本") == "José “24 %” — ñ 日本"


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)),
    st.booleans(),
)
def test_json_survives_and_is_one_line(value: object, ascii_only: bool) -> None:
    line = json_line(value, ascii_only=ascii_only)
    assert json.loads(line) == value
    assert "\n" not in line
    assert "\x1b" not in line
    line.encode("ascii" if ascii_only else "utf-8")


def test_columns_align_by_what_a_terminal_shows() -> None:
    rows = [("日本", "x"), ("ab", "y"), ("a", "z")]
    assert [line.plain for line in columns(rows, ("", ""))] == ["日本  x", "ab    y", "a     z"]


def test_facts_show_nested_objects_and_leave_out_what_is_empty() -> None:
    shown = [
        line.plain for line in facts({"mode": "poll", "reasons": {}, "counters": {"lost": 1}, "jobs": None, "at": "2026-01-30T12:00:00Z"})
    ]
    assert shown == ["mode      poll", "counters", "  lost  1", "at        2026-01-30 12:00:00 UTC"]


def test_a_status_begins_with_a_sentence_and_its_reasons() -> None:
    seen = {"state": "degraded", "reasons": {"watch": "no events come"}, "folder": "/srv", "watching": "poll", "queue": 0, "jobs": {}}
    assert [line.plain for line in standing(seen)] == ["The daemon is degraded, watching /srv by poll.", "  no events come", "  queue  0"]
    assert [line.plain for line in standing({"state": "stopped", "reasons": {}})] == ["The daemon is stopped."]
