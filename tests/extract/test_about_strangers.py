"""What English figures are about in texts of many hands, a table a class: on whom a punishment falls, groups, counts of votes, what is left out."""

from __future__ import annotations

import pytest

from tests.extract.binding import bound


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        # a punishment is said of whom it falls on
        ("Judge Ana Hall jailed Peter Lowe, a former priest, for 14 years.", "14 years", "Peter Lowe", "jailed"),
        ("Judge Amelia Bo fined the contractor $75,000 after a fall.", "$75,000", "contractor", "fine"),
        ("The league docked Harwick Rovers six points.", "six", "Harwick Rovers", "points"),
        ("The tribunal jailed the rioters for a total of 40 years.", "40 years", "rioters", "total"),
        ("Peter Lowe pleaded guilty. Jurors cleared him of two counts of fraud.", "two", "Peter Lowe", "counts"),
        ("Peter Lowe, 61, was in court on Monday. Judge Ana Hall set a sentence of nine years.", "nine years", "Peter Lowe", "sentence"),
        # a group in front of the clause, or one told of before
        ("The survey asked 2,050 adults; among renters the figure was 41%.", "41%", "renters", "figure"),
        ("Few Kenyans own a phone. Of borrowers, 17% had defaulted.", "17%", "borrowers", "defaulted"),
        ("A survey of its members in June found that three in four would back a boycott.", "three in four", "members", "boycott"),
        ("The victims were young, and one in eight was a woman.", "one in eight", "victims", "woman"),
        (
            "The storm cut power to 48,000 homes and felled 600 trees. The utility said 9,000 remained in the dark.",
            "9,000",
            "homes",
            "dark",
        ),
        # a count of votes on its way
        ("With 61 of 80 precincts reporting, Ana Ortiz led by 1,204 votes.", "61", "precincts", "precincts"),
        ("Opposition's Adjei ahead in Ghana with 211 of 276 constituencies declared", "276", "constituencies", "constituencies"),
        ("With 98% of ballots counted, Ana Ruiz had 51.3%, and Tom Bo 47.9%.", "51.3%", "Ana Ruiz", "vote share"),
        ("Ana Ruiz had 4,871,204 votes, or 52.4%, and Esi Owusu 4,285,660 (46.1%).", "4,285,660", "Esi Owusu", "votes"),
        ("Ana Ruiz had 4,871,204 votes, or 52.4%, and Esi Owusu 4,285,660 (46.1%).", "46.1%", "Esi Owusu", None),
        ("Ana Ruiz had 51.3% to Tom Bo's 47.9%.", "51.3%", "Ana Ruiz", None),
        # what looks like a verb, and is none; what does not, and is one
        ("Tim Fritz made 51 unforced errors.", "51", "Tim Fritz", "errors"),
        ("Pay at the council has risen by 22% since 2019.", "22%", "pay", "pay"),
        ("Bin collectors start on £23,100.", "£23,100", "bin collectors", None),
        ("The accused allegedly siphoned $70 million to a builder, who is on the run.", "$70 million", "accused", None),
    ],
)
def test_whom_a_figure_is_said_of(text: str, exact: str, subject: str | None, named: str | None) -> None:
    found = bound(text, "en")
    assert exact in found, sorted(found)
    told = found[exact]
    assert (told.subject.name if told.subject else None) == subject
    assert named is None or named in told.property.split() or named == told.property


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        # ages of some of those counted, of somebody by role or origin, of a name of one word
        ("Three pedestrians were struck in Leeds. Two of them, aged 19 and 23, remain in hospital.", "23", "pedestrians", "age"),
        ("Rovers signed Tim Bo on Monday. The midfielder, 24, has a contract.", "24", "Tim Bo", "age"),
        ("A 34-year-old Harwick man was arrested overnight.", "34-year-old", "Harwick man", "age"),
        ("His wife, Jean, 68, was flown to Melbourne.", "68", "Jean", "age"),
        # what stands before a noun for such a body; what is had is left out; what "it" cannot be
        ("Kwame Bo lost in 2024. His New Forum party has won 139 seats.", "139", "New Forum", "seats"),
        ("Tesla's share slipped to 6.2%; BYD's climbed to 4.1%.", "4.1%", "BYD", "share"),
        ("Shares in Lomax Motors fell after talks ended. It will pay a dividend of 6p.", "6p", "Lomax Motors", "dividend"),
        # what is put at an amount, what is given to somebody, a noun with its amount in brackets
        ("The commission put the number of spoiled papers at 130,000.", "130,000", "number of spoiled papers", "papers"),
        ("Analysts put the damage at $3 million.", "$3 million", "damage", "damage"),
        ("Bookmakers now give Maz Hussain a 30% chance.", "30%", "Maz Hussain", "chance"),
        ("A tribunal awarded Jane Price £30,000.", "£30,000", "Jane Price", "award"),
        ("Spending rises, with the most going to irrigation ($26 million).", "$26 million", "irrigation", None),
        ("38% sleep under six hours (women 41%, men 35%)", "41%", "women", None),
        # relatives with two objects, one of a whole, what is told of more than was counted
        ("A former council leader who took cash and a tub from a builder has been jailed for four years.", "four years", None, "jailed"),
        ("The scheme will reach 12,000 women, each of whom draws £100 a year.", "£100", "women", None),
        ("The party won 139 seats, one more than it needs.", "one", "party", "seats"),
        ("Women who slept five hours were 30% more likely to develop diabetes.", "30%", "women", "diabetes"),
        ("The council, which says it has since recovered £640,000, is led by Greens.", "£640,000", "council", "recovered"),
        ("The man, a father of three, broke both legs after falling nine metres.", "three", "man", None),
    ],
)
def test_whose_a_figure_is(text: str, exact: str, subject: str | None, named: str | None) -> None:
    found = bound(text, "en")
    assert exact in found, sorted(found)
    told = found[exact]
    assert subject is None or (told.subject is not None and told.subject.name == subject)
    assert named is None or named in told.property.split() or named == told.property


@pytest.mark.parametrize(
    ("text", "exact", "subject"),
    [
        # "it": no plural and nobody; by what the verb asks for; what a subject is of; the nearest subject in its sentence
        ("Donations to the trust have fallen by half, and it has shed 22 of its 38 staff.", "22", "trust"),
        ("The agency denied that the Obra dam had cracked. It holds 1.3 billion litres.", "1.3 billion litres", "Obra dam"),
        ("Police stopped a lorry near Dover. It was carrying 31 migrants.", "31", "lorry"),
        ("Officials closed the beach. It will stay shut for three weeks.", "three weeks", "beach"),
        ("The mill closed in May. Its owner blamed the grid. It had employed 240 people.", "240", "mill"),
        ("Sales of the drug have soared. It earned the company $4 billion.", "$4 billion", "drug"),
        ("Some 1,200 jobs will go at the truck maker Stellan Motors, which said it would close two plants.", "two", "Stellan Motors"),
        # "they": a plural, or a body
        ("Economists at Weller University looked at the meals. They followed 26,300 children.", "26,300", "economists"),
        ("The airline has ordered new planes. They will seat 220 passengers.", "220", "new planes"),
        ("Voters in Kent go to the polls in May. They will choose 81 councillors.", "81", "voters"),
        ("Hospitals are full. The union says they need 4,000 more nurses.", "4,000", "hospitals"),
        # "he", "she": somebody by their noun, by their name in apposition, whoever the sentence before goes on about
        ("One victim, aged 63, was so ashamed that she told nobody for 18 months.", "18 months", "victim"),
        ("Tom Bo spoke. When he went into custody his wife left; he could be free in three years.", "three years", "Tom Bo"),
        ("The mayor of Harwick, Judith Brace, is going; she was elected with 39.4% of the vote.", "39.4%", "Judith Brace"),
        ("A nurse from Leeds won the case on Friday. She had lost £4,000 in pay.", "£4,000", "nurse from Leeds"),
    ],
)
def test_what_pronouns_stand_for(text: str, exact: str, subject: str) -> None:
    told = bound(text, "en")[exact]
    assert told.subject is not None and told.subject.name == subject


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        ("He said inflation, 9.7 percent in May, would peak this winter.", "9.7 percent", "inflation", "inflation"),
        ("The ministry is short of blood. One donor in three is a schoolchild.", "One donor in three", "donor", "donor"),
    ],
)
def test_what_is_told_within(text: str, exact: str, subject: str, named: str) -> None:
    told = bound(text, "en")[exact]
    assert told.subject is not None and told.subject.name == subject
    assert named in told.property.split()
