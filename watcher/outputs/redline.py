"""A redline -> what a person reads of it: in one text, or the old one beside the new one.

    Turnout was [-‹24%›-]{+‹25%›+}; ‹president-elect› Ruiz said so.

In: the pieces of a redline. Out: `rich` texts. Colours tell what went and what came on a terminal, brackets where there are none;
what states a figure or a status stands out.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from watcher.compare import Piece, side_by_side
from watcher.outputs.text import safe

MARKS = {"-": ("[-", "-]", "red strike"), "+": ("{+", "+}", "green"), "=": ("", "", "")}
CLAIM = ("‹", "›", "bold")
KINDS = ("figure", "status")  # of the claims that stand out


def inline(pieces: Iterable[Piece], *, coloured: bool) -> Text:
    """The redline as one text."""
    line = Text()
    last = "="
    for piece in (*pieces, Piece("=", "")):
        if piece.op != last and not coloured:
            line.append(MARKS[last][1] + MARKS[piece.op][0])
        last = piece.op
        opening, closing, style = CLAIM if piece.claim else ("", "", "")
        text = safe(piece.text, lines=True)
        line.append(text if coloured else opening + text + closing, f"{MARKS[piece.op][2]} {style}".strip())
    return line


def beside(pieces: Iterable[Piece], *, coloured: bool, width: int) -> Table:
    """The old text on the left, the new one on the right, line by line, in `width` columns."""
    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    table.width = width
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    for old, new in side_by_side(pieces):
        table.add_row(inline(old, coloured=coloured), inline(new, coloured=coloured))
    return table
