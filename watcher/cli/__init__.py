"""The command `claimwatch`: one verb, one file beside this one; `main` runs it and turns every outcome into an exit code.

Exit codes: 0 done, 1 `compare` found changes or `check` found faults, 2 a mistake of the user's (one sentence on standard
error), 3 a fault of ours. The verbs import what is heavy only when they run, so `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from watcher import __version__
from watcher.cli import backup, check, compare, diff, extract, history, log, restore, run, status
from watcher.cli.options import examples
from watcher.errors import ClaimwatchError

INTERRUPTED = 130
EPILOG = examples("claimwatch run articles --once", "claimwatch log --significant", "claimwatch COMMAND --help")

app = typer.Typer(
    name="claimwatch",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # the plain help is clear, and takes a third of the time
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EPILOG,
)
for verb in (run, extract, compare, log, history, diff, status, check, backup, restore):
    app.command(name=verb.NAME, cls=getattr(verb, "Command", None), short_help=verb.SHORT, epilog=verb.EXAMPLES)(verb.command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimwatch {__version__}")
        raise typer.Exit


@app.callback()
def _claimwatch(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")] = False,
) -> None:
    """Watch a folder of news articles and report which facts moved, from what to what, said by whom, with proof."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; always ends in `SystemExit`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a stream that was closed, or replaced by a test, has none
            stream.reconfigure(errors="backslashreplace")
    raise SystemExit(_outcome(arguments))


def _outcome(arguments: list[str] | None) -> int:
    try:
        result = app(args=arguments, prog_name="claimwatch", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except typer.Exit as leaving:
        return leaving.exit_code
    except BrokenPipeError:
        return _silence()
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last door: whatever went wrong is told in one sentence
        return _failed(error)
    return int(result or 0)


def _failed(error: Exception) -> int:
    if isinstance(error, ClaimwatchError):
        return _say(str(error), error.exit_code)
    if type(error).__name__ == "NoArgsIsHelpError":  # shown already
        return 2
    if hasattr(error, "format_message"):  # typer's own errors: some versions of it carry click inside, some import it
        return _say(error.format_message(), 2)
    if os.environ.get("CLAIMWATCH_LOG_LEVEL", "").lower() == "debug":
        raise error
    from watcher.log import strike  # noqa: PLC0415  what failed may carry an address with its password

    described = strike(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
    return _say(f"a fault of ours, please report it: {described} (CLAIMWATCH_LOG_LEVEL=debug shows where)", 3)


def _say(sentence: str, code: int) -> int:
    from watcher.outputs.text import safe  # noqa: PLC0415  not needed by a command that succeeds

    typer.echo(f"claimwatch: {safe(sentence)}", err=True)
    return code


def _silence() -> int:
    """The reader of our output has gone: whatever is still buffered goes nowhere, without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return 0
