"""The forms in which dates are written, each in a sentence of its own, read on Friday 10 May 2024; "-" is a sentence without a date claim."""

from pathlib import Path

import pytest

import watcher
from watcher.model import EventDate

SENTENCES = Path(__file__).parent / "sentences"


@pytest.mark.parametrize(
    "row", [row for language in ("en", "es") for row in (SENTENCES / f"dates_{language}.txt").read_text("utf-8").split("\n") if row]
)
def test_form(row: str) -> None:
    text, expected = row.split("|")
    claims = watcher.extract(text, published="2024-05-10").claims
    found = [claim.value.edtf for claim in claims if isinstance(claim.value, EventDate)]
    assert found == ([] if expected == "-" else expected.split(","))
