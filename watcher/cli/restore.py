"""`claimwatch restore FILE`: the state as a backup has it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watcher.cli.options import AsJson, Config, State, examples, print_done, settings

NAME = "restore"
SHORT = "Put the state back from a backup."
EXAMPLES = examples(
    "claimwatch restore claimwatch-2026-01-30.backup --state state",
)


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `claimwatch backup` wrote.", show_default=False)],
    state: State = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Put the state back as FILE has it; refused while a daemon runs."""
    from watcher.outputs.changelog import Changelog  # noqa: PLC0415  kept out of --help
    from watcher.store import StateLock, open_store  # noqa: PLC0415
    from watcher.store.backup import restore as put_back  # noqa: PLC0415

    where = settings(config, state=state).state
    put_back(file, where)
    with StateLock(where), open_store(where) as store:
        changelog = Changelog(where)
        changelog.catch_up(store)
        changelog.close()
    print_done({"restored": str(file), "state": str(where)}, f"{where} is as {file} has it.", as_json=as_json)
