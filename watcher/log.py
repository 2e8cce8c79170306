"""What the program says of itself: structlog, JSON lines on standard error (pretty only on a terminal) or in a log file.

In: the settings, once, by `set_up`. Out: `log`, a bound logger. The event's name is a constant such as `document.processed`;
whatever comes from a user or a document goes into fields, where JSON escapes it. Secrets are struck out by key and by value.
A log that cannot be written never stops the work.
"""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import re
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import structlog

from watcher.outputs.text import safe

STRUCK = "[redacted]"
SECRET_KEYS = re.compile(r"passw|secret|token|api_?key|authori[sz]ation|credential|cookie|private_?key|dsn", re.ASCII | re.IGNORECASE)
SECRET_VALUES = (
    (re.compile(r"(\b[a-z][a-z0-9+.-]{1,30}://)[^/\s@]{1,500}@", re.ASCII | re.IGNORECASE), rf"\1{STRUCK}@"),
    (re.compile(r"\b(bearer|basic)\s{1,3}[a-z0-9._~+/=-]{6,}", re.ASCII | re.IGNORECASE), rf"\1 {STRUCK}"),
    (re.compile(r"\b((?:[a-z_]{0,20})(?:token|password|passwd|secret|api_?key))=[^\s&]{1,500}", re.ASCII | re.IGNORECASE), rf"\1={STRUCK}"),
)
ROOT = "claimwatch"

log: structlog.stdlib.BoundLogger = structlog.get_logger(ROOT)


def set_up(level: str = "info", file: Path | None = None) -> None:
    """Configure logging for this process; calling it again replaces what was set (a reload)."""
    handler = _handler(file)
    handler.setFormatter(_Line())
    logger = logging.getLogger(ROOT)
    for old in list(logger.handlers):
        logger.removeHandler(old)
        with contextlib.suppress(OSError):  # what a full disk did not take is lost
            old.close()
    logger.addHandler(handler)
    logger.setLevel(level.upper())
    logger.propagate = False
    logging.raiseExceptions = False  # a full disk or a closed stream loses a line, not the daemon
    pretty = file is None and sys.stderr is not None and sys.stderr.isatty()
    as_json = structlog.processors.JSONRenderer(ensure_ascii=True, default=repr)
    ending: list[structlog.typing.Processor] = [_for_terminal, structlog.dev.ConsoleRenderer()] if pretty else [as_json]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.stdlib.add_log_level,
            structlog.processors.format_exc_info,
            redact,
            *ending,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


class _Line(logging.Formatter):
    """The message alone: it holds the exception, redacted, where the formatter's own way would add it raw."""

    def format(self, record: logging.LogRecord) -> str:
        return record.getMessage()


def _handler(file: Path | None) -> logging.Handler:
    if file is None:
        return logging.StreamHandler(sys.stderr)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return logging.handlers.WatchedFileHandler(file, encoding="utf-8", errors="backslashreplace")  # reopens after logrotate
    except OSError:
        return logging.StreamHandler(sys.stderr)


def redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Strike out secrets: the values of keys that name one, and addresses, headers and parameters that carry one."""
    for key, value in event.items():
        event[key] = STRUCK if SECRET_KEYS.search(key) else strike(value)
    return event


def strike(value: Any) -> Any:
    """`value` without the secrets that its texts carry; nested lists and objects are searched too."""
    if isinstance(value, str):
        for pattern, instead in SECRET_VALUES:
            value = pattern.sub(instead, value)
        return value
    if isinstance(value, dict):
        return {key: STRUCK if SECRET_KEYS.search(str(key)) else strike(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [strike(part) for part in value]
    return strike(str(value)) if isinstance(value, BaseException | Path) else value


def _for_terminal(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: safe(value, lines=key == "exception") if isinstance(value, str) else value for key, value in event.items()}
