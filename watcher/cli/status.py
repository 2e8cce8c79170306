"""`claimwatch status`: what the daemon sees now."""

from __future__ import annotations

from typing import Annotated

import typer

from watcher.cli.options import AsJson, Config, State, examples, print_json, print_text, settings

NAME = "status"
SHORT = "Print how the daemon stands."
EXAMPLES = examples(
    "claimwatch status",
    "claimwatch status --json",
    "claimwatch status --probe (for health checks)",
)


def command(
    state: State = None,
    probe: Annotated[bool, typer.Option("--probe", help="Exit 1 unless a daemon is running and makes progress.")] = False,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Print whether the daemon is healthy, degraded (and why) or stopped, and how far it has come."""
    from watcher.daemon import standing  # noqa: PLC0415  kept out of --help
    from watcher.outputs.text import standing as told  # noqa: PLC0415

    seen = standing(settings(config, state=state).state)
    print_json([seen]) if as_json else print_text(told(seen))
    if probe and seen["state"] not in ("healthy", "degraded"):
        raise typer.Exit(1)
