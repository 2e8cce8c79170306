"""Statuses in the syntax of court and government news: whose a noun before a comma is, sums between a verb and whom it acts on, objects
grown onto their verb, whom a relative stands for, who accuses, what is still to come, and the office that the words of a status name."""

from __future__ import annotations

import pytest

import watcher


def _told(text: str) -> list[tuple[str, str]]:
    claims = watcher.extract(text).as_dict()["claims"]
    return sorted((claim["value"]["stage"], claim["subject"]["name"]) for claim in claims if claim["kind"] == "status")


WHOSE = [
    ("After the death of the mayor, Ann Lee took over.", []),
    ("Tras la muerte del alcalde, Luis Peña asumió el cargo.", [("incumbent", "Luis Peña")]),
    ("Con la renuncia de la ministra, Luis Peña fue nombrado.", [("incumbent", "Luis Peña")]),
    ("In the murder of the teacher, Tom Ray was convicted.", [("convicted", "Tom Ray")]),
    ("The arrest of the mayor, Ann Lee, shook Tarn.", [("arrested", "Ann Lee"), ("incumbent", "Ann Lee")]),
    ("Fue condenado el exdirector del puerto Luis Peña.", [("convicted", "Luis Peña")]),
    ("El procesamiento del alcalde de la localidad, Luis Peña (PV), sorprendió.", [("charged", "Luis Peña"), ("incumbent", "Luis Peña")]),
    ("Juan Soto sanó en su hospital, el Luis Peña de Tora, donde ingresó tras ser detenido.", [("arrested", "Juan Soto")]),
]

WHOM = [
    ("La Justicia condenó a 12 años y medio de prisión a un muchacho.", [("sentenced", "muchacho")]),
    ("El tribunal condenó a dos años y tres meses de cárcel a Luis Peña.", [("sentenced", "Luis Peña")]),
    ("Detuvieron en Lima y Cusco a Luis Peña.", [("arrested", "Luis Peña")]),
    ("Los agentes persiguieron a Luis Peña y lograron detenerlo.", [("arrested", "Luis Peña")]),
    ("El empresario Luis Peña negó todo. El juez Juan Soto decidió condenarlo a diez años.", [("sentenced", "Luis Peña")]),
    ("Ana Ruiz corrió. La policía no logró detenerla.", []),
    ("La policía quiere detenerla.", []),
    ("El jefe del puerto, al que destituyó hace tres años, según el portavoz, Luis Peña, recurrió.", [("former", "jefe")]),
    ("La policía detuvo a un prófugo acusado de homicidio.", [("arrested", "prófugo"), ("charged", "prófugo")]),
    ("Así, asumió como titular del cargo, Ana Ruiz.", [("incumbent", "Ana Ruiz")]),
]

TO_COME = [
    ("A curfew must be lifted by May.", []),
    ("Luis Mora must be released, his lawyer said.", []),
    ("Keith Pitt will become Chile's minister for mining.", [("elect", "Keith Pitt")]),
    ("Clare Bo will become the Minister for Housing.", [("elect", "Clare Bo")]),
    ("Ann Lee wants to become mayor of Tarn.", []),
    ("When the mayor resigns, Ann Lee takes over.", []),
    ("Mike Ray will go on May 20, the day Ann Lee takes office.", []),
    ("Ann Lee was seen the day Bo Tran was arrested.", [("arrested", "Bo Tran")]),
]

ELSE = [
    ("Ann Lee was caught in a storm.", []),
    ("Tom Ray declared a state of emergency as heavy rains continued.", [("announced", "state of emergency")]),
    ("The House on Thursday voted 116-29 in favor of the bill.", [("passed-chamber", "bill")]),
    ("It followed the resignation last week of Ann Lee as minister for health.", [("former", "Ann Lee")]),
    ("Marlon Barry ran Tarn. In 2009, while Barry was away, police arrested him.", [("arrested", "Marlon Barry")]),
    ("The Premier League club Tarn signed Bo Tran.", []),
]

ACCUSED = [
    ("Luis Soto acusó a Juan Peña de corrupción.", []),
    ("El diputado acusó a Juan Peña de fraude.", []),
    ("La fiscal Ana Ruiz acusó a Juan Peña de corrupción.", [("charged", "Juan Peña")]),
    ("La Fiscalía acusa a Juan Peña de robar fondos.", [("charged", "Juan Peña")]),
]

OFFICES = [
    ("Ann Lee resigned as mayor of Tarn.", "mayor", "Tarn"),
    ("Ann Lee was forced to resign from her post on Sunday as mayor of Tarn.", "mayor", "Tarn"),
    ("Ann Lee resigned on Tuesday as Chile's health minister.", "health minister", "Chile"),
    ("Ann Lee quit as finance minister.", "finance minister", None),
    ("Ann Lee was appointed the new prime minister.", "prime minister", None),
    ("Ana Ruiz fue elegida presidenta de Chile.", "presidenta", "Chile"),
    ("Luis Peña asumió como ministro de Salud.", "ministro", None),
    ("El presidente destituyó a la ministra Ana Ruiz.", "ministra", None),
    ("En su lugar asume como gobernador el diputado Luis Peña.", "gobernador", None),
    ("Eligieron al senador Luis Peña.", None, None),
]


@pytest.mark.parametrize(("text", "told"), WHOSE + WHOM + TO_COME + ELSE + ACCUSED)
def test_who_is_at_which_stage(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(("text", "role", "of"), OFFICES)
def test_a_status_names_its_office(text: str, role: str | None, of: str | None) -> None:
    claims = [claim["value"] for claim in watcher.extract(text).as_dict()["claims"] if claim["kind"] == "status"]
    told = next(value for value in claims if value["label"] not in (value["role"], "presidente", "senador", "ministra"))
    assert (told["role"], told["of"]) == (role, of)


def test_a_headline_tells_of_whom_the_text_names() -> None:
    text = "Decretan prisión para el alcalde de Lorca\n\nEl juez envió a la cárcel al alcalde de Lorca, Luis Peña, el lunes."
    arrested = [claim for claim in watcher.extract(text).as_dict()["claims"] if claim["value"].get("stage") == "arrested"]
    assert [(claim["subject"]["name"], claim["evidence"][0]["start"]) for claim in arrested] == [("Luis Peña", 0)]


def test_a_governed_name_is_whom_a_pronoun_means_where_the_sentence_opens_with_what_is_his() -> None:
    text = "Ann Lee and Tom Ray run Tarn. Ray said he would fight. The charges against Lee date from before she was elected mayor."
    elected = [claim for claim in watcher.extract(text).as_dict()["claims"] if claim["value"].get("stage") == "elect"]
    assert [claim["subject"]["name"] for claim in elected] == ["Ann Lee"]
