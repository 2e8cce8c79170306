"""Tokens before a date -> whether one is a verb, the name of what it does, and the noun phrase that does it or that it happens to."""

from __future__ import annotations

from watcher.extract import verbforms
from watcher.extract.dates.nouns import EDGES, Grammar, comma_before, head, nearest
from watcher.extract.dates.tenses import cues
from watcher.extract.reading import Token

REACH = 14  # tokens from a date to its verb, and to what that is about


def verbal(tokens: list[Token], at: int, rules: Grammar) -> bool:
    """True where the token is a verb as far as words alone tell: known, behind an auxiliary, or of a verb's ending."""
    token = tokens[at]
    opens = rules.spanish and (at == 0 or tokens[at - 1].text in ".!?“«")  # "Renunció en marzo"
    if token.kind != "w" or (token.capital and not token.text.isupper() and not opens):
        return False
    word, before = token.norm, tokens[at - 1].norm if at else ""
    if word in rules.openers and deed(tokens, at, at + 4, rules)[1] > at + 1:
        return True
    if word in rules.names:
        return before not in rules.determiners or before in rules.relatives or word.endswith(("ra", "ran")) or before == "'s"
    if (word in rules.schedule and len(word) > 2) or (word in rules.fixing and token.text.endswith("ó")):
        return True
    if word in rules.stops:
        return False
    if before in rules.auxiliaries and before not in rules.determiners and before not in rules.relatives:
        return True
    if rules.spanish and word in verbforms.finite("es"):
        return True
    led = before.endswith(rules.governing) or before in rules.leading
    if led and rules.spanish and len(word) > 4 and word.endswith(("ar", "er", "ir")):
        return True  # "le permitirá asumir", "amenazó con extender"
    if rules.spanish:
        return cues("es").future(word, token.text) or (
            len(word) > 4
            and word.endswith(("ara", "aran", "era", "eran", "ira", "iran", "aron", "ieron", "ado", "ada", "ido", "ida", "o"))
            and (token.text[-1] in "áéíóún" or word.endswith(("ado", "ada", "ido", "ida")))
        )
    return len(word) > 4 and word.endswith("ed")


def deed(tokens: list[Token], verb: int, stop: int, rules: Grammar) -> tuple[str, int]:
    """The name of what the verb does, and the token behind what it took."""
    first = tokens[verb].norm
    if first in rules.openers:
        words = [token.norm for token in tokens[verb : min(verb + 4, stop)]]
        for reach in (4, 3, 2):
            phrase = " ".join(words[:reach])
            if phrase in rules.names:
                return rules.names[phrase], verb + reach
    if first in rules.names:
        return rules.names[first], verb + 1
    text = tokens[verb].text
    if rules.spanish and text[-1:] in "áé" and text.endswith(("rá", "ré")):
        return text[:-1].rstrip("á"), verb + 1
    if rules.spanish and text.endswith("rán"):
        return text[:-2], verb + 1
    return text, verb + 1


def passive(tokens: list[Token], verb: int, rules: Grammar) -> bool:
    """ "was signed in Lisbon on", "fue aplazado en": what happens happens to the subject."""
    return verb > 0 and tokens[verb - 1].norm in rules.being


def subject_of(tokens: list[Token], verb: int, start: int, rules: Grammar) -> str | None:
    """The noun phrase before a verb: past its auxiliaries and a relative pronoun, past what stands between two commas."""
    at, relative = verb - 1, False
    while at >= start and (tokens[at].norm in rules.auxiliaries or tokens[at].norm in rules.relatives or tokens[at].norm in rules.schedule):
        relative = relative or tokens[at].norm in rules.relatives
        at -= 1
    if at >= start and tokens[at].text == ",":
        opening = None if relative else comma_before(tokens, at, start)
        beside = at == verb - 1 and tokens[verb].norm in rules.schedule and not tokens[verb].norm.endswith("s")
        if opening is None or beside:
            return nearest(tokens, at - 1, start, rules)  # "the half marathon, scheduled for"
        at = opening - 1
    elif at == verb - 1 and tokens[at].norm not in rules.stops:
        near = nearest(tokens, at, start, rules)
        if near and (tokens[verb].norm in rules.schedule or _participle(tokens, verb, rules)):
            return near
    begin, whole = at, False  # whether a clause of its own stands before the verb: "a ruling on whether it is legal is expected"
    while begin >= start and begin > at - 14 and tokens[begin].text not in EDGES and (whole or tokens[begin].norm not in rules.opening):
        if start < begin <= at and tokens[begin].norm in rules.saying and _opens(tokens[begin + 1], rules):
            break  # "Officials said the bridge could reopen", "Weir said objections were"
        if begin < at and tokens[begin + 1].norm in rules.determiners:
            if tokens[begin].norm in rules.since:
                break
            if tokens[begin].norm in rules.linking and any(token.kind == "n" for token in tokens[max(start, begin - REACH) : begin]):
                break  # "La campaña arranca el 6 y la veda empieza el 20"
        whole = (whole or tokens[begin].norm in rules.being) and tokens[begin].norm not in rules.opening
        begin -= 1
    if start < begin < at and tokens[begin].norm in rules.relatives and _acts(tokens, begin, rules):
        return _antecedent(tokens, begin - 1 - (tokens[begin - 1].text == ","), start, rules)  # "the driver who hit a man and was held"
    return head(tokens, begin + 1, at + 1, rules)


def _acts(tokens: list[Token], relative: int, rules: Grammar) -> bool:
    """True where a verb stands right behind a relative, which is its subject."""
    behind = tokens[relative + 1]
    plain = behind.kind == "w" and not behind.capital and behind.norm not in rules.determiners and behind.norm not in rules.stops
    return verbal(tokens, relative + 1, rules) or (not rules.spanish and tokens[relative].norm in ("who", "which") and plain)


def _antecedent(tokens: list[Token], at: int, start: int, rules: Grammar) -> str | None:
    """The name or the noun phrase that ends at `at`."""
    begin = at
    while begin > start and tokens[begin].capital and tokens[begin - 1].capital:
        begin -= 1
    return head(tokens, begin, at + 1, rules) if tokens[begin].capital else nearest(tokens, at, start, rules)


def _opens(token: Token, rules: Grammar) -> bool:
    """True where a noun phrase may begin: at a determiner, at a noun."""
    bare = not rules.spanish and token.kind == "w" and token.norm not in rules.stops and token.norm not in rules.calendar
    return bare or token.norm in rules.determiners


def _participle(tokens: list[Token], verb: int, rules: Grammar) -> bool:
    """ "La encuesta divulgada en octubre": of the noun right before it."""
    return rules.spanish and tokens[verb].norm.endswith(("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"))
