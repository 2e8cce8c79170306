"""Bytes that are text become text; everything else is a rejection that names the byte."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher import documents
from watcher.errors import Rejection


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"plain", "plain"),
        ("año 2026".encode(), "año 2026"),
        (b"\xef\xbb\xbfmarked", "marked"),
        ("Perú, 31 %".encode("utf-16"), "Perú, 31 %"),
        (b"\xfe\xff" + "Perú".encode("utf-16-be"), "Perú"),
        (b"\xff\xfe\x00\x00" + "Perú".encode("utf-32-le"), "Perú"),
        (b"two\r\nlines\rof\x85".replace(b"\x85", "\u0085".encode()), "two\r\nlines\rof\u0085"),
        ("kept \ufffd as written".encode(), "kept \ufffd as written"),
        ("\u202eevil\u200b".encode(), "\u202eevil\u200b"),
    ],
)
def test_text(data: bytes, text: str) -> None:
    assert documents.decode(data) == text


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("el año".encode("latin-1"), "byte 4"),
        (b"good \xc0\xaf", "byte 5"),
        (b"cut \xe2\x82", "byte 4"),
        (b"surrogate \xed\xa0\x80", "byte 10"),
        (b"\xff\xfeodd", "byte 4"),
        (b"\xff\xfe" + "a\ud800b".encode("utf-16-le", "surrogatepass"), "byte 4"),
        (b"PK\x03\x04\x00\x00", "byte 4"),
        ("á\0".encode(), "byte 2"),
    ],
)
def test_rejection_names_the_byte(data: bytes, where: str) -> None:
    rejection = documents.read(data, "a/b.txt")
    assert isinstance(rejection, Rejection)
    assert rejection.path == "a/b.txt"
    assert f"at {where}" in rejection.reason


def test_read_keeps_the_file_and_its_time() -> None:
    data = b"\xef\xbb\xbfTen ships left."
    document = documents.read(data, "x.txt", "2026-01-02T03:04:05Z")
    assert not isinstance(document, Rejection)
    assert (document.bytes, document.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert (document.modified, document.published, document.text) == ("2026-01-02T03:04:05Z", None, "Ten ships left.")


@given(st.binary(max_size=400))
def test_no_bytes_break_it(data: bytes) -> None:
    document = documents.read(data, "any.txt")
    if not isinstance(document, Rejection):
        assert all(0 <= section.start < section.end <= len(document.text) for section in document.sections)


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    document = documents.from_text(text, "any.txt")
    assert document.text == text
    ends = [0, *(place for section in document.sections for place in (section.start, section.end))]
    assert ends == sorted(ends)
