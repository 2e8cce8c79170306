"""A bare number in a clause that leaves the verb and unit out -> does it go on with the quantity before it?

"The bridge is 410 metres long and the tunnel 690", "ocho años; la del padre, de 15", "4.2% in the north and 5.9 in the south".
`resumed` asks the same of sentences with a verb of their own, where the number itself or the words at it show that nothing is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from watcher.extract.figures.money import BESIDE, LEAST, MOST, alike, beyond, is_money, mantissa, near
from watcher.extract.figures.quantities import DURATIONS, Quantity
from watcher.extract.figures.unitwords import bare, lead
from watcher.extract.neighbours import among, hyphened, norm_at, word_lists
from watcher.extract.reading import Reading, Token

NO_GOING_ON = frozenset(("percentage-point", "basis-point", "times", "rank", "count", None))
LENGTHS = frozenset(("m", "km", "cm", "mm", "ft", "in", "yd", "mi"))
_HEDGED = 4  # tokens of a hedge
_SET_AGAINST = 6  # tokens between two shares set against each other, one more
_SMALL, _SHARE = Decimal("0.25"), Decimal("1.5")  # of a number, in what it goes on with; of a share, in another
_GREAT = 1000  # a number that is no count of what stands before, from here on
_REACH = 16  # tokens from one number to the other
_PART = 6  # tokens from "of which" to the part
_CLAUSE = 6  # tokens of the clause that leaves things out
_VERBAL = ("ed", "ing", "ly", "mente", "ando", "endo")
_POINTING = frozenset(("el", "al", "del"))
_ARTICLES = frozenset(("los", "las"))
_WHOLE = 100  # per cent
_MOST_POINTS = 60  # a lead in shares, at most
_LABEL = 8  # tokens before a number that may name a scale of its own
_UNCOUNTED = frozenset((None, "count", "rank", "times", "year"))  # what a decimal does not go on with


def exceeds(reading: Reading, measure: Quantity, quantity: Quantity) -> bool:
    """True where `quantity` says by how much `measure`, the last that is no share, is more or less than another: "spends €612 on food,
    27 more than a year ago", "412,000 tonnes, 18% less than in 2024 and nearly 90,000 below the average"."""
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    if reading.sentence_of[measure.first] != reading.sentence_of[quantity.first] or quantity.first - measure.last > _REACH:
        return False
    after, behind = norm_at(tokens, quantity.last), norm_at(tokens, quantity.last + 1)
    if (
        not (after in cues["compared"] and behind in cues["than"])
        and after not in cues["beyond"]
        and f"{after} {behind}" not in cues["beyond"]
    ):
        return False
    at = quantity.first - 1
    while at > measure.last and among(tokens[at].norm, cues["adverbs"], cues["skipped"]):
        at -= 1
    return tokens[at].norm in cues["separators"] and quantity.value < measure.value


def lasting(reading: Reading, quantity: Quantity, last: Quantity | None) -> Quantity | None:
    """ "Ran the firm for 30 years and her brother for 27": a duration goes on with the one before, where nothing is counted."""
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    if last is None or last.unit not in DURATIONS or last.sort == "age":
        return None
    same = reading.sentence_of[last.first] == reading.sentence_of[quantity.first] and quantity.first - last.last <= BESIDE
    fits = norm_at(tokens, quantity.first - 1) in cues["lasting"] and LEAST <= quantity.value / (abs(last.value) or 1) <= MOST
    return last if same and fits else None


def measured(reading: Reading, quantity: Quantity, last: Quantity | None) -> Quantity | None:
    """ "Leads by 26 points; Okoro is ahead by 15", "22 km al sur y 15 de profundidad": what is measured as the one before."""
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    if last is None or not near(reading, last, quantity):
        return None
    if last.unit == "percentage-point" and bare(tokens, quantity, reading.language) and quantity.value < _MOST_POINTS:
        return last if norm_at(tokens, quantity.first - 1) in cues["by"] and _ahead(reading, quantity, cues["ahead"]) else None
    if last.unit not in LENGTHS or reading.sentence_of[last.first] != reading.sentence_of[quantity.first]:
        return None
    at = quantity.last + (norm_at(tokens, quantity.last) in cues["of"])
    return last if norm_at(tokens, at) in cues["extents"] else None


def polled(reading: Reading, quantity: Quantity, last: Quantity | None) -> Quantity | None:
    """ "60% approve, 30 disapprove and 10 are unsure", "El 60% lo aprueba, el 30 lo rechaza": shares of one whole, by what they think."""
    if (
        last is None
        or last.unit != "percent"
        or not quantity.number.digits
        or reading.sentence_of[last.first] != reading.sentence_of[quantity.first]
    ):
        return None
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    if last.value + quantity.value > _WHOLE or norm_at(tokens, quantity.last) not in cues["stances"]:
        return None
    at = quantity.first - 1
    at -= norm_at(tokens, at) in cues["whole_articles"]
    joined = norm_at(tokens, at) in cues["and"] or norm_at(tokens, at) in cues["separators"] or norm_at(tokens, at) in cues["set_beside"]
    return last if joined and (at < quantity.first - 1) == (reading.language == "es") else None


def levelled(reading: Reading, quantity: Quantity, last: Quantity | None) -> Quantity | None:
    """ "En Granada se sitúa en 10,2", "in Leeds it stands at 4.1": at another place, behind a verb of level; nothing is counted."""
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    if last is None or last.unit in NO_GOING_ON or last.unit in DURATIONS:
        return None
    at = quantity.first - 1
    while norm_at(tokens, at) in cues["skipped"] and quantity.first - at < _HEDGED:
        at -= 1  # "se ha quedado en menos de 3"
    at -= norm_at(tokens, at) in cues["level_links"]
    if norm_at(tokens, at) not in cues["levelling"] or not near(reading, last, quantity) or quantity.number.scale != 1:
        return None
    first = max(last.last, reading.sentences[reading.sentence_of[quantity.first]].first)
    placed = (is_money(last) and first == last.last and _itself(tokens, at, cues)) or any(
        token.norm in cues["inside"] for token in tokens[first : min(first + 2, at)]
    )
    return last if placed and alike(quantity, last) else None


def _itself(tokens: Sequence[Token], verb: int, cues: dict[str, frozenset[str]]) -> bool:
    """ "El superávit, de 11 millones en 2022, se ha quedado en 3": a verb of level behind a comma, of what stands before it; not "as staff
    numbers reached 14"."""
    at = verb - 1
    while tokens[at].norm in cues["carrying"]:
        at -= 1
    return tokens[at].text == ","


def _ahead(reading: Reading, quantity: Quantity, words: frozenset[str]) -> bool:
    """True where a word of who leads stands before the number in its sentence."""
    first = reading.sentences[reading.sentence_of[quantity.first]].first
    return any(token.norm in words for token in reading.tokens[max(first, quantity.first - BESIDE) : quantity.first])


def resumed(reading: Reading, quantity: Quantity, before: Quantity | None, last: Quantity | None) -> Quantity | None:
    """The quantity a bare number goes on with in a clause of its own; `before` is the one before it, `last` the last with a unit."""
    if before is None or not near(reading, before, quantity):
        return None
    if _part_of(reading, before, quantity):
        return before
    if quantity.number.scale != 1:
        return None
    if _bracketed(reading.tokens, before, quantity, reading.language):
        return before
    if last is None or not near(reading, last, quantity) or not bare(reading.tokens, quantity, reading.language):
        return None
    return last if _up_to(reading, last, quantity) or _given(reading, last, quantity) or _decimal(reading, last, quantity) else None


def _bracketed(tokens: Sequence[Token], before: Quantity, quantity: Quantity, language: str) -> bool:
    """ "4,1 veces el ebitda (4,8 en 2024)", "340 MW (310 a year ago)": what it was at another time."""
    cues = word_lists(language, "elision")
    beside = norm_at(tokens, quantity.first - 1) == "(" and quantity.first - before.last <= _CLAUSE
    return beside and before.unit not in (None, "count", "rank") and norm_at(tokens, quantity.last) in cues["at_times"]


def _part_of(reading: Reading, before: Quantity, quantity: Quantity) -> bool:
    """ "3,7 millones de euros, de los que casi 900.000", "9.4 million tonnes, of which the north supplied 3.1 million": part of it."""
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    if before.unit in _UNCOUNTED or not 0 < quantity.value < before.value or not reading.holds(cues["which"], before.last, quantity.first):
        return False
    at = next(at for at in range(before.last, quantity.first) if tokens[at].norm in cues["which"])
    if quantity.first - at > _PART or not any(token.norm in cues["of"] for token in tokens[max(before.last, at - 2) : at]):
        return False
    fits = quantity.value / before.value >= LEAST or LEAST <= mantissa(quantity, before) / before.value <= 1
    return fits and (is_money(before) or bare(tokens, quantity, reading.language))


def _up_to(reading: Reading, last: Quantity, quantity: Quantity) -> bool:
    """ "La deuda bajó en 310 millones, hasta los 1.950": the level behind a change, in its unit."""
    at = quantity.first - 1
    led = norm_at(reading.tokens, at) in _ARTICLES and norm_at(reading.tokens, at - 1) == "hasta"
    return led and is_money(last) and reading.sentence_of[last.first] == reading.sentence_of[quantity.first]


def _given(reading: Reading, last: Quantity, quantity: Quantity) -> bool:
    """ "Leads by 4.1 points; a poll in April gave her seven": points that somebody gives."""
    giving = word_lists(reading.language, "elision")["giving"]
    tokens, at = reading.tokens, quantity.first - 1
    gives = norm_at(tokens, at) in giving or (reading.language == "en" and norm_at(tokens, at - 1) in giving)
    return last.unit == "percentage-point" and gives and quantity.value < _MOST_POINTS


def _decimal(reading: Reading, last: Quantity, quantity: Quantity) -> bool:
    """ "Vox baja hasta el 17,9", "the Greens, on 6.2": a fraction counts nothing, unless its sentence names a scale of its own."""
    if quantity.value % 1 == 0 or not quantity.number.digits or last.unit in _UNCOUNTED or last.per is not None:
        return False
    tokens, scales = reading.tokens, word_lists(reading.language, "elision")["own_scales"]
    first = reading.sentences[reading.sentence_of[quantity.first]].first
    if any(token.norm in scales for token in tokens[max(first, quantity.first - _LABEL) : quantity.first]):
        return False
    if last.unit in ("percent", "percentage-point"):
        return 0 <= quantity.value <= 100
    return _of_size(quantity, last)


def sized(reading: Reading, quantity: Quantity, before: Quantity | None, last: Quantity | None) -> Quantity | None:
    """ "El consenso esperaba 1.290 millones", "the fire had covered 3,900": a number that counts nothing, told in digits and of the size
    of the share right before it in its sentence, or of the measure there or in the one before; past a count of something, a great one."""
    source = before if last is None or quantity.value < _GREAT else last
    if source is None or not quantity.number.digits or quantity.named_unit or not near(reading, source, quantity) or source.per is not None:
        return None  # "15 times a day" has named what it counts
    if source.unit in NO_GOING_ON or source.unit in DURATIONS or not source.value or beyond(quantity, source):
        return None
    if hired(reading, quantity, lead(reading.tokens, quantity.first, reading.language)):
        return None
    apart = reading.sentence_of[quantity.first] - reading.sentence_of[source.first]
    size = mantissa(quantity, source) / abs(source.value)
    if source.unit == "percent":
        return source if apart == 0 and _SMALL < size < _SHARE and quantity.value <= _WHOLE else None
    return source if apart <= 1 and _SMALL <= size <= 1 / _SMALL else None


def hired(reading: Reading, quantity: Quantity, led: str) -> bool:
    """ "Ganó 2.000 millones y empleará a 700": Spanish "a" before whom a verb acts on; `led` is the word that leads to the number."""
    stems = word_lists(reading.language, "elision")["employing"]
    return led == "a" and norm_at(reading.tokens, quantity.first - 2).startswith(tuple(stems))


def continues(reading: Reading, last: Quantity, quantity: Quantity) -> bool:
    """True where `quantity`, a bare number, is said of another thing in the unit of `last`."""
    if quantity.number.scale != 1 and not quantity.number.digits:  # a dozen, half a million
        return False
    cues = word_lists(reading.language, "elision")
    if norm_at(reading.tokens, quantity.first - 1) in cues["of"] and norm_at(reading.tokens, quantity.first - 2) in cues["numbered"]:
        return False  # "34, a mother of three"
    if quantity.first - last.last > _REACH or reading.sentence_of[last.first] != reading.sentence_of[quantity.first]:
        return False
    if last.unit == "percent":
        if not 0 <= quantity.value <= 100:
            return False
    elif not _of_size(quantity, last):
        return False
    if last.unit == "percent" and quantity.number.digits and _opposed(reading, last, quantity):
        return True
    if _likewise(reading, last, quantity):
        return True
    return elliptic(reading.tokens, last.last, quantity.first, quantity.last, reading.language)


def _opposed(reading: Reading, last: Quantity, quantity: Quantity) -> bool:
    """ "Un 23 por ciento frente al 22,5 de los socialistas": a share right behind the one it is set against."""
    between = [token.norm for token in reading.tokens[last.last : quantity.first]]
    return between[-2:] in (["frente", "al"], ["contra", "el"]) and len(between) < _SET_AGAINST


def _likewise(reading: Reading, last: Quantity, quantity: Quantity) -> bool:
    """ "Inflation stood at 3 per cent and unemployment at 5", "la inflación quedó en el 3 % y el paro en 5": the same link before both."""
    tokens, cues = reading.tokens, word_lists(reading.language, "elision")
    link = norm_at(tokens, quantity.first - 1)
    if link not in cues["level_links"] or not bare(tokens, quantity, reading.language):
        return False
    if link not in (norm_at(tokens, last.first - 1), norm_at(tokens, last.first - 2)):
        return False
    at = quantity.first - 2
    while at > last.last and quantity.first - at <= _CLAUSE and tokens[at].kind == "w" and tokens[at].norm not in cues["separators"]:
        norm = tokens[at].norm
        if norm.endswith(_VERBAL) or (among(norm, cues["closers"], cues["levelling"]) and norm not in cues["openers"]):
            return False
        at -= 1
    return tokens[at].norm in cues["separators"] and at < quantity.first - 2


def _of_size(quantity: Quantity, last: Quantity) -> bool:
    """As `money.alike`, whichever side of zero the two are; nothing goes on with zero."""
    if beyond(quantity, last):
        return False  # "un sismo de 7.1 deja 31 muertos; la Cruz Roja habla de 34"
    return bool(last.value) and LEAST <= abs(mantissa(quantity, last) / last.value) <= MOST


def elliptic(tokens: Sequence[Token], start: int, first: int, last: int, language: str) -> bool:
    """True where the number `[first, last)` ends a clause without a verb that goes on with what stood before `start`."""
    cues = word_lists(language, "elision")
    following = tokens[last] if last < len(tokens) else None
    share_of = following is not None and (
        (following.norm == "de" and tokens[first - 1].norm in _POINTING)  # y el 24 de los ministros
        # 40 kilos of this and 12 of that, 240.000 euros a los hijos y con 60.000 a su madre
        or (
            following.norm in cues["shared"]
            and start < first
            and tokens[start].norm == following.norm
            and norm_at(tokens, last + 1) not in cues["them"]
        )
    )
    if hyphened(tokens, last):
        return False
    ranging = following is not None and following.norm in cues["to"] and last + 1 < len(tokens) and tokens[last + 1].kind == "n"
    if following is not None and following.kind != "p" and following.norm not in cues["places"] and not share_of and not ranging:
        return False
    at = first - 1
    while at >= start and tokens[at].norm in cues["adverbs"]:
        at -= 1
    end = at + 1
    while at >= start and first - at <= _CLAUSE + 1 and not _separates(tokens, at, end, cues["separators"]):
        at -= 1
    if at < start or first - at > _CLAUSE + 1:
        return False
    return _verbless(tokens, at + 1, end, following, start, cues)


def _separates(tokens: Sequence[Token], at: int, end: int, separators: frozenset[str]) -> bool:
    """A separator, but the comma right before the number stands for the verb: "otro, 26"."""
    return tokens[at].norm in separators and not (tokens[at].text == "," and _only_links(tokens, at + 1, end))


def _only_links(tokens: Sequence[Token], first: int, end: int) -> bool:
    return end - first == 0 or (end - first == 1 and tokens[first].norm in ("de", "of", "a", "to", "con", "with"))


def _verbless(tokens: Sequence[Token], first: int, end: int, following: Token | None, start: int, cues: dict[str, frozenset[str]]) -> bool:
    """True where `[first, end)` is a subject alone: "the tunnel", "Melbourne", "another,", "la del padre, de", "máximas de", "al"."""
    if any(token.kind == "n" for token in tokens[first:end]):
        return False
    words = [token for token in tokens[first:end] if token.kind == "w"]
    if not words:  # "and 5.9 in the south" goes with "4.2% in the north"
        alike = following is not None and norm_at(tokens, start) == following.norm
        return alike and following is not None and (following.norm in cues["places"] or following.norm in ("of", "de"))
    link = tokens[end - 1] is words[-1] and words[-1].norm in cues["links"]
    if link:
        words = words[:-1]
    if not words:
        if following is not None and following.norm in cues["shared"] and norm_at(tokens, start) == following.norm:
            return True
        return tokens[end - 1].norm in cues["links"] and norm_at(tokens, end - 1) in ("al", "to", "a", *_POINTING)
    opens = words[0].norm in cues["openers"] or words[0].capital
    paused = any(token.text == "," for token in tokens[first:end])
    if paused or link:
        return opens or (link and len(words) == 1 and words[0].norm.endswith("s"))
    if all(word.capital for word in words):
        return True
    if len(words) == 1 and tokens[first - 1].text in (",", ";") and (following is None or following.text in (",", ".", ";")):
        return not among(words[0].norm, cues["closers"], cues["not_nouns"]) and not words[0].norm.endswith(_VERBAL)
    if len(words) == 1:  # "and girls 61"
        norm = words[0].norm
        return norm in cues["openers"] or (norm.endswith("s") and not among(norm, cues["closers"], cues["not_nouns"]))
    return opens and len(words) in (2, 3) and (words[-2].norm in cues["openers"] or words[-2].capital or len(words) == 2)
