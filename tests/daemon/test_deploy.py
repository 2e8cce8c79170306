"""The unit is one that systemd understands, and a hardened one (I04, I08)."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).resolve().parents[2] / "deploy" / "claimwatch.service"
SYSTEMD = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")


@SYSTEMD
def test_the_unit_is_understood_word_by_word_i04(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text().replace("/opt/claimwatch/bin/claimwatch", "/bin/true"))
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    own = [line for line in done.stderr.split("\n") if UNIT.name in line]
    assert (done.returncode, own) == (0, [])


@SYSTEMD
def test_the_unit_is_exposed_to_little_i04() -> None:
    done = subprocess.run(["systemd-analyze", "security", "--offline=true", str(UNIT)], capture_output=True, text=True, check=False)
    level = re.search(r"exposure level for \S+: ([0-9.]+)", done.stdout)
    assert level is not None, done.stdout + done.stderr
    assert float(level[1]) <= 2.0


def test_a_mistake_in_the_settings_is_not_started_again_for_ever_i08() -> None:
    words = UNIT.read_text().split("\n")
    assert "RestartPreventExitStatus=2" in words
    assert any(line.startswith("StartLimitBurst=") for line in words)
    assert "OOMPolicy=continue" in words
