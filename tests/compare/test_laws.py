"""Laws that hold for any two texts: nothing changes into itself, sides mirror, texts come back, work is bounded."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.kit import figure, snapshot
from watcher.compare import Piece, redline, side_by_side, versions
from watcher.compare.assign import assign
from watcher.model import Claim, Evidence, Figure, Scope, Snapshot
from watcher.outputs.redline import inline as told

WORDS = st.sampled_from(
    [
        "the",
        "river",
        "rose",
        "in",
        "Tarn",
        "and",
        "Orla",
        "while",
        "12",
        "killed",
        "7",
        "injured",
        "300",
        "homes",
        "lost",
        "4",
        "said",
        "mayor",
        "report",
    ]
)
SENTENCES = st.lists(WORDS, min_size=3, max_size=10).map(lambda words: " ".join(words).capitalize() + ".")
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map("\n\n".join)
MIRROR = {"added": "removed", "removed": "added"}


def read(text: str) -> Snapshot:
    """Each number of the text as a figure without subject or property."""
    base = snapshot(text)
    claims = tuple(
        Claim(
            f"c{at}",
            None,
            None,
            Scope(),
            Figure(Decimal(m.group()), "count"),
            None,
            "asserted",
            (Evidence(m.group(), m.start(), m.end(), "en", ""),),
        )
        for at, m in enumerate(re.finditer("[0-9]+", text))
    )
    return Snapshot(base.document, "test", claims)


def mirrored(kind: str) -> str:
    room, _, verb = kind.partition(".")
    return f"{room}.{MIRROR.get(verb, verb)}"


@given(TEXTS)
def test_nothing_changes_into_itself(text: str) -> None:
    assert versions(read(text), read(text)) == []


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_sides_mirror(one: str, other: str) -> None:
    there = Counter(change.kind for change in versions(read(one), read(other)))
    back = Counter(mirrored(change.kind) for change in versions(read(other), read(one)))
    assert there == back


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_changes_lead_from_before_to_after(one: str, other: str) -> None:
    for change in versions(read(one), read(other))[1:]:
        for side, text in ((change.before, one), (change.after, other)):
            assert side is None or all(text[piece.start : piece.end] == piece.exact for piece in side.evidence)


@given(TEXTS, TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_claims_says_nothing_and_the_changes_lead_to_the_end_e06(one: str, other: str, chance: random.Random) -> None:
    """E06, for facts: every value that left or came is told, and none that did not."""
    old, new = read(one), read(other)
    changes = versions(old, new)
    mixed = [replace(snapshot, claims=tuple(chance.sample(snapshot.claims, len(snapshot.claims)))) for snapshot in (old, new)]
    assert versions(*mixed) == changes
    here, there = ({claim.value for claim in snapshot.claims} for snapshot in (old, new))
    left = {change.before.value for change in changes if change.before is not None}
    came = {change.after.value for change in changes if change.after is not None}
    assert here - there <= left <= here
    assert there - here <= came <= there


@given(TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_moved_paragraphs_move_no_fact(text: str, chance: object) -> None:
    paragraphs = text.split("\n\n")
    chance.shuffle(paragraphs)  # type: ignore[attr-defined]
    assert [change.kind for change in versions(read(text), read("\n\n".join(paragraphs)))][1:] == []


@given(st.text(), st.text())
@settings(deadline=None)
def test_the_redline_holds_both_texts(old: str, new: str) -> None:
    pieces = redline(old, new)
    assert "".join(piece.text for piece in pieces if piece.op != "+") == old
    assert "".join(piece.text for piece in pieces if piece.op != "-") == new


def inline(pieces: list[Piece]) -> str:
    """The redline as a pipe shows it."""
    return told(pieces, coloured=False).plain


def test_a_number_is_one_word() -> None:
    assert inline(redline("It rose 43.9% in May.", "It rose 44.4% in May.")) == "It rose [-43.9%-]{+44.4%+} in May."
    assert [(inline(old), inline(new)) for old, new in side_by_side(redline("one\ntwo", "one\nthree"))] == [
        ("one", "one"), ("[-two-]", "{+three+}"),
    ]  # fmt: skip


def test_what_states_a_claim_is_one_word_and_has_its_kind() -> None:
    old, new = "It rose 5 percent. It fell 2%.", "It rose 6 percent. It fell 2%."
    pieces = redline(old, new, [(8, 17, "figure"), (8, 9, "date"), (27, 29, "figure")], [(8, 17, "figure")])
    assert [piece for piece in pieces if piece.claim or piece.op != "="] == [
        ("-", "5 percent", "figure"), ("+", "6 percent", "figure"), ("=", "2%", "figure"),
    ]  # fmt: skip


@given(st.text("ab 1.\n\U00100000"), st.text("ab 1.\n"), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.just("figure"))))
@settings(deadline=None)
def test_the_redline_holds_both_texts_whatever_states_claims(old: str, new: str, stated: list[tuple[int, int, str]]) -> None:
    pieces = redline(old, new, stated, stated)
    assert "".join(piece.text for piece in pieces if piece.op != "+") == old
    assert "".join(piece.text for piece in pieces if piece.op != "-") == new


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9).map(float), max_size=12))
@settings(deadline=None)
def test_assignment_is_the_best_there_is(gains: dict[tuple[int, int], float]) -> None:
    chosen = assign(gains)
    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
    assert sum(gains[pair] for pair in chosen) == _best(sorted(gains), gains)


def _best(pairs: list[tuple[int, int]], gains: dict[tuple[int, int], float]) -> float:
    if not pairs:
        return 0.0
    first, rest = pairs[0], pairs[1:]
    free = [pair for pair in rest if pair[0] != first[0] and pair[1] != first[1]]
    return max(_best(rest, gains), gains[first] + _best(free, gains))


@pytest.mark.parametrize("word", ["2 ", "a b 7 ", "Tarn 12 killed. ", "\n1\n"])
def test_a_text_of_one_thing_over_and_over_stays_bounded(word: str) -> None:
    one, other = read(word * 1500), read(word.replace("1", "3").replace("2", "5").replace("7", "8") * 1500)
    started = time.process_time()
    versions(one, other)
    redline(one.document.text, other.document.text)
    assert time.process_time() - started < 8


def test_a_hedge_alone_weighs_little_and_a_far_move_much() -> None:
    def count(number: str, modifier: str = "exact") -> Snapshot:
        return snapshot(f"The march drew {number} people to the old square.", figure(number, number, modifier=modifier))

    hedged = versions(
        count("200"), snapshot("The march drew over 200 people to the old square.", figure("200", "200", modifier="more-than"))
    )
    assert (
        hedged[1].significance
        < versions(count("200"), count("210"))[1].significance
        < versions(count("200"), count("2000"))[1].significance
    )
    assert hedged[1].summary == "Figure: 200 → more than 200"
