"""Properties that tell two figures of one sentence apart: which side a vote or a share is on, how often, whose a comparison is."""

from __future__ import annotations

import pytest

from tests.extract.said import facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La ley pasó con 134 votos a favor y 98 en contra.", {"134": "votos a favor", "98": "votos en contra"}),
        ("El concejo lo aprobó por 9 votos a 4.", {"9": "votos a favor", "4": "votos en contra"}),
        ("The bill passed with 134 votes in favor and 98 against.", {"134": "votes in favor", "98": "votes against"}),
        ("The board held rates by five votes to four.", {"five": "votes in favor", "four": "votes against"}),
        ("A poll by Harrow found 48 percent in favour and 44 percent against.", {"48 percent": "in favour", "44 percent": "against"}),
        ("Una encuesta de Sigma da un 47% a favor y un 45% en contra.", {"47%": "a favor", "45%": "en contra"}),
        ("Norvia will fly to Bergen four times a week.", {"four times": "times a week"}),
        ("Alanza volará a Cusco cuatro veces por semana.", {"cuatro veces": "veces por semana"}),
        ("Farmers say fertilizer costs have doubled.", {"doubled": "fertilizer costs"}),
        ("Exports could earn $2.6 billion.", {"$2.6 billion": "earnings"}),
        ("La carretera estuvo cortada cinco horas.", {"cinco horas": "horas cortadas"}),
    ],
)
def test_what_tells_figures_apart(text: str, wanted: dict[str, str]) -> None:
    assert {words: claim["property"] for words, claim in facts(text).items()} == wanted


@pytest.mark.parametrize(
    ("text", "exact", "ending"),
    [
        ("Side effects occurred in 2.3 percent, compared with 1.9 percent on placebo.", "1.9 percent", "on placebo"),
        ("Infections fell to 2.3 percent, against 3 percent in the control group.", "3 percent", "in control group"),
        ("Los efectos afectaron al 2,1%, frente al 1,8% del grupo de placebo.", "1,8%", "del grupo de placebo"),
    ],
)
def test_those_that_got_nothing_are_told_apart(text: str, exact: str, ending: str) -> None:
    assert facts(text)[exact]["property"].endswith(ending)


def test_what_lasts_has_no_age_and_a_place_no_years() -> None:
    told = facts("Nora Elizalde fue nombrada. Su contrato, de cuatro años, empieza en septiembre.")
    assert told["cuatro años"]["property"] == "años de contrato"
    died = facts("El exsenador Carlos Reza murió el domingo en su casa de Tepeji a los 86 años.")
    assert died["86 años"]["subject"]["name"] == "Carlos Reza"


def test_a_mark_is_no_money() -> None:
    told = facts("La película costó 9 millones de euros. La crítica le dio un 7,2.")
    assert (told["7,2"]["value"]["number"], told["7,2"]["value"]["unit"]) == ("7.2", "count")


def test_a_period_to_come_is_not_what_is_reported() -> None:
    text = "The drug cut the risk of stroke by 31 percent, Velor Pharma said. The company will seek approval in the first half of 2027."
    assert facts(text)["31 percent"]["scope"]["time"] is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Girls, with a pass percentage of 94.6, did better than boys.", "94.6 percent"),
        ("Las chicas, con un porcentaje de aprobados de 94,6, superaron a todos.", "94.6 percent"),
        ("Las guardias en carreteras, 14, siguen instaladas.", "14 count"),
        ("Los cortes de luz, 23, duraron horas.", "23 count"),
        ("Su hijo, 23, huyó.", "23 year"),
        ("Nobody died and one is missing.", "1 count"),
        ("Nobody died, but one was seriously injured.", "1 count"),
    ],
)
def test_what_a_bare_number_counts(text: str, wanted: str) -> None:
    (found,) = facts(text).values()
    assert f"{found['value']['number']} {found['value']['unit']}" == wanted


def test_one_that_is_nobody_counts_nothing() -> None:
    assert not facts("One is tempted to agree. The first one is missing, and one was made before.")
