"""Statuses of a reading -> the same, a headline's of whom the body tells them: "Minister quits", "Ana Bo resigned as minister"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from watcher.extract.names import Names
from watcher.extract.reading import Reading, StatusMention
from watcher.model import Subject

_LEAD = 8  # sentences of a text in which it names whom its headline means


def headed(reading: Reading, index: int, names: Names, found: Sequence[StatusMention]) -> list[StatusMention]:
    """In and out: the mentions in order. Only a headline that does not name its subject can mean somebody else."""
    return [
        replace(one, subject=meant) if _in_headline(reading, one) and (meant := _meant(reading, index, names, one, found)) else one
        for one in found
    ]


def _meant(reading: Reading, index: int, names: Names, one: StatusMention, found: Sequence[StatusMention]) -> Subject | None:
    """The one person whom the body puts at the stage of a headline's, where it does not put there whom the headline was taken to mean."""
    if one.subject.type != "person":
        return None
    sentence = reading.sentences[reading.sentence_of[one.first]]
    if any(mention.subject == one.subject for mention in names.in_tokens(index, sentence.first, sentence.last)):
        return None
    told = {
        other.subject
        for other in found
        if other.value.stage == one.value.stage
        and other.value.lifecycle == one.value.lifecycle
        and not _in_headline(reading, other)
        and reading.sentence_of[other.first] - reading.sentence_of[one.first] < _LEAD
    }
    people = {subject for subject in told if subject.type == "person"}
    meant = people.pop() if len(people) == 1 and one.subject not in told else None
    hers = reading.language == "es" and one.value.label.endswith(("ada", "ida"))  # "Renuncia la ministra tras ser imputada"
    return None if meant is not None and hers and names.gender(meant) == "m" else meant


def _in_headline(reading: Reading, mention: StatusMention) -> bool:
    return reading.paragraphs[reading.sentences[reading.sentence_of[mention.first]].paragraph].kind == "headline"
