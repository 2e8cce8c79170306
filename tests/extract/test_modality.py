"""How a figure's sentence is meant: asserted, denied, planned, conditional or alleged."""

import pytest

import watcher

ENGLISH = [
    ("asserted", "The treasurer, who has served 2 terms and could not run, left."),
    ("asserted", "The council spent $4 million on the quay."),
    ("asserted", "The company cut 400 jobs."),
    ("asserted", "Police counted 300 marchers."),
    ("asserted", "The storm killed 12 people and closed 3 roads."),
    ("asserted", "Inflation was 4.1% in June."),
    ("asserted", "The rival has not replied, but 40 houses burned."),
    ("asserted", "She hopes to run again after winning 31% of the vote."),
    ("asserted", "The suspect was held after 3 raids."),
    ("asserted", "Its alleged abuses aside, the prison held 250 men."),
    ("asserted", "The bridge that will replace the old one is 300 metres long."),
    ("denied", "The mayor denied that 12 people had died."),
    ("denied", "It is untrue that the bank lost $3 million."),
    ("denied", "There were not 500 marchers."),
    ("denied", "The ministry rejected claims that 40 patients had died."),
    ("denied", "The firm dismissed reports that it would cut 900 jobs."),
    ("denied", "The toll was not 14."),
    ("denied", "The club denied paying €2 million for the striker."),
    ("denied", "It is false that 80 trees were felled."),
    ("planned", "The city will hire 200 nurses."),
    ("planned", "The company plans to cut 400 jobs."),
    ("planned", "Two lines are to close by spring, and 30 stations are to be rebuilt."),
    ("planned", "The state is going to spend $9 million on roads."),
    ("planned", "The union has pledged to bring 5,000 people."),
    ("planned", "The government intends to build 12,000 homes."),
    ("planned", "The bank is set to close 45 branches."),
    ("planned", "They promised 300 new buses."),
    ("planned", "The bank expects to close 45 branches."),
    ("conditional", "The plan would cost $9 million."),
    ("conditional", "The storm could leave 4,000 people without power."),
    ("conditional", "If passed, the bill adds 3% to the tax."),
    ("conditional", "Rates may rise to 5%."),
    ("conditional", "The strike might last 10 days."),
    ("conditional", "Unless it rains, 600 farms lose their water."),
    ("conditional", "The merger could save 70 million euros."),
    ("conditional", "The firm loses $5 million should the deal fall through."),
    ("conditional", "Were the dam to break, 40 houses would be under water."),
    ("conditional", "Should the strike go on, 200 flights fall out."),
    ("asserted", "Ana Bo said 5% of homes were damaged."),
    ("asserted", "From April 1 to May 31, 40 people fell ill."),
    ("asserted", "Prices that fell in May rose 3% in June."),
    ("conditional", "The court may free 30 prisoners."),
    ("asserted", "40 people were injured."),
    ("asserted", "Police said 12 shops were closed and 3 were destroyed."),
    ("asserted", "About 3,000 pupils were asked whether they smoke."),
    ("asserted", "Officials said 90 trees were felled overnight."),
    ("asserted", "Some 60% were the children of farmers."),
    ("alleged", "He allegedly stole $3 million."),
    ("alleged", "The clerk is accused of taking 40 payments."),
    ("alleged", "The gang is suspected of 12 robberies."),
    ("alleged", "The firm reportedly lost $5 million."),
    ("alleged", "Prosecutors allege that he hid $2 million."),
    ("alleged", "The group is believed to hold 30 hostages."),
]
SPANISH = [
    ("asserted", "Los trabajadores no registrados suman 40.000."),
    ("asserted", "Las bebidas no alcohólicas subieron un 3%."),
    ("asserted", "El empleo no registrado suma 40.000 puestos."),
    ("denied", "Los alimentos no subieron un 3%."),
    ("denied", "Ya no se registran 40 casos."),
    ("asserted", "El tribunal anuló 213 actas y repetirá la votación."),
    ("asserted", "La aduana decomisó 45 kilos y entregará la carga."),
    ("asserted", "Quemaron 30 autos y pagarán por ello."),
    ("planned", "Unas 30 escuelas y varias oficinas cerrarán en mayo."),
    ("asserted", "El municipio gastó 4 millones de pesos en el muelle."),
    ("asserted", "La empresa despidió a 400 trabajadores."),
    ("asserted", "La policía contó 300 manifestantes."),
    ("asserted", "El temporal mató a 12 personas y cerró 3 rutas."),
    ("asserted", "La inflación fue del 4,1% en junio."),
    ("asserted", "El rival no respondió, pero ardieron 40 casas."),
    ("asserted", "Espera volver a competir tras obtener el 31% de los votos."),
    ("asserted", "Detuvieron al sospechoso tras 3 allanamientos."),
    ("asserted", "La prensa habló de 250 presos."),
    ("asserted", "El puente que reemplazará al viejo mide 300 metros."),
    ("denied", "La alcaldesa negó que murieran 12 personas."),
    ("denied", "No es cierto que el banco perdiera 3 millones de pesos."),
    ("denied", "No hubo 500 manifestantes."),
    ("denied", "El ministerio desmintió que hubiera 40 muertos."),
    ("denied", "La empresa descartó que vaya a despedir a 900 personas."),
    ("denied", "Es falso que se talaran 80 árboles."),
    ("denied", "El club negó haber pagado 2 millones de euros."),
    ("denied", "Los heridos no son 14."),
    ("planned", "La ciudad contratará a 200 enfermeros."),
    ("planned", "La empresa planea despedir a 400 personas."),
    ("planned", "Se construirán 30 estaciones."),
    ("planned", "El Estado va a gastar 9 millones en rutas."),
    ("planned", "El sindicato prometió llevar a 5.000 personas."),
    ("planned", "El Gobierno prevé construir 12.000 viviendas."),
    ("planned", "El banco cerrará 45 sucursales."),
    ("planned", "El banco espera cerrar 45 sucursales."),
    ("planned", "El Gobierno pretende construir 800 escuelas."),
    ("conditional", "El plan costaría 9 millones de pesos."),
    ("conditional", "La tormenta podría dejar sin luz a 4.000 personas."),
    ("conditional", "Si se aprueba, la ley sube un 3% el impuesto."),
    ("conditional", "La tasa podría subir al 5%."),
    ("conditional", "La huelga puede durar 10 días."),
    ("conditional", "La fusión ahorraría 70 millones de euros."),
    ("conditional", "Quizás acudan 600 vecinos."),
    ("alleged", "Presuntamente robó 3 millones de pesos."),
    ("alleged", "El empleado está acusado de cobrar 40 pagos."),
    ("alleged", "La banda es sospechosa de 12 robos."),
    ("alleged", "El presunto desvío de 5 millones de euros."),
    ("alleged", "Al parecer cobró 40 sobornos."),
    ("alleged", "La fiscalía lo acusa de ocultar 2 millones de dólares."),
]


def _modality(text: str) -> str:
    return next(claim.modality for claim in watcher.extract(text).claims if claim.kind == "figure")


@pytest.mark.parametrize(("expected", "text"), ENGLISH)
def test_english(expected: str, text: str) -> None:
    assert _modality(text) == expected


@pytest.mark.parametrize(("expected", "text"), SPANISH)
def test_spanish(expected: str, text: str) -> None:
    assert _modality(text) == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ruth Almond takes office on March 11.", "planned"),
        ("Ruth Almond took office on March 11, 2025.", "asserted"),
        ("Ruth Almond asumirá el cargo el 11 de marzo.", "planned"),
        ("Ruth Almond asumió el cargo el 11 de marzo de 2025.", "asserted"),
    ],
)
def test_a_date_after_the_day_of_publication_is_planned(text: str, modality: str) -> None:
    claims = watcher.extract(text, published="2026-02-01").as_dict()["claims"]
    assert [claim["modality"] for claim in claims if claim["kind"] == "date"] == [modality]
