"""Whom "the company", "its shares" and "la empresa" are told of: the firm of the story, not who was merely cited last."""

from __future__ import annotations

import pytest

import watcher

CLOUD = (
    "Outage at Nimbus Cloud knocks out 2,300 websites\n\nA software fault at Nimbus Cloud cut off 2,300 websites, the company said. Shops "
    "lost $48 million, according to analysts at Kepler Research. The company, which hosts 900 shops, said 97% of services were back. Its "
    "shares fell 6.4%."
)
LOOM = (
    "Brell Loom will close a plant\n\nBrell Loom will close a plant, the retailer said on Monday. The market shrank 4%, according to Marn "
    "Institute. The company employs 3,100 people. Its sales were $90 million."
)
TELAR = (
    "El Grupo Telar cierra una planta\n\nEl Grupo Telar cerrará una planta, informó la empresa. El mercado cayó un 4 %, según datos de "
    "Instituto Marn. La compañía emplea a 3.100 personas. Sus ventas sumaron 90 millones de euros."
)


@pytest.mark.parametrize(
    ("text", "exact", "subject"),
    [
        (CLOUD, "900", "Nimbus Cloud"),
        (CLOUD, "6.4%", "Nimbus Cloud"),
        (LOOM, "3,100", "Brell Loom"),
        (LOOM, "$90 million", "Brell Loom"),
        (TELAR, "3.100", "Grupo Telar"),
        (TELAR, "90 millones de euros", "Grupo Telar"),
    ],
)
def test_the_company_is_the_one_the_story_tells_of(text: str, exact: str, subject: str) -> None:
    told = next(claim for claim in watcher.extract(text).claims if claim.evidence[0].exact == exact)
    assert told.subject is not None
    assert (told.subject.name, told.subject.type) == (subject, "organization")


def test_a_place_stays_one_where_the_firm_has_another_name() -> None:
    text = "Fire in Pucar kills two\n\nA fire in Pucar killed two people at a mine of Alto Metals. The company has 300 workers in Pucar."
    told = next(claim for claim in watcher.extract(text).claims if claim.evidence[0].exact == "300")
    assert told.subject is not None
    assert told.subject.name == "Alto Metals"
