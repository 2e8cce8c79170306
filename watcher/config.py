"""Settings: command-line flags > environment (`CLAIMWATCH_*`) > `claimwatch.toml` > default, gathered into one frozen `Settings`.

In: a mapping of flags (absent or None means not given), the environment, a folder to look for `claimwatch.toml` in.
Out: `Settings`, or a `UserError` that names the file and the key. An unknown key is an error, so a typing slip never
goes unnoticed. Times are seconds, sizes are bytes, times of day are "HH:MM" in UTC.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from watcher.errors import UserError

FILE_NAME = "claimwatch.toml"
PREFIX = "CLAIMWATCH_"
TIME_OF_DAY = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
CHOICES = {"watch": ("auto", "events", "poll", "rescan"), "language": ("en", "es"), "log_level": ("debug", "info", "warning", "error")}
LOWEST = {
    "settle": 0.0,
    "rescan": 1.0,
    "poll": 0.1,
    "full_hash": 60.0,
    "size_limit": 1,
    "deadline": 0.1,
    "memory_limit": 64_000_000,
    "workers": 1,
    "keep": 1,
}
TIMES_OF_DAY = ("digest_at", "backup_at", "check_at", "prune_at")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may set. The comment behind each says its unit and meaning."""

    state: Path = Path("state")  # the folder that keeps the store and changelog.jsonl
    settle: float = 1.0  # seconds a file must stand still before it is read
    rescan: float = 60.0  # seconds between two looks at the whole folder while events arrive
    poll: float = 2.0  # seconds between two looks where there are no events
    full_hash: float = 86_400.0  # seconds between two looks that read every file again, whatever its times say
    watch: str = "auto"  # auto: events, else polling; events; poll; rescan: neither, only the look every `rescan` seconds
    size_limit: int = 2_000_000  # bytes; a larger file is rejected at once: it would take longer to read than `deadline`
    patterns: tuple[str, ...] = ("*.txt", "*.text", "*.md", "*.markdown")  # names that count as articles
    ignore: tuple[str, ...] = ()  # names that do not, besides hidden and temporary ones
    language: str = "en"  # of summaries and digests
    deadline: float = 30.0  # seconds of processor time one document may take to be read, five times that on the clock
    memory_limit: int = 1_500_000_000  # bytes of address space one document may take to be read
    workers: int = 2  # processes that read documents when many wait
    log_file: Path | None = None  # else standard error
    log_level: str = "info"
    digest_at: str = "06:00"
    backup_at: str = ""  # empty: never
    check_at: str = "03:30"
    prune_at: str = "04:00"
    backup_folder: Path | None = None  # default: state/backups
    keep: int = 30  # backups and digests kept; older ones are pruned


NAMES = {field.name: field for field in fields(Settings)}


def load(flags: Mapping[str, Any] | None = None, *, environment: Mapping[str, str] | None = None, file: Path | None = None) -> Settings:
    """The settings in force. `file` is the configuration file to use; without it `claimwatch.toml` of this folder, if there is one."""
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    path = file or (Path(environment[PREFIX + "CONFIG"]) if environment.get(PREFIX + "CONFIG") else None)
    if path is not None or Path(FILE_NAME).exists():
        values |= _from_file(path or Path(FILE_NAME))
    values |= _from_environment(environment)
    values |= {name: _value(name, given, "the option") for name, given in (flags or {}).items() if given is not None}
    return Settings(**values)


def _from_file(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{path}: is not UTF-8 text (byte {error.start}).") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError(f"{path}: is not valid TOML: {error}.") from error
    return {_known(name, str(path)): _value(name, given, str(path)) for name, given in data.items()}


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    where = "the environment"
    own = {name: text for name, text in environment.items() if name.startswith(PREFIX) and name != PREFIX + "CONFIG"}
    named = {_known(name.removeprefix(PREFIX).lower(), where, name): text for name, text in own.items()}
    return {name: _value(name, text, where) for name, text in named.items()}


def _known(name: str, where: str, shown: str = "") -> str:
    if name in NAMES:
        return name
    raise UserError(f"{where}: there is no setting {shown or name!r}; the settings are {', '.join(NAMES)}.")


def _value(name: str, given: Any, where: str) -> Any:
    """`given` as the type the setting has: text from the environment is converted, a wrong type is the user's mistake."""
    default = NAMES[name].default
    try:
        if isinstance(default, tuple):
            value: Any = _texts(given)
        elif name in ("state", "log_file", "backup_folder"):
            value = Path(_text(given)) if given != "" else None
        elif isinstance(default, str):
            value = _text(given)
        else:
            value = _number(given, whole=isinstance(default, int))
        _within(name, value)
    except ValueError as error:
        raise UserError(f"{where}: {name} = {given!r}: {error}.") from error
    return value


def _text(given: Any) -> str:
    if isinstance(given, Path):
        return str(given)
    if not isinstance(given, str) or "\0" in given:
        raise ValueError("must be a text")
    return given


def _texts(given: Any) -> tuple[str, ...]:
    if isinstance(given, str):
        return tuple(part.strip() for part in given.split(",") if part.strip())
    if not isinstance(given, list | tuple) or not all(isinstance(part, str) for part in given):
        raise ValueError("must be a list of texts")
    return tuple(given)


def _number(given: Any, *, whole: bool) -> float | int:
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        raise ValueError("must be a number")  # noqa: TRY004  the caller turns it into the user's mistake
    try:
        value = int(given) if whole else float(given)
    except (ValueError, OverflowError) as error:
        raise ValueError("must be a whole number" if whole else "must be a number") from error
    if whole and value != float(given):
        raise ValueError("must be a whole number")
    return value


def _within(name: str, value: Any) -> None:
    if name in CHOICES and value not in CHOICES[name]:
        raise ValueError(f"must be one of {', '.join(CHOICES[name])}")
    if name in TIMES_OF_DAY and value and not TIME_OF_DAY.fullmatch(value):
        raise ValueError('must be a time of day such as "06:00", or empty')
    if isinstance(value, int | float) and not (LOWEST.get(name, 0) <= value < 10**15):
        raise ValueError(f"must be at least {LOWEST.get(name, 0)}")
    if name == "state" and value is None:
        raise ValueError("must name a folder")
