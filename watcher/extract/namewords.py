"""The lexicon's words for names and roles of one language, as sets that rules look tokens up in. In: a language; out: frozen sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from watcher import lexicon

Phrase = tuple[str, ...]
_ONWARD = frozenset(["'s", "’s", "of", "and", "y", "e", "the"])


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """What tells names from other words; every word folded."""

    language: str
    particles: frozenset[str]
    particle_starts: frozenset[str]
    place_prepositions: frozenset[str]
    weak_prepositions: frozenset[str]
    owned: frozenset[str]
    sayings: frozenset[str]
    kin: frozenset[str]
    numbered: frozenset[str]
    of_heads: frozenset[str]
    directions: frozenset[str]
    ballots: frozenset[str]
    departing: frozenset[str]
    ambiguous_heads: frozenset[str]
    partisans: frozenset[str]
    portfolio_bodies: frozenset[str]
    joined_heads: frozenset[str]
    joined_tails: frozenset[str]
    lone_tails: frozenset[str]
    linking: frozenset[str]
    linking_verbs: frozenset[str]
    linking_articles: frozenset[str]
    inner_articles: frozenset[str]
    field_links: frozenset[str]
    field_endings: tuple[str, ...]
    fields: frozenset[str]
    joints: frozenset[str]
    onward: frozenset[str]  # all small words behind which a name may go on
    accented: frozenset[str]  # bodies that but for an accent would be persons
    following: frozenset[str]
    plural_following: frozenset[str]
    she: frozenset[str]
    he: frozenset[str]
    gendered: frozenset[str]  # both
    it: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    female_endings: tuple[str, ...]
    male_endings: tuple[str, ...]
    organizations: frozenset[str]
    places: frozenset[str]
    things: frozenset[str]
    sites: frozenset[str]  # squares and houses that bear somebody's name: "la plaza Luis de Fuentes"
    nicknaming: frozenset[str]  # between somebody and what others call them
    honorifics: dict[str, str]
    months: frozenset[str]
    days: frozenset[str]
    name_months: frozenset[str]
    given_months: frozenset[str]
    dating: frozenset[str]
    never: frozenset[str]
    function: frozenset[str]
    common: frozenset[str]
    calendar: frozenset[str]  # months and days
    common_endings: tuple[str, ...]
    accented_endings: tuple[str, ...]
    opening_endings: tuple[str, ...]  # of adverbs that stand before a name
    demonyms: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    given: frozenset[str]  # names of both
    plainly_given: frozenset[str]  # those that are no common word and no place
    family_endings: tuple[str, ...]
    place_starts: frozenset[str]
    letters: frozenset[Phrase]  # states known by their letters
    families: frozenset[str]
    towns: frozenset[str]
    bodies: frozenset[str]
    inside: frozenset[str]  # words that stand in the names of bodies, behind the first
    ships: frozenset[str]
    short: frozenset[str]
    between: frozenset[str]  # words between who does and the verb: "se", "also"
    christened: frozenset[str]  # what goes by a name of its own: ships, storms
    compass: frozenset[str]
    hyphened: frozenset[str]  # small words inside the names of towns: "Carrick-on-Suir"
    syllables: frozenset[str]  # the second half of a Korean given name
    body_endings: tuple[str, ...]  # of the word that heads a body's name: "Brightline Batteries", "Zapatos Rojas"
    possessive: frozenset[str]  # "King's College", "Sainsbury's"
    pairs: frozenset[Phrase]  # "Tyne and Wear"
    governing: frozenset[str]  # "Gobierno", behind which "de" leads to whose it is
    divisions: dict[str, tuple[Phrase, ...]]  # first word -> divisions of consumption, which price indices are told by
    post_nominals: frozenset[str]  # letters behind a name: "Ann Lee MP"
    to_heads: frozenset[str]  # of names that go on with "a": "Índice de Precios al Consumidor"

    def knows(self, norm: str) -> bool:
        """Whether news takes a word alone as a known name."""
        return norm in self.families or norm in self.towns or norm in self.bodies


@dataclass(frozen=True, slots=True, eq=False)
class RoleWords:
    """Nouns for people and bodies. `phrases` maps a first word to the role phrases that start with it, longest first."""

    offices: frozenset[Phrase]
    abbreviations: frozenset[str]
    written_out: dict[str, str]  # abbreviation -> the office in full
    loose: frozenset[str]
    private: frozenset[str]
    posts: frozenset[Phrase]
    people: frozenset[Phrase]
    people_alone: frozenset[str]  # those of one word
    led: frozenset[str]  # whose leader holds an office
    parties: frozenset[str]  # those of them that are parties, by a word of their name
    affairs: frozenset[str]  # what makes a name that of an affair: "caso", "inquiry"
    parts: frozenset[str]  # parts in a story, which nobody named before is called by
    groups: frozenset[str]
    corporate: frozenset[str]
    firms: frozenset[str]  # what a text calls the company it tells of
    central: frozenset[str]
    self_named: frozenset[str]  # whose names hold the noun itself
    press: frozenset[str]  # papers and broadcasters, by their nouns and the words of their names
    portfolios: frozenset[str]
    persons: frozenset[str]  # single words that call somebody by trade, post or part
    places: frozenset[str]
    fillers: frozenset[str]
    phrases: dict[str, tuple[Phrase, ...]]
    heads: frozenset[str]  # last words of offices and posts
    stands_for: dict[str, tuple[str, ...]]  # another word for the holder of one of these: "mandatario" for "presidente"


@cache
def name_words(language: str) -> NameWords:
    """The name words of a language of `lexicon.LANGUAGES`."""
    data, shared, public = lexicon.load(f"{language}/names"), lexicon.load("names"), lexicon.load("known")
    words = data["words"]
    female, male = (frozenset([*data["genders"][gender], *shared[gender]]) for gender in ("f", "m"))
    known = [field.name for field in fields(NameWords)]
    lists = {name: table[name] for table in (shared, public, data, words) for name in known if isinstance(table.get(name), list)}
    sets: dict[str, Any] = {name: tuple(value) if name.endswith("_endings") else frozenset(value) for name, value in lists.items()}
    sets["pairs"] = frozenset(tuple(pair.split()) for pair in public["pairs"])
    sets["letters"] = frozenset(tuple(name.split()) for name in shared["letters"])
    divisions: dict[str, list[Phrase]] = {}
    for phrase in sorted(data["divisions"], key=len, reverse=True):
        divisions.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    sets["divisions"] = {first: tuple(phrases) for first, phrases in divisions.items()}
    return NameWords(
        language=language,
        **sets,
        gendered=sets["she"] | sets["he"],
        inside=frozenset(lexicon.load(f"{language}/cues")["inside"]["organization"]),
        organizations=frozenset(data["organization_words"]),
        places=frozenset(data["place_words"]),
        things=frozenset(data["thing_words"]),
        sites=frozenset(data["site_words"]),
        honorifics=dict(data["honorifics"]),
        calendar=frozenset([*words["months"], *words["days"]]),
        onward=sets["particles"] | sets["joints"] | _ONWARD,
        demonyms=frozenset(data["demonyms"]["adjectives"]),
        female=female,
        male=male,
        given=female | male,
        plainly_given=frozenset([*shared["f"], *shared["m"]]),
    )


def _phrases(written: list[str], portfolios: list[str]) -> Iterator[Phrase]:
    """Phrases as words; "<portfolio>" stands for each of them."""
    for phrase in written:
        for name in portfolios if "<portfolio>" in phrase else [""]:
            yield tuple(phrase.replace("<portfolio>", name).replace("-", " - ").split())


def _person(phrase: Phrase, language: str) -> str:
    """The word of a role that stands for somebody: "leader" of "leader of the opposition", "runner" of "runner up"."""
    if language == "es":
        return phrase[0]
    ends = phrase.index("of") if "of" in phrase else len(phrase) - (phrase[-1] == "up")
    return phrase[ends - 1]


@cache
def role_words(language: str) -> RoleWords:
    """The role words of a language of `lexicon.LANGUAGES`."""
    data = lexicon.load(f"{language}/roles")
    offices, posts, people = (frozenset(_phrases(data[key], data["portfolios"])) for key in ("offices", "posts", "people"))
    phrases: dict[str, list[Phrase]] = {}
    for phrase in offices | posts | people | {(word,) for word in data["abbreviations"]}:
        phrases.setdefault(phrase[0], []).append(phrase)
    return RoleWords(
        offices=offices,
        abbreviations=frozenset(data["abbreviations"]),
        written_out=data["written_out"],
        loose=frozenset(data["loose"]),
        private=frozenset(data["private"]),
        posts=posts,
        people=people,
        groups=frozenset(data["groups"]),
        corporate=frozenset(data["corporate"]),
        firms=frozenset(data["firms"]),
        central=frozenset(data["central"]),
        self_named=frozenset(data["self_named"]),
        press=frozenset(data["press"]),
        led=frozenset([*data["led"], *data.get("parties", ())]),
        parties=frozenset(data.get("parties", ())),
        affairs=frozenset(data["affairs"]),
        parts=frozenset(data["parts"]),
        people_alone=frozenset(phrase[0] for phrase in people if len(phrase) == 1),
        portfolios=frozenset(data["portfolios"]),
        persons=frozenset(_person(phrase, language) for phrase in people | offices | posts) - frozenset(data["ordinal"]),
        places=frozenset(data["places"]),
        fillers=frozenset(data["fillers"]),
        phrases={first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()},
        heads=frozenset(phrase[-1] for phrase in offices | posts),
        stands_for={word: tuple(roles) for word, roles in data["stands_for"].items()},
    )


@cache
def title_words(language: str) -> frozenset[str]:
    """All words of which one stands in each title: a run of capitals without any has none."""
    names, roles = name_words(language), role_words(language)
    return names.demonyms.union(names.honorifics, roles.phrases, roles.portfolios)


@cache
def territories(language: str) -> dict[Phrase, str]:
    """Folded names of countries, regions and well-known cities, as words -> a code that languages share."""
    data = lexicon.load("territories")
    return {
        tuple(name.split()): code for table in ("territories", "regions") for code, names in data[table].items() for name in names[language]
    }


@cache
def numerals(language: str) -> frozenset[str]:
    """Words for whole numbers from two on: how many people were hurt is a figure and no status of anybody."""
    return frozenset(word for word, number in lexicon.load(f"{language}/numbers")["cardinals"].items() if number > 1 or word == "one")


@cache
def counts(language: str) -> frozenset[str]:
    """Words that count people on their own: numbers in full, "dozens", "varios"."""
    return frozenset(lexicon.load(f"{language}/roles")["counts"])


@cache
def holding(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words of captors and words of the justice of a state."""
    data = lexicon.load(f"{language}/roles")
    return frozenset(data["captors"]), frozenset(data["jailers"])


@cache
def people_words(language: str) -> frozenset[str]:
    """Plurals for people: those of the role words, and nouns for groups ("people", "mineros")."""
    plural = {word + ("s" if word[-1] in "aeiou" or language == "en" else "es") for word in role_words(language).persons}
    return frozenset(plural) | frozenset(lexicon.load(f"{language}/roles")["peoples"])
