"""Who a verb is about: the noun phrases to its left and right within the clause. In: a reading, names, a verb's tokens; out: phrases.

Not a parser: clauses end where small words, verbs of saying and marks end them; a phrase after a preposition is not the subject; what
stands between two commas is skipped. Every walk is bounded, so the cost does not depend on the length of the sentence.
"""

from __future__ import annotations

from functools import cache

from watcher.extract.modality import modal_words
from watcher.extract.namewords import counts, numerals, people_words
from watcher.extract.neighbours import among
from watcher.extract.statuses.antecedents import acts, antecedent, before_parenthesis, best, relative, ungoverned
from watcher.extract.statuses.compounds import calendar
from watcher.extract.statuses.spots import Noun, Pick, Place

LEFT, RIGHT = 60, 16
_INFINITIVES = frozenset(["estar", "haber", "ser", "be", "have"])  # "descartaron estar negociando una fusión"
_THE = frozenset(["la", "el"])  # opens a phrase that has no noun
_SINGULAR = frozenset(["was", "is", "has", "fue", "es", "esta", "ha", "estaba", "sigue", "quedo", "resulto"])
_ONE = frozenset(["1", "one", "another", "un", "uno", "una", "otro", "otra"])
_HALF = frozenset(["medio", "media"])
_AND, _IN = frozenset(["y", "e", "and"]), frozenset(["en", "por", "in", "on"])
_SOMEBODY = frozenset(["uno", "una", "alguien", "varios", "varias", "algunos", "algunas", "nadie"])
_OPENED = 4  # tokens from a word that opens a clause to its subject, past a title
_TIMES = frozenset(["day", "week", "month", "year", "moment", "night", "time", "morning"])  # "the day Ann Lee takes office"
_WHOSE = frozenset(["whose", "cuyo", "cuya", "cuyos", "cuyas"])


@cache
def _halts(language: str) -> frozenset[str]:
    """All that may end the walk to a subject."""
    words = modal_words(language)
    return words.relatives | words.boundaries | words.sayings | words.conjunctions | _WHOSE | {";", ":"}


def subject_left(at: Place, group: int, pick: Pick) -> Noun | None:
    """The subject of the verb group that starts at `group`; None where its clause names none."""
    tokens, words = at.reading.tokens, at.words
    sentence = at.reading.sentences[at.reading.sentence_of[group]]
    index = group - 1
    limit = max(sentence.first, group - LEFT)
    halts = _halts(at.reading.language)
    if counted_before(at, group, limit) and (among(tokens[index].norm, at.words.besides, _THEM) or pick(index) is None):
        return None  # "while 14 more were hospitalised"
    if index >= limit and tokens[index].text in (",", "–", "—", ")"):
        return before_parenthesis(at, index, limit, pick)
    found: list[Noun] = []
    while index >= limit:
        token = tokens[index]
        noun = pick(index)
        if noun is not None:
            if noun.last == group and (_begins(at, noun.first) or _coordinate(at, noun, limit)):
                return noun  # "after Bo Tran stepped down", "after a deal was agreed"
            if noun.pronoun and noun.last == group and not noun.governed(at.reading, words):
                return noun  # "The leader since 2012, she was jailed"
            if noun.mention is None and tokens[noun.first].norm in _THE and noun.first > limit and tokens[noun.first - 1].norm in _AND:
                return noun  # "la de Pesca sigue en comisión y la de Aguas fue anulada"
            found.append(noun)
            index = noun.first - 1
            continue
        if token.norm not in halts:
            index -= 1
            continue
        if token.norm in _WHOSE:  # "The man whose brother was arrested has died"
            return antecedent(at, index, limit, pick) if _told_between(at, index, group) else best(at, found)
        if token.norm in words.relatives and token.text[0].islower():
            own = best(at, found)  # None where all it found is governed
            if own is not None and not acts(at, index + 1, pick):
                return own
            if token.norm == "que" and index + 2 < group and index > limit and tokens[index - 1].norm in words.sayings:
                if tokens[index + 1].norm in words.determiners or tokens[index + 1].norm in _SOMEBODY:
                    return own  # "Ana Ruiz dijo que uno de los heridos fue trasladado": somebody else than who says so
            whom = relative(at, index, limit, pick)
            if whom is not None and whom.mention is None and whom.governed(at.reading, words) and _parted(at, index, group):
                index = whom.first - 1  # "golpeó la celda del guardia que lo cuidaba, rompió un vidrio y escapó"
                continue
            return whom or own
        if token.norm == "as" and not found and _plain(at, index + 1, group):
            break  # "declared an emergency as heavy rains continued"
        if token.text in ";:" or (found and token.norm in words.boundaries and index < group - 1):
            break
        if len(found) > 1 and token.norm == "told" and found[-1].mention is None and found[-1].first - index < 3:
            found.pop()  # "told reporters the man was dead"
        if token.norm in words.sayings and (found or tokens[index + 1].norm in words.determiners or _plain(at, index + 1, group)):
            break  # "I said the numbers were missing", "said elections would be held by March"
        if token.norm in words.conjunctions and (ungoverned(at, found) or _counts(at, index + 1, group)) and _verb_between(at, index):
            break
        index -= 1
    return best(at, found)


def _parted(at: Place, first: int, last: int) -> bool:
    """A comma ends the relative clause that opens at `first` before a verb group at `last`."""
    return any(token.text == "," for token in at.reading.tokens[first:last]) and at.reading.tokens[first - 1].text != ","


_THEM = frozenset(("ellos", "ellas", "them", "these", "those", "estos", "estas"))


def counted_before(at: Place, group: int, limit: int) -> bool:
    """Nothing but a count is the subject: "14 were", "two others were", "otras 12 fueron", "dos de ellos han"; not "en 2019 fue"."""
    tokens, index = at.reading.tokens, group - 1
    if index - 1 > limit and tokens[index].norm in _THEM and tokens[index - 1].norm in ("de", "of"):
        index -= 2
    while index > limit and (tokens[index].norm in at.words.besides or tokens[index].norm in people_words(at.reading.language)):
        index -= 1
    if index < limit or not (tokens[index].kind == "n" or tokens[index].norm in numerals(at.reading.language)):
        return False
    before = tokens[index - 1].norm if index > limit else ""
    if index > limit and tokens[index - 1].text == "-":
        return False  # "el torneo sub-23 fue aplazado"
    if tokens[group].norm in _SINGULAR and tokens[index].norm not in _ONE and group - index < 3:
        return False  # "who fleeced six women was jailed"
    if before in calendar(at.reading.language) or _named_by_it(at, index, limit):
        return False  # "el jueves 14 fue detenido", "el vuelo 815 fue cancelado"
    while index > limit and tokens[index - 1].norm in at.words.besides:
        index -= 1
    if index - 2 >= limit and tokens[index - 1].norm in at.words.conjunctions and at.names.at(at.section, index - 2) is not None:
        return False  # "Bo Trán y otras once personas fueron halladas"
    return not (before in at.words.prepositions or before == "el" or (index > limit and tokens[index - 1].capital))


def _named_by_it(at: Place, number: int, limit: int) -> bool:
    """ "el vuelo 815", "la jornada 12": a number that tells which, right behind its noun."""
    token, words = at.reading.tokens[number - 1], at.words
    if number <= limit or token.kind != "w" or at.reading.tokens[number].kind != "n":
        return False
    small = (
        words.conjunctions,
        words.boundaries,
        words.determiners,
        words.sayings,
        words.auxiliaries,
        words.relatives,
        words.besides,
        words.before_counts,
    )
    return not among(token.norm, *small)


def counted_behind(at: Place, last: int) -> bool:
    """ "Killed at least nine, police said": a verb acts on a count."""
    tokens, index = at.reading.tokens, last
    while index < len(tokens) - 1 and index < last + 3 and tokens[index].norm in at.words.before_counts:
        index += 1
    return index < len(tokens) and (tokens[index].kind == "n" or tokens[index].norm in numerals(at.reading.language) - {"one", "uno"})


def _plain(at: Place, first: int, last: int) -> bool:
    """One to three words or numbers that no small word or mark divides: a phrase of its own."""
    small = (at.words.prepositions, at.words.conjunctions, at.words.boundaries)
    return 0 < last - first < 4 and all(token.kind != "p" and not among(token.norm, *small) for token in at.reading.tokens[first:last])


def _begins(at: Place, first: int) -> bool:
    """True where a word that opens a clause stands before a phrase, past its article and what describes it."""
    tokens = at.reading.tokens
    for index in range(first - 1, max(first - 1 - _OPENED, -1), -1):
        token = tokens[index]
        if token.norm in at.words.boundaries or (token.norm in _TIMES and index and tokens[index - 1].norm == "the"):
            return True
        if token.text == "-":
            continue
        if token.kind != "w" or among(token.norm, at.words.prepositions, at.words.conjunctions, at.words.relatives):
            break
    return False


def _coordinate(at: Place, noun: Noun, limit: int) -> bool:
    """ "Ana Ruiz renunció al cargo y Bo Trán asume": a name between a clause's "and" and a verb in the singular."""
    tokens = at.reading.tokens
    joined = noun.mention is not None and noun.first - 1 > limit and tokens[noun.first - 1].norm in _AND
    alone = not tokens[noun.last].norm.endswith("n") if joined and at.reading.language == "es" else False
    return alone and _verb_between(at, noun.first - 1)


def _verb_between(at: Place, conjunction: int) -> bool:
    """ "X left and Y was arrested": what follows the conjunction is a clause with a subject of its own."""
    tokens = at.reading.tokens
    start = at.reading.sentences[at.reading.sentence_of[conjunction]].first
    before = tokens[max(start, conjunction - 14) : conjunction]
    return any(
        token.norm in at.words.being
        or token.norm in at.words.having
        or ((token.kind == "w" and token.norm.endswith(("ed", "io", "aron", "ieron"))) or token.text.endswith("ó"))
        for token in before
    )


def _counts(at: Place, first: int, group: int) -> bool:
    """ "and several of his aides have been", "y varios de sus socios fueron": others than whom the clause before names."""
    tokens = at.reading.tokens
    return (
        first < group and tokens[first].norm in counts(at.reading.language) and among(tokens[group].norm, at.words.being, at.words.having)
    )


def _told_between(at: Place, first: int, last: int) -> bool:
    """True where a verb group of its own stands in these tokens."""
    return any(among(token.norm, at.words.being, at.words.having) for token in at.reading.tokens[first:last])


def _closing(at: Place, comma: int, stop: int) -> int:
    """The comma that closes what another opens with a preposition: "aprobó, con 71 votos a favor y 38 en contra, la ley"; 0 without."""
    tokens = at.reading.tokens
    if comma + 1 >= stop or not among(tokens[comma + 1].norm, at.words.prepositions, ("y", "and")):
        return 0
    return next((index for index in range(comma + 2, min(comma + 16, stop)) if tokens[index].text == ","), 0)


@cache
def _tells_end(language: str) -> frozenset[str]:
    """All that may end the walk to what a verb acts on."""
    words = modal_words(language)
    return words.prepositions.union(
        words.relatives, words.boundaries, words.conjunctions, words.sayings, _INFINITIVES, ("a", "al", "hasta", "by", "por")
    )


def _goes_on(at: Place, index: int) -> bool:
    """The rest of a sum or the second of two places behind an "and": "12 años y 6 meses", "dos años y medio", "en Lima y Cusco"."""
    before, after = at.reading.tokens[index - 1], at.reading.tokens[index + 1]
    if before.capital and after.capital:
        place = at.names.at(at.section, index - 1)
        return place is not None and place.subject.type == "place"
    return after.kind == "n" or after.norm in _HALF or after.norm in numerals("es")


def object_right(at: Place, last: int, pick: Pick, reach: int = RIGHT) -> Noun | None:
    """The first phrase after a verb that ends before `last`: what the verb acts on."""
    tokens, words = at.reading.tokens, at.words
    sentence = at.reading.sentences[at.reading.sentence_of[last - 1]]
    index = last
    stop, ends = min(sentence.last, last + reach), _tells_end(at.reading.language)
    unnamed: Noun | None = None
    while index < stop:
        token = tokens[index]
        noun = pick(index)
        if noun is not None:
            if noun.mention is not None or unnamed is None:
                if noun.mention is not None:
                    return noun
                unnamed = noun
            index = noun.last
            continue
        if token.kind == "w" and token.norm not in ends:
            index += 1
            continue
        if token.text == "," and index + 1 < stop and tokens[index + 1].norm in words.being:
            break  # "Bo Tran, also charged, is a fugitive"
        if (
            unnamed is not None
            and token.norm in ("a", "al")
            and at.reading.language == "es"
            and tokens[unnamed.first - 1].norm not in words.determiners
        ):
            unnamed = None  # "declaró presidente electo a Ana Ruiz": what somebody becomes
        if unnamed is not None and (token.norm in words.prepositions or token.text in ",.;:"):
            break
        if token.text == "," and (closing := _closing(at, index, sentence.last)):
            index, stop = closing + 1, min(sentence.last, closing + 1 + reach)
            continue
        if token.norm in _AND and index + 1 < stop and (tokens[index + 1].norm in _IN or _goes_on(at, index)):
            index += 2  # "aprobó en lo general y en lo particular la ley", "condenó a 12 años y medio a"
            continue
        if token.norm == "hasta" and not any(following.kind == "n" for following in tokens[index : index + 4]):
            break
        if (
            token.text in ".;:!?»”"
            or (token.norm in words.relatives)
            or (token.norm in words.boundaries and token.norm not in ("hasta", "desde"))
            or among(token.norm, words.conjunctions, words.sayings)
            or token.norm in _INFINITIVES
        ):
            break
        if token.norm in ("by", "por") and at.reading.language == "en":
            break
        index += 1
    return unnamed
