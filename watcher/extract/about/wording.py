"""The words a property is shown in: participles, whole names for short ones, and the lexicon's tables of verbs, states and units."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from watcher import lexicon
from watcher.lexicon import concepts

_PLAIN = frozenset(("tasa", "rate", "tasas", "crecimiento", "growth", "deuda"))  # short for nothing: growth may be of anything
_ENCLITIC = re.compile(r"([aei]r)(?:se|l[aeo]s?)\Z")  # "venderlas"
_DONE = re.compile(r"([ai]d)(?:a|[ao]s)\Z")
LEAD = {"en": "lead", "es": "ventaja"}  # points by which somebody leads
BALLOTS = {"en": "votes", "es": "votos"}  # votes by their number
VOTES = {"en": "vote share", "es": "porcentaje de votos"}  # a percentage that somebody won


@lru_cache(maxsize=4096)
def full(name: str, language: str) -> str:
    """A single word by the whole name of what it is short for: "toll" -> "death toll", "rates" -> "interest rate"."""
    if " " in name or name.casefold() in _PLAIN:
        return name
    known = lexicon.load(f"{language}/properties")["names"].get(concepts.concept(name))
    stem = lexicon.fold(name).removesuffix("s")
    if known and lexicon.fold(known[0]) in (stem, lexicon.fold(name)):
        return name  # "loans": as the text has it
    return str(known[0]) if known and any(word.removesuffix("s") == stem for word in lexicon.fold(known[0]).split(" ")) else name


def participle(verb: str, noun: str, language: str) -> str:
    """The past participle of a verb form, agreeing with `noun` in Spanish: ("perdió", "casas") -> "perdidas"."""
    if language == "en":
        return _english_participle(verb)
    stem = _spanish_participle(_ENCLITIC.sub(r"\1", _DONE.sub(r"\1o", verb) if noun and _infinitive(verb) is None else verb))
    if not stem.endswith(("ado", "ido", "to", "cho")):
        return stem
    return _agreed(stem, noun)


def _agreed(stem: str, noun: str) -> str:
    """A participle with the gender and number of a noun phrase."""
    head = noun.split(" ", maxsplit=1)[0]
    if head in _MASCULINE:
        return stem + "s" if head.endswith("s") else stem
    if head.endswith(("as", "ciones", "siones", "dades", "tudes")):
        return stem[:-1] + "as"
    return stem + "s" if head.endswith("s") else stem[:-1] + "a" if head.endswith(_FEMININE) else stem


@lru_cache(maxsize=4096)
def _english_participle(verb: str) -> str:
    irregular = _irregular("en").get(verb)
    if irregular is None and verb.endswith("s") and not verb.endswith(("ss", "us")) and len(verb) > 4:
        stem = (
            verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes")) else verb[:-3] + "y" if verb.endswith("ies") else verb[:-1]
        )
        return _english_participle(stem)
    if irregular or verb.endswith(("ing", "ed", "t", "n", "d", "s")) or len(verb) < 3:
        return irregular or verb
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    short = len(verb) <= 4 and verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"
    return verb + verb[-1] + "ed" if short else verb + "ed"


@lru_cache(maxsize=4096)
def _spanish_participle(verb: str) -> str:
    if (irregular := _irregular("es").get(verb)) is not None:
        return irregular
    if verb.endswith(_HAD) and not verb.startswith("estuv"):
        return verb[: verb.rindex("tuv")] + "tenido"  # "mantuvo", "obtuvieron"
    if verb.endswith(_IAR):
        return verb[:-1] + "ado"
    if (infinitive := _infinitive(verb)) is not None:
        return _strong(infinitive[:-2] + ("ado" if infinitive.endswith("ar") else "ído" if infinitive[-3] in "aeo" else "ido"))
    for suffix, endings in _SPANISH:
        for ending in endings:
            if verb.endswith(ending) and len(verb) > len(ending) + 1:
                return _strong(verb[: -len(ending)] + suffix)
    return verb


def doer(verb: str, noun: str) -> str:
    """What those who do it are called, agreeing with `noun`, "" where the language has no word: ("votan", "vecinos") -> "votantes"."""
    infinitive = _infinitive(verb)
    told = lexicon.load("es/properties")["doers"].get(infinitive, "") if infinitive is not None else ""
    if told.endswith("o"):
        return _agreed(told, noun)
    return f"{told}s" if told and noun.split(" ", maxsplit=1)[0].endswith("s") else told


def _infinitive(form: str) -> str | None:
    """The infinitive of a third person of a verb that the lexicon lists: "basan", "consiguió", "traducirían"."""
    stems = _stems()
    for kind, endings in _PERSONS.items():
        for ending in endings:
            if form.endswith(ending) and (infinitive := stems[kind].get(form.removesuffix(ending))) is not None:
                return infinitive
    return None


@cache
def _stems() -> dict[str, dict[str, str]]:
    """By the class of a verb: what its endings stand behind -> its infinitive."""
    verbs, found = lexicon.load("es/verbs"), dict[str, dict[str, str]]()
    for kind in ("ar", "er", "ir"):
        stems = found[kind] = dict[str, str]()
        for entry in verbs[kind]:
            infinitive, _, changed = entry.partition(":")
            past = f"{infinitive[:-4]}us" if infinitive.endswith("poner") else ""  # "impuso"
            coming = f"{infinitive[:-2]}dr" if infinitive.endswith(("ener", "oner", "enir")) else ""  # "obtendrá"
            stems |= {stem: infinitive for stem in (infinitive, infinitive[:-2], changed, past, coming) if stem}
    return found


def _strong(regular: str) -> str:
    """ "Devolvido" -> "devuelto": the verbs that make their participle otherwise, with whatever stands before them."""
    strong = lexicon.load("es/properties")["strong_participles"]
    return next((regular.removesuffix(ending) + strong[ending] for ending in strong if regular.endswith(ending)), regular)


_IAR = ("ició", "unció", "ambió", "tudió", "nvió", "nfió", "afió", "livió", "nanció", "idenció", "soció", "goció")  # "inició", "envió"
_FEMININE = ("a", "ción", "sión", "dad", "tud", "superficie")
_MASCULINE = frozenset(("día", "días", "problema", "problemas", "sistema", "sistemas", "programa", "programas", "mapa", "mapas"))
_PERSONS = {  # of the present, the past and the future, and the infinitive
    "ar": ("a", "an", "ó", "aron", "aba", "aban", "ando", "á", "án", "ía", "ían", ""),
    "er": ("e", "en", "ió", "ieron", "ía", "ían", "iendo", "yó", "yeron", "á", "án", "o", ""),
    "ir": ("e", "en", "ió", "ieron", "ía", "ían", "iendo", "ó", "eron", "á", "án", ""),
}
_HAD = ("tuvo", "tuvieron")
_SPANISH = (
    ("ado", ("aron", "ará", "arán", "aría", "arían", "aba", "aban", "ando", "ar")),
    ("ido", ("ieron", "erá", "erán", "irá", "irán", "ería", "iría", "ían", "iendo", "er", "ir", "ió")),
    ("ado", ("ó",)),
)


@cache
def _irregular(language: str) -> dict[str, str]:
    return {form: shown for shown, forms in lexicon.load(f"{language}/properties")["participles"].items() for form in forms}


@cache
def verbs(language: str) -> dict[str, str]:
    """Verb form, or Spanish participle -> the property its amount measures."""
    told = {form: name for name, forms in lexicon.load(f"{language}/properties")["verbs"].items() for form in forms}
    done = {participle(form, "", language): name for form, name in told.items() if language == "es"}
    return {**{form: name for form, name in done.items() if form.endswith("do")}, **told}


def of_verb(word: str, language: str) -> str | None:
    """The property that the amount beside a verb form measures: "lost" -> "loss", "costarían" -> "coste"."""
    told = verbs(language)
    found = told.get(word)
    if found is None and language == "es" and (infinitive := _infinitive(word)) is not None:
        found = told.get(infinitive)
    return found


@cache
def states(language: str) -> frozenset[str]:
    """Words for the state of the counted ("missing", "heridos")."""
    return frozenset(lexicon.load(f"{language}/properties")["states"]["words"])


@cache
def measured(language: str, table: str) -> dict[str, str]:
    """Unit, or word behind a measure -> what it measures."""
    return {word: name for name, words in lexicon.load(f"{language}/properties")[table].items() for word in words}


@cache
def occasions(language: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """By its last word each phrase for a vote or match, the longest first, with the occasion it names."""
    told: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for shown, phrases in lexicon.load(f"{language}/properties")["occasions"].items():
        for phrase in phrases:
            told.setdefault(phrase.split(" ")[-1], []).append((shown, tuple(phrase.split(" "))))
    for options in told.values():
        options.sort(key=lambda option: -len(option[1]))
    return told


@cache
def closing(language: str) -> frozenset[str]:
    """The last words of the phrases for a vote or match."""
    return frozenset(occasions(language))
