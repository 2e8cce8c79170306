"""Magnitudes: the quake they are the size of, whoever measured it, and what is called `magnitude` without more."""

from __future__ import annotations

import pytest

import watcher
from tests.extract.binding import bound
from watcher.model import Figure


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject"),
    [
        ("Nine are missing in Tarsa, the province hit by the 6.5 magnitude tremor.", "en", "6.5 magnitude", "tremor"),
        ("The institute had measured the earthquake at 6.5-magnitude.", "en", "6.5-magnitude", "earthquake"),
        ("The council gave the temblor a higher rating, 7.2 magnitude.", "en", "7.2 magnitude", "temblor"),
        ("Officials reported a magnitude 6 aftershock in Tarsa.", "en", "magnitude 6", "aftershock"),
        ("El instituto midió el sismo, de magnitud 5,2, en Tarsa.", "es", "magnitud 5,2", "sismo"),
        ("Quince heridos dejó el sismo de 6,9 grados en la escala de Richter.", "es", "6,9 grados", "sismo"),
    ],
)
def test_the_quake_that_a_magnitude_is_of(text: str, language: str, exact: str, subject: str) -> None:
    told = bound(text, language)[exact]
    assert told.subject is not None
    assert told.subject.name == subject
    assert told.property == ("magnitude" if language == "en" else "magnitud")


@pytest.mark.parametrize("text", ["A magnitude 6.1 quake killed 23 in northern Tarsa.", "The 7.8-magnitude quake killed 50,000."])
def test_no_number_goes_on_with_a_magnitude_that_is_too_great_for_one(text: str) -> None:
    units = [claim.value.unit for claim in watcher.extract(text).claims if isinstance(claim.value, Figure)]
    assert units == ["magnitude", "count"]
