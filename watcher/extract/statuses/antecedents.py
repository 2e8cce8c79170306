"""What a relative pronoun or a comma points back to: the phrase before "who", before a parenthesis, before an apposition.

In: a place to look, where the pronoun or comma stands, and what admits phrases; out: a phrase, or None. Every walk is bounded.
"""

from __future__ import annotations

from watcher.extract.namewords import role_words
from watcher.extract.neighbours import among
from watcher.extract.statuses.spots import Noun, Pick, Place

_APPOSED = 14  # tokens of an apposition
_A = frozenset(["a", "an", "the", "un", "una", "el", "la"])
_RELATIVES = frozenset(["which", "that", "whom", "que", "quien"])
_TO_WHOM = frozenset(["a", "al", "el", "la", "los", "las", "sobre", "contra", "against"])
_AND = frozenset(["y", "e", "and"])


def _told(at: Place, index: int, limit: int, pick: Pick) -> bool:
    """ "told CNN that", "dijo a la prensa que": the conjunction opens what is said, it stands for nobody."""
    said = [token.norm for token in at.reading.tokens[max(limit, index - 5) : index - 1] if token.norm in at.words.sayings]
    return bool(said) and ("told" in said or pick(index - 1) is None)


def relative(at: Place, index: int, limit: int, pick: Pick) -> Noun | None:
    """What the relative pronoun at `index` stands for, where it is the subject: not in "in which", "la ciudad en la que", "said that"."""
    tokens, words = at.reading.tokens, at.words
    before = tokens[index - 1].norm if index else ""
    if before in words.prepositions or (before in words.determiners and index > 1 and tokens[index - 2].norm in words.prepositions):
        return None
    if tokens[index].norm == "that" and before in words.sayings:
        return None
    if tokens[index].norm in ("that", "que") and before != "," and _told(at, index, limit, pick):
        return None
    return antecedent(at, index, limit, pick)


def acts(at: Place, index: int, pick: Pick) -> bool:
    """True where a verb opens the relative clause, "[who] killed two girls": the verb behind that clause is not its objects'."""
    token, words = at.reading.tokens[index], at.words
    small = token.kind == "w" and token.text[0].islower() and token.norm not in words.prepositions
    return small and token.norm not in words.determiners and pick(index) is None


def relative_object(at: Place, group: int, pick: Pick) -> Noun | None:
    """ "the bill, which the senate rejected", "el hombre al que detuvieron": what a relative before the verb's own subject stands for."""
    tokens, words = at.reading.tokens, at.words
    limit = max(at.reading.sentences[at.reading.sentence_of[group]].first, group - 7)
    if not at.reading.holds(_RELATIVES, limit, group):
        return None
    for index in range(group - 1, limit, -1):
        norm = tokens[index].norm
        if norm in _RELATIVES:
            start = index
            while start > limit and tokens[start - 1].norm in _TO_WHOM:
                start -= 1
            before = tokens[start - 1]
            acts = index == group - 1 and start == index  # the relative is the subject itself
            clause = norm == "that" and before.kind == "w" and pick(start - 1) is None
            if acts or clause or before.norm in words.sayings:
                return None
            return antecedent(at, start, max(0, start - 20), pick)
        if tokens[index].kind == "p" or norm in words.conjunctions or norm in words.being:
            return None
    return None


def ungoverned(at: Place, found: list[Noun]) -> list[Noun]:
    """The phrases without a preposition, leftmost first."""
    return [noun for noun in reversed(found) if not noun.governed(at.reading, at.words)]


def best(at: Place, found: list[Noun]) -> Noun | None:
    """The leftmost phrase without a preposition; a name before another word; none where all are governed."""
    free = ungoverned(at, found)
    if not free:
        return None
    named = [noun for noun in free if noun.mention is not None]
    first = free[0]
    following = next((noun for noun in free[1:] if noun.mention is not None), None)
    if first.mention is not None and following is not None and 1 <= following.first - first.last <= 2:
        between = at.reading.tokens[first.last : following.first]
        if between[-1].norm in role_words(at.reading.language).persons and all(token.text.islower() for token in between):
            return following  # "Harry Potter actor Robbie Coltrane"
    if first.mention is None and not first.pronoun and named and named[0].first - first.last <= 8:
        return named[0]  # "His deputy, Mina Sorrel, is"
    return first


def antecedent(at: Place, index: int, limit: int, pick: Pick) -> Noun | None:
    """What a relative pronoun stands for: the phrase directly before it."""
    steps = 0
    index -= 1
    while index >= limit and steps < 14:
        noun = pick(index)
        if noun is not None and not (noun.governed(at.reading, at.words) and steps > 6):
            return _told_of(at, noun, limit, pick) or noun
        index -= 1
        steps += 1
    return None


def _told_of(at: Place, noun: Noun, limit: int, pick: Pick) -> Noun | None:
    """ "Ann Lee, a close ally of Bo Tran, who was sacked": the one whom an apposition with another's name is said of."""
    tokens, words = at.reading.tokens, at.words
    if noun.mention is None or not noun.governed(at.reading, words):
        return None
    for index in range(noun.first - 1, max(limit, noun.first - _APPOSED), -1):
        if tokens[index].text == ",":
            named = pick(index - 1)
            opened = tokens[index + 1].norm in _A
            return named if opened and named is not None and named.mention is not None and not named.governed(at.reading, words) else None
        if tokens[index].text in ".;:" or among(tokens[index].norm, words.being, words.having, words.relatives):
            return None
    return None


def before_parenthesis(at: Place, index: int, limit: int, pick: Pick) -> Noun | None:
    """ "X, who ..., was charged": the phrase before the comma that opens what the comma at `index` closes."""
    tokens = at.reading.tokens
    best: Noun | None = None
    comma = index - 1
    while comma >= limit:
        if tokens[comma].text == ";":
            break
        if tokens[comma].norm == "que" and best is None and _told(at, comma, limit, pick):
            return _last_before(at, index, comma, pick)  # "Ana Ruiz informó de que el más grave, de 40 años, sigue": not who says so
        if tokens[comma].text in (",", "–", "—", "("):
            ends = comma - 2 * (comma - 3 >= limit and tokens[comma - 2].norm in ("of", "de") and tokens[comma - 1].kind == "n")
            noun, inner = pick(ends - 1), pick(index - 1)  # "the Data Act of 2019, on which ...,"
            apposed = best is None and inner is not None and inner.mention is not None and _titled(at, comma + 1, inner.first)
            if apposed and (noun is None or noun.pronoun or noun.governed(at.reading, at.words)):
                return inner  # "el marido de Ana Ruiz, Bo Trán, murió"
            if noun is not None:
                best = _headed(at, noun, limit, pick) or noun
                if not best.governed(at.reading, at.words):
                    return best
        comma -= 1
    return best or _last_before(at, index, limit, pick)


def _titled(at: Place, first: int, last: int) -> bool:
    """Nothing, or names and their titles joined by "and", between a comma and the name before the comma that closes it."""
    words, tokens = at.words, at.reading.tokens[first:last]
    if not tokens:
        return True
    closed = (words.being, words.having, words.relatives, words.sayings, words.prepositions)
    joined = any(token.norm in _AND for token in tokens)
    return joined and all(token.kind == "w" and not among(token.norm, *closed) for token in tokens)


def _headed(at: Place, noun: Noun, limit: int, pick: Pick) -> Noun | None:
    """ "El marido de Ana Ruiz, de 40 años, murió": the phrase that what a preposition governs belongs to."""
    tokens, words = at.reading.tokens, at.words
    if not noun.governed(at.reading, words):
        return None
    for index in range(noun.first - 1, max(limit, noun.first - 7) - 1, -1):
        token = tokens[index]
        head = pick(index)
        if head is not None:
            return None if head.governed(at.reading, words) else head
        if token.kind != "w" or not (token.norm in words.prepositions or token.norm in words.determiners or token.capital):
            return None
    return None


def _last_before(at: Place, index: int, limit: int, pick: Pick) -> Noun | None:
    found: list[Noun] = []
    while index >= limit:
        noun = pick(index)
        if noun is not None:
            found.append(noun)
            index = noun.first - 1
        else:
            index -= 1
    return best(at, found)
