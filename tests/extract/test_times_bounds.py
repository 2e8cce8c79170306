"""When a figure holds: up to when something had come, times that stay in their bracket or comparison, what something came from."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

REACHED = [
    ("Some 318,000 people had gone home by June 2025, according to the agency.", "318,000", "2025-06"),
    ("Between January and May 2023, the group held 233 men. Some 90 had gone home by June 2023.", "90", "2023-06"),
    ("Hasta junio de 2025 habían vuelto 1.200 vecinos.", "1.200", "2025-06"),
    ("Since June 2025 the port has lost 40 boats.", "40", None),
    ("The firm will close 40 shops by June 2026.", "40", "2026-06"),
]
APART = [
    ("Boston leads with 12 cases (9 in 2023), ahead of Denver, with 4.", "4", None),
    ("Boston leads with 12 cases (9 in 2023), ahead of Denver, with 4.", "9", "2023"),
    ("México encabeza la lista con 29 homicidios (contra 31 en 2024), seguido de Honduras, con 18.", "18", None),
    ("En 2025 México tuvo 29 homicidios (contra 31 en 2024), seguido de Honduras, con 18.", "31", "2024"),
    ("Courts made 8,316 orders in 2025, a fifth more than in 2024, which works out at 1.7 per 1,000 homes.", "1.7 per 1,000", "2025"),
    ("In 2017, when 5,300 were held, it opened.", "5,300", "2017"),
    ("Just 37% back her, down from 51% in March, according to Civis.", "51%", "2025-03"),
    ("Solo un 37% la aprueba, frente al 51% de marzo, según Civis.", "51%", "2025-03"),
]
CLASSES = [*REACHED, *APART]


@pytest.mark.parametrize(("text", "exact", "time"), CLASSES, ids=[f"{case[0][:50]}:{case[1]}" for case in CLASSES])
def test_bounds(text: str, exact: str, time: str | None) -> None:
    assert facts(text, "2025-11-20")[exact]["scope"]["time"] == time
