"""Outputs under attack and under faults: H01, H03, H04, H05, H11, H12, H13 of the reliability list.

There are no feeds (H02) and there is no web page yet; what is tested of them here is the digest, which viewers turn into HTML.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.faults.harness import article, command, environment
from watcher import cli
from watcher.daemon.status import Status
from watcher.outputs.changelog import FILE
from watcher.outputs.digest import digest, write

ATTACKS = (
    '"><svg onload=alert(1)>', "</script><script>alert(1)</script>", "[x](javascript:alert(1))", "<javascript:alert(1)>",
    "![x](http://evil/x.png)", "`<b>`", "&lt;img src=x onerror=alert(1)&gt;", "# heading\n\n<iframe>", "[a]: javascript:alert(1)\n\n[a]",
)  # fmt: skip


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[Any]]] = []

    def handle_starttag(self, tag: str, attrs: list[Any]) -> None:
        self.found.append((tag, attrs))


def entry(path: str, title: str | None, summary: str) -> dict[str, Any]:
    return {
        "seq": 1,
        "kind": "figure.added",
        "significance": 0.5,
        "summary": summary,
        "document": {"path": path, "version": 1, "title": title},
    }


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_digest_in_a_browser_holds_no_tag_of_a_document_h01(attack: str) -> None:
    text = digest([entry(attack, None, attack), entry("a.txt", attack, "plain")])
    tags = Tags()
    tags.feed(MarkdownIt("commonmark", {"html": True}).render(text or ""))
    assert {tag for tag, _ in tags.found} <= {"h1", "h2", "p", "ul", "li"}
    assert not any(attributes for _, attributes in tags.found)


def test_what_a_person_is_told_of_a_fault_carries_no_secret_h05(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(**_: Any) -> None:
        raise RuntimeError("cannot reach postgresql://joe:hunter2@db/x with Bearer abcdef123456 \x1b[2J")

    monkeypatch.setattr(cli, "app", failing)
    with pytest.raises(SystemExit) as leaving:
        cli.main([])
    said = capsys.readouterr().err
    assert leaving.value.code == 3
    assert "a fault of ours" in said
    assert "hunter2" not in said
    assert "abcdef123456" not in said
    assert "\x1b" not in said


def test_the_status_carries_no_secret_h05(tmp_path: Path) -> None:
    status = Status(tmp_path, "/srv/x")
    status.set_reason("job", "the job failed: postgresql://joe:hunter2@db/x?token=hunter2")
    status.write()
    assert "hunter2" not in (tmp_path / "status.json").read_text()


def test_a_digest_is_there_whole_or_not_at_all_h11(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "digests" / "day.md"
    write([entry("a.txt", "First", "one")], file)
    whole = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write([entry("a.txt", "Second", "two")], file)
    assert file.read_bytes() == whole


def test_a_reader_of_the_changelog_never_sees_a_broken_line_h11(tmp_path: Path) -> None:
    folder, state = tmp_path / "in", tmp_path / "state"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(article(number))
    running = subprocess.Popen(command("run", folder, "--once", "--json", "--state", state), stdout=subprocess.DEVNULL, env=environment())
    broken: list[bytes] = []
    seen = 0

    def watch() -> None:
        nonlocal seen
        while running.poll() is None or seen == 0:
            for line in whole_lines(state / FILE):
                try:
                    seen = max(seen, json.loads(line)["seq"])
                except ValueError:
                    broken.append(line)

    reader = threading.Thread(target=watch)
    reader.start()
    assert running.wait(timeout=120) == 0
    reader.join(timeout=60)
    numbers = [json.loads(line)["seq"] for line in whole_lines(state / FILE)]
    assert (broken, numbers) == ([], list(range(1, len(numbers) + 1)))
    assert seen > 0


def whole_lines(file: Path) -> Iterator[bytes]:
    if file.exists():
        yield from file.read_bytes().split(b"\n")[:-1]


def test_hostile_content_in_logs_and_output_of_one_run_h03_h04_h13(tmp_path: Path) -> None:
    hostile = 'Title \x1b]0;owned\x07 \x9b31m \u202e\n\nAna Ruiz won 24% of the vote, {"event": "forged"}\u2028 said “\x1b[2J”.\n'
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / os.fsdecode(b"a\n\x1b[2J\xff.txt")).write_text(hostile)
    (folder / "b.txt").write_bytes(bytes(range(256)) * 4)
    more = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii", "CLAIMWATCH_LOG_LEVEL": "debug"}
    done = subprocess.run(
        command("run", folder, "--once", "--state", tmp_path / "state"),
        capture_output=True,
        env=environment(**more),
        timeout=120,
        check=True,
    )
    for stream in (done.stdout, done.stderr):
        assert stream.isascii()
        assert not any((byte < 32 and byte != 10) or byte == 127 for byte in stream)
    events = [json.loads(line) for line in done.stderr.split(b"\n") if line]
    assert events
    assert all("." in event["event"] for event in events)


@pytest.mark.faults
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_nothing_is_sent_and_no_network_is_asked_for_h06(tmp_path: Path) -> None:
    """G-5: no socket but of this machine's own, whatever addresses the documents name."""
    folder, trace = tmp_path / "in", tmp_path / "trace"
    folder.mkdir()
    (folder / "a.txt").write_text("---\nsource_url: http://127.0.0.1:9/x\n---\n" + article(1) + "<img src=http://127.0.0.1:9/y>\n")
    run = ("run", folder, "--once", "--state", tmp_path / "state")
    line = ["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", str(trace), *command(*run)]
    done = subprocess.run(line, capture_output=True, env=environment(), timeout=120, check=False)
    if b"ptrace" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.returncode == 0, done.stderr
    assert [line for line in trace.read_text().split("\n") if "(" in line and "AF_UNIX" not in line] == []


@pytest.mark.faults
def test_without_checks_and_with_every_warning_an_error_it_is_the_same_i13(tmp_path: Path) -> None:
    """No `assert` is a check that -OO would take away."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(article(1))
    (folder / "b.txt").write_bytes(b"\xff\xfe\x00")
    told = []
    for number, flags in enumerate(((), ("-OO", "-W", "error"))):
        line = [sys.executable, *flags, *command("run", folder, "--once", "--json", "--state", tmp_path / str(number))[1:]]
        done = subprocess.run(line, capture_output=True, text=True, env=environment(), timeout=120, check=True)
        told.append([(entry["kind"], entry["summary"]) for entry in map(json.loads, done.stdout.split("\n")[:-1])])
    assert told[0] == told[1] != []


def test_a_closed_standard_output_loses_no_entry_h12(tmp_path: Path) -> None:
    folder, state = tmp_path / "in", tmp_path / "state"
    folder.mkdir()
    (folder / "a.txt").write_text(article(1))
    line = " ".join(command("run", folder, "--once", "--state", state)) + " >&-"
    subprocess.run(["bash", "-c", line], capture_output=True, env=environment(), timeout=120, check=False)
    again = subprocess.run(command("log", "--json", "--state", state), capture_output=True, env=environment(), timeout=120, check=True)
    assert b"document.added" in again.stdout
