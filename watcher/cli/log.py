"""`claimwatch log`: reads the changelog."""

from __future__ import annotations

from typing import Annotated

import typer

from watcher.cli.options import AsJson, Config, State, examples, print_json, print_text, settings

NAME = "log"
SHORT = "Print the entries of the changelog."
EXAMPLES = examples(
    "claimwatch log --since 2026-01-30",
    "claimwatch log --kind figure.revised --subject Kast",
    "claimwatch log --follow --json",
)


def command(
    state: State = None,
    since: Annotated[
        str | None, typer.Option(metavar="TIME", help="Entries detected at or after this date or time (UTC), or seq number.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Such as figure.revised, or figure for all of figure.*.")] = None,
    subject: Annotated[str | None, typer.Option(metavar="SUBJECT", help="A name, part of one, or an id.")] = None,
    document: Annotated[str | None, typer.Option(metavar="DOCUMENT", help="The path of a document below the folder.")] = None,
    significant: Annotated[float | None, typer.Option(metavar="LEAST", help="Only entries of at least this significance, 0 to 1.")] = None,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on, and print new entries as they come.")] = False,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Print the entries of the changelog, oldest first."""
    from watcher.cli.selection import Selection, selected  # noqa: PLC0415  kept out of --help
    from watcher.outputs.text import entry  # noqa: PLC0415

    wanted = Selection.of(since=since, kind=kind, subject=subject, document=document, significant=significant)
    entries = selected(settings(config, state=state).state, wanted, follow=follow)
    print_json(entries) if as_json else print_text(entry(item) for item in entries)
