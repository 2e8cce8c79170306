"""Entries -> what a person reads: one sheet a document, what moved first, then the claims it brings, and a closing line.

    Ibarra wins the presidency of Sarmenta
    30 March 2026 · 2026-03-30-ibarra-wins.txt · new
      SHIFTED   Tomás Ibarra: candidate → president-elect
                “candidato” in 2026-03-03-primera-vuelta.md · here “president-elect”
      Celia Montt  vote share (runoff, 2026-03-29)  47.3%  electoral council

In: entries or changes as the JSON of the contract, what is known of their document, and the language of the words around them.
Out: lines with styles. Every entry has its line, whatever its significance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from rich.cells import cell_len
from rich.text import Text

from watcher.compare import headings
from watcher.outputs.text import Json, columns, safe, style_of
from watcher.outputs.words import counted, day, many, measured, phrases, said_by, worth

LABEL_WIDTH = 10
EXACTS = 4  # pieces of evidence that a line shows of each side
VERBS = ("shifted", "conflicting", "mismatched", "revised", "moved", "altered", "removed", "changed")


class About(NamedTuple):
    """What a heading says of a document besides its title: EDTF, address, how many claims the version states."""

    published: str | None = None
    source_url: str | None = None
    claims: frozenset[str] = frozenset()


def sheet(entries: Sequence[Json], about: About, language: str = "en", *, when: str = "") -> Iterator[Text]:
    """All that one look at one document brought: heading, what moved, new claims."""
    document = entries[-1]["document"]
    files = [entry for entry in entries if entry["kind"].startswith("document.")]
    yield Text(safe(document["title"] or document["path"]), "bold")
    path = document["path"] if document["title"] else ""
    parts = [when, day(about.published, language) if about.published or document["version"] else "", _host(about.source_url), path]
    yield Text(safe(" · ".join(part for part in (*parts, *(happened(entry, language) for entry in files)) if part)), "dim")
    yield from moved(entries, language)
    yield from added(entries, language)
    fresh = {entry["claim_id"] for entry in entries}
    known = len(about.claims - fresh) if any(entry["kind"] == "document.added" for entry in files) else 0
    if known:
        yield Text(f"  {counted(known, phrases(language)['known'], language)}", "dim")


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    except ValueError:  # no address after all
        return ""


def happened(entry: Json, language: str = "en") -> str:
    """What became of the file: "new", "edited, version 2 (text changed: 3 words out, 4 in)", "rejected: ..."."""
    verb = entry["kind"].partition(".")[2]
    if verb == "added":
        return str(phrases(language)["new"])
    summary = str(entry["summary"]).removeprefix(f"{entry['document']['path']} ")  # the heading names it already
    version = phrases(language)["version"].format(entry["document"]["version"])
    return f"{version}: {summary[:1].lower()}{summary[1:]}" if verb == "updated" else summary


def is_moved(entry: Json) -> bool:
    """Whether an entry tells of a fact that was known before, or was lost: neither a new claim nor a file's own event."""
    return not entry["kind"].startswith("document.") and not entry["kind"].endswith(".added")


def moved(entries: Sequence[Json], language: str = "en") -> Iterator[Text]:
    """What moved, the weightiest first, each with the words that say it."""
    labels = phrases(language)["labels"]
    for entry in sorted(filter(is_moved, entries), key=lambda one: -one["significance"]):
        label = labels[entry["kind"].rpartition(".")[2]]
        line = Text("  ")
        line.append(label.ljust(LABEL_WIDTH), style_of(entry["kind"]))
        line.append(safe(entry["summary"]), "bold" if entry["significance"] >= 0.7 else "")
        yield line
        proof = " · ".join(part for part in (_words(entry["before"], entry, language), _words(entry["after"], entry, language)) if part)
        if proof and not entry["kind"].startswith(("quote.", "title.")):
            yield Text(" " * (LABEL_WIDTH + 2) + safe(proof), "dim")


def _words(side: Json | None, entry: Json, language: str) -> str:
    """The words of one side, and where they stand."""
    if side is None or not side["evidence"]:
        return ""
    exacts = list(dict.fromkeys(" ".join(evidence["exact"].split()) for evidence in side["evidence"]))
    told = phrases(language)
    shown = ", ".join(told["quoted"].format(exact) for exact in exacts[:EXACTS])
    here, place = entry.get("document"), side["document"]
    if here is None or place["path"] == here["path"]:
        version = told["version"].format(place["version"])
        return shown if here is None or place["version"] == here["version"] else f"{version}: {shown}"
    return str(told["in"].format(words=shown, path=place["path"]))


def added(entries: Sequence[Json], language: str = "en") -> Iterator[Text]:
    """The claims that were not known before, in columns: subject, property, value, who says it."""
    yield from claims([entry | entry["after"] for entry in entries if entry["kind"].endswith(".added") and entry["after"]], language)


def claims(items: Sequence[Json], language: str = "en", *, proof: bool = False) -> Iterator[Text]:
    """Claims in columns, those of one subject together, in the order the article names their subjects; quotes last."""
    groups: dict[str, list[Json]] = {}
    for item in sorted(items, key=lambda one: _rank(one["kind"])):
        groups.setdefault(_group(item), []).append(item)
    rows = [row for name in sorted(groups, key=lambda one: one == DATES) for row in _rows(name, groups[name], language, proof=proof)]
    quotes = [(safe(_group(item)), safe(worth(item["value"], language))) for item in items if item["kind"].startswith("quote")]
    yield from columns(rows, ("bold cyan", "", "bold", "dim"), indent=2, widest=48)
    widest = max([min(48, cell_len(row[0])) for row in rows], default=0)
    for speaker, quoted in quotes:
        yield Text.assemble(("  " + speaker + " " * max(0, widest - cell_len(speaker)), "bold cyan"), "  ", (quoted, "italic"))


DATES = "\0dates"  # where the dates of events stand that have no subject: no name, since names hold no NUL
_RANKS = {"status": 0, "figure": 1, "date": 2, "quote": 3}


def _rank(kind: str) -> int:
    return _RANKS.get(kind.partition(".")[0], 0)


def _group(item: Json) -> str:
    subject = item.get("subject")
    return str(subject["name"]) if subject else DATES if item["kind"].startswith("date") else "-"


def _rows(name: str, group: Sequence[Json], language: str, *, proof: bool) -> Iterator[tuple[str, str, str, str]]:
    told = phrases(language)
    shown = told["kinds"]["dates"] if name == DATES else name
    for item in group:
        if item["kind"].startswith("quote"):
            continue
        words = " / ".join(told["quoted"].format(evidence["exact"]) for evidence in item["evidence"]) if proof else ""
        last = "  ".join(part for part in (said_by(item, language), words) if part)
        value = worth(item["value"], language, prop=item.get("property"))
        yield (safe(shown), safe(measured(item, language)), safe(value), safe(last))
        shown = ""


def changes(items: Sequence[Json], language: str = "en") -> Iterator[Text]:
    """What changed between two versions: the edit itself, what moved, what is new."""
    for item in items:
        if item["kind"] == "document.updated":
            yield Text(safe(item["summary"]), "dim")
    yield from moved(items, language)
    yield from added(items, language)


def snapshot(item: Json, language: str = "en") -> Iterator[Text]:
    """One version of one document: heading, then its claims with the words that state them."""
    document, told = item["document"], phrases(language)
    languages = f" {told['and']} ".join(dict.fromkeys(section["language"] for section in document["sections"]))
    yield Text(safe(document["title"] or document["path"]), "bold")
    how = f" ({told['published'][document['published_from']]})" if document["published"] else ""
    parts = [day(document["published"], language) + how, _host(document["source_url"]), document["path"], languages]
    yield Text(safe(" · ".join(part for part in (*parts, many(len(item["claims"]), "claim", language)) if part)), "dim")
    yield from claims(item["claims"], language, proof=True)


def history(points: Sequence[Json], language: str = "en") -> Iterator[Text]:
    """Subjects through time: for each what is measured of it, oldest statement first, with who said it and where."""
    subjects: dict[str, dict[str, list[Json]]] = {}
    heads = headings(map(_group, points))
    for point in points:
        subjects.setdefault(heads[_group(point)], {}).setdefault(_line_of(point, language), []).append(point)
    for at, (name, lines) in enumerate(subjects.items()):
        if at:
            yield Text("")
        yield Text(safe(phrases(language)["kinds"]["dates"] if name == DATES else name), "bold")
        rows = [row for measure, group in lines.items() for row in _statements(measure, group, language)]
        yield from columns(rows, ("cyan", "dim", "bold", "", "dim"), indent=2, widest=48)


def _line_of(point: Json, language: str) -> str:
    """What one line of a subject's history is about: a status keeps its lifecycle, so that stages follow each other."""
    return str(point["value"]["lifecycle"]) if point["kind"] == "status" else measured(point, language)


def _statements(measure: str, group: Sequence[Json], language: str) -> Iterator[tuple[str, str, str, str, str]]:
    last = ""
    for at, point in enumerate(group):
        shown = safe(worth(point["value"], language, prop=point.get("property")))
        where = safe(point["document"]["path"]) + (f" v{point['document']['version']}" if point["document"]["version"] > 1 else "")
        date = safe(point.get("published") or phrases(language)["undated"])
        step = f"→ {shown}" if last and shown != last else f"  {shown}"
        yield "" if at else safe(measure), date, step, safe(said_by(point, language)), where
        last = shown


class Tally:
    """Counts what was shown, for the closing line."""

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self._kinds: Counter[str] = Counter()
        self._documents: set[str] = set()

    def count(self, entries: Sequence[Json]) -> None:
        self._kinds.update(entry["kind"] for entry in entries)
        self._documents.update(entry["document"]["path"] for entry in entries if "document" in entry)

    def closing(self) -> Text:
        """ "10 articles: 3 statuses shifted, 1 status conflicting, 2 figures revised; 61 new claims"."""
        found = [
            Text(many(number, kind, self._language), style_of(kind))
            for verb in VERBS
            for kind, number in sorted(self._kinds.items())
            if kind.endswith(f".{verb}") and not kind.startswith("document.")
        ]
        new = sum(number for kind, number in self._kinds.items() if kind.endswith(".added") and kind != "document.added")
        gone = [kind for kind in ("document.rejected", "document.removed") if self._kinds[kind]]
        counts = [*found, Text(many(new, "new", self._language)), *(Text(many(self._kinds[kind], kind, self._language)) for kind in gone)]
        opening = f"{many(len(self._documents), 'article', self._language)}: " if self._documents else ""
        return Text(opening) + Text(", ").join(counts)
