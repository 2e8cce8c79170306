"""The words between a time and a figure, in order -> whether what stands between them keeps the figure in that time. Pure."""

from __future__ import annotations

from itertools import pairwise

from watcher.extract.dates.expressions import Words
from watcher.extract.neighbours import among

_SINCE = frozenset(("since", "desde"))
AT = frozenset(("in", "on", "during", "en", "a", "de", "durante"))
_WHEN = frozenset(("when", "cuando"))
_WHERE = frozenset(("where", "whose", "donde", "cuyo", "cuya", "cuyos", "cuyas"))
_PRESENT = frozenset(("actualidad", "moment", "momento"))
_MANY = 14  # words of a relative clause up to its figure


def told_on(gap: list[str], relatives: frozenset[str], lexis: Words) -> bool:
    """ "2017, when 5,300 were reported", "la de 2017, que afectó a 21.000", "in 2022, in which 17 people drowned"."""
    if len(gap) < 2 or gap[0] != "," or len(gap) > _MANY or "," in gap[1:] or ";" in gap:
        return False
    at = 1
    if gap[at] in AT:
        at += 2 if gap[2:3] and gap[2] in lexis.sets["hedging"] else 1
    return at < len(gap) and (gap[at] in relatives or gap[at] in _WHEN)


def elsewhere(gap: list[str]) -> bool:
    """ "£100,000 to the hospice where his wife died in 2021": a clause about another thing leads to the time."""
    return not _WHERE.isdisjoint(gap)


def today(behind: list[str], lexis: Words) -> bool:
    """ "To 43% now", "a 3.100 en la actualidad": the words behind a figure say that it holds today."""
    today = lexis.sets["today_words"]
    if not behind or behind[0] in today:
        return bool(behind)
    return behind[0] in AT and len(behind) > 2 and among(behind[2], today, _PRESENT)


def beside(gap: list[str], lexis: Words) -> bool:
    """ "En 2023 cerraron 14; en 2024, casi nueve": a comma stands for the verb, and nothing else between."""
    return 0 < len(gap) <= _MANY and gap[0] == "," and lexis.sets["hedging"].issuperset(gap[1:])


def since_then(gap: list[str], lexis: Words) -> bool:
    """ "...; since then it has had two": what is told of another time."""
    return not _SINCE.isdisjoint(gap) and any(word in _SINCE and behind in lexis.sets["then_words"] for word, behind in pairwise(gap))


def simultaneous(gap: list[str], lexis: Words) -> bool:
    """ "Cost £350,000 when he joined": from a figure on, one clause that tells when."""
    if _WHEN.isdisjoint(gap):
        return False
    closing = lexis.sets["clause_words"] | {",", ";", ":"}
    return [word for word in gap if word in closing] in (["when"], ["cuando"])
