"""A verb of saying in a Reading -> whose it is: who stands before or behind it, who is told of apart from it, or who spoke last."""

from __future__ import annotations

from bisect import bisect_left

from watcher import lexicon
from watcher.extract.attribution.rules import CLAUSE, COMMA, REACH
from watcher.extract.attribution.sources import Sources
from watcher.extract.attribution.verbs import Verbs
from watcher.extract.neighbours import among
from watcher.extract.quotes import apart, saying, speech
from watcher.extract.reading import NameMention
from watcher.model import Subject

_FAR = 3  # sentences back to who spoke last
_FRONTED = 8  # tokens that may open a sentence before a verb without a subject
_JOINT = 6  # tokens from a verb of saying to the one that its "que" opens with
_TITLED = 4  # tokens from a comma to the name behind a title
_INSIDE = frozenset(("de", "del", "en", "of", "in"))
_GOVERNING = frozenset(("a", "al", "de", "del", "en", "of", "for", "to", "in", "among", "con", "with", "para", "contra", "against"))
_BELONGING = frozenset(("de", "del", "of", "from", "at"))
_FRONTING = frozenset(("para", "en", "sobre", "durante", "desde", "hasta"))
_GENDERS = {"he": "m", "she": "f"}


class Speakers:
    """What is known while the sentences are read: who spoke last in this sentence, and in those before."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.reading, self.index, self.names, self.rules = sources.reading, sources.index, sources.names, sources.rules
        self.verbs = Verbs(self.reading)
        self.speaking: Subject | None = None
        self.spoken = 0  # the verb of who is speaking
        self.spoke: dict[int, Subject] = {}  # sentence -> who spoke last in it
        self.tellers: dict[int, list[str]] = {}  # sentence -> who was told to say something in it, the last one last

    def speaks(self, speaker: Subject, verb: int) -> None:
        """Somebody says something with a verb."""
        self.speaking, self.spoken = speaker, verb
        self.spoke[self.reading.sentence_of[verb]] = speaker

    def heard(self, sources: list[str], sentence: int) -> None:
        """Somebody was told to say something in a sentence."""
        self.tellers[sentence], self.sources.named[sentence] = sources, sources[-1]

    def _doer(self, verb: int, first: int) -> Subject | None:
        """Whose sentence it is: who spoke in it, else who opens it."""
        head = self.speaking or self.sources.head(first, verb)
        words = lexicon.fold(head.name).split() if head else []
        if any(among(word.removesuffix("es"), self.rules.sets["claims"]) for word in words):
            head = None  # "Estas declaraciones fueron hechas en Lima, precisando que"
        return head or self._last(verb)

    def _joined(self, verb: int) -> int | None:
        """Where a source behind "and" opens a clause of its own, after the verb of who is speaking."""
        joints = self.reading.between(self.rules.sets["coordinating"], self.spoken + 1, verb - 1)
        return joints[-1] + 1 if joints and self.sources.head(joints[-1] + 1, verb) else None

    def _last(self, verb: int, *, alone: bool = False) -> Subject | None:
        """Who said something last, not far before; `alone`: one person, no several."""
        number = self.reading.sentence_of[verb]
        if number and self.reading.sentences[number - 1].paragraph == self.reading.sentences[number].paragraph:
            before = self.reading.sentences[number - 1]
            self.sources.read(number - 1)
            told = self._spoke(number) or (self.sources.head(before.first, before.last) if number - 1 not in self.tellers else None)
            if told and not (alone and self.sources.several(told.name)):
                return told
        teller = self.teller(verb, _FAR, alone=alone)
        return Subject(lexicon.fold(teller), teller, "organization") if teller else None

    def teller(self, at: int, far: int | None = None, *, alone: bool = False) -> str | None:
        """Who said something last before the sentence of token `at`, no more than `far` sentences back; `alone`: one person."""
        number = self.reading.sentence_of[at]
        for before in range(number - 1, -1 if far is None else max(-1, number - far - 1), -1):
            self.sources.read(before)
            told = self.tellers.get(before, ())
            if teller := next((one for one in reversed(told) if not (alone and self.sources.several(one))), None):
                return teller
        return None

    def _spoke(self, number: int) -> Subject | None:
        """Who spoke last in the sentence before that has a word which may tell a source."""
        openers = self.reading.where(self.rules.openers)
        before = bisect_left(openers, self.reading.sentences[number].first)
        if not before:
            return None
        told = self.reading.sentence_of[openers[before - 1]]
        self.sources.read(told)
        return self.spoke.get(told)

    def _holder(self, opening: int, verb: int) -> Subject | None:
        """ "El abogado de X, el doctor Rolando Zegarra, adelantó que": the person between the commas, and nobody else."""
        named = self.names.in_tokens(self.index, opening + 1, verb - 1)
        alone = len(named) == 1 and named[0].last == verb - 1 and named[0].first - opening <= _TITLED
        return named[0].subject if alone and (named[0].subject.type == "person" or named[0].first == opening + 1) else None

    def _speaker(self, verb: int, at: int, clause: tuple[int, int, int], *, inverted: bool) -> Subject | None:
        """Whose the verb is; `clause` is where its clause begins, where what leads to the verb does, and where all ends."""
        tokens, has = self.reading.tokens, self.rules.sets
        start, edge, last = clause
        if self._on(edge):
            return self.speaking
        if inverted:
            linked = self.verbs.linked(at)
            found = None if linked else speech.after_verb(self.reading, self.index, self.names, verb, last)
            if found and self.sources.tells(found):
                return found
            apart = linked or tokens[verb - 1].text == ":" or self._bare(verb, at, last, found)
            if not apart and (found or tokens[at].norm in has["weak"]):
                return found  # "Esperan 20 invitados"
            own = self._parted(verb) if apart else self._aside_of(verb)
            return own or self.speaking or self._last(verb) or self.names.pronoun(self.index, verb)
        relative = tokens[start].norm
        if relative in has["resuming"] and edge == start + 1:
            return self._parting(start)
        if relative in has["relatives"] and verb - start <= 4:
            if own := self.sources.head(start + 1, verb):
                return own  # "La cosecha, que la federación proyecta"
            people = [m for m in self.names.before(self.index, start, 6) if m.subject.type == "person" and not self._agent(m)]
            beside = next((m.subject for m in people if start - m.last <= 1), None)
            return beside or self.speaking or self._parting(start) or next((m.subject for m in people), None)
        found = speech.before_verb(self.reading, self.index, self.names, self._past_relative(verb, edge, start), start)
        if found and self._passed(found, start, verb):
            found = self.sources.head(start, verb) or found  # "The ministry, quoted by the agency Tass, said"
        if self.rules.spanish and tokens[verb - 1].norm in has["linking"]:  # "los muertos que reconoce el ministerio"
            behind = speech.after_verb(self.reading, self.index, self.names, verb, last)
            found = behind if behind and self.sources.tells(behind) else found
        if tokens[verb - 1].text == "," and (found is None or not self.sources.tells(found)) and (opening := self._opening(verb, start)):
            found = speech.before_verb(self.reading, self.index, self.names, opening, start) or found
        if self.rules.spanish and self.reading.holds(has["leading_them"], start, verb) and not (found and found.name[0].islower()):
            found = self.sources.head(start, verb) or found  # "La central que lidera Luis Gil asegura"
        if found is not None and among(tokens[at].norm, has["weak"], has["revising"]) and self._governed(found, start, verb):
            return self.sources.head(start, verb)
        doer = tokens[max(start, edge - 1)].norm
        if doer in has["pronouns"] and (again := self._again(verb, doer, found)):
            return again
        if doer in has["they"]:  # "they also show" is said of figures
            norm = tokens[at].norm
            shown = self._last(verb) if among(norm, has["weak"], has["yielding"]) and norm not in has["joined"] else None
            return shown or speech.crowd(self.reading, verb) or self._last(verb)
        lost = found is None or not self.sources.tells(found) or found.name[0].islower() or self._elsewhere(found, start, verb)
        opens = self.names.at(self.index, start) if self.rules.spanish and found else None
        if lost or (opens and self.sources.common(opens)) or (found and self._printed(found, start, verb)):
            head = self.sources.head(start, verb) or self._alone(start, verb) or self._several(start, verb)
            return head or self._fronted(start, verb) or found
        return found

    def _on(self, edge: int) -> bool:
        """ "La fiscal, Ana Bo, indicó que pedirá penas para Gil": a Spanish verb right behind the "que" of who is speaking, theirs too."""
        joint = self.rules.spanish and self.speaking is not None and self.reading.tokens[edge - 1].norm in self.rules.sets["linking"]
        return joint and edge - _JOINT < self.spoken < edge and not self.reading.holds(CLAUSE, self.spoken, edge)

    def _governed(self, found: Subject, start: int, verb: int) -> bool:
        """ "El apoyo a Juan Sosa bajó", "revenue in the Americas rose": whose name stands behind a preposition does nothing."""
        named = next((m for m in self.names.in_tokens(self.index, start, verb) if m.subject == found), None)
        before = named.first - 1 if named else -1
        before -= before > start and self.reading.tokens[before].norm in saying.words(self.reading.language).articles
        return before >= start and self.reading.tokens[before].norm in _GOVERNING

    def _passed(self, found: Subject, start: int, verb: int) -> bool:
        """True for a name before a verb that only passes on what somebody else says."""
        named = next((m for m in self.names.in_tokens(self.index, start, verb) if m.subject == found), None)
        return named is not None and self.sources.through(named.first, start)

    def _agent(self, mention: NameMention) -> bool:
        """ "El grupo presidido por Luis Gil, que perdió": a name behind "by" is not whom a relative clause goes on about."""
        return self.reading.tokens[mention.first - 1].norm in ("by", "por") or self.sources.leads(mention)

    def _printed(self, found: Subject, start: int, verb: int) -> bool:
        """ "A study in the Northern Journal found": a name that only tells where the study stands."""
        tokens, lexis = self.reading.tokens, saying.words(self.reading.language)
        if not self.reading.holds(self.rules.sets["studies"], start, min(verb, start + _FRONTED)):
            return False
        named = next((m for m in self.names.in_tokens(self.index, start, verb) if m.subject == found), None)
        at = named.first - 1 if named else start
        at -= at > start and tokens[at].norm in lexis.articles
        return at > start and tokens[at].norm in ("in", "en")

    def _past_relative(self, verb: int, edge: int, start: int) -> int:
        """ "El ministro, que sucede a Paula Vega, asegura": the comma that opens a relative clause right before a verb, else the verb."""
        opening = self._opening(edge, start) if edge > start and self.reading.tokens[edge - 1].text == "," else None
        opens = opening is not None and self.reading.holds(self.rules.sets["describing"], opening + 1, opening + 3)
        return opening if opening is not None and opens else verb  # "El documento, al que accedió El Faro, detalla"

    def _bare(self, verb: int, at: int, last: int, found: Subject | None) -> bool:
        """ "Asimismo, señaló una reducción del 24%": a verb that opens its sentence, and behind it what is said, not who says it."""
        tokens, weak = self.reading.tokens, self.rules.sets["weak"] - self.rules.sets["voiced"]
        first = self.reading.sentences[self.reading.sentence_of[verb]].first
        edge = self.verbs.lead(verb, first)
        if tokens[at].norm in weak or edge - first > _FRONTED or (edge > first and tokens[edge - 1].text != ","):
            return False
        if any(token.kind == "n" for token in tokens[first:edge]) or all(token.kind != "n" for token in tokens[at + 1 : last]):
            return False
        return found is None or not speech.calls(self.reading.language, lexicon.fold(found.name).split()[0])

    def _renamed(self, speaker: Subject, verb: int) -> Subject:
        """ "La funcionaria también resaltó": a noun that stands for whoever was told of before, who spoke last."""
        lexis, noun = saying.words(self.reading.language), lexicon.fold(speaker.name)
        if noun in lexis.body_for:
            body = self.names.pronoun(self.index, verb)
            return body if body and body.type == "organization" else speaker
        if noun not in lexis.standing_for:
            return speaker
        meant = self.names.pronoun(self.index, verb, human=True)
        gender = self.names.gender(meant) if meant else ""
        fits = not gender or not self.rules.spanish or speaker.name[-1] not in "ao" or (speaker.name[-1] == "a") == (gender == "f")
        return meant if meant and fits and meant.name == self.teller(verb) else speaker

    def _again(self, verb: int, pronoun: str, found: Subject | None) -> Subject | None:
        """Who spoke last, where an English pronoun goes on from a noun, "It blamed", or from what was said, "she added"."""
        tokens, last = self.reading.tokens, self._last(verb, alone=pronoun in _GENDERS)
        if last and found and last != found and pronoun in _GENDERS and self._told_of(found, verb):
            return last
        if last is None or (pronoun in _GENDERS and last.name[0].islower() and self._unnamed(verb)):
            return last  # "The council leader called for patience. She said"
        on = tokens[verb].norm in saying.words("en").going_on or tokens[verb - 1].norm == "also"
        gender = _GENDERS.get(pronoun, "")
        return last if found is None or not self.sources.tells(found) or (on and self.names.gender(last) in ("", gender)) else None

    def _told_of(self, subject: Subject, verb: int) -> bool:
        """ "He said Ramos won": whom what is said names does not say it."""
        end = self.reading.sentences[self.reading.sentence_of[verb]].last
        return any(mention.subject == subject for mention in self.names.in_tokens(self.index, verb + 1, end))

    def _unnamed(self, verb: int) -> bool:
        """True where neither the sentence of a verb nor the one before names a person."""
        number = self.reading.sentence_of[verb]
        named = self.names.in_tokens(self.index, self.reading.sentences[max(0, number - 1)].first, verb)
        return all(mention.subject.type != "person" for mention in named)

    def _parted(self, verb: int) -> Subject | None:
        """Who opens the clause that a comma or a colon parts from its verb: "pero la alcaldesa, exministra del ramo, recuerda que"."""
        first = self.reading.sentences[self.reading.sentence_of[verb]].first
        if verb == first:
            return None
        edge = self.verbs.lead(verb, first)
        opening = self._opening(edge, first) if self.reading.tokens[edge - 1].text == "," else None
        start = self._clause(opening, first) if opening is not None else first
        return (self.sources.head(start, opening) if opening is not None else None) or (
            None if self.speaking else self.sources.head(first, verb)
        )

    def _aside_of(self, verb: int) -> Subject | None:
        """ "Una ONG local, citada por la BBC, habla de 22": who stands before the commas that close right before a verb with its object."""
        tokens, first = self.reading.tokens, self.reading.sentences[self.reading.sentence_of[verb]].first
        edge = self.verbs.lead(verb, first)
        if edge <= first or tokens[edge - 1].text != "," or tokens[verb + 1].text in CLAUSE or tokens[verb + 1].text == ".":
            return None
        opening = self._opening(edge, first)
        return self.sources.head(self._clause(opening, first), opening) if opening is not None else None

    def _parting(self, relative: int) -> Subject | None:
        """ "El Gobierno, que proyectó": who stands right before the comma of a relative clause, and opens its own."""
        tokens = self.reading.tokens
        if relative < 2 or tokens[relative - 1].text != ",":
            return None
        return self.sources.head(self._clause(relative - 1, self.reading.sentences[self.reading.sentence_of[relative]].first), relative - 1)

    def _elsewhere(self, found: Subject, start: int, verb: int) -> bool:
        """True for somebody a Spanish clause does not name, whom a pronoun would mean: who opens the clause goes before."""
        return (
            self.rules.spanish
            and found.name[0].isupper()
            and found not in (m.subject for m in self.names.in_tokens(self.index, start, verb))
        )

    def _alone(self, start: int, verb: int) -> Subject | None:
        """ "Kyiv said", "Bruselas lo deja en": a place that is all a verb has before it speaks for its people."""
        named = self.names.in_tokens(self.index, start, verb)
        if len(named) == 1 and named[0].first == start and named[0].last == self.verbs.lead(verb, start):
            return Subject(named[0].subject.id, named[0].subject.name, "organization")
        return None

    def _several(self, start: int, verb: int) -> Subject | None:
        """ "Edenorte y su par del este reportan": who opens the clause of a Spanish verb in the plural, which no single person is."""
        tokens = self.reading.tokens
        while start < verb and not tokens[start].capital:
            start += 1
        if not self.rules.spanish or tokens[verb].norm[-1] != "n" or start + 1 >= verb or tokens[start + 1].norm not in ("y", "e"):
            return None
        return Subject(tokens[start].norm, tokens[start].text, "organization")

    def _fronted(self, start: int, verb: int) -> Subject | None:
        """ "Calcula 40 en la costa. Para la capital prevé 50": where or when is all before a verb, who spoke last goes on."""
        tokens = self.reading.tokens
        fronted = tokens[start].norm in _FRONTING or apart.dates(tokens, start, verb, saying.words(self.reading.language))
        if not self.rules.spanish or not fronted or verb - start > _FRONTED or tokens[verb].norm[-1] == "n":
            return None
        return self._last(verb)

    def _opening(self, verb: int, first: int) -> int | None:
        """The comma that opens what stands between commas before a verb."""
        commas = self.reading.between(COMMA, max(first, verb - 16), verb - 1)
        return commas[-1] if commas else None

    def meant(self, at: int, first: int, *, human: bool) -> str | None:
        """ "Un informe de la ONU según el cual", "Ana Ruiz, para quien": whom a relative at `at` stands for."""
        named = [m for m in self.names.in_tokens(self.index, first, at) if m.subject.type != "place" and not self._agent(m)]
        if human:
            named = [m for m in named if m.subject.type == "person" and self.reading.tokens[m.first - 1].norm not in _INSIDE]
        if named:
            return self.speaking.name if self.speaking in [m.subject for m in named] else named[-1].subject.name
        noun = next((back for back in range(at - 1, first - 1, -1) if self.sources.telling(self.reading.tokens[back].norm)), None)
        return self.reading.tokens[noun].text if noun is not None else None

    def _past_place(self, start: int, first: int) -> int:
        """ "Luis Gil, de la Universidad del Norte, que no firmó, dice": a clause does not begin with where somebody belongs."""
        tokens = self.reading.tokens
        while start - 1 > first and tokens[start - 1].text == "," and tokens[start].norm in _BELONGING:
            start = self._clause(start - 1, first)
        opens = self.names.at(self.index, first) if start > first and tokens[start - 1].text == "," else None
        described = opens is not None and opens.last == start - 1 and opens.first == first and opens.subject.type != "place"
        return first if described else start  # "Norvex, the city's largest for-profit, private employer, said"

    def _bracket(self, closing: int, first: int) -> int:
        """Where the bracket that closes there opens: "Ann Dole (D-Ohio) said"."""
        return next((at for at in range(closing, first, -1) if self.reading.tokens[at].text == "("), closing)

    def _clause(self, verb: int, first: int) -> int:
        """Where the clause of a verb begins, past what stands between commas before it."""
        tokens = self.reading.tokens
        at = verb
        first = max(first, verb - REACH)
        for stop in reversed(self.reading.between(self.rules.sets["parting_clauses"], first, verb)):
            if stop >= at:
                continue  # in what has been passed
            at = stop + 1
            if tokens[stop].text == ")":
                at = self._bracket(stop, first)
            elif tokens[stop].text == "," and (named := self.names.at(self.index, stop)):
                at = max(first, named.first)  # "Ministerio de Industria, Comercio y Turismo"
            else:
                break
        else:
            at = first
        if at > first and tokens[at - 1].text == "," and (at == verb or at == self.verbs.lead(verb, first)):
            opening = self._opening(at, first)
            if opening is not None and (not self.rules.spanish or tokens[opening + 1].norm in self.rules.sets["relatives"]):
                return self._past_place(self._clause(opening, first), first)  # "Las navieras, que mueven carga, calculan"
            if not self.rules.spanish:
                return first
        return at
