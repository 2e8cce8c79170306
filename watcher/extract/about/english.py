"""An English word among the tags before it and the word behind -> its tag, where its form alone does not tell it."""

from __future__ import annotations

from watcher import lexicon
from watcher.extract.about.forms import NOTHING, Form

_LISTED = ("costs", "plans", "claims", "drops", "shows", "uses", "counts", "works", "ranks", "offers")
COMPOUNDS = frozenset(tuple(pair.split(" ")) for pair in lexicon.load("en/clauses")["verbs"]["compounds"])
_SPANNING = frozenset(("range", "ranges", "ranged"))
_NOMINAL = ("w", "n", "q", "r", "'", ",", "t", "c", "a", "f", "#", '"', ")", "", "o", ";", ":", "s", "%")


def tag(form: Form, after: Form, before: list[str], mark: str) -> str:
    """The tag of a word behind the tags `before`; `mark` is that of the next token."""
    last = before[-1] if before else ""
    if form.only:
        return "v" if last in ("m", "a") and _verbal_place(before, last) == "m" else "w"
    if form.norm == "that":
        return _that(after, last)
    if form.closed:
        if (form.norm == "up" and last == "v") or (form.norm in ("up", "down") and mark != "f" and after.norm not in ("to", "by")):
            return "a"
        return form.closed
    if form.past and last == "w" and before[-2:-1] == ["d"] and (after.present or after.norm in _LISTED):
        return "w"  # "a single shot costs $95"
    if last in ("x", "m", "p", "a") and not form.noun:
        verbal = _verbal_place(before, last)
        if verbal and (form.verbal or verbal == "m"):
            if form.ing and verbal != "x" and not form.base:
                return "g"
            return "i" if verbal == "i" else "v"
    return "w" if form.only else _by_form(form, last, after, mark)


def _verbal_place(before: list[str], last: str) -> str | None:
    """ "m" after a modal, "x" after an auxiliary, adverbs between them aside; "i" after "to"."""
    if last == "p":
        return "i"
    for tag in before[:-5:-1]:
        if tag != "a":
            return tag if tag in ("m", "x") else None
    return None


def _by_form(form: Form, last: str, after: Form, mark: str) -> str:
    """By the word's form alone, and what stands on both sides."""
    if form.ing and form.noun and last == "," and (mark == "f" or after.closed in ("d", "a", "p")) and after.norm != "of":
        return "g"  # ", killing at least 38 people"
    if form.noun or (form.capital and last and not (last == '"' and form.norm.endswith("ly"))):
        return "w"
    if form.adverb:
        return "a"
    if form.plain or form.norm == "say":
        return "w" if last in ("d", "'") else "v"
    if last == "f" and form.base and after.norm == "to":
        return "v"  # "74 plan to raise it"
    if last == "f" and form.mixed and after.closed != "d":
        return "w"  # "58 accounts over eight years"
    if form.past:
        return "w" if last in ("d", "'", "p") else "v"
    if form.ed:
        if last == "f" and form.norm.startswith("un") and (after.only or after.noun):
            return "w"  # "two unvaccinated children have died"
        if last in ("d", "p", "'", "a") or (last in ("", ",") and after.closed == "p"):
            return "g" if after.closed == "p" or last == "a" else "w"
        return "g" if (after.norm == "by" and last != "q") or last == ")" else "v"
    if form.gerund and (form.norm, after.norm) in COMPOUNDS:
        return "w"
    if form.gerund:
        return "w" if last in ("d", "'") else "g"
    if form.participle and after.closed == "p":
        return "g"
    if form.norm in _SPANNING and after.norm in ("from", "between") and last in ("w", "n"):
        return "v"  # "her rating ranges from 8 to 31 percent"
    return "v" if _agrees(form, last, after, mark) or _opens(form, last, after, mark) else "w"


def _agrees(form: Form, last: str, after: Form, mark: str) -> bool:
    """A verb in -s behind its subject: "Brand, whose barley they eat, reckons he"."""
    if not form.third:
        return False
    if last in ("n", ",", ")") and after.closed == "q":
        return True
    return last == "r" or (mark == "f" and last in ("w", "n") and not form.norm.endswith("ss"))


def _opens(form: Form, last: str, after: Form, mark: str) -> bool:
    """A verb of the present before what opens a phrase, or between a noun and a plural."""
    opens = mark in ("f", "n", "t") or after.closed in ("d", "p", "a", "o", "s", "q") or after.norm in ("that", "")
    if form.present and last != "'" and ((opens and last in _NOMINAL) or last in ("r", "q")):
        return True
    if form.present and last in ("n", "w") and (after.norm.endswith("s") or after.norm in ("more", "less")) and form.norm not in _LISTED:
        return True
    if form.present and form.third and last == "n" and after is not NOTHING and after.norm not in ("of", "") and form.norm not in _LISTED:
        return True  # "Lomax takes final decision"
    if not form.base or not opens or last not in ("q", "r", "w", "n", "f", "#", "c"):
        return False
    if last == "w" and mark != "f" and after.closed not in ("d", "p"):
        return False
    return last in ("q", "r") or after.closed == "d" or mark == "f"


def _that(after: Form, last: str) -> str:
    if after.closed in ("x", "m") or after.past or after.present or after.ed or after.base:
        return "r" if last in ("w", "n", ",", "f", "'") else "s"
    return "d" if last == "p" or (after is not NOTHING and not last) else "s"
