"""Where the daemons of these tests watch, and what they keep."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """A folder to watch, and one for the state."""
    (tmp_path / "in").mkdir()
    return tmp_path / "in", tmp_path / "state"
