"""Spanish polls and rankings: what each share measures, and whose it is, where the verb tells only that it rises, falls or is given."""

from __future__ import annotations

import pytest

import watcher

POLLS = [
    (
        "Según el CIS, Alianza obtiene un 30,2 por ciento de los votos y concede al PRN un 28,5 por ciento.",
        [("Alianza", "voto"), ("PRN", "voto")],
    ),
    (
        "Si las elecciones fueran el próximo domingo la candidata Ana Bo tendría un 39% de los votos, seguida de Luis Gil con un 22%.",
        [("Ana Bo", "voto"), ("Luis Gil", "voto")],
    ),
    ("Luis Gil tiene un 8% de los votos. En la segunda vuelta Luis Gil vencería con un 36%.", [("Luis Gil", "voto"), ("Luis Gil", "")]),
    (
        "Ana Bo obtiene 10.204 votos, mientras que Luis Gil, del movimiento Tarsa Humana, recibe 7.906 votos (41,8 %).",
        [("Ana Bo", "voto"), ("Luis Gil", "voto"), ("Luis Gil", "voto")],
    ),
    ("Ana Bo se impuso con 7,5 millones de votos (39,1 %).", [("Ana Bo", "voto"), ("Ana Bo", "voto")]),
    (
        "La encuesta coloca primero a Ana Bo, con un 32% de los votos. Siguen Luis Gil, del Partido Norte (7%), y Eva Mar, del partido Sur (2%).",
        [("Ana Bo", "voto"), ("Luis Gil", ""), ("Eva Mar", "")],
    ),
    (
        "La encuesta da a Cambio un 31% de los votos. El PRN pasa del 22,4% al 23%.",
        [("Cambio", "voto"), ("PRN", "voto"), ("PRN", "voto")],
    ),
    (
        "Según la encuesta, el PRN logra un 30% de los votos. Con 4.006 entrevistas, Cambio cae del 4,1% al 3,5%.",
        [("PRN", "voto"), ("", "entrevistas"), ("Cambio", "voto"), ("Cambio", "voto")],
    ),
    (
        "Según la encuesta, el PRN se mantiene estable en el 1,6% de los votos, al igual que la UNE, en el 1%. Supera a Cambio, formación que cae al 0,5%.",
        [("PRN", "voto"), ("UNE", "voto"), ("Cambio", "")],
    ),
    ("El PRN gana con un 23 por ciento frente al 22,5 de los liberales.", [("PRN", "voto"), ("", "voto")]),
    (
        "Las ciudades con mayores tasas de desocupación fueron: Quibdó (29,7 %) y Florencia (17,4 %).",
        [("Quibdó", "tasas de desocupación"), ("Florencia", "tasas de desocupación")],
    ),
    (
        "Las regiones con más emergencias son: Ayacucho con 389; Huánuco (112) y Lima (53).",
        [("Ayacucho", "emerg"), ("Hu", "emerg"), ("Lima", "emerg")],
    ),
]


@pytest.mark.parametrize(("text", "told"), POLLS, ids=[text[:40] for text, _ in POLLS])
def test_whose_share_of_what(text: str, told: list[tuple[str, str]]) -> None:
    figures = [claim for claim in watcher.extract(text).claims if claim.kind == "figure"]
    figures.sort(key=lambda claim: claim.evidence[0].start)
    found = [(claim.subject.name if claim.subject else "", claim.property) for claim in figures]
    assert len(found) == len(told)
    for (name, measure), (subject, word) in zip(found, told, strict=True):
        assert subject in name and word in measure, found
