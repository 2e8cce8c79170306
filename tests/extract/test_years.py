"""Days without a year take it from what other documents know, or stay open."""

from __future__ import annotations

import hashlib

import pytest

from watcher.documents import read
from watcher.extract import extract
from watcher.extract.dates.years import KnownDate, alike, has_open_years, known_dates, open_days, settle
from watcher.model import Claim, Document, EventDate, Evidence, Modality, Scope, Snapshot

PAST = "XXXX-12-15/XXXX-03-10"
SETTLED = ("2025-12-15/2026-03-10", ["2025-12-14", "2026-03-11"])


def dated(event: str, edtf: str, modality: Modality = "asserted", time: str | None = None) -> Claim:
    evidence = (Evidence("x", 0, 1, "en", "x"),)
    return Claim(
        hashlib.sha256((event + edtf).encode()).hexdigest(), None, event, Scope(time=time), EventDate(edtf), None, modality, evidence
    )


def snapshot(published: str | None, *claims: Claim) -> Snapshot:
    document = Document("a.txt", "0" * 64, 1, "x", None, published, "inferred" if published else None, None, None, ())
    return Snapshot(document, "rules", claims)


def settled(published: str | None, claims: list[Claim], *known: tuple[str, str]) -> tuple[str | None, list[str]]:
    after = settle(snapshot(published, *claims), [KnownDate(*date) for date in known])
    return after.document.published, [claim.value.edtf for claim in after.claims if isinstance(claim.value, EventDate)]


RUNOFF = dated("runoff", "XXXX-12-14")
OATH = dated("oath", "XXXX-03-11", "planned")


@pytest.mark.parametrize(
    ("published", "claims", "known", "expected"),
    [
        (PAST, [RUNOFF, OATH], [("presidential elections", "2025-12-14")], SETTLED),
        (PAST, [RUNOFF, OATH], [("toma de posesión", "2026-03-11")], SETTLED),
        (PAST, [RUNOFF, OATH], [("poll", "2025-12-14"), ("inauguration", "2026-03-11")], SETTLED),
        ("XXXX-12-15/..", [RUNOFF], [("segunda vuelta", "2025-12-14")], ("2025-12-15/..", ["2025-12-14"])),
        ("../XXXX-12-13", [dated("runoff", "XXXX-12-14", "planned")], [("vote", "2025-12-14")], ("../2025-12-13", ["2025-12-14"])),
        ("XXXX-01-02", [RUNOFF], [("runoff", "2025-12-14")], ("2026-01-02", ["2025-12-14"])),
        ("XXXX-02-29", [RUNOFF], [("runoff", "2025-12-14")], ("2028-02-29", ["2025-12-14"])),
        (None, [RUNOFF], [("runoff", "2025-12-14")], (None, ["2025-12-14"])),
        # left open
        (PAST, [RUNOFF, OATH], [("runoff", "2025-12-14"), ("vote", "2021-12-14")], (PAST, ["XXXX-12-14", "XXXX-03-11"])),
        (PAST, [RUNOFF, OATH], [("coal mine opening", "2025-12-14")], (PAST, ["XXXX-12-14", "XXXX-03-11"])),
        (PAST, [RUNOFF, OATH], [("runoff", "2025-12-15")], (PAST, ["XXXX-12-14", "XXXX-03-11"])),
        (PAST, [RUNOFF], [], (PAST, ["XXXX-12-14"])),
        (PAST, [RUNOFF, OATH], [("runoff", "2025-12-14"), ("oath", "2030-03-11")], (PAST, ["2025-12-14", "2030-03-11"])),
        ("2026-01-30", [dated("runoff", "2025-12-14")], [("runoff", "2021-12-14")], ("2026-01-30", ["2025-12-14"])),
    ],
)
def test_years(published: str | None, claims: list[Claim], known: list[tuple[str, str]], expected: tuple[str, list[str]]) -> None:
    assert settled(published, claims, *known) == expected


def test_times_of_other_claims_follow_the_publication() -> None:
    claims = [RUNOFF, dated("march", "2020-01-01", time="XXXX-12-10/XXXX-12-12"), dated("fair", "2020-01-02", "planned", "XXXX-01-05")]
    after = settle(snapshot(PAST, *claims), [KnownDate("runoff", "2025-12-14")])
    assert [claim.scope.time for claim in after.claims] == [None, "2025-12-10/2025-12-12", "2026-01-05"]
    assert [claim.id for claim in after.claims] == [claim.id for claim in claims]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("runoff", "elecciones presidenciales", True), ("swearing-in", "asume la presidencia", True), ("Nobel gala", "the gala", True),
     ("runoff", "earthquake", False), ("", "runoff", False), ("day", "day", False)],
)  # fmt: skip
def test_alike(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is alike(other, one) is same


def test_from_sentences_to_years() -> None:
    old = "Runoff on May 24 in Norland\n\nSKAGEN, May 3, 2026\n\nThe runoff will be held on May 24, 2026, the electoral board said.\n"
    new = "Ines Ravn won\n\nInes Ravn won the runoff held on May 24. She will be sworn in on July 1.\n"
    first, second = (extract(read(text.encode(), name, None)) for name, text in (("a.txt", old), ("b.txt", new)))  # type: ignore[arg-type]
    assert not has_open_years(first)
    assert second.document.published == "XXXX-05-25/XXXX-06-30"
    assert "05-24" in open_days(second)
    assert settle(second, known_dates(first.claims)).document.published == "2026-05-25/2026-06-30"
