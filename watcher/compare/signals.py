"""Two mentions -> how much speaks for their being one fact, signal by signal; each is symmetric in the two."""

from __future__ import annotations

from difflib import SequenceMatcher

from watcher.compare import prose
from watcher.compare.linking import name_relation, name_words, relation
from watcher.compare.mentions import Mention, Surroundings
from watcher.compare.quotes import likeness
from watcher.compare.values import family, same_amount, same_date, same_value, unit_nearness
from watcher.model import Claim, EventDate, Figure, Quote, Status, Value, number_text

_FRAMED = 4  # words that must stay around exchanged names
_LASTING = ("time", "calendar")
_SPELLING = 0.75  # share of equal letters in two spellings of a place
_SAME = 1.2  # the most that the subjects speak for a pair
_BESIDE = 2.0  # the most that the noun and the telling words beside two figures do
_MOST = 5.6  # the most that all words around two mentions do
_OTHER_DAY = -2.0
_HOPELESS = -6.0  # two values that nothing else makes one fact
_LIKELY = 1.5  # what two claims must say alike themselves where their passages share nothing
_LIKE_LINE = 0.3  # nearness of the words around at which two places tell two reports apart
_SAME_LINE = 0.45  # nearness of the words around at which a place within one country tells two reports apart


def score(one: Mention, other: Mention, link: float, least: float = -_MOST) -> float:
    """How much speaks for two mentions being one fact; about 5 for a figure in a lightly reworded sentence.

    What can no longer reach `least` is not weighed further.
    """
    left, right = one.said.value, other.said.value
    if isinstance(left, Quote) and isinstance(right, Quote):
        like = likeness(left.text, right.text)
        return 6.0 * like + 0.5 * link if like >= 0.5 else -9.0
    told = _values(left, right)
    if told < _HOPELESS:
        return told
    told += same_topic(one, other) + _same_scope(one.said, other.said)
    likely = least - _MOST if link else _LIKELY
    if told + _SAME >= likely:
        told += same_subject(one, other)
    if told < likely:
        return told
    about = told + 1.6 * link + 2.0 * near(one, other)
    if isinstance(left, Figure):
        return about if about + _BESIDE < least else about + noun(one, other) + placed(one, other) + contrast(one, other)
    if isinstance(left, Status):
        return about + _stripped(one, other) + _stripped(other, one)
    return about + _other_day(one, other)


def _values(left: Value, right: Value) -> float:
    if isinstance(left, Figure) and isinstance(right, Figure):
        return _figures(left, right)
    if isinstance(left, Status) and isinstance(right, Status):
        return _statuses(left, right)
    if isinstance(left, EventDate) and isinstance(right, EventDate):
        return 1.5 if same_date(left.edtf, right.edtf) else 0.0
    return -9.0


def near(one: Mention, other: Mention) -> float:
    """How alike the words around two mentions are, from 0 to 1; a half where neither has any."""
    return _overlap(one.around.near, other.around.near, one.around.mass + other.around.mass)


def _overlap(left: dict[str, float], right: dict[str, float], mass: float) -> float:
    """The share of the stems near two mentions, which weigh `mass` together, that both have."""
    if not left or not right:
        return 0.5 if not left and not right else 0.2
    if left.keys().isdisjoint(right):
        return 0.0
    return 2 * sum(min(weight, right[key]) for key, weight in left.items() if key in right) / mass


def same_subject(one: Mention, other: Mention) -> float:
    """For one subject, against two. Two names are held against each other as far as the words of both passages bear it out."""
    match relation(one.said.subject, other.said.subject):
        case "same":
            return _SAME if one.names or other.names else 0.5
        case "fits":
            return 0.9 if one.names or other.names else 0.3
        case "unknown":
            return 0.0
    here, there = one.around.close, other.around.close
    stands_here, stands_there = bool(one.names & here), bool(other.names & there)
    if not (stands_here and stands_there) or one.said.subject.type != other.said.subject.type:  # type: ignore[union-attr]
        return -0.8
    if one.names & there or other.names & here:
        return -2.2
    return -1.0 - 6.5 * min(1.0, max(0.0, (_frame_nearness(one, other) - 0.3) / 0.4))  # the frame stayed and the name was exchanged


def _frame_nearness(one: Mention, other: Mention) -> float:
    """How alike the words around are apart from the two names."""
    names = {prose.stem(word, one.evidence.language) for word in one.names | other.names}
    left, right = ({key: weight for key, weight in mention.around.near.items() if key not in names} for mention in (one, other))
    return _overlap(left, right, sum(left.values()) + sum(right.values()))


def same_topic(one: Mention, other: Mention) -> float:
    """For one property, against two."""
    left, right = one.topic, other.topic
    if not left or not right:
        return 0.0
    if left == right:
        return 1.2
    return 0.6 if left & right else -0.6


def noun(one: Mention, other: Mention) -> float:
    """For one counted noun, against two."""
    left, right = one.around.noun, other.around.noun
    if not left or not right:
        return 0.0
    return 0.8 if left & right else -0.4


def placed(one: Mention, other: Mention) -> float:
    """The same frame about two places, each of which only its own version names: a daily report, filled in anew."""
    alike = near(one, other)
    if alike < _LIKE_LINE:
        return 0.0
    if _exchanged(one.around, other.around):
        return 0.0 if _only_said_by(one) and _only_said_by(other) else -12.0  # whatever else speaks for it
    here, there = (mention.around.places[0] | mention.around.places[1] for mention in (one, other))
    if not here or not there or (here & there and alike < _SAME_LINE):
        return 0.0
    sides = zip(one.around.places, other.around.places, strict=True) if here & there else ((here, there),)
    return -7.0 if any(_moved(a, b, one, other) for a, b in sides) else 0.0


def _moved(here: frozenset[str], there: frozenset[str], one: Mention, other: Mention) -> bool:
    """True where the places differ and neither version knows the other's; one of several that stayed is only told otherwise."""
    if here & there:
        return False
    gone, come = here - other.half.vocabulary, there - one.half.vocabulary
    return bool(gone and come) and not any(_one_place(a, b) for a in gone for b in come)


def _one_place(one: str, other: str) -> bool:
    """True for a place and its people, and for two spellings of it (Germany, German; Tamrout, Tamorot)."""
    if one[:5] == other[:5]:
        return True
    return one[0] == other[0] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SPELLING


def _exchanged(one: Surroundings, other: Surroundings) -> bool:
    """True where the words around are the same but for the names, and these are others."""
    if one.frame != other.frame or len(one.frame) < _FRAMED or not one.large or not other.large:
        return False
    return not set(one.large) & set(other.large) and name_relation(" ".join(one.large).title(), " ".join(other.large).title()) == "other"


def _only_said_by(mention: Mention) -> bool:
    """True where the names around are those of who says it: the same poll under another pollster's name."""
    said = mention.said
    source = said.attribution.source if said.attribution else None
    own = source is None or said.subject is None or said.subject.name != source
    return source is not None and own and name_words(source).issuperset(mention.around.large)


def two_fates(one: Mention, other: Mention) -> bool:
    """True for two figures of two fates, whose words may be statuses of the frame themselves: "24 injured", "six killed"."""
    return isinstance(one.said.value, Figure) and contrast(one, other) < -1


def contrast(one: Mention, other: Mention) -> float:
    """A toll is not the number of the injured, however alike the sentences are."""
    if isinstance(one.said.value, Figure) and family(one.said.value.unit) in _LASTING:
        return 0.0  # an age or a duration stays what it is when its bearer is found dead
    left, right = one.around.contrast, other.around.contrast
    if left is None or right is None:
        return 0.0 if left == right else -0.8
    return 1.2 if left == right else -6.0


def _figures(left: Figure, right: Figure) -> float:
    unit = unit_nearness(left, right)
    if same_amount(left, right):
        value = (1.0 if same_value(left, right) else 0.7) + rarity(left)
    else:
        value = 0.3 + 0.8 * rarity(left) if left.number == right.number else 0.0
    return value + (-9.0 if unit == 0.0 and value == 0.0 else -1.0 if unit == 0.0 else 1.4 * unit - 0.6)  # a count never becomes a sum


def rarity(figure: Figure) -> float:
    """How little it would be chance that two figures are equal: a sum of money is rarer than "three"."""
    digits = len(number_text(abs(figure.number)).replace(".", "").strip("0"))
    return min(0.5 * (digits - 1), 1.0) + (0.4 if figure.unit != "count" else 0.0) + (0.2 if abs(figure.number) > 20 else 0.0)


def _statuses(left: Status, right: Status) -> float:
    if left.lifecycle != right.lifecycle:
        return -9.0
    role = 0.0 if left.role is None or right.role is None else 0.4 if left.role == right.role else -0.8
    return (1.5 if left.stage == right.stage else 0.3) + role


def _stripped(one: Mention, other: Mention) -> float:
    """Against a status that passes from a name to a noun while the name still stands there: it lost its apposition."""
    if not one.names or other.names or relation(one.said.subject, other.said.subject) != "unknown" or other.said.subject is None:
        return 0.0
    if other.said.subject.type == "thing":
        return 0.0  # "the firms are in talks over a merger", "they signed a merger": one deal, called by a side or by itself
    return -4.0 if any(word.fold in one.names for word in other.half.run(other.place).words) else 0.0


def _other_day(one: Mention, other: Mention) -> float:
    """Against two dates of which different things are said: the chamber votes on one day, the law comes into force on another."""
    if same_value(one.said.value, other.said.value) or same_topic(one, other) >= 0:
        return 0.0
    return (
        _OTHER_DAY
        if one.said.subject and other.said.subject and relation(one.said.subject, other.said.subject) in ("unknown", "other")
        else 0.0
    )


def _same_scope(left: Claim, right: Claim) -> float:
    one, other = left.scope, right.scope
    against = 0.0
    if one.time and other.time and not same_date(one.time, other.time):
        against -= 0.8
    if one.event and other.event and one.event != other.event:
        against -= 0.4
    return against
