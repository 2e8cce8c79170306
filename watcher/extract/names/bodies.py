"""How the name of a public body goes on past its small words: "Department for Work and Pensions", "Ministerio de Industria y Turismo".

In: tokens `[first, last)` of a run of capitals and the small word or comma at `last`; out: how many tokens more belong to the name.
"""

from __future__ import annotations

from watcher.extract.namewords import NameWords, role_words, territories
from watcher.extract.neighbours import among
from watcher.extract.reading import Token

_SERIES = 9  # tokens of "Agricultura, Ganadería y Pesca"
_TAIL = 5  # capitals of "Food and Drug Administration" behind the "and"
_AND = ("and", "y", "e")


def goes_on(tokens: list[Token], first: int, last: int, limit: int, names: NameWords) -> int:
    """How many tokens at `last` the name takes in; 0 where it ends before them."""
    if last + 1 >= limit:
        return 0
    norm = tokens[last].norm
    if norm in _AND:
        return _and(tokens, first, last, limit, names)
    if norm == ",":
        return _series(tokens, first, last, limit, names)
    if norm in names.linking and tokens[last - 1].kind == "w":
        return _linked(tokens, first, last, limit, names)
    if norm in ("a", "al") and any(token.norm in names.to_heads for token in tokens[first : min(first + 2, last)]):
        end = last + 1 + (tokens[last + 1].norm in names.inner_articles)
        return end + 1 - last if end < limit and tokens[end].capital and (norm == "al" or end > last + 1) else 0
    return 0


def _headed(tokens: list[Token], first: int, last: int, names: NameWords) -> bool:
    """True for a run that names a body which may have fields: a ministry, a council, no bank."""
    return any(tokens[at].norm in names.joined_heads for at in range(first, last))


def _linked(tokens: list[Token], first: int, last: int, limit: int, names: NameWords) -> int:
    """ "Institute for Fiscal Studies", "Committee to Protect Journalists", "Oficina contra la Droga"."""
    at = last + 1
    while at < limit and at < last + 3 and tokens[at].norm in names.inner_articles:
        at += 1
    if at >= limit or not tokens[at].capital or not _headed(tokens, first, last, names):
        return 0
    norm = tokens[at].norm
    if norm in names.calendar or norm in names.given or tokens[at].text.isupper():
        return 0
    verb = names.linking_verbs and tokens[last].norm in names.linking_verbs
    if verb and not (at + 1 < limit and tokens[at + 1].capital):
        return 0  # "the committee to Paris"
    if tokens[last].norm in names.linking_articles and at == last + 1:
        return 0  # "la Fiscalía contra Gómez"
    return at + 1 - last


def _and(tokens: list[Token], first: int, last: int, limit: int, names: NameWords) -> int:
    """ "Food and Drug Administration", "Estadística y Geografía", "para la Cooperación y el Desarrollo"."""
    at = last + 1
    article = tokens[at].norm in names.inner_articles
    at += article
    if at >= limit or not tokens[at].capital or not tokens[last - 1].capital:
        return 0
    token = tokens[at]
    if token.text.isupper() or among(token.norm, names.calendar, names.given):
        return 0
    if not article and (end := _tail(tokens, first, last, limit, names)):
        return end - last
    if token.norm in names.organizations and token.norm not in names.fields:
        return 0
    linked = any(tokens[k].norm in names.field_links for k in range(first, last))
    if not linked or not _headed(tokens, first, last, names):
        return 0
    field = token.norm in role_words(names.language).portfolios or token.norm.endswith(names.field_endings) or token.norm in names.fields
    return at + 1 - last if field else 0


def _tail(tokens: list[Token], first: int, last: int, limit: int, names: NameWords) -> int:
    """Where the body ends whose fields "and" joins, behind "the": "the Securities and Exchange Commission"; 0 for two names."""
    end = last + 1
    while end < min(limit, last + 1 + _TAIL) and (tokens[end].capital or (tokens[end].text == "-" and tokens[end].gap == 0)):
        end += 1  # "Anti-Corruption"
    if end < last + 3 or tokens[end - 1].norm not in names.joined_tails:
        return 0
    begin = first + (tokens[first].norm == "the")
    definite = begin > first or (first > 0 and tokens[first - 1].norm in ("the", "'s", "’s"))
    alone = tokens[end - 1].norm in names.lone_tails
    plain = all(not tokens[at].text.isupper() and tokens[at].norm not in names.given for at in range(begin, last))
    whole = tokens[last - 1].norm in names.organizations and tokens[last - 1].norm not in names.fields
    known = (tokens[last - 1].norm,) in territories(names.language)
    return end if (definite or alone) and plain and not whole and not known and begin < last else 0


def _series(tokens: list[Token], first: int, last: int, limit: int, names: NameWords) -> int:
    """ ", Comercio y Turismo" behind a ministry of Industria: fields of government up to the last one."""
    fields = role_words(names.language).portfolios | names.fields
    if tokens[last - 1].norm not in fields or not _headed(tokens, first, last, names):
        return 0
    at, done = last, 0
    while at + 1 < min(limit, last + _SERIES):
        joined = tokens[at].norm in _AND
        if not (joined or tokens[at].text == ",") or not tokens[at + 1].capital or tokens[at + 1].norm not in fields:
            return 0
        at += 2
        while at < limit and tokens[at].capital and tokens[at].norm in fields:
            at += 1
        if joined:
            done = at
            break
    return done - last if done else 0
