"""Whom a noun is about: what somebody is called ("the suspect, X"), and a change by its noun ("the arrest of X", "his death").

In: a `Finder`, a lifecycle and where the noun stands; out: a `Subject` or a phrase, or None.
"""

from __future__ import annotations

from watcher.extract.lifecycles import Lifecycle, cues
from watcher.extract.namewords import name_words, numerals, role_words
from watcher.extract.neighbours import among, norm_at
from watcher.extract.statuses import people, verbs
from watcher.extract.statuses.compounds import calendar
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.spots import Noun, Place, Spot, group_start
from watcher.model import Subject

_DESCRIBES = ("an", "ese", "ish", "ed", "er")
_FINDS = frozenset(
    stem + ending
    for stem, endings in (
        ("hall", ("o", "aron", "an", "ado")),
        ("encontr", ("o", "aron", "ado")),
        ("localiz", ("o", "aron", "an", "ado")),
        ("recuper", ("o", "aron", "an", "ado")),
        ("found", ("",)),
        ("recover", ("ed",)),
        ("discover", ("ed",)),
        ("identif", ("ied", "ico", "icaron")),
    )
    for ending in endings
)
_FIGURES = frozenset(("figura", "figuran", "encuentra", "encuentran", "cuenta", "cuentan", "halla", "counted", "listed", "named"))
_THE = frozenset(("el", "la", "the"))
_DEFINITE = _THE | {"del", "al"}
_DESCRIBED = 6  # tokens from an owner to what is owned
_ASKED = 9  # tokens from a verb of asking to what is asked for: "pidió una pena de entre 8 y 10 años de prisión para"
_ORDERS = frozenset(  # "ordered his release": of somebody else
    (
        *("ordered", "upheld", "confirmed", "announced", "granted", "approved", "blocked", "quashed", "overturned", "ordeno", "dicto"),
        *("decreto", "confirmo", "anuncio", "concedio", "autorizo", "anulo", "revoco", "ratifico", "dispuso", "acordo"),
    )
)
_HELD = frozenset(("considered", "declared", "deemed", "considerado", "considerada", "declarado", "declarada"))
_LAST = frozenset(("last", "this", "earlier", "late", "early", "yesterday", "este", "esta", "ayer", "anoche", "hace"))
_YET = frozenset(("still", "now", "also"))
_NO_MORE = frozenset(("former", "ex", "onetime", "exprecandidato", "antiguo", "antigua"))
_POSSESSIVES = frozenset(("his", "her", "their", "su", "sus"))
REMAINS = frozenset(("body", "remains", "bodies", "corpse", "cuerpo", "cuerpos", "restos", "cadaver", "cadaveres"))


def called(finder: Finder, lifecycle: Lifecycle, first: int, last: int) -> Subject | None:
    """A noun beside a name ("the suspect, Joel Medrano"), or said of one ("X is a fugitive", "among the dead is X")."""
    at = finder.at
    tokens = at.reading.tokens
    if lifecycle.things:  # "on strike", "under a curfew": the phrase holds the thing itself
        inside = (finder.right(lifecycle)(index) for index in range(first, last))
        return finder.subject(lifecycle, next((noun for noun in inside if noun is not None), Noun(last - 1, last)))
    if first and tokens[first - 1].norm in _NO_MORE:
        return None
    holder = at.names.holder(at.section, last - 1) or at.names.holder(at.section, first)
    if holder is not None:
        return holder if holder.type == "person" else None
    if (someone := _apposed(at, first, last)) is not None:
        return someone
    before = [token.norm for token in tokens[max(0, first - 4) : first]]
    if any(word in ("among", "entre") for word in before):
        noun = verbs.object_right(at, last, finder.right(lifecycle)) or _counted_among(finder, lifecycle, first)
        return finder.subject(lifecycle, noun) if noun is not None else None
    start = first
    while start > 0 and start > first - 4 and among(tokens[start - 1].norm, at.words.determiners, _YET):
        start -= 1
    if start > 1 and tokens[start - 1].norm in ("of", "de") and tokens[start - 2].norm in ("one", "uno", "una"):
        start -= 2  # "is one of five candidates"
    while start > 1 and tokens[start - 1].norm in _HELD:
        start -= 1
    if (
        start
        and tokens[start - 1].norm in ("as", "como")
        and any(token.norm in at.words.negations for token in tokens[max(0, start - 4) : start])
    ):
        return None  # "no repetirá como candidato"
    if start and (tokens[start - 1].norm in at.words.being or tokens[start - 1].norm in ("as", "como")):
        noun = verbs.subject_left(at, group_start(at, start), finder.left(lifecycle))
        if noun is not None or tokens[start - 1].norm in at.words.being:
            return finder.subject(lifecycle, noun) if noun is not None else None
    if lifecycle.name == "office":
        return None  # "the candidate must hold a degree"
    return people.own(finder.at, Noun(first, last)) if finder.brief and _heads(at, first, last) else None


def _apposed(at: Place, first: int, last: int) -> Subject | None:
    """ "El fallecido, Bo Trán, tenía 60 años": whom a definite noun is said to be between two commas."""
    tokens = at.reading.tokens
    if last + 2 >= len(tokens) or tokens[last].text != "," or not tokens[last + 1].capital:
        return None
    if not any(tokens[index].norm in _THE for index in (first, first - 1) if index >= 0):
        return None
    mention = at.names.at(at.section, last + 1)
    if mention is None or mention.subject.type != "person" or mention.last >= len(tokens) or tokens[mention.last].text != ",":
        return None
    return mention.subject


def _counted_among(finder: Finder, lifecycle: Lifecycle, first: int) -> Noun | None:
    """ "Mayor Ann Lee was among the injured", "el alcalde está entre los heridos": the subject before."""
    tokens = finder.at.reading.tokens
    among_word = next(index for index in range(first - 1, max(first - 5, -1), -1) if tokens[index].norm in ("among", "entre"))
    group = group_start(finder.at, among_word)
    told = _is_there(finder.at, group, among_word)
    led = group and told  # not "those arrested, among the injured", "named five among the dead"
    return verbs.subject_left(finder.at, group, finder.left(lifecycle)) if led else None


def _is_there(at: Place, group: int, last: int) -> bool:
    """ "was among", "figura entre": a verb of being there, right before."""
    return any(among(token.norm, at.words.being, _FIGURES) for token in at.reading.tokens[max(0, group) : last])


def _heads(at: Place, first: int, last: int) -> bool:
    """A noun for somebody that stands for itself ("Two dead", "un detenido", "Suspect held"): counted, with an article or opening its
    line, and no first part of something else ("the dead weight", "el herido orgullo", "punto muerto")."""
    tokens, words = at.reading.tokens, at.words
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    if first > sentence.first:
        before = tokens[first - 1]
        if before.kind == "n" or before.norm in numerals(at.reading.language):
            return False  # "12 muertos": how many is a figure
        counted = before.norm in name_words(at.reading.language).function
        adjective = first - 1 > sentence.first and (tokens[first - 2].kind == "n" or tokens[first - 2].norm in words.determiners)
        if before.norm in words.being or before.norm in words.having:
            return False
        if before.kind == "w" and not counted and not among(before.norm, words.determiners, words.conjunctions, words.prepositions):
            return adjective and tokens[first - 1].norm.endswith(_DESCRIBES) if at.reading.language == "en" else False
    if last >= sentence.last:
        return first > sentence.first or last - first > 1 or tokens[first].norm in role_words(at.reading.language).persons
    after = tokens[last]
    if after.kind != "w":
        return after.text != "-"
    bounds = (words.prepositions, words.auxiliaries, words.conjunctions, words.boundaries, words.relatives)
    if at.reading.language == "en":
        persons = role_words("en").persons
        return (
            among(after.norm, *bounds, words.sayings)
            or after.norm.endswith("ed")
            or (after.norm.endswith("s") and after.norm != "this" and (first == sentence.first or tokens[first].norm in persons))
            or _verb(at, last)
        )
    return among(after.norm, *bounds) or _verb(at, last)


def _verb(at: Place, index: int) -> bool:
    """A finite verb or participle, by the cues, the verbs of saying, the endings."""
    token = at.reading.tokens[index]
    starts = cues(at.reading.language).index.get(token.norm)
    if starts is not None or token.norm in at.words.sayings or token.norm in at.words.having:
        return True
    return token.text.endswith(("ó", "aron", "ieron", "rá", "rán")) if at.reading.language == "es" else False


def nominal(finder: Finder, lifecycle: Lifecycle, spot: Spot) -> Noun | None:
    """ "the arrest of X", "X's arrest", "la muerte de X", "his conviction was quashed"; none where somebody only asks for it."""
    at, first = finder.at, spot.first
    if _wished(at, first):
        return None
    noun = of(finder, lifecycle, spot.head) or (of(finder, lifecycle, spot.last) if spot.last > spot.head else None)
    if noun is None and spot.last > spot.head:
        noun = owner(finder, lifecycle, spot.last - 1)  # "a warrant for X's arrest"
    return noun or owner(finder, lifecycle, first, found=spot.last > spot.head)


def _wished(at: Place, first: int) -> bool:
    """ "calls for the release of X", "piden la renuncia de X": what somebody asks for has not come."""
    far = max(first - _ASKED + 1, at.reading.sentences[at.reading.sentence_of[first]].first)
    asked = at.reading.between(at.words.wished, far, first)
    return bool(asked) and all(token.kind != "p" for token in at.reading.tokens[asked[-1] : first])


def of(finder: Finder, lifecycle: Lifecycle, last: int) -> Noun | None:
    """What a noun that ends before `last` is of; its own last word may be the preposition: "charges against"."""
    at = finder.at
    tokens = at.reading.tokens
    led = tokens[last - 1].norm in at.words.prepositions
    when = last + (norm_at(tokens, last) == "on")
    if not led and norm_at(tokens, when) in calendar(at.reading.language):
        last = when + 1  # "the indictment Thursday of Bo Tran", "the arrest on Monday of"
    elif not led and norm_at(tokens, last) in _LAST:
        last = next((k for k in range(last + 1, min(last + 4, len(tokens))) if tokens[k].norm in ("of", "de", "del")), last)
    if last + 1 >= len(tokens) or not (led or tokens[last].norm in ("of", "de", "del")):
        return None
    right = finder.right(lifecycle)
    unnamed = finder.brief and lifecycle.name == "justice"  # "jail for the driver"; the dead of a crime are a figure
    for index in range(last + (not led), min(last + 7, len(tokens))):
        noun = right(index)
        if noun is not None and (
            noun.mention is not None
            or at.names.holder(at.section, index) is not None  # "el juicio al exalcalde de Cuzco Luis Flórez"
            or lifecycle.things
            or (unnamed and tokens[index - 1].norm in at.words.determiners)
            or _known(at, index)
        ):
            return noun
        if (tokens[index].kind != "w" and tokens[index].text != "-" and tokens[index - 1].norm != "alias") or tokens[
            index
        ].norm in at.words.prepositions:
            return None
    return None


def _known(at: Place, index: int) -> bool:
    """ "Prisión para el alcalde de Lorca", where the text names the mayor: a definite noun for somebody it tells of."""
    if at.reading.tokens[index - 1].norm not in _DEFINITE:
        return False
    found = at.names.resolve_role(at.section, index, [at.reading.tokens[index].norm])
    return found is not None and found.type == "person"


def owner(finder: Finder, lifecycle: Lifecycle, first: int, *, found: bool = False) -> Noun | None:
    """Whose a noun at `first` is: "X's arrest", "his sudden death"; a body only where it was `found` ("40 per cent of her body")."""
    at = finder.at
    tokens = at.reading.tokens
    if first > 1 and tokens[first - 1].text in ("'s", "’s"):
        mention = at.names.at(at.section, first - 2)
        if mention is not None and finder.admits(lifecycle, mention):
            return Noun(mention.first, mention.last, mention)
        if mention is None and finder.brief:
            return finder.left(lifecycle)(first - 2)  # "Banker's conviction quashed"
    if lifecycle.things or (tokens[first].norm in REMAINS and not found and not _located(at, first)):
        return None
    owners = at.reading.between(_POSSESSIVES, max(0, first - _DESCRIBED), first)
    return _possessor(finder, owners[-1]) if owners and all(_describes(at, index) for index in range(owners[-1] + 1, first)) else None


def _describes(at: Place, index: int) -> bool:
    """A word between an owner and what is owned: "his [eight-year jail] sentence", "su [segunda] condena"."""
    token = at.reading.tokens[index]
    if token.kind == "w":
        return token.text.islower() and not among(token.norm, at.words.prepositions, at.words.conjunctions, at.words.being, at.words.having)
    return token.kind == "n" or token.text == "-"


def _located(at: Place, first: int) -> bool:
    """ "localizaron su cuerpo", "divers found his body": a verb of finding right before."""
    return any(token.norm in _FINDS for token in at.reading.tokens[max(0, first - 4) : first])


def _marked(at: Place, first: int) -> bool:
    return at.reading.tokens[first - 1].text == ","


def _possessor(finder: Finder, index: int) -> Noun | None:
    """Whom "his" or "su" stands for; where it opens its sentence, the first person the sentence names: "After his arrest, X said"."""
    at = finder.at
    sentence = at.reading.sentences[at.reading.sentence_of[index]]
    named = at.names.in_tokens(at.section, sentence.first, index)
    if not any(mention.subject.type == "person" for mention in named) and index - sentence.first < 4:
        later = at.names.in_tokens(at.section, index, sentence.last)
        mention = next((mention for mention in later if mention.subject.type == "person"), None)
        if mention is not None and mention.first - index < 12 and (mention.last - mention.first > 1 or _marked(at, mention.first)):
            return Noun(mention.first, mention.last, mention)
    return _of_another(finder, index) or Noun(index, index + 1, None, pronoun=True)


def _of_another(finder: Finder, index: int) -> Noun | None:
    """ "Judge Ann Lee ordered his release", "la jueza Ana Ruiz ordenó su detención": somebody else than who acts."""
    at = finder.at
    verb = at.reading.tokens[index - 1] if index else None
    if verb is None or verb.norm not in _ORDERS:
        return None
    actor = verbs.subject_left(at, group_start(at, index - 1), finder.left(finder.cues.lifecycles["justice"]))
    if actor is None or actor.mention is None:
        return None
    found = at.names.pronoun(at.section, index, actor.mention.subject)
    known = (mention for mention in at.names.before(at.section, index) if mention.subject == found)
    mention = next(known, None)
    return Noun(mention.first, mention.last, mention) if mention is not None and mention.subject.type == "person" else None
