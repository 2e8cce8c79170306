"""Figures of a reading -> what each is about: subject, property, scope. Same order, same length; nothing else is decided here.

sentence -> tags -> clauses (view) -> property -> subject -> scope, each figure with what the one before it was about
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from watcher import lexicon
from watcher.extract.about import behind, brackets, earlier, phrases, possessed, properties, rates, scope, subjects, topics, touching
from watcher.extract.about.case import Case
from watcher.extract.about.clauses import Clause
from watcher.extract.about.elided import elided
from watcher.extract.about.former import Former
from watcher.extract.about.grammar import grammar
from watcher.extract.about.informants import informants
from watcher.extract.about.kinds import kind
from watcher.extract.about.marks import marks
from watcher.extract.about.onward import Told, levelled, only_it, onward
from watcher.extract.about.phrases import Around
from watcher.extract.about.properties import Property
from watcher.extract.about.tally import Tally
from watcher.extract.about.things import thing
from watcher.extract.about.view import View
from watcher.extract.about.wording import VOTES
from watcher.extract.attribution import studies
from watcher.extract.names import Names
from watcher.extract.reading import DateMention, FigureMention, QuoteMention, Reading, Sentence
from watcher.lexicon import concepts
from watcher.model import Scope, Subject

_LONGEST = 160  # tokens of a sentence that are read together
_NAMING = frozenset(("before", "subject", "object", "label", "item", "rate"))  # where a property comes from that names what is measured
_VOTES = frozenset(("vote share", "votes"))
_SHARES = frozenset(("percent", "percentage-point"))
_MOST = 6  # words of a property
_LINE = 7  # tokens of a line that only names somebody
_KEPT = 12  # sentences whose tags are kept for those that follow


@dataclass(slots=True)
class About:
    """What a figure is about; `property` is a short noun phrase, never empty."""

    subject: Subject | None
    property: str
    scope: Scope


def bind(
    reading: Reading,
    index: int,
    figures: Sequence[FigureMention],
    names: Names,
    dates: Sequence[DateMention],
    quotes: Sequence[QuoteMention],
    published: str | None,
    answers: Sequence[QuoteMention] = (),
) -> list[About]:
    """What each of `figures` is about; `index` is the reading's in `names`. `dates` are not needed: times of figures are scanned anew."""
    if not figures:
        return []
    binder = Binder(reading, index, figures, names, quotes, published, answers)
    return scope.headlines(reading, figures, [binder.bind(figure) for figure in figures])


class Binder:
    """One reading on its way: the views of its sentences, and what the figures before were about."""

    def __init__(
        self,
        reading: Reading,
        index: int,
        figures: Sequence[FigureMention],
        names: Names,
        quotes: Sequence[QuoteMention],
        published: str | None,
        answers: Sequence[QuoteMention],
    ) -> None:
        self.reading, self.index, self.figures, self.names = reading, index, figures, names
        self.quotes, self.spoken = quotes, sorted([*quotes, *answers], key=lambda quote: quote.start)
        mentions = names.mentions(index)
        self.rules, self.topic = grammar(reading.language), topics.find(reading, mentions)
        self.scopes = scope.Scopes(reading, figures, published)
        self.marks = marks(reading, mentions, self.scopes.stretches, figures, self.topic.datelines)
        self.sentence = -1
        self.view: View | None = None
        self.views: dict[int, View] = {}  # the last few, by their first token
        self.previous: Property | None = None
        self.sampled: Subject | None = None  # whom a study asked
        self.rates: dict[str, str] = {}  # by what it is a rate of: the name last told in full
        self.before: tuple[int, Subject | None] = (-1, None)  # where the figure before ends, and its subject
        self.mains: dict[int, Subject | None] = {}
        self.shared: tuple[int, str, Property | None] = (-1, "", None)  # the last share or rate with a name: paragraph, unit
        self.tally = Tally()
        self.former = Former()
        self.vote: tuple[int, str] | None = None  # the share of votes, as the text calls it
        self.told: Told | None = None
        self.told_in = -1  # the paragraph of that
        self.lately: dict[tuple[str, Decimal | None], tuple[int, Property]] = {}  # by unit: the sentence and measure told last

    def bind(self, figure: FigureMention) -> About:
        """What one figure is about; figures come in their order."""
        number = self.reading.sentence_of[figure.first]
        if self.view is None or number != self.sentence or figure.first >= self.view.last:
            self.view, self.sentence, self.previous = self._view(number, figure.first), number, None
        view, paragraph = self.view, self.reading.sentences[number].paragraph
        clause, prior = view.clause(figure.first), view.earlier(figure)
        measure = self._measure(view, number, figure, clause, prior)
        around = self._around(number - 1, 3, figure)
        against = behind.against(view, figure, self.before, self.told) if prior is not None else None
        if against is not None and self.told is not None and (measure is None or measure.source != "noun"):
            measure = self.told.measure
        going = self.former.find(view, number, figure)
        if going is None and self.told is not None:
            known = self.names, self.index
            going = brackets.converted(view, figure, measure, self.told) or elided(view, figure, measure, self.told, known)
            going = going or onward(view, figure, clause, measure, self.told, known)
        if going is not None:
            measure = going.measure
        side = behind.sided(view, figure, clause, around) if figure.value.unit == "percent" else None
        if side is not None:
            measure = Property(VOTES[self.rules.language], "noun", None, figure.first)
        subject = side or (going.subject if going is not None else None)
        if subject is None and prior is not None:
            subject = behind.ranked(view, figure, measure, self.before) or brackets.bracketed(view, figure, self.before)
            subject = subject or against or behind.reached(view, figure, prior, self.before)
        if subject is None:
            start, verb = view.before_hedges(figure.first), view.verb(figure, clause)
            subject = subjects.of(Case(view, figure, clause, measure, around, kind(view, figure), start, verb, prior))
        if measure is not None:
            measure, subject = possessed.apart(view, clause, measure, subject, around, self.told)
            if subject is not None and subject.type == "thing":
                measure = levelled(view, figure, clause, measure, subject)
        self.before, told = (figure.last, subject), None
        if measure is not None:
            self.former.add(told := Told(figure, subject, measure))
        if view.norm[figure.last] not in self.rules.comparing:
            self.told, self.told_in = told, paragraph
        if measure is not None and measure.source not in ("age", "rank", "unit", "side"):
            self.previous = measure
            self.lately[figure.value.unit, figure.value.per] = number, measure
        if measure is not None and measure.source == "noun" and measure.noun and kind(view, figure) == "count":
            self._count(view, figure, measure.noun, paragraph)
        name = _called(figure, subject) if measure is None else self._name(view, number, figure, measure, subject)
        if figure.sort == "count":
            name = informants(self.reading, figure) or name
        held = self.scopes.of(view, figure, name)
        if held.time is None:
            name = earlier.told(view, figure, name, self.scopes.times, _MOST)
        return About(subject, name, held)

    def _measure(self, view: View, number: int, figure: FigureMention, clause: Clause, prior: FigureMention | None) -> Property | None:
        """What a figure measures by its sentence and what was measured before; `prior` is the figure before it in the sentence."""
        measure = properties.of(view, figure, clause, self._previous(view, number, figure, prior))
        if figure.value.per is not None:
            measure = rates.full(view, figure, figure.value.per, measure, self.rates)
        measure = self._going_on(view, number, figure, measure)
        if measure is not None and measure.source in ("subject", "passive"):
            return self._named_before(number, figure, measure)
        return measure

    def _count(self, view: View, figure: FigureMention, noun: tuple[int, int], paragraph: int) -> None:
        """Keep what is counted; of a study, whom it asked."""
        counted, head = view.whole_text(*noun), view.norm[noun[1] - 1]
        self.tally.add(paragraph, figure.value.number, thing(counted) if counted else None)
        if head in self.rules.who and not view.words.isdisjoint(self.rules.studies):
            self.sampled = thing(head)

    def _name(self, view: View, number: int, figure: FigureMention, measure: Property, subject: Subject | None) -> str:
        """What is measured, with the noun last counted where its own name tells too little."""
        name, paragraph = measure.name, self.reading.sentences[number].paragraph
        if measure.source == "unit" and figure.value.unit == "count" and figure.value.per is None:
            name = self.tally.near(paragraph) or name
        if measure.source == "verb" and " " not in name and kind(view, figure) == "count":
            name = f"{told} {name}" if (told := self.tally.near(paragraph)) and " " not in told else name  # "África concentra 307"
        return self._voted(number, measure, subject, name) if figure.value.unit in _SHARES else name

    def _previous(self, view: View, number: int, figure: FigureMention, prior: FigureMention | None) -> Property | None:
        """The measure told before in this sentence or the last, that a figure may go on with."""
        last, alike = self.lately.get((figure.value.unit, figure.value.per), (-1, None))
        previous = alike if last == number else self.previous
        if previous is None or last == number:
            return previous
        if prior is not None and kind(view, prior) == "duration" != kind(view, figure):
            return None  # "treated within two months slipped from 68.7 per cent": no more of the months
        if previous.source == "noun" and kind(view, figure) == "money" and view.tag[view.before_hedges(figure.first) - 1] == "c":
            return None  # "half to his four children and £100,000 to the hospice"
        return previous

    def _named_before(self, number: int, figure: FigureMention, measure: Property) -> Property:
        """ "At the Harlow trust, the figure was 2,325", "It was followed by Hull (48%)": the measure told last in that unit, near by."""
        told, before = self.lately.get((figure.value.unit, figure.value.per), (-1, None))
        if before is None or (before.source not in _NAMING and before.source != "noun"):
            return measure
        recalls = measure.name in self.rules.followed if measure.source == "passive" else lexicon.fold(measure.name) in self.rules.recalling
        sentences = self.reading.sentences
        near = recalls and sentences[number].paragraph - sentences[told].paragraph <= 1
        return replace(before, noun=None, source="rate") if near else measure

    def _going_on(self, view: View, number: int, figure: FigureMention, measure: Property | None) -> Property | None:
        """A share or rate that tells no name of its own goes on with the last of its paragraph: "Andalucía, con un 16 %, lidera"."""
        per, unit = figure.value.per, figure.value.unit
        if measure is not None and per is not None and per >= 1000 and lexicon.fold(measure.name) == "tasa":
            if (counted := self.tally.last) is not None:  # "8.214 homicidios ... La tasa quedó en 45"
                measure = replace(measure, name=f"tasa de {counted.name}", noun=None, source="rate")
        paragraph, of, shared = self.shared
        here = self.reading.sentences[number].paragraph
        rate = unit == "percent" or per is not None
        if measure is not None and measure.source in _NAMING and (rate or measure.source != "subject"):
            self.shared = here, unit, measure if rate else None
        elif (
            shared is not None
            and (paragraph, of) == (here, unit)
            and (measure is None or measure.source == "unit" or only_it(view, figure, measure) or self._of_some(view, figure, measure))
        ):
            verb = view.verb(figure, view.clause(figure.first))
            if not rate and (figure.value.number >= 1000 or (verb is not None and view.tokens[verb].text.lower() not in self.rules.light)):
                return measure  # "the Observatory counts 8,702"
            return replace(shared, noun=None, source="rate")
        return measure

    def _of_some(self, view: View, figure: FigureMention, measure: Property) -> bool:
        """ "Las mujeres anotaron 9,8 %", "la más alta es la de Oslo, con 10,7 %": of whom the share told before is, not of what."""
        if self.rules.language != "es":
            return False
        if measure.source == "standing":
            return not studies.polls(self.reading)
        verb = view.verb(figure, view.clause(figure.first))
        light = verb is not None and view.tokens[verb].text.lower() in self.rules.light
        return measure.source == "subject" and measure.noun is not None and light and view.norm[measure.noun[1] - 1] in self.rules.who

    def _voted(self, number: int, measure: Property, subject: Subject | None, name: str) -> str:
        """ "In a Datum poll the Greens were on 9%": a share of a poll; with whom one votes for, the share of votes told before."""
        paragraph, bare = self.reading.sentences[number].paragraph, measure.source in ("unit", "standing")
        if not bare and measure.source not in ("verb", "moved"):
            self.vote = (paragraph, name) if concepts.concept(name) in _VOTES else self.vote
            return name
        if not bare and self.vote is None:
            return name
        polls = studies.polls(self.reading)
        runs = subject is not None and (subject.type in ("person", "organization") or subject.name.startswith("voto "))
        if self.vote is not None and runs and (polls or self.vote[0] == paragraph):
            return self.vote[1]
        told = studies.tells_of_poll(self.reading, self.reading.sentences[number]) or (polls and measure.source == "standing")
        return name if not bare or not told else f"poll {name}" if self.rules.language == "en" else f"{name} de encuesta"

    def _view(self, number: int, token: int) -> View:
        """The sentence around `token`; of one without end, the stretch that `token` stands in, so that the cost stays linear."""
        sentence = self.reading.sentences[number]
        first = token - (token - sentence.first) % _LONGEST
        view = self.views.get(first)
        if view is None:
            if len(self.views) > _KEPT:
                self.views.clear()
            view = View(self.reading, first, min(sentence.last, first + _LONGEST), self.marks, self.rules, self.figures)
            self.views[first] = view
        return view

    def _speaker(self, sentence: Sentence) -> Subject | None:
        """Who speaks in the first quotation that begins in a sentence."""
        at = bisect_left(self.quotes, sentence.start, key=lambda quote: quote.start)
        return self.quotes[at].speaker if at < len(self.quotes) and self.quotes[at].start < sentence.end else None

    def _around(self, number: int, depth: int, figure: FigureMention | None = None) -> Around:
        paragraph = self.reading.sentences[number + 1].paragraph
        told = self.told if figure is not None and self.told_in == paragraph else None
        return Around(
            self.index,
            self.names,
            self.topic,
            self.spoken,
            number,
            depth,
            self._main,
            self._object,
            self._told,
            self.tally.whole(paragraph, figure),
            self.tally,
            paragraph,
            self.sampled,
            told.subject if told is not None else None,
        )

    def _told(self, number: int) -> View | None:
        """A sentence told before, None where there is none or nothing is said in it."""
        if number < 0 or self.reading.sentences[number].first == self.reading.sentences[number].last:
            return None
        return self._view(number, self.reading.sentences[number].first)

    def _object(self, number: int) -> Subject | None:
        """The object of a sentence's first clause: what is spoken of where its subject cannot be."""
        if number < 0:
            return None
        view = self._view(number, self.reading.sentences[number].first)
        own = next((c for c in view.clauses if c.subject is not None and c.verb is not None and c.opener != "r"), None)
        if own is None or own.verb is None:
            return None
        if self.rules.language == "es" and view.norm[own.verb + 1] == "que":
            said = next((c for c in view.clauses if c.first > own.verb and c.opener == "s" and c.subject and not c.inherited), None)
            return phrases.of_phrase(view, said.subject, self._around(number - 1, 1)) if said and said.subject else None
        led = self.rules.language == "es" and view.norm[own.verb + 1] in ("a", "al", "en")  # "recibió a las víctimas"
        return touching.behind(view, own.verb + led, self._around(number - 1, 1))

    def _alone(self, view: View) -> Subject | None:
        """ "Sobre Solenta", "A Iván Sosa.": whom a line without a verb names."""
        if any(clause.verb is not None for clause in view.clauses) or view.last - view.first > _LINE:
            return None
        named = self.names.in_tokens(self.index, view.first, view.last)
        return named[0].subject if len(named) == 1 and named[0].subject.type != "place" else None

    def _main(self, number: int, depth: int) -> Subject | None:
        """The subject of a sentence's first clause: whom a pronoun or a bare verb in the next one goes on about."""
        if number < 0 or depth == 0:
            return None
        if number not in self.mains:
            sentence = self.reading.sentences[number]
            if sentence.first == sentence.last or self.reading.paragraphs[sentence.paragraph].kind == "caption":
                return self._main(number - 1, depth - 1)
            speaker = self._speaker(sentence)
            if speaker is not None:
                self.mains[number] = speaker
                return speaker
            view = self._view(number, sentence.first)
            around = self._around(number - 1, depth - 1)
            own = next((clause for clause in view.clauses if clause.subject is not None and clause.verb is not None), None)
            found = phrases.of_phrase(view, own.subject, around) if own and own.subject else touching.inverted(view, around)
            if found is not None and found.type == "thing" and own and own.subject and view.norm[own.subject.first] in ("su", "sus"):
                owner = phrases.possessor(view, own.subject.first, around)
                found = owner if owner is not None and owner.type == "person" else found  # "Su disco vendió un millón. Dejó los escenarios"
            self.mains[number] = found or self._alone(view) or around.last
        return self.mains[number]


def _called(figure: FigureMention, subject: Subject | None) -> str:
    """ "Entry is £2": what an amount without a measure is called, by the thing it is told of or its unit."""
    name = subject.name.lower() if subject is not None and subject.type == "thing" else figure.value.unit
    return " ".join(name.split(" ")[:_MOST])
