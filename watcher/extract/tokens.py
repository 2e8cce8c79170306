"""A language section's text -> a Reading: tokens, sentences, paragraphs. One linear pass; nothing is decided about claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate, chain
from typing import Literal

from watcher import lexicon
from watcher.extract.reading import Paragraph, Reading, Sentence, Token, TokenKind
from watcher.model import Section

# A word may hold digits (G20, H5N1) but not start with one; possessive 's is a word of its own, other apostrophes stay inside.
# "u$s" is one word: the dollar of the River Plate; so is the country behind a sign, "$US55m".
# A number keeps its separators; no-break and thin spaces and apostrophes between groups of three digits are too.
_MONEY = lexicon.load("currencies")["prefixes"]  # KSh500, EUR20m, R150,000: letters of a currency that touch their amount are a word
_AMOUNT = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+\.[0-9]{2}(?![0-9]|\.[0-9])"
    r"|[0-9]+(?:[.,][0-9]+)?(?:[ -]?(?:[mb]illion|crore|lakh|millones|mil|bn|m)\b)"
)
_HALF = re.compile(rf"[{''.join(_MONEY['letters'])}][0-9]+(?:[.,][0-9]+)?\Z")  # "R55", which may go on with "million"
# Most words are Latin letters and no more, most other tokens marks: told first, they cost half.
# A token is found with the white space before it.
_LATIN = "A-Za-zÀ-ÖØ-öø-ÿ"
_CUT = r"(?:[sSdDmM]|ve|VE|re|RE|ll|LL)\b"  # "it's", "THEY'VE": the end of a word that is one of its own
_TOKEN = re.compile(
    rf"\s*+(?:[{_LATIN}]++(?![\w'’$])|[.,;:()\"“”«»?!—–%-]"
    rf"|(?=[A-Zk][A-Za-z]{{1,3}}[0-9])(?:{'|'.join(_MONEY['words'])})(?=[0-9])|[{''.join(_MONEY['letters'])}](?={_AMOUNT})|"
    rf"[uU]\$[sSdD](?![^\W\d_])|(?<=\$)(?:{'|'.join(_MONEY['behind_dollar'])})(?=[0-9])|"
    rf"['’]{_CUT}|[^\W\d_][^\W_\u0660-\u0669]*(?:['’](?!{_CUT})[^\W\d_]+)*"
    r"|[0-9]+(?:[.,][0-9]+|[\u00a0\u202f\u2009'’][0-9]{3}(?![0-9]))*"
    r"|\S)"
)
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_CLOSES = r"(?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]{0,3}+(?=\s)"
_END, _STOP = re.compile(rf"[.!?…]{_CLOSES}"), re.compile(rf"\.{_CLOSES}")  # where nothing but periods ends, they are found much sooner
_OPENERS = "“”\"'«‘(¿¡[—–-*#>@"
_PERIOD = Token(".", ".", "p", capital=False, gap=0, width=1)
_CLOSED = ".!?…:;,)]}|\"'”’»"
_LAST = re.compile(r".*(?:[^\w.]|_)", re.S)  # up to the last word or abbreviation
_ABBREVIATED = 12  # code points of an abbreviation
_WORDS = re.compile(r"(\w+)(?:\s+(\w+))?")  # the word that stands there, and the next
_HEADLINE = 160
_ITEMS = ("- ", "* ", "• ", "– ", "· ")
_MOST_WORDS, _LONGEST = 100_000, 64  # tokens that are kept
_SENTENCE = 1_000  # code points: the evidence of each claim holds its sentence, and one without end would be held as often as it has claims


class _Abbreviations:
    """What a language's abbreviations tell of the period behind them; see `sentences.toml`."""

    def __init__(self, language: str) -> None:
        words, names, dates = (lexicon.load(f"{language}/{name}") for name in ("sentences", "names", "dates"))
        self.known, self.final, self.lettered = map(frozenset, (words["abbreviations"], words["final"], words["lettered"]))
        self.hours, self.firms, self.posts = map(frozenset, (words["hours"], words["firms"], words["posts"]))
        self.times = frozenset([*dates["weekdays"], *dates["months"], *words["zones"]])
        self.opening = frozenset(names["words"]["function"])
        self.folk = frozenset(word for word in names["words"]["common"] if word.endswith(tuple(words["plural"])))

    def goes_on(self, text: str, key: str, after: int) -> bool:
        """Whether a sentence goes on behind the period of the abbreviation `key`, which may well end one, with the capital at `after`:
        "the U.S. Treasury", "4 p.m. Sunday", "Ford Co. Chairman"; no "in the U.S. The", "in the U.S. Officials said"."""
        word, behind = _WORDS.match(text, after).groups("")  # type: ignore[union-attr]
        norm = lexicon.fold(word)
        if key in self.hours:
            return norm in self.times
        if key in self.firms:
            return norm in self.posts
        return len(key) == 3 and key[1] == "." and norm not in self.opening and not (norm in self.folk and behind.islower())


_abbreviations = cache(_Abbreviations)


def read(text: str, section: Section) -> Reading:
    """The section of `text`, tokenised; offsets are those of `text`."""
    tokens, bounds = _tokens(text, section.start, section.end)
    starts = [before + token.gap for before, token in zip(bounds, tokens, strict=False)]
    paragraphs = _paragraphs(text, section)
    tokens, starts, ends = _closed(text, paragraphs, tokens, starts, bounds[1:])
    closing = _END if any(sign in text for sign in "!?…") else _STOP
    spans = [
        (start, end, index)
        for index, paragraph in enumerate(paragraphs)
        for start, end in _sentences(text, paragraph, section.language, closing)
    ]
    sentences, sentence_of = _bind(tokens, starts, ends, spans)
    return Reading(section.language, text, section.start, section.end, tokens, sentences, paragraphs, sentence_of, starts, ends)


def _closed(
    text: str, paragraphs: list[Paragraph], tokens: list[Token], starts: list[int], ends: list[int]
) -> tuple[list[Token], list[int], list[int]]:
    """Each line that has no mark of its own (a headline, an item of a list) ended with a period that takes up no room in the text, so
    that no rule reads on into the next one. Put together anew, for a file may be nothing but such lines."""
    open_ends = [paragraph.end for paragraph in paragraphs if text[paragraph.end - 1] not in _CLOSED]
    if not open_ends:
        return tokens, starts, ends
    all_tokens: list[Token] = []
    all_starts: list[int] = []
    all_ends: list[int] = []
    first = 0
    for end in open_ends:
        last = bisect_left(starts, end, first)
        all_tokens += tokens[first:last]
        all_starts += starts[first:last]
        all_ends += ends[first:last]
        all_tokens.append(_PERIOD)
        all_starts.append(end - 1)
        all_ends.append(end)
        first = last
    return all_tokens + tokens[first:], all_starts + starts[first:], all_ends + ends[first:]


def _tokens(text: str, start: int, end: int) -> tuple[list[Token], list[int]]:
    """The tokens of `text[start:end]`; `start`, and where each ends: found with the white space before them, they leave nothing out.

    What stands between two blanks comes again and again. Where some of it tells nothing without what is around it, all is read in one.
    """
    written = text[start:end].rstrip()
    first, *others = written.split(" ")
    tokens = [*_told_alone(first), *chain.from_iterable(map(_BEHIND_BLANK.__getitem__, others))]
    bounds = _bounds(tokens, start)
    if bounds[-1] < start + len(written):
        tokens = [*_tokens_in(written)]
        bounds = _bounds(tokens, start)
    return tokens, bounds


def _bounds(tokens: list[Token], start: int) -> list[int]:
    return list(accumulate([token.width for token in tokens], initial=start))


def _tokens_in(written: str) -> tuple[Token, ...]:
    return tuple(map(_TOKENS.__getitem__, _TOKEN.findall(written)))


def _told_alone(written: str) -> tuple[Token, ...]:
    """Its tokens, none where they hang on what follows."""
    return () if _HALF.search(written) else _tokens_in(written)


class _Tokens(dict[str, Token]):
    """What is written, with the white space before it -> its token; made once, forgotten when there are too many."""

    def __missing__(self, written: str) -> Token:
        text = written.lstrip()
        first = text[0]
        kind: TokenKind = "n" if "0" <= first <= "9" else "w" if first.isalpha() or len(text) > 1 else "p"
        token = Token(text, lexicon.fold(text), kind, kind == "w" and first.isupper(), len(written) - len(text), len(written))
        if len(self) >= _MOST_WORDS:
            self.clear()
        if len(written) <= _LONGEST:
            self[written] = token
        return token


class _BehindBlank(dict[str, tuple[Token, ...]]):
    """What is written between two blanks -> its tokens with the first of them; found once, forgotten when there are too many."""

    def __missing__(self, written: str) -> tuple[Token, ...]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = (_TOKENS[" " + written],) if written.isalpha() else _told_alone(" " + written)
        if len(written) <= _LONGEST:
            self[written] = found
        return found


_TOKENS, _BEHIND_BLANK = _Tokens(), _BehindBlank()


def _paragraphs(text: str, section: Section) -> list[Paragraph]:
    """Lines are paragraphs."""
    blocks = [line.span() for line in _LINE.finditer(text, section.start, section.end)]
    rows = "\t" in text or "|" in text
    return [
        Paragraph(start, end, "row" if rows and _row(text, start, end) else _kind(text, start, end, first=index == 0))
        for index, (start, end) in enumerate(blocks)
    ]


def _row(text: str, start: int, end: int) -> bool:
    """A line of a table, and no item of a list."""
    if text.startswith(_ITEMS, start):
        return False
    return text[start] == "|" or text.count("\t", start, end) >= 1 or text.count(" | ", start, end) > 1


def _kind(text: str, start: int, end: int, *, first: bool) -> Literal["headline", "body", "item", "row", "caption"]:
    if text.startswith(_ITEMS, start):
        return "item"
    ended = text[end - 1] in '.!?…”"»:;,)'
    if text[start] == "#" or (end - start <= _HEADLINE and (first or not ended) and text[end - 1] not in ".,;"):
        return "headline"
    if text[start] in "([" and text[end - 1] in ")]":
        return "caption"
    return "body"


def _sentences(text: str, paragraph: Paragraph, language: str, closing: re.Pattern[str]) -> list[tuple[int, int]]:
    words = _abbreviations(language)
    spans: list[tuple[int, int]] = []
    start = paragraph.start
    for match in closing.finditer(text, start, paragraph.end):
        after = match.end()
        while after < paragraph.end and text[after].isspace():
            after += 1
        if after >= paragraph.end:
            break
        following = text[after]
        if not (following.isupper() or following.isdigit() or following in _OPENERS):
            continue
        if (
            match.group()[0] == "."
            and len(match.group()) == 1
            and _abbreviated(text, start, match.start(), after, words)
            and not _lettered(text, start, match.start(), words.lettered)
        ):
            continue
        spans.append((start, match.end()))
        start = after
    if start < paragraph.end:
        spans.append((start, paragraph.end))
    return spans


def _lettered(text: str, start: int, period: int, lettered: frozenset[str]) -> bool:
    """ "On X. She", "vitamina D. El": the letter before the period is no initial, by the word before it."""
    if period - 2 < start or not text[period - 2].isspace():
        return False
    begin = period - 2
    while begin > start and begin > period - 16 and text[begin - 1].isalpha():
        begin -= 1
    before = lexicon.fold(text[begin : period - 2])
    return before in lettered or f"{before} {text[period - 1]}" in lettered


def _abbreviated(text: str, start: int, period: int, after: int, words: _Abbreviations) -> bool:
    """True where the period at `period` belongs to the word before it and not to the sentence, which goes on at `after`."""
    word = text[max(start, period - _ABBREVIATED) : period].rpartition(" ")[2]
    if not word.isalnum():
        word = _LAST.sub("", word)
    if len(word) == 1 and word.isupper() and text[period - 2] != "°":
        return True  # an initial: J. Smith; but 38 °C. ends
    key, following = lexicon.fold(word), text[after]
    if following.isdigit():
        return key in words.known
    if following.isupper() and (key in words.final or (len(word) == 3 and word[1] == "." and word.isupper())):
        return words.goes_on(text, key, after)
    return key in words.known


def _bind(tokens: list[Token], starts: list[int], ends: list[int], spans: list[tuple[int, int, int]]) -> tuple[list[Sentence], list[int]]:
    sentences: list[Sentence] = []
    sentence_of: list[int] = []
    first = 0
    for begin, end, paragraph in spans:
        start, last = begin, bisect_left(starts, end, first)
        while end - start > _SENTENCE and (cut := _cut(tokens, starts, first, start + _SENTENCE)) < last:
            sentence_of.extend([len(sentences)] * (cut - first))
            sentences.append(Sentence(start, ends[cut - 1], first, cut, paragraph))
            first, start = cut, starts[cut]
        sentence_of.extend([len(sentences)] * (last - first))
        sentences.append(Sentence(start, end, first, last, paragraph))
        first = last
    return sentences, sentence_of


def _cut(tokens: list[Token], starts: list[int], first: int, bound: int) -> int:
    """Where a sentence too long for any reader is cut before the offset `bound`: behind its last comma or semicolon, else at any token."""
    last = max(first + 1, bisect_left(starts, bound, first))
    return next((at + 1 for at in range(last - 1, (first + last) // 2, -1) if tokens[at].text in ",;"), last)
