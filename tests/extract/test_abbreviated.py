"""Whether the period of an abbreviation ends its sentence."""

from __future__ import annotations

import pytest

from watcher.extract import tokens
from watcher.model import Section

GOES_ON = [
    ("en", "The U.S. Weather Bureau counted 40 storms."),
    ("en", "Sales to the U.K. Ministry of Works fell."),
    ("en", "The U.S. Congress passed the bill."),
    ("en", "It struck at 4:30 p.m. Sunday near Tarsa."),
    ("en", "The vote opens at 8 a.m. Eastern time."),
    ("en", "Halden Motor Co. Chairman Bo Tran resigned."),
    ("en", "They named P. Arthur Bell and J.D. Moss."),
    ("es", "Llega a las 5 p.m. GMT del lunes."),
    ("es", "El Sr. Ruiz y J.L. Mena firmaron."),
]
ENDS = [
    ("en", "Most of them live in the U.S. The rest left."),
    ("en", "Output fell in the U.K. Shares lost 3%."),
    ("en", "Exports went to the U.S. Officials gave no figures."),
    ("en", "The gates closed at 5 p.m. Police held three men."),
    ("en", "It was sold to Halden Motor Co. Workers protested."),
    ("es", "Viajó a EE.UU. El precio subió."),
    ("es", "La firmó Aceros S.A. Los obreros esperan."),
]


@pytest.mark.parametrize(("language", "text", "sentences"), [(*case, 1) for case in GOES_ON] + [(*case, 2) for case in ENDS])
def test_what_follows_the_abbreviation_tells(language: str, text: str, sentences: int) -> None:
    reading = tokens.read(text, Section(language, 0, len(text)))
    assert len(reading.sentences) == sentences
