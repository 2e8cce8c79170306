"""The log: one line an event, nothing injected, no secrets, never in the way."""

import json
import logging
import subprocess
from pathlib import Path

import pytest

from tests.faults.harness import command, environment
from watcher import log
from watcher.log import STRUCK, set_up


@pytest.fixture
def file(tmp_path: Path) -> Path:
    set_up("debug", tmp_path / "logs" / "log.jsonl")
    return tmp_path / "logs" / "log.jsonl"


def written(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n")[:-1]]


def test_a_newline_in_a_field_starts_no_line_h04(file: Path) -> None:
    log.log.info("document.processed", path='x\n{"event": "forged"}\r\x1b[2J\u2028\udcff')
    (line,) = written(file)
    assert line["event"] == "document.processed"
    assert line["path"] == 'x\n{"event": "forged"}\r\x1b[2J\u2028\udcff'
    assert file.read_text().isascii()


def test_secrets_are_struck_out_by_key_and_by_value_h05(file: Path) -> None:
    try:
        raise ValueError("cannot reach postgresql://joe:hunter2@db/x with Bearer abcdef123456")  # noqa: TRY301
    except ValueError as error:
        log.log.exception(
            "store.failed",
            error=error,
            url="https://u:hunter2@h/p?token=hunter2",
            api_key="hunter2",
            nested={"password": "hunter2", "a": ["x?secret=hunter2"]},
        )
    text = file.read_text()
    assert "hunter2" not in text
    assert "abcdef123456" not in text
    assert STRUCK in text


def test_a_rotated_file_is_opened_anew_h12(file: Path) -> None:
    log.log.info("one.event")
    file.rename(file.with_suffix(".1"))
    log.log.info("another.event")
    assert [line["event"] for line in written(file)] == ["another.event"]


def test_a_log_that_cannot_be_written_stops_nothing_h12(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_up("info", Path("/dev/full"))
    log.log.info("lost.event")
    set_up("info", tmp_path / "file" / "x")
    (tmp_path / "blocked").write_text("a file, not a folder")
    set_up("info", tmp_path / "blocked" / "x")  # falls back to standard error
    log.log.info("kept.event")
    assert "kept.event" in capsys.readouterr().err
    logging.getLogger("claimwatch").handlers.clear()


def test_a_closed_standard_error_stops_nothing_h12(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("A title\n\nSome words.\n")
    line = " ".join(command("run", tmp_path / "in", "--once", "--json", "--state", tmp_path / "state")) + " 2>&-"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=environment(CLAIMWATCH_LOG_LEVEL="debug"), check=False)
    assert done.returncode == 0
    assert "document.added" in done.stdout
