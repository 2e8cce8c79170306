"""Named events, columns headed by names, whom an amount is given to: figures that a name tells of where another noun stands nearer."""

from __future__ import annotations

import pytest

from tests.extract.binding import assert_told

STORM = (
    "Toll from typhoon Ligaya rises to 63\n\nTyphoon “Ligaya” killed 63. The bulletin had put the toll at 46. Some 212,000 were displaced."
)
HURACAN = "El huracán «Ligia» deja 12 muertos\n\nEl huracán “Ligia” dejó 12 muertos en Ocumé. Unas 3.000 personas fueron evacuadas."
TABLE = (
    "Rosa Bo leads Jon Kim for governor. How they voted:\n\nConstituency | Bo | Kim\nLower Tindi | 38,220 | 19,045\nEast | 41,508 | 27,233"
)
COUNT = "Results from 614 stations gave Rosa Bo, of the Alliance, 148,306 votes against 126,917 for Jon Kim."


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject"),
    [
        (STORM, "en", "46", "Ligaya"),
        (STORM, "en", "212,000", "Ligaya"),
        (HURACAN, "es", "3.000", "Ligia"),
        (TABLE, "en", "38,220", "Rosa Bo"),
        (TABLE, "en", "27,233", "Jon Kim"),
        (COUNT, "en", "148,306", "Rosa Bo"),
        (COUNT, "en", "126,917", "Jon Kim"),
        ("At home in Tindi, where people had come by nightfall, Bo, 49, would not talk. Rosa Bo won.", "en", "49", "Rosa Bo"),
        ("Former Bredelaar mayor Gideon Fort was bailed on Friday. He faces 17 charges of fraud.", "en", "17", "Gideon Fort"),
        ("Outgoing Bredelaar mayor Gideon Fort spoke. He spent 17 years in office.", "en", "17 years", "Gideon Fort"),
    ],
)
def test_whom_a_figure_is_about(text: str, language: str, exact: str, subject: str) -> None:
    assert_told(text, language, exact, subject)


LISTED = "The law passed. Among other things, the bill will:\n\n• require 90 days' notice, up from 30;\n\n• set up a court with a budget of $180 million."
LISTA = "La ley obliga a:\n\n- avisar con 90 días\n- pagar 300 euros"


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject"),
    [
        (LISTED, "en", "90 days", "bill"),
        (LISTED, "en", "$180 million", "bill"),
        (LISTA, "es", "300 euros", "ley"),
        ("The vote came at the end of a sitting lasting nine hours.", "en", "nine hours", "sitting"),
        ("Police stopped a convoy carrying 40 tonnes of copper.", "en", "40 tonnes", "convoy"),
        ("Ana Bo resigned as chair following eleven years in the job.", "en", "eleven years", "Ana Bo"),
        ("Borrowing in the year to January reached £102bn.", "en", "£102bn", "borrowing"),
    ],
)
def test_a_line_goes_on_with_what_leads_to_it_and_a_participle_with_its_noun(text: str, language: str, exact: str, subject: str) -> None:
    assert_told(text, language, exact, subject)


SEARCH = "More than 60 rescuers, six dogs and two helicopters took part in the search."


@pytest.mark.parametrize(
    ("text", "language", "exact", "subject"),
    [
        (SEARCH, "en", "60", "rescuers"),
        (SEARCH, "en", "six", "dogs"),
        ("Unos 60 rescatistas, seis perros y dos helicópteros participaron en la búsqueda.", "es", "dos", "helicópteros"),
        ("Shares in Corvel fell on Monday after the British sofa maker cut its profit forecast by 12%.", "en", "12%", "Corvel"),
        ("Teams were searching for three climbers who went missing after a slide.", "en", "three", "climbers"),
        ("A poll by Median in April found 71% of Ostavians against the reform.", "en", "71%", "Ostavians"),
        ("One in six blood infections no longer responds to first-line drugs.", "en", "One in six", "blood infections"),
    ],
)
def test_each_of_a_list_and_whom_a_description_means(text: str, language: str, exact: str, subject: str) -> None:
    assert_told(text, language, exact, subject)
