"""Tags of a web page are no words; evidence still quotes the text as it is."""

from __future__ import annotations

import pytest

import watcher


def told(text: str) -> list[tuple[str, str, str | None]]:
    claims = watcher.extract(text).as_dict()["claims"]
    for claim in claims:
        for evidence in claim["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["exact"]
            assert evidence["sentence"] in text
    return [(claim["kind"], claim["evidence"][0]["exact"], (claim["subject"] or {}).get("name")) for claim in claims]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<b>Ana Bo</b> was arrested on suspicion of fraud.", ("status", "arrested", "Ana Bo")),
        ('<p class="lead">La alcaldesa <em>Ana Bo</em> fue detenida.</p>', ("status", "detenida", "Ana Bo")),
        ("<p>“We will not sell it,” said <a href='https://example.org/3'>Ana Bo</a>.</p>", ("quote", "We will not sell it", "Ana Bo")),
    ],
)
def test_what_stands_between_tags_is_read(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>\n\nAna Bo spoke.",
        "<img src='a.png' width=640 height=480>Ana Bo habló.",
        "<style>p { margin: 12px }</style><p>Ana Bo spoke.</p>",
    ],
)
def test_markup_claims_nothing(text: str) -> None:
    assert told(text) == []


def test_less_than_is_no_tag() -> None:
    assert [exact for _, exact, _ in told("Growth was <5% in May and >3% in June.")] == ["5%", "3%"]
