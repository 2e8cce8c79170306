"""The Dockerfile is really built and run: read-only root, no capabilities, no rights, a read-only folder, a state volume.

The build needs a container engine and a base image. Where no image registry can be reached, ../shared/tools makes a stand-in
for the base image; without it these tests skip and say so.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHECK = ROOT.parent / "shared" / "tools" / "container_check.sh"

pytestmark = [
    pytest.mark.container,
    pytest.mark.skipif(not CHECK.exists(), reason="../shared/tools/container_check.sh is not here"),
]


def test_the_image_is_built_runs_hardened_sees_a_file_is_healthy_and_stops_on_sigterm_i03_i05(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "made-before-start.txt").write_text("Rain in Porto Alto\n\nAt least 12 people have died, officials said.\n", encoding="utf-8")
    state = tmp_path / "state"
    state.mkdir()
    os.chown(state, 10001, 10001)  # the image's user
    # The program has no web page yet: the tool's probe waits for the changelog that the daemon writes once it is up.
    done = subprocess.run(
        ["bash", str(CHECK), str(ROOT), str(folder)],
        env=os.environ
        | {"URL": f"file://{state}/changelog.jsonl", "RUN_ARGS": f"-v {state}:/state", "CMD_ARGS": "run /data --state /state --settle 0.1"},
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
    report = done.stdout + done.stderr
    assert done.returncode == 0, report
    assert "HEALTHCHECK passes" in report
    assert "exit code after SIGTERM: 0" in report
    assert "user=10001:10001" in report
    assert "made-before-start.txt" in (state / "changelog.jsonl").read_text(encoding="utf-8"), report
