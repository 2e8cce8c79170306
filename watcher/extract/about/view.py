"""One sentence seen for binding: tokens, tags, clauses, and small questions about the words around a figure. Nothing is decided here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from watcher.extract.about.clauses import Clause, Phrase, clauses
from watcher.extract.about.forms import forms
from watcher.extract.about.grammar import Grammar
from watcher.extract.about.tagging import tags
from watcher.extract.reading import FigureMention, Reading, Token

_FAR = 40  # tokens between a figure and the verb that governs it
_LONGEST = 4  # words of a noun phrase that are shown
_FULLEST = 6  # with what it is of


_RELATIVE = re.compile("r")
_first = attrgetter("first")
_SIGNED = frozenset(("$", "+", "/", "±"))  # "de +/- 2,8 puntos"
_SIGNS = frozenset(("minus", "plus"))


class _Words(dict[int, str]):
    """Token -> its tag or folded word; "" out of the sentence."""

    def __missing__(self, token: int) -> str:
        return ""


_ABOVE = frozenset(f"{word}{s}" for word in ("superior", "inferior") for s in ("", "es")) | frozenset(
    f"{stem}{ending}" for stem in ("cercan", "proxim") for ending in ("o", "a", "os", "as")
)


class View:
    """A sentence; `tag[i]` and `norm[i]` take a token of the reading, out of the sentence they give "".

    Both are asked many times for each figure, so they are two tables; answers about a figure are kept.
    """

    def __init__(
        self, reading: Reading, first: int, last: int, marks: Sequence[str], rules: Grammar, figures: Sequence[FigureMention]
    ) -> None:
        self.reading, self.first, self.last, self.rules, self.figures = reading, first, last, rules, figures
        self.marks = marks  # of all tokens of the reading: what other rooms know of them
        self.tokens: list[Token] = reading.tokens
        self._norms = [token.norm for token in self.tokens[first:last]]
        self.words = frozenset(self._norms)
        self.tags = tags(reading, first, last, marks, forms(rules.language), self.words)
        self.tag = _Words(enumerate(self.tags, first))
        self.norm = _Words(enumerate(self._norms, first))
        saying: tuple[int, ...] = ()
        if rules.language == "en" and not self.words.isdisjoint(rules.saying):
            saying = tuple([at for at in reading.between(rules.saying, first, last) if self.tag[at] == "v"])
        raising = self._raising() if rules.language == "en" else ()
        tacit = self._tacit() if rules.language == "es" and "r" in self.tags else ()
        self.clauses: list[Clause] = clauses(self.tags, first, saying, tacit, raising)
        self._turns = [clause.first for clause in self.clauses[1:]]
        self._told: Sequence[FigureMention] | None = None
        self.kinds: dict[int, str] = {}  # by the first token of a figure
        self._verbs: dict[int, int | None] = {}
        self._heads: dict[tuple[int, int], str] = {}
        self._hedged: dict[int, int] = {}
        self._links: dict[int, int | None] = {}

    def _raising(self) -> tuple[int, ...]:
        """The verbs whose object has a verb of its own: "expects the rate to fall", "saw the yield slip"."""
        found: list[int] = []
        for words in (self.rules.raising, self.rules.seeing, self.rules.calling):
            if not self.words.isdisjoint(words):
                found += [at for at in self.reading.between(words, self.first, self.last) if self.tag[at] in "vg"]
        return tuple(found)

    def _tacit(self) -> tuple[int, ...]:
        """The relatives that are no subject: "donde", and those that a preposition governs."""
        found, first = self.tags, self.first
        ahead = [match.start() for match in _RELATIVE.finditer(found)]
        led = [at for at in ahead if found[at - 1 : at] == "p" or found[max(0, at - 2) : at] == "pd" or self._norms[at] == "donde"]
        return tuple([at + first for at in led])

    @property
    def norms(self) -> str:
        """The folded words, spaces between and around."""
        return " " + " ".join(self._norms) + " "

    def earlier(self, figure: FigureMention) -> FigureMention | None:
        """The figure before this one in the sentence."""
        at = bisect_left(self.figures, figure.first, key=_first) - 1
        return self.figures[at] if at >= 0 and self.figures[at].first >= self.first else None

    @property
    def told(self) -> Sequence[FigureMention]:
        """The figures of the sentence."""
        if self._told is None:
            at = bisect_left(self.figures, self.first, key=_first)
            self._told = self.figures[at : bisect_left(self.figures, self.last, at, key=_first)]
        return self._told

    def opening(self, figure: FigureMention) -> int:
        """The token before an amount and its plus: "Aragon (+5.5%)"."""
        return figure.first - 1 - (self.tokens[figure.first - 1].text == "+")

    def clause(self, token: int) -> Clause:
        """The clause a token stands in."""
        return self.clauses[bisect_right(self._turns, token)]

    def verb(self, figure: FigureMention, clause: Clause) -> int | None:
        """The verb that governs a figure: the nearest to its left in the clause (infinitives and participles too), else the clause's."""
        at = figure.first
        if at not in self._verbs:
            self._verbs[at] = self._verb(at, clause)
        return self._verbs[at]

    def _verb(self, before: int, clause: Clause) -> int | None:
        start = clause.first
        if clause.subject is not None and not clause.inherited and start < clause.subject.first < before:
            start = clause.subject.first  # what stands before the subject governs nothing behind it
        index = before - 1
        while index >= start and index >= before - _FAR:
            tag = self.tag[index]
            if tag in ("v", "i", "") or (tag == "g" and index > self.first and self.tag[index - 1] != "d" and not self._told_of(index)):
                return index
            index -= 1
        return clause.verb

    def _told_of(self, token: int) -> bool:
        """ "La valoración hecha por Bo, 13 estudiantes": a Spanish participle behind its noun, with its doer, governs nothing more."""
        return self.rules.language == "es" and self.tag[token - 1] == "w" and self.norm[token + 1] in self.rules.by

    def text(self, first: int, last: int) -> str:
        """The words of `[first, last)` as a short noun phrase: determiners, hedges and figures off, lower case but for names."""
        words: list[str] = []
        for index in range(first, last):
            token = self.tokens[index]
            tag = self.tag[index]
            if tag in "f" or (not words and tag in "dap#,"):
                continue
            if token.kind == "p" or token.norm == "'s":
                if token.text == "-" and words and index + 1 < last:
                    words.append("-")
                elif token.text == "." and words and token.gap == 0 and len(self.tokens[index - 1].text) == 1:
                    words[-1] += "."  # "U.S. employers"
                continue
            if token.gap == 0 and words and len(token.text) == 1 and words[-1].endswith("."):
                words[-1] += token.text
                continue
            named = tag == "n" or token.text[1:].isupper() or token.norm in self.rules.demonyms  # "Chilean adults"
            words.append(token.text if named else token.text.lower())
        return " ".join(words).replace(" - ", "-").strip("- ")

    def head_text(self, first: int, last: int) -> str:
        """The last words of an English phrase, the first of a Spanish one."""
        key = (first, last)
        found = self._heads.get(key)
        if found is None:
            words = self.text(first, last).split(" ")
            found = self._heads[key] = " ".join(words[-_LONGEST:] if self.rules.language == "en" else words[:_LONGEST])
        return found

    def noun_after(self, token: int) -> tuple[int, int] | None:
        """The noun phrase that begins at `token`, determiners and other figures in front left out ("of 96 bus lines")."""
        index = token
        while index < self.last and (
            self.tag[index] in "da#'"
            or (
                self.tag[index] == "f"
                and (index > token or (self.rules.language == "en" and self.tag[token - 1] == "p" and self.tag[token - 2] == "f"))
            )
        ):
            index += 1
        if self.rules.language == "en" and self.tag[index] in ("t", "n", "w") and self.tag[token - 1] in ("p", "d"):
            index = self._beyond_owner(index)
        start = index
        while index < self.last and self.tag[index] in "wn'g-" and index - start < 2 * _LONGEST:
            if self.tag[index] == "g" and ((index == start and self.rules.language == "es") or index > start):
                break
            if self.tag[index] == "'" and self.tokens[index].text not in ("'s", "’s", "’", "'"):
                break
            index += 1
        while index > start and self.tag[index - 1] in "-'":
            index -= 1
        if self.norm[start] in self.rules.moments and start > token and (index == start + 1 or self.rules.language == "es"):
            return None  # "27,500 a day", "a 38 el año pasado"
        return (start, index) if index > start else None

    def _beyond_owner(self, token: int) -> int:
        """ "17 of Norland's 21 areas", "of the company's nine ships", "of its last eight matches": where the noun begins."""
        index = token
        while self.tag[index] in ("t", "n", "w") and index < token + 5:
            index += 1
        if self.tag[index] == "'" and self.tag[index + 1] == "f":
            return index + 2
        return index + 1 if index == token + 1 and self.norm[token] in self.rules.unnamed and self.tag[index] == "f" else token

    def noun_before(self, token: int) -> tuple[int, int] | None:
        """The noun phrase that ends right before `token`."""
        end = token
        start = end
        while start > self.first and self.tag[start - 1] in "wn-'" and end - start < 2 * _LONGEST:
            start -= 1
        while start < end and self.tag[start] in "-'":
            start += 1
        return (start, end) if start < end else None

    def before_hedges(self, token: int) -> int:
        """The token after the last word that is no hedge, article or preposition of the amount at `token`."""
        if token not in self._hedged:
            self._hedged[token] = self._before_hedges(token)
        return self._hedged[token]

    def _before_hedges(self, token: int) -> int:
        index = token
        while (
            index > self.first
            and index > token - 8
            and (self.norm[index - 1] in self.rules.hedges or self.tag[index - 1] in "d" or self.norm[index - 1] in _SIGNED)
        ):
            index -= 1
        if self.norm[index - 1] in _SIGNS and self.norm[index - 2] == "or":
            return index - 3  # "a margin of error of plus or minus 3 points"
        return index

    def link(self, token: int) -> int | None:
        """The "of" or "de" that ties the amount at `token` to the noun before it, hedges between them left out."""
        if token not in self._links:
            self._links[token] = self._link(token)
        return self._links[token]

    def _link(self, token: int) -> int | None:
        start = self.before_hedges(token)
        for index in range(token - 1, start - 1, -1):
            if self.norm[index] in self.rules.of and (
                self.tag[index - 1] in ("w", "n", "g", "a")
                or (self.tag[index - 1] == "," and self.tag[index - 2] == "w" and self.rules.language == "en")
            ):
                return index  # "a second loss, of £4m"
            if self.norm[index] in _ABOVE and self.tag[index - 1] == "w":
                return index  # "un avalúo superior a los 2.900 millones"
        return start - 1 if self.norm[start - 1] in self.rules.of else None

    def phrase_text(self, phrase: Phrase) -> str:
        return self.head_text(phrase.first, phrase.last)

    def whole_text(self, first: int, last: int) -> str:
        """A noun phrase with what it is of: "price of copper", "brecha de género"; without, where the two are longer than a name may be."""
        head = self.head_text(first, last)
        tail = self.noun_after(last + 1) if self.norm[last] in self.rules.bonds else None
        if not head or tail is None:
            return head
        article = f"{self.norm[tail[0] - 1]} " if self.tag[tail[0] - 1] == "d" else ""
        full = f"{head} {self.tokens[last].text} {article}{self.head_text(*tail)}"
        return full if len(full.split(" ")) <= _FULLEST else head
