"""At which of several votes a share was won: the one its clause names, not the first of its sentence; and who lost to whom."""

from __future__ import annotations

import pytest

import watcher

TOLD = [
    (
        "Ana Ruiz won the first round with 31% but lost the runoff with 44%.",
        {"31%": ("Ana Ruiz", "first round"), "44%": ("Ana Ruiz", "runoff")},
    ),
    ("Ana Ruiz won 31% in the first round and 44% in the runoff.", {"31%": ("Ana Ruiz", "first round"), "44%": ("Ana Ruiz", "runoff")}),
    (
        "In the first round Ana Ruiz won 31%; in the runoff she got 44%.",
        {"31%": ("Ana Ruiz", "first round"), "44%": ("Ana Ruiz", "runoff")},
    ),
    (
        "Ana Ruiz tried again in 2021, winning the first round but losing the runoff with 44% to the president, Tom Bo, who claimed 56%.",
        {"44%": ("Ana Ruiz", "runoff"), "56%": ("Tom Bo", "runoff")},
    ),
    ("There will be a runoff after neither won half of the votes in Sunday's first round.", {"half": ("votes", "first round")}),
    (
        "Ana Ruiz ganó la primera vuelta, pero perdió el balotaje con 44% de votos ante el presidente Tomás Bo, quien obtuvo 56%.",
        {"44%": ("Ana Ruiz", "segunda vuelta"), "56%": ("Tomás Bo", "segunda vuelta")},
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[text for text, _ in TOLD])
def test_a_share_was_won_at_the_vote_its_clause_names(text: str, told: dict[str, tuple[str, str]]) -> None:
    claims = [claim for claim in watcher.extract(text).as_dict()["claims"] if claim["kind"] == "figure"]
    found = {piece["exact"]: (claim["subject"]["name"], claim["scope"]["event"]) for claim in claims for piece in claim["evidence"]}
    assert {exact: found.get(exact) for exact in told} == told
