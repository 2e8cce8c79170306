"""Quantities -> ages: "52-year-old", ", 66,", "aged 84", "dies at 61", "de 29 años", "(34)", "menores de 15". Unit `year`, sort `age`.
A bare number is an age by one of a short list of rules, each a test of what stands before and behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from watcher.extract.figures import likened
from watcher.extract.figures.bearers import calling, goes_on, listed, named, several
from watcher.extract.figures.numberwords import by_first
from watcher.extract.figures.quantities import Quantity
from watcher.extract.neighbours import among, follows, glued, norm_at, word_lists
from watcher.extract.neighbours import cues as cues_of
from watcher.extract.reading import Reading, Token

_OLDEST = 120
_YOUNG = 12  # up to here a person in apposition may have so many of something
_QUOTES = ("”", '"', "»", "’")
_MODALS = frozenset(("would", "will", "had", "has", "could", "did"))
_AGE = frozenset(("age", "edad"))


@dataclass(slots=True)
class Place:
    """Where a bare number stands: `lead` is the token before it and before words like "just"; `ends` where no noun follows."""

    reading: Reading
    tokens: Sequence[Token]
    cues: dict[str, frozenset[str]]
    quantity: Quantity
    before: str
    earlier: str
    following: str
    lead: int
    closing: bool
    ends: bool


def mark(reading: Reading, quantities: list[Quantity]) -> None:
    """Set unit and sort of those that are ages; a joined list ("aged 4 and 11 months") shares what its first says."""
    told = bool(reading.where(_AGE))
    for index, quantity in enumerate(quantities):
        if quantity.number.kind != "cardinal" or quantity.per is not None:
            continue
        if quantity.unit in ("year", "month", "week", "day"):
            if _said_age(reading, quantity):
                quantity.sort = "age"
        elif quantity.unit is None and told and _mean_age(reading, quantity):
            quantity.unit, quantity.sort = "year", "age"
        elif quantity.unit is None and _may_be_age(quantity):
            before = quantities[index - 1] if index else None
            going_on = before is not None and before.sort == "age" and goes_on(reading, before, quantity)
            if going_on or (_bare_age(reading, quantity) and not likened.set_beside(reading, before, quantity)):
                quantity.unit, quantity.sort = "year", "age"
                _older(reading.tokens, quantity)


def _may_be_age(quantity: Quantity) -> bool:
    if quantity.number.scale != 1 or not 0 <= quantity.value <= _OLDEST or quantity.value != quantity.value.to_integral_value():
        return False
    return quantity.high is None or quantity.high <= _OLDEST


def _mean_age(reading: Reading, quantity: Quantity) -> bool:
    """ "Mean age 54.3", "edad mediana de 41", "their average age was 38.5"."""
    tokens, cues, at = reading.tokens, word_lists(reading.language, "ages"), quantity.first - 1
    while at > 0 and among(tokens[at].norm, cues["of"], cues["averages"], cues["being"], cues["adverbs"]):
        at -= 1
    if at < 0 or tokens[at].norm not in ("age", "edad") or not 0 < quantity.value <= _OLDEST or quantity.number.scale != 1:
        return False
    ends = quantity.last >= len(tokens) or tokens[quantity.last].kind == "p" or tokens[quantity.last].norm in cues["followers"]
    return ends and any(token.norm in cues["averages"] for token in (tokens[at - 1], *tokens[at : quantity.first]))


def _said_age(reading: Reading, quantity: Quantity) -> bool:
    """True where years are said to be somebody's: "52-year-old", "71 years old", "de 29 años", "a los 84 años"."""
    tokens, cues = reading.tokens, word_lists(reading.language, "ages")
    if _older(tokens, quantity):
        return True
    if _phrase_behind(tokens, quantity.last, reading.language, "after"):
        return True
    before, earlier = norm_at(tokens, quantity.first - 1), norm_at(tokens, quantity.first - 2)
    told = before in cues["before"] or f"{earlier} {before}" in cues["before"]
    return told or (reading.language == "es" and quantity.unit == "year" and _spanish_years(tokens, quantity, cues, before, earlier))


def _spanish_years(tokens: Sequence[Token], quantity: Quantity, cues: dict[str, frozenset[str]], before: str, earlier: str) -> bool:
    if before == "de":
        lead = tokens[quantity.first - 2] if quantity.first > 1 else None
        if lead is not None and lead.text == "," and norm_at(tokens, quantity.first - 3) in cues["lasting"]:
            return False  # "su contrato, de cuatro años"
        told = lead is not None and (lead.text == "," or lead.norm in cues["persons"] or lead.capital)
        return told or (_YOUNG < quantity.value < _OLDEST and calling(tokens, quantity.first - 2))
    if before == "entre":
        return earlier in cues["has"] or earlier in cues["people"]
    return before in cues["has"] or before in cues["ages"] or (before == "los" and earlier == "a")


def _older(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Takes "-old", "years old" and "-year-olds" into the span."""
    at = quantity.last
    if norm_at(tokens, at) == "-" and norm_at(tokens, at + 1) in ("old", "olds") and glued(tokens, at):
        quantity.last = at + 2
        return True
    if norm_at(tokens, at) in ("old", "olds") or (norm_at(tokens, at) == "of" and norm_at(tokens, at + 1) == "age"):
        quantity.last = at + (1 if norm_at(tokens, at) in ("old", "olds") else 0)
        return True
    return False


def _bare_age(reading: Reading, quantity: Quantity) -> bool:
    """A number without a unit that can only be an age."""
    tokens, cues = reading.tokens, word_lists(reading.language, "ages")
    first, last = quantity.first, quantity.last
    lead, following = first - 1, norm_at(tokens, last)
    while lead > 0 and first - lead <= 2 and tokens[lead].norm in cues["adverbs"]:
        lead -= 1
    closing = last >= reading.sentences[reading.sentence_of[first]].last or tokens[last].kind == "p"
    before, ends = norm_at(tokens, first - 1), closing or following in cues["followers"]
    leading, behind = _beside(reading.language)
    if not ends and before not in leading and following not in behind:
        return False  # something is counted
    place = Place(reading, tokens, cues, quantity, before, norm_at(tokens, first - 2), following, lead, closing, ends)
    likened = place.before == "los" and place.earlier == "a" and norm_at(tokens, first - 3) in cues["beside"]
    if likened:
        return False  # "52 votos frente a los 45 que sacó Gil"
    for rule in _RULES:  # noqa: SIM110  asked of each bare number, where a generator costs as much as the rules
        if rule(place):
            return True
    return False


@cache
def _beside(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words before an age, and those behind it, that may tell it where it ends nothing."""
    cues = word_lists(language, "ages")
    behind = cues["links"].union(cues["adverbs"], cues["happenings"], cues["behind_comma"], _opening(language, "or_older"))
    return cues["strong"].union(cues["bounds"], "-"), behind


def _said_before(place: Place) -> bool:
    """ "Aged 84", "dies at 61", "edad de 12", and the same from afar: "ages ranged from 6 to 11"."""
    cues, before, earlier = place.cues, place.before, place.earlier
    if before in cues["before"] or f"{earlier} {before}" in cues["before"]:
        return before in cues["strong"] or place.ends
    if before in cues["ages"] or (among(before, cues["of"], cues["links"]) and earlier in cues["ages"]):
        return place.ends
    if among(norm_at(place.tokens, place.lead), cues["strong"], cues["ages"]):
        return place.ends
    if before in cues["is"] and earlier in cues["ages"]:
        return place.ends
    first = place.quantity.first
    if before in cues["of"] and norm_at(place.tokens, first - 3) in cues["of"] and norm_at(place.tokens, first - 4) in _AGE:
        return place.ends or place.following in cues["links"]  # "la edad de jubilación de 62 a 65"
    if before in cues["links"] and earlier in cues["links"] and norm_at(place.tokens, place.quantity.first - 3) in cues["ages"]:
        return place.ends  # the age limit to 21
    ranged = place.quantity.merged and among(before, cues["links"], cues["of"], cues["between"])
    return ranged and place.ends and any(norm_at(place.tokens, place.quantity.first - back) in cues["ages"] for back in (2, 3, 4))


def _said_behind(place: Place) -> bool:
    """ "16 or older", "18 recién cumplidos"."""
    return _phrase_behind(place.tokens, place.quantity.last, place.reading.language, "or_older")


def _phrase_behind(tokens: Sequence[Token], at: int, language: str, name: str) -> bool:
    known = _opening(language, name).get(norm_at(tokens, at))
    return known is not None and any(follows(tokens, at, phrase) for phrase in known)


@cache
def _opening(language: str, name: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a list by their first word."""
    return by_first(sorted(word_lists(language, "ages")[name]))


def _is(place: Place) -> bool:
    """ "She was 29.", "the suspect is 34,", "El atacante tiene 17 y ...": a person has the number and nothing is counted."""
    tokens, cues, at = place.tokens, place.cues, place.lead
    if norm_at(tokens, at) == "be" and norm_at(tokens, at - 1) in ("will", "'ll", "would"):  # he will be 35 by then
        at -= 1
    elif norm_at(tokens, at) not in cues["is"]:
        return False
    if not place.ends or place.quantity.value < 1 or place.quantity.high is not None:
        return False
    if place.quantity.symbol or (glued(tokens, place.quantity.last) and place.following in (":", "-", "/", "–")):
        return False
    if norm_at(tokens, at) == "'s" and norm_at(tokens, at - 1) not in cues["pronouns"]:
        return False
    holder = tokens[at - 1] if at else None
    if holder is None or at == place.reading.sentences[place.reading.sentence_of[at]].first:
        return place.reading.language == "es"
    if holder.norm in cues["persons"] or holder.norm in cues["pronouns"]:
        return True
    if holder.text == "," and at > 3 and place.quantity.value > _YOUNG and named(tokens, at - 2):  # "the victim, Kitty Linnane, was 91"
        return True
    return place.reading.language == "en" and named(tokens, at - 1, alone=True) and tokens[place.quantity.last - 1].norm != "one"


def _at(place: Place) -> bool:
    """ "Died at 61", "At 92, she still swims"."""
    if place.before not in place.cues["at"] or not place.quantity.number.digits or place.quantity.value < 10 or not place.ends:
        return False
    return _happened(place) or (place.following == "," and _person_next(place))


def _at_spanish(place: Place) -> bool:
    """ "Murió a los 91", "A los 12 ya tocaba"; but "a los 12 del segundo tiempo" is a minute."""
    cues = place.cues
    if place.reading.language != "es" or norm_at(place.tokens, place.lead) != "los" or norm_at(place.tokens, place.lead - 1) != "a":
        return False
    ends = place.ends or place.following in cues["adverbs"] or place.following in cues["happenings"]
    if place.quantity.value < 3 or not ends or place.following in ("del", "de"):
        return False
    sentence = place.reading.sentences[place.reading.sentence_of[place.quantity.first]]
    near = place.tokens[max(sentence.first, place.quantity.first - 12) : min(sentence.last, place.quantity.first + 12)]
    words = {token.norm for token in near}
    opens = place.lead - 1 == sentence.first or place.tokens[place.lead - 2].kind == "p"
    return not words & cues["pitch"] and (opens or bool(words & cues["happenings"]))


def _with_just(place: Place) -> bool:
    """ "Con apenas 15, ya debutó", "se jubiló con 67"."""
    if place.reading.language != "es" or norm_at(place.tokens, place.lead) != "con":
        return False
    if place.lead < place.quantity.first - 1:
        return place.closing
    return place.ends and place.quantity.value > 13 and norm_at(place.tokens, place.lead - 1) in place.cues["happenings"]


def _of_person(place: Place) -> bool:
    """ "Un joven de 17", "el anciano, de 84,"."""
    tokens, cues, first = place.tokens, place.cues, place.quantity.first
    person = place.earlier if place.before in cues["of"] else ""
    if place.earlier in cues["of"] and place.before in cues["around"]:
        person = norm_at(tokens, first - 3)
    if person in cues["parents"] and place.quantity.value < 15:
        return False  # "a father of two"
    role = person in cues_of(place.reading.language, "roles", "people") and norm_at(tokens, first - 3) in cues["articles"]
    if role and place.ends and place.quantity.value > 15:
        return True
    if person in cues["persons"] and (place.ends or place.following in cues["happenings"]):
        return True
    if place.before != "de" or place.earlier != "," or place.reading.language != "es" or not place.closing or place.quantity.value < 1:
        return False
    return named(tokens, first - 3, alone=True) or norm_at(tokens, first - 3) in cues["persons"]


def _bounded(place: Place) -> bool:
    """ "Children under 14", "those over 65", "menores de 14", "under-21s"."""
    tokens, quantity = place.tokens, place.quantity
    if place.before in place.cues["bounds"]:
        return place.earlier in place.cues["bounded"] and (place.ends or not place.following.endswith("s"))
    if place.before == "-" and place.earlier in ("under", "over") and glued(tokens, quantity.first) and quantity.number.digits:
        quantity.modifier = "less-than" if place.earlier == "under" else "more-than"
        quantity.last += place.following == "s" and glued(tokens, quantity.last)
        return True
    return False


def _apposed(place: Place) -> bool:
    """ "Ana Ruiz, 66, said", "a teacher, 34,", "Juan Pérez (34)"."""
    tokens, quantity, first = place.tokens, place.quantity, place.quantity.first
    if not quantity.number.digits or quantity.value < 1:
        return False
    if place.before == "," and place.following in place.cues["behind_comma"]:
        known = place.earlier not in place.cues["groups"]  # not "the rest, 14,"
        apart = (
            place.following == ","
            and known
            and not several(place.reading, place.quantity.first)
            and quantity.value >= 10
            and first > 1
            and tokens[first - 2].kind == "w"
        )
        alone = place.following == "," and 15 < quantity.value < 110 and _surname(place)
        held = place.following == "," and place.earlier in place.cues["persons"] and not listed(tokens, quantity.last)  # "Boy, 5, dies"
        return (
            alone
            or held
            or named(tokens, first - 2)
            or (apart and tokens[first - 2].text[0].islower() and not listed(tokens, quantity.last))
        )
    if place.before == "(" and place.following == ")" and quantity.value >= 5 and first > 1:
        return _bracketed(place)
    return False


def _bracketed(place: Place) -> bool:
    """ "Juan Pérez (34)", "su hermana Nélida (79)", "Nell (79), a neighbour": a person, no share or score of places in brackets."""
    tokens, first, cues = place.tokens, place.quantity.first, place.cues
    if not (tokens[first - 2].capital):
        return False
    sentence = place.reading.sentences[place.reading.sentence_of[first]]
    others = [
        tokens[at + 1].text for at in range(sentence.first, sentence.last - 2) if tokens[at].text == "(" and tokens[at + 1].kind == "n"
    ]
    if any("," in other or "." in other or len(other) > 2 for other in others):
        return False
    before, behind = tokens[first - 3] if first > 2 else None, tokens[place.quantity.last + 1 : place.quantity.last + 4]
    if before is not None and before.kind == "w" and (before.capital or before.norm in cues["persons"]):
        return before.norm not in ("la", "los", "las", "san", "santa")  # "Arequipa (17), La Libertad (13)"
    if before is not None and before.text == "," and tokens[first - 4].norm in cues["persons"]:  # "her brother, Fergal (55)"
        return True
    return len(behind) == 3 and behind[0].text == "," and (behind[2].norm in cues["persons"] or behind[1].norm in cues["who"])


_RULES = (_said_before, _said_behind, _is, _at, _at_spanish, _with_just, _of_person, _bounded, _apposed)


def _happened(place: Place) -> bool:
    """True where what came about "at 61" befalls a person: died, retired, was released."""
    first, sentence = place.quantity.first, place.reading.sentences[place.reading.sentence_of[place.quantity.first]]
    near = [token.norm for token in place.tokens[max(sentence.first, first - 7) : first]]
    told = [word for word, behind in pairwise(near) if word in place.cues["happenings"] and behind not in place.cues["tolls"]]
    return bool(told) and place.cues["putting"].isdisjoint(near)  # "put the death toll at 14" tells no age


def _person_next(place: Place) -> bool:
    """True where the number opens its sentence and a person follows the comma behind it: "At 92, she", "At 38, Federer"."""
    at = place.quantity.first - 1
    first = place.reading.sentences[place.reading.sentence_of[at]].first
    if at - first > 1 or (at != first and place.tokens[first].kind != "p"):
        return False
    behind = place.tokens[place.quantity.last + 1 : place.quantity.last + 4]
    return bool(behind) and (
        behind[0].norm in place.cues["pronouns"] or (behind[0].capital) or any(token.norm in place.cues["persons"] for token in behind)
    )


def _surname(place: Place) -> bool:
    """ "Petrova, 41, refused", "his wife, Jean, 68, was": a name of one word, its age, and what that person did."""
    tokens, at = place.tokens, place.quantity.first - 2
    behind = place.quantity.last + 1
    if at and tokens[at - 1].text == "," and behind < len(tokens) and among(tokens[behind].norm, place.cues["is"], _MODALS):
        return named(tokens, at, alone=True)  # "At her home, Barasa, 49, would not say"
    opens = at == place.reading.sentences[place.reading.sentence_of[at]].first or (at and tokens[at - 1].text in _QUOTES)
    if not (opens or (tokens[at - 1].text == "," and tokens[at - 2].norm in place.cues["persons"])) or not named(tokens, at, alone=True):
        return False
    return behind < len(tokens) and tokens[behind].kind == "w" and tokens[behind].text.islower()
