"""Who waits for the end of a long batch sees how far it is, in a pipe or a log file too."""

from __future__ import annotations

import pytest

from watcher.daemon import progress


class Clock:
    now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    one = Clock()
    monkeypatch.setattr(progress, "time", one)
    return one


def told(steps: list[tuple[str, int, float]], clock: Clock, total: int = 10_000, *, plain: bool = True) -> None:
    shower = progress.Progress()
    shower.plain = plain
    for what, done, at in steps:
        clock.now = at
        shower.show(what, done, total)
    shower.end()


def test_a_plain_line_each_thousand_files(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    told([(what, done, 0.0) for what in ("reading", "recording") for done in range(40, 3_001, 40)], clock)
    out, lines = capsys.readouterr()
    assert out == ""
    assert lines == "".join(f"{word} {done} of 10,000\n" for word in ("read", "taken in") for done in ("1,000", "2,000", "3,000"))


def test_a_plain_line_each_ten_seconds_where_it_is_slow(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    told([("recording", second, float(second)) for second in range(1, 25)], clock)
    assert capsys.readouterr().err == "taken in 10 of 10,000\ntaken in 20 of 10,000\n"


def test_a_short_batch_and_a_watching_daemon_write_no_plain_line(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    told([("recording", 40, 20.0)], clock, total=40)
    told([("recording", done, 0.0) for done in (1_000, 2_000)], clock, plain=False)
    assert capsys.readouterr() == ("", "")
