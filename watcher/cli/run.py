"""`claimwatch run FOLDER`: the daemon; with `--once`, take the folder in as it stands, then leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watcher.cli.options import AsJson, Config, State, examples, print_json, settings

if TYPE_CHECKING:
    from watcher.config import Settings

NAME = "run"
SHORT = "Watch a folder, or take it in once, and print what moved."
EXAMPLES = examples(
    "claimwatch run articles",
    "claimwatch run articles --once --json",
    "claimwatch run /srv/news --state /var/lib/claimwatch",
)


def command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of articles.", show_default=False)],
    state: State = None,
    once: Annotated[bool, typer.Option("--once", help="Take the folder in as it stands, then leave.")] = False,
    accept_removals: Annotated[
        bool, typer.Option("--accept-removals", help="Record removals even where more than half of the documents vanished at once.")
    ] = False,
    settle: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="How long a file must stand still. [default: 1]", show_default=False)
    ] = None,
    rescan: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="Between two looks at the folder. [default: 60]", show_default=False)
    ] = None,
    watch: Annotated[
        str | None, typer.Option(metavar="MODE", help="auto, events, poll or rescan. [default: auto]", show_default=False)
    ] = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Watch FOLDER: extract claims, compare, record; print each new entry of the changelog."""

    def in_force() -> Settings:
        return settings(config, state=state, settle=settle, rescan=rescan, watch=watch)

    first = in_force()
    from watcher.cli.sheets import Sheets  # noqa: PLC0415  kept out of --help
    from watcher.daemon import run  # noqa: PLC0415
    from watcher.schedule import Schedule  # noqa: PLC0415

    sheets = Sheets(first.state, first.language, dated=not once)

    def show(entries: list[dict[str, object]]) -> None:
        print_json(entries) if as_json else sheets.show(entries)

    try:
        code = run(folder, first, once=once, show=show, accept_removals=accept_removals, reload=in_force, jobs=Schedule)
        if once and not as_json:
            sheets.end()
    finally:
        sheets.close()
    raise typer.Exit(code)
