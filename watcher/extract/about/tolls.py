"""A toll -> the event it is of: named in the sentence with its place, told in the sentence before, else the document's."""

from __future__ import annotations

from watcher.extract.about import topics
from watcher.extract.about.case import Case
from watcher.extract.about.phrases import Around
from watcher.extract.about.view import View
from watcher.extract.reading import NameMention
from watcher.model import Subject

_LISTED = 12  # tokens from "con" to the last of the numbers behind it
_PLACED = 4  # tokens from an event to where it was


def toll(case: Case) -> Subject | None:
    """The event of a toll: named in the sentence with its place, else the document's."""
    view, around = case.view, case.around
    if view.rules.language == "es" and "con" in view.words and (own := _of_its_own(case)) is not None:
        return own
    if _others(case):
        return None
    mentions = around.names.in_tokens(around.index, view.first, view.last)
    at = topics.event_at(view.reading, view.first, view.last)
    places = [mention for mention in mentions if mention.subject.type == "place"]
    local = topics.event_in(view.reading, view.first, view.last)
    called = around.topic.named
    if called is not None and (local in (None, around.topic.event) or any(mention.subject == called for mention in mentions)):
        return called
    if at is not None and (own := next((m.subject for m in mentions if _of(m, at)), None)) is not None:
        return topics.subject(local or "", own, view.rules.language)
    if local is None and (told := _told_event(view, around)) is not None:
        return told
    event = around.topic.event or local
    if event is None:
        return None
    place = around.topic.place or (places[0].subject if places else None)
    return topics.subject(event, place, view.rules.language)


def _of_its_own(case: Case) -> Subject | None:
    """ "Veracruz es la entidad más golpeada, con 29 muertos y 18 heridos, seguida de Hidalgo, con 21": each place has a toll of its own."""
    view, around = case.view, case.around
    con = next((at for at in range(case.figure.first - 1, max(view.first, case.figure.first - _LISTED), -1) if view.norm[at] == "con"), 0)
    if not con or view.tag[con - 1] != ",":
        return None
    mention = around.names.at(around.index, con - 2)
    if mention is not None and mention.subject.type == "place" and mention.first - 2 >= view.first:
        return mention.subject if view.norm[mention.first - 2] in view.rules.followed else None
    opening = around.names.at(around.index, view.first)
    if opening is None or opening.subject.type != "place" or view.norm[opening.last] not in ("es", "fue", "era", "sigue"):
        return None
    worst = any(view.norm[at] in view.rules.superlatives for at in range(opening.last, con))
    return opening.subject if worst else None


def _of(mention: NameMention, event: int) -> bool:
    """ "The fire in Orton", "the Cedar Ridge fire": a place shortly behind an event, whatever is named right before it."""
    return mention.last == event or (mention.subject.type == "place" and 0 <= mention.first - event <= _PLACED)


def _others(case: Case) -> bool:
    """ "Ferry accidents killed 62 people last year", in a text about a fire: what acts is many, and of another sort."""
    view, subject, verb = case.view, case.clause.subject, case.clause.verb
    if subject is None or verb is None or not subject.last <= verb < case.figure.first or view.tag[subject.first] != "w":
        return False
    event = topics.event_in(view.reading, subject.first, subject.last)
    return event is not None and event != case.around.topic.event and view.norm[subject.last - 1].endswith("s")


def _told_event(view: View, around: Around) -> Subject | None:
    """The event of the sentence before in its paragraph, where that is another than the document's, with the place told there."""
    reading, language = view.reading, view.rules.language
    number = reading.sentence_of[view.first]
    if number == 0 or reading.sentences[number - 1].paragraph != reading.sentences[number].paragraph:
        return None
    before = reading.sentences[number - 1]
    event = topics.event_in(reading, before.first, before.last)
    if event is None or event == around.topic.event or around.topic.event is None:
        return None
    places = [m.subject for m in around.names.in_tokens(around.index, before.first, before.last) if m.subject.type == "place"]
    return topics.subject(event, places[0] if places else None, language)
