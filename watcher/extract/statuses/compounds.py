"""The words that belong to a common noun: what stands before it ("night curfew") and its "of" phrase ("ban on visits").

In: a `Place` and where the noun starts or ends; out: where the whole phrase starts or ends.
"""

from __future__ import annotations

from functools import cache

from watcher import lexicon
from watcher.extract.namewords import name_words
from watcher.extract.stagewords import telling
from watcher.extract.statuses.spots import Place

_POSSESSIVE = ("'s", "’s", "'", "’")
_OF = frozenset(["of", "on", "de", "del"])
_IN = frozenset(["in", "en", "with", "con", "for", "between", "entre"])


@cache
def calendar(language: str) -> frozenset[str]:
    """The names of days and months."""
    data = lexicon.load(f"{language}/dates")
    return frozenset([*data["months"], *data["weekdays"]])


def modifiers(at: Place, first: int) -> int:
    """Where a noun's compound starts: "night curfew", "Tarsa Cup final"; in Spanish nothing stands before it."""
    reading, words = at.reading, at.words
    if reading.language != "en":
        return first
    tokens, start = reading.tokens, first
    sentence = reading.sentences[reading.sentence_of[first]].first
    while start > sentence and start > first - 2:
        token = tokens[start - 1]
        mention = at.names.at(at.section, start - 1)
        if mention is not None:
            return mention.first
        if token.norm in telling(reading.language, "infinitive" if tokens[start - 2].norm.endswith("s") else "finite"):
            break  # "Ann Lee starts hunger strike", "MPs approve bill"
        if token.text in _POSSESSIVE and (owner := at.names.at(at.section, start - 2)) is not None:
            return owner.first
        if start > sentence + 1 and (tokens[start - 2].text == "-" or tokens[start - 2].kind == "n"):
            break  # "the $4bn deal"
        common = name_words("en").function
        if (
            token.kind != "w"
            or token.norm in words.determiners
            or token.norm in common
            or token.norm in words.prepositions
            or token.norm in words.sayings
            or token.norm.endswith(("ly", "ed", "ing", "'s"))
            or token.norm in words.being
            or token.text in _POSSESSIVE
        ):
            break
        start -= 1
    return start


def complement(at: Place, last: int) -> int:
    """Where the "of" phrase of a noun ends: "ban on visits", "reforma de pensiones", "curfew in Karhan"."""
    reading = at.reading
    tokens = reading.tokens
    sentence = reading.sentences[reading.sentence_of[last - 1]].last
    head = last
    if head >= sentence or (tokens[head].norm not in _OF and tokens[head].norm not in _IN):
        return last
    near = tokens[head].norm in _OF
    head += 1
    while head < sentence and tokens[head].norm in at.words.determiners:
        head += 1
    if head >= sentence or tokens[head].norm in calendar(reading.language):
        return last  # "a treaty on Wednesday"
    for step in range(head, min(head + 4, sentence) if near else head + 1):
        mention = at.names.at(at.section, step)
        if mention is not None:
            return min(mention.last, head + 5)
        if tokens[step].kind != "w" or tokens[step].norm in at.words.prepositions:
            break
    if near and tokens[head].kind == "w" and tokens[head].norm not in at.words.relatives:
        return head + 1
    return last
