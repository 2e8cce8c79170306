"""B01, B02, B03, B04, B05, B07, B17: the store is killed, cut off, filled up and lied to at every write, and loses nothing it acknowledged.

The writers are real processes (see `zygote`); strace kills them at a system call, or makes one fail.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.faults.harness import LONG, environment, until
from tests.faults.zygote import NAMES, Zygote, text_of
from tests.store.toy import snapshot
from watcher.errors import StateError
from watcher.outputs.changelog import Changelog
from watcher.store import open_store, sqlite
from watcher.store.check import CHANGELOG, integrity, stored

STRACE = shutil.which("strace")
needs_strace = pytest.mark.skipif(STRACE is None, reason="strace is not installed")
WRITES = "write,pwrite64,fdatasync,fsync,ftruncate,unlink,rename"
MANY = 4


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    process = Zygote(environment())
    yield process
    process.close()


@pytest.fixture
def fast(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: what is tried here is order, not the speed of a disk."""
    shared = Path("/dev/shm")
    place = shared / f"claimwatch-{os.getpid()}-{tmp_path.name}" if os.access(shared, os.W_OK) else tmp_path / "fast"
    place.mkdir()
    yield place
    shutil.rmtree(place, ignore_errors=True)


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True


@contextlib.contextmanager
def traced(pid: int, *options: str, log: Path) -> Iterator[None]:
    """strace on a process, from before the block to its end."""
    assert STRACE
    tracer = subprocess.Popen([STRACE, "-f", "-q", "-o", str(log), *options, "-p", str(pid)], stderr=subprocess.DEVNULL)
    try:
        status = Path(f"/proc/{pid}/status")
        until(lambda: tracer.poll() is not None or "TracerPid:\t0" not in status.read_text(), "strace is attached", every=0.002)
        if tracer.poll() is not None:
            os.kill(pid, signal.SIGKILL)
            pytest.skip("strace may not attach here (ptrace is not allowed)")
        yield
        tracer.wait(60)
    finally:
        tracer.kill()
        tracer.wait()


def run(zygote: Zygote, state: Path, *options: str, first: int = 0, many: int = MANY, **more: Any) -> tuple[list[str], Path]:
    """A writer run to its end under strace: what it acknowledged, and strace's log."""
    go, log = state.with_suffix(".go"), state.with_suffix(".strace")
    for file in (go, Path(f"{go}.acks"), log):
        file.unlink(missing_ok=True)
    pid = zygote.fork(state, go, first, many, **more)
    with traced(pid, *options, log=log) if options else contextlib.nullcontext():
        go.touch()
        until(lambda: gone(pid), "the writer ends", every=0.002)
    return acks_of(go), log


def acks_of(go: Path) -> list[str]:
    acks = Path(f"{go}.acks")
    return acks.read_text().split("\n")[:-1] if acks.exists() else []


def acknowledged(acks: list[str]) -> int:
    return max((int(word) for word in acks if word.isdigit()), default=0)


def whole(state: Path, acks: int) -> int:
    """Open as at the next start, and prove that all is there; the number of the last entry."""
    with open_store(state) as store, contextlib.closing(Changelog(state)) as log:
        log.catch_up(store)
        last = store.last_entry()
    engine = sqlite.reading(state / sqlite.FILE)
    try:
        findings = [*integrity(state / sqlite.FILE), *stored(engine, state / CHANGELOG)]
    finally:
        engine.dispose()
    assert findings == []
    seq = last["seq"] if last else 0
    assert seq >= acks, f"entry {acks} was acknowledged, the last one is {seq}"
    return int(seq)


def end_is_right(state: Path, last: int) -> None:
    """After the work was done again to its end: each file's last text is the one that is stored."""
    with open_store(state) as store:
        for number in range(max(0, last - NAMES + 1), last + 1):
            document = store.document(f"{number % NAMES}.txt")
            assert document
            assert store.snapshot(document).claims == snapshot(document.path, text_of(number)).claims


def template(zygote: Zygote, at: Path, many: int = 3) -> Path:
    run(zygote, at, first=0, many=many)
    return at


@pytest.mark.parametrize("kills", [10, pytest.param(300 if LONG else 60, marks=pytest.mark.faults)])
def test_b01_kill_9_at_random_moments_under_load(zygote: Zygote, fast: Path, kills: int) -> None:
    state, chance, first, best = fast / "state", random.Random(kills), 0, 0
    template(zygote, state)
    for turn in range(kills):
        go = fast / f"{turn}.go"
        pid = zygote.fork(state, go, first, 10_000)
        go.touch()
        until(lambda: len(acks_of(go)) >= 1 or gone(pid), "the writer works")  # noqa: B023
        time.sleep(chance.random() * 0.06)
        os.kill(pid, signal.SIGKILL)
        until(lambda: gone(pid), "the writer is dead", every=0.002)  # noqa: B023
        acks = acks_of(go)
        assert acks
        assert all(word.isdigit() for word in acks), acks
        best = whole(state, max(best, acknowledged(acks)))
        first += len(acks)  # the one that was cut short is done again
    run(zygote, state, first=first, many=NAMES)
    whole(state, best)
    end_is_right(state, first + NAMES - 1)


def points(log: Path) -> int:
    return sum("(" in line for line in log.read_text(errors="replace").split("\n"))


def crash_everywhere(zygote: Zygote, fast: Path, origin: Path | None, wanted: Callable[[int], bool]) -> int:
    """Kill a writer at each `wanted` write, sync or removal; how many crashes there were."""
    first = 3 if origin else 0

    def prepared() -> Path:
        state = fast / "state"
        shutil.rmtree(state, ignore_errors=True)
        if origin:
            shutil.copytree(origin, state)
        return state

    undisturbed, log = run(zygote, prepared(), "-e", f"trace={WRITES}", first=first)
    assert len(undisturbed) == MANY
    end, total = acknowledged(undisturbed), points(log)
    assert total > 20
    crashes = [at for at in range(1, total + 1) if wanted(at)]
    for at in crashes:
        state = prepared()
        options = ("-e", f"trace={WRITES}", "-e", f"inject={WRITES}:signal=SIGKILL:when={at}")
        acks, _ = run(zygote, state, *options, first=first)
        if (state / sqlite.FILE).exists():
            whole(state, acknowledged(acks))
        again, _ = run(zygote, state, first=first)
        assert acknowledged(again) >= end, (at, acks, again)  # more only where an edit was told twice, which `whole` would find
        whole(state, end)
        end_is_right(state, first + MANY - 1)
    return len(crashes)


@needs_strace
@pytest.mark.faults
@pytest.mark.parametrize("sample", [pytest.param(True, marks=pytest.mark.sample), False])
def test_b02_kill_9_at_every_write_and_sync(zygote: Zygote, fast: Path, sample: bool) -> None:
    """Every write: a seventeenth of them in the sample, all others without it."""
    assert crash_everywhere(zygote, fast, template(zygote, fast / "origin"), lambda at: (at % 17 == 1) is sample) >= 5


@needs_strace
@pytest.mark.faults
def test_b02_b19_kill_9_at_every_write_of_the_making_of_a_store(zygote: Zygote, fast: Path) -> None:
    assert crash_everywhere(zygote, fast, None, lambda at: LONG or at % 6 == 1) >= 5


class Op(NamedTuple):
    """What a process did to a file: w(rite), t(runcate), s(ync), u(nlink), r(ename), or an acknowledgement."""

    what: str
    file: str
    at: int = 0
    data: bytes = b""


CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def recorded(log: Path, state: Path, start: dict[str, bytes]) -> list[Op]:
    """The operations on the files of `state`, which held `start`, from strace's log."""
    found: list[Op] = []
    files: dict[int, str] = {}
    sizes = {name: len(data) for name, data in start.items()}
    for line in log.read_text(errors="replace").split("\n"):
        call = CALL.match(line)
        if not call or int(call[3]) < 0:
            continue
        name, rest, result = call[1], call[2], int(call[3])
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(rest)]
        fd = int(re.match(r"\d+", rest)[0]) if rest[:1].isdigit() else -1  # type: ignore[index]
        path = Path(os.fsdecode(texts[0])) if texts and name in {"openat", "unlink", "rename"} else None
        if name == "openat" and path is not None:
            files[result] = path.name if path.parent == state else ("acks" if path.name.endswith(".acks") else "")
            if "O_TRUNC" in rest and files[result]:
                found.append(Op("t", files[result]))
        elif name == "close":
            files.pop(fd, None)
        elif name in {"unlink", "rename"} and path is not None and path.parent == state:
            found.append(Op("u" if name == "unlink" else "r", path.name, 0, texts[-1]))
        elif not files.get(fd):
            continue
        elif files[fd] == "acks":
            found.append(Op("a", "", int(texts[0]) if texts[0].strip().isdigit() else 0))
        elif name in {"fdatasync", "fsync"}:
            found.append(Op("s", files[fd]))
        elif name == "ftruncate":
            found.append(Op("t", files[fd], int(rest.split(", ")[1])))
        else:
            at = int(rest.rsplit(", ", 1)[1]) if name == "pwrite64" else sizes.get(files[fd], 0)
            sizes[files[fd]] = max(sizes.get(files[fd], 0), at + len(texts[0]))
            found.append(Op("w", files[fd], at, texts[0]))
    return found


def apply(disk: dict[str, bytearray], op: Op, chance: random.Random | None = None) -> None:
    """What an operation does to the disk; with `chance` a write may be torn between two sectors."""
    if op.what == "u":
        disk.pop(op.file, None)
        return
    if op.what == "r":
        disk[Path(os.fsdecode(op.data)).name] = disk.pop(op.file, bytearray())
        return
    held = disk.setdefault(op.file, bytearray())
    data = op.data
    if chance is not None and op.what == "w" and len(data) > 512 and chance.random() < 0.2:
        data = data[: 512 * chance.randrange(1, len(data) // 512 + 1)]
    if op.what == "t":
        del held[op.at :]
        held.extend(bytes(op.at - len(held)))
    else:
        held.extend(bytes(max(0, op.at - len(held))))
        held[op.at : op.at + len(data)] = data


def after_power_cut(ops: list[Op], start: dict[str, bytes], chance: random.Random) -> tuple[dict[str, bytearray], int]:
    """The disk after a cut: what was synced, and of what was not some at random. And the last entry that was acknowledged."""
    disk = {name: bytearray(data) for name, data in start.items()}
    waiting: dict[str, list[Op]] = {}
    acks = 0
    for op in ops:
        if op.what == "a":
            acks = max(acks, op.at)
        elif op.what == "s":
            for late in waiting.pop(op.file, []):
                apply(disk, late)
        elif op.what in "ur":
            for late in waiting.pop(op.file, []):
                apply(disk, late)
            apply(disk, op)
        else:
            waiting.setdefault(op.file, []).append(op)
    for late in waiting.values():
        keep = chance.random()
        for op in late:
            if chance.random() < keep:
                apply(disk, op, chance)
    return disk, acks


def cut_everywhere(zygote: Zygote, fast: Path, turns: range, synchronous: str | None) -> tuple[int, int]:
    """Cut the power after every operation, once for each of `turns`: how many cuts there were, how many lost something."""
    origin, state = template(zygote, fast / "origin"), fast / "state"
    shutil.copytree(origin, state)
    start = {file.name: file.read_bytes() for file in origin.iterdir()}
    calls = "trace=openat,close,write,pwrite64,fdatasync,fsync,ftruncate,unlink,rename"
    _, log = run(zygote, state, "-xx", "-s", "2000000", "-e", calls, first=3, many=6, synchronous=synchronous)
    ops = [op for op in recorded(log, state, start) if not op.file.endswith(("-shm", "lock"))]
    assert {op.what for op in ops} >= {"w", "s", "a"}
    assert {CHANGELOG, sqlite.FILE + "-wal", sqlite.FILE} <= {op.file for op in ops}
    cuts = lost = 0
    for at in range(1, len(ops) + 1):
        for turn in turns if ops[at - 1].what in "was" else ():
            disk, acks = after_power_cut(ops[:at], start, random.Random(at * 100 + turn))
            shutil.rmtree(state)
            state.mkdir()
            for name, data in disk.items():
                (state / name).write_bytes(data)
            cuts += 1
            try:
                whole(state, acks)
            except (AssertionError, StateError) as error:
                lost += 1
                if synchronous:
                    return cuts, lost
                print(f"after operation {at} ({ops[at - 1].what} {ops[at - 1].file}), turn {turn}: {error}")
    return cuts, lost


@needs_strace
@pytest.mark.faults
@pytest.mark.parametrize("turns", [pytest.param(range(1), marks=pytest.mark.sample), range(1, 12 if LONG else 3)], ids=str)
def test_b03_no_power_cut_loses_what_was_acknowledged(zygote: Zygote, fast: Path, turns: range) -> None:
    cuts, lost = cut_everywhere(zygote, fast, turns, None)
    assert cuts > 30
    assert lost == 0


@needs_strace
@pytest.mark.faults
@pytest.mark.sample
def test_b03_the_test_itself_fails_where_synchronous_is_normal(zygote: Zygote, fast: Path) -> None:
    _, lost = cut_everywhere(zygote, fast, range(2), "NORMAL")
    assert lost > 0


@needs_strace
@pytest.mark.parametrize(
    ("inject", "kind"),
    [
        ("pwrite64:error=ENOSPC:when=2..6", "disk-full"),
        ("pwrite64:error=EIO:when=3..4", "io"),
        ("fdatasync:error=EIO:when=1..2", "io"),  # B07
        ("fdatasync:error=EIO:when=3", "io"),
        ("fsync:error=EIO:when=1", "io"),
        ("fsync:error=ENOSPC:when=2", "disk-full"),
        ("openat:error=EMFILE:when=12..14", None),  # B17
    ],
)
def test_b04_b07_a_failed_write_or_sync_is_not_acknowledged_and_tried_anew(
    zygote: Zygote, fast: Path, inject: str, kind: str | None
) -> None:
    """B04, B07, B17: the fault has a name, the same connection's owner goes on by itself once the fault is over."""
    state = template(zygote, fast / "state")
    acks, _ = run(zygote, state, "-e", "trace=" + inject.split(":", maxsplit=1)[0], "-e", f"inject={inject}", first=3, many=6)
    if acks and acks[0].startswith("error: "):  # the fault met the opening: it is refused with a sentence, and the next start works
        acks, _ = run(zygote, state, first=3, many=6)
    else:
        assert kind is None or kind in acks
    assert len([word for word in acks if word.isdigit()]) == 6, acks
    whole(state, acknowledged(acks))
    end_is_right(state, 8)


def test_b05_a_limit_on_file_size_is_a_fault_that_passes(zygote: Zygote, fast: Path) -> None:
    state = template(zygote, fast / "state")
    size = (state / sqlite.FILE).stat().st_size
    acks, _ = run(zygote, state, first=3, many=6, limit={"RLIMIT_FSIZE": size // 8})
    assert {"io", "disk-full"} & set(acks), acks
    assert len([word for word in acks if word.isdigit()]) == 6
    whole(state, acknowledged(acks))
    end_is_right(state, 8)


def test_b17_no_descriptors_left_is_a_fault_that_passes(zygote: Zygote, fast: Path) -> None:
    state = template(zygote, fast / "state")
    acks, _ = run(zygote, state, first=3, many=6, limit={"RLIMIT_NOFILE": 8})
    assert len([word for word in acks if word.isdigit()]) == 6, acks
    whole(state, acknowledged(acks))
    end_is_right(state, 8)
