"""`claimwatch backup FILE`: a whole, consistent copy of the state, taken while the daemon runs or not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watcher.cli.options import AsJson, Config, State, examples, print_json, settings

NAME = "backup"
SHORT = "Copy the whole state to a file."
EXAMPLES = examples(
    "claimwatch backup claimwatch-2026-01-30.backup",
)


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; it must not exist.", show_default=False)],
    state: State = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Write a whole, consistent copy of the state to FILE."""
    from watcher.outputs.text import safe  # noqa: PLC0415  kept out of --help
    from watcher.store.backup import backup as copy_state  # noqa: PLC0415

    copy_state(settings(config, state=state).state, file)
    print_json([{"backup": str(file), "bytes": file.stat().st_size}]) if as_json else typer.echo(
        f"The state is copied to {safe(str(file))}."
    )
