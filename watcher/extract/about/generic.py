"""A definite noun of a body or a text ("the company", "el centro", "the bill") -> the one named last that it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher import lexicon
from watcher.extract.about.clauses import Phrase
from watcher.extract.about.view import View
from watcher.extract.names.entities import cited
from watcher.model import Subject

if TYPE_CHECKING:
    from watcher.extract.about.phrases import Around


def named_before(view: View, phrase: Phrase, around: Around) -> Subject | None:
    """The body or text that "the company", "el centro" or "the bill" stands for: the last one named, in this sentence or the two before."""
    word = view.norm[phrase.first + 1]
    kind = "organization" if word in view.rules.generic else "thing" if word in view.rules.texts else None
    if (
        kind is None
        or view.norm[phrase.first] not in view.rules.definite
        or phrase.last - phrase.first != 2
        or view.tag[phrase.last] in "pn"
    ):
        return None
    reading = view.reading
    number = reading.sentence_of[phrase.first]
    told: list[Subject] = []
    for back in range(number, max(-1, number - 3), -1):
        sentence = reading.sentences[back]
        mentions = reversed(around.names.in_tokens(around.index, sentence.first, min(sentence.last, phrase.first)))
        told += [one.subject for one in mentions if one.subject.type == kind and not cited(reading.tokens, one.first, sentence.first)]
    main = around.topic.main
    called = [subject for subject in told if word in lexicon.fold(subject.name).split(" ")]
    return next(iter(called), main if main is not None and main.type == kind else next(iter(told), None))
