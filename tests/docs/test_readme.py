"""What the README shows is run: its shell blocks against the seeds, its Python blocks, its JSON, its excerpt of the demonstration."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from tests.faults.harness import HOME, cli, environment
from watcher.cli import app
from watcher.config import Settings
from watcher.schemas import validate

README = (HOME / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^(?:<!-- (?P<marker>[a-z-]+) -->\n)?```(?P<kind>[a-z]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(found["kind"], found["marker"], found["body"]) for found in BLOCK.finditer(README)]
SHIM = '#!/bin/sh\n"{python}" -m watcher "$@"\ncode=$?\necho $code "$@" >> "{log}"\nexit $code\n'


def of(kind: str, marker: str | None = None) -> list[str]:
    found = [body for block, name, body in BLOCKS if (block, name) == (kind, marker)]
    assert found, f"the README has no {kind} block"
    return found


def test_the_two_commands_are_marked_once() -> None:
    for marker in ("demo-command", "test-command"):
        (body,) = of("sh", marker)
        assert body.count("\n") == 1
        assert "python3 -m venv .venv" in body


def test_the_shell_blocks_run_on_the_seeds(tmp_path: Path) -> None:
    shutil.copytree(HOME / "seeds", tmp_path / "seeds")
    (tmp_path / "bin").mkdir()
    shim, log = tmp_path / "bin" / "claimwatch", tmp_path / "codes"
    shim.write_text(SHIM.format(python=sys.executable, log=log))
    shim.chmod(0o755)
    for body in of("sh"):
        path = f"{shim.parent}{os.pathsep}{os.environ['PATH']}"
        subprocess.run(["bash", "-u", "-c", body], cwd=tmp_path, env=environment(PATH=path), capture_output=True, timeout=120, check=False)
    codes = [line.split(" ", 2)[:2] for line in log.read_text().split("\n")[:-1]]
    assert [code for code, verb in codes if verb != "compare"] == ["0"] * (len(codes) - 1)
    assert ["1", "compare"] in codes


@pytest.mark.parametrize("body", of("python"))
def test_the_python_blocks_run(body: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", body], cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=60, check=True
    )
    assert "figure" in done.stdout
    assert "40 → 43" in done.stdout


def test_the_json_is_a_change() -> None:
    (body,) = of("json")
    change = json.loads(body)
    for name in ("before", "after"):
        change[name] |= {"attribution": None, "evidence": [], "document": {"path": f"{name}.txt", "version": 1}}
    assert validate("change", change) == []


def test_the_excerpt_is_what_the_demonstration_prints(tmp_path: Path) -> None:
    shown = cli("run", HOME / "seeds", "--once", "--state", tmp_path).stdout
    for sheet in of("text", "demo-output")[0].strip("\n").split("\n\n"):
        assert sheet in shown


def test_every_command_and_setting_is_named() -> None:
    for command in app.registered_commands:
        assert re.search(rf"`(?:claimwatch )?{command.name}[ `]", README), command.name
    for setting in fields(Settings):
        assert f"`{setting.name}`" in README, setting.name


def test_the_version_is_the_packages() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert cli("--version").stdout == f"claimwatch {project['version']}\n"


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (HOME / target).exists(), target
