"""What a Spanish sentence without a subject goes on with: "La ordenanza se aprobó en marzo. Entró en vigor el lunes."

In: a `Finder`, a lifecycle of things and where the verb stands; out: a thing, or None.
"""

from __future__ import annotations

from watcher.extract.lifecycles import Lifecycle
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.spots import Spot
from watcher.model import Subject

_OPENING = 9  # tokens of a sentence in which its subject starts
_NEAR = 14  # tokens from there to the end of its first clause
_PARTICIPLES = tuple(stem + end for stem in ("ad", "id") for end in ("o", "a", "os", "as"))


def ongoing(finder: Finder, lifecycle: Lifecycle, spot: Spot, opens: int) -> Subject | None:
    """The thing of the clause before: the one a status of its lifecycle was told of, else the one it opens with; of the same number
    and, by the participle, the same gender."""
    reading = finder.at.reading
    number = reading.sentence_of[spot.first]
    here = reading.sentences[number]
    if opens == here.first:
        if not number or reading.sentences[number - 1].paragraph != here.paragraph:
            return None
        start, stop = reading.sentences[number - 1].first, here.first
    else:
        start, stop = here.first, opens
    told = finder.read.get(lifecycle.name)
    if told is not None and start <= told.first < min(start + _NEAR, stop) and told.subject is not None and told.subject.type == "thing":
        return told.subject if _agrees(finder, spot, told.subject.name.partition(" ")[0].lower()) else None
    right = finder.right(lifecycle)
    for index in range(start, min(start + _OPENING, stop)):
        noun = right(index)
        if noun is not None:
            fits = not noun.governed(reading, finder.at.words) and _agrees(finder, spot, reading.tokens[noun.first].norm)
            return finder.subject(lifecycle, noun) if fits else None
    return None


def _agrees(finder: Finder, spot: Spot, noun: str) -> bool:
    """The verb is of the noun's number, and a participle of its gender, where the endings tell them."""
    tokens = finder.at.reading.tokens
    verb = tokens[spot.first + (tokens[spot.first].norm == "se")].norm
    group = [token.norm for token in tokens[spot.group : spot.first]]
    told = verb.endswith(_PARTICIPLES)
    several = verb.endswith(("os", "as")) if told else any(word.endswith("n") for word in (group or [verb]) if len(word) > 2)
    if several != noun.endswith("s"):
        return False
    if verb.endswith(("ada", "ida", "adas", "idas")):
        return not noun.endswith(("o", "os"))
    return not (told and group and noun.endswith(("a", "as", "cion", "ciones", "dad", "ley")))
