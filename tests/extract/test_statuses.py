"""Who is at which stage, in one sentence or two: a table for each lifecycle and way of saying it, in both languages."""

from __future__ import annotations

import pytest

from watcher.extract import names, statuses, tokens
from watcher.model import Section


def found(text: str, language: str) -> list[tuple[str, str]]:
    """("Name", "lifecycle/stage") for each status of a text, sorted; the text is padded so that it is no bare headline."""
    reading = tokens.read(text, Section(language, 0, len(text)))
    known = names.find([reading])
    mentions = statuses.find(reading, 0, known)
    assert all(text[mention.start : mention.end] for mention in mentions)
    return sorted((mention.subject.name, f"{mention.value.lifecycle}/{mention.value.stage}") for mention in mentions)


ENGLISH = [
    # titles and appositions
    ("Reporters asked President Marta Kolb about the plan.", [("Marta Kolb", "office/incumbent")]),
    ("Health Minister Ivor Dunn resigned on Monday.", [("Ivor Dunn", "office/former"), ("Ivor Dunn", "office/incumbent")]),
    ("The mayor of Port Ellen, Ruth Sands, opened the bridge.", [("Ruth Sands", "office/incumbent")]),
    ("Peter Lund, the former governor, was seen at the match.", [("Peter Lund", "office/former")]),
    ("Last week acting governor Lila Moss flew to Geneva.", [("Lila Moss", "office/acting")]),
    ("Crowds greeted president-elect Omar Diaz at the airport.", [("Omar Diaz", "office/elect")]),
    ("The club's president, Dan Fox, sold the stadium.", []),
    ("In the north, candidate Jane Holt promised new roads.", [("Jane Holt", "office/candidate")]),
    ("Jane Holt is running for mayor this autumn.", [("Jane Holt", "office/candidate")]),
    ("Jane Holt won the runoff by a wide margin.", [("Jane Holt", "office/elect")]),
    ("Jane Holt took office on Tuesday morning.", [("Jane Holt", "office/incumbent")]),
    ("The council has named Ann Lee as acting mayor.", [("Ann Lee", "office/acting")]),
    ("Ned Ash, a candidate for mayor, withdrew on Friday.", [("Ned Ash", "office/candidate"), ("Ned Ash", "office/withdrawn")]),
    # passives, actives, series, relatives
    (
        "Carl Webb was arrested on Friday and has been charged with fraud.",
        [("Carl Webb", "justice/arrested"), ("Carl Webb", "justice/charged")],
    ),
    ("Detectives arrested Carl Webb at a motel in Leeds.", [("Carl Webb", "justice/arrested")]),
    ("Carl Webb, 41, released on Monday after two years, thanked his lawyers.", [("Carl Webb", "justice/released")]),
    ("Carl Webb, who had been on trial since May, was acquitted.", [("Carl Webb", "justice/acquitted"), ("Carl Webb", "justice/on-trial")]),
    ("A court in Lyon sentenced Carl Webb to nine years.", [("Carl Webb", "justice/sentenced")]),
    ("Carl Webb is still on the run, detectives said.", [("Carl Webb", "justice/fugitive")]),
    ("The suspect, Carl Webb, 41, kept silent.", [("Carl Webb", "justice/suspect")]),
    ("The arrest of Carl Webb shocked the village.", [("Carl Webb", "justice/arrested")]),
    (
        "The climber Ida Moe is missing; the guide Per Lie was injured.",
        [("Ida Moe", "condition/missing"), ("Per Lie", "condition/injured")],
    ),
    ("The singer Ida Moe died in her sleep at home.", [("Ida Moe", "condition/dead")]),
    (
        "Ida Moe was found alive on Tuesday and is in critical condition.",
        [("Ida Moe", "condition/critical"), ("Ida Moe", "condition/found")],
    ),
    ("Among the dead is the baker Ida Moe.", [("Ida Moe", "condition/dead")]),
    ("Ida Moe, kidnapped in March, was freed on Sunday.", [("Ida Moe", "condition/freed"), ("Ida Moe", "condition/kidnapped")]),
    # bills, measures, deals, events
    ("The senate passed the Clear Skies Act by two votes.", [("Clear Skies Act", "bill/passed-chamber")]),
    ("President Marta Kolb vetoed the Quiet Nights Bill.", [("Marta Kolb", "office/incumbent"), ("Quiet Nights Bill", "bill/vetoed")]),
    ("The Toll Roads Act was repealed in May.", [("Toll Roads Act", "bill/repealed")]),
    ("The supreme court struck down the Toll Roads Act.", [("Toll Roads Act", "bill/struck-down")]),
    ("A night curfew, in force since Monday, empties the streets.", [("night curfew", "measure/in-force")]),
    ("The curfew in Malden was lifted on Thursday.", [("curfew in Malden", "measure/lifted")]),
    ("The ban on drones will be extended until June.", [("ban on drones", "measure/extended")]),
    ("Kestrel Foods is in talks to buy Lyle Mills.", [("Kestrel Foods", "deal/in-talks")]),
    ("Kestrel Foods has agreed to buy its rival Lyle Mills.", [("Kestrel Foods", "deal/agreed")]),
    ("The merger of Kestrel Foods was blocked by the regulator.", [("merger of Kestrel Foods", "deal/blocked")]),
    ("The Malden Jazz Festival has been postponed to July.", [("Malden Jazz Festival", "event/postponed")]),
    ("The summit, due to open on May 2, was cancelled.", [("summit", "event/cancelled")]),
    # what puts nobody at a stage
    ("Carl Webb has not been charged.", []),
    ("Carl Webb had never been convicted of any crime.", []),
    ("Carl Webb denied that he had been arrested.", []),
    ("Carl Webb could be charged next week.", []),
    ("Ivor Dunn is expected to resign.", []),
    ("If convicted, Carl Webb would go to prison.", []),
    ("Marta Kolb rejected the report as false.", []),
]

SPANISH = [
    ("Un juez condenó a Berta Sol por la muerte de dos pacientes.", [("Berta Sol", "justice/convicted")]),
    ("Un juez condenó a Berta Sol a doce años por la muerte de dos pacientes.", [("Berta Sol", "justice/sentenced")]),
    ("El presidente Mateo Lira habló por la noche.", [("Mateo Lira", "office/incumbent")]),
    ("La ministra de Salud Rosa Pinto anunció la compra.", [("Rosa Pinto", "office/incumbent")]),
    ("El ministro de Hacienda, Julio Arce, lo confirmó ayer.", [("Julio Arce", "office/incumbent")]),
    ("La exministra de Comercio Lucía Paz vive en Lima.", [("Lucía Paz", "office/former")]),
    ("El presidente electo, Mateo Lira, viajó al sur.", [("Mateo Lira", "office/elect")]),
    ("Pilar Soto es la ministra de Seguridad designada.", [("Pilar Soto", "office/elect")]),
    (
        "El gobernador Hernán Cota, candidato a la reelección, ganó aplausos.",
        [("Hernán Cota", "office/candidate"), ("Hernán Cota", "office/incumbent")],
    ),
    ("Inés Rivas ejerce como alcaldesa interina desde mayo.", [("Inés Rivas", "office/acting")]),
    ("Mateo Lira ganó el balotaje con amplia ventaja.", [("Mateo Lira", "office/elect")]),
    ("Mateo Lira renunció el lunes por la mañana.", [("Mateo Lira", "office/former")]),
    (
        "Raúl Espejo fue detenido en Lima y está imputado por fraude.",
        [("Raúl Espejo", "justice/arrested"), ("Raúl Espejo", "justice/charged")],
    ),
    ("La policía detuvo a Raúl Espejo en un hotel.", [("Raúl Espejo", "justice/arrested")]),
    ("El tribunal absolvió a la contadora Nadia Ferro.", [("Nadia Ferro", "justice/acquitted")]),
    ("Raúl Espejo, de 41 años, sigue prófugo en el norte.", [("Raúl Espejo", "justice/fugitive")]),
    ("El sospechoso, Raúl Espejo, guardó silencio.", [("Raúl Espejo", "justice/suspect")]),
    ("La detención de Raúl Espejo sorprendió al pueblo.", [("Raúl Espejo", "justice/arrested")]),
    (
        "El piloto Nico Arce está desaparecido; la guarda Elsa Tovar resultó herida.",
        [("Elsa Tovar", "condition/injured"), ("Nico Arce", "condition/missing")],
    ),
    ("El bombero Darío Quispe murió al cruzar el puente.", [("Darío Quispe", "condition/dead")]),
    ("Omar Dietz, secuestrado en abril, fue rescatado ayer.", [("Omar Dietz", "condition/kidnapped"), ("Omar Dietz", "condition/rescued")]),
    ("Entre los heridos figura el chef Omar Dietz.", [("Omar Dietz", "condition/injured")]),
    ("El Senado aprobó la Ley de Bosques por dos votos.", [("Ley de Bosques", "bill/passed-chamber")]),
    (
        "La Ley de Bosques fue promulgada el lunes y entró en vigor el martes.",
        [("Ley de Bosques", "bill/enacted"), ("Ley de Bosques", "bill/in-force")],
    ),
    ("La Ley de Bosques sigue en comisión.", [("Ley de Bosques", "bill/in-committee")]),
    ("El toque de queda en Puerto Gris fue levantado el jueves.", [("toque de queda en Puerto Gris", "measure/lifted")]),
    ("El Gobierno prorrogó por 60 días el estado de emergencia.", [("estado de emergencia", "measure/extended")]),
    ("La textil Telas Andinas está en conversaciones para vender su planta.", [("Telas Andinas", "deal/in-talks")]),
    ("La fusión fue aprobada por el regulador.", [("fusión", "deal/approved")]),
    ("La Copa Litoral fue cancelada.", [("Copa Litoral", "event/cancelled")]),
    ("La Feria del Libro quedó aplazada hasta abril.", [("Feria del Libro", "event/postponed")]),
    ("Para el 20 de mayo está prevista una cumbre.", [("cumbre", "event/scheduled")]),
    ("Raúl Espejo no ha sido imputado.", []),
    ("Raúl Espejo negó que fuera detenido.", []),
    ("Mateo Lira podría renunciar el lunes.", []),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=[text for text, _ in SPANISH])
def test_spanish(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "es") == expected


def test_a_pronoun_stands_for_the_subject_of_the_sentence_before() -> None:
    assert found("Carl Webb left the court with Ann Lee. He has been charged with theft.", "en") == [("Carl Webb", "justice/charged")]


def test_spanish_drops_the_subject_of_the_sentence_before() -> None:
    assert found("Raúl Espejo salió del país en marzo. Fue detenido en Lima.", "es") == [("Raúl Espejo", "justice/arrested")]


def test_a_headline_on_its_own_speaks_of_people_without_names() -> None:
    assert ("Man", "justice/charged") in found("Man charged over blast in northern town", "en")


def test_the_title_tells_role_and_place() -> None:
    text = "The mayor of Karhan, Ruth Sands, opened the bridge."
    reading = tokens.read(text, Section("en", 0, len(text)))
    (mention,) = statuses.find(reading, 0, names.find([reading]))
    assert (mention.value.label, mention.value.role, mention.value.of) == ("mayor", "mayor", "Karhan")
