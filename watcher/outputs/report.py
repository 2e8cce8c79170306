"""Entries -> what a person reads: one sheet a document, what moved first, then the claims it brings, and a closing line.

    Ibarra wins the presidency of Sarmenta
    30 March 2026 · 2026-03-30-ibarra-wins.txt · new
      SHIFTED   Tomás Ibarra: candidate → president-elect
                “candidato” in 2026-03-03-primera-vuelta.md · here “president-elect”
      Celia Montt  vote share (runoff, 2026-03-29)  47.3%  electoral council

In: entries or changes as the JSON of the contract, and what is known of their document. Out: lines with styles. Every entry has
its line, whatever its significance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from rich.cells import cell_len
from rich.text import Text

from watcher.outputs.text import Json, columns, safe, style_of
from watcher.outputs.words import day, many, measured, said_by, worth

LABELS = {"conflicting": "CONFLICT", "mismatched": "MISMATCH", "changed": "RETITLED"}
LABEL_WIDTH = 10
EXACTS = 4  # pieces of evidence that a line shows of each side
NOUNS = {"status": ("status", "statuses"), "translation": ("translation", "translations"), "title": ("title", "titles")}
VERBS = ("shifted", "conflicting", "mismatched", "revised", "moved", "altered", "removed", "changed")


class About(NamedTuple):
    """What a heading says of a document besides its title: EDTF, address, how many claims the version states."""

    published: str | None = None
    source_url: str | None = None
    claims: frozenset[str] = frozenset()


def sheet(entries: Sequence[Json], about: About, *, when: str = "") -> Iterator[Text]:
    """All that one look at one document brought: heading, what moved, new claims."""
    document = entries[-1]["document"]
    files = [entry for entry in entries if entry["kind"].startswith("document.")]
    yield Text(safe(document["title"] or document["path"]), "bold")
    path = document["path"] if document["title"] else ""
    parts = [when, day(about.published) if about.published or document["version"] else "", _host(about.source_url), path]
    yield Text(safe(" · ".join(part for part in (*parts, *map(happened, files)) if part)), "dim")
    yield from moved(entries)
    yield from added(entries)
    fresh = {entry["claim_id"] for entry in entries}
    known = len(about.claims - fresh) if any(entry["kind"] == "document.added" for entry in files) else 0
    if known:
        yield Text(f"  and {many(known, 'claim')} that other articles made before", "dim")


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    except ValueError:  # no address after all
        return ""


def happened(entry: Json) -> str:
    """What became of the file: "new", "edited, version 2 (text changed: 3 words out, 4 in)", "rejected: ..."."""
    verb = entry["kind"].partition(".")[2]
    if verb == "added":
        return "new"
    summary = str(entry["summary"]).removeprefix(f"{entry['document']['path']} ")  # the heading names it already
    return f"version {entry['document']['version']}: {summary[:1].lower()}{summary[1:]}" if verb == "updated" else summary


def is_moved(entry: Json) -> bool:
    """Whether an entry tells of a fact that was known before, or was lost: neither a new claim nor a file's own event."""
    return not entry["kind"].startswith("document.") and not entry["kind"].endswith(".added")


def moved(entries: Sequence[Json]) -> Iterator[Text]:
    """What moved, the weightiest first, each with the words that say it."""
    for entry in sorted(filter(is_moved, entries), key=lambda one: -one["significance"]):
        verb = entry["kind"].rpartition(".")[2]
        label = LABELS.get(verb, verb.upper())
        line = Text("  ")
        line.append(label.ljust(LABEL_WIDTH), style_of(entry["kind"]))
        line.append(safe(entry["summary"]), "bold" if entry["significance"] >= 0.7 else "")
        yield line
        proof = " · ".join(part for part in (_words(entry["before"], entry), _words(entry["after"], entry)) if part)
        if proof and not entry["kind"].startswith(("quote.", "title.")):
            yield Text(" " * (LABEL_WIDTH + 2) + safe(proof), "dim")


def _words(side: Json | None, entry: Json) -> str:
    """The words of one side, and where they stand."""
    if side is None or not side["evidence"]:
        return ""
    exacts = list(dict.fromkeys(" ".join(evidence["exact"].split()) for evidence in side["evidence"]))
    shown = ", ".join(f"“{exact}”" for exact in exacts[:EXACTS])
    here, place = entry.get("document"), side["document"]
    if here is None or place["path"] == here["path"]:
        return shown if here is None or place["version"] == here["version"] else f"version {place['version']}: {shown}"
    return f"{shown} in {place['path']}"


def added(entries: Sequence[Json]) -> Iterator[Text]:
    """The claims that were not known before, in columns: subject, property, value, who says it."""
    yield from claims([entry | (entry["after"] or {}) for entry in entries if entry["kind"].endswith(".added") and entry["after"]])


def claims(items: Sequence[Json], *, proof: bool = False) -> Iterator[Text]:
    """Claims in columns, those of one subject together, in the order the article names their subjects; quotes last."""
    groups: dict[str, list[Json]] = {}
    for item in sorted(items, key=lambda one: _rank(one["kind"])):
        groups.setdefault(_group(item), []).append(item)
    rows = [row for name in sorted(groups, key=lambda one: one == DATES) for row in _rows(name, groups[name], proof=proof)]
    quotes = [(safe(_group(item)), safe(worth(item["value"]))) for item in items if item["kind"].startswith("quote")]
    yield from columns(rows, ("bold cyan", "", "bold", "dim"), indent=2, widest=48)
    widest = max([min(48, cell_len(row[0])) for row in rows], default=0)
    for speaker, quoted in quotes:
        yield Text.assemble(("  " + speaker + " " * max(0, widest - cell_len(speaker)), "bold cyan"), "  ", (quoted, "italic"))


DATES = "dates"
_RANKS = {"status": 0, "figure": 1, "date": 2, "quote": 3}


def _rank(kind: str) -> int:
    return _RANKS.get(kind.partition(".")[0], 0)


def _group(item: Json) -> str:
    subject = item.get("subject")
    return str(subject["name"]) if subject else DATES if item["kind"].startswith("date") else "-"


def _rows(name: str, group: Sequence[Json], *, proof: bool) -> Iterator[tuple[str, str, str, str]]:
    first = True
    for item in group:
        if item["kind"].startswith("quote"):
            continue
        words = " / ".join(f"“{evidence['exact']}”" for evidence in item["evidence"]) if proof else ""
        last = "  ".join(part for part in (said_by(item), words) if part)
        yield (safe(name) if first else "", safe(measured(item)), safe(worth(item["value"], prop=item.get("property"))), safe(last))
        first = False


def changes(items: Sequence[Json]) -> Iterator[Text]:
    """What changed between two versions: the edit itself, what moved, what is new."""
    for item in items:
        if item["kind"] == "document.updated":
            yield Text(safe(item["summary"]), "dim")
    yield from moved(items)
    yield from added(items)


def snapshot(item: Json) -> Iterator[Text]:
    """One version of one document: heading, then its claims with the words that state them."""
    document = item["document"]
    languages = " and ".join(dict.fromkeys(section["language"] for section in document["sections"]))
    yield Text(safe(document["title"] or document["path"]), "bold")
    how = f" ({document['published_from']})" if document["published"] else ""
    parts = [day(document["published"]) + how, _host(document["source_url"]), document["path"], languages]
    yield Text(safe(" · ".join(part for part in (*parts, many(len(item["claims"]), "claim")) if part)), "dim")
    yield from claims(item["claims"], proof=True)


def history(points: Sequence[Json]) -> Iterator[Text]:
    """Subjects through time: for each what is measured of it, oldest statement first, with who said it and where."""
    subjects: dict[str, dict[str, list[Json]]] = {}
    for point in points:
        subjects.setdefault(_group(point), {}).setdefault(_line_of(point), []).append(point)
    for at, (name, lines) in enumerate(subjects.items()):
        if at:
            yield Text("")
        yield Text(safe(name), "bold")
        rows = [row for measure, group in lines.items() for row in _statements(measure, group)]
        yield from columns(rows, ("cyan", "dim", "bold", "", "dim"), indent=2, widest=48)


def _line_of(point: Json) -> str:
    """What one line of a subject's history is about: a status keeps its lifecycle, so that stages follow each other."""
    return str(point["value"]["lifecycle"]) if point["kind"] == "status" else measured(point)


def _statements(measure: str, group: Sequence[Json]) -> Iterator[tuple[str, str, str, str, str]]:
    last = ""
    for at, point in enumerate(group):
        shown = safe(worth(point["value"], prop=point.get("property")))
        where = safe(point["document"]["path"]) + (f" v{point['document']['version']}" if point["document"]["version"] > 1 else "")
        date = safe(point.get("published") or "undated")
        yield (safe(measure) if not at else "", date, f"→ {shown}" if last and shown != last else f"  {shown}", safe(said_by(point)), where)
        last = shown


class Tally:
    """Counts what was shown, for the closing line."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()
        self._documents: set[str] = set()

    def count(self, entries: Sequence[Json]) -> None:
        self._kinds.update(entry["kind"] for entry in entries)
        self._documents.update(entry["document"]["path"] for entry in entries if "document" in entry)

    def closing(self) -> Text:
        """ "10 articles: 3 statuses shifted, 1 status conflicting, 2 figures revised; 61 new claims"."""
        found: list[str | tuple[str, str]] = []
        for verb in VERBS:
            for kind, number in sorted(self._kinds.items()):
                noun, _, what = kind.partition(".")
                if what == verb and noun != "document":
                    found.append((f"{many(number, *NOUNS.get(noun, (noun,)))} {verb}", style_of(kind)))
        new = sum(number for kind, number in self._kinds.items() if kind.endswith(".added") and kind != "document.added")
        found.append(many(new, "new claim"))
        gone = [
            f"{many(self._kinds[f'document.{verb}'], 'article')} {verb}"
            for verb in ("rejected", "removed")
            if self._kinds[f"document.{verb}"]
        ]
        line = Text(f"{many(len(self._documents), 'article')}: " if self._documents else "")
        for at, part in enumerate([*found, *gone]):
            line.append(", " if at else "")
            line.append(*part) if isinstance(part, tuple) else line.append(part)
        return line
