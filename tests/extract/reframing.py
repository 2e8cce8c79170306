"""An article -> the same article told otherwise: other names, other digits, other line breaks, a byline above; and where each place of it went.

`REFRAMED[name](text)` gives the new text with the names that were swapped, or None where there is nothing to reframe.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from watcher.documents import from_text
from watcher.extract import names, tokens
from watcher.extract.names import Names
from watcher.extract.namewords import NameWords, name_words, role_words, territories
from watcher.extract.reading import NameMention, Reading, Token
from watcher.lexicon import fold

# Names of many cultures that the lexicon does not know: who is a person is for the structure to tell.
GIVEN = {
    "f": [
        "Chidinma",
        "Folasade",
        "Mihoko",
        "Satomi",
        "Solvej",
        "Aoibheann",
        "Femke",
        "Liselot",
        "Rukhsana",
        "Nomvula",
        "Sayuri",
        "Dilnoza",
        "Makena",
        "Adaeze",
    ],
    "m": [
        "Obinna",
        "Kenjiro",
        "Takumi",
        "Torbjorn",
        "Eoghan",
        "Cathal",
        "Wouter",
        "Bassam",
        "Bhaskar",
        "Zbigniew",
        "Demba",
        "Ruaridh",
        "Sandeepan",
        "Radovan",
    ],
}
FAMILIES = [
    "Nakamura",
    "Quispe",
    "Meulenbelt",
    "Bhattarai",
    "Kowalczyk",
    "Nwosu",
    "Takahashi",
    "Huanca",
    "Brannigan",
    "Oyelaran",
    "Petrosyan",
    "Stavrou",
    "Kiplagat",
    "Yamashita",
    "Sorley",
    "Ekwueme",
    "Warsame",
    "Choque",
    "Ishikawa",
    "Odhiambo",
    "Farquhar",
    "Szabo",
    "Nadkarni",
    "Villacorta",
    "Mamani",
]
BODIES = [
    "Litoral",
    "Brisol",
    "Vantor",
    "Kestrel",
    "Solmar",
    "Trevane",
    "Ormond",
    "Calipso",
    "Norvent",
    "Pinamar",
    "Wexcombe",
    "Tallow",
    "Maravel",
    "Aldenor",
    "Duneska",
    "Fenwold",
    "Gavilar",
    "Harrel",
    "Irupana",
    "Jaspen",
    "Eskoral",
    "Rovanta",
    "Ulvera",
    "Quillon",
]

Reframe = Callable[[str], "Edited | None"]
Pick = Callable[[Token, NameMention, list[Token], NameWords, str], list[str] | None]


@dataclass(slots=True)
class Edited:
    """A text with parts of it replaced; `swapped` are the words that stand for others."""

    text: str
    spans: list[tuple[int, int, int, int]]  # old start and end, new start and end
    swapped: dict[str, str] = field(default_factory=dict)

    def start(self, place: int) -> int:
        """Where a span that started at `place` starts now."""
        shift = 0
        for start, end, begin, stop in self.spans:
            if place < start or (place == start and end > start):
                return begin if place == start else place + shift
            if place >= end:
                shift = stop - end
        return place + shift

    def end(self, place: int) -> int:
        """Where a span that ended at `place` ends now."""
        shift = 0
        for start, end, _, stop in self.spans:
            if place <= start:
                break
            shift = stop - end
        return place + shift


def edited(text: str, edits: list[tuple[int, int, str]], swapped: dict[str, str] | None = None) -> Edited | None:
    """`text` with its parts `[start, end)` replaced."""
    pieces: list[str] = []
    spans: list[tuple[int, int, int, int]] = []
    at = length = 0
    for start, end, new in sorted(edits):
        if start < at:
            continue
        length += start - at
        pieces += (text[at:start], new)
        spans.append((start, end, length, length + len(new)))
        length += len(new)
        at = end
    return Edited("".join((*pieces, text[at:])), spans, swapped or {}) if edits else None


def replaced(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Reframe:
    """Each match of a pattern replaced."""
    compiled = re.compile(pattern)
    write = new if callable(new) else lambda _: new
    return lambda text: edited(text, [(found.start(), found.end(), write(found)) for found in compiled.finditer(text)])


def above_body(english: str, spanish: str) -> Reframe:
    """A line of its own above the first long paragraph."""

    def reframe(text: str) -> Edited | None:
        body = re.search(r"^[^\n]{120,}[.”\"»!?]$", text, re.M)
        line = spanish if from_text(text).sections[0].language == "es" else english
        return edited(text, [(body.start(), body.start(), f"{line}\n\n")]) if body else None

    return reframe


def wrapped(width: int) -> Reframe:
    """Each paragraph wrapped by hand."""

    def reframe(text: str) -> Edited | None:
        breaks = []
        for line in re.finditer(r"[^\n]+", text) if "\n\n" in text else ():
            opens, fits = line.start(), 0
            for blank in (*re.finditer(" ", line[0]), None):
                place = line.start() + blank.start() if blank else line.end()
                if place - opens > width and fits:
                    breaks.append((fits, fits + 1, "\n"))
                    opens = fits + 1
                fits = place
        return edited(text, breaks)

    return reframe


def parted(text: str) -> Edited | None:
    """Each sentence a paragraph of its own, but for those inside a quotation."""
    quoted = [found.span() for found in re.finditer(r"“[^”]*”|«[^»]*»|\"[^\"]*\"", text)]
    breaks = []
    for reading, _ in _read(text):
        for one, other in pairwise(reading.sentences):
            body = one.paragraph == other.paragraph and reading.paragraphs[one.paragraph].kind == "body"
            if body and text[one.end : other.start] == " " and not any(start < one.end < end for start, end in quoted):
                breaks.append((one.end, other.start, "\n\n"))
    return edited(text, breaks)


def _read(text: str) -> list[tuple[Reading, tuple[NameMention, ...]]]:
    readings = [tokens.read(text, section) for section in from_text(text).sections]
    known: Names = names.find(readings)
    return [(reading, known.mentions(index)) for index, reading in enumerate(readings)]


def swapped(sort: str, pick: Pick) -> Reframe:
    """Names of one sort replaced word by word, everywhere alike; words that name something else besides stay."""

    def reframe(text: str) -> Edited | None:
        read = _read(text)
        kept = {token.text for reading, found in read for name in found if name.subject.type != sort for token in _words(reading, name)}
        words: dict[str, str] = {}
        for reading, found in read:
            for name in found:
                for token in _words(reading, name) if name.subject.type == sort else ():
                    if token.text in words or token.text in kept or not token.capital or len(token.text) < 2 or token.text.isupper():
                        continue
                    choice = pick(token, name, _words(reading, name), name_words(reading.language), reading.language) or ()
                    free = [new for new in choice if new not in words.values() and new not in text]
                    if free:
                        words[token.text] = free[len(words) % len(free)]
        edits = [
            (reading.starts[at], reading.ends[at], words[token.text])
            for reading, _ in read
            for at, token in enumerate(reading.tokens)
            if token.text in words
        ]
        return edited(text, edits, words)

    return reframe


def _words(reading: Reading, name: NameMention) -> list[Token]:
    return [token for token in reading.tokens[name.first : name.last] if token.kind == "w"]


def _opens(token: Token, words: list[Token], known: NameWords) -> bool:
    """Whether a word of a person's name is a given one."""
    first = len(words) > 1 and token is words[0] and token.norm not in known.families
    return (token.norm in known.given or first) and not (len(words) == 1 and token.norm in known.families)


def _given(token: Token, _: NameMention, words: list[Token], known: NameWords, __: str) -> list[str] | None:
    if token.norm in known.function or not _opens(token, words, known):
        return None
    return GIVEN["f" if token.norm in known.female and token.norm not in known.male else "m"]


def _family(token: Token, _: NameMention, words: list[Token], known: NameWords, __: str) -> list[str] | None:
    return None if token.norm in known.function or _opens(token, words, known) else FAMILIES


def _body(token: Token, _: NameMention, words: list[Token], known: NameWords, language: str) -> list[str] | None:
    """A word of a body's name beside the noun that says what sort of body it is."""
    plain = (known.organizations, known.function, known.demonyms, known.inside, known.places, known.fields)
    roles = role_words(language)
    if any(token.norm in words for words in (*plain, roles.groups, roles.portfolios)) or (token.norm,) in territories(language):
        return None
    alike = [new for new in BODIES if new[0] == token.text[0]]  # the letters in brackets behind the name stay its own
    return (alike or BODIES) if any(fold(word.text) in known.organizations for word in words) else None


def _other_digits(found: re.Match[str]) -> str:
    """Other digits behind the first, zeros left alone; a year stays a year."""
    if re.fullmatch("(?:19|20)[0-9]{2}", found[0]):
        return found[0]
    return found[0][0] + re.sub("[1-9]", lambda digit: str((int(digit[0]) + 2) % 9 + 1), found[0][1:])


REFRAMED: dict[str, Reframe] = {
    "wrapped at 72": wrapped(72),
    "wrapped at 90": wrapped(90),
    "Windows line ends": replaced("\n", "\r\n"),
    "no-break spaces": replaced(r"(?<=[0-9]) (?=[^\W\d_])", "\u00a0"),
    "straight quotes": replaced("[“”]", '"'),
    "angled quotes": replaced("[“”]", lambda mark: "«" if mark[0] == "“" else "»"),
    "straight apostrophes": replaced(r"(?<=\w)’(?=\w)", "'"),
    "dashes for hyphens": replaced(r"(?<![0-9-])(?<=[^\W_])-(?=[^\W_])|(?<=[ (][0-9])-(?=[0-9] )|(?<=[ (][0-9]{2})-(?=[0-9]{2} )", "–"),
    "a byline": above_body("By Gloria Haines", "Por Gloria Haro"),
    "a credit": above_body("Photo: Handout", "Foto: Cortesía"),
    "a sentence a paragraph": parted,
    "other given names": swapped("person", _given),
    "other family names": swapped("person", _family),
    "other bodies": swapped("organization", _body),
    "other digits": replaced(r"(?<![0-9.,])[0-9]{2,3}(?![0-9.,]?[0-9])(?= ?%| percent| per cent| por ciento)", _other_digits),
}
