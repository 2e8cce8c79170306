"""Versions of one document: every fact that moved, once, under the right name, and nothing else."""

from __future__ import annotations

import pytest

import watcher
from tests.compare.kit import Said, day, figure, quote, snapshot, status
from watcher.compare import versions
from watcher.compare.summary import side_text
from watcher.model import Snapshot

FERRY = "A ferry sank off Cape Orla on Monday.\n\nRescuers said 19 people were killed and 34 are missing.\n\nThe search goes on."


def said(before: Snapshot, after: Snapshot) -> list[tuple[str, str, str]]:
    """The changes but for the text's own, in short."""
    changes = versions(before, after)
    assert changes[0].kind == "document.updated"
    return [(change.kind, side_text(change.before, "en"), side_text(change.after, "en")) for change in changes[1:]]


def test_a_revised_figure_in_a_kept_sentence() -> None:
    before = snapshot(FERRY, figure("19", "19", about="death toll"), figure("34", "34", about="missing"))
    after = snapshot(FERRY.replace("19", "27"), figure("27", "27", about="death toll"), figure("34", "34", about="missing"))
    assert said(before, after) == [("figure.revised", "19", "27")]


def test_a_rewritten_sentence_keeps_its_figure() -> None:
    before = snapshot(
        "Officials said the jobless rate in Garland was 6.4% in May.", figure("6.4%", "6.4", "percent", "Garland", "unemployment rate")
    )
    after = snapshot(
        "In May 6.2% of Garland was out of work, a report found.", figure("6.2%", "6.2", "percent", "Garland", "unemployment rate")
    )
    assert said(before, after) == [("figure.revised", "6.4%", "6.2%")]


def test_figures_exchanged_between_subjects_are_two_revisions() -> None:
    def poll(one: str, other: str) -> Snapshot:
        text = f"Sheila Moss has {one} of the vote and Hector Vane {other}."
        return snapshot(
            text,
            figure(one, one[:2], "percent", "Sheila Moss", "vote share"),
            figure(other, other[:2], "percent", "Hector Vane", "vote share"),
        )

    assert said(poll("38%", "34%"), poll("34%", "38%")) == [("figure.revised", "38%", "34%"), ("figure.revised", "34%", "38%")]


def test_the_same_number_of_another_subject_is_removed_and_added() -> None:
    def gift(who: str) -> Snapshot:
        return snapshot(f"{who} gave £250,000 to the fund for the roof.", figure("£250,000", "250000", "GBP", who, "donation"))

    assert sorted(said(gift("Edna Marsh"), gift("Leonard Tracy"))) == [
        ("figure.added", "", "£250,000"),
        ("figure.removed", "£250,000", ""),
    ]


def test_a_daily_report_filled_in_anew_is_another_fact() -> None:
    def quake(where: str, size: str) -> Snapshot:
        return snapshot(
            f"A tremor of magnitude {size} was recorded in {where}.", figure(size, size, "magnitude", "tremor", "magnitude", sort="thing")
        )

    assert [kind for kind, *_ in said(quake("Salvora", "4.1"), quake("Monteluz", "4.2"))] == ["figure.removed", "figure.added"]


@pytest.mark.parametrize(
    ("exact", "other"),
    [
        (figure("5", "5"), figure("five", "5")),
        (figure("€3.7 billion", "3700000000", "EUR"), figure("€3.7bn", "3700000000", "EUR")),
        (figure("1,000", "1000"), figure("1000", "1000.0")),
        (figure("half", "1", per=2), figure("50%", "50", "percent")),
        (figure("1,500 m", "1500", "m"), figure("1.5 km", "1.5", "km")),
        (figure("two years", "2", "year"), figure("24 months", "24", "month")),
    ],
)
def test_the_same_value_in_other_words_is_no_change(exact: Said, other: Said) -> None:
    texts = [f"The council counted {one.exact} in the report on the harbour." for one in (exact, other)]
    assert said(snapshot(texts[0], exact), snapshot(texts[1], other)) == []


@pytest.mark.parametrize(
    ("exact", "other", "before", "after"),
    [
        (figure("200", "200", modifier="about"), figure("200", "200", modifier="more-than"), "about 200", "more than 200"),
        (figure("2%", "2", "percent"), figure("2 points", "2", "percentage-point"), "2%", "2 points"),
        (figure("12 km", "12", "km"), figure("12 miles", "12", "mi"), "12 km", "12 mi"),
        (figure("46", "46"), figure("46", "46", per=100000), "46", "46 per 100,000"),
        (figure("5 to 12 days", "5", "day", high=12), figure("5 to 7 days", "5", "day", high=7), "5 to 12 days", "5 to 7 days"),
        (figure("€7m", "7000000", "EUR"), figure("$7m", "7000000", "USD"), "€7 million", "$7 million"),
    ],
)
def test_hedge_unit_range_and_denominator_are_revisions(exact: Said, other: Said, before: str, after: str) -> None:
    texts = [f"The harbour report spoke of {side} {one.exact} of road lost." for one, side in ((exact, "then"), (other, "now"))]
    assert said(snapshot(texts[0], exact), snapshot(texts[1], other)) == [("figure.revised", before, after)]


def test_moved_paragraphs_and_typography_are_no_change() -> None:
    paragraphs = ["The mill has 40 looms.", "It was built for “El Niño” winds, the owner’s 3 sons say.", "It closes in May."]
    before = snapshot("\n\n".join(paragraphs), figure("40", "40", about="looms"), figure("3", "3", about="sons"))
    turned = (
        "\n\n".join(paragraphs[::-1]).replace("“", '"').replace("”", '"').replace("’", "'").replace("ñ", "n\u0303").replace("has ", "has  ")
    )
    assert said(before, snapshot(turned, figure("3", "3", about="sons"), figure("40", "40", about="looms"))) == []


def test_headline_and_body_are_one_change() -> None:
    def storm(toll: str) -> Snapshot:
        text = f"Storm kills {toll} in Port Amal\n\nThe storm killed {toll} people in Port Amal, the mayor said."
        twice = [figure(toll, toll, subject="storm", about="death toll", sort="thing") for _ in range(2)]
        return snapshot(text, *twice, title=text.split("\n", maxsplit=1)[0])

    assert said(storm("12"), storm("17")) == [
        ("title.changed", "Storm kills 12 in Port Amal", "Storm kills 17 in Port Amal"),
        ("figure.revised", "12", "17"),
    ]


def test_what_is_still_said_elsewhere_is_not_gone() -> None:
    text = "Storm kills 12\n\nThe storm killed 12 people in Port Amal."
    before = snapshot(text, *[figure("12", "12", subject="storm", about="death toll", sort="thing") for _ in range(2)])
    after = snapshot("Storm kills 12\n\nThe clean-up has begun.", figure("12", "12", subject="storm", about="death toll", sort="thing"))
    assert said(before, after) == []


def test_a_reading_that_flickers_is_no_change() -> None:
    before = snapshot("The girl was hurt at two locations in the town on Monday.", figure("two", "2", about="locations"))
    after = snapshot("The girl was hurt in two locations in the town on Monday.")
    assert said(before, after) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            ("is a suspect", "justice/suspect", "asserted"),
            ("is not a suspect", "justice/suspect", "denied"),
            ("status.removed", "suspect", ""),
        ),
        (
            ("was arrested", "justice/arrested", "asserted"),
            ("was charged", "justice/charged", "asserted"),
            ("status.shifted", "arrested", "charged"),
        ),
        (
            ("is a suspect", "justice/suspect", "denied"),
            ("is a suspect now", "justice/suspect", "asserted"),
            ("status.added", "", "suspect"),
        ),
    ],
)
def test_statuses(old: tuple[str, str, str], new: tuple[str, str, str], expected: tuple[str, str, str]) -> None:
    sides = []
    for words, stage, modality in (old, new):
        sides.append(
            snapshot(
                f"Police said Dennis Roe {words}.",
                status(stage.split("/")[1] if stage.split("/")[1] in words else words, stage, "Dennis Roe", modality=modality),
            )
        )
    assert said(*sides) == [expected]


def test_a_corrected_name_is_text_alone() -> None:
    before = snapshot(
        "Jose Perez has been charged with theft of 300 sheep.",
        status("charged", "justice/charged", "Jose Perez"),
        figure("300", "300", subject="Jose Perez", about="sheep"),
    )
    after = snapshot(
        "José Pérez has been charged with theft of 300 sheep.",
        status("charged", "justice/charged", "José Pérez"),
        figure("300", "300", subject="José Pérez", about="sheep"),
    )
    assert said(before, after) == []


def test_dates_move_and_quotes_alter() -> None:
    def vote(when: str, edtf: str, word: str) -> Snapshot:
        words = f"We have {word} promised the bridge to anyone"
        return snapshot(
            f"“{words},” said Ana Lund. The vote takes place on {when}.", day(when, edtf, None, "vote"), quote(words, "Ana Lund")
        )

    assert said(vote("May 24", "2026-05-24", "never"), vote("May 31", "2026-05-31", "always")) == [
        ("quote.altered", "We have never promised the bridge to anyone", "We have always promised the bridge to anyone"),
        ("date.moved", "2026-05-24", "2026-05-31"),
    ]


def test_one_language_revised_is_a_mismatch() -> None:
    def results(english: str, spanish: str) -> Snapshot:
        first = f"Marina Ferro won {english}% of the vote.\n\n"
        text = first + f"Marina Ferro obtuvo el {spanish} % de los votos."
        said = (
            figure(f"{english}%", english, "percent", "Marina Ferro", "vote share"),
            figure(f"{spanish} %", spanish, "percent", "Marina Ferro", "vote share"),
        )
        return snapshot(text, *said, languages=(("en", 0), ("es", len(first))))

    assert said(results("54", "54"), results("52", "54")) == [("figure.revised", "54%", "52%"), ("translation.mismatched", "52%", "54%")]
    assert said(results("54", "54"), results("52", "52")) == [("figure.revised", "54%", "52%")]


_SHAKEN = "Quake in Norland today: a tremor of magnitude {} was felt in {}"


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (_SHAKEN.format("4.1", "Port Vale, Easton"), _SHAKEN.format("4.1", "Grey Horn, Lune"), ["figure.removed", "figure.added"]),
        (_SHAKEN.format("4.1", "Port Vale, Easton"), _SHAKEN.format("4.3", "Port Vale, Easton"), ["figure.revised"]),
        ("Mina Roth. 62, was named head of the choir.", "Mina Roth, 62, was named head of the choir.", []),
    ],
)
def test_reports_filled_in_anew(before: str, after: str, kinds: list[str]) -> None:
    assert [change.kind for change in watcher.compare(before, after) if change.kind.startswith("figure.")] == kinds


@pytest.mark.parametrize(
    ("before", "after", "language", "told"),
    [
        (
            "The toll rose to 12 on Monday.",
            "The toll rose to 17 on Monday.",
            "en",
            "Text changed: 1 word out, 1 in; a number: “to 12 on” → “to 17 on”",
        ),
        ("One. Two was here.", "One. Two was here. Three came as well.", "en", "Text changed: 0 words out, 4 in"),
        ("It cost €7.5 million.", "It cost $7.5 million.", "en", "Text changed: 1 word out, 1 in"),
        ("“Never,” he said.\n\nShe left.", 'She left.\n\n"Never," he said.', "en", "Text changed in order or typography, not in words"),
        (
            "La cifra subió a 12.",
            "La cifra bajó.",
            "es",
            "Cambió el texto: 3 palabras menos, 1 más; un número: «cifra subió a 12.» → «cifra bajó.»",
        ),
        ("Uno.\n\nDos y tres.", "Dos y tres.\n\nUno.", "es", "El texto cambió de orden o de tipografía, no de palabras"),
    ],
)
def test_an_update_says_how_many_words_changed(before: str, after: str, language: str, told: str) -> None:
    assert versions(snapshot(before), snapshot(after), language=language)[0].summary == told
