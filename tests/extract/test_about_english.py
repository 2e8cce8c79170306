"""What English figures are about, a table a class: verb forms that are none, brackets, parts, shares of polls, groups, what is said."""

from __future__ import annotations

import pytest

from tests.extract.binding import bound


@pytest.mark.parametrize(
    ("text", "exact", "subject", "named"),
    [
        # what looks like a verb, and is none
        ("A report published in March found that rents had risen by 9%.", "9%", "rents", "rents"),
        ("Of these, 23 had lead in their blood.", "23", None, "lead"),
        ("A separate contract for 310 km of export cables is due.", "310 km", "separate contract", "export"),
        ("Lena Bo’s main rival, Tom Ray, who was backed by six parties, took 47% of the vote.", "47%", "Tom Ray", "vote"),
        ("Tom Ray said 412 people in Norland and 30 voters abroad cast votes.", "412", "people", "people"),
        ("The quake struck Tarsa, and its depth was 20 km (12 miles).", "12 miles", "quake", "depth"),
        ("The core rate was recorded at 0.7% compared with 0.5% in May.", "0.7%", "core rate", "core rate"),
        ("In Thornbury the rate halved in two years, to 1.1 per 100,000.", "1.1 per 100,000", "Thornbury", "rate"),
        ("Last summer the same bay held about 190 seals.", "190", "same bay", "seals"),
        ("The fare rose. This makes the full round trip by ferry £4 dearer.", "£4", None, ""),
        ("The 10% increase means larger homes pay £1,491.", "10%", None, "increase"),
        ("Nine species go extinct every year on the island.", "Nine", "species", "species"),
        ("The price of garri dropped to N9,000.", "N9,000", "price of garri", "price"),
        # clauses: brackets without a verb, a counted subject behind an adverbial, a relative behind "that"
        ("Declan Moran (58), of Quay Road, Karhan, pleaded guilty to 27 counts of theft.", "27", "Declan Moran", "counts"),
        ("In all, 77 players, 31 of them from overseas, were sold for $238 million.", "31", "players", "players"),
        ("The board said that Arti Solan, who was hurt on Sunday, would be out for six weeks.", "six weeks", "Arti Solan", "weeks"),
        ("The petition, handed in by former pupil Terry Gush, drew 1,904 signatures.", "1,904", "petition", "signatures"),
        ("Nora Bo took 412,307 votes, against 389,114 (45.9%) for Tim Fell.", "389,114", "Tim Fell", "votes"),
        # parts of what was named before; what somebody has
        ("She says 3,400 people are in 19 evacuation centres, three of which are full.", "three", "evacuation centres", "centres"),
        ("Lomax Group's 312 stores will close.", "312", "Lomax Group", "stores"),
        ("Marcos Danjo, who seeks a second term, said his agents had seen faults in 90 wards.", "90", "agents", "wards"),
        # shares that stand at a name
        ("The poll has Denise Okoro on 31%, with Maz Hussain on 19%.", "31%", "Denise Okoro", "poll"),
        ("A poll gives Maz Hussain 30%, Denise Okoro 29% and Ann Thwaite 27%.", "29%", "Denise Okoro", "poll"),
        # what a noun beside the figure tells
        ("He spoke to an audience of some 800 parents.", "800", None, "audience parents"),
        ("A proposed 8 per cent levy on rice was dropped.", "8 per cent", "levy on rice", "levy"),
        ("Rovers have sold 7,300 season tickets, 12 per cent fewer than last year.", "12 per cent", "Rovers", "tickets"),
        ("Inflation rose to a 14-month high of 5.8 per cent.", "5.8 per cent", "Inflation", "inflation"),
        ("The Merle River is at 7.8 metres.", "7.8 metres", "Merle River", "level"),
        ("Keeping it open would cost £8,800 a pupil, compared with a county average of £5,150.", "£5,150", None, "cost average"),
        ("He set a sprinkler in motion at a 9% lower risk of frost.", "9%", None, "risk"),
        ("Coffee exports crossed $1.8 billion in the fiscal year.", "$1.8 billion", "coffee exports", "exports"),
        ("She promised $275 million last year.", "$275 million", None, "promised"),
        ("Turnout was 41.2% in May. In 2021 it was 36.2%.", "36.2%", None, "turnout"),
        ("All were within the margin of error of 3.5 points.", "3.5 points", "margin of error", "margin error"),
        ("In Port Ash, however, five of last year's eight cases remain open.", "five", "cases", "cases"),
        ("An earlier outbreak, in 2018, killed 55.", "55", "outbreak", "killed"),
        # who is meant
        ("Rovers signed Tim Rawat on Monday. The 21-year-old took 19 wickets last year.", "19", "Tim Rawat", "wickets"),
        ("Rovers signed Tim Rawat on Monday. The 21-year-old took 19 wickets last year.", "21-year-old", "Tim Rawat", "age"),
        ("Ana Ruiz runs the line. An island hotelier said she had lost 120 bookings.", "120", "hotelier", "bookings"),
        ("Ines Faria beat the seed, Dana Kral, in an hour, hitting 28 winners.", "28", "Ines Faria", "winners"),
        ("Doctors at the clinic, which has 40 beds, say they saw 312 patients.", "312", "doctors", "patients"),
        ("The ministry said homicides had halved. In Port Ash the rate fell from 8.3 to 4.1 per 100,000.", "8.3", "Port Ash", "rate"),
        ("Of the 44 men underground when the water came in, 28 have been brought up.", "28", "men", "men"),
        ("The county drilled 23 wells. Each was to serve 1,500 people.", "1,500", "wells", "people"),
        ("A whale died on Monday. It was the third stranding on that coast.", "third", "stranding", "stranding"),
        ("Teams searched on Monday for 16 miners trapped by the flood.", "16", "miners", "trapped"),
        ("The climbers were found alive by a rescue team of 31.", "31", "rescue team", "team"),
        ("Under the deal, signed in Karhan, a total of 98 captives are to be freed.", "98", "captives", "captives"),
        ("The camp is full. Built for 20,000, the camp now holds 83,000.", "83,000", "camp", "camp"),
        ("Homes would get a rebate of $300, at a cost to the budget of $3.5 billion.", "$3.5 billion", None, "cost"),
        ("Drivers lose the firm's 25% commission.", "25%", None, "commission"),
        # what shares do or say
        ("In a poll of 2,510 adults 57 per cent of respondents said that crime had risen.", "57 per cent", None, "crime"),
        ("Some 2,400 people will work there, and one in eight will be an apprentice.", "one in eight", None, "apprentice"),
        ("Daily use by children fell from 84 minutes to 57.", "84 minutes", "Daily use", "daily use"),
        ("The dam drowned three towns and harmed the salmon, whose numbers fell from 400,000 to 9,000.", "400,000", "salmon", "salmon"),
    ],
)
def test_what_a_figure_is_about(text: str, exact: str, subject: str | None, named: str) -> None:
    about = bound(text, "en")[exact]
    assert subject is None or (about.subject is not None and subject.casefold() in about.subject.name.casefold())
    assert set(named.split()) <= set(about.property.split()), about.property
