"""Each row of the reliability list is named by a test, or stands below with the reason why not; the list itself is not ours to copy.

`pytest -s tests/faults/test_rows.py` prints the table. The list lies in ../shared, or where TEST_ROWS says.
"""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
LIST = Path(os.environ.get("TEST_ROWS", TESTS.parents[1] / "shared" / "reliability.md"))
ROW = re.compile(r"^\| ([A-I][0-9]{2}) \| (P[0-2]) \| ([^|]*?) \|", re.MULTILINE)
NOT_APPLICABLE = {
    **dict.fromkeys((f"C0{number}" for number in range(1, 8)), "there is no second database: what is kept is SQLite alone"),
    "B20": "a kill by the kernel is a kill -9: B01",
    "H02": "there are no feeds; the gates of the digest and the changelog are tested (H01, H03, H11)",
    "H07": "nothing is sent: H06 proves that no network is asked for",
    "H08": "nothing is sent: H06 proves that no network is asked for",
    "H09": "no mail and no chat; Markdown, the digest's, is tested with H01",
    "H10": "no tables are exported",
    "H14": "there are no feeds",
    "H15": "nothing listens: H06 proves that no socket of a network is made",
}


def named() -> dict[str, set[str]]:
    """Row -> the tests whose name or docstring says it."""
    found: dict[str, set[str]] = {}
    for file in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for test in ast.walk(tree):
            if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
                said = test.name.upper().replace("_", " ") + " " + (ast.get_docstring(test) or "")
                for row in re.findall(r"\b[A-I][0-9]{2}\b", said):
                    found.setdefault(row, set()).add(f"{file.stem}::{test.name}")
    return found


@pytest.mark.skipif(not LIST.exists(), reason="../shared/reliability.md is not here")
def test_every_row_is_named_by_a_test_or_does_not_apply() -> None:
    rows, tests = ROW.findall(LIST.read_text(encoding="utf-8")), named()
    for row, rank, fault in rows:
        print(
            f"{row} {rank} {len(tests.get(row, ())):2} {fault}: {', '.join(sorted(tests.get(row, ()))[:3]) or NOT_APPLICABLE.get(row, '-')}"
        )
    assert {row for row, _, _ in rows} - tests.keys() == NOT_APPLICABLE.keys()
