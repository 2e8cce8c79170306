"""Each row of the reliability list that gates a release is named by a test; the list lies in ../shared and is not ours to copy.

`pytest -s tests/faults/test_rows.py` prints which tests name which row, and the rows that no test names.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
LIST = TESTS.parents[1] / "shared" / "reliability.md"
ROW = re.compile(r"^\| ([A-I][0-9]{2}) \| (P[0-2]) \| ([^|]*?) \|", re.MULTILINE)
GATES = re.compile(r"[ABDEFG][0-9]{2}|H0[1-5]|H11|I03|I06")
NOT_APPLICABLE = {
    "H02": "there are no feeds",  # the digest and the changelog are tested in its place
}


def named() -> dict[str, set[str]]:
    """Row -> the tests whose name, docstring or file's first line says it."""
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
def test_every_row_that_gates_a_release_is_named_by_a_test() -> None:
    rows, tests = ROW.findall(LIST.read_text(encoding="utf-8")), named()
    for row, rank, fault in rows:
        print(
            f"{row} {rank} {len(tests.get(row, ())):2} {fault}: {', '.join(sorted(tests.get(row, ()))[:3]) or NOT_APPLICABLE.get(row, '-')}"
        )
    missing = {row for row, rank, _ in rows if rank == "P0" and GATES.fullmatch(row)} - tests.keys() - NOT_APPLICABLE.keys()
    assert not missing
