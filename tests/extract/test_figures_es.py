"""Figures in Spanish sentences: each sentence with every figure it states, and nothing else."""

from __future__ import annotations

import pytest

from tests.extract.said import said

SENTENCES = [
    ("La tasa es de 27 muertes por millón de habitantes.", ["27 muertes por millón = 27 per 1000000 count"]),
    (
        "El centésimo trigésimo cuarto informe llegó; fue la quincuagésima segunda edición.",
        ["centésimo trigésimo cuarto = 134 rank", "quincuagésima segunda = 52 rank"],
    ),
    ("Quedó en décimo tercer lugar.", ["décimo tercer = 13 rank"]),
    (
        "La empresa facturó 3.400 millones de euros, un 12 por ciento más que el año anterior.",
        ["3.400 millones de euros = 3400000000 EUR", "12 por ciento = 12 percent"],
    ),
    (
        "El kilo cuesta 9.200 pesos (2,1 dólares), en comparación con 3.000 en mayo.",
        ["9.200 pesos = 9200 CLP", "2,1 dólares = 2.1 USD", "3.000 = 3000 CLP"],
    ),
    (
        "Lomax ganó 1.314 millones de euros, un 12% más que los 1.173 de 2024.",
        ["1.314 millones de euros = 1314000000 EUR", "12% = 12 percent", "1.173 = 1173000000 EUR"],
    ),
    (
        "Fue de 450 millones, frente a los 390 millones del primer semestre.",
        ["450 millones = 450000000 count", "390 millones = 390000000 count"],
    ),
    ("Sumaría 23 escaños y Fuerza, con el 4%, tendría cinco.", ["23 = 23 count", "4% = 4 percent", "cinco = 5 count"]),
    ("La tasa cayó de 6,8 a 6,0 por cada 100.000.", ["6,8 = 6.8 per 100000 count", "6,0 por cada 100.000 = 6 per 100000 count"]),
    (
        "Lomax ganó 300 millones de euros. La inversión subió de 40 a 55 millones.",
        ["300 millones de euros = 300000000 EUR", "40 = 40000000 EUR", "55 millones = 55000000 EUR"],
    ),
    ("Ganó por 52 votos frente a los 45 que sacó Gil, del Partido Azul.", ["52 = 52 count", "45 = 45 count"]),
    ("Casi la mitad de los encuestados dejó de comer carne.", ["la mitad = 1 per 2 count almost"]),
    ("Dos tercios de la flota están en tierra.", ["Dos tercios = 2 per 3 count"]),
    ("La producción se ha más que duplicado desde 2019.", ["duplicado = 2 times more-than"]),
    (
        "Los alquileres se triplicaron en cinco años y los sueldos subieron un tercio.",
        ["triplicaron = 3 times", "cinco años = 5 year", "un tercio = 1 per 3 count"],
    ),
    ("El barco se hundió a 40 millas náuticas de la costa con 212 personas a bordo.", ["40 millas náuticas = 40 nmi", "212 = 212 count"]),
    ("Fue condenado a 25 años y un día de prisión.", ["25 años = 25 year"]),
    (
        "El puente, de 1,2 km de largo y 30 metros de ancho, costó 18 millones de libras.",
        ["1,2 km = 1.2 km", "30 metros = 30 m", "18 millones de libras = 18000000 GBP"],
    ),
    ("La temperatura bajó a 12 grados bajo cero, con mínimas de -15 °C en la sierra.", ["12 grados bajo cero = -12 °C", "-15 °C = -15 °C"]),
    (
        "Rachas de hasta 130 kilómetros por hora dañaron 1.200 viviendas.",
        ["130 kilómetros por hora = 130 km/h at-most", "1.200 = 1200 count"],
    ),
    (
        "El fondo pasó de 900 millones a 1.200 millones de dólares.",
        ["900 millones = 900000000 USD", "1.200 millones de dólares = 1200000000 USD"],
    ),
    (
        "Terminó tercera en los 400 metros, a 0,4 segundos de la ganadora.",
        ["tercera = 3 rank", "400 metros = 400 m", "0,4 segundos = 0.4 second"],
    ),
    (
        "Uno de cada ocho adultos lo padece, según la encuesta a 12.000 personas.",
        ["Uno de cada ocho = 1 per 8 count", "12.000 = 12000 count"],
    ),
    ("Entre un 60 y un 70 por ciento de los arrecifes se ha blanqueado.", ["60 y un 70 por ciento = 60..70 percent"]),
    ("Se espera que la inflación ceda del 3,2% al 2,8% el próximo año.", ["3,2% = 3.2 percent", "2,8% = 2.8 percent"]),
    ("El desempleo es del 4,3%, frente al 4,9 de hace un año.", ["4,3% = 4.3 percent", "4,9 = 4.9 percent"]),
    (
        "La tasa bajó de 36 por cada 100.000 habitantes en 2015 a 19,7 en 2020 y a 1,9 el año pasado.",
        ["36 por cada 100.000 = 36 per 100000 count", "19,7 = 19.7 per 100000 count", "1,9 = 1.9 per 100000 count"],
    ),
    ("Los sospechosos, de 19, 22 y 31 años, fueron detenidos.", ["19 = 19 year", "22 = 22 year", "31 años = 31 year"]),
    (
        "Juan Pérez, de 54 años, y su esposa Ana, de 49, fueron rescatados tras 17 horas en el mar.",
        ["54 años = 54 year", "49 = 49 year", "17 horas = 17 hour"],
    ),
    (
        "Un sismo de magnitud 7,8 sacudió la región a las 4.17, con al menos 1.500 muertos.",
        ["magnitud 7,8 = 7.8 magnitude", "1.500 = 1500 count at-least"],
    ),
    ("La ley se aprobó por 218 votos a favor y 212 en contra.", ["218 = 218 count", "212 = 212 count"]),
    ("Ganaron 3-1 ante 45.000 espectadores.", ["45.000 = 45000 count"]),
    ("Vive en la calle Mayor 15 y nació el 5 de mayo de 1961.", []),
    ("El G7 y el G20 se reunirán del 14 al 16 de junio.", []),
    ("El Boeing 777 aterrizó en la Terminal 5 a las diez y media de la noche.", []),
    ("Es la cuarta vez en dos años que el banco baja los tipos.", ["cuarta = 4 rank", "dos años = 2 year"]),
    ("Más de una docena de países han prohibido la sustancia.", ["una docena = 12 count more-than"]),
    ("Cientos de miles marcharon; la policía calculó 350 mil.", ["350 mil = 350000 count"]),
    (
        "Millón y medio de personas vitorearon durante dos horas y media.",
        ["Millón y medio = 1500000 count", "dos horas y media = 2.5 hour"],
    ),
    (
        "La niña de tres años pesaba 14 kilos, medio kilo menos que en enero.",
        ["tres años = 3 year", "14 kilos = 14 kg", "medio kilo = 0.5 kg"],
    ),
    ("Las acciones cayeron 14 centavos, a 3,20 dólares.", ["14 centavos = 0.14 USD", "3,20 dólares = 3.2 USD"]),
    (
        "Se estima que 2,5 millones de niños menores de cinco años están en riesgo.",
        ["2,5 millones = 2500000 count", "cinco años = 5 year less-than"],
    ),
    ("La vacuna debe guardarse entre 2 y 8 grados.", ["2 y 8 grados = 2..8 °C"]),
    ("El déficit fue del 5,1 % del PIB, por encima del límite del 3 %.", ["5,1 % = 5.1 percent", "3 % = 3 percent"]),
    ("Se perdieron hasta 300 casas y no menos de 40 personas siguen desaparecidas.", ["300 = 300 count at-most", "40 = 40 count at-least"]),
    ("El hombre de 72 años fue visto en la Ruta 61, cerca del kilómetro 14.", ["72 años = 72 year"]),
    ("El artículo 155 se activó en octubre de 2017.", []),
    (
        "La producción cayó un 3 por ciento, a 1,1 millones de barriles diarios.",
        ["3 por ciento = 3 percent", "1,1 millones de barriles = 1100000 barrel"],
    ),
    ("La ciudad tiene cuatro veces más bares que bibliotecas.", ["cuatro veces = 4 times"]),
    ("El banco bajó el tipo 50 puntos básicos, al 3,75%.", ["50 puntos básicos = 50 basis-point", "3,75% = 3.75 percent"]),
    (
        "La población creció en un cuarto de millón, hasta 8,9 millones.",
        ["un cuarto de millón = 250000 count", "8,9 millones = 8900000 count"],
    ),
    (
        "Casi nueve de cada diez pacientes se recuperaron en tres semanas.",
        ["nueve de cada diez = 9 per 10 count almost", "tres semanas = 3 week"],
    ),
    ("El pan pasó de 90 céntimos a 1,10 euros.", ["90 céntimos = 0.9 EUR", "1,10 euros = 1.1 EUR"]),
    ("Entre 15 y 20 obreros están atrapados a 300 metros de profundidad.", ["15 y 20 = 15..20 count", "300 metros = 300 m"]),
    ("La planta generará 1,2 GW, suficiente para un millón de hogares.", ["1,2 GW = 1.2 GW", "un millón = 1000000 count"]),
    ("Muertos: 214. Heridos: 1.300. Desaparecidos: 40-60.", ["214 = 214 count", "1.300 = 1300 count", "40-60 = 40..60 count"]),
    ("La semana de 35 horas se implantó en los años 90.", ["35 horas = 35 hour"]),
    ("Uno de los dos motores falló.", ["dos = 2 count"]),
    ("El segundo banco del país perdió uno de cada cinco clientes.", ["segundo = 2 rank", "uno de cada cinco = 1 per 5 count"]),
    ("Recortará el 10% de sus 5.000 empleados, es decir, 500 puestos.", ["10% = 10 percent", "5.000 = 5000 count", "500 = 500 count"]),
    (
        "El tratado necesita nueve ratificaciones más; lo han firmado 41 de los 50 estados.",
        ["nueve = 9 count", "41 = 41 count", "50 = 50 count"],
    ),
    ("Un tercio de los alumnos faltó a un tercio de las clases.", ["Un tercio = 1 per 3 count", "un tercio = 1 per 3 count"]),
    (
        "La encuesta a 1.004 adultos tiene un margen de error de más o menos 3 puntos porcentuales.",
        ["1.004 = 1004 count", "3 puntos porcentuales = 3 percentage-point"],
    ),
    ("La participación fue del 61,2%, 4 puntos menos que en 2020.", ["61,2% = 61.2 percent", "4 puntos = 4 percentage-point"]),
    ("El embalse está al 17% de su capacidad.", ["17% = 17 percent"]),
    ("Corrió los 100 metros en 9,8 segundos.", ["100 metros = 100 m", "9,8 segundos = 9.8 second"]),
    ("La diabetes tipo 2 afecta a 1 de cada 10.", ["1 de cada 10 = 1 per 10 count"]),
    ("Los primeros 50 clientes tendrán un 20% de descuento.", ["50 = 50 count", "20% = 20 percent"]),
    (
        "Dos millones de personas, una quinta parte de la población, huyeron.",
        ["Dos millones = 2000000 count", "una quinta parte = 1 per 5 count"],
    ),
    ("El oro subió hasta un 1,5%, a 2.410,50 dólares la onza.", ["1,5% = 1.5 percent", "2.410,50 dólares = 2410.5 USD"]),
    ("El presupuesto de 2024 reserva 3.000 dólares por alumno.", ["3.000 dólares = 3000 USD"]),
    ("En 2023 murieron 1.420 migrantes, frente a los 1.210 de 2022.", ["1.420 = 1420 count", "1.210 = 1210 count"]),
    ("La covid-19 mató a 27 personas la semana pasada.", ["27 = 27 count"]),
    ("La fase 3 del ensayo reclutó a 30.000 voluntarios en 12 países.", ["30.000 = 30000 count", "12 = 12 count"]),
    ("La policía incautó 2,3 toneladas de cocaína y 15 kilos de heroína.", ["2,3 toneladas = 2.3 t", "15 kilos = 15 kg"]),
    ("Ha ganado el título ocho veces.", ["ocho veces = 8 count"]),
    ("El balance subió de 12 a 15 muertos.", ["12 = 12 count", "15 = 15 count"]),
    ("Los precios oscilan entre 5 y 20 euros.", ["5 y 20 euros = 5..20 EUR"]),
    (
        "Hubo 3.812 casos en 2025, menos de la mitad que hace una década.",
        ["3.812 = 3812 count", "la mitad = 1 per 2 count less-than", "una década = 10 year"],
    ),
    ("Cuesta el doble que hace diez años.", ["doble = 2 times", "diez años = 10 year"]),
    ("Un centenar de vecinos cortó la ruta durante media hora.", ["Un centenar = 100 count", "media hora = 0.5 hour"]),
    ("Una veintena de países lo reconoce.", ["Una veintena = 20 count"]),
    ("El dólar subió a $950 y la UF superó los $38.000 en Santiago de Chile.", ["$950 = 950 CLP", "$38.000 = 38000 CLP more-than"]),
    ("La Fiscalía de Medellín busca $2.500 millones de pesos.", ["$2.500 millones de pesos = 2500000000 COP"]),
    ("Pagó 1.200 bolívares por dos kilos de harina.", ["1.200 bolívares = 1200 VES", "dos kilos = 2 kg"]),
    ("Medio millón de hogares sigue sin luz.", ["Medio millón = 500000 count"]),
    ("La mujer, de 34 años, viajaba con sus hijos de 4 y 7 años.", ["34 años = 34 year", "4 = 4 year", "7 años = 7 year"]),
    ("Murió a los 88 años en su casa de Lima.", ["88 años = 88 year"]),
    ("El aumento será de medio punto porcentual.", ["medio punto porcentual = 0.5 percentage-point"]),
    ("Faltan 3 mil 500 maestros en el estado.", ["3 mil 500 = 3500 count"]),
    ("Se registraron mil 200 denuncias.", ["mil 200 = 1200 count"]),
    (
        "Asistieron unas veinte mil personas, según los organizadores; la policía habló de doce mil.",
        ["veinte mil = 20000 count about", "doce mil = 12000 count"],
    ),
    ("El precio del cobre llegó a US$4,35 la libra.", ["US$4,35 = 4.35 USD"]),
    ("Subió 0,7 puntos, hasta el 5,4%.", ["0,7 puntos = 0.7 percentage-point", "5,4% = 5.4 percent"]),
    ("Hay 7 mil 432 casos confirmados.", ["7 mil 432 = 7432 count"]),
    ("A las 11 horas se habían contado el 35,5% de las actas.", ["35,5% = 35.5 percent"]),
    ("Ni uno de los 40 diputados votó en contra.", ["40 = 40 count"]),
    ("Más del 60% de los hogares, unos 120.000, carece de agua.", ["60% = 60 percent more-than", "120.000 = 120000 count about"]),
    ("El acuerdo, por 57 M€, cubre 40.000 hogares.", ["57 M€ = 57000000 EUR", "40.000 = 40000 count"]),
    ("La tonelada vale US$ 9.100, y el kilo, R$ 12,5.", ["US$ 9.100 = 9100 USD", "R$ 12,5 = 12.5 BRL"]),
    ("La multa será de S/ 4.500 o más.", ["S/ 4.500 = 4500 PEN at-least"]),
    ("Murieron tres personas y un herido sigue grave.", ["tres = 3 count", "un = 1 count"]),
    ("La deuda asciende a 1,3 mil millones de dólares.", ["1,3 mil millones de dólares = 1300000000 USD"]),
    ("El presupuesto es de 2 billones de pesos en Colombia.", ["2 billones de pesos = 2000000000000 COP"]),
    ("El caudal se redujo a la mitad.", ["a la mitad = 0.5 times"]),
    ("Las ventas se multiplicaron por cuatro.", ["cuatro = 4 times"]),
    ("Quedó en el puesto 14 de la tabla; su hermana llegó segunda.", ["puesto 14 = 14 rank", "segunda = 2 rank"]),
    ("Más de dos mil trescientos millones de euros.", ["dos mil trescientos millones de euros = 2300000000 EUR more-than"]),
    ("Ciento veintiún diputados votaron a favor.", ["Ciento veintiún = 121 count"]),
    ("Pesaba 9 kilos y medio y medía 1,2 metros.", ["9 kilos y medio = 9.5 kg", "1,2 metros = 1.2 m"]),
    ("Dos o tres testigos se presentaron.", ["Dos o tres = 2..3 count"]),
    ("Tres cuartas partes del padrón votaron.", ["Tres cuartas partes = 3 per 4 count"]),
    # numbers of courts, weeks and fronts; emergency lines
    ("El 112 derivó el aviso al SUMMA 112, que atendió a dos heridos.", ["dos = 2 count"]),
    ("Fueron reportadas 1512 emergencias.", ["1512 = 1512 count"]),
    ("Hubo muertos en Arequipa (17), La Libertad (13) y Cusco (8 en cada zona).", ["17 = 17 count", "13 = 13 count", "8 = 8 count"]),
    ("La Sección Segunda condenó a tres acusados.", ["tres = 3 count"]),
    ("El titular del juzgado número 4 de Lugo citó a dos testigos.", ["dos = 2 count"]),
    ("En la semana epidemiológica 13 hubo 656 casos, y en la semana 14, ninguno.", ["656 = 656 count"]),
    ("Era jefe del frente 35 de la guerrilla.", []),
    # what is counted is no decimal, though shares have a point; Peru's apostrophe of millions
    ("Con el 97.59% de las actas se contaron 36.483 mesas.", ["97.59% = 97.59 percent", "36.483 = 36483 count"]),
    ("Rojas obtuvo 1'373,774 votos.", ["1'373,774 = 1373774 count"]),
    ("El dólar cerró a 17.234 pesos, un 0.5% más.", ["17.234 pesos = 17.234 MXN", "0.5% = 0.5 percent"]),
    ("El sismo asustó a la ciudad. El anterior, en 2007, alcanzó 7,9 grados.", ["7,9 grados = 7.9 magnitude"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_states(text: str, expected: list[str]) -> None:
    assert said("es", text) == expected
