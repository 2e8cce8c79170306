"""The body that a noun or "it" takes up: "The retailer is in talks to sell its head office", "said it was in talks".

In: a place and a token; out: a mention of the body, or None.
"""

from __future__ import annotations

from collections import Counter

from watcher.extract.namewords import role_words
from watcher.extract.reading import NameMention
from watcher.extract.statuses.spots import Place

_THE = frozenset(("the", "el", "la"))


def meant_body(at: Place, index: int) -> NameMention | None:
    """A mention of the organization that a definite noun or "it" at a token stands for: the one that most of the names before it are."""
    tokens = at.reading.tokens
    norm = tokens[index].norm
    noun = norm in role_words(at.reading.language).groups and index > 0 and tokens[index - 1].norm in _THE
    if not (noun or norm == "it"):
        return None
    bodies = [mention for mention in at.names.before(at.section, index) if mention.subject.type == "organization"]
    if not bodies:
        return None
    told = Counter(mention.subject.id for mention in bodies).most_common(2)
    if len(told) > 1 and told[0][1] == told[1][1]:
        return None
    return next(mention for mention in bodies if mention.subject.id == told[0][0])
