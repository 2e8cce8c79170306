"""A reading with its names -> the words that put somebody or something at a stage of a lifecycle.

Cues come from the lexicon; the syntax around a cue tells whom it is about: passive and participle take the subject to the left, an
active verb its object to the right or its subject to the left, a noun its holder, a nominalisation its "of" or possessor. What the
text denies, makes depend on something or only wishes for puts nobody at a stage and is left out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from watcher.extract import modality
from watcher.extract.lifecycles import REACH, Cue, Lifecycle, Phrase, cues
from watcher.extract.names import Names
from watcher.extract.names.namewords import people_words
from watcher.extract.reading import QuoteMention, Reading, StatusMention, Token
from watcher.extract.statuses import standing, titles, verbs
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.standing import Spot
from watcher.extract.statuses.verbs import Place
from watcher.model import Modality, Status

_TO_COME = {("event", "held"): "scheduled", ("event", "under-way"): "scheduled", ("measure", "in-force"): "announced"}
_WHOLE = frozenset(("council", "concejo", "cabildo", "congress", "parliament", "congreso", "parlamento", "legislature", "legislatura"))
_LEFT_OUT = ("denied", "conditional")
_UNSURE = frozenset(("expected", "could", "would", "may", "might", "likely", "should", "unlikely"))


def find(reading: Reading, index: int, names: Names, quotes: Sequence[QuoteMention] = ()) -> list[StatusMention]:
    """The statuses of a reading, in order; `index` is the reading's place in `names`. `quotes` say who "I" is."""
    finder = Finder(verbs.place(reading, index, names), tuple(quotes))
    found: list[StatusMention] = list(titles.find(finder))
    taken = {token for mention in found for token in range(mention.first, mention.last)}
    done = 0
    for first, last, phrase in _triggers(reading):
        if first in taken or first < done:
            continue
        read = _read(finder, first, last, phrase)
        if read is None:
            done = first + len(phrase.words)  # told, but not so: no other meaning of these words either
        elif read:
            done = read[0].last
            found.extend(read)
    found.sort(key=lambda mention: mention.start)
    return _settled(reading, _once(found))


_PASSING = {"measure": ("announced", "in-force"), "event": ("scheduled",)}
_LASTING = ("in force", "in effect", "vigente", "en vigor", "scheduled", "planned", "previst", "under way")  # said in so many words, not in passing


def _settled(reading: Reading, found: list[StatusMention]) -> list[StatusMention]:
    """Without what a sentence itself says is past: "a match due on May 2 was cancelled" leaves one status."""
    stages: dict[tuple[int, str], list[int]] = {}
    for place, mention in enumerate(found):
        if mention.value.lifecycle in _PASSING:
            stages.setdefault((reading.sentence_of[mention.first], mention.subject.id), []).append(place)
    being = modality.modal_words(reading.language).being
    dropped: set[int] = set()
    for places in stages.values():
        for earlier, later in itertools.pairwise(places):
            if found[later].value.stage == found[earlier].value.stage == "held":
                dropped.add(later)  # "was held on Friday and ended without a deal"
            if found[later].modality == "planned" and found[later].value.stage == found[earlier].value.stage:
                dropped.add(later)
        kept = [place for place in places if place not in dropped]
        for place in kept[:-1]:
            mention = found[place]
            main = any(token.norm in being for token in reading.tokens[max(0, mention.first - 3) : mention.first])
            lasting = mention.value.label.lower().startswith(_LASTING)
            if mention.value.stage in _PASSING[mention.value.lifecycle] and not (main or lasting):
                dropped.add(place)
    return [mention for place, mention in enumerate(found) if place not in dropped]


def _once(found: list[StatusMention]) -> list[StatusMention]:
    """One status for the same words and subject."""
    seen: set[tuple[int, str, str, str]] = set()
    result: list[StatusMention] = []
    for mention in found:
        key = (mention.first, mention.subject.id, mention.value.lifecycle, mention.value.stage)
        if key not in seen:
            seen.add(key)
            result.append(mention)
    return result


def _triggers(reading: Reading) -> Iterator[tuple[int, int, Phrase]]:
    """Where cues stand: the first token, the end, and each phrase that matches, the longest first."""
    known, tokens = cues(reading.language), reading.tokens
    end = len(tokens)
    for at in reading.where(known.words):
        starts = known.index[tokens[at].norm]
        if starts.followed and at + 1 < end:
            for phrase in starts.followed.get(tokens[at + 1].norm, ()):
                width = len(phrase.words)
                if width == 2 or (at + width <= end and all(tokens[at + k].norm == phrase.words[k] for k in range(2, width))):
                    last = _tail_end(reading, at + width, phrase)
                    if last:
                        yield at, last, phrase
        for phrase in starts.alone:
            last = _tail_end(reading, at + 1, phrase)
            if last:
                yield at, last, phrase


def _tail_end(reading: Reading, last: int, phrase: Phrase) -> int:
    """Where a phrase ends that starts with the words before `last`: with its tail, in the same clause; 0 where that is missing."""
    if not phrase.tail:
        return last
    tokens = reading.tokens
    stop = min(last + REACH, reading.sentences[reading.sentence_of[last - 1]].last)
    for at in range(last, stop):
        token = tokens[at]
        if token.norm in phrase.tail:
            return at + 1
        if at + 1 < stop and f"{token.norm} {tokens[at + 1].norm}" in phrase.tail:
            return at + 2
        if token.text in ".;:,?!":
            return 0
    return 0


def _read(finder: Finder, first: int, last: int, phrase: Phrase) -> list[StatusMention] | None:
    """The status a cue tells here, once for each of its subjects: the first of its meanings that finds one; None where it is denied or to come."""
    group = verbs.group_start(finder.at, first)
    ambiguous = (
        finder.at.reading.language == "en"
        and any(cue.form == "object" and cue.mood == "finite" for cue in phrase.cues)
        and not _headline(finder.at, first)
    )
    spot = Spot(first, last, group, ambiguous, first + len(phrase.words))
    for cue in _ordered(finder.at, phrase, first, group):
        lifecycle = finder.cues.lifecycles[cue.lifecycle]
        found = standing.subject(finder, lifecycle, cue, spot)
        if found is None:
            continue
        how = _meant(finder.at, cue, phrase, spot)
        if how is None:
            return None
        stage = _stage(finder.at, lifecycle, cue, first, last)
        if how == "planned":
            stage = _TO_COME.get((lifecycle.name, stage), stage)
        tokens = finder.at.reading.tokens
        value = Status(lifecycle.name, stage, _label(tokens, first, last))
        everyone = [found, *standing.others(finder, lifecycle, found, spot)]
        return [StatusMention(tokens[first].start, tokens[last - 1].end, first, last, value, one, how) for one in everyone]
    return []


def _meant(at: Place, cue: Cue, phrase: Phrase, spot: Spot) -> Modality | None:
    """How a status is meant; None where the words put nobody at the stage."""
    how = modality.modality(at.reading, spot.first, spot.group)
    if (
        how in _LEFT_OUT
        or cue.mood == "conditional"
        or (cue.mood == "infinitive" and not _will(at, spot) and not _plural_present(at, spot))
    ):
        return None
    to_come = cue.mood == "future" or (cue.mood == "infinitive" and not _plural_present(at, spot))
    how = "planned" if to_come else how
    if how == "planned" and not _certain(at, cue, spot):
        return None
    if cue.stage in ("former", "in-force") and _present(at, cue, phrase) and not _headline(at, spot.first):
        return None  # "leaves office on March 1", "takes effect in June": still to come
    if cue.lifecycle == "event" and cue.stage == "under-way" and _present(at, cue, phrase) and _dated(at, spot.last):
        return None  # "the exhibition opens on May 4"
    if cue.stage == "incumbent" and _present(at, cue, phrase) and _dated(at, spot.last):
        return None  # "takes office on March 11"
    return how


def _will(at: Place, spot: Spot) -> bool:
    """A bare verb tells a stage only after "will"."""
    inside = {token.norm for token in at.reading.tokens[spot.group : spot.first]}
    return bool(inside & {"will", "'ll"}) and not inside & _UNSURE


def _plural_present(at: Place, spot: Spot) -> bool:
    """ "Lawmakers pass bill", "Police arrest man": an English bare verb right after a plural is a verb in the present."""
    tokens = at.reading.tokens
    if (
        at.reading.language != "en"
        or spot.group != spot.first
        or spot.first <= at.reading.sentences[at.reading.sentence_of[spot.first]].first
    ):
        return False
    before = tokens[spot.first - 1]
    plural = before.norm in people_words("en") or (before.norm.endswith("s") and not before.norm.endswith(("ss", "us", "is")))
    if before.kind != "w" or before.norm in at.words.auxiliaries:
        return False
    return plural or before.norm in ("police", "they", "who", "we") or before.norm.endswith("men") or _named_together(at, spot.first)


def _named_together(at: Place, verb: int) -> bool:
    """ "Velcor and Dunlan sign": two names joined before a verb."""
    last = at.names.at(at.section, verb - 1)
    if last is None or last.first < 2 or at.reading.tokens[last.first - 1].norm not in ("and", "&"):
        return False
    return at.names.at(at.section, last.first - 2) is not None


def _certain(at: Place, cue: Cue, spot: Spot) -> bool:
    """Of what is to come only decisions count: "the ban will be extended"; not what somebody means to do, or will do if."""
    tokens = at.reading.tokens
    if cue.form == "noun":
        return True
    if cue.stage == "candidate":
        return True  # "will stand for mayor"
    if cue.lifecycle in ("office", "justice", "condition") or (cue.form == "subject" and (cue.lifecycle, cue.stage) not in _TO_COME):
        return False
    inside = {token.norm for token in tokens[spot.group : spot.first]}
    if inside & {"expected", "likely", "unlikely", "to"}:
        return False
    return not any(token.norm in ("if", "si", "unless") for token in tokens[spot.last : spot.last + 4])


def _present(at: Place, cue: Cue, phrase: Phrase) -> bool:
    """A verb in the present tense."""
    word = phrase.words[0] if phrase.words[0] != "se" else phrase.words[-1]
    if cue.form != "subject" or cue.mood != "finite":
        return False
    return word.endswith("s") if at.reading.language == "en" else not cue.accent and word.endswith(("a", "an", "e", "en"))


def _dated(at: Place, last: int) -> bool:
    """A date or another day to come follows: "on March 11", "el 11 de marzo", "next week"."""
    tokens = at.reading.tokens[last : last + 4]
    return bool(tokens) and (
        tokens[0].norm in ("next", "tomorrow", "manana")
        or (tokens[0].norm in ("on", "in", "el", "en") and any(token.kind == "n" for token in tokens[1:]))
    )


def _headline(at: Place, token: int) -> bool:
    """True in headlines, where verbs lack their auxiliaries and the present tense tells the past."""
    reading = at.reading
    return reading.paragraphs[reading.sentences[reading.sentence_of[token]].paragraph].kind == "headline"


def _label(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(token.text for token in tokens[first:last])


_ORDER = {"participle": 0, "state": 1, "noun": 2, "object": 3, "perfect": 4, "subject": 5, "nominal": 6, "attribute": 7}


def _ordered(at: Place, phrase: Phrase, first: int, group: int) -> list[Cue]:
    """The meanings that the words around allow."""
    tokens, words = at.reading.tokens, at.words
    inside = {token.norm for token in tokens[group:first]}
    being, having = bool(inside & words.being), bool(inside & words.having)
    before = tokens[first - 1].norm if first > at.reading.sentences[at.reading.sentence_of[first]].first else ""
    nominal = before in words.determiners and before not in inside
    result = []
    for cue in phrase.cues:
        if cue.being and not being:
            continue
        if cue.alone and _has_object(at, first + len(phrase.words)):
            continue
        if cue.accent and not tokens[first + (phrase.words[0] == "se")].text.endswith(("ó", "Ó")):
            continue
        if (
            cue.form in ("object", "subject")
            and not cue.being
            and (being or nominal or (having and at.reading.language == "en" and cue.mood != "infinitive"))
            and not (cue.form == "object" and having and not being)
        ):
            continue
        if cue.form == "perfect" and (not having or being):
            continue
        if cue.form == "participle" and having and not being:
            continue
        result.append(cue)
    key = {"object": -1} if not being else {}
    return sorted(result, key=lambda cue: key.get(cue.form, _ORDER[cue.form]))


def _has_object(at: Place, last: int) -> bool:
    """True where a noun phrase follows directly."""
    if last >= len(at.reading.tokens):
        return False
    token = at.reading.tokens[last]
    return (
        token.norm in at.words.determiners
        or token.kind == "n"
        or (
            token.kind == "w"
            and token.norm not in at.words.prepositions
            and token.norm not in at.words.conjunctions
            and token.norm not in at.words.boundaries
        )
    )


_TERMS = frozenset(
    ("anos", "meses", "dias", "pena", "prision", "carcel", "cumple", "perpetua", "muerte", "pagar", "multa", "reclusion", "trabajos")
)


def _termed(at: Place, last: int) -> bool:
    """A Spanish "condenado" with its sentence: "a seis años", "a cadena perpetua", "a pagar"; bare or "por estafa" it is a conviction."""
    tokens = at.reading.tokens
    stop = min(last + 14, at.reading.sentences[at.reading.sentence_of[last - 1]].last)
    return any(token.norm in _TERMS or token.kind == "n" for token in tokens[last:stop])


def _stage(at: Place, lifecycle: Lifecycle, cue: Cue, first: int, last: int) -> str:
    """A bill that one chamber approves has passed that chamber; one a parliament passes is approved."""
    if lifecycle.name == "justice" and cue.stage == "sentenced" and at.reading.tokens[first].norm.startswith("conden"):
        return cue.stage if _termed(at, last) else "convicted"
    if lifecycle.name != "bill" or cue.stage not in ("approved", "passed-chamber", "rejected"):
        return cue.stage
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    tokens = at.reading.tokens
    around = {token.norm for token in tokens[max(sentence.first, first - 14) : min(sentence.last, last + 14)]}
    if around & {"court", "judge", "judges", "corte", "tribunal", "juez", "jueza", "jueces"} and cue.stage == "rejected":
        return "struck-down"
    final = around & {"final", "definitive", "definitivamente", "finally", "definitiva"}
    if cue.stage == "rejected":
        return cue.stage
    whole = around & _WHOLE
    single = around & (lifecycle.chambers - _WHOLE)
    into_law = any(token.norm in ("ley", "law") for token in tokens[first:last])
    if single and not final and not into_law:
        return "passed-chamber"
    return "approved" if cue.stage == "approved" or whole else cue.stage
