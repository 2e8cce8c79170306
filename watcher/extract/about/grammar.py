"""The clause words of one language, from the lexicon, ready for look-up: closed classes, verb lists, small sets."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from watcher import lexicon
from watcher.extract import conjugation, verbforms
from watcher.extract.namewords import name_words, role_words

_CLASSES = {
    "determiner": "d", "preposition": "p", "pronoun": "q", "object": "o", "relative": "r", "subordinator": "s", "coordinator": "c",
    "auxiliary": "x", "modal": "m", "adverb": "a",
}  # fmt: skip


TOLD_APART = {  # words of the closed classes whose tag depends on more than the word
    "en": frozenset(("'s", "that", "up", "down", "may", "us")),
    "es": frozenset(("'s", "que", "el", "si", "te", "de", "esta", "estan", "este", "lo", "la", "los", "las", "bajo")),
}


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The clause words of one language, ready for look-up; sets hold words as written in lower case."""

    language: str
    closed: dict[str, str]
    plainly: dict[str, str]  # those of them whose tag nothing else decides
    past: frozenset[str]
    participle: frozenset[str]
    present: frozenset[str]
    base: frozenset[str]
    nouns: frozenset[str]
    plain: frozenset[str]
    mixed: frozenset[str]
    light: frozenset[str]
    change: frozenset[str]
    saying: frozenset[str]
    hedges: frozenset[str]
    of: frozenset[str]
    who: frozenset[str]
    towards: frozenset[str]
    places: frozenset[str]
    links: frozenset[str]
    shares: frozenset[str]
    beaten: frozenset[str]
    winning: frozenset[str]
    comparing: frozenset[str]
    persons: frozenset[str]
    plurals: frozenset[str]  # nouns that no ending tells to be plurals
    articles: frozenset[str]  # that call something by a kind: "an 11-km tunnel"
    pieces: frozenset[str]  # a price is told for each of these
    holdings: frozenset[str]
    existing: frozenset[str]
    whom: frozenset[str]
    aged: frozenset[str]  # between a group and its age: "children under 13"
    definite: frozenset[str]
    possessive: frozenset[str]
    personal: frozenset[str]
    kin: frozenset[str]
    territory: frozenset[str]
    bodies: frozenset[str]
    crews: frozenset[str]
    bonds: frozenset[str]
    distances: frozenset[str]
    settings: frozenset[str]  # en: of them is what opens a sentence and tells where, or against when
    situated: frozenset[str]  # en: what is done at a distance, and not over it
    upto: frozenset[str]
    unnamed: frozenset[str]
    topical: frozenset[str]  # phrases that open a sentence with what it is about
    accusations: frozenset[str]  # before a crime that is no toll
    stakes: frozenset[str]  # pieces of a company
    offices: frozenset[str]  # words of bodies that count and tell, and sell nothing
    outputs: frozenset[str]  # what is produced or used, in whatever unit
    superlatives: frozenset[str]
    recalling: frozenset[str]  # nouns that stand for a measure told before
    terms: frozenset[str]  # periods that accounts are given for
    moments: frozenset[str]
    switch: frozenset[str]
    approximate: frozenset[str]
    conjoined: frozenset[str]
    conjunctions: frozenset[str]  # es: before "que": "al tiempo que"
    locutions: frozenset[str]  # es: before "de" or "a" part of a preposition: "dentro de", "a falta de"
    adjectives: frozenset[str]
    raising: frozenset[str]
    seeing: frozenset[str]
    calling: frozenset[str]
    ranging: frozenset[str]
    estimating: frozenset[str]  # they put their object at an amount
    punishing: frozenset[str]  # what falls on their object
    passing: frozenset[str]  # the same, where what is given is a sentence
    by: frozenset[str]
    beside: frozenset[str]
    standing: frozenset[str]
    giving: frozenset[str]
    granting: frozenset[str]  # what is given is said of whom it is given to
    which: frozenset[str]
    trailing: frozenset[str]  # behind an amount by which one is behind another
    numbering: frozenset[str]  # before a group that is told by how many it is of
    waters: frozenset[str]
    levels: frozenset[str]
    nominals: frozenset[str]
    generic: frozenset[str]
    blaming: frozenset[str]
    over: frozenset[str]
    public: frozenset[str]
    texts: frozenset[str]
    rates: frozenset[str]
    demonyms: frozenset[str]
    feminine: frozenset[str]
    particles: frozenset[str]
    moves: frozenset[str]
    pointing: frozenset[str]
    apart: frozenset[str]
    toll: frozenset[str]
    crowd: frozenset[str]
    bunches: frozenset[str]  # "a group of 40 people": the people are meant
    proxies: frozenset[str]
    margins: frozenset[str]
    seats: frozenset[str]
    chambers: frozenset[str]
    tallies: frozenset[str]
    tallied: frozenset[str]  # behind them, what is done with them
    averages: frozenset[str]
    reckoned: frozenset[str]  # "an average of": no measure by itself
    nations: frozenset[str]
    allotting: frozenset[str]  # "17 corresponden a Oslo"
    happening: frozenset[str]
    resulting: frozenset[str]  # behind them stands the state the counted came to
    ravaging: frozenset[str]  # what fires, storms and quakes do
    studies: frozenset[str]
    wholes: frozenset[str]
    acting: frozenset[str]
    lying: frozenset[str]
    respectively: frozenset[str]
    among: frozenset[str]
    esteem: frozenset[str]  # what is felt for somebody, and is said of him
    esteemed: frozenset[str]  # what leads to him behind it
    altering: frozenset[str]
    reckoning: frozenset[str]  # es: with an object told before: "lo cifra en 400"
    spans: frozenset[str]  # es: words for lengths of time
    matched: frozenset[str]
    followed: frozenset[str]  # "followed by X with 36%"
    followed_by: frozenset[str]
    followed_with: frozenset[str]
    indices: frozenset[str]  # a name that ends so measures something
    electoral: frozenset[str]  # a text that holds one may tell of a vote
    trading: frozenset[str]  # what one who wins votes does, and a company on the stock exchange
    stocks: frozenset[str]  # a body has them, wherever they are traded
    leading: frozenset[str]  # by so many points
    opposing: frozenset[str]  # "against 8% for X"
    opposed_of: frozenset[str]
    reckoners: frozenset[str]
    foreseeing: frozenset[str]  # es: what somebody does who foresees or reckons a figure told before
    arriving: frozenset[str]  # es: verbs whose subject stands behind them: "llegaron 300 personas"
    awarding: frozenset[str]  # es: verbs that give somebody an amount: "le otorga un 41 %"
    sheets: frozenset[str]  # what tells how a poll was taken
    housed: frozenset[str]  # es: what bodies and buildings have or take in: "camas", "alumnos"
    having: frozenset[str]
    sizes: frozenset[str]  # es: nouns for a size or an amount: "una distancia de 30 km"
    lifeless: frozenset[str]  # es: what things do, and no one who acts: "cuesta 14 euros", "tarda dos horas"
    human: frozenset[str]  # es: what is said of persons only: "llevaba 31 meses preso"
    imposed: frozenset[str]  # es: what somebody is made to pay or do
    foremost: frozenset[str]
    observing: frozenset[str]
    holding: frozenset[str]
    lasting: frozenset[str]
    dimensions: frozenset[str]
    worth: frozenset[str]
    actors: frozenset[str]
    done: tuple[str, ...]
    age: str
    rank: str
    share: str
    asked: str  # those whom a poll asked
    survey: str


@cache
def grammar(language: str) -> Grammar:
    """The clause words of `language`."""
    raw = lexicon.load(f"{language}/clauses")
    verbs = raw["verbs"]
    closed = {word: tag for name, tag in _CLASSES.items() for word in raw["closed"][name]}
    apart = TOLD_APART[language] | set(verbs["nouns"])
    plainly = {word: tag for word, tag in closed.items() if word not in apart and not word.endswith("mente")}
    names = [part.name for part in fields(Grammar)]
    lists = {name: frozenset(verbs[name]) for name in names if isinstance(verbs.get(name), list) and name != "done"}
    for name, entries in raw.get("conjugated", {}).items():
        lists[name] |= {form for entry in entries for form in conjugation.forms(entry)}
    plain, mixed = verbforms.plain(language)
    roles = role_words(language)
    return Grammar(
        language,
        closed,
        plainly,
        **lists,
        plain=plain,
        actors=roles.groups | roles.persons | lists["generic"] | lists["chambers"],
        persons=roles.persons,
        mixed=mixed,
        demonyms=name_words(language).demonyms,
        towards=frozenset(verbs["for"]),
        done=tuple(verbs["done"]),
        age=verbs["age"],
        rank=verbs["rank"],
        share=verbs["share"],
        asked=verbs["asked"],
        survey=verbs["survey"],
    )
