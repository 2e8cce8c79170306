"""Document -> Snapshot: what its text claims. Pure: no clock, store, log or settings; cost linear in the length of the text.

section text -> tokens, sentences                            tokens
             -> names, dates, figures, quotes, statuses      one room each: where, and what value
             -> who says it, who and what it is about        attribution, about
             -> claims: mentions of one fact, with an id     identity
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from watcher.extract import about, attribution, composed, corrections, dates, dialogue, figures, identity, names, quotes, statuses, tokens
from watcher.extract.about.informants import informants
from watcher.extract.dates import published
from watcher.extract.identity import NOWHERE, Draft
from watcher.extract.reading import Reading
from watcher.model import Document, EventDate, Evidence, Quote, Snapshot, Subject

EXTRACTOR = "1"  # the version of the rules and the lexicon: raised when what they find changes


def extract(document: Document) -> Snapshot:
    """What `document` claims, its published date as a reader would infer it."""
    plain, readings = _readings(document)
    when, how = published.find(document, readings)
    known = names.find(readings)
    drafts = [draft for index, reading in enumerate(readings) for draft in _standing(reading, _drafts(reading, index, known, when))]
    if plain.text is not document.text:
        drafts = [replace(draft, evidence=plain.evidence(draft.evidence)) for draft in drafts]
    return Snapshot(replace(document, published=when, published_from=how), EXTRACTOR, identity.claims(drafts))


def publication(document: Document) -> str | None:
    """When `document` was published, as `extract` would say, at a quarter of its cost: many are put in order before they are read."""
    return published.find(document, _readings(document)[1])[0]


def _readings(document: Document) -> tuple[composed.Composed, list[Reading]]:
    """The composed text, and each section of it read into words and sentences."""
    plain = composed.compose(document.text)
    sections = document.sections
    if plain.text is not document.text:
        sections = tuple([replace(section, start=plain.into(section.start), end=plain.into(section.end)) for section in sections])
    return plain, [tokens.read(plain.text, section) for section in sections]


def _standing(reading: Reading, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """The mentions of a section but for those that a note of the newsroom takes back."""
    gone = corrections.retracted(reading)
    if not gone:
        return drafts
    return (draft for draft in drafts if not any(start <= draft.evidence.start < end for start, end in gone))


def _drafts(reading: Reading, index: int, known: names.Names, when: str | None) -> Iterator[Draft]:
    """The mentions of one language section, read whole."""
    found_dates = dates.find(reading, when, known, index)
    found_figures = figures.find(reading, found_dates)
    found_quotes = quotes.find(reading, index, known)
    answers = dialogue.answers(reading, index, known)
    said = attribution.Said(reading, index, known, found_quotes, answers)
    found_statuses = statuses.find(reading, index, known, found_quotes)
    bound = about.bind(reading, index, found_figures, known, found_dates, found_quotes, when, answers)

    for figure, target in zip(found_figures, bound, strict=True):
        by, modality = said.at(figure.start)
        evidence = _evidence(reading, figure.start, figure.end, figure.first)
        if by is not None and not by.quoted and (informants(reading, figure) or (by.source or "").startswith(f"{evidence.exact} ")):
            by = None  # "according to two people": how many they are is not what they say
        yield Draft(index, evidence, figure.value, target.subject, target.property, target.scope, by, modality)
    for status in found_statuses:
        value, by = status.value, said.source(status.start)
        if by is not None and status.title and not by.quoted and by.source == status.subject.name:
            by = None  # "President-elect Ana Ruiz said": the title is not what she says
        if by is not None and value.stage == "dead" and by.source == status.subject.name:
            if _namesake(status.subject, index, known):
                continue  # "Ana Bo confirmed Bo's death": the dead say nothing, her namesake is meant
            by = None
        role = f"{value.lifecycle}: {value.role}" if value.role else value.lifecycle
        evidence = _evidence(reading, status.start, status.end, status.first)
        yield Draft(index, evidence, value, status.subject, role, NOWHERE, by, status.modality)
    for date in found_dates:
        if date.event or date.subject:
            by, modality = said.at(date.start)
            if date.planned and modality == "asserted":
                modality = "planned"  # "takes office on March 11"
            evidence = _evidence(reading, date.start, date.end, date.first)
            yield Draft(index, evidence, EventDate(date.edtf), date.subject, date.event, NOWHERE, by, modality)
    for quote in found_quotes:
        evidence = _evidence(reading, quote.start, quote.end, None)
        yield Draft(index, evidence, Quote(evidence.exact), quote.speaker, None)


def _namesake(subject: Subject, index: int, known: names.Names) -> bool:
    """Whether the section names another person of the same last name."""
    last = subject.name.rpartition(" ")[2]
    people = (mention.subject for mention in known.mentions(index) if mention.subject.type == "person")
    return any(other != subject and other.name.endswith(f" {last}") for other in people)


def _evidence(reading: Reading, start: int, end: int, token: int | None) -> Evidence:
    """The exact words at `[start, end)` and the sentence they stand in: the only place where evidence is made."""
    exact = reading.text[start:end]
    if token is None:
        return Evidence(exact, start, end, reading.language, exact)
    sentence = reading.sentences[reading.sentence_of[token]]
    return Evidence(exact, start, end, reading.language, reading.text[sentence.start : sentence.end])
