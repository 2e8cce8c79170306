"""A tagged sentence -> its clauses: where each begins and ends, its verb, and the noun phrase that is its subject.

Cheap cues only: relatives, subordinators, strong punctuation, and commas or coordinators that stand before a verb of their own.
Indexes in a `Clause` are tokens of the reading.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import pairwise

_VERBS = "vxm"
_CORE = "wdnf#'g"
_STOPS = ';:.?!()"rs'
_LONG = _CORE + "a%"
_TURN = re.compile(r'[rs;:"(),cqvxm]')  # the other tags open no clause and tell nothing of one
_UNTOLD = frozenset("fad#,-")  # of a phrase that does not name what it counts


@dataclass(slots=True)
class Phrase:
    """A noun phrase: `[first, last)` its own words, `end` where what belongs to it (of ..., an apposition) is over."""

    first: int
    last: int
    end: int


@dataclass(slots=True)
class Clause:
    """A clause over tokens `[first, last)`; `verb` is its main verb, `subject` its noun phrase, perhaps of an earlier clause."""

    first: int
    last: int
    opener: str
    verb: int | None = None
    subject: Phrase | None = None
    inherited: bool = False
    parent: Clause | None = field(default=None, repr=False)


def clauses(tags: str, offset: int, saying: Container[int] = (), tacit: Container[int] = (), raising: Container[int] = ()) -> list[Clause]:
    """The clauses of a sentence whose tags are `tags`; `offset` is its first token, `saying` the tokens of verbs of saying.

    `raising` holds the verbs whose object may be the subject of another ("expects prices to rise").

    `tacit` holds the relatives that are no subject ("donde emplea a 40", "de los que ganó 89"): it is the clause's before.
    """
    found: list[Clause] = []
    for (start, opener), (stop, _) in pairwise([*_starts(tags, offset, saying, raising), (len(tags), "")]):
        if start < stop:
            clause = Clause(start + offset, stop + offset, opener)
            _fill(clause, tags, offset, found, tacit)
            found.append(clause)
    return found


def _starts(tags: str, offset: int, saying: Container[int], raising: Container[int]) -> list[tuple[int, str]]:
    """Where clauses begin, with what opens them: "" the sentence, "r", "s", ",", "c", ";" and quotes."""
    found = [(0, "")]
    verbs = False  # whether the clause now open has its verb
    for turn in _TURN.finditer(tags):
        index, tag = turn.start(), turn[0]
        if tag in _VERBS:
            if verbs and found[-1][1] == "r" and _resumes(tags, index, found):
                found.append((index, ","))
            elif verbs and found[-1][1] == "s" and (main := _MAIN.search(tags, found[-1][0], index)) is not None:
                found.append((main.start(1), ","))
            verbs = True
            if (
                index + offset in saying
                and (_verb_ahead(tags, index) or _TOLD.match(tags, index + 1))
                and (
                    tags[index + 1 : index + 2] in ("d", "n", "w", "f", "t")
                    or _WHEN.match(tags, index + 1)
                    or tags[index + 1 : index + 4].lstrip("apo")[:1] == "f"
                )
            ):
                found.append((index + 1 + (tags[index + 1] == "o"), "s"))  # "said the police had solved", "told me 84% had"
                verbs = False
            elif index + offset in raising and _RAISED.match(tags, index + 1):
                found.append((index + 1 + (tags[index + 1] == "p"), "i"))
                verbs = False
        elif tag in ",c":
            if verbs and _verb_ahead(tags, index):
                if tag == "c" and (found[-1][0] == index - 1 or _within(tags, index, found)):
                    continue
                found.append((index, tag))
                verbs = False
        elif tag == "q":
            if verbs and _opens(tags, index):
                found.append((index, "q"))
                verbs = False
        elif tag not in "()" or not _told_aside(tags, index):
            found.append((index, tag))
            verbs = False
    return found


def _opens(tags: str, index: int) -> bool:
    """Whether a pronoun is the subject of a clause of its own: "said he would go", not "ganó ella"."""
    led = tags[index - 1] not in "cs,r" and (tags[index - 1] != "p" or tags[index + 1 : index + 2] in _VERBS)
    return led and _verb_ahead(tags, index)


def _resumes(tags: str, index: int, found: list[tuple[int, str]]) -> bool:
    """Whether the clause before the open relative, still without a verb, goes on: "la entidad que preside Ana Bo | tiene una deuda"."""
    if tags[index - 1] not in "nwgt" and not (tags[index - 1] == "v" and tags[index] in "xm"):
        return False
    start = found[-2][0] if len(found) > 1 else 0
    return _VERB.search(tags, start, found[-1][0]) is None


def _within(tags: str, index: int, found: list[tuple[int, str]]) -> bool:
    """Whether what is joined belongs to a relative, the clause around it still without a verb: "who took cash and a tub | was jailed"."""
    if found[-1][1] != "r" or tags[index + 1] not in "dwn":
        return False
    if tags[found[-1][0] + 1] in "dwn" and _PARALLEL.match(tags, index + 1):
        return False
    start = found[-2][0] if len(found) > 1 else 0
    return _VERB.search(tags, start, found[-1][0]) is None


_PARALLEL = re.compile(r'd?[wn]{1,4}+[oa]{0,2}[vx][^vxmrsq;:."()]{1,16},[vx]')  # "donde cayó una y la otra se secó, murieron"
_ASIDE = re.compile(r"\([^()vxmrs;:]{1,12}\)(?=,?[^.;:])")


def _told_aside(tags: str, index: int) -> bool:
    """Whether a bracket belongs to a few words without a verb, behind which the clause goes on: "Ana Bo (58), of Oak Road, pleaded"."""
    opening = index if tags[index] == "(" else tags.rfind("(", 0, index)
    return opening >= 0 and _ASIDE.match(tags, opening) is not None


_VERB = re.compile(f"[{_VERBS}]")
_MAIN = re.compile("[vx][^vxmrsc,;:()]{0,24}t(d?[wn]{1,6}+)$")  # "Si las elecciones fueran el domingo | la candidata tendría"
_TOLD = re.compile(
    'd?w{1,3}+(?:pd?[wn]{1,4}+)?,f[^vxmrs;:]{1,12}+[xm]|d?[wn]{1,4}+,r[vxm][^;:"()]{1,24},[xm]|fp?[daw]{1,6}+,g[^vxmrsc,;:]{1,12}+,[xm]|fw{1,3}+pn{1,3}+w[wgda]'
)  # "said inflation, 9.7 percent in May, would peak"
_SERIES = re.compile(r",a?v[^vxmrs,;:.()]{0,30},?ca?v")
_WHEN = re.compile("pt{1,4}[dnw]")  # "said on Monday net income fell"
_GERUND = re.compile(r"[sc:;\"]?(g[dfwn][^,]*)$")
_RAISED = re.compile(r"p?(?:[dwnf]['\"]?[^vxmirsgc,;:.\"()q]{0,14}|q)[mv]")  # an object that does something
_VERB_OR_END = re.compile(
    f"[{_VERBS},c{re.escape(_STOPS)}](?!(?<=fc)f{{1,6}}[{_VERBS}])"
)  # "fires of 3,000 and 6,500 hectares were" one subject


def _verb_ahead(tags: str, index: int) -> bool:
    """Whether a finite verb comes behind a place before the next comma, coordinator or stop."""
    found = _VERB_OR_END.search(tags, index + 1)
    if found is not None and found[0] == "(" and (aside := _ASIDE.match(tags, found.start())) is not None:
        found = _VERB_OR_END.search(tags, aside.end())  # "and 46,000 people (one in six) are homeless"
    return found is not None and found[0] in _VERBS


def _fill(clause: Clause, tags: str, offset: int, found: list[Clause], tacit: Container[int]) -> None:
    first, last = clause.first - offset, clause.last - offset
    told = _VERB.search(tags, first, last)
    verb = told.start() if told else None
    before = verb if verb is not None else last
    at = before - 1
    while at > first and tags[at] == "a":
        at -= 1
    subject: Phrase | None
    if tags[at] == "q" and at > first and not (tags[at - 1] == "," and "," in tags[before + 1 : before + 4]):
        subject = Phrase(at, at + 1, before)  # "Born in Rivas, the sixth of nine, she left"; but "Her budget, she said, has shrunk"
    else:
        subject = phrase(tags, first, before)
    if subject is None and verb is not None and (gerund := _GERUND.match(tags, first, verb)) is not None:
        subject = Phrase(gerund.start(1), verb, verb)  # "Clearing one hectare costs $4,000"
    if verb is not None:
        clause.verb = _main(tags, verb, last) + offset
    if (
        subject is not None
        and found
        and _UNTOLD.issuperset(tags[subject.first : subject.last])
        and (tags[subject.last : subject.last + 1] != "p" or tags[subject.last + 1 : subject.last + 2] == "f")
    ):
        subject = None  # "eleven of 29 have closed": what is counted was named before
    counted = subject is not None and clause.opener == "s" and tags[subject.first] == "f" and "i" not in tags[first : subject.first]
    if subject is not None and (verb is not None or not found or counted or tags[last : last + 1] == "r"):  # "that 12 schools lack heating"
        clause.subject = Phrase(subject.first + offset, subject.last + offset, subject.end + offset)
        if clause.opener in ("i", "r") and found:
            clause.parent = found[-1]
        return
    _inherit(clause, tags, offset, found, tacit)


def _inherit(clause: Clause, tags: str, offset: int, found: list[Clause], tacit: Container[int]) -> None:
    """A clause without a subject of its own has its antecedent's (relative), or the one before it."""
    clause.inherited = True
    if not found:
        return
    previous = _outside(found) if clause.opener == ")" else found[-1]
    if clause.opener == "r" and clause.first not in tacit:
        clause.parent = previous
        at = clause.first - offset
        if tags[at - 1 : at] == "c" and (other := next((one for one in reversed(found) if one.opener == "r"), None)) is not None:
            at = other.first - offset  # "Ruth Bo, whose son was shot and who runs a shelter"
        clause.subject = _antecedent(tags, at, offset) or previous.subject
        return
    outer, at = previous.parent, clause.first - offset
    if clause.opener == "," and previous.opener == "r" and tags[previous.first - offset - 1] != "," and _SERIES.match(tags, at):
        outer = None  # "a mayor who lied, fired an aide and agreed to pay"
    if clause.opener in (",", "c") and outer is not None and previous.opener == "i":
        previous = outer  # "expects profit to grow by 4% and promised to buy"
    elif outer is not None and (
        (clause.opener in (",", "q") and ((previous.opener == "r" and (previous.inherited or tags[at] == ",")) or outer.verb is None))
        or (clause.opener == "c" and previous.opener == "r" and tags[at - 1] == ",")  # ", of which 9 are new, and expects"
    ):
        previous = outer  # "Revenue in the period, which ended in May and was the first, rose 53%"
    elif clause.opener == "," and previous.opener == "c" and found[-2:-1] and found[-2].opener == "r" and not previous.inherited:
        previous = found[-3] if len(found) > 2 and found[-3].verb is None else previous  # "En Tula, donde llovió y el río creció, hubo"
    clause.parent = previous.parent
    clause.subject = previous.subject


def _outside(found: list[Clause]) -> Clause:
    """The clause that brackets now closed stand in: "The minister (the vote was in Lima) announced"."""
    opening = next((at for at in range(len(found) - 1, 0, -1) if found[at].opener == "("), len(found))
    return found[opening - 1]


def _antecedent(tags: str, at: int, offset: int) -> Phrase | None:
    """The noun phrase right before a relative."""
    end = at
    timed = end - (tags[end - 1 : end] == ",")
    while timed > 0 and tags[timed - 1] == "t":
        timed -= 1
    if tags[timed - 1 : timed] in ("p", "w", "n"):
        end = timed  # "el presupuesto para 2026, que asciende a"
    while end > 0 and (tags[end - 1] in ",p" or (tags[end - 1] == "d" and tags[end - 2 : end - 1] == "p")):
        end -= 1
    if tags[end - 1 : end] == ")" and (opening := tags.rfind("(", 0, end)) > 0:
        end = opening  # "Ana Bo (PRC), que gobierna"
    if tags[end - 1 : end] == "q":
        return Phrase(end - 1 + offset, end + offset, end + offset)  # "explicó ella, quien"
    if (aged := tags.rfind(",", 0, end)) > 0 and aged + 1 < end and not tags[aged + 1 : end].strip("pf"):
        end = aged  # "Ana Bo, 36, who", "Ana Bo, de 36, quien"
    start = end
    while start > 1 and tags[start - 1] == "g" and tags[start - 2] in "wg":
        start -= 1  # "61 actas observadas, que"
    while start > 0 and tags[start - 1] in "wn#'f-":
        start -= 1
    if start > 0 and tags[start - 1] == "d":
        start -= 1
    return Phrase(start + offset, end + offset, end + offset) if start < end else None


def _main(tags: str, verb: int, last: int) -> int:
    """The lexical verb of the group that starts at `verb`."""
    if tags[verb] == "v":
        return verb
    index = main = verb
    while index < last and tags[index] in "xmavio":
        if tags[index] in "vi" or (tags[main] != "v" and tags[index] in "xm"):
            main = index
        index += 1
    return main


_SIZED = re.compile("f{1,8}+[^wnf,'g-]")  # an amount that adds to what a preposition governs, no counted noun
_OTHER = re.compile("w{2,3}+(?=d[wn])")


def _governed(tags: str, index: int) -> str:
    """What more belongs to an adverbial behind its preposition: an article, a pronoun that is no subject ("sin ellos, gastarían")."""
    if tags[index - 1] != "p":
        return ""
    return "d" if tags[index + 1 : index + 2] in tuple("vxmao") else "dq"


_TIME_FIRST = re.compile(r"p?d?t{1,160}+(?=[nwd,]|'[wn])")  # a time that opens a clause ends by itself, with or without a comma


def phrase(tags: str, first: int, before: int) -> Phrase | None:
    """The first noun phrase in `[first, before)` that no preposition governs, leading adverbials left out."""
    index = first
    while index < before and tags[index] in 'srac,";:()-*#':
        if tags[index] == "#" and index + 1 < before and tags[index + 1] in "wn":
            break
        index += 1
    if index >= before:
        return None
    if tags.startswith("s,", first) and (close := tags.find(",", index, before)) > index and "," not in tags[close + 1 : before]:
        index = close + 1  # "informó que, fruto del trabajo, la tasa se sitúa"
    led = tags[index] in "pt"
    if tags[index] in "pdt" and (time := _TIME_FIRST.match(tags, index, before)):
        index = time.end()  # "On Sunday Ana Bo won", "El domingo Ana Bo ganó"
    while index < before and tags[index] in "ptg" and not tags.startswith("ppf", index):
        comma = tags.find(",", index, before)
        if comma >= 0:
            index = comma + 1
        else:
            index += 1
            while index < before and (tags[index] in "wn't#f-" or tags[index] in _governed(tags, index)):
                if tags[index - 1 : index + 1] == "tn":
                    break  # a name behind a time is no part of it: "in the first round of May 3 Bo won"
                index += 1
            if index >= before:
                return None
        while index < before and (tags[index] in 'a,"' or tags.startswith("cp", index)):
            index += 1  # "With twelve votes, and thanks to that of the mayor, the council"
        if index < before and _SIZED.match(tags, index) and (comma := tags.find(",", index, before)) >= 0:
            index = comma + 1  # "At the hut, 3,120 m above sea level, the thermometer"
    while index < before and tags[index] not in "wdnfq#o":
        index += 1
    if index >= before:
        return None
    if tags[index] == "q":
        return Phrase(index, index + 1, index + 1)
    start = index
    end = before
    while led and tags[end - 1] in "a,":
        end -= 1
    opens = led and (tags[start] == "d" or (tags[start] == "w" and tags[start - 1] == ","))
    if opens and (comma := tags.rfind(",", index, end)) >= 0 and tags[comma + 1 : comma + 2] in ("d", "n", "w"):
        if (later := phrase(tags, comma + 1, before)) is not None and tags[later.last : later.last + 1] in ("v", "x", "m", "p", "", ","):
            return later  # "In 2015, the deadliest year on record, the rate stood at"
    while (
        index < before
        and (tags[index] in _LONG or (tags[index] == "-" and tags[index - 1] in "wn" and tags[index + 1 : index + 2] in ("w", "n")))
        and not (index > start and tags[index] == "g" and tags[index - 1] not in "da" and tags[index - 2 : index] != "-f")
    ):
        index += 1
    while index > start + 1 and tags[index - 1] in "a,":
        index -= 1
    if tags.startswith("ww", start) and (other := _OTHER.match(tags, start, index)) is not None:
        start = other.end()  # "Last summer the same bay held 190"
    return Phrase(start, index, before) if index > start else None
