"""Words before a name that tell its stage: "the jailed banker Felix Oster", "missing pilot Nico Arce", "the late Ana Ruiz".

In: a `Finder` and the tokens of the words; out: a `Subject` or a phrase, or None.
"""

from __future__ import annotations

from watcher.extract.lifecycles import Lifecycle
from watcher.extract.namewords import role_words
from watcher.extract.neighbours import norm_at
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.spots import Noun, Place
from watcher.model import Subject

_DONE = ("ado", "ada", "ido", "ida")
_FOR = frozenset(("de", "por", "del"))


def attributive(finder: Finder, lifecycle: Lifecycle, first: int, last: int, *, leads: bool) -> Subject | None:
    """ "the jailed banker Felix Oster", "missing pilot Nico Arce"; `leads`: no word of its sentence stands before the first."""
    at = finder.at
    tokens = at.reading.tokens
    before = tokens[first - 1] if first else None
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    opens = before is None or leads or before.norm in at.words.determiners or before.text in ("'s", "’s")
    if not opens and "person" in lifecycle.subjects and (named := _called_after(at, first, last, sentence.last)) is not None:
        return finder.subject(lifecycle, named)
    if first == sentence.first and last < sentence.last and tokens[last].text == ":":  # "Jailed: Ana Ruiz, who stole millions"
        last += 1 + (last + 1 < sentence.last and tokens[last + 1].norm in at.words.determiners)
    if not opens or last >= len(tokens) or tokens[last].kind != "w":
        return None
    right = finder.right(lifecycle)
    for index in range(last, min(last + 3, sentence.last)):
        noun = right(index)
        if noun is not None and noun.mention is None and tokens[index].norm.endswith(_DONE) and norm_at(tokens, index + 1) in _FOR:
            return None  # "a un prófugo acusado de homicidio"
        if noun is not None:
            named = noun if noun.mention is not None else right(noun.last) if noun.last < len(tokens) else None
            if named is None and tokens[index - 1].norm in at.words.being:
                return None  # "el detenido está acusado"; but "one of those released was Ann Lee"
            return finder.subject(lifecycle, named if named is not None and named.mention is not None else noun)
        if tokens[index].norm in at.words.prepositions or tokens[index].kind != "w":
            return None
    return None


def qualified(finder: Finder, first: int, last: int) -> Noun | None:
    """ "the late Ana Ruiz", "the late singer Tom Hart": somebody named right after, or past the noun they are called by."""
    at = finder.at
    tokens = at.reading.tokens
    if not first or not (tokens[first - 1].norm in at.words.determiners or tokens[first - 1].text in ("'s", "’s")):
        return None
    for index in range(last, min(last + 3, len(tokens))):
        mention = at.names.at(at.section, index)
        if mention is not None:
            return Noun(mention.first, mention.last, mention) if mention.first == index and mention.subject.type == "person" else None
        comma = tokens[index].text == "," and index > last  # "her late husband, Bo Tran"
        if tokens[index].norm not in role_words(at.reading.language).persons and not comma:
            return None
    return None


def _called_after(at: Place, first: int, last: int, stop: int) -> Noun | None:
    """ "tributes to murdered teacher Ana Ruiz": one or two small words and a name right after a participle that no verb of being leads."""
    tokens, words = at.reading.tokens, at.words
    before = tokens[first - 1].norm
    if before in words.being or before in words.having or (before in words.auxiliaries and before != "to"):
        return None
    for index in range(last, min(last + 3, stop)):
        mention = at.names.at(at.section, index)
        if mention is not None:
            person = mention.first == index and mention.subject.type == "person" and index > last
            return Noun(mention.first, mention.last, mention) if person else None
        token = tokens[index]
        if token.kind != "w" or token.norm in words.prepositions or token.norm in words.determiners or token.norm in words.conjunctions:
            return None
    return None
