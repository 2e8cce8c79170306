"""A run of capitals -> the name without its title, and the names inside the title ("Chile President Gabriel Boric" names two)."""

from __future__ import annotations

from dataclasses import dataclass

from watcher.extract.namewords import NameWords, RoleWords, territories, title_words
from watcher.extract.neighbours import among, follows
from watcher.extract.reading import Reading, Token

_BEHIND_OFFICE = frozenset(["of", "the", "de", "del", "y", "e", "la", "el", "los", "las"])  # between an office and what it is of
_CHAMBERS = frozenset(
    ["house", "senate", "assembly", "commons", "lords", "parliament", "knesset", "dail", "seanad", "lok", "rajya", "sabha", "national"]
)
_QUALITIES = ("al", "ales", "ar", "ana", "ano", "ica", "ico", "ada", "ado", "aria", "ario", "iva", "ivo", "era", "ero", "ante", "ente")
_TEAM = 5  # letters of a word in -s that may be a team's, more than
_ROLE = 6  # tokens of a run in which its role begins


_PARTS = frozenset(["latin", "anglo", "mid", "middle"])  # of the world, as the points of the compass


@dataclass(slots=True)
class Span:
    """Tokens `[first, last)` written as a name. `initial`: it opens its sentence, so its capital proves nothing. `title`: the
    words cut off before it, as tokens `[title, first)`. `key`: its words without marks, folded, once all spans of a document stand in
    one row; `reading` tells then which one it is of."""

    first: int
    last: int
    initial: bool
    title: int | None = None
    reading: int = 0
    key: tuple[str, ...] = ()


def titled(reading: Reading, first: int, last: int, names: NameWords, roles: RoleWords, *, initial: bool) -> list[Span]:
    """A run without its title; and the names that stand inside the title ("Chile President Gabriel Boric" names two)."""
    tokens = reading.tokens
    if last - first > 2 and tokens[last - 1].norm in names.post_nominals and tokens[last - 1].text.isupper():
        last -= 1  # "Ann Lee MP"
    if tokens[last - 1].norm == "executive" and any(token.norm == "and" for token in tokens[first:last]):
        return [Span(first + (tokens[first].norm == "the"), last, False)]  # "the Health and Safety Executive" is nobody's title
    title = first
    inside: list[Span] = []
    if names.language == "en" and last - first >= 3 and tokens[first - 1].norm == "for" and tokens[first - 2].norm in roles.heads:
        if last - first >= 4 or tokens[last - 2].norm in names.given:
            first, initial = last - 2, False  # "High Commissioner for [Human Rights] Ann Lee"
        elif tokens[first].norm in roles.portfolios:
            first, initial = first + 1, False  # "Minister for [Sport] Lou Marsh"
    if tokens[first - 1].norm in _BEHIND_OFFICE and (width := _office_before(tokens, first, last, names, roles)):
        inside.extend(_inside(tokens, first, first + width, names) or _unknown_place(tokens, first, first + width, roles))
        first, initial = first + width, False
    titles = reading.holds(title_words(names.language), first, last)
    while titles and first < last:
        norm = tokens[first].norm
        if norm in names.honorifics and (last - first > 1 or norm not in names.ambiguous_heads):
            first, initial = first + 1, False  # "Mr Sumption was fined": the title proves the name
            if first < last and tokens[first].text == ".":
                first += 1
            continue
        if norm in names.demonyms and (last - first == 1 or not _keeps_demonym(tokens[last - 1].norm, names)):
            first, initial = first + 1, False
            continue
        of_nations = first + 1 < last and tokens[first + 1].norm in names.demonyms and among(norm, names.compass, _PARTS)
        if of_nations and (last - first == 2 or not _keeps_demonym(tokens[last - 1].norm, names)):
            first, initial = first + 2, False  # "the South American nation", "South Korean President Lee"
            continue
        width = _role_at(tokens, first, last, names, roles, initial=initial)
        if width and first + width == last - 1 and _keeps_demonym(tokens[last - 1].norm, names):
            break  # "Premier Division"
        if width:
            inside.extend(_inside(tokens, first, first + width, names))
            first, initial = first + width, False
            continue
        break
    while first < last and not tokens[first].capital and tokens[first].norm not in ("van", "von"):
        first += 1
    if titles and last - first > 1 and tokens[first].norm not in names.particles and _of_portfolios(tokens, first, last, names, roles):
        return inside  # "the commissioner for Human Rights"
    if first >= last or (last - first == 1 and (tokens[first].norm in names.never or _function(tokens[first], names))):
        return inside
    held = title < first and tokens[first - 1].norm not in ("of", "de", "del")  # "ministra de Salud de Tarsa": the title is nobody's yet
    return [*inside, Span(first, last, initial, title if held else None)]


def _of_portfolios(tokens: list[Token], first: int, last: int, names: NameWords, roles: RoleWords) -> bool:
    for token in tokens[first:last]:  # noqa: SIM110  the first word mostly tells
        if not among(token.norm, roles.portfolios, names.particles):
            return False
    return True


def _function(token: Token, names: NameWords) -> bool:
    """A small word with a capital; not an acronym that looks like one (WHO, IT)."""
    return token.norm in names.function and not (token.text.isupper() and len(token.text) > 1)


def _keeps_demonym(tail: str, names: NameWords) -> bool:
    """ "French Guiana", "Western Harriers": the word for a nation or a side belongs to the name."""
    team = names.language == "en" and len(tail) > _TEAM and tail.endswith("s") and not tail.endswith("ss")
    return among(tail, names.organizations, names.places, names.things) or (team and not among(tail, names.families, names.given))


def _role_at(tokens: list[Token], first: int, last: int, names: NameWords, roles: RoleWords, *, initial: bool) -> int:
    """How many tokens of a run, from its start, are a role: "Prime Minister", "State Senator", "Ministra de Seguridad"."""
    for head, token in enumerate(tokens[first : last if last < first + _ROLE else first + _ROLE], first):
        if token.norm not in roles.phrases or token.text.casefold() in names.accented:
            continue
        phrase = _phrase_at(tokens, head, last, roles)
        if not phrase:
            continue
        person = phrase in roles.people and phrase not in roles.offices and phrase not in roles.posts
        if person and not ((head == first and initial) or _partisan(tokens, first, head, last, names)):
            continue
        if phrase[-1] in names.ambiguous_heads and head > first:
            continue
        end = head + len(phrase)
        if phrase[0] in roles.abbreviations and end < last and tokens[end].text == ".":
            end += 1
        if end >= last and head > first and (phrase[0] in roles.abbreviations or not _modifies(tokens, first, names)):
            continue  # "Ritika Sen" is no senator
        if end < last and names.language == "es" and tokens[end].norm in ("de", "del"):
            end = _complement(tokens, end, last, names, roles)
        elif end < last and tokens[end].norm == "of":
            end = min(last, end + 2)
        return end - first
    return 0


def _partisan(tokens: list[Token], first: int, head: int, last: int, names: NameWords) -> bool:
    """ "Democrat Nora Bell", "Senior Conservative Nora Bell": a member of a party, with name and family name; "Democrat Party" is none."""
    leads = head == first or tokens[first].norm not in names.given
    return tokens[head].norm in names.partisans and leads and last - head > 2 and not _keeps_demonym(tokens[last - 1].norm, names)


def _modifies(tokens: list[Token], first: int, names: NameWords) -> bool:
    """Capitalised words before a capitalised role that ends the run ("the Interior Minister") are its portfolio, not a given name."""
    return tokens[first].norm not in names.given


def _phrase_at(tokens: list[Token], at: int, last: int, roles: RoleWords) -> tuple[str, ...] | None:
    for phrase in roles.phrases.get(tokens[at].norm, ()):
        if at + len(phrase) <= last and follows(tokens, at, phrase):
            return phrase
    return None


def _office_before(tokens: list[Token], first: int, last: int, names: NameWords, roles: RoleWords) -> int:
    """ "ministra de [Trabajo] Irene Salvatierra": how many tokens of a run belong to the office in lower case before it."""
    at = first - 1
    if at < 2 and tokens[at].norm == "the":
        return 0
    if at > 0 and tokens[at].norm in ("y", "e") and tokens[at - 1].norm in roles.portfolios:
        return _complement(tokens, first, last, names, roles) - first  # "ministro de Justicia y [Seguridad Pública]"
    while at > 0 and at > first - 4 and tokens[at].norm in ("la", "el", "los", "las"):
        at -= 1
    if names.language == "en":
        chamber = first
        while chamber < last and tokens[chamber].norm in _CHAMBERS:
            chamber += 1
        if first < chamber <= last - 2 and tokens[at].norm == "the":
            return chamber - first if tokens[at - 1].norm == "of" and tokens[at - 2].norm in roles.heads else 0
        if at < 1 or tokens[at].norm != "of" or tokens[at - 1].norm not in roles.heads:
            return 0
        end = _complement(tokens, first, last, names, roles)
        return end - first if first < end <= last - 2 else 0  # "President of [Costa Parda] Ana Ruiz"
    if at < 1 or tokens[at].norm not in ("de", "del") or not among(tokens[at - 1].norm.removeprefix("ex"), roles.heads, roles.persons):
        return 0
    end = _complement(tokens, first, last, names, roles)
    apart = end == last - 1 and tokens[end - 1].capital and last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].capital
    if apart and not among(tokens[end].norm, names.families, names.given):
        area = tokens[end].norm.endswith(_QUALITIES) or (tokens[end - 1].norm,) in territories(names.language)
        return (
            last - first if area else end - first
        )  # "concejal de [Seguridad Ciudadana], Carlos Jurado"; but "ministro de [Defensa] Petri, "
    return end - first


def _complement(tokens: list[Token], end: int, last: int, names: NameWords, roles: RoleWords) -> int:
    """Where the complement of an office ends and the name begins: after a known place or portfolio, else before a given name."""
    at = end
    while at < last and tokens[at].norm in names.particles:
        at += 1
    known = territories(names.language)
    words = tuple([token.norm for token in tokens[at : min(at + 4, last)]])
    for width in range(len(words), 0, -1):
        if words[:width] in known:
            return at + width
    if at + 2 < last and tokens[at].norm in names.towns:
        return at + 1
    if at < last and tokens[at].norm in roles.portfolios:
        at += 1
        while at < last and (tokens[at].norm in names.particles or tokens[at].norm in roles.portfolios):
            at += 1
        return at
    given = next((i for i in range(at + 1, last) if tokens[i].norm in names.given), None)
    place = 1 + (tokens[at].norm in names.place_starts)
    if given is None and at + place + 2 <= last <= at + place + 3 and _plain(tokens, at + place - 1, last, names):
        return at + place  # "alcalde de Callería Takumi Tamayo"
    if given is None or tokens[at].norm in names.given or tokens[given - 1].norm in names.places:
        return end  # "alcalde de Villa Clara": a place
    return given


def _plain(tokens: list[Token], first: int, last: int, names: NameWords) -> bool:
    """Capitals none of which is a word of a body, a place or a thing, and behind which nobody else is named."""
    if last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].capital:
        return False  # "el alcalde de San Pedro Garza García, Luis Sada"
    return all(
        word.capital and not among(word.norm, names.organizations, names.places, names.things, names.fields) for word in tokens[first:last]
    )


def _unknown_place(tokens: list[Token], first: int, last: int, roles: RoleWords) -> list[Span]:
    """What an office is "of", where it is no portfolio: "gobernador de [Salta] Gustavo Sáenz"."""
    if any(token.norm in roles.portfolios for token in tokens[first:last]):
        return []
    while last > first and not tokens[last - 1].capital:
        last -= 1
    return [Span(first, last, False)] if first < last else []


def _inside(tokens: list[Token], first: int, last: int, names: NameWords) -> list[Span]:
    """Known places inside a title."""
    known = territories(names.language)
    at, found = first, []
    while at < last:
        words = tuple([token.norm for token in tokens[at : min(at + 3, last)]])
        for width in range(len(words), 0, -1):
            if words[:width] in known:
                found.append(Span(at, at + width, False))
                at += width - 1
                break
        at += 1
    return found
