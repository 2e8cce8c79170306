"""Public offices beside names -> office statuses: "President X", "la ministra de Salud Y", "Z, former mayor of W", "acting governor V".

In: a `Finder` over one reading; out: the statuses, one for each title that stands beside a name, or is said of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from watcher.extract import modality
from watcher.extract.lifecycles import Lifecycle, cues
from watcher.extract.names.beside import qualifies
from watcher.extract.namewords import RoleWords, role_words
from watcher.extract.neighbours import among
from watcher.extract.reading import StatusMention
from watcher.extract.statuses import joint, people, verbs
from watcher.extract.statuses.holders import Finder
from watcher.extract.statuses.offices import LEADERS, office, openers
from watcher.extract.statuses.spots import Noun, group_start
from watcher.extract.statuses.terms import article, definite, over, past_term, private, served, sought, to_be, verb_tells
from watcher.model import Status, Subject

_THE = frozenset(["the", "el", "la"])
_JOINS = frozenset(["de", "del", "la", "el", "los", "las", "y", "e"])
_FOLLOWS = frozenset(  # "Ann Lee replaced Bo Tran as mayor"
    stem + ending
    for stem, endings in (("replace", ("", "s", "d")), ("succeed", ("", "s", "ed")), ("reemplaz", "ao"), ("relev", "ao"))
    for ending in endings
) | {"sustituye", "sustituyo", "sucede", "sucedio"}
_SEEKS = ("aspirant", "candidate", "nominee")
_ENDS = ("former", "nominee")
_DATED = 5  # tokens from a noun for the end of an office, past when that was, to a name
_AS = 9  # tokens from a status to "as" and an office
_NEAR = 5  # tokens from an office to its holder's name
_LOST = ("former", "impeached", "withdrawn")
_LED_BY = frozenset(["as", "como", "the", "a", "an", "el", "la", "un", "una", "de", "its", "su"])
_NEW = frozenset(["new", "next", "first", "nuevo", "nueva", "primera", "primer", "interim", "acting"])
_DEAD = frozenset(["late", "difunto", "difunta", "fallecido", "fallecida"])
_BETWEEN = frozenset(["now", "still", "currently", "also", "then", "desde", "anoche", "hoy", "ya", "actualmente", "aun", "todavia", "ayer"])
_SERVES = frozenset(
    (
        *("serve", "serves", "served", "serving", "act", "acts", "acted", "acting", "in", "appointed", "installed"),
        *("reappointed", "ejerce", "ejercio", "ejercera", "ejercia", "funge", "actua", "asume", "asumio", "sustituye"),
        *("sustituyo", "reemplaza", "jura", "juro"),
    )
)


def find(finder: Finder) -> Iterator[StatusMention]:
    """The office statuses that titles tell, in order."""
    reading = finder.at.reading
    roles = role_words(reading.language)
    lifecycle = finder.cues.lifecycles["office"]
    tokens = reading.tokens
    several = joint.plurals() if reading.language == "en" else frozenset()
    done = 0
    for index in reading.where(openers(reading.language)):
        if index < done:
            continue
        if tokens[index].norm in several:
            yield from joint.find(finder, lifecycle, index)
            continue
        former = tokens[index].norm not in roles.phrases
        width = office(reading, index, roles, former)
        if not width:
            continue
        done = index + width
        mention = _title(finder, lifecycle, roles, index, done, former=former)
        if mention is not None:
            done = max(done, mention.last)
            yield mention


def _title(finder: Finder, lifecycle: Lifecycle, roles: RoleWords, first: int, last: int, *, former: bool) -> StatusMention | None:
    reading, names = finder.at.reading, finder.at.names
    tokens = reading.tokens
    if last + 1 < len(tokens) and tokens[last].text in ("'s", "’s"):
        return None  # "the mayor's office", "the president's nominee, Ann Lee"
    within = names.at(finder.at.section, first)
    if within is not None and within.first <= first and within.last > last:
        return None  # "the Premier League"
    stage, start, end = _stage(finder, lifecycle, first, last)
    if served(finder, roles, start, last):
        return None
    if start and tokens[start - 1].norm in _DEAD:
        return None  # "the late mayor"
    begins = _role_start(finder, roles, first)
    if stage == "incumbent":
        led = article(finder, begins)
        if verb_tells(finder, led) or sought(finder, begins, led):
            return None
        if last < len(tokens) and tokens[last].norm in _tellers(reading.language, _SEEKS):
            return None  # "governor hopeful Ann Lee"
        if former or over(finder, min(start, begins), last):
            stage = "former"
        elif past_term(finder, begins):
            return None
        elif to_be(finder, led):
            stage = "elect"
    elif former:
        stage = "former"
    holder = names.holder(finder.at.section, last - 1) or names.holder(finder.at.section, first)
    if holder is None and first and (mp := names.at(finder.at.section, first - 1)) is not None and tokens[first].text.isupper():
        holder = mp.subject if mp.last == first else None  # "Ann Lee MP"
    told = holder is None
    if told:
        holder = _said_of(finder, lifecycle, min(start, begins), start, first, stage)
    awaited = stage == "elect" and start > 0 and tokens[start - 1].norm in ("el", "la", "the")  # "promete la próxima gobernadora"
    if holder is None and finder.brief and first and (awaited or (stage == "incumbent" and definite(finder, first))):
        holder = people.own(finder.at, Noun(first, last))
    if holder is None and stage == "former":
        holder = people.named_later(finder.at, Noun(first, last))  # "A former governor was jailed. Ana Ruiz, 66, ..."
    if holder is None or holder.type != "person":
        return None
    if tokens[first].norm in roles.loose and tokens[first].norm not in LEADERS and private(finder, roles, start, last):
        return None
    how = modality.modality(reading, first, start)
    if how == "denied" or (how == "conditional" and told):
        return None  # "if I were president"
    finder.last[f"office/{stage}"] = holder
    role = " ".join([roles.written_out.get(token.norm, token.norm) for token in tokens[begins:last]])
    begin, stop = _words(stage, start, first, last, end)
    label = reading.text[reading.starts[begin] : reading.ends[stop - 1]]
    return StatusMention(
        reading.starts[begin],
        reading.ends[stop - 1],
        begin,
        stop,
        Status("office", stage, " ".join(label.split()), role, _of(finder, start, end)),
        holder,
        title=True,
    )


def named(finder: Finder, first: int, last: int, stage: str) -> tuple[str | None, str | None]:
    """The office and what it is of that the words of a status, tokens `[first, last)`, name, or what follows them: "resigned [as mayor of
    Karhan]", "elegida [presidenta de Chile]", "nombró ministra a Ana Ruiz"."""
    reading, roles = finder.at.reading, role_words(finder.at.reading.language)
    stop = reading.sentences[reading.sentence_of[first]].last
    behind = _past_time(finder, last, stop)
    while behind < stop and behind < last + 4 and among(reading.tokens[behind].norm, _LED_BY, _NEW, roles.portfolios):
        behind += 1
    behind += 2 * (behind + 2 < stop and reading.tokens[behind + 1].text in ("'s", "’s"))  # "as Chile's president"
    while behind < stop and reading.tokens[behind].norm in roles.portfolios:
        behind += 1
    for at in (*range(last - 1, first, -1), behind):
        if at < stop and (width := office(reading, at, roles, former=False)):
            if at == behind and stage not in _LOST and reading.tokens[at - 1].norm in _THE and _borne(finder, at, at + width):
                return None, None  # "asume el diputado Bo Trán": what somebody was before
            begins = _role_start(finder, roles, at)
            role = " ".join([roles.written_out.get(token.norm, token.norm) for token in reading.tokens[begins : at + width]])
            return role, _of(finder, begins, at + width)
    return None, None


def _past_time(finder: Finder, last: int, stop: int) -> int:
    """Behind the "as" of "resigned [from her post on Monday] as mayor", in the same clause; where the status ends where none follows."""
    tokens = finder.at.reading.tokens
    for at in range(last, min(last + _AS, stop - 1)):
        if tokens[at].norm in ("as", "como"):
            return at + 1
        if tokens[at].kind == "p" or among(tokens[at].norm, finder.at.words.conjunctions, finder.at.words.relatives):
            break
    return last


def _borne(finder: Finder, first: int, last: int) -> bool:
    """Whether the name behind an office, tokens `[first, last)`, is its holder's."""
    names, section = finder.at.names, finder.at.section
    holder = names.holder(section, first)
    return holder is not None and any(mention.subject == holder for mention in names.in_tokens(section, last, last + _NEAR))


def _words(stage: str, start: int, first: int, last: int, end: int) -> tuple[int, int]:
    """The tokens of the status: the whole title, for a former one only the word that says so."""
    if stage == "former" and start < first:
        return start, first
    if stage == "incumbent":
        return first, last
    return min(start, first), max(end, last)


def _stage(finder: Finder, lifecycle: Lifecycle, first: int, last: int) -> tuple[str, int, int]:
    """The stage the words beside a title tell, and the tokens of title and words together."""
    tokens, prefixes, ends = finder.at.reading.tokens, lifecycle.prefixes, _bounds(finder.at.reading.language)
    sentence = finder.at.reading.sentences[finder.at.reading.sentence_of[first]]
    opens = first
    for at in range(first - 1, max(sentence.first, first - 5) - 1, -1):
        norm = tokens[at].norm
        pair = f"{tokens[at - 1].norm} {norm}" if at > sentence.first else ""
        if pair in prefixes and prefixes[pair] != "incumbent":
            return prefixes[pair], at - 1, last  # "Chile's newly elected president"
        if norm in prefixes:
            if prefixes[norm] != "incumbent":
                return prefixes[norm], at, last
            opens = at
            break  # "la nueva presidenta electa": what follows tells more
        if (tokens[at].kind == "p" and norm != "-") or norm in ends:
            break
    end = _span(finder, last, sentence.last)
    for at in range(last, end):
        pair = f"{tokens[at].norm} {tokens[at + 1].norm}" if at + 1 < sentence.last else ""
        if pair in prefixes:
            return prefixes[pair], first, at + 2
        if tokens[at].norm in prefixes and tokens[at].norm not in ("next", "new", "actual"):
            return prefixes[tokens[at].norm], first, at + 1
    return "incumbent", opens, last


@cache
def _bounds(language: str) -> frozenset[str]:
    """The small words that no word of a title stands behind."""
    words = modality.modal_words(language)
    return words.determiners | words.prepositions | words.being


def _span(finder: Finder, last: int, limit: int) -> int:
    """How far the words that belong to a title go after it: "-elect", "de Seguridad designada"."""
    tokens = finder.at.reading.tokens
    english = finder.at.reading.language == "en"
    at = last
    while at < limit and at < last + 7:
        token = tokens[at]
        if english and not (token.text == "-" or tokens[at - 1].text == "-" or token.norm in ("elect", "designate", "designated")):
            break
        if not english and not _belongs(finder, at, limit):
            break
        at += 1
    return at


def _belongs(finder: Finder, at: int, limit: int) -> bool:
    """A word of a Spanish title after its office: what it is of, and the word that tells the stage."""
    tokens = finder.at.reading.tokens
    norm = tokens[at].norm
    if norm in _JOINS or norm in role_words("es").portfolios or norm in finder.cues.lifecycles["office"].prefixes:
        return True
    if norm == "en":
        return at + 1 < limit and tokens[at + 1].norm in ("funciones", "ejercicio")
    if norm in ("funciones", "ejercicio"):
        return True
    mention = finder.at.names.at(finder.at.section, at)
    if mention is None:
        return qualifies(tokens[at])  # "el presidente chileno electo"
    return mention.subject.type != "person" and (tokens[mention.first - 1].norm in _JOINS)


def _said_of(finder: Finder, lifecycle: Lifecycle, opens: int, start: int, first: int, stage: str) -> Subject | None:
    """ "X is acting mayor", "X ejerce como alcaldesa interina": the subject of the verb before the title, which `opens` before its article
    with all its words."""
    at = finder.at
    tokens = at.reading.tokens
    index = article(finder, opens)
    if index > 1 and tokens[index - 1].norm in ("as", "como"):
        chosen = at.names.at(at.section, index - 2)
        if chosen is not None and chosen.subject.type == "person":
            verb = next((at for at in range(chosen.first - 1, max(chosen.first - 4, 0), -1) if tokens[at].norm in _FOLLOWS), None)
            if verb is None and _left(finder, chosen.first):
                return None  # "el cese de Bo Trán como ministro"
            if verb is None:
                return chosen.subject  # "has named Ann Lee as acting mayor"
            heir = verbs.subject_left(finder.at, group_start(finder.at, verb), finder.left(lifecycle))
            return finder.subject(lifecycle, heir) if heir is not None else None  # "Ann Lee replaced Bo Tran as mayor"
    if not index or not _links(finder, index - 1):
        if start and tokens[start - 1 - _of_nation(finder, start)].norm in _THE and stage in ("elect", "former"):
            known = finder.last.get(f"office/{stage}") or at.names.resolve_role(at.section, first, [tokens[first].norm])
            known = known or people.only_before(finder.at, Noun(first, first + 1))
            return known or (people.of_its_gender(finder.at, first) if stage == "elect" else None)
        return None
    noun = verbs.subject_left(at, group_start(at, index), finder.left(lifecycle))
    if noun is None and tokens[index - 1].norm == "como":
        noun = verbs.object_right(at, first + 1, finder.right(lifecycle))  # "lo sustituye como alcaldesa interina Ana Ruiz"
    return finder.subject(lifecycle, noun) if noun is not None else None


def _of_nation(finder: Finder, start: int) -> bool:
    """ "The Chilean president-elect": a word with a capital between an article and a title."""
    before = finder.at.reading.tokens[start - 1]
    return start > 1 and before.capital and before.norm not in _THE


def _left(finder: Finder, name: int) -> bool:
    """ "the resignation of Ann Lee", "el cese de Bo Trán": a noun for the end of an office stands before a name."""
    tokens = finder.at.reading.tokens
    if name < 2 or tokens[name - 1].norm not in ("of", "de", "del"):
        return False
    ends = _tellers(finder.at.reading.language, _ENDS)
    return any(token.norm in ends for token in tokens[max(0, name - _DATED) : name - 1])  # "the resignation last week of Ann Lee"


@cache
def _tellers(language: str, stages: tuple[str, ...]) -> frozenset[str]:
    """The words that tell one of these stages of an office by themselves."""
    single = ((word, phrase) for word, starts in cues(language).index.items() for phrase in starts.alone)
    return frozenset(word for word, phrase in single if any(cue.lifecycle == "office" and cue.stage in stages for cue in phrase.cues))


def _links(finder: Finder, index: int) -> bool:
    tokens, words = finder.at.reading.tokens, finder.at.words
    for at in range(index, max(index - 4, -1), -1):
        if tokens[at].norm in words.being:
            return tokens[at].norm != "ser" and not (tokens[at].norm == "be" and tokens[at - 1].norm == "to")  # "quiere ser alcaldesa"
        if tokens[at].norm in ("named", "appointed") or (tokens[at].norm == "become" and tokens[at - 1].norm == "will"):
            return True  # "Ann Lee was named acting mayor", "will become mayor"
        if tokens[at].norm in ("as", "como"):
            return at > 0 and tokens[at - 1].norm in _SERVES
        if tokens[at].norm not in _BETWEEN:
            return False
    return False


def _role_start(finder: Finder, roles: RoleWords, first: int) -> int:
    """Where the portfolio before an English office starts: "finance minister", "Mining Minister"."""
    tokens = finder.at.reading.tokens
    start = first
    if finder.at.reading.language != "en":
        return first
    while start > 0 and start > first - 3 and (tokens[start - 1].norm in roles.portfolios):
        start -= 1
    return start


def _of(finder: Finder, first: int, last: int) -> str | None:
    """What an office is of: "mayor of Karhan", "Chile's president"."""
    tokens = finder.at.reading.tokens
    if last + 1 < len(tokens) and tokens[last].norm in ("of", "de", "del"):
        for at in (last + 1, last + 2):
            mention = finder.at.names.at(finder.at.section, at) if at < len(tokens) else None
            if mention is not None and mention.subject.type != "person":
                return mention.subject.name
    if first >= 2 and tokens[first - 1].text in ("'s", "’s"):
        mention = finder.at.names.at(finder.at.section, first - 2)
        if mention is not None and mention.subject.type != "person":
            return mention.subject.name
    return None
