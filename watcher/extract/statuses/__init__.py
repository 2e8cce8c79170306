"""A reading with its names -> the words that put somebody or something at a stage of a lifecycle.

Cues come from the lexicon; the syntax around a cue tells whom it is about: passive and participle take the subject to the left, an
active verb its object to the right or its subject to the left, a noun its holder, a nominalisation its "of" or possessor. What the
text denies, makes depend on something or only wishes for puts nobody at a stage and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from operator import attrgetter

from watcher.extract.lifecycles import REACH, Cue, Cues, Phrase, cues
from watcher.extract.names import Names
from watcher.extract.namewords import name_words
from watcher.extract.neighbours import norm_at
from watcher.extract.reading import QuoteMention, Reading, StatusMention, Token
from watcher.extract.statuses import asides, clitics, standing, titles
from watcher.extract.statuses.headed import headed
from watcher.extract.statuses.holders import BRIEF, Finder
from watcher.extract.statuses.meaning import TO_COME, headline, meant, set_free, told_stage
from watcher.extract.statuses.settled import once, settled
from watcher.extract.statuses.spots import Place, Spot, group_start, place
from watcher.extract.statuses.together import among_them, others
from watcher.model import Status, Subject


def find(reading: Reading, index: int, names: Names, quotes: Sequence[QuoteMention] = ()) -> list[StatusMention]:
    """The statuses of a reading, in order; `index` is the reading's place in `names`. `quotes` say who "I" is."""
    finder = Finder(place(reading, index, names), tuple(quotes))
    found: list[StatusMention] = list(titles.find(finder))
    taken = {token for mention in found for token in range(mention.first, mention.last)}
    done = 0
    for first, head, last, phrase in _triggers(reading):
        if first in taken or first < done:
            continue
        read = _read(finder, first, head, last, phrase)
        if read is None:
            done = head  # told, but not so: no other meaning of these words either
        elif read:
            done = read[0].last
            found.extend(read)
    found.sort(key=attrgetter("start"))
    told = headed(reading, index, names, settled(reading, once(found)))
    return [_in_office(finder, one) if one.value.lifecycle == "office" and one.value.role is None else one for one in told]


def _in_office(finder: Finder, one: StatusMention) -> StatusMention:
    """A status with the office that its words or those behind it name."""
    role, of = titles.named(finder, one.first, one.last, one.value.stage)
    return replace(one, value=replace(one.value, role=role, of=of)) if role is not None else one


def _triggers(reading: Reading) -> Iterator[tuple[int, int, int, Phrase]]:
    """Where cues stand: the first token, the end of their own words, that of their tail, and each phrase that fits, longest first."""
    known, tokens = cues(reading.language), reading.tokens
    index, end = known.index, len(tokens) - 1
    openers = asides.openers() if reading.language == "es" else frozenset[str]()
    for at in _starts(reading, known):
        starts = index[tokens[at].norm]
        if starts.followed and at < end:
            second = tokens[at + 1].norm
            if second in starts.followed:
                for phrase in starts.begun(tokens, at + 1):
                    head = at + len(phrase.words)
                    if last := _phrase_end(reading, head, phrase):
                        yield at, head, last, phrase
            if second in openers and tokens[at].norm not in known.small:
                parted = asides.past(tokens, at + 1) - at - 1
                for phrase in starts.begun(tokens, at + 1 + parted) if parted else ():
                    head = at + parted + len(phrase.words)
                    if phrase.cues and (last := _phrase_end(reading, head, phrase)):
                        yield at, head, last, phrase
        if not starts.alone:
            continue
        waits = starts.waits and not starts.waits.isdisjoint(map(_NORM, tokens[at + 1 : at + 1 + REACH]))
        awaited = _awaited(reading, at + 1, starts.waits) if waits else ()
        for phrase in starts.alone if awaited else starts.bare:
            if last := _tail_end(tokens, awaited, phrase) if phrase.tail else at + 1:
                yield at, at + 1, last, phrase


def _starts(reading: Reading, known: Cues) -> list[int]:
    """The first words of what may be a cue; small ones only where the longest word of their phrase is in its place behind them."""
    tokens = reading.tokens
    led = {
        at - back
        for at in reading.where(known.keyed)
        for back in known.keys[tokens[at].norm]
        if back <= at and tokens[at - back].norm in known.small
    }
    return sorted([*reading.where(known.large), *led])


def _awaited(reading: Reading, last: int, waits: Set[str], *, aside: bool = False) -> list[int]:
    """Where behind words that end before `last` one stands that they wait for: in their clause or past a name told `aside`."""
    tokens, stop = reading.tokens, reading.sentences[reading.sentence_of[last - 1]].last
    found: list[int] = []
    for at, token in enumerate(tokens[last : min(last + REACH, stop)], last):
        if token.norm in _HALTS:
            closed = _closed(tokens, at, stop) if token.norm == "," and not aside else stop
            return found + _awaited(reading, closed, waits, aside=True) if closed < stop else found
        if token.norm in waits:
            found.append(at)
    return found


def _phrase_end(reading: Reading, head: int, phrase: Phrase) -> int:
    """Where a phrase of several words that end before `head` ends, its tail with it; 0 where that is missing."""
    return _tail_end(reading.tokens, _awaited(reading, head, phrase.tail.keys()), phrase) if phrase.tail else head


def _tail_end(tokens: Sequence[Token], awaited: Sequence[int], phrase: Phrase) -> int:
    """Where the first tail of a phrase ends that starts where a word is `awaited`; 0 where none does."""
    for at in awaited:
        behind = phrase.tail.get(tokens[at].norm)
        if behind and tokens[at - 1].norm != "not":  # "found Bo Tran not guilty"
            if norm_at(tokens, at + 1) in behind:
                return at + 2  # "attorney general"
            if "" in behind:
                return at + 1
    return 0


def _closed(tokens: Sequence[Token], comma: int, stop: int) -> int:
    """Where what a comma opens with a name is closed: "cleared his partner, Ann Lee, of fraud"; the sentence's end where it is not."""
    if comma + 1 >= stop:
        return stop
    after = tokens[comma + 1]
    told = after.norm in _WHO or after.norm.endswith(_ASIDE)  # "the trial of Ann Lee, accused of spying, opened"
    reach = 5 if after.capital else 14 if told else 0
    for at in range(comma + 2, min(comma + reach, stop)):
        if tokens[at].text == ",":
            return at + 1
    return stop


def _read(finder: Finder, first: int, head: int, last: int, phrase: Phrase) -> list[StatusMention] | None:
    """The status a cue tells here, for each of its subjects: the first meaning that finds one; None where it is denied or to come."""
    at, reading = finder.at, finder.at.reading
    if not phrase.cues:
        return None  # "pleaded not guilty", "a dead heat"
    if reading.tokens[first].capital and (_in_name(reading, first) or _names(at, first)):
        return None
    if last + 1 < len(reading.tokens) and reading.tokens[last].text == "-" and reading.tokens[last + 1].norm in _TO_BE:
        return None  # "became governor-elect"
    if phrase.acts and _described(reading.tokens, first):
        return None
    group = group_start(at, first)
    meanings = _ordered(at, phrase, first, head, group)
    if not meanings:
        return []
    ambiguous = phrase.acts and reading.language == "en" and not headline(at, first)
    spot = Spot(first, last, group, ambiguous, head)
    for cue in meanings:
        lifecycle = finder.cues.lifecycles[cue.lifecycle]
        if cue.form == "state" and _given_to(at, spot):
            continue
        found = standing.subject(finder, lifecycle, cue, spot)
        if found is None and cue.form not in ("nominal", "attribute"):
            found = among_them(finder, lifecycle, spot) if not lifecycle.things else None
            if found is None and cue.form == "state":
                found = _goes_on(finder, cue, spot)
        if found is None or _idle(at, cue, found, first):
            continue
        how = meant(at, cue, phrase, spot)
        if how is None:
            return None
        stage = told_stage(at, lifecycle, cue, first, last)
        if how == "planned":
            stage = TO_COME.get((lifecycle.name, stage), stage)
        value = Status(*set_free(at, lifecycle.name, stage, first), _label(reading.tokens, first, last))
        everyone = [found, *others(finder, lifecycle, found, spot)]
        told = [StatusMention(reading.starts[first], reading.ends[last - 1], first, last, value, one, how) for one in everyone]
        finder.read[cue.lifecycle] = told[0]
        return told
    return []


def _idle(at: Place, cue: Cue, found: Subject, first: int) -> bool:
    """A case, which is adjourned like an event but neither held nor called off; "convicted of killing a teacher", who has a name
    elsewhere."""
    if cue.lifecycle == "event":
        return cue.stage != "postponed" and found.name.lower().startswith("case")
    tokens = at.reading.tokens
    charged = cue.form == "object" and cue.lifecycle == "condition" and first > 0 and tokens[first - 1].norm in ("of", "for", "with")
    return charged and found.name.islower() and tokens[first].norm.endswith("ing")


def _given_to(at: Place, spot: Spot) -> bool:
    """ "The king granted a pardon to the poet": no state of who grants it."""
    tokens = at.reading.tokens
    given = spot.last > spot.head and spot.last < len(tokens) and tokens[spot.last].norm == "to"
    return given and spot.group == spot.first and spot.first > 0 and tokens[spot.first - 1].norm not in at.words.being


def _goes_on(finder: Finder, cue: Cue, spot: Spot) -> Subject | None:
    """ "was taken to hospital in critical condition": a state right behind another of the same lifecycle is told of the same one."""
    last = finder.read.get(cue.lifecycle)
    if last is None or not 0 <= spot.first - last.last < _ON_END:
        return None
    stages = finder.cues.lifecycles[cue.lifecycle].stages
    if last.value.stage not in stages or cue.stage not in stages[stages.index(last.value.stage) + 1 :]:
        return None  # "in critical condition in hospital", "died in captivity"
    between = finder.at.reading.tokens[last.last : spot.first]
    return last.subject if all(token.kind == "w" and not token.capital for token in between) else None


def _in_name(reading: Reading, first: int) -> bool:
    """ "El Tribunal de Sentencia", "the Court of Appeal": a noun in the name of a body tells of nobody."""
    tokens = reading.tokens
    if first < 2:
        return False
    if tokens[first - 1].norm == "del" and reading.language == "es" and tokens[first - 2].text.islower():
        return True  # "la titular del Juzgado"
    if tokens[first - 1].norm not in ("de", "of"):
        return False
    return tokens[first - 2].capital and tokens[first - 2].norm in name_words(reading.language).organizations


def _names(at: Place, first: int) -> bool:
    """ "Laura Mata": a part of somebody's name is no verb; titles are no part of it."""
    mention = at.names.at(at.section, first)
    return mention is not None and mention.subject.type == "person"


def _described(tokens: Sequence[Token], first: int) -> bool:
    """ "A tightly contested election": an English participle with its adverb, behind an article, is nobody's deed."""
    return first > 1 and tokens[first - 1].norm.endswith("ly") and tokens[first - 2].norm in ("a", "an", "the", "this", "its")


def _label(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join([token.text for token in tokens[first:last]])


_NORM = attrgetter("norm")
_ASIDE = ("ed", "ado", "ada", "ido", "ida")
_SHORT = frozenset(("'s",))
_TO_BE = frozenset(("elect", "designate"))
_WHO = frozenset(("who", "quien", "que", "which"))
_HALTS = frozenset(".;:,?!")
_ON_END = 4  # tokens between two states told of one subject
_WANTED = ("wanted",)
_LED = ("participle", "state", "noun")  # what comes before an object verb where a verb of being leads


def _ordered(at: Place, phrase: Phrase, first: int, head: int, group: int) -> Sequence[Cue]:
    """The meanings that the words around allow; `group` and `head` are where its verb group starts and its own words end."""
    if phrase.names:
        return phrase.cues
    tokens, words = at.reading.tokens, at.words
    inside: list[str] = []
    being = having = short = False
    if group < first:
        inside = [token.norm for token in tokens[group:first]]
        being, having = not words.being.isdisjoint(inside), not words.having.isdisjoint(inside)
        short = being and words.being.intersection(inside) == _SHORT  # "he's resigned" has, "he's charged with" is
    before = tokens[first - 1].norm if first > at.reading.sentences[at.reading.sentence_of[first]].first else ""
    nominal = before in words.determiners and before not in inside and not clitics.clitic_before(at, first)
    if nominal and (phrase.words[0] in words.actors or (before == "that" and _follows_noun(at, first - 1))):
        nominal = False  # "La Justicia frena la ley": the phrase opens with who acts; "a truce that came into force"
    governed = at.reading.language == "es" and before in words.prepositions
    result = []
    brief = len(at.reading.text) <= BRIEF
    for cue in phrase.cues:
        form = cue.form
        if form in ("object", "subject"):
            if governed and cue.mood == "finite":
                continue  # "la orden de captura": no verb
            told = (
                (being and not (short and form == "subject"))
                or nominal
                or (having and at.reading.language == "en" and cue.mood != "infinitive")
            )
            if told and not cue.being and (form == "subject" or being or not having):
                continue
        elif form in ("perfect", "inflicted"):
            if (being or not having) and not short:
                continue
        elif having and not being and (form == "participle" or (form == "state" and (phrase.inflicts or phrase.words == _WANTED))):
            continue  # "ha absuelto a X"
        if (cue.being and not being and not _gerund(at, cue, first)) or (cue.brief and not brief):
            continue
        if cue.alone:
            if _has_object(at, head) and not _opens(at, first, head - first):
                continue
            if form == "state" and cue.lifecycle == "condition" and not (being or brief or headline(at, first)):
                continue  # "a coroner found in October that"
        if cue.unchanging and (having or group == first):
            continue  # "the court set aside the conviction"
        if cue.accent and not _accented(tokens[first + (phrase.words[0] == "se")].text.lower()):
            continue
        result.append(cue)
    return sorted(result, key=lambda cue: cue.form not in _LED) if being and len(result) > 1 else result


def _gerund(at: Place, cue: Cue, first: int) -> bool:
    """ ", killing fisherman Bo Tran", "convicted of murdering Ann Lee": what a deed did besides, or what somebody answers for."""
    tokens = at.reading.tokens
    if cue.form != "object" or not first or not tokens[first].norm.endswith("ing"):
        return False
    before = tokens[first - 1]
    if at.reading.holds(at.words.conditional, at.reading.sentences[at.reading.sentence_of[first]].first, first):
        return False
    return before.text == "," or before.norm in ("after", "by") or (cue.lifecycle == "condition" and before.norm in ("of", "for", "with"))


def _follows_noun(at: Place, that: int) -> bool:
    """True where "that" stands behind a noun and so for it; not behind a small word or a verb of saying."""
    before = at.reading.tokens[that - 1]
    return that > 0 and before.kind == "w" and before.norm not in at.words.prepositions and before.norm not in at.words.sayings


def _accented(verb: str) -> bool:
    """ "anuló", "amplía", "amplían": written with the accent that tells the verb from other words."""
    return verb.endswith(("ó", "ía", "ían"))


def _opens(at: Place, first: int, width: int) -> bool:
    """ "Asumió Ana Ruiz": a Spanish verb that opens its sentence before who acts."""
    begins = at.reading.language == "es" and first == at.reading.sentences[at.reading.sentence_of[first]].first
    return begins and at.names.at(at.section, first + width) is not None


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
