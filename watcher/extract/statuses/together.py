"""Who else is named with the subject of a status: "Lou Marsh and Bo Tran were arrested". In: it and its cue; out: the others."""

from __future__ import annotations

from watcher.extract.lifecycles import Lifecycle
from watcher.extract.statuses.chains import chain
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.spots import Spot
from watcher.model import Subject

_AMONG = frozenset(("among", "entre", "incluido", "incluida", "including"))
_THEM = frozenset(("them", "ellos", "ellas", "whom", "el", "la", "los", "las", "the"))
_BESIDE = frozenset(("junto", "igual"))  # "junto a", "al igual que"
_LED = frozenset(("a", "al", "con", "que"))
_NEAR = 8  # tokens from a status to who shares it
_SINGULAR = frozenset(("was", "is", "has", "fue", "es", "esta", "ha", "estaba", "sigue", "permanece", "quedo", "resulto"))
_ONE = ("ado", "ada", "ido", "ida")


def among_them(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Subject | None:
    """ "Thirteen people were arrested, among them a councillor, Ann Lee": the one who is named of several."""
    at, tokens = finder.at, finder.at.reading.tokens
    sentence = at.reading.sentences[at.reading.sentence_of[spot.first]]
    stop = sentence.last
    if not at.reading.holds(_AMONG, sentence.first, stop):
        return None
    if spot.group and tokens[spot.group - 1].text == ",":  # "Seven aides, including Ann Lee, were jailed"
        since = max(sentence.first, spot.group - 16)
        opened = next((k for k in range(spot.group - 2, since, -1) if tokens[k].norm in _AMONG and tokens[k - 1].text == ","), None)
        near = at.names.in_tokens(at.section, opened, spot.group) if opened is not None else ()
        return next((mention.subject for mention in near if finder.admits(lifecycle, mention)), None)
    for index in range(spot.last, min(spot.last + 14, stop - 2)):
        if tokens[index].text == "," and tokens[index + 1].norm in _AMONG and tokens[index + 2].norm in _THEM:
            near = at.names.in_tokens(at.section, index + 3, min(index + 12, stop))
            named = next((mention for mention in near if finder.admits(lifecycle, mention)), None)
            return named.subject if named is not None else None
    return None


def _beside(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> list[Subject]:
    """ "Quedó preso junto a su pareja, Lía Marás, y al chofer Bo Trán", "al igual que su socio, Bo Trán": who shares a Spanish status."""
    at, tokens = finder.at, finder.at.reading.tokens
    if at.reading.language != "es" or lifecycle.name not in ("justice", "condition"):
        return []
    stop = at.reading.sentences[at.reading.sentence_of[spot.first]].last
    joint = next((k for k in at.reading.between(_BESIDE, spot.last, min(stop, spot.last + _NEAR)) if tokens[k + 1].norm in _LED), None)
    if joint is None or any(token.text in ";:()" for token in tokens[spot.last : joint]):
        return []
    near = [mention for mention in at.names.in_tokens(at.section, joint + 2, stop) if finder.admits(lifecycle, mention)]
    if not near or near[0].first > joint + _NEAR or near[0].subject.type != "person":
        return []
    led, closed = tokens[joint + 2 : near[0].first], tokens[near[0].first - 1].text == ","
    if not all(token.kind == "w" or token.text == "," for token in led) or (not closed and any(t.norm in ("de", "del") for t in led)):
        return []  # "junto a la casa de Bo Trán"
    return [one.subject for one in chain(at, near, 0)]


def others(finder: Finder, lifecycle: Lifecycle, found: Subject, spot: Spot) -> list[Subject]:
    """Those meant or named together with a subject: "Both were arrested", "detuvieron a Lía Marás y Bo Trán"."""
    at = finder.at
    if found in finder.company:
        return [one for one in finder.company if one != found]
    if lifecycle.things:
        return []
    if found.type == "person" and (beside := _beside(finder, lifecycle, spot)):
        return [one for one in beside if one != found]
    if at.reading.language == "es" and at.reading.tokens[spot.first].norm.endswith(_ONE):
        return []  # "Bo Trán y Lía Marás, detenida en mayo"
    if any(token.norm in _SINGULAR for token in at.reading.tokens[spot.group : spot.first + 1]):
        return []  # "Bo Tran and Ann Lee, who was arrested"
    if at.reading.tokens[spot.group - 1].norm == "quien":
        return []  # "Bo Trán y Lía Marás, quien fue designada"
    sentence = at.reading.sentences[at.reading.sentence_of[spot.first]]
    around = at.names.in_tokens(at.section, max(sentence.first, spot.group - 50), min(sentence.last, spot.last + 20))
    near = [mention for mention in around if finder.admits(lifecycle, mention)] if len(around) > 1 else []
    places = [place for place, mention in enumerate(near) if mention.subject == found]
    if not places:
        return []
    place = min(places, key=lambda place: abs(near[place].first - spot.first))
    together = chain(at, near, place)
    across = together[0].first < spot.first < together[-1].first
    return [one.subject for one in together if one.subject != found] if not across else []
