"""How a figure's sentence is meant: asserted, denied, planned, conditional or alleged. In: a reading and a token of it; out: a `Modality`.

What counts stands before the figure in its clause, else right behind it where the figure opens the clause ("30 stations are to close"),
or at the head of its sentence ("if passed, ...", "it is false that ..."). A word inside a relative clause that ended before the figure
speaks of something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from watcher import lexicon
from watcher.extract.figures.hedges import limits
from watcher.extract.neighbours import follows
from watcher.extract.reading import Reading, Sentence, Token
from watcher.extract.verbforms import finite
from watcher.model import Modality

_BREAKS = frozenset(",;:—–()“”«»")
_STRONG = frozenset(";“”«»")
_ENDINGS = ("ría", "rían", "rá", "rán")  # of the Spanish future and conditional
_LAST = frozenset(ending[-1] for ending in _ENDINGS)
_BACK = 18  # tokens before a figure in which its verb is looked for
_OPENING = 3  # tokens from the head of a clause to a figure that opens it
_AHEAD = 7  # tokens behind a figure that opens its clause
_WAS = ("ó", "aba", "aban", "ía", "ían")
_THAN = ("de", "que", "than")
_WERE = frozenset(["era", "eran", "fue", "fueron", "hubo"])
_DENIED = 25  # tokens from a denial to what it denies
_NEGATED = 4  # tokens between a negation and what it takes away
_VIEW = 4  # tokens from "if" to the verb that tells how a figure is looked at: "si se tiene en cuenta"
_TRAIL = 14  # tokens from a figure to the condition behind it


@dataclass(frozen=True, slots=True, eq=False)
class Stances:
    """The cues of one language: sets of folded words, phrases by their first word."""

    sets: dict[str, frozenset[str]]
    cues: dict[str, Modality]
    joined: dict[str, Modality]  # words that count with an infinitive behind them
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Modality]]]]  # by their first two words
    telling: frozenset[str]  # the words that a cue starts with
    opening: frozenset[str]  # those of them that are none without the word behind them
    seconds: frozenset[str]  # the second words of phrases
    breaks: frozenset[str]  # what ends a clause
    behind: frozenset[str]  # all that counts before a figure, Spanish verbs told by their endings apart
    ahead: frozenset[str]  # all that counts behind a figure, verbs told by their endings apart
    untrue: frozenset[str]  # the words that a denial starts with, and those that part one from what stands behind it
    heads: frozenset[str]  # the words that a condition at the head of a sentence starts with
    conditions: frozenset[str]  # the words that a condition behind a figure starts with
    spanish: bool


@cache
def stances(language: str) -> Stances:
    raw = lexicon.load(f"{language}/stance")
    meanings: tuple[Modality, ...] = ("planned", "conditional", "alleged")
    cues: dict[str, Modality] = {word: meaning for meaning in meanings for word in raw[meaning]}
    joined: dict[str, Modality] = {word: meaning for meaning in meanings for word in raw[f"{meaning}_to"]}
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Modality]]]] = {}
    every: list[tuple[str, Modality]] = [(phrase, meaning) for meaning in meanings for phrase in raw[f"{meaning}_phrases"]]
    every += [(phrase, "denied") for phrase in raw["untrue"]]
    for phrase, meaning in every:
        words = tuple(phrase.split())
        phrases.setdefault(words[0], {}).setdefault(words[1], []).append((words, meaning))
    sets = {name: frozenset(value) for name, value in raw.items()}
    untrue = sets["denying"].union([phrase.split()[0] for phrase in raw["untrue"]], sets["turns"], _STRONG)
    conditions = sets["conditions"] | sets["inverted"]
    return Stances(
        sets,
        cues,
        joined,
        phrases,
        frozenset([*cues, *joined, *phrases]),
        frozenset(phrases.keys() - cues.keys() - joined.keys()),
        frozenset([second for behind in phrases.values() for second in behind]),
        _BREAKS | sets["boundaries"],
        frozenset([*_BREAKS, *sets["boundaries"], *cues, *joined, *phrases]),
        frozenset([*_BREAKS, *sets["boundaries"], *sets["relatives"], *sets["auxiliaries"], *cues, *joined, *phrases]),
        untrue,
        conditions.union(sets["opening"], phrases),
        conditions,
        language == "es",
    )


def stance(reading: Reading, at: int) -> Modality:
    """How the figure whose first token is `at` is meant."""
    if at >= len(reading.sentence_of):
        return "asserted"
    words, tokens = stances(reading.language), reading.tokens
    sentence = reading.sentences[reading.sentence_of[at]]
    first = sentence.first
    if tokens[at - 1].norm in _THAN and _limited(tokens, at, reading.language):
        return "asserted"
    if reading.holds(words.sets["negations"], max(first, at - _NEGATED), at) and _negated(tokens, first, at, words):
        return "denied"
    if reading.holds(words.untrue, max(first, at - _DENIED), at) and _denied(reading, first, at, words):
        return "denied"
    clause = max(first, at - _BACK)
    breaks, telling, spanish = words.breaks, words.telling, words.spanish
    for back in range(at - 1, clause - 1, -1) if spanish else reversed(reading.between(words.behind, clause, at)):
        token = tokens[back]
        if token.norm in breaks and not (token.norm == "," and _goes_on(tokens, back)):
            clause = back + 1
            break
        tells = token.norm in telling and (token.norm not in words.opening or tokens[back + 1].norm in words.seconds)
        if tells or (spanish and token.text[-1] in _LAST and token.text.endswith(_ENDINGS)):
            told = _cue(tokens, back, words)
            if told and not _apart(tokens, back, at, words) and not _described(tokens, back, at, words):
                return told
    if at - clause <= _OPENING and (told := _ahead(tokens, at, sentence.last, words)):
        done = any(_verbal(token.norm, token.text, words) for token in tokens[clause:at])
        return "asserted" if done else told  # "El TSE anuló 213 actas y repetirá la votación"
    return _supposed(reading, sentence, at, words) or "asserted"


def _limited(tokens: Sequence[Token], at: int, language: str) -> bool:
    """ "No ve más de 800": what is denied is that there are more. Before `at` stands "de"."""
    hedged = at > 1 and tokens[at - 2].norm in ("mas", "menos", "more", "fewer", "less")
    return hedged and limits(tokens, at - 2, language)


def _goes_on(tokens: Sequence[Token], comma: int) -> bool:
    """ "On May 5, 2031" is one date, "would go up by 6.5%, to Rs 9.20" one move."""
    after = tokens[comma + 1]
    return after.norm in ("to", "hasta") or tokens[comma - 1].kind == after.kind == "n"


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def _phrase(tokens: Sequence[Token], at: int, words: Stances) -> Modality | None:
    known = words.phrases.get(tokens[at].norm)
    if known is None:
        return None
    for phrase, meaning in known.get(_norm(tokens, at + 1), ()):
        if follows(tokens, at, phrase):
            return meaning
    return None


def _of_calendar(tokens: Sequence[Token], at: int, words: Stances) -> bool:
    """ "April 1 to May 31", "in May", "Theresa May won": the month or a name, not the verb, which is written large in headlines alone."""
    if not tokens[at].capital or tokens[at].norm not in words.sets["months"]:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.kind == "w" and (not following.capital or _norm(tokens, at - 1) in ("", ".")):
        return True
    beside = {token.kind for token in (*tokens[at - 1 : at], *tokens[at + 1 : at + 2])}
    return "n" in beside or _norm(tokens, at - 1) in words.sets["month_leads"]


def _cue(tokens: Sequence[Token], at: int, words: Stances) -> Modality | None:
    """What the word at `at` makes of what it governs."""
    norm = tokens[at].norm
    known = words.cues.get(norm)
    if known:
        named = norm in words.sets["nouns"] and (_norm(tokens, at - 1) in words.sets["determiners"] or _of_calendar(tokens, at, words))
        affirmed = norm == "si" and tokens[at].text.casefold() != "si"
        return None if named or affirmed else known
    if norm in words.phrases and (told := _phrase(tokens, at, words)) not in (None, "denied"):
        return told
    joined = words.joined.get(norm)
    if joined and _infinitive(tokens, at, words):
        return joined
    return _ending(tokens, at, words) if words.spanish else None


def _infinitive(tokens: Sequence[Token], at: int, words: Stances) -> bool:
    """An infinitive within the next words: "expects to close", "espera cerrar", "va a cerrar"."""
    near = [_norm(tokens, at + step) for step in (1, 2, 3)]
    if not words.spanish:
        skip = near[0] in words.sets["adverbs"]
        verb = near[skip + 1]  # "due to three storms", "due to the storm" gives a reason
        return near[skip] == "to" and verb.isalpha() and verb not in words.sets["determiners"]
    skipped = [word for word in near if word not in words.sets["adverbs"]]
    return bool(skipped) and skipped[0].endswith(("ar", "er", "ir", "arse", "erse", "irse", "arlo", "arla"))


def _ending(tokens: Sequence[Token], at: int, words: Stances) -> Modality | None:
    """The Spanish future and conditional, told by their endings; "la mayoría" is a noun."""
    text = tokens[at].text
    if not text.endswith(_ENDINGS) or len(text) < 5 or tokens[at].norm in words.sets["nouns"]:
        return None
    if text.endswith(("ría", "rían")):
        named = _norm(tokens, at - 1) in words.sets["determiners"] and _norm(tokens, at - 2) not in ("se", "que", "no")
        return None if named or (text[0].isupper() and at and tokens[at - 1].text not in "¿¡“«") else "conditional"
    return "planned"


def _apart(tokens: Sequence[Token], cue: int, at: int, words: Stances) -> bool:
    """True for a relative clause with its own object, where another verb takes the figure: "the pier that will replace it is 300 m"."""
    opening = cue - 1
    while opening > cue - 4 and _norm(tokens, opening) in words.sets["adverbs"]:
        opening -= 1
    if _norm(tokens, opening) not in words.sets["relatives"]:
        return False
    behind = at - 1
    while behind > cue and tokens[behind].norm in words.sets["hedges"]:
        behind -= 1
    if behind <= cue + 1 or tokens[behind].norm in words.sets["prepositions"]:
        return False
    return any(tokens[between].norm in words.sets["determiners"] for between in range(cue + 1, behind - 1))


_CLITIC = 4  # letters of "los", "les", "nos", "más"
_PARTICIPLES = ("ado", "ido", "ada", "ida")


def _described(tokens: Sequence[Token], cue: int, at: int, words: Stances) -> bool:
    """ "Criticised for its alleged abuses, and held 250": another verb stands between the figure and a noun that is only called so."""
    return tokens[cue].norm in words.sets["describing"] and any(token.norm in words.sets["auxiliaries"] for token in tokens[cue + 1 : at])


def _negated(tokens: Sequence[Token], first: int, at: int, words: Stances) -> bool:
    """ "were not 500", "no hubo 500": a negation of the verb that stands right before the figure."""
    negations = words.sets["negations"]
    for back in range(at - 1, max(first, at - _NEGATED) - 1, -1):
        norm = tokens[back].norm
        if norm in words.breaks or norm == "sino":
            return False
        if norm in negations and _norm(tokens, back + 1) not in words.sets["limits"]:
            if words.spanish and _qualified(tokens, back):
                continue
            return words.spanish or _norm(tokens, back - 1) in words.sets["auxiliaries"] or norm in words.sets["auxiliaries"]
    return False


def _qualified(tokens: Sequence[Token], no: int) -> bool:
    """ "Trabajadores no registrados", "bebidas no alcohólicas": a "no" between a noun and the adjective that agrees with it denies
    nothing."""
    noun, adjective = _norm(tokens, no - 1), _norm(tokens, no + 1)
    if noun.endswith("s"):
        return len(noun) > _CLITIC and len(adjective) > _CLITIC and adjective.endswith("s")  # no verb told of others ends so
    return len(noun) > _CLITIC and adjective.endswith(_PARTICIPLES) and tokens[no + 1].text.lower() not in finite("es")


def _denied(reading: Reading, first: int, at: int, words: Stances) -> bool:
    """ "denied that", "rejected claims that", "no es cierto que": somebody says of the sentence that it is not so."""
    tokens = reading.tokens
    for back in reversed(reading.between(words.untrue, max(first, at - _DENIED), at)):
        norm = tokens[back].norm
        if norm in words.sets["turns"] or norm in _STRONG:
            return False
        if norm in words.phrases and _phrase(tokens, back, words) == "denied":
            return True
        if norm in words.sets["denying"]:
            near = [tokens[step].norm for step in range(back + 1, min(at, back + 4))]
            return any(word in words.sets["denied"] or (not words.spanish and word.endswith("ing")) for word in near)
    return False


def _ahead(tokens: Sequence[Token], at: int, last: int, words: Stances) -> Modality | None:
    """The verb behind a figure that opens its clause."""
    for ahead, token in enumerate(tokens[at + 1 : min(last, at + 1 + _AHEAD)], at + 1):
        norm, text = token.norm, token.text
        counts = norm in words.ahead
        if counts and (norm in words.breaks or norm in words.sets["relatives"]):
            return None
        if (counts and norm in words.telling) or (words.spanish and text[-1] in _LAST and text.endswith(_ENDINGS)):
            if told := _cue(tokens, ahead, words):
                return told
        if counts and norm in words.sets["auxiliaries"]:
            following = _norm(tokens, ahead + 1)
            if following not in words.joined and following not in words.cues:
                return None
        elif _verbal(norm, text, words):
            return None
    return None


def _verbal(norm: str, text: str, words: Stances) -> bool:
    """A verb in the past, by its ending."""
    if words.spanish:
        return text[-1] in "ón" and text.endswith(("ó", "ron"))
    return len(norm) > 4 and norm.endswith("ed")


def _supposed(reading: Reading, sentence: Sentence, at: int, words: Stances) -> Modality | None:
    """A condition at the head of the sentence or behind the figure."""
    tokens, head = reading.tokens, sentence.first
    while head < at and tokens[head].kind == "p":
        head += 1
    if head < at and tokens[head].norm in words.heads:
        if tokens[head].norm in words.sets["opening"] or _condition(tokens, head, words):
            return None if (words.spanish and _conceded(tokens, head, at)) or _viewed(tokens, head, at, words) else "conditional"
        if (told := _phrase(tokens, head, words)) == "conditional":
            return told
    if not reading.holds(words.conditions, at + 1, sentence.last):
        return None
    last = min(sentence.last, at + _TRAIL)
    if not reading.holds(words.conditions, at + 1, last) or reading.holds(words.sets["asking"], max(sentence.first, at - _BACK), at):
        return None
    for ahead in range(at + 1, last):
        if tokens[ahead].norm in _STRONG or tokens[ahead].norm in words.sets["asking"]:
            return None
        if _condition(tokens, ahead, words):
            limited = _norm(tokens, ahead - 1) in words.sets["limits"] or _viewed(tokens, ahead, sentence.last, words)
            return None if limited else "conditional"
    return None


def _conceded(tokens: Sequence[Token], head: int, at: int) -> bool:
    """ "Si en mayo era un 3%, hoy es un 5%": what was sets off what is."""
    comma = next((index for index in range(head, at) if tokens[index].text == ","), head)
    return any(token.text.endswith(_WAS) or token.norm in _WERE for token in tokens[head + 1 : comma])


def _viewed(tokens: Sequence[Token], head: int, last: int, words: Stances) -> bool:
    """ "If we look at the past decade", "si se tiene en cuenta la inflación": how a figure is looked at, on which nothing depends."""
    return any(token.norm in words.sets["viewing"] for token in tokens[head + 1 : min(last, head + _VIEW)])


def _condition(tokens: Sequence[Token], at: int, words: Stances) -> bool:
    """ "if", "unless", "si"; "should" only before its subject: "should the dam break", not "people should leave"."""
    if tokens[at].norm in words.sets["inverted"]:
        return _norm(tokens, at + 1) in words.sets["determiners"]
    return tokens[at].norm in words.sets["conditions"] and tokens[at].text.casefold() != "sí"
