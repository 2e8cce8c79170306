"""How a statement is meant: asserted, denied, planned, conditional or alleged. In: a reading and the tokens of its verb; out: a `Modality`.

What counts stands before them in the same clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from watcher import lexicon
from watcher.extract.neighbours import among
from watcher.extract.reading import Reading
from watcher.model import Modality

_IF = frozenset(("if", "unless", "whether", "si"))
_DENIED = 25  # tokens from a denial to what it denies
_SEEMS = frozenset(("appears", "appeared", "seems", "seemed", "appear", "seem"))  # "appears to be holding"
_BETWEEN = ("been", "sido", "ever", "longer")  # what may stand between a negation and what it takes away
_REACH = 7  # tokens before the words that may change how they are meant


@dataclass(frozen=True, slots=True, eq=False)
class ModalWords:
    """The small words of a language; see its `modality.toml`."""

    negations: frozenset[str]
    denials: frozenset[str]
    denying: frozenset[str]  # these and the "out" of "ruled out"
    turning: frozenset[str]  # all that may change how words behind them are meant
    within: frozenset[str]  # all that may change it within a verb group
    planned: frozenset[str]
    conditional: frozenset[str]
    alleged: frozenset[str]
    auxiliaries: frozenset[str]
    being: frozenset[str]
    having: frozenset[str]
    boundaries: frozenset[str]
    sayings: frozenset[str]
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    wished: frozenset[str]
    almost: frozenset[str]
    hearsay: frozenset[str]
    actors: frozenset[str]
    edges: frozenset[str]
    achieved: frozenset[str]
    obliged: frozenset[str]
    besides: frozenset[str]
    before_counts: frozenset[str]


@cache
def modal_words(language: str) -> ModalWords:
    """The words of a language of `lexicon.LANGUAGES`."""
    data = lexicon.load(f"{language}/modality")
    denying = [*data["denials"], "out"]
    turning = [*denying, *data["negations"], *data["almost"], *data["alleged"], *_IF]
    within = [*turning, *data["conditional"], *data["planned"], "to", "ser", "yet"]
    data = {**data, "denying": denying, "turning": turning, "within": within}
    return ModalWords(**{name: frozenset(data[name]) for name in ModalWords.__dataclass_fields__})


def modality(reading: Reading, first: int, group: int | None = None) -> Modality:
    """How the words that start at token `first` are meant; `group` is where their verb group starts ("has not been" before "charged")."""
    words = modal_words(reading.language)
    tokens = reading.tokens
    sentence = reading.sentences[reading.sentence_of[first]]
    start = first if group is None else group
    if start == first and not reading.holds(words.turning, max(sentence.first, start - _DENIED), start):
        return "asserted"
    before = [token.norm for token in tokens[max(sentence.first, start - _REACH) : start]]
    last = before[-1] if before else ""
    if (
        last in words.almost
        or (not words.negations.isdisjoint(before[-3:]) and _negates(before, words))
        or _denied(reading, sentence.first, start, words)
    ):
        return "denied"
    inside = [token.norm for token in tokens[start:first]]
    grouped = _grouped(inside, last, words) if inside else "asserted"
    if grouped in ("denied", "conditional"):
        return grouped
    if not _IF.isdisjoint(before) and _opens_condition(before):
        return "conditional"
    if last in words.alleged and last not in words.conditional:
        return "alleged"
    return grouped


def _grouped(inside: list[str], last: str, words: ModalWords) -> Modality:
    """How the words `inside` a verb group mean the verb; `last` is the one before them."""
    if words.within.isdisjoint(inside):
        return "asserted"
    if not words.negations.isdisjoint(inside) or not words.almost.isdisjoint(inside) or "yet to" in " ".join(inside):
        return "denied"
    if not words.conditional.isdisjoint(inside) or (last == "de" and inside[0] == "ser"):
        return "conditional"
    if not words.alleged.isdisjoint(inside):
        return "alleged"
    if not words.planned.isdisjoint([word for word in inside if word != "to"]) or _planned(inside, words):
        return "planned"
    if inside[0] == "ser" and (last in words.planned or last in words.wished):
        return "planned"  # "espera ser elegida"
    return "asserted"


def _planned(inside: list[str], words: ModalWords) -> bool:
    """ "is to", "to be arrested": an infinitive with nothing done yet."""
    return "to" in inside and words.having.isdisjoint(inside) and _SEEMS.isdisjoint(inside)


def _negates(before: list[str], words: ModalWords) -> bool:
    """A negation that reaches the words: directly before them, or before their article ("is not a suspect")."""
    for word in reversed(before[-3:]):
        if word in words.negations:
            return True
        if not among(word, words.determiners, words.being, words.having, _BETWEEN):
            return False
    return False


def _opens_condition(before: list[str]) -> bool:
    """ "if convicted", "si es elegido", "if no deal is signed"."""
    clause = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return not _IF.isdisjoint(clause)


def _denied(reading: Reading, first: int, start: int, words: ModalWords) -> bool:
    """ "denied that", "negó que", "it is untrue that": somebody denies what follows in the sentence."""
    tokens, far = reading.tokens, max(first, start - _DENIED)
    if not reading.holds(words.denying, far, start):
        return False
    for at in range(start - 1, far - 1, -1):
        norm = tokens[at].norm
        if norm in (";", "but", "pero", "sino", "and", "y"):
            return False
        if norm in words.denials or (norm == "out" and tokens[at - 1].norm in ("rule", "rules", "ruled", "ruling")):
            between = [token.norm for token in tokens[at + 1 : start]]
            if between[-1:] == [","] and "," not in between[:-1]:
                return False  # "denied that Ann Lee, charged in May, had fled"
            if all(word in words.hearsay or word in words.determiners or word in words.prepositions for word in between):
                return True
            if reading.language == "es" and any(word.endswith(("ar", "er", "ir")) for word in between[:4]):
                return True  # "descartaron este lunes estar negociando"
            return any(
                tokens[i].norm in ("that", "que", "having", "being", "haber", "cierto", "reports", "rumours", "rumores", "versiones")
                for i in range(at, min(start + 1, at + 4))
            )
    return False
