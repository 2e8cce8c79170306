"""Which names count: articles, not scaffolding."""

import pytest

from watcher.folder import Names

NAMES = Names()


@pytest.mark.parametrize(
    "path", ["a.txt", "A.TXT", "b/c/d.md", "#MeToo.txt", "2025.txt", "a b.markdown", "-x.txt", "CON.txt", "ü.txt", "\udcff.txt"]
)
def test_articles(path: str) -> None:
    assert NAMES.path(path)


@pytest.mark.parametrize(
    "path",
    [
        ".a.txt", ".#a.txt", "#a.txt#", "a.txt~", "~$a.txt", ".~lock.a.txt#", "a.txt.swp", "a.txt.tmp", ".goutputstream-X1.txt", "4913", "a.pdf",
        ".git/a.txt", "b/.hidden/a.txt", "../a.txt", "b/../a.txt", "b//a.txt", "/a.txt", "", "a.txt/", "a\0.txt",
    ],
)  # fmt: skip
def test_scaffolding_a13(path: str) -> None:
    assert not NAMES.path(path)


def test_ignored_by_name_and_by_path() -> None:
    names = Names(("*.txt",), ("draft-*", "old/*"))
    assert names.path("a.txt")
    assert not names.path("b/draft-1.txt")
    assert not names.path("old/a.txt")
    assert not names.folder("draft-x", "draft-x")
