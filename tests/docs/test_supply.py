"""What is installed is what was locked: every distribution by its hash, every dependency in the lock (I11)."""

import re
import tomllib
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((HOME / "pyproject.toml").read_text())
PROJECT = SETTINGS["project"]
NEEDED = {
    "requirements.txt": PROJECT["dependencies"],
    "requirements-dev.txt": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"],
    "requirements-compile.txt": SETTINGS["dependency-groups"]["compile"],
}


@pytest.mark.parametrize("file", NEEDED)
def test_the_lock_names_everything_by_hash_i11(file: str) -> None:
    parts = re.split(r"^(?=\S+==)", (HOME / file).read_text(), flags=re.MULTILINE)[1:]
    assert [part.split("==")[0] for part in parts if "--hash=sha256:" not in part] == []
    locked = {part.split("==")[0].lower() for part in parts}
    assert {re.match(r"[\w.-]+", need)[0].lower() for need in NEEDED[file]} <= locked  # type: ignore[index]


@pytest.mark.parametrize("file", ["README.md", "Dockerfile", ".ci/run", ".ci/compiled"])
def test_nothing_is_installed_but_by_hash_i11(file: str) -> None:
    for line in (HOME / file).read_text().replace("\\\n", " ").split("\n"):
        for install in re.findall(r"pip(?:\"|')? install ([^&|;`]*)", line):
            assert "--require-hashes" in install or "--no-deps" in install, install
