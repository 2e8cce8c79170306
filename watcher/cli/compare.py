"""`claimwatch compare OLD NEW`: what changed from one version of a document to the next; stores nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watcher.cli.options import AsJson, examples, print_json, print_text, settings

NAME = "compare"
SHORT = "Print what changed from one file to another."
EXAMPLES = examples(
    "claimwatch compare old.txt new.txt",
    "claimwatch compare --json old.txt new.txt",
)


def command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier version.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later version.")],
    as_json: AsJson = False,
) -> None:
    """Print what changed from OLD to NEW; exit 1 where anything did, 0 where nothing did."""
    from watcher.cli.reading import snapshot_of  # noqa: PLC0415  kept out of --help
    from watcher.compare import versions  # noqa: PLC0415
    from watcher.outputs.report import changes as told  # noqa: PLC0415

    language = settings().language
    changes = [found.as_dict() for found in versions(snapshot_of(old), snapshot_of(new), language=language)]
    print_json(changes) if as_json else print_text(told(changes, language))
    if changes:
        raise typer.Exit(1)
