"""How a figure's sentence is meant: asserted, denied, planned, conditional or alleged."""

import pytest

import watcher

ENGLISH = [
    ("asserted", "The council spent $4 million on the quay."),
    ("asserted", "The company cut 400 jobs."),
    ("asserted", "Police counted 300 marchers."),
    ("asserted", "The storm killed 12 people and closed 3 roads."),
    ("asserted", "Inflation was 4.1% in June."),
    ("asserted", "The rival has not replied, but 40 houses burned."),
    ("asserted", "She hopes to run again after winning 31% of the vote."),
    ("asserted", "The suspect was held after 3 raids."),
    ("asserted", "Its alleged abuses aside, the prison held 250 men."),
    ("denied", "The mayor denied that 12 people had died."),
    ("denied", "There were not 500 marchers."),
    ("denied", "The toll was not 14."),
    ("denied", "The club denied paying €2 million for the striker."),
    ("planned", "The city will hire 200 nurses."),
    ("planned", "The company plans to cut 400 jobs."),
    ("planned", "The union has pledged to bring 5,000 people."),
    ("planned", "The government intends to build 12,000 homes."),
    ("planned", "They promised 300 new buses."),
    ("conditional", "The plan would cost $9 million."),
    ("conditional", "The storm could leave 4,000 people without power."),
    ("conditional", "Rates may rise to 5%."),
    ("conditional", "The strike might last 10 days."),
    ("conditional", "The merger could save 70 million euros."),
    ("alleged", "He allegedly stole $3 million."),
    ("alleged", "The clerk is accused of taking 40 payments."),
    ("alleged", "The gang is suspected of 12 robberies."),
    ("alleged", "The firm reportedly lost $5 million."),
]
SPANISH = [
    ("asserted", "El municipio gastó 4 millones de pesos en el muelle."),
    ("asserted", "La empresa despidió a 400 trabajadores."),
    ("asserted", "La policía contó 300 manifestantes."),
    ("asserted", "El temporal mató a 12 personas y cerró 3 rutas."),
    ("asserted", "La inflación fue del 4,1% en junio."),
    ("asserted", "El rival no respondió, pero ardieron 40 casas."),
    ("asserted", "Espera volver a competir tras obtener el 31% de los votos."),
    ("asserted", "La prensa habló de 250 presos."),
    ("denied", "La alcaldesa negó que murieran 12 personas."),
    ("denied", "El ministerio desmintió que hubiera 40 muertos."),
    ("denied", "El club negó haber pagado 2 millones de euros."),
    ("denied", "Los heridos no son 14."),
    ("planned", "La ciudad contratará a 200 enfermeros."),
    ("planned", "La empresa planea despedir a 400 personas."),
    ("planned", "Se construirán 30 estaciones."),
    ("planned", "El Estado va a gastar 9 millones en rutas."),
    ("planned", "El sindicato prometió llevar a 5.000 personas."),
    ("planned", "El Gobierno prevé construir 12.000 viviendas."),
    ("planned", "El banco cerrará 45 sucursales."),
    ("conditional", "El plan costaría 9 millones de pesos."),
    ("conditional", "La tormenta podría dejar sin luz a 4.000 personas."),
    ("conditional", "La tasa podría subir al 5%."),
    ("conditional", "La fusión ahorraría 70 millones de euros."),
    ("alleged", "Presuntamente robó 3 millones de pesos."),
    ("alleged", "El empleado está acusado de cobrar 40 pagos."),
    ("alleged", "El presunto desvío de 5 millones de euros."),
]


def _modality(text: str) -> str:
    return next(claim.modality for claim in watcher.extract(text).claims if claim.kind == "figure")


@pytest.mark.parametrize(("expected", "text"), ENGLISH)
def test_english(expected: str, text: str) -> None:
    assert _modality(text) == expected


@pytest.mark.parametrize(("expected", "text"), SPANISH)
def test_spanish(expected: str, text: str) -> None:
    assert _modality(text) == expected
