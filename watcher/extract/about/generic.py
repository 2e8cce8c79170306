"""A definite noun of a body or a text ("the company", "el centro", "the bill") -> the one named last that it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher import lexicon
from watcher.extract.about.clauses import Phrase
from watcher.extract.about.view import View
from watcher.extract.names.entities import cited
from watcher.extract.namewords import role_words
from watcher.model import Subject

if TYPE_CHECKING:
    from watcher.extract.about.phrases import Around


_PLAIN = 2  # tokens of "the company"
_LONGEST = 5  # and of "the British sofa maker"


def _described(view: View, phrase: Phrase) -> bool:
    """ "The British sofa maker", "the Leeds-based chain": words between the article and the noun, the first of a place at most."""
    if any(view.norm[at] in role_words("en").central for at in range(phrase.first, phrase.last)):
        return False  # "the central bank" is no other body
    named = view.tags[phrase.first + 1 - view.first : phrase.last - 1 - view.first]
    return phrase.last - phrase.first <= _LONGEST and "n" not in named[1:] and not named.strip("wn-")


def named_before(view: View, phrase: Phrase, around: Around) -> Subject | None:
    """The body or text that "the company", "el centro" or "the bill" stands for: the last one named, in this sentence or the two before."""
    english = view.rules.language == "en" and phrase.last - phrase.first > _PLAIN
    word = view.norm[phrase.last - 1] if english else view.norm[phrase.first + 1]
    kind = "organization" if word in view.rules.generic else "thing" if word in view.rules.texts else None
    if (
        kind is None
        or view.norm[phrase.first] not in view.rules.definite
        or (phrase.last - phrase.first != _PLAIN and not (english and _described(view, phrase)))
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
    if word not in view.rules.public:
        told = [one for one in told if view.rules.public.isdisjoint(lexicon.fold(one.name).split(" "))]  # no court is "the bank"
    called = [subject for subject in told if word in lexicon.fold(subject.name).split(" ")]
    return next(iter(called), main if main is not None and main.type == kind else next(iter(told), None))


def fits(view: View, phrase: Phrase, words: list[str], found: Subject, around: Around) -> bool:
    """Whether there is good evidence that a noun stands for this name: the text calls it so, it says so itself, or it is the topic."""
    if found.type == "person":
        return view.rules.territory.isdisjoint(words)
    called = around.names.roles_of(around.index, found).union(lexicon.fold(found.name).split(" "))
    if not called.isdisjoint(words) or found.type == "place" or found in (around.topic.main, around.topic.place):
        return True
    if not view.rules.generic.isdisjoint(words) and not view.rules.public.isdisjoint(lexicon.fold(found.name).split(" ")):
        return False  # "the bank" is no Serious Fraud Office
    number = view.reading.sentence_of[phrase.first]
    near = view.reading.sentences[max(0, number - 1)].first
    told = {
        mention.subject for mention in around.names.in_tokens(around.index, near, phrase.first) if mention.subject.type == "organization"
    }
    return len(words) == 1 and view.rules.crews.isdisjoint(words) and told == {found}
