"""What the sources are turned into before they are compiled: the same program, said as mypyc makes the most of it."""

import ast
import dataclasses
import types
from pathlib import Path
from typing import Any, Final

import pytest

from hatch_build import COMPILED, native

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
    assert native(written) == rewritten


@pytest.mark.parametrize(
    ("written", "rewritten"),
    [
        ("_LONG = 3  # words", "_LONG: Final = 3  # words"),
        ("_KNOWN: dict[str, int] = {}", "_KNOWN: Final[dict[str, int]] = {}"),
        ("_A, _É = {1, 2}, f(3)  # why", "_A: Final = {1, 2}; _É: Final = f(3)  # why"),
        ("_A, _B = pair", "_A, _B = pair"),
        ("_A, _B = (1), (2)", "_A, _B = (1), (2)"),
        ("_BACK = (-1.5, 2)", "_BACK = (-1.5, 2)"),
        ("Kind = Literal['a']", "Kind = Literal['a']"),
        ("_SEEN = 0\ndef f() -> None:\n    global _SEEN\n    _SEEN = 1", "_SEEN = 0\ndef f() -> None:\n    global _SEEN\n    _SEEN = 1"),
        ("def f() -> None:\n    A = 1", "def f() -> None:\n    A = 1"),
        ("from __future__ import annotations\nA = 1", "from __future__ import annotations; from typing import Final\nA: Final = 1"),
    ],
)
def test_constants_are_final(written: str, rewritten: str) -> None:
    assert native(written) == rewritten


def test_a_dataclass_constructs_itself_and_is_otherwise_as_it_was() -> None:
    written = """
@dataclass(frozen=True, slots=True)
class Told:
    name: str
    at: int = 0  # where
    parts: list[int] = field(default_factory=list)
    above: str | None = field(default=None, repr=False)

    def twice(self) -> int:
        return 2 * self.at  # twice


FIRST = Told("a")
"""
    rewritten = native(written)
    assert rewritten.count("\n") == written.count("\n")
    made, kept = _run(rewritten), _run(written)
    for told in (made["Told"], kept["Told"]):
        one, other = told("a", 3, above="b"), told("a", parts=[1])
        assert (one.name, one.at, one.parts, one.above, one.twice(), other.parts) == ("a", 3, [], "b", 6, [1])
        assert one == told("a", 3, above="b") != other
        assert dataclasses.replace(one, name="c") == told("c", 3, above="b")
        assert told("a").parts is not told("a").parts
        assert "above" not in repr(one)
        assert [part.name for part in dataclasses.fields(told)] == ["name", "at", "parts", "above"]
    assert isinstance(made["Told"].__dict__["__init__"], types.FunctionType)
    assert made["Told"].__init__.__code__.co_filename == "rewritten"


@pytest.mark.parametrize(
    "left",
    [
        "@dataclass\nclass A:\n    a: int\n",
        "@dataclass(slots=True)\nclass A(B):\n    a: int\n",
        "@dataclass(slots=True)\nclass A:\n    a: int = field(init=False)\n",
        "@dataclass(slots=True)\nclass A:\n    a: int\n    def __post_init__(self) -> None: ...\n",
        "class A:\n    a: int = 0\n",
    ],
)
def test_what_is_more_than_fields_and_defaults_is_left(left: str) -> None:
    assert native(left) == left


@pytest.mark.parametrize("room", COMPILED)
def test_every_line_of_a_source_keeps_its_number(room: str) -> None:
    modules = list((HOME / "watcher").glob(room))
    assert modules
    for module in modules:
        source = module.read_text(encoding="utf-8")
        rewritten = native(source)
        assert rewritten.count("\n") == source.count("\n"), module
        starred = [n for n in ast.walk(ast.parse(rewritten)) if isinstance(n, ast.Tuple) and isinstance(n.ctx, ast.Load)]
        assert not any(isinstance(part, ast.Starred) for n in starred for part in n.elts), module


@pytest.mark.parametrize("room", COMPILED)
def test_a_constant_is_told_once(room: str) -> None:
    """Two in one module of one name are the same to Python; mypyc takes neither for `Final`, and the wheel is not built."""
    for module in (HOME / "watcher").glob(room):
        body = ast.parse(native(module.read_text(encoding="utf-8"))).body
        told = [ast.unparse(n.target) for n in body if isinstance(n, ast.AnnAssign) and "Final" in ast.unparse(n.annotation)]
        assert sorted(told) == sorted(set(told)), module


def _run(source: str) -> dict[str, Any]:
    """The names a module of `source` has."""
    names: dict[str, Any] = {"dataclass": dataclasses.dataclass, "field": dataclasses.field, "Final": Final}
    exec(compile(source, "rewritten", "exec"), names)
    return names
