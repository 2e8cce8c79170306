"""A verb of saying in a Reading -> who states what with it: what follows, what came before, or all around what stands between commas."""

from __future__ import annotations

from watcher import lexicon
from watcher.extract.attribution.rules import CLAUSE, COMMA, POSSESSIVE, REACH, Scope, span
from watcher.extract.attribution.speakers import Speakers
from watcher.extract.neighbours import among, follows, norm_at
from watcher.extract.quotes import saying, speech
from watcher.extract.verbforms import ENDINGS, finite
from watcher.model import Subject

_SHORT, _WIDE = 9, 14  # tokens from a verb of saying to the comma that closes what stands between two
_HEADING = 5  # tokens of a clause that may name the study it tells of
_SHARE = 4  # tokens from the share of who answered to what they said: "68 percent of women said"
_TITLED = 4  # tokens from a comma to the name behind a title
_HELD = frozenset((("in", "account"), ("in", "own")))  # "£6,000 in its account" nobody says
_OF = ("de", "of")
_THEM = ("él", "ella", "ellos", "ellas")  # "según él"
_AS_THEY = [[",", "as", pronoun] for pronoun in ("he", "she", "they")]
_CLOSING = frozenset('”"»')
_TRAIL = 14  # tokens from a verb of saying to the end of a sentence it closes


class Sayings(Speakers):
    """The verbs of saying of one section, each asked what it tells the source of."""

    def scope(self, at: int, first: int, last: int, study: str | None) -> Scope | None:
        """What the verb of saying at `at`, in tokens `[first, last)`, tells the source of; `study` is the one the sentence tells of."""
        tokens, has = self.reading.tokens, self.rules.sets
        verb = self.verbs.begins(at, first, last)
        if verb is None:
            return None
        edge = self.verbs.lead(verb, first)  # what leads to the verb begins
        according = "" in self.rules.according.get(tokens[verb - 1].norm, ())  # "según informó el ministerio"
        start = verb if verb > first and (according or self._behind(verb, at, last)) else self._clause(verb, first)
        joint = None if according else self._joint(verb, first)
        told = self._object(verb, at, joint, first, last) if joint is not None else None
        if joint is not None and joint + 1 < verb and (told is not None or self._own(joint, verb)):
            start = joint + 1
        if edge > start and tokens[edge - 1].norm in has["as_said"] and not according:
            return self._as_said(first, last, verb)
        if tokens[start].norm == "a" and tokens[start + 1].norm in saying.words(self.reading.language).relatives:
            start += 2  # "a quien la Fiscalía imputa"
        if study is not None and self.reading.holds(has["studies"], start, min(verb, start + _HEADING)):
            return None  # "a survey of its members found" is the survey's
        if tokens[start].norm in has["resuming"]:
            if at + 1 >= last or tokens[at + 1].text in CLAUSE or tokens[at + 1].text == ".":
                return None  # "which the board denied" speaks of what came before
            start += edge > start + 1  # "which the union says claims 40 lives", but "which says that"
        if self.speaking and start <= self.spoken < verb and (joined := self._joined(verb)):
            start = joined  # "the opposition says 31 and rights groups speak of 45"
        if self.speaking and start <= self.spoken < verb and tokens[at].norm in has["weak"]:
            return None  # "the minister said that the line shows"
        goes_on = self.verbs.goes_on(verb, max(edge, start), first)
        if not goes_on and (self.reading.holds(has["percents"], start, min(verb, start + _HEADING)) or self._answered(start, verb)):
            if told is None or tokens[told - 1].norm in has["indefinite"]:
                return None  # "52 percent of voters agreed", "un 21% que señaló" is what a poll found; not "el 2% que esperaban"
        if self.rules.spanish and edge <= start:
            start = verb  # "Asimismo lo confirmó"
        inverted = verb == start and not goes_on
        speaker = self._doer(verb, first) if goes_on else self._speaker(verb, at, (start, max(edge, start), last), inverted=inverted)
        if inverted and self.rules.spanish and (opening := self._opening(edge, first)) is not None:
            named = self._holder(opening, edge)
            if named or not (speaker and self.sources.tells(speaker)) or self._far(at, speaker):
                start, inverted = self._clause(opening, first), False  # "El documento, titulado X, registra"
                speaker = named or self._speaker(verb, at, (start, max(edge, start), last), inverted=False)
        if speaker and not inverted and not goes_on and self._participle(verb, start, speaker):
            return None
        if speaker is not None:
            speaker = self._renamed(speaker, verb)
        if speaker is None or not (self.sources.tells(speaker) or self.sources.plain(at + 1 if inverted else start, at, speaker)):
            return None
        if speaker.type == "person" and tokens[at].norm in has["recording"]:
            return None  # "Ana Bo registra el 48 %" is what she gets, "el bus que manejaba Luis Gil" what he does
        if tokens[at].norm in has["yielding"] and not self.verbs.linked(at) and not self._document(start, verb, speaker):
            return None
        self.speaks(speaker, verb)
        denied = tokens[at].norm in has["denying"] or self._untrue(max(first, verb - 6), min(last, at + 8))
        if told is not None:
            return span(self.reading, max(first, told - 1), at + 1, speaker.name, denied=denied)
        reach = self._reach(at, verb, (first, start, last), inverted=inverted, goes_on=goes_on)
        return span(self.reading, *reach, speaker.name, denied=denied) if reach else None

    def _reach(self, at: int, verb: int, clause: tuple[int, int, int], *, inverted: bool, goes_on: bool) -> tuple[int, int] | None:
        """The tokens that are said with a verb: the whole sentence, what came before it or what follows; `clause` begins at the second."""
        tokens, has = self.reading.tokens, self.rules.sets
        first, start, last = clause
        if inverted or start > first:
            following = tokens[at + 1].norm if at + 1 < last else ""
            linked = self.reading.holds(has["linking"], at + 1, min(last, at + 4))
            far = REACH if inverted and not self.rules.spanish else _TRAIL
            marked = not inverted and not linked and (tokens[start - 1].text in _CLOSING or tokens[start].text in _CLOSING)
            theirs = [token.norm for token in tokens[at + 1 : at + 4]] in _AS_THEY  # "“No more,” she said, as she ran for mayor"
            if marked and (following in has["circumstances"] or theirs):
                return first, at + 1
            joined = among(tokens[start].norm, has["coordinating"], has["describing"])  # ", and the rebels accused it"
            apart = start > first and not (linked or goes_on or joined)
            trails = apart and tokens[start - 1].text == "," and (last - verb <= far or (inverted and not self._numbered(verb, last)))
            until = self._described(at, last) if inverted and not linked else last
            if inverted and trails and tokens[start - 2].text in _CLOSING:
                until = at + 1  # what a tag behind a quotation goes on with nobody says
            told = tokens[at].norm in has["addressing"] and not self._numbered(at, last)
            if trails and (inverted or told or last - at <= 6 or following in has["trailing"]):
                return first, until
            if apart and self._aside(start, at, last, inverted=inverted):
                return first, until
            if inverted and (until < last or not self.rules.spanish):
                return None
        if tokens[start - (start > first and tokens[start].norm not in has["describing"])].norm in has["describing"]:
            last = next((c for c in self.reading.between(CLAUSE, at + 2, last - 1) if self._verbal(c + 1)), last)
        return min(at + 1, last - 1), self._predicate(at, last)

    def _answered(self, start: int, verb: int) -> bool:
        """ "And 68 percent of women said": whose share is right before a verb."""
        shares = self.reading.between(self.rules.sets["percents"], max(start, verb - _SHARE), verb)
        return bool(shares) and not self.reading.holds(self.rules.sets["parting_answers"], shares[-1], verb)

    def _joint(self, verb: int, first: int) -> int | None:
        """The "que" or "that" of a clause whose verb of saying stands near behind it, no mark between."""
        joints = self.reading.between(self.rules.sets["linking"], max(first + 2, verb - _HEADING), verb)
        return joints[0] if joints and not self.reading.holds(CLAUSE, joints[0], verb) else None

    def _object(self, verb: int, at: int, joint: int, first: int, last: int) -> int | None:
        """ "Los 40 muertos que reconoce el ministerio": the number that the relative clause of its verb tells of."""
        tokens = self.reading.tokens
        if self.verbs.linked(at) or self._numbered(at, min(last, at + _HEADING)):
            return None
        number = next((back for back in range(joint - 2, max(first, joint - _HEADING) - 1, -1) if tokens[back].kind == "n"), None)
        if number is None or self.reading.holds(CLAUSE, number, joint):
            return None
        if self.verbs.lead(verb, joint + 1) > joint + 1:
            return None if any(self._verbal(between) for between in range(joint + 2, verb)) else number
        plural = tokens[at].norm.endswith("n") and any(self.sources.telling(token.norm) for token in tokens[number + 1 : joint])
        return number if self.rules.spanish and not plural else None  # "los 40 vecinos que denuncian"

    def _own(self, joint: int, verb: int) -> bool:
        """ "A tie-up that analysts value": nothing but who says it stands between a joint and its verb."""
        behind = joint + 1 + (self.reading.tokens[joint + 1].norm in saying.words(self.reading.language).articles)
        return self.sources.noun(behind, verb) == self.verbs.lead(verb, joint)

    def _as_said(self, first: int, last: int, verb: int) -> Scope | None:
        """ "Como recordó ayer la alcaldesa, faltan 40 camas": who says the whole sentence."""
        teller = speech.after_verb(self.reading, self.index, self.names, verb, last)
        return span(self.reading, first, last, teller.name) if teller and self.sources.tells(teller) else None

    def _far(self, at: int, speaker: Subject) -> bool:
        """ "El estudio, hecho en mayo, revela la subida de Unidad Sur": a name that does not stand right behind its verb."""
        if speaker.name[0].islower():
            return self.reading.tokens[at + 1].kind == "n"  # "detalla 47 contratos"
        near = self.names.in_tokens(self.index, at + 1, min(at + _TRAIL, len(self.reading.tokens)))
        named = next((mention for mention in near[:2] if mention.subject == speaker), None)
        between = [token.norm for token in self.reading.tokens[at + 1 : named.first]] if named else []
        return any(word in ("de", "del") for word in between) and not any(self.sources.telling(word) for word in between)

    def _verbal(self, at: int) -> bool:
        """ "The board, which says it is so, has": the verb behind a relative clause."""
        token, has = self.reading.tokens[at], self.rules.sets
        return token.norm in finite(self.reading.language) or token.norm in has["finite"] or token.text.endswith(ENDINGS)

    def _predicate(self, at: int, last: int) -> int:
        """Up to where what is admitted or denied goes: "Day admitted theft and was given 12 months"."""
        tokens, has = self.reading.tokens, self.rules.sets
        if self.rules.spanish or tokens[at].norm not in has["pleading"]:
            return last
        joints = self.reading.between(has["coordinating"], at + 2, min(last - 1, at + _HEADING))
        return next((joint for joint in joints if tokens[joint + 1].norm in has["passive"]), last)

    def _behind(self, verb: int, at: int, last: int) -> bool:
        """ "…, said Ana Ruiz, the mayor", "…, said a spokesman for the port": a source right behind the verb, and nothing that it does."""
        tokens, has = self.reading.tokens, self.rules.sets
        if self.rules.spanish or tokens[verb - 1].text != ",":
            return False
        if among(tokens[at].norm, has["addressing"], has["rating"]) or self.verbs.linked(at):
            return False
        lexis = saying.words(self.reading.language)
        end = begin = at + 1 + (at + 1 < last and tokens[at + 1].norm in lexis.articles)
        near = self.names.in_tokens(self.index, begin, min(last, begin + _TITLED + 1))
        named = next((mention for mention in near if mention.subject.type != "place"), None)
        if named and self.sources.titles(begin, named.first):
            end = named.last + (named.last < last and self.sources.telling(tokens[named.last].norm))  # "said the Red Cross spokesman"
        elif (noun := self.sources.noun(begin, last)) is not None:
            end = noun
        if end == begin or end > last:
            return False
        ends = end == last or tokens[end].text in CLAUSE or tokens[end].text == "."
        return ends or (tokens[end].norm in lexis.stops and tokens[end].norm not in has["finite"] and not self._numbered(end, last))

    def _participle(self, verb: int, start: int, speaker: Subject) -> bool:
        """ "With results declared in 17 areas": an English participle behind a noun, which no source opens the clause of."""
        before = self.reading.tokens[verb - 1]
        if self.rules.spanish or not self.reading.tokens[verb].norm.endswith("ed") or before.kind != "w" or before.capital:
            return False
        if before.norm in self.rules.sets["leading"] or self.sources.telling(before.norm) or before.norm in saying.words("en").pronouns:
            return False
        if self.reading.tokens[min(verb + 1, len(self.reading.tokens) - 1)].norm not in saying.words("en").stops:
            return False
        near = self.names.in_tokens(self.index, max(start, verb - 4), verb)
        return speaker not in (m.subject for m in near) and self.sources.head(start, verb) is None

    def _document(self, start: int, verb: int, speaker: Subject) -> bool:
        """True where a study, a document or those who made it say it: "El documento detecta 47 contratos", "they found"."""
        has = self.rules.sets
        return among(lexicon.fold(speaker.name), has["studies"], has["documents"]) or any(
            among(token.norm, has["studies"], has["documents"]) for token in self.reading.tokens[start : min(verb, start + _HEADING)]
        )

    def _described(self, at: int, last: int) -> int:
        """Up to where what a verb behind its words states may go on: "…, dijo Ana Ruiz, de 63 años, que lleva" tells of her."""
        tokens, has = self.reading.tokens, self.rules.sets
        if not self.rules.spanish and not self.reading.numbers_in(at, last):
            return at + 1
        for comma in range(at + 2, min(last, at + _TRAIL) - 1):
            if tokens[comma].text == ",":
                behind = tokens[comma + 1]
                aged = behind.kind == "n" or (behind.norm == "de" and tokens[min(comma + 2, last - 1)].kind == "n")
                if aged or behind.norm in has["describing"]:
                    return comma
            if tokens[comma].norm in has["circumstances"]:
                return comma
        return last

    def _aside(self, start: int, verb: int, last: int, *, inverted: bool) -> bool:
        """ "The herd, they conclude, grew by 7%", "X, he told the court on Monday, and": who says it stands between two commas."""
        tokens = self.reading.tokens
        far = verb + (_WIDE if inverted else _SHORT)
        end = next(iter(self.reading.between(CLAUSE, verb + 1, min(last, far))), None)
        apart = tokens[start - 1].text in ",–—" and end is not None and tokens[end].text in ",–—"
        if not apart or end is None or self._numbered(verb, end):
            return False
        return end == verb + 1 or inverted or tokens[verb + 1].norm not in self.rules.sets["shares"]

    def _numbered(self, verb: int, end: int) -> bool:
        """True where a number that is no date stands between a verb and `end`."""
        tokens, days, calendar = self.reading.tokens, self.rules.sets["days"], saying.words(self.reading.language).calendar
        for number in self.reading.numbers_in(verb + 1, end):
            behind = norm_at(tokens, number + 1)
            behind = norm_at(tokens, number + 2) if behind in _OF else behind  # "3 de mayo", but "100 on board"
            if tokens[number - 1].norm not in days and behind not in calendar:
                return True
        return False

    def owned(self, at: int, first: int, last: int) -> Scope | None:
        """ "A su juicio", "by her count": who spoke last says what the sentence tells."""
        tokens, has = self.reading.tokens, self.rules.sets
        whose = at - 1 - (tokens[at - 1].norm in has["newest"])
        if tokens[whose].text in POSSESSIVE and whose > first:  # "by the army's count", ", in the bank's latest projection"
            begin = next(
                (back for back in range(whose - 1, max(first, whose - _SHORT) - 1, -1) if tokens[back].norm in has["viewing"]), None
            )
            if begin is not None and begin > first and tokens[at].norm in has["projected"] and tokens[begin - 1].text != ",":
                return None  # "the error in the bank's forecast of 4%"
            named = self.sources.called(begin + 1, whose) if begin is not None else None
            return span(self.reading, first, last, named) if named else None
        theirs = whose > first and tokens[whose].norm in has["possessives"]
        if not theirs or tokens[whose - 1].norm not in has["viewing"] or (tokens[whose - 1].norm, tokens[at].norm) in _HELD:
            return None
        source = self.sources.head(first, whose) or self._behind_comma(at) or self._last(at) or self.names.pronoun(self.index, at)
        return span(self.reading, first, last, source.name) if source else None

    def again(self, first: int, last: int) -> str | None:
        """Who spoke last, where "según" has nobody behind it, "según dijo", or what is theirs, "according to its own figures"."""
        tokens, has = self.reading.tokens, self.rules.sets
        if first + 1 >= last:
            return None
        own = first + 1 + (tokens[first + 1].norm in has["newest"])
        theirs = tokens[first].norm in has["possessives"] and any(
            among(token.norm, has["studies"], has["owned"]) for token in tokens[own : min(own + 2, last)]
        )  # "según su último balance"
        alone = tokens[first].text in _THEM or (tokens[first].norm in has["stating"] and tokens[first + 1].text in ",.;:")
        opening = self.reading.sentences[self.reading.sentence_of[first]].first
        source = (self.sources.head(opening, first) or self._behind_comma(own)) if theirs else None
        source = source or (self._last(first) if theirs or alone else None)
        return source.name if source else None

    def _behind_comma(self, at: int) -> Subject | None:
        """ "Según sus cuentas, Ana Ruiz", "by his own reckoning, Tom Bo": who opens what follows a phrase that opens the sentence."""
        sentence = self.reading.sentences[self.reading.sentence_of[at]]
        commas = self.reading.between(COMMA, at, min(sentence.last, at + _HEADING))
        return self.sources.head(commas[0] + 1, sentence.last) if commas and at - sentence.first <= _HEADING else None

    def _untrue(self, first: int, last: int) -> bool:
        tokens = self.reading.tokens
        for at in self.reading.between(self.rules.unsaid, first, last):
            for phrase in self.rules.untrue[tokens[at].norm]:
                if at + len(phrase) <= last and follows(tokens, at, phrase):
                    return True
        return False
