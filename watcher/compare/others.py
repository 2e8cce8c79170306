"""What other documents claim now, as a new snapshot is held against it: sorted by subject, by property and by document.

Claims of other documents go in; each order of them is made when it is first asked for, and once for all who ask.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from watcher.compare.comparable import Called, places_of, rolling, same_about, same_matter, same_property
from watcher.compare.linking import is_name, link, name_relation, name_words
from watcher.model import Claim, DocumentVersion, EventDate, Figure, KnownClaim, Snapshot, Subject


class Others:
    """The current claims of other documents, oldest first."""

    def __init__(self, known: Sequence[KnownClaim]) -> None:
        self.known = known
        self._places: dict[DocumentVersion, frozenset[str]] = {}
        self._links: dict[Subject, Subject | None] = {}
        self._called: dict[tuple[str, str, bool], set[Called]] = {}
        self._full: dict[str, str] = {}
        self._on_property: dict[str | None, list[KnownClaim]] = {}

    def about(
        self, claim: Claim, subject: Subject | None, here: frozenset[str] = frozenset(), *, short: bool = True
    ) -> Iterator[KnownClaim]:
        """The known claims about the same as `claim`, in their order.

        They know its subject as `subject`, also by a name that is `short` for it or for which it is; `here` are the words of the
        places that its document speaks of. One of a figure that goes on moving may have a subject without a name.
        """
        if claim.subject is None:
            return
        if rolling(claim):
            same = same_about(claim, self._calling(subject, short), here, self.places)
            yield from filter(same, self._figures_on(claim.property))
        elif subject is not None and is_name(claim.subject.name):
            kind = type(claim.value)
            for at in sorted(at for called in self._calling(subject, short) for at in self._by_subject[called]):
                one = self.known[at]
                if type(one.claim.value) is kind and same_matter(claim, one.claim):
                    yield one

    def of(self, subject: Subject | None) -> Iterable[KnownClaim]:
        """The known claims about a subject of this id; those about nobody for null."""
        for called, places in self._by_subject.items():
            if (called and called[0]) == (subject and subject.id):
                yield from map(self.known.__getitem__, places)

    @cached_property
    def dates(self) -> list[KnownClaim]:
        """The known claims that state a date."""
        return [one for one in self.known if isinstance(one.claim.value, EventDate)]

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

    def _calling(self, subject: Subject | None, short: bool) -> set[Called]:
        """How the known claims call a subject."""
        if subject is None:
            return set()
        asked = (subject.id, subject.name, short)
        if asked not in self._called:
            whole = self._whole(subject.id) if short else subject.id
            fullest = name_words(self._named[whole].name) if short and whole in self._named else frozenset[str]()
            ids = {whole} | {identity for identity, words in self._worded.items() if words < fullest}
            if short:
                ids = {identity for identity in ids if self._whole(identity) == whole}
            self._called[asked] = {
                (identity, name)
                for identity, name in filter(None, self._by_subject)
                if is_name(name) and (identity in ids or name_relation(subject.name, name) == "same")
            }
        return self._called[asked]

    def _whole(self, identity: str) -> str:
        """The id of the only known subject for which the name of a known one is short ("Lund", "Ana Lund"), else its own."""
        if identity not in self._full:
            words = self._worded.get(identity)
            longer = [self._named[other] for other, theirs in self._worded.items() if words < theirs] if words else []
            other = link(self._named[identity], longer) if longer else None
            self._full[identity] = other.id if other is not None else identity
        return self._full[identity]

    @cached_property
    def _by_subject(self) -> dict[Called | None, list[int]]:
        """The places of the known claims by how they call their subject."""
        found: dict[Called | None, list[int]] = defaultdict(list)
        for at, one in enumerate(self.known):
            subject = one.claim.subject
            found[None if subject is None else (subject.id, subject.name)].append(at)
        return found

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        """The known subjects by id, each as it was called last."""
        return self._last(filter(None, self._by_subject))

    @cached_property
    def _named(self) -> dict[str, Subject]:
        """The same of those that a name was given to."""
        return self._last(called for called in self._by_subject if called is not None and is_name(called[1]))

    @cached_property
    def _worded(self) -> dict[str, frozenset[str]]:
        return {identity: name_words(subject.name) for identity, subject in self._named.items()}

    def _last(self, some: Iterable[Called]) -> dict[str, Subject]:
        places: dict[str, int] = {}
        for called in some:
            places[called[0]] = max(places.get(called[0], 0), self._by_subject[called][-1])
        return {identity: subject for identity, at in places.items() if (subject := self.known[at].claim.subject) is not None}

    def _figures_on(self, name: str | None) -> list[KnownClaim]:
        """The known figures of a property, in their order."""
        if name not in self._on_property:
            alike = (places for other, places in self._figures.items() if other == name or same_property(name, other))
            self._on_property[name] = [self.known[at] for at in sorted(at for places in alike for at in places)]
        return self._on_property[name]

    @cached_property
    def _figures(self) -> dict[str | None, list[int]]:
        found: dict[str | None, list[int]] = defaultdict(list)
        for at, one in enumerate(self.known):
            if isinstance(one.claim.value, Figure):
                found[one.claim.property].append(at)
        return found

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
