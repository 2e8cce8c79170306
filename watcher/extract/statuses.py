"""A reading with its names -> the words that put somebody or something at a stage of a lifecycle.

Cues come from the lexicon; the syntax around a cue tells whom it is about: passive and participle take the subject to the left, an
active verb its object to the right or its subject to the left, a noun its holder, a nominalisation its "of" or possessor. What the
text denies, makes depend on something or only wishes for puts nobody at a stage and is left out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from watcher.extract import modality, titles, verbs
from watcher.extract.holders import Finder
from watcher.extract.lifecycles import Cue, Lifecycle, Phrase, cues
from watcher.extract.names import Names
from watcher.extract.reading import QuoteMention, Reading, StatusMention, Token
from watcher.extract.verbs import Noun, Place
from watcher.model import Modality, Status, Subject

_TO_COME = {("event", "held"): "scheduled", ("event", "under-way"): "scheduled", ("measure", "in-force"): "announced"}
_LEFT_OUT = ("denied", "conditional")


def find(reading: Reading, index: int, names: Names, quotes: Sequence[QuoteMention] = ()) -> list[StatusMention]:
    """The statuses of a reading, in order; `index` is the reading's place in `names`. `quotes` say who "I" is."""
    finder = Finder(verbs.place(reading, index, names))
    found: list[StatusMention] = list(titles.find(finder))
    taken = {token for mention in found for token in range(mention.first, mention.last)}
    done = 0
    for first, phrase in _triggers(reading):
        if first in taken or first < done:
            continue
        read = _read(finder, first, phrase, quotes)
        if read:
            done = read[0].last
            found.extend(read)
    found.sort(key=lambda mention: mention.start)
    return _settled(reading, _once(found))


_PASSING = {"measure": ("announced", "in-force"), "event": ("scheduled",)}


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
            if found[later].modality == "planned" and found[later].value.stage == found[earlier].value.stage:
                dropped.add(later)
        kept = [place for place in places if place not in dropped]
        for place in kept[:-1]:
            mention = found[place]
            main = any(token.norm in being for token in reading.tokens[max(0, mention.first - 3) : mention.first])
            if mention.value.stage in _PASSING[mention.value.lifecycle] and not main:
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


def _triggers(reading: Reading) -> Iterator[tuple[int, Phrase]]:
    """Where cues stand: the first token and each phrase that matches, the longest first."""
    index, tokens = cues(reading.language).index, reading.tokens
    end = len(tokens)
    for at, token in enumerate(tokens):
        starts = index.get(token[3])
        if starts is None:
            continue
        if starts.followed and at + 1 < end:
            for phrase in starts.followed.get(tokens[at + 1][3], ()):
                width = len(phrase.words)
                if width == 2 or (at + width <= end and all(tokens[at + k][3] == phrase.words[k] for k in range(2, width))):
                    yield at, phrase
        for phrase in starts.alone:
            yield at, phrase


def _read(finder: Finder, first: int, phrase: Phrase, quotes: Sequence[QuoteMention]) -> list[StatusMention]:
    """The status a cue tells here: the first of its meanings that finds a subject."""
    last = first + len(phrase.words)
    group = verbs.group_start(finder.at, first)
    ambiguous = (
        finder.at.reading.language == "en"
        and any(cue.form == "object" and cue.mood == "finite" for cue in phrase.cues)
        and not _headline(finder.at, first)
    )
    for cue in _ordered(finder.at, phrase, first, group):
        lifecycle = finder.cues.lifecycles[cue.lifecycle]
        found = _subject(finder, lifecycle, cue, first, last, group, ambiguous=ambiguous)
        if found is None:
            continue
        how = modality.modality(finder.at.reading, first, last, group)
        if how in _LEFT_OUT or (cue.mood == "conditional"):
            return []
        if cue.mood == "infinitive" and not _will(finder.at, group, first):
            return []
        how = "planned" if cue.mood in ("future", "infinitive") else how
        if how == "planned" and not _certain(finder.at, lifecycle, cue, group, first, last):
            return []
        if cue.stage in ("former", "in-force") and _present(finder.at, cue, phrase) and not _headline(finder.at, first):
            return []  # "leaves office on March 1", "takes effect in June": still to come
        stage = _stage(finder.at, lifecycle, cue, first, last)
        if how == "planned":
            stage = _TO_COME.get((lifecycle.name, stage), stage)
        return [
            _mention(
                finder.at.reading, first, last, Status(lifecycle.name, stage, _label(finder.at.reading.tokens, first, last)), found, how
            )
        ]
    return []


def _will(at: Place, group: int, first: int) -> bool:
    """A bare verb tells a stage only after "will"."""
    return (
        any(token.norm in ("will", "'ll", "to") for token in at.reading.tokens[group:first])
        and not any(
            token.norm in ("expected", "could", "would", "may", "might", "likely", "should", "unlikely")
            for token in at.reading.tokens[group:first]
        )
        and any(token.norm in ("will", "'ll") for token in at.reading.tokens[group:first])
    )


def _certain(at: Place, lifecycle: Lifecycle, cue: Cue, group: int, first: int, last: int) -> bool:
    """Of what is to come only decisions count: "the ban will be extended"; not what somebody means to do, or will do if."""
    tokens = at.reading.tokens
    if cue.form == "noun":
        return True
    if lifecycle.name in ("office", "justice", "condition") or cue.form == "subject":
        return False
    inside = {token.norm for token in tokens[group:first]}
    if inside & {"expected", "likely", "unlikely", "to"}:
        return False
    return not any(token.norm in ("if", "si", "unless") for token in tokens[last : last + 4])


def _present(at: Place, cue: Cue, phrase: Phrase) -> bool:
    """A verb in the present tense."""
    word = phrase.words[0] if phrase.words[0] != "se" else phrase.words[-1]
    if cue.form != "subject" or cue.mood != "finite":
        return False
    return word.endswith("s") if at.reading.language == "en" else not cue.accent and word.endswith(("a", "an", "e", "en"))


def _headline(at: Place, token: int) -> bool:
    """True in headlines, where verbs lack their auxiliaries and the present tense tells the past."""
    reading = at.reading
    return reading.paragraphs[reading.sentences[reading.sentence_of[token]].paragraph].kind == "headline"


def _label(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(token.text for token in tokens[first:last])


def _mention(reading: Reading, first: int, last: int, value: Status, subject: Subject, how: Modality) -> StatusMention:
    tokens = reading.tokens
    return StatusMention(tokens[first].start, tokens[last - 1].end, first, last, value, subject, how)


_ORDER = {"participle": 0, "state": 1, "noun": 2, "object": 3, "perfect": 4, "subject": 5, "nominal": 6}


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


def _subject(finder: Finder, lifecycle: Lifecycle, cue: Cue, first: int, last: int, group: int, *, ambiguous: bool) -> Subject | None:
    at = finder.at
    noun: Noun | None = None
    if lifecycle.name == "deal" and (cue.stage not in ("in-talks", "agreed") or cue.form in ("object", "participle")):
        lifecycle = replace(lifecycle, subjects=frozenset())  # a company is in talks; only its deal is blocked or completed
    if cue.form == "object" and at.reading.language == "es" and first and at.reading.tokens[first - 1].norm == "se":
        noun = verbs.subject_left(at, group, finder.left(lifecycle))  # "se pospuso", "se aprobó": nobody acts, the subject undergoes
        if noun is None:
            return _inverted(finder, lifecycle, last)
    elif cue.form == "object":
        noun = _object(finder, lifecycle, last)
    elif cue.form in ("subject", "perfect"):
        bodies = replace(lifecycle, subjects=lifecycle.subjects - {"place"})  # a place only where nobody else acts
        noun = verbs.subject_left(at, group, finder.left(bodies)) or verbs.subject_left(at, group, finder.left(lifecycle))
        if noun is None:
            return _dropped(finder, lifecycle, group)
    elif cue.form in ("participle", "state"):
        return _standing(finder, lifecycle, first, last, group, ambiguous)
    elif cue.form == "noun":
        return _called(finder, lifecycle, first, last, group)
    else:
        noun = _nominal(finder, lifecycle, first, last)
    if noun is not None and noun.mention is not None and noun.mention.subject.type == "place" and noun.last < group - 1:
        return None  # a dateline
    return finder.subject(lifecycle, noun) if noun is not None else None


def _object(finder: Finder, lifecycle: Lifecycle, last: int) -> Noun | None:
    """What an active verb acts on; no preposition may come first, but for the Spanish "a"."""
    at = finder.at
    tokens = at.reading.tokens
    if last >= len(tokens):
        return None
    if at.reading.language == "en" and tokens[last].norm in at.words.prepositions:
        return None
    return verbs.object_right(at, last, finder.right(lifecycle), 10 if at.reading.language == "en" else 14)


def _standing(finder: Finder, lifecycle: Lifecycle, first: int, last: int, group: int, ambiguous: bool) -> Subject | None:
    """A participle or state: "X was charged", "X, charged in May", "the jailed X", "Man charged over"; `ambiguous` where the
    participle may as well be a verb in the past tense, so that it needs more than a phrase before it."""
    at = finder.at
    tokens, words = at.reading.tokens, at.words
    being = any(token.norm in words.being for token in tokens[group:first])
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    left = finder.left(lifecycle)
    if being:
        noun = verbs.subject_left(at, group, left)
        if noun is not None:
            return finder.subject(lifecycle, noun)
        if at.reading.language == "es" and (after := _inverted(finder, lifecycle, last)) is not None:
            return after
        return _dropped(finder, lifecycle, group)
    after = _attributive(finder, lifecycle, first, last)
    if after is not None:
        return after
    if first == sentence.first:
        return None
    before = tokens[first - 1]
    noun = None
    if before.norm in words.conjunctions and ambiguous:
        joined = _joined(at, first)
        noun = verbs.subject_left(at, verbs.group_start(at, joined), left) if joined is not None else None
    elif (
        before.text in (",", "–", "—", "(")
        or before.norm in words.conjunctions
        or before.norm in ("now", "hoy", "later", "luego", "then", "still")
    ):
        noun = _apposed(finder, lifecycle, first)
        if noun is None and before.text == "," and (joined := _joined(at, first)) is not None:
            noun = verbs.subject_left(at, verbs.group_start(at, joined), left)
    elif ambiguous and not finder.brief:
        noun = None
    elif group == first and (touching := left(first - 1)) is not None:
        noun = touching
    elif group < first or before.kind in ("w", "n"):
        noun = verbs.subject_left(at, group, left) if _adjacent(at, group, left) or group < first else None
    return finder.subject(lifecycle, noun) if noun is not None else None


def _joined(at: Place, first: int) -> int | None:
    """ "was arrested and charged": the verb of being that a participle after "and" shares."""
    tokens = at.reading.tokens
    for index in range(first - 2, max(first - 16, at.reading.sentences[at.reading.sentence_of[first]].first) - 1, -1):
        if tokens[index].norm in at.words.being:
            return index
        if tokens[index].text in ";:":
            return None
    return None


def _adjacent(at: Place, group: int, left) -> bool:  # type: ignore[no-untyped-def]
    """A phrase stands right before the cue, or an age or place after it."""
    return any(left(index) is not None for index in range(group - 1, max(group - 3, -1), -1))


def _apposed(finder: Finder, lifecycle: Lifecycle, first: int) -> Noun | None:
    """The phrase before a comma or "and now": past an age, not past another verb."""
    at = finder.at
    limit = max(at.reading.sentences[at.reading.sentence_of[first]].first, first - 24)
    left = finder.left(lifecycle)
    fallback: Noun | None = None
    index = first - 1
    while index >= limit:
        token = at.reading.tokens[index]
        noun = left(index)
        if noun is not None:
            if not noun.governed(at.reading, at.words):
                return noun
            fallback = fallback or noun
            index = noun.first
        if token.text in ";:." or token.norm in at.words.being or token.norm in at.words.having:
            break
        index -= 1
    return fallback


def _attributive(finder: Finder, lifecycle: Lifecycle, first: int, last: int) -> Subject | None:
    """ "the jailed banker Felix Oster", "missing pilot Nico Arce"."""
    at = finder.at
    tokens = at.reading.tokens
    before = tokens[first - 1] if first else None
    sentence = at.reading.sentences[at.reading.sentence_of[first]]
    opens = before is None or before.norm in at.words.determiners or sentence.first == first
    if not opens or last >= len(tokens) or tokens[last].kind != "w":
        return None
    right = finder.right(lifecycle)
    for index in range(last, min(last + 3, sentence.last)):
        noun = right(index)
        if noun is not None:
            named = noun if noun.mention is not None else right(noun.last) if noun.last < len(tokens) else None
            return finder.subject(lifecycle, named if named is not None and named.mention is not None else noun)
        if tokens[index].norm in at.words.prepositions or tokens[index].kind != "w":
            return None
    return None


def _inverted(finder: Finder, lifecycle: Lifecycle, last: int) -> Subject | None:
    """Spanish puts the subject after its verb: "está prevista una cumbre", "fue detenido el alcalde"."""
    noun = verbs.object_right(finder.at, last, finder.right(lifecycle), 8)
    return finder.subject(lifecycle, noun) if noun is not None else None


def _dropped(finder: Finder, lifecycle: Lifecycle, group: int) -> Subject | None:
    """A Spanish verb without a subject goes on with the subject of the sentence before."""
    at = finder.at
    if at.reading.language != "es" or lifecycle.things:
        return None
    sentence = at.reading.sentences[at.reading.sentence_of[group]]
    if group - sentence.first > 3:
        return None
    found = at.names.pronoun(at.index, group)
    return found if found is not None and found.type == "person" else None


def _called(finder: Finder, lifecycle: Lifecycle, first: int, last: int, group: int) -> Subject | None:
    """A noun beside a name ("the suspect, Joel Medrano"), or said of one ("X is a fugitive", "among the dead is X")."""
    at = finder.at
    tokens = at.reading.tokens
    holder = at.names.holder(at.index, last - 1) or at.names.holder(at.index, first)
    if holder is not None:
        return holder if holder.type == "person" else None
    before = [token.norm for token in tokens[max(0, first - 4) : first]]
    if any(word in ("among", "entre") for word in before):
        noun = verbs.object_right(at, last, finder.right(lifecycle))
        return finder.subject(lifecycle, noun) if noun is not None else None
    start = first
    while start > 0 and start > first - 4 and tokens[start - 1].norm in at.words.determiners | {"still", "now", "also"}:
        start -= 1
    if start and (tokens[start - 1].norm in at.words.being or tokens[start - 1].norm in ("as", "como")):
        noun = verbs.subject_left(at, verbs.group_start(at, start), finder.left(lifecycle))
        if noun is not None:
            return finder.subject(lifecycle, noun)
    if finder.brief and at.reading.sentences[at.reading.sentence_of[first]].first < first + 1:
        return finder.own(Noun(first, last))
    return None


def _nominal(finder: Finder, lifecycle: Lifecycle, first: int, last: int) -> Noun | None:
    """ "the arrest of X", "X's arrest", "la muerte de X"."""
    at = finder.at
    tokens = at.reading.tokens
    right = finder.right(lifecycle)
    if last + 1 < len(tokens) and tokens[last].norm in ("of", "de", "del"):
        for index in range(last + 1, min(last + 7, len(tokens))):
            noun = right(index)
            if noun is not None and (noun.mention is not None or lifecycle.things):
                return noun
            if tokens[index].kind != "w" or tokens[index].norm in at.words.prepositions:
                return None
    if first > 1 and tokens[first - 1].text in ("'s", "’s"):
        mention = at.names.at(at.index, first - 2)
        if mention is not None and finder.admits(lifecycle, mention):
            return Noun(mention.first, mention.last, mention)
    return None


def _stage(at: Place, lifecycle: Lifecycle, cue: Cue, first: int, last: int) -> str:
    """A bill that one chamber approves has passed that chamber; one a parliament passes is approved."""
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
    single = around & lifecycle.chambers
    if single and not final:
        return "passed-chamber"
    whole = around & {"congress", "parliament", "congreso", "parlamento", "legislature", "legislatura"}
    return "approved" if cue.stage == "approved" or whole else cue.stage
