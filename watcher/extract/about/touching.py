"""A verb or a relative -> the name or noun phrase that touches it: the object right behind, the antecedent right before."""

from __future__ import annotations

from watcher.extract.about.phrases import Around
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.model import Subject

_NEAR = 10  # tokens from a name to the end of what it is called


def behind(view: View, verb: int, around: Around, *, alone: bool = False) -> Subject | None:
    """The noun phrase right behind a verb: its object, as a name or a thing; `alone`, without what that is of."""
    at = verb + 1
    while view.tag[at] == "f":
        at += 1
    noun = view.noun_after(at)
    if noun is None or noun[0] > at + 2 or (view.tag[noun[0] - 1] not in "df" and view.tag[noun[1] - 1] != "n"):
        return None
    mention = around.names.at(around.index, noun[1] - 1)
    if mention is None and view.tag[noun[1]] == "," and view.norm[noun[0] - 1] == "the" and view.norm[noun[1] - 1] in view.rules.persons:
        mention = around.names.at(around.index, noun[1] + 1)  # "jailed the former minister, Tim Bo, for"
    return mention.subject if mention is not None else thing(view.head_text(*noun) if alone else view.whole_text(*noun))


def owner(view: View, token: int, around: Around) -> Subject | None:
    """Whose it is at the relative `token`: who is named right before it, or before another relative: "Bo, que usa otro, cuyo"."""
    found = before(view, token, around)
    if found is not None and found.type != "thing":
        return found
    relative = next((at for at in range(token - 1, view.first, -1) if view.tag[at] == "r"), None)
    named = around.names.at(around.index, relative - 1 - (view.tag[relative - 1] == ",")) if relative is not None else None
    return named.subject if named is not None else found


def before(view: View, token: int, around: Around) -> Subject | None:
    """The entity named right before `token`, a comma aside: the antecedent of a relative."""
    at = token - 1
    while view.tag[at] == ",":
        at -= 1
    mention = around.names.at(around.index, at)
    if mention is not None:
        return mention.subject
    noun = view.noun_before(at + 1)
    if noun is not None and view.tag[noun[0] - 1] == "f":  # "Karhan, a town of 38,500 inhabitants, where"
        named = around.names.in_tokens(around.index, max(view.first, noun[0] - _NEAR), noun[0])
        return named[-1].subject if named else None
    return thing(view.head_text(*noun)) if noun else None


def agreeing(view: View, noun: tuple[int, int], participle: int) -> tuple[int, int]:
    """ "Una copa de oro valorada en 3 millones": of a Spanish noun and the one it is of, that which a participle agrees with."""
    outer = view.noun_before(noun[0] - 1) if view.norm[noun[0] - 1] == "de" else None
    if outer is None or view.tag[outer[1] - 1] != "w":
        return noun
    unlike = _vowel(view.norm[noun[0]]) + _vowel(view.norm[participle]) in ("oa", "ao")
    return outer if unlike else noun


def _vowel(word: str) -> str:
    """The vowel a Spanish word ends in, its -s aside."""
    return word.removesuffix("s")[-1:]


def inverted(view: View, around: Around) -> Subject | None:
    """ "Subió 1,5 % el dólar": a Spanish subject behind a verb of change that opens its sentence."""
    verb = view.clauses[0].verb if view.clauses else None
    if verb is None or view.rules.language != "es" or view.clauses[0].subject is not None:
        return None
    word = view.tokens[verb].text.lower()
    moved = word in view.rules.change and word not in view.rules.light  # but "dejó los escenarios" has an object
    return behind(view, verb, around) if moved else None
