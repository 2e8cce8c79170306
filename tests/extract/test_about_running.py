"""Sentence and figure -> subject and property where a text runs on: verbs that look like nouns, whose, pronouns, what is left out."""

from __future__ import annotations

import pytest

from tests.extract.test_about import bound


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        # verbs that look like something else
        ("The scheme, begun in Leeds, helps tenants. It has cost £4m so far and will run for two years.", "two years", "scheme", "years"),
        ("The number of people out of work climbed by 47,000 to 1.8 million.", "47,000", "people", "people"),
        ("The bridge is 503 metres long. Some 160,000 vehicles cross it every day.", "160,000", "vehicles", "vehicles"),
        ("Gold hit a record $2,431 an ounce on Friday.", "$2,431", "gold", "price"),
        ("Turnover slipped 3% at the firm.", "3%", "turnover", "turnover"),
        # whose, his, he
        ("Moira Gant, whose own pay rose to £212,000, resigned.", "£212,000", "Moira Gant", "pay"),
        ("Judge Elena Markovic ruled on Monday. The family's lawyer had asked for $10m.", "$10m", "lawyer", "asked"),
        ("Passengers were stranded when a train broke down near Carlisle. Two were taken to hospital.", "Two", "passengers", "hospital"),
    ],
)
def test_what_a_figure_is_about(text: str, exact: str, subject: str, named: str) -> None:
    about = bound(text, "en")[exact]
    assert about.subject is not None and subject.casefold() in about.subject.name.casefold()
    assert set(named.split()) <= set(about.property.casefold().split()), about.property
