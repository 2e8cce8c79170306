"""Who says what, and how."""

import pytest

from watcher.extract import attribution, names, quotes, tokens
from watcher.model import Attribution, Section


def at(text: str, words: str, language: str) -> tuple[Attribution | None, str]:
    reading = tokens.read(text, Section(language, 0, len(text)))
    known = names.find([reading])
    return attribution.Said(reading, 0, known, quotes.find(reading, 0, known)).at(text.index(words))


@pytest.mark.parametrize(
    ("text", "words", "source", "language"),
    [
        ("About 40 ships sank, according to the Harbour Board.", "40", "Harbour Board", "en"),
        ("El paro bajó un 4%, según los datos publicados este martes por el Ministerio de Trabajo.", "4%", "Ministerio de Trabajo", "es"),
        ("Las ventas subieron un 3%, según las cifras facilitadas el lunes por la patronal Anfac.", "3%", "Anfac", "es"),
        ("Ana Ruiz said on Monday that 40 ships had sunk.", "40", "Ana Ruiz", "en"),
        ("At least 40 ships sank, police said.", "40", "police", "en"),
        ("A poll of 900 voters by Datum found that 54% back the plan.", "54%", "Datum", "en"),
        ("A poll of 900 voters by Datum found that 54% back the plan.", "900", "Datum", "en"),
        ("The opposition puts the cost at $3 million; the port says it is $1 million.", "$3", "opposition", "en"),
        ("The opposition puts the cost at $3 million; the port says it is $1 million.", "$1", "port", "en"),
        ("Ana Ruiz came late. She added that 12 ships were safe.", "12", "Ana Ruiz", "en"),
        ("Se hundieron unos 40 barcos, según la Junta del Puerto.", "40", "Junta del Puerto", "es"),
        ("Se hundieron unos 40 barcos, informó el lunes la policía.", "40", "policía", "es"),
        ("Ana Ruiz aseguró que se hundieron 40 barcos.", "40", "Ana Ruiz", "es"),
        ("Según el Gobierno, cuesta 3 millones.", "3", "Gobierno", "es"),
    ],
)
def test_source(text: str, words: str, source: str, language: str) -> None:
    found, _ = at(text, words, language)
    assert found == Attribution(source)


def test_inside_a_quotation_the_speaker_says_it() -> None:
    assert at("“We lost 40 ships,” said Ana Ruiz.", "40", "en")[0] == Attribution("Ana Ruiz", quoted=True)


def test_the_article_itself() -> None:
    assert at("The storm sank 40 ships off Lissen.", "40", "en") == (None, "asserted")


@pytest.mark.parametrize(
    ("text", "words", "modality", "language"),
    [
        ("Ana Ruiz denied that 40 ships had sunk.", "40", "denied", "en"),
        ("They are not 40 ships.", "40", "denied", "en"),
        ("The port will buy 40 ships.", "40", "planned", "en"),
        ("The plan would cost 40 jobs.", "40", "conditional", "en"),
        ("He allegedly stole 40 ships.", "40", "alleged", "en"),
        ("The port bought 40 ships.", "40", "asserted", "en"),
        ("Ana Ruiz negó que se hundieran 40 barcos.", "40", "denied", "es"),
        ("El puerto comprará 40 barcos.", "40", "planned", "es"),
        ("El plan costaría 40 empleos.", "40", "conditional", "es"),
        ("Tariffs would go up by 6.5%, to an average of £9 a unit.", "£9", "conditional", "en"),
        ("El recibo subirá un 6 %, hasta los 90 euros.", "90 euros", "planned", "es"),
        ("El ministro no ve más de 800 casos.", "800", "asserted", "es"),
        ("El ministro no ve 800 casos.", "800", "denied", "es"),
        ("The minister does not see more than 800 cases.", "800", "asserted", "en"),
        ("No es cierto, dijo Ana Ruiz, que 40 barcos se hundieran.", "40", "denied", "es"),
    ],
)
def test_modality(text: str, words: str, modality: str, language: str) -> None:
    assert at(text, words, language)[1] == modality


FAR = "Ana Ruiz said that 40 ships sank." + " She added that the port was closed." * 300 + " She said that 12 ships were safe."


def test_who_speaks_may_have_been_named_long_before() -> None:
    assert at(FAR, "12", "en")[0] == Attribution("Ana Ruiz")


READ = (
    "A study by Compass found that 61 of 90 boats leak. The report says 12 sank.\n\nThe mayor, Eva Stone, denied it. She said 4 sank. "
    "Of these, 3 were old.\n\nAccording to the port:\n\n• 5 ferries\n\n• 6 tugs\n\nA poll by Datum gave her 31%. Her rival has 29%. "
    "“We count 7,” said Luis Gil. He put the cost at $8 million.\n\nSo said the council. The harbour has 9 piers."
)


def test_sentences_tell_the_same_in_whatever_order_they_are_asked() -> None:
    reading = tokens.read(READ, Section("en", 0, len(READ)))
    known = names.find([reading])

    def said() -> attribution.Said:
        return attribution.Said(reading, 0, known, quotes.find(reading, 0, known))

    places = [reading.starts[number] for number in reading.numbers]
    forward, backward = said(), said()
    told = [forward.at(place) for place in places]
    assert [backward.at(place) for place in reversed(places)] == told[::-1]
    assert [said().at(place) for place in places] == told
