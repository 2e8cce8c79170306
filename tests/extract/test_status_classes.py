"""Statuses by class, each lifecycle and stage in many syntaxes, and look-alikes that tell none; hostile text stays linear."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import watcher

AROUND = {
    "en": (
        "It rained in the morning, as it often does there. ",
        "\n\nThe weather was fine, and the streets were full of people who looked at the boats. Nobody seemed to mind the noise. There were "
        "flags in most of the windows and music in the square, where children sold lemonade. A brass band played near the fountain until the "
        "light went. Later the crowd went home along the river, and the shops shut their doors one by one, as they do when the nights grow long.",
    ),
    "es": (
        "Por la mañana llovió, como tantas veces allí. ",
        "\n\nHacía buen tiempo, y las calles estaban llenas de gente que miraba los barcos. A nadie parecía molestarle el ruido. Había banderas "
        "en casi todas las ventanas y música en la plaza, donde los niños vendían limonada. Una banda tocó junto a la fuente hasta que se fue la "
        "luz. Después la gente volvió a casa por la orilla del río, y las tiendas echaron el cierre una a una, como cuando crecen las noches.",
    ),
}


def _table(kind: str = "statuses") -> list[tuple[str, tuple[str, ...]]]:
    rows = []
    for language in ("en", "es"):
        for line in Path(__file__).with_name(f"{kind}_{language}.txt").read_text(encoding="utf-8").split("\n"):
            text, _, told = line.partition(" | ")
            if text and not text.startswith("#"):
                lead, rest = AROUND[language] if kind != "statuses" else ("", "")
                rows.append((lead + text + rest, tuple(part.strip() for part in told.split(";") if part.strip())))
    return rows


@pytest.mark.parametrize(("text", "told"), _table() + _table("statuses_running"))
def test_a_sentence_tells_these_statuses(text: str, told: tuple[str, ...]) -> None:
    claims = [claim for claim in watcher.extract(text).as_dict()["claims"] if claim["kind"] == "status" and claim["modality"] != "denied"]
    found = [(claim["value"]["stage"], ((claim["subject"] or {}).get("name") or "").lower()) for claim in claims]
    wanted = [tuple(part.lower().split(":", 1)) for part in told]
    for stage, name in wanted:
        assert any(stage == at and name in who for at, who in found), (stage, name, found)
    for at, who in found:
        assert any(stage == at and name in who for stage, name in wanted), (at, who)


@pytest.mark.parametrize("piece", ["was arrested and charged ", "Ann ", "handed a ", "the jailed, ", "fue detenido y "])
def test_hostile_text_costs_in_proportion_to_its_length(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        watcher.extract(text)
        return time.process_time() - started

    cost(1_000)
    short, long = cost(25_000), cost(100_000)
    assert long < 10 * short + 0.5
