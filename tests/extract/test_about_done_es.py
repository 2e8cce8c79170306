"""Spanish: what was done to the counted or what they do, and which clause and subject a figure belongs to where small words tie them."""

from __future__ import annotations

import pytest

import watcher


def _told(text: str, exact: str) -> tuple[str | None, str | None]:
    claim = next(c for c in watcher.extract(text).claims if c.kind == "figure" and c.evidence[0].exact.startswith(exact))
    return claim.subject.name if claim.subject is not None else None, claim.property


@pytest.mark.parametrize(
    ("text", "exact", "named"),
    [
        # a participle of any form of a verb, of what is done to the counted
        ("La patronal agrupa a 28.000 empresas.", "28.000", "empresas agrupadas"),
        ("El servicio atiende a unas 45 personas.", "45", "personas atendidas"),
        ("La empresa contratará por lo menos a 350 personas.", "350", "personas contratadas"),
        ("En el valle se cultivan 21.000 hectáreas.", "21.000", "superficie en hectáreas cultivada"),
        ("Detenidas 12 personas en Soria.", "12", "personas detenidas"),
        # not of what those do who act, of what stands behind a preposition, or of what others were
        ("Los 11 concejales del pueblo aprobaron el presupuesto.", "11", "concejales del pueblo"),
        ("Unas 12 mil personas perdieron su vivienda.", "12 mil", "personas"),
        ("El fármaco ha sido aprobado en 41 países.", "41", "países"),
        ("A la niña la buscan 80 soldados.", "80", "soldados"),
        ("Hubo 15 personas heridas y 90 casas averiadas.", "90", "casas averiadas"),
        ("Tras el sismo hubo una persona detenida y 3 armas incautadas.", "3", "armas incautadas"),
        # what those who do it are called
        ("Participaron 13.420 vecinos.", "13.420", "vecinos participantes"),
        ("En el pueblo viven 2.600 personas.", "2.600", "personas residentes"),
        ("Murió una persona.", "una", "persona muerta"),
        # no verb tells more of what has a size
        ("Un sismo de magnitud 7,1 sacudió la costa.", "magnitud 7,1", "magnitud"),
        ("El puente mide 410 metros.", "410", "distancia en metros"),
    ],
)
def test_the_counted_are_told_with_what_was_done_to_them(text: str, exact: str, named: str) -> None:
    found = _told(text, exact)[1]
    assert found is not None and (found == named or named.startswith(found)), found


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        ("Los muertos no fueron 40 sino 50.", "50", "muertos", "muertos"),
        ("Luis Gil dijo a EFE que hay 40 heridos.", "40", "heridos", "heridos"),
        ("El alcalde informó este lunes a la prensa que hay 12 detenidos.", "12", "detenidos", "detenidos"),
        ("El consejero anunció en la radio que las obras costarán 40 millones de euros.", "40", "obras", "coste de obras"),
        ("Según la portavoz, Ana Ruiz, 40 personas resultaron heridas.", "40", "personas", "personas heridas"),
        ("La deuda creció un 4 %, al tiempo que el consumo bajó un 2 %.", "2 %", "consumo", "consumo"),
        ("Vox cae al 10 %, en tanto que Ciudadanos, en plena crisis, repite resultado, con el 2,9 %.", "2,9", "Ciudadanos", None),
        ("El PP pasa delante en intención directa de voto, con un 23 por ciento.", "23", "PP", "porcentaje de votos"),
    ],
)
def test_small_words_tie_clauses(text: str, exact: str, subject: str, named: str | None) -> None:
    told = _told(text, exact)
    assert told[0] == subject
    assert named is None or told[1] == named


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        # a length of time goes by its longest part; an age in months is an age
        ("Luis Gil fue condenado a 22 años y 10 meses de prisión.", "22", "Luis Gil", "años de prisión"),
        ("Un niño de 11 meses murió.", "11", "niño", "edad"),
        ("Se notificó el fallecimiento de un menor de 13 años.", "13", "menor", "edad"),
        ("La norma fue vetada al cabo de 16 meses de debate.", "16", "norma", "meses de debate"),
        # what changes by so much, and what ravages
        ("Destacó un aumento anual de 120 por ciento en el jitomate.", "120", "jitomate", "aumento anual"),
        (
            "Controlado el incendio de Navafría (Segovia), que ha calcinado 879 hectáreas.",
            "879",
            "incendio",
            "superficie en hectáreas calcinada",
        ),
        ("La cifra de negocio cayó un 4,9 %, hasta situarse en 2.459 millones de euros.", "2.459", "cifra de negocio", "cifra de negocio"),
        ("Los ingresos obtenidos superaron en un 2,5 % los registrados antes.", "2,5", "ingresos", "ingresos"),
        # votes
        ("El PP supera en ocho puntos porcentuales al PSOE.", "ocho", "PP", "ventaja"),
        ("Mariano Bo obtendría un 28,6 % de los sufragios.", "28,6", "Mariano Bo", "porcentaje de votos"),
        ("El voto en blanco bajó a 19 por ciento.", "19", "voto en blanco", "voto en blanco"),
        ("Con el 98 % de los votos escrutados, Ana Ruiz obtiene el 41 %.", "41", "Ana Ruiz", "porcentaje de votos"),
        ("Con el 98 % de los votos escrutados, Ana Ruiz obtiene el 41 %.", "98", "Ana Ruiz", "votos escrutados"),
    ],
)
def test_what_measures_the_rest(text: str, exact: str, subject: str, named: str) -> None:
    told = _told(text, exact)
    assert told[0] is not None
    assert told[0].startswith(subject)
    assert told[1] == named


@pytest.mark.parametrize(
    "text",
    [
        "Fueron los terremotos de los días 7, 19 y 23 de septiembre.",
        "El Juzgado de Ejecutorias Penales número 7 de Madrid ordenó su ingreso.",
        "La Audiencia ha anunciado el fallo de la sección segunda.",
    ],
)
def test_days_and_courts_are_no_figures(text: str) -> None:
    assert [claim.evidence[0].exact for claim in watcher.extract(text).claims if claim.kind == "figure"] == []


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        # dashes around an aside are no minus and no hyphen
        ("Hubo 23 personas hospitalizadas -tres de ellas graves- tras el choque.", "tres", "personas", "personas hospitalizadas"),
        ("En la UCI hay dos hombres -uno de ellos muy grave- y una mujer.", "dos", "hombres", "hombres"),
        # whose figure it is that stands in a clause beside another
        (
            "Las mujeres tuvieron una tasa de 9,3 %, un alza de 0,2 puntos, mientras que en los hombres fue de 8,1 %.",
            "8,1",
            "hombres",
            "tasa",
        ),
        ("El total de evacuados asciende a 400 y 2 personas siguen desaparecidas.", "400", "evacuados", "total de evacuados"),
        ("En el periodo, el número de desempleados llegó a 645.980.", "645.980", "desempleados", "número de desempleados"),
        ("La lluvia dejó a siete familias evacuadas.", "siete", "lluvia", "familias evacuadas"),
        ("Otros diez heridos han sido dados de alta.", "diez", "heridos", None),
        ("Tres personas se encuentran en estado crítico.", "Tres", "personas", "personas"),
        ("De acuerdo con el consejero de Interior, Jordi Jané, 13 estudiantes fallecieron.", "13", "estudiantes", "estudiantes fallecidos"),
        ("Según los hechos probados, Escamilla, que debía dinero, le dio nueve golpes.", "nueve", "Escamilla", None),
        ("La Liga bate su récord de gasto: 558,3 millones de euros.", "558,3", "gasto", "gasto"),
        ("El saldo es de -157,1 millones de euros porque se vendió poco.", "-157,1", "saldo", "saldo"),
    ],
)
def test_asides_and_clauses_beside_each_other(text: str, exact: str, subject: str, named: str | None) -> None:
    told = _told(text, exact)
    assert told[0] == subject
    assert named is None or told[1] == named
