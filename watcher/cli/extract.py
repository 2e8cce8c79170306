"""`claimwatch extract FILE...`: what each file claims; stores nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watcher.cli.options import AsJson, examples, print_json, print_text, settings

NAME = "extract"
SHORT = "Print what files claim, with the words that say it."
EXAMPLES = examples(
    "claimwatch extract article.txt",
    "claimwatch extract --json articles/*.txt",
)


def command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The articles to read.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Print the claims of each FILE with their evidence; store nothing."""
    from watcher.cli.reading import outcome_of  # noqa: PLC0415  kept out of --help
    from watcher.errors import Rejection  # noqa: PLC0415
    from watcher.outputs.report import snapshot  # noqa: PLC0415
    from watcher.outputs.text import safe  # noqa: PLC0415

    language = settings().language
    failed = shown = False
    for file in files:
        outcome = outcome_of(file)
        if isinstance(outcome, Rejection):
            failed = True
            typer.echo(f"claimwatch: {safe(outcome.path)}: {safe(outcome.reason)}", err=True)
            continue
        found = outcome.as_dict()
        if shown and not as_json:
            typer.echo()  # the line between two documents
        shown = True
        print_json([found]) if as_json else print_text(snapshot(found, language))
    if failed:
        raise typer.Exit(2)
