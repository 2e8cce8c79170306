"""The optional wheel in which the rooms that decide what a text claims are compiled to C by mypyc: the same claims, sooner.

Sources -> extension modules, which lie beside the sources in the wheel and are imported in their place. Off unless
HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 is set; needs a C compiler and requirements-compile.txt. Nothing is written into the checkout.
"""

from __future__ import annotations

import ast
import itertools
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = ("documents/**/*.py", "extract/**/*.py", "lexicon/**/*.py", "model.py")
# A file of C a module: one for all is more than a compiler holds. More than -O1 takes twice as long to build.
BUILD = """
from mypyc.build import mypycify
from setuptools import setup
flags = ["--follow-imports=silent", "--ignore-missing-imports"]
setup(packages=[], ext_modules=mypycify([*{modules}, *flags], opt_level="1", debug_level="0", multi_file=True, group_name="claimwatch"))
"""


class Compiled(BuildHookInterface[Any]):
    """What hatchling runs before it makes a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._kept = tempfile.TemporaryDirectory()  # until the wheel is made
        scratch = Path(self._kept.name)
        package = scratch / "watcher"
        shutil.copytree(Path(self.root) / "watcher", package, ignore=shutil.ignore_patterns("__pycache__"))
        modules: list[str] = []
        for path in sorted(path for room in COMPILED for path in package.glob(room)):
            source = path.read_text(encoding="utf-8")
            if compiles(source):
                path.write_text(native(source), encoding="utf-8")
                modules.append(str(path.relative_to(scratch)))
        setup = BUILD.format(modules=modules)
        subprocess.run([sys.executable, "-c", setup, "-q", "build_ext", "--inplace"], cwd=scratch, check=True)
        made = f"*{sysconfig.get_config_var('EXT_SUFFIX')}"
        for path in (*scratch.glob(made), *package.rglob(made)):
            build_data["force_include"][str(path)] = str(path.relative_to(scratch))
        build_data.update(pure_python=False, infer_tag=True)


def compiles(source: str) -> bool:
    """False for a module that stays Python: mypyc would work a cached property out anew each time."""
    return "cached_property" not in source


def native(source: str) -> str:
    """`source` as mypyc makes the most of it; every line keeps its number.

    `(*a, b)` is written `tuple([*a, b])`, which mypyc knows. A constant is said to be `Final`: it is then read from where it lies, not
    looked up by its name. A dataclass has its `__init__` written out and so compiled; the one that `dataclasses` makes stays Python.
    """
    text, tree = _Text(source), ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and any(isinstance(part, ast.Starred) for part in node.elts):
            _starred(text, node)
        elif isinstance(node, ast.ClassDef):
            _constructed(text, node)
    changed = {name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names}
    for statement in tree.body:
        _final(text, statement, changed)
    text.put("from __future__ import annotations", "; from typing import Final")
    return text.edited()


class _Text:
    """A source and the edits to come, by offsets in its bytes, which is how `ast` counts."""

    def __init__(self, source: str) -> None:
        self.written = source.encode()
        self._lines = [0, *(at + 1 for at, byte in enumerate(self.written) if byte == ord("\n"))]
        self._edits: list[tuple[int, int, bytes]] = []

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)

    def between(self, start: int, end: int) -> str:
        return self.written[start:end].decode()

    def of(self, node: ast.expr | ast.stmt) -> str:
        return self.between(self.start(node), self.end(node))

    def change(self, start: int, end: int, put: str) -> None:
        self._edits.append((start, end, put.encode()))

    def put(self, behind: str, put: str) -> None:
        """`put` behind the first of `behind`, if there is one."""
        at = self.written.find(behind.encode())
        if at >= 0:
            self.change(at + len(behind.encode()), at + len(behind.encode()), put)

    def edited(self) -> str:
        written = self.written
        for start, end, put in sorted(self._edits, reverse=True):
            written = written[:start] + put + written[end:]
        return written.decode()


def _starred(text: _Text, node: ast.Tuple) -> None:
    start, end = text.start(node), text.end(node)
    inside = _enclosed(text.written[start:end])
    text.change(start, start + inside, "tuple([")
    text.change(end - inside, end, "])")


def _enclosed(written: bytes) -> bool:
    """True where the tuple stands in parentheses of its own: "(*a, b)", not "(a), *(b)"."""
    try:
        ast.parse(b"[" + written[1:-1] + b"\n]")
    except SyntaxError:
        return False
    return written.startswith(b"(")


def _final(text: _Text, statement: ast.stmt, changed: set[str]) -> None:
    """A constant of a module, or a few told in one line: its name is in capitals, and nothing sets it again."""
    if isinstance(statement, ast.AnnAssign) and _constant(statement.target, changed) and statement.value:
        text.change(text.start(statement.annotation), text.start(statement.annotation), "Final[")
        text.change(text.end(statement.annotation), text.end(statement.annotation), "]")
    elif isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target, value = statement.targets[0], statement.value
        if _constant(target, changed) and not re.match(r"\(-?[0-9]", text.of(value)):  # mypyc takes a tuple of floats for one not set yet
            text.change(text.end(target), text.end(target), ": Final")
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and all(_constant(part, changed) for part in target.elts):
            _each_final(text, target, value)


def _each_final(text: _Text, target: ast.Tuple, value: ast.Tuple) -> None:
    """`A, B = x, y` as two statements in its line."""
    gaps = [(text.end(before), text.start(after)) for before, after in itertools.pairwise(value.elts)]
    if len(target.elts) == len(value.elts) and all(text.between(*gap) == ", " for gap in gaps):
        names = [text.of(name) for name in target.elts]
        text.change(text.start(target), text.end(target), f"{names[0]}: Final")
        for (start, end), name in zip(gaps, names[1:], strict=True):
            text.change(start, end, f"; {name}: Final = ")


def _constant(target: ast.expr, changed: set[str]) -> bool:
    return isinstance(target, ast.Name) and target.id.isupper() and target.id not in changed


def _constructed(text: _Text, node: ast.ClassDef) -> None:
    """A dataclass without bases and without `init=False` among its fields."""
    made = next((one for one in node.decorator_list if isinstance(one, ast.Call) and text.of(one.func) == "dataclass"), None)
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    told = [parameter for field in fields if (parameter := _parameter(text, field))]
    methods = {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    if made is None or node.bases or len(told) < len(fields) or methods & {"__init__", "__post_init__"}:
        return
    options = {option.arg: text.of(option.value) for option in made.keywords} | {"init": "False"}
    if options.pop("frozen", "") and options.get("eq") != "False":
        options["unsafe_hash"] = "True"  # as a frozen one has it; its own `__init__` could not set the fields of a frozen one
    text.change(text.start(made), text.end(made), f"dataclass({', '.join(f'{name}={value}' for name, value in options.items())})")
    parameters = ", ".join(parameter for parameter, _ in told)
    body = "; ".join(f"self.{text.of(field.target)} = {value}" for field, (_, value) in zip(fields, told, strict=True))
    end = text.written.index(b"\n", text.end(node.body[-1]))
    blank = text.written[end : end + 2] in (b"\n", b"\n\n")
    text.change(end, end + blank, f"\n    def __init__(self, {parameters}) -> None: {body}")


def _parameter(text: _Text, field: ast.AnnAssign) -> tuple[str, str] | None:
    """The parameter of a field, and the value it is set to; None where they are more than a default."""
    name, kind = text.of(field.target), text.of(field.annotation)
    if field.value is None:
        return f"{name}: {kind}", name
    if not (isinstance(field.value, ast.Call) and text.of(field.value.func) == "field"):
        return f"{name}: {kind} = {text.of(field.value)}", name
    options = {option.arg: text.of(option.value) for option in field.value.keywords}
    if options.keys() == {"default_factory"}:
        return f"{name}: {kind} | None = None", f"{options['default_factory']}() if {name} is None else {name}"
    if options.keys() == {"default", "repr"}:
        return f"{name}: {kind} = {options['default']}", name
    return None
