"""The options that several verbs share, and how they print: nothing here is heavier than typer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from watcher.config import Settings

HANGING = 4  # columns by which the rest of a long line is set in on a terminal

State = Annotated[
    Path | None, typer.Option("--state", metavar="DIR", help="The folder that keeps the store. [default: state]", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Config = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings file. [default: claimwatch.toml of this folder]", show_default=False),
]


def examples(*commands: str) -> str:
    """The end of a command's help: its examples, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {command}" for command in commands)


def settings(config: Path | None = None, **flags: Any) -> Settings:
    """The settings in force; a flag that was not given is None."""
    from watcher.config import load  # noqa: PLC0415  only commands that need settings load them

    return load(flags, file=config)


def print_json(items: Iterable[Any]) -> int:
    """Each item as a line of JSON on standard output, as it comes; how many there were."""
    from watcher.outputs.text import json_line  # noqa: PLC0415  kept out of --help

    ascii_only = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "") != "utf8"
    count = 0
    for count, item in enumerate(items, start=1):  # noqa: B007  the count is the result
        _write(json_line(item, ascii_only=ascii_only) + "\n")
    return count


def _write(text: str) -> None:
    """Text on standard output, at once. A reader that left is told without a number, which typer would take for a failure of ours."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise BrokenPipeError from None


def print_done(record: dict[str, Any], sentence: str, *, as_json: bool) -> None:
    """What a command that changes something did: a line of JSON, or a sentence."""
    from watcher.outputs.text import safe  # noqa: PLC0415  kept out of --help

    print_json([record]) if as_json else typer.echo(safe(sentence))


def print_text(lines: Iterable[Text]) -> int:
    """Each line on standard output, coloured on a terminal (unless NO_COLOR is set), plain in a pipe; how many there were."""
    out = console()
    count = 0
    for count, line in enumerate(lines, start=1):  # noqa: B007  the count is the result
        if not out.is_terminal:
            _write(f"{line.plain}\n")  # what the console would write, a tenth of the work
            continue
        for row in _rows(line, out):
            out.print(row, soft_wrap=True)
    return count


def _rows(line: Text, out: Console) -> Iterable[Text]:
    """The line in rows of the terminal's width, those after the first set in."""
    if len(line.plain) <= out.width:
        return [line]
    margin = min(len(line.plain) - len(line.plain.lstrip()) + HANGING, out.width // 2)
    rows = line.wrap(out, out.width - margin)
    for row in rows[1:]:
        row.pad_left(margin)
    return rows


def console(*, error: bool = False) -> Console:
    """Where lines go: styles on a terminal alone, and never a word of markup from a document."""
    from rich.console import Console  # noqa: PLC0415  kept out of --help

    class Quiet(Console):
        def on_broken_pipe(self) -> None:  # `main` knows what to do; rich would exit with 1
            raise BrokenPipeError

    colours: Any = None if os.environ.get("NO_COLOR") else "auto"
    return Quiet(stderr=error, highlight=False, markup=False, emoji=False, soft_wrap=True, color_system=colours)
