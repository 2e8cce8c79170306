"""`claimwatch history SUBJECT [PROPERTY]`: one subject's figures, statuses and dates through time."""

from __future__ import annotations

from typing import Annotated

import typer

from watcher.cli.options import AsJson, Config, State, examples, print_json, print_text, settings

NAME = "history"
SHORT = "Print one subject's figures, statuses and dates through time."
EXAMPLES = examples(
    "claimwatch history Kast",
    'claimwatch history "José Antonio Kast" "vote share"',
    "claimwatch history Kast --as-of 2026-01-30",
)


def command(
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help="A name, part of one, or an id.", show_default=False)],
    prop: Annotated[str | None, typer.Argument(metavar="[PROPERTY]", help="Only this property.", show_default=False)] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="What was known from articles up to this date.")] = None,
    state: State = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Print SUBJECT's figures, statuses and dates through time, with who said them and where."""
    from watcher.compare import timeline  # noqa: PLC0415  kept out of --help
    from watcher.errors import UserError  # noqa: PLC0415
    from watcher.outputs.report import history as told  # noqa: PLC0415
    from watcher.store import open_reading  # noqa: PLC0415

    chosen = settings(config, state=state)
    with open_reading(chosen.state) as store:
        found = [point.as_dict() for point in timeline(store.claims(subject), subject, prop, as_of)]
    if not found:
        raise UserError(f"nothing is known of {subject!r}{f' and {prop!r}' if prop else ''}.")
    print_json(found) if as_json else print_text(told(found, chosen.language))
