"""Looks and reads stay inside the folder, whatever stands in it."""

import os
import socket
import threading
from pathlib import Path

import pytest

from watcher.folder import Look, Names, Reading, Root, Unreadable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path / "in"


@pytest.fixture
def root(folder: Path) -> Root:
    return Root(folder, Names())


def kind(outcome: Reading | Unreadable) -> str:
    return outcome.kind if isinstance(outcome, Unreadable) else "read"


def test_a_look_sees_articles_of_all_folders(folder: Path, root: Root) -> None:
    (folder / "b" / "c").mkdir(parents=True)
    (folder / "a.txt").write_text("one")
    (folder / "b" / "c" / "d.md").write_text("two")
    (folder / "b" / "e.pdf").write_text("three")
    look = root.look()
    assert sorted(look.files) == ["a.txt", "b/c/d.md"]
    assert look.files["a.txt"].size == 3
    assert (look.folders, look.special, look.unknown) == (3, 0, {})
    assert sorted(root.look("b").files) == ["b/c/d.md"]


def test_pipes_sockets_and_links_are_passed_over_g01_g02(folder: Path, root: Root) -> None:
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(folder / "socket.txt"))
        (folder / "link.txt").symlink_to("../secret.txt")
        (folder / "zero.txt").symlink_to("/dev/zero")
        (folder / "away").symlink_to("..")
        look = root.look()
        assert look.files == {}
        assert look.special == 4
        for name in ("pipe.txt", "socket.txt", "link.txt", "zero.txt"):
            assert kind(root.read(name, 1000)) == "special", name
        assert kind(root.read("away/secret.txt", 1000)) in ("gone", "special")
        assert kind(root.read("../secret.txt", 1000)) == "special"
        assert isinstance(root.stat("away/secret.txt"), Unreadable)


def test_a_swap_for_a_link_never_gives_a_byte_from_outside_g03(folder: Path, root: Root) -> None:
    stop = threading.Event()

    def swap() -> None:
        while not stop.is_set():
            (folder / "x").symlink_to("../secret.txt")
            (folder / "x").replace(folder / "a.txt")
            (folder / "y").write_text("inside")
            (folder / "y").replace(folder / "a.txt")

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        for _ in range(3000):
            outcome = root.read("a.txt", 1000)
            assert isinstance(outcome, Unreadable) or outcome.data in (b"inside", b"")
    finally:
        stop.set()
        thread.join()


def test_a_folder_swapped_for_a_link_never_leads_outside_g02_g03(folder: Path, root: Root) -> None:
    """A link in the middle of a path: O_NOFOLLOW on the last part alone would follow it."""
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text("a secret outside")
    (folder / "real").mkdir()
    (folder / "real" / "a.txt").write_text("inside")
    (folder / "link").symlink_to(outside)
    stop = threading.Event()

    def swap() -> None:
        while not stop.is_set():
            for name in ("real", "link"):
                (folder / name).rename(folder / "d")
                (folder / "d").rename(folder / name)

    thread = threading.Thread(target=swap)
    thread.start()
    read = []
    try:
        for _ in range(3000):
            outcome = root.read("d/a.txt", 1000)
            read.append(kind(outcome))
            assert isinstance(outcome, Unreadable) or outcome.data == b"inside"
            assert all(stat.size == 6 for stat in root.look().files.values())
    finally:
        stop.set()
        thread.join()
    assert "read" in read


def test_loops_depth_and_long_names_end_g04(folder: Path, root: Root) -> None:
    (folder / "loop").symlink_to(".")
    (folder / ("n" * 251 + ".txt")).write_text("long")
    here = os.open(folder, os.O_RDONLY)
    for _ in range(300):  # deeper than any path may be long
        os.mkdir("d" * 20, dir_fd=here)
        inner = os.open("d" * 20, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    look = root.look()
    assert len(look.files) == 1
    assert list(look.unknown.values()) == ["lies deeper than 64 folders"]


def test_a_sparse_giant_is_refused_unread_g05(folder: Path, root: Root) -> None:
    with (folder / "big.txt").open("wb") as file:
        file.truncate(1 << 40)
    outcome = root.read("big.txt", 20_000_000)
    assert kind(outcome) == "too-large"
    (folder / "fits.txt").write_bytes(b"x" * 100)
    assert kind(root.read("fits.txt", 100)) == "read"
    assert kind(root.read("fits.txt", 99)) == "too-large"


def test_a_file_that_grows_while_read_is_not_taken_g06(folder: Path, root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_bytes(b"x" * 10)
    real = os.read

    def grow(descriptor: int, size: int) -> bytes:
        with (folder / "a.txt").open("ab") as file:
            file.write(b"y")
        return real(descriptor, size)

    monkeypatch.setattr(os, "read", grow)
    assert kind(root.read("a.txt", 1000)) == "changed"


def test_a_file_that_shrinks_while_read_is_not_taken_g06(folder: Path, root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_bytes(b"x" * 10)
    real = os.read

    def shrink(descriptor: int, size: int) -> bytes:
        os.truncate(folder / "a.txt", 4)
        return real(descriptor, size)

    monkeypatch.setattr(os, "read", shrink)
    assert kind(root.read("a.txt", 1000)) == "changed"


def test_what_cannot_be_seen_is_unknown_and_not_gone_a23_g19(folder: Path, root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "far").mkdir()
    (folder / "far" / "a.txt").write_text("a")
    (folder / "near.txt").write_text("b")
    real = os.scandir

    def stale(descriptor: int) -> object:
        if str(Path(f"/proc/self/fd/{descriptor}").readlink()).endswith("/far"):
            raise OSError(116, "Stale file handle")
        return real(descriptor)

    monkeypatch.setattr(os, "scandir", stale)
    look = root.look()
    assert sorted(look.files) == ["near.txt"]
    assert look.unknown == {"far": "stale file handle"}
    assert look.hidden("far/a.txt")
    assert look.hidden("far")
    assert not look.hidden("farther/a.txt")


@pytest.mark.skipif(os.getuid() == 0, reason="the superuser may read everything")
def test_without_permission_a_file_is_denied_g19(folder: Path, root: Root) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "a.txt").chmod(0)
    assert kind(root.read("a.txt", 1000)) == "denied"


def test_a_missing_root_makes_everything_unknown_a07(folder: Path, root: Root) -> None:
    (folder / "a.txt").write_text("a")
    folder.rename(folder.with_name("elsewhere"))
    look = root.look()
    assert look.identity is None
    assert look.hidden("a.txt")
    assert kind(root.read("a.txt", 1000)) == "unknown"


def test_our_own_state_below_the_folder_is_never_entered_a27(folder: Path) -> None:
    state = folder / "state"
    state.mkdir()
    (state / "digest.md").write_text("ours")
    own = state.stat()
    root = Root(folder, Names(), excluded=frozenset({(own.st_dev, own.st_ino)}))
    assert root.look().files == {}
    assert kind(root.read("state/digest.md", 1000)) == "gone"


def test_strange_times_and_names_are_only_data_a17_g18(folder: Path, root: Root) -> None:
    for number, when in enumerate((-1, 0, 4_291_747_200, 253_402_300_800)):
        file = folder / f"{number}.txt"
        file.write_text("x")
        os.utime(file, (when, when))
    for name in (b"\xff.txt", b"a\nb.txt", b"\x1b]0;x.txt", "\u202ertl.txt".encode(), b" .txt"):
        (folder / os.fsdecode(name)).write_text("x")
    look = root.look()
    assert len(look.files) == 9
    assert all(kind(root.read(path, 1000)) == "read" for path in look.files)


def test_hidden_knows_the_root() -> None:
    assert Look(unknown={"": "gone"}).hidden("any/where.txt")
