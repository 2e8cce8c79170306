"""Looking around in tokens: what stands at a place, whether a phrase follows, whether two tokens touch; word lists of the lexicon."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cache

from watcher import lexicon
from watcher.extract.reading import Token


@cache
def cues(language: str, topic: str, name: str) -> frozenset[str]:
    """The word list `name` of the lexicon file `topic`, for instance `cues("en", "ages", "before")`."""
    return frozenset(lexicon.load(f"{language}/{topic}")[name])


@cache
def word_lists(language: str, topic: str) -> dict[str, frozenset[str]]:
    """All word lists of a lexicon file that holds nothing else."""
    return {name: frozenset(entries) for name, entries in lexicon.load(f"{language}/{topic}").items()}


def norm_at(tokens: Sequence[Token], at: int) -> str:
    """The folded token at `at`, "" outside the section."""
    if at < 0:
        return ""
    try:
        return tokens[at].norm
    except IndexError:
        return ""


def among(word: str, *sets: Container[str]) -> bool:
    """True where one of `sets` holds the word: what `word in a | b` says, without building the union each time."""
    for words in sets:  # noqa: SIM110  asked word by word, where a generator costs twice as much
        if word in words:
            return True
    return False


def follows(tokens: Sequence[Token], at: int, phrase: Sequence[str]) -> bool:
    """True where the folded tokens from `at` on are `phrase`."""
    if at < 0:
        return False
    try:
        for word in phrase:
            if tokens[at].norm != word:
                return False
            at += 1
    except IndexError:
        return False
    return True


def by_longest(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Phrases by their longest word, which is met seldom and so is what to look for, each with that word's place in it."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for phrase in phrases:
        longest = max(phrase, key=len)
        found.setdefault(longest, []).append((phrase.index(longest), phrase))
    return found


def glued(tokens: Sequence[Token], at: int) -> bool:
    """True where token `at` touches the token before it."""
    return 0 < at < len(tokens) and tokens[at].gap == 0


def width(tokens: Sequence[Token], first: int, last: int) -> int:
    """The code points from the start of token `first` to the end of the one before `last`."""
    return sum(len(token.text) + token.gap for token in tokens[first:last]) - tokens[first].gap


def hyphened(tokens: Sequence[Token], at: int) -> bool:
    """True where token `at` is the hyphen of a compound: "a three-time champion"."""
    return norm_at(tokens, at) == "-" and glued(tokens, at) and glued(tokens, at + 1)
