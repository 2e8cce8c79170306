"""A word -> its form: all that its letters and the word lists tell of its tag, worked out once a word and kept.

What stands around the word decides the rest (`english`, `spanish`); most words leave nothing to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from watcher import lexicon
from watcher.extract import verbforms
from watcher.extract.about.grammar import TOLD_APART, Grammar, grammar

_MOST = 20_000  # words of a language that are kept
INFINITIVES = ("ar", "er", "ir", *(f"{vowel}r{end}" for vowel in "aei" for end in ("se", "le", "les", "lo", "la", "los", "las")))
_SHORT = ("ser", "ver", "dar")  # infinitives: "podría ser de 5 puntos"
_PARTICIPLES = ("ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas", "ído", "ída")
_STRESSED = frozenset("áéíóú")
_POINTING = ("esta", "estan", "este")  # without an accent: no verb
_PERSONS = ("a", "e", "an", "en", "amos", "emos", "imos")


@dataclass(frozen=True, slots=True)
class Form:
    """What a word tells by itself; `tag` is "" where its neighbours have a say."""

    norm: str
    lower: str  # as written, in lower case
    tag: str = ""
    closed: str = ""  # its tag in the closed classes, "" for other words
    capital: bool = False
    noun: bool = False
    unlisted: bool = False  # its folded form is in no list of nouns
    plain: bool = False
    mixed: bool = False
    past: bool = False
    present: bool = False
    base: bool = False
    participle: bool = False  # in Spanish by its ending too
    verbal: bool = False  # en: a verb, where an auxiliary or "to" stands before it
    finite: bool = False  # es: by its ending
    moving: bool = False  # es: a finite form of a verb of change: "pase", "ubique"
    locution: bool = False  # es: the noun or adverb of a preposition of several words: "dentro de"
    charged: bool = False  # es: a participle that is a noun for a person too: "acusado"
    adverb: bool = False
    ed: bool = False
    ing: bool = False  # however short
    third: bool = False  # ends in -s
    personal: bool = False  # ends as the present of a Spanish verb
    gerund: bool = False
    infinitive: bool = False
    determiner: bool = False
    upto: bool = False  # "up to", before an amount
    only: bool = False  # no list and no ending tells it from nouns and adjectives


NOTHING = Form("", "")  # behind the last word


class Forms(dict[str, Form]):
    """A word as written -> its form in one language; forgotten when there are too many. `small`: its capitals mean nothing."""

    def __init__(self, language: str, small: bool) -> None:
        self.language, self.rules, self.small = language, grammar(language), small
        self.make = _english if language == "en" else _spanish

    def __missing__(self, text: str) -> Form:
        if len(self) >= _MOST:
            self.clear()
        form = self[text] = self.make(text.lower() if self.small else text, lexicon.fold(text), self.rules)
        return form


@cache
def forms(language: str, small: bool = False) -> Forms:
    """The forms of the words of `language`; `small` for headlines in capitals."""
    return Forms(language, small)


def _english(text: str, norm: str, rules: Grammar) -> Form:
    ed, ing = norm.endswith("ed") and len(norm) > 4, norm.endswith("ing")
    noun, third = norm in rules.nouns, norm.endswith("s") and len(norm) > 3
    adverb = norm.endswith("ly") and len(norm) > 4 and norm not in rules.adjectives
    lists = {name: norm in getattr(rules, name) for name in ("plain", "mixed", "past", "present", "base", "participle")}
    verbal = lists["base"] or lists["past"] or lists["participle"] or norm.endswith(("ed", "en", "ing"))
    return Form(
        norm,
        text.lower(),
        "w" if text in ("May", "US") else rules.plainly.get(norm, ""),
        rules.closed.get(norm, ""),
        text[0].isupper(),
        noun,
        verbal=verbal and not noun,
        adverb=adverb,
        ed=ed,
        ing=ing,
        gerund=ing and len(norm) > 4,
        third=third,
        determiner=rules.plainly.get(norm) == "d",
        upto=norm in rules.upto,
        only=not (norm in rules.closed or norm in TOLD_APART["en"] or noun or adverb or verbal or third or any(lists.values())),
        **lists,
    )


def _spanish(text: str, norm: str, rules: Grammar) -> Form:
    word = text.lower()
    infinitive = word in _SHORT if len(word) < 4 else word.endswith(INFINITIVES)
    ending = len(word) > 4 and word.endswith(_PARTICIPLES)
    participle = word in rules.participle or (ending and _STRESSED.isdisjoint(word[:-4]))  # but "pérdidas"
    gerund = len(word) > 4 and word.endswith(("ando", "iendo", "yendo"))
    personal = len(word) > 3 and word.endswith(_PERSONS)
    noun, plain, mixed, finite = word in rules.nouns, word in rules.plain, word in rules.mixed, _finite(word, rules)
    verbal = (plain, mixed, finite, participle, personal, gerund, infinitive)
    return Form(
        norm,
        word,
        _spanish_tag(word, norm, rules),
        rules.closed.get(norm, ""),
        text[0].isupper(),
        noun,
        norm not in rules.nouns,
        plain,
        mixed,
        finite=finite,
        moving=word in rules.change and not (participle or gerund or infinitive or noun),
        locution=norm in rules.locutions,
        charged=participle and norm in rules.persons,
        participle=participle,
        personal=personal,
        gerund=gerund,
        infinitive=infinitive,
        determiner=rules.plainly.get(norm) == "d",
        upto=norm in rules.upto,
        only=not (norm in rules.closed or norm in TOLD_APART["es"] or norm in rules.locutions or noun or any(verbal)),
    )


def _spanish_tag(word: str, norm: str, rules: Grammar) -> str:
    """The tag of a word that accents or its ending tell, or that is of one class only."""
    if norm in rules.plainly:
        return rules.plainly[norm]
    if word == "él":
        return "q"
    if word == norm and norm in _POINTING:
        return "d"
    if word in ("sí", "té", "dé") or (word.endswith("mente") and len(word) > 6):
        return "a"
    return "x" if word in ("está", "están") else ""


def _finite(word: str, rules: Grammar) -> bool:
    """Whether a Spanish word has the form of a finite verb; accents tell most of it."""
    plain = lexicon.fold(word)
    if plain in rules.past or plain in rules.present or word in rules.present:
        return True
    if word in rules.nouns or len(word) < 4:
        return word.endswith("ó") and len(word) > 2
    return word.endswith(verbforms.ENDINGS)
