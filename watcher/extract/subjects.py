"""A figure in its sentence and its property -> the subject it is said of: the entity or definite thing that structure points to.

Order: the owner of an age; what stands in brackets or behind "for"/"in" right after the figure; the event, for tolls; the subject of the
clause; a place in the phrase that names the measure; the counted thing itself; what the document is about.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

from watcher.extract import topics
from watcher.extract.clauses import Clause, Phrase
from watcher.extract.properties import Property
from watcher.extract.reading import FigureMention, NameMention, QuoteMention
from watcher.extract.view import View
from watcher.lexicon import concepts
from watcher.model import Subject

_WORD = re.compile(r"[^\W_]+")
_SELF = frozenset("we i us our nosotros yo".split())


class Known(Protocol):
    """What is asked of `names.Names`."""

    def at(self, reading: int, token: int) -> NameMention | None: ...
    def in_tokens(self, reading: int, first: int, last: int) -> tuple[NameMention, ...]: ...
    def before(self, reading: int, token: int, count: int = 40) -> tuple[NameMention, ...]: ...
    def pronoun(self, reading: int, token: int) -> Subject | None: ...
    def resolve_role(self, reading: int, token: int, words: list[str]) -> Subject | None: ...


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beyond the sentence: the names, the document's topic, who speaks here, the last subject bound."""

    index: int
    names: Known
    topic: topics.Topic
    quotes: list[QuoteMention]
    last: Subject | None

    def speaker(self, position: int) -> Subject | None:
        return next((quote.speaker for quote in self.quotes if quote.start <= position < quote.end), None)


def thing(name: str, kind: str = "thing") -> Subject:
    """A definite subject without a name, under its noun."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return Subject("-".join(_WORD.findall(plain)) or name, name, kind)  # type: ignore[arg-type]


def of(view: View, figure: FigureMention, clause: Clause, measure: Property | None, around: Around) -> Subject | None:
    """Whom or what `figure` is said of."""
    if measure is not None and measure.source == "age":
        return _owner(view, figure, clause, around)
    attached = _attached(view, figure, measure, around)
    if attached is not None:
        return attached
    said_of = concepts.kind(measure.name) if measure else None
    if said_of == "event" and (event := _event(view, figure, clause, around)):
        return event
    own = _clause_subject(view, figure, clause, measure, around)
    if own is not None and not (said_of == "place" and own.type == "thing"):
        return own
    if measure is not None and (place := _place_in(view, measure, clause, around)):
        return place
    return own or _counted(view, measure, around)


def _owner(view: View, figure: FigureMention, clause: Clause, around: Around) -> Subject | None:
    """Whose age it is: the name right before, the noun it stands at ("19-year-old son"), else the subject of the clause."""
    for back in range(1, 4):
        mention = around.names.at(around.index, figure.first - back)
        if mention is not None and mention.first >= view.first:
            return mention.subject
        if view.tag(figure.first - back) not in ",p(dw" or back > 2:
            break
    noun = view.noun_after(figure.last)
    own = _clause_subject(view, figure, clause, None, around)
    if noun and "-" in view.reading.text[figure.start : figure.end]:
        named = around.names.in_tokens(around.index, noun[0], noun[1] + 3)
        if named:
            return named[0].subject
        at = view.before_hedges(figure.first)
        if own is not None and own.type == "person" and view.tag(at - 1) == "," and view.tag(noun[1]) in (",", "."):
            return own
        return thing(view.head_text(*noun))
    before = view.noun_before(view.before_hedges(figure.first))
    if before and view.tag(before[1] - 1) == "w" and own is None:
        return thing(view.head_text(*before))
    return own or (thing(view.head_text(*before)) if before else None)


def _attached(view: View, figure: FigureMention, measure: Property | None, around: Around) -> Subject | None:
    """ "59% in Mexico", "Mexico (59%)", "41.39% for Camila Ordaz", "31.9% de Brandt"."""
    names, index = around.names, around.index
    if view.tag(figure.first - 1) == "(" and (mention := names.at(index, figure.first - 2)):
        return mention.subject
    at = figure.last
    if measure is not None and measure.noun and measure.noun[0] >= at and measure.source == "noun":
        at = measure.noun[1]
    elif view.norm(at) in view.rules.of and (noun := view.noun_after(at + 1)) and view.tag(noun[1] - 1) != "n":
        at = noun[1]
    link = view.norm(at)
    if link in view.rules.places and link not in ("at",):
        start = at + 1
        while view.tag(start) in ("d", "w") and start < at + 4 and names.at(index, start) is None:
            start += 1
        mention = names.at(index, start)
        if mention is not None and mention.subject.type == "place" and (figure.value.unit == "percent" or figure.value.per):
            return mention.subject
    voted = measure is not None and concepts.kind(measure.name) == "party"
    if link in view.rules.towards and (voted or figure.value.unit == "percent"):
        for mention in names.in_tokens(index, at + 1, min(at + 14, view.last)):
            between = view.tags[at + 1 - view.first : mention.first - view.first]
            if "v" in between or "f" in between:
                break
            if mention.subject.type in ("person", "organization"):
                return mention.subject
    return _gapped(view, figure, around)


def _gapped(view: View, figure: FigureMention, around: Around) -> Subject | None:
    """ "Brandt would take 46% and Ortega 43%": a name right before the figure, no verb between, another figure before it."""
    start = view.before_hedges(figure.first)
    mention = around.names.at(around.index, start - 1)
    if mention is None or mention.last != start or mention.first < view.first:
        return None
    opener = view.tag(mention.first - 1)
    listed = any(other.last <= mention.first for other in view.figures if other.first >= view.first)
    return mention.subject if opener in ("c", ",", ";") and listed and mention.subject.type != "thing" else None


def _event(view: View, figure: FigureMention, clause: Clause, around: Around) -> Subject | None:
    """The event of a toll: named in the sentence with its place, else the document's."""
    local = topics.event_in(view.tokens, view.first, view.last, view.rules.language)
    if local is None and not around.topic.event:
        return None
    places = [m.subject for m in around.names.in_tokens(around.index, view.first, view.last) if m.subject.type == "place"]
    place = places[0] if places and local else around.topic.place or (places[0] if places else None)
    return topics.subject(local or around.topic.event or "", place, view.rules.language)


def _clause_subject(view: View, figure: FigureMention, clause: Clause, measure: Property | None, around: Around) -> Subject | None:
    speaker = around.speaker(figure.start)
    phrase = clause.subject
    if phrase is None:
        return speaker or _dropped(view, figure, clause, around)
    if view.rules.language == "es" and clause.inherited and clause.opener in ("", '"', ";") and speaker:
        return speaker
    if phrase.first <= figure.first < phrase.last:
        return None
    if view.norm(phrase.first) in _SELF:
        return speaker or around.last
    found = _entity(view, phrase, around)
    if found is not None:
        return found
    if measure is not None and measure.source == "subject":
        return _place_in(view, measure, clause, around) or thing(view.phrase_text(phrase))
    name = view.phrase_text(phrase)
    return thing(name) if name else None


def _dropped(view: View, figure: FigureMention, clause: Clause, around: Around) -> Subject | None:
    """A Spanish verb without a subject: the name behind it, else the subject of the sentence before."""
    if clause.verb is None:
        return None
    behind = around.names.at(around.index, clause.verb + 1) or around.names.at(around.index, clause.verb + 2)
    if behind is not None and behind.last <= figure.first and view.tag(behind.first - 1) in "vwd":
        return behind.subject
    if view.rules.language == "es":
        return around.names.pronoun(around.index, clause.verb) or around.last
    return None


def _entity(view: View, phrase: Phrase, around: Around) -> Subject | None:
    """The named entity a noun phrase is: by its own name, an apposition, a pronoun, or the role it names."""
    names, index = around.names, around.index
    if view.tag(phrase.first) == "q":
        return names.pronoun(index, phrase.first) or around.last
    inside = names.in_tokens(index, phrase.first, phrase.last)
    if inside and inside[-1].last == phrase.last:
        return inside[-1].subject
    if phrase.end > phrase.last and not inside:
        for mention in names.in_tokens(index, phrase.last, phrase.end):
            lead = view.tags[phrase.last - view.first : mention.first - view.first]
            if mention.subject.type == "person" and "," in lead and "r" not in lead and "v" not in lead:
                return mention.subject
    words = [view.norm(i) for i in range(phrase.first, phrase.last) if view.tag(i) in "wn"]
    definite = view.norm(phrase.first) in ("the", "el", "la", "los", "las", "this", "his", "her", "its", "their", "su")
    if words and definite:
        return names.resolve_role(index, phrase.first, words)
    return None


def _place_in(view: View, measure: Property, clause: Clause, around: Around) -> Subject | None:
    """The place in the phrase that names the measure ("Norland's economy", "consumer prices in Norland"), else the topic's."""
    spans = [measure.noun] if measure.noun else []
    if clause.subject is not None:
        spans.append((clause.subject.first, clause.subject.end))
    spans.append((clause.first, clause.last))
    for first, last in spans:
        for mention in around.names.in_tokens(around.index, first, min(last + 4, view.last)):
            if mention.subject.type == "place":
                return mention.subject
    return around.topic.place if concepts.kind(measure.name) == "place" else None


def _counted(view: View, measure: Property | None, around: Around) -> Subject | None:
    """The counted thing itself, where nothing else is named."""
    if measure is not None and measure.noun is not None:
        name = view.head_text(*measure.noun)
        if name:
            return thing(name)
    return around.topic.place or around.last or (thing(measure.name) if measure else None)
