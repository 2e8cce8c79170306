"""A Reading -> the runs of tokens that are written as names, before anyone knows whom they name.

Runs of capitalised words, joined by particles, hyphens, "&" and initials; titles are cut off, months, days, demonyms and words
that merely open a sentence are left out. Runs are bounded (see `runs.LONGEST`).
"""

from __future__ import annotations

from functools import cache

from watcher import lexicon
from watcher.extract import dialogue
from watcher.extract.names.runs import run, start
from watcher.extract.names.titled import Span, titled
from watcher.extract.namewords import NameWords, RoleWords, name_words, role_words, territories, title_words
from watcher.extract.neighbours import among
from watcher.extract.reading import Reading, Token
from watcher.extract.stagewords import naming, opening_words

_LETTERS = frozenset(lexicon.load("currencies")["prefixes"]["letters"])  # "N68,000"
_CODES = frozenset(word for word in lexicon.load("currencies")["prefixes"]["words"] if word.isupper())
_CODE, _SIGN = 4, 2  # code points of a currency's code and of the letters of a sign
_LOWER = frozenset(["van", "von", "der", "den", "de"])
_LEADING = _LOWER | {"of", "del", "y", "e", "la", "el", "los", "las", "the"}  # small words that a name may go on behind
_ARTICLES = frozenset(["El", "La", "Los", "Las"])
_LOOSE = ("of", "and", "&", "-")
_NUMBERED = "Dos"  # "Sigma Dos": no particle where a name ends in it
_OPENERS = frozenset('“"«‘:—–-*#>¿¡|•[')


def spans(reading: Reading, skip: set[int]) -> list[Span]:
    """The names as written, in order; those of the sentences to `skip` are left out (see `headings`)."""
    names, roles = name_words(reading.language), role_words(reading.language)
    result: list[Span] = []
    done = 0
    aside = {token for label in dialogue.labels(reading) for token in range(label.first, label.last)}
    for number in skip:
        aside.update(range(reading.sentences[number].first, reading.sentences[number].last))
    sentence_of, tokens, asked = reading.sentence_of, reading.tokens, _asked(reading.language)
    for first in reading.capitals:
        token = tokens[first]
        if first < done or first in aside or (len(token.text) <= _CODE and _unit(tokens, first)):
            continue
        sentence = reading.sentences[sentence_of[first]]
        done = run(tokens, first, sentence.last, names)
        single = done == first + 1
        if single and first == sentence.first and token.norm in names.function:
            continue  # "The mayor"
        if len(token.text) == 1 and _seat(tokens, first):
            continue
        before = tokens[first - 1].norm if first else ""
        if single and token.norm not in asked and before not in _LEADING:
            result.append(Span(first, done, _opens(reading, first, sentence.first)))
        else:
            opens = start(tokens, first, sentence.first) if before in _LOWER else first
            result += _trim(reading, opens, done, names, roles, initial=_opens(reading, opens, sentence.first))
    return result


@cache
def _asked(language: str) -> frozenset[str]:
    """The words of which more must be asked where they stand with a capital: titles, months, small words."""
    names = name_words(language)
    return names.calendar | names.function | names.never | title_words(language)


@cache
def _lands(language: str) -> frozenset[str]:
    """The first words of the countries and regions of the world."""
    return frozenset(phrase[0] for phrase in territories(language))


def given_names(reading: Reading, lines: set[int]) -> list[Span]:
    """In lines whose capitals prove nothing: a given name with the word behind it, where that is no common word ("Ann Keller Wins
    Race"), and the countries and regions of the world."""
    names, tokens, known = name_words(reading.language), reading.tokens, territories(reading.language)
    result: list[Span] = []
    for sentence in sorted(lines):
        first, last = reading.sentences[sentence].first, reading.sentences[sentence].last
        telling = any(token.kind == "n" or token.text[0].islower() for token in tokens[first:last])  # no "RELIEF OFFICE, MALI"
        for at in range(first, last - 1):
            token, behind = tokens[at], tokens[at + 1]
            if not token.capital or (result and result[-1].last > at):
                continue
            plain = behind.kind != "w" or among(
                behind.norm, names.function, names.common, names.sayings, names.months, opening_words(reading.language)
            )
            if token.norm in names.given and not plain and behind.capital:
                result.append(Span(at, at + 2, False))
                continue
            if not telling or token.norm not in _lands(reading.language):
                continue
            ahead = tuple([word.norm for word in tokens[at : min(at + 3, last)]])
            width = next((width for width in range(len(ahead), 0, -1) if ahead[:width] in known), 0)
            if width:
                result.append(Span(at, at + width, False))
    return result


def _unit(tokens: list[Token], at: int) -> bool:
    """Capital letters that are a unit or part of a currency sign: °C, US$."""
    token = tokens[at]
    if token.gap == 0 and at and (tokens[at - 1].kind == "n" or tokens[at - 1].text in "°º"):
        return True  # 46.1C
    if at + 1 == len(tokens) or tokens[at + 1].kind == "w":
        return False
    following = tokens[at + 1]
    if following.kind == "n" and following.gap <= 1 and token.text in _CODES:
        return True  # CHF 20m
    if len(token.text) == 1 and following.text == "." and at + 2 < len(tokens) and tokens[at + 2].text.islower():
        return True  # E. coli
    if following.gap or len(token.text) > _SIGN:
        return False
    return following.text in "$€£/" or (following.kind == "n" and token.text in _LETTERS)  # S/ 48, R150, Q1


def _seat(tokens: list[Token], at: int) -> bool:
    """ "Ann Dole (D-Ohio)", "Ann Dole, R-Kan.,": a letter for the party and the seat of who is named, and nobody's name."""
    dash = at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].gap == 0
    return dash and at > 0 and tokens[at - 1].text in "(,"


def _trim(reading: Reading, first: int, last: int, names: NameWords, roles: RoleWords, *, initial: bool) -> list[Span]:
    """The names inside a run: without the word that opens the sentence, titles, months and demonyms."""
    tokens = reading.tokens
    whole = last - first > 1 and (_territory(tokens, first, last, names) or tokens[first].norm in names.divisions)
    initial = initial and not whole
    while first < last and initial and (_leads(tokens[first], names) or _tells(tokens, first, last, names)):
        first = first + 1 if first + 2 < last and tokens[first + 1].text in _ARTICLES else _skip(tokens, first + 1, last, names)
        initial = False  # "Según El Comercio"
    if (
        initial
        and names.language == "es"
        and last - first > 1
        and tokens[first].text.endswith("ó")
        and tokens[first].norm not in names.given
    ):
        first += 1  # "Habló Ana Bo"
    if first >= last:
        return []
    dates = reading.between(names.calendar, first, last)
    if not dates:
        return titled(reading, first, _shrink(tokens, first, last, names), names, roles, initial=initial)
    result: list[Span] = []
    start = first
    for index in (*dates, last):
        if index == last or _breaks(tokens, start, index, last, names):
            if start < index:
                result.extend(
                    titled(reading, start, _shrink(tokens, start, index, names), names, roles, initial=initial and start == first)
                )
            start = index + 1
    return result


def _leads(token: Token, names: NameWords) -> bool:
    """A small word or an adverb that opens a sentence: "Besides Leeds", "Recently Ruiz"; but "Clemente Ruiz"."""
    norm = token.norm
    return norm in names.function or (norm.endswith(names.opening_endings) and norm not in names.given)


def _territory(tokens: list[Token], first: int, last: int, names: NameWords) -> bool:
    """ "Baja California", "Nueva York": a known place whose first word is a common one."""
    known = territories(names.language)
    return any(tuple([token.norm for token in tokens[first : first + width]]) in known for width in range(2, min(4, last - first) + 1))


def _tells(tokens: list[Token], first: int, last: int, names: NameWords) -> bool:
    """A word of a lifecycle that opens a sentence before a name: "Murió Ana Ruiz", "Jailed banker"."""
    norm = tokens[first].norm
    if norm in naming(names.language) and first + 2 < last and tokens[first + 1].norm in ("de", "of"):
        return True  # "Muerte de Ana Ruiz"
    if norm not in opening_words(names.language) or norm in names.given:
        return False
    return first + 1 < last and tokens[first + 1].capital  # of a word alone, `openers` knows whether it is somebody's name


def _skip(tokens: list[Token], at: int, last: int, names: NameWords) -> int:
    while at < last and (tokens[at].kind != "w" or tokens[at].norm in names.particles):
        at += 1
    return at


def _shrink(tokens: list[Token], start: int, end: int, names: NameWords) -> int:
    """Cut particles and marks off the end of a run that was broken in two."""
    while end > start + 1 and tokens[end - 1].text != _NUMBERED and among(tokens[end - 1].norm, names.particles, _LOOSE):
        end -= 1
    return end


def _breaks(tokens: list[Token], start: int, index: int, last: int, names: NameWords) -> bool:
    norm = tokens[index].norm
    if norm in names.days:
        if names.language == "es" and (index + 1 == len(tokens) or tokens[index + 1].kind != "n"):
            beside = index if index > start else index + 2  # days are written small: "Santo Domingo", "Domingo Cavallo"
            return not (tokens[index].capital and beside <= last and tokens[beside - 1].capital)
        return not (index > start and norm == "friday")
    if norm in names.months and tokens[index].capital:
        numbered = index + 1 < len(tokens) and tokens[index + 1].kind == "n"
        alone = index == start and (index + 1 >= last or norm not in names.name_months)
        called = names.language == "es" and norm in names.name_months and index + 1 < last  # "de Julio Mena": Spanish months are small
        dated = index > 0 and tokens[index - 1].norm in names.dating and not called
        return numbered or alone or dated or (index == start and norm in names.given_months and index + 1 >= last)
    return False


def _opens(reading: Reading, index: int, first: int) -> bool:
    """Whether a name at `index` opens its sentence, which starts at `first`, or what is said in it."""
    if index == first:
        return True
    tokens = reading.tokens
    before = tokens[index - 1]
    if before.text in _OPENERS:
        if index > 1 and tokens[index - 2].norm in name_words(reading.language).christened:
            return False  # "Typhoon “Ligaya”"
        if before.text != "-" or tokens[index].gap or index - 1 == first:
            return True
    if index - first > 4 or tokens[first].kind == "w":
        return False
    kinds = {token.kind for token in tokens[first:index]}
    return "w" not in kinds and (kinds == {"p"} or tokens[index - 1].kind == "n")  # "23:40 Turnout is 44%"
