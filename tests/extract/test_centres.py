"""Who goes on being told of: pronouns and dropped subjects over sentences that name others on the way."""

from __future__ import annotations

import pytest

import watcher

ENGLISH = [
    (
        "Daniel Okoye took over the ministry in 2021. He worked with Peter Lund on the reform and later replaced him. "
        "“It was a long fight,” he said.",
        "Daniel Okoye",
    ),
    (
        "It is Ndlovu who has taken charge of the talks. On Friday he met the Kenyan minister, William Otieno, in Nairobi, and attended "
        "Moses Kibet's inauguration in the president's stead. Six months later he accompanied Otieno on a tour. “The door is open,” he said.",
        "Ndlovu",
    ),
    (
        "The prosecution of Harold Finch began on Monday. He is accused of taking bribes. “I did nothing wrong,” he told the court.",
        "Harold Finch",
    ),
    (
        "The meeting concluded with words of support from Mayor Ian Ross, who offered help to Paul Dean and said the city was ready. "
        "“We consider Mr Dean a friend,” he said.",
        "Ian Ross",
    ),
    (
        "Susan Wray's campaign raised $3 million. She will face Mark Dunn in November. “People are ready for change,” she said.",
        "Susan Wray",
    ),
    (
        "Amara Diallo, the Malian minister of mines, arrived in Lyon on Monday. She visited the plant of Jean Morel, the minister of industry of "
        "Togo. The Malian spoke to students. “The ore is ours,” the minister told them.",
        "Amara Diallo",
    ),
]
SPANISH = [
    (
        "Rodrigo Salas obtuvo el 24% de los votos en la primera vuelta. El año pasado visitó la cárcel de Tacumbú, pieza central de la "
        "política de Efraín Duarte. Tras el recorrido, rechazó trasladar presos: “Aquí cumplirán su pena”.",
        "Rodrigo Salas",
    ),
    ("El juicio contra Hernán Pardo comenzó el lunes. Está acusado de cohecho. “No hice nada”, declaró ante el tribunal.", "Hernán Pardo"),
    ("Lucía Ferrer asumió en marzo. Sustituye a Andrés Gil. «Es un honor», dijo.", "Lucía Ferrer"),
    ("El Banco Litoral nombró presidente a Óscar Prieto. Sucede a Marta Gil, que se jubila. «Vengo a sumar», señaló.", "Óscar Prieto"),
    (
        "Julio Cano fue ministro bajo la presidencia de Aldo Mora. En 2019 aspiró a la fiscalía. “Perdí por poco”, recordó.",
        "Julio Cano",
    ),
    ("La campaña de Elena Rojas creció. En noviembre se medirá con Luis Tapia. “La gente quiere un cambio”, sostuvo.", "Elena Rojas"),
    (
        "El encuentro concluyó con palabras de apoyo del alcalde Bruno Sáez, quien ofreció ayuda a Mario Lema. «Consideramos a Lema un "
        "amigo», afirmó.",
        "Bruno Sáez",
    ),
    (
        "La ministra de Salud, Carla Soto, recibió a los médicos. En una entrevista con Rosa Nieto, defendió el plan: «No sobra nadie».",
        "Carla Soto",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), ENGLISH + SPANISH)
def test_whom_a_sentence_goes_on_with_speaks(text: str, speaker: str) -> None:
    said = [claim.subject for claim in watcher.extract(text).claims if claim.kind == "quote"]
    assert [subject.name for subject in said if subject is not None] == [speaker]


def test_a_long_article_calls_nobody_by_two_names() -> None:
    """Votes for other types add up with the length of an article; they do not part "Okafor" from "Ruth Okafor" while most tell a person."""
    praise = " ".join(
        f"Okafor said {place} was safe. The Okafor plan stood." for place in ("Arden", "Belmer", "Corvo", "Dunmore", "Elster")
    )
    text = f"The governor, Ruth Okafor, spoke on Monday. {praise} “We go on,” Okafor said. “It is right,” Okafor told reporters."
    speakers = {claim.subject.name for claim in watcher.extract(text).claims if claim.kind == "quote" and claim.subject is not None}
    assert speakers == {"Ruth Okafor"}


@pytest.mark.parametrize(
    ("text", "exact", "source"),
    [
        # a capital of a name is no verb of saying; "alleged" describes the abuses, not the people
        (
            "The camp, which has drawn criticism for its alleged abuses and was the home of over 250 people deported from the United States "
            "last year, will close.",
            "250",
            None,
        ),
        # "the outlet" is no prison known by its letters
        ("Ana Ruiz toured CEPRO, the prison. The outlet added that she won 58.6% of the vote.", "58.6%", "outlet"),
        # what somebody is called is not what they say
        ("President-elect Ana Ruiz said 12 countries agree.", "President-elect", None),
    ],
)
def test_who_is_no_source(text: str, exact: str, source: str | None) -> None:
    claim = next(claim for claim in watcher.extract(text).claims if claim.evidence[0].exact == exact)
    assert (claim.attribution.source if claim.attribution else None, claim.modality) == (source, "asserted")


def test_a_headline_and_its_twin_are_no_interview() -> None:
    text = "RUTH OKAFOR'S IRON FIST: Is Chad Next?\n\nRUTH OKAFOR'S IRON FIST: Is Chad Next?\n\nThe camp took in 250 people."
    assert [claim.attribution for claim in watcher.extract(text).claims if claim.kind == "figure"] == [None]


def test_what_has_an_object_is_no_participle() -> None:
    claims = watcher.extract("The facility also recently received over 250 migrants deported from the north.").claims
    assert [claim.subject.name for claim in claims if claim.kind == "figure" and claim.subject] == ["facility"]
    claims = watcher.extract("Okafor first ran for president in 2017, finishing fourth with 8% of the vote.").claims
    assert {claim.subject.name for claim in claims if claim.subject} == {"Okafor"}


@pytest.mark.parametrize(
    ("first", "on", "last"),
    [
        ("Ana Bo won the vote. ", "She ran again in the spring. ", "She hired 40 nurses."),
        ("Ana Bo ganó la alcaldía. ", "Dijo que volvería. ", "Contrató a 40 enfermeras."),
        ("The minister Ana Bo met the minister Juan Paz. ", "The minister spoke. It rained. ", "She hired 40 nurses."),
    ],
)
def test_any_number_of_sentences_go_on(first: str, on: str, last: str) -> None:
    claims = watcher.extract(first + on * 500 + last).claims
    assert [claim.subject.name for claim in claims if claim.subject][-1] == "Ana Bo"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Huyó Bo Paz. Según informó el fiscal Iván Roca, todos fueron «enviados a la cárcel», en celdas distintas, dijo el funcionario.",
            ["Iván Roca"],
        ),
        (
            "La candidata Elena Rojas habló. La aspirante, que llegó con su esposo y jefe de la lista, Mario Lema, derrotado en 2009, explicó "
            "que “no podía denunciar nada sin datos”.",
            ["Elena Rojas"],
        ),
        ("El exalcalde Luis Tapia no es investigado, aclaró la fiscal, Rosa Nieto. «No hay ningún proceso. Cero», dijo.", ["Rosa Nieto"]),
        ("Paula Rey cantó anoche. «Canto más tiempo que nadie», dijo al recoger la Medalla del Canto.", ["Paula Rey"]),
        ("—Oíamos el fuego como un camión —relata Celsa Otero, de 81 años, en el refugio—. Salí con el gato.", ["Celsa Otero"] * 2),
    ],
)
def test_who_speaks_in_spanish(text: str, said: list[str]) -> None:
    quotes = [claim for claim in watcher.extract(text).claims if claim.kind == "quote"]
    assert [claim.subject.name for claim in quotes if claim.subject] == said


def test_part_of_a_name_is_no_verb() -> None:
    """A name's last word may look like a cue ("Mata"), and whose government it is stands in the government's name."""
    claims = watcher.extract("La directora, Laura Mata, habló. Según Mata, todo va bien.").claims
    assert not [claim for claim in claims if claim.property == "condition"]
    claims = watcher.extract("Bo Solís fue ministro en el Gobierno de Rafael Correa. Fue sentenciado el expresidente Correa.").claims
    assert {claim.subject.name for claim in claims if claim.subject and claim.property == "justice"} == {"Rafael Correa"}
    (figure,) = [c for c in watcher.extract("Hernández del Partido Nacional recoge el 35,26% de los votos.").claims if c.kind == "figure"]
    assert figure.subject is not None
    assert figure.subject.name == "Hernández"
