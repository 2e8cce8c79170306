"""Nouns for somebody ("the driver", "a 34-year-old man") -> who that is: a name told near by, a subject by their own words, several.

In: a `Place` and a noun in it; out: a `Subject`, or None where the text does not tell.
"""

from __future__ import annotations

from watcher.extract.figures.numberwords import words
from watcher.extract.names.coreference import noun_gender
from watcher.extract.names.entities import slug
from watcher.extract.namewords import name_words, numerals, people_words, role_words
from watcher.extract.neighbours import among, norm_at
from watcher.extract.reading import NameMention
from watcher.extract.statuses.spots import Noun, Pick, Place
from watcher.model import Subject

_ANY = frozenset(["any", "every", "each", "no", "whose", "cualquier", "cada", "ningun", "ninguna", "cuyo", "cuya", "todo", "toda"])
_EVERY = frozenset(["every", "cada"])  # "a child dies every minute"
_NAMING = frozenset(["named", "called", "llamado", "llamada"])
_CALLED = 5  # tokens from a comma to the name behind it
_JOINED = frozenset([",", "and", "y", "e"])
MARKS = frozenset("'\"«»“”‘’")
_NOT_HEAD = frozenset(["'s", "’s", "'", "’", "-"])  # behind an owner, or the first part of a word
_NAMED = 40  # names to look back over
_OPENING = 4  # tokens of a sentence that hold its subject's noun
_BYLINE = 9  # tokens of a line that names who wrote, where and when
_SIGNED = 6  # tokens from "signing of" to a name
_TELLS_WHO = ("trata", "identif", "named")


def own(at: Place, noun: Noun) -> Subject:
    """A subject named by its own words."""
    reading = at.reading
    aged = reading.tokens[noun.first].norm == "old" and noun.first > 3
    first = noun.first - (4 if reading.tokens[noun.first - 1].text == "-" else 2) * aged  # "34-year-old", "five year old"
    name = reading.text[reading.starts[first] : reading.ends[noun.last - 1]]
    return Subject(slug(name), name, "person")


def somebody(at: Place, noun: Noun) -> bool:
    """ "a man", "one student", "su cómplice": one person, not any ("every driver", "whose son") and no share ("one inmate in twelve")."""
    tokens = at.reading.tokens
    before = [token.norm for token in tokens[max(0, noun.first - 7) : noun.first]]
    if not _ANY.isdisjoint(before):
        return False
    headed = at.reading.paragraphs[at.reading.sentences[at.reading.sentence_of[noun.first]].paragraph].kind == "headline"
    if not headed and at.words.determiners.isdisjoint(before):
        return False  # "llevaba 31 meses preso"
    after = tokens[noun.last : noun.last + 2]
    if len(after) == 2 and after[0].norm == "in" and (after[1].kind == "n" or after[1].norm in numerals("en")):
        return False
    return not any(token.norm in _EVERY for token in tokens[noun.last : noun.last + 6])


def ranked(at: Place, noun: Noun) -> bool:
    """ "The fifth mayor", "a third victim": one of several, not whom the text told of before."""
    ordinals = words(at.reading.language).ordinals
    return any(token.norm in ordinals for token in at.reading.tokens[max(0, noun.first - 3) : noun.first])


def told_who(at: Place, noun: Noun) -> Subject | None:
    """ "El contratista fue indultado: se trata de Bo Trán", "the victim, identified as Ann Lee, died": the name that is told."""
    tokens, sentence = at.reading.tokens, at.reading.sentences[at.reading.sentence_of[noun.first]]
    for mention in at.names.in_tokens(at.section, noun.last, min(noun.last + 40, sentence.last)):
        verb, link = norm_at(tokens, mention.first - 2), norm_at(tokens, mention.first - 1)
        if verb == "de" and link in ("nombre", "apellido") and mention.first == noun.last + 2:
            return mention.subject  # "un pescador de nombre Bo Trán"
        if verb.endswith(("ly", "mente")):
            verb = tokens[mention.first - 3].norm  # "named locally as Ann Lee"
        if mention.subject.type != "person" or link not in ("as", "como", "de"):
            continue
        if verb.startswith(_TELLS_WHO) or (
            mention.first == noun.last + 1 and any(t.norm.startswith(_TELLS_WHO) for t in tokens[noun.first - 4 : noun.first])
        ):
            return mention.subject
    return None


def apposed(at: Place, noun: Noun) -> NameMention | None:
    """ "The man accused of theft, Lou Marsh,", "el herido, el inspector Bo Trán,": the name that follows."""
    near = at.names.in_tokens(at.section, noun.last, noun.last + 12)
    return next(
        (one for one in near if one.subject.type == "person" and at.reading.tokens[_role_before(at, one.first) - 1].text == ","), None
    )


def _role_before(at: Place, first: int) -> int:
    """Where a name begins with the noun of what somebody is, and its article, before it."""
    tokens = at.reading.tokens
    if tokens[first - 1].norm in role_words(at.reading.language).persons and not tokens[first - 1].capital:
        first -= 1
        first -= tokens[first - 1].norm in at.words.determiners
    return first


def named_ahead(at: Place, noun: Noun) -> Subject | None:
    """ "Days after she was reported missing, student Ann Lee was traced", "On the night she won, Ann Lee": a pronoun before the first
    name of its sentence."""
    tokens, sentence = at.reading.tokens, at.reading.sentences[at.reading.sentence_of[noun.first]]
    opened = any(token.norm in at.words.boundaries for token in tokens[sentence.first : noun.first])
    opened = opened or tokens[sentence.first].norm in at.words.prepositions
    if not opened or noun.first - sentence.first > 6:
        return None
    near = at.names.in_tokens(at.section, noun.last, min(noun.last + 24, sentence.last))
    return next((one.subject for one in near if one.subject.type == "person"), None)


def beside(at: Place, noun: Noun) -> Subject | None:
    """ "Rescuers freed the trapped miner, Bo Tran.": the name right behind the comma behind a noun, closed by a mark; in Spanish also
    behind what the noun is of, "un interventor del Sí, Bo Trán,"."""
    tokens, comma = at.reading.tokens, noun.last
    if comma + 1 < len(tokens) and tokens[comma].norm in ("de", "del"):
        comma = next((k for k in range(comma + 2, min(comma + _CALLED, len(tokens) - 1)) if tokens[k].kind != "w"), comma)
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return None
    near = at.names.in_tokens(at.section, comma + 1, comma + 1 + _CALLED)
    mention = near[0] if near else None
    if mention is None or mention.subject.type != "person" or not _called(at, comma + 1, mention.first):
        return None
    if comma > noun.last and (mention.first > comma + 1 or norm_at(tokens, mention.last) != ","):
        return None
    closed = mention.last >= len(tokens) or tokens[mention.last].text in (",", ".", ";")
    if tokens[noun.last - 1].norm.endswith(("s", "men")):  # "two men, Lou Marsh and Bo Tran,": the first of them
        joined = tokens[mention.last : mention.last + 2]
        second = at.names.at(at.section, mention.last + 1)
        closed = len(joined) == 2 and joined[0].norm in _JOINED and second is not None and second.subject.type == "person"
    return mention.subject if closed else None


def _called(at: Place, first: int, last: int) -> bool:
    """ "A suspect, contractor Bo Tran, is": nothing, or what somebody is, stands in tokens `[first, last)`."""
    words = at.reading.tokens[first:last]
    if not words or not all(token.kind == "w" and token.text.islower() for token in words):
        return not words
    if words[-1].norm in role_words(at.reading.language).persons or words[-1].norm in _NAMING:
        return True
    spoken = (at.words.sayings, at.words.prepositions, at.words.boundaries)
    return len(words) == 1 and at.reading.language == "en" and not among(words[0].norm, *spoken)  # "contractor"


def tells_who(at: Place, noun: Noun, name: NameMention) -> bool:
    """A name `apposed` to a noun is that of whom it means: closed by a comma, and the noun is not for several ("the men")."""
    tokens = at.reading.tokens
    closed = name.last < len(tokens) and tokens[name.last].text == ","
    return closed and tokens[noun.first].norm not in people_words(at.reading.language)


def only_before(at: Place, noun: Noun) -> Subject | None:
    """ "Ana Ruiz ran the bank. The 41-year-old was jailed": the one person the sentence before names."""
    reading = at.reading
    sentence = reading.sentence_of[noun.first]
    if not sentence or noun.first - reading.sentences[sentence].first > 6:
        return None
    if any(token.norm in at.words.sayings for token in reading.tokens[reading.sentences[sentence].first : noun.first]):
        return None  # "He said the captain was being questioned": who speaks is another
    noun_word = reading.tokens[noun.first].norm
    if noun_word in people_words(reading.language) or noun_word in role_words(reading.language).parts:
        return None  # "the climbers" are several, "the driver" another
    before = reading.sentences[sentence - 1]
    named = {m.subject for m in at.names.in_tokens(at.section, before.first, before.last) if m.subject.type == "person"}
    one = named.pop() if len(named) == 1 else None
    fits = one is None or {noun_gender(noun_word, reading.language), at.names.gender(one)} != {"f", "m"}
    return one if fits else None


def of_its_gender(at: Place, index: int) -> Subject | None:
    """ "Ana Ruiz beat Bo Trán ... La gobernadora electa": of those named before, the one whom the text tells of and the noun fits."""
    gender = noun_gender(at.reading.tokens[index].norm, at.reading.language)
    before = {mention.subject for mention in at.names.before(at.section, index, _NAMED) if mention.subject.type == "person"}
    fitting = [subject for subject in before if gender and at.names.gender(subject) == gender]
    return fitting[0] if len(fitting) == 1 else None


def by_gender(at: Place, noun: Noun) -> Noun | None:
    """ "A young woman was attacked. She died", "The driver fled. He": the noun that "she" or "he" means, where no name is nearer."""
    reading, names = at.reading, name_words(at.reading.language)
    sentence, word = reading.sentence_of[noun.first], reading.tokens[noun.first].norm
    fitting, other = (names.women, names.men) if word == "she" else (names.men, names.women)
    if not sentence or word not in ("he", "she") or _names_somebody(at, reading.sentences[sentence - 1].first, noun.first):
        return None
    before, anybody = reading.sentences[sentence - 1], role_words(reading.language).persons - other
    told = [
        index
        for index in range(before.first, before.last)
        if reading.tokens[index].norm in (fitting if index > before.first + _OPENING else anybody)
        and reading.tokens[index].text.islower()
        and reading.tokens[index + 1].norm not in _NOT_HEAD
    ]
    return Noun(told[0], told[0] + 1) if told else None


def named_later(at: Place, noun: Noun) -> Subject | None:
    """ "A former governor was jailed on Thursday. [paragraph] Victor Amaral, 66, was ...": named as the next paragraph opens; where a
    headline tells of them, as the first paragraph opens that tells an age, or by the same noun."""
    reading = at.reading
    sentence = reading.sentence_of[noun.first]
    opening = reading.sentences[sentence]
    if sentence + 1 >= len(reading.sentences):
        return None
    heads = reading.paragraphs[opening.paragraph].kind == "headline" or not _names_somebody(at, 0, noun.first)
    if opening.first < noun.first - 9:
        return _by_the_same_noun(at, noun) if heads else None
    indefinite = any(token.norm in ("a", "an", "un", "una") for token in reading.tokens[opening.first : noun.first])
    if not (indefinite or heads) or _names_somebody(at, opening.first, opening.last):
        return None
    for number in range(sentence + 1, min(sentence + (6 if heads else 2), len(reading.sentences))):
        following = reading.sentences[number]
        mention = at.names.at(at.section, following.first)
        marked = mention is not None and mention.subject.type == "person" and reading.tokens[mention.last].text in (",", "(")
        if mention is not None and marked and (_tells_age(at, number) or (number == sentence + 1 and _begins_paragraph(at, number))):
            return mention.subject
        if following.last - following.first > _BYLINE and _names_somebody(at, following.first, following.last):
            break
    return _by_the_same_noun(at, noun) if heads else None


def _names_somebody(at: Place, first: int, last: int) -> bool:
    return any(mention.subject.type == "person" for mention in at.names.in_tokens(at.section, first, last))


def _tells_age(at: Place, number: int) -> bool:
    sentence = at.reading.sentences[number]
    return any(token.kind == "n" for token in at.reading.tokens[sentence.first : min(sentence.first + 7, sentence.last)])


def _begins_paragraph(at: Place, number: int) -> bool:
    sentences = at.reading.sentences
    return sentences[number].paragraph != sentences[number - 1].paragraph


def _by_the_same_noun(at: Place, noun: Noun) -> Subject | None:
    """ "Cae un exsenador buscado", and below "el exsenador Erasmo Villalba": the one the text calls so."""
    word = at.reading.tokens[noun.first].norm
    found = at.names.resolve_role(at.section, noun.first, [word])
    return found if found is not None and found.type == "person" and word in at.names.roles_of(at.section, found) else None


def nicknamed(at: Place, last: int) -> Subject | None:
    """ "Capturan a 'El Chato'", "Police arrest 'The Fox'": somebody told by what others call them, in marks behind a verb."""
    tokens = at.reading.tokens
    if MARKS.isdisjoint([token.text for token in tokens[last : last + 6]]):
        return None
    first = next((index for index in range(last, min(last + 4, len(tokens))) if tokens[index].norm == "a"), last)  # "detienen en Lima a"
    first += sum(1 for token in tokens[first : first + 2] if token.norm == "a" or token.norm in name_words(at.reading.language).nicknaming)
    if first + 2 >= len(tokens) or tokens[first].text not in MARKS or not tokens[first + 1].capital:
        return None
    stop = next((index for index in range(first + 2, min(first + 6, len(tokens))) if tokens[index].text in MARKS), 0)
    if not stop:
        return None
    known = at.names.at(at.section, first + 1)
    if known is not None and known.subject.type == "person":
        return known.subject
    name = at.reading.text[at.reading.starts[first + 1] : at.reading.ends[stop - 1]]
    return Subject(slug(name), name, "person")


def signed(at: Place, noun: Noun) -> Subject | None:
    """ "Completed the signing of Denmark striker Bo Holm": who is signed."""
    if at.reading.tokens[noun.last - 1].norm != "of":
        return None
    near = at.names.in_tokens(at.section, noun.last, noun.last + _SIGNED)
    return next((mention.subject for mention in near if mention.subject.type == "person"), None)


def many(at: Place, left: Pick) -> Pick:
    """The same phrases but for one person alone: "detenidos" are several."""

    def pick(index: int) -> Noun | None:
        noun, tokens = left(index), at.reading.tokens
        if noun is None or noun.pronoun or tokens[noun.first - 1].norm in ("y", "e") or tokens[index + 1].norm in ("y", "e"):
            return noun
        one = noun.mention.subject.type == "person" if noun.mention else not tokens[noun.last - 1].norm.endswith("s")
        return None if one else noun

    return pick


def really(at: Place, mention: NameMention) -> NameMention:
    """ "Lenin Mora, alias Bagre,": the name before an alias."""
    tokens, before = at.reading.tokens, mention.first - 1
    before -= before > 0 and tokens[before].kind == "p"  # alias "Bagre"
    if before < 2 or tokens[before].norm not in name_words(at.reading.language).nicknaming:
        return mention
    real = at.names.at(at.section, before - 1 - (tokens[before - 1].kind == "p"))
    return real if real is not None and real.subject.type == "person" else mention
