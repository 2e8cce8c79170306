"""What single words tell of a stage, asked of tokens: the words that open a headline, the verbs that tell, who undergoes.

In: a language, or tokens and a place among them; out: sets of words, or True and False.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from watcher.extract.cueforms import Mood
from watcher.extract.lifecycles import REACH, Lifecycle, Phrase, cues
from watcher.extract.neighbours import follows
from watcher.extract.reading import Token


def _phrases(language: str) -> Iterator[Phrase]:
    for starts in cues(language).index.values():
        yield from starts.all()


@cache
def opening_words(language: str) -> frozenset[str]:
    """Single words that tell a stage and may open a sentence before a name: verbs in Spanish, participles in English."""
    forms = ("object", "subject", "participle", "state") if language == "es" else ("participle", "state")
    return frozenset(
        phrase.words[0]
        for phrase in _phrases(language)
        if len(phrase.words[0]) > 3
        and (language == "es" or len(phrase.words) == 1)
        and any(cue.form in forms and cue.mood != "infinitive" for cue in phrase.cues)
    )


@cache
def naming(language: str) -> frozenset[str]:
    """Nouns for a change that may open a headline before whom it is of: "Muerte de Ana Ruiz"."""
    nouns = (phrase for phrase in _phrases(language) if any(cue.form == "nominal" for cue in phrase.cues))
    return frozenset(phrase.words[0] for phrase in nouns if len(phrase.words) == 1 or phrase.words[1:] in (("de",), ("of",)))


@cache
def telling(language: str, mood: Mood = "finite") -> frozenset[str]:
    """Single words that are verbs of a mood and tell a stage; English tells in the infinitive what several do."""
    verbs = (phrase for phrase in _phrases(language) if len(phrase.words) == 1)
    told = (phrase for phrase in verbs if any(cue.form in ("object", "subject") and cue.mood == mood for cue in phrase.cues))
    return frozenset(phrase.words[0] for phrase in told)


@cache
def _undergone(language: str) -> frozenset[str]:
    """The participles that tell a stage of persons and of nothing else."""
    found = cues(language)
    meant = {word: [cue for phrase in starts.alone for cue in phrase.cues] for word, starts in found.index.items()}
    return frozenset(
        word
        for word, told in meant.items()
        if any(cue.form == "participle" and cue.lifecycle in ("condition", "justice") for cue in told)
        and not any(found.lifecycles[cue.lifecycle].things for cue in told)
    )


def undergoes(tokens: Sequence[Token], at: int, language: str) -> bool:
    """True where a participle or state of persons alone stands at a token: "hospitalised", "detenido"."""
    return tokens[at].norm in _undergone(language)


def told(tokens: Sequence[Token], at: int, language: str, lifecycle: str = "") -> bool:
    """True where a finite verb that tells a person's stage (of one lifecycle, or of any) stands at a token, alone or with the words
    behind it: "takes office"."""
    found = cues(language)
    starts = found.index.get(tokens[at].norm)
    if starts is None:
        return False
    behind = starts.begun(tokens, at + 1)
    return any(
        cue.form in ("object", "subject")
        and cue.mood == "finite"
        and "person" in found.lifecycles[cue.lifecycle].subjects
        and lifecycle in ("", cue.lifecycle)
        for phrase in (*behind, *starts.alone)
        if _completed(tokens, at, phrase)
        for cue in phrase.cues
    )


def _completed(tokens: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether a word that a phrase waits for follows: "vuelve ... a la presidencia", not "vuelve a ganar dinero"."""
    end = at + len(phrase.words)
    return not phrase.tail or any(token.norm in phrase.tail for token in tokens[end : end + REACH + 1])


def set_apart(tokens: Sequence[Token], at: int, lifecycle: Lifecycle) -> bool:
    """True for part of a phrase that only looks like one of the lifecycle's nouns: "hunger strike"."""
    norm = tokens[at].norm
    if norm == "march" and tokens[at].capital and at + 1 < len(tokens) and tokens[at + 1].kind == "n":
        return True  # "WISE, Va., March 2": a month, no demonstration
    return norm in lifecycle.apart and any(follows(tokens, at - phrase.index(norm), phrase) for phrase in lifecycle.apart[norm])


def office_told(tokens: Sequence[Token], at: int, language: str) -> bool:
    """True where a verb or participle that tells a stage of an office but its being held stands at a token: "destituyó", "quit"."""
    starts = cues(language).index.get(tokens[at].norm)
    if starts is None:
        return False
    behind = starts.begun(tokens, at + 1)
    forms = ("object", "subject", "participle", "perfect")
    return any(
        cue.form in forms and cue.lifecycle == "office" and cue.stage not in ("incumbent", "acting")
        for phrase in (*behind, *starts.alone)
        for cue in phrase.cues
    )
