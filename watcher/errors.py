"""One tree of errors: what a person sees, and the exit code each leads to.

A bad file is a value (a `Rejection`), not an error: it never leaves the pipe. An error here stops a command.
"""

from __future__ import annotations

from dataclasses import dataclass


class ClaimwatchError(Exception):
    """The root: its text is a whole sentence that says what to do. Exit code 3, a fault of ours."""

    exit_code = 3


class UserError(ClaimwatchError):
    """A mistake of the user's: a wrong path, option or configuration. Exit code 2."""

    exit_code = 2


class StateError(UserError):
    """The state folder cannot be used: locked, read-only, corrupt, or written by a newer version."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a document could not be read or recorded; the last good snapshot stays."""

    path: str
    reason: str
