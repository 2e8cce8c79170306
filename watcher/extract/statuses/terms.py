"""What the words around an office say of its holder: a term that ended, an office sought or chosen, one whose servant is named.

In: a `Finder` and the tokens of the office; out: true or false.
"""

from __future__ import annotations

from collections.abc import Sequence

from watcher.extract.namewords import RoleWords
from watcher.extract.reading import Token
from watcher.extract.stagewords import office_told
from watcher.extract.statuses.compounds import calendar
from watcher.extract.statuses.holders import Finder

_CHOSEN = frozenset(  # "fue elegida alcaldesa": the verb tells the stage
    stem + ending
    for stem in ("elegid", "reelegid", "elect", "nombrad", "designad", "proclamad", "postulad", "nominad")
    for ending in ("o", "a", "os", "as", "ed")
)
_FUNCTION = frozenset(["la", "el", "los", "las", "de", "del", "of", "the"])
_MARKS = frozenset(',.;:(–—“”"')
_ONCE = frozenset(["was", "served", "fue", "era", "ejercio"])
_WERE = frozenset(["was", "fue", "fuera"])  # "la que fuera ministra"
_LED = 8  # words in which an office is told as past: "was once also the"
_BEFORE = 3  # words between "was" and the office: "once the finance minister"
_FIRST = frozenset(["first", "once", "formerly", "previously", "then", "also", "primer", "primera", "tambien", "entonces"])
_SERVED = frozenset(["served", "sirvio", "ejercio"])
_PAST = _WERE | _SERVED | {"era", "been", "sido"}
_GONE = frozenset(["last", "recently", "yesterday", "earlier", "pasado", "pasada", "hace", "ayer", "anoche", "poco", "recientemente"])
_WILL = frozenset(["will", "'ll"])
_UNTIL = frozenset(["until", "between", "hasta", "entre"])


def over(finder: Finder, start: int, last: int) -> bool:
    """ "served as mayor until 2019", "fue alcaldesa entre 2010 y 2014", "Ruth Almond, mayor until 2019": a term with its end."""
    reading = finder.at.reading
    tokens, sentence = reading.tokens, reading.sentences[reading.sentence_of[start]]
    told = reading.holds(_PAST, max(sentence.first, start - _LED), start)
    if told and (_who_was(finder, start) or _was(finder, start, last)):
        return True
    for at, token in enumerate(tokens[last : min(last + 7, sentence.last - 1)], last):
        if token.norm in _UNTIL:
            once = reading.holds(_ONCE, max(sentence.first, start - 4), start)
            apposed = start > sentence.first + 1 and _apposed(tokens, start, sentence.first)
            return once or (len(tokens[at + 1].text) == 4 and tokens[at + 1].text.isdigit()) or (apposed and _past(tokens[at + 1 : at + 4]))
        if token.norm in ("from", "de") and tokens[at + 1].kind == "n":
            if [following.kind for following in tokens[at + 2 : at + 4]] == ["w", "n"]:
                return len(tokens[at + 1].text) == 4  # "mayor from 2004 to 2012"
        if token.text in ".;:,":
            return False
    return False


def _was(finder: Finder, start: int, last: int) -> bool:
    """ "Ann Lee was health minister", "served as mayor", "fue alcalde": told as past, of whom it names before."""
    tokens, words = finder.at.reading.tokens, finder.at.words
    at = start - 1
    while at > 0 and (tokens[at].norm in words.determiners or tokens[at].norm in _FIRST):
        at -= 1
    norm, before = tokens[at].norm, tokens[at - 1].norm if at > 0 else ""
    if norm in ("as", "como", "de"):
        told = before in _SERVED
    else:
        told = norm in ("was", "fue", "era") and at < start and before not in ("it", "who", "que", "quien")
        told = told or (norm in ("been", "sido") and before in ("had", "habia"))
    if not told:
        return False
    stop = min(last + 6, finder.at.reading.sentences[finder.at.reading.sentence_of[start]].last)
    near = finder.at.names.in_tokens(finder.at.section, last, stop)
    return not any(mention.subject.type == "person" for mention in near)  # "the first to speak was Mayor Ann Lee"


def _apposed(tokens: Sequence[Token], start: int, first: int) -> bool:
    """ "Mr Patel, the defence minister": a title behind a comma, past its article."""
    before = next((tokens[at] for at in range(start - 1, max(first, start - 4) - 1, -1) if tokens[at].kind != "w"), None)
    return before is not None and before.text == ","


def _past(after: Sequence[Token]) -> bool:
    """ "last May", "el año pasado", "hace un mes", "mayo": a time gone by."""
    return any(token.norm in _GONE for token in after) or bool(after and after[0].norm in calendar("es"))


def _who_was(finder: Finder, start: int) -> bool:
    """ "Derlis Gaona, quien fue ministro", "Bo Tran, who was once mayor": told aside of somebody, a term that is over."""
    tokens, at = finder.at.reading.tokens, start - 1
    while at > 0 and start - at <= _BEFORE and tokens[at].kind == "w" and tokens[at].norm not in _WERE:
        at -= 1
    sworn = tokens[start - 1].norm in ("as", "como")  # "who was sworn in as president"
    return at > 0 and not sworn and tokens[at].norm in _WERE and tokens[at - 1].norm in ("who", "quien", "que")


def article(finder: Finder, start: int) -> int:
    """Where the articles before an office start, or the country whose it is: "Australia's minister"."""
    tokens = finder.at.reading.tokens
    if start > 1 and tokens[start - 1].text in ("'s", "’s") and tokens[start - 2].capital:
        return start - 2
    while start > 0 and tokens[start - 1].norm in finder.at.words.determiners:
        start -= 1
    return start


def to_be(finder: Finder, start: int) -> bool:
    """ "Ana Ruiz será presidenta", "will be the next governor", "will become minister": an office that somebody comes to."""
    tokens, at = finder.at.reading.tokens, start - 1
    return at > 0 and (tokens[at].norm in ("sera", "seran") or (tokens[at].norm in ("be", "become") and tokens[at - 1].norm in _WILL))


def past_term(finder: Finder, start: int) -> bool:
    """ "from 2004 to 2009 under President Saca": whose term a sentence with years of its own tells of."""
    reading = finder.at.reading
    tokens = reading.tokens
    if not start or tokens[start - 1].norm not in ("under", "bajo"):
        return False
    sentence = reading.sentences[reading.sentence_of[start]]
    near = tokens[max(sentence.first, start - 30) : start]
    return any(token.kind == "n" and len(token.text) == 4 and token.text.isdigit() for token in near)


def served(finder: Finder, roles: RoleWords, start: int, last: int) -> bool:
    """ "el portavoz del gobernador, Bo Trán", "a spokesman for the mayor, Ann Lee": the name is that of who serves the office."""
    tokens = finder.at.reading.tokens
    if last >= len(tokens) or tokens[last].text != ",":
        return False
    start = article(finder, start)
    if start < 2 or tokens[start - 1].norm not in ("of", "for", "to", "de", "del"):
        return False
    return tokens[start - 2].norm in roles.persons


def sought(finder: Finder, office: int, start: int) -> bool:
    """ "a candidate for mayor", "candidato a gobernador": the office is what somebody seeks."""
    tokens = finder.at.reading.tokens
    if start and tokens[start - 1].norm in _CHOSEN:
        return not tokens[office].capital  # "re-elected Mayor Ann Lee"
    if (start < office or tokens[office].norm in finder.at.words.determiners) and finder.at.reading.language == "es":
        return False  # "destituyó a la ministra"
    if tokens[office].capital and office + 1 < len(tokens) and tokens[office + 1].capital:
        return False  # "a spokesman for Mayor Bo Tran"
    if to_be(finder, start):
        return False
    return start > 1 and tokens[start - 1].norm in ("for", "to", "a", "become", "be") and tokens[start - 2].kind == "w"


def definite(finder: Finder, first: int) -> bool:
    """ "El Presidente viajó": a title with its article and a capital, in a text too short to name its holder."""
    tokens = finder.at.reading.tokens
    state = tokens[first].norm in ("jefe", "jefa", "head") and tokens[first + 1].norm in ("de", "of")
    return (tokens[first].capital or state) and tokens[first - 1].norm in ("el", "la", "the")


def verb_tells(finder: Finder, start: int) -> bool:
    """ "designa a Ana Ruiz como ministra", "quit as mayor": a verb of the clause tells the stage, the title only which office."""
    reading = finder.at.reading
    tokens = reading.tokens
    if start < 2 or tokens[start - 1].norm not in ("as", "como"):
        return False
    for index in range(start - 2, max(start - 12, reading.sentences[reading.sentence_of[start - 1]].first) - 1, -1):
        if tokens[index].text in ",;:":
            return False
        if office_told(tokens, index, reading.language):
            return True
    return False


def private(finder: Finder, roles: RoleWords, first: int, last: int) -> bool:
    """True where the office is that of a club, a union, a court: "the union's president", "presidente del club", "Su presidente"."""
    reading = finder.at.reading
    tokens = reading.tokens
    before = tokens[max(0, first - 3) : first]
    owned = before if reading.language == "en" else []  # "the union president"; in Spanish a body stands after
    for at in range(len(owned) - 1, -1, -1):
        if owned[at].text in _MARKS:
            break
        if owned[at].norm in roles.private and not _central(owned, at, roles):
            return True
    if before and before[-1].norm in ("its", "su"):
        return not (last + 1 < len(tokens) and tokens[last].norm in ("de", "del") and tokens[last + 1].norm in roles.portfolios)
    if before and before[-1].text in ("'s", "’s") and first >= 2:
        owner = finder.at.names.at(finder.at.section, first - 2)
        if owner is not None and owner.subject.type == "organization":
            return True
    if last + 1 < len(tokens) and tokens[last].norm in ("of", "de", "del"):
        at = last + 1
        while at < len(tokens) and tokens[at].norm in _FUNCTION:
            at += 1
        for place in range(at, min(at + 4, len(tokens))):  # "of the swimming club"
            if tokens[place].kind != "w" or (place > at and tokens[place].norm in finder.at.words.prepositions):
                break
            if tokens[place].norm in roles.private and tokens[place].norm != "union":
                return True
    return False


def _central(owned: Sequence[Token], at: int, roles: RoleWords) -> bool:
    """ "the Reserve Bank governor", "Bank of England governor": the bank of a state."""
    if owned[at].norm != "bank":
        return False
    return (at > 0 and (owned[at - 1].norm in roles.central or owned[at - 1].norm == "reserve")) or (
        at + 1 < len(owned) and owned[at + 1].norm == "of"
    )
