"""Quotations and who says them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import watcher
from watcher.extract import names, quotes, tokens
from watcher.model import Section


def found(text: str, language: str) -> list[tuple[str, str | None]]:
    reading = tokens.read(text, Section(language, 0, len(text)))
    known = names.find([reading])
    return [(text[quote.start : quote.end], quote.speaker.name if quote.speaker else None) for quote in quotes.find(reading, 0, known)]


def _table() -> list[tuple[str, str, list[str]]]:
    rows = []
    for language in ("en", "es"):
        for line in Path(__file__).with_name(f"quotes_{language}.txt").read_text(encoding="utf-8").split("\n"):
            text, _, told = line.partition(" | ")
            if text and not text.startswith("#"):
                rows.append((text, language, [name.strip().casefold() for name in told.split(";") if name.strip()]))
    return rows


@pytest.mark.parametrize(("text", "language", "speakers"), _table())
def test_each_quotation_has_its_speaker(text: str, language: str, speakers: list[str]) -> None:
    said = [(speaker or "").casefold() for _, speaker in found(text, language)]
    assert len(said) == len(speakers)
    assert all(name in speaker for name, speaker in zip(speakers, said, strict=True)), said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will rebuild the quay,” said Ana Ruiz, the mayor.", [("We will rebuild the quay", "Ana Ruiz")]),
        ("“We will rebuild the quay,” the mayor, Ana Ruiz, told reporters.", [("We will rebuild the quay", "Ana Ruiz")]),
        ('"We will rebuild the quay," Ana Ruiz said.', [("We will rebuild the quay", "Ana Ruiz")]),
        (
            "“We will rebuild,” Ana Ruiz said, “and we will do it by spring.”",
            [("We will rebuild", "Ana Ruiz"), ("and we will do it by spring", "Ana Ruiz")],
        ),
        (
            "“The quay is lost,” said Ana Ruiz. “It will take years to build another.”",
            [("The quay is lost", "Ana Ruiz"), ("It will take years to build another", "Ana Ruiz")],
        ),
        ("Ana Ruiz walked the quay. “It is gone,” she said.", [("It is gone", "Ana Ruiz")]),
        ("Ana Ruiz replied: “Not one stone is left.”", [("Not one stone is left", "Ana Ruiz")]),
        ("‘We will rebuild the quay,’ said Ana Ruiz.", [("We will rebuild the quay", "Ana Ruiz")]),
        ("“The union’s ‘red line’ is gone,” said Ana Ruiz.", [("The union’s ‘red line’ is gone", "Ana Ruiz")]),
        ("We lost the quay last night.\n— Ana Ruiz (@anaruiz) March 9, 2026", [("We lost the quay last night", "Ana Ruiz")]),
        (
            "Ben Holt, a pilot, spoke first. “It is late,” said Ben Holt. He added that the port “was never safe in winter.”",
            [("It is late", "Ben Holt"), ("was never safe in winter", "Ben Holt")],
        ),
        ("El ministro Bo Trán dijo ayer:\n“No habrá recortes en las aulas”.", [("No habrá recortes en las aulas", "Bo Trán")]),
        (
            "“Nos avisaron muy tarde aquella noche.\n“El capitán saltó el primero”, relata Bo Trán.",
            [("Nos avisaron muy tarde aquella noche", "Bo Trán"), ("El capitán saltó el primero", "Bo Trán")],
        ),
        (
            "Ana Ruiz, de 61 años, cuenta su vida.\n\n“El pozo se secó en mayo del año pasado”.",
            [("El pozo se secó en mayo del año pasado", "Ana Ruiz")],
        ),
        ("“Tell them I am fine,” Ike Bello, rescued on June 22, whispered to a nurse.", [("Tell them I am fine", "Ike Bello")]),
        ("According to Ana Ruiz, a vet, the herd is “thin but not sick”.", [("thin but not sick", "Ana Ruiz")]),
        ("Ana Ruiz said the bill was late, adding that “nobody reads it anyway”.", [("nobody reads it anyway", "Ana Ruiz")]),
        ("“The port is shut,” Ana Ruiz—who runs it—told the radio.", [("The port is shut", "Ana Ruiz")]),
        (
            "The book praises Ana Ruiz, who in a speech in June declared: “You know what? I am tired.”",
            [("You know what? I am tired", "Ana Ruiz")],
        ),
        ("Ana Ruiz: “We will not pay for the old quay”", [("We will not pay for the old quay", "Ana Ruiz")]),
        ("The so-called “iron road” was closed.", []),
        ("He read “The Old Quay” twice.", []),
        ('The 12" pipe and the 14" pipe broke.', []),
    ],
)
def test_english(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Vamos a levantar el muelle”, dijo el párroco Antón Viel.", [("Vamos a levantar el muelle", "Antón Viel")]),
        ("«Vamos a levantar el muelle», celebró el párroco en la plaza Antón Viel.", [("Vamos a levantar el muelle", "párroco")]),
        ("«Vamos a levantar el muelle», sostuvo la alcaldesa, Ana Ruiz.", [("Vamos a levantar el muelle", "Ana Ruiz")]),
        ("—No queda ni una piedra —resumió Ana Ruiz, de 40 años.", [("No queda ni una piedra", "Ana Ruiz")]),
        ("Ana Ruiz recorrió el muelle. “No queda nada”, aseguró.", [("No queda nada", "Ana Ruiz")]),
        ("Ana Ruiz se limitó a decir que «habrá que esperar al verano».", [("habrá que esperar al verano", "Ana Ruiz")]),
        (
            "Ana Ruiz salió a la puerta. “No hay plazo para la obra”, le dijo al periodista Luis Vega.",
            [("No hay plazo para la obra", "Ana Ruiz")],
        ),
        (
            "Ana Ruiz rechazó la obra: “No hay plazo para nadie”. Y añadió que el candidato “no sabe sumar ni restar”.",
            [("No hay plazo para nadie", "Ana Ruiz"), ("no sabe sumar ni restar", "Ana Ruiz")],
        ),
        ("“No hay plazo”, dijo a la prensa Ana Ruiz.", [("No hay plazo", "Ana Ruiz")]),
        ("Según Ana Ruiz, veterinaria, el rebaño está «flaco pero no enfermo».", [("flaco pero no enfermo", "Ana Ruiz")]),
        ("Ana Ruiz criticó la ley, añadiendo que “nadie la lee”.", [("nadie la lee", "Ana Ruiz")]),
        ("La técnica Ana Ruiz definió la derrota como “un funeral con goles”.", [("un funeral con goles", "Ana Ruiz")]),
        ("Ana Ruiz: «No pagaremos el muelle viejo»", [("No pagaremos el muelle viejo", "Ana Ruiz")]),
        ("El llamado “camino de hierro” fue cerrado.", []),
        (
            "Leo Brandt, el aliado de Kolar en su carrera por la alcaldía\n“Ni una obra más”, ha dicho el candidato del Partido Verde.\n"
            "Ayer se reunió Brandt con el candidato Kolar.",
            [("Ni una obra más", "Kolar")],
        ),
    ],
)
def test_spanish(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, "es") == expected


@given(st.text(alphabet="“”«»\"'‘’—– ab,.\n@()A", max_size=150), st.sampled_from(["en", "es"]))
def test_any_text_gives_quotations_that_slice_in_order(text: str, language: str) -> None:
    reading = tokens.read(text, Section(language, 0, len(text)))
    mentions = quotes.find(reading, 0, names.find([reading]))
    assert all(0 <= mention.start <= mention.end <= len(text) for mention in mentions)
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Minister: “We will win the vote next week”", "en", "Minister"),
        ("Ministro: «Vamos a ganar la votación»", "es", "Ministro"),
        ("Ana Ruiz accused the board of “lying to the people of this town”.", "en", "Ana Ruiz"),
    ],
)
def test_labels_and_accusers(text: str, language: str, speaker: str) -> None:
    assert [who for _, who in found(text, language)] == [speaker]


def test_a_nickname_in_marks_is_no_quotation() -> None:
    text = 'El general Patricio Almeida indicó que uno de ellos, Iván Sosa, alias "Tuco", cuenta con boleta de captura desde marzo.'
    assert not [claim for claim in watcher.extract(text).claims if claim.kind == "quote"]
