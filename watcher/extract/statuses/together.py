"""Who else is named with the subject of a status: "Lou Marsh and Bo Tran were arrested". In: it and its cue; out: the others."""

from __future__ import annotations

from watcher.extract.lifecycles import Lifecycle
from watcher.extract.namewords import role_words
from watcher.extract.reading import NameMention
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.spots import Place, Spot
from watcher.model import Subject

_AND = frozenset(("and", "y", "e", "&"))
_AMONG = frozenset(("among", "entre", "incluido", "incluida", "including"))
_THEM = frozenset(("them", "ellos", "ellas", "whom", "el", "la", "the"))
_SINGULAR = frozenset(("was", "is", "has", "fue", "es", "esta", "ha", "estaba", "sigue", "permanece", "quedo", "resulto"))


def among_them(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Subject | None:
    """ "Thirteen people were arrested, among them a councillor, Ann Lee": the one who is named of several."""
    at, tokens = finder.at, finder.at.reading.tokens
    stop = at.reading.sentences[at.reading.sentence_of[spot.first]].last
    for index in range(spot.last, min(spot.last + 14, stop - 2)):
        if tokens[index].text == "," and tokens[index + 1].norm in _AMONG and tokens[index + 2].norm in _THEM:
            near = at.names.in_tokens(at.section, index + 3, min(index + 12, stop))
            named = next((mention for mention in near if finder.admits(lifecycle, mention)), None)
            return named.subject if named is not None else None
    return None


def others(finder: Finder, lifecycle: Lifecycle, found: Subject, spot: Spot) -> list[Subject]:
    """Those named together with a subject: "Lou Marsh and Bo Tran were arrested", "detuvieron a Lía Marás y Bo Trán"."""
    at = finder.at
    if lifecycle.things or any(token.norm in _SINGULAR for token in at.reading.tokens[spot.group : spot.first]):
        return []
    if at.reading.tokens[spot.group - 1].norm == "quien":
        return []  # "Bo Trán y Lía Marás, quien fue designada"
    sentence = at.reading.sentences[at.reading.sentence_of[spot.first]]
    near = at.names.in_tokens(at.section, max(sentence.first, spot.group - 30), min(sentence.last, spot.last + 20))
    place = next((k for k, mention in enumerate(near) if mention.subject == found), None)
    if place is None:
        return []
    first = last = place
    while first and _joined_to(at, near[first - 1], near[first]):
        first -= 1
    while last + 1 < len(near) and _joined_to(at, near[last], near[last + 1]):
        last += 1
    chain = near[first : last + 1]
    joined = any(token.norm in _AND for token in at.reading.tokens[chain[0].first : chain[-1].last])
    across = chain[0].first < spot.first < chain[-1].first
    return [one.subject for one in chain if one.subject != found and finder.admits(lifecycle, one)] if joined and not across else []


def _joined_to(at: Place, one: NameMention, other: NameMention) -> bool:
    """Nothing but a comma or "and", with a role or article, stands between two names."""
    between = at.reading.tokens[one.last : other.first]
    roles = role_words(at.reading.language).persons
    return (
        1 <= len(between) <= 5
        and (between[0].text == "," or between[0].norm in _AND)
        and all(token.norm in _AND or token.norm in at.words.determiners or token.norm in roles for token in between[1:])
    )
