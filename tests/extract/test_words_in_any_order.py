"""Words of our own articles and of the lexicon with odd marks among them, in no order: whatever comes out, nothing breaks."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

import watcher

ROOT = Path(__file__).parents[2]
ODD = (
    *(
        "s",
        "’s",
        "'s",
        "a",
        "60s",
        "1990s",
        "007President",
        "$",
        "€",
        "%",
        "40",
        "1,204",
        "1.204",
        "3.5",
        "-",
        "–",
        "—",
        "“",
        "”",
        '"',
        "«",
        "»",
    ),
    *(
        "(",
        ")",
        ":",
        ";",
        ",",
        ".",
        "?",
        "!",
        "\n",
        "\n\n",
        "•",
        "|",
        "\t",
        "s.",
        "o",
        "e",
        "y",
        "de",
        "la",
        "the",
        "of",
        "said",
        "dijo",
        "said:",
    ),
    *(
        "según",
        "according",
        "to",
        "ago",
        "I",
        "we",
        "one",
        "uno",
        "½",
        "²",
        "Ⅳ",
        "٣",
        "ß",
        "İ",
        "\u200b",
        "…",
        "@x",
        "#y",
        "U.S.",
        "J.",
        "St.",
    ),
    *("$5m", "5m", "1st", "3º", "–5", "+5", "±5", "5–6", "5/6", "5:30", "12h", "km/h", "°C", "2x", "EUR", "US$", "R$", "₹"),
)
FOUND = [  # each broke something once
    "The 60s said there were 40 ships.",
    "“It is late,” old 1990s said.",
    "s said 40 ships were lost.",
    "Agent US$ recobrado lucho resign La ... this quarter el $ Yacer",
    "enough? el distribuido takes for puestos Sevilla, De ² “ ## 97% Metadatos — riesgo €",
]


def _words() -> list[str]:
    told = [word for path in sorted((ROOT / "seeds").glob("*.txt")) for word in path.read_text(encoding="utf-8").split()]
    listed: set[str] = set()
    for path in sorted((ROOT / "watcher" / "lexicon").rglob("*.toml")):
        listed.update(re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8")))
    return told + sorted(listed)


@pytest.mark.parametrize("text", FOUND)
def test_what_broke_once(text: str) -> None:
    snapshot = watcher.extract(text)
    assert all(text[part.start : part.end] == part.exact for claim in snapshot.claims for part in claim.evidence)


@pytest.mark.parametrize("seed", range(4))
def test_words_in_any_order_break_nothing(seed: int) -> None:
    chance, words = random.Random(seed), _words()
    for _ in range(500):
        parts = [chance.choice(words) if chance.random() < 0.7 else chance.choice(ODD) for _ in range(chance.randint(2, 22))]
        text = " ".join(part.capitalize() if chance.random() < 0.2 else part for part in parts)
        snapshot = watcher.extract(text)
        assert all(text[part.start : part.end] == part.exact for claim in snapshot.claims for part in claim.evidence), text
