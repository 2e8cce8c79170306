"""A Reading -> the spans where a date says when the article or a part of it was made: datelines, bylines, posts, captions."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Literal

from watcher import lexicon
from watcher.extract.dates.calendar import Tense
from watcher.extract.dates.expressions import When
from watcher.extract.dates.nouns import grammar
from watcher.extract.dates.tenses import cues
from watcher.extract.dates.when import scan
from watcher.extract.reading import Paragraph, Reading

Sort = Literal["label", "line", "dateline", "post", "caption"]
_LINE = 110  # code points of a line that holds no more than a byline
_HEAD = 140  # code points before the end of a dateline
_UNDER_HEADLINE = 5  # paragraphs from the first that a byline can stand in
_SHORT = 5  # words behind a date in such a line: who wrote it, at what hour
_CLOSE = 40  # code points before a month that dates the whole
_REACH = 300  # code points around a date that are looked at
_DASHES = "–—-:.|("
_APART = (*_DASHES, ",", "·", "•")
_AGENCY = re.compile(  # behind a day: "(Coastwire) -", ", GNA -", "/Coastwire/ --"
    r"\.? ?\([^()\n]{2,40}\)\.? ?[-–—]|, [A-ZÁÉÍÓÚÑ]{2,8} ?[-–—]|,? ?/[^/\n]{2,40}/ ?[-–—]"
)
_PARTED = frozenset(".:;–—-|)")
_HOUR = re.compile(r"(?:at |a las? )?[0-9]{1,2}(?:[:.h]|\W{0,2}[aApP]\.?[mM])")
_CLOCK = re.compile("(?:at |a las? )?[0-9]")


@dataclass(slots=True)
class Dateline:
    """A date that tells of the article: where it stands, and as what."""

    start: int
    end: int
    sort: Sort
    when: When
    updated: bool = False


def find(reading: Reading) -> list[Dateline]:
    """The datelines of a section, in order."""
    known: list[Dateline] | None = reading.notes.get("datelines")
    if known is None:
        known = reading.notes["datelines"] = _find(reading)
    return known


def _find(reading: Reading) -> list[Dateline]:
    found: list[Dateline] = []
    for when in _days(reading):
        paragraph = _paragraph(reading, when)
        sort = _sort(reading, paragraph, when) if paragraph else None
        if paragraph and sort:
            end = paragraph.end if sort in ("line", "label", "post", "caption") else reading.ends[when.last - 1]
            head = lexicon.fold(reading.text[paragraph.start : paragraph.start + 20])
            found.append(Dateline(paragraph.start, end, sort, when, updated=any(word in head for word in _published("updates"))))
    return found


def _days(reading: Reading) -> list[When]:
    """The days in the section's language, and in the other one where a site stamps its posts in it."""
    whens = [when for when in scan(reading) if when.sort == "day" or (when.sort == "month" and _alone(reading, when))]
    if "@" in reading.text[reading.start : reading.end]:
        other = next(language for language in lexicon.LANGUAGES if language != reading.language)
        stamped = [when for when in scan(reading, other) if when.sort == "day" and _stamp(reading, when)]
        taken = {when.first for when in whens}
        whens = sorted([*whens, *(when for when in stamped if when.first not in taken)], key=lambda when: when.first)
    return whens


def _alone(reading: Reading, when: When) -> bool:
    """A month with its year at the end of a short line near the top, led by names at most: "Briefing paper, December 2023"."""
    paragraph = _paragraph(reading, when)
    if paragraph is None or when.date.year is None or when.end is not None or reading.ends[when.last - 1] < paragraph.end:
        return False
    before = reading.text[paragraph.start : reading.starts[when.first]].rstrip()
    near = paragraph in reading.paragraphs[1:_UNDER_HEADLINE]
    return near and (not before or (before.endswith((",", "|", "–", "—", "·")) and len(before) < _CLOSE))


def _stamp(reading: Reading, when: When) -> bool:
    paragraph = _paragraph(reading, when)
    return paragraph is not None and "@" in reading.text[paragraph.start : reading.starts[when.first]]


class Apart:
    """The spans of a section's datelines: dates in them are no claims."""

    def __init__(self, reading: Reading) -> None:
        lines = find(reading)
        self.starts = [line.start for line in lines]
        self.ends = list(accumulate([line.end for line in lines], max))

    def holds(self, offset: int) -> bool:
        """True where a code point stands in a dateline."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]


def _paragraph(reading: Reading, when: When) -> Paragraph | None:
    if when.first >= len(reading.sentence_of):
        return None
    return reading.paragraphs[reading.sentences[reading.sentence_of[when.first]].paragraph]


def _sort(reading: Reading, paragraph: Paragraph, when: When) -> Sort | None:
    text = reading.text
    start, end = reading.starts[when.first], reading.ends[when.last - 1]
    if start - paragraph.start > _REACH:
        return None
    before, after = text[paragraph.start : start], text[end : min(paragraph.end, end + _REACH)]
    folded = lexicon.fold(before[:40]).lstrip("*_([#> ")
    if folded.startswith(tuple(_published("captions"))):
        return "caption"
    if "@" in before and before.lstrip("*_ ")[:1] in "—–-" and len(before) < 160:
        return "post"
    if folded.startswith(tuple(_published("labels"))) and len(before) < 60 and not _tells(reading, before, "coming"):
        if not _sentence(after):
            return "label"
        if after.lstrip()[:1] in _PARTED:
            return "dateline"  # "Updated 3 May: the toll has risen to 300."
    inside = lexicon.fold(before.rpartition("(")[2]) if "(" in before and paragraph.end - paragraph.start <= _LINE else ""
    if inside and any(word in inside for word in _published("updates")):
        return "label"  # "14 May 2026 (updated 15 May)"
    named = before.rstrip(" *_").endswith(":")  # "Launch: May 3" tells what happens then
    if paragraph.end - paragraph.start <= _LINE and (
        (not named and _bare(reading, before + " " + after)) or _stands_apart(reading, paragraph, when, before, after)
    ):
        return "line"
    return "dateline" if start - paragraph.start <= _HEAD and _opens(reading, when, before, after) else None


def _opens(reading: Reading, when: When, before: str, after: str) -> bool:
    """True for a date that opens a paragraph with no more than a place, an agency or a weekday: "LIMA, May 3 (Sur) –"."""
    opening, closing = before.lstrip("*_#> [("), after.lstrip(" *_).,")
    parted = after.lstrip("*_) ")[:1]
    if not _titled(opening) or (opening.rstrip().endswith(":") and not opening.isupper()) or _tells(reading, opening):
        return False  # "Launch: May 3" is no dateline, "NEW DELHI: May 3" is
    clock = closing[:1].isdigit() and not opening
    if not opening and (after[:1] == ")" or (parted == "." and when.weekday is not None)):
        return True  # "(3 de mayo de 2026) Lima.-", "Viernes, 3 de mayo. El concejo"
    if _AGENCY.match(after):
        return True
    return (parted in (*_DASHES, "") or clock) and bool(opening or closing[:1] in "–—-" or parted in "–—|" or clock)


def _tells(reading: Reading, words: str, *tenses: Tense) -> bool:
    """True where one of these words tells of something past or to come."""
    lexis, wanted = cues(reading.language), tenses or ("past", "coming")
    return any(lexis.of(lexicon.fold(word.strip("()[]*_,:.")), "") in wanted for word in words.split())


def _stands_apart(reading: Reading, paragraph: Paragraph, when: When, before: str, after: str) -> bool:
    """True where a short line near the top has a whole date that nothing in it leads to.

    So "Weekly letter, by Ana Bo – 8 July 2026" dates the article; "The bridge opens on 8 July 2026" dates the bridge.
    """
    if when.date.year is None or paragraph not in reading.paragraphs[:_UNDER_HEADLINE]:
        return False
    labels = _published("labels")
    lead = before.rstrip(" *_")
    words = [lexicon.fold(word.strip("()[]*_.:")) for word in lead.rstrip(",").split()]
    while words and (words[-1] in _WEEKDAYS or words[-1] in ("el", "al", "on")):
        words.pop()  # "as of Friday,", "emitido el"
    if _sentence(after):
        return False
    rest = after.lstrip(" )]*_.,")
    if any(" ".join(words[-size:]) in _published("today") for size in (1, 2)):
        return True
    if rest and after.lstrip()[:1] not in _APART and not _CLOCK.match(rest):
        return False
    labelled = any(" ".join(words[-size:]) in labels and not _passive(reading, words[:-size]) for size in (1, 2))
    return labelled or (lead.endswith(("–", "—", "-", ".", "|", "(", "•", "·", "[", ",")) and not _tells(reading, lead))


def _sentence(after: str) -> bool:
    """ "As of 8 July 2026, [300 ships had left.]": whether what follows a date tells something, and not who wrote it at what hour."""
    rest = after.strip(" )]*_.,:;–—|-")
    if not after.rstrip().endswith(".") or _HOUR.match(rest):
        return False
    goes_on = after.lstrip()[:1].islower() and lexicon.fold(rest.partition(" ")[0]) not in _around()
    return goes_on or len(rest.split()) > _SHORT or any(map(str.isdigit, rest))


def _passive(reading: Reading, words: list[str]) -> bool:
    """ "The report was published on 3 May": a verb, no label."""
    return bool(words) and words[-1] in grammar(reading.language).auxiliaries


@cache
def _published(name: str) -> frozenset[str]:
    """A word list about datelines, in all languages: sites stamp their posts in another one."""
    return frozenset(word for language in lexicon.LANGUAGES for word in lexicon.load(f"{language}/published")[name])


@cache
def _around() -> frozenset[str]:
    """The small words that may stand in a byline."""
    return _published("around") | _WEEKDAYS


def _titled(text: str) -> bool:
    """True where each word starts with a capital letter, but for particles: a place, an agency, a weekday."""
    small = 0
    opener = lexicon.fold(text.replace(",", " ").partition(" ")[0])
    if opener in _OPENERS and not (opener in _PLACED and text.rstrip()[-1:] in _CLOSING and text.partition(" ")[2][:1].isupper()):
        return False  # "On May 3", "El 3 de mayo" open sentences, but "LA HABANA, 2 dic"
    for word in text.replace("(", " ").replace(")", " ").replace(",", " ").split():
        bare = word.strip(".·|–—-*_:")
        if bare and not bare[0].isupper() and not bare[0].isdigit():
            if len(bare) > 3 and lexicon.fold(bare) not in _WEEKDAYS:
                return False
            small += lexicon.fold(bare) not in _WEEKDAYS
    return small <= 2


_OPENERS = frozenset(word for language in lexicon.LANGUAGES for word in lexicon.load(f"{language}/dates")["nouns"]["stops"]) - {"by", "por"}
_CLOSING = (",", ")", "–", "—", "-", ".")  # what parts a place from its date
_PLACED = frozenset(("the", "el", "la", "los", "las"))  # which names of places open with
_WEEKDAYS = frozenset(day for language in lexicon.LANGUAGES for day in lexicon.load(f"{language}/dates")["weekdays"])


def _bare(reading: Reading, rest: str) -> bool:
    """True where nothing in the rest of a short line tells of an event: names, places, clock times, separators."""
    allowed, lexis = _around(), cues(reading.language)
    small = 0
    for word in rest.replace("|", " ").replace("·", " ").split():
        bare = word.strip('.,;:()[]*_#–—->"“”/')
        if not bare or bare[0].isupper() or bare[0].isdigit():
            continue
        key = lexicon.fold(bare)
        if lexis.of(key, "") or (key not in allowed and not any(mark in rest for mark in "|·")):
            return False
        small += key not in allowed
    return small <= 3
