"""`claimwatch log`: reads the changelog."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from watcher.cli.options import AsJson, Config, State, examples, print_json, print_text, settings

NAME = "log"
SHORT = "Print the entries of the changelog."
EXAMPLES = examples(
    "claimwatch log --since 2026-01-30",
    "claimwatch log --kind figure.revised --subject Kast",
    "claimwatch log --significant --follow",
)
WEIGHTY = "0.7"  # from here on what moved is printed bold


class Command(TyperCommand):
    """`--significant` may stand without a number."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_spelt(args)))


def _spelt(args: list[str]) -> Iterator[str]:
    for one, following in zip_longest(args, args[1:], fillvalue="-"):
        yield one
        if one == "--significant" and not following[:1].isalnum() and following[:1] != ".":
            yield WEIGHTY


def command(
    state: State = None,
    since: Annotated[
        str | None, typer.Option(metavar="TIME", help="Entries detected at or after this date or time (UTC), or seq number.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Such as figure.revised, or figure for all of figure.*.")] = None,
    subject: Annotated[str | None, typer.Option(metavar="SUBJECT", help="A name, part of one, or an id.")] = None,
    document: Annotated[str | None, typer.Option(metavar="DOCUMENT", help="The path of a document below the folder.")] = None,
    significant: Annotated[
        float | None, typer.Option(metavar="LEAST", help=f"Only entries of at least this significance, 0 to 1; without a number {WEIGHTY}.")
    ] = None,
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
