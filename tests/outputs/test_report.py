"""Sheets: what moved comes first, every entry has its line, nothing of a document acts on a terminal."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from watcher.compare import headings
from watcher.outputs.report import About, Tally, changes, history, sheet

PLACE = {"path": "b.txt", "version": 1}


def side(value: dict[str, Any], exact: str, *, path: str = "b.txt", source: str | None = None) -> dict[str, Any]:
    evidence = [{"exact": exact, "start": 0, "end": len(exact), "language": "en", "sentence": exact}]
    attribution = {"source": source, "quoted": False} if source else None
    return {
        "value": value,
        "modality": "asserted",
        "attribution": attribution,
        "evidence": evidence,
        "document": {"path": path, "version": 1},
    }


def share(number: str) -> dict[str, Any]:
    return {"number": number, "high": None, "per": None, "unit": "percent", "modifier": "exact"}


def entry(
    kind: str, summary: str, significance: float, *, subject: str | None = "Ana Ruiz", prop: str | None = "vote share", **sides: Any
) -> dict[str, Any]:
    return {
        "seq": 1, "kind": kind, "claim_id": summary, "summary": summary, "significance": significance,
        "detected_at": "2026-03-02T10:00:00.000Z",
        "subject": {"id": "x", "name": subject, "type": "person"} if subject else None, "property": prop,
        "scope": {"time": None, "place": None, "event": "runoff"}, "before": sides.get("before"), "after": sides.get("after"),
        "document": PLACE | {"title": "A title"},
    }  # fmt: skip


NEW = entry("document.added", "b.txt is new", 0.3, subject=None)
RIVAL = entry("figure.added", "now says 41%", 0.5, subject="Leo Paz", after=side(share("41"), "41%", source="Ipsos"))
QUOTE = entry("quote.added", "now quoted", 0.3, after=side({"text": "We won"}, "We won"))
DATE = entry("date.added", "dated", 0.4, subject=None, prop="runoff", after=side({"edtf": "2026-03-29"}, "March 29"))
REVISED = entry("figure.revised", "24% → 25%", 0.7, before=side(share("24"), "24%", path="a.txt"), after=side(share("25"), "25%"))
CONFLICT = entry(
    "figure.conflicting", "25% in a.txt, 26% in b.txt", 0.9, before=side(share("25"), "25%", path="a.txt"), after=side(share("26"), "26%")
)


def test_a_sheet_reads_from_the_important_to_the_new() -> None:
    lines = [line.plain for line in sheet([NEW, RIVAL, QUOTE, DATE, REVISED, CONFLICT], About("2026-03-02", "https://www.example.org/x"))]
    assert lines == [
        "A title",
        "2 March 2026 · example.org · b.txt · new",
        "  CONFLICT  25% in a.txt, 26% in b.txt",
        "            “25%” in a.txt · “26%”",
        "  REVISED   24% → 25%",
        "            “24%” in a.txt · “25%”",
        "  Leo Paz  vote share (runoff)  41%         Ipsos",
        "  dates    runoff (runoff)      2026-03-29",
        "  Ana Ruiz  “We won”",
    ]


def test_claims_that_others_made_before_are_counted() -> None:
    lines = [line.plain for line in sheet([NEW], About(None, None, frozenset({"a", "b"})))]
    assert lines == ["A title", "undated · b.txt · new", "  and 2 claims that other articles made before"]


def test_an_edit_says_which_version_and_how_much() -> None:
    edit = entry("document.updated", "Text changed: 1 word out, 1 in", 0.1, subject=None) | {
        "document": PLACE | {"version": 2, "title": None}
    }
    lines = [line.plain for line in sheet([edit], About(), when="10:00")]
    assert lines == ["b.txt", "10:00 · undated · version 2: text changed: 1 word out, 1 in"]


def test_the_closing_line_counts_everything() -> None:
    tally = Tally()
    assert tally.closing().plain == "0 new claims"
    tally.count([NEW, RIVAL, QUOTE, DATE, REVISED, CONFLICT])
    assert tally.closing().plain == "1 article: 1 figure conflicting, 1 figure revised, 3 new claims"


def test_a_sheet_in_spanish_has_no_english_around_its_words() -> None:
    edit = entry("document.updated", "Cambió el texto: 1 palabra menos, 1 más", 0.1, subject=None) | {
        "document": PLACE | {"version": 2, "title": None}
    }
    known = About("2026-03-01/2026-03-04", None, frozenset("ab"))
    lines = [line.plain for line in sheet([REVISED, DATE, QUOTE, RIVAL | {"modality": "planned"}, edit], known, "es")]
    assert lines == [
        "b.txt", "entre el 1 de marzo de 2026 y el 4 de marzo de 2026 · versión 2: cambió el texto: 1 palabra menos, 1 más",
        "  REVISADA  24% → 25%", "            «24%» en a.txt · «25%»",
        "  Leo Paz  vote share (runoff)  41%         Ipsos", "  fechas   runoff (runoff)      2026-03-29", "  Ana Ruiz  «We won»",
    ]  # fmt: skip
    assert [line.plain for line in sheet([NEW], About(None, None, frozenset("ab")), "es")][1:] == [
        "sin fecha · b.txt · nuevo", "  y 2 afirmaciones que otros artículos ya hacían",
    ]  # fmt: skip


def test_the_closing_line_in_spanish() -> None:
    tally = Tally("es")
    tally.count([NEW, RIVAL, QUOTE, DATE, REVISED, CONFLICT])
    assert tally.closing().plain == "1 artículo: 1 cifra en conflicto, 1 cifra revisada, 3 afirmaciones nuevas"


def test_changes_and_history() -> None:
    bare = {name: value for name, value in REVISED.items() if name != "document"}
    assert [line.plain for line in changes([bare])] == ["  REVISED   24% → 25%", "            “24%” · “25%”"]
    points = [
        {"kind": "figure", "subject": {"name": "Ana Ruiz"}, "property": "vote share", "scope": None, "modality": "asserted",
         "attribution": None, "value": share(number), "published": f"2026-03-0{at}", "document": {"path": "a.txt", "version": at}}
        for at, number in ((1, "24"), (2, "25"))
    ]  # fmt: skip
    assert [line.plain for line in history(points)] == [
        "Ana Ruiz", "  vote share  2026-03-01    24%    a.txt", "              2026-03-02  → 25%    a.txt v2",
    ]  # fmt: skip


HOSTILE = st.text(st.sampled_from("a “\x1b\x07\x9b\u202e\u200b\r\n\udcff<&|"), min_size=1, max_size=12)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_nothing_of_a_document_acts_on_a_terminal_h03(name: str, prop: str, text: str, path: str) -> None:
    old = side({"text": text}, text, path=path)
    kinds = ("document.rejected", "quote.altered", "quote.added", "status.added", "date.added")
    status = {"lifecycle": "office", "stage": text, "label": text, "role": name, "of": text}
    values = {"status.added": status, "date.added": {"edtf": text}}
    hostile = [
        entry(kind, text, 0.9, subject=name, prop=prop, before=old, after=side(values.get(kind, {"text": text}), text, source=name))
        | {"document": {"path": path, "version": 1, "title": text}}
        for kind in kinds
    ]
    for line in sheet(hostile, About(text, text), when="10:00"):
        assert not any(ord(one) < 32 or 0x7F <= ord(one) < 0xA0 or one in "\u202e\u200b\udcff" for one in line.plain)


def test_history_tells_one_subject_under_one_name() -> None:
    def point(name: str, number: str, at: int) -> dict[str, Any]:
        return {
            "kind": "figure", "subject": {"name": name}, "property": "vote share", "scope": None, "modality": "asserted",
            "attribution": None, "value": share(number), "published": f"2026-03-0{at}", "document": {"path": "a.txt", "version": 1},
        }  # fmt: skip

    lines = [line.plain for line in history([point("Ruiz", "24", 1), point("Ana Ruiz", "25", 2), point("Ana Ruiz", "26", 3)])]
    assert lines[0] == "Ana Ruiz"
    assert len(lines) == 4


def test_a_surname_that_two_people_share_heads_a_history_of_its_own() -> None:
    assert headings(["Ruiz", "Ana Ruiz", "Ana Ruiz", "Ana Ruiz Paz"]) == {
        "Ruiz": "Ana Ruiz", "Ana Ruiz": "Ana Ruiz", "Ana Ruiz Paz": "Ana Ruiz",
    }  # fmt: skip
    assert headings(["Ruiz", "Ana Ruiz", "Leo Ruiz"]) == {name: name for name in ("Ruiz", "Ana Ruiz", "Leo Ruiz")}
    assert headings(["driver", "the driver"]) == {"driver": "driver", "the driver": "the driver"}
