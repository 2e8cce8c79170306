"""Classes of agency copy: tolls beside names, counts that stand alone, indices by their names. Sentences of our own."""

from __future__ import annotations

import pytest

import watcher
from watcher.model import EventDate, Figure, Status


def statuses(text: str) -> set[tuple[str, str]]:
    return {
        (claim.subject.name, claim.value.stage)
        for claim in watcher.extract(text).claims
        if claim.subject and isinstance(claim.value, Status) and claim.value.lifecycle == "condition"
    }


@pytest.mark.parametrize(
    "text",
    [
        "A blast killed nine, police chief Omar Keita said.",
        "Interior Minister Selim Aydin said late on Friday, while 14 more were hospitalised.",
        "The storm killed at least 12, Governor Ana Ruiz told reporters, and two others were injured.",
        "El derrumbe mató a nueve, dijo el alcalde Juan Peña, mientras otras 14 fueron hospitalizadas.",
    ],
)
def test_a_count_alone_is_whom_a_verb_is_about(text: str) -> None:
    """Who tells of the dead is not among them."""
    assert statuses(text) == set()


def test_a_toll_put_at_a_number_is_no_age() -> None:
    (figure,) = [claim for claim in watcher.extract("Sami Nouri, a spokesman, put the death toll at 14.").claims if claim.kind == "figure"]
    assert (figure.property, figure.value.unit) == ("death toll", "count")
    (age,) = [claim for claim in watcher.extract("Sami Nouri, a spokesman, died at 74.").claims if claim.kind == "figure"]
    assert age.property == "age"


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("La inflación se colocó nueve décimas por encima del 5,1% de diciembre.", ["exact", "exact"]),
        ("Inflation stood three points above the 5.1% of December.", ["exact", "exact"]),
        ("La inflación está por encima del 5,1%.", ["more-than"]),
    ],
)
def test_so_far_above_is_no_hedge(text: str, modifiers: list[str]) -> None:
    claims = [claim for claim in watcher.extract(text).claims if isinstance(claim.value, Figure)]
    assert [claim.value.modifier for claim in claims if isinstance(claim.value, Figure)] == modifiers


def test_what_was_sets_off_what_is() -> None:
    (figure,) = [
        c for c in watcher.extract("Si en mayo el ministro estaba optimista, hoy el índice es malo: 0,4%.").claims if c.kind == "figure"
    ]
    assert figure.modality == "asserted"
    (figure,) = [c for c in watcher.extract("Si gana las elecciones, el impuesto es del 12%.").claims if c.kind == "figure"]
    assert figure.modality == "conditional"


def test_an_index_goes_by_its_whole_name() -> None:
    (figure,) = [c for c in watcher.extract("El Índice de Precios al Consumidor subió 0,4% en marzo.").claims if c.kind == "figure"]
    assert figure.subject is not None
    assert figure.subject.name == "Índice de Precios al Consumidor"
    assert figure.attribution is None


def test_one_of_several_is_designated_and_all_are_innocent() -> None:
    text = "Se trata de los vocales Bo Costas, Édgar Gonzales y Lucy Cruz, quien había sido designada por el presidente."
    assert [claim.subject.name for claim in watcher.extract(text).claims if claim.subject and claim.property == "office"] == ["Lucy Cruz"]
    stages = {
        (claim.subject.name, claim.value.stage)
        for claim in watcher.extract("Los jueces declararon la inocencia de los procesados Ninfa Paz y Jorge Roca.").claims
        if claim.subject and isinstance(claim.value, Status)
    }
    assert {("Ninfa Paz", "acquitted"), ("Jorge Roca", "acquitted")} <= stages


def test_a_term_belongs_to_who_is_named_behind_the_office() -> None:
    text = "El exministro de Justicia y Seguridad salvadoreño Mauricio Paz fue condenado a tres años de prisión."
    assert {claim.subject.name for claim in watcher.extract(text).claims if claim.subject} == {"Mauricio Paz"}


@pytest.mark.parametrize(
    ("text", "exact", "subject", "name"),
    [
        ("With all votes counted, Duarte, a member of the Centre party, got almost 54% of the ballots.", "54%", "Duarte", None),
        ("Norvik said its first-quarter profit rose 23 percent.", "23 percent", "Norvik", "first-quarter profit"),
        ("Net profit was $148 million, or 53 cents per share.", "53 cents", None, "net profit per share"),
    ],
)
def test_company_results_and_counts(text: str, exact: str, subject: str | None, name: str | None) -> None:
    claim = next(claim for claim in watcher.extract(text).claims if claim.evidence[0].exact == exact)
    if subject is not None:
        assert claim.subject is not None
        assert claim.subject.name == subject
    if name is not None:
        assert claim.property == name


def test_a_number_that_closes_a_title_is_no_figure() -> None:
    claims = watcher.extract("Sales of the new “Comet Rider 3” video game rose 12%.").claims
    assert [claim.evidence[0].exact for claim in claims if claim.kind == "figure"] == ["12%"]


def test_sources_behind_a_word_for_a_nation() -> None:
    (figure,) = [
        c for c in watcher.extract("Tatar won 51.74% of votes, according to Turkish Cypriot broadcaster BRT.").claims if c.kind == "figure"
    ]
    assert figure.attribution is not None
    assert figure.attribution.source == "BRT"


@pytest.mark.parametrize(
    ("text", "name", "number", "unit"),
    [
        ("The bakers’ guild, whose members number 860, met on Monday.", "members", "860", "count"),
        ("The strikers number 4,000.", "strikers", "4000", "count"),
        ("The song reached number 12.", "rank", "12", "rank"),
    ],
)
def test_people_number_so_many(text: str, name: str, number: str, unit: str) -> None:
    (claim,) = [claim for claim in watcher.extract(text).claims if isinstance(claim.value, Figure)]
    assert isinstance(claim.value, Figure)
    assert (claim.property, str(claim.value.number), claim.value.unit) == (name, number, unit)


@pytest.mark.parametrize(
    ("text", "winner"),
    [
        ("El Tribunal Supremo Electoral declaró este lunes presidente electo a Salvador Paz.", "Salvador Paz"),
        ("El tribunal declaró ganador ayer, por mayoría, al candidato del Movimiento, Evo Roca.", "Evo Roca"),
        ("El Consejo proclamó a Laura Paz como ganadora de los comicios.", "Laura Paz"),
        ("La junta declaró ganadora a Rosa Gil.", "Rosa Gil"),
        ("The commission declared Ann Bo the winner of the runoff.", "Ann Bo"),
        ("The electoral body proclaimed Bo Tran winner with 52% of the vote.", "Bo Tran"),
    ],
)
def test_whom_an_authority_proclaims_is_elected(text: str, winner: str) -> None:
    elected = {
        claim.subject.name
        for claim in watcher.extract(text).claims
        if claim.subject and isinstance(claim.value, Status) and claim.value.stage == "elect"
    }
    assert elected == {winner}


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "Morales obtuvo 47.08% de los votos, seguido por Carlos Mesa, de Comunidad Ciudadana (CC), con 36.51% por ciento.",
            [("Morales", "47.08"), ("Carlos Mesa", "36.51")],
        ),
        (
            "Ann Bo won 47% of the vote, followed by Carl Moss, of the Unity party, with 36% and Lou Dunn with 9%.",
            [("Ann Bo", "47"), ("Carl Moss", "36"), ("Lou Dunn", "9")],
        ),
    ],
)
def test_who_comes_behind_has_a_share_of_their_own(text: str, shares: list[tuple[str, str]]) -> None:
    found = []
    for claim in watcher.extract(text).claims:
        if isinstance(claim.value, Figure):
            assert claim.value.per is None
            assert claim.property in ("vote share", "porcentaje de votos")
            found.append((claim.subject.name if claim.subject else "", str(claim.value.number)))
    assert found == shares


def test_a_term_to_come_dates_nothing() -> None:
    (date,) = [c for c in watcher.extract("Juró para el período 2014-2019. La elección fue el 9 de marzo.").claims if c.kind == "date"]
    assert isinstance(date.value, EventDate)
    assert date.value.edtf == "XXXX-03-09"


@pytest.mark.parametrize(
    "text",
    [
        "Rolando Cruz told a news conference the search went on. He said the captain, who survived, was being questioned.",
        "Coast guard chief Adm. Rolando Cruz said 14 people were still missing and that rescuers had pulled 171 survivors out.",
    ],
)
def test_who_reports_on_another_is_not_meant(text: str) -> None:
    stages = [claim for claim in watcher.extract(text).claims if isinstance(claim.value, Status) and claim.value.lifecycle != "office"]
    assert "Rolando Cruz" not in {claim.subject.name for claim in stages if claim.subject}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Extremadura tiene un 21,4% de los asalariados, frente al 7,9% del País Vasco.", ["Extremadura", "País Vasco"]),
        ("Hernán Roca obtuvo un 42,9% de los sufragios, frente a un 41,4% del opositor Salvador Paz.", ["Hernán Roca", "Salvador Paz"]),
    ],
)
def test_what_is_set_against_another_has_a_bearer_of_its_own(text: str, subjects: list[str]) -> None:
    claims = [claim for claim in watcher.extract(text).claims if claim.kind == "figure"]
    assert [claim.subject.name for claim in claims if claim.subject] == subjects


def test_a_verb_is_no_hectare_and_a_year_compared_with_dates_nothing() -> None:
    claims = watcher.extract("Desde 2018 ha subido un 66%.").claims
    assert [claim.evidence[0].exact for claim in claims if claim.kind == "figure"] == ["66%"]
    (area,) = [claim for claim in watcher.extract("Ardieron 2.018 ha en la sierra.").claims if isinstance(claim.value, Figure)]
    assert isinstance(area.value, Figure)
    assert area.value.unit == "ha"
    assert watcher.extract("BOGOTÁ, 4 de junio.- Hubo un 2% más de choques que en 2023.").document.published == "XXXX-06-04"


def test_a_number_that_opens_with_a_nought_is_no_figure() -> None:
    claims = watcher.extract("El 016 atendió 24 llamadas. Agent 007 paid 0.16% of it.").claims
    assert [claim.evidence[0].exact for claim in claims if claim.kind == "figure"] == ["24", "0.16%"]
