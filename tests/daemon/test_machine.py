"""Any order of file operations, looks and restarts ends where a fresh run over the folder would: a state machine of Hypothesis."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.daemon.inside import Inside
from tests.faults.harness import article

NAMES = st.sampled_from(["a.txt", "b.txt", "A.txt", "d/a.txt", "d/e/c.md", "f/b.txt", "\udcff.txt"])
FOLDERS = st.sampled_from(["d", "d/e", "f"])
TEXTS = st.one_of(
    st.builds(article, st.integers(0, 3), st.integers(20, 22)).map(str.encode),
    st.sampled_from([b"", b"\xff\xfe\x00", b"\xc3", "Ana won 3 votes\u202e\n".encode()]),
)


class Folder(RuleBasedStateMachine):
    """Files and folders made, changed, moved and removed; the daemon looks now and then, or is started anew."""

    @initialize()
    def begin(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="claimwatch-machine-"))
        self.daemon = Inside(self.home, rescan=10.0)
        self.daemon.service.belief.always = True

    @rule(name=NAMES, text=TEXTS)
    def write(self, name: str, text: bytes) -> None:
        file = self.daemon.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)

    @rule(name=NAMES, text=TEXTS)
    def write_behind_its_times(self, name: str, text: bytes) -> None:
        file = self.daemon.folder / name
        if file.exists():
            seen = file.stat()
            file.write_bytes(text)
            os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        (self.daemon.folder / name).unlink(missing_ok=True)

    @rule(old=NAMES, new=NAMES)
    def rename(self, old: str, new: str) -> None:
        if (self.daemon.folder / old).exists():
            (self.daemon.folder / new).parent.mkdir(parents=True, exist_ok=True)
            (self.daemon.folder / old).rename(self.daemon.folder / new)

    @rule(folder=FOLDERS)
    def remove_folder(self, folder: str) -> None:
        shutil.rmtree(self.daemon.folder / folder, ignore_errors=True)

    @rule(old=FOLDERS, new=FOLDERS)
    def move_folder(self, old: str, new: str) -> None:
        source, target = self.daemon.folder / old, self.daemon.folder / new
        if source.is_dir() and not target.exists() and not new.startswith(old):
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)

    @rule(name=NAMES)
    def link_to_outside(self, name: str) -> None:
        file = self.daemon.folder / name
        if file.parent.is_dir() and not file.exists():
            file.unlink(missing_ok=True)
            file.symlink_to("/etc/hostname")

    @rule()
    def look(self) -> None:
        self.daemon.look()

    @rule()
    def restart(self) -> None:
        self.daemon.restart()
        self.daemon.service.belief.always = True

    @invariant()
    def nothing_is_told_twice(self) -> None:
        if hasattr(self, "daemon"):
            numbers = [entry["seq"] for entry in self.daemon.entries]
            assert numbers == list(range(1, len(numbers) + 1))

    def teardown(self) -> None:
        if not hasattr(self, "daemon"):
            return
        try:
            self.daemon.look()
            before = len(self.daemon.entries)
            self.daemon.look()
            assert len(self.daemon.entries) == before, "a look at an unchanged folder tells nothing"
            self.daemon.oracle(self.home / "fresh")
        finally:
            self.daemon.close()
            shutil.rmtree(self.home, ignore_errors=True)


QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
Folder.TestCase.settings = settings(max_examples=5, stateful_step_count=12, suppress_health_check=QUIET)
TestAFolder = Folder.TestCase


@pytest.mark.faults
def test_many_more_orders_of_file_operations() -> None:
    run_state_machine_as_test(
        Folder, settings=settings(max_examples=25, stateful_step_count=30, derandomize=False, suppress_health_check=QUIET)
    )
