"""Spanish figures whose verb has no subject before it, whose relative stands far from its noun, and what goes on behind an aside."""

from __future__ import annotations

import pytest

from tests.extract.said import facts

THINGS = [
    ("El alcalde, Juan Pérez, anunció las obras del mercado. Durarán dos años.", "dos años", "obras del mercado"),
    ("La ministra Ana López presentó el plan de riego. Prevé ayudas de 500 euros.", "500 euros", "plan de riego"),
    ("Juan Pérez inauguró el puente. Mide 400 metros y soporta 60 toneladas.", "60 toneladas", "puente"),
    ("La empresaria Ana López compró la clínica. Tiene 80 camas.", "80", "clínica"),
    ("El técnico Juan Pérez no habló. Lleva cinco partidos sin ganar.", "cinco", "Juan Pérez"),
]
BEHIND = [
    ("Ganó la prueba Ana López. Corrieron 9.800 personas.", "9.800", "personas"),
    ("El sindicato Lomax protestó. En la plaza se reunieron 900 vecinos.", "900", "vecinos"),
    ("Según Cadem, sube Ana López. Se consultó a 1.509 votantes.", "1.509", "votantes"),
    ("Juan Pérez renunció. Faltan dos meses para las elecciones.", "dos meses", "elecciones"),
    ("El incendio lo provocó Juan Pérez. Trabajaron en la zona 60 bomberos.", "60", "bomberos"),
    ("Habló el alcalde Juan Pérez. En Oslo se quemaron 52 casas.", "52", "Oslo"),
    ("El fiscal Juan Pérez lo vio. Se incautaron once armas, 240 cartuchos y 35 kilos de cobre.", "35 kilos", "cobre"),
    ("La jefa Ana López lo dijo. Se suspendieron 14 vuelos, 230 viajes en tren y 40 rutas.", "230", "viajes"),
    ("Juan Pérez lo dijo. Se decomisaron 2 toneladas de té y se formaron 12 kilómetros de filas.", "12 kilómetros", "filas"),
    ("El cabo Juan Pérez dijo que se aseguraron cuatro carros y 300 litros de gasolina.", "300 litros", "gasolina"),
]
RELATIVES = [
    ("Dos camiones de la empresa Lomax que llevaban 900 balones chocaron.", "900", "camiones de la empresa Lomax"),
    ("El muro de las obras que cayó medía seis metros.", "seis metros", "muro de las obras"),
    ("Los obreros de la contratista que murieron cobraban 40 soles.", "40 soles", "obreros de la contratista"),
]
ASIDES = [
    ("La ministra Ana López (el acto fue en Lima) anunció 30 becas.", "30", "Ana López"),
    ("La gobernadora –su partido perdió el domingo– nombrará a cuatro ministros.", "cuatro", "gobernadora"),
    ("Ana López, portavoz del sindicato, denuncia que faltan 80 médicos.", "80", "médicos"),
]
GROUPS = [
    ("Un 27% busca empleo. Entre las mujeres la tasa es del 31% y entre los hombres del 24%.", "31%", "mujeres"),
    ("Un 27% busca empleo. Entre las mujeres la tasa es del 31% y entre los hombres del 24%.", "24%", "hombres"),
    ("La mina Porfía tendrá una vida útil de 28 años.", "28 años", "Porfía"),
    ("Oslo registró 17 homicidios.", "17", "Oslo"),
    ("El huracán Mirel dejó dos muertos en Oslo. Hay 15 heridos.", "15", "Mirel"),
    ("El ganador fue Juan Pérez, 33 años, de Oslo.", "33 años", "Juan Pérez"),
]

PROFILE = "La poeta Ana López deja Oslo\n\nAna López dejó ayer Oslo. "
TOPIC = [
    (PROFILE + "“Es la mejor”, dijo su editor, Iván Sosa. Publicó catorce libros.", "catorce", "Ana López"),
    (PROFILE + "La reemplazará Iván Sosa. Estuvo once años en la casa.", "once años", "Ana López"),
    (PROFILE + "Su hijo, Iván Sosa, la acompaña. Lleva nueve premios.", "nueve", "Ana López"),
    ("Ayer habló Iván Sosa, pastor. Cuida 600 ovejas.", "600", "Iván Sosa"),
    ("El ministro anunció que el hospital abrirá en mayo. Costará 3 millones de euros.", "3 millones de euros", "hospital"),
    ("Habló la ministra Ana López. Lo recibirán 400 familias.", "400", "familias"),
    ("Los bomberos rescataron ayer a un hombre. Está ingresado con dos costillas rotas.", "dos", "hombre"),
]


@pytest.mark.parametrize(("text", "exact", "subject"), THINGS + BEHIND + RELATIVES + ASIDES + GROUPS + TOPIC)
def test_whom_it_is_said_of(text: str, exact: str, subject: str) -> None:
    assert (facts(text, "2025-06-25")[exact]["subject"] or {}).get("name") == subject
