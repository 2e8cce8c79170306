"""What English figures are about where the story turns from one voice, side or thing to the next, a table a class."""

from __future__ import annotations

import pytest

from tests.extract.binding import bound

RIVALS = [  # another voice's figure of what was told
    ("Profit fell to £84m. Analysts had expected £91m.", "£91m", None, "profit"),
    ("Revenue rose 4% to $2.1 billion. Brokers polled by Fenn had expected $2 billion.", "$2 billion", None, "revenue"),
    ("Unemployment will reach 5.2 percent by June, the bank said; Corwen Bank sees 4.8 percent.", "4.8 percent", None, "unemployment"),
    ("The death toll from the Harwick flood has climbed to 52, the mayor said, while the police put it at 47.", "47", None, "death"),
    ("The death toll from the Harwick flood has climbed to 52, while the Red Cross spoke of “nearly 60”.", "60", None, "death"),
    ("The council put attendance at 9,000. The organisers said 14,000.", "14,000", None, "attendance"),
    ("She would not discuss the price, which bankers put at between £40m and £50m.", "£40m and £50m", None, "price"),
    ("The damage, which the insurers put at $3 million, is being assessed.", "$3 million", None, "damage"),
]

RAISED = [  # what somebody expects, wants or sees something do
    ("Ana Bo expects the cash rate to bottom out at 2.75% by June.", "2.75%", "cash rate", "rate"),
    ("Corvane Bank expects inflation to peak at 6.3% in May and wages to grow by 4%.", "6.3%", None, "inflation"),
    ("Corvane Bank expects inflation to peak at 6.3% in May and wages to grow by 4%.", "4%", "wages", "wages"),
    ("The treasury saw the yield on its bonds slip to 8.02%.", "8.02%", "yield on its bonds", "yield"),
    ("Farmers saw prices fall by a tenth.", "a tenth", "prices", "prices"),
    ("The court ordered Lomax Foods to pay $3 million.", "$3 million", "Lomax Foods", None),
    ("Tim Bo stole for years. Judge Ana Hall sent him to prison for seven years.", "seven years", "Tim Bo", None),
    ("Tim Bo stole for years. Judge Ana Hall jailed him and ordered him to repay £8.6 million.", "£8.6 million", "Tim Bo", None),
    ("Lomax Foods expects demand to grow by 6% and promised shareholders £40m.", "£40m", "Lomax Foods", None),
]
PRONOUNS = [  # whom "he" and "she" go back to
    ("In 2021 Ana Bo ran the agency when the Red Fork burst its banks. She paid 96% of claims.", "96%", "Ana Bo", "claims"),
    ("A year on Ana Bo led the polls. She was a candidate for Congress. She raised £12,000.", "£12,000", "Ana Bo", None),
    ("Western Harriers have signed the winger Kwabena Adu, 24, for £2 million. He scored 31 goals.", "31", "Kwabena Adu", "goals"),
    (
        "The rise of Ana Bo\n\nAna Bo was elected on Monday.\n\nThe lieutenant governor, Rosa Tell, calls that arithmetic.\n\n"
        "What will she do first? She wants to hire 400 nurses.",
        "400",
        "Ana Bo",
        "nurses",
    ),
]
PLACES = [  # "the city" is the place told of last; a rubric names nobody
    ("Crime falls in Costa Parda\n\nLeeds is an exception. The city, home to Port Ash, saw 118 thefts.", "118", "Leeds", "thefts"),
    ("The Numbers: Rents in Costa Parda\n\nRents rose in Norbury. In 2019 they were 7% lower.", "7%", "rents", None),
]
STATED = [  # what is put at an amount, and what a number counts
    ("Markets put the odds of a cut in May at one in four.", "one in four", None, "odds"),
    ("Early estimates put its effectiveness against hospital admission at 45%.", "45%", None, "effectiveness"),
    ("Organisers expect 5,000 visitors, up from 3,200 the last time.", "3,200", None, "visitors"),
    ("The ministry set aside $45 million, while the European Union promised €6m.", "€6m", "European Union", "promised"),
    ("Food was up 17% on the year, fuel 6% and rents 5%.", "6%", "fuel", "fuel"),
    ("Food was up 17% on the year, fuel 6% and rents 5%.", "5%", "rents", "rents"),
    ("Children under five account for 44% of the cases.", "44%", "children", "cases"),
    ("Among tenants under 30, one in six hands over half of net income.", "one in six", "tenants", None),
    ("Freight train hits lorry in Harwick, killing 11", "11", None, "killed"),
    ("The boat was carrying more than three times its permitted load.", "three times", None, "load"),
    ("By Thursday noon 97 survivors had been pulled out, 23 of whom were taken to hospital.", "23", "survivors", "hospital"),
    ("It has weakened and was moving north-west at about 22 km/h.", "22 km/h", None, "speed"),
    ("The yield on government bonds that mature in 2036 slipped to 10.94%.", "10.94%", "yield on government bonds", "yield"),
]
RESUMED = [  # what goes on behind a relative clause, an aside, a saying
    ("Lomax Foods sold 1.1 million vans, of which 9,000 were electric, and now expects a margin of 3%.", "3%", "Lomax Foods", "margin"),
    ("The Harwick Party, whose leader Ana Bo has quit, holds 27 seats.", "27", "Harwick Party", "seats"),
    ("Some 900 huts were lost and 46,000 people – roughly one in six – are sleeping outdoors.", "46,000", "people", "people"),
    ("Mayor Ana Bo said aid from the north, 85 tonnes of food and 120 tents, would arrive on Monday.", "85 tonnes", None, None),
    ("The Harwick Party won 38.4% of the vote, ahead of the Civic Union on 33.9%.", "33.9%", "Civic Union", "vote"),
    ("The toll from the 7.1-magnitude quake has climbed to at least 71.", "71", None, "toll"),
    ("Lomax Foods appointed Tim Bo. Mr Bo left at once. Its shares fell 9.3%.", "9.3%", "Lomax Foods", "share"),
    ("Prices rose 4.1% in June, down from 4.6% in May and a peak of 13.8%.", "13.8%", "prices", "peak"),
]
HAD = [  # numbers without their noun, captions of numbers
    ("The defence called nine witnesses; the state had 58.", "58", "state", "witnesses"),
    ("The district settled with the families for $18.4 million.", "$18.4 million", "district", "settled"),
    ("The children arrived in three buses. Twelve were taken to hospital.", "Twelve", "children", "hospital"),
    ("The crash hurt 12 children, two with broken bones.", "two", None, "bones"),
    ("The maker paid $6.4 million of the $9 million cost.", "$9 million", None, "cost"),
    ("The vaccine cut the number of days lost to illness by half.", "half", None, "days"),
    ("By the numbers\n\n61 per cent – share of adults who would not ride in a driverless taxi.", "61 per cent", "adults", "taxi"),
    ("By the numbers\n\n1.3 million – flu shots, twice as many as in 2020.", "1.3 million", "flu shots", "shots"),
]
WHOSE = [  # whom or what a rank, a sentence, a level and a gerund are told of
    ("Ana Bo won the race. It was her second title in a year.", "second", "Ana Bo", "rank"),
    ("Ana Bo won the race ahead of Kim Dal. The Kenyan, 24, finished in two hours.", "24", "Ana Bo", "age"),
    ("The court jailed the former defence minister, Tim Bo, for 12 years.", "12 years", "Tim Bo", None),
    ("Clearing one hectare costs $4,000.", "$4,000", "clearing", "cost"),
    ("The charity called on donors to give at least $50 million.", "$50 million", "donors", None),
    ("Unemployment is a worry: it stood at 9.3% in May.", "9.3%", "unemployment", "unemployment"),
    ("They sold pictures at prices ranging from £8,000 to £1.4 million.", "£8,000 to £1.4 million", None, "prices"),
    ("The institute revised its November figure from £1,139 to £1,131.", "£1,131", None, "figure"),
    ("The hospital counted eight injuries per 100,000 trips.", "eight injuries per 100,000", None, "injuries"),
    ("A tenant paid a median £1,148 a month.", "£1,148", "tenant", "median"),
    ("Of the 86 pictures, forty-one were sold.", "forty-one", "pictures", "sold"),
]
JOINED = [
    ("Economists had forecast the jobless rate to remain at 0.5%.", "0.5%", "jobless rate", "rate"),
    ("Business managers forecast annual inflation to average 2.24% next year.", "2.24%", "annual inflation", "inflation"),
    ("The drivers have had no rise. Ana Bo told me 84% of them had backed further action.", "84%", None, "action"),
    ("Workers were interviewed. Three-quarters of them were on temporary contracts.", "Three-quarters", "workers", "contracts"),
    (
        "Harwick by-election: what we know\n\nTurnout 46.2%, against 61% at the general election.",
        "46.2%",
        None,
        "turnout",
    ),  # what is joined to a subject, opens behind a time, goes on with those told before
    ("Some 1,200 soldiers and two helicopters had been sent to the forest.", "two", "helicopters", "helicopters"),
    ("Last year's fixture drew 48,317 spectators.", "48,317", "fixture", "spectators"),
    ("Lomax Stores reported a 22 per cent fall in half-year profit, to £318 million.", "£318 million", "Lomax Stores", "profit"),
    ("Proposed by the then minister, Ana Bo, it fell when she lost her job after 49 days.", "49 days", "Ana Bo", None),
    ("The children came in three buses. Twelve were taken to hospital, two with burns.", "two", "children", "burns"),
    ("The patients are young. The median age is 24. Two-thirds are men.", "Two-thirds", "patients", "men"),
]


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"), [*RIVALS, *RAISED, *PRONOUNS, *PLACES, *STATED, *RESUMED, *HAD, *WHOSE, *JOINED]
)
def test_whom_and_what_a_figure_is_about(text: str, exact: str, subject: str | None, named: str | None) -> None:
    found = bound(text, "en")
    assert exact in found, sorted(found)
    told = found[exact]
    assert subject is None or (told.subject is not None and told.subject.name == subject), told
    assert named is None or named in told.property.split(), told
