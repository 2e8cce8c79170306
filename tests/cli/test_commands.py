"""The command line from outside: outcomes, exit codes, streams."""

import json
import os
import re
import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.harness import article, cli, command, environment
from watcher.cli import main

Inside = Callable[..., tuple[object, str, str]]
VERBS = ("run", "extract", "compare", "log", "history", "diff", "status", "check", "backup", "restore")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "old.txt").write_text(article(1, 24))
    (tmp_path / "new.txt").write_text(article(1, 25))
    return tmp_path / "old.txt", tmp_path / "new.txt"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a state of one document in two versions, made once."""
    home = tmp_path_factory.mktemp("kept")
    (home / "in").mkdir()
    for share in (24, 25):
        (home / "in" / "a.txt").write_text(article(1, share))
        assert cli("run", home / "in", "--once", "--state", home / "state").returncode == 0
    return home


@pytest.fixture
def state(kept: Path, tmp_path: Path) -> Path:
    """A copy of that state, for one test to do with as it likes."""
    shutil.copytree(kept / "in", tmp_path / "in")
    return Path(shutil.copytree(kept / "state", tmp_path / "state"))


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Inside:
    """Run a command in this process, in an empty folder: quicker, where only the outcome matters."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("CLAIMWATCH_"):
            monkeypatch.delenv(name)

    def run(*arguments: str) -> tuple[object, str, str]:
        with pytest.raises(SystemExit) as leaving:
            main(list(arguments))
        said = capsys.readouterr()
        return leaving.value.code, said.out, said.err

    return run


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.split("\n") if line]


def test_help_names_every_verb_and_is_quick() -> None:
    best = 9.9
    for _ in range(3):
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        shown = cli("--help")
        best = min(best, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - used)
    assert shown.returncode == 0
    assert all(verb in shown.stdout for verb in VERBS)
    assert best < 0.6, "0.2 s of processor time on an idle machine; this one may be busy"


def test_nothing_heavy_is_imported_for_help() -> None:
    code = "import sys; sys.argv=['x','--help']\nfrom watcher.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    rooms = ("sqlalchemy", "watchdog", "jsonschema", "alembic", "apscheduler", "structlog", "babel")
    heavy = f"print([m for m in {rooms} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([command()[0], "-c", code + heavy], capture_output=True, text=True, env=environment(), check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_examples_and_json(verb: str, inside: Inside) -> None:
    code, shown, _ = inside(verb, "--help")
    assert code == 0
    assert f"Examples:\n    claimwatch {verb}" in shown
    assert "--json" in shown


def test_version() -> None:
    assert re.fullmatch(r"claimwatch [0-9]+\.[0-9]+\.[0-9]+\n", cli("--version").stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",), ("extract",), ("compare", "one"), ("extract", "/nowhere/x.txt"), ("extract", "/"),
        ("compare", "/nowhere/x", "/nowhere/y"),
        ("run", "/nowhere"), ("run", "/dev/null"), ("log", "--state", "/nowhere"), ("status", "--state", "/nowhere"), ("log", "--bogus"),
        ("history", "x", "--state", "/nowhere"), ("diff", "x", "--state", "/nowhere"), ("backup", "/nowhere/b", "--state", "/nowhere"),
        ("restore", "/nowhere/b"), ("log", "--since", "yesterday-ish"), ("log", "--kind", "a b"), ("log", "--significant", "7"),
        ("run", "/tmp", "--watch", "sometimes"), ("check", "--config", "/nowhere.toml"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_clear_sentence_and_exit_2(arguments: tuple[str, ...], inside: Inside) -> None:
    code, shown, said = inside(*arguments)
    assert (code, shown) == (2, ""), said
    assert "Traceback" not in said
    assert said.strip()


def test_extract_goes_on_past_a_bad_file(pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 10)
    done = cli("extract", "--json", pair[0], tmp_path / "missing.txt", tmp_path / "binary.txt", pair[1])
    assert done.returncode == 2
    assert [snapshot["document"]["path"] for snapshot in lines(done.stdout)] == [str(pair[0]), str(pair[1])]
    assert "missing.txt: there is no such file" in done.stderr
    assert "binary.txt: " in done.stderr


def test_a_file_beyond_the_size_limit_is_refused_by_the_name_of_the_setting(pair: tuple[Path, Path]) -> None:
    for words in (("extract", pair[0]), ("compare", *pair)):
        done = cli(*words, CLAIMWATCH_SIZE_LIMIT="10")
        assert (done.returncode, done.stdout) == (2, "")
        assert "is larger than 10 bytes, the size_limit" in done.stderr


def test_compare_exits_1_exactly_when_it_prints(pair: tuple[Path, Path]) -> None:
    same = cli("compare", pair[0], pair[0])
    assert (same.returncode, same.stdout, same.stderr) == (0, "", "")
    for flags in ((), ("--json",)):
        changed = cli("compare", *flags, *pair)
        assert changed.returncode == 1, changed.stderr
        assert changed.stdout
    assert "document.updated" in [change["kind"] for change in lines(changed.stdout)]


def test_log_selects(state: Path, inside: Inside) -> None:
    every = lines(inside("log", "--json", "--state", str(state))[1])
    assert [entry["seq"] for entry in every] == list(range(1, len(every) + 1))
    updated = lines(inside("log", "--json", "--state", str(state), "--kind", "document.updated")[1])
    assert [entry["kind"] for entry in updated] == ["document.updated"]
    assert lines(inside("log", "--json", "--state", str(state), "--kind", "document")[1]) == [
        e for e in every if str(e["kind"]).startswith("document.")
    ]
    assert lines(inside("log", "--json", "--state", str(state), "--since", "2")[1]) == every[1:]
    weighty = [entry for entry in every if entry["significance"] >= 0.7]
    assert lines(inside("log", "--significant", "--json", "--state", str(state))[1]) == weighty
    assert lines(inside("log", "--json", "--state", str(state), "--significant")[1]) == weighty
    assert lines(inside("log", "--json", "--state", str(state), "--significant", "0")[1]) == every
    assert lines(inside("log", "--json", "--state", str(state), "--since", "2999-01-01")[1]) == []
    assert lines(inside("log", "--json", "--state", str(state), "--since", "2000-01-01T00:00+02:00")[1]) == every
    assert lines(inside("log", "--json", "--state", str(state), "--document", "a.txt")[1]) == every
    plain = inside("log", "--state", str(state))[1]
    assert "\x1b" not in plain
    assert plain.count("\n") == len(every)


def test_diff_check_backup_restore(state: Path, tmp_path: Path, inside: Inside) -> None:
    copy, second = str(tmp_path / "copy"), str(tmp_path / "second")
    code, redline, said = inside("diff", "a.txt", "--state", str(state))
    assert code == 0, said
    assert "[-‹24 percent›-]{+‹25 percent›+}" in redline.replace("%", " percent")
    code, columns, said = inside("diff", "a.txt", "--side-by-side", "--state", str(state))
    assert code == 0, said
    assert any("[-‹24" in line and "{+‹25" in line for line in columns.splitlines())
    assert {(piece["op"], piece["claim"]) for piece in lines(inside("diff", "a.txt", "--json", "--state", str(state))[1])} == {
        ("=", None), ("-", "figure"), ("+", "figure"),
    }  # fmt: skip
    assert inside("diff", "a.txt", "1", "9", "--state", str(state))[0] == 2
    assert inside("check", "--state", str(state))[0] == 0
    assert inside("backup", copy, "--state", str(state))[0] == 0
    before = inside("log", "--json", "--state", str(state))[1]
    assert inside("restore", copy, "--state", second)[0] == 0
    assert inside("log", "--json", "--state", second)[1] == before
    assert inside("check", "--state", second)[0] == 0


def test_hostile_names_are_escaped_for_people_and_valid_in_json_h03(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    names = [b"\x1b]0;owned\x07.txt", b"a\nb.txt", b"\xff.txt", "\u202egnp.txt".encode(), "\x9b31m.txt".encode()]
    for number, name in enumerate(names):
        (tmp_path / "in" / os.fsdecode(name)).write_text(article(number))
    for flags in ((), ("--json",)):
        done = subprocess.run(
            command("run", tmp_path / "in", "--once", "--state", tmp_path / f"s{len(flags)}", *flags),
            capture_output=True,
            env=environment(),
            check=True,
        )
        text = done.stdout.decode("utf-8")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
        rows = text.split("\n")[:-1]
        assert sum(("document.added" if flags else " · new") in row for row in rows) == len(names)
        if flags:
            assert all(json.loads(row) for row in rows)


def test_an_ascii_locale_never_fails_h13(tmp_path: Path) -> None:
    (tmp_path / "ñandú.txt").write_text("Título “raro”\n\nLa inflación llegó al 4,5% en marzo de 2025, según el INE.\n", encoding="utf-8")
    more = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    for flags in ((), ("--json",)):
        done = cli("extract", *flags, tmp_path / "ñandú.txt", **more)
        assert done.returncode == 0, done.stderr
        assert done.stdout.isascii()
    assert json.loads(done.stdout)["document"]["path"].endswith("ñandú.txt")


@pytest.mark.parametrize("flags", [(), ("--json",)])
def test_a_reader_that_leaves_is_no_fault(state: Path, flags: tuple[str, ...]) -> None:
    line = " ".join(command("log", *flags, "--state", state)) + " | true"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_colour_on_a_terminal_only_and_never_with_no_color(state: Path) -> None:
    def on_terminal(**more: str) -> str:
        line = " ".join(command("log", "--state", state))
        return subprocess.run(
            ["script", "-qec", line, "/dev/null"], capture_output=True, text=True, env=environment(TERM="xterm", **more), check=True
        ).stdout

    assert "\x1b[" in on_terminal()
    assert "\x1b[" not in on_terminal(NO_COLOR="1")


def test_following_shows_what_comes_and_ends_quietly(state: Path) -> None:
    follower = subprocess.Popen(
        command("log", "--follow", "--json", "--state", state), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    )
    try:
        assert follower.stdout is not None
        assert json.loads(follower.stdout.readline())["seq"] == 1
        (state.parent / "in" / "b.txt").write_text(article(2))
        assert cli("run", state.parent / "in", "--once", "--state", state).returncode == 0
        while json.loads(follower.stdout.readline())["document"]["path"] != "b.txt":
            pass
    finally:
        follower.send_signal(2)
        _, said = follower.communicate(timeout=20)
    assert follower.returncode == 130
    assert said == ""
