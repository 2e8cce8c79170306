"""What the sources are turned into before they are compiled: the same, with no tuple that mypyc does not know."""

import ast
from pathlib import Path

import pytest

from hatch_build import ROOMS, without_starred

HOME = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("written", "rewritten"),
    [
        ("x = (*a, b)", "x = tuple([*a, b])"),
        ("return_ = None, *a", "return_ = tuple([None, *a])"),
        ("x = (a), *(b)", "x = tuple([(a), *(b)])"),
        ("f((*a, (*b, c)), 'é', (*é, 1))", "f(tuple([*a, tuple([*b, c])]), 'é', tuple([*é, 1]))"),
        ("x = (\n    *a,  # why\n    b,\n)", "x = tuple([\n    *a,  # why\n    b,\n])"),
        ("a, *b = f(*c, (d, e), [*g])", "a, *b = f(*c, (d, e), [*g])"),
    ],
)
def test_starred_tuples_are_told_in_full(written: str, rewritten: str) -> None:
    assert without_starred(written) == rewritten


@pytest.mark.parametrize("room", ROOMS)
def test_every_line_of_a_source_keeps_its_number(room: str) -> None:
    for module in (HOME / "watcher" / room).rglob("*.py"):
        source = module.read_text(encoding="utf-8")
        rewritten = without_starred(source)
        assert rewritten.count("\n") == source.count("\n")
        starred = [n for n in ast.walk(ast.parse(rewritten)) if isinstance(n, ast.Tuple) and isinstance(n.ctx, ast.Load)]
        assert not any(isinstance(part, ast.Starred) for n in starred for part in n.elts), module
