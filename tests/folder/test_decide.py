"""What a look means: changes, absences, renames, doubts."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from watcher.folder import Look, changed, doubt, gone, held_back, renames, text_of
from watcher.model import FileStat


class Held(NamedTuple):
    sha256: str | None
    stat: FileStat | None


def stat(size: int = 1, ctime: int = 0, device: int = 9) -> FileStat:
    return FileStat(size, 0, ctime, 5, device)


def known(**contents: str) -> dict[str, Held]:
    return {path: Held(content, stat(len(content))) for path, content in contents.items()}


def test_equal_size_and_time_with_another_ctime_is_read_again_a16() -> None:
    look = Look(files={"same": stat(), "moved": stat(ctime=1), "new": stat(), "disk": stat(device=1)})
    held = {name: Held("x", stat()) for name in ("same", "moved", "disk")}
    assert changed(held, look) == ["moved", "new"]


def test_absent_is_gone_unless_it_could_not_be_seen() -> None:
    look = Look(files={"a": stat()}, unknown={"far": "stale"})
    assert gone(known(**{"a": "1", "b": "2", "far/c": "3"}), look) == ["b"]
    assert gone(known(**{"in/a": "1", "out/b": "2"}), Look(), below="in") == ["in/a"]


def test_renames_are_by_content_and_not_by_inode_a18() -> None:
    assert renames(known(a="x", b="y"), {"c": "x", "d": "z"}, ["a", "b"]) == [("a", "c")]


def test_a_copy_is_no_rename() -> None:
    assert renames(known(a="x"), {"b": "x"}, []) == []


def test_a_swap_is_two_edits_a21() -> None:
    assert renames(known(a="x", b="y"), {"a": "y", "b": "x"}, []) == []


def test_a_chain_is_a_chain_of_renames_a21() -> None:
    assert renames(known(a="x", b="y"), {"b": "x", "c": "y"}, ["a"]) == [("b", "c"), ("a", "b")]
    assert renames(known(a="x", b="y", c="z"), {"b": "x", "c": "y", "d": "z"}, ["a"]) == [("c", "d"), ("b", "c"), ("a", "b")]


def test_a_change_of_case_alone_is_a_rename_a21() -> None:
    assert renames(known(**{"a.txt": "x"}), {"A.txt": "x"}, ["a.txt"]) == [("a.txt", "A.txt")]


def test_twins_are_paired_in_order_of_path() -> None:
    assert renames(known(a="x", b="x"), {"d": "x", "c": "x"}, ["b", "a"]) == [("a", "c"), ("b", "d")]


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("xyz")), st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("xyz"))
)
def test_renames_can_be_carried_out_in_order(before: dict[str, str], after: dict[str, str]) -> None:
    missing = [path for path in before if path not in after]
    moved = renames(known(**before), after, missing)
    documents = dict(before)
    for old, new in moved:
        assert old in documents
        assert new not in documents
        documents[new] = documents.pop(old)
        assert documents[new] == after[new]
    assert len({new for _, new in moved}) == len(moved)


HERE = (1, 2)


def test_few_removals_are_believed_a08() -> None:
    assert doubt(9, 0, 9, identity=HERE, usual=text_of(HERE)) is None
    assert doubt(50, 0, 100, identity=HERE, usual=text_of(HERE)) is None
    assert doubt(0, 0, 100, identity=HERE, usual=None) is None


def test_a_mass_of_removals_is_doubted_a08() -> None:
    assert doubt(51, 0, 100, identity=HERE, usual=text_of(HERE)).kind == "mass-removal"
    assert doubt(10, 0, 10, identity=HERE, usual=None).kind == "mass-removal"
    assert doubt(30, 40, 60, identity=HERE, usual=None).kind == "mass-removal"


def test_another_folder_in_its_place_is_doubted_even_for_few_a07_a08() -> None:
    assert doubt(2, 0, 2, identity=(9, 9), usual=text_of(HERE)).kind == "root-replaced"
    assert doubt(1, 0, 5, identity=(9, 9), usual=text_of(HERE)) is None
    assert doubt(1, 0, 5, identity=None, usual=text_of(HERE)).kind == "root-missing"


def test_a_missing_document_waits_for_new_files_of_its_size() -> None:
    assert held_back(["a", "b"], known(a="x", b="long"), {4}) == {"b"}
