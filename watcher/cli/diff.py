"""`claimwatch diff DOCUMENT [FROM TO]`: the redline of the text between two stored versions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watcher.cli.options import AsJson, Config, State, console, examples, print_json, settings

NAME = "diff"
SHORT = "Print the redline of a document's text."
EXAMPLES = examples(
    "claimwatch diff chile/vote.txt",
    "claimwatch diff chile/vote.txt 1 3",
    "claimwatch diff chile/vote.txt --side-by-side",
)
PIPE = 160  # columns of two texts beside each other where no terminal says how many there are


def command(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The path of a document below the folder.", show_default=False)],
    old: Annotated[
        int | None, typer.Argument(metavar="[FROM", help="A version; the last but one where none is given.", show_default=False)
    ] = None,
    new: Annotated[int | None, typer.Argument(metavar="TO]", help="A version; the last where none is given.", show_default=False)] = None,
    beside: Annotated[bool, typer.Option("--side-by-side", "-y", help="The old text on the left, the new one on the right.")] = False,
    state: State = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Print the redline of DOCUMENT's text: [-what went-] and {+what came+}, with ‹figures and statuses› marked."""
    from watcher import extract  # noqa: PLC0415  kept out of --help
    from watcher.compare import redline  # noqa: PLC0415
    from watcher.outputs.redline import KINDS, inline  # noqa: PLC0415
    from watcher.outputs.redline import beside as columns  # noqa: PLC0415

    before, after = texts(settings(config, state=state).state, document, old, new)
    stated = [
        [(evidence.start, evidence.end, claim.kind) for claim in extract(text).claims if claim.kind in KINDS for evidence in claim.evidence]
        for text in (before, after)
    ]
    pieces = redline(before, after, *stated)
    if as_json:
        print_json({"op": piece.op, "text": piece.text, "claim": piece.claim} for piece in pieces)
        return
    out = console()
    coloured = out.color_system is not None
    if beside:
        width = out.width if out.is_terminal else PIPE
        out.print(columns(pieces, coloured=coloured, width=width), width=width)
    else:
        out.print(inline(pieces, coloured=coloured), soft_wrap=True)


def texts(state: Path, document: str, old: int | None, new: int | None) -> tuple[str, str]:
    """The texts of two versions: those asked for, else the last two."""
    from watcher.errors import UserError  # noqa: PLC0415  kept out of --help
    from watcher.store import open_reading  # noqa: PLC0415

    with open_reading(state) as store:
        numbers = [info.version for info in store.versions(document)]
        if not numbers:
            raise UserError(f"there is no document {document!r} in {state}.")
        if old is None and len(numbers) < 2:
            raise UserError(f"{document!r} has one version only, so there is nothing to compare.")
        wanted = (numbers[-2] if old is None else old, numbers[-1] if new is None else new)
        before, after = (store.text(document, number) for number in wanted)
    for number, text in zip(wanted, (before, after), strict=True):
        if text is None:
            raise UserError(f"{document!r} has no version {number}; it has {numbers[0]} to {numbers[-1]}.")
    return before or "", after or ""
