"""Quantities in order -> units that were left out, read from the words around: "from 3.2% to 4", "36 per 100,000 ... halved to 19.7"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from watcher.extract.figures import likened, shared, tables
from watcher.extract.figures.ellipsis import (
    LENGTHS,
    NO_GOING_ON,
    continues,
    exceeds,
    hired,
    lasting,
    levelled,
    measured,
    polled,
    resumed,
    sized,
)
from watcher.extract.figures.evidence import Evidence
from watcher.extract.figures.money import alike, counts_millions, elided, in_coins, in_millions, is_money, millions, near
from watcher.extract.figures.quantities import DURATIONS, Quantity
from watcher.extract.figures.ratios import ROUND
from watcher.extract.figures.shared import rated
from watcher.extract.figures.unitwords import bare, label_unit, lead, named_share, subject_unit, topic_unit
from watcher.extract.neighbours import among, norm_at, word_lists
from watcher.extract.reading import Reading, Token

_SHARES = frozenset(("percent", "percentage-point", "basis-point"))
_THEIR = frozenset(("his", "her", "its", "their", "those", "sus", "los"))
_TERMS = frozenset(("carcel", "prision", "reclusion", "presidio", "inhabilitacion"))
_WINDOW = 40  # tokens back that a rule looks for a word of its topic
_THOUSAND = 1000


_CALENDAR = ("day", "week", "month", "year")  # of which nobody tells hundredths


def fill(reading: Reading, quantities: list[Quantity], evidence: Evidence) -> list[Quantity]:
    """Give bare numbers the unit they leave out: from a label before a colon, the number behind, or the one before.

    Returns the quantities without those that are mere denominators ("the rate per 1,000 births was 3.6").
    """
    quantities = _denominators(reading, quantities)
    last: Quantity | None = None
    rate: Quantity | None = None
    measure: Quantity | None = None
    sums = [quantity for quantity in quantities if is_money(quantity)]
    money = sums[0] if sums else None
    great = money  # the last sum of money or count of millions
    counted = counts_millions(reading, quantities)
    conjunctions = word_lists(reading.language, "elision")["and"]
    shared.back(reading.tokens, quantities, conjunctions)
    shared.ages(reading.tokens, quantities, conjunctions)
    large = {quantity.value: quantity for quantity in sums if quantity.number.scale > _THOUSAND}
    spent = {reading.sentence_of[quantity.first]: quantity for quantity in sums}
    before: Quantity | None = None
    for index, quantity in enumerate(quantities):
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        if great is not None and quantity.unit == "m":
            millions(reading, quantity, great)
        if quantity.unit is None and quantity.per is None and quantity.number.kind == "cardinal":
            same, spoken = large.get(quantity.value) if large else None, None
            if quantity.number.scale > _THOUSAND:
                same = same or (spent.get(reading.sentence_of[quantity.first]) if _bracket(reading.tokens, quantity) else None)
                spoken = in_millions(reading, quantity, great, counted=counted)
            near = Sources(last, rate, money, measure, same, spoken)
            _fill_one(reading, quantity, before, following, near, evidence)
        if before is not None and quantity.first - before.last <= 2 and likened.converted(reading.tokens, before, quantity):
            continue
        before = quantity
        if quantity.unit is None:
            great = quantity if quantity.number.scale > _THOUSAND else great
        elif is_money(quantity):
            money = great = quantity
        if quantity.unit not in ("rank", "times", "count", None) or quantity.per is not None:
            last = quantity
            measure = measure if quantity.unit in _SHARES else quantity
        if quantity.per is not None and quantity.per >= 100:
            rate = quantity
    likened.share_ends(reading, quantities)
    return quantities


def _denominators(reading: Reading, quantities: list[Quantity]) -> list[Quantity]:
    """Without the denominators that stand before their number, which takes them."""
    kept: list[Quantity] = []
    denominator: Quantity | None = None
    for quantity in quantities:
        if (
            quantity.unit is None
            and not quantity.merged
            and quantity.value in ROUND
            and norm_at(reading.tokens, quantity.first - 1) in ("per", "cada")
        ):
            denominator = quantity
            continue
        if (
            denominator is not None
            and quantity.unit is None
            and quantity.per is None
            and reading.sentence_of[denominator.first] == reading.sentence_of[quantity.first]
        ):
            if bare(reading.tokens, quantity, reading.language):
                quantity.per, denominator = denominator.value, None
        kept.append(quantity)
    return kept


@dataclass(slots=True)
class Sources:
    """The nearest quantities before a bare number that it may go on with: any with a unit, a rate, a sum of money, any that is no share;
    the sum that it is, told with its money before it or behind; and the money that its millions are of."""

    last: Quantity | None
    rate: Quantity | None
    money: Quantity | None
    measure: Quantity | None
    same: Quantity | None
    spoken: Quantity | None


def _fill_one(
    reading: Reading, quantity: Quantity, before: Quantity | None, following: Quantity | None, near: Sources, evidence: Evidence
) -> None:
    """The unit of one bare number, by the first rule that knows it."""
    last, rate, money = near.last, near.rate, near.money
    above = tables.carried(reading, quantity, evidence)
    if above is not None:
        quantity.unit, quantity.value = above.unit, quantity.value * above.factor
        return
    if reading.language == "es" and norm_at(reading.tokens, quantity.last) == "de" and norm_at(reading.tokens, quantity.last + 1) in _TERMS:
        quantity.unit = "year"  # "se enfrenta a seis de cárcel"
        return
    ends = bare(reading.tokens, quantity, reading.language)
    unit = (label_unit(reading, quantity) if ends else None) or topic_unit(reading, quantity, evidence, ends=ends)
    unit = unit or (named_share(reading, quantity) if ends else None)
    if unit is not None:
        quantity.unit = unit
        if unit == "age":
            quantity.unit, quantity.sort = "year", "age"
        return
    if following is not None and _leans_forward(reading, quantity, following):
        source: Quantity | None = following
    else:
        level = money if last is not None and _compares(reading, last) else last
        source = (
            _source(reading, quantity, before, last, rate)
            or elided(reading, quantity, money)
            or (lasting(reading, quantity, last) if ends else None)
            or measured(reading, quantity, last)
            or polled(reading, quantity, before)
            or (levelled(reading, quantity, level) if ends else None)
            or resumed(reading, quantity, before, level)
        )
    going_on = source is None and last is not None and (last.unit not in NO_GOING_ON or rated(last))
    if going_on and last is not None and continues(reading, last, quantity):
        source = last
    measure = near.measure if before is near.measure or (before is not None and before.unit in _SHARES) else None
    if source is None and measure is not None and exceeds(reading, measure, quantity):
        source = (
            measure  # "412,000 tonnes, 18% less, nearly 90,000 below the average", but "a £3m scheme of 400 homes, 120 more than planned"
        )
    if source is None and money is not None and reading.language == "es" and likened.than(reading, money, quantity):
        source = money
    if source is None and near.same is not None and ends:
        source = near.same  # "a budget of 48.6 million" in the headline, "€48.6 million" below
    if source is not None and source.unit == "percent" and source.number.digits and not quantity.number.digits and quantity.value:
        return  # "Podemos, con el 4%, tendría cinco": shares are not told in digits and words
    if source is None or (is_money(source) and norm_at(reading.tokens, quantity.first - 1) == "un"):  # "la crítica le dio un 7,2"
        quantity.unit = subject_unit(reading, quantity)
        unknown = source is None and quantity.unit is None
        source = ((sized(reading, quantity, before, last) if ends else None) or near.spoken) if unknown else None
    if source is None or (source.unit in _CALENDAR and (quantity.value * 10) % 1):
        return  # "below their 52-week low, at 27.37"
    _scale_like(quantity, source)
    quantity.unit, quantity.per = source.unit, source.per
    quantity.sort = source.sort if source.sort == "age" else quantity.sort


def _bracket(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """ "The care home (1.2 million), the roads (€940,000)": alone in a bracket."""
    return norm_at(tokens, quantity.first - 1) == "(" and norm_at(tokens, quantity.last) == ")"


def _compares(reading: Reading, quantity: Quantity) -> bool:
    """ "Un 9,4 % más que hace un año": a comparison, not a level."""
    return norm_at(reading.tokens, quantity.last) in word_lists(reading.language, "elision")["compared"]


def _leans_forward(reading: Reading, quantity: Quantity, following: Quantity) -> bool:
    """ "From 12 to 15 percent", "de los 60 a los 63 años", "14 and nine years": two figures, the unit said once."""
    if following.unit is None or following.unit in ("rank", "times") or not following.named_unit or following.number.kind != "cardinal":
        return False
    gap = [token.norm for token in reading.tokens[quantity.last : following.first]] if 0 < following.first - quantity.last <= 5 else None
    cues = word_lists(reading.language, "elision")
    if gap and len(gap) > 2 and gap[0] in cues["and"] and gap[-1] in cues["of"]:  # a high of 35 and a low of 22 degrees
        return norm_at(reading.tokens, quantity.first - 1) == gap[-1] and following.unit in ("°C", "°F", "percent", "m", "km", "kg")
    if gap and len(gap) > 3:
        return False
    if gap and len(gap) == 2 and gap[0] in ("of", "de") and gap[1] in _THEIR:
        return following.unit in DURATIONS  # "had served four of his nine years"
    if gap and len(gap) == 1 and gap[0] in cues["across"]:
        return following.unit in LENGTHS  # 300 by 200 metres
    if gap is None:
        return False
    if len(gap) == 1 and gap[0] in cues["and"]:
        return following.unit != "percent" or among(
            norm_at(reading.tokens, quantity.first - 1), cues["leads"], cues["skipped"], cues["weak_leads"]
        )
    if gap[0] not in cues["to"]:
        return False
    before = [token.norm for token in reading.tokens[max(0, quantity.first - 2) : quantity.first]]
    return any(word in cues["from"] for word in before)


def _source(reading: Reading, quantity: Quantity, before: Quantity | None, last: Quantity | None, rate: Quantity | None) -> Quantity | None:
    """The quantity whose unit a bare number goes on with, or None."""
    tokens, language = reading.tokens, reading.language
    if quantity.number.scale != 1 and quantity.number.digits is False:
        return None
    if not bare(tokens, quantity, language) and not (
        before is last and likened.of_a_size(last, quantity) and likened.long_ago(tokens, quantity)
    ):
        return rate if rate is not None and last is rate and _recounted(reading, rate, quantity) else None
    cues = word_lists(language, "elision")
    led = lead(tokens, quantity.first, language)
    if (
        led in cues["beside"]
        and norm_at(tokens, quantity.first - 2) in cues["likened"]
        and before is last
        and likened.of_a_size(last, quantity)
    ):
        led = "to"  # "€1,200, compared with 900 in 2020"; not "sold 14 boats for £3m, compared with nine"
    if before is not None and before is last and before.per is None and _coordinated(tokens, before, quantity) and not before.named_unit:
        return before
    fractional = quantity.value != quantity.value.to_integral_value()
    if rate is not None and fractional and near(reading, rate, quantity) and (last is rate or led in cues["leads"]):
        return rate
    if (
        rate is not None
        and fractional
        and last is not rate
        and among(led, cues["leads"], cues["weak_leads"])
        and _same_story(reading, rate, quantity)
    ):
        return rate
    if last is None or not near(reading, last, quantity):
        return None
    if last is before and last.unit != "percent" and norm_at(tokens, last.last) in cues["of"] and quantity.first - last.last == 2:
        return last  # 190 kilómetros de los 610
    if before is not None and before is not last and quantity.first - before.last <= 2:
        return None  # five votes against two
    if led in cues["of"] and norm_at(tokens, quantity.first - 2) in cues["stand_ins"] and quantity.first - last.last < 15:
        return last
    if led in cues["of"] and norm_at(tokens, quantity.first - 2) in cues["numbered"]:
        return None  # a father of three
    if hired(reading, quantity, led):
        return None
    if led not in cues["leads"] and not (fractional and led in cues["weak_leads"]):
        return None
    if last.unit == "percent":
        if not 0 <= quantity.value <= 100 or (led in cues["and"] and not quantity.number.digits):
            return None  # lost 10% and two caught fire
        start = reading.sentences[reading.sentence_of[last.first]].first
        changed = (
            any(token.norm in cues["change_verbs"] for token in tokens[max(start, last.first - 2) : last.first]) and led not in cues["from"]
        )
        if led in cues["from"] and quantity.first - last.last > (
            12 if "up" in _before(tokens, quantity) or "down" in _before(tokens, quantity) else 3
        ):
            return None
        return last if not changed and reading.sentence_of[last.first] == reading.sentence_of[quantity.first] else None
    if last.unit is None:
        return last if last.per is not None and last.per >= 100 and led in cues["leads"] else None
    if last.unit in ("percentage-point", "times", "rank"):
        return None
    if last.unit in DURATIONS and reading.sentence_of[last.first] != reading.sentence_of[quantity.first]:
        return None
    if last.sort == "age" or (last.unit in LENGTHS and norm_at(tokens, quantity.last) in cues["people"]):
        return None  # "3 km from the shore. Seventy-two were rescued, and 43 are still missing"
    if is_money(last) and not fractional and reading.holds(cues["turning"], last.last, quantity.first):
        return None  # "sales of £2.3m came as the number of shops reached 14"
    return last if alike(quantity, last) else None


def _before(tokens: Sequence[Token], quantity: Quantity) -> list[str]:
    return [token.norm for token in tokens[max(0, quantity.first - 3) : quantity.first]]


def _same_story(reading: Reading, rate: Quantity, quantity: Quantity) -> bool:
    """True where the sentence speaks of a rate and the last rate stands in this paragraph or the one before."""
    sentence = reading.sentences[reading.sentence_of[quantity.first]]
    if sentence.paragraph - reading.sentences[reading.sentence_of[rate.first]].paragraph > 1:
        return False
    return any(
        token.norm in word_lists(reading.language, "elision")["rates"]
        for token in reading.tokens[max(sentence.first, quantity.first - _WINDOW) : quantity.first]
    )


def _recounted(reading: Reading, rate: Quantity, quantity: Quantity) -> bool:
    """ "3,4 robos por cada mil habitantes en Jalisco, 7,1 robos en Sonora": a broken number of what the rate counts."""
    counted = rate.noun is not None and norm_at(reading.tokens, rate.noun[0]) == norm_at(reading.tokens, quantity.last)
    return counted and quantity.unit is None and quantity.value % 1 != 0 and near(reading, rate, quantity)


def _coordinated(tokens: Sequence[Token], left: Quantity, right: Quantity) -> bool:
    """ "It was 2.1 and 1.9": the second goes with the first."""
    gap = [token.norm for token in tokens[left.last : right.first]]
    return gap in (["and"], ["y"], ["or"], ["o"])


def _scale_like(quantity: Quantity, source: Quantity) -> None:
    """ "Asked for €6.5 million; the minister offered four": the scale goes with the unit."""
    scale = source.number.scale
    if in_coins(source):
        quantity.value /= 100
    elif quantity.number.scale == 1 and scale > 1 and quantity.value < scale:
        mantissa, most = source.value / scale, 50 if quantity.value < _THOUSAND else 20
        if mantissa and 1 / Decimal(most) < quantity.value / mantissa < most:
            quantity.value, quantity.number.scale = quantity.value * scale, scale
