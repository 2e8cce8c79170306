"""`claimwatch backup FILE`: a whole, consistent copy of the state, taken while the daemon runs or not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watcher.cli.options import AsJson, Config, State, examples, print_done, settings

NAME = "backup"
SHORT = "Copy the whole state to a file."
EXAMPLES = examples(
    "claimwatch backup claimwatch-2026-01-30.backup",
)


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; one that is there is replaced.", show_default=False)],
    state: State = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Write a whole, consistent copy of the state to FILE."""
    from watcher.store.backup import backup as copy_state  # noqa: PLC0415  kept out of --help

    copy_state(settings(config, state=state).state, file)
    print_done({"backup": str(file), "bytes": file.stat().st_size}, f"The state is copied to {file}.", as_json=as_json)
