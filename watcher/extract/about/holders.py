"""What a company has and reports ("revenue", "net income") -> whose it is: told in the phrase, by who says it, or before."""

from __future__ import annotations

from watcher import lexicon
from watcher.extract.about import phrases
from watcher.extract.about.case import Case
from watcher.extract.about.grammar import Grammar
from watcher.model import Subject

_NEAR = 6  # sentences of a paragraph, back to the body it opens with


def holder(case: Case) -> Subject | None:
    """ "Revenue rose 12%", "shares in Lomax plunged 8%": what a company has is said of the company, which the text is about."""
    phrase, view, around = case.clause.subject, case.view, case.around
    if phrase is None:
        return None
    head = phrase.last - 1 if view.rules.language == "en" else phrase.first + (view.tag[phrase.first] == "d")
    held = {view.norm[head], f"{view.norm[head - 1]} {view.norm[head]}"}  # "net income" is no household's
    if held.isdisjoint(view.rules.holdings) or view.tag[head] != "w":
        return None
    if named := around.names.in_tokens(around.index, phrase.first, head):
        return named[-1].subject if named[-1].subject.type == "organization" else None  # "Lomax stock"
    if view.tag[phrase.last] == "p" and (found := around.names.at(around.index, phrase.last + 1)) is not None:
        return found.subject if found.subject.type == "organization" else None
    owners = (_saying(case), _of_paragraph(case), around.topic.main)
    return next((owner for owner in owners if owner is not None and _trades(owner, view.rules)), None)


def _trades(owner: Subject, rules: Grammar) -> bool:
    """Whether it has sales of its own: no body that only counts."""
    words = lexicon.fold(owner.name).split(" ")
    return owner.type == "organization" and rules.offices.isdisjoint(words) and rules.chambers.isdisjoint(words)


def _saying(case: Case) -> Subject | None:
    """ "Lomax said profit fell 4%": of whom it is told by a body itself, in the clause before."""
    view, clause = case.view, case.clause
    if view.rules.language != "en" or clause.inherited or clause.opener != "s" or clause.first == view.first:
        return None
    before = view.clause(clause.first - 1)
    if before.verb is None or view.norm[before.verb] not in view.rules.saying or before.subject is None:
        return None
    named = phrases.of_phrase(view, before.subject, case.around)
    return named if named is not None and named.type == "organization" else None


def _of_paragraph(case: Case) -> Subject | None:
    """ "Vester earned $5m in the quarter. Revenue rose 3%", in a round-up: the body that the paragraph opens with and was told of last."""
    view, around = case.view, case.around
    if around.told is None or around.told.type != "organization" or view.rules.language != "en":
        return None
    sentences = view.reading.sentences
    number = first = view.reading.sentence_of[view.first]
    while first > max(0, number - _NEAR) and sentences[first - 1].paragraph == around.paragraph:
        first -= 1
    told = around.names.in_tokens(around.index, sentences[first].first, view.first)
    return around.told if next((one.subject for one in told if one.subject.type == "organization"), None) == around.told else None
