"""A time of a Reading -> whether it only bounds what is told: "since 2019", "before May"; but "had returned by June" dates it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import Time
from watcher.extract.reading import Reading

if TYPE_CHECKING:
    from watcher.extract.dates.periods import Times

_HAD = frozenset(("had", "habia", "habian"))
_BY = frozenset(("by", "hasta"))
_SINCE = frozenset(["since", "desde"])
_REACHED, _BEHIND = 12, 6  # tokens before and behind a time in which something had come


def bounding(times: Times, time: Time) -> bool:
    """True for "since", "until" and the like: a time that bounds, and does not date."""
    tokens, first = times.reading.tokens, time.when.first
    if time.when.end is not None:
        return False  # "from 12 to 16 May"
    near = [token.norm for token in tokens[max(0, first - 7) : first]]
    if near and near[-1] in _BY and reached(times.reading, time):
        return False
    if not _SINCE.isdisjoint(near):
        opened = next(back for back in range(1, len(near) + 1) if near[-back] in _SINCE)
        if not any(token.kind == "n" or token.text in ".,;" for token in tokens[first - opened : first]):
            return True  # "since records began in 1952"
    compared = near[-2:-1] == ["que"] and not times.lexis.sets["comparing"].isdisjoint(near)
    return compared or (not times.lexis.sets["start_words"].isdisjoint(near[-2:]) and not times.as_of(time.when))


def reached(reading: Reading, time: Time) -> bool:
    """ "318,000 had returned by June", "hasta junio habían vuelto 1.200": up to when something had come."""
    first = time.when.first
    if time.when.sort not in ("month", "day") or reading.tokens[first - 1].norm not in _BY:
        return False
    sentence = reading.sentences[reading.sentence_of[first]]
    return reading.holds(_HAD, max(sentence.first, first - _REACHED), min(sentence.last, time.when.last + _BEHIND))
