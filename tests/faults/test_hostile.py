"""Group G: documents that are made to hurt. In process where that proves as much; the child process where it is what protects us."""

import contextlib
import gzip
import io
import os
import re
import signal
import socket
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.daemon.inside import Inside
from tests.expressions import ATTACKS, compiled
from tests.faults.harness import HOME, article, oracle, running, until
from watcher.compare import versions
from watcher.daemon import worker
from watcher.documents import from_text
from watcher.errors import Rejection
from watcher.extract import extract
from watcher.model import Snapshot
from watcher.outputs.text import json_line, safe

BUDGET = 20.0  # seconds of processor time for one hostile text; the machine may be slow, what is quadratic takes hours


ENCODINGS = {
    "bom.txt": b"\xef\xbb\xbf" + article(1).encode(),
    "utf16le.txt": article(2).encode("utf-16"), "utf16be.txt": b"\xfe\xff" + article(3).encode("utf-16-be"),
    "latin.txt": "Jos\xe9 won 24 percent of the vote.\n".encode("latin-1"), "overlong.txt": b"Ana won \xc0\xaf votes.\n",
    "cut.txt": b"Ana won 3 votes \xe2\x82",
    "lone.txt": b"Ana won \xed\xa0\x80 votes.\n", "mixed.txt": "é".encode() + b"\xe9", "empty.txt": b"",
    "utf32.txt": article(4).encode("utf-32"), "beyond.txt": b"Ana \xf5\x80\x80\x80 won.\n", "half16.txt": b"\xff\xfeA\x00B",
}  # fmt: skip


def test_an_encoding_is_read_by_one_rule_or_refused_with_the_place_g07(daemon: Inside) -> None:
    for name, data in ENCODINGS.items():
        (daemon.folder / name).write_bytes(data)
    daemon.look()
    told = {path: kind for kind, path in daemon.told()}
    assert told.keys() == ENCODINGS.keys()
    for path, kind in told.items():
        if kind == "document.added":
            text = daemon.store.text(path, 1)
            assert text is not None
            assert "\ufffd" not in text, path
            assert not text.startswith("\ufeff"), path
    for path in ("overlong.txt", "cut.txt", "lone.txt"):
        assert told[path] == "document.rejected"
    reasons = [entry["summary"] for entry in daemon.entries if entry["kind"] == "document.rejected"]
    assert all(re.search(r"[0-9]", reason) for reason in reasons if "overlong" in reason or "cut" in reason), reasons


TEXTS = {
    "controls": "Ana won 24\x00 percent\x0b of \x0c the\x85 vote\u2028 said\x1c the\x1d service\x1e.\n",
    "escape": "\x1b]0;owned\x07Ana won 24 percent.\n",
    "bidi": "Ana \u202ewon 24\u202c percent \u2066of\u2069 the vote.\n", "zero width": "A\u200bna won 2\u200b4 per\u00adcent.\n",
    "tags": "Ana won 24 percent\U000e0041\U000e0042.\n", "homoglyphs": "\u0410na won 24 percent of the vote.\n",
    "long digits": "Ana won " + "9" * 5000 + " votes and 1e999 more, NaN, 1_000, 1,234 and 1.234.\n",
    "arabic": "Ana won \u0663\u0664 percent, and 5\u212a more.\n",
    "yaml": "---\ntitle: !!python/object/apply:os.system [id]\na: &a [x]\nb: [*a,*a]\n---\nAna won 24 percent.\n",
    "alias bomb": "---\na: &a [1,1,1,1]\n" + "".join(f"k{n}: &k{n} [*a,*a,*a]\n" for n in range(20)) + "---\nx\n",
    "json": "[" * 100_000, "angle": "<!--" * 20_000, "brackets": "[" * 50_000, "quotes": "> " * 50_000, "stars": "*" * 50_000,
    "entities": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x; Ana won 24 percent.</a>\n',
    "laughs": "<!DOCTYPE a [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20)) + "]><a>&l19;</a>\n",
    "one line": "Ana won 24 percent of the vote. " * 1000,
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_taken_or_refused_and_costs_little_g08_g10_g11_g13_g15_g16_g17(tmp_path: Path, name: str) -> None:
    daemon = Inside(tmp_path)
    (daemon.folder / "a.txt").write_text(TEXTS[name], encoding="utf-8", newline="")
    begun = time.process_time()
    daemon.look()
    assert time.process_time() - begun < BUDGET
    assert len(daemon.told()) == 1
    if daemon.store.known()["a.txt"].state == "present":
        assert daemon.store.text("a.txt", 1) == TEXTS[name], "nothing in it is followed, filled in or mended"
    daemon.oracle(tmp_path / "fresh")
    daemon.close()


def test_an_archive_is_refused_unopened_g14(daemon: Inside) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../up.txt", bytes(10_000_000))
    (daemon.folder / "a.txt").write_bytes(bomb.getvalue())
    (daemon.folder / "b.txt").write_bytes(gzip.compress(article(1).encode()))
    (daemon.folder / "c.docx").write_bytes(bomb.getvalue())
    daemon.look()
    assert sorted(daemon.told()) == [("document.rejected", "a.txt"), ("document.rejected", "b.txt")]
    assert not (daemon.folder.parent / "up.txt").exists()


HIDDEN = {"bidi.txt": TEXTS["bidi"], "width.txt": TEXTS["zero width"], "tags.txt": TEXTS["tags"], "na\u202eme.txt": article(1)}


@pytest.mark.parametrize("name", HIDDEN)
def test_characters_that_no_eye_sees_are_kept_flagged_and_shown_escaped_g09(daemon: Inside, name: str) -> None:
    (daemon.folder / name).write_text(HIDDEN[name], encoding="utf-8")
    (daemon.folder / "plain.txt").write_text("Ana \U0001f468\u200d\U0001f469 won 24 percent.\n", encoding="utf-8")
    daemon.look()
    told = {entry["document"]["path"]: entry["summary"] for entry in daemon.entries if entry["kind"] == "document.added"}
    assert {path for path, summary in told.items() if summary.endswith("(it holds invisible characters)")} == {name}
    assert daemon.store.text(name, 1) == HIDDEN[name]
    shown = "".join(str(line) for entry in daemon.entries for line in [safe(entry["summary"]), json_line(entry)])
    assert not re.search("[\u200b\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]", shown)
    (daemon.folder / name).write_text(HIDDEN[name] + "Once more.\n", encoding="utf-8")
    daemon.look()
    assert [entry["summary"].endswith("(it holds invisible characters)") for entry in daemon.entries if "updated" in entry["kind"]] == [
        True
    ]


NUMBERS = {
    "1_000": [], "1e999": [], "NaN": [], "infinity": [], "0x1F": [], "\u0663\u0664": [],
    "1,234": ["1234"], "1.234": ["1.234"], "1234": ["1234"],
}  # fmt: skip


@pytest.mark.parametrize("written", NUMBERS)
def test_a_number_is_read_as_people_write_it_or_not_at_all_g11(written: str) -> None:
    """Not as Python reads it: `float("1_000")` is 1000.0, `int("\u0663\u0664")` is 34."""
    found = extract(from_text(f"Ana Ruiz won {written} votes in Porto Alto.\n", "a.txt"))
    figures = [claim.as_dict()["value"]["number"] for claim in found.claims if claim.kind == "figure"]
    assert figures == NUMBERS[written]


def test_a_head_builds_nothing_and_follows_nothing_g16() -> None:
    head = "---\ntitle: !!python/object/apply:os.system [id]\na: &a [x]\nsource_url: *a\ndate: 2026-01-30\n---\nAna Ruiz won 24 percent.\n"
    document = from_text(head, "a.txt")
    assert "os.system" not in (document.title or "")
    assert (document.source_url, document.published) == (None, "2026-01-30")


def test_composed_and_decomposed_say_the_same_g10() -> None:
    one, two = (extract(from_text(f"Jos{accent} Ruiz won 24 percent of the vote.\n", "a.txt")) for accent in ("\u00e9", "e\u0301"))
    assert isinstance(one, Snapshot)
    assert [change.kind for change in versions(one, two) if not change.kind.startswith("document.")] == []


HOSTILE_NAMES = [
    b"\xff.txt", b"new\nline.txt", b"\x1b]0;x\x07.txt", b"-rf.txt",
    "\u202etxt.exe.txt".encode(), ("\U0001f600" * 60 + ".txt").encode(),
    b"CON.txt", b"a\\b.txt", b" lead.txt", b"%s{0}$HOME.txt",
]  # fmt: skip


def test_names_are_only_data_g18(daemon: Inside) -> None:
    for number, name in enumerate(HOSTILE_NAMES):
        (daemon.folder / os.fsdecode(name)).write_text(article(number))
    daemon.look()
    assert len(daemon.told()) == len(HOSTILE_NAMES)
    assert daemon.contents().keys() == {os.fsdecode(name) for name in HOSTILE_NAMES}
    for name in HOSTILE_NAMES:
        (daemon.folder / os.fsdecode(name)).write_text(article(99))
    daemon.look()
    assert [kind for kind, _ in daemon.told()[len(HOSTILE_NAMES) :]] == ["document.updated"] * len(HOSTILE_NAMES)


def test_a_file_that_may_not_be_read_is_told_once_and_tried_again_g19(daemon: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    (daemon.folder / "a.txt").write_text(article(1))
    daemon.look()
    (daemon.folder / "a.txt").write_text(article(1, 30))
    real = os.open

    def deny(path: object, *arguments: object, **more: object) -> int:
        if path == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **more)  # type: ignore[arg-type]

    told: list[str] = []
    monkeypatch.setattr("watcher.daemon.service.log.warning", lambda event, **_: told.append(event), raising=False)
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", deny)
        daemon.look()
        daemon.look()
        assert "a.txt" in daemon.service.status.reasons["unreadable"]
        assert daemon.told() == [("document.added", "a.txt")]
    daemon.look()
    daemon.look()
    assert daemon.told()[-1] == ("document.updated", "a.txt")
    assert told == ["path.unreadable"]
    assert "unreadable" not in daemon.service.status.reasons


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_are_a_snapshot_or_a_refusal(data: bytes) -> None:
    outcome = worker.outcome_of("a.txt", data, None)
    if isinstance(outcome, Rejection):
        return
    for claim in outcome.claims:
        for evidence in claim.evidence:
            assert outcome.document.text[evidence.start : evidence.end] == evidence.exact
    assert versions(outcome, outcome) == []


SAID = "Ana Ruiz president-elect won 24 % percent of 1,2 million \u201c \u201d said not on May 5 2026 , . ; ( ) - \n \n\n"
SAID += " San José dijo que el 12 $ 3.4bn half dead \u202e \u0301"
WORDS = st.sampled_from(SAID.split(" "))


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(before=st.lists(WORDS, max_size=40), after=st.lists(WORDS, max_size=40))
def test_any_two_texts_can_be_compared(before: list[str], after: list[str]) -> None:
    old, new = (worker.outcome_of("a.txt", " ".join(words).encode(), None) for words in (before, after))
    if isinstance(old, Snapshot) and isinstance(new, Snapshot):
        assert (versions(old, new) == []) == (old.document.text == new.document.text)


LENGTH = 6000
SLOW = 0.05  # seconds of processor time at LENGTH below which nothing need be asked


def seconds(act: Callable[[], object]) -> float:
    """Processor time of one call; twenty seconds at most, for a regular expression can be interrupted."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 20.0)
    begun = time.process_time()
    try:
        with contextlib.suppress(TimeoutError):
            act()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return time.process_time() - begun


def taken_by(pattern: re.Pattern[str], attack: str, length: int) -> float:
    text = attack * (length // len(attack)) + "!"
    return seconds(lambda: sum(1 for _ in pattern.finditer(text)))


@pytest.mark.faults
def test_every_expression_of_ours_is_linear_g12() -> None:
    slow = []
    for pattern in compiled():
        for attack in ATTACKS:
            if (whole := taken_by(pattern, attack, LENGTH)) > SLOW:
                half = taken_by(pattern, attack, LENGTH // 2)
                whole = min(whole, taken_by(pattern, attack, LENGTH))
                if whole > SLOW and whole > half * 3:
                    slow.append((round(half, 3), round(whole, 3), attack, pattern.pattern[:200]))
    assert not slow, "\n".join(map(str, slow))


POISON = """
import os, time
import watcher.documents as room
real = room.read
def read(data, path, *more, **also):
    if "abort" in path: os.abort()
    if "hang" in path: time.sleep(99)
    if "spin" in path:
        while True: pass
    if "raise" in path: raise ValueError("a rule of ours")
    if "deep" in path: return read(data, path, *more)
    if "memory" in path: return bytearray(1 << 40)
    return real(data, path, *more, **also)
room.read = read
"""


@pytest.mark.faults
@pytest.mark.sample
def test_a_document_that_kills_its_reader_costs_only_itself_a05_g12_g20(tmp_path: Path) -> None:
    folder, state = tmp_path / "in", tmp_path / "state"
    folder.mkdir()
    (tmp_path / "sitecustomize.py").write_text(POISON)
    kinds = ("abort", "hang", "spin", "raise", "deep", "memory")
    for number, name in enumerate((*kinds, "good", "well")):
        (folder / f"{name}.txt").write_text(article(number))
    around = {"PYTHONPATH": f"{HOME}:{tmp_path}"}
    with running(folder, state, around=around, deadline="0.3", workers="2") as daemon:
        until(lambda: daemon.held() == 8, "all are judged", 120.0)
        (folder / "later.txt").write_text(article(20))
        until(lambda: daemon.held() == 9, "it goes on")
        told = {entry["document"]["path"]: entry for entry in daemon.entries() if entry["kind"].startswith("document.")}
        assert {path for path, entry in told.items() if entry["kind"] == "document.rejected"} == {f"{kind}.txt" for kind in kinds}
        assert "longer than" in told["spin.txt"]["summary"]
        assert "memory" in told["memory.txt"]["summary"]
        assert daemon.stop() == 0
        tried = len(daemon.events("document.failed"))
        assert tried == 18
        daemon.start()
        time.sleep(1)
        assert len(daemon.events("document.failed")) == tried, "refused across restarts until they change"
        assert daemon.stop() == 0


@pytest.mark.faults
@pytest.mark.sample
def test_a_folder_full_of_traps_g01_g02_g04_g05(tmp_path: Path) -> None:
    folder, state = tmp_path / "in", tmp_path / "state"
    (folder / "deep" / "er").mkdir(parents=True)
    secret = tmp_path / "secret.txt"
    secret.write_text("Secret Ana won 77 percent of the vote.\n")
    os.mkfifo(folder / "pipe.txt")
    if os.getuid() == 0:
        with contextlib.suppress(OSError):
            os.mknod(folder / "zero.txt", 0o666 | 0o020000, os.makedev(1, 5))
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(folder / "socket.txt"))
        (folder / "link.txt").symlink_to(secret)
        (folder / "endless.txt").symlink_to("/dev/zero")
        (folder / "loop").symlink_to(".")
        (folder / "out").symlink_to(tmp_path)
        with (folder / "huge.txt").open("wb") as file:
            file.truncate(1 << 40)
        (folder / "deep" / "er" / "a.txt").write_text(article(1))
        with running(folder, state, watch="poll") as daemon:
            until(lambda: daemon.held() == 2, "the good one and the refused giant")
            (folder / "b.txt").write_text(article(2))
            until(lambda: daemon.held() == 3, "it goes on")
            assert daemon.stop() == 0
            assert {entry["document"]["path"] for entry in daemon.entries()} == {"huge.txt", "deep/er/a.txt", "b.txt"}
            assert "Secret" not in daemon.out.read_text() + daemon.log.read_text()
        oracle(folder, state)


@pytest.mark.faults
def test_a_file_as_large_as_is_allowed_costs_the_others_its_own_time_only_g05_g12(tmp_path: Path) -> None:
    folder, state = tmp_path / "in", tmp_path / "state"
    folder.mkdir()
    (folder / "giant.txt").write_text(article(1) + "Ana Ruiz won 24 percent of the vote in Porto Alto on Monday.\n" * 32_000)
    (folder / "good.txt").write_text(article(2))
    with running(folder, state, deadline="2", workers="2") as daemon:
        until(lambda: daemon.held() == 1, "the good one is there")
        assert len(daemon.events("document.failed")) <= 2, "before the giant has had all of its tries"
        until(lambda: daemon.held() == 2, "the giant is refused", 120.0)
        assert daemon.stop() == 0
        assert "longer than 2 s" in next(entry["summary"] for entry in daemon.entries() if entry["kind"] == "document.rejected")
