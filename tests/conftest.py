"""What tests of several rooms share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.daemon.inside import Inside

settings.register_profile("ours", deadline=None, derandomize=True, database=None)  # a busy machine is no fault, and a run is like the last
settings.load_profile("ours")


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[Inside]:
    """A daemon turned by hand, held to the oracle at the end."""
    inside = Inside(tmp_path)
    yield inside
    inside.oracle(tmp_path / "fresh")
    inside.close()
