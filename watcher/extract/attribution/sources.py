"""A noun phrase of a Reading -> whether it can be a source, and its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from watcher import lexicon
from watcher.extract.attribution.rules import COMMA, POSSESSIVE, rules
from watcher.extract.names.beside import qualifies
from watcher.extract.namewords import name_words, role_words
from watcher.extract.neighbours import among, norm_at
from watcher.extract.quotes import apart, saying, speech
from watcher.extract.quotes.saying import Namer
from watcher.extract.reading import NameMention, Reading
from watcher.extract.verbforms import finite
from watcher.model import Subject

_FOUND = ("ado", "ada", "ados", "adas")
_NAMED = 4  # tokens of a name that opens a clause
_NOUNS = 4  # words before and with the noun of a source that opens a clause
_HEADED = 2  # words of a Spanish noun phrase with its head
_JOINTS = (".", *POSSESSIVE)  # between titles
_LEAD = 9  # tokens that may stand before the comma behind which a clause goes on


class Sources:
    """The sources of one section; `named` is whom a sentence calls by name last, `made` who made the studies that are told of, `read` has
    a sentence read that others hang on."""

    def __init__(self, reading: Reading, index: int, names: Namer, read: Callable[[int], object]) -> None:
        self.reading, self.index, self.names, self.read = reading, index, names, read
        self.rules = rules(reading.language)
        self.lexis, self.words = saying.words(reading.language), name_words(reading.language)
        self.named: dict[int, str] = {}
        self._told: dict[tuple[str, str], bool] = {}  # name and sort -> whether it can be a source
        self._known: frozenset[str] | None = None  # all names of the section, once somebody asks
        self.made: dict[str, str] = {}  # a study's noun, the last one of its sort, or "" for the last one -> who made it

    def called(self, first: int, last: int) -> str | None:
        """The name in a noun phrase, the study it speaks of again, else its noun."""
        tokens, has = self.reading.tokens, self.rules.sets
        if tokens[first].norm == "lo" and (
            by := next((at for at in range(first + 1, min(last, first + _NAMED)) if tokens[at].norm == "por"), 0)
        ):
            return self.called(by + 1, last)  # "según lo informado por el gobernador"
        norms = [token.norm for token in tokens[first:last]]
        again = any(word in has["same"] for word in norms[:3])
        calendar = self.lexis.calendar
        named = self.names.in_tokens(self.index, first, last)
        bodies = [found for found in named if found.subject.type != "place" and tokens[found.first].norm not in calendar]
        bodies = [found for found in bodies if not (self.through(found.first, first) or self.leads(found))]
        if bodies and not again:
            name = self._serving(bodies, last) or bodies[0].subject.name
            self.named[self.reading.sentence_of[first]] = name
            self.making(first, last, name)
            return name
        if again and (before := self.last_named(first)):
            kind = self.names.resolve_role(self.index, first, norms[-1:])  # "la misma consultora"
            return kind.name if kind and kind.type == "organization" else before
        if maker := self._by(first, last):
            return maker
        held = speech.role(self.reading, self.index, self.names, first, last)
        if held and (self.tells(held) or self._definite(first, last)):
            return self._headed(held.name)
        behind = next((at + 1 for at in range(first + 1, last - 1) if tokens[at].norm in ("de", "del", "of")), None)
        return self.called(behind, last) if behind and norms[0] in self.lexis.articles else None  # "según la tesis de la acusación"

    def _serving(self, named: Sequence[NameMention], last: int) -> str | None:
        """Who speaks for the first of the names, or holds an office of theirs: "Norvex chief Ann Bo", "the Norvex spokeswoman",
        "Hall's lawyer", "el abogado de Luis Gil", "la portavoz de Norvex, Ana Ruiz"."""
        tokens, text, whose = self.reading.tokens, self.reading.text, named[0]
        persons = role_words(self.reading.language).persons
        if apart.governed(tokens, whose, persons):
            behind = self.names.at(self.index, last + 1) if last + 1 < len(tokens) and tokens[last].text == "," else None
            if behind and behind.subject.type == "person" and norm_at(tokens, behind.last) == ",":
                return behind.subject.name
            return text[self.reading.starts[whose.first - 2] : whose.end] if whose.subject.type == "person" else None
        at = start = whose.last + (whose.last < last and tokens[whose.last].text in POSSESSIVE)
        while not self.rules.spanish and at < last and among(tokens[at].norm.removesuffix("s"), persons):
            at += 1
        if at == start or (at < last and tokens[at].kind == "w" and not tokens[at].capital):
            return None  # "the UN refugee agency"
        if person := next((m.subject for m in named[1:] if m.first == at and m.subject.type == "person"), None):
            return person.name
        known = self.names.resolve_role(self.index, start, [tokens[at - 1].norm]) if whose.subject.type == "organization" else None
        return known.name if known and known.type == "person" else text[whose.start : self.reading.ends[at - 1]]

    def last_named(self, at: int) -> str | None:
        """Who was called by name last, up to token `at`."""
        number = self.reading.sentence_of[at]
        while number not in self.named and number > 0:
            number -= 1
            self.read(number)
        return self.named.get(number)

    def _by(self, first: int, last: int) -> str | None:
        """ "Figures released on Tuesday by the police", "el balance facilitado por la consejería": who made it, whom only a noun names."""
        tokens, makings = self.reading.tokens, self.reading.between(self.rules.sets["making"], first + 1, last - 2)
        if not makings or tokens[makings[0]].norm in self.rules.sets["passing"]:
            return None  # "fuentes policiales consultadas por Europa Press"
        by = next((at for at in range(makings[0] + 1, min(makings[0] + _NAMED, last - 1)) if tokens[at].norm in ("by", "por")), None)
        maker = self.called(by + 1, last) if by is not None else None
        if maker:
            self.making(first, makings[0], maker)
        return maker

    def making(self, first: int, last: int, maker: str) -> None:
        """Note whose study tokens `[first, last)` name: what is called by its noun alone further on is theirs."""
        for at in self.reading.between(self.rules.sets["studies"], first, min(last, first + _NOUNS)):
            self.made[self._sort(self.reading.tokens[at].norm)] = self.made[""] = maker

    def maker(self, source: str) -> str:
        """Who made the study that is called by its noun alone, "la encuesta", "these figures", as far as the text has told."""
        told, has = lexicon.fold(source).split(), self.rules.sets
        words = [word for word in told if not among(word, has["pointers"], has["newest"])]  # "the new poll"
        last = self.made.get("") if told[0] in has["these"] and words and words[0] in has["studies"] else None  # "estos datos"
        return self.made.get(self._sort(words[0]), last or source) if len(words) == 1 else source

    def _sort(self, noun: str) -> str:
        """Polls have many names, other studies have their own."""
        return "poll" if noun in self.rules.sets["polls"] else noun

    def _headed(self, name: str) -> str:
        """ "The union" of "the union involved 900 drivers": an English noun phrase ends with its last noun of people or bodies."""
        words = name.split()
        ends = [at for at, word in enumerate(words, 1) if self.telling(lexicon.fold(word))]
        return " ".join(words[: ends[-1]]) if ends and not self.rules.spanish and name[0].islower() else name

    def through(self, at: int, first: int) -> bool:
        """ "A letter seen by the Guardian", "una ONG citada por la BBC": who only passes on what somebody else says."""
        tokens = self.reading.tokens
        at -= tokens[at - 1].norm in self.lexis.articles
        return at - 2 >= first and tokens[at - 1].norm in ("by", "por") and tokens[at - 2].norm in self.rules.sets["passing"]

    def leads(self, mention: NameMention) -> bool:
        """ "El instituto que dirige Luis Gil": a name that only tells which body is meant."""
        tokens, persons, at = self.reading.tokens, role_words(self.reading.language).persons, mention.first - 1
        while at > 0 and among(tokens[at].norm, persons, self.lexis.articles):
            at -= 1  # "que preside el socialista Luis Gil"
        return tokens[at].norm in self.rules.sets["leading_them"]

    def head(self, first: int, last: int) -> Subject | None:
        """Who opens a clause, whatever it goes on with: "The minister visited the port", "Analysts at Barrow Street", "Ana Ruiz"."""
        tokens = self.reading.tokens
        while first < last and (tokens[first].kind != "w" or tokens[first].norm in ("am", "pm", "h", "hs", "hrs")):
            first += 1  # "10:42am The minister", "– The minister"
        if found := self._opens(first, last):
            return found
        commas = self.reading.between(COMMA, first, min(last, first + _LEAD))
        return self._opens(commas[0] + 1, last) if commas else None  # "On Monday, the mayor"

    def _opens(self, first: int, last: int) -> Subject | None:
        """Who stands right at the head of a clause."""
        tokens = self.reading.tokens
        if first < last and tokens[first].norm in self.rules.sets["fronting"]:
            return None  # "Following a campaign of threats, Ana Ruiz"
        at = first + (first < last and tokens[first].norm in self.lexis.articles)
        if at > first and at + 2 < last and tokens[at].norm == "of":
            at += 1 + (tokens[at + 1].norm in self.lexis.articles)  # "One of the sources"
        if at + 2 < last and tokens[at + 1].norm in ("and", "y") and not self.telling(tokens[at].norm) and not tokens[at + 2].capital:
            at += 2  # "Federal and state officials"
        near = self.names.in_tokens(self.index, first, min(last, at + _NAMED))
        named = near[0] if near else None
        if named and named.first == at and self._owned(named.last, last):
            at = named.last + 1
        elif named and named.first == at and named.last + 1 < last and tokens[named.last].text in POSSESSIVE:
            whose = self.names.at(self.index, named.last + 1)
            if whose and whose.subject.type == "person":
                return whose.subject  # "Labour's Tim Nash"
        elif named and named.subject.type != "place" and self.titles(at, named.first) and not self.common(named):
            return named.subject
        end = self.noun(at, last)
        return self._bearer(at, end, last) if end is not None else None

    def common(self, mention: NameMention) -> bool:
        """ "Fuentes policiales": a family name that is a noun of sources, an adjective right behind it."""
        tokens, at = self.reading.tokens, mention.first
        alone = self.rules.spanish and mention.last == at + 1 < len(tokens) and tokens[at].norm[-1] == "s"
        return alone and self.telling(tokens[at].norm) and tokens[at + 1].norm[-1] == "s" and qualifies(tokens[at + 1])

    def titles(self, first: int, last: int) -> bool:
        """True where nothing but roles and titles stands before a name: "Transport Minister", "Rep." """
        persons = role_words(self.reading.language).persons
        return all(token.norm in persons or token.text in _JOINTS or token.capital for token in self.reading.tokens[first:last])

    def noun(self, first: int, last: int) -> int | None:
        """Behind the noun of a source that opens a clause, past its adjectives and whose it is."""
        tokens, stops = self.reading.tokens, self.lexis.stops
        end = first
        while end < min(last, first + _NOUNS) and tokens[end].kind == "w" and tokens[end].norm not in stops:
            end += 1
            if end < last and (tokens[end].text in POSSESSIVE or (not self.rules.spanish and self.telling(tokens[end].norm))):
                end += tokens[end].text in POSSESSIVE
            elif self.telling(tokens[end - 1].norm) and not self._sort_of(end, last):
                return end
        return None

    def _sort_of(self, at: int, last: int) -> bool:
        """ "The executive search firm", "an industry trade group": behind a noun in the singular two more, the last of people or bodies."""
        tokens, verbs = self.reading.tokens, finite(self.reading.language)
        if self.rules.spanish or at + 1 >= last or tokens[at - 1].norm[-1] == "s" or tokens[at].kind != "w" or tokens[at].capital:
            return False
        kind = tokens[at].norm
        noun = not (among(kind, verbs, self.rules.sets["stating"], self.lexis.stops) or kind.endswith(("ed", "s", "ly")))
        return noun and self.telling(tokens[at + 1].norm)

    def _bearer(self, first: int, end: int, last: int) -> Subject | None:
        """Whom a noun phrase means: who is called so, else the phrase itself."""
        end = self._widened(end, last)
        roles, head = role_words(self.reading.language), self.reading.tokens[first if self.rules.spanish else end - 1].norm
        if among(head, roles.persons, roles.groups) and (held := speech.role(self.reading, self.index, self.names, first, end)):
            return held
        return Subject(head, self.reading.text[self.reading.starts[first] : self.reading.ends[end - 1]], "organization")

    def _owned(self, at: int, last: int) -> bool:
        """ "Voss's campaign", not "Moody's cut its forecast": behind the name, which ends before `at`, stands a source of its own."""
        tokens = self.reading.tokens
        return at < last and tokens[at].text in POSSESSIVE and any(self.telling(token.norm) for token in tokens[at + 1 : min(last, at + 3)])

    def _widened(self, end: int, last: int) -> int:
        """Past "gallego" or "de Salud" behind a Spanish noun."""
        tokens, at = self.reading.tokens, end
        if self.rules.spanish and at < last and qualifies(tokens[at]) and tokens[at].norm not in self.rules.sets["stating"]:
            return at + 1
        if at < last and tokens[at].norm in ("de", "del"):
            at += 1
            while at < last and tokens[at].norm in self.lexis.articles:
                at += 1
            return at + (at < last and tokens[at].kind == "w")
        return end

    def _definite(self, first: int, last: int) -> bool:
        """ "According to the depot", "según los hechos probados": what no figure can depend on ("según la edad")."""
        norms = [token.norm for token in self.reading.tokens[first:last]]
        headed = len(norms) == 2 or (len(norms) > 2 and (norms[2] == "que" or norms[2].endswith(_FOUND)))
        headed = headed and norms[0] in self.lexis.articles
        return headed and norms[1] not in self.rules.sets["measures"]

    def tells(self, subject: Subject) -> bool:
        """True for what can be a source: a name, people, a body, a study; not the first noun that comes ("losses", "now")."""
        called = subject.name, subject.type
        if called not in self._told:
            self._told[called] = self._can_tell(subject)
        return self._told[called]

    def _can_tell(self, subject: Subject) -> bool:
        if subject.name[0].isupper() and subject.type != "place" and self._named(subject.name):
            return lexicon.fold(subject.name) not in self.lexis.between  # "Se esperan 20 invitados"
        words = lexicon.fold(subject.name).replace("-", " ").split()
        if len(words) > 2 and words[0] in self.rules.sets["amounts"]:
            return False  # "the number of people waiting to be admitted"
        return any(map(self.telling, words[:_HEADED] if self.rules.spanish else words))

    def _named(self, name: str) -> bool:
        """True for a name, not a noun that only opens its sentence: "Dos de cada cinco vecinos", "Losses"; but "Adif" may be one."""
        words = self.words
        if not name[1:].islower() or not (" " in name or among(lexicon.fold(name), words.common, words.function)):
            return True
        if self._known is None:
            self._known = frozenset([mention.subject.name for mention in self.names.in_tokens(self.index, 0, len(self.reading.tokens))])
        return name in self._known

    def telling(self, word: str) -> bool:
        """True for a noun of people, bodies or studies."""
        tellers = self.rules.tellers
        return word in tellers or (word.endswith("s") and (word[:-1] in tellers or (word.endswith("es") and word[:-2] in tellers)))

    def several(self, name: str) -> bool:
        """ "Authorities there", "police": whom no "he" or "she" stands for."""
        words = [word for word in lexicon.fold(name).split() if self.telling(word)]
        head = words[0 if self.rules.spanish else -1] if words else ""
        return head == "police" or (head[-1:] == "s" and head not in role_words(self.reading.language).persons)

    def plain(self, first: int, verb: int, subject: Subject) -> bool:
        """ "The port says", "los pescadores calculan", ", informó la liga": a noun with its article and no more."""
        tokens, weak = self.reading.tokens, self.rules.sets["weak"] | self.rules.sets["revising"]
        name = subject.name.split()
        if first + 1 >= len(tokens) or tokens[first].norm not in self.lexis.articles or tokens[verb].norm in weak:
            return False
        if len(name) > _HEADED or tokens[first + 1].text != name[0]:
            return False
        if any(lexicon.fold(word) in self.rules.sets["amounts"] for word in name):
            return False  # "the same percentage said"
        behind = first + 1 + len(name)
        return first < verb or behind >= len(tokens) or tokens[behind].kind != "w" or tokens[behind].norm in self.lexis.stops
