"""Dates that are claims: what they resolve to, and what happens then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.extract import dates, names, tokens
from watcher.extract.reading import DateMention
from watcher.model import Section

PUBLISHED = "2026-03-10"  # a Tuesday


def found(text: str, language: str, published: str | None = PUBLISHED) -> list[DateMention]:
    reading = tokens.read(text, Section(language, 0, len(text)))
    return dates.find(reading, published, names.find([reading]))


@pytest.mark.parametrize(
    ("text", "exact", "edtf", "word"),
    [
        ("The council will vote on April 2 on the tram line.", "April 2", "2026-04-02", "vote"),
        ("She was arrested on December 29 at her home.", "December 29", "2025-12-29", "arrest"),
        ("In the January 18 runoff she took 51% of the vote.", "January 18", "2026-01-18", "runoff"),
        ("The bridge was opened on May 4, 1932.", "May 4, 1932", "1932-05-04", "opening"),
        ("The hearing, scheduled for 9 April, has been postponed to 14 May.", "9 April", "2026-04-09", "hearing"),
        ("The hearing, scheduled for 9 April, has been postponed to 14 May.", "14 May", "2026-05-14", "hearing"),
        ("The fair will be held from June 5 to 7.", "June 5 to 7", "2026-06-05/2026-06-07", "fair"),
        ("The fair will be held from June 28 to July 2.", "June 28 to July 2", "2026-06-28/2026-07-02", "fair"),
        ("The final was moved from March 28 to April 4.", "April 4", "2026-04-04", "final"),
        ("The ban takes effect on January 1.", "January 1", "2027-01-01", "ban"),
        ("He resigned in November 2025.", "November 2025", "2025-11", "resignation"),
        ("A summit is planned for Friday, April 17, 2026.", "Friday, April 17, 2026", "2026-04-17", "summit"),
        ("Voters go to the polls on April 12.", "April 12", "2026-04-12", "election"),
        ("The airline will cut its Tavo route from April 10.", "April 10", "2026-04-10", "route"),
        ("Lomax filed for bankruptcy on February 12.", "February 12", "2026-02-12", "bankruptcy"),
        ("The strike has been called for the 3rd of April.", "3rd of April", "2026-04-03", "strike"),
        ("The treaty was signed on 02/11/2026.", "02/11/2026", "2026-02-11", "treaty"),
        ("The report was published on 2026-02-27.", "2026-02-27", "2026-02-27", "report"),
        ("On April 20 the museum will reopen.", "April 20", "2026-04-20", "museum"),
        ("A treaty on data was signed in Oslo on March 2.", "March 2", "2026-03-02", "treaty"),
        ("The two candidates will meet in a runoff on March 29.", "March 29", "2026-03-29", "runoff"),
        ("Albion and Rovers will meet in the final on May 12.", "May 12", "2026-05-12", "final"),
        ("The leaders will meet in Oslo on May 12.", "May 12", "2026-05-12", "leaders"),
        ("The regatta, planned for the outer harbour on April 18, was cancelled.", "April 18", "2026-04-18", "regatta"),
        ("The trade summit, due to open in Port Ellen on April 11, has been postponed.", "April 11", "2026-04-11", "summit"),
        ("The club had been given until June 30 to replace the roof.", "June 30", "2026-06-30", "deadline"),
        ("A ruling on whether the strike is legal is expected on June 5.", "June 5", "2026-06-05", "ruling"),
        ("Launch: March 14, 2018, from Kourou.", "March 14, 2018", "2018-03-14", "Launch"),
        ("The curfew was extended by ten days, to April 28.", "April 28", "2026-04-28", "curfew"),
        ("Sergeant Bo Drab goes on trial on 12 April.", "12 April", "2026-04-12", "trial"),
        ("Work will begin in August and last 74 months.", "August", "2026-08", "Work"),
        ("The regatta will end on Sunday the 15th in Oslo.", "Sunday the 15th", "2026-03-15", "regatta"),
        ("His passage to the April 14 runoff shows the strength of his party.", "April 14", "2026-04-14", "runoff"),
        ("Tickets for the fair go on sale on Tuesday (May 12).", "Tuesday (May 12)", "2026-05-12", "sale"),
    ],
)
def test_english(text: str, exact: str, edtf: str, word: str) -> None:
    mention = next(mention for mention in found(text, "en") if text[mention.start : mention.end] == exact)
    assert mention.edtf == edtf
    assert word in (mention.event or "")


@pytest.mark.parametrize(
    ("text", "exact", "edtf", "word"),
    [
        ("El pleno votará el 2 de abril la reforma.", "2 de abril", "2026-04-02", "votación"),
        ("El juez Óscar Melo fijó para el 2 de abril la audiencia inicial.", "2 de abril", "2026-04-02", "audiencia"),
        ("El Gobierno aplazó al 2 de abril la subasta.", "2 de abril", "2026-04-02", "subasta"),
        ("Fue detenida el 29 de diciembre en su casa.", "29 de diciembre", "2025-12-29", "detención"),
        ("En la segunda vuelta del 18 de enero obtuvo el 51%.", "18 de enero", "2026-01-18", "segunda vuelta"),
        ("El puente se inauguró el 4 de mayo de 1932.", "4 de mayo de 1932", "1932-05-04", "inaugur"),
        ("La audiencia, prevista para el 9 de abril, fue aplazada al 14 de mayo.", "14 de mayo", "2026-05-14", "audiencia"),
        ("La campaña arranca el 6 de junio y la veda empieza el 20 de junio.", "6 de junio", "2026-06-06", "campaña"),
        ("La campaña arranca el 6 de junio y la veda empieza el 20 de junio.", "20 de junio", "2026-06-20", "veda"),
        ("Juramentaría el 1 de julio ante el pleno.", "1 de julio", "2026-07-01", "juram"),
        ("El exalcalde saldrá de la cárcel el 15 de abril de 2028.", "15 de abril de 2028", "2028-04-15", "salida"),
        ("La feria se celebrará del 5 al 7 de junio.", "5 al 7 de junio", "2026-06-05/2026-06-07", "feria"),
        ("La huelga fue convocada para el 1º de mayo.", "1º de mayo", "2026-05-01", "huelga"),
        ("La ley entrará en vigor el 1 de enero.", "1 de enero", "2027-01-01", "vigor"),
        ("Para el 20 de abril está prevista una cumbre.", "20 de abril", "2026-04-20", "cumbre"),
        ("Los vecinos fueron evacuados el pasado 16 de noviembre.", "pasado 16 de noviembre", "2025-11-16", "vecinos"),
        ("El tratado se firmó el 02/11/2025.", "02/11/2025", "2025-11-02", "tratado"),
        ("El estado de emergencia, prorrogado por séptima vez, vence el 31 de mayo.", "31 de mayo", "2026-05-31", "emergencia"),
        ("La misión, su hermana mayor, sigue programada para el 4 de octubre de 2027.", "4 de octubre de 2027", "2027-10-04", "misión"),
        ("Si todo va bien, el 12 de mayo entrará en órbita.", "12 de mayo", "2026-05-12", "entra"),
        ("El 1 de julio vence el plazo para el veto.", "1 de julio", "2026-07-01", "plazo"),
        ("Canceló la Copa Femenina, que debía largar el 6 de septiembre.", "6 de septiembre", "2026-09-06", "Copa Femenina"),
        ("La presidenta del club, que el 13 de mayo buscará otro mandato, calló.", "13 de mayo", "2026-05-13", "mandato"),
        ("El gremio amenazó con extender la huelga a partir del 9 de abril.", "9 de abril", "2026-04-09", "huelga"),
        ("La victoria le permitirá asumir la presidencia el 11 de abril.", "11 de abril", "2026-04-11", "asumir"),
        ("La regata termina el domingo 15 en Cali.", "domingo 15", "2026-03-15", "regata"),
        ("El ensayo quedó aplazado a octubre.", "octubre", "2026-10", "ensayo"),
        ("El incendio ocurrió hacia las 11:40 p. m. del 4 de mayo en la ladera.", "4 de mayo", "2026-05-04", "incendio"),
        ("La asamblea, prevista inicialmente para el 13 de mayo, sigue en pie.", "13 de mayo", "2026-05-13", "asamblea"),
        ("Los dos candidatos se enfrentarán en la segunda vuelta el 29 de marzo.", "29 de marzo", "2026-03-29", "vuelta"),
    ],
)
def test_spanish(text: str, exact: str, edtf: str, word: str) -> None:
    mention = next(mention for mention in found(text, "es") if text[mention.start : mention.end] == exact)
    assert mention.edtf == edtf
    assert word in (mention.event or "")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("LISSEN, March 9, 2026 – Rain fell.", "en"),
        ("By Ana Ruiz, March 9, 2026", "en"),
        ("Updated Monday, March 9, 2026 at 7:30 p.m.", "en"),
        ("Image caption: The quay on March 9, 2026.", "en"),
        ("It rained.\n— Ana Ruiz (@anaruiz) March 9, 2026", "en"),
        ("They may march on the town.", "en"),
        ("April Jones and June Carter met Theresa May.", "en"),
        ("Prices rose 3% in January.", "en"),
        ("The thermometer reached 31°C on January 2.", "en"),
        ("It was the worst month since October.", "en"),
        ("Highway 12 and 40 May Street.", "en"),
        ("LISSEN, 9 de marzo de 2026 – Llovió.", "es"),
        ("Redacción | 9 de marzo de 2026", "es"),
        ("Los precios subieron un 3% en enero.", "es"),
        ("El mar subió dos metros.", "es"),
        ("Son 30 de cada 100.", "es"),
        ("Se informó que al corte del domingo 22 de junio, el fuego fue declarado controlado.", "es"),
        ("Con corte al 22 de junio, hay 40 casos.", "es"),
        ("The fire was contained as of June 22.", "en"),
    ],
)
def test_no_claim(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("published", "edtf"),
    [("2025-11-20", "2025-12-14"), ("2026-01-10", "2025-12-14"), ("2025-11-17/2025-12-13", "2025-12-14"), (None, "XXXX-12-14")],
)
def test_a_year_that_is_not_told_comes_from_the_published_date(published: str | None, edtf: str) -> None:
    assert [mention.edtf for mention in found("All eyes are on the December 14 runoff.", "en", published)] == [edtf]


@given(st.text(alphabet="March mayo de 3120/-–, ye.ls\n", max_size=120), st.sampled_from(["en", "es"]))
def test_any_text_gives_dates_that_slice(text: str, language: str) -> None:
    for mention in found(text, language):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.event is None or len(mention.event.split()) <= 6


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [
        ("The first hearing will be on August 19.", "en", "hearing"),
        ("The launch of the comet probe Ariadne is scheduled for August 4.", "en", "Ariadne"),
        ("Schools, closed since Friday, will open again on October 1.", "en", "schools"),
        ("Marta Quell was arrested on January 12 and charged on January 20.", "en", "Marta Quell"),
        ("Marta Quell pleaded guilty. She will be sentenced on November 21.", "en", "Marta Quell"),
        ("The Tarn Regatta will start on August 9.", "en", "Tarn Regatta"),
        ("El referéndum sobre el puente se celebrará el 24 de mayo.", "es", "referéndum"),
        ("Las escuelas reabrirán el 16 de abril.", "es", "escuelas"),
        ("El empresario Omar Dietz, secuestrado el 1 de febrero, fue liberado el lunes.", "es", "Omar Dietz"),
        ("La Ley de Humedales entrará en vigor el 1 de julio.", "es", "Ley de Humedales"),
        ("Weir said objections were accepted between May 29 and 31.", "en", "objections"),
        ("The mayor said complaints will be heard on May 3.", "en", "complaints"),
        ("The across-the-board cuts will occur on August 3.", "en", "across-the-board cuts"),
        ("The driver, who hit two cyclists and fled, was held on May 3.", "en", "driver"),
        ("The campaign, which employs 18 nurses and was to end on April 21, failed.", "en", "campaign"),
        ("El juez que condenó al alcalde y absolvió a su socio se jubila el 3 de mayo.", "es", "juez"),
        ("La ley que limita el alquiler, aprobada hoy, entrará en vigor el 1 de enero.", "es", "ley"),
        ("Cerró Cafenorte, que tiene 40 socios y fue multada el 30 de junio.", "es", "Cafenorte"),
    ],
)
def test_a_date_is_somebodys_or_somethings(text: str, language: str, subject: str) -> None:
    assert {mention.subject.name for mention in found(text, language) if mention.subject} == {subject}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“It was never safe,” Ana Ruiz stated on the matter in April.", "en"),
        ("“It was never safe,” she told the journalist Will Brandt in May 2023.", "en"),
        ("“Nunca fue seguro, porque no es un puerto cualquiera”, le dijo Ana Ruiz al respecto en abril.", "es"),
    ],
)
def test_when_something_was_said_is_no_event(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(("text", "language"), [("900 boats left in March.", "en"), ("900 barcos salieron en marzo.", "es")])
def test_the_month_of_a_figure_that_opens_the_text_is_no_event(text: str, language: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "event"),
    [
        ("OSTER, May 25, 2026 - The regatta, now in its tenth year, runs from 3 to 7 July.", "en", "regatta"),
        ("The map goes on show at the Tarn on December 4.", "en", "map exhibition"),
        ("The hearing before Judge Hale is on July 8.", "en", "hearing"),
        ("Madrid, 25 de mayo de 2026.- El plazo de inscripción concluye el 30 de junio.", "es", "plazo de inscripción conclusión"),
        ("Los precios suben el 1 de junio.", "es", "precios suben"),
        ("El museo abrirá sus puertas el 9 de septiembre.", "es", "museo apertura"),
        ("The earthquake struck on the night of April 30.", "en", "earthquake"),
        ("The ferry sank on the morning of April 30.", "en", "ferry sinking"),
        ("Police raided the house on April 30.", "en", "raid house"),
        ("El festival se celebra del 3 al 9 de junio.", "es", "festival"),
        ("El sismo ocurrió la noche del 30 de abril.", "es", "sismo"),
        ("La planta cerró el 30 de abril.", "es", "planta cierre"),
        ("Las clases quedaron suspendidas hasta el 16 de abril.", "es", "clases suspensión"),
        ("The country held local and regional elections on May 14.", "en", "local and regional elections"),
        ("El joven murió cuando volvía de la feria, el pasado 3 de mayo.", "es", "joven muerte"),
        ("La actriz tenía 40 años cuando murió el 3 de mayo.", "es", "muerte"),
        ("El festival, que tuvo lugar el 3 de mayo, atrajo a 40 personas.", "es", "festival"),
        ("El incendio comenzó el 30 de abril.", "es", "incendio comienzo"),
    ],
)
def test_what_happens_then(text: str, language: str, event: str) -> None:
    assert event in {mention.event for mention in found(text, language)}
