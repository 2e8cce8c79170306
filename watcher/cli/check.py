"""`claimwatch check`: configuration, schemas, store and changelog are whole."""

from __future__ import annotations

import typer

from watcher.cli.options import AsJson, Config, State, examples, print_json, settings

NAME = "check"
SHORT = "Check settings, schemas, store and changelog."
EXAMPLES = examples(
    "claimwatch check",
    "claimwatch check --state /var/lib/claimwatch --json",
)


def command(state: State = None, as_json: AsJson = False, config: Config = None) -> None:
    """Check the configuration, the schemas, the store and the changelog; exit 1 where a fault is found."""
    from watcher.outputs.text import safe  # noqa: PLC0415  kept out of --help
    from watcher.store.check import check as faults_of  # noqa: PLC0415

    found = faults_of(settings(config, state=state).state)
    if as_json:
        print_json({"path": finding.path, "reason": finding.reason} for finding in found)
    else:
        for finding in found:
            typer.echo(f"{safe(finding.path)}: {safe(finding.reason)}")
        if not found:
            typer.echo("Everything is whole.")
    if found:
        raise typer.Exit(1)
