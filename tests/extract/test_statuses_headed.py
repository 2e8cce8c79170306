"""A headline that names nobody is of whom the body tells the same."""

from __future__ import annotations

import pytest

import watcher


@pytest.mark.parametrize(
    ("text", "stage", "name"),
    [
        (
            "Minister quits over blaze\n\nJoy Bo resigned on Tuesday as health minister. Fisheries Minister Ana Ruiz has been named acting minister.",
            "former",
            "Joy Bo",
        ),
        (
            "Renuncia el ministro por el incendio\n\nRosa Peña dimitió el martes como ministra de Salud. El ministro de Pesca, Luis Gil, la elogió.",
            "former",
            "Rosa Peña",
        ),
        (
            "Renuncia la consejera tras ser imputada\n\nLa consejera, Rosa Peña, se fue el martes. También está imputado el exalcalde Luis Gil.",
            "charged",
            "Rosa Peña",
        ),
        ("Ann Cole quits\n\nThe mayor, Tom Hart, resigned on Monday, a day after Ann Cole.", "former", "Ann Cole"),
    ],
)
def test_whom_a_headline_means(text: str, stage: str, name: str) -> None:
    headline = text.index("\n")
    told = [
        claim for claim in watcher.extract(text).claims if getattr(claim.value, "stage", "") == stage and claim.evidence[0].start < headline
    ]
    assert [claim.subject.name for claim in told if claim.subject] == [name]
