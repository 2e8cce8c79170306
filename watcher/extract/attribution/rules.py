"""The lexicon -> the words that tell a source; and what a source holds for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from watcher import lexicon
from watcher.extract.namewords import role_words
from watcher.extract.neighbours import by_longest
from watcher.extract.quotes import saying
from watcher.extract.reading import Reading, Token

CLAUSE, COMMA = frozenset(",;:—–()“”«»"), frozenset(",")
POSSESSIVE = frozenset(("'", "’", "'s", "’s"))
GOVERNING = frozenset(("en", "por", "de", "con", "sin", "para", "sobre", "a", "al", "del"))  # before a Spanish noun
REACH = 40  # tokens looked at around a verb or a study
_PARTICULAR = (  # verbs that state something only with some words around them
    *("asking", "charging", "joined", "planning", "rating", "rejecting", "revising", "ruling"),
    *("setting", "speaking", "supposed", "taking", "trusting", "witnessing", "yielding"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The words of one language that tell a source or a modality."""

    according: dict[str, dict[str, list[tuple[str, ...]]]]  # first word -> second word, "" for none -> the phrases
    led: dict[str, list[tuple[int, tuple[str, ...]]]]  # the longest word of a phrase whose first word is no opener alone -> its place there
    leading: frozenset[str]  # the words of `led`, of which there are fewer than of the first words
    untrue: dict[str, list[tuple[str, ...]]]
    unsaid: frozenset[str]  # the words those start with
    alone: frozenset[str]  # words that may tell a source whatever stands behind them
    openers: frozenset[str]  # all words that may tell a source
    phrased: frozenset[str]  # those of them that tell it otherwise than a verb of saying does
    sets: dict[str, frozenset[str]]
    tellers: frozenset[str]  # nouns of people, bodies or studies
    those: frozenset[tuple[str, ...]]  # "of these", that counts among what was told of
    spanish: bool


class Scope(NamedTuple):
    """What a source holds for, in code points; `denied` where it says that it is not so."""

    start: int
    end: int
    source: str
    denied: bool = False


@cache
def rules(language: str) -> Rules:
    raw = lexicon.load(f"{language}/attribution")
    according: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for phrase in raw["according"] + [f"{phrase}l" for phrase in raw["according"] if phrase.endswith((" de", " a"))]:  # "en palabras del"
        first, second, *_ = words = (*phrase.split(), "")
        according.setdefault(first, {}).setdefault(second, []).append(words[:-1])
    untrue = _by_first(raw["untrue"])
    sets = {name: frozenset(value) for name, value in raw.items()}
    forms = saying.english if language == "en" else saying.spanish
    sets["joined"] |= {form for verb in raw["joined_verbs"] for form in forms(verb)} - sets["stating"]
    sets["stating"] |= (
        sets["speaking"]
        | sets["revising"]
        | sets["joined"]
        | sets["rating"]
        | sets["setting"]
        | sets["yielding"]
        | sets["locutions"]
        | sets["asking"]
        | {form for verb in raw["verbs"] for form in forms(verb)}
    )
    phrased = sets["charging"] | sets["valuing"] | sets["owned"] | sets["claims"]
    alone = phrased.union(sets["stating"], sets["studies"], sets["denying"], sets["respondents"])
    alone |= {first for first, behind in according.items() if "" in behind}
    led = by_longest(phrase for first, behind in according.items() if first not in alone for phrase in chain(*behind.values()))
    persons, groups = role_words(language).persons, saying.words(language).groups | role_words(language).groups
    tellers = persons | groups | sets["studies"] | sets["sources"] | sets["documents"]
    those = frozenset(tuple(phrase.split()) for phrase in raw["those"])
    sets["before_nouns"] = saying.words(language).articles | (GOVERNING if language == "es" else POSSESSIVE)
    sets["counting"] = sets["parts"] | {word for _, word in those}
    _join(sets)
    return Rules(
        according=according,
        led=led,
        leading=frozenset(led),
        untrue=untrue,
        unsaid=frozenset(untrue),
        alone=alone,
        openers=alone.union(according),
        phrased=phrased.union(according, sets["heading"]),
        sets=sets,
        tellers=tellers,
        those=those,
        spanish=language == "es",
    )


def _join(sets: dict[str, frozenset[str]]) -> None:
    """The lists that a rule asks for as one."""
    sets["particular"] = frozenset[str]().union(*(sets[name] for name in _PARTICULAR))
    sets["undoing"] = sets["finite"] | {"by", "-"}
    sets["polling"] = sets["polls"] | sets["pollsters"]
    sets["surveying"] = sets["polling"] | sets["surveys"]
    sets["rejected"] = sets["linking"] | sets["claims"] | sets["revised"]
    sets["parting_clauses"] = sets["joints"] | CLAUSE
    sets["parting_answers"] = sets["coordinating"] | CLAUSE | {"y", "e"}
    sets["polled"] = sets["counting"].union(sets["portions"], sets["margins"], sets["respondents"])


def _by_first(phrases: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def span(reading: Reading, first: int, last: int, source: str, *, denied: bool = False) -> Scope:
    """A scope over tokens `[first, last)`."""
    return Scope(reading.starts[first], reading.ends[last - 1], source, denied)


def hour(tokens: Sequence[Token], colon: int) -> bool:
    """ "El corte de las 9:00 horas": a colon between numbers, which parts nothing."""
    return tokens[colon - 1].kind == "n" and tokens[min(colon + 1, len(tokens) - 1)].kind == "n"
