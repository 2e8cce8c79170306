"""Sentence and figure -> subject and property where a text runs on: verbs that look like nouns, whose, pronouns, what is left out."""

from __future__ import annotations

import pytest

from tests.extract.binding import bound


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
        (
            "Alma Bo was a botanist. Born in Laredo, the sixth of nine children of a clerk, she left school at 14.",
            "nine",
            "Alma Bo",
            "children",
        ),
        ("Jill Penhale runs the school. Her budget, she pointed out, has shrunk from £412,000 to £361,000.", "£361,000", "Jill", "budget"),
        ("Alma Bo taught for years. Her survey involved 7,400 volunteers.", "7,400", "survey", "volunteers"),
        ("Aoife Blake spoke last. She said her client had been gambling up to €5,000 a week.", "€5,000", "client", ""),
        ("The union, Unite, which represents 310 of the 480 staff, has balloted.", "310", "Unite", "staff"),
        ("23:40 Turnout is 44.2%, officials say.", "44.2%", "turnout", "turnout"),
        ("A plant in Leeds, which employs 300 people, is to close.", "300", "plant", "people"),
        ("Luc Tessier of the University of Rivas, who has studied 1,900 files, agrees.", "1,900", "Luc Tessier", "files"),
        ("Viktor Lansky, a Latvian-born soloist who had paid $185,000 for it, died.", "$185,000", "Viktor Lansky", "paid"),
        ("Brenda Cole pulled out the tooth. It took her 20 minutes.", "20 minutes", "Brenda Cole", "minutes"),
        ("It took crews six hours to clear the road.", "six hours", "crews", "hours to clear road"),
        ("Inspector Grace Wambui stopped the lorry. The driver, 37, faces a fine of $900.", "$900", "driver", "fine"),
        # what stands behind an amount tells what it measures
        ("The hospital is four years late.", "four years", "hospital", "late"),
        ("The vaccine was 91 per cent effective in a trial.", "91 per cent", "vaccine", "effective"),
        ("Doreen Asher spent 19 days in intensive care.", "19 days", "Doreen Asher", "days spent intensive care"),
        ("The sea will be 1.2 metres higher.", "1.2 metres", "sea", "higher"),
        # groups
        ("Children fare little better: 31% saw a dentist last year.", "31%", "children", "dentist"),
        ("The men are older than they were: 17% are over 50.", "17%", "men", ""),
        ("Of officers who joined in 2022, 44 per cent had left within two years.", "44 per cent", "officers", "left"),
        ("Of the 14 graduates he has trained, only two still work for the service.", "two", "graduates", "graduates"),
        ("Women account for 4% of the total.", "4%", "women", ""),
        # what is left out goes on with what was told
        ("A trader sells ten kilos a day. Before the flood it was 40.", "40", "trader", "weight"),
        ("The agency expects output to reach 100,000 tonnes by 2028; last year it was 31,000.", "31,000", "output", "output"),
        ("Bookmakers give Ana Hussain a 30% chance; a week ago it was 12%.", "12%", "Ana Hussain", "chance"),
        ("One sailing in eight was cancelled in May, against one in 40 a year before.", "one in 40", "sailing", ""),
        ("Of the company's nine ships, three were laid up.", "three", "ships", "ships"),
        ("Ana Bo won seven of her last eight matches.", "seven", "Ana Bo", "matches"),
        # a clause of its own behind a preposition
        ("A ban on river travel was lifted on Sunday after two villages ran out of flour.", "two", "villages", "villages"),
        ("The bridge was closed before 400 lorries could cross it.", "400", "lorries", "lorries"),
        ("The company was fined after two of its 14 plants failed inspections.", "two", "plants", "plants"),
        ("The school called the police after five pupils, all under 12, went missing.", "five", "pupils", "pupils"),
        ("The mayor resigned after 9,000 residents signed a petition.", "9,000", "residents", "residents"),
        ("The trial started as 300 people gathered outside.", "300", "people", "people"),
        ("On Monday the dam failed after the river rose 9 metres.", "9 metres", "river", ""),
        ("Two men arrested after police found 12 guns in a van were released.", "Two", "men", "men"),
        ("The store closed after 40 years.", "40 years", "store", "years"),
        ("The visit and the talks between the two presidents draw attention to the war.", "two", "presidents", "presidents"),
        ("Twelve firms face charges over the spill.", "Twelve", "firms", "firms"),
        ("Unlike her three rivals, Ana Bo makes her own chips.", "three", "Ana Bo", "rivals"),
        ("Besides its 30 buses, the city runs two ferries.", "two", "city", "ferries"),
        ("Chile ranks second among 30 nations in the survey, just three points below Peru.", "three points", "Chile", ""),
        (
            "Zorim Kalde said that Peru had become safe. Since 2015, the deadliest year in its history (106 per 100,000 inhabitants), the homicide"
            " rate has declined. In 2019, the year Kalde took office, the rate stood at 36 per 100,000 inhabitants; by 2020, with the plan already"
            " underway, it halved to 19.7.",
            "19.7",
            "Peru",
            "homicide rate",
        ),
        # whose it is
        ("Rishabh Malik won; his four overs then cost 17.", "four", "Rishabh Malik", "overs"),
        ("The next worst side, Kolkata, have put down 15 catches.", "15", "Kolkata", "catches"),
        ("Corrie Ferries Ltd sank. Analysts expect a second loss, of around £4m.", "£4m", "Corrie Ferries", "loss"),
        ("Her team opened a sealed chamber 3,410 metres above sea level.", "3,410 metres", "chamber", "above sea level"),
    ],
)
def test_what_a_figure_is_about(text: str, exact: str, subject: str, named: str) -> None:
    about = bound(text, "en")[exact]
    assert about.subject is not None and subject.casefold() in about.subject.name.casefold()
    assert set(named.split()) <= set(about.property.casefold().split()), about.property
