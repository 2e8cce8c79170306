"""How many small files a second a folder is taken in at, the command as a whole: start, read, compare, record, show.

Beside it what the disk and Python alone would take for the same files: each read, hashed, and added to an SQLite table in
transactions of forty. Wall time counts what else the machine does; processor time of all processes together does not, and half of
it is what two quiet cores would take at best. `BENCHMARK_FILES` sets how many files there are (1,000; ten thousand take minutes).
"""

from __future__ import annotations

import hashlib
import os
import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark
FILES = int(os.environ.get("BENCHMARK_FILES", "1000"))
TOGETHER = 40
FIRST = [
    "Ada",
    "Bruno",
    "Celia",
    "Dario",
    "Elvira",
    "Fabio",
    "Greta",
    "Hector",
    "Irma",
    "Jonas",
    "Karla",
    "Leon",
    "Mara",
    "Nils",
    "Olga",
    "Paul",
]
HEADS = [
    "Al",
    "Bar",
    "Cor",
    "Dan",
    "El",
    "Far",
    "Gal",
    "Hor",
    "Jun",
    "Kel",
    "Lor",
    "Mar",
    "Nor",
    "Pel",
    "Quil",
    "Ros",
    "Sar",
    "Tor",
    "Ul",
    "Val",
]
TAILS = ["aville", "aton", "idale", "omora", "umond", "estead", "olera", "ibury"]
LINES = {
    "en": (
        "{who} won {share}.{tenth} percent of the vote in {place}, the electoral office said.",
        "At least {few} people died and {many} were injured when a ferry sank off {place}.",
        "The harbour company of {place} will spend ${many} million on a new pier by {year}.",
        "The treasurer of {place}, {who}, was charged with fraud.",
        "“We have counted every boat twice,” {who} told reporters.",
        "Rents in {place} rose by {tenth}.{few} percent in a year.",
    ),
    "es": (
        "{who} obtuvo el {share},{tenth} % de los votos en {place}, informó la oficina electoral.",
        "Al menos {few} personas murieron y {many} resultaron heridas al hundirse un transbordador frente a {place}.",
        "La empresa portuaria de {place} gastará {many} millones de dólares en un muelle nuevo.",
        "La tesorera de {place}, {who}, fue imputada por fraude.",
        "«Hemos contado cada barco dos veces», dijo {who} a la prensa.",
        "Los alquileres en {place} subieron un {tenth},{few} % en un año.",
    ),
}
MONTHS = {"en": ("January", "March", "August"), "es": ("enero", "marzo", "agosto")}


def article(chance: random.Random, number: int) -> str:
    """A headline, a dateline and two to four sentences; people and places come back now and then."""
    language = chance.choice(("en", "es"))
    place = chance.choice(HEADS) + chance.choice(TAILS)
    day, month, year = chance.randint(1, 28), chance.choice(MONTHS[language]), chance.choice((2025, 2026))
    dated = f"{month} {day}, {year}" if language == "en" else f"{day} de {month} de {year}"
    facts = {
        "who": f"{chance.choice(FIRST)} {chance.choice(HEADS)}{chance.choice(TAILS)}", "place": place, "share": chance.randint(10, 60),
        "tenth": chance.randint(1, 9), "few": chance.randint(2, 9), "many": chance.randint(20, 900), "year": chance.randint(2027, 2030),
    }  # fmt: skip
    said = [line.format(**facts) for line in chance.sample(LINES[language], chance.randint(2, 4))]
    return f"{place}: {number}\n\n{place.upper()}, {dated} - {' '.join(said)}\n"


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Wall and processor seconds of `act`, the processes it started included."""

    def used() -> float:
        return sum(sum(resource.getrusage(whose)[:2]) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))

    wall, cpu = time.perf_counter(), used()
    act()
    return time.perf_counter() - wall, used() - cpu


def plain(folder: Path, database: Path) -> None:
    """The same files hashed and kept, and nothing else."""
    files = sorted(folder.iterdir())
    with closing(sqlite3.connect(database, isolation_level=None)) as store:
        store.execute("PRAGMA journal_mode=WAL")
        store.execute("PRAGMA synchronous=FULL")
        store.execute("CREATE TABLE files (path TEXT PRIMARY KEY, sha256 TEXT, content BLOB)")
        for at in range(0, len(files), TOGETHER):
            store.execute("BEGIN IMMEDIATE")
            for file in files[at : at + TOGETHER]:
                content = file.read_bytes()
                store.execute("INSERT INTO files VALUES (?, ?, ?)", (file.name, hashlib.sha256(content).hexdigest(), content))
            store.execute("COMMIT")


def test_so_many_files_a_second(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    chance = random.Random(5)
    for number in range(FILES):
        (folder / f"{number:06}.txt").write_text(article(chance, number), encoding="utf-8")
    command = [sys.executable, "-m", "watcher", "run", "--once", "--json", "--state", str(tmp_path / "state"), str(folder)]

    def ours() -> None:
        with out.open("wb") as shown:
            subprocess.run(command, stdout=shown, check=True)

    alone, _ = timed(lambda: plain(folder, tmp_path / "plain.db"))
    wall, cpu = timed(ours)
    again, _ = timed(ours)
    print(
        f"\n{FILES} files: {FILES / wall:.0f} a second ({wall:.1f} s), {1e3 * cpu / FILES:.1f} ms of processor each, two cores at best"
        f" {2 * FILES / cpu:.0f} a second; hashed and kept alone {FILES / alone:.0f} a second, a {wall / alone:.0f}th; unchanged {again:.1f} s"
    )
    assert out.read_bytes() == b"", "a second look tells nothing"
    assert cpu / FILES < 0.06
