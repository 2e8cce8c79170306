"""A Reading -> the runs of tokens that are written as names, before anyone knows whom they name.

Runs of capitalised words, joined by particles, hyphens, "&" and initials; titles are cut off, months, days, demonyms and words
that merely open a sentence are left out. Runs are bounded (see `runs.LONGEST`).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from watcher.extract import dialogue
from watcher.extract.lifecycles import opening_words
from watcher.extract.names.namewords import NameWords, RoleWords, name_words, role_words, territories
from watcher.extract.names.runs import run
from watcher.extract.neighbours import among
from watcher.extract.reading import Reading, Token

_OPENERS = frozenset('“"«‘:—–-*#>¿¡|•[')
_AMBIGUOUS_HEADS = frozenset(
    [
        "king",
        "queen",
        "prince",
        "princess",
        "major",
        "bishop",
        "general",
        "head",
        "chief",
        "star",
        "captain",
        "justice",
        "dean",
        "pope",
        "baker",
        "papa",
        "rey",
        "reina",
        "cardenal",
        "cardinal",
        "duke",
        "judge",
        "pastor",
        "principal",
        "chair",
        "deputy",
        "leader",
        "partner",
        "editor",
        "general",
        "coronel",
    ]
)


class Span(NamedTuple):
    """Tokens `[first, last)` written as a name. `initial`: it opens its sentence, so its capital proves nothing. `title`: the
    words cut off before it, as tokens `[title, first)`. `numbered`: "Route 66"."""

    first: int
    last: int
    initial: bool
    title: int | None = None


class Capitals(NamedTuple):
    """The capitalised words of a reading, and the words it writes in lower case."""

    at: list[int]
    lower: set[str]
    shouted: set[int]  # sentences whose capitals mean nothing


def capitals(reading: Reading) -> Capitals:
    """Where the capitalised words stand; one pass."""
    at = [index for index, token in enumerate(reading.tokens) if token.capital]
    lower = {token.norm for token in reading.tokens if token.kind == "w" and not token.capital}
    return Capitals(at, lower, shouted(reading, at))


def spans(reading: Reading, found: Capitals) -> list[Span]:
    """The names as written, in order; title-cased headlines and lines in capitals are left out (see `shouted`)."""
    names, roles = name_words(reading.language), role_words(reading.language)
    skip = found.shouted
    result: list[Span] = []
    done = 0
    aside = {token for label in dialogue.labels(reading) for token in range(label.first, label.last)}
    sentence_of, tokens = reading.sentence_of, reading.tokens
    for first in found.at:
        if first < done or sentence_of[first] in skip or first in aside or _unit(tokens, first):
            continue
        last = run(tokens, first, reading.sentences[sentence_of[first]].last, names)
        done = last
        result.extend(_trim(reading, first, last, names, roles))
    return result


def _unit(tokens: list[Token], at: int) -> bool:
    """Capital letters that are a unit or part of a currency sign: °C, US$."""
    if len(tokens[at].text) > 2:
        return False
    if at and tokens[at - 1].text in "°º" and tokens[at - 1].end == tokens[at].start:
        return True
    return at + 1 < len(tokens) and tokens[at + 1].text in "$€£" and tokens[at].end == tokens[at + 1].start


def shouted(reading: Reading, at: list[int]) -> set[int]:
    """Sentences whose capitals mean nothing: headlines with most words capitalised, lines in capitals."""
    counts: dict[int, int] = {}
    sentence_of, tokens = reading.sentence_of, reading.tokens
    for index in at:
        sentence = sentence_of[index]
        counts[sentence] = counts.get(sentence, 0) + 1
    found: set[int] = set()
    for sentence, capital in counts.items():
        first, last, paragraph = reading.sentences[sentence].first, reading.sentences[sentence].last, reading.sentences[sentence].paragraph
        if last - first > 40:
            continue
        headline = reading.paragraphs[paragraph].kind == "headline" and tokens[last - 1].text != "."
        if not headline and any(token.kind == "w" and not token.text.isupper() and len(token.text) > 3 for token in tokens[first:last]):
            continue
        words = [token.text for token in tokens[first:last] if token.kind == "w" and len(token.text) > 3]
        small = sum(1 for word in words if word[0].islower())
        capitals_only = words and all(word.isupper() for word in words) and (capital > 1 or last - first <= 2)
        titled = headline and reading.language == "en" and capital >= 4 and len(words) >= 4 and small <= len(words) * 0.15
        if capitals_only or titled:
            found.add(sentence)
    return found


def _trim(reading: Reading, first: int, last: int, names: NameWords, roles: RoleWords) -> list[Span]:
    """The names inside a run: without the word that opens the sentence, titles, months and demonyms."""
    tokens = reading.tokens
    initial = _opens(reading, first)
    while first < last and initial and (tokens[first].norm in names.function or _tells(tokens, first, last, names)):
        first = _skip(tokens, first + 1, last, names)
        initial = False
    result: list[Span] = []
    start = first
    for index in range(first, last + 1):
        if index == last or _breaks(tokens, start, index, last, names):
            if start < index:
                result.extend(
                    _titled(tokens, start, _shrink(tokens, start, index, names), names, roles, initial=initial and start == first)
                )
            start = index + 1
    return result


def _tells(tokens: list[Token], first: int, last: int, names: NameWords) -> bool:
    """A word of a lifecycle that opens a sentence before a name: "Murió Ana Ruiz", "Jailed banker"."""
    norm = tokens[first].norm
    if norm not in opening_words(names.language) or norm in names.female or norm in names.male:
        return False
    return first + 1 == last or (tokens[first + 1].kind == "w" and tokens[first + 1].text[0].isupper())


def _skip(tokens: list[Token], at: int, last: int, names: NameWords) -> int:
    while at < last and (tokens[at].kind != "w" or tokens[at].norm in names.particles):
        at += 1
    return at


def _shrink(tokens: list[Token], start: int, end: int, names: NameWords) -> int:
    """Cut particles and marks off the end of a run that was broken in two."""
    while end > start + 1 and (tokens[end - 1].norm in names.particles or tokens[end - 1].norm in ("of", "and", "&", "-")):
        end -= 1
    return end


def _breaks(tokens: list[Token], start: int, index: int, last: int, names: NameWords) -> bool:
    norm = tokens[index].norm
    if norm in names.days:
        return not (index > start and norm == "friday")
    if norm in names.months and tokens[index].text[0].isupper():
        numbered = index + 1 < len(tokens) and tokens[index + 1].kind == "n"
        alone = index == start and (
            index + 1 >= last or norm not in ("april", "may", "june", "august", "mar", "sep", "julio", "abril", "agosto", "mayo")
        )
        dated = index > 0 and tokens[index - 1].norm in ("in", "last", "since", "until", "by", "early", "late", "on", "next", "de", "en")
        return numbered or alone or dated or (index == start and norm in ("august", "may") and index + 1 >= last)
    return False


def _opens(reading: Reading, index: int) -> bool:
    sentence = reading.sentences[reading.sentence_of[index]]
    if index == sentence.first:
        return True
    tokens = reading.tokens
    before = tokens[index - 1]
    if before.text in _OPENERS and not (before.text == "-" and before.end == tokens[index].start and index - 1 > sentence.first):
        return True
    if index - sentence.first > 4:
        return False
    return all(token.kind == "p" for token in tokens[sentence.first : index])


def _titled(tokens: list[Token], first: int, last: int, names: NameWords, roles: RoleWords, *, initial: bool) -> list[Span]:
    """A run without its title; and the names that stand inside the title ("Chile President Gabriel Boric" names two)."""
    title = first
    inside: list[Span] = []
    if names.language == "en" and last - first >= 3 and tokens[first - 1].norm == "for" and tokens[first - 2].norm in roles.heads:
        if last - first >= 4 or tokens[last - 2].norm in names.given:
            first, initial = last - 2, False  # "High Commissioner for [Human Rights] Ann Lee"
    if width := _office_before(tokens, first, last, names, roles):
        inside.extend(_inside(tokens, first, first + width, names) or _unknown_place(tokens, first, first + width, roles))
        first, initial = first + width, False
    while first < last:
        norm = tokens[first].norm
        if norm in names.honorifics and (last - first > 1 or norm not in _AMBIGUOUS_HEADS):
            first += 1
            if first < last and tokens[first].text == ".":
                first += 1
            continue
        if norm in names.demonyms and (last - first == 1 or not _keeps_demonym(tokens[last - 1].norm, names)):
            first, initial = first + 1, False
            continue
        width = _role_at(tokens, first, last, names, roles, initial=initial)
        if width and first + width == last - 1 and _keeps_demonym(tokens[last - 1].norm, names):
            break  # "Premier Division"
        if width:
            inside.extend(_inside(tokens, first, first + width, names))
            first, initial = first + width, False
            continue
        break
    first = _lead(tokens, first, last)
    if first >= last or (last - first == 1 and (tokens[first].norm in names.never or _function(tokens[first], names))):
        return inside
    return [*inside, Span(first, last, initial, title if title < first else None)]


def _function(token: Token, names: NameWords) -> bool:
    """A small word with a capital; not an acronym that looks like one (WHO, IT)."""
    return token.norm in names.function and not (token.text.isupper() and len(token.text) > 1)


def _lead(tokens: list[Token], first: int, last: int) -> int:
    while first < last and not (tokens[first].kind == "w" and tokens[first].text[0].isupper()):
        first += 1
    return first


def _keeps_demonym(tail: str, names: NameWords) -> bool:
    return tail in names.organizations or tail in names.places or tail in names.things


def _role_at(tokens: list[Token], first: int, last: int, names: NameWords, roles: RoleWords, *, initial: bool) -> int:
    """How many tokens of a run, from its start, are a role: "Prime Minister", "State Senator", "Ministra de Seguridad"."""
    for head in range(first, min(last, first + 6)):
        phrase = _phrase_at(tokens, head, last, roles)
        if not phrase:
            continue
        person = phrase in roles.people and phrase not in roles.offices and phrase not in roles.posts
        if person and not (initial and head == first):
            continue
        if phrase[-1] in _AMBIGUOUS_HEADS and head > first:
            continue
        end = head + len(phrase)
        if phrase[0] in roles.abbreviations and end < last and tokens[end].text == ".":
            end += 1
        if end >= last and head > first and not _modifies(tokens, first, names):
            continue
        if end < last and names.language == "es" and tokens[end].norm in ("de", "del"):
            end = _complement(tokens, end, last, names, roles)
        elif end < last and tokens[end].norm == "of":
            end = min(last, end + 2)
        return end - first
    return 0


def _modifies(tokens: list[Token], first: int, names: NameWords) -> bool:
    """Capitalised words before a capitalised role that ends the run ("the Interior Minister") are its portfolio, not a given name."""
    return tokens[first].norm not in names.female and tokens[first].norm not in names.male


def _phrase_at(tokens: list[Token], at: int, last: int, roles: RoleWords) -> tuple[str, ...] | None:
    for phrase in roles.phrases.get(tokens[at].norm, ()):
        if at + len(phrase) <= last and all(tokens[at + k].norm == word for k, word in enumerate(phrase)):
            return phrase
    return None


def _office_before(tokens: list[Token], first: int, last: int, names: NameWords, roles: RoleWords) -> int:
    """ "ministra de [Trabajo] Irene Salvatierra": how many tokens of a run belong to the office in lower case before it."""
    at = first - 1
    if at > 0 and tokens[at].norm in ("y", "e") and tokens[at - 1].norm in roles.portfolios:
        return _complement(tokens, first, last, names, roles) - first  # "ministro de Justicia y [Seguridad Pública]"
    while at > 0 and at > first - 4 and tokens[at].norm in ("la", "el", "los", "las"):
        at -= 1
    if names.language == "en":
        if at < 1 or tokens[at].norm != "of" or tokens[at - 1].norm not in roles.heads:
            return 0
        end = _complement(tokens, first, last, names, roles)
        return end - first if first < end <= last - 2 else 0  # "President of [Costa Parda] Ana Ruiz"
    if at < 1 or tokens[at].norm not in ("de", "del") or not among(tokens[at - 1].norm.removeprefix("ex"), roles.heads, roles.persons):
        return 0
    return _complement(tokens, first, last, names, roles) - first


def _complement(tokens: list[Token], end: int, last: int, names: NameWords, roles: RoleWords) -> int:
    """Where the complement of an office ends and the name begins: after a known place or portfolio, else before a given name."""
    at = end
    while at < last and tokens[at].norm in names.particles:
        at += 1
    known = territories(names.language)
    for width in (4, 3, 2, 1):
        if at + width <= last and tuple(token.norm for token in tokens[at : at + width]) in known:
            return at + width
    if at < last and tokens[at].norm in roles.portfolios:
        at += 1
        while at < last and (tokens[at].norm in names.particles or tokens[at].norm in roles.portfolios):
            at += 1
        return at
    given = next((i for i in range(at + 1, last) if tokens[i].norm in names.female or tokens[i].norm in names.male), None)
    return given if given is not None and tokens[at].norm not in names.female and tokens[at].norm not in names.male else end


def _unknown_place(tokens: list[Token], first: int, last: int, roles: RoleWords) -> list[Span]:
    """What an office is "of", where it is no portfolio: "gobernador de [Salta] Gustavo Sáenz"."""
    if any(token.norm in roles.portfolios for token in tokens[first:last]):
        return []
    while last > first and not tokens[last - 1].text[0].isupper():
        last -= 1
    return [Span(first, last, False)] if first < last else []


def _inside(tokens: list[Token], first: int, last: int, names: NameWords) -> list[Span]:
    """Known places inside a title."""
    known = territories(names.language)
    at, found = first, []
    while at < last:
        for width in (3, 2, 1):
            if at + width <= last and tuple(token.norm for token in tokens[at : at + width]) in known:
                found.append(Span(at, at + width, False))
                at += width - 1
                break
        at += 1
    return found


def plain_words(tokens: list[Token], span: Span, skip: Collection[str] = ()) -> tuple[str, ...]:
    """A span's words without marks, folded."""
    return tuple(token.norm for token in tokens[span.first : span.last] if token.kind != "p" and token.norm not in skip)
