"""A Reading and the names of the document -> its quotations, each with who says it.

A quotation stands between marks (straight, curly, angled, single) or behind a dialogue dash, or is a post above its signature.
Words in marks that nobody is told to say (names of things, irony) are none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from watcher.extract.marks import Marked, marked, title
from watcher.extract.namewords import name_words, role_words
from watcher.extract.neighbours import among, norm_at
from watcher.extract.quotes import apart, citing, speech
from watcher.extract.quotes.labels import Labels
from watcher.extract.quotes.posts import post, signature
from watcher.extract.quotes.saying import Namer
from watcher.extract.reading import Paragraph, QuoteMention, Reading
from watcher.model import Subject

_DASH = re.compile(r"[ \t][—–][ \t]{0,2}(?=[^\W_])|(?<=[.,?!…])[ \t]{0,2}[—–](?=[^\W_])")
_CLOSED_DASH = re.compile(r"(?<=[^\s—–])[—–][.,:;]?[ \t]{1,2}(?=[^\W_]|[¿¡])")
_AND = frozenset(("and", "y", "e"))
_OPENING = frozenset("“«")
_CLOSED = frozenset('”»"')
_STOPS = frozenset('.;:!?“«"')
_NAME = 9  # words of a name in marks
_GAP = 3  # code points before the mark that opens a sentence
_THAT = frozenset(("that", "que"))
_FULL = 6  # words that make a quotation of their own
_FAR = 60  # tokens of a sentence on either side of a quotation that may tell its source
_LABEL = 9  # tokens of a name before a colon
_LED = 22  # tokens between a verb and its quotation
_TAG = 20  # tokens between a quotation and its verb


def find(reading: Reading, index: int, names: Namer) -> list[QuoteMention]:
    """The quotations of section `index` of the document, in order."""
    found: list[QuoteMention] = []
    finder = _Finder(reading, index, names, reading.starts)
    posted = "@" in reading.text
    for number, paragraph in enumerate(reading.paragraphs):
        finder.speaker = None
        signed = signature(reading, number) if posted else None
        if signed is not None:
            found.append(post(reading, index, names, paragraph, signed))
            continue
        if reading.text[paragraph.start] in "—–" and (dashed := finder.dialogue(paragraph)):
            found += dashed
            continue
        between = finder.marked = marked(reading, number)
        floor = paragraph.start
        for at, mark in enumerate(between):
            following = between[at + 1].before if at + 1 < len(between) else paragraph.end
            mention = finder.quote(mark, floor, following, paragraph)
            if mention:
                found.append(mention)
                floor = mark.behind  # words in marks that are no quotation do not hide who speaks before them
    for at in range(len(found) - 2, -1, -1):
        if found[at].speaker is None and reading.text[found[at].end : found[at + 1].start].strip(" \n.?!…") in _OPENING:
            found[at] = replace(found[at], speaker=found[at + 1].speaker)  # opened again at the next paragraph, and closed there
    return found


class _Finder(Labels):
    """The quotations of one section, each asked who says it."""

    def dialogue(self, paragraph: Paragraph) -> list[QuoteMention]:
        """—Words —said somebody—. More words."""
        text = self.reading.text
        start = paragraph.start + 1
        while start < paragraph.end and text[start].isspace():
            start += 1
        match = _DASH.search(text, start, paragraph.end)
        while match and text[match.end()].isupper():
            start, match = match.end(), _DASH.search(text, match.end(), paragraph.end)  # somebody else answers
        if not match or "@" in text[paragraph.start : paragraph.end]:
            return []
        first = self.token(match.end())
        verb = self.verb(first, min(first + _TAG, len(self.starts)))
        if verb is None:
            return []
        end = match.start()
        speaker = self._tagged(first, verb, self.token(paragraph.end))
        found = [QuoteMention(start, end - (text[end - 1] in ".,"), speaker)]
        closed = _CLOSED_DASH.search(text, match.end(), paragraph.end)
        if closed and closed.end() < paragraph.end and not _DASH.search(text, closed.end(), paragraph.end):
            end = paragraph.end
            found.append(QuoteMention(closed.end(), end - (text[end - 1] in ".,"), speaker))
        return found

    def quote(self, mark: Marked, floor: int, ceiling: int, paragraph: Paragraph) -> QuoteMention | None:
        """The quotation in a pair of marks, where somebody says it; `floor` and `ceiling` bound what may tell who."""
        text = self.reading.text
        words = len(text[mark.start : mark.end].split(maxsplit=_NAME))  # no more are told apart
        first, behind, limit = self.token(mark.before), self.token(mark.behind), self.token(ceiling)
        if self._entitled(mark, first, words):
            return None
        speaker, told = self._tag_behind(mark, behind, limit)
        start = self.reading.sentences[self.reading.sentence_of[first - 1]].first if first else 0
        start = max(start, self.token(floor))
        colon = first - 1 > start and self.reading.tokens[first - 1].text == ":"
        named = self.names.in_tokens(self.index, behind, limit) if told and colon else ()
        if not told or (colon and speaker is not None and speaker.type == "organization"):
            ahead = self._tag_before(start, first, words)
            if not told or (ahead[0] is not None and ahead[0].type == "person"):
                speaker, told = ahead  # "The minister said: “…”, the Post reported"
        if not told:
            speaker = self.label(start, first) or self._according(first, limit) or self._going_on(mark, limit) or self.pointed(mark)
            told = speaker is not None
        if colon and all(mention.subject != speaker for mention in named) and (led := self.led(start, first - 1, speaker)) is not None:
            speaker, told = led, True
        fragment = text[mark.start].islower() or (
            text[mark.end - 1] not in ".,!?…" and text[mark.behind : mark.behind + 1] not in (",", ".", "")
        )
        if not told:
            goes_on = self.speaker is not None and text.endswith((". ", ".\u00a0"), 0, mark.before) and text[mark.start].isupper()
            alone = (
                words >= _FULL or (goes_on and not fragment) or (words >= 3 and text[mark.end - 1] in ".!?…" and text[mark.start].isupper())
            )
            if not alone or (fragment and words < _FULL):
                return None
            speaker = self.introduced(mark, paragraph) or self.speaker or self.nearby(mark, paragraph)
            speaker = speaker or self.subtitled(mark, paragraph) or self.tacit(mark, paragraph)
            whole = text[mark.end - 1] in ".,!?…" or text[mark.behind : mark.behind + 1] == "."
            if speaker is None and (paragraph.kind == "headline" or words < _FULL or not whole):
                return None  # "los rubros “Vivienda, agua y otros combustibles”, con un 8%" names them
        elif (words < 3 and fragment and text[mark.start].islower()) or title(text[mark.start : mark.end]):
            return None
        if speaker is not None and self.spoken_of(speaker, mark, start, behind):
            others = (
                self.names.pronoun(self.index, behind, speaker, human=True),
                self.indirect(behind, across=True),
                *reversed(self.spoken),
            )
            speaker = next((other for other in others if other not in (None, speaker)), speaker)
        self.speaker = self.last = speaker or self.speaker
        if speaker and speaker not in self.spoken[-1:]:
            self.spoken = [*self.spoken[-3:], speaker]
        end = mark.end
        while end > mark.start and text[end - 1] in ",. \t":
            end -= 1
        return QuoteMention(mark.start, end, speaker) if end > mark.start else None

    def _entitled(self, mark: Marked, last: int, words: int) -> bool:
        """ "The novel “Salt on the stairs”", "el foro «Ciudades con futuro»": the name of what the noun before the marks is; a nickname."""
        text = self.reading.text
        called = self.names.at(self.index, last) if words <= _NAME else None
        if called is not None and called.first < last < called.last - 1:
            return True  # 'Christina "Chris" Gray'
        opens = text[mark.start].isupper() or text[mark.start].isdigit()
        if words <= _NAME and opens and norm_at(self.reading.tokens, last - 1) in name_words(self.reading.language).nicknaming:
            return True
        return words <= _NAME and opens and text[mark.end - 1] not in ".,!?…" and norm_at(self.reading.tokens, last - 1) in self.lexis.works

    def _tag_behind(self, mark: Marked, first: int, limit: int) -> tuple[Subject | None, bool]:
        """«…», said somebody; “…,” somebody said: what begins at token `first`."""
        tokens, text = self.reading.tokens, self.reading.text
        ended = text[mark.end - 1] in ".!?…" and not text[mark.end - 3 : mark.end].startswith("..")
        if first < len(tokens) and tokens[first].text in ":–—-(":
            named = self._signed(first + 1, limit)
            if named or tokens[first].text == ":":
                return named, named is not None
        if first < len(tokens) and tokens[first].text in ",–—-":
            first, ended = first + 1, False
        if first < len(tokens) and tokens[first].text in ".;":
            return None, False
        if first < len(tokens) and ended and text[mark.end - 1] == "." and tokens[first].capital:
            return None, False
        close = self.reading.sentences[self.reading.sentence_of[first]].last if first < limit else first
        marks = self.reading.between(_STOPS, first, limit)
        stop = next((at for at in marks if not apart.abbreviates(tokens, at, close)), max(first, limit))
        verb = self.verb(first, min(stop, first + _TAG))
        if verb is not None and self._close(first, verb) and not self._participle(verb):
            return self._tagged(first, verb, stop) or self._uttered(first, stop), True
        goes_on = text[mark.end - 1] == "," or text[mark.behind : mark.behind + 1] == ","
        ends = goes_on or text[mark.end - 1] in "!?…"  # what follows belongs to it
        ahead = text[max(0, mark.before - _GAP) : mark.before].rstrip(" \t")[-1:]
        opens = not ahead.strip('.!?…\n”"»')  # but "In “Dune,” Tom Ray plays Paul", "He follows “his own models,” such as Ann Bo"
        beside = self._apposed(first, stop) or (self._uttered(first, stop) if ends and opens else None)
        beside = beside or (self.voiced(first, stop) if goes_on and opens else None)
        return beside, beside is not None

    def _participle(self, verb: int) -> bool:
        """ "…,” noting that the measures": it goes on from who spoke, and names nobody."""
        return self.reading.tokens[verb].norm.endswith(("ing", "ndo")) and self.reading.tokens[verb - 1].text in ',”"»'

    def _going_on(self, mark: Marked, limit: int) -> Subject | None:
        """Whose participle stands behind the marks: “…,” adding that."""
        first = self.token(mark.end)
        verb = self.verb(first, min(limit, first + 2))
        return self.doer(verb) if verb is not None and self._participle(verb) else None

    def _signed(self, first: int, limit: int) -> Subject | None:
        """“No habrá pacto”: Vega. A name behind a colon, dash or bracket, with its role at most, that the line ends with."""
        tokens = self.reading.tokens
        stop = min(limit, first + _LABEL)
        people = [m for m in self.names.in_tokens(self.index, first, stop) if m.subject.type in ("person", "organization")]
        lead = tokens[first : people[0].first] if people else ()
        if not people or any(among(token.norm, self.lexis.saying, self.lexis.stops) for token in lead):
            return None
        last = people[0].last
        return people[0].subject if last >= len(tokens) or tokens[last].text in ".,;|()" or last >= limit else None

    def _apposed(self, first: int, stop: int) -> Subject | None:
        """“…,” Ike Bello, who was rescued on Monday, whispered: the name right behind the marks, past what is said of it."""
        tokens = self.reading.tokens
        people = [m for m in self.names.in_tokens(self.index, first, min(stop, first + _TAG)) if m.subject.type == "person"]
        if not people or any(
            token.norm in self.lexis.stops and token.norm not in ("of", "de", "for") for token in tokens[first : people[0].first]
        ):
            return None
        last = people[0].last
        if last >= stop or tokens[last].text not in ",(—–":
            return None
        closing = next(
            (at for at in range(last + 1, min(stop, last + 40)) if tokens[at].norm in self.lexis.saying and tokens[at - 1].text in ",)—–"),
            None,
        )
        return people[0].subject if closing is not None else None

    def _uttered(self, first: int, stop: int) -> Subject | None:
        """«…», proclamó a las diez Vera Soto; “…,” the coach teased: whatever the verb, the clause right behind the marks tells who."""
        tokens = self.reading.tokens
        if first >= stop or tokens[first].kind != "w" or not tokens[first].text[0].islower():
            return None
        close = next((at for at in range(first, min(stop, first + _TAG)) if tokens[at].text == ","), min(stop, first + _TAG))
        if tokens[first].norm in self.lexis.stops and tokens[first].norm not in self.lexis.being:
            return None
        people = [m for m in self.names.in_tokens(self.index, first, close) if m.subject.type == "person"]
        if people:
            return people[0].subject
        apposed = self.names.at(self.index, close + 1) if close + 1 < stop else None
        if apposed is not None and apposed.subject.type == "person" and tokens[close - 2].norm in self.lexis.articles:
            return apposed.subject  # "razona el ponente, Julio Aro"
        roles = role_words(self.reading.language)
        for at in range(first, close - 1):
            behind = tokens[at + 1].norm
            several = at == first + 1 and tokens[first].norm.endswith("n") and behind.endswith("s")  # "gritaban los manifestantes"
            if tokens[at].norm in self.lexis.articles and (behind in roles.persons or behind in self.lexis.groups or several):
                return speech.role(self.reading, self.index, self.names, at + 1, at + 2)
        verb = first + (tokens[first].norm in self.lexis.between)
        bare = self.reading.language == "es" and verb < close and tokens[verb].text.endswith("ó")
        return self.someone(verb) if bare else None  # "se rió luego"

    def _according(self, first: int, limit: int) -> Subject | None:
        """Whom a sentence without a verb of saying is "according to"."""
        sentence = self.reading.sentences[self.reading.sentence_of[min(first, len(self.reading.sentence_of) - 1)]]
        return citing.according(
            self.reading, self.index, self.names, max(sentence.first, first - _FAR), max(first, min(limit, sentence.last, first + _FAR))
        )

    def _close(self, first: int, verb: int) -> bool:
        """True where what stands before the verb is its subject: no other clause between."""
        if verb == first:
            return True
        tokens = self.reading.tokens
        last = verb - (tokens[verb - 1].norm in self.lexis.having)  # "Ann Bo has declared"
        inner = [token for token in tokens[first:last] if token.norm in self.lexis.stops and token.norm not in self.lexis.inside]
        if not inner:
            return True
        people = self.names.in_tokens(self.index, first, verb)  # "founder and chief executive Ann Bo said"
        return {token.norm for token in inner} <= _AND and any(m.last == verb and m.subject.type == "person" for m in people)

    def _tagged(self, first: int, verb: int, stop: int) -> Subject | None:
        tokens = self.reading.tokens
        lead = [token for token in tokens[first:verb] if token.norm not in self.lexis.between]
        if not lead or tokens[verb].norm == "decir":  # "se limitó a decir"
            found = speech.after_verb(self.reading, self.index, self.names, verb, stop)
            return found or self.resumed(verb) or self.someone(verb)
        return self._before(verb, first)

    def _before(self, verb: int, start: int) -> Subject | None:
        """Who stands before a verb; a pronoun nobody near fits is who spoke last."""
        tokens = self.reading.tokens
        at = verb - 1
        if verb and self._participle(verb):
            return self.doer(verb)
        while at > start and tokens[at].norm in self.lexis.between and tokens[at].norm not in self.lexis.pronouns:
            at -= 1
        spoken = at >= start and self.reading.language == "en" and tokens[at].norm in ("he", "she")
        if tokens[at].norm == "they" and (told := self.indirect(verb)):
            return told
        bare = self.reading.language == "es" and (
            verb == start
            or (tokens[verb - 1].norm in self.lexis.between and not self._called(at, start))
            or tokens[verb - 1].norm in ("y", ",", "segun", "como")
            or apart.dates(tokens, start, verb, self.lexis)
        )
        if bare and self.last and tokens[verb - 1].norm in _AND and verb - 1 == start > 0 and tokens[start - 1].text in _CLOSED:
            return self.last  # "Ana Ruiz dijo que “…” y ha confiado en que “…”"
        if opens := self.parted(verb, start) or (self.opened(start, verb - 1) if bare and tokens[verb - 1].norm in _AND else None):
            return opens  # "La alcaldesa, Ana Ruiz, visitó la zona y aseguró que"
        if spoken or bare:
            resumed = self.resumed(verb, tokens[at].norm if spoken else "")
            if resumed and (spoken or not self._inverted(verb)):
                return resumed
        if bare:
            return self._inverted(verb) or self.someone(verb)
        found = speech.before_verb(self.reading, self.index, self.names, verb, start)
        if found and found.type == "place" and tokens[at].norm in self.lexis.pronouns:
            found = self.last or self.someone(verb)  # "Lyon is hot. It said that"
        if spoken and found and self.only_quoted(found, verb):
            found = self.someone(verb)  # the captain he speaks of is not who speaks
        if found is None and verb and tokens[verb - 1].norm == "old":
            return self.someone(verb)  # "the 41-year-old added"
        if found or not spoken:
            return found
        if (told := self.indirect(verb, across=True)) and told.name[0].islower():
            return told  # "The victim said she had not slept. “I was afraid,” she said"
        return next((one for one in reversed(self.spoken) if self.fits(one, tokens[at].norm)), None)

    def _called(self, at: int, start: int) -> bool:
        """ "El regidor se defiende", "La ministra lo explicó así": a noun of people with its article is whose verb it is."""
        tokens = self.reading.tokens
        return at > start and tokens[at - 1].norm in self.lexis.articles and speech.calls(self.reading.language, tokens[at].norm)

    def _inverted(self, verb: int) -> Subject | None:
        """Who stands right behind a verb, "dijo la alcaldesa: «…»": a name, a role, a body; what else stands there is said, not saying."""
        tokens, stop = self.reading.tokens, min(verb + 7, len(self.starts))
        at = verb + 1
        while at < stop and tokens[at].norm in self.lexis.articles:
            at += 1
        if at >= stop or tokens[at].norm in self.lexis.stops:
            return None
        calls = tokens[at].norm in role_words(self.reading.language).persons or tokens[at].norm in self.lexis.groups
        named = any(mention.first == at for mention in self.names.in_tokens(self.index, at, stop))
        return speech.after_verb(self.reading, self.index, self.names, verb, stop) if calls or named else None

    def _tag_before(self, start: int, last: int, words: int) -> tuple[Subject | None, bool]:
        """Somebody said: “…”, somebody called it “…”."""
        tokens = self.reading.tokens
        if last <= start or tokens[last - 1].text in ".!?":
            return None, False
        if tokens[last - 1].norm in self.lexis.so_called and last > 1 and tokens[last - 2].norm in ("-", *self.lexis.articles):
            return None, False  # "the so-called “war on gangs”", "la llamada «guerra»": a name
        for verb in reversed(self.verbs(max(start, last - _LED), last)):
            if not (tokens[verb].norm in self.lexis.so_called and words < 3):
                speaker = self._before(verb, start)
                if verb + 1 < last and speaker is None:
                    speaker = self._inverted(verb) or self.someone(verb)
                return speaker, words >= 3 or tokens[last - 1].text == ":"
        if words >= 3 and last - 2 > start and tokens[last - 1].norm in _THAT and tokens[last - 2].norm in self.lexis.joined:
            speaker = self._before(last - 2, start)  # "Ann Bo regretted that “nobody listens to us”"
            return speaker, speaker is not None
        return None, False
