"""Words that open a sentence: is it a name, or a common word with the capital of its place? In: the spans; out: those that are names.

A capital within a sentence proves a name; at its start a word counts where the document proves it elsewhere, or where nothing speaks
against it: it is no common word, is not written small elsewhere, does not end like a common noun, and a verb follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from watcher.extract import verbforms
from watcher.extract.names.titled import Span
from watcher.extract.namewords import name_words, role_words, territories, title_words
from watcher.extract.reading import Reading
from watcher.extract.stagewords import opening_words, told

Key = tuple[str, ...]
_CONTRACTED = frozenset(["al", "del"])  # with the article: "del Rey"


def proven(readings: Sequence[Reading], found: list[list[Span]]) -> list[list[Span]]:
    """Without the words that only open a sentence: a single one counts as a name where nothing speaks against it."""
    firm: set[str] = set()
    keys: set[Key] = set()
    for reading, written in zip(readings, found, strict=True):
        for span in written:
            if not span.initial:
                words = tuple([token.norm for token in reading.tokens[span.first : span.last]])
                keys.add(words)
                firm.update(words)
    judged: list[list[Span | None]] = []
    taken: set[str] = set()
    for reading, written in zip(readings, found, strict=True):
        judged.append([_judge(reading, span, firm, keys) if span.initial else span for span in written])
        taken.update([_alone(reading, better) for span, better in zip(written, judged[-1], strict=True) if better and span.initial])
    result = []
    for reading, written, spans in zip(readings, found, judged, strict=True):
        told = [better or span for span, better in zip(written, spans, strict=True) if better or _alone(reading, span) in taken]
        result.append(told)
    surnames = {surname for reading, told in zip(readings, result, strict=True) for surname in _titular(reading, told)}
    if surnames:
        result = [_borne(reading, told, surnames) for reading, told in zip(readings, result, strict=True)]
    return result


def _titular(reading: Reading, found: Sequence[Span]) -> list[str]:
    """The family names of a reading that are titles too: "Ann King", "Iván Duque"."""
    tokens, names, titles = reading.tokens, name_words(reading.language), title_words(reading.language)
    return [
        tokens[span.last - 1].norm
        for span in found
        if span.last - span.first > 1 and tokens[span.last - 1].norm in titles and tokens[span.first].norm in names.given
    ]


def _borne(reading: Reading, found: list[Span], surnames: set[str]) -> list[Span]:
    """With the titles that stand alone where somebody bears them as a family name: "King, 53, won"; no "the King", "King Charles"."""
    tokens, names = reading.tokens, name_words(reading.language)
    covered = {at for span in found for at in range(span.first, span.last)}
    alone = [
        Span(at, at + 1, False)
        for at in reading.capitals
        if tokens[at].norm in surnames
        and at not in covered
        and not (at and (tokens[at - 1].norm in _CONTRACTED or tokens[at - 1].norm in names.inner_articles or tokens[at - 1].capital))
        and not (at + 1 < len(tokens) and tokens[at + 1].capital)
    ]
    return sorted([*found, *alone], key=lambda span: span.first) if alone else found


def _alone(reading: Reading, span: Span) -> str:
    """The word of a span of one, folded: where it opens a sentence as a name, it does so in the headline too ("Tesco lifts profit")."""
    return reading.tokens[span.first].norm if span.last - span.first == 1 else ""


def _small(reading: Reading, norm: str) -> bool:
    """Whether the reading writes a word in lower case too."""
    if "small" not in reading.notes:
        capitals = map(reading.tokens.__getitem__, reading.capitals)
        reading.notes["small"] = {token.norm for token in set(reading.tokens).difference(capitals)}
    return norm in reading.notes["small"]


def _judge(reading: Reading, span: Span, firm: set[str], keys: set[Key]) -> Span | None:
    """A span that opens its sentence, or what of it is a name."""
    names, tokens = name_words(reading.language), reading.tokens
    norm = tokens[span.first].norm
    if span.last - span.first > 1:
        words = tuple([token.norm for token in tokens[span.first : span.last]])
        tail = words[1:]
        plain = norm in names.common or (norm not in firm and _small(reading, norm))
        joined = tokens[span.first + 1].kind == "w"
        if words not in keys and plain and joined and (tail in keys or (len(tail) > 1 and _small(reading, norm))):
            start = span.first + 1
            while start + 1 < span.last and tokens[start].norm in names.particles:
                start += 1  # "SALAR DE CACHI": Cachi
            return Span(start, span.last, False)
        return span
    if norm in firm:
        return span
    if norm in opening_words(reading.language) and norm not in names.given:
        return None  # "Muere", but "Vaca" of Johnny Vaca
    headline = reading.paragraphs[reading.sentences[reading.sentence_of[span.first]].paragraph].kind == "headline"
    if not headline and names.knows(norm):
        return span  # "Boeing made", but no "Putin critic jailed"
    if norm in names.common or _small(reading, norm) or _common_shape(reading, span.first):
        return None
    return span


def _common_shape(reading: Reading, index: int) -> bool:
    """A word that looks like a common noun or verb by its ending, or by what follows."""
    token, names = reading.tokens[index], name_words(reading.language)
    if token.norm.endswith(names.common_endings) or (names.accented_endings and token.text.endswith(names.accented_endings)):
        return True
    if (token.norm,) in territories(reading.language):
        return False
    return not (_verb_follows(reading, index) if reading.language == "en" else _told_of(reading, index))


def _acts(reading: Reading, index: int) -> bool:
    """ "Codelco produjo", "Caputo se quedó": a bare word does something, which Spanish nouns in prose do with an article."""
    tokens = reading.tokens
    at = index + 1 + (tokens[index + 1].norm in name_words("es").between)
    if at >= len(tokens) or reading.paragraphs[reading.sentences[reading.sentence_of[index]].paragraph].kind == "headline":
        return False
    opener, verb = tokens[index].text.lower(), tokens[at].text
    forms = verbforms.finite("es")
    if verb not in forms or opener in forms:
        return False
    return not (verb.endswith(("n", "mos")) or opener.endswith(verbforms.ENDINGS))


def _told_of(reading: Reading, index: int) -> bool:
    """What follows a Spanish name that opens a sentence: a verb that tells, a colon, an age or clause between commas, "y" and a name."""
    tokens = reading.tokens
    if index + 1 >= len(tokens) or tokens[index].text.isupper() or reading.unmarked(index + 1) or _acts(reading, index):
        return True
    following, third = tokens[index + 1], tokens[index + 2] if index + 2 < len(tokens) else None
    if tokens[index].norm not in role_words("es").persons and told(tokens, index + 1, "es", "office"):
        return True  # "Saldívar gana la alcaldía"
    if following.text == ":" or following.norm in name_words("es").sayings or following.text.endswith(("ó", "rá", "ía")):
        return True
    if third is None:
        return False
    if following.text == ",":
        return third.kind == "n" or third.norm in ("que", "quien", "de")
    return following.norm in ("y", "e") and third.capital


def _verb_follows(reading: Reading, index: int) -> bool:
    """What follows a name that opens a sentence: a verb, a possessive, a comma; not the noun a common adjective would stand before."""
    if index + 2 >= len(reading.tokens):
        return True
    names, following, third = name_words("en"), reading.tokens[index + 1], reading.tokens[index + 2]
    word = following.norm
    if reading.tokens[index].norm.endswith("s") and word in names.plural_following:
        return False
    if following.kind != "w":
        return following.text not in "-/" and following.kind != "n"
    if word in names.sayings or word in names.following or told(reading.tokens, index + 1, "en"):
        return True
    if word.endswith("ed") or following.capital:
        return True
    return word.endswith("s") and word not in names.common and (third.norm in names.function or third.kind == "n" or third.capital)
