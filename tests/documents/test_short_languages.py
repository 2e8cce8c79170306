"""The language of headlines: short lines that hold few words only one language has, and many names."""

from pathlib import Path

import pytest

from watcher import documents

_WRONG = 5  # of sixty: "Mayor quits" could be a Spanish line, and what the lexicon teaches moves as it grows


@pytest.mark.parametrize("language", ["en", "es"])
def test_headlines(language: str) -> None:
    headlines = (Path(__file__).parent / f"headlines_{language}.txt").read_text(encoding="utf-8").split("\n")[:-1]
    wrong = [line for line in headlines if [section.language for section in documents.from_text(line).sections] != [language]]
    assert len(headlines) == 77
    assert len(wrong) <= _WRONG, wrong


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dimite Abel Foz", "es"),
        ("Destituyen a la jueza Vega", "es"),
        ("Nombran ministro a Ruiz", "es"),
        ("Exportan 710.000 barriles", "es"),
        ("José Cuerpo resigns", "en"),
        ("Muñoz wins Lima mayoral race", "en"),
        ("Boris Johnson dimite", "es"),
    ],
)
def test_names_do_not_decide(text: str, language: str) -> None:
    assert [section.language for section in documents.from_text(text).sections] == [language]
