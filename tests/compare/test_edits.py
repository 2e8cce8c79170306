"""Edits as newsrooms make them every day: what moved, and nothing else."""

from __future__ import annotations

import pytest

import watcher

EDITS = [
    # a day of a month cut short is one word with its month: no half of it hides the other
    ("The board is due to meet Jan. 20. Talks resume.", "The board is due to meet Jan. 27. Talks resume.", ["XXXX-01-20 → XXXX-01-27"]),
    ("It will reopen on Sept. 3, 2026. It is shut.", "It will reopen on Sept. 9, 2026. It is shut.", ["2026-09-03 → 2026-09-09"]),
    ("The fee fell to approx. 40 dollars. It is due.", "The fee fell to approx. 45 dollars. It is due.", ["$40 → about $45"]),
    # days of the week are nobody's names
    (
        "About 310 crew were on the lines Tuesday, with 22 engines and five ploughs.",
        "About 460 crew were on the lines Wednesday, with 22 engines and five ploughs.",
        ["310 → about 460"],
    ),
    # a headline without the hedge of its story
    (
        "Lluvias dejan 12.300 damnificados\n\nLas inundaciones del Lerdo han dejado 12.300 damnificados en la sierra.",
        "Lluvias dejan 15.800 damnificados\n\nLas inundaciones del Lerdo han dejado más de 15.800 damnificados en la sierra.",
        ["12,300 → "],
    ),
    # the denominator first
    ("Eight in ten callers hung up. The bridge is shut.", "Out of every ten callers, eight hung up. The bridge is shut.", []),
    ("Ocho de cada diez vecinos lo notan. El puente cerró.", "De cada diez vecinos, ocho lo notan. El puente cerró.", []),
    # a stamp of the newsroom is no date of an event
    ("Rents\n\nApril 14, 2026\n\nRents rose 3%.", "Rents\n\nApril 14, 2026 (updated April 15)\n\nRents rose 3%.", []),
    ("Remesas\n\n14 de abril de 2026\n\nSubió un 3 %.", "Remesas\n\n14 de abril de 2026 (actualizado 15 de abril)\n\nSubió un 3 %.", []),
]


@pytest.mark.parametrize(("before", "after", "wanted"), EDITS)
def test_what_moved_and_nothing_else(before: str, after: str, wanted: list[str]) -> None:
    told = [change.summary for change in watcher.compare(before, after) if change.kind not in ("document.updated", "title.changed")]
    assert len(told) == len(wanted), told
    assert all(part in line for part, line in zip(wanted, told, strict=True)), told
