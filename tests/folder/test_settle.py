"""A file is taken when it stands still, and reported when it never does."""

from watcher.folder import Settling
from watcher.model import FileStat


def stat(size: int) -> FileStat:
    return FileStat(size, 0, 0, 1, 1)


def test_a_slow_writer_is_waited_for_a14() -> None:
    settling = Settling(1.0)
    for tenth in range(0, 200, 3):
        settling.notice("a", stat(tenth), tenth / 10, "event", moved=True)
        assert settling.due(tenth / 10 + 0.29) == []
    assert settling.due(20.8) == ["a"]
    assert settling.waiting["a"].first == 0.0


def test_a_storm_is_one_entry_a26() -> None:
    settling = Settling(1.0)
    for number in range(100_000):
        settling.notice("a", stat(1), number / 1e6, "event", moved=True)
    assert len(settling) == 1


def test_a_look_that_sees_no_change_does_not_put_it_off() -> None:
    settling = Settling(1.0)
    settling.notice("a", stat(1), 0.0, "event", moved=True)
    settling.notice("a", stat(1), 0.9, "rescan", moved=False)
    assert settling.due(1.0) == ["a"]
    assert settling.next_due() == 1.0


def test_a_writer_without_end_is_reported_and_starves_nobody_a15() -> None:
    settling = Settling(1.0)
    settling.notice("b", stat(1), 0.0, "event", moved=True)
    for second in range(40):
        settling.notice("a", stat(second), float(second), "event", moved=True)
        settling.forget("b") if "b" in settling.due(float(second)) else None
    assert "b" not in settling.waiting
    assert settling.restless(39.0) == ["a"]


def test_only_new_files_count_as_new_sizes() -> None:
    settling = Settling(1.0)
    settling.notice("a", stat(7), 0.0, "event", moved=True)
    settling.notice("b", stat(8), 0.0, "event", moved=True)
    assert list(settling.new_sizes({"a"})) == [8]
