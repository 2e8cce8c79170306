"""The lexicon's lifecycles -> an index of cues: the words that put a subject at a stage, by their first word.

In: a language. Out: for each first word the phrases that start with it, longest first, each with what it may mean. How the files
are written stands in `lexicon/lifecycles/justice.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from watcher import lexicon
from watcher.extract.cueforms import Form, Mood, english, genders, progressive, spanish
from watcher.extract.namewords import role_words
from watcher.extract.neighbours import follows, norm_at
from watcher.extract.reading import Token

_TAIL = 3  # words of a tail and one
REACH = 7  # tokens between the words of a phrase and those of its tail
_GAP = " ... "

_ORDER = ("object", "participle", "state", "noun", "inflicted", "perfect", "subject", "nominal", "attribute")
_NAMES = ("noun", "nominal", "attribute")
_GRAMMAR = ("relatives", "negations", "conjunctions", "being", "having", "auxiliaries", "boundaries")


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a phrase: `object` verbs change what they act on, `subject` verbs who acts, `inflicted` is the perfect of the former
    ("ha absuelto a X"); `accent`: only with a final ó;
    `being`: only after a verb of being; `alone`: only where no object follows; `brief`: only in a headline or summary on its own;
    `unchanging`: an infinitive whose words are the past of the verb, too ("set aside", "quit as")."""

    lifecycle: str
    stage: str
    form: Form
    mood: Mood = "finite"
    accent: bool = False
    being: bool = False
    alone: bool = False
    brief: bool = False
    unchanging: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and all it may mean, the likelier first; without cues it only looks like one that tells a stage. `tail`: one of these
    must follow within `REACH` tokens ("handed a six-year [sentence]"): a word, and the words behind it, "" where it stands alone."""

    words: tuple[str, ...]
    cues: tuple[Cue, ...]
    tail: dict[str, set[str]]
    acts: bool  # an object verb in the past or present is among its meanings
    inflicts: bool
    names: bool  # all its meanings are nouns and hold whatever stands around them


@dataclass(frozen=True, slots=True)
class Starts:
    """The phrases that start with a word, longest first: the word alone, and those with a second one, by it and the third ("" for none)."""

    alone: list[Phrase]
    bare: list[Phrase]  # those alone that need no tail
    waits: set[str]  # what the others wait for: the words of their tails, the comma that opens an aside before one
    followed: dict[str, dict[str, list[Phrase]]]

    def all(self) -> list[Phrase]:
        """All of them."""
        return self.alone + [phrase for by_third in self.followed.values() for phrases in by_third.values() for phrase in phrases]

    def begun(self, tokens: Sequence[Token], behind: int) -> list[Phrase]:
        """Those whose second word stands at token `behind`, and the others after it."""
        if behind >= len(tokens) or tokens[behind].norm not in self.followed:
            return []
        by_third = self.followed[tokens[behind].norm]
        known = by_third.get(norm_at(tokens, behind + 1), []) + by_third.get("", [])
        if known and len(known[0].words) > 3:  # the longest come first
            return [phrase for phrase in known if follows(tokens, behind + 2, phrase.words[3:])]
        return known


@dataclass(frozen=True, slots=True, eq=False)
class Lifecycle:
    """What a lifecycle is about, in one language."""

    name: str
    stages: tuple[str, ...]  # in their usual order
    subjects: frozenset[str]  # types of named subjects
    things: dict[str, tuple[tuple[str, ...], ...]]  # common nouns, by first word, longest first
    ends: dict[str, tuple[tuple[str, ...], ...]]  # the same by last word
    heads: frozenset[str]  # those last words
    apart: dict[str, list[tuple[str, ...]]]  # what looks like one of them and is none, "hunger strike", by each of its words
    words: frozenset[str]  # all words of those nouns that stand alone
    chambers: frozenset[str]
    prefixes: dict[str, str]  # words beside a title -> stage


@dataclass(frozen=True, slots=True)
class Cues:
    """All lifecycles of a language, ready to be looked up."""

    index: dict[str, Starts]
    words: frozenset[str]  # the first words of all cues
    small: frozenset[str]  # those of them that stand everywhere and tell nothing by themselves
    large: frozenset[str]  # the others
    keys: dict[str, set[int]]  # the longest word of each phrase that starts with a small one, and is none -> how far behind it
    keyed: frozenset[str]  # all those
    lifecycles: dict[str, Lifecycle]


@cache
def cues(language: str) -> Cues:
    """The cues of a language of `lexicon.LANGUAGES`."""
    meanings: dict[tuple[tuple[str, ...], frozenset[str]], dict[Cue, None]] = {}
    found: dict[str, Lifecycle] = {}
    for file in lexicon.names("lifecycles"):
        data = lexicon.load(file)
        found[data["name"]] = _lifecycle(data, language)
        for stage, table in data[language].items():
            if isinstance(table, dict):
                for words, tail, cue in _expand(data["name"], stage, table, language):
                    meanings.setdefault((words, tail), {})[cue] = None
        for phrase in data[language].get("idle", ()):
            for form in genders(phrase):
                meanings.setdefault((tuple(form.replace("-", " - ").split()), frozenset()), {})
    index: dict[str, Starts] = {}
    for (words, tail), options in sorted(
        meanings.items(), key=lambda item: (-len(item[0][0]), not item[0][1], _widest(item[0][1]), item[0][0], sorted(item[0][1]))
    ):
        acts = any(cue.form == "object" and cue.mood == "finite" for cue in options)
        inflicts = any(cue.form == "inflicted" for cue in options)
        names = all(cue.form in _NAMES and not (cue.being or cue.alone) for cue in options)
        by_first = _by_first(tail)
        told = [replace(cue, unchanging=True) if _unchanging(words, cue, options) else cue for cue in sorted(options, key=_rank)]
        phrase = Phrase(words, tuple(told), by_first, acts, inflicts, names)
        starts = index.setdefault(words[0], Starts([], [], set(), {}))
        if len(words) > 1:
            starts.followed.setdefault(words[1], {}).setdefault("".join(words[2:3]), []).append(phrase)
            continue
        starts.alone.append(phrase)
        if tail:
            starts.waits.update(by_first, (",",))
        else:
            starts.bare.append(phrase)
    small, keys = _small(index, language)
    return Cues(index, frozenset(index), small, frozenset(index) - small, keys, frozenset(keys), found)


def _widest(tail: frozenset[str]) -> int:
    """Tails of two words come first: "imposed ... pre-trial detention" before "imposed ... detention"."""
    return -max((phrase.count(" ") for phrase in tail), default=0)


def _small(index: Mapping[str, Starts], language: str) -> tuple[frozenset[str], dict[str, set[int]]]:
    """The words of grammar that begin cues and are none alone, and the words behind them to look for: in each phrase the longest, and no
    such word. Those but prepositions and determiners that begin a phrase of nothing else are left out."""
    grammar = lexicon.load(f"{language}/modality")
    always = frozenset((*grammar["prepositions"], *grammar["determiners"]))
    common = always.union(*(grammar[name] for name in _GRAMMAR))
    small: set[str] = set()
    keys: dict[str, set[int]] = {}
    for first in common.intersection(index):
        phrases = [phrase.words for phrase in index[first].all()]
        if index[first].alone or (first not in always and any(map(common.issuperset, phrases))):
            continue
        small.add(first)
        for words in phrases:
            back = max((word not in common, len(word), place) for place, word in enumerate(words[1:], 1))[2]  # the last: "in the icu"
            keys.setdefault(words[back], set()).add(back)
    return frozenset(small), keys


@cache
def things_only(language: str, name: str) -> Lifecycle:
    """A lifecycle where nobody is at a stage by name."""
    return replace(cues(language).lifecycles[name], subjects=frozenset())


@cache
def bodies(language: str, name: str) -> Lifecycle:
    """A lifecycle where no place acts."""
    whole = cues(language).lifecycles[name]
    return replace(whole, subjects=whole.subjects - {"place"})


def _rank(cue: Cue) -> int:
    return _ORDER.index(cue.form)


def _unchanging(words: Sequence[str], cue: Cue, options: Iterable[Cue]) -> bool:
    apart = cue.mood == "infinitive" and (cue.form == "object" or len(words) > 1)
    return apart and any(other.form == cue.form and other.stage == cue.stage and other.mood == "finite" for other in options)


def _by_first(tail: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for words in tail:
        first, _, second = words.partition(" ")
        found.setdefault(first, set()).add(second)
    return found


def _lifecycle(data: dict[str, Any], language: str) -> Lifecycle:
    table = data[language]
    things: dict[str, list[tuple[str, ...]]] = {}
    for noun in table["things"]:
        words = tuple(noun.replace("-", " - ").split())
        things.setdefault(words[0], []).append(words)
        if language == "en" and not words[-1].endswith("s"):
            plural = (*words[:-1], words[-1] + "s")
            things.setdefault(plural[0], []).append(plural)
    ends: dict[str, list[tuple[str, ...]]] = {}
    for nouns in things.values():
        for noun in sorted(nouns, key=len, reverse=True):
            ends.setdefault(noun[-1], []).append(noun)
    apart: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table.get("apart", ()):
        for word in phrase.split():
            apart.setdefault(word, []).append(tuple(phrase.split()))
    prefixes = {
        word: stage
        for stage, part in table.items()
        if isinstance(part, dict)
        for entry in part.get("prefix", ())
        for word in genders(entry)
    }
    return Lifecycle(
        name=data["name"],
        stages=tuple(data["stages"]),
        subjects=frozenset(data["subjects"]),
        things={first: tuple(sorted(nouns, key=len, reverse=True)) for first, nouns in things.items()},
        ends={last: tuple(sorted(nouns, key=len, reverse=True)) for last, nouns in ends.items()},
        heads=frozenset(ends),
        words=frozenset(words[-1] for nouns in things.values() for words in nouns if len(words) == 1 or language == "en"),
        apart=apart,
        chambers=frozenset(table.get("chambers", ())),
        prefixes=prefixes,
    )


def _expand(lifecycle: str, stage: str, table: dict[str, list[str]], language: str) -> list[tuple[tuple[str, ...], frozenset[str], Cue]]:
    result: list[tuple[tuple[str, ...], frozenset[str], Cue]] = []
    tail: frozenset[str] = frozenset()

    def add(text: str, form: Form, mood: Mood = "finite", *, accent: bool = False, brief: bool = False) -> None:
        bare = text.strip("=!")
        cue = Cue(lifecycle, stage, form, mood, accent, being=text.startswith("="), alone=text.endswith("!"), brief=brief)
        joined = [bare, bare + "l"] if language == "es" and bare.endswith((" a", " de")) else [bare]  # "veto a", "veto al"
        result.extend((tuple(word.replace("-", " - ").split()), tail, cue) for entry in joined for word in genders(entry))

    for kind in ("state", "noun", "nominal", "attribute"):
        for whole in table.get(kind, ()):
            entry, tail = _tail(whole, language)
            add(entry, kind)
    verbs = english if language == "en" else spanish
    for whole in table.get("passive", ()):
        entry, tail = _tail(whole, language)
        for text, form, mood, accent in verbs(entry, "object"):
            add(text, form, mood, accent=accent)
        if language == "en":
            add("=" + progressive(entry), "object")  # "are investigating X"
    for kind in ("active", "headline"):
        for whole in table.get(kind, ()):
            entry, tail = _tail(whole, language)
            for text, form, mood, accent in verbs(entry.rstrip("!"), "subject"):
                add(text + "!" * entry.endswith("!"), form, mood, accent=accent, brief=kind == "headline")
    return result


def _tail(entry: str, language: str) -> tuple[str, frozenset[str]]:
    """An entry without its tail, and the words of the tail: "hand ... sentence/term"; "<office>" stands for all offices."""
    words, _, tail = entry.partition(_GAP)
    found = [option for part in tail.split("/") if part for option in genders(part)]
    if "<office>" in found:
        found += [" ".join(words) for phrase in role_words(language).offices for words in (phrase[:1], phrase) if len(words) < _TAIL]
    return words, frozenset(found)
