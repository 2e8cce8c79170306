"""When a figure holds, by where its time stands: apart between commas, behind whom something went to, at either end of a range."""

from __future__ import annotations

import pytest

import watcher

CASES = [
    ("At the height of the fraud, in July 2021, she was taking about £11,000 a month.", "£11,000", "2021-07"),
    ("The last strike at the plant, in 1997, shut 40 lines.", "40", "1997"),
    ("En lo peor del fraude, en julio de 2021, se llevaba unos 11.000 euros al mes.", "11.000 euros", "2021-07"),
    ("The gang shipped 13 tonnes of cocaine to Antwerp in 2021.", "13 tonnes", "2021"),
    ("The gang shipped 13 tonnes of cocaine to Antwerp, between 2021 and 2024.", "13 tonnes", "2021/2024"),
    ("The price rose past 130 to the tonne in June.", "130", "2025-06"),
    ("Households paid more for flour in August as inflation rose to 5.8%.", "5.8%", "2025-08"),
    ("The crown gained ground, while the yield on bonds that mature in 2036 slipped to 10.9%.", "10.9%", None),
    ("The shelter, which took in 900 a night three years ago, had 11 guests on Saturday.", "11", "2025-11-15"),
    ("El albergue, que acogió a 900 personas hace tres años, tenía 40 huéspedes el sábado.", "40", "2025-11-15"),
    ("Between 2019 and 2024 the share rose from 8% to 12%.", "8%", "2019"),
    ("Between 2019 and 2024 the share rose from 8% to 12%.", "12%", "2024"),
    ("Entre 2019 y 2024 la tasa pasó del 8% al 12%.", "8%", "2019"),
    ("La tasa pasó del 8% al 12% entre 2019 y 2024.", "12%", "2024"),
    ("The measure raises the wage to $14.50 an hour beginning July 1, 2027.", "$14.50", "2027-07-01"),
    ("El salario subirá a 1.200 euros a partir del 1 de enero de 2026.", "1.200 euros", "2026-01-01"),
    ("La unidad llegará a 41.066 pesos el 9 de diciembre.", "41.066 pesos", "2025-12-09"),
    ("She leads by 3 points ahead of the December 14 runoff.", "3 points", None),
    ("Profit for the three months to the end of September was £3m.", "£3m", "2025-07/2025-09"),
]


@pytest.mark.parametrize(("text", "exact", "time"), CASES)
def test_a_time_dates_a_figure_from_where_it_stands(text: str, exact: str, time: str | None) -> None:
    claims = watcher.extract(text, published="2025-11-20").as_dict()["claims"]
    found = [claim["scope"]["time"] for claim in claims for evidence in claim["evidence"] if evidence["exact"] == exact]
    assert found == [time]
