"""How far a name goes that starts at a capitalised word: further capitals, particles, hyphens, "&", initials, numbers that belong to it."""

from __future__ import annotations

from watcher.extract.names.bodies import goes_on
from watcher.extract.namewords import NameWords, territories
from watcher.extract.neighbours import among, follows
from watcher.extract.reading import Token

_CLOSING = frozenset(":;?!)]…")
_QUOTES = frozenset("\"“”«»‘’'")
_CALLED = 3  # words of a nickname
_NOBLE = frozenset(["van", "von"])
_ARTICLES = frozenset(["a", "the", "una", "la", "white", "his", "her"])  # before a vehicle
_LAWS = frozenset(["act", "bill", "law", "order", "regulations"])
LONGEST = 14  # tokens of a name, so that a text all in capitals costs no more than another


def start(tokens: list[Token], first: int, floor: int) -> int:
    """Where a name starts whose first capital is at `first`: "van der Meulen", "von Berg"."""
    at = first
    while at > floor and tokens[at - 1].norm in ("der", "den", "de") and at > first - 2:
        at -= 1
    if at > floor and tokens[at - 1].norm in _NOBLE and tokens[at - 1].gap and tokens[at - 2].norm not in _ARTICLES:
        return at - 1
    return first


def run(tokens: list[Token], first: int, limit: int, names: NameWords) -> int:
    """The end (a token index) of the run that starts at `first`, before `limit`."""
    if tokens[first].norm in names.divisions:
        for division in names.divisions[tokens[first].norm]:
            if follows(tokens, first, division) and first + len(division) <= limit:
                return first + len(division)  # "Alimentos y bebidas no alcohólicas"
    last, stop = first + 1, limit if limit < first + LONGEST else first + LONGEST
    while last < stop:
        token = tokens[last]
        if token.capital:
            if token.norm in names.never and last + 1 < limit and tokens[last + 1].kind == "n":
                break  # "fined Ann Mehra Rs 40,000"
            last += 1
            continue
        if token.kind == "w":
            onward = token.norm in names.onward
        elif token.text == ",":
            onward = last + 1 < limit and tokens[last + 1].capital
        else:
            onward = token.text not in _CLOSING
        step = _next(tokens, first, last, limit, names) if onward else 0
        if not step:
            break
        last += step
    return last


def _next(tokens: list[Token], first: int, last: int, limit: int, names: NameWords) -> int:
    """How many tokens from `last` on, where no capital stands, still belong to the name that starts at `first`; 0 where it ends."""
    token, before = tokens[last], tokens[last - 1]
    if token.kind == "w":
        if token.norm in ("'s", "’s"):
            return _possessive(tokens, last, limit, names)
        joins = token.norm in names.particles or token.norm in ("of", "and", "y", "e", "the")
        step = _particles(tokens, last, limit, names) if joins and _joins(tokens, first, last, limit, names) else 0
        return step or goes_on(tokens, first, last, limit, names) if token.norm in names.joints else step
    glued = token.gap == 0
    if token.kind == "n":
        return int(before.norm in names.numbered and not glued and len(token.text.replace(".", "")) <= 5 and last - first <= 2)
    if last + 1 >= limit:
        return _initials(tokens, last, glued)
    return _mark(tokens, first, last, limit, names, glued=glued)


def _mark(tokens: list[Token], first: int, last: int, limit: int, names: NameWords, *, glued: bool) -> int:
    """The same after a mark: a hyphen, "&", the period of an initial."""
    text, before, following = tokens[last].text, tokens[last - 1], tokens[last + 1]
    if text == ",":
        return goes_on(tokens, first, last, limit, names) if following.capital else 0
    capital = following.capital
    if text in "-‐" and glued and following.gap == 0:
        if capital or (following.kind == "n" and len(before.text) <= 3):
            return 2
        lands = last + 3 < limit and tokens[last + 2].text == "-" and tokens[last + 3].capital
        if lands and (following.norm in names.particles or following.norm in names.hyphened):
            return 4  # Port-au-Prince, Carrick-on-Suir
        return 2 if last - first > 1 and following.norm in names.syllables else 0  # Bae Sung-min
    if text in "'’" and glued and before.norm.endswith("s") and following.norm in names.organizations and capital:
        return 2  # "National Farmers' Union"
    if text == "&" and capital:
        return 2
    if text == "(" and capital:
        return _bracketed(tokens, last, limit)
    if text in _QUOTES and capital and before.norm in names.given:
        return _nickname(tokens, last, limit)
    if text == ".":
        if glued and capital and (_letters(before.text) or before.norm in names.honorifics or before.norm in names.short):
            return 2
        return _initials(tokens, last, glued)
    return 0


def _letters(text: str) -> bool:
    """An initial; in Spanish twice for a plural: "CC.OO.", "FF.AA." """
    return len(text) == 1 or (len(text) == 2 and text[0] == text[1] and text.isupper())


def _nickname(tokens: list[Token], last: int, limit: int) -> int:
    """'Christina "Chris" Gray', "José «Pepe» Ruiz": what somebody is called, in the middle of a name."""
    close = next((at for at in range(last + 2, min(last + 2 + _CALLED, limit - 1)) if tokens[at].text in _QUOTES), 0)
    whole = close > 0 and all(token.capital for token in tokens[last + 1 : close])
    return close + 1 - last if whole and tokens[close + 1].capital else 0


def _bracketed(tokens: list[Token], last: int, limit: int) -> int:
    """ "Employment Rights (Amendment) Act", "Climate Change (Scotland) Bill": the scope of a law inside its name."""
    close = next((at for at in range(last + 2, min(last + 6, limit - 1)) if tokens[at].text == ")"), 0)
    return close + 2 - last if close and tokens[close + 1].capital and tokens[close + 1].norm in _LAWS else 0


def _initials(tokens: list[Token], last: int, glued: bool) -> int:
    """The last period of an abbreviation: "U.S." """
    if not glued or last < 2:
        return 0
    before = tokens[last - 1].text
    return int(len(before) <= 2 and tokens[last - 2].text == "." and before.isupper())


def _joins(tokens: list[Token], first: int, last: int, limit: int, names: NameWords) -> bool:
    """True where a small word may go on the name: "University of", "Ministry of Trade and", "Ley de", "van"."""
    norm, head = tokens[last].norm, tokens[first].norm
    if norm == "of":
        return tokens[last - 1].norm in names.of_heads or (first > 0 and tokens[first - 1].norm in names.christened)
    if norm in ("and", "y", "e") and last + 1 < limit and (tokens[last - 1].norm, tokens[last + 1].norm) in names.pairs:
        return True  # "Tyne and Wear"
    if norm == "and":
        return head in names.portfolio_bodies and any(tokens[at].norm == "of" for at in range(first + 1, last))
    if norm in ("y", "e"):
        opens = last + 1 < len(tokens) and tokens[last + 1].capital and tokens[last + 1].norm not in names.joined_heads
        return opens and (head in names.organizations or head in names.things)
    if norm in ("de", "del") and last + 1 < limit:
        following = tokens[last + 1].norm
        if head in names.governing and following in names.given:
            return False  # "el Gobierno de Rafael Correa"
        if norm == "de" and _led(tokens, first, last, limit, names):
            return False  # "la Italia de Giorgia Meloni"
        if (
            norm == "del"
            and following in names.organizations
            and not among(head, names.organizations, names.things, names.places, names.joined_heads)
        ):
            return False  # "Hernández, del Partido Nacional" without its comma
    return norm in names.particle_starts


def _led(tokens: list[Token], first: int, last: int, limit: int, names: NameWords) -> bool:
    """A country, party, team with its article, behind which somebody's name tells whose it is; no "la Fundación de Ana Bo"."""
    first += tokens[first].norm in names.inner_articles
    if not 0 < first < last or tokens[first - 1].norm not in names.inner_articles:
        return False
    if tuple([token.norm for token in tokens[first:last]]) in territories(names.language):
        return True
    named = tokens[last + 1].norm in names.given and last + 2 < limit and tokens[last + 2].capital
    kinds = (names.organizations, names.things, names.joined_heads)
    return named and not any(among(token.norm, *kinds) for token in tokens[first:last])


def _possessive(tokens: list[Token], last: int, limit: int, names: NameWords) -> int:
    """ "King's College", "Sainsbury's"."""
    norm = tokens[last - 1].norm
    if norm not in names.possessive:
        return 0
    onward = last + 1 < limit and tokens[last + 1].capital
    return 2 if onward else int(norm in names.bodies)


def _particles(tokens: list[Token], last: int, limit: int, names: NameWords) -> int:
    """The small words at `last` with the capital they lead to; 0 where they lead to none."""
    at = last + 1
    if tokens[last].norm == "da" and at < limit and not tokens[at].capital:
        return 0  # "Sigma Dos da al PP"
    while at < limit and at < last + 4:
        token = tokens[at]
        if token.capital:
            return at + 1 - last
        if token.text == "-" and tokens[at - 1].norm == "al":
            at += 1
            continue
        if token.norm not in names.particles and token.norm != "the":
            return 0
        at += 1
    return 0
