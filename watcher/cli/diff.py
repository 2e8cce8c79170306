"""`claimwatch diff DOCUMENT [FROM TO]`: the redline of the text between two stored versions."""

from __future__ import annotations

from typing import Annotated

import typer

from watcher.cli.options import AsJson, Config, State, console, print_json, settings

NAME = "diff"
NEEDS_ARGUMENTS = True
EXAMPLES = "Examples: claimwatch diff chile/vote.txt | claimwatch diff chile/vote.txt 1 3"
MARKS = {"-": ("[-", "-]", "red strike"), "+": ("{+", "+}", "green")}


def command(  # noqa: PLR0917  typer reads options from the parameters
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The path of a document below the folder.", show_default=False)],
    old: Annotated[
        int | None, typer.Argument(metavar="[FROM", help="A version; the last but one where none is given.", show_default=False)
    ] = None,
    new: Annotated[int | None, typer.Argument(metavar="TO]", help="A version; the last where none is given.", show_default=False)] = None,
    state: State = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Print the redline of DOCUMENT's text: [-what went-] and {+what came+}."""
    from rich.text import Text  # noqa: PLC0415  kept out of --help

    from watcher.compare import redline  # noqa: PLC0415
    from watcher.outputs.text import safe  # noqa: PLC0415
    from watcher.store import open_reading  # noqa: PLC0415

    with open_reading(settings(config, state=state).state) as store:
        before, after = store.texts(document, old, new)
    pieces = redline(before.text, after.text)
    if as_json:
        print_json({"op": op, "text": text} for op, text in pieces)
        return
    out, line = console(), Text()
    for op, text in pieces:
        opening, closing, style = MARKS.get(op, ("", "", ""))
        line.append(opening + safe(text, lines=True) + closing, style)
    out.print(line, soft_wrap=True)
