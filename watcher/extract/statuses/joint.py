"""One title of several people named after it -> an office status of each: "Senators Ann Lee and Bo Tran", "former presidents A, B and C".

In: a `Finder` over an English reading and the token of the title; out: the statuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from watcher.extract.lifecycles import Lifecycle
from watcher.extract.namewords import role_words
from watcher.extract.reading import StatusMention
from watcher.extract.statuses.holders import Finder
from watcher.model import Status, Subject

_JOINS = frozenset((",", "and", "&"))
_MOST = 8  # people under one title


@cache
def plurals() -> frozenset[str]:
    """The English offices of one word, and their last words, in the plural."""
    roles = role_words("en")
    heads = {phrase[-1] for phrase in roles.offices} - roles.portfolios
    return (
        frozenset(word + "s" for word in heads if not word.endswith("s"))
        - frozenset(roles.phrases)
        - {"leaders", "clerks", "kings", "queens"}
    )


def find(finder: Finder, lifecycle: Lifecycle, at: int) -> Iterator[StatusMention]:
    """The statuses of all whom a plural title right before their names tells of; none where it stands before one alone."""
    reading, names = finder.at.reading, finder.at.names
    people: list[Subject] = []
    tokens, place = reading.tokens, at + 1
    while len(people) < _MOST and (mention := names.at(finder.at.section, place)) is not None and mention.subject.type == "person":
        people.append(mention.subject)
        place = mention.last
        while place < len(tokens) and tokens[place].norm in _JOINS:
            place += 1
    if len(people) < 2:
        return
    stage = lifecycle.prefixes.get(tokens[at - 1].norm, "incumbent") if at else "incumbent"
    first = at - (stage != "incumbent")
    last = at if stage == "former" else at + 1
    label = " ".join([token.text for token in tokens[first:last]])
    role = tokens[at].norm.removesuffix("s")
    for subject in people:
        value = Status("office", stage, label, role, None)
        yield StatusMention(reading.starts[first], reading.ends[last - 1], first, last, value, subject, title=True)
