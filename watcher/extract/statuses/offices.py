"""Where a public office stands: "minister of finance", "Lib Dem leader". In: a reading and a token of it; out: how many tokens it has."""

from __future__ import annotations

from functools import cache

from watcher.extract.namewords import RoleWords, role_words
from watcher.extract.neighbours import follows, norm_at
from watcher.extract.reading import Reading
from watcher.extract.statuses import joint

LEADERS = ("leader", "lider")
_TOLD = 20  # tokens from a political body to whose leader is told
_WHOSE = frozenset(["its", "their", "whose", "su", "cuyo", "cuya"])
_STATE = frozenset(
    ["interim", "caretaker", "deposed", "ousted", "transitional", "interino", "interina", "depuesto", "depuesta", "derrocado", "derrocada"]
)


@cache
def openers(language: str) -> frozenset[str]:
    """The words that a title may start with; in Spanish also as those of a former holder, "exministra"."""
    roles = role_words(language)
    first = frozenset(
        word
        for word, phrases in roles.phrases.items()
        if word in LEADERS or word in roles.abbreviations or any(phrase in roles.offices for phrase in phrases)
    )
    if language == "en":
        return first | joint.plurals()
    return first | {f"ex{word}" for word in first} if language == "es" else first


@cache
def _by_second(language: str) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """What people are called, by its first word and its second, "" where it has none; longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for first, phrases in role_words(language).phrases.items():
        for phrase in phrases:
            found.setdefault(first, {}).setdefault("".join(phrase[1:2]), []).append(phrase)
    return found


def office(reading: Reading, index: int, roles: RoleWords, former: bool) -> int:
    """How many tokens from `index` are an office, the longest that fits; 0 for a post or trade."""
    tokens = reading.tokens
    if tokens[index].text.endswith("ría"):
        return 0  # "la Secretaría" is no secretary
    first = tokens[index].norm[2:] if former else tokens[index].norm
    known = _by_second(reading.language).get(first, {})
    for phrase in known.get(norm_at(tokens, index + 1), []) + known.get("", []):
        if len(phrase) < 3 or follows(tokens, index + 2, phrase[2:]):
            if phrase in roles.offices:
                return len(phrase)
            if phrase[0] in roles.abbreviations and len(phrase) == 1 and tokens[index].capital:
                return int(index + 1 < len(tokens) and tokens[index + 1].norm not in roles.persons)
            return int(first in LEADERS and any(rule(reading, index) for rule in (_leads, _led_by, _of_party, _steps_in)))
    return 0


def _leads(reading: Reading, at: int) -> bool:
    """ "leader of the Green party", "líder del bloque opositor": who leads a political body holds an office."""
    tokens, behind = reading.tokens, at + 1
    if behind >= len(tokens) or tokens[behind].norm not in ("of", "de", "del"):
        return False
    return any(token.norm in role_words(reading.language).led for token in tokens[behind + 1 : behind + 5])


def _led_by(reading: Reading, at: int) -> bool:
    """ "The Opposition, whose leader Ann Lee", "el partido y su líder, Bo Trán", "the party's leader": whose, of a political body told."""
    led = role_words(reading.language).led
    if at > 1 and reading.tokens[at - 1].text in ("'s", "’s"):
        return reading.tokens[at - 2].norm in led
    if not at or reading.tokens[at - 1].norm not in _WHOSE:
        return False
    number = reading.sentence_of[at]
    opens = reading.sentences[number - (number > 0 and reading.sentences[number].first == at - 1)].first  # "Its leader, Ann Lee, said"
    return any(token.norm in led for token in reading.tokens[max(opens, at - _TOLD) : at])


def _of_party(reading: Reading, at: int) -> bool:
    """ "Lib Dem leader Ann Lee", "the Reform UK leader": a party by its name in front."""
    tokens, led = reading.tokens, role_words(reading.language).parties
    if not at or not (tokens[at - 1].capital or tokens[at - 1].norm in led):
        return False
    start = max(reading.sentences[reading.sentence_of[at]].first, at - 3)
    return any(token.norm in led and (token.capital or place == 1) for place, token in enumerate(reversed(tokens[start:at]), 1))


def _steps_in(reading: Reading, at: int) -> bool:
    """ "Interim leader Ann Lee", "the deposed leader": a leader of a state, by how the post was come to or lost."""
    return at > 0 and reading.tokens[at - 1].norm in _STATE
