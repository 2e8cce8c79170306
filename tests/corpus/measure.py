"""The corpus -> precision, recall and F1 of what the rules find in it.

`python -m tests.corpus.measure [--misses]` prints them for the texts the rules are tuned on, `--unseen` for those that nobody
who writes rules may read: of these the numbers alone are told.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import watcher

HERE = Path(__file__).parent
Gold = dict[str, Any]


@dataclass
class Tally:
    """Hits, misses and false finds of one measure, with a line for each that went wrong."""

    hit: int = 0
    miss: int = 0
    false: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        total = 2 * self.hit + self.miss + self.false
        return 2 * self.hit / total if total else 1.0


def words(text: str | None) -> set[str]:
    """The words of `text` in lower case without accents."""
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    return set(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def named(name: str | None, accepted: list[str] | None) -> bool:
    """True where the name and one of the accepted ones hold each other's words."""
    own = words(name)
    return not accepted or (bool(own) and any(own <= words(other) or words(other) <= own for other in accepted))


def number(text: Any) -> Decimal | None:
    return None if text is None else Decimal(str(text))


def figure_right(claim: Gold, gold: Gold) -> bool:
    value = claim["value"]
    return all(number(value[part]) == number(gold.get(part)) for part in ("number", "high", "per")) and value["unit"] == gold["unit"]


def status_right(claim: Gold, gold: Gold) -> bool:
    value = claim["value"]
    return (value["lifecycle"], value["stage"]) == (gold["lifecycle"], gold["stage"]) and named(
        (claim["subject"] or {}).get("name"), gold["subject"]
    )


def date_right(claim: Gold, gold: Gold) -> bool:
    return bool(claim["value"]["edtf"] == gold["edtf"])


def quote_right(claim: Gold, gold: Gold) -> bool:
    return named((claim["subject"] or {}).get("name"), gold.get("speaker"))


RIGHT: dict[str, Callable[[Gold, Gold], bool]] = {
    "figures": figure_right,
    "statuses": status_right,
    "dates": date_right,
    "quotes": quote_right,
}
KIND = {"figures": "figure", "statuses": "status", "dates": "date", "quotes": "quote"}


def texts(root: Path = HERE) -> Iterator[tuple[str, str, str | None, Gold]]:
    """Every annotated text: where it is from, the text, its published date where that is given beside it, its gold."""
    for gold_file in sorted(root.glob("*/articles/*.gold.json")):
        text = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        yield f"articles_{gold_file.parts[-3]}", text, None, json.loads(gold_file.read_text(encoding="utf-8"))
    for lines in sorted((root / "sentences").glob("*.jsonl")):
        if lines.stem.startswith("revisions"):
            continue
        for line in lines.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                row = json.loads(line)
                yield f"sentences_{row.get('lang') or lines.stem[-2:]}", row["text"], row.get("published"), row


def extraction(root: Path = HERE) -> dict[str, Tally]:
    """One tally a source and kind (`articles_en figures`); figures that are right are also tallied by modifier, subject and property."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for source, text, published, gold in texts(root):
        claims = watcher.extract(text, published=published).as_dict()["claims"]
        for plural, kind in KIND.items():
            if plural in gold:
                stated = [claim for claim in claims if claim["kind"] == kind and (kind == "figure" or claim["modality"] != "denied")]
                found = [(claim, evidence) for claim in stated for evidence in claim["evidence"]]
                _pair(tallies, f"{source} {plural}", found, [_placed(text, wanted) for wanted in gold[plural]], RIGHT[plural])
    return dict(tallies)


FACTS = re.compile(r"(figure|status|date)\.|title\.changed|translation\.mismatched")


def changes(root: Path = HERE) -> dict[str, Tally]:
    """One tally a language for the pairs of articles (`pairs_en`) and of headlines (`revisions_en`); and `quiet_*` for those without a change."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for gold_file in sorted(root.glob("*/pairs/*/gold.json")):
        old, new = (gold_file.with_name(f"{name}.txt").read_bytes().decode("utf-8") for name in ("old", "new"))
        wanted = json.loads(gold_file.read_text(encoding="utf-8"))["changes"]
        _judge(tallies, f"pairs_{gold_file.parts[-4]}", gold_file.parent.name, old, new, wanted, FACTS)
    for lines in sorted((root / "sentences").glob("revisions_*.jsonl")):
        for line in lines.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                row = json.loads(line)
                _judge(tallies, lines.stem, row["id"], row["before"], row["after"], row["expected"], re.compile(r"(figure|status)\."))
    return dict(tallies)


def _judge(tallies: dict[str, Tally], measure: str, where: str, old: str, new: str, wanted: list[Gold], scored: re.Pattern[str]) -> None:
    found = [change.as_dict() for change in watcher.compare(old, new)]
    rest = [change for change in found if scored.match(change["kind"])]
    tally = tallies[measure]
    for gold in sorted(wanted, key=lambda gold: bool(gold.get("optional"))):
        if not scored.match(gold["kind"]):
            continue
        good = next((change for change in rest if change["kind"] == gold["kind"] and same_sides(change, gold)), None)
        if good:
            rest.remove(good)
        if not gold.get("optional"):
            tally.hit += good is not None
            tally.miss += good is None
            if good is None:
                tally.wrong.append(f"{where}: missed {gold['kind']} {gold.get('before')} -> {gold.get('after')}")
    tally.false += len(rest)
    tally.wrong += [f"{where}: false {change['summary']}" for change in rest]
    if not wanted:
        quiet = tallies[measure.replace("pairs", "quiet pairs").replace("revisions", "quiet revisions")]
        quiet.hit += not rest
        quiet.miss += bool(rest)
        quiet.false += bool(rest)


def same_sides(change: Gold, gold: Gold) -> bool:
    if "before_value" in gold and change["kind"].startswith("figure."):
        return all(_near(change[side], gold[f"{side}_value"]) for side in ("before", "after"))
    return all(gold[side] is None or _plain(change[side]) == _wanted(gold["kind"], gold[side]) for side in ("before", "after"))


def _near(side: Gold | None, wanted: float | None) -> bool:
    if side is None or wanted is None:
        return side is None and wanted is None
    value = Decimal(side["value"]["number"])
    readings = [value, value / Decimal(side["value"]["per"])] if side["value"]["per"] else [value]
    return any(abs(reading - Decimal(str(wanted))) <= Decimal("1e-6") * max(1, abs(reading)) for reading in readings)


def _plain(side: Gold | None) -> str | None:
    if side is None:
        return None
    value = side["value"]
    if "number" in value:
        high, per = (
            (f"..{_canonical(value['high'])}" if value["high"] else ""),
            (f" per {_canonical(value['per'])}" if value["per"] else ""),
        )
        return f"{_canonical(value['number'])}{high}{per} {value['unit']}"
    if "stage" in value:
        return f"{value['lifecycle']}/{value['stage']}"
    return value.get("edtf") or " ".join(sorted(words(value.get("text"))))


def _wanted(kind: str, text: str) -> str:
    figure = re.fullmatch(r"(-?[\d.]+?)(?:\.\.(-?[\d.]+))?(?: per ([\d.]+))? (\S+)", text)
    if figure and kind.startswith(("figure.", "translation.")):
        low, high, per, unit = figure.groups()
        return f"{_canonical(low)}{f'..{_canonical(high)}' if high else ''}{f' per {_canonical(per)}' if per else ''} {unit}"
    return " ".join(sorted(words(text))) if kind.startswith(("quote.", "title.")) else text


def _canonical(text: str) -> str:
    return format(Decimal(text).normalize(), "f")


def _placed(text: str, gold: Gold) -> Gold:
    if "start" in gold:
        return gold
    start = text.index(gold["exact"])
    return gold | {"start": start, "end": start + len(gold["exact"])}


def _pair(
    tallies: dict[str, Tally], measure: str, found: list[tuple[Gold, Gold]], wanted: list[Gold], right: Callable[[Gold, Gold], bool]
) -> None:
    if measure.endswith("dates"):  # a bare year counts neither way
        found = [pair for pair in found if not re.fullmatch(r"\d{4}", pair[0]["value"]["edtf"])]
        wanted = [gold for gold in wanted if not re.fullmatch(r"\d{4}", gold["edtf"])]
    tally, used = tallies[measure], set()
    for gold in wanted:
        near = [at for at, (_, evidence) in enumerate(found) if evidence["start"] < gold["end"] and gold["start"] < evidence["end"]]
        good = [at for at in near if at not in used and right(found[at][0], gold)]
        if good:
            used.add(good[0])
            if not gold.get("optional"):
                tally.hit += 1
                _details(tallies, measure, found[good[0]][0], gold)
        elif gold.get("optional"):
            used.update(near)
        else:
            tally.miss += 1
            tally.wrong.append(f"missed {gold['exact']!r} {[found[at][0]['value'] for at in near]}")
    for at, (claim, evidence) in enumerate(found):
        if at not in used and not any(
            evidence["start"] < gold["end"] and gold["start"] < evidence["end"] and gold.get("optional") for gold in wanted
        ):
            tally.false += 1
            tally.wrong.append(f"false {evidence['exact']!r} {claim['value']} in {evidence['sentence'][:90]!r}")


def _details(tallies: dict[str, Tally], measure: str, claim: Gold, gold: Gold) -> None:
    if not measure.endswith("figures"):
        return
    judged = {"modifier": claim["value"]["modifier"] == gold["modifier"]}
    if gold.get("subject"):
        judged["subject"] = named((claim["subject"] or {}).get("name"), gold["subject"])
    if gold.get("property"):
        own = words(claim["property"]) | words((claim["scope"] or {}).get("event"))
        judged["property"] = any(
            a == b or (min(len(a), len(b)) >= 5 and a[:5] == b[:5]) for a in own for phrase in gold["property"] for b in words(phrase)
        )
    for part, good in judged.items():
        tally = tallies[f"{measure} {part}"]
        tally.hit += good
        tally.miss += not good
        tally.false += not good  # so that F1 is the share that is right
        if not good:
            tally.wrong.append(f"{part} of {gold['exact']!r}: {claim['property']!r} of {(claim['subject'] or {}).get('name')!r}")


def main() -> None:
    unseen = "--unseen" in sys.argv
    root = HERE / "unseen" if unseen else HERE
    for measure, tally in sorted((extraction(root) | changes(root)).items()):
        print(f"{measure:34} F1 {tally.f1:.3f}  hit {tally.hit} miss {tally.miss} false {tally.false}")
        if "--misses" in sys.argv and not unseen:
            print(*(f"    {line}" for line in tally.wrong), sep="\n")


if __name__ == "__main__":
    main()
