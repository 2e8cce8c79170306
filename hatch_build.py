"""The optional wheel in which the rooms that decide what a text claims are compiled to C by mypyc: the same claims, sooner.

Sources -> extension modules, which lie beside the sources in the wheel and are imported in their place. Off unless
HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 is set; needs a C compiler and requirements-compile.txt. Nothing is written into the checkout.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("documents", "extract", "lexicon")
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
        for path in sorted(path for room in ROOMS for path in (package / room).rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            if compiles(source):
                path.write_text(without_starred(source), encoding="utf-8")
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


def without_starred(source: str) -> str:
    """`source` with `(*a, b)` written `tuple([*a, b])`, which mypyc knows; every line keeps its number."""
    written = source.encode()
    starts = [0]
    for line in written.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    edits: list[tuple[int, int, bytes]] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and any(isinstance(part, ast.Starred) for part in node.elts):
            start, end = starts[node.lineno - 1] + node.col_offset, starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
            inside = _enclosed(written[start:end])
            edits += [(start, start + inside, b"tuple(["), (end - inside, end, b"])")]
    for start, end, put in sorted(edits, reverse=True):
        written = written[:start] + put + written[end:]
    return written.decode()


def _enclosed(written: bytes) -> bool:
    """True where the tuple stands in parentheses of its own: "(*a, b)", not "(a), *(b)"."""
    try:
        ast.parse(b"[" + written[1:-1] + b"\n]")
    except SyntaxError:
        return False
    return written.startswith(b"(")
