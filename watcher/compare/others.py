"""What other documents claim now, as a new snapshot is held against it: sorted by topic, by subject and by document.

Claims of other documents go in; each order of them is made when it is first asked for, and once for all who ask.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from watcher.compare.comparable import finder, places_of
from watcher.compare.linking import is_name, link, name_words
from watcher.model import Claim, DocumentVersion, KnownClaim, Snapshot, Subject


class Others:
    """The current claims of other documents, oldest first."""

    def __init__(self, known: Sequence[KnownClaim]) -> None:
        self.known = known
        self.about: Callable[[Claim], list[KnownClaim]] = finder(known)
        self._places: dict[DocumentVersion, frozenset[str]] = {}
        self._links: dict[Subject, Subject | None] = {}

    def linked(self, snapshot: Snapshot) -> dict[str, Subject]:
        """The snapshot's subjects that other documents know: its id -> the known subject."""
        found: dict[str, Subject] = {}
        for claim in snapshot.claims:
            if claim.subject is not None and claim.subject.id not in found and is_name(claim.subject.name):
                other = self._link(claim.subject)
                if other is not None:
                    found[claim.subject.id] = other
        return found

    def _link(self, subject: Subject) -> Subject | None:
        if subject not in self._links:
            self._links[subject] = self._subjects.get(subject.id) or link(subject, self._sharing(subject))
        return self._links[subject]

    @cached_property
    def full(self) -> dict[str, str]:
        """The known subjects that are short for another known one: "Lund" -> "Ana Lund", by id."""
        subjects = [subject for subject in self._subjects_named.values() if is_name(subject.name)]
        by_word: dict[str, list[Subject]] = defaultdict(list)
        for subject in subjects:
            for word in name_words(subject.name):
                by_word[word].append(subject)
        found = {}
        for subject in subjects:
            words = name_words(subject.name)
            sharing = min((by_word[word] for word in words), key=len, default=())
            longer = [one for one in sharing if words < name_words(one.name)]
            other = link(subject, longer) if longer else None
            if other is not None:
                found[subject.id] = other.id
        return found

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        return {one.claim.subject.id: one.claim.subject for one in self.known if one.claim.subject is not None}

    @cached_property
    def _subjects_named(self) -> dict[str, Subject]:
        return {one.claim.subject.id: one.claim.subject for one in self.known if one.claim.subject and is_name(one.claim.subject.name)}

    @cached_property
    def _beginning(self) -> dict[str, list[Subject]]:
        """The known subjects by how their words begin."""
        found: dict[str, list[Subject]] = defaultdict(list)
        for subject in self._subjects.values():
            for word in name_words(subject.name):
                found[word[:2]].append(subject)
        return found

    def _sharing(self, subject: Subject) -> Iterable[Subject]:
        """The known subjects with a word that begins like one of this subject's: only these can be the same, or a spelling of it."""
        words = sorted(name_words(subject.name))
        return {id(one): one for word in words for one in self._beginning.get(word[:2], ())}.values()

    def beside(self, document: DocumentVersion) -> list[Claim]:
        """Those of a document's claims that are known."""
        return self._by_document.get((document.path, document.version), [])

    @cached_property
    def _by_document(self) -> dict[tuple[str, int], list[Claim]]:
        found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for one in self.known:
            found[one.document.path, one.document.version].append(one.claim)
        return found

    def places(self, document: DocumentVersion) -> frozenset[str]:
        """The words of the places that a document speaks of, as far as its claims are known."""
        if document not in self._places:
            self._places[document] = places_of(self.beside(document))
        return self._places[document]
