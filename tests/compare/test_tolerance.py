"""What is read otherwise in another wording is no change; the same number of somebody else is two."""

from __future__ import annotations

import unicodedata

import pytest

from watcher.compare import Others, across, versions
from watcher.documents import from_text
from watcher.extract import extract
from watcher.model import DocumentVersion, KnownClaim

HEAD = "QUELLAR, March 3, 2026 – The council met on Tuesday.\n\n"
CABEZA = "QUELLAR, 3 de marzo de 2026 – El concejo se reunió el martes.\n\n"
FACTS = ("figure.", "status.", "date.", "translation.")


def kinds(old: str, new: str) -> list[str]:
    return [change.kind for change in versions(extract(from_text(old)), extract(from_text(new))) if change.kind.startswith(FACTS)]


QUIET = [
    (
        HEAD + "The roof is being repaired. Two thousand new tiles are to come from Ferrol.",
        HEAD + "The roof is being repaired. 2000 new tiles are to come from Ferrol.",
    ),
    ("Queue for flats passes 2.3m", "Queue for flats passes 2.3 million"),  # no metres
    ("The line lost 9,000 riders when it cancelled its night trains.", "The cancellation of night trains cost the line 9,000 riders."),
    (
        CABEZA + "La galería daba trabajo a 900 personas y bajaba hasta los 410 metros.",
        CABEZA + "En sus buenos años trabajaban allí 900 personas, a una profundidad que alcanzaba los 410 metros.",
    ),
    (
        CABEZA + "El autobús pasará cada 12 días por Peñarrubia, donde viven 340 personas, según la alcaldesa Begoña Ibáñez.",
        unicodedata.normalize(
            "NFD", CABEZA + "El autobús pasará cada 12 días por Peñarrubia, donde viven 340 personas, según la alcaldesa Begoña Ibáñez."
        ),
    ),
    # one man, a man
    ("One man died in Tarn when a tree fell on his van.", "A man was killed in Tarn after a tree fell on his van."),
    ("One firefighter was taken to hospital. Sixty residents left.", "A firefighter was hospitalised, and 60 residents had to leave."),
    # an amount goes with the telling word on its own side of an "and"
    (
        "More than 4,000 people have been killed and 350,000 displaced since fighting began two years ago.",
        "The fighting, which started two years ago, has killed over 4,000 people and displaced 350,000.",
    ),
    # the same amount told anew, in a sentence of another kind
    (
        HEAD + "It will last 30 days and was signed in Doha by General Amadi Sule. The ceasefire came into force at midnight.",
        HEAD + "At midnight a 30-day ceasefire took effect. General Amadi Sule had signed it in Doha.",
    ),
    (
        CABEZA + "Cóndor Sur y la brasileña Planalto firmaron su fusión, que crea un grupo con 180 aviones y 24.000 empleados.",
        CABEZA + "Quedó firmada la fusión de Cóndor Sur con la brasileña Planalto. El grupo contará con 24 mil empleados y 180 aeronaves.",
    ),
    # a stage told by another of its words, or by the same ones in another order
    (
        HEAD + "A teacher was charged with the murder of Ada Thorne, 16, whose body was found in a wood.",
        HEAD + "A teacher was charged with murdering 16-year-old Ada Thorne. Her body was discovered in a wood.",
    ),
    (
        HEAD + "The line is safe, the council's leader, Moira Pell, said.",
        HEAD + "The leader of the council, Moira Pell, said the line was safe.",
    ),
    # a bare dollar sign in a text of pesos; a bound told by a verb, and by a noun
    (
        CABEZA + "El titular de Caminos está imputado por el pago de $ 1.800 millones a una constructora.",
        CABEZA + "Imputado por pagar 1.800 millones de pesos a una constructora, el titular de Caminos calla.",
    ),
    (CABEZA + "La norma limita los aumentos al 5% anual.", CABEZA + "Los aumentos no podrán superar el 5% por año."),
]


@pytest.mark.parametrize(("old", "new"), QUIET)
def test_other_words_for_the_same_facts_are_no_change(old: str, new: str) -> None:
    assert kinds(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # the counts of two fates are exchanged, in other words
        ("One dead and three hurt in shooting at Tarn depot", "Three workers killed, one wounded in shooting at Tarn depot", ["figure.revised"] * 2),
        ("Dos muertos y cinco heridos en un choque en Orense", "Cinco fallecidos y dos lesionados en un choque en Orense", ["figure.revised"] * 2),
        # what was to come has come, whether the rules read the plan or not
        ("The ban on drones will be lifted on Monday.", "The ban on drones was lifted on Monday.", ["status.added"]),
        ("El toque de queda será levantado el lunes.", "El toque de queda fue levantado el lunes.", ["status.added"]),
        (HEAD + "Actor Gil Sorrel is expected to be released.", HEAD + "Actor Gil Sorrel was released.", ["status.added"]),
        (CABEZA + "El actor Gil Sorel podría ser imputado por fraude.", CABEZA + "El actor Gil Sorel fue imputado por fraude.", ["status.added"]),
        # a word of the stage that names something else, or what is asked for
        ("Two dead after shooting in central Tarn", "Tarn shooting leaves two dead and several injured", ["status.added"]),
        ("Premier Lou Sorrel quits after 19 days", "Premier Lou Sorrel faces calls to quit after 19 days", ["status.removed"]),
        # three of this, three of that
        ("Portraits taken at Tarn go on display at three venues.", "The three new portraits show the duchess in a glamorous style.", ["figure.removed", "figure.added"]),
        # what will come is now what may come
        ("Lumo will cut 1,200 jobs at its plant in Tarn.", "Lumo could cut 1,200 jobs at its plant in Tarn.", ["figure.revised"]),
        ("Lumo recortará 1.200 empleos en su planta.", "Lumo podría recortar 1.200 empleos en su planta.", ["figure.revised"]),
        # one revision, whatever subject the headline and the body give it
        (
            "Six miners held in Gurama hills\n\nGunmen are holding six miners in the hills after an attack on a camp.",
            "Four miners held in Gurama hills\n\nGunmen are holding four miners in the hills after an attack on a camp.",
            ["figure.revised"],
        ),
        # two dates of two things
        (
            CABEZA + "La ley alcanza a 190 talleres. Los diputados la tratarán el 9 de junio, informó la senadora Carina Bento.",
            CABEZA + "La ley alcanza a 190 talleres. Entrará en vigencia el 1 de agosto, informó la senadora Carina Bento.",
            ["date.removed", "date.added"],
        ),
        # a number of the dead goes on as one, whatever stands first
        ("Five hurt, two killed in Tarn mill fire", "Four killed in Tarn mill fire", ["figure.removed", "figure.revised"]),
        # and one of the hurt does not, where all else stays
        ("Nine people are injured in the Tarn mill fire", "Four people are killed in the Tarn mill fire", ["figure.removed", "figure.added", "status.shifted"]),
        # the votes for and against are told apart behind the number; "for" elsewhere is a preposition
        (
            HEAD + "Wolves have killed 16 sheep, for which farmers received a total of $5,200.",
            HEAD + "Farmers have been paid $5,200 in all for the 16 sheep the wolves have killed.",
            [],
        ),
        # the turn of a verb is told once, as a status; the price did not move
        (
            HEAD + "Lorne Foods has agreed to buy the brewer Lyle for £640 million, the companies said.",
            HEAD + "Lorne Foods has cancelled its purchase of the brewer Lyle for £640 million, the companies said.",
            ["status.shifted"],
        ),
        # the same words, read with another unit because of what stands before them
        (
            CABEZA + "El parque recibió US$ 9,6 millones de ayuda y tiene 14 barcas - dos de ellas en dique seco.",
            CABEZA + "El parque recibió US$9,6 millones de ayuda y tiene 14 barcas —dos de ellas en dique seco—.",
            [],
        ),
        # a count never becomes a sum of money
        ("Two paintings stolen from Lorne museum", "Paintings worth £6m stolen from Lorne museum", ["figure.removed", "figure.added"]),
        # a sentence of years, gone from the headline and from the body
        (
            "Nora Salas, condenada a seis años\n\nNora Salas fue condenada a seis años de prisión por el fraude, informó el tribunal.",
            "Nora Salas, absuelta\n\nNora Salas fue absuelta del fraude, informó el tribunal.",
            ["figure.removed", "status.shifted"],
        ),
        ("Tunnel fire leaves 17 hurt in Lorne", "Fire injures 17 in Lorne tunnel", []),
    ],
)  # fmt: skip
def test_a_fact_moves_once(old: str, new: str, expected: list[str]) -> None:
    assert kinds(old, new) == expected


def test_a_turn_told_in_two_languages_is_one_shift() -> None:
    both = "PORTA, September 22, 2026 – Former mayor Mila Arroy {} in the case of the tram, the court said.\n\nPORTA, 22 de septiembre de 2026 – La exalcaldesa Mila Arroy {} por el caso del tranvía, informó el tribunal."
    old, new = both.format("has been charged", "está imputada"), both.format("was convicted", "fue condenada")
    assert kinds(old, new) == ["status.shifted"]
    assert kinds(new, old) == ["status.shifted"]


def test_the_number_given_to_another_port_is_gone_here_and_new_there() -> None:
    old = CABEZA + "El puerto de Villa Serena movió 730.000 toneladas en enero, según el informe que publicó la autoridad."
    assert kinds(old, old.replace("Villa Serena", "Cabo Moro")) == ["figure.removed", "figure.added"]


def test_evidence_of_decomposed_text_stands_where_it_is_quoted_from() -> None:
    text = unicodedata.normalize("NFD", CABEZA + "La alcaldesa Begoña Ibáñez prometió 340 árboles. «Habrá más», dijo Ibáñez el día 4.")
    snapshot = extract(from_text(text))
    assert "Begoña Ibáñez" in {claim.subject.name for claim in snapshot.claims if claim.subject}
    assert all(text[piece.start : piece.end] == piece.exact for claim in snapshot.claims for piece in claim.evidence)
    assert all(piece.sentence in text for claim in snapshot.claims for piece in claim.evidence)


def test_a_number_that_ends_the_headline_is_no_day_of_the_month_below() -> None:
    assert (
        extract(from_text("Quellar flood toll climbs to 22\n\nMay 5, 2026 | The Post\n\nThe river rose again.")).document.published
        == "2026-05-05"
    )


def test_so_many_thousands_arrested_in_one_country_is_one_running_number() -> None:
    texts = [
        "NORTON, March 3, 2026 – The Assembly voted.\n\nMore than 21,000 people have been arrested since the curfew began in Verde Alta, the police said.",
        "NORTON, 10 de abril de 2026 – El Congreso votó.\n\nMás de 22.500 personas han sido detenidas en Verde Alta desde que empezó el toque de queda.",
        "NORTON, May 12, 2026 – The Assembly voted.\n\nMore than 23,000 people have been arrested in Verde Alta, the police said.",
    ]
    known: list[KnownClaim] = []
    found = []
    for order, text in enumerate(texts):
        snapshot = extract(from_text(text, f"{order}.txt"))
        found.append([change.kind for change in across(snapshot, Others(known)) if change.kind in ("figure.revised", "figure.conflicting")])
        known += [KnownClaim(claim, DocumentVersion(f"{order}.txt", 1), snapshot.document.published, order) for claim in snapshot.claims]
    assert found == [[], ["figure.revised"], ["figure.revised"]]
